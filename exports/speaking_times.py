"""Speaking times as a table for a spreadsheet. Never in the protocol."""

from __future__ import annotations

import csv
import io
from datetime import datetime

from exports.swedish import clock_time
from sessions.meeting import Meeting
from sessions.speaking import turns

HEAD = ("Paragraf", "Ärende", "Namn", "Parti", "Slag", "Start", "Sekunder", "Tid")
_FORMULA = ("=", "+", "-", "@", "\t")


def speaking_csv(meeting: Meeting, now: datetime) -> str:
    """Every turn of the meeting, one a line, semicolons between: what a Swedish spreadsheet opens. Empty when nobody has spoken."""
    found = turns(meeting, meeting.handled, now)
    if not found:
        return ""
    target = io.StringIO()
    table = csv.writer(target, delimiter=";", lineterminator="\r\n")
    table.writerow(HEAD)
    for turn in found:
        item, person = meeting.items[turn.item], meeting.people.get(turn.person)
        title = "Sekretess" if item.item.secret else item.item.short
        name, party = (person.name, person.party) if person else (turn.person, "")
        row = (str(item.paragraph or ""), title, name, party, turn.kind, f"{turn.start:%H.%M.%S}")
        table.writerow([*map(_text, row), str(int(turn.time.total_seconds())), clock_time(turn.time)])
    return target.getvalue()


def _text(value: str) -> str:
    """A text that a spreadsheet does not take for a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value
