"""The example meetings, recorded, and their protocols byte for byte.

After a change that is meant: `python -m tests.exports.test_examples` writes them anew; read them before they are kept.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from exports.as_markdown import markdown
from exports.protocol import protocol
from exports.style import load_style
from sessions.archive import read_archive
from sessions.examples import archive_paths
from sessions.log import replay

FOLDER = Path(str(files("exports") / "examples"))
PUBLIC = "-offentlig"
EXAMPLES = (*(path.stem for path in archive_paths().values()), f"norberg-2021-09-14{PUBLIC}")


def written(example: str) -> str:
    """The protocol of an example, in the style that its agenda names."""
    path = archive_paths()[example.partition("-")[0]]
    archived = read_archive(path)
    assert archived.warnings == ()
    meeting = replay(archived.agenda, archived.records)
    assert meeting.misfits == ()
    return markdown(protocol(meeting, load_style(meeting.plan.style), public=example.endswith(PUBLIC)))


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_gives_the_protocol_that_is_kept(example: str) -> None:
    assert written(example) == (FOLDER / f"{example}.md").read_text(encoding="utf-8")


def test_nothing_else_is_kept() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == set(EXAMPLES)


if __name__ == "__main__":
    for name in EXAMPLES:
        (FOLDER / f"{name}.md").write_text(written(name), encoding="utf-8", newline="\n")
