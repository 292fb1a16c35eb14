"""Words that were parted at the end of a line, put together again."""

from __future__ import annotations

import re

SIGNS = "-\u2010\u00ad\ufffe\u0002"
"""What may stand at the end of a line for a parted word; PDF readers give the last two."""
_SOFT = re.compile("[\u00ad\ufffe\u0002]")
_KEPT = re.compile(r"(?:och|eller|samt|respektive|resp|till|&|/)\b", re.IGNORECASE)
_IN_CELL = re.compile(r"(?<=[a-zåäöé]{3})- (?!och\b|eller\b|samt\b|respektive\b|resp\b|till\b|&)(?=[a-zåäöé]{3})")
_IN_RANGE = re.compile(r"(?<=\d)\s*[-–]\s*[-–]\s*(?=\d)")


def joined(before: str, after: str, between: str = " ") -> str:
    """Two lines as one: `samord-` + `nare` is one word, `kultur-` + `och` keeps its hyphen, else `between` parts them."""
    if not before or not after:
        return before or after
    if before[-1] in SIGNS and len(before) > 1 and before[-2].isalpha():
        if _SOFT.match(before[-1]) or (after[0].islower() and before[-2].islower() and not _KEPT.match(after)):
            return before[:-1] + after
        return f"{before} {after}" if _KEPT.match(after) else before + after
    return f"{before}{between}{after}"


def mended(cell: str) -> str:
    """A cell whose lines were laid after each other with a space: `kvalitets- samordnare`, `2021-08-24- -2021-09-27`."""
    return _IN_RANGE.sub("–", _IN_CELL.sub("", _SOFT.sub("", cell)))
