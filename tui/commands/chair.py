"""`ordförande`: the view of the chair, or of the projector, on a meeting that somebody else records."""

from __future__ import annotations

import sys

from sessions.session import Clock
from tui.commands.stop import USAGE, WELL, Stop, tell


def follow(named: str | None, clock: Clock, *, public: bool = False) -> int:
    """Open the view on the named meeting, or on the latest. Raises Stop when there is none, or it cannot be read."""
    from exports.style import STANDARD, StyleFaults, load_style
    from sessions.log import replay
    from sessions.places import Ambiguous, NotFound, find_session
    from sessions.store import Store, StoreFault

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Stop("Det här behöver en terminal.", USAGE)
    try:
        path = find_session(named).path
        with Store.follow(path) as store:
            meeting = replay(store.agenda, store.since(0))
    except (NotFound, Ambiguous) as missing:
        raise Stop(str(missing)) from missing
    except StoreFault as fault:
        raise Stop(str(fault)) from fault
    try:
        style = load_style(meeting.plan.style)
    except (StyleFaults, OSError) as fault:
        tell(f"Varning: {fault}")
        style = load_style(STANDARD)
    from tui.chair_app import ChairApp

    app = ChairApp(path, meeting, style, clock, public=public)
    app.run()
    return app.leave(app.return_code or WELL)
