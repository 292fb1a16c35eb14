"""The part of the app that rehearses: it holds the guide, and one key shows or hides what it says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.face import FaceApp
from tui.palette import PaletteCommand
from tui.texts.rehearsal import HIDE_KEY
from tui.texts.rehearsal import Rehearsal as Words

if TYPE_CHECKING:
    from agendas.model import Agenda
    from tui.rehearsal import Guide

R = TypeVar("R")


class GuidedApp(FaceApp[R]):
    """An app whose meeting may be a rehearsal. Its screens have a `GuideStrip`, and a method `show_guide`."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(HIDE_KEY, "guide", Words.PALETTE, show=False, priority=True)]

    guide: Guide | None = None
    """What teaches; None in a meeting that is held in earnest."""
    guide_shown = True

    def rehearse(self, agenda: Agenda) -> None:
        """A meeting of this agenda is opened: if it is a rehearsal, teach."""
        self.guide = None
        if agenda.meeting.municipality.startswith(Words.NAME):
            from tui.rehearsal import guide_for

            self.guide = guide_for(agenda)
        self._make_room()

    def on_mount(self) -> None:
        """Follow where one goes."""
        self.screen_change_signal.subscribe(self, self._gone_astray)

    def _gone_astray(self, screen: Screen[Any]) -> None:
        """On a screen without the strip the way back is told; what is next is the meeting's."""
        left = next((s for s in self.screen_stack if hasattr(s, "show_guide") and hasattr(s, "session")), None)
        if self.guide is None or not self.guide_shown or left is None or screen.is_modal or hasattr(screen, "show_guide"):
            return
        if self.guide.next(left.session.log.records) is not None:
            self.notify(Words.ASTRAY)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The key of the guide is an ordinary key where nobody rehearses."""
        return self.guide is not None if action == "guide" else super().check_action(action, parameters)

    def action_guide(self) -> None:
        """Show or hide what comes next."""
        self.guide_shown = not self.guide_shown
        self._make_room()
        for screen in self.screen_stack:
            if hasattr(screen, "show_guide"):
                screen.show_guide()

    def _make_room(self) -> None:
        """A dialog leaves the strip free: the keys in it are told there."""
        self.set_class(self.guide is not None and self.guide_shown, "-guided")

    def palette_commands(self) -> Iterable[PaletteCommand]:
        """The line of the rehearsal."""
        if self.guide is not None:
            yield PaletteCommand(Words.PALETTE, self.action_guide, Words.PALETTE_SEARCH)
