"""A document as a PDF that can be read aloud and kept: tagged, PDF/A-2a and PDF/UA-1, through typst – an extra.

All text is handed to typst as strings, never as its markup, so nothing that somebody typed can be read as a command.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from exports.column_widths import column_widths
from exports.document import (
    Block,
    Break,
    Contents,
    Document,
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
    one_line,
    plain,
)

_NO_GLYPH = "could not be displayed"
_DEEPEST_HEADING = 6
_DIRECTIONS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Signs that turn the direction of text: PDF/UA wants a real direction, and nobody types them on purpose."""

_LOOK = """\
#set text(lang: "sv", region: "SE", size: 11pt * large, font: ("Libertinus Serif", "Calibri", "DejaVu Sans", "Noto Sans", "Noto Emoji"))
#set par(leading: 0.65em, spacing: 0.9em)
#show heading: set block(above: 1.5em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set text(size: 19pt * large)
#show heading.where(level: 2): set text(size: 14pt * large)
#show heading.where(level: 3): set text(size: 11.5pt * large)
#show heading.where(level: 4): set text(size: 11pt * large)
#set table(stroke: 0.5pt, inset: 5pt, align: left)
#show table.cell.where(y: 0): set text(weight: "regular")
#let field(label, keep: false, ..lines) = block(spacing: 0.9em, sticky: keep, grid(columns: (5cm, 1fr), column-gutter: 0.5cm,
  strong(label), stack(spacing: 0.6em, ..lines)))
#let entry(to, words) = block(spacing: 0.55em, link(to)[#words #box(width: 1fr, repeat[.#h(0.2em)]) #context counter(page).at(to).first()])
#let signature(role, name, keep: false) = block(above: 2.6em, breakable: false, sticky: keep, grid(columns: (5.5cm, 1fr), row-gutter: 0.5em,
  strong(role), line(start: (0pt, 0.8em), length: 100%, stroke: 0.6pt), [], name))
"""


class NoTypst(Exception):
    """The extra that makes PDF is not installed."""

    def __str__(self) -> str:
        return (
            "PDF behöver tillägget typst, som inte är installerat. Installera det: pip install 'klubban[pdf]' – eller välj --format docx."
        )


class CannotPrint(Exception):
    """A sign in the document is in no typeface of this machine."""

    def __init__(self, told: str) -> None:
        super().__init__(told)
        self.told = told

    def __str__(self) -> str:
        told = f"PDF:en kan inte göras: ett tecken finns inte i något typsnitt på den här datorn ({self.told})."
        return f"{told} Byt ut tecknet, eller välj --format docx."


class TooLong(CannotPrint):
    """A word that no line could hold, and that the typesetter cannot break."""

    def __str__(self) -> str:
        return "PDF:en kan inte göras: ett ord i texten är orimligt långt. Dela det, eller välj --format docx."


def pdf(document: Document, *, scale: float = 1.0) -> bytes:
    """The document as a PDF; the same document gives the same bytes. `scale`: larger type than that of a protocol.

    Raises NoTypst without the extra, CannotPrint for a sign that no typeface has.
    """
    try:
        import typst
    except ImportError as missing:
        raise NoTypst from missing
    source = typst_source(document, scale).encode()

    def compiled(*, own_fonts: bool) -> bytes:
        try:
            return typst.compile(
                source, format="pdf", pdf_standards=["a-2a", "ua-1"], ignore_system_fonts=own_fonts, timestamp=_day(document)
            )
        except BaseException as fault:
            if type(fault).__name__ != "PanicException":  # of Rust, and no Exception: a word of 65,536 bytes is one way to it
                raise
            raise TooLong(str(fault)) from fault

    try:
        return compiled(own_fonts=True)  # the typefaces that typst brings are the same on every machine
    except typst.TypstError as error:
        if _NO_GLYPH not in str(error):
            raise
    try:
        return compiled(own_fonts=False)
    except typst.TypstError as error:
        if _NO_GLYPH not in str(error):
            raise
        raise CannotPrint(str(error).partition("`")[2].partition("`")[0]) from error


def _day(document: Document) -> int:
    """The day of the meeting as the file's own time, and not that of the export: what has not changed is the same file."""
    try:
        day = datetime.date.fromisoformat(document.date[:10])
    except ValueError:
        day = datetime.date(2000, 1, 1)
    return int(datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC).timestamp())


def typst_source(document: Document, scale: float = 1.0) -> str:
    """What typst is given."""
    writer = _Writer(document.blocks)
    lines = [
        f"#set document(title: {_string(document.title)}, author: {_string(document.body)}, date: auto)",
        f"#let large = {scale:g}",
        _LOOK,
        _page(document),
        f"#heading(level: 1, {_string(document.title)})",
        *([f"#par(strong({_string(document.status)}))"] if document.status else []),
        *writer.blocks(document.blocks),
    ]
    return "\n".join(lines) + "\n"


def _page(document: Document) -> str:
    """Body and page number, date and status, on top of every page."""
    status = _string(document.status)
    return (
        '#set page(paper: "a4", margin: 2.5cm, header: context { set text(size: 9pt); grid(columns: (1fr, auto), row-gutter: 0.5em, '
        f"{_string(document.body)}, [Sida #counter(page).display() (#counter(page).final().first())], "
        f"{_string(document.date)}, {f'strong({status})' if document.draft else status}) }})"
    )


def _string(text: str) -> str:
    """Text as a string of typst's: nothing in it means anything."""
    safe = one_line(text).translate(_DIRECTIONS)
    return '"' + safe.replace("\\", "\\\\").replace('"', '\\"') + '"'


class _Writer:
    """Writes blocks as calls. Every call stands on a line of its own."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.anchors = set(_anchors(blocks))
        self.set_anchors: set[str] = set()
        self.new_page = False
        self.sticky = False
        """Each field stands on the page of the one that follows it: a notice is put up whole."""
        self.level = 1
        """That of the last heading: PDF/UA lets none be skipped on the way down."""

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            if self.new_page and not isinstance(block, Section):
                self.new_page = False
                yield "#pagebreak(weak: true)"
            match block:
                case Section():
                    self.new_page = self.new_page or block.new_page
                    before, self.sticky = self.sticky, block.kind == "notice"
                    yield from self.blocks(block.blocks)
                    self.sticky = before
                case Heading():
                    yield from self.heading(block)
                case Paragraph():
                    if _says(block.content):
                        content = _content(block.content)
                        keep = block.keep_with_next or self.sticky
                        yield f"#block(sticky: true, par({content}))" if keep else f"#par({content})"
                case ListBlock():
                    yield f"#{self.list(block)}"
                case Table():
                    yield from _table(block)
                case Fields():
                    for place, field in enumerate(block.fields, 1):
                        lines = [_content(line) for line in field.lines if _says(line)]
                        sticky = "true" if self.sticky and place < len(block.fields) else "false"
                        yield f"#field({', '.join([_string(field.label), f'keep: {sticky}', *lines])})"
                case Contents():
                    yield from self.contents(block)
                case Signatures():
                    yield from self.heading(Heading(2, (Text(block.heading),)))
                    for place, line in enumerate(block.lines, 1):
                        yield _signature(line, keep=place < len(block.lines))

    def heading(self, heading: Heading) -> Iterator[str]:
        if not _says(heading.content):
            return
        self.level = min(heading.level, self.level + 1, _DEEPEST_HEADING)
        made = f"#heading(level: {self.level}, {_content(heading.content)})"
        if heading.anchor and heading.anchor not in self.set_anchors:
            self.set_anchors.add(heading.anchor)
            made += f" #label({_string(heading.anchor)})"
        yield f"#[{made}]"

    def list(self, block: ListBlock) -> str:
        items = ", ".join(self.item(item) for item in block.items)
        tight = f"tight: {'true' if block.tight else 'false'}"
        if block.marks == "bullet":
            return f"list({tight}, {items})"
        form = "a)" if block.marks == "letter" else "1."
        return f'enum({tight}, numbering: "{form}", start: {block.start}, {items})'

    def item(self, item: ListItem) -> str:
        own = f"#{_content(item.content)} " if _says(item.content) else ""
        inside = "\n".join(self.blocks(item.blocks))
        return f"[{own}{inside}]"

    def contents(self, contents: Contents) -> Iterator[str]:
        yield from self.heading(Heading(2, (Text(contents.heading),)))
        for anchor, columns in contents.entries:
            words = _string("   ".join(column for column in map(one_line, columns) if column.strip()))
            yield f"#entry(label({_string(anchor)}), {words})" if anchor in self.anchors else f"#par({words})"


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    """The anchors that can be linked to: those of headings that say something."""
    for block in blocks:
        if isinstance(block, Section):
            yield from _anchors(block.blocks)
        elif isinstance(block, Heading) and block.anchor and _says(block.content):
            yield block.anchor


def _says(content: Inlines) -> bool:
    return bool(one_line(plain(content)).strip())


def _content(content: Inlines) -> str:
    """Inlines as one value."""
    runs = list(content)
    while runs and isinstance(runs[-1], Break):
        runs.pop()
    written: list[str] = []
    for run in runs:
        if isinstance(run, Break):
            written.append("linebreak()")
            continue
        if not run.text:
            continue
        words = f"[#{_string(run.text)}]"
        if run.code:
            words = f"raw({_string(run.text)})"
        for wanted, name in ((run.strike, "strike"), (run.emphasis, "emph"), (run.strong, "strong")):
            words = f"{name}({words})" if wanted else words
        written.append(words)
    return f"({' + '.join(written)})" if written else "[]"


def _table(table: Table) -> Iterator[str]:
    width = max((len(row) for row in (table.header, *table.rows)), default=0)
    if not width:
        return
    columns = (
        "("
        + ", ".join(["1fr", *["auto"] * (width - 1)] if table.kind == "votes" else [f"{share:.3f}fr" for share in column_widths(table)])
        + ",)"
    )
    cells = [_row(row, width) for row in table.rows]
    if any(_says(cell) for cell in table.header):
        head = ", ".join(f"strong({_content(cell)})" for cell in (*table.header, *[()] * (width - len(table.header))))
        cells.insert(0, f"table.header({head})")
    yield f"#table(columns: {columns}, {', '.join(cells)})"


def _row(cells: tuple[Inlines, ...], width: int) -> str:
    return ", ".join(_content(cell) for cell in (*cells, *[()] * (width - len(cells))))


def _signature(line: Signature, *, keep: bool) -> str:
    below = ", ".join(filter(None, (line.name, line.note, line.when)))
    return f"#signature({_string(line.role)}, {_string(below)}{', keep: true' if keep else ''})"
