"""What is being written in the agenda's forms, kept on the disk while it is: a program that dies takes nothing along.

One file for each time an agenda is opened, in the home of the program. It goes away when the agenda is saved or left.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, ClassVar

from agendas.disk import private_folder, replace_text
from agendas.value import Value
from sessions.places import home
from tui.agenda_draft import AgendaDraft, Doubtful, Place
from tui.agenda_file import AgendaFile

MOST = 20
"""How many are offered; older ones stay on the disk."""
_NAME = re.compile(r"(\d+)-\d+\.json")


def kept_dir() -> Path:
    """The folder of what is not saved yet."""
    return home() / "osparade"


@dataclass
class KeptDraft:
    """Where one agenda is kept while it is being written."""

    path: Path
    _last: str = ""
    open: ClassVar[set[Path]] = set()
    """Those that this run of the program writes: they are not left."""

    def __post_init__(self) -> None:
        self.open.add(self.path)

    @classmethod
    def new(cls) -> KeptDraft:
        """A name that no other run of the program has."""
        numbers = [int(m[1]) for p in _files() if (m := _NAME.fullmatch(p.name))]
        return cls(kept_dir() / f"{max(numbers, default=0) + 1}-{os.getpid()}.json")

    def keep(self, draft: AgendaDraft, file: AgendaFile, typed: Mapping[Place, str]) -> None:
        """Write down the draft with what stands half typed in its boxes, if it is another than the last time. Raises OSError."""
        data = {
            "tables": draft.with_typed(typed),
            "saved": draft.saved_tables,
            "dropped": draft.dropped,
            "doubts": [[d.message, d.place, d.source] for d in draft.doubts],
            "path": str(file.path) if file.path else "",
            "folder": str(file.folder),
            "text": file.text,
        }
        text = json.dumps(data, ensure_ascii=False, default=_coded)
        if text != self._last:
            private_folder(self.path.parent)
            replace_text(self.path, text)
            self._last = text

    def forget(self) -> None:
        """It is saved, or was left on purpose."""
        self._last = ""
        self.open.discard(self.path)
        try:
            self.path.unlink(missing_ok=True)
        except OSError:
            return  # it is offered once more, that is all


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Left(Value):
    """A draft that was being written when the program ended."""

    path: Path
    body: str
    day: str
    file: str
    """The name of the agenda's file; empty when it had none."""


def left_drafts() -> list[Left]:
    """What was left unsaved, the newest first. What cannot be read is passed over: it is whole or not there."""
    found = []
    for path in sorted(_files(), key=_number, reverse=True)[:MOST]:
        if path in KeptDraft.open:
            continue
        try:
            data = json.loads(path.read_text(encoding="utf-8"), object_hook=_decoded)
            plan = data["tables"]["meeting"]
            day = plan.get("date", "")
            found.append(
                Left(path, str(plan.get("body", "")), str(day.isoformat() if isinstance(day, date) else day), Path(data["path"]).name)
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue
    return found


def read_left(path: Path) -> tuple[AgendaDraft, AgendaFile, KeptDraft]:
    """A draft as it was being written. Raises OSError, ValueError when it is damaged."""
    data = json.loads(path.read_text(encoding="utf-8"), object_hook=_decoded)
    try:
        doubts = [Doubtful(message, tuple(place) if place else None, source) for message, place, source in data["doubts"]]
        draft = AgendaDraft.left(data["tables"], data["saved"], data["dropped"], doubts)
        file = AgendaFile(Path(data["path"]) if data["path"] else None, Path(data["folder"]), data["text"])
    except (KeyError, TypeError, AttributeError) as fault:
        raise ValueError(str(fault)) from fault
    return draft, file, KeptDraft(path)


def _files() -> list[Path]:
    try:
        return [p for p in kept_dir().iterdir() if _NAME.fullmatch(p.name)]
    except OSError:
        return []


def _number(path: Path) -> int:
    return int(path.name.partition("-")[0])


def _coded(value: Any) -> Any:
    if isinstance(value, date | time):
        return {"§": value.isoformat()}
    raise TypeError(type(value).__name__)


def _decoded(held: dict[str, Any]) -> Any:
    if held.keys() != {"§"}:
        return held
    text = held["§"]
    return (datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)) if "-" in text[:5] else time.fromisoformat(text)
