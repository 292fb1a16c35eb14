"""Programs that others have made with Textual, beside ours and the bare app: from the start of the process to the first complete paint.

Each has an environment of its own, made with pip the first time: python -m bench others --envs FOLDER
"""

from __future__ import annotations

import subprocess
import venv
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.floors import MARKER
from bench.starting import KLUBBAN, bare, shown
from bench.table import Row

FLOOR = "tom app, en Static"
LOG, PAGE = "radmarkering", "Kortrubrik"
"""Words of the files that two of them open."""


@dataclass(frozen=True, slots=True)
class Program:
    """One of them. `pinned`: what pip is to install; `command`, and the name of the file that it opens; `marker`: what is painted last."""

    pinned: tuple[str, ...]
    command: str
    marker: str
    opens: str = ""

    @property
    def name(self) -> str:
        """`posting 2.11.1`."""
        return self.pinned[0].replace("==", " ")

    @property
    def folder(self) -> str:
        """Of its environment: another version is another environment."""
        return self.pinned[0].replace("==", "-")


# The Textual of each is the one that it asks for, and that pip chose on 2026-11-22.
PROGRAMS = (
    Program(("toolong==1.5.0", "textual==0.58.1"), "tl", LOG, "en.log"),
    Program(("frogmouth==0.9.2", "textual==0.43.2"), "frogmouth", PAGE, "en.md"),
    Program(("harlequin==2.17.0", "textual==8.2.8", "tree-sitter==0.26.1"), "harlequin", "Query"),
    # With tree-sitter 0.26.1, which pip takes by itself, it ends with SIGSEGV before anything is painted.
    Program(("posting==2.11.1", "textual==6.1.0", "tree-sitter==0.25.2"), "posting", "Collection"),
)


def rows(home: Path, rounds: int, envs: Path) -> list[Row]:
    """Ours and theirs in turns, one round after another, so that what the machine does besides meets all of them alike."""
    (home / "en.log").write_text("".join(f"2026-03-12 09:{n:02}:00 INFO {LOG} {n}\n" for n in range(60)))
    (home / "en.md").write_text(f"# {PAGE}\n\nEtt stycke.\n")
    starts = {FLOOR: shown(bare("static"), MARKER, home), "klubban": shown([KLUBBAN], "Avsluta", home)}
    for program in PROGRAMS:
        made = _made(program, envs)
        opened = [str(home / program.opens)] if program.opens else []
        # A home of their own: what they keep there says how they start.
        command = ["/usr/bin/env", f"HOME={home}", str(made / "bin" / program.command), *opened]
        starts[program.name] = shown(command, program.marker, home)
    for start in starts.values():  # the first one writes settings, and fills the machine's memory of files
        start()
    seconds: dict[str, list[float]] = {name: [] for name in starts}
    for _ in range(rounds):
        for name, start in starts.items():
            seconds[name].append(start())
    floor = tuple(seconds.pop(FLOOR))
    return [Row(f"start: {name}", FLOOR, tuple(s), floor) for name, s in sorted(seconds.items(), key=lambda x: median(x[1]))]


def _made(program: Program, envs: Path) -> Path:
    """The program's environment; made if it is not there whole. Raises `CalledProcessError` when pip cannot."""
    folder = envs / program.folder
    done = folder / "installed"
    if not done.exists():
        print(f"{program.name} installeras i {folder} …", flush=True)
        venv.create(folder, with_pip=True, clear=True)
        python = str(folder / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *program.pinned], check=True)
        done.touch()
    return folder
