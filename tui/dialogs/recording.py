"""What all dialogs that record something share: events out of fields, a refusal that loses nothing, the sentence to be printed.

A dialog builds events and hands them to `submit`. When they are refused, the reason stands in the dialog with what
would mend it as a button; everything typed stays. Law lives in `sessions`: nothing here knows why a thing is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, ClassVar

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Input, Static, TextArea

from sessions.events import Event, PersonArrived, Recorded, Timed
from sessions.meeting import ItemState, Meeting
from sessions.naming import named
from sessions.session import Refused, Session
from sessions.store import DIALOG
from tui.dialogs.base import Answer, Dialog
from tui.dialogs.fields import Choices, Row, Toggle
from tui.dialogs.missing import Missing as Missing
from tui.dialogs.preview import printed
from tui.dialogs.times import read_time, shown_time, when_of
from tui.literal import plain
from tui.texts.dialogs import Recording as Words
from tui.widgets.answer_row import AnswerRow
from tui.widgets.line_box import LineBox
from tui.widgets.name_picker import NamePicker, PickerField
from tui.widgets.text_box import TextBox

Submit = Callable[[tuple[Event, ...], bool], Refused | None]
"""Takes the events of one act, and whether the secretary insists; gives back what stands against them."""
Strike = Callable[[], object]
"""Takes the line that is being corrected out of the protocol."""

KEPT_SECONDS = 0.5
"""Seconds between two looks at what is typed: with the writing of it well within the second that is promised."""


class RecordingDialog(Dialog[bool]):
    """A dialog that records one act: True when it did, None when it was left.

    A subclass yields its fields in `body()` and makes events of them in `build()`. `session` is only read; what is
    recorded goes through `submit`. With `entry`, a line that exists is corrected: the fields are filled in.
    """

    CSS_PATH = "recording.tcss"
    TITLE_TEXT: ClassVar[str] = ""
    CHANGE_TEXT: ClassVar[str] = ""
    SAVE_TEXT: ClassVar[str] = Words.SAVE
    NAMES_ITEM: ClassVar[bool] = True
    """Whether the title says which § it is about."""
    NO_TEXT = frozenset({"clock"})

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "save", Words.SAVE, show=False)]

    def __init__(
        self,
        session: Session,
        item: str,
        submit: Submit,
        entry: Recorded[Any] | None = None,
        *,
        strike: Strike | None = None,
        draft: Mapping[str, str] | None = None,
        keep_draft: Callable[[dict[str, str]], None] | None = None,
    ) -> None:
        self.session = session
        self.item = item
        self.submit = submit
        self.entry = entry
        self.new_fact: Submit = submit
        """Takes what is recorded as a fact of its own while a line is corrected; the screen that opens a line says how."""
        self.about = ""
        """The motion that it is about, for what is said of a motion that stands already."""
        self.strike = strike if entry else None
        self._refused: tuple[Refused, tuple[Event, ...]] | None = None
        self._missing = ""
        self._kept, self._kept_as = "", DIALOG
        super().__init__(self.heading(), self.buttons(), draft=draft, keep_draft=keep_draft)

    # What a subclass says

    def build(self) -> tuple[Event, ...]:
        """The events of the act, as the fields stand. Raises `Missing`."""
        raise NotImplementedError

    def more_answers(self) -> tuple[Answer, ...]:
        """Further buttons, before `Spara`."""
        return ()

    def act(self, id: str) -> None:
        """One of the further buttons was pressed."""

    def recorded(self, made: tuple[Event, ...]) -> None:
        """The act was taken. Here the dialog closes; one that goes on says so."""
        self.dismiss(True)

    def field_changed(self) -> None:
        """Something in a field became another: rows that follow from it can be brought up to it."""

    # The meeting, as it stands with everything that is on its way

    @property
    def meeting(self) -> Meeting:
        """What the next act is checked against."""
        return self.session.ahead

    @property
    def state(self) -> ItemState | None:
        """The item that the dialog is about."""
        return self.meeting.items.get(self.item)

    def heading(self) -> str:
        """`Yrkande · § 83 Föreningsbidrag`."""
        title = self.CHANGE_TEXT if self.entry and self.CHANGE_TEXT else self.TITLE_TEXT
        return f"{title} · {named(self.state)}" if self.NAMES_ITEM and self.state else title

    def buttons(self) -> tuple[Answer, ...]:
        """The further ones, striking, saving."""
        strike = (Answer("strike", Words.STRIKE),) if self.strike else ()
        return (*strike, *self.more_answers(), Answer("save", self.SAVE_TEXT, "ctrl+s"))

    # What is typed outlives the program

    @on(events.Mount)
    def _begin_to_keep(self) -> None:
        beneath = sum(isinstance(screen, RecordingDialog) for screen in self.app.screen_stack if screen is not self)
        self._kept_as = f"{DIALOG} {beneath + 1}" if beneath else DIALOG  # the one beneath keeps its own
        self.set_interval(KEPT_SECONDS, self.keep)

    @on(events.Unmount)
    def _no_more_to_keep(self) -> None:
        if self._kept and self.gone:  # else the program ends under it, and the draft waits for the next start
            self.session.save_draft(self.item, self._kept_as, "")

    def keep(self) -> None:
        """Keep what is typed as a draft: it is no event yet, but neither a crash nor the end of the program may lose it."""
        text = self.typed_text
        if text != self._kept and not self.gone:
            self._kept = text
            self.session.save_draft(self.item, self._kept_as, text)

    @property
    def typed_text(self) -> str:
        """All that somebody typed and would miss; empty when there is nothing."""
        return "\n".join(text for id, text in self.draft.items() if text.strip() and id not in self.NO_TEXT) if self.typed else ""

    # Fields

    def candidates(self) -> Iterable[tuple[str, bool]]:
        """Names for Tab in a text box, those who are here first."""
        from sessions.attendance import here

        return ((person.label, here(self.meeting, id)) for id, person in self.meeting.people.items())

    def text_box(self, text: str = "", *, id: str, placeholder: str = "") -> TextBox:
        """A box of several lines that knows the names."""
        return TextBox(text, id=id, placeholder=placeholder, candidates=self.candidates)

    def clock_field(self) -> LineBox:
        """`Kl.`: when it happened."""
        return LineBox(shown_time(self.moment), id="clock", classes="clock", max_length=12)

    @property
    def moment(self) -> datetime:
        """When it happened as far as is known: now, or as recorded."""
        recorded = self.entry.event if self.entry else None
        return recorded.happened if isinstance(recorded, Timed) else self.session.clock()

    def when(self) -> datetime | None:
        """What the field `Kl.` says, when it is not the time of recording. Raises `Missing`."""
        typed = self.query_one("#clock", LineBox).value
        if not typed.strip():
            return None
        if read_time(typed) is None:
            raise Missing(Words.BAD_TIME, "#clock")
        recorded = self.entry.event if self.entry else None
        if isinstance(recorded, Timed):
            if read_time(typed) == read_time(shown_time(recorded.happened)):
                return recorded.when
            return when_of(typed, recorded.at)
        return when_of(typed, self.session.clock())

    def text(self, id: str) -> str:
        """What stands in a box of several lines, without blank ends."""
        return self.query_one(f"#{id}", TextBox).text.strip()

    def value(self, id: str) -> str:
        """What stands in a field of one line, without blank ends."""
        return self.query_one(f"#{id}", LineBox).value.strip()

    def choice(self, id: str) -> str:
        """What is chosen in a row of alternatives."""
        return self.query_one(f"#{id}", Choices).value

    def turned(self, id: str) -> bool:
        """Whether a switch is on."""
        return self.query_one(f"#{id}", Toggle).value

    def picked(self, id: str) -> tuple[str, ...]:
        """The persons picked in a field."""
        return self.query_one(f"#{id}", NamePicker).picked

    def say(self, text: str) -> None:
        """Tell in the title how far it has come. A toast would lie over the buttons."""
        self.query_one(".dialog-title", Static).update(plain(f"{self.heading()} – {text}"))

    def show_row(self, id: str, shown: bool) -> None:
        """Show a row, or take it away."""
        self.query_one(f"#{id}", Row).display = shown

    # Saving

    def below(self) -> Iterable[Widget]:
        """The sentence that will be printed."""
        yield VerticalScroll(Static("", id="preview"), id="preview-box", classes="-empty", can_focus=False)

    def on_mount(self) -> None:
        """The sentence stands there from the start."""
        self.refresh_preview()

    def answer(self, id: str) -> None:
        """A button or its key."""
        if id == "save":
            self.save()
        elif id == "strike":
            self._ask_to_strike()
        elif id == "write-on":
            self._clear_refusal()
        elif id in {"mend", "insist"} and self._refused:
            refused, made = self._refused
            self.record((*refused.remedy, *made) if id == "mend" else made, insist=id == "insist")
        else:
            self.act(id)

    def action_save(self) -> None:
        """Enter where no field has a use for it."""
        self.save()

    def save(self) -> None:
        """Record what the fields say, or say what is missing."""
        half = next((picker for picker in self.query(NamePicker) if picker.left and picker.parent and picker.parent.display), None)
        if half is not None:  # it would vanish with the dialog, and nobody would notice that a name is missing
            half.focus()
            self._miss(Words.half_a_name(half.left))
            return
        try:
            made = self.build()
        except Missing as missing:
            self._miss(missing.reason)
            if missing.field:
                self.query_one(missing.field).focus()
            return
        self.record(made)

    def _miss(self, reason: str) -> None:
        self._missing = reason
        self.show_error(reason)

    def record(self, made: tuple[Event, ...], insist: bool = False) -> None:
        """Hand the events over; on refusal say why, and stay."""
        if self.gone:
            return  # this is the second Enter of two that were pressed together
        self._clear_refusal()
        refused = self.hand_over(made, insist)
        if refused is None:
            self.recorded(made)
        else:
            self._refuse(refused, made)

    def hand_over(self, made: tuple[Event, ...], insist: bool) -> Refused | None:
        """Give the events to whoever records them; what stands against them comes back."""
        return self.submit(made, insist)

    def _refuse(self, refused: Refused, made: tuple[Event, ...]) -> None:
        """The reason above the buttons, and instead of them what would mend it."""
        self.show_error(refused.reason)
        self._refused = (refused, made)
        offers: list[Answer] = []
        if refused.remedy:
            offers.append(Answer("mend", self._mending(refused.remedy), "a"))
        elif refused.insist:
            offers.append(Answer("insist", Words.INSIST, "a"))
        if not offers:
            return
        offers.append(Answer("write-on", Words.WRITE_ON))
        self.answers = (*offers, *self.answers)
        buttons = [Button(offer.content, id=f"answer-{offer.id}") for offer in offers]
        self.add_class("-refused")
        self.query_one(".dialog", Vertical).mount(AnswerRow(*buttons, classes="buttons refusal"))
        # The safe answer has the focus: an arrival is what was meant, but to go against the law is a choice.
        self.call_after_refresh(buttons[0 if refused.remedy else -1].focus)

    @staticmethod
    def _mending(remedy: tuple[Event, ...]) -> str:
        if all(isinstance(e, PersonArrived) for e in remedy):
            return Words.arrivals(len(remedy), shown_time(remedy[0].at))
        return Words.MEND

    def _clear_refusal(self) -> None:
        self.show_error("")
        if self._refused is None:
            return
        self._refused = None
        self.answers = tuple(a for a in self.answers if a.id not in {"mend", "insist", "write-on"})
        self.remove_class("-refused")
        if self._typing is not None and self._typing.is_attached:
            self._typing.focus()
        self.query(".refusal").remove()  # it is there for another moment: one that comes at once has no id in common with it

    _typing: Widget | None = None
    """The field that had the focus last: where a refusal leads back to."""

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember where one types."""
        if not isinstance(event.widget, Button):
            self._typing = event.widget

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Open the list of the field that has the focus, of that one alone. At once: a dialog that opens is laid out with it.

        A button leaves it open: were it to close when the mouse goes down, the button would not be there when it comes up.
        """
        super().set_focus(widget, scroll_visible, from_app_focus)
        if self.focused is not None and not isinstance(self.focused, Button):
            for picker in self.query(NamePicker):
                picker.set_class(picker in self.focused.ancestors, "-open")

    @work
    async def _ask_to_strike(self) -> None:
        from tui.dialogs.confirm import ConfirmDialog

        against = self.session.why_not_strike(self.entry.act) if self.entry else None
        detail = f"{against.reason} {Words.STRIKE_DETAIL}" if against else Words.STRIKE_DETAIL
        if await self.app.push_screen_wait(ConfirmDialog(Words.STRIKE_QUESTION, detail, yes=Words.STRIKE)) and self.strike:
            self.strike()
            self.dismiss(True)

    # While typing

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(NamePicker.Picked)
    @on(Choices.Picked)
    @on(Toggle.Turned)
    def _something_changed(self) -> None:
        if self.is_attached:
            if self._missing and self.error == self._missing:
                self.show_error("")  # it is being mended
            self.field_changed()
            self.refresh_preview()

    @on(Choices.Wrote)
    def _wrote(self, event: Choices.Wrote) -> None:
        """A sentence on a row of alternatives belongs to the text, where there is one."""
        box = next((box for box in self.query(TextBox) if box.region), None)
        if box is not None:
            box.focus()
            box.insert(event.text)

    @on(PickerField.Passed)
    def _passed(self, event: PickerField.Passed) -> None:
        """A part of a name that fits one person alone picks that one, as Tab does in a text."""
        event.stop()
        for picker in self.query(NamePicker):
            if picker.left and picker.field is event.field and len(picker.found) == 1:
                picker.pick(picker.found[0].id)

    @on(Input.Submitted)
    @on(NamePicker.Done)
    def _enter(self) -> None:
        self.save()

    def refresh_preview(self) -> None:
        """Show the sentence that will be printed, as far as there is one."""
        if not self.is_attached:
            return
        try:
            text = printed(self.session, self.build(), self.entry)
        except Missing:
            text = ""
        self.show_preview(text)

    def show_preview(self, text: str) -> None:
        """Show a text where the sentence stands; empty takes it away."""
        preview = self.query_one("#preview", Static)
        if str(preview.content) != text:
            preview.update(plain(text))
        self.query_one("#preview-box").set_class(not text, "-empty")
