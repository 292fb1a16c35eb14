"""Who decides in a §, as a table: the sum against the seats, those who serve and for whom, who leads, who is out, who is free."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sessions.attendance import chair, deciding, free_substitutes, here, present, quorate, remote, servers
from sessions.meeting import ItemState, Meeting
from sessions.naming import named, number_of
from sessions.substitutes import empty_seats
from tui.literal import line
from tui.texts.dialogs import Composition as Words


def composition(meeting: Meeting, item: ItemState | None = None) -> tuple[Content, Content]:
    """The table for an item, or for the meeting as it is now: the sum and the moment, which every § has anew, and the names."""
    head = Content("\n").join([_title(_sum(meeting, item)), *_moment(meeting, item)])
    return head, _names(meeting, item)


def _names(meeting: Meeting, item: ItemState | None) -> Content:
    able = present(meeting, item)
    leads = chair(meeting, item, able)
    decide = set(deciding(meeting, item)) if item else set(able)
    rows = [_title(Words.NO_CHAIR)] if leads is None else []
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


class _Part(Static):
    """Lines of the table that change together."""

    def __init__(self, classes: str = "") -> None:
        super().__init__("", classes=classes, markup=False)
        self._shown = Content("")

    def show(self, content: Content) -> None:
        """Show other lines. The screen is laid out again only where they are more, or fewer."""
        if content.plain == self._shown.plain:
            return
        self._shown = content
        width, height = self.size
        least = self.styles.min_height
        self.update(content, layout=bool(width) and max(content.get_height({}, width), int(least.value) if least else 0) != height)


class CompositionTable(Vertical):
    """The table, for the screen and for the dialog: give it the meeting and the item.

    From one § to the next only its first lines change: the names of 101 members are not painted with them.
    """

    DEFAULT_CSS = """
    CompositionTable { height: auto; }
    CompositionTable Static { height: auto; }
    """

    def __init__(self, meeting: Meeting | None = None, item: ItemState | None = None, *, id: str | None = None, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self._head, self._names = _Part("head"), _Part()
        if meeting:
            self.show(meeting, item)

    def compose(self) -> ComposeResult:
        """The two parts."""
        yield self._head
        yield self._names

    def show(self, meeting: Meeting, item: ItemState | None = None) -> None:
        """Show another state of things."""
        head, names = composition(meeting, item)
        self._head.show(head)
        self._names.show(names)
