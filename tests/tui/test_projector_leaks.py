"""What the room sees, and what may stand over it: nothing of a secret §, whatever was recorded and whatever was just said."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import Phase, given, settings

from exports.style import load_style
from sessions.meeting import Meeting
from tests.exports.test_public_version import meetings
from tests.tui.desk import desk
from tui.chair_page import projected


@settings(max_examples=12, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(meetings())
def test_no_word_that_stands_only_in_secret_paragraphs_is_shown_to_the_room(made: tuple[Meeting, frozenset[str]]) -> None:
    meeting, hidden = made
    style = load_style("standard")
    for phase in ("öppnat", "ajournerat", "avslutat"):
        for item in meeting.items.values():
            if phase == "ajournerat" and not meeting.adjournments:
                continue
            page = projected(replace(meeting, current=(item.id,), phase=phase), style)
            seen = repr(page).casefold()
            assert not [word for word in hidden if word in seen]
            assert page.black or not item.item.secret or phase == "avslutat"


async def test_what_was_said_to_the_secretary_never_stands_over_the_rooms_view() -> None:
    async with desk() as d:
        await d.press("f2")
        d.pilot.app.notify("§ 9 Hemligord lämnades utan beslut", markup=False)
        await d.press("ctrl+k")
        d.pilot.app.notify("Inte sparat: Hemligord", severity="error", markup=False)
        await d.pilot.pause()
        assert "Hemligord" not in d.seen
        assert "Hemligord" not in f"{d.pilot.app.title} {d.pilot.app.sub_title} {d.pilot.app.screen.title}"
