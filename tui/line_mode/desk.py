"""What every word has at hand: the session, the voice, the § that is written in; and how an act is recorded and told."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from queue import Empty, Queue

from agendas.names import folded
from sessions.attendance import here
from sessions.events import Decided, Event, ItemLeft, QuestionPut, Recorded
from sessions.meeting import ItemState, Meeting
from sessions.naming import number_of
from sessions.order import last_act
from sessions.session import Refused, Session
from tui.choices import Choice
from tui.dialogs.numbers import read_number
from tui.dialogs.preview import printed
from tui.dialogs.times import read_time, shown_time, when_of
from tui.line_mode.voice import Dropped, Voice
from tui.matching import BEGINNING, fit, ranked
from tui.naming import people_choices
from tui.telling import told, told_event
from tui.texts.line_mode import LineMode as Words
from tui.texts.meeting import RollCall

PATIENCE = 2.0
"""Seconds that an act is waited for before it is said that it is not on the disk yet."""
FEW = 12
"""Lines of a list that are read out at once: more than so is too much to listen to."""
_KEYS = re.compile(r" \([^()]*\b(?:F\d{1,2}|Ctrl\+\w|Esc)\b[^()]*\)")
"""`(F2, eller Enter i dagordningen)`, as the screens add to what can be done."""
MOST_TOLD = 3
"""Events of an act that are told one by one."""


class Desk:
    """The secretary's place in the line mode. `open_session` gets the delivery of the writer's answers."""

    def __init__(self, voice: Voice, path: Path, open_session: Callable[[Callable[[Callable[[], None]], object]], Session]) -> None:
        self.voice = voice
        self.path = path
        self._answers: Queue[Callable[[], None]] = Queue()
        self.session = open_session(self._answers.put)
        self.viewed = ""
        """The item that is written in while another one goes on."""
        self._told_fault = ""

    @property
    def meeting(self) -> Meeting:
        """What the next act is checked against."""
        return self.session.ahead

    @property
    def now(self) -> datetime:
        """The clock."""
        return self.session.clock()

    @property
    def item(self) -> ItemState:
        """The item that acts are about. Raises `Dropped` when none has been opened."""
        target = self.viewed or (self.meeting.current[0] if self.meeting.current else "")
        if not target:
            self.say(Words.OPEN_FIRST)
            raise Dropped
        return self.meeting.items[target]

    def say(self, text: str) -> None:
        """Write some lines. What they say of keys is left out: here there are words."""
        self.voice.say(_KEYS.sub("", text))

    # Recording

    def record(self, *events: Event, quiet: bool = False) -> bool:
        """Record one act, and tell it; say why not. What the law objects to is recorded when the secretary insists."""
        return self._taken(events, lambda made, insist: self.session.record(*made, insist=insist), quiet=quiet)

    def correct(self, entry: Recorded[Event], event: Event) -> bool:
        """Put an event in the place of a recorded one."""

        def submit(made: tuple[Event, ...], insist: bool) -> Refused | None:
            *first, new = made
            return self.session.correct(entry.seq, new, insist, first)

        return self._taken((event,), submit, entry)

    def _taken(
        self,
        made: tuple[Event, ...],
        submit: Callable[[tuple[Event, ...], bool], Refused | None],
        entry: Recorded[Event] | None = None,
        *,
        quiet: bool = False,
    ) -> bool:
        insist = False
        sentence = "" if quiet else printed(self.session, made, entry)
        while refused := submit(made, insist):
            self.say(refused.reason)
            if refused.remedy:
                if not self.voice.yes(Words.MEND, Words.YES_OR_NO):
                    raise Dropped
                made = (*refused.remedy, *made)
            elif refused.insist and not insist:
                if not self.voice.yes(Words.INSIST, Words.YES_OR_NO):
                    raise Dropped
                insist = True
            else:
                raise Dropped
        self.settle()
        if not quiet:
            self.say(Words.noted(self.last_told()))
            if sentence:
                self.say(Words.printed(sentence))
        return True

    def last_told(self) -> str:
        """The newest act in short."""
        log = self.session.log
        act = last_act(log)
        if not act or act[0].act != log.last_act:
            act = tuple(r for r in log.records if r.act == log.last_act)
        if decided := [r for r in act if isinstance(r.event, Decided)]:
            return told_event(self.meeting, decided[-1])
        if len(act) > MOST_TOLD:
            return told(self.meeting, act)
        return "; ".join(told_event(self.meeting, r) for r in act if len(act) == 1 or not isinstance(r.event, QuestionPut | ItemLeft))

    def settle(self, *, once_more: bool = False) -> None:
        """Wait until the writer has answered, and tell when what is recorded is not on the disk.

        `once_more`: wait also when the disk has refused already, for it is tried again and again.
        """
        end = time.monotonic() + PATIENCE
        while not self.session.saving.saved and (once_more or not self.session.saving.fault) and (left := end - time.monotonic()) > 0:
            try:
                self._answers.get(timeout=left)()
            except Empty:
                break
        self.listen()
        if not self.session.saving.saved and not self.session.saving.fault:
            self.say(Words.STILL_SAVING)

    def listen(self) -> None:
        """Take in what the writer has said meanwhile, and tell a fault once, and its end."""
        while True:
            try:
                self._answers.get_nowait()()
            except Empty:
                break
        fault = self.session.saving.fault
        if fault != self._told_fault:
            self._told_fault = fault
            self.say(Words.not_saved(fault) if fault else Words.SAVED_AGAIN)

    # Choosing

    def person(self, typed: str, persons: Iterable[str] | None = None, prompt: str = Words.WHO) -> str:
        """One person."""
        return self._one(typed, self._people(persons), prompt)

    def persons(self, typed: str, prompt: str = Words.WHO) -> tuple[str, ...]:
        """Several persons, with commas or `och` between them."""
        choices = self._people(None)
        typed = typed or self.voice.ask_for(prompt, self.names())
        parts = [part.strip() for part in typed.replace(" och ", ",").split(",") if part.strip()]
        return tuple(dict.fromkeys(self._one(part, choices, prompt) for part in parts))

    def _people(self, persons: Iterable[str] | None) -> list[Choice]:
        item = self.meeting.items.get(self.viewed or next(iter(self.meeting.current), ""))
        return people_choices(self.meeting, item, persons)

    def names(self) -> list[str]:
        """The names that Tab completes to, those who are here first."""
        people = self.meeting.people
        return [people[p].label for p in sorted(people, key=lambda p: not here(self.meeting, p))]

    def _one(self, typed: str, choices: list[Choice], prompt: str) -> str:
        """The one that is meant. Who cannot be told apart is listed and asked for again, never guessed."""
        typed = typed or self.voice.ask_for(prompt, self.names())
        while True:
            if sure := meant_by(typed, choices):
                return sure.id
            found = ranked(typed, choices, lambda c: f"{c.label} {c.search}".strip())
            self.say(Words.many(typed) if found else Words.nobody(typed))
            listed = found[:FEW] or (choices if len(choices) <= FEW else [])
            for number, choice in enumerate(listed, 1):
                self.say(f"{number} {choice.label}" + (f", {choice.status}" if choice.status else ""))
            if len(found) > FEW:
                self.say(Words.more_names(len(found) - FEW))
            typed = self.voice.ask_for(Words.NUMBER_OR_NAME, self.names())
            if 1 <= (number := read_number(typed) or 0) <= len(listed):
                return listed[number - 1].id

    def choose(self, prompt: str, options: Iterable[tuple[str, str]], typed: str = "") -> str:
        """One of some alternatives (value, label), by number or by the beginning of its words; nothing is chosen beforehand."""
        choices = [Choice(value, label) for value, label in options]
        first = 0
        while True:
            if not typed:
                for number, choice in enumerate(choices[first : first + FEW], first + 1):
                    self.say(f"{number} {choice.label}")
                if len(choices) > first + FEW:
                    self.say(Words.more(len(choices) - first - FEW))
                typed = self.voice.ask_for(prompt, [c.label for c in choices])
            if 1 <= (number := read_number(typed) or 0) <= len(choices):
                return choices[number - 1].id
            if sure := meant_by(typed, choices):
                return sure.id
            if typed.casefold() == Words.MORE and len(choices) > first + FEW:
                first += FEW
            else:
                self.say(Words.no_such(typed))
            typed = ""

    def when(self, typed: str) -> datetime | None:
        """The moment of a typed time; None for now. Raises `Dropped` when it is no time."""
        if not typed:
            return None
        if read_time(typed) is None:
            self.say(Words.BAD_TIME)
            raise Dropped
        return when_of(typed, self.now)

    def quorum(self, here: int, able: bool) -> str:
        """`4 av 5, beslutfört.`"""
        m = self.meeting
        return RollCall.presence(here, m.seats, able, m.body.neuter).replace(" ·", ",") + "."

    def time_apart(self, rest: str) -> tuple[str, datetime | None]:
        """`eva 14.40` → the name, and the moment; without a time at the end the moment is now (None)."""
        head, _, last = rest.rpartition(" ")
        if any(c in last for c in ".:") and read_time(last) is not None:
            return head.removesuffix(" kl.").removesuffix(" kl").strip(), when_of(last, self.now)
        return rest, None

    @property
    def place(self) -> str:
        """Where one is, as the prompt says it."""
        m = self.meeting
        target = self.viewed or (m.current[0] if m.current else "")
        state = {"kallad": Words.NOT_OPENED, "öppnat": Words.OPENED, "ajournerat": Words.ADJOURNED}.get(m.phase, Words.CLOSED)
        if not target or m.phase != "öppnat":
            return f"{state} {number_of(m.items[target])}" if self.viewed else state
        return number_of(m.items[target])

    @property
    def clock_now(self) -> str:
        """`14.40`."""
        return shown_time(self.now)


def meant_by(typed: str, choices: Iterable[Choice]) -> Choice | None:
    """The one that is meant without a doubt: by that very name, or the only one whose words begin so, by two letters or more."""
    choices = list(choices)
    exact = [c for c in choices if folded(c.label) == folded(typed)]
    if len(exact) == 1:
        return exact[0]
    beginnings = [c for c in choices if len(typed.strip()) > 1 and fit(typed, c.label) == BEGINNING]
    return beginnings[0] if len(beginnings) == 1 else None
