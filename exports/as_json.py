"""The protocol as JSON, and the schema that says what may stand in it: what a case system reads."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date as Date
from typing import Any

from exports.record import record
from exports.record_model import ProtocolData
from exports.style_model import Style
from sessions.meeting import Meeting


def protocol_json(meeting: Meeting, style: Style, *, public: bool = False) -> str:
    """The whole protocol as JSON, ending with one newline. The same meeting gives the same bytes."""
    return json.dumps(_plain(record(meeting, style, public=public)), ensure_ascii=False, indent=2) + "\n"


def protocol_schema() -> dict[str, Any]:
    """The JSON Schema of it, with a Swedish description of every key."""
    from pydantic import TypeAdapter

    made = TypeAdapter(ProtocolData).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": "Protokoll (Klubban)"}


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value.isoformat() if isinstance(value, Date) else value  # a datetime is a date
