"""The meeting's data in a block before the Markdown, as pandoc and programs for web sites read it (`--metadata`)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from exports.document import Document, one_line
from exports.record import record
from exports.style_model import Style
from sessions.meeting import Meeting


def front_matter(document: Document, meeting: Meeting, style: Style, *, public: bool = False) -> str:
    """A YAML block and an empty line: title, body, date, §§, people, status. Nothing secret in the public version (R-1204)."""
    data = record(meeting, style, public=public)
    lines = [
        "---",
        f"title: {_string(document.title)}",
        f"author: {_string(data.body)}",
        f"lang: {_string(document.language)}",
        f"date: {_string(data.date.isoformat())}",
        f"municipality: {_string(data.municipality)}",
        f"body: {_string(data.body)}",
        f"place: {_string(data.place)}",
        f"status: {_string(data.status)}",
        f"draft: {_truth(data.draft)}",
        f"public: {_truth(data.public)}",
        *_list(
            "paragraphs",
            [
                {"number": str(p.paragraph or 0), "title": _string(p.title), "reference": _string(p.reference), "secret": _truth(p.secret)}
                for p in data.paragraphs
                if p.paragraph is not None
            ],
        ),
        *_list("people", [{"name": _string(p.name), "party": _string(p.party), "role": _string(p.role)} for p in data.participants]),
        "---",
        "",
    ]
    return "\n".join(lines) + "\n"


def _list(key: str, entries: list[dict[str, str]]) -> Iterator[str]:
    yield f"{key}:" if entries else f"{key}: []"
    for entry in entries:
        first, *others = (f"{name}: {value}" for name, value in entry.items())
        yield f"  - {first}"
        yield from (f"    {other}" for other in others)


def _string(words: str) -> str:
    """A string of JSON is one of YAML's too, on one line and with every sign of it literal."""
    return json.dumps(one_line(words), ensure_ascii=False)


def _truth(value: bool) -> str:
    return "true" if value else "false"
