"""F4: jäv, not taking part in the decision, or out of the room, in one § only; the substitute steps in with the same act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from agendas.model import CHAIR_ROLES
from sessions.attendance import chair, free_substitutes, present, servers
from sessions.events import ChairTaken, Event, MemberAbstained, MemberAway, MemberRecused, RecusalTried, SubstituteSeated
from sessions.meeting import ItemState
from sessions.substitutes import proposed_substitutes
from tui.dialogs.fields import Choices, Option, Row, Stepper, Toggle
from tui.dialogs.people import PeoplePicker, item_options, people_choices
from tui.dialogs.recording import Missing, RecordingDialog
from tui.texts.dialogs import Recording, Recusal
from tui.widgets.name_picker import NamePicker

RECUSED, ABSTAINS, AWAY = "jäv", "deltar inte", "borta"
KINDS = (Option(RECUSED, Recusal.RECUSED, "j"), Option(ABSTAINS, Recusal.ABSTAINS, "d"), Option(AWAY, Recusal.AWAY, "b"))
FOUND, NOT_FOUND = "föreligger", "föreligger inte"
TRIED = (Option(FOUND, Recusal.FOUND, "f"), Option(NOT_FOUND, Recusal.NOT_FOUND, "i"))
"""What the body can find of somebody whose jäv is disputed (R-405)."""
GROUNDS = (
    Option("", Recusal.NO_GROUND, "s"),
    Option("part", Recusal.PART, "p"),
    Option("ställföreträdare", Recusal.AGENT, "f"),
    Option("tillsyn", Recusal.SUPERVISION, "t"),
    Option("delikatess", Recusal.DELICACY, "d"),
)
NOBODY = ""


class RecusalDialog(RecordingDialog):
    """F4, letters of the name, Enter. A free substitute is proposed and goes along with one more Enter."""

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
        yield Row(Recusal.WHO, PeoplePicker(people_choices(self.meeting, self.state), persons, id="who"))
        yield Row(Recusal.KIND, Choices(kinds, kind, id="kind"), id="row-kind")
        yield Row(Recording.ITEM, Stepper(item_options(self._items()), self.item, id="in"))
        yield Row(Recusal.SUBSTITUTE, Choices((), id="substitute"), id="row-substitute")
        yield Row(Recusal.CHAIR, Choices((), id="chair"), id="row-chair")
        yield Row(Recusal.GROUND, Choices(GROUNDS, getattr(event, "ground", ""), id="ground"), id="row-ground")
        yield Row("", Toggle(Recusal.DISPUTED, getattr(event, "disputed", False), id="disputed"), id="row-disputed")

    def _items(self) -> list[ItemState]:
        """This § and those to come: jäv is often declared at the start of the meeting."""
        return [x for i in self.meeting.order if (x := self.meeting.items[i]).id == self.item or x.phase in {"planerat", "öppet"}]

    def on_mount(self) -> None:
        """Nothing follows before a person is picked."""
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

    @on(NamePicker.Picked)
    def _person_picked(self) -> None:
        if self.entry is not None or not self.person:
            return  # several at once: Enter in the empty field saves
        disputed = self._disputed()
        if disputed:
            self.query_one("#kind", Choices).set_options(TRIED)
        self.field_changed()
        if disputed:
            self.query_one("#kind").focus()
        elif self.query_one("#row-substitute").display:
            self.query_one("#substitute").focus()
        else:
            self.save()

    def _disputed(self) -> bool:
        """Whether the person's jäv in the item is disputed and not tried yet."""
        item = self.chosen
        if item is None or any(t.event.person == self.person for t in item.trials):
            return False
        return any(r.event.disputed and self.person in r.event.persons for r in item.recusals)

    def field_changed(self) -> None:
        """Offer the substitutes and the chairs that fit the person, the kind and the item."""
        kind = self.choice("kind")
        self.show_row("row-ground", kind == RECUSED)
        self.show_row("row-disputed", kind == RECUSED)
        self._offer("substitute", self._substitutes())
        self._offer("chair", self._chairs())

    def _offer(self, id: str, options: list[Option]) -> None:
        choices = self.query_one(f"#{id}", Choices)
        if [o.value for o in choices.options] != [o.value for o in options]:
            choices.set_options(options)
        self.show_row(f"row-{id}", bool(options))

    def _seat(self) -> str:
        """The seat that the person leaves: their own, or the member's for whom they serve. Empty when they do not serve."""
        server = next((s for s in servers(self.meeting, self.chosen) if s.person == self.person), None)
        return "" if server is None else server.seat_of or server.person

    def _substitutes(self) -> list[Option]:
        if self.entry or not self.person or self.choice("kind") not in {RECUSED, AWAY} or not self._seat():
            return []
        free = [p for p in free_substitutes(self.meeting, self.chosen) if p != self.person]
        first = [p.substitute for p in proposed_substitutes(self.meeting, [self._seat()], free=free, item=self.chosen)]
        people = [Option(p, self.meeting.label(p)) for p in dict.fromkeys((*first, *free))]
        if not people:
            return []
        nobody = Option(NOBODY, Recusal.NOBODY, "i")
        # Out of the room for a while is not a vacancy that is always filled: there the safe answer stands first.
        return [*people, nobody] if first and self.choice("kind") == RECUSED else [nobody, *people]

    def _chairs(self) -> list[Option]:
        item = self.chosen
        if (
            self.entry
            or item is None
            or self.choice("kind") not in {RECUSED, AWAY}
            or not self.person
            or chair(self.meeting, item) != self.person
        ):
            return []
        able = [p for p in present(self.meeting, item) if p != self.person]
        roles = {role: place for place, role in enumerate(CHAIR_ROLES)}
        able.sort(key=lambda p: roles.get(self.meeting.people[p].role, len(roles)))
        return [Option(p, self.meeting.label(p)) for p in able[:4]]

    def build(self) -> tuple[Event, ...]:
        """The exclusion, the substitute and the chair, in one act."""
        persons = self.picked("who")
        if not persons:
            raise Missing(Recusal.NO_PERSON, "#who")
        at, item = self.session.clock(), self.choice("in")
        if self.entry:
            return (self._corrected(persons, item),)
        kind = self.choice("kind")
        made: list[Event] = []
        if kind == RECUSED:
            ground: Any = self.choice("ground")
            made.append(MemberRecused(at=at, items=(item,), persons=persons, ground=ground, disputed=self.turned("disputed")))
        elif kind in {FOUND, NOT_FOUND}:
            made += [RecusalTried(at=at, item=item, person=p, found=kind == FOUND) for p in persons]
        elif kind == ABSTAINS:
            made += [MemberAbstained(at=at, item=item, person=p) for p in persons]
        else:
            made += [MemberAway(at=at, item=item, person=p) for p in persons]
        if substitute := self.choice("substitute"):
            made.append(SubstituteSeated(at=at, substitute=substitute, seat_of=self._seat(), items=(item,)))
        if leads := self.choice("chair"):
            made.append(ChairTaken(at=at, person=leads, items=(item,)))
        return tuple(made)

    def _corrected(self, persons: tuple[str, ...], item: str) -> Event:
        event: Any = self.entry.event if self.entry else None
        if isinstance(event, MemberRecused):
            items = event.items if item == self.item else (item,)
            return replace(event, persons=persons, items=items, ground=self.choice("ground"), disputed=self.turned("disputed"))  # type: ignore[arg-type]
        return replace(event, person=persons[0], item=item)  # type: ignore[no-any-return]
