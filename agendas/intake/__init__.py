"""A kallelse, a bundle of tjänsteskrivelser or a protokoll – text, Markdown, Word, PDF – to an agenda and what is doubtful in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from agendas.intake.limits import IntakeFaults
from agendas.intake.taken import Doubt, Passage, Taken, taken_toml
from agendas.model import Person

__all__ = ["Doubt", "IntakeFaults", "Passage", "Taken", "again", "take", "take_people", "take_text", "taken_toml"]


def take(path: Path | str, people: Iterable[Person] = ()) -> Taken:
    """The agenda in a file. `people` is the body's roster where it is known.

    Raises IntakeFaults with one Swedish sentence when the file cannot be used; OSError when it cannot be read.
    """
    from agendas.intake.reading import read_source
    from agendas.intake.understand import understand

    return understand(read_source(Path(path)), people)


def take_text(text: str, name: str = "inklistrad text", people: Iterable[Person] = ()) -> Taken:
    """The agenda in a text that was pasted. Raises IntakeFaults."""
    from agendas.intake.reading import source_of_text
    from agendas.intake.understand import understand

    return understand(source_of_text(text, name), people)


def again(taken: Taken, people: Iterable[Person]) -> Taken:
    """The same source once more, now that the body's roster is known."""
    from agendas.intake.understand import understand

    return understand(taken.source, people)


def take_people(path: Path | str) -> tuple[Person, ...]:
    """The roster in a file: a list of names, a protokoll, a kallelse. Raises IntakeFaults, OSError."""
    from agendas.intake.reading import read_source
    from agendas.intake.roster import people_of

    return people_of(read_source(Path(path)))
