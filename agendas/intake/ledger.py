"""Which parts of the source were used, so that the rest can be told; and what is doubtful, before it has its place in the agenda."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import time

from agendas.intake.pages import Part, Place, Source
from agendas.intake.taken import Passage
from agendas.model import ItemKind, SubItem


@dataclass
class Draft:
    """An item while it is being read."""

    title: str
    place: Place
    index: int = -1
    """Of the part where its title stands."""
    number: str = ""
    paragraph: int | None = None
    """When its number is a §."""
    at: time | None = None
    minutes: int | None = None
    reference: str = ""
    kind: ItemKind | None = None
    decided_by: list[str] = field(default_factory=list)
    decides_itself: bool = False
    presenters: list[str] = field(default_factory=list)
    handouts: str = ""
    immediate: bool = False
    withdrawn: bool = False
    secrecy: str = ""
    proposal: str | tuple[str, ...] = ""
    lead: str = ""
    proposed_by: str = ""
    summary: str = ""
    history: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    subitems: list[SubItem] = field(default_factory=list)
    short_title: str = ""
    level: int = 0
    indent: int = 0
    doubts: list[tuple[str, str, Place | None]] = field(default_factory=list)

    def doubt(self, key: str, message: str, place: Place | None = None) -> None:
        """Something about one of its keys."""
        self.doubts.append((key, message, place or self.place))


@dataclass
class Ledger:
    """The parts, and what became of each."""

    source: Source
    used: set[int] = field(default_factory=set)
    doubts: list[tuple[str, str, Place | None]] = field(default_factory=list)
    """About the meeting's keys, or about the whole (no key)."""

    @property
    def parts(self) -> Sequence[Part]:
        """The parts of the source."""
        return self.source.parts

    def use(self, *indices: int) -> None:
        """These parts are in the agenda."""
        self.used.update(indices)

    def doubt(self, key: str, message: str, place: Place | None = None) -> None:
        """Something about a key of `[meeting]`, or about the whole."""
        self.doubts.append((key, message, place))

    def left_out(self) -> tuple[Passage, ...]:
        """The stretches that nobody used."""
        return tuple(_passages(self.parts, [n for n in range(len(self.parts)) if n not in self.used]))


def _passages(parts: Sequence[Part], unused: Sequence[int]) -> Iterable[Passage]:
    start = 0
    while start < len(unused):
        end = start
        while end + 1 < len(unused) and unused[end + 1] == unused[end] + 1:
            end += 1
        stretch = [parts[n] for n in unused[start : end + 1]]
        text = stretch[0].text
        yield Passage(
            stretch[0].place,
            stretch[-1].place,
            text if len(text) <= 60 else f"{text[:60].rstrip()} …",
            sum(len(p.text.split()) for p in stretch),
        )
        start = end + 1
