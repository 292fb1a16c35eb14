"""F3: a motion as people speak – who, what, to which proposal – with the sentence that will be printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from typing import Any

from textual import on
from textual.widget import Widget

from sessions.events import PREPARED, PREPARED_NAMES, Event, MotionMoved
from tui.choices import Option
from tui.dialogs.base import Answer
from tui.dialogs.fields import Choices, Row, Toggle
from tui.dialogs.moving import KINDS, TO_A_PROPOSAL, WITH_TEXT
from tui.dialogs.numbers import read_numbers, shown_numbers
from tui.dialogs.people import PeoplePicker, people_choices, targets
from tui.dialogs.recording import Missing, RecordingDialog
from tui.texts.dialogs import Motion, Recording
from tui.widgets.line_box import LineBox
from tui.widgets.text_box import TextBox

ON_A_PART = TO_A_PROPOSAL | {"återremiss", "bordläggning", "remiss"}
"""Kinds that can be about some points, or a named part."""
NEXT_OF_SAME, SECOND_HAND = "again", "second"


class MotionDialog(RecordingDialog):
    """F3, letters of the name, Enter, Enter: a motion to approve. Everything else is a few keys more."""

    TITLE_TEXT = Motion.TITLE
    CHANGE_TEXT = Motion.CHANGE
    HELP_TEXT = Motion.HELP
    AUTO_FOCUS = "#by PickerField"

    def more_answers(self) -> tuple[Answer, ...]:
        """The same person often has more than one: beside the first, or for when it falls."""
        if self.entry:
            return ()
        return (Answer(SECOND_HAND, Motion.SECOND_HAND, "ctrl+e"), Answer(NEXT_OF_SAME, Motion.SAME_AGAIN, "ctrl+n"))

    def body(self) -> Iterable[Widget]:
        """Who, what, to what, in which words, with whom."""
        event: MotionMoved | None = self.entry.event if self.entry else None
        people = people_choices(self.meeting, self.state)
        wanted = targets(self.meeting, self.state, but=event.motion if event else "") if self.state else [Option(PREPARED, Motion.PREPARED)]
        target = event.target if event and event.target not in PREPARED_NAMES else PREPARED
        yield Row(Motion.WHO, PeoplePicker(people, event.by if event else (), replaces=True, id="by"))
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
        yield Row(Motion.PART, LineBox(event.part if event else "", placeholder=Motion.PART_HINT, id="part"), id="row-part")

    def on_mount(self) -> None:
        """Only the rows that the kind has a use for."""
        self.field_changed()

    def field_changed(self) -> None:
        """Show the rows that the kind has a use for."""
        kind = self.choice("kind")
        proposal = self.state.item.points if self.state else ()
        self.show_row("row-target", kind in TO_A_PROPOSAL and len(self.query_one("#target", Choices).options) > 1)
        self.show_row("row-points", kind in ON_A_PART and len(proposal) > 1)
        self.show_row("row-part", kind in ON_A_PART and bool(proposal))
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
        """The motion; with its first hand, when it is the second one (the first then names it)."""
        moved, first = self._moved(), self._first
        if first is None:
            return (moved,)
        one, other = self._free_ids()
        return (replace(first, motion=one, fallback=other), replace(moved, motion=other))

    _first: MotionMoved | None = None
    """The motion i första hand, while the one i andra hand is being typed."""

    def _free_ids(self) -> tuple[str, str]:
        """The ids of the next two motions on the item."""
        known = {m.id for m in self.state.motions} if self.state else set()
        free = (name for n in count(1) if (name := f"motion-{n}") not in known)
        return next(free), next(free)

    def _moved(self) -> MotionMoved:
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
        return replace(
            event or MotionMoved(at=self.session.clock(), item=self.item, kind=kind, by=by),
            kind=kind,
            by=by,
            target=target,
            points=points if kind in ON_A_PART else (),
            part=self.value("part") if kind in ON_A_PART else "",
            text=text,
            supporters=tuple(p for p in self.picked("supporters") if p not in by),
            to_be_handed_in=later and not text,
        )

    def act(self, id: str) -> None:
        """Save, and begin another from the same; or keep this one as the first hand, and ask for the second."""
        if id == SECOND_HAND:
            self._begin_second_hand()
            return
        self._again = True
        self.save()
        self._again = False

    def _begin_second_hand(self) -> None:
        try:
            self._first = self._moved()
        except Missing as missing:
            self.show_error(missing.reason)
            self.query_one(missing.field).focus()
            return
        self.show_error("")
        self._empty(Motion.NOW_SECOND_HAND)

    @property
    def typed(self) -> bool:
        """A first hand that waits for its second is not lost without a question."""
        return self._first is not None or super().typed

    _again = False

    def recorded(self, made: tuple[Event, ...]) -> None:
        """Close, or go on with an empty form for the same movers."""
        if not self._again:
            super().recorded(made)
            return
        self._first = None
        self._empty(Motion.SAVED)

    def _empty(self, said: str) -> None:
        """The form for one more motion of the same movers."""
        if self.state:
            self.query_one("#target", Choices).set_options(targets(self.meeting, self.state))
        self.query_one("#text", TextBox).show("")
        self.query_one("#points", LineBox).show("")
        self.query_one("#part", LineBox).show("")
        self.query_one("#supporters", PeoplePicker).clear()
        self.query_one("#later", Toggle).value = False
        self.say(said)
        self._began = self.draft
        self.query_one("#kind", Choices).focus()
        self.refresh_preview()
