"""Meetings to measure on: of any size, the same each time, with the events that a real one of that size has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

from agendas.model import Agenda, Item, MeetingPlan, Person, with_ids
from sessions import events as ev
from sessions.log import Log
from sessions.store import Store

START = datetime(2026, 3, 12, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))

_FIRST = (
    "Anna",
    "Bo",
    "Cilla",
    "Dan",
    "Eva",
    "Folke",
    "Gun",
    "Hans",
    "Ida",
    "Jan",
    "Kia",
    "Lars",
    "Mona",
    "Nils",
    "Olga",
    "Per",
    "Rut",
    "Sven",
)
_LAST = (
    "Alm",
    "Berg",
    "Ceder",
    "Dahl",
    "Ek",
    "Fors",
    "Gran",
    "Holm",
    "Ilar",
    "Jern",
    "Kvist",
    "Lind",
    "Mård",
    "Nord",
    "Ottar",
    "Palm",
    "Rask",
    "Sjö",
    "Tall",
    "Udd",
)
_LONGEST_TEXT = 2_000
"""Characters of a § after which its text is begun anew: a page, more than any § of `LARGE` gets."""
_PARTIES = ("S", "M", "SD", "C", "V", "KD", "MP", "L")


@dataclass(frozen=True, slots=True)
class Size:
    """How large a meeting is. `handled`: how many of the `items` are done; `votes`: how many of those had a vote by name."""

    members: int
    items: int
    handled: int
    votes: int
    events: int

    @property
    def name(self) -> str:
        """`101 ledamöter, 150 ärenden, 10 000 händelser`."""
        return f"{self.members} ledamöter, {self.items} ärenden, {self.events:,} händelser".replace(",", " ").replace("  ", ", ")


SMALL = Size(members=5, items=50, handled=5, votes=0, events=60)
LARGE = Size(members=101, items=150, handled=100, votes=40, events=10_000)
"""Kommunfullmäktige through a long day; fifty items are left, so that there is something to press keys on."""


def agenda_of(size: Size) -> Agenda:
    """The agenda: a chair, two deputies and members of eight parties; items with proposals of three points."""
    names = [f"{first} {last}" for first, last in product(_FIRST, _LAST)]
    roles = ("ordförande", "1:e vice ordförande", "2:e vice ordförande")
    people = [
        Person(name=name, party=_PARTIES[n % len(_PARTIES)], role=roles[n] if n < len(roles) else "ledamot")  # type: ignore[arg-type]
        for n, name in enumerate(names[: size.members])
    ]
    items = tuple(
        Item(
            title=f"Plan {n} för kommunens verksamheter 2026",
            reference=f"2026/{n}",
            proposal=f"1. Plan {n} antas.\n2. Medel ur ramen används.\n3. Uppdraget redovisas i höst.",
            proposed_by="förvaltningen",
            summary="Förvaltningen har tagit fram en plan. " * 12,
            minutes=5,
            recipients=("Förvaltningen", "Akten"),
        )
        for n in range(1, size.items + 1)
    )
    kind = "fullmäktige" if size.members > 20 else "nämnd"
    plan = MeetingPlan(
        body="Kommunfullmäktige" if kind == "fullmäktige" else "Kulturnämnden",
        kind=kind,  # type: ignore[arg-type]
        date=START.date(),
        starts=time(9),
        municipality="Exempelstad",
        seats=size.members,
    )
    return with_ids(Agenda(meeting=plan, people=tuple(people), items=items))


def acts_of(size: Size, agenda: Agenda) -> Iterator[tuple[ev.Event, ...]]:
    """The acts of the meeting in order; the §§ that had no vote share what is left of the events as texts, speeches and motions."""
    now = START
    people = [p.id for p in agenda.people]
    yield tuple(ev.PersonArrived(at=now, person=p) for p in people)
    yield (ev.MeetingOpened(at=now),)
    count = len(people) + 1
    for n, item in enumerate(agenda.items[: size.handled]):
        left = size.handled - n
        budget = (size.events - count) // left
        voting = n < size.votes
        if voting:
            budget = max(budget, len(people) + 8)
        made = 0
        for act in _handling(item, people, budget, voting=voting, now=now, turn=n):
            now += timedelta(seconds=3)
            made += len(act)
            yield tuple(replace(e, at=now) for e in act)
        count += made


def _handling(item: Item, people: list[str], budget: int, *, voting: bool, now: datetime, turn: int) -> Iterator[tuple[ev.Event, ...]]:
    yield (ev.ItemOpened(at=now, items=(item.id,)),)
    used = 2
    if voting:
        mover, winner = people[turn % len(people)], people[(turn + 1) % len(people)]
        yield (ev.MotionMoved(at=now, item=item.id, kind="bifall", by=(winner,)),)
        yield (ev.MotionMoved(at=now, item=item.id, kind="avslag", by=(mover,)),)
        yield (ev.QuestionPut(at=now, item=item.id, alternatives=("motion-1", "motion-2")),)
        yield (ev.VoteOpened(at=now, item=item.id, yes="bifall", no="avslag"),)
        for n, person in enumerate(people):
            yield (ev.VoteCast(at=now, item=item.id, person=person, choice="nej" if n % 3 == 0 else "ja"),)
        yield (ev.VoteClosed(at=now, item=item.id),)
        yield (ev.QuestionAnswered(at=now, item=item.id, winner="motion-1", by="votering"),)
        used += 6 + len(people)
    text = ""
    while used < budget - 1:
        speaker = people[(turn + used) % len(people)]
        yield (ev.SpeakerStarted(at=now, item=item.id, person=speaker),)
        yield (ev.SpeakerStopped(at=now, item=item.id, person=speaker),)
        said = f"Talare {used} redogör för sin syn på saken. "
        text = text + said if len(text) < _LONGEST_TEXT else said  # else the log would grow with the square of its events
        yield (ev.TextWritten(at=now, item=item.id, section="protocol", text=text),)
        used += 3
    yield (ev.Decided(at=now, items=(item.id,)),)


def log_of(size: Size) -> Log:
    """The meeting as the program holds it, each act completed and tried as if it had been pressed."""
    agenda = agenda_of(size)
    log = Log(agenda)
    for act in acts_of(size, agenda):
        trial = log.tried(act)
        if trial.reason:
            raise AssertionError(f"the meeting to measure on is wrong: {trial.reason}")
        log.extend(trial.records)
    return log


def session_file(size: Size, path: Path) -> Path:
    """The meeting as a session file, closed, at `path`."""
    return saved(log_of(size), path)


def saved(log: Log, path: Path) -> Path:
    """A log as a session file, closed, at `path`."""
    Store.create(path, log.agenda, START, records=log.records).close()
    return path
