"""F3: a motion as people speak – who, what, to which proposal – with the sentence that will be printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual import on
from textual.widget import Widget

from sessions.events import PREPARED, PREPARED_NAMES, Event, MotionMoved
from tui.dialogs.base import Answer
from tui.dialogs.fields import Choices, Option, Row, Toggle
from tui.dialogs.numbers import read_numbers, shown_numbers
from tui.dialogs.people import PeoplePicker, people_choices, targets
from tui.dialogs.recording import Missing, RecordingDialog
from tui.texts.dialogs import Motion, Recording
from tui.widgets.text_box import LineBox, TextBox

KINDS = (
    Option("bifall", "Bifall", "b"),
    Option("avslag", "Avslag", "a"),
    Option("ändring", "Ändring", "ä"),
    Option("tillägg", "Tillägg", "t"),
    Option("nytt förslag", "Nytt förslag", "n"),
    Option("återremiss", "Återremiss", "å"),
    Option("bordläggning", "Bordläggning", "o"),
    Option("ajournering", "Ajournering", "j"),
    Option("ordningsfråga", "Ordningsfråga", "f"),
)
WITH_TEXT = frozenset({"ändring", "tillägg", "nytt förslag"})
"""Kinds that say nothing without words."""
TO_A_PROPOSAL = frozenset({"bifall", "avslag", "ändring", "tillägg"})


class MotionDialog(RecordingDialog):
    """F3, letters of the name, Enter, Enter: a motion to approve. Everything else is a few keys more."""

    TITLE_TEXT = Motion.TITLE
    CHANGE_TEXT = Motion.CHANGE
    HELP_TEXT = Motion.HELP
    AUTO_FOCUS = "#by PickerField"

    def more_answers(self) -> tuple[Answer, ...]:
        """The same person often has more than one."""
        return () if self.entry else (Answer("again", Motion.SAME_AGAIN, "ctrl+n"),)

    def body(self) -> Iterable[Widget]:
        """Who, what, to what, in which words, with whom."""
        event: MotionMoved | None = self.entry.event if self.entry else None
        people = people_choices(self.meeting, self.state)
        wanted = targets(self.meeting, self.state, but=event.motion if event else "") if self.state else [Option(PREPARED, Motion.PREPARED)]
        target = event.target if event and event.target not in PREPARED_NAMES else PREPARED
        yield Row(Motion.WHO, PeoplePicker(people, event.by if event else (), id="by"))
        yield Row(Motion.WHAT, Choices(KINDS, event.kind if event else "bifall", id="kind"))
        yield Row(Motion.TARGET, Choices(wanted, target, id="target"), id="row-target")
        yield Row(
            Motion.POINTS,
            LineBox(shown_numbers(event.points) if event else "", placeholder=Motion.POINTS_HINT, id="points", classes="short"),
            id="row-points",
        )
        yield Row(Motion.TEXT, self.text_box(event.text if event else "", id="text"))
        yield Row("", Toggle(Recording.LATER, bool(event and event.to_be_handed_in), id="later"), id="row-later")
        yield Row(Motion.SUPPORTERS, PeoplePicker(people, event.supporters if event else (), id="supporters"))

    def on_mount(self) -> None:
        """Only the rows that the kind has a use for."""
        self.field_changed()

    def field_changed(self) -> None:
        """Show the rows that the kind has a use for."""
        kind = self.choice("kind")
        proposal = self.state.item.points if self.state else ()
        self.show_row("row-target", kind in TO_A_PROPOSAL and len(self.query_one("#target", Choices).options) > 1)
        self.show_row("row-points", kind in TO_A_PROPOSAL and len(proposal) > 1)
        self.show_row("row-later", kind in WITH_TEXT)

    @on(Choices.Picked, "#kind")
    def _kind_named(self, event: Choices.Picked) -> None:
        if event.by_letter and event.value in WITH_TEXT:
            self.query_one("#text", TextBox).focus()

    @on(Toggle.Typed, "#later")
    def _wrote_on(self, event: Toggle.Typed) -> None:
        """The cursor had gone one step too far: what is typed is the text."""
        box = self.query_one("#text", TextBox)
        box.focus()
        box.insert(event.character)

    def build(self) -> tuple[Event, ...]:
        """The motion."""
        by, text = self.picked("by"), self.text("text")
        kind: Any = self.choice("kind")
        if not by:
            raise Missing(Motion.NO_MOVER, "#by")
        later = self.turned("later") and kind in WITH_TEXT
        if kind in WITH_TEXT and not text and not later:
            raise Missing(Motion.NO_TEXT, "#text")
        points = read_numbers(self.value("points"))
        if points is None:
            raise Missing(Motion.BAD_POINTS, "#points")
        target = self.choice("target") if kind in TO_A_PROPOSAL else PREPARED
        event: MotionMoved | None = self.entry.event if self.entry else None
        if target == PREPARED:
            target = event.target if event and event.target in PREPARED_NAMES else ""
        moved = replace(
            event or MotionMoved(at=self.session.clock(), item=self.item, kind=kind, by=by),
            kind=kind,
            by=by,
            target=target,
            points=points if kind in TO_A_PROPOSAL else (),
            text=text,
            supporters=tuple(p for p in self.picked("supporters") if p not in by),
            to_be_handed_in=later and not text,
        )
        return (moved,)

    def act(self, id: str) -> None:
        """Save, and begin another from the same."""
        self._again = True
        self.save()
        self._again = False

    _again = False

    def recorded(self, made: tuple[Event, ...]) -> None:
        """Close, or go on with an empty form for the same movers."""
        if not self._again:
            super().recorded(made)
            return
        if self.state:
            self.query_one("#target", Choices).set_options(targets(self.meeting, self.state))
        self.query_one("#text", TextBox).show("")
        self.query_one("#points", LineBox).show("")
        self.query_one("#supporters", PeoplePicker).clear()
        self.query_one("#later", Toggle).value = False
        self.say(Motion.SAVED)
        self._began = self.draft
        self.query_one("#kind", Choices).focus()
