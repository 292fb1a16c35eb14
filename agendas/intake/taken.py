"""What came through of a document: the agenda, what is doubtful in it, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from agendas.clean import clean_line
from agendas.file import agenda_toml
from agendas.intake.pages import Place, Source
from agendas.lines import KeyPath, line_map, line_of
from agendas.model import Agenda
from agendas.value import Value

_WIDEST = 136


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Doubt(Value):
    """One thing that was assumed, is missing or did not fit: what to look at."""

    message: str
    """A Swedish sentence: what stands in the source, and what was assumed."""
    place: Place | None = None
    path: KeyPath = ()
    """Where in the agenda: `("item", 3, "reference")`; empty when it is about the whole."""

    def told(self, name: str) -> str:
        """`kallelse.pdf, sida 2, rad 14: …`, on one line."""
        return clean_line(f"{name}, {self.place}: {self.message}" if self.place else f"{name}: {self.message}")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Passage(Value):
    """A stretch of the source that is not in the agenda."""

    first: Place
    last: Place
    start: str
    """How it begins."""
    words: int

    def __str__(self) -> str:
        """`rad 52–72 ("Till Socialnämnden …", 812 ord)`."""
        if self.first == self.last:
            where = str(self.first)
        elif self.first.page != self.last.page:
            where = f"{self.first} – {self.last}"
        else:
            where = f"{self.first}–{self.last.line}"
        return f'{where} ("{self.start}", {self.words} ord)'


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Taken(Value):
    """The result of an import."""

    agenda: Agenda
    doubts: tuple[Doubt, ...]
    """In the order of the source, those about the whole last."""
    source: Source
    left_out: tuple[Passage, ...] = ()

    def told(self) -> list[str]:
        """Every doubt on a line of its own, with file and place."""
        return [doubt.told(self.source.name) for doubt in self.doubts]


def taken_toml(taken: Taken) -> str:
    """The agenda file, with each doubt as a comment above what it is about."""
    name = clean_line(Path(taken.source.name).name)
    opening = f"Importerad ur {name}. Det som är tveksamt står som # TVEKSAMT. Gå igenom det före sammanträdet."
    return commented(taken.agenda, taken.doubts, opening)


def commented(agenda: Agenda, doubts: Iterable[Doubt], opening: str, word: str = "TVEKSAMT") -> str:
    """The agenda file with an opening comment, and each doubt after `word` above what it is about."""
    text = agenda_toml(agenda)
    places = line_map(text)
    above: dict[int, list[str]] = {}
    top: list[str] = []
    for doubt in doubts:
        line = line_of(places, doubt.path) if doubt.path else None
        said = f"{doubt.message} ({doubt.place})" if doubt.place else doubt.message
        (above.setdefault(line, []) if line else top).append(said)
    lines = text.split("\n")
    made = [lines[0], f"# {opening}"]
    for said in top:
        made += _comment(f"{word}: {said}")
    for number, written in enumerate(lines[1:], 2):
        for said in above.get(number, ()):
            made += _comment(f"{word}: {said}")
        made.append(written)
    return "\n".join(made)


def _comment(said: str) -> list[str]:
    rows: list[str] = [""]
    for word in clean_line(said).split(" "):
        if len(rows[-1]) + len(word) + 1 > _WIDEST and rows[-1]:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return [f"# {row}" if not n else f"#   {row}" for n, row in enumerate(rows)]
