"""Val: to which office, who and how; also who moves up a step, and who was released from an office."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual.widget import Widget
from textual.widgets import Static

from sessions.elections import Shared, must_be_proportional, shared_out
from sessions.events import Elected, Event, Resigned
from tui.dialogs.fields import Choices, Option, Row
from tui.dialogs.people import PeoplePicker, people_choices
from tui.dialogs.recording import Missing, RecordingDialog
from tui.literal import plain
from tui.texts.dialogs import Election as Words
from tui.widgets.text_box import LineBox

ELECTED, MOVES_UP, RESIGNED = "väljs", "flyttar upp", "avsägelse"
KINDS = (
    Option(ELECTED, Words.ELECTED, "v"),
    Option(MOVES_UP, Words.MOVES_UP, "f"),
    Option(RESIGNED, Words.RESIGNED, "a"),
)
PROPORTIONAL = "proportionellt val"
_GROUP = re.compile(r"\s*([^\d\s].*?)[\s:–-]+(\d+)\s*(?:[,;]|$)")
BALLOTED = frozenset({"sluten omröstning", "lottning"})
"""Ways that leave numbers behind."""


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
        elected = event if isinstance(event, Elected) else None
        known = tuple(p for p in persons if p in self.meeting.people)
        others = "; ".join(p for p in persons if p not in self.meeting.people)
        kind = self._kind_of(event)
        # A line that is corrected stays what it is.
        kinds = KINDS if event is None else KINDS[:2] if elected else tuple(k for k in KINDS if k.value == kind)
        yield Row(Words.WHAT, Choices(kinds, kind, id="kind"))
        yield Row(Words.OFFICE, LineBox(getattr(event, "office", ""), placeholder=Words.OFFICE_HINT, id="office"), id="row-office")
        yield Row(Words.WHO, PeoplePicker(people_choices(self.meeting, self.state), known, id="who"))
        yield Row(Words.OTHERS, LineBox(others, placeholder=Words.OTHERS_HINT, id="others"), id="row-others")
        yield Row(Words.BY, Choices([Option(*by) for by in Words.BYS], elected.by if elected else self._usual_way(), id="by"), id="row-by")
        after = self.meeting.label(elected.in_place_of) if elected else ""
        yield Row(Words.IN_PLACE_OF, LineBox(after, placeholder=Words.NAME_HINT, id="after"), id="row-after")
        also = "; ".join(map(self.meeting.label, elected.also)) if elected else ""
        yield Row(Words.ALSO, LineBox(also, placeholder=Words.OTHERS_HINT, id="also"), id="row-also")
        votes = ", ".join(map(str, elected.votes)) if elected else ""
        blank = str(elected.blank) if elected and elected.blank else ""
        blanks = LineBox(blank, placeholder=Words.BLANK, id="blank", classes="clock")
        yield Row(Words.VOTES, LineBox(votes, placeholder=Words.VOTES_HINT, id="votes"), blanks, id="row-votes")
        groups = ", ".join(f"{g} {n}" for g, n in zip(elected.groups, elected.group_votes, strict=False)) if elected else ""
        no_group = LineBox(blank, placeholder=Words.BLANK, id="group-blank", classes="clock")
        yield Row(Words.GROUPS, LineBox(groups, placeholder=Words.GROUPS_HINT, id="groups"), no_group, id="row-groups")
        lots = ", ".join(elected.group_lots) if elected else ""
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
        elected = kind in {ELECTED, MOVES_UP}
        for name, shown in (
            ("by", kind == ELECTED),
            ("after", elected),
            ("also", kind == ELECTED and self.choice("by") in BALLOTED),
            ("votes", kind == ELECTED and self.choice("by") in BALLOTED),
        ):
            self.show_row(f"row-{name}", shown)
        self._show_seats(proportional=kind == ELECTED and self.choice("by") == PROPORTIONAL)

    def _show_seats(self, *, proportional: bool) -> None:
        """The groups' row, the places that their votes give, and the lot when two groups have the same number (R-714)."""
        self.show_row("row-groups", proportional)
        try:
            groups = self._groups() if proportional else {}
        except Missing:
            groups = {}
        places = len(self.picked("who")) + len(self._names("others"))
        shared = shared_out(groups, places, self._lots()) if groups and places else Shared({})
        self.show_row("row-lots", bool(shared.tied or (proportional and self.value("lots"))))
        said = Words.tied(list(shared.tied)) if shared.tied else Words.seats(dict(shared.seats)) if shared.seats else ""
        self.query_one("#seats", Static).update(plain(said))
        self.query_one("#seats").display = bool(said)

    def build(self) -> tuple[Event, ...]:
        """What happened."""
        kind, office = self.choice("kind"), self.value("office")
        at = self.session.clock()
        event: Any = self.entry.event if self.entry else None
        persons = (*self.picked("who"), *self._names("others"))
        if kind == RESIGNED:
            if not persons:
                raise Missing(Words.NO_PERSON, "#who")
            return (replace(event or Resigned(at=at, item=self.item, persons=persons), persons=persons, office=office),)
        if not office:
            raise Missing(Words.NO_OFFICE, "#office")
        return (self._elected(event or Elected(at=at, item=self.item, office=office, persons=persons), office, persons, kind == MOVES_UP),)

    def _elected(self, event: Elected, office: str, persons: tuple[str, ...], moves_up: bool) -> Elected:
        by: Any = "" if moves_up else self.choice("by")
        also, votes, blank = self._names("also"), self._votes(), self.value("blank")
        groups: dict[str, int] = {}
        if by not in BALLOTED:
            also, votes, blank = (), (), ""
        if by == PROPORTIONAL:
            groups, blank = self._groups(), self.value("group-blank")
            self._check_lots(groups, len(persons))
        if votes and len(votes) != len(persons) + len(also):
            if persons != event.persons and self.entry:
                votes = ()  # the numbers were those of these persons in this order
            else:
                raise Missing(Words.votes_wanted(len(persons) + len(also)), "#votes")
        if blank and not blank.isdigit():
            raise Missing(Words.BAD_VOTES, "#group-blank" if by == PROPORTIONAL else "#blank")
        return replace(
            event,
            office=office,
            persons=persons,
            by=by,
            also=also,
            votes=votes,
            blank=int(blank or 0),
            in_place_of=self._one(self.value("after")),
            moves_up=moves_up,
            groups=tuple(groups),
            group_votes=tuple(groups.values()),
            group_lots=self._lots() if groups else (),
        )

    def _groups(self) -> dict[str, int]:
        """`S, MP och V 12, M 8` as votes by group: a number ends each. Raises `Missing`."""
        typed, found = self.value("groups").strip().rstrip(".,;"), dict[str, int]()
        while typed:
            match = _GROUP.match(typed)
            if match is None or match[1] in found:
                raise Missing(Words.BAD_GROUPS, "#groups")
            found[match[1]] = int(match[2])
            typed = typed[match.end() :]
        return found

    def _lots(self) -> tuple[str, ...]:
        return tuple(name.strip() for name in self.value("lots").replace(";", ",").split(",") if name.strip())

    def _check_lots(self, groups: dict[str, int], places: int) -> None:
        lots = self._lots()
        if not groups or not places:
            return
        unknown = [name for name in lots if name not in groups]
        tied = shared_out(groups, places, lots).tied
        if unknown or tied:
            raise Missing(Words.not_a_group(unknown[0]) if unknown else Words.tied(list(tied)), "#lots")

    def _votes(self) -> tuple[int, ...]:
        parts = self.value("votes").replace(";", ",").replace(",", " ").split()
        if not all(p.isdigit() for p in parts):
            raise Missing(Words.BAD_VOTES, "#votes")
        return tuple(map(int, parts))

    def _names(self, id: str) -> tuple[str, ...]:
        """Names between semicolons, as ids where the list has them."""
        return tuple(self._one(name.strip()) for name in self.value(id).split(";") if name.strip())

    def _one(self, name: str) -> str:
        wanted = name.casefold()
        return next((id for id, p in self.meeting.people.items() if wanted in (p.name.casefold(), p.label.casefold())), name)
