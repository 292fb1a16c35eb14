"""The room as a list: everybody under the heading of their group, with a sign and a word for where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from agendas.model import Person
from agendas.value import Value
from sessions.attendance import chair, servers
from sessions.meeting import Meeting
from sessions.roll import comes_at_items, status_of
from sessions.substitutes import empty_seats, proposed_substitutes
from tui.literal import line
from tui.texts.meeting import RollCall as Words

_STATUS_WIDTH = 14
_HEADING = "grupp:"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class RollRow(Value):
    """One person as they stand in the list."""

    id: str
    group: str
    status: str
    label: str
    note: str


def roll_rows(meeting: Meeting) -> tuple[RollRow, ...]:
    """Everybody, members first, then substitutes, then the others; each group in the order of the list."""
    absent = [p for p in empty_seats(meeting) if status_of(meeting, p)]
    turn = proposed_substitutes(meeting, absent)
    notes: dict[str, str] = {x.seat_of: Words.in_turn(meeting.label(x.substitute)) for x in turn}
    notes |= {x.substitute: Words.turn_for(meeting.label(x.seat_of)) for x in turn}
    for server in servers(meeting):
        if server.seat_of:
            notes[server.person] = Words.serves_for(meeting.label(server.seat_of))
            notes[server.seat_of] = Words.served_by(meeting.label(server.person))
    leads = chair(meeting)
    rows = [_row(meeting, person, notes.get(person.id, ""), person.id == leads) for person in meeting.people.values()]
    order = (Words.MEMBERS, Words.SUBSTITUTES, Words.OTHERS)
    return tuple(sorted(rows, key=lambda row: order.index(row.group)))


def _row(meeting: Meeting, person: Person, note: str, leads: bool) -> RollRow:
    group = Words.MEMBERS if person.is_member else Words.SUBSTITUTES if person.is_substitute else Words.OTHERS
    status = status_of(meeting, person.id)
    what = "" if person.role in ("ledamot", "ersättare") else person.title or person.role
    waits = not status and comes_at_items(meeting, person.id)
    parts = (Words.LEADS if leads else "", note, what, Words.AT_ITEMS if waits else "")
    return RollRow(person.id, group, status, person.label, " · ".join(p for p in parts if p))


class RollList(OptionList):
    """The list. It tells of a click on a person; the keys are the screen's."""

    BINDINGS = [Binding("enter", "screen.open", Words.OPEN, show=False)]

    @dataclass
    class Clicked(Message):
        """A person's row was clicked."""

        person: str

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._rows: tuple[RollRow, ...] = ()

    def show(self, rows: Sequence[RollRow]) -> None:
        """Show these rows; only those that say something else are painted again."""
        before, self._rows = self._rows, tuple(rows)
        if [r.id for r in before] != [r.id for r in rows] or [r.group for r in before] != [r.group for r in rows]:
            stood = self.person
            self.clear_options()
            group = ""
            for row in self._rows:
                if row.group != group:
                    group = row.group
                    self.add_option(Option(line(group, "bold"), id=_HEADING + group, disabled=True))
                self.add_option(Option(self._prompt(row), id=row.id))
            self.go_to(stood or (self._rows[0].id if self._rows else ""))
            return
        for old, new in zip(before, self._rows, strict=True):
            if old != new:
                self.replace_option_prompt(new.id, self._prompt(new))

    def _prompt(self, row: RollRow) -> Content:
        name = max(20, min(36, (self.size.width - _STATUS_WIDTH) // 2)) if self.size.width else 28
        status = line(Words.STATUS[row.status] or Words.NOT_MARKED)
        return Content.assemble(
            status.truncate(_STATUS_WIDTH, pad=True), " ", line(row.label).truncate(name, ellipsis=True, pad=True), " ", line(row.note)
        )

    def on_resize(self, event: events.Resize) -> None:
        """The columns follow the width."""
        for row in self._rows:
            self.replace_option_prompt(row.id, self._prompt(row))

    @property
    def person(self) -> str | None:
        """The id of the person at the cursor."""
        option = self.highlighted_option
        return option.id if option is not None and option.id and not option.id.startswith(_HEADING) else None

    @property
    def heading(self) -> str:
        """The heading of the group at the cursor."""
        return next((r.group for r in self._rows if r.id == self.person), "")

    @property
    def group(self) -> tuple[str, ...]:
        """The ids of everybody in the group of the person at the cursor."""
        return tuple(r.id for r in self._rows if r.group == self.heading)

    def go_to(self, person: str) -> None:
        """Put the cursor on a person."""
        if any(r.id == person for r in self._rows):
            self.highlighted = self.get_option_index(person)

    def go_on(self) -> None:
        """To the next person; the last one keeps the cursor."""
        ids = [r.id for r in self._rows]
        if self.person in ids:
            self.go_to(ids[min(ids.index(self.person) + 1, len(ids) - 1)])

    def next_group(self) -> None:
        """To the first person of the next group, if there is one."""
        group = self.group
        if group:
            self.go_to(group[-1])
            self.go_on()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.person is not None:
            self.post_message(self.Clicked(self.person))
