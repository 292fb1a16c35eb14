"""What a script is made of: words to say, answers, gavels, pauses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from agendas.value import Value

CueKind = Literal["säg", "svar", "klubba", "paus", "gör"]
"""To say; what the body answers; the gavel; a pause; something to do or to know."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Cue(Value):
    """One thing that the chair says, hears or does."""

    kind: CueKind
    text: str = ""
    finds: bool = field(default=False, compare=False)
    """Whether it tells what was found: what is said before it is the question."""

    def __str__(self) -> str:
        """`⚒` for the gavel, `N: Ja.` for an answer, `(paus)`, else the words."""
        return {"klubba": "⚒", "svar": f"N: {self.text}", "paus": f"({self.text})" if self.text else "…"}.get(self.kind, self.text)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Script(Value):
    """One of M-1–M-16, made for this moment."""

    code: str
    cues: tuple[Cue, ...]

    @property
    def asked(self) -> tuple[str, ...]:
        """The words to say until the answer is known: the question, without what was found."""
        found: list[str] = []
        for cue in self.cues:
            if cue.finds:
                break
            found += [cue.text] if cue.kind == "säg" else []
        return tuple(found)

    def __str__(self) -> str:
        """One line for each cue."""
        return "\n".join(str(cue) for cue in self.cues)


GAVEL, YES, PAUSE = Cue("klubba"), Cue("svar", "Ja."), Cue("paus")


def say(text: str) -> Cue:
    """Words for the chair."""
    return Cue("säg", text)


def find(text: str) -> Cue:
    """The words that tell what the chair found."""
    return Cue("säg", text, finds=True)
