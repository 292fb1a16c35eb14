"""What all dialogs share: a title, a body, the error where it belongs, buttons that say what they do.

Only its own keys act in a dialog. Esc goes one step back and never throws text away: with something typed it hands
the text over as a draft, or asks. The focus goes back to where it was when the dialog is gone; Textual does that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Static

from agendas.value import Value
from tui.held import Held
from tui.keys import display
from tui.literal import plain
from tui.texts.program import Common, Dialogs
from tui.widgets.answer_row import AnswerRow
from tui.widgets.line_box import LineBox
from tui.widgets.text_box import TextBox
from tui.width import width_class

T = TypeVar("T")

NO_FIELD_AFTER = 0.5
"""Seconds after which a dialog in which nothing has taken the focus gets the keys itself."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Answer(Value):
    """A button: what it does in words, and the key that does the same.

    A letter acts only where no text box has the focus, and only when it comes alone. For a form take a key that
    is no text: `ctrl+s`.
    """

    id: str
    label: str
    key: str = ""

    @property
    def content(self) -> Content:
        """`Spara (Ctrl+S)`."""
        return plain(f"{self.label} ({display(self.key)})" if self.key else self.label)


class Dialog(ModalScreen[T | None]):
    """A dialog that gives a `T` back, or None when it was left with Esc.

    A subclass yields its fields in `body()`, names its `answers` and does what they mean in `answer(id)`: it
    dismisses with a result, or calls `show_error` and stays. `HELP_TEXT` is what F1 shows.
    """

    HELP_TEXT: ClassVar[str] = Dialogs.NO_HELP
    NARROW: ClassVar[bool] = False
    """Whether the box is that of a question rather than of a form."""
    NO_TEXT: ClassVar[frozenset[str]] = frozenset()
    """Fields that nobody would miss: a time is typed again in a second."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "step_back", Common.CLOSE, show=False),
        Binding("f1", "dialog_help", Common.HELP, show=False),
        Binding("left,up", "app.focus_previous", "Föregående", show=False),
        Binding("right,down", "app.focus_next", "Nästa", show=False),
    ]

    def __init__(
        self,
        title: str,
        answers: Iterable[Answer] = (),
        *,
        draft: Mapping[str, str] | None = None,
        keep_draft: Callable[[dict[str, str]], None] | None = None,
    ) -> None:
        """`draft`: texts to begin with, by the id of the field; `keep_draft` is given them when the dialog is left with Esc."""
        super().__init__()
        self.answers: tuple[Answer, ...] = tuple(answers)
        self._title_text = title
        self._draft = dict(draft or {})
        self._keep_draft = keep_draft
        self._held: Held[str] | None = None
        self._dismissed = False
        self._began: dict[str, str] | None = None
        self.ready = False
        """Whether it takes keys: those that come before wait for it (`tui/turns.py`)."""

    # What a subclass says

    def body(self) -> Iterable[Widget]:
        """The fields of the dialog."""
        return ()

    def below(self) -> Iterable[Widget]:
        """What stands between the fields and the error."""
        return ()

    def answer(self, id: str) -> None:
        """A button was pressed, or its key."""
        raise NotImplementedError

    # The frame

    def compose(self) -> ComposeResult:
        """Title, body, error, buttons."""
        self.add_class(width_class(self.app), update=False)
        with Vertical(classes="dialog -narrow-box" if self.NARROW else "dialog"):
            yield Static(plain(self._title_text), classes="dialog-title")
            with VerticalScroll(classes="dialog-body", can_focus=False):
                yield from self.body()
            yield from self.below()
            yield Static("", classes="error -empty", id="error", markup=False)
            if self.answers:
                with AnswerRow(classes="buttons"):
                    for choice in self.answers:
                        yield Button(choice.content, id=f"answer-{choice.id}")

    def on_mount(self) -> None:
        """Remember what the fields began with, and put a draft that was kept back into them."""
        self._began = {} if self._draft else self.draft
        self.set_timer(NO_FIELD_AFTER, self._take_keys)
        for field in self._fields():
            if field.id and field.id in self._draft:
                if isinstance(field, TextBox):
                    field.load_text(self._draft[field.id])
                else:
                    field.value = self._draft[field.id]

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """All its parts were styled when they came, a moment ago: Textual need not style them again (`bench/RESULTS.md`)."""
        event.refresh_styles = False

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """There is a field to take the keys."""
        super().set_focus(widget, scroll_visible, from_app_focus)
        if self.focused is not None:
            self._take_keys()

    def _take_keys(self) -> None:
        self.ready = True

    # What is wrong

    def show_error(self, text: str) -> None:
        """Say what is missing, above the buttons; empty takes it away. What was typed stays."""
        error = self.query_one("#error", Static)
        error.update(plain(text))
        error.set_class(not text, "-empty")

    @property
    def error(self) -> str:
        """What is said to be missing."""
        return str(self.query_one("#error", Static).content)

    # Answers

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close, once: of two Enters that were pressed together the second would close the screen beneath."""
        if self._dismissed:
            return AwaitComplete()
        self._dismissed = True
        return super().dismiss(result)

    @property
    def gone(self) -> bool:
        """Whether it has closed."""
        return self._dismissed

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        id = event.button.id or ""
        if id.startswith("answer-"):
            event.stop()
            self.answer(id.removeprefix("answer-"))

    def on_key(self, event: events.Key) -> None:
        """A key that no field wanted."""
        if self._held is None:
            self._held = Held(self.app, self._alone)
        if self._held.drop() is not None:
            event.stop()  # a burst: somebody was writing when the dialog came. None of it is an answer
            return
        typed = event.character.casefold() if event.is_printable and event.character else ""
        for choice in self.answers:
            if choice.key and choice.key in (event.key, typed):
                event.stop()
                if len(choice.key) == 1:
                    self._held.hold(choice.id)
                else:
                    self.answer(choice.id)
                return

    def _alone(self, id: str) -> None:
        if self.is_current:
            self.answer(id)

    # Esc

    @property
    def draft(self) -> dict[str, str]:
        """What is typed now, by the id of the field."""
        return {field.id: _text(field) for field in self._fields() if field.id}

    @property
    def typed(self) -> bool:
        """Whether something is typed that would be lost."""
        began = self._began or {}
        return any(text.strip() and text != began.get(id, "") for id, text in self.draft.items() if id not in self.NO_TEXT)

    def action_step_back(self) -> None:
        """Leave, keeping what was typed; if nobody keeps it, ask first."""
        if not self.typed:
            if self._keep_draft is not None:
                self._keep_draft({})  # rubbed out by hand: that is what there is to keep
            self.dismiss(None)
        elif self._keep_draft is not None:
            self._keep_draft(self.draft)
            self.dismiss(None)
        else:
            self._ask_to_throw_away()

    @work
    async def _ask_to_throw_away(self) -> None:
        from tui.dialogs.confirm import ConfirmDialog  # built on this module

        question = ConfirmDialog(Dialogs.THROW_AWAY, Dialogs.THROW_AWAY_DETAIL, yes=Dialogs.THROW, no=Dialogs.KEEP)
        if await self.app.push_screen_wait(question):
            self.dismiss(None)

    def action_dialog_help(self) -> None:
        """Show the help of this dialog."""
        from tui.dialogs.message import MessageDialog  # built on this module

        if not isinstance(self, MessageDialog):
            self.app.push_screen(MessageDialog(Common.HELP, self.HELP_TEXT))

    def _fields(self) -> list[TextBox | LineBox]:
        return [w for w in self.query("TextBox, LineBox").results() if isinstance(w, TextBox | LineBox)]


def _text(field: TextBox | LineBox) -> str:
    return field.text if isinstance(field, TextBox) else field.value
