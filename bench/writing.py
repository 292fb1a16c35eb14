"""The protocol of the large meeting, in Markdown and in Word."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from docx import Document as BareWord

from bench.meetings import LARGE, log_of
from bench.table import Row, in_turns
from bench.thinking import cpu, timed
from exports.as_docx import docx
from exports.as_markdown import markdown
from exports.document import Document
from exports.protocol import protocol
from exports.style import load_style


def rows(home: Path, rounds: int) -> list[Row]:
    """Markdown against joining the finished lines, Word against python-docx with as many bare paragraphs and cells."""
    meeting, style = log_of(LARGE).meeting, load_style()
    lines = markdown(protocol(meeting, style)).splitlines(keepends=True)
    paragraphs, cells = _texts(docx(protocol(meeting, style)))
    few = max(3, rounds // 3)

    def read_anew() -> Document:
        """The protocol of a meeting of which nothing has been computed yet."""
        return protocol(replace(meeting), style)

    text = in_turns(few, cpu(lambda: markdown(read_anew())), timed(lambda: "".join(lines)))
    word = in_turns(few, cpu(lambda: docx(read_anew())), cpu(lambda: _bare(paragraphs, cells)))
    return [
        Row("protokoll, stort, Markdown (processortid)", "samma rader hopfogade", *text),
        Row(
            f"protokoll, stort, Word ({len(paragraphs)} stycken, {len(cells)} celler; processortid)",
            "python-docx, samma texter",
            *word,
            1.5,
        ),
    ]


def _texts(word: bytes) -> tuple[list[str], list[str]]:
    file = BareWord(io.BytesIO(word))
    return [p.text for p in file.paragraphs], [cell.text for table in file.tables for row in table.rows for cell in row.cells]


def _bare(paragraphs: list[str], cells: list[str]) -> None:
    file = BareWord()
    for text in paragraphs:
        file.add_paragraph().add_run(text)
    left = iter(cells)
    table = file.add_table(rows=0, cols=4)
    for _ in range(len(cells) // 4):
        for cell in table.add_row().cells:
            cell.paragraphs[0].add_run(next(left))
    file.save(io.BytesIO())
