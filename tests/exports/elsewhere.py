"""An invented nämnd and an invented fullmäktige, and short ways to record at their tables: other municipalities than the examples."""

from __future__ import annotations

from datetime import date, time

from agendas.model import Agenda, BodyKind, Item, MeetingPlan, Person, Rules, with_ids
from exports.as_markdown import markdown
from exports.protocol import protocol
from exports.style import load_style
from exports.style_model import Style
from exports.swedish import NBSP
from sessions import events as ev
from tests.sessions.table import Table

STANDARD = load_style()
ROSTER = (
    ("Gun Frid", "S", "ordförande"),
    ("Bror Ax", "M", "1:e vice ordförande"),
    ("Siri Moe", "LPo", "2:e vice ordförande"),
    ("Klas Hed", "S", "ledamot"),
    ("Ida Rox", "S", "ledamot"),
    ("Tor Vik", "M", "ledamot"),
    ("Ann Ek", "BOAlt", "ledamot"),
    ("Nils Ro", "-", "ledamot"),
    ("Eli Sten", "V", "ledamot"),
    ("Mona By", "S", "ersättare"),
    ("Ulf Dag", "M", "ersättare"),
    ("Lis Ort", "V", "ersättare"),
    ("Rolf Penn", "", "sekreterare"),
)


class Elsewhere(Table):
    """A table whose acts take their time from the clock of the table."""

    def __init__(
        self, *items: Item, kind: BodyKind = "nämnd", body: str = "Tekniska nämnden", absent: tuple[str, ...] = (), **plan: object
    ):
        planned = MeetingPlan(
            body=body,
            kind=kind,
            municipality="Mo kommun",
            date=date(2026, 3, 12),
            starts=time(13),
            place="Folkets hus",
            first_paragraph=48,
            **plan,  # type: ignore[arg-type]
        )
        people = tuple(Person(name=n, party=p, role=r) for n, p, r in ROSTER)  # type: ignore[arg-type]
        super().__init__(with_ids(Agenda(meeting=planned, people=people, rules=Rules(), items=items)))
        self.everybody("mona-by", "ulf-dag", "lis-ort", *absent)
        self.do(ev.MeetingOpened)

    def do(self, event: type[ev.Event], /, **values: object) -> None:
        """One act of one event."""
        self.act(event(at=self.now, **values))

    def take(self, *items: str) -> None:
        """Open an item, or several en bloc."""
        self.do(ev.ItemOpened, items=items)

    def decide(self, *items: str, **values: object) -> None:
        """Open and decide."""
        self.take(*items)
        self.do(ev.Decided, **values)

    def put(self, *alternatives: str, winner: str = "", **values: object) -> None:
        """A question, answered by acclamation when there is a winner."""
        self.do(ev.QuestionPut, alternatives=alternatives, **values)
        if winner:
            self.do(ev.QuestionAnswered, winner=winner)

    def vote(self, yes: str, no: str, ballot: tuple[int, int, int], winner: str) -> None:
        """A vote of which the names come in the order of those who decide: so many ja, nej and avstår."""
        from sessions.voting import expected

        self.do(ev.VoteOpened, yes=yes, no=no)
        item = self.meeting.open_items[0]
        choices = ["ja"] * ballot[0] + ["nej"] * ballot[1] + ["avstår"] * ballot[2]
        for person, choice in zip(expected(self.meeting, item, item.open_vote), choices, strict=True):
            self.do(ev.VoteCast, person=person, choice=choice)
        self.do(ev.VoteClosed)
        self.do(ev.QuestionAnswered, winner=winner, by="votering")

    def printed(self, style: Style = STANDARD) -> str:
        """The protocol as Markdown, its fixed spaces as plain ones."""
        return markdown(protocol(self.meeting, style)).replace(NBSP, " ")

    def section(self, number: int, style: Style = STANDARD) -> str:
        """One § of it."""
        return self.printed(style).split(f"\n## § {number}")[1].split("\n## ")[0]


def under(section: str, heading: str) -> list[str]:
    """The paragraphs below each heading of that name in a §."""
    found: list[str] = []
    for part in section.split("\n### ")[1:]:
        name, _, body = part.partition("\n")
        if name == heading:
            found += [p for p in body.strip().split("\n\n") if p]
    return found


def headings(section: str) -> list[str]:
    """The headings of a §, in order."""
    return [line[4:] for line in section.split("\n") if line.startswith("### ")]
