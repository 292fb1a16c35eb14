"""A § section by section, as it will be printed and as it can be edited: what stands where, and what saving it records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from agendas.value import Value
from exports.style import Style
from sessions.events import Event, ItemAmended, TextWritten
from sessions.meeting import ItemState, Meeting
from tui.texts.meeting import EditParagraph as Words

PROTOCOL = "protocol"
"""The section of the box `Protokolltext`; the style says under which heading it is printed."""
ALWAYS = frozenset({"decision", "summary"})
"""Sections that have their box also while nothing stands in them."""
FIELDS = ("title", "reference", "documents", "recipients")
"""What is edited as the item's own data."""

State = Literal["own", "generated", "override", "stale", "empty"]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Part(Value):
    """One box. `generated`: what would be printed without an own text. `state`: whose words stand there now."""

    section: str
    heading: str
    text: str
    generated: str = ""
    state: State = "own"

    @property
    def is_field(self) -> bool:
        """Whether it is a field of the item rather than a text of the protocol."""
        return self.section in FIELDS and self.state == "own"

    @property
    def one_line(self) -> bool:
        """Whether it holds a single line."""
        return self.section in ("title", "reference")


def parts_of(meeting: Meeting, item: ItemState, style: Style, generated: Mapping[str, str]) -> tuple[Part, ...]:
    """All boxes of a §: the head, then the sections in the style's order."""
    head = (
        Part("title", Words.SECTIONS["title"], item.item.title),
        Part("reference", Words.SECTIONS["reference"], item.item.reference),
    )
    return (*head, *(part for name in style.sections.order for part in _section(meeting, item, style, name, generated)))


def _section(meeting: Meeting, item: ItemState, style: Style, name: str, generated: Mapping[str, str]) -> list[Part]:
    found = []
    if name in FIELDS and name not in item.texts:  # an archive may bring a text in place of the list
        lines = item.item.documents if name == "documents" else item.item.recipients
        found.append(Part(name, heading_of(meeting, item, style, name), "\n".join(lines)))
    else:
        made, own = generated.get(name, "").strip("\n"), item.texts.get(name, "")
        found.append(Part(name, heading_of(meeting, item, style, name), own or made, made, _state(item, name, own, made)))
    if name == style.sections.protocol_text:
        printed_under = Words.printed_under(found[0].heading)
        box = Part(PROTOCOL, printed_under, item.texts.get(PROTOCOL, ""))
        # The section itself often is nothing but the box: then one box is enough.
        found = [box] if found[0].state == "empty" else [*found, box]
    return found


def _state(item: ItemState, name: str, own: str, made: str) -> State:
    if not own:
        return "generated" if made else "empty"
    return "stale" if item.last_seq > item.text_seqs.get(name, 0) else "override"


def heading_of(meeting: Meeting, item: ItemState, style: Style, name: str) -> str:
    """The heading that the style prints; our own word for the section when the style has none or needs more than the body."""
    key = "decision_proposing" if name == "decision" and item.proposes else name
    template = str(getattr(style.headings, key, ""))
    body = meeting.body
    values = {"body": body.definite, "body_genitive": body.genitive, "body_name": body.name}
    values |= {key.capitalize(): value[:1].upper() + value[1:] for key, value in values.items()}
    try:
        return template.format_map(values) or Words.SECTIONS[name]
    except (KeyError, ValueError, IndexError):
        return Words.SECTIONS[name]


def saving(item: ItemState, part: Part, text: str, at: datetime) -> Event | None:
    """What records the text of a box; None when it says what stands there already.

    The generated text itself, or nothing, is no text of one's own: then the section goes back to being generated.
    """
    if part.is_field:
        value: Any = text.strip() if part.one_line else tuple(line.strip() for line in text.splitlines() if line.strip())
        if value == getattr(item.item, part.section):
            return None
        return ItemAmended(at=at, item=item.id, field=part.section, value=value)
    stands = item.texts.get(part.section, "")
    wanted = "" if text.strip() == part.generated.strip() else text if text.strip() else ""
    return None if wanted == stands else TextWritten(at=at, item=item.id, section=part.section, text=wanted)


def around(meeting: Meeting, item: str) -> tuple[str, ...]:
    """The §§ that can be stepped through, in order of number; the one at hand is always among them."""
    numbered = tuple(x.id for x in meeting.numbered)
    return numbered if item in numbered else (*numbered, item)
