"""What is different since the protocol was last written to a file, § by § and heading by heading.

Of the last export only digests are kept, on this machine: nothing that stands in a protocol can be read out of them.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from agendas.disk import private_folder
from agendas.names import slug
from agendas.value import Value
from exports.document import Block, Document, Fields, Heading, Section, Signatures, plain
from exports.output import write_whole
from exports.style_model import Style
from sessions.meeting import Meeting
from sessions.places import session_name

_LATEST = "senaste.json"
_MOST_REMEMBERED = 200
_OF_THE_STYLE = 3  # headings below it are what people typed
COVER = "försättsbladet"
NOTICE = "anslaget"
APPENDICES = "bilagorna"
UNNUMBERED = "ärenden utan paragraf"
ORDER = "ordningen"

Print = dict[str, dict[str, str]]
"""Of each part – `§ 6 Föreningsbidrag`, the cover – the digest of what stands under each of its headings; "" above the first."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Change(Value):
    """One part of the protocol that is not as it was."""

    where: str
    """`§ 6`, or what else the part is called."""
    how: Literal["ändrad", "ny", "borta"]
    headings: tuple[str, ...] = ()
    """Under which headings, when it is changed."""

    def __str__(self) -> str:
        """`§ 6 (Beslut, Jäv)`, `§ 7 ny`."""
        if self.how != "ändrad":
            return f"{self.where} {self.how}"
        named = ", ".join(h for h in self.headings if h)
        return f"{self.where} ({named})" if named else self.where


def fingerprint(document: Document) -> Print:
    """The digests of a document. Its §§ go by the number alone: a title that changed is a change, and no other §."""
    made: Print = {COVER: {"": _digest(repr((document.title, document.status)))}}
    order: list[str] = []
    for name, block in _parts(document.blocks):
        order.append(name)
        part = made.setdefault(name, {})
        for heading, written in _by_heading(block):
            part[heading] = _digest(part.get(heading, "") + written)
    made[ORDER] = {"": _digest(repr(order))}
    return made


def changes(before: Print, now: Print) -> tuple[Change, ...]:
    """What is different, in the order of the protocol; what is gone comes last."""
    told: list[Change] = []
    for name, part in now.items():
        if name == ORDER:
            continue
        if name not in before:
            told.append(Change(name, "ny"))
        elif before[name] != part:
            old = before[name]
            different = tuple(h for h in dict.fromkeys((*part, *old)) if part.get(h) != old.get(h))
            told.append(Change(name, "ändrad", different))
    told += [Change(name, "borta") for name in before if name not in now]
    if not told and before.get(ORDER) != now.get(ORDER):
        told.append(Change(ORDER, "ändrad"))
    return tuple(told)


def since_last(state: Path, meeting: Meeting, style: Style, document: Document, *, public: bool) -> tuple[Change, ...] | None:
    """What is different from the last export of this meeting, in this style and version; None when there was none."""
    before = _read(state).get(_key(meeting, style, public))
    return None if before is None else changes(before, fingerprint(document))


def remember(state: Path, meeting: Meeting, style: Style, document: Document, *, public: bool) -> None:
    """Keep the digests of what was exported. That it cannot be kept only means that the next export tells no difference."""
    known = _read(state)
    key = _key(meeting, style, public)
    known.pop(key, None)
    latest = dict(list({**known, key: fingerprint(document)}.items())[-_MOST_REMEMBERED:])
    with contextlib.suppress(OSError):
        private_folder(state)
        write_whole(state / _LATEST, json.dumps(latest, ensure_ascii=False, indent=1).encode())


def told(found: tuple[Change, ...] | None) -> str:
    """The changes as one sentence; empty when there was no export before."""
    if found is None:
        return ""
    if not found:
        return "Inget är ändrat sedan förra utskriften."
    return f"Ändrat sedan förra utskriften: {', '.join(map(str, found))}."


def _key(meeting: Meeting, style: Style, public: bool) -> str:
    """A session and the archive that is made of it are the same meeting; another style or version is another text."""
    opened = meeting.opened.isoformat() if meeting.opened else ""
    return f"{slug(session_name(meeting.plan))} {opened} {style.name}{' offentlig' if public else ''}"


def _read(state: Path) -> dict[str, Print]:
    """What is known of earlier exports. A file that is missing or damaged is none."""
    try:
        found = json.loads((state / _LATEST).read_text(encoding="utf-8"))
        return {key: {name: dict(part) for name, part in prints.items()} for key, prints in found.items()}
    except (OSError, ValueError, RecursionError, AttributeError, TypeError):
        return {}


def _parts(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Block]]:
    """The parts with what they are called. The contents only say what the §§ say."""
    for block in blocks:
        if not isinstance(block, Section):
            yield COVER, block
        elif block.kind == "paragraph":
            yield _name(block), block
        elif block.kind == "appendix":
            yield APPENDICES, block
        elif block.kind == "notice":
            yield NOTICE, block
        elif block.kind != "contents":
            yield from _parts(block.blocks)


def _name(section: Section) -> str:
    if section.anchor.startswith("paragraf-"):
        return f"§ {section.anchor.removeprefix('paragraf-')}"
    return UNNUMBERED  # and not its title, which may be secret


def _by_heading(block: Block) -> Iterator[tuple[str, str]]:
    """What stands under each heading of a §, spelled out so that any difference is one."""
    if isinstance(block, Fields):
        for field in block.fields:
            yield field.label, repr(field)
    elif isinstance(block, Signatures):
        yield block.heading, repr(block)
    elif not isinstance(block, Section):
        yield "", repr(block)
    else:
        heading = ""
        for place, inner in enumerate(block.blocks):
            if isinstance(inner, Heading) and place and inner.level <= _OF_THE_STYLE:
                heading = " ".join(plain(inner.content).split())
            yield heading, repr(inner)


def _digest(written: str) -> str:
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:16]
