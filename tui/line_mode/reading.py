"""What can be asked: where we are, who is here, who decides, what will be printed, what is missing; and writing it to a file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sessions.attendance import chair, deciding, present, quorate
from sessions.findings import findings
from sessions.naming import named, number_of
from sessions.order import next_item
from sessions.procedure import next_question
from sessions.roll import status_of
from sessions.timing import elapsed, forecast, planned_minutes
from tui.dialogs.preview import chair_asks, style_of
from tui.line_mode.desk import Desk
from tui.line_mode.going_on import row_of, which_item
from tui.lines import lines_of
from tui.naming import status
from tui.texts.line_mode import LineMode as Words
from tui.texts.meeting import RollCall

if TYPE_CHECKING:
    from exports.style import Style


def where(desk: Desk, rest: str) -> None:
    """`var`: the state, the §, what is recorded on it, who decides, how the time goes, what comes."""
    m = desk.meeting
    hints = {"kallad": Words.NOT_OPENED_HINT, "ajournerat": Words.ADJOURNED_HINT, "avslutat": Words.CLOSED_HINT}
    if m.phase in hints:
        desk.say(hints[m.phase])
    target = desk.viewed or (m.current[0] if m.current else "")
    item = m.items.get(target)
    if item is not None:
        minutes = int(elapsed(m, item, desk.now) / timedelta(minutes=1))
        desk.say(Words.state(named(item), minutes, planned_minutes(m).get(item.id)))
        for line in lines_of(m, item):
            desk.say(f"{line.label}: {line.text}")
        if item.phase == "öppet" and m.phase == "öppnat" and (question := next_question(m, item)):
            for text in chair_asks(desk.session, item, question):
                desk.say(f"Ordföranden frågar: ”{text}”")
    desk.say(desk.quorum(len(present(m, item)), quorate(m, item)))
    if leader := chair(m, item):
        desk.say(RollCall.chair(m.label(leader)) + ".")
    if coming := next_item(m):
        desk.say(f"Sedan: {row_of(desk, coming)}.")
    times = forecast(m, desk.now) if m.phase == "öppnat" else None
    if times and times.planned_end and times.ends:
        desk.say(Words.drift(f"{times.planned_end:%H.%M}", f"{times.ends:%H.%M}"))


def agenda(desk: Desk, rest: str) -> None:
    """`dagordning`: the rows with their state."""
    states = {"planerat": "", "öppet": "pågår", "beslutat": "beslutat", "lämnat": "utan beslut", "utgått": "utgår"}
    for number, id in enumerate(desk.meeting.order, 1):
        item = desk.meeting.items[id]
        said = ", ".join(filter(None, (named(item).strip("”"), states[item.phase])))
        desk.say(f"{number}. {said}")


def attendance(desk: Desk, rest: str) -> None:
    """`närvaro`: everybody, and where they are said to be."""
    m = desk.meeting
    for person, known in m.people.items():
        desk.say(f"{known.label}, {known.role}: {status_of(m, person) or 'inte avprickad'}")


def composition(desk: Desk, rest: str) -> None:
    """`sammansättning`: who decides in the §."""
    m, item = desk.meeting, desk.item
    desk.say(f"{named(item)}.")
    for person in deciding(m, item):
        desk.say(f"{m.label(person)}, {status(m, person, item)}")
    for person in dict.fromkeys((*item.recused, *item.out, *item.away_persons)):
        desk.say(f"{m.label(person)}, {status(m, person, item)}")
    desk.say(desk.quorum(len(present(m, item)), quorate(m, item)))


def read(desk: Desk, rest: str) -> None:
    """`läs`: the § as it will be printed."""
    from exports.as_markdown import markdown_blocks
    from exports.sections import section

    item = which_item(desk, rest) if rest else desk.item
    if style := style_of(desk.meeting):
        desk.say(markdown_blocks((section(desk.meeting, item, style),)))


def review(desk: Desk, rest: str) -> None:
    """`granska`: one finding a line."""
    found = findings(desk.meeting)
    if not found:
        desk.say(Words.NO_FINDINGS)
    for finding in found:
        item = desk.meeting.items.get(finding.item)
        where = f", {number_of(item)}" if item and item.paragraph is not None else ""
        desk.say(f"{finding.severity}{where}: {finding.message} {finding.remedy} {finding.rule}".strip())


def saved(desk: Desk, rest: str) -> None:
    """`sparat`: how it stands with the disk."""
    desk.settle(once_more=True)
    saving = desk.session.saving
    if saving.fault:
        desk.say(Words.not_saved(saving.fault))
    elif saving.saved:
        desk.say(Words.saved(f"{saving.last_saved:%H.%M}") if saving.last_saved else Words.saved(desk.clock_now))


def print_out(desk: Desk, rest: str) -> None:
    """`skriv ut [md|docx|html|pdf]`: the protocol as a file in this folder."""
    from exports.as_pdf import CannotPrint, NoTypst
    from exports.output import AlreadyExists, CannotWrite
    from tui.export_job import ExportOrder, NothingToWrite, carry_out, file_name

    form: Any = rest.casefold() or "md"
    if form not in {"md", "docx", "html", "pdf"}:
        desk.say(Words.FORMATS)
        return
    m, style = desk.meeting, house_style(desk)
    order = ExportOrder("protokoll", form, False, Path.cwd(), file_name(m, "protokoll", form, False))
    try:
        try:
            done = carry_out(m, style, order)
        except AlreadyExists as there:
            desk.say(str(there))
            if not desk.voice.yes("Skriva över den? j/n", Words.YES_OR_NO):
                return
            done = carry_out(m, style, order, replace=True)
    except (CannotWrite, NothingToWrite, NoTypst, CannotPrint) as fault:
        desk.say(str(fault))
        return
    for path in done.paths:
        desk.say(Words.wrote(str(path)))
    for path in done.kept:
        desk.say(Words.written_by_hand(str(path)))


def house_style(desk: Desk) -> Style:
    """The house style; one that cannot be read is told, and the standard one is used."""
    from exports.style import StyleFaults, load_style

    try:
        return load_style(desk.meeting.plan.style)
    except (StyleFaults, OSError) as fault:
        desk.say(str(fault))
        return load_style()
