"""`lista`, `granska`, `arkivera` and `läs-in`: the sessions on this machine."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sessions.session import Clock
from tui.commands.output import write_out
from tui.commands.sources import find, load_agenda, read_archived
from tui.commands.stop import FAULTS, WELL, Stop, tell


def list_meetings() -> int:
    """The meetings on this machine, the latest first: id, date, body, how far it has come."""
    from sessions.places import list_sessions

    entries = list_sessions()
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

    source = find(args.sammanträde)
    text = archive_toml(source.agenda, source.records, own_notes=args.egna_anteckningar, style=source.style)
    write_out(text.encode(), None if args.o == "-" else Path(args.o), replace=args.ersätt)
    return WELL


def read_in(args: Namespace, clock: Clock) -> int:
    """An archive back to a session of its own, identical to the one it was made from."""
    from sessions.places import new_session_path
    from sessions.store import NotSaved, Store, StoreFault

    archived = read_archived(Path(args.fil))
    agenda = load_agenda(Path(args.agenda)) if args.agenda else archived.agenda
    try:
        target = new_session_path(agenda.meeting)
        Store.create(target, agenda, clock(), records=archived.records).close()
    except (StoreFault, NotSaved) as fault:
        raise Stop(str(fault)) from fault
    tell(f"Sammanträdet heter {target.stem}. Fortsätt: klubban fortsätt {target.stem}")
    return WELL
