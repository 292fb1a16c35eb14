"""The file behind the agenda's forms: read as far as it can be, written only when nothing is lost by it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from agendas.model import Agenda
from agendas.names import slug
from tui.agenda_draft import AgendaDraft


@dataclass
class AgendaFile:
    """Where an agenda is written. `text`: what stood there when it was read or written; None when it was not there."""

    path: Path | None
    folder: Path
    text: str | None = None

    @property
    def name(self) -> str:
        """The name of the file, when it has one."""
        return self.path.name if self.path else ""

    def place(self, agenda: Agenda, *, again: bool = False) -> Path:
        """Where it is written: its own place, or a free name made of the body and the day. `again`: beside its own place."""
        if self.path and not again:
            return self.path
        stem = self.path.stem if self.path else slug(f"{agenda.body.definite} {agenda.meeting.date.isoformat()}")
        number, path = 1, self.folder / f"{stem}.toml"
        while path.exists():
            number += 1
            path = self.folder / f"{stem}-{number}.toml"
        return path

    def changed_by_others(self) -> bool:
        """Whether the file is another than the one that was read. Raises OSError."""
        if self.path is None:
            return False
        from agendas.file import AgendaFaults
        from agendas.tomltext import read_text

        try:
            return read_text(self.path, error=AgendaFaults) != self.text
        except FileNotFoundError:
            return False
        except AgendaFaults:
            return True

    def has_own_comments(self) -> bool:
        """Whether a person has written comments in it, which writing takes away."""
        return any(_is_comment(row) for row in (self.text or "").splitlines())

    def write(self, agenda: Agenda, path: Path) -> None:
        """Write the agenda, with the schema that editors look for beside it. Raises OSError; the old file is whole then."""
        from agendas.file import SCHEMA_NAME, agenda_toml, write_agenda
        from agendas.schema import schema

        write_agenda(agenda, path)
        beside = path.with_name(SCHEMA_NAME)
        if not beside.exists():
            beside.write_text(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
        self.path, self.folder, self.text = path, path.parent, agenda_toml(agenda)


def _is_comment(row: str) -> bool:
    from agendas import file

    ours = {*file._HEAD.splitlines(), *file._PEOPLE.splitlines(), *file._RULES.splitlines(), *file._ITEMS.splitlines()}
    return row.lstrip().startswith("#") and row not in ours


def open_agenda(path: Path) -> tuple[AgendaDraft, AgendaFile]:
    """A file as a draft, faulty or not. Raises AgendaFaults when it is no TOML at all, OSError when it cannot be read."""
    from agendas.file import AgendaFaults, parse_agenda
    from agendas.tomltext import load_toml, read_text

    text = read_text(path, error=AgendaFaults)
    try:
        draft = AgendaDraft.of(parse_agenda(text, str(path)).agenda)
    except AgendaFaults:
        draft = AgendaDraft(load_toml(text, str(path), error=AgendaFaults))
    return draft, AgendaFile(path, path.parent, text)


def new_agenda(folder: Path) -> tuple[AgendaDraft, AgendaFile]:
    """An agenda that nobody has written yet."""
    return AgendaDraft({"meeting": {}}), AgendaFile(None, folder)


def agenda_after(session: Path, folder: Path) -> tuple[AgendaDraft, AgendaFile]:
    """The body's next meeting after one that is recorded in a file; what has to be looked at are its doubts. Raises Stop."""
    from tui.agenda_draft import Doubtful, place_of
    from tui.commands.sources import find
    from tui.following import next_after

    made = next_after(find(str(session)).meeting())
    places = [place_of(d.path) if d.path else None for d in made.doubts]
    doubts = [Doubtful(d.message, place if place and place[2] else None) for d, place in zip(made.doubts, places, strict=True)]
    draft = AgendaDraft.of(made.agenda, doubts)
    draft.not_saved_yet()
    return draft, AgendaFile(None, folder)
