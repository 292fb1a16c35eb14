"""What may come in: text without control and direction characters, in one Unicode form.

Every entrance uses it – typing, paste, files, the database – because an escape sequence in a name reaches
the terminal, and `a` + combining ring is not found by a search for `å`.
"""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = re.compile(
    # A sequence that is never ended would take all the text after it along: then only its sign goes.
    r"\x1b\](?:[^\x07\x1b]*(?:\x07|\x1b\\))?"  # OSC … BEL or ST: titles, links
    r"|\x1b[PX^_](?:[^\x1b]*\x1b\\)?"  # DCS, SOS, PM, APC
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI
    r"|\x1b[ -/]*[0-~]?"  # two-character escapes
)
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` in NFC with line ends as `\\n`, without escape sequences, control characters and bidi overrides.

    Tabs and newlines stay. Lone surrogates, which no file can hold, go too.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    text = _ESCAPES.sub("", text)
    text = _FORBIDDEN.sub("", text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """The same on one line: newlines and tabs become single spaces, the ends are trimmed."""
    return " ".join(clean(text).split())
