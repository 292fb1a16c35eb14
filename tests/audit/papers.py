"""The documents that are audited: the protocols of the examples and what else is made of them, in every format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from exports.dispatch import dispatch, follow_up
from exports.document import Document
from exports.extracts import extract
from exports.formats import written
from exports.notice import notice
from exports.protocol import protocol
from exports.style import load_style
from exports.vote_list import vote_list
from sessions.archive import read_archive
from sessions.examples import archive_paths
from sessions.log import replay


def papers() -> Iterator[tuple[str, Document]]:
    """Each with its name: all examples as they are, and one of every other kind."""
    others_made = False
    for name, path in archive_paths().items():
        archived = read_archive(path)
        meeting = replay(archived.agenda, archived.records)
        style = load_style(meeting.plan.style)
        yield f"{name}", protocol(meeting, style)
        yield f"{name}-offentlig", protocol(meeting, style, public=True)
        votes = vote_list(meeting, style)
        if others_made or votes is None:  # one meeting where something was voted on is enough
            continue
        others_made = True
        yield f"{name}-utdrag", extract(meeting, meeting.numbered[-2:], style)
        yield f"{name}-anslag", notice(meeting, style, date(2026, 6, 22))
        yield f"{name}-expediering", dispatch(meeting, style)
        yield f"{name}-uppfoljning", follow_up(meeting, style)
        yield f"{name}-rostlista", votes
        tables = replace(style, sections=replace(style.sections, votes="tabell"))
        yield f"{name}-tabell", protocol(meeting, tables)


def write_papers(folder: Path, form: str) -> dict[Path, Document]:
    """All of them as files of one format."""
    folder.mkdir(parents=True, exist_ok=True)
    made: dict[Path, Document] = {}
    for name, document in papers():
        path = folder / f"{name}.{form}"
        path.write_bytes(written(document, form))
        made[path] = document
    return made
