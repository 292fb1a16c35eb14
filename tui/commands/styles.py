"""`stil kopiera` and `stil kontrollera`: a house style of one's own, begun from a built-in one."""

from __future__ import annotations

from argparse import Namespace
from difflib import get_close_matches
from pathlib import Path

from tui.commands.output import write_out
from tui.commands.stop import FAULTS, UNREADABLE, USAGE, WELL, Stop, reason, tell


def copy(args: Namespace) -> int:
    """The file of a built-in style, to change: to stdout, or to a file that is not overwritten without being asked."""
    from exports.style import builtin_styles, style_text

    known = builtin_styles()
    if args.namn not in known:
        near = get_close_matches(args.namn, known, n=1)
        raise Stop(f"Husstilen ”{args.namn}” finns inte{f' – menas {near[0]}?' if near else '.'} Inbyggda: {', '.join(known)}.", USAGE)
    write_out(style_text(args.namn).encode(), None if args.o in (None, "-") else Path(args.o), replace=args.ersätt)
    return WELL


def check(args: Namespace) -> int:
    """All that is wrong in each file, with line and key. 0 without faults, 1 with, 3 when a file cannot be read."""
    from exports.style import StyleFaults, load_style

    worst = WELL
    for path in map(Path, args.fil):
        try:
            # The whole path, so that a file without an ending is not taken for a built-in name.
            style = load_style(str(path.resolve()))
        except StyleFaults as faults:
            print(faults)
            worst = max(worst, FAULTS)
        except OSError as fault:
            tell(f"Kan inte läsa {path}: {reason(fault)}.")
            worst = max(worst, UNREADABLE)
        else:
            print(f"{path}: utan fel, husstilen {style.name}.")
    return worst
