"""What should not stand in a text that is published: digits like a personnummer, e-mail addresses, telephone numbers (R-1206).

A warning, never a refusal: a case number can look like a person's, and an official's address may well be public.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agendas.value import Value
from exports.document import Block, Contents, Document, Fields, Heading, Inlines, ListBlock, Paragraph, Section, Signatures, Table, plain

_SPACE = "[ \u00a0]?"
_PERSON = re.compile(
    r"(?<![\d/])(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"  # a day, or one of a samordningsnummer
    rf"{_SPACE}[-–+]?{_SPACE}(?:\d{{4}}|[Tt][Ff]\d{{2}})(?!\d)"
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\d/.:,§-])(?<!\d[ \u00a0])(?:\+46|0046|0)(?:[ \u00a0\-–/()]{0,2}\d){7,11}(?![\d/])")
_KINDS = (("personnummer", _PERSON), ("e-postadress", _MAIL), ("telefonnummer", _PHONE))


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Suspect(Value):
    """Something in a public text that somebody should look at."""

    where: str
    """The heading of the § that it stands in; empty on the cover."""
    kind: str
    found: str

    def __str__(self) -> str:
        """As a warning says it."""
        return f"{self.where or 'Försättsbladet'}: ser ut som ett {self.kind}: {self.found} (R-1206)".replace("ett e-post", "en e-post")


def suspects(document: Document) -> tuple[Suspect, ...]:
    """What looks like a person's number or address in a document, in its order, each once a §."""
    return tuple(dict.fromkeys(_in_blocks(document.blocks, "")))


def _in_blocks(blocks: Iterable[Block], where: str) -> Iterator[Suspect]:
    for block in blocks:
        if isinstance(block, Section):
            heading = next((plain(b.content) for b in block.blocks if isinstance(b, Heading)), where)
            yield from _in_blocks(block.blocks, " ".join(heading.split()) if block.kind == "paragraph" else where)
            continue
        for words in _words(block):
            for kind, pattern in _KINDS:
                for found in pattern.finditer(words):
                    yield Suspect(where, kind, found[0].strip())
                words = pattern.sub(" ", words)  # a personnummer is no telephone number too


def _words(block: Block) -> Iterator[str]:
    """The text of one block, run by run of what belongs together."""
    match block:
        case Heading() | Paragraph():
            yield plain(block.content)
        case ListBlock():
            for item in block.items:
                yield plain(item.content)
                for inner in item.blocks:
                    yield from _words(inner)
        case Table():
            yield from _all(cell for row in (block.header, *block.rows) for cell in row)
        case Fields():
            yield from _all(line for field in block.fields for line in field.lines)
        case Contents() | Section():
            return  # the titles stand in their §§ too; the blocks of a section are looked through one by one
        case Signatures():
            for line in block.lines:
                yield f"{line.name} {line.note} {line.when}"


def _all(many: Iterable[Inlines]) -> Iterator[str]:
    return (plain(content) for content in many)
