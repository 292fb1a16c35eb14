"""A conversation in lines over a real session file: what is typed, what is answered. `@13:00:40` sets the clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from agendas.examples import example_paths
from agendas.file import read_agenda
from sessions.meeting import Meeting
from sessions.opening import Recording, continue_recording, new_recording
from tui.line_mode.conversation import converse
from tui.line_mode.desk import Desk
from tui.line_mode.voice import Voice

_CLOCK = re.compile(r"@(\d\d):(\d\d):(\d\d)")


class Talk:
    """One meeting held in lines. Each `say` is a run of the program over the same file: it ends where the lines do."""

    def __init__(self, folder: Path, example: str) -> None:
        loaded = read_agenda(example_paths()[example]).agenda
        self.path = folder / f"{example}.klubban"
        plan = loaded.meeting
        self.now = datetime.combine(plan.date, plan.starts).astimezone() - timedelta(minutes=10)
        self.recording: Recording | None = new_recording(self.path, loaded, self.clock)
        self.meeting: Meeting = self.recording.log.meeting
        self.output = ""

    def clock(self) -> datetime:
        """The clock, which stands still until a line sets it."""
        return self.now

    def say(self, *lines: str) -> str:
        """Type the lines; returns what was written, the prompts with their answers among it."""
        recording = self.recording or continue_recording(self.path, self.clock)
        self.recording = None
        written: list[str] = []
        typed = self._typed(lines)

        def read(prompt: str) -> str:
            answer = next(typed, None)
            if answer is None:
                raise EOFError
            written.append(prompt + answer)
            if answer == "^C":
                raise KeyboardInterrupt
            return answer

        desk = Desk(Voice(read, written.append), self.path, recording.session)
        try:
            converse(desk, recording.drafts)
        finally:
            assert recording.close()
        self.meeting = desk.meeting
        self.output = "\n".join(written)
        assert "\x1b" not in self.output
        return self.output

    def _typed(self, lines: tuple[str, ...]) -> Iterator[str]:
        for line in lines:
            if found := _CLOCK.fullmatch(line):
                hour, minute, second = map(int, found.groups())
                self.now = self.now.replace(hour=hour, minute=minute, second=second)
            else:
                yield line
