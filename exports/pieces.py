"""Paragraphs, points and lists made of sentences and of what people typed: what the sections of a § consist of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from agendas.model import Point, split_points
from exports.document import Block, Break, Inlines, ListBlock, ListItem, Paragraph, Text, text
from exports.richtext import inline, literal_paragraphs
from exports.style_model import Lines, Points
from exports.swedish import lower_first
from exports.wording import Said

Blocks = tuple[Block, ...]


def points(given: Sequence[Point], style: Points, *, literal: bool = False) -> Blocks:
    """Points as the style wants them. `literal`: their text is no Markdown."""
    read: Callable[[str], Inlines] = typed if literal else inline
    if not given:
        return ()
    as_written = style == "som skrivet"
    single = len(given) == 1 and not given[0].sub and not (as_written and given[0].mark)
    if style == "stycken" or single:
        return tuple(Paragraph(read(part)) for point in given for part in point.text.split("\n\n") if part.strip())
    items = tuple(ListItem(read(point.text), _subpoints(point, read)) for point in given)
    if style == "streck" or (as_written and all(point.mark == "-" for point in given)):
        return (ListBlock(items),)
    if as_written and all(point.mark[:1].isalpha() for point in given):
        return (ListBlock(items, "letter"),)
    first = given[0].mark.rstrip(".)")
    return (ListBlock(items, "number", int(first) if as_written and first.isdigit() else 1),)


def _subpoints(point: Point, read: Callable[[str], Inlines]) -> Blocks:
    return (ListBlock(tuple(ListItem(read(sub)) for sub in point.sub), "letter"),) if point.sub else ()


def after_lead(lead: str, content: Inlines) -> Inlines:
    """One att-sats that goes on from its lead: `Nämnden beslutar att …`, as a whole sentence."""
    first, *rest = content
    if isinstance(first, Text):
        content = (replace(first, text=lower_first(first.text)), *rest)
    last = content[-1]
    ended = isinstance(last, Text) and last.text.rstrip().endswith((".", "!", "?", ":", "”"))
    return (*text(f"{lead} "), *content, *(() if ended else text(".")))


def paragraphs(sentences: Iterable[str]) -> Blocks:
    """A paragraph for each sentence that says something."""
    return tuple(Paragraph(typed(sentence)) for sentence in sentences if sentence)


def said_blocks(all_said: Iterable[Said]) -> Blocks:
    """Sentences, each with the words that somebody typed below it: as points when they are points, else as they stand."""
    blocks: list[Block] = []
    for said in all_said:
        blocks.append(Paragraph(text(said.text), keep_with_next=bool(said.words)))
        own = split_points(said.words)
        blocks += points(own, "som skrivet", literal=True) if len(own) > 1 else literal_paragraphs(said.words)
    return tuple(blocks)


def listing(lines: Sequence[str], style: Lines) -> Blocks:
    """Several things, as the style lists them; a single one is a line."""
    if not lines:
        return ()
    if style == "komma":
        return (Paragraph(text(", ".join(lines))),)
    if style == "rader" or len(lines) == 1:
        return (Paragraph(joined(map(text, lines))),)
    return (ListBlock(tuple(ListItem(text(line)) for line in lines), "number" if style == "numrerade" else "bullet"),)


def typed(words: str) -> Inlines:
    """Words as somebody typed them, line by line."""
    return joined(map(text, words.split("\n")))


def joined(lines: Iterable[Inlines]) -> Inlines:
    """Lines of one paragraph or heading."""
    content: list[Text | Break] = []
    for number, line in enumerate(lines):
        content += [Break(), *line] if number else line
    return tuple(content)
