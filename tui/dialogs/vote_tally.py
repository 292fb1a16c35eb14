"""What a vote comes to as it stands in its dialog: the names that are recorded, or numbers that are only typed so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from textual.content import Content

from agendas.value import Value
from sessions import voting
from sessions.attendance import present
from sessions.events import VoteCounted
from sessions.meeting import ItemState, Meeting, Vote
from tui.dialogs.numbers import read_number
from tui.dialogs.vote_outcome import lot_sides
from tui.literal import line, plain
from tui.texts.vote import Vote as Words


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Tally(Value):
    """A vote at one moment, with what has not been recorded yet."""

    meeting: Meeting
    item: ItemState
    vote: Vote
    typed: tuple[str, str, str] | None = None
    """Ja, nej and avstår as they stand in their fields; None where the names are counted."""
    casting: str = ""
    """The side that the chair has said in a tie."""

    @property
    def called(self) -> tuple[str, ...]:
        """Who votes, in the order they are called: the chair last (R-704). One who voted without being called comes after."""
        called = voting.roll(self.meeting, self.item, self.vote)
        return (*called, *(p for p in self.vote.cast if p not in called))

    @property
    def entitled(self) -> int:
        """How many could vote: as it was when the vote was closed, if it is (R-711)."""
        return len(self.vote.expected) if self.vote.closed else len(self.called)

    @property
    def counts(self) -> tuple[int, int, int]:
        """Ja, nej and avstår. The names go before recorded numbers: these may have come first."""
        if self.typed is not None:
            yes, no, abstain = (read_number(number) or 0 for number in self.typed)
            return yes, no, abstain
        named = list(self.vote.cast.values())
        return named.count("ja"), named.count("nej"), named.count("avstår")

    @property
    def unheard(self) -> int:
        """How many of those called have not been heard."""
        return sum(1 for person in self.called if person not in self.vote.cast)

    @property
    def complete(self) -> bool:
        """Whether nothing is missing: both numbers, or all names."""
        if self.typed is not None:
            yes, no, _ = self.typed
            return read_number(yes) is not None and read_number(no) is not None
        return not self.unheard

    @property
    def result(self) -> voting.Result:
        """What settles it, if anything does yet (R-707)."""
        vote = self.vote
        if self.typed is not None:
            yes, no, abstain = self.counts
            vote = replace(vote, counted=VoteCounted(at=vote.entry.event.at, yes=yes, no=no, abstain=abstain))
        return voting.result(self.meeting, self.item, vote, self.casting)

    @property
    def lot_sides(self) -> tuple[str, ...]:
        """What the lot can fall on, while the vote is a tie that the lot settles (R-709)."""
        return lot_sides(self.item, self.vote) if self.result.by == "lottning" else ()

    @property
    def rows(self) -> Content:
        """The sum in words: the sides, the numbers, and what is odd or still to be settled."""
        event = self.vote.entry.event
        sides = line(f"{event.yes} = ja · {event.no} = nej")
        return Content("\n").join([sides, plain(Words.tally(*self.counts, self.entitled), "bold"), *self._remarks()])

    def _remarks(self) -> Iterator[Content]:
        vote, found = self.vote, self.result
        if self.complete and found.by == "minoritet":
            there = vote.present or len(present(self.meeting, self.item))
            yield plain(Words.minority(voting.minority(there), there))
        elif self.complete and found.tie and not vote.closed:
            if found.by == "lottning":
                yield plain(Words.TIE_LOT)
            elif found.by in {"utslagsröst", "oavgjort"}:
                yield plain(Words.TIE if found.side else Words.CHAIR_MUST)
        if vote.counted and vote.cast and self.typed is None and self.complete:
            kept = vote.counted
            if (kept.yes, kept.no, kept.abstain) != self.counts:
                yield plain(Words.differs(kept.yes, kept.no, kept.abstain))
        if vote.corrected:
            yield line(Words.CORRECTED + ", ".join(map(self.meeting.label, vote.corrected)))
