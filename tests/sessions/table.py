"""A small invented nämnd and a way to record at its table: what the tests of this folder stand on."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from agendas.model import Agenda, Item, MeetingPlan, Person, Rules, with_ids
from sessions.completion import complete
from sessions.events import Event, PersonArrived, Recorded
from sessions.log import Log
from sessions.meeting import ItemState, Meeting
from sessions.refusals import why_not

SWEDEN = ZoneInfo("Europe/Stockholm")
START = datetime(2026, 3, 12, 13, 0, tzinfo=SWEDEN)

ROSTER = (
    ("Per Lind", "S", "ordförande"),
    ("Lena Ek", "C", "1:e vice ordförande"),
    ("Karin Berg", "M", "2:e vice ordförande"),
    ("Eva Sjö", "S", "ledamot"),
    ("Rut Fors", "M", "ledamot"),
    ("Maj Dahl", "S", "ersättare"),
    ("Olle Dahl", "C", "ersättare"),
    ("Ulla Ny", "", "tjänsteperson"),
    ("Sven Skrivare", "", "sekreterare"),
)
ITEMS = (
    Item(title="Val av justerare", kind="formalia", proposal="Karin Berg (M) utses."),
    Item(title="Föreningsbidrag", proposal="1. att bevilja bidrag\n2. att ta medlen ur ramen", proposed_by="förvaltningen"),
    Item(title="Budget", proposal="Nämnden antar budgeten.", decided_by="Kommunfullmäktige"),
    Item(title="Information", kind="information", presenters=("Ulla Ny",)),
    Item(title="Individärende", proposal="Ansökan avslås.", secrecy="26 kap. 1 § OSL"),
)


def agenda(**plan: object) -> Agenda:
    """Kultur- och fritidsnämnden with five members, two substitutes and five items; § from 82."""
    return with_ids(
        Agenda(
            meeting=MeetingPlan(body="Kultur- och fritidsnämnden", date=date(2026, 3, 12), starts=time(13), first_paragraph=82, **plan),  # type: ignore[arg-type]
            people=tuple(Person(name=n, party=p, role=r) for n, p, r in ROSTER),  # type: ignore[arg-type]
            rules=Rules(),
            items=ITEMS,
        )
    )


class Table:
    """Records as the program does – completed, checked, an act at a time – with a clock that goes a minute an act."""

    def __init__(self, planned: Agenda | None = None) -> None:
        self.log = Log(planned or agenda())
        self.now = START

    @property
    def meeting(self) -> Meeting:
        return self.log.meeting

    def item(self, item_id: str) -> ItemState:
        return self.meeting.items[item_id]

    def refusal(self, event: Event) -> str | None:
        return why_not(self.meeting, complete(self.meeting, event))

    def act(self, *events: Event) -> Recorded[Event]:
        """Record one act; every event of it must be possible."""
        trial = self.log.tried(events)
        assert trial.reason is None, trial.reason
        self.log.extend(trial.records)
        self.now += timedelta(minutes=1)
        return trial.records[0]

    def everybody(self, *but: str) -> None:
        """All but these are there from the start."""
        self.act(*(PersonArrived(at=self.now, person=p.id) for p in self.log.agenda.people if p.id not in but))
