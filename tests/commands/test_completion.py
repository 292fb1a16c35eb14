"""`klubban komplettering`: the scripts name every command and option, and bash takes its own."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tui.cli import main
from tui.commands.arguments import SHELLS, parser
from tui.commands.completion import commands


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_stands_in_every_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["komplettering", shell]) == 0
    script = capsys.readouterr().out
    for command in commands(parser()):
        assert command.name in script
        for option, _ in command.options:
            assert option.lstrip("-") in script


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_commands_meetings_and_agenda_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["komplettering", "bash"])
    (tmp_path / "min agenda.toml").write_text("")
    (tmp_path / "annat.txt").write_text("")
    asks = """
klubban() { printf 'ludvika-2022\\t2022-01-17\\tVON\\tpågår\\n'; }
try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _klubban; printf '%s|' "${COMPREPLY[@]}"; echo; }
try klubban prot
try klubban fortsätt lud
try klubban starta ''
try klubban komplettering f
"""
    script = capsys.readouterr().out + asks
    done = subprocess.run(["bash", "--norc", "-c", script], capture_output=True, encoding="utf-8", cwd=tmp_path, check=True)
    rows = done.stdout.splitlines()
    assert rows[0] == "protokoll|"
    assert rows[1] == "ludvika-2022|"
    assert "min agenda.toml|" in rows[2]
    assert "annat" not in rows[2]
    assert rows[3] == "fish|"
