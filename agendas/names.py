"""Names as people write them, and the ids and sort keys that are made from them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_PLAIN = str.maketrans({"å": "a", "ä": "a", "ö": "o", "æ": "a", "ø": "o", "ß": "ss", "ð": "d", "þ": "th", "ł": "l"})


def folded(text: str) -> str:
    """The text in lower case without accents, for finding `Åsa` by typing `asa`."""
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_PLAIN)
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))


def slug(text: str) -> str:
    """The id made from a name or a title: a–z, digits and hyphens only (`Åsa Bergkvist` → `asa-bergkvist`)."""
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-") or "namnlos"


def unique_slug(text: str, taken: Iterable[str]) -> str:
    """The slug of `text`, with `-2`, `-3` … when it is taken already."""
    used = set(taken)
    base = slug(text)
    candidate, count = base, 1
    while candidate in used:
        count += 1
        candidate = f"{base}-{count}"
    return candidate
