"""`kontrollera` and `schema`: what needs the agenda file alone."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from tui.commands.stop import FAULTS, UNREADABLE, WELL, reason, tell


def check(args: Namespace) -> int:
    """Faults and warnings of each file, one a line. 0 with warnings only, 1 for faults, 3 when a file cannot be read."""
    from agendas.file import AgendaFaults, read_agenda

    worst = WELL
    for path in map(Path, args.agenda):
        try:
            loaded = read_agenda(path)
        except AgendaFaults as faults:
            print(faults)
            worst = max(worst, FAULTS)
        except OSError as fault:
            tell(f"Kan inte läsa {path}: {reason(fault)}.")
            worst = max(worst, UNREADABLE)
        else:
            for warning in loaded.warnings:
                print(f"Varning: {warning}")
            people, items = len(loaded.agenda.people), len(loaded.agenda.items)
            print(f"{path}: utan fel, {people} personer och {items} ärenden.")
    return worst


def schema(args: Namespace) -> int:
    """The JSON Schema of the agenda file, of the archive, of the house style or of the protocol as JSON."""
    if args.arkiv:
        from sessions.archive import archive_schema

        found = archive_schema()
    elif args.stil:
        from exports.style import style_schema

        found = style_schema()
    elif args.protokoll:
        from exports.as_json import protocol_schema

        found = protocol_schema()
    else:
        from agendas.schema import schema as agenda_schema

        found = agenda_schema()
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return WELL
