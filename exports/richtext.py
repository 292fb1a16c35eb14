"""Markdown that people typed, as blocks of a document.

CommonMark with tables and strikethrough, less what a protocol has no use for: HTML, links, pictures, entities, quotes
and code blocks stay as they were typed. So do headings made by underlining: people draw lines below text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from exports.document import Block, Break, Heading, Inline, Inlines, ListBlock, ListItem, Paragraph, Table, Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

_DEEPEST_HEADING = 6
_DEEPEST = 60  # levels of the parser; a list takes two. What lies deeper it would drop without a word
_LONGEST = 100_000  # characters: more than most whole protocols have, and still read in a moment

_UNREAD = ("html_block", "html_inline", "link", "image", "autolink", "entity", "reference", "blockquote", "code", "fence", "lheading")
_RULE = re.compile(r" *(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_LIST_LINE = re.compile(r"(?P<indent> *)(?P<mark>[-*+]|[0-9]{1,9}[.)])(?:(?P<gap> +)(?P<rest>.*))?$")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_MARKED = re.compile(r"[\\`*_~\t\0]")
"""What has a meaning inside a line."""


def rich(text: str, base_level: int = 4) -> tuple[Block, ...]:
    """The blocks of some Markdown. Its headings, whatever their level, begin at `base_level`.

    Text too long or too deeply nested to be meant as Markdown comes back as literal paragraphs: nothing is lost.
    """
    text = _unified(text)
    if len(text) > _LONGEST or _is_prose(text):
        return literal_paragraphs(text)
    tokens = _parser().parse(_with_levels(text))
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        return literal_paragraphs(text)
    from markdown_it.tree import SyntaxTreeNode

    levels = sorted({int(token.tag[1:]) for token in tokens if token.type == "heading_open" and token.level == 0})
    shifted = {level: min(base_level + rank, _DEEPEST_HEADING) for rank, level in enumerate(levels)}
    return tuple(_blocks(SyntaxTreeNode(tokens).children, shifted))


def literal_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Plain text as it was typed: empty lines part paragraphs, other line ends stay line ends."""
    parts = _BLANK_LINES.split(_unified(text).strip("\n"))
    return tuple(Paragraph(_lines(part.strip().split("\n"))) for part in parts if part.strip())


def inline(text: str) -> Inlines:
    """Inline Markdown, such as the text of a point: emphasis, and nothing that would make a block."""
    text = _unified(text).strip()
    if len(text) > _LONGEST:
        return _lines(text.split("\n"))
    if "\n" not in text and not _MARKED.search(text):
        return (Text(text),) if text else ()
    return _inlines(_parser().parseInline(text)[0].children or [])


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"]).disable(_UNREAD)


def _is_prose(text: str) -> bool:
    """Whether nothing in the text could be Markdown: most of what people type, and the parser takes a sixth of a short protocol."""
    lines = [line.rstrip(" ") for line in text.split("\n")]
    return not _MARKED.search(text) and all(not line or (line[0].isalpha() and not line[-1].isspace()) for line in lines)


def _unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _lines(lines: Iterable[str]) -> Inlines:
    content: list[Inline] = []
    for line in lines:
        if content:
            content.append(Break())
        content.append(Text(line.strip()))
    return tuple(content)


def _with_levels(text: str) -> str:
    """The same Markdown, indented so that every list mark typed further in than the one above is a level below it.

    CommonMark wants the text of the item above as the measure, people indent by a single space:

        - Lämnar medborgarförslaget till nämnden
         - som svarar senast i maj
    """
    lines: list[str] = []
    open_items: list[tuple[int, int, int]] = []  # of each: where its mark and its text stood, and where its text now stands
    after_blank = False
    for line in text.split("\n"):
        line = line.expandtabs(4)
        words = line.lstrip(" ")
        indent = len(line) - len(words)
        if not words.strip():
            lines.append("")
            after_blank = True
            continue
        item = None if _RULE.match(line) else _LIST_LINE.match(line)
        if item:
            while open_items and open_items[-1][0] >= indent:
                open_items.pop()
            at = open_items[-1][2] if open_items else 0
            mark, rest = item["mark"], item["rest"] or ""
            lines.append(f"{' ' * at}{mark} {rest}".rstrip(" "))
            open_items.append((indent, indent + len(mark) + len(item["gap"] or " "), at + len(mark) + 1))
        else:
            if after_blank:  # else the line goes on with the text above, wherever it begins
                while open_items and open_items[-1][1] > indent:
                    open_items.pop()
            at = open_items[-1][2] if open_items and indent else 0
            lines.append(" " * at + words)
        after_blank = False
    return "\n".join(lines)


def _blocks(nodes: Sequence[SyntaxTreeNode], levels: dict[int, int]) -> Iterator[Block]:
    for node in nodes:
        match node.type:
            case "paragraph":
                yield Paragraph(_content(node))
            case "heading":
                yield Heading(levels[int(node.tag[1:])], _content(node))
            case "bullet_list":
                yield ListBlock(tuple(_item(child) for child in node.children), tight=_is_tight(node))
            case "ordered_list":
                start = int(node.attrs.get("start", 1))
                yield ListBlock(tuple(_item(child) for child in node.children), "number", start, _is_tight(node))
            case "table":
                yield _table(node)
            case "hr":  # a line that somebody drew: it has no block, and what was typed is kept
                yield Paragraph((Text(node.markup[0] * 3),))


def _item(node: SyntaxTreeNode) -> ListItem:
    # A heading in an item would stand among the headings of the section: it becomes a strong line.
    found = _blocks(node.children, dict.fromkeys(range(1, 7), _DEEPEST_HEADING))
    blocks = [Paragraph(_strong(block.content)) if isinstance(block, Heading) else block for block in found]
    if blocks and isinstance(blocks[0], Paragraph):
        return ListItem(blocks[0].content, tuple(blocks[1:]))
    return ListItem((), tuple(blocks))


def _is_tight(node: SyntaxTreeNode) -> bool:
    return all(child.hidden for item in node.children for child in item.children if child.type == "paragraph")


def _table(node: SyntaxTreeNode) -> Table:
    rows = [tuple(_content(cell) for cell in row.children) for part in node.children for row in part.children]
    header = rows[0] if any(rows[0]) else ()
    return Table(header, tuple(rows[1:]))


def _content(node: SyntaxTreeNode) -> Inlines:
    return _inlines([token for child in node.children if child.type == "inline" and child.token for token in child.token.children or []])


def _strong(content: Inlines) -> Inlines:
    return tuple(replace(run, strong=True) if isinstance(run, Text) else run for run in content)


def _inlines(tokens: Iterable[Token]) -> Inlines:
    content: list[Inline] = []
    strong = emphasis = strike = 0
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "s_open" | "s_close":
                strike += token.nesting
            case "softbreak" | "hardbreak":
                content.append(Break())
            case _:
                run = Text(token.content, bool(strong), bool(emphasis), token.type == "code_inline", bool(strike))
                if run.text:
                    content.append(run)
    return tuple(content)
