"""Markdown read back by somebody else's parser, and documents, in one form that can be compared.

A block is a tuple: ("heading", level, words), ("paragraph", words), ("list", kind, start, items), ("table", rows).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from exports.document import Block, Heading, Inlines, ListBlock, Paragraph, Section, Table, plain

Read = tuple


def read(markdown: str) -> list[Read]:
    """The blocks of some Markdown. HTML, links, code blocks and rules come out as themselves: no document has them."""
    parser = MarkdownIt("commonmark", {"maxNesting": 200}).enable(["table", "strikethrough"])
    return _blocks(SyntaxTreeNode(parser.parse(markdown)).children)


def expected(blocks: Iterable[Block]) -> list[Read]:
    """What the blocks of a document should be read as: those that say nothing are not there."""
    found: list[Read] = []
    for block in blocks:
        match block:
            case Heading() if words(block.content, " "):
                found.append(("heading", min(block.level, 6), words(block.content, " ")))
            case Paragraph() if words(block.content):
                found.append(("paragraph", words(block.content)))
            case ListBlock() if block.items:
                items = [expected((Paragraph(item.content), *item.blocks)) for item in block.items]
                start = block.start if block.marks == "number" else 1
                found.append(("list", "number" if block.marks == "number" else "bullet", start, items))
            case Table():
                rows = [[words(cell, " ") for cell in row] for row in (block.header, *block.rows)]
                width = max(map(len, rows))
                if width:
                    found.append(("table", [row + [""] * (width - len(row)) for row in rows]))
            case Section():
                found += expected(block.blocks)
    return found


def words(content: Inlines, line_end: str = "\n") -> str:
    lines = (re.sub(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+", " ", line).strip() for line in plain_lines(content))
    if line_end == "\n":
        return "\n".join(lines).strip("\n")
    return line_end.join(filter(None, lines))


def plain_lines(content: Inlines) -> list[str]:
    return plain(tuple(_no_line_ends(run) for run in content)).split("\n")


def _no_line_ends(run):
    from exports.document import Text

    return Text(run.text.replace("\n", " ")) if isinstance(run, Text) else run


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> list[Read]:
    found: list[Read] = []
    for node in nodes:
        match node.type:
            case "heading":
                found.append(("heading", int(node.tag[1:]), _words(node)))
            case "paragraph":
                found.append(("paragraph", _words(node)))
            case "bullet_list":
                found.append(("list", "bullet", 1, [_blocks(item.children) for item in node.children]))
            case "ordered_list":
                start = int(node.attrs.get("start", 1))
                found.append(("list", "number", start, [_blocks(item.children) for item in node.children]))
            case "table":
                rows = [row for part in node.children for row in part.children]
                found.append(("table", [[_words(cell) for cell in row.children] for row in rows]))
            case _:
                found.append((node.type, node.content))
    return found


def _words(node: SyntaxTreeNode) -> str:
    said: list[str] = []
    for inline in node.children:
        for token in inline.token.children or [] if inline.token else []:
            match token.type:
                case "text" | "code_inline":
                    said.append(token.content)
                case "softbreak" | "hardbreak":
                    said.append("\n" if token.type == "hardbreak" else "<a line end that is no line end>")
                case "strong_open" | "strong_close" | "em_open" | "em_close" | "s_open" | "s_close":
                    pass
                case _:
                    said.append(f"<{token.type}>")
    return "".join(said)
