"""Files as people and machines spoil them: real ones with bytes turned, parts missing, keys renamed, values beyond all reason."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence

NASTY = (
    "\x1b[31mröd\x1b[0m",
    "\x1b]0;titel\x07",
    "\x9b2J",
    "[b]fet[/b] [@click=app.quit]här[/]",
    "\u202emot\u202c",
    "\u2066a\u2069\u200f\u200b\ufeff",
    "e\u0301\u0301\u0301",
    "\U0001f469\u200d\U0001f4bb",
    "\x00",
    "\x01\x08\x0b\x0c\x7f\x85\u2028\u2029",
    "\ufffe\uffff\U0010ffff",
    "\"'\\ ''' \"\"\" [[item]] # = ",
    "| a | b |\n|---|\n",
    "§ 1 § 99999999999999999999 §§ 3–1",
    "kl. 25.99",
    "99999-99-99",
)
VALUES = (
    "0",
    "-1",
    "9" * 30,
    "9" * 5000,
    "1e999",
    "nan",
    "-inf",
    "0x7fffffffffffffff",
    "true",
    '""',
    "''",
    '"\\uD800"',
    "[]",
    "[[], [[]]]",
    "{}",
    '{ a = 1, "" = { b = [] } }',
    '["a", 1, true]',
    "0001-01-01",
    "9999-12-31",
    "2022-02-30",
    "00:00:00",
    "23:59:60",
    "2022-01-17T13:00:00Z",
    "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59",
    '"' + "a" * 100_000 + '"',
    "'''" + "rad\n" * 2000 + "'''",
)
LARGE = 1_000_000
_KEY = re.compile(rb"(?m)^([A-Za-z_]+)( *= *)(.*)$")
_NUMBER = re.compile(rb"\d+")

Change = Callable[[bytes, random.Random], bytes]


def _place(data: bytes, dice: random.Random) -> int:
    return dice.randrange(len(data) + 1)


def _piece(data: bytes, dice: random.Random, most: int = 400) -> tuple[int, int]:
    start = _place(data, dice)
    return start, min(len(data), start + dice.randrange(most))


def flipped(data: bytes, dice: random.Random) -> bytes:
    """Some bytes become others."""
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 8)) if changed else 0):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def truncated(data: bytes, dice: random.Random) -> bytes:
    """The end is missing, or the beginning."""
    at = _place(data, dice)
    return data[:at] if dice.random() < 0.7 else data[at:]


def cut(data: bytes, dice: random.Random) -> bytes:
    """A piece is missing."""
    start, end = _piece(data, dice)
    return data[:start] + data[end:]


def doubled(data: bytes, dice: random.Random) -> bytes:
    """A piece stands there again, somewhere, once or many times."""
    start, end = _piece(data, dice)
    at = _place(data, dice)
    return data[:at] + data[start:end] * dice.choice((1, 1, 2, 50)) + data[at:]


def lines_moved(data: bytes, dice: random.Random) -> bytes:
    """A line stands somewhere else, or is gone, or stands twice."""
    lines = data.split(b"\n")
    line = lines.pop(dice.randrange(len(lines)))
    for _ in range(dice.choice((0, 1, 1, 2))):
        lines.insert(dice.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


def nasty(data: bytes, dice: random.Random) -> bytes:
    """Control characters, markup, directions, what is no character at all."""
    at = _place(data, dice)
    return data[:at] + dice.choice(NASTY).encode("utf-8", "surrogatepass") + data[at:]


def lone_surrogate(data: bytes, dice: random.Random) -> bytes:
    """Half a character, as bytes or as an escape."""
    at = _place(data, dice)
    return data[:at] + dice.choice((b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\\ud800", b"\\udfff", b"\xff", b"\xc3")) + data[at:]


def key_renamed(data: bytes, dice: random.Random) -> bytes:
    """A key gets the name of another, or one letter less."""
    keys = list(_KEY.finditer(data))
    if not keys:
        return flipped(data, dice)
    one, other = dice.choice(keys), dice.choice(keys)
    name = dice.choice((other[1], one[1][:-1], one[1].upper(), b'"' + one[1] + b'"', one[1] + b".x", b"__class__", b"id"))
    return data[: one.start(1)] + name + data[one.end(1) :]


def value_changed(data: bytes, dice: random.Random) -> bytes:
    """A value of another kind, or beyond all reason."""
    keys = list(_KEY.finditer(data))
    if not keys:
        return number_changed(data, dice)
    one, other = dice.choice(keys), dice.choice(keys)
    value = other[3] if dice.random() < 0.3 else dice.choice(VALUES).encode()
    return data[: one.start(3)] + value + data[one.end(3) :]


def number_changed(data: bytes, dice: random.Random) -> bytes:
    """A number becomes another, or far too large."""
    found = list(_NUMBER.finditer(data))
    if not found:
        return flipped(data, dice)
    one = dice.choice(found)
    new = dice.choice((b"0", b"00", b"31", b"99", b"2147483648", b"9" * 25, b"9" * 4400, one[0] + b"0"))
    return data[: one.start()] + new + data[one.end() :]


def nested(data: bytes, dice: random.Random) -> bytes:
    """Lists in lists, tables in tables, points in points."""
    depth = dice.choice((5, 50, 500, 5000))
    deep = dice.choice(
        (
            b"x = " + b"[" * depth + b"]" * depth,
            b"x = " + b"{a=" * depth + b"1" + b"}" * depth,
            b"[" + b"a." * min(depth, 200) + b"b]\n",
            b"".join(b" " * n + b"- x\n" for n in range(min(depth, 300))),
            b">" * depth + b" x",
            b"(" * depth,
            b"#" * depth + b" x",
        )
    )
    at = data.find(b"\n", _place(data, dice)) + 1
    return data[:at] + deep + b"\n" + data[at:]


def large(data: bytes, dice: random.Random) -> bytes:
    """A megabyte in one place."""
    letters = (b"a", "å".encode(), b"a ", b"1. ", b"a\n", b"- Namn Namnsson (S)\n", b"\t", b"\\n", "§ 1 ".encode(), b".")
    marks = (b"[", b"[a](", b"<!--", b"*a ", b"_a ", b"**", b"-", b"|", b"a|", b"# ", b"a   ")
    unit = dice.choice((*letters, *marks))
    text = unit * (LARGE // len(unit))
    keys = list(_KEY.finditer(data))
    if keys and dice.random() < 0.5:
        one = dice.choice(keys)
        return data[: one.start(3)] + b'"""' + text + b'"""' + data[one.end(3) :]
    at = _place(data, dice)
    return data[:at] + text + data[at:]


def line_ends(data: bytes, dice: random.Random) -> bytes:
    """Ends of lines from every system, mixed."""
    ends = dice.choice(
        ((b"\r\n",), (b"\r",), (b"\r\n", b"\n", b"\r"), (b"\n\r",), (b"\xe2\x80\xa8", b"\n"), (b"\x0c", b"\n"), (b"\n\n\n",))
    )
    return b"".join(line + dice.choice(ends) for line in data.split(b"\n"))


def encoded(data: bytes, dice: random.Random) -> bytes:
    """Saved in another encoding, or twice."""
    text = data.decode("utf-8", "replace")
    kind = dice.choice(("latin-1", "cp1252", "cp437", "utf-16", "utf-16-le", "utf-32", "utf-8-sig", "mac_roman", "utf-7", "twice"))
    if kind == "twice":
        return data.decode("latin-1").encode()
    return text.encode(kind, "replace")


CHANGES: tuple[tuple[Change, int], ...] = (
    (flipped, 8),
    (truncated, 4),
    (cut, 8),
    (doubled, 6),
    (lines_moved, 10),
    (nasty, 10),
    (lone_surrogate, 4),
    (key_renamed, 14),
    (value_changed, 16),
    (number_changed, 10),
    (nested, 3),
    (line_ends, 4),
    (encoded, 3),
)
LARGE_SHARE = 0.002


def spoiled(sources: Sequence[bytes], dice: random.Random) -> bytes:
    """One of the sources, spoiled in one way or several."""
    data = dice.choice(sources)
    if len(sources) > 1 and dice.random() < 0.05:  # two files in one
        other = dice.choice(sources)
        data = data[: _place(data, dice)] + other[_place(other, dice) :]
    if dice.random() < LARGE_SHARE:
        return large(data, dice)
    changes, weights = zip(*CHANGES, strict=True)
    for change in dice.choices(changes, weights, k=dice.choice((1, 1, 1, 2, 3, 6))):
        data = change(data, dice)
    return data


def spoiled_word(sources: Sequence[bytes], dice: random.Random) -> bytes:
    """A Word file spoiled from outside, or one of its parts from inside."""
    data = dice.choice(sources)
    if dice.random() < 0.3:
        return dice.choice((flipped, truncated, cut, doubled))(data, dice)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        names = packed.namelist()
        chosen = "word/document.xml" if dice.random() < 0.6 else dice.choice(names)
        for name in names:
            part = packed.read(name)
            if name == chosen:
                part = _spoiled_xml(part, dice)
                if dice.random() < 0.05:
                    continue
            new.writestr(name, part)
    return made.getvalue()


_TAG = re.compile(rb"<(/?)([A-Za-z0-9:]+)([^<>]*)>")


def _spoiled_xml(data: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.choice((1, 1, 2, 4))):
        tags = list(_TAG.finditer(data))
        if not tags or dice.random() < 0.3:
            data = dice.choice((flipped, truncated, cut, doubled, nasty, number_changed))(data, dice)
            continue
        one, other = dice.choice(tags), dice.choice(tags)
        start, end = sorted((one.start(), other.start()))
        match dice.randrange(7):
            case 0:  # one tag less
                data = data[: one.start()] + data[one.end() :]
            case 1:  # whole elements somewhere else, or again and again
                data = data[:start] + data[start : min(end, start + 4000)] * dice.choice((0, 2, 20)) + data[end:]
            case 2:
                data = data[: one.start(2)] + other[2] + data[one.end(2) :]
            case 3:
                data = data[: one.start(3)] + other[3] + data[one.end(3) :]
            case 4:
                depth = dice.choice((10, 300, 3000))
                name = dice.choice((b"w:p", b"w:tbl", b"w:ins", b"w:sdt", b"w:r", b"a"))
                data = data[:start] + b"<%s>" % name * depth + b"</%s>" % name * depth + data[start:]
            case 5:
                text = dice.choice((b"&#0;", b"&lol;", b"<![CDATA[x]]>", b"<!-- -- -->", b"&#xD800;", b"a" * 200_000))
                data = data[: one.end()] + text + data[one.end() :]
            case _:
                doctype = (
                    b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
                )
                head = data.find(b"?>") + 2
                data = data[:head] + doctype + data[head:]
    return data


_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_PDF_WORDS = (
    b"/Length",
    b"/Type",
    b"/Page",
    b"/Pages",
    b"/Kids",
    b"/Parent",
    b"/Font",
    b"/Filter",
    b"/Contents",
    b"/Root",
    b"/Size",
    b"obj",
)


def spoiled_pdf(sources: Sequence[bytes], dice: random.Random) -> bytes:
    """A PDF spoiled from outside, in its objects, or in the text of a page."""
    data = dice.choice(sources)
    for _ in range(dice.choice((1, 1, 2, 4))):
        streams = list(_STREAM.finditer(data))
        chance = dice.random()
        if chance < 0.3:
            data = dice.choice((flipped, truncated, cut, doubled))(data, dice)
        elif chance < 0.55:
            data = number_changed(data, dice)
        elif chance < 0.75:
            word = dice.choice(_PDF_WORDS)
            places = [m.start() for m in re.finditer(re.escape(word), data)]
            if places:
                at = dice.choice(places)
                data = data[:at] + dice.choice((*_PDF_WORDS, b"", b"/Null null ")) + data[at + len(word) :]
        elif streams:
            one = dice.choice(streams)
            try:
                inside = zlib.decompress(one[1])
            except zlib.error:
                continue
            inside = dice.choice((flipped, truncated, cut, doubled, nasty, number_changed))(inside, dice)
            data = data[: one.start(1)] + zlib.compress(inside) + data[one.end(1) :]
    return data
