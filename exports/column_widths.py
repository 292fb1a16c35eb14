"""How wide the columns of a table should be where the format does not find out by itself: each after what stands in it."""

from __future__ import annotations

from exports.document import Table, one_line, plain

_LONGEST = 45
"""Signs after which a cell may well be broken into lines."""
_SHORT = 12
"""Signs of a text that is kept on one line: a number, a time, a Dnr."""
_SPACE = 4
"""Signs' worth of room at the sides of a cell, and for wide letters."""


def column_widths(table: Table, room: int = 84) -> tuple[float, ...]:
    """The share of the width that each column gets, 1 in all. `room`: about how many signs a whole line has.

    No word is broken while there is room for all the longest ones; what is left goes to those that have much to say.
    """
    rows = ((table.header,) if table.header else ()) + table.rows
    width = max(map(len, rows), default=0)
    texts = [[one_line(plain(row[place])) for row in rows if place < len(row)] for place in range(width)]
    needed = [_SPACE + max((len(word) for text in column for word in _unbroken(text)), default=1) for column in texts]
    wanted = [max(least, _SPACE + min(max(map(len, column), default=1), _LONGEST)) for least, column in zip(needed, texts, strict=True)]
    left = room - sum(needed)
    more = [want - least for want, least in zip(wanted, needed, strict=True)]
    if left > 0 and any(more):
        given = [least + left * extra / sum(more) for least, extra in zip(needed, more, strict=True)]
    else:
        given = [float(least) for least in needed]
    return tuple(one / sum(given) for one in given)


def _unbroken(text: str) -> list[str]:
    return [text] if len(text) <= _SHORT else text.split()
