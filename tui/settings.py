"""The few things that are remembered for the person at the keyboard, in one small file.

`KLUBBAN_HEM` names the folder that holds everything (tests, portable use); otherwise each system's own places are used.
A file that is missing or wrong never stops a meeting: the defaults hold, and what is wrong is told.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from agendas.clean import clean
from agendas.disk import private_folder
from agendas.value import Value
from tui.texts.program import Settings as Words

SETTINGS_FILE = "installningar.toml"
KEYS_FILE = "tangenter.toml"
ABBREVIATIONS_FILE = "forkortningar.toml"
LOG_FILE = "klubban.log"


def config_dir() -> Path:
    """Where the small files that a person may edit are kept."""
    if home := os.environ.get("KLUBBAN_HEM"):
        return Path(home)
    import platformdirs  # 2 ms, and not needed where KLUBBAN_HEM is set

    return platformdirs.user_config_path("klubban", appauthor=False)


def log_path() -> Path:
    """The file that faults of our own are written to."""
    if home := os.environ.get("KLUBBAN_HEM"):
        return Path(home) / LOG_FILE
    import platformdirs

    return platformdirs.user_log_path("klubban", appauthor=False) / LOG_FILE


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Settings(Value):
    """What is remembered between meetings."""

    theme: str = field(default="klubban-mörk", metadata={"key": "tema"})
    agenda_folded: bool = field(default=False, metadata={"key": "dagordning_infälld"})
    keys_file: str = field(default=KEYS_FILE, metadata={"key": "tangentfil"})
    keys_tried: bool = field(default=False, metadata={"key": "tangenter_prövade"})
    """The start screen has offered to try the keys, and need not again."""

    @property
    def keys_path(self) -> Path:
        """The file of keys; a relative name is taken from the folder of settings."""
        return config_dir() / self.keys_file


_WANTED = {str: "en text inom citattecken", bool: "true eller false"}


def read_toml(path: Path) -> tuple[dict[str, Any], list[str]]:
    """The tables of a small file of settings, and what is wrong with it. A missing file is empty and right."""
    try:
        text = path.read_text(encoding="utf-8-sig")  # Notepad adds a mark that tomllib refuses
    except FileNotFoundError:
        return {}, []
    except (OSError, UnicodeDecodeError) as error:
        return {}, [Words.unreadable(path.name, _reason(error))]
    try:
        return tomllib.loads(text), []
    except tomllib.TOMLDecodeError as error:
        return {}, [Words.syntax(path.name, str(error))]


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "den är inte UTF-8"
    return getattr(error, "strerror", None) or type(error).__name__


def nearest(name: str, known: Mapping[str, object] | set[str]) -> str:
    """The known name that is most like `name`, or nothing."""
    return next(iter(difflib.get_close_matches(name, list(known), 1, 0.6)), "")


def load_settings(path: Path | None = None) -> tuple[Settings, list[str]]:
    """The settings, and what was wrong in the file; what is wrong is left at its default."""
    path = path or config_dir() / SETTINGS_FILE
    table, faults = read_toml(path)
    known = {f.metadata["key"]: f.name for f in fields(Settings)}
    settings = Settings()
    for key, value in table.items():
        if key not in known:
            faults.append(Words.unknown(path.name, key, nearest(key, known)))
            continue
        wanted = type(getattr(settings, known[key]))
        if not isinstance(value, wanted):
            faults.append(Words.wrong_type(path.name, key, _WANTED[wanted]))
            continue
        cleaned: Any = clean(value) if isinstance(value, str) else value
        settings = replace(settings, **{known[key]: cleaned})
    return settings, faults


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Write the settings through a neighbour file, so that a crash leaves the old ones whole. Raises `OSError`."""
    import tomli_w  # only here: reading needs nothing but the standard library

    path = path or config_dir() / SETTINGS_FILE
    private_folder(path.parent)
    neighbour = path.with_name(path.name + ".ny")
    values = {f.metadata["key"]: getattr(settings, f.name) for f in fields(settings)}
    neighbour.write_text(tomli_w.dumps(values), encoding="utf-8", newline="\n")
    os.replace(neighbour, path)


def load_abbreviations(path: Path | None = None) -> tuple[dict[str, str], list[str]]:
    """The person's own abbreviations (`fnt = "Föredragning av …"`), keys in lower case, and what was wrong."""
    path = path or config_dir() / ABBREVIATIONS_FILE
    table, faults = read_toml(path)
    found: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, str):
            found[clean(key).casefold()] = clean(value)
        else:
            faults.append(Words.wrong_type(path.name, key, _WANTED[str]))
    return found, faults
