"""The commands that open a screen, and the rehearsal, which plays itself through where there is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.stop import UNREADABLE, USAGE, WELL, Stop, tell

if TYPE_CHECKING:
    from agendas.model import Agenda
    from sessions.events import Event
    from sessions.opening import Recording
    from sessions.session import Clock


def start(path: Path, clock: Clock) -> int:
    """Open the meeting of an agenda file; go on with it if it has begun. Raises Stop."""
    agenda = anchored_agenda(path)
    need_terminal()
    warn_of_place()
    return _record(lambda: recording_of(agenda, clock), clock)


def anchored_agenda(path: Path) -> Agenda:
    """The agenda in a file, its own style found from any folder. Raises Stop."""
    from exports.style import anchored
    from tui.commands.sources import load_agenda

    agenda = load_agenda(path)
    return replace(agenda, meeting=replace(agenda.meeting, style=anchored(agenda.meeting.style, path.parent)))


def warn_of_place() -> None:
    """Tell when meetings are saved in a folder that is synchronised or on a network."""
    from sessions.places import is_synced_or_network, sessions_dir

    if where := is_synced_or_network(sessions_dir()):
        tell(f"Varning: sammanträden sparas i {sessions_dir()}, som är {where}. Sätt KLUBBAN_HEM till en lokal mapp.")


def go_on(named: str | None, clock: Clock) -> int:
    """Go on with the named meeting, or the latest. Raises Stop."""
    from sessions.places import Ambiguous, NotFound, find_session
    from sessions.store import StoreFault

    need_terminal()
    try:
        entry = find_session(named)
    except (NotFound, Ambiguous, StoreFault) as missing:
        raise Stop(str(missing)) from missing
    return _record(lambda: continued(entry.path, clock), clock)


def open_start_screen(clock: Clock) -> int:
    """The Start screen."""
    need_terminal()
    return _show(None, clock)


def rehearse(clock: Clock) -> int:
    """A real meeting: to hold on screen, or played through and written where there is no terminal."""
    from agendas.examples import example_paths

    if sys.stdin.isatty() and sys.stdout.isatty():
        from sessions.examples import REHEARSAL
        from tui.commands.sources import load_agenda

        agenda = load_agenda(example_paths()[REHEARSAL])
        rehearsal = replace(agenda, meeting=replace(agenda.meeting, municipality=f"Övning {agenda.meeting.municipality}"))
        return _record(lambda: recording_of(rehearsal, clock), clock)
    return _play_through(clock)


def _play_through(clock: Clock) -> int:
    """Record the whole example through the real store, act by act, close it, and write its protocol from the file."""
    from exports.as_markdown import markdown
    from exports.protocol import protocol
    from exports.style import load_style
    from sessions.examples import REHEARSAL, archive_paths
    from sessions.log import replay
    from sessions.places import new_session_path
    from sessions.store import NotSaved, Store, StoreFault
    from tui.commands.output import write_out
    from tui.commands.sources import read_archived

    source = archive_paths()[REHEARSAL]
    archived = read_archived(source)
    plan = archived.agenda.meeting
    path = new_session_path(replace(plan, municipality=f"Övning {plan.municipality}"))
    try:
        with Store.create(path, archived.agenda, clock()) as store:
            acts: dict[int, list[Event]] = {}
            for record in archived.records:
                acts.setdefault(record.act, []).append(record.event)
            last = 0
            for events in acts.values():
                last = store.append(events, after=last)[-1].seq
        with Store.follow(path) as stored:
            meeting = replay(stored.agenda, stored.since(0))
    except (StoreFault, NotSaved) as fault:
        raise Stop(str(fault)) from fault
    paragraphs = meeting.paragraphs
    tell(f"{plan.body} {plan.date}: {len(acts)} händelser antecknade, §§ {paragraphs[0]}–{paragraphs[-1]}.", f"Sammanträdet: {path}")
    document = protocol(meeting, load_style(plan.style))
    ending = "-UTKAST.md" if document.draft else ".md"
    write_out(markdown(document).encode(), Path(f"protokoll-{source.stem}{ending}"), replace=False)
    return WELL


def need_terminal() -> None:
    """Raises Stop where nothing can be drawn."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Stop("Det här behöver en terminal. Utan terminal finns protokoll, granska, kontrollera och de andra: klubban --help", USAGE)


def recording_of(agenda: Agenda, clock: Clock) -> Recording:
    """The meeting of this agenda that is not finished, or a new one."""
    from agendas.names import slug
    from sessions.opening import new_recording
    from sessions.places import list_sessions, new_session_path, session_name
    from sessions.store import NotSaved, StoreFault

    name = slug(session_name(agenda.meeting))
    for entry in list_sessions():
        if (entry.id.startswith(name) and entry.unfinished) or (entry.id == name and entry.events):
            return continued(entry.path, clock)
    try:
        return new_recording(new_session_path(agenda.meeting), agenda, clock)
    except (StoreFault, NotSaved) as fault:
        raise Stop(str(fault)) from fault


def continued(path: Path, clock: Clock) -> Recording:
    """An existing session, open for recording. Raises Stop."""
    from sessions.opening import continue_recording
    from sessions.store import InUse, NotSaved, StoreFault

    try:
        return continue_recording(path, clock)
    except InUse as busy:
        raise Stop(str(busy)) from busy
    except (StoreFault, NotSaved) as fault:
        raise Stop(str(fault)) from fault


def _record(make: Callable[[], Recording], clock: Clock) -> int:
    """Record in a meeting; where somebody else does already, offer to follow it. Raises Stop."""
    from sessions.store import InUse

    try:
        recording = make()
    except Stop as stop:
        if not isinstance(stop.__cause__, InUse):
            raise
        tell(str(stop))
        return _follow(stop.__cause__.path, clock) if _yes("Öppna ordförandens vy i stället? (j/n) ") else UNREADABLE
    return _show(recording, clock)


def _follow(path: Path, clock: Clock) -> int:
    from tui.commands.chair import follow

    return follow(str(path), clock)


def _yes(question: str) -> bool:
    print(question, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in {"j", "ja"}


def _show(recording: Recording | None, clock: Clock) -> int:
    from tui.app import KlubbanApp

    app = KlubbanApp(clock=clock, recording=recording, try_keys=recording is None)
    app.run()
    app.leave(UNREADABLE if app.parting else app.return_code or WELL)
    for said in app.parting:
        tell(said)
    if app.parting:
        return UNREADABLE
    if app.to_follow:
        return _follow(app.to_follow, clock)
    return app.return_code or WELL
