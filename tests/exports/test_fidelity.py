"""Against the published protocols: the same meetings, recorded, must say what those say, and not much else.

The complete agendas and the protocols are reference material outside the project; without it these tests are skipped.
"""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from agendas.file import read_agenda
from exports.as_markdown import markdown
from exports.protocol import protocol
from exports.style import load_style
from sessions import events as ev
from sessions.archive import read_archive
from sessions.events import Event, Recorded
from sessions.examples import archive_paths
from sessions.log import replay
from sessions.meeting import Meeting

LEAST_RECALL = 98.0
MOST_EXCESS = 4.0


def recorded(shared: Path, name: str, *typed: Event) -> Meeting:
    """The events of the project's archive under the complete agenda, and what is typed from the published protocol."""
    path = archive_paths()[name]
    agenda = read_agenda(shared / "seeds" / "agendas" / path.name).agenda
    records = list(read_archive(path).records)
    for event in typed:
        records.append(Recorded(records[-1].seq + 1, records[-1].act + 1, event))
    meeting = replay(agenda, records)
    assert meeting.misfits == ()
    return meeting


def figures(shared: Path, tmp_path: Path, seed: str, text: str) -> tuple[float, float, str]:
    """Recall and excess in percent, and what is missing."""
    draft = tmp_path / "draft.md"
    draft.write_text(text, encoding="utf-8")
    original = next((shared / "seeds").glob(f"{seed}_*.txt"))
    program = shared / "tools" / "fidelity.py"
    done = subprocess.run(
        [sys.executable, str(program), str(original), str(draft), "--missing", "10"], capture_output=True, encoding="utf-8", check=True
    )
    found = re.search(r"recall ([\d.]+) %\s+excess ([\d.]+) %", done.stdout)
    assert found, done.stdout
    return float(found[1]), float(found[2]), done.stdout


def typed_at_the_table(shared: Path, meeting_end: ev.Event) -> tuple[Event, ...]:
    """What the secretary of the third meeting typed in § 6, out of the published text: who wrote what, and a written motion."""
    original = next((shared / "seeds").glob("004_*.txt")).read_text(encoding="utf-8")
    treatment = original.split("\nBehandling\n")[1].split("\nBeslut skickas till\n")[0]
    before, heading, motion = treatment.partition("\nFörslag från (V)\n")
    paragraphs = [line for line in before.split("\n") if line.strip()]
    at, item = meeting_end.at + timedelta(minutes=30), "ansokan-om-foreningsbidrag-2022"
    texts = {
        "protocol": paragraphs[0],
        "motions": "\n\n".join(paragraphs[1:-1]),  # the last one, on how the chair put the question, is computed
        "appendices": f"# {heading.strip()}\n\n{motion}",
    }
    return tuple(ev.TextWritten(at=at, item=item, section=section, text=text) for section, text in texts.items())


@pytest.mark.parametrize(("name", "seed", "public"), [("kungalv", "000", False), ("norberg", "001", True), ("ludvika", "004", False)])
def test_a_recorded_meeting_says_what_its_published_protocol_says(shared: Path, tmp_path: Path, name: str, seed: str, public: bool) -> None:
    typed = typed_at_the_table(shared, read_archive(archive_paths()[name]).records[-1].event) if name == "ludvika" else ()
    meeting = recorded(shared, name, *typed)
    recall, excess, told = figures(shared, tmp_path, seed, markdown(protocol(meeting, load_style(name), public=public)))
    assert recall >= LEAST_RECALL, told
    assert excess <= MOST_EXCESS, told
