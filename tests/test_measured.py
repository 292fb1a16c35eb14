"""The figures of `make coverage` are those of the lines and of the branches, each by itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.measured import main


def report(path: Path, **rooms: tuple[int, int, int, int]) -> Path:
    """A report of `coverage json` with one file a room."""
    names = ("covered_lines", "num_statements", "covered_branches", "num_branches")
    files = {f"{room}/a.py": {"summary": dict(zip(names, counts, strict=True))} for room, counts in rooms.items()}
    path.write_text(json.dumps({"files": files}), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("counts", "code", "said"),
    [
        ((96, 100, 96, 100), 0, "96.00 % of the lines,  96.00 % of the branches"),
        ((1000, 1000, 94, 100), 1, "100.00 % of the lines,  94.00 % of the branches"),
        ((94, 100, 100, 100), 1, "94.00 % of the lines, 100.00 % of the branches"),
        ((100, 100, 94999, 100000), 1, "100.00 % of the lines,  94.99 % of the branches"),
    ],
)
def test_lines_do_not_hide_branches(
    counts: tuple[int, int, int, int], code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(report(tmp_path / "r.json", agendas=(1, 1, 1, 1), sessions=counts)) == code
    told = capsys.readouterr()
    assert said in told.out
    assert ("Under 95 %: sessions" in told.err) == bool(code)
