"""How a meeting's persons, proposals, §§ and times are called in the words of a house style."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime
from datetime import time as Time
from functools import cached_property

from agendas.model import genitive
from agendas.value import Value
from exports.style_model import Style
from exports.swedish import date_text, filled, listed, lower_first, owner, time_text, upper_first
from sessions.attendance import ranges
from sessions.events import PREPARED_NAMES
from sessions.meeting import ItemState, Meeting, Motion

OWN = "eget yrkande"
"""How a reservation names a motion of one's own."""
SOME = 2
"""The most movers who are always named one by one."""


@dataclass(frozen=True, repr=False, eq=False)
class Words(Value):
    """The words of one meeting in one style. Made anew for every export: it keeps nothing."""

    meeting: Meeting
    style: Style

    # Numbers

    def paragraph(self, item: ItemState) -> str:
        """`§ 6` as in the heading of the style: `§ 80/2020`. Empty for what has no number."""
        if item.paragraph is None:
            return ""
        return filled(self.style.paragraph, {"number": str(item.paragraph), "year": str(self.meeting.plan.date.year)})

    def paragraphs(self, numbers: Iterable[int], parts: Iterable[int] = ()) -> str:
        """`§ 82`, `§§ 82–90`, `§§ 82, 84–86`, `§§ 48–del av 53` (R-1304). Empty for none."""
        wanted = sorted(set(numbers))
        runs = self.runs(wanted, parts)
        if not wanted:
            return ""
        formats = self.style.formats
        if len(wanted) > 1:
            return filled(formats.several, {"numbers": runs})
        if wanted[0] in set(parts):
            one = filled(formats.one, {"number": str(wanted[0])})
            return filled(formats.part, {"number": one})
        return filled(formats.one, {"number": runs})

    def runs(self, numbers: Iterable[int], parts: Iterable[int] = ()) -> str:
        """The same without the sign: `82–90`."""
        formats, partly = self.style.formats, set(parts)

        def shown(number: int) -> str:
            return filled(formats.part, {"number": str(number)}) if number in partly else str(number)

        found: list[tuple[int, int]] = []
        for first, last in ranges(numbers):
            for number in range(first + 1, last):
                if number in partly:  # 48–del av 51, 52
                    found.append((first, number))
                    first = number + 1
            found.append((first, last))
        return formats.separator.join(
            shown(a) if a == b else filled(formats.range, {"first": shown(a), "last": shown(b)}) for a, b in found
        )

    def points(self, numbers: Iterable[int]) -> str:
        """`punkt 2`, `punkterna 1 och 3`, `punkterna 1–3`."""
        runs = [(str(a),) if a == b else (str(a), str(b)) if b == a + 1 else (f"{a}–{b}",) for a, b in ranges(numbers)]
        shown = [text for run in runs for text in run]
        if not shown:
            return ""
        return f"punkt {shown[0]}" if len(shown) == 1 and "–" not in shown[0] else f"punkterna {listed(shown)}"

    # Times

    def date(self, day: Date | datetime) -> str:
        """A date as the style writes it."""
        return date_text(day, self.style.formats.date)

    def time(self, moment: Time | datetime) -> str:
        """A time as the style writes it."""
        return time_text(moment, self.style.formats.time)

    # Persons

    def people(self, persons: Iterable[str]) -> str:
        """`Eva Sjö (S), Bo Lund (C) och Lena Ek (C)`."""
        return listed(self.meeting.label(p) for p in persons)

    def owners(self, persons: Iterable[str]) -> str:
        """`Karin Bergs (M) och Lars Max (S)`: before what is theirs."""
        known = self.meeting.people
        return listed(owner(known[p]) if p in known else genitive(p) for p in persons)

    def movers(self, persons: Sequence[str]) -> str:
        """Those who move a motion; of more than two, the first with `m.fl.` where the style says so."""
        if len(persons) > SOME and self.style.formats.others:
            return filled(self.style.formats.others, {"first": self.meeting.label(persons[0])})
        return self.people(persons)

    def movers_owners(self, persons: Sequence[str]) -> str:
        """The same before what is theirs."""
        if len(persons) > SOME and self.style.formats.others_owners:
            return filled(self.style.formats.others_owners, {"first": self.meeting.label(persons[0])})
        return self.owners(persons)

    # Phrases

    @cached_property
    def body(self) -> dict[str, str]:
        """The forms of the body's name, by placeholder."""
        body = self.meeting.body
        return {
            "body": body.definite,
            "Body": upper_first(body.definite),
            "body_genitive": body.genitive,
            "Body_genitive": upper_first(body.genitive),
            "body_name": body.name,
        }

    @property
    def quorate(self) -> str:
        """`beslutför`, of a neuter body `beslutfört`."""
        return "beslutfört" if self.meeting.body.neuter else "beslutför"

    def say(self, template: str, item: ItemState | None = None, **values: str) -> str:
        """A phrase of the style with its placeholders filled in; those of the body are always there."""
        if not template:
            return ""
        chain = item.item.chain if item else ()
        receiver = {"receiver": lower_first(chain[0]), "Receiver": upper_first(chain[0])} if chain else {}
        return filled(template, {**self.body, **receiver, **values})

    def sentence(self, template: str, item: ItemState | None = None, **values: str) -> str:
        """The same with a capital at its start."""
        return upper_first(self.say(template, item, **values))

    # Proposals

    def prepared(self, item: ItemState) -> str:
        """`förvaltningens förslag`."""
        phrases, by = self.style.phrases, lower_first(item.item.proposed_by)
        if by.endswith("förslag"):
            return by
        return self.say(phrases.prepared, item, proposer=genitive(by)) if by else self.say(phrases.prepared_unnamed, item)

    def noun(self, item: ItemState, motion: Motion) -> str:
        """What a motion is called: `yrkande`; with its kind, and a number, when its movers have several."""
        event, nouns = motion.entry.event, self.style.nouns
        plain = nouns.get("nytt förslag", "yrkande")
        same = [m for m in item.live_motions if m.entry.event.by == event.by and m.entry.event.kind != "bifall"]
        if len(same) < 2 and event.kind != "tillägg":
            return plain
        noun = nouns.get(event.kind, plain)
        alike = [m.id for m in same if m.entry.event.kind == event.kind]
        return f"{noun} {alike.index(motion.id) + 1}" if len(alike) > 1 and motion.id in alike else noun

    def motion(self, item: ItemState, motion: Motion, speakers: Iterable[str] = ()) -> str:
        """`Karin Bergs (M) yrkande`, or `eget yrkande` when all who speak of it moved it."""
        by, speaking = motion.entry.event.by, tuple(speakers)
        if speaking and set(speaking) <= set(by):
            return self.say(self.style.phrases.own_motion, item)
        return self.say(self.style.phrases.motion_of, item, owner=self.movers_owners(by), noun=self.noun(item, motion))

    def proposal(self, item: ItemState, named: str, speakers: Iterable[str] = ()) -> str:
        """What a motion, a question or a reservation points to: the prepared proposal, a motion by its id, or free words."""
        if named in PREPARED_NAMES:
            return self.prepared(item)
        found = item.motion(named)
        if found is None:
            return named
        if found.entry.event.kind == "bifall" and found.entry.event.target != named:  # it speaks for another proposal
            return self.proposal(item, found.entry.event.target, speakers)
        return self.motion(item, found, speakers)
