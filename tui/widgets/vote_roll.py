"""The roll of a vote: one row a voter, one key an answer, a whole party or all the rest in two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from agendas.names import folded
from agendas.value import Value
from sessions.events import Choice
from tui.literal import line, plain
from tui.texts.vote import Vote as Words

LETTERS: Mapping[str, Choice] = {"j": "ja", "n": "nej", "a": "avstår"}
Mode = Literal["", "party", "rest"]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Voter(Value):
    """One who is called."""

    id: str
    label: str
    party: str


class VoteRoll(OptionList):
    """Tells what is answered; whoever records it shows the roll again, and `go_on` moves to the next who has not been heard."""

    HELP = Words.HELP
    NAME_WIDTH: ClassVar[int] = 44

    @dataclass
    class Answered(Message):
        """One or more have answered."""

        persons: tuple[str, ...]
        choice: Choice

    @dataclass
    class Asked(Message):
        """A key that is about the whole roll: `find` a name, or a `list` to be read."""

        what: Literal["find", "list"]
        text: str = ""

    class Turned(Message):
        """Another name is called, or the keys mean something else."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self.voters: tuple[Voter, ...] = ()
        self.cast: Mapping[str, Choice] = {}
        self.mode: Mode = ""
        self._party = ""
        self._typed = ""

    def show(self, voters: Iterable[Voter], cast: Mapping[str, Choice]) -> None:
        """Show who is called, and how they answered; the cursor stays, and begins at the first who has not been heard."""
        at, before, said = self.highlighted, self.voters, self.cast
        self.voters, self.cast = tuple(voters), dict(cast)
        if before != self.voters:
            self.set_options([Option(self._row(v), id=f"v{n}") for n, v in enumerate(self.voters)])
            at = None
        else:
            for n, voter in enumerate(self.voters):
                if self.cast.get(voter.id) != said.get(voter.id):
                    self.replace_option_prompt_at_index(n, self._row(voter))
        self.highlighted = at if at is not None else self._next(0)
        self.post_message(self.Turned())

    def _row(self, voter: Voter) -> Content:
        name = line(voter.label).truncate(self.NAME_WIDTH, ellipsis=True, pad=True)
        return Content.assemble(name, (f" {self.cast.get(voter.id, Words.MISSING)}", "bold"))

    # Where it is

    @property
    def called(self) -> Voter | None:
        """The one at the cursor."""
        at = self.highlighted
        return self.voters[at] if at is not None and at < len(self.voters) else None

    @property
    def following(self) -> Voter | None:
        """The one who is called then."""
        at = self.highlighted
        after = None if at is None else self._next(at + 1, but=at)
        return None if after is None or after == at else self.voters[after] if self.voters[after].id not in self.cast else None

    @property
    def left(self) -> tuple[Voter, ...]:
        """Those who have not been heard."""
        return tuple(v for v in self.voters if v.id not in self.cast)

    @property
    def parties(self) -> Mapping[str, tuple[Voter, ...]]:
        """The voters by their own party, in the order of the roll (R-213)."""
        found: dict[str, tuple[Voter, ...]] = {}
        for voter in self.voters:
            found[voter.party] = (*found.get(voter.party, ()), voter)
        return found

    def go_on(self, persons: tuple[str, ...]) -> None:
        """After an answer: the next who has not been heard, else the next in the list."""
        places = [n for n, v in enumerate(self.voters) if v.id in persons]
        last = places[-1] if places else self.highlighted or 0
        after = self._next(last + 1)
        if after is not None and not self.left:
            after = min(last + 1, len(self.voters) - 1)
        self.highlighted = after

    def find(self, person: str) -> None:
        """Put the cursor on somebody."""
        self.highlighted = next((n for n, v in enumerate(self.voters) if v.id == person), self.highlighted)

    def _next(self, start: int, but: int | None = None) -> int | None:
        """The first who has not been heard from `start` on, round the end of the list; the last row when all have."""
        waiting = [n for n, v in enumerate(self.voters) if v.id not in self.cast and n != but]
        return next((n for n in waiting if n >= start), waiting[0] if waiting else len(self.voters) - 1 if self.voters else None)

    # What the keys mean now

    @property
    def keys(self) -> Content:
        """The keys in words, as they act now."""
        if self.mode == "rest":
            return Content.assemble((Words.rest(len(self.left)), "bold"), " ", Words.REST_KEYS)
        if self.mode == "":
            return plain(Words.KEYS)
        shown: list[Content | str] = []
        for party, voters in self.parties.items():
            count = sum(1 for v in voters if v.id not in self.cast)
            part = line(f"{party or Words.NO_PARTY} {count}")
            shown += [Content.assemble("▸", part, "◂").stylize("bold") if party == self._party else Content.assemble(" ", part, " ")]
        return Content.assemble((f"{Words.PARTY} ", "bold"), *shown, "\n", Words.PARTY_KEYS)

    def _mode(self, mode: Mode) -> None:
        self.mode, self._typed = mode, ""
        self._party = self.called.party if self.called else next(iter(self.parties), "")
        self.post_message(self.Turned())

    def on_key(self, event: events.Key) -> None:
        """J, N, A: what the one who is called answers. Backspace goes one back, space passes over."""
        letter = folded(event.character) if event.is_printable and event.character else ""
        if self.mode == "party":
            taken = self._party_key(event.key, letter)
        elif self.mode == "rest":
            taken = self._answer(letter, tuple(v.id for v in self.left)) or event.key == "escape"
            if taken:
                self._mode("")
            taken = True
        else:
            taken = self._key(event.key, letter)
        if taken:
            event.stop()
            event.prevent_default()

    def _key(self, key: str, letter: str) -> bool:
        if letter in LETTERS and self.called:
            self._answer(letter, (self.called.id,))
        elif key == "backspace" and self.highlighted:
            self.highlighted -= 1
        elif key == "space" and self.highlighted is not None:
            self.highlighted = self._next(self.highlighted + 1, but=self.highlighted)
        elif letter == "p":
            self._mode("party")
        elif letter == "r" and self.left:
            self._mode("rest")
        elif letter in ("h", "l"):
            self.post_message(self.Asked("find" if letter == "h" else "list"))
        else:
            return False
        return True

    def _party_key(self, key: str, letter: str) -> bool:
        """The code of a party, letter by letter, or an arrow; then what it answers. A code goes before an answer."""
        codes = list(self.parties)
        begun = [c for c in codes if letter and folded(c or "-").startswith(self._typed + letter)]
        if key in {"left", "up", "right", "down"}:
            self._party = codes[(codes.index(self._party) + (1 if key in {"right", "down"} else -1)) % len(codes)]
            self._typed = ""
        elif begun:
            self._typed += letter
            self._party = next((c for c in begun if folded(c or "-") == self._typed), begun[0])
        elif letter in LETTERS:
            voters = self.parties[self._party]
            # Those who have answered already keep their answers, unless all have: then the whole party is put right.
            self._answer(letter, tuple(v.id for v in voters if v.id not in self.cast) or tuple(v.id for v in voters))
            self._mode("")
            return True
        elif key == "escape":
            self._mode("")
            return True
        self.post_message(self.Turned())
        return True

    def _answer(self, letter: str, persons: tuple[str, ...]) -> bool:
        if letter not in LETTERS:
            return False
        self.post_message(self.Answered(persons, LETTERS[letter]))
        return True

    def on_paste(self, event: events.Paste) -> None:
        """A list that is pasted is read, never obeyed key by key."""
        event.stop()
        self.post_message(self.Asked("list", event.text))

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Another name is called."""
        super().watch_highlighted(highlighted)
        if self.is_attached:
            self.post_message(self.Turned())
