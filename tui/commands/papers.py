"""`manus` and `kallelse`: what is made of an agenda before the meeting, and the times while it goes on."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from exports.document import Document
from exports.style_model import Style
from sessions.meeting import Meeting
from sessions.session import Clock
from tui.commands.output import write_out
from tui.commands.sources import load_agenda
from tui.commands.stop import FAULTS, WELL, Stop, tell

LARGE = 1.4
"""How much larger than a protocol the körschema is printed: it is read standing."""


def manuscript(args: Namespace) -> int:
    """The chair's körschema."""
    from exports.manuscript import manuscript as build

    path = Path(args.agenda)
    meeting = _meeting(path)
    _write(build(meeting, _style(meeting, path)), args, f"manus-{path.stem}", LARGE)
    return WELL


def summons(args: Namespace, clock: Clock) -> int:
    """The timed föredragningslista; with `--tider` the forecast times as text."""
    from exports.summons import forecast_lines
    from exports.summons import summons as build

    path = Path(args.agenda)
    meeting = _meeting(path)
    if args.tider:
        lines = forecast_lines(meeting, clock() if meeting.opened else _first_moment(meeting))
        if not lines:
            tell("Inga ärenden återstår." if meeting.opened else "Dagordningen säger inga tider.")
        write_out(f"{lines}\n".encode() if lines else b"", None if args.o in (None, "-") else Path(args.o), replace=args.ersätt)
        return WELL
    _write(build(meeting, _style(meeting, path), public=args.offentlig), args, f"kallelse-{path.stem}", 1.0)
    return WELL


def _first_moment(meeting: Meeting) -> datetime:
    return datetime.combine(meeting.plan.date, meeting.plan.starts).astimezone()


def _meeting(path: Path) -> Meeting:
    """The meeting of an agenda as it stands: the one that has begun and is not finished, or as it is planned."""
    from sessions.fold import begin
    from sessions.log import replay
    from sessions.store import Store, StoreFault
    from tui.offers import begun

    agenda = load_agenda(path)
    session = begun(agenda, unfinished=True)
    if session is None:
        return begin(agenda)
    try:
        with Store.follow(session) as store:
            return replay(store.agenda, store.since(0))
    except StoreFault as fault:
        tell(f"Varning: {fault}")
        return begin(agenda)


def _style(meeting: Meeting, path: Path) -> Style:
    from exports.style import StyleFaults, load_style

    try:
        return load_style(meeting.plan.style, folder=path.parent)
    except StyleFaults as faults:
        raise Stop(str(faults), FAULTS) from faults


def _write(document: Document, args: Namespace, name: str, scale: float) -> None:
    from exports.as_pdf import CannotPrint, NoTypst
    from exports.formats import TEXT_FORMS, written

    try:
        data = written(document, args.format, scale=scale)
    except (NoTypst, CannotPrint) as missing:
        raise Stop(str(missing)) from missing
    if args.o == "-" or (args.o is None and args.format in TEXT_FORMS):
        write_out(data, None, replace=False)
        return
    write_out(data, Path(args.o) if args.o else Path(f"{name}.{args.format}"), replace=args.ersätt)
