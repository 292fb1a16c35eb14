"""`rädda`: what can be read of a damaged session file, as an archive. The file itself is never written to."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from tui.commands.output import write_out
from tui.commands.stop import FAULTS, WELL, Stop, reason, tell

_MOST_TOLD = 20


def rescue(args: Namespace) -> int:
    """Write the archive and say what is not in it. 0 when all was there, 1 when something was not, 3 when nothing could be read."""
    from sessions.rescue import MISSING, NothingFound, rescued_archive
    from sessions.rescue import rescue as read

    path = Path(args.fil).expanduser()
    try:
        found = read(path)
    except NothingFound as nothing:
        raise Stop(str(nothing)) from nothing
    except OSError as fault:
        raise Stop(f"Kan inte läsa {path}: {reason(fault)}.") from fault
    text, found = rescued_archive(found)
    target = Path(args.o or f"{path.stem}-räddat.toml")
    write_out(text.encode(), None if args.o == "-" else target, replace=args.ersätt)
    last = found.records[-1].seq if found.records else 0
    tell(f"{len(found.records)} händelser räddade ur {path.name}, som är orörd. Egna minnesanteckningar är med.")
    if found.agenda_lost:
        tell("Dagordningen gick INTE att läsa. Lägg den under händelserna: klubban läs-in ARKIV --agenda DAGORDNING.toml")
    elif found.agenda_doubtful:
        tell("Dagordningen är inte som den skrevs: någon bokstav kan vara en annan. Läs den.")
    if found.unread:
        tell(f"Gick INTE att läsa: händelse {_ranges(found.unread)}.")
        known = [f"  {seq}: {why}" for seq, why in found.unread.items() if why != MISSING]
        tell(*known[:_MOST_TOLD])
    if found.doubtful:
        tell(f"Läst, men inte som det skrevs – någon bokstav kan vara en annan: händelse {_ranges(found.doubtful)}.")
    if not (found.unread or found.doubtful or found.agenda_lost or found.agenda_doubtful):
        tell("Allt som filen säger sig hålla är med.")
        return WELL
    tell(f"Om det fanns något efter händelse {last} går inte att se. Jämför med det läsbara utkastet bredvid sammanträdet.")
    return FAULTS


def _ranges(numbers: Iterable[int]) -> str:
    """`3, 7–9`."""
    told: list[str] = []
    for _, group in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        told.append(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}")
    return ", ".join(told)
