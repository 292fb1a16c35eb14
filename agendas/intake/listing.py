"""The list of items while it is read: the drafts so far, and below which heading we are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from agendas.intake.ledger import Draft
from agendas.intake.words import kind_of_title, squeezed
from agendas.model import ItemKind
from agendas.names import folded

NOTHING = {"", "-", "--", "---", "–", "—", "nej", "inga"}


NUMBER = re.compile(r"(?P<sign>§+\s*)?(?P<number>\d{1,4})(?:/\d{2,4})?[.):]?")


OTHER_NUMBER = re.compile(r"(?P<key>[A-ZÅÄÖ]|\d{1,2}\.\d{1,2}|\d{1,3} ?[a-h])[.):]?")
"""What else items are numbered with: `B`, `2.1`, `7 a`."""

NUMBERED = re.compile(
    r"(?:(?P<sign>§+)\s*|(?:ärende|punkt|ärendenr)\s+(?:nr\s*)?)?(?P<number>\d{1,4})(?:/\d{4})?(?:[.):]|(?<=\d))\s*[-–:]?\s+(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass
class Listing:
    """What was found: the drafts in order, where the list begins and ends."""

    drafts: list[Draft] = field(default_factory=list)
    first: int | None = None
    last: int = -1
    tabular: bool = False

    def found(self, index: int, draft: Draft) -> None:
        """One more item."""
        self.drafts.append(draft)
        self.first = index if self.first is None else self.first
        self.last = index


@dataclass
class Below:
    """Where in the list we are: below which heading, and what it says of its items."""

    kind: ItemKind | None = None
    heading: str = ""
    decided_by: str = ""
    secret: bool = False
    announced: Draft | None = None
    """The item whose table of subitems we are in."""

    def enter(self, text: str, kind: ItemKind) -> None:
        """Go in under a heading. It may name the body that decides, or say that what follows is secret."""
        self.kind, self.heading, self.announced = kind, text, None
        found = re.search(r"\b(kommunfullmäktige|kommunstyrelsen|regionfullmäktige|regionstyrelsen)\b", text, re.IGNORECASE)
        self.decided_by = found[1].capitalize() if found else ""
        self.secret = "sekretess" in folded(text)


def set_number(draft: Draft, text: str) -> None:
    """Put a number into the draft: a § when it has the sign, else the number on the list."""
    if found := NUMBER.fullmatch(text.strip()):
        if found["sign"]:
            draft.paragraph = int(found["number"])
        else:
            draft.number = found["number"]
    elif other := OTHER_NUMBER.fullmatch(text.strip()):
        draft.number = other["key"]


def handouts_of(text: str) -> str:
    """What a cell says of the papers: `bifogas`, `vid sammanträdet`, or nothing that is known."""
    said = squeezed(text)
    if said in {"x", "ja", "bifogas", "bilaga", "jabifogas", "bil"} or said.startswith("bifoga"):
        return "bifogas"
    return "vid sammanträdet" if said in {"vs", "vidsammantradet", "delasut", "muntligt", "muntlig"} else ""


def take_from_heading(draft: Draft, state: Below) -> None:
    """Let the heading above an item tell what the item itself does not: its kind, and who decides."""
    if state.kind and draft.kind is None and kind_of_title(draft.title)[0] not in {"formalia", "paus"}:
        own = kind_of_title(draft.title)[0]
        draft.kind = own if own and state.kind == "beslut" else state.kind
    if state.decided_by and not draft.decided_by:
        draft.decided_by = [state.decided_by]
    if state.secret and not draft.secrecy:
        draft.secrecy = "sekretess"
        draft.doubt("secrecy", f'Står under rubriken "{state.heading}": antogs vara sekretessbelagt. Skriv grunden eller ta bort nyckeln.')
