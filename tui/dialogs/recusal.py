"""F4: jäv, not taking part in the decision, or out of the room, in one § only; the substitute steps in with the same act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from sessions.events import Event, MemberAbstained, MemberAway, MemberRecused
from sessions.meeting import ItemState
from sessions.naming import named
from tui.choices import Choice, Option
from tui.dialogs.excluding import ABSTAINS, AWAY, GROUNDS, KINDS, RECUSED, TRIED, Exclusion, is_disputed
from tui.dialogs.fields import Choices, Row, Stepper, Toggle
from tui.dialogs.people import PeoplePicker, item_options, people_choices
from tui.dialogs.recording import Missing, RecordingDialog
from tui.texts.dialogs import Recording, Recusal
from tui.texts.program import Picker
from tui.widgets.name_picker import NamePicker


class RecusalDialog(RecordingDialog):
    """F4, letters of the name, Enter. A free substitute is proposed and goes along with one more Enter.

    Who leads instead of a chair who goes out is always asked, the one next in turn chosen beforehand (R-413).
    """

    TITLE_TEXT = Recusal.TITLE
    HELP_TEXT = Recusal.HELP
    NAMES_ITEM = False
    AUTO_FOCUS = "#who PickerField"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f4", "next_kind", Recusal.SWITCH, show=False)]

    def body(self) -> Iterable[Widget]:
        """Who, what, in which §, and what follows from it."""
        event: Any = self.entry.event if self.entry else None
        persons = () if event is None else event.persons if isinstance(event, MemberRecused) else (event.person,)
        kind = {MemberAbstained: ABSTAINS, MemberAway: AWAY}.get(type(event), RECUSED)
        kinds = [k for k in KINDS if k.value == kind] if self.entry else KINDS
        yield Row(Recusal.WHO, PeoplePicker(people_choices(self.meeting, self.state), persons, replaces=True, id="who"))
        yield Row(Recusal.KIND, Choices(kinds, kind, id="kind"), id="row-kind")
        yield Row(Recording.ITEM, Stepper(item_options(self._items()), self.item, id="in"))
        later = [Choice(x.id, named(x)) for x in self._items()]
        yield Row(Recusal.ALSO_IN, NamePicker(later, many=True, placeholder=Picker.ITEM_PLACEHOLDER, id="more"), id="row-more")
        yield Row(Recusal.SUBSTITUTE, Choices((), id="substitute"), id="row-substitute")
        yield Row(Recusal.CHAIR, Stepper((), id="chair"), id="row-chair")
        yield Row(Recusal.GROUND, Choices(GROUNDS, getattr(event, "ground", ""), id="ground"), id="row-ground")
        yield Row("", Toggle(Recusal.DISPUTED, getattr(event, "disputed", False), id="disputed"), id="row-disputed")

    def _items(self) -> list[ItemState]:
        """This § and those to come: jäv is often declared at the start of the meeting."""
        return [x for i in self.meeting.order if (x := self.meeting.items[i]).id == self.item or x.phase in {"planerat", "öppet"}]

    def on_mount(self) -> None:
        """Nothing follows before a person is picked."""
        self.show_row("row-more", len(self.query_one("#in", Stepper).options) > 1 and not self.entry)
        self.field_changed()

    @property
    def person(self) -> str:
        """Who is picked, when it is one; what follows is offered for one at a time."""
        persons = self.picked("who")
        return persons[0] if len(persons) == 1 else ""

    @property
    def chosen(self) -> ItemState | None:
        """The item that is chosen."""
        return self.meeting.items.get(self.choice("in"))

    def action_next_kind(self) -> None:
        """F4 again: jäv → deltar inte → borta."""
        self.query_one("#kind", Choices).action_step(1)

    @on(NamePicker.Picked, "#who")
    def _person_picked(self) -> None:
        if self.entry is not None or not self.person:
            return  # several at once: Enter in the empty field saves
        disputed = self._disputed()
        if disputed:
            self.query_one("#kind", Choices).set_options(TRIED)
        self.field_changed()
        if disputed:
            self.query_one("#kind").focus()
        elif self.chosen is not None and not self.chosen.opened:
            self.query_one("#in").focus()  # nothing is taken up: which item it is about is not known
        elif self.query_one("#row-chair").display:
            self.query_one("#chair").focus()
        elif self.query_one("#row-substitute").display:
            self.query_one("#substitute").focus()
        else:
            self.save()

    def _disputed(self) -> bool:
        """Whether the person's jäv in the item is disputed and not tried yet."""
        return self.chosen is not None and is_disputed(self.chosen, self.person)

    def field_changed(self) -> None:
        """Offer the substitutes and the chairs that fit the person, the kind and the item."""
        kind = self.choice("kind")
        self.show_row("row-ground", kind == RECUSED)
        self.show_row("row-disputed", kind == RECUSED)
        self._offer("substitute", self._substitutes())
        self._offer("chair", self._chairs())

    def _offer(self, id: str, options: list[Option]) -> None:
        self.query_one(f"#{id}", Choices).offer(options)
        self.show_row(f"row-{id}", bool(options))

    def _exclusion(self) -> Exclusion:
        """What the fields say."""
        ground: Any = self.choice("ground")
        persons, disputed = self.picked("who"), self.turned("disputed")
        return Exclusion(self.session.clock(), self.choice("in"), persons, self.choice("kind"), ground, disputed, self.picked("more"))

    def _substitutes(self) -> list[Option]:
        return [] if self.entry else self._exclusion().stand_ins(self.meeting)

    def _chairs(self) -> list[Option]:
        return [] if self.entry else self._exclusion().chairs(self.meeting)

    def build(self) -> tuple[Event, ...]:
        """The exclusion, the substitute and the chair, in one act."""
        persons = self.picked("who")
        if not persons:
            raise Missing(Recusal.NO_PERSON, "#who")
        if self.entry:
            return (self._corrected(persons, self.choice("in")),)
        return self._exclusion().recorded(self.meeting, self.choice("substitute"), self.choice("chair"))

    def _corrected(self, persons: tuple[str, ...], item: str) -> Event:
        event: Any = self.entry.event if self.entry else None
        if isinstance(event, MemberRecused):
            items = event.items if item == self.item else (item,)
            return replace(event, persons=persons, items=items, ground=self.choice("ground"), disputed=self.turned("disputed"))  # type: ignore[arg-type]
        return replace(event, person=persons[0], item=item)  # type: ignore[no-any-return]
