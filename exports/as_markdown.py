"""A document as Markdown: CommonMark with GFM tables, and no HTML.

Literal text is escaped so that it reads as it was typed, and no more than that: people read the raw file too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from exports.document import (
    Block,
    Break,
    Contents,
    Document,
    Field,
    Fields,
    Heading,
    Inlines,
    ListBlock,
    ListItem,
    Paragraph,
    Section,
    Signature,
    Signatures,
    Table,
    Text,
    plain,
)
from exports.emphasis import Kind, spans

_SIGN_HERE = "_" * 30
_DEEPEST_HEADING = 6

_SPECIAL = re.compile(
    r"[\\`*\[|~$]"  # emphasis, code, links, cells of tables; struck text and formulas in wider dialects
    r"|<(?=[A-Za-z/!?])"  # a tag or an address
    r"|&(?=[#A-Za-z0-9])"  # an entity
    r"|(?<![^\W_])_+|_+(?![^\W_])"  # not inside a word: namn_2.pdf
)
_LINE_START = re.compile(
    r"(?P<sign>#{1,6}(?=\s|$)|>|[-+=:](?![^\W_]))"  # heading, quote, list, underline, the second line of a table
    r"|(?P<number>[0-9]{1,9})(?P<dot>[.)])(?=\s|$)"  # a numbered list
)
_CLOSING_SIGNS = re.compile(r"(?<!\S)(#+)$")
_FOLLOWS_TEXT = re.compile(r"(?:[-*]|1[.)]) \S")  # the only lists that may begin right below a line of text


def markdown(document: Document) -> str:
    """The document as Markdown. It ends with one newline, and the same document gives the same bytes."""
    top = (Heading(1, (Text(document.title),)), Paragraph((Text(document.status, strong=True),)))
    return "\n".join(_lines((*top, *document.blocks))) + "\n"


def markdown_blocks(blocks: Iterable[Block]) -> str:
    """Some blocks as Markdown, without an end of line: what an editor shows of a section."""
    return "\n".join(_lines(blocks))


def _lines(blocks: Iterable[Block], *, mark: str = "", tight: bool = False) -> list[str]:
    """The lines of some blocks. `mark` is the list mark that the first one must not have."""
    lines: list[str] = []
    for block in _flat(blocks):
        match block:
            case Heading():
                new = _heading(block)
            case Paragraph():
                new = _paragraph(block.content)
            case ListBlock():
                mark_here = _other_mark(block, mark)
                new = _list(block, mark_here)
            case Table():
                new = _table(block)
            case Signature():
                new = _signature(block)
        if not new:
            continue
        if lines and not (tight and isinstance(block, ListBlock) and _FOLLOWS_TEXT.match(new[0])):
            lines.append("")
        lines += new
        mark = mark_here if isinstance(block, ListBlock) else ""
    return lines


def _flat(blocks: Iterable[Block]) -> Iterator[Heading | Paragraph | ListBlock | Table | Signature]:
    """The blocks with those that Markdown has no syntax for spelled out."""
    for block in blocks:
        match block:
            case Section():
                yield from _flat(block.blocks)
            case Fields():
                for field in block.fields:
                    yield from _field(field)
            case Contents():
                yield Heading(2, (Text(block.heading),))
                entries = (", ".join(filter(None, (" ".join(columns[:2]), *columns[2:]))) for _, columns in block.entries)
                yield ListBlock(tuple(ListItem((Text(entry),)) for entry in entries))
            case Signatures():
                yield Heading(2, (Text(block.heading),))
                yield from block.lines
            case _:
                yield block


def _field(field: Field) -> Iterator[Paragraph | ListBlock]:
    label = Text(field.label, strong=True)
    values = [value for value in field.lines if plain(value).strip()]
    if len(values) == 1:
        yield Paragraph((label, Text(" "), *values[0]))
        return
    yield Paragraph((label,))
    yield ListBlock(tuple(ListItem(value) for value in values))


def _heading(heading: Heading) -> list[str]:
    words = _on_one_line(heading.content)
    if not words:
        return []
    words = _CLOSING_SIGNS.sub(r"\\\1", words)
    return [f"{'#' * min(heading.level, _DEEPEST_HEADING)} {words}"]


def _paragraph(content: Inlines) -> list[str]:
    lines = [_inline(line, starts_line=True) for line in _split(content)]
    while lines and not lines[-1]:
        lines.pop()
    first = next((number for number, line in enumerate(lines) if line), 0)
    # A backslash at the end of a line is the line break that can be seen.
    return [line + "\\" for line in lines[first:-1]] + lines[-1:]


def _list(block: ListBlock, mark: str) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(block.items, block.start):
        # Markdown has no lettered lists: the letter is text.
        content = (Text(f"{_letter(number)}) "), *item.content) if block.marks == "letter" else item.content
        sign = f"{number}{mark}" if block.marks == "number" else mark
        inside = _lines((Paragraph(content), *item.blocks), mark=mark, tight=block.tight)
        if lines and not block.tight:
            lines.append("")
        lines.append(f"{sign} {inside[0]}" if inside else sign)
        lines += [f"{' ' * len(sign)} {line}" if line else "" for line in inside[1:]]
    return lines


def _other_mark(block: ListBlock, taken: str) -> str:
    """A mark that keeps the list apart from the one before it – and from the one around it: `- - -` is no list."""
    first, second = (".", ")") if block.marks == "number" else ("-", "*")
    return second if first == taken else first


def _table(table: Table) -> list[str]:
    width = max((len(row) for row in (table.header, *table.rows)), default=0)
    if not width:
        return []
    header, *rows = (_row(row, width) for row in (table.header, *table.rows))
    return [header, "|" + " --- |" * width, *rows]


def _row(cells: Sequence[Inlines], width: int) -> str:
    texts = [_on_one_line(cell, in_cell=True) for cell in cells]
    return "|" + "".join(f" {text} |" for text in texts + [""] * (width - len(texts)))


def _on_one_line(content: Inlines, *, in_cell: bool = False) -> str:
    """For headings and cells, which cannot hold a line end."""
    return " ".join(filter(None, (_inline(line, in_cell=in_cell) for line in _split(content))))


def _signature(signature: Signature) -> list[str]:
    role, *others = filter(None, (signature.role, signature.name, signature.note, signature.when))
    return [f"{_inline((Text(role, strong=True),))} {_SIGN_HERE} {_inline((Text(', '.join(others)),))}".rstrip()]


def _split(content: Inlines) -> list[list[Text]]:
    """The runs of every line."""
    lines: list[list[Text]] = [[]]
    for run in content:
        if isinstance(run, Break):
            lines.append([])
        else:
            lines[-1].append(run)
    return lines


def _inline(line: Sequence[Text], *, starts_line: bool = False, in_cell: bool = False) -> str:
    written: list[str] = []
    for kind, text in spans(line):
        if kind is Kind.MARK:
            written.append(text)
        elif kind is Kind.CODE:
            written.append(_code(text, in_cell=in_cell))
        else:
            written.append(escaped(text, starts_line=starts_line and not written))
    return "".join(written)


def escaped(text: str, *, starts_line: bool = False) -> str:
    """Literal text such that Markdown reads it as typed."""
    safe = _SPECIAL.sub(_backslashed, text)
    if starts_line and (found := _LINE_START.match(safe)):
        at = found.start("dot") if found["number"] else 0
        safe = f"{safe[:at]}\\{safe[at:]}"
    return safe


def _backslashed(found: re.Match[str]) -> str:
    return "".join(f"\\{sign}" for sign in found[0])


def _code(text: str, *, in_cell: bool) -> str:
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    if in_cell:
        text = text.replace("|", "\\|")
    return f"{fence}{space}{text}{space}{fence}"


def _letter(number: int) -> str:
    """a, b … z, aa, ab …"""
    before, last = divmod(number - 1, 26)
    return (_letter(before) if before > 0 else "") + chr(ord("a") + last)
