"""Where each key of a TOML text stands.

`tomllib` forgets lines. This walks through the text a second time, only when something is to be told about it. The
text is known to be good TOML by then, so that no fault has to be found here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress

KeyPath = tuple[str | int, ...]
"""Keys and places in lists, from the outside in: `("item", 2, "at")`."""

_TOKEN = re.compile(
    r'(?P<string>"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\')'
    r"|(?P<bare>[^\s\[\]{},=.#\"']+)|(?P<sign>[\[\]{},=.\n])|\#[^\n]*",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_SIGNS = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\", "e": "\x1b"}


def line_map(text: str) -> dict[KeyPath, int]:
    """The line, from 1, of every table, key and list element of a text that `tomllib` can read."""
    walker = _Walker(text)
    with suppress(IndexError, RecursionError):  # were a text too much for us, the lines found so far are better than none
        walker.walk()
    return walker.lines


def line_of(lines: Mapping[KeyPath, int], path: KeyPath) -> int | None:
    """The line of `path`, or of what is nearest around it."""
    return next((lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in lines), None)


class _Walker:
    """One pass over the tokens: `sign`s and keys decide where we are, values are only passed."""

    def __init__(self, text: str) -> None:
        self.lines: dict[KeyPath, int] = {}
        self.tokens = list(_tokens(text.replace("\r\n", "\n")))
        self.at = 0
        self.lengths: dict[KeyPath, int] = {}  # of arrays of tables so far

    def walk(self) -> None:
        table: KeyPath = ()
        while self.at < len(self.tokens):
            token, line = self.tokens[self.at]
            if token == "\n":
                self.at += 1
            elif token == "[":
                table = self.header(line)
            else:
                self.pair(table)

    def header(self, line: int) -> KeyPath:
        many = self.tokens[self.at + 1][0] == "["
        self.at += 2 if many else 1
        *before, last = self.keys()
        self.at += 2 if many else 1
        path: KeyPath = ()
        for key in before:
            path = self.inside((*path, key))
        path = (*path, last)
        self.lines.setdefault(path, line)
        if many:
            self.lengths[path] = self.lengths.get(path, 0) + 1
            path = self.inside(path)
            self.lines[path] = line
        return path

    def inside(self, path: KeyPath) -> KeyPath:
        """The path itself, or the latest element when it is an array of tables."""
        return (*path, self.lengths[path] - 1) if path in self.lengths else path

    def keys(self) -> list[str]:
        keys = [_unquoted(self.take())]
        while self.tokens[self.at][0] == ".":
            self.at += 1
            keys.append(_unquoted(self.take()))
        return keys

    def pair(self, table: KeyPath) -> None:
        line = self.tokens[self.at][1]
        path = table
        for key in self.keys():
            path = (*path, key)
            self.lines.setdefault(path, line)
        self.take()  # the equals sign
        self.value(path)

    def value(self, path: KeyPath) -> None:
        token, line = self.tokens[self.at]
        self.lines.setdefault(path, line)
        if token == "[":
            self.at += 1
            self.elements(path, "]")
        elif token == "{":
            self.at += 1
            self.elements(path, "}")
        else:
            while self.at < len(self.tokens) and self.tokens[self.at][0] not in {"\n", ",", "]", "}"}:
                self.at += 1

    def elements(self, path: KeyPath, end: str) -> None:
        count = 0
        while (token := self.tokens[self.at][0]) != end:
            if token in {"\n", ","}:
                self.at += 1
            elif end == "]":
                self.value((*path, count))
                count += 1
            else:
                self.pair(path)
        self.at += 1

    def take(self) -> str:
        token = self.tokens[self.at][0]
        self.at += 1
        return token


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    line = 1
    for match in _TOKEN.finditer(text):
        if match.lastgroup is not None:
            yield match[0], line
        line += match[0].count("\n")


def _unquoted(key: str) -> str:
    if key.startswith('"'):
        return _ESCAPED.sub(lambda m: _SIGNS.get(m[1]) or chr(int(m[1][1:] or "0", 16)), key[1:-1])
    return key.strip("'")
