"""What a screen has promised by showing it: what must be there after a kill at any later moment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from agendas.model import Agenda
from sessions.attendance import present
from sessions.events import Event, PrivateNoteWritten, Recorded, TextWritten
from sessions.log import replay
from sessions.meeting import Meeting
from sessions.store import Follower
from tests.torture.screens import Shown

OLD_ENOUGH = 1.0
"""Seconds after which a typed text may not be lost."""
BEHIND = 10
"""As many of the newest acts may not have reached the screen before the kill. It may be behind the log, never ahead of it."""
_WORD = re.compile(r"\bw\d+q\b")


@dataclass
class Promises:
    """Of one meeting, through all the runs in which it was recorded."""

    decided: set[int] = field(default_factory=set)
    """The §§ that were shown with ✓."""
    words: dict[str, float] = field(default_factory=dict)
    """The typed words that were shown, with the moment when each was seen first."""
    typed: dict[str, float] = field(default_factory=dict)
    """The same for what stands in an open dialog now: once it has closed, what was recorded of it is in the panel."""
    current: int = 0
    lines: frozenset[str] = frozenset()
    """What stood in the panel of the current §."""
    present: int | None = None
    """How many were shown as present."""
    checked: int = 0
    """How many words were old enough to be looked for, in all."""
    in_dialogs: int = 0
    """As many of them stood in a dialog that was open."""

    def see(self, shown: Shown, now: float) -> None:
        """Take in one screen. What stands behind a dialog or beside `sparar …` promises nothing new."""
        if shown.dialog:
            self.typed = {word: self.typed.get(word, now) for word in _WORD.findall(shown.fields) if word not in self.words}
        else:
            self.typed = {}
            for word in _WORD.findall(shown.text):
                self.words.setdefault(word, now)
        self.decided |= shown.decided
        if shown.saved and not shown.dialog:
            self.current, self.lines = shown.paragraph, shown.panel
            self.present = shown.present

    def broken(self, session: Follower, killed: float) -> list[str]:
        """What was promised and is not in the file, after a kill at that moment. Empty: nothing was lost."""
        records = session.since(0)
        meeting = replay(session.agenda, records)
        lost = []
        if wrong := session.integrity():
            lost.append(f"filen är inte hel: {wrong}")
        if meeting.misfits:
            lost.append(f"händelser som inte passar: {meeting.misfits}")
        if missing := self.decided - {x.paragraph for x in meeting.numbered if x.decision}:
            lost.append(f"beslut som visades med ✓: §§ {sorted(missing)}")
        if self.present is not None and self.present not in (had := _present_lately(session.agenda, records)):
            lost.append(f"närvarande: {self.present} visades, filen har haft {had}")
        # The texts as they stand, and what stands in a decision, a motion, a reservation.
        acts = (repr(record.event) for record in records if not isinstance(record.event, TextWritten | PrivateNoteWritten))
        there = "\n".join((_texts(meeting), *acts, *(draft.text for draft in session.drafts())))
        self.in_dialogs += sum(1 for seen in self.typed.values() if killed - seen >= OLD_ENOUGH)
        self.words |= self.typed
        self.typed = {}
        self.checked += sum(1 for seen in self.words.values() if killed - seen >= OLD_ENOUGH)
        if words := [w for w, seen in self.words.items() if killed - seen >= OLD_ENOUGH and w not in there]:
            lost.append(f"text som var äldre än {OLD_ENOUGH:.0f} s: {words}")
        # What was younger and is not there was never promised, and never will be seen again.
        self.words = {w: seen for w, seen in self.words.items() if w in there}
        return lost

    def broken_on_screen(self, shown: Shown) -> list[str]:
        """What the screen after the restart does not show of what it showed before."""
        lost = []
        if self.current and shown.paragraph == self.current and (missing := self.lines - shown.panel):
            lost.append(f"rader i § {self.current}: {sorted(missing)}; nu {sorted(shown.panel)}")
        if not shown.saved:
            lost.append("det står inte sparat ✓")
        return lost


def _present_lately(agenda: Agenda, records: Sequence[Recorded[Event]]) -> list[int]:
    """How many were there after each of the newest acts, the newest first."""
    acts = sorted({record.act for record in records})
    found = []
    for newest in reversed(acts[-BEHIND:]):
        meeting = replay(agenda, [record for record in records if record.act <= newest])
        found.append(len(present(meeting, meeting.open_items[0] if meeting.open_items else None)))
    return found


def _texts(meeting: Meeting) -> str:
    return "\n".join(text for item in meeting.items.values() for text in (*item.texts.values(), item.private_note))
