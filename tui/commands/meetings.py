"""`lista`, `granska`, `arkivera` and `läs-in`: the sessions on this machine."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agendas.disk import private_folder
from agendas.model import Agenda
from agendas.names import slug
from tui.commands.output import write_out
from tui.commands.sources import Source, find, load_agenda, read_archived
from tui.commands.stop import FAULTS, WELL, Stop, tell

if TYPE_CHECKING:
    from sessions.session import Clock


def list_meetings() -> int:
    """The meetings on this machine, the latest first: id, date, body, how far it has come, or that the file is damaged."""
    from sessions.places import list_sessions

    entries = list_sessions(whole=True)
    for entry in entries:
        print("\t".join((entry.id, entry.date.isoformat() if entry.date else "", entry.body, entry.fault or entry.progress)))
    if not entries:
        tell("Inga sammanträden på den här datorn än. Börja med: klubban starta AGENDA.toml")
    return WELL


def review(args: Namespace) -> int:
    """The findings, tab-separated: severity, rule, §, text. 1 only when one of them is a fault."""
    from sessions.findings import findings

    meeting = find(args.sammanträde).meeting()
    found = findings(meeting)
    for finding in found:
        item = meeting.items.get(finding.item)
        paragraph = f"§ {item.paragraph}" if item and item.paragraph is not None else ""
        print("\t".join((finding.severity, finding.rule, paragraph, f"{finding.message} {finding.remedy}".strip())))
    return FAULTS if any(f.severity == "fel" for f in found) else WELL


def archive(args: Namespace) -> int:
    """The whole session as one readable file. Own notes only when asked for."""
    from sessions.archive import archive_toml

    source = _with_its_style(find(args.sammanträde))
    text = archive_toml(source.agenda, source.records, own_notes=args.egna_anteckningar, style=source.style)
    write_out(text.encode(), None if args.o == "-" else Path(args.o), replace=args.ersätt)
    return WELL


def _with_its_style(source: Source) -> Source:
    """The source with a style of one's own as data: its file lies on this machine, and the archive is read on another."""
    from exports.style import StyleFaults, builtin_styles, load_style, style_to_data

    named = source.agenda.meeting.style
    if source.style is not None or named in builtin_styles():
        return source
    try:
        style = load_style(named, folder=source.folder)
    except (StyleFaults, OSError) as fault:
        tell(f"Varning: husstilen {named} kan inte läsas och följer inte med i arkivet.", str(fault))
        return source
    plan = replace(source.agenda.meeting, style=f"{slug(style.name)}.toml")
    return replace(source, agenda=replace(source.agenda, meeting=plan), style=style_to_data(style))


def read_in(args: Namespace, clock: Clock) -> int:
    """An archive back to a session of its own, identical to the one it was made from."""
    from exports.output import CannotWrite
    from sessions.places import new_session_path
    from sessions.store import NotSaved, Store, StoreFault

    archived = read_archived(Path(args.fil))
    agenda = load_agenda(Path(args.agenda)) if args.agenda else archived.agenda
    try:
        target = new_session_path(agenda.meeting)
        if archived.style is not None and not args.agenda:
            agenda = _with_style_beside(agenda, archived.style, target)
        Store.create(target, agenda, clock(), records=archived.records).close()
    except CannotWrite as fault:
        raise Stop(str(fault)) from fault
    except (StoreFault, NotSaved) as fault:
        raise Stop(str(fault)) from fault
    tell(f"Sammanträdet heter {target.stem}. Fortsätt: klubban fortsätt {target.stem}")
    return WELL


def style_beside(session: Path) -> Path:
    """Where the style lies that came with the archive a session was read from."""
    return session.with_suffix(".stil.toml")


def _with_style_beside(agenda: Agenda, style: Mapping[str, Any], session: Path) -> Agenda:
    """The agenda with the style that the archive brought, written as a file beside the session. Raises `CannotWrite` and Stop."""
    import tomli_w

    from exports.output import write_new
    from exports.style import StyleFaults, style_from_table

    try:
        style_from_table(style)
    except StyleFaults as faults:
        raise Stop(str(faults), FAULTS) from faults
    private_folder(session.parent)
    path = style_beside(session)
    write_new(path, tomli_w.dumps(style, multiline_strings=True).encode(), replace=True)
    return replace(agenda, meeting=replace(agenda.meeting, style=str(path)))
