"""What Ctrl+F looks through: every title, recorded line and text of the meeting, own notes too."""

from __future__ import annotations

from collections.abc import Iterator

from sessions.meeting import ItemState, Meeting
from tui.lines import lines_of
from tui.texts.meeting import MeetingView as Words
from tui.widgets.name_picker import Choice


def places(meeting: Meeting) -> tuple[Choice, ...]:
    """All places, § by §. The id is the item's, a bar, and the key of a line or the name of a text."""
    return tuple(choice for i in meeting.order for choice in _of_item(meeting, meeting.items[i]))


def _of_item(meeting: Meeting, item: ItemState) -> Iterator[Choice]:
    number = f"§ {item.paragraph}" if item.paragraph is not None else "–"
    yield Choice(f"{item.id}|", f"{number} {item.item.title}", item.item.reference)
    for line in lines_of(meeting, item):
        yield Choice(f"{item.id}|{line.key}", f"{number} {line.label}: {line.text}")
    for key, label, text in (
        ("protocol", Words.PROTOCOL_TEXT, item.texts.get("protocol", "")),
        ("private", Words.PRIVATE_SHORT, item.private_note),
    ):
        for row in text.splitlines():
            if row.strip():
                yield Choice(f"{item.id}|{key}", f"{number} {label}: {row.strip()}")
