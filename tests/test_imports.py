"""What the inner rooms may load: no face, and no pydantic on the way to a meeting that is reopened."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from importlib import import_module

import pytest

INNER_ROOMS = ("agendas", "sessions", "exports")
FACE = ("textual", "rich")


def modules_of(room: str) -> list[str]:
    """The names of the room and of all modules in it."""
    return [room, *(found.name for found in pkgutil.walk_packages(import_module(room).__path__, prefix=f"{room}."))]


def loaded_by(*modules: str, among: tuple[str, ...]) -> list[str]:
    """Those of `among` that a fresh interpreter has loaded when it has imported `modules`."""
    program = f"import sys\nfor name in {modules!r}: __import__(name)\nprint(*[name for name in {among!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"cannot import {', '.join(modules)}:\n{done.stderr}"
    return done.stdout.split()


@pytest.mark.parametrize("room", INNER_ROOMS)
def test_an_inner_room_never_loads_the_face(room: str) -> None:
    modules = modules_of(room)
    if loaded_by(*modules, among=FACE):  # find the one that does it: slower, and only when something is wrong
        guilty = {module: found for module in modules if (found := loaded_by(module, among=FACE))}
        pytest.fail(f"only tui/ may know Textual and Rich: {guilty}")


@pytest.mark.parametrize("module", ["agendas.model", "sessions.events"])
def test_what_the_program_thinks_with_never_loads_pydantic(module: str) -> None:
    assert loaded_by(module, among=("pydantic", "pydantic_core")) == []


def test_the_command_line_loads_textual_only_when_a_screen_is_opened() -> None:
    assert loaded_by("tui.cli", among=("textual", "rich", "pydantic_core")) == []


def test_the_line_mode_never_loads_textual() -> None:
    assert loaded_by("tui.commands.lines", *modules_of("tui.line_mode"), among=FACE) == []
