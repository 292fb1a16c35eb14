"""What people wrote is shown letter for letter: never read as markup, never obeyed by the terminal.

Textual reads a plain `str` as markup in labels, buttons, lists, border titles, tooltips and toasts: `[S]` vanishes,
`[/]` crashes and `[@click=app.quit]` can be clicked. So text that is not a constant of `texts.py` goes through here.
"""

from __future__ import annotations

from rich.text import Text
from textual.content import Content

from agendas.clean import clean


def plain(text: object, style: str = "") -> Content:
    """`text` as content that is never markup; `style` is a style of our own for all of it."""
    content = Content(clean(str(text)))
    return content.stylize(style) if style and content else content


def line(text: object, style: str = "") -> Content:
    """The same on one line, for titles, rows and bars: newlines and tabs become spaces."""
    return plain(" ".join(str(text).split()), style)


def cell(text: object, style: str = "") -> Text:
    """`text` as a cell of a `DataTable`, which knows Rich's text and has no switch for markup."""
    return Text(" ".join(clean(str(text)).split()), style=style, no_wrap=True, overflow="ellipsis")
