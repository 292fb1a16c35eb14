"""What a single line of a bundle of tjänsteskrivelser looks like: a title, a letterhead, a signature, the foot of a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from agendas.intake.pages import LOOKS_BOLD, Line, Part, Row
from agendas.intake.patterns import days_in, only_name, only_reference
from agendas.intake.words import BODY, SUBHEADINGS, Section, is_title, section_of, squeezed

_META = {
    "datum", "diarienummer", "dnr", "diarienr", "tjansteskrivelse", "handlaggare", "referens", "ordforandeskrivelse", "ordforandebeslut",
    "tjansteutlatande", "foredragningspm", "beslutsforslag", "skrivelse", "sida", "kontakt", "avsandare", "mottagare", "till",
    "varreferens", "erreferens", "forvaltning", "missiv", "ankomstdatum",
}  # fmt: skip
_META_LABEL = re.compile(
    r"(?:föredragande|föredragning|ansvarig)\s*:.{3,90}|(?:upprättad|upprättat|skapad|daterad|kontaktperson|enhet|beslutsdatum|sammanträdesdatum)\b.{0,90}|"
    r"(?:datum|dnr|diarienummer|diarienr|handläggare|telefon|tfn|e-?post|sid(?:a)?|version|ärendenummer|referens|vår referens)\s*:?\s*\S.*",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"(?:[\wåäöÅÄÖ -]*(?:förvaltning(?:en)?|kansli(?:et)?|kommun|kontor(?:et)?|sektor|avdelning(?:en)?))", re.IGNORECASE)
ATTACHMENT = re.compile(r"(?:ärende|bilaga|bil\.?)\s*(?:nr\.?\s*)?[\dA-Z]{0,3}[.:]?", re.IGNORECASE)
_PAGE = re.compile(r"\s+\d{1,3}\s*\(\s*\d{1,3}\s*\)$")


class Lines:
    """The parts of a bundle, each asked what it looks like where it stands."""

    def __init__(self, parts: Sequence[Part], is_item: Callable[[int], bool], letterheads: frozenset[str]) -> None:
        """`is_item`: which parts are titles in the list of items; `letterheads`: names to pass over, squeezed."""
        self.parts = parts
        self.is_item = is_item
        self.letterheads = letterheads
        self.sections: list[Section | None] = [section_of(p.text) if isinstance(p, Line) and not p.mark else None for p in parts]
        """The section whose heading a part is."""

    def looks_like_title(self, n: int) -> bool:
        """Whether a line can be the title of a letter: short, no sentence, no list sign, no name alone."""
        part = self.parts[n]
        if not isinstance(part, Line) or self.sections[n] is not None or self.is_meta(n):
            return False
        if part.mark and not part.mark[0].isdigit():
            return False
        text = part.text
        short = 3 < len(text) <= 250 and not text.endswith((".", ",", ";", ":"))
        return (
            short
            and text[:1].isalnum() | (text[:1] in "\"”'“«§")
            and (only_name(text) is None or 0 < part.level < LOOKS_BOLD)
            and squeezed(text) not in SUBHEADINGS
        )

    def joins(self, above: int, below: int) -> bool:
        """Whether two lines are one title that was broken."""
        part, other = self.parts[above], self.parts[below]
        return (
            isinstance(part, Line)
            and isinstance(other, Line)
            and not other.gap
            and not other.mark
            and not other.new_page
            and self.looks_like_title(above)
            and part.level == other.level
        )

    def is_break(self, n: int) -> bool:
        """Whether a page, or a heading of the highest kind, begins here."""
        part = self.parts[n]
        return part.new_page or (isinstance(part, Line) and part.level == 1 and n > 0)

    def is_meta(self, n: int) -> bool:
        """Whether a part is what a letterhead holds, and says nothing of the matter: date, Dnr, office, page."""
        part = self.parts[n]
        if isinstance(part, Row):
            return all(not c or self.meta_text(c) for c in part.cells)
        return self.meta_text(part.text)

    def meta_text(self, text: str) -> bool:
        """The same of a text by itself."""
        said = squeezed(_PAGE.sub("", text))
        if BODY.fullmatch(text.strip()) and len(text) < 60:
            return True  # to whom it is written
        if said in _META or said in self.letterheads or only_reference(text) or _META_LABEL.fullmatch(text):
            return True
        days = days_in(text)
        if days and days[0].end - days[0].start >= len(text) - 8:
            return True
        return len(text) < 50 and bool(_OFFICE.fullmatch(text))

    def is_signature(self, n: int) -> bool:
        """Whether a part is the post of somebody whose name stands above it, or that name."""
        return self.signer(n) is not None or (n > 0 and self.signer(n - 1) is not None)

    def signer(self, n: int) -> tuple[str, str, str] | None:
        """(name, party, title) of the one whose name stands here, with the post on the next line."""
        part = self.parts[n]
        following = self.parts[n + 1] if n + 1 < len(self.parts) else None
        if not isinstance(part, Line) or part.mark or not isinstance(following, Line) or following.mark:
            return None
        name = only_name(part.text)
        if name is None or is_title(part.text) or len(following.text) > 70 or following.text.endswith("."):
            return None
        return (*name, following.text) if is_title(following.text) and self.sections[n + 1] is None else None

    def is_foot(self, n: int) -> bool:
        """`Ärende 7` below a page that is not the last."""
        part = self.parts[n]
        return isinstance(part, Line) and bool(ATTACHMENT.fullmatch(part.text.strip())) and not part.mark

    def in_head(self, n: int) -> bool:
        """Whether a line stands in a letterhead that a new page began."""
        for k in range(n, max(n - 8, 0), -1):
            if self.parts[k].new_page:
                return True
            if not (self.is_meta(k) or self.is_name(k)):
                return False
        return False

    def is_name(self, n: int) -> bool:
        """Whether a part is a name and nothing else."""
        return only_name(self.parts[n].text) is not None
