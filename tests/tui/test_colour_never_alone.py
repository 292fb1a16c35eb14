"""A state that changes a colour says so in words or by a sign as well: whoever sees no colours reads the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tui.texts.chair import Chair
from tui.texts.meeting import EditParagraph, MeetingView, RollCall
from tui.texts.program import CommandMode, Status

FACE = Path(__file__).parents[2] / "tui"
COLOURED = re.compile(r"(?:color|background|border)[a-z-]*:")

SAID = {
    "-not-quorate": (RollCall.presence(2, 5, False, False), RollCall.presence(5, 5, True, False)),
    "-some": (Status.findings(2), Status.findings(0)),
    "-not": (Status.NOT_SAVED, Status.SAVED),
    "-mode": (CommandMode.PROMPT, ""),
    "-private": (MeetingView.PRIVATE_NOTE, MeetingView.PROTOCOL_TEXT),
    "-stale": (EditParagraph.STATES["stale"], EditParagraph.STATES["override"]),
    "-fault": ("✗", "⚠"),
    "-soon": (Chair.limit("snart"), Chair.limit("")),
    "-beyond": (Chair.limit("över"), Chair.limit("snart")),
    "-over": (Chair.spent(12, 10), Chair.spent(8, 10)),
    "-active": ("", "-"),  # a button while it is pressed: what it does is what follows
}
"""What is said in the state, and what otherwise."""


def coloured_states() -> Iterator[str]:
    """The classes of states (`-so`) that change a colour, in every stylesheet."""
    for sheet in FACE.rglob("*.tcss"):
        rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", rules):
            if COLOURED.search(body):
                yield from re.findall(r"\.(-[a-z-]+)", selector)


def test_every_state_that_has_a_colour_has_words_of_its_own() -> None:
    assert set(coloured_states()) == set(SAID), "a new state: say how it is told without colour"
    assert [state for state, (here, otherwise) in SAID.items() if here == otherwise] == []
