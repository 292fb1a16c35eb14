"""HTML read back by the standard library's parser, in the form of `reading.py`, with what only HTML has: ids, links, tags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br"}


@dataclass
class Node:
    tag: str
    attributes: dict
    children: list = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def find(self, tag: str) -> list[Node]:
        return [node for node in self.walk() if node.tag == tag]

    @property
    def words(self) -> str:
        said = "".join("\n" if c.tag == "br" else c.words for c in _as_nodes(self.children))
        return "\n".join(line.strip(" \n\t") for line in said.split("\n")).strip("\n") if self.tag not in _INLINE else said


_INLINE = {"strong", "em", "s", "code", "span", "a", "#text"}


@dataclass
class _Words(Node):
    said: str = ""

    @property
    def words(self) -> str:
        return self.said


def _as_nodes(children: list) -> list[Node]:
    return [c if isinstance(c, Node) else _Words("#text", {}, said=c) for c in children]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("#root", {})
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, f"<{self.open[-1].tag}> ended by </{tag}>"
        self.open.pop()

    def handle_data(self, data):
        at = self.open[-1]
        after_break = bool(at.children) and isinstance(at.children[-1], Node) and at.children[-1].tag == "br"
        at.children.append(data.removeprefix("\n") if after_break else data)


def parsed(page: str) -> Node:
    """The tree of a page. Every tag must be closed, in order."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root]
    return reader.root


def read_html(page: str) -> list[tuple]:
    """The blocks of the page's main part."""
    (main,) = parsed(page).find("main")
    return _blocks(main)


def _blocks(node: Node) -> list[tuple]:
    found: list[tuple] = []
    for child in node.children:
        if not isinstance(child, Node):
            continue
        match child.tag:
            case "section" | "article" | "div":
                found += _blocks(child)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                found.append(("heading", int(child.tag[1]), child.words.replace("\n", " ")))
            case "p":
                found.append(("paragraph", child.words))
            case "ul" | "ol":
                kind = "bullet" if child.tag == "ul" else "number"
                found.append(
                    ("list", kind, int(child.attributes.get("start", 1)), [_item(li) for li in child.children if isinstance(li, Node)])
                )
            case "table":
                rows = child.find("tr")
                cells = [[c.words.replace("\n", " ") for c in row.children if isinstance(c, Node)] for row in rows]
                found.append(("table", cells))
    return found


def _item(li: Node) -> list[tuple]:
    own = Node("p", {}, [c for c in li.children if not isinstance(c, Node) or c.tag in _INLINE | {"br"}])
    blocks = [c for c in li.children if isinstance(c, Node) and c.tag not in _INLINE | {"br"}]
    return [*([("paragraph", own.words)] if own.words else []), *_blocks(Node("div", {}, blocks))]
