"""What is composed from the changed lines alone is what Textual itself would have painted."""

from __future__ import annotations

from typing import Any

import pyte
import pytest
from textual._compositor import Compositor
from textual.color import Color
from textual.css.model import RuleSet
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen

from tests.tui.desk import desk
from tui.lean_textual import LeanBackground, NearCompositor
from tui.screens.meeting_view import MeetingView

SIZE = (120, 40)


class Beside:
    """Two terminals: one is fed what our compositor paints, the other what Textual's own would have painted at the same moment."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ours, self.theirs = pyte.Screen(*SIZE), pyte.Screen(*SIZE)
        self.asked = [0, 0]
        """How many lines of widgets each of them asked for."""
        lean = NearCompositor.render_update
        near, whole = NearCompositor._get_renders, Compositor._get_renders

        def counted(get: Any, whose: int) -> Any:
            def get_renders(compositor: Any, crop: Any = None) -> Any:
                for region, clip, strips in get(compositor, crop):
                    self.asked[whose] += len(strips)
                    yield region, clip, strips

            return get_renders

        def both(compositor: NearCompositor, *given: Any, **named: Any) -> Any:
            dirty = set(compositor._dirty_regions)
            made: Any = lean(compositor, *given, **named)
            compositor._dirty_regions = dirty
            with monkeypatch.context() as here:
                here.setattr(NearCompositor, "_get_renders", counted(whole, 1))
                here.setattr(NearCompositor, "render_partial_update", Compositor.render_partial_update)
                other: Any = Compositor.render_update(compositor, *given, **named)
            assert (made is None) == (other is None)
            if made is not None and compositor.root is not None:
                console: Any = compositor.root.app.console
                pyte.Stream(self.ours).feed(made.render_segments(console))
                pyte.Stream(self.theirs).feed(other.render_segments(console))
            return made

        monkeypatch.setattr(NearCompositor, "_get_renders", counted(near, 0))
        monkeypatch.setattr(NearCompositor, "render_update", both)

    @property
    def alike(self) -> bool:
        """Whether every cell is the same, its colours too."""
        return all(self.ours.buffer[y] == self.theirs.buffer[y] for y in range(SIZE[1]))


async def test_every_repaint_is_that_of_textual_and_a_letter_asks_for_fewer_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    beside = Beside(monkeypatch)
    async with desk(size=SIZE) as d:
        for key in ("f2", "a", "f3", "e", "v", "escape", "escape", "ctrl+o", "escape", "f5", "enter", "f2"):
            await d.press(key)
            assert beside.alike, f"after {key}"
        await d.press("escape", "d", "down", "down", "end", "home", "escape")
        assert beside.alike
        assert "Protokolltext" in "\n".join(beside.ours.display)
        await d.alone("c")
        beside.asked = [0, 0]
        await d.alone("d")
        assert "cd" in d.screen.editor.box.text
        assert beside.alike
        assert 0 < beside.asked[0] < 0.8 * beside.asked[1]


async def test_a_dialog_that_closes_leaves_the_screen_beneath_as_it_was_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk(size=SIZE) as d:
        await d.press("f2")
        laid_out: list[Screen[Any]] = []
        lay_out = Screen._refresh_layout

        def counted(screen: Screen[Any], *given: Any, **named: Any) -> None:
            laid_out.append(screen)
            lay_out(screen, *given, **named)

        before = d.seen
        await d.press("f3")
        assert d.seen != before
        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        await d.press("escape")
        assert d.seen == before
        assert not laid_out


async def test_what_lies_beneath_a_dialog_is_dimmed_as_textual_dims_it() -> None:
    async with desk(size=SIZE) as d:
        await d.press("f2")
        lines = d.screen._compositor.render_strips()
        color = Color.parse("#102030").with_alpha(0.5)
        for line in lines:
            theirs = list(BackgroundScreen.process_segments(line, color))
            assert list(LeanBackground.process_segments(line, color)) == theirs
            assert list(LeanBackground.process_segments(line, color)) == theirs  # what is known from before is no other
        assert any(segment.style for line in lines for segment in line)


def test_a_rule_of_the_stylesheets_is_hashed_as_any_object_is() -> None:
    rule = RuleSet()
    assert RuleSet.__hash__ is object.__hash__
    assert {rule} == {rule}
    assert rule not in {RuleSet(tie_breaker=1)}


async def test_the_first_picture_is_whole_and_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual composes a screen while paintings are held back, throws it away, and then paints only what changed after that."""
    told: list[MeetingView] = []
    held: list[bool] = []
    pictures: list[set[str | None]] = []
    whole, show_all = Compositor.render_full_update, MeetingView.show_all

    def show(view: MeetingView) -> None:
        told.append(view)
        show_all(view)

    def render(compositor: Any, *given: Any, **named: Any) -> Any:
        held.append(bool(compositor.root.app._batch_count))
        pictures.append({widget.id for widget in compositor.visible_widgets})
        return whole(compositor, *given, **named)

    monkeypatch.setattr(MeetingView, "show_all", show)
    monkeypatch.setattr(Compositor, "render_full_update", render)
    async with desk(size=SIZE) as d:
        assert told == [d.screen]
        assert {"body", "presence", "saved", "agenda", "paragraph", "protocol", "composition", "footer"} <= pictures[0]
        assert not any(held)
