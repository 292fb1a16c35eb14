"""The rehearsal: an example's own events, one by one, as what to press next and why.

Pure: events in, a sentence out. What counts as done is what was recorded, not which key was pressed; whoever goes her own
way is met at the next § that she opens. The strip that shows it is `tui/widgets/guide_strip.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from agendas.model import Agenda
from agendas.value import Value
from sessions import events as ev
from sessions.events import Event, Recorded
from sessions.log import effective
from sessions.meeting import Meeting
from tui.keys import KeyTable
from tui.texts.rehearsal import Rehearsal as Words

Mark = tuple[str, str, str]
"""What makes two events the same fact: its type, its item, its person where it is about one who comes or goes."""

TAUGHT = (
    ev.PersonArrived, ev.MeetingOpened, ev.ApproversChosen, ev.ItemOpened, ev.Decided, ev.MemberRecused, ev.TextWritten,
    ev.AppendixAdded, ev.MotionMoved, ev.PersonLeft, ev.MeetingClosed,
)  # fmt: skip
"""What has a line; the question and its answer are part of the decision, and an item is left by opening the next."""
_LANDMARKS = {"MeetingOpened", "ItemOpened", "MeetingClosed"}


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Step(Value):
    """One fact of the example."""

    event: Event
    mark: Mark
    paragraph: int | None
    title: str
    """Of the item that it is about."""
    turn: int
    """The how manieth of its type, from 1."""
    choice: bool
    """For a decision: several proposals lie on the table."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Said(Value):
    """What the strip shows."""

    keys: str
    does: str
    why: str
    place: tuple[int, int]
    """Which step of how many."""


class Guide:
    """The steps of one example, and which of them comes next."""

    def __init__(self, agenda: Agenda, meeting: Meeting, records: Sequence[Recorded[Any]]) -> None:
        """`agenda`, `records`: the example; `meeting`: what they add up to."""
        self._labels = {person.id: person.name for person in agenda.people}
        self.steps = tuple(_steps(meeting, records))

    def next(self, records: Sequence[Recorded[Any]]) -> Step | None:
        """The first fact that is not recorded, after what was done last in the § that is open. None when the meeting is closed.

        What was passed over is not asked for again: whoever did something else wants to know what comes then.
        """
        there = Counter(mark for mark, _ in marked(records))
        wanted: Counter[Mark] = Counter()
        done = []
        for step in self.steps:
            wanted[step.mark] += 1
            done.append(there[step.mark] >= wanted[step.mark])
        landmarks = [n for n, step in enumerate(self.steps) if step.mark[0] in _LANDMARKS]
        begin = max((n for n in landmarks if done[n]), default=0)
        end = next((n for n in landmarks if n > begin), len(self.steps))
        last = max((n for n in range(begin, end) if done[n]), default=-1)
        return next((step for n, step in enumerate(self.steps) if n > last and not done[n]), None)

    def say(self, records: Sequence[Recorded[Any]], keys: KeyTable) -> Said:
        """What to press now, what it does, and why."""
        step = self.next(records)
        count = len(self.steps)
        if step is None:
            return Said(f"{keys.by_id['meeting.review'].shown_key}, F12", Words.END, Words.END_WHY, (count, count))
        at = self.steps.index(step)
        pressed, does = self._act(step, keys)
        if isinstance(step.event, ev.TextWritten) and at + 1 < count:
            does = Words.then(does, self._act(self.steps[at + 1], keys)[0])  # the text is recorded when it is left
        whys = Words.WHY[type(step.event).__name__]
        why = Words.WHY_CHOICE if step.choice else whys[min(step.turn, len(whys)) - 1]
        return Said(pressed, does, why, (at + 1, count))

    def _act(self, step: Step, keys: KeyTable) -> tuple[str, str]:
        def key(name: str) -> str:
            return keys.by_id[f"meeting.{name}"].shown_key

        match step.event:
            case ev.PersonArrived():
                return "a", Words.ALL_HERE
            case ev.MeetingOpened():
                return f"{key('next')}, Enter", Words.OPEN
            case ev.ApproversChosen(persons=persons):
                return f"{keys.by_id['app.palette'].shown_key}, just, Enter, {self._part(persons)}, Enter, Enter", Words.approvers(
                    self._names(persons)
                )
            case ev.ItemOpened():
                return key("next"), Words.item(step.paragraph, step.title)
            case ev.Decided():
                return (f"{key('decision')}, 1, Enter", Words.DECIDE_CHOICE) if step.choice else (f"{key('decision')}, Enter", Words.DECIDE)
            case ev.MemberRecused(persons=persons):
                return f"{key('recusal')}, {self._part(persons)}, Enter", Words.recusal(self._names(persons))
            case ev.TextWritten(text=text):
                return Words.WRITE, Words.text(text)
            case ev.AppendixAdded(title=title, by=by):
                return f"Esc, {keys.by_id['meeting.appendix'].letter}", Words.appendix(title, self._part(by))
            case ev.MotionMoved(kind=kind, by=by, text=text, points=points):
                saved = ", Enter" if kind == "bifall" and not points else ""
                return f"{key('motion')}, {self._part(by)}, Enter{saved}", Words.motion(self._names(by), kind, text, points, step.turn)
            case ev.PersonLeft(person=person):
                return f"{key('attendance')}, {self._part((person,))}, Enter, Enter", Words.left(self._names((person,)))
            case _:
                return f"{key('next')}, Enter", Words.CLOSE

    def _names(self, persons: Iterable[str]) -> str:
        return ", ".join(self._labels.get(p, p) for p in persons)

    def _part(self, persons: Sequence[str]) -> str:
        """What is typed to find the first of them."""
        name = self._labels.get(persons[0], "") if persons else ""
        return name.replace("-", " ").partition(" ")[0].casefold()


def marked(records: Sequence[Recorded[Any]]) -> Iterable[tuple[Mark, Event]]:
    """The facts as they count, each with what makes it the same as another."""
    current = ""
    for entry in effective(records):
        event = entry.event
        if isinstance(event, ev.ItemOpened) and event.items:
            current = event.items[0]
        item = current if not isinstance(event, ev.AboutItem) else getattr(event, "item", "") or current
        about_person = isinstance(event, ev.PersonArrived | ev.PersonLeft)
        yield (type(event).__name__, "" if about_person else item, getattr(event, "person", "") if about_person else ""), event


def _steps(meeting: Meeting, records: Sequence[Recorded[Any]]) -> Iterable[Step]:
    turns: Counter[str] = Counter()
    for mark, event in marked(records):
        if not isinstance(event, TAUGHT):
            continue
        item = meeting.items.get(mark[1])
        choice = isinstance(event, ev.Decided) and item is not None and bool(item.motions)
        turns[mark[0]] += 1
        yield Step(event, mark, item.paragraph if item else None, item.item.short if item else "", turns[mark[0]], choice)


def guide_for(agenda: Agenda) -> Guide | None:
    """The guide of a rehearsal: None for another example than the one that `klubban exempel` holds."""
    from sessions.archive import read_archive  # pydantic: only a rehearsal pays for it
    from sessions.examples import REHEARSAL, archive_paths
    from sessions.log import replay

    example = read_archive(archive_paths()[REHEARSAL])
    if [item.id for item in example.agenda.items] != [item.id for item in agenda.items]:
        return None
    return Guide(agenda, replay(example.agenda, example.records), example.records)
