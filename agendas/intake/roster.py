"""A roster on its own: `Åsa Bergkvist (S), ordförande`, one a line or in a table, or the rolls of a protokoll."""

from __future__ import annotations

from agendas.intake.ledger import Ledger
from agendas.intake.limits import fault
from agendas.intake.pages import Source
from agendas.intake.people import People
from agendas.intake.protocol import is_protocol, read_items
from agendas.intake.rolls import read_rolls
from agendas.intake.understand import understand
from agendas.model import Person


def people_of(source: Source) -> tuple[Person, ...]:
    """Everybody that the source lists. Raises IntakeFaults when it lists nobody."""
    ledger = Ledger(source)
    people = People()
    if is_protocol(ledger):
        first = min((d.index for d in read_items(ledger)), default=len(ledger.parts))
        read_rolls(ledger, 0, first, people)
    elif len(source.parts) < 200 and read_rolls(ledger, 0, len(source.parts), people, bare=True) > 1:
        pass
    else:
        return understand(source).agenda.people
    found = people.in_order()
    if not found:
        raise fault(source.name, "Hittade inga personer i filen. Skriv en på varje rad: Åsa Bergkvist (S), ordförande")
    return found
