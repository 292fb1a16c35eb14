"""Who decides in a §, as a table: the sum against the seats, those who serve and for whom, who leads, who is out, who is free."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from sessions.attendance import chair, deciding, free_substitutes, here, present, quorate, remote, servers
from sessions.meeting import ItemState, Meeting
from sessions.naming import named, number_of
from sessions.substitutes import empty_seats
from tui.literal import line
from tui.texts.dialogs import Composition as Words


def composition(meeting: Meeting, item: ItemState | None = None) -> Content:
    """The table for an item, or for the meeting as it is now."""
    able = present(meeting, item)
    leads = chair(meeting, item, able)
    decide = set(deciding(meeting, item)) if item else set(able)
    rows = [_title(_sum(meeting, item)), *_moment(meeting, item)]
    if leads is None:
        rows.append(_title(Words.NO_CHAIR))
    rows.append(_title(Words.DECIDING))
    for server in servers(meeting, item):
        if server.person in decide:
            rows.append(_name(meeting, server.person, Words.CHAIR if server.person == leads else ""))
            if server.seat_of:
                rows.append(Content.assemble("    ", line(Words.for_member(meeting.label(server.seat_of)))))
    out = {p for group in (item.recused, item.out, item.away_persons) for p in group} if item else set()
    free = [p for p in free_substitutes(meeting, item) if p not in out]
    empty = empty_seats(meeting)
    groups = [
        (Words.RECUSED, item.recused if item else ()),
        (Words.OUT, item.out if item else ()),
        (Words.AWAY, item.away_persons if item else ()),
        (Words.EMPTY_SEATS, empty),
        (Words.FREE, tuple(free)),
    ]
    for title, persons in groups:
        if persons:
            rows.append(_title(title))
            rows += [_name(meeting, p) for p in persons]
    return Content("\n").join(rows)


def _sum(meeting: Meeting, item: ItemState | None) -> str:
    able = present(meeting, item)
    return Words.sum(len(able), meeting.seats, quorate(meeting, item, able), meeting.body.neuter)


def _moment(meeting: Meeting, item: ItemState | None) -> list[Content]:
    """Which moment the table shows. The header counts those who are here now: of a § that is settled both are said when they differ."""
    if item is None or item.phase in {"öppet", "planerat", "utgått"}:
        return [line(Words.now(named(item) if item else ""), "$text-muted")]
    number = number_of(item)
    if item.decision:
        told = [line(Words.then(number, f"{item.decision.event.happened:%H.%M}"), "$text-muted")]
    else:
        told = [line(Words.when_left(number), "$text-muted")]
    open_now = next(iter(meeting.open_items), None)
    now = _sum(meeting, open_now)
    return told if now == _sum(meeting, item) else [*told, line(Words.since(now), "$text-muted")]


def _title(text: str) -> Content:
    return line(text, "bold")


def _name(meeting: Meeting, person: str, office: str = "") -> Content:
    where = Words.REMOTE if here(meeting, person) and remote(meeting, person) else ""
    return Content.assemble("  ", line(" · ".join(part for part in (meeting.label(person), office, where) if part)))


class CompositionTable(Static):
    """The table, for the screen and for the dialog: give it the meeting and the item."""

    def __init__(self, meeting: Meeting | None = None, item: ItemState | None = None, *, id: str | None = None, classes: str = "") -> None:
        self._shown: Content = composition(meeting, item) if meeting else Content("")
        super().__init__(self._shown, id=id, classes=classes, markup=False)

    def show(self, meeting: Meeting, item: ItemState | None = None) -> None:
        """Show another state of things. The screen is laid out again only where the height follows the text."""
        table = composition(meeting, item)
        if table.plain != self._shown.plain:
            self._shown = table
            self.update(table, layout=self.styles.is_auto_height)
