"""`gallra`: after approval the record is kept and the rest removed, when it has been seen that the protocol is the same."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sessions.session import Clock
from tui.commands.stop import FAULTS, UNREADABLE, USAGE, WELL, Stop, reason, tell

if TYPE_CHECKING:
    from exports.style_model import Style
    from sessions.log import Log
    from sessions.meeting import Meeting
    from sessions.purge import Purged


class _NotTheSame(Exception):
    """The protocol of what would be left is another."""


def purge(args: Namespace, clock: Clock) -> int:
    """Remove what is not to be kept of an approved meeting, and say what it was. Raises Stop, and then nothing is removed."""
    from sessions.log import Log
    from sessions.places import Ambiguous, NotFound, find_session
    from sessions.purge import purged
    from sessions.store import NotSaved, Store, StoreFault

    if args.sammanträde and args.sammanträde.endswith(".toml"):
        raise Stop("Ett arkiv gallras inte: gallra sammanträdet och arkivera det sedan.", USAGE)
    try:
        path = find_session(args.sammanträde).path
        with Store.follow(path) as store:  # nothing is written to it before it is known that it will be purged
            log, drafts = Log(store.agenda, store.since(0)), len(store.drafts())
        _must_be_approved(log)
        left = purged(log.agenda, log.records)
        changes = bool(drafts) or left.records != tuple(log.records)
        counts = _counts(left, drafts) or (["spår av det som ångrats och gjorts om"] if changes else [])
        removed = [*counts, *(str(p) for p in _beside(path, log.meeting))]
        if not removed:
            tell(f"{path.stem}: det finns ingenting att gallra.")
            return WELL
        tell(f"{path.stem}, justerat {log.meeting.approved.event.date if log.meeting.approved else ''}. Tas bort:")
        tell(*(f"  {line}" for line in removed))
        if not (args.ja or _agreed()):
            raise Stop("Inget är borttaget.", FAULTS)
        with Store.open(path, clock()) as recorder:
            if recorder.since(0) != tuple(log.records):
                raise Stop("Något har antecknats i sammanträdet under tiden. Inget är borttaget; börja om.")
            if changes:
                recorder.replace_log(left.records, _prover(log))
    except (NotFound, Ambiguous, StoreFault, NotSaved) as fault:
        raise Stop(str(fault)) from fault
    except _NotTheSame as other:
        raise Stop(str(other)) from other
    still = _remove(_beside(path, log.meeting))
    kept = f"Kvar: {len(left.records)} av {len(log.records)} händelser, dagordningen och den justerade texten."
    tell("Borttaget.", f"{kept} Protokollet är detsamma, också i den offentliga versionen.")
    tell(
        "Numren i loggen har luckor där något togs bort.",
        "Säkerhetskopior och nödkopior som ligger på andra ställen når programmet inte.",
    )
    tell(*still)
    return UNREADABLE if still else WELL


def _must_be_approved(log: Log) -> None:
    if log.meeting.approved is None:
        raise Stop(
            "Protokollet är inte justerat än. Till dess behövs allt: en rättelse kan vila på det som ångrats, och texten kan ändras. "
            "Anteckna justeringen under Efter sammanträdet, och gallra sedan.",
            FAULTS,
        )


def _counts(left: Purged, drafts: int) -> list[str]:
    kinds = (
        (left.notes, "egen minnesanteckning", "egna minnesanteckningar"),
        (drafts, "halvskriven text", "halvskrivna texter"),
        (left.undone, "ångrad åtgärd", "ångrade åtgärder"),
        (left.corrected, "uppgift som har rättats", "uppgifter som har rättats"),
        (left.texts, "text som en senare har ersatt", "texter som senare har ersatts"),
        (left.speakers, "händelse i talarlistan", "händelser i talarlistan"),
    )
    return [f"{count} {one if count == 1 else more}" for count, one, more in kinds if count]


def _beside(session: Path, meeting: Meeting) -> list[Path]:
    """What lies beside the session, or is a copy of it, and only serves while the meeting is recorded.

    The style that came with an archive is what the protocol is written with: it stays, unless another is used now.
    """
    from exports.readable_draft import readable_draft_path
    from sessions.chair_note import note_path
    from sessions.emergency import copies
    from tui.commands.meetings import style_beside

    style = style_beside(session)
    unused = () if Path(meeting.plan.style).name == style.name else (style,)  # by name: in doubt it stays
    return [path for path in (readable_draft_path(session), note_path(session), *unused, *copies(session)) if path.exists()]


def _remove(paths: list[Path]) -> list[str]:
    """Remove them, and say which could not be."""
    told = []
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as fault:
            told.append(f"{path} kunde inte tas bort: {reason(fault)}. Ta bort den själv.")
    return told


def _agreed() -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise Stop("Det går inte att ångra. Utan terminal: lägg till --ja.", USAGE)
    print("Det går inte att ångra. Gallra? [j/N]: ", end="", file=sys.stderr, flush=True)
    with suppress(OSError, ValueError):
        return sys.stdin.readline().strip().casefold() in {"j", "ja"}
    return False


def _prover(log: Log) -> Callable[[Path], None]:
    """What sees that a new file gives the same meeting and the same record: the protocol and its public version, in every format."""
    style = _style_of(log)

    def prove(new: Path) -> None:
        from sessions.log import replay
        from sessions.purge import same
        from sessions.store import Store

        with Store.follow(new) as store:
            agenda, records = store.agenda, store.since(0)
        after = replay(agenda, records)
        if agenda != log.agenda or not same(agenda, log.records, records) or _prints(after, style) != _prints(log.meeting, style):
            raise _NotTheSame("Det som skulle bli kvar ger inte samma protokoll. Inget är borttaget; det är ett fel i Klubban.")

    return prove


def _style_of(log: Log) -> Style:
    from exports.style import STANDARD, StyleFaults, load_style

    try:
        return load_style(log.meeting.plan.style)
    except (StyleFaults, OSError) as fault:
        tell(f"Varning: husstilen kan inte läsas, så protokollen jämförs i standardstilen ({fault}).")
        return load_style(STANDARD)


def _prints(meeting: Any, style: Style) -> list[object]:
    """The documents that every writer works from – equal documents are equal files – and the texts of two of them."""
    from exports.as_json import protocol_json
    from exports.as_markdown import markdown
    from exports.protocol import protocol

    made: list[object] = []
    for public in (False, True):
        document = protocol(meeting, style, public=public)
        made += [document, markdown(document), protocol_json(meeting, style, public=public)]
    return made
