"""`rad`: the meeting in plain lines, without a screen to draw on."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from tui.collector import begin
from tui.commands.face import anchored_agenda, continued, recording_of, warn_of_place
from tui.commands.stop import UNREADABLE, WELL, Stop

if TYPE_CHECKING:
    from sessions.opening import Recording
    from sessions.session import Clock
    from tui.line_mode.desk import Desk


class _HungUp(BaseException):
    """The terminal went away, or the computer is shutting down: what is recorded is written, and nothing is asked."""


def hold(named: str | None, clock: Clock) -> int:
    """Hold the meeting of an agenda file, or go on with a session. Raises Stop."""
    from tui.line_mode.conversation import converse
    from tui.line_mode.desk import Desk
    from tui.line_mode.voice import standard_voice

    recording = _recording(named, clock)
    voice = standard_voice()
    desk = Desk(voice, recording.path, recording.session)
    begin()
    _at(_hang_up)
    try:
        converse(desk, recording.drafts)
    except _HungUp:
        _nobody_reads()
    except OSError:  # the terminal, or the pipe, is gone: the meeting is closed in good order before it is told
        _nobody_reads()
        _end(desk, recording)
        raise
    return _end(desk, recording)


def _at(answer: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    """What is done when the program is told to end."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), answer)


def _nobody_reads() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _hang_up(number: int, frame: FrameType | None) -> None:
    _at(signal.SIG_IGN)  # it is told twice as a rule, and the end is not broken off
    raise _HungUp


def _recording(named: str | None, clock: Clock) -> Recording:
    from sessions.places import Ambiguous, NotFound, find_session

    if named and Path(named).suffix == ".toml":
        agenda = anchored_agenda(Path(named))
        warn_of_place()
        return recording_of(agenda, clock)
    try:
        return continued(find_session(named).path, clock)
    except (NotFound, Ambiguous) as missing:
        raise Stop(str(missing)) from missing


def _end(desk: Desk, recording: Recording) -> int:
    """Write what is left, the readable copy, and say how to go on. What the disk refuses is copied elsewhere, and told."""
    from exports.output import CannotWrite
    from exports.readable_draft import write_readable_draft
    from sessions import emergency
    from tui.line_mode.reading import house_style
    from tui.texts.line_mode import LineMode as Words

    saved = recording.close()
    meeting, log = desk.meeting, desk.session.log
    if not saved:
        desk.say(Words.lost(len(desk.session.unsaved)))
        for folder in emergency.places(recording.path):
            try:
                desk.say(Words.emergency(str(emergency.write_copy(folder, recording.path, log.agenda, log.records, desk.now))))
                break
            except OSError:
                continue
        return UNREADABLE
    if meeting.opened:
        try:
            write_readable_draft(meeting, house_style(desk), recording.path)
        except CannotWrite as fault:
            desk.say(str(fault))
    desk.say(Words.saved(desk.clock_now))
    desk.say(Words.goes_on(recording.path.stem))
    return WELL
