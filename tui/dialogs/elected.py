"""Val: to which office, who and how; also who moves up a step, and who was released from an office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual.widget import Widget
from textual.widgets import Static

from sessions.elections import Shared, must_be_proportional, shared_out
from sessions.events import Elected, Event, Resigned
from tui.dialogs.electing import (
    BALLOTED,
    ELECTED,
    KINDS,
    MOVES_UP,
    PROPORTIONAL,
    RESIGNED,
    Ballot,
    as_person,
    elected,
    read_groups,
    read_lots,
    read_names,
)
from tui.dialogs.fields import Choices, Option, Row
from tui.dialogs.people import PeoplePicker, people_choices
from tui.dialogs.recording import Missing, RecordingDialog
from tui.literal import plain
from tui.texts.dialogs import Election as Words
from tui.widgets.line_box import LineBox


class ElectedDialog(RecordingDialog):
    """Persons of the list, or names as they are written; nobody means that the election is put off."""

    TITLE_TEXT = Words.TITLE
    CHANGE_TEXT = Words.CHANGE
    HELP_TEXT = Words.HELP
    AUTO_FOCUS = "#office"

    def body(self) -> Iterable[Widget]:
        """What happened, office, persons, others, how; after whom; the numbers of a ballot."""
        event: Any = self.entry.event if self.entry else None
        persons = event.persons if event else ()
        chosen = event if isinstance(event, Elected) else None
        known = tuple(p for p in persons if p in self.meeting.people)
        others = "; ".join(p for p in persons if p not in self.meeting.people)
        kind = self._kind_of(event)
        # A line that is corrected stays what it is.
        kinds = KINDS if event is None else KINDS[:2] if chosen else tuple(k for k in KINDS if k.value == kind)
        yield Row(Words.WHAT, Choices(kinds, kind, id="kind"))
        yield Row(Words.OFFICE, LineBox(getattr(event, "office", ""), placeholder=Words.OFFICE_HINT, id="office"), id="row-office")
        yield Row(Words.WHO, PeoplePicker(people_choices(self.meeting, self.state), known, id="who"))
        yield Row(Words.OTHERS, LineBox(others, placeholder=Words.OTHERS_HINT, id="others"), id="row-others")
        yield Row(Words.BY, Choices([Option(*by) for by in Words.BYS], chosen.by if chosen else self._usual_way(), id="by"), id="row-by")
        after = self.meeting.label(chosen.in_place_of) if chosen else ""
        yield Row(Words.IN_PLACE_OF, LineBox(after, placeholder=Words.NAME_HINT, id="after"), id="row-after")
        also = "; ".join(map(self.meeting.label, chosen.also)) if chosen else ""
        yield Row(Words.ALSO, LineBox(also, placeholder=Words.OTHERS_HINT, id="also"), id="row-also")
        votes = ", ".join(map(str, chosen.votes)) if chosen else ""
        blank = str(chosen.blank) if chosen and chosen.blank else ""
        blanks = LineBox(blank, placeholder=Words.BLANK, id="blank", classes="clock")
        yield Row(Words.VOTES, LineBox(votes, placeholder=Words.VOTES_HINT, id="votes"), blanks, id="row-votes")
        groups = ", ".join(f"{g} {n}" for g, n in zip(chosen.groups, chosen.group_votes, strict=False)) if chosen else ""
        no_group = LineBox(blank, placeholder=Words.BLANK, id="group-blank", classes="clock")
        yield Row(Words.GROUPS, LineBox(groups, placeholder=Words.GROUPS_HINT, id="groups"), no_group, id="row-groups")
        lots = ", ".join(chosen.group_lots) if chosen else ""
        yield Row(Words.LOTS, LineBox(lots, placeholder=Words.LOTS_HINT, id="lots"), id="row-lots")
        yield Static("", id="seats", classes="said", markup=False)

    def _usual_way(self) -> str:
        """Enough have demanded that it be proportional: then that is the way (R-714)."""
        return PROPORTIONAL if self.state and must_be_proportional(self.meeting, self.state) else ""

    @staticmethod
    def _kind_of(event: Event | None) -> str:
        if isinstance(event, Resigned):
            return RESIGNED
        return MOVES_UP if isinstance(event, Elected) and event.moves_up else ELECTED

    def on_mount(self) -> None:
        """Only the rows that there is a use for."""
        self.field_changed()

    def field_changed(self) -> None:
        """Show the rows that the kind and the way have a use for."""
        kind = self.choice("kind")
        is_elected = kind in {ELECTED, MOVES_UP}
        for name, shown in (
            ("by", kind == ELECTED),
            ("after", is_elected),
            ("also", kind == ELECTED and self.choice("by") in BALLOTED),
            ("votes", kind == ELECTED and self.choice("by") in BALLOTED),
        ):
            self.show_row(f"row-{name}", shown)
        self._show_seats(proportional=kind == ELECTED and self.choice("by") == PROPORTIONAL)

    def _show_seats(self, *, proportional: bool) -> None:
        """The groups' row, the places that their votes give, and the lot when two groups have the same number (R-714)."""
        self.show_row("row-groups", proportional)
        try:
            groups = read_groups(self.value("groups")) if proportional else {}
        except Missing:
            groups = {}
        places = len(self.picked("who")) + len(read_names(self.meeting, self.value("others")))
        shared = shared_out(groups, places, read_lots(self.value("lots"))) if groups and places else Shared({})
        self.show_row("row-lots", bool(shared.tied or (proportional and self.value("lots"))))
        said = Words.tied(list(shared.tied)) if shared.tied else Words.seats(dict(shared.seats)) if shared.seats else ""
        self.query_one("#seats", Static).update(plain(said))
        self.query_one("#seats").display = bool(said)

    def build(self) -> tuple[Event, ...]:
        """What happened."""
        kind, office = self.choice("kind"), self.value("office")
        at = self.session.clock()
        event: Any = self.entry.event if self.entry else None
        persons = (*self.picked("who"), *read_names(self.meeting, self.value("others")))
        if kind == RESIGNED:
            if not persons:
                raise Missing(Words.NO_PERSON, "#who")
            return (replace(event or Resigned(at=at, item=self.item, persons=persons), persons=persons, office=office),)
        if not office:
            raise Missing(Words.NO_OFFICE, "#office")
        return (self._elected(event or Elected(at=at, item=self.item, office=office, persons=persons), office, persons, kind == MOVES_UP),)

    def _elected(self, event: Elected, office: str, persons: tuple[str, ...], moves_up: bool) -> Elected:
        by = self.choice("by")
        ballot = Ballot(
            by,
            read_names(self.meeting, self.value("also")),
            self.value("votes"),
            self.value("group-blank" if by == PROPORTIONAL else "blank"),
            self.value("groups"),
            self.value("lots"),
        )
        return elected(event, office, persons, ballot, after=as_person(self.meeting, self.value("after")), moves_up=moves_up)
