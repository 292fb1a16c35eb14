"""A document as one HTML file: no scripts, no outside requests, made for the web anslagstavla, for screen readers and for paper.

Literal text is escaped and nothing else is done to it. The same document gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib.resources import files
from urllib.parse import quote

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

_DEEPEST_HEADING = 6
_TOP = "innehall-borjar"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What the page itself forbids its reader's browser: to fetch or to run anything."""


def html(document: Document, *, scale: float = 1.0) -> str:
    """The document as HTML. It ends with one newline. `scale`: larger type than that of a protocol."""
    title = " – ".join(filter(None, map(one_line, (document.title, document.date, document.status))))
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{_attribute(document.language.partition("-")[0])}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{escape(title)}</title>",
            f"<style>\n{_look()}{_page_header(document)}{_larger(scale)}</style>",
            "</head>",
            f'<body class="{"utkast" if document.draft else "klart"}">',
            f'<a class="hoppa" href="#{_TOP}">Hoppa till innehållet</a>',
            "<header>",
            f"<h1>{escape(one_line(document.title))}</h1>",
            *([f'<p class="status"><strong>{escape(one_line(document.status))}</strong></p>'] if document.status else []),
            "</header>",
            f'<main id="{_TOP}">',
            *_Writer().blocks(document.blocks),
            "</main>",
            "</body>",
            "</html>\n",
        )
    )


@cache
def _look() -> str:
    return (files("exports") / "as_html.css").read_text(encoding="utf-8")


def _page_header(document: Document) -> str:
    """What stands on top of every printed page: the body, its date and the status."""
    left = " · ".join(filter(None, map(one_line, (document.body, document.date))))
    return (
        f"@page {{ @top-left {{ content: {_css_string(left)}; }} @top-right {{ content: {_css_string(one_line(document.status))}; }} }}\n"
    )


def _larger(scale: float) -> str:
    """Every size on the page is reckoned from that of its root; on paper the text has its own."""
    if scale == 1.0:
        return ""
    return f":root {{ font-size: {round(scale * 100)}%; }}\n@media print {{ body {{ font-size: {11 * scale:g}pt; }} }}\n"


def _css_string(text: str) -> str:
    """Text as a string in a style sheet: whatever is no letter, digit or space is a number, so that nothing ends the sheet."""
    # The space after the number ends it, however many digits it has: without one the space of the text itself would be eaten.
    return '"' + "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):06x} " for sign in text) + '"'


def _attribute(text: str) -> str:
    return escape(one_line(text), quote=True)


def _id(anchor: str) -> str:
    """An anchor as an id: those cannot hold spaces."""
    return one_line(anchor).strip().replace(" ", "-")


class _Writer:
    """Writes blocks, and gives every id once."""

    def __init__(self) -> None:
        self.taken: set[str] = {_TOP}

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            match block:
                case Section():
                    yield from self.section(block)
                case Heading():
                    yield from self.heading(block)
                case Paragraph():
                    if words := _inline(block.content):
                        yield f"<p>{words}</p>"
                case ListBlock():
                    yield from self.list(block)
                case Table():
                    yield from _table(block)
                case Fields():
                    yield from _fields(block)
                case Contents():
                    yield from self.contents(block)
                case Signatures():
                    yield from self.heading(Heading(2, (Text(block.heading),)))
                    yield from _signatures(block)

    def section(self, section: Section) -> Iterator[str]:
        """A § is an article that its heading names; the rest are plain sections, so that the list of landmarks stays short."""
        tag = "article" if section.kind == "paragraph" else "section"
        named = next((b for b in section.blocks if isinstance(b, Heading) and b.anchor and plain(b.content).strip()), None)
        about = ""
        if named and _id(named.anchor) not in self.taken:
            about = f' aria-labelledby="{_attribute(_id(named.anchor))}"'
        elif not named:
            about = self.free_id(section.anchor)
        kinds = [section.kind, *(["ny-sida"] if section.new_page else [])]
        yield f'<{tag} class="{" ".join(kinds)}"{about}>'
        yield from self.blocks(section.blocks)
        yield f"</{tag}>"

    def heading(self, heading: Heading) -> Iterator[str]:
        if words := _inline(heading.content):
            level = min(heading.level, _DEEPEST_HEADING)
            yield f"<h{level}{self.free_id(heading.anchor)}>{words}</h{level}>"

    def free_id(self, anchor: str) -> str:
        wanted = _id(anchor)
        if not wanted or wanted in self.taken:
            return ""
        self.taken.add(wanted)
        return f' id="{_attribute(wanted)}"'

    def list(self, block: ListBlock) -> Iterator[str]:
        tag, about = "ul", ""
        if block.marks != "bullet":
            tag = "ol"
            about = (' type="a"' if block.marks == "letter" else "") + (f' start="{block.start}"' if block.start != 1 else "")
        yield f"<{tag}{about}>"
        for item in block.items:
            yield from self.item(item, tight=block.tight)
        yield f"</{tag}>"

    def item(self, item: ListItem, *, tight: bool) -> Iterator[str]:
        words = _inline(item.content)
        yield f"<li>{words if tight or not words else f'<p>{words}</p>'}"
        yield from self.blocks(item.blocks)
        yield "</li>"

    def contents(self, contents: Contents) -> Iterator[str]:
        heading = one_line(contents.heading) or "Innehåll"
        named = self.free_id("innehall")
        yield f'<nav aria-label="{_attribute(heading)}">'
        yield f"<h2{named}>{escape(heading)}</h2>"
        yield "<ol>"
        lengths = [sum(map(len, column)) for column in zip(*(columns for _, columns in contents.entries), strict=False)]
        about = ' class="rubrik"'
        widest = lengths.index(max(lengths)) if lengths else 0  # the titles, wherever the style has them
        for anchor, columns in contents.entries:
            words = " ".join(
                f"<span{about if place == widest else ''}>{escape(one_line(column))}</span>"
                for place, column in enumerate(columns)
                if column.strip() or place < widest
            )
            yield f'<li><a href="#{_attribute(quote(_id(anchor)))}">{words}</a></li>'
        yield "</ol>"
        yield "</nav>"


def _inline(content: Inlines) -> str:
    """A line of text. Space at its ends says nothing; a line end at the end neither."""
    written: list[str] = []
    for run in content:
        if isinstance(run, Break):
            written.append("<br>\n")
        elif run.text:
            words = escape(one_line(run.text), quote=False)
            for wanted, tag in ((run.code, "code"), (run.strike, "s"), (run.emphasis, "em"), (run.strong, "strong")):
                words = f"<{tag}>{words}</{tag}>" if wanted else words
            written.append(words)
    while written and written[-1] == "<br>\n":
        written.pop()
    while written and written[0] == "<br>\n":
        written.pop(0)
    return "".join(written) if one_line(plain(content)).strip() else ""


def _table(table: Table) -> Iterator[str]:
    rows = (table.header, *table.rows)
    width = max(map(len, rows), default=0)
    if not width:
        return
    named = ", ".join(one_line(plain(cell)) for cell in table.header if plain(cell).strip())
    label = f"Tabell: {named}" if named else "Tabell"
    # Wider than a narrow window it is scrolled sideways, and by the keyboard too.
    yield f'<div class="tabell" role="group" aria-label="{_attribute(label)}" tabindex="0">'
    yield f'<table class="{table.kind}">'
    if any(_inline(cell) for cell in table.header):
        yield "<thead>"
        yield _row(table.header, width, head=True)
        yield "</thead>"
    yield "<tbody>"
    for row in table.rows:
        yield _row(row, width, names=table.kind == "votes")
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _row(cells: tuple[Inlines, ...], width: int, *, head: bool = False, names: bool = False) -> str:
    """A row. A header that says nothing is no header; the first cell of a row of votes is the header of that row."""
    written: list[str] = []
    for place in range(width):
        words = _inline(cells[place]) if place < len(cells) else ""
        if head and words:
            written.append(f'<th scope="col">{words}</th>')
        elif names and words and place == 0:
            written.append(f'<th scope="row">{words}</th>')
        else:
            written.append(f"<td>{words}</td>")
    return f"<tr>{''.join(written)}</tr>"


def _fields(fields: Fields) -> Iterator[str]:
    yield "<dl>"
    for field in fields.fields:
        lines = [words for line in field.lines if (words := _inline(line))]
        values = "".join(f"<dd>{words}</dd>" for words in lines or [""])
        yield f"<div><dt>{escape(one_line(field.label))}</dt>{values}</div>"
    yield "</dl>"


def _signatures(signatures: Signatures) -> Iterator[str]:
    yield '<ul class="underskrifter">'
    for line in signatures.lines:
        yield f"<li>{_signature(line)}</li>"
    yield "</ul>"


def _signature(line: Signature) -> str:
    below = ", ".join(escape(one_line(part)) for part in (line.name, line.note, line.when) if part)
    return f'<strong>{escape(one_line(line.role))}</strong> <span class="linje"></span> <span class="namn">{below}</span>'
