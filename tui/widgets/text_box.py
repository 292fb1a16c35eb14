"""The box that people write in: safe keys, clean text, names and abbreviations with Tab.

`TextBox` is a `TextArea` that has only bindings people's hands know. Textual's own include F6 and F7, which select
everything so that the next letter replaces the whole note, and several that delete to an end of the line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Location, Selection

from agendas.clean import clean
from tui.literal import plain
from tui.paste import as_markdown, in_lines
from tui.texts.program import TextBox as Words
from tui.widgets.name_completion import DIGITS, Candidates, Completion, Suggestions, complete
from tui.widgets.wrapped_line import WrappedLine

DRAFT_SECONDS = 0.5
"""How long typing may wait before it is told as a draft: with the writing of it within the second that is promised."""


class TextBox(TextArea, inherit_bindings=False):
    """A box for text of many lines.

    `candidates` are the names for Tab, `abbreviations` the person's own short forms. The text is always clean
    (no control characters, NFC), however it came.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", "Upp", show=False),
        Binding("down", "cursor_down", "Ned", show=False),
        Binding("left", "cursor_left", "Vänster", show=False),
        Binding("right", "cursor_right", "Höger", show=False),
        Binding("ctrl+left", "cursor_word_left", "Ett ord åt vänster", show=False),
        Binding("ctrl+right", "cursor_word_right", "Ett ord åt höger", show=False),
        Binding("home", "cursor_line_start", "Radens början", show=False),
        Binding("end", "cursor_line_end", "Radens slut", show=False),
        Binding("ctrl+home", "document(False)", "Textens början", show=False),
        Binding("ctrl+end", "document(True)", "Textens slut", show=False),
        Binding("pageup", "cursor_page_up", "En sida upp", show=False),
        Binding("pagedown", "cursor_page_down", "En sida ned", show=False),
        Binding("shift+up", "cursor_up(True)", "Markera uppåt", show=False),
        Binding("shift+down", "cursor_down(True)", "Markera nedåt", show=False),
        Binding("shift+left", "cursor_left(True)", "Markera åt vänster", show=False),
        Binding("shift+right", "cursor_right(True)", "Markera åt höger", show=False),
        Binding("ctrl+shift+left", "cursor_word_left(True)", "Markera ett ord åt vänster", show=False),
        Binding("ctrl+shift+right", "cursor_word_right(True)", "Markera ett ord åt höger", show=False),
        Binding("shift+home", "cursor_line_start(True)", "Markera till radens början", show=False),
        Binding("shift+end", "cursor_line_end(True)", "Markera till radens slut", show=False),
        Binding("ctrl+a", "select_all", "Markera allt", show=False),
        Binding("backspace", "delete_left", "Radera åt vänster", show=False),
        Binding("delete", "delete_right", "Radera åt höger", show=False),
        # Ctrl+Backspace arrives as Ctrl+W in many terminals.
        Binding("ctrl+w,ctrl+backspace", "delete_word_left", "Radera ordet till vänster", show=False),
        Binding("ctrl+delete", "delete_word_right", "Radera ordet till höger", show=False),
        Binding("ctrl+x,super+x", "cut", "Klipp ut", show=False),
        Binding("ctrl+c,super+c", "copy", "Kopiera", show=False),
        Binding("ctrl+v,super+v", "paste", "Klistra in", show=False),
        Binding("ctrl+z,super+z", "undo", "Ångra i texten", show=False),
        Binding("ctrl+y,super+y", "redo", "Gör om i texten", show=False),
        Binding("tab", "complete", "Fyll i namn eller gå vidare", show=False),
        # How the newlines of a paste without brackets arrive; no line may be lost.
        Binding("ctrl+j", "newline", "Ny rad", show=False),
    ]

    @dataclass
    class Draft(Message):
        """Something has been typed: at most a second old. To be kept, not yet to be recorded."""

        box: TextBox
        text: str

        @property
        def control(self) -> TextBox:
            """The box."""
            return self.box

    @dataclass
    class Pasted(Message):
        """A paste looks like a list or a table. Nothing is put in yet: whoever asks calls `put_in` with one of the two."""

        box: TextBox
        text: str
        ready: str
        """The same as Markdown."""

        @property
        def control(self) -> TextBox:
            """The box."""
            return self.box

    @dataclass
    class Left(Message):
        """The box was left. `changed`: the text is another than when it was shown or last left."""

        box: TextBox
        text: str
        changed: bool

        @property
        def control(self) -> TextBox:
            """The box."""
            return self.box

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        candidates: Candidates | None = None,
        abbreviations: Mapping[str, str] | None = None,
        tooltip: str = "",
        read_only: bool = False,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        text = clean(text)
        super().__init__(
            text,
            soft_wrap=True,
            tab_behavior="focus",
            read_only=read_only,
            placeholder=plain(placeholder),
            id=id,
            classes=classes,
            highlight_cursor_line=False,
        )
        if tooltip:
            self.tooltip = plain(tooltip)
        self._candidates = candidates
        self._abbreviations = abbreviations
        self._left_with = text
        self._told = text
        self._draft_timer: Timer | None = None
        self._list: Suggestions | None = None
        self._completion: Completion | None = None
        self._said_no: tuple[str, Location] | None = None

    # The text, from outside and in

    @property
    def changed(self) -> bool:
        """Whether the text is another than when it was shown or last left."""
        return self.text != self._left_with

    def show(self, text: str) -> None:
        """Show another text, as recorded: no draft is told for it, and undo does not go behind it."""
        self._stop_draft()
        if clean(text) == self.text:
            self.close_list()
            self.history.clear()
        else:
            self.load_text(text)
        self._left_with = self._told = self.text
        if self.selection != Selection.cursor(self.document.end):  # moving it paints the whole box again
            self.move_cursor(self.document.end)

    def load_text(self, text: str) -> None:
        """Replace everything; cleaned."""
        self.close_list()
        super().load_text(clean(text))

    def edit(self, edit: Edit) -> EditResult:
        """Every change of the text goes through here, and is cleaned here."""
        edit.text, long = in_lines(clean(edit.text).replace("\t", " "))
        if long:
            self.app.notify(Words.LONG_LINES, markup=False)
        row, column = start = min(edit.from_location, edit.to_location)
        if edit.text and unicodedata.combining(edit.text[0]) and column:
            # "a" and a combining ring arrive as two keys. Together they are "å", which a search finds.
            edit.text = unicodedata.normalize("NFC", self.document[row][column - 1] + edit.text)
            end = max(edit.from_location, edit.to_location)
            edit.from_location, edit.to_location = (start[0], column - 1), end
        return super().edit(edit)

    def _watch_show_vertical_scrollbar(self) -> None:
        """The bar goes in the middle of an undo: Textual then looks for the cursor on a line that is there no more."""
        nearest = self.clamp_visitable(self.cursor_location)
        if nearest != self.cursor_location:
            self.set_reactive(TextArea.selection, Selection.cursor(nearest))
        super()._watch_show_vertical_scrollbar()

    def get_line(self, line_index: int) -> Text:
        """One line, as it is painted."""
        return WrappedLine(self.document.get_line(line_index), end="", no_wrap=True)

    # Pasting

    async def _on_paste(self, event: events.Paste) -> None:
        """A paste that looks like a list or a table is asked about; any other goes in as it is."""
        if self.read_only:
            return
        text = clean(event.text)
        ready = as_markdown(text)
        if ready == text:
            return  # Textual's own handler comes next
        event.prevent_default()
        event.stop()
        self.post_message(self.Pasted(self, text, ready))

    def put_in(self, text: str) -> None:
        """Put text in at the cursor, in the place of what is selected, as a paste does."""
        self.history.checkpoint()
        if result := self._replace_via_keyboard(text, *self.selection):
            self.move_cursor(result.end_location)

    # What is told

    @on(TextArea.Changed)
    def _typed(self) -> None:
        if self.text != self._told and self._draft_timer is None:
            self._draft_timer = self.set_timer(DRAFT_SECONDS, self.tell_draft)

    def tell_draft(self) -> None:
        """Tell what is typed, now. Does nothing when it has been told."""
        self._stop_draft()
        if self.text != self._told:
            self._told = self.text
            self.post_message(self.Draft(self, self.text))

    def _stop_draft(self) -> None:
        if self._draft_timer is not None:
            self._draft_timer.stop()
            self._draft_timer = None

    def render_line(self, y: int) -> Strip:
        """A box without width shows nothing: Textual would divide its placeholder into pieces of no width."""
        return super().render_line(y) if self.content_size.width else Strip.blank(self.size.width)

    def _on_blur(self, event: events.Blur) -> None:
        self.close_list()
        self._stop_draft()
        text, changed = self.text, self.changed
        self._left_with = self._told = text
        self.post_message(self.Left(self, text, changed))

    # Keys

    async def _on_key(self, event: events.Key) -> None:
        if self._list is None:
            return
        chosen = self._list_key(event.key)
        if chosen:
            event.stop()
            event.prevent_default()

    def _list_key(self, key: str) -> bool:
        """What a key does to the open list. False: nothing, it is an ordinary key and the list is gone."""
        shown = self._list
        if shown is None:
            return False
        if key in ("down", "tab"):
            shown.action_cursor_down()
        elif key in ("up", "shift+tab"):
            shown.action_cursor_up()
        elif key == "enter" and shown.highlighted is not None:
            self._choose(shown.highlighted)
        elif key in DIGITS and int(key) <= len(shown.choices):
            self._choose(int(key) - 1)
        else:
            self.close_list()
            return key == "escape"
        return True

    @property
    def wants_escape(self) -> bool:
        """Whether Esc closes something here before it means anything else."""
        return self._list is not None

    def action_document(self, end: bool) -> None:
        """Go to the beginning or the end of the text."""
        self.move_cursor(self.document.end if end else (0, 0))

    def action_newline(self) -> None:
        """Begin a new line."""
        self._replace_via_keyboard("\n", *self.selection)

    def action_cut(self) -> None:
        """Cut what is selected. Without a selection nothing happens: Textual's own cuts the whole line."""
        if not self.selection.is_empty:
            super().action_cut()

    # Names with Tab

    @property
    def candidates(self) -> Candidates:
        """The names: those given, else those of the screen that the box stands on (`candidates()`)."""
        if self._candidates is not None:
            return self._candidates
        of_screen: Candidates = getattr(self.screen, "candidates", tuple)
        return of_screen

    @property
    def abbreviations(self) -> Mapping[str, str]:
        """The person's own short forms: those given, else those that the app holds for every box (`abbreviations`)."""
        if self._abbreviations is not None:
            return self._abbreviations
        held: Mapping[str, str] = getattr(self.app, "abbreviations", {})
        return held

    def action_complete(self) -> None:
        """Complete the name or the abbreviation before the cursor, or go on to the next field."""
        row, column = self.cursor_location
        before = self.document[row][:column]
        found = None if self.read_only or not self.selection.is_empty else complete(before, self.candidates(), self.abbreviations)
        if found is None:
            self.screen.focus_next()
        elif len(found.choices) == 1:
            self._completion = found
            self._replace_fragment(found.choices[0])
        elif found.choices:
            self._completion = found
            self._open_list(found.choices)
        elif self._said_no == (self.text, self.cursor_location):
            self._said_no = None
            self.screen.focus_next()
        else:
            # Somebody who expected a name would go on typing into whatever comes next: say so before moving on.
            self._said_no = (self.text, self.cursor_location)
            self.app.notify(Words.no_name(found.fragment), markup=False)

    def _choose(self, index: int) -> None:
        shown = self._list
        self.close_list()
        if shown is not None and index < len(shown.choices):
            self._replace_fragment(shown.choices[index])

    def _replace_fragment(self, text: str) -> None:
        if self._completion is None:
            return
        row, column = self.cursor_location
        start = (row, column - len(self._completion.fragment))
        self.history.checkpoint()
        result = self.replace(text, start, (row, column), maintain_selection_offset=False)
        gap = text.find("…")
        if gap >= 0 and "\n" not in text:
            # The gap of an abbreviation is selected: what is typed next fills it.
            self.selection = Selection((row, start[1] + gap), (row, start[1] + gap + 1))
        else:
            self.move_cursor(result.end_location)
        self._completion = None

    def _open_list(self, choices: tuple[str, ...]) -> None:
        self.close_list()
        self._list = Suggestions(choices)
        # Where the fragment begins, one line down; the stylesheet keeps it inside the screen.
        fragment = self._completion.fragment if self._completion else ""
        self._list.absolute_offset = self.cursor_screen_offset + Offset(-len(fragment), 1)
        self._list.highlighted = 0
        self.screen.mount(self._list)

    def close_list(self) -> None:
        """Take the list of names away, if it is there."""
        if self._list is not None:
            self._list.remove()
            self._list = None

    @property
    def suggestions(self) -> tuple[str, ...]:
        """The choices that are shown, empty when there is no list."""
        return self._list.choices if self._list is not None else ()

    def _on_unmount(self) -> None:
        self.close_list()
