"""F9: the speakers' list. One key gives the floor to the next; nothing of it is required, and none of it is in the protocol."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as ListOption

from exports.swedish import clock_time
from sessions import speaking
from sessions.events import Event, SpeakerKind
from sessions.meeting import ItemState
from sessions.naming import named
from sessions.own_speakers import OwnSpeakers
from sessions.session import Session
from sessions.speaking import Waiting
from tui.chair_page import LIMIT_CLASSES, floor_text
from tui.dialogs.base import Answer, Dialog
from tui.dialogs.fields import Choices, Option, Row
from tui.dialogs.people import PeoplePicker, people_choices
from tui.dialogs.recording import Submit
from tui.literal import line, plain
from tui.texts.chair import Chair
from tui.texts.chair import Speakers as Words
from tui.widgets.name_picker import NamePicker


class SpeakersDialog(Dialog[None]):
    """The list of one item: the recorded one, or the chair's own. It stays open; every act goes at once through `submit`."""

    CSS_PATH = "speakers.tcss"
    HELP_TEXT = Words.HELP
    AUTO_FOCUS = "#who PickerField"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "next_kind", Words.KIND, show=False),
        Binding("delete", "drop", "Stryk", show=False),
    ]

    def __init__(self, session: Session | OwnSpeakers, item: str, submit: Submit) -> None:
        self.session = session
        self.item = item
        self._submit = submit
        self._shown: tuple[Waiting, ...] = ()
        super().__init__(
            f"{Words.OWN_TITLE if self._own else Words.TITLE} · {named(self.state)}",
            (
                Answer("next", Words.NEXT, "f9"),
                Answer("stop", Words.STOP, "f10"),
                Answer("undo", Words.UNDO, "ctrl+z"),
                Answer("close", Words.CLOSE),
            ),
        )

    @property
    def _own(self) -> bool:
        """Whether it is the chair's own list, of which nothing is recorded."""
        return isinstance(self.session, OwnSpeakers)

    @property
    def state(self) -> ItemState:
        """The item as it stands with what is on its way."""
        return self.session.ahead.items[self.item]

    @property
    def typed(self) -> bool:
        """What is typed here only finds a name: nothing is lost with it."""
        return False

    def body(self) -> Iterable[Widget]:
        """Who speaks, who waits, and a field to put somebody up."""
        yield Static("", id="floor", markup=False)
        yield OptionList(id="waiting", markup=False)
        yield Row(Words.WHO, PeoplePicker(people_choices(self.session.ahead, self.state), id="who"))
        yield Row(Words.KIND, Choices([Option(value, label, key) for value, label, key in Words.KIND_WORDS], id="kind"))

    def on_mount(self) -> None:
        """Show the list; the time of who speaks follows the clock."""
        self.show()
        self.set_interval(1.0, self._show_floor)

    # Showing

    def show(self) -> None:
        """Who waits, in the order in which they come."""
        ahead, item = self.session.ahead, self.state
        self._shown = speaking.queue(ahead, item)
        sums = {s.person: s for s in speaking.spoken(ahead, [item], self.session.clock())}
        waiting = self.query_one("#waiting", OptionList)
        at = waiting.highlighted
        if self._shown:
            rows = []
            for place, who in enumerate(self._shown, 1):
                heard = sums.get(who.person)
                kind = "" if who.kind == "anförande" else f" · {who.kind}"
                told = f" · {Words.turns(heard.turns, clock_time(heard.time))}" if heard else ""
                rows.append(ListOption(Content.assemble((f"{place} ", "bold"), line(f"{ahead.label(who.person)}{kind}{told}"))))
            waiting.set_options(rows)
            waiting.highlighted = min(at or 0, len(rows) - 1)
        else:
            waiting.set_options([ListOption(line(Words.EMPTY, "$text-muted"), disabled=True)])
        self._show_floor()

    def _show_floor(self) -> None:
        ahead = self.session.ahead
        speaks = speaking.floor(ahead, self.state, self.session.clock())
        text = Words.NOBODY if speaks is None else f"{floor_text(ahead, speaks)}{Chair.limit(speaks.limit)}"
        content = plain(text)
        shown = self.query_one("#floor", Static)
        if str(shown.visual) != content.plain:
            shown.update(content)
        for name, style in LIMIT_CLASSES.items():
            shown.set_class(speaks is not None and speaks.limit == name, style)

    # Acts

    @on(NamePicker.Picked)
    def _put_up(self, event: NamePicker.Picked) -> None:
        event.stop()
        if not event.ids:
            return
        kinds = self.query_one("#kind", Choices)
        kind: SpeakerKind = next(k for k in speaking.KINDS if k == kinds.value)
        self._record(*(e for person in event.ids for e in speaking.ask(self.state, person, kind, self.session.clock())))
        self.query_one("#who", PeoplePicker).clear()
        kinds.value = speaking.KINDS[0]

    @on(NamePicker.Done)
    def _done(self, event: NamePicker.Done) -> None:
        event.stop()

    @on(OptionList.OptionSelected, "#waiting")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_index < len(self._shown):
            self._start(self._shown[event.option_index])

    def action_next_kind(self) -> None:
        """F4: as what the next one is put up."""
        self.query_one("#kind", Choices).action_step(1)

    def action_drop(self) -> None:
        """Delete: strike the one at the cursor of the list."""
        waiting = self.query_one("#waiting", OptionList)
        if waiting.has_focus and waiting.highlighted is not None and waiting.highlighted < len(self._shown):
            self._record(*speaking.drop(self.state, self._shown[waiting.highlighted], self.session.clock()))

    def answer(self, id: str) -> None:
        """A button or its key."""
        if id == "close":
            self.dismiss(None)
        elif id == "next":
            if self._shown:
                self._start(self._shown[0])
            else:
                self.show_error(Words.NONE_WAITS)
        elif id == "stop":
            speaks = speaking.floor(self.session.ahead, self.state, self.session.clock())
            if speaks is not None:
                self._record(*speaking.stop(self.state, speaks.person, self.session.clock()))
            else:
                self.show_error(Words.NOT_SPEAKING)
        else:
            self._undo()

    def _start(self, who: Waiting) -> None:
        self._record(*speaking.start(self.state, who, self.session.clock()))

    def _undo(self) -> None:
        taken = self.session.take_back_start(self.item) if isinstance(self.session, OwnSpeakers) else self._struck(self.session)
        self.show_error("" if taken else Words.NOTHING_TO_UNDO)
        self.show()

    def _struck(self, session: Session) -> bool:
        act = speaking.wrong_start(session.log, self.item)
        if act is not None:
            session.strike(act)
        return act is not None

    def _record(self, *events: Event) -> None:
        refused = self._submit(events, False)
        self.show_error(refused.reason if refused else "")
        self.show()
