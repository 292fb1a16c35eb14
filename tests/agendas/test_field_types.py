"""The types of fields are those that `typing` finds, also where classes of several modules are bases of each other."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

from agendas.field_types import field_types
from agendas.model import Agenda, Item, MeetingPlan, Rules
from exports.record_model import ProtocolData
from exports.style_model import Style
from sessions.events import EVENT_TYPES


def test_the_types_of_the_fields_are_those_that_typing_finds() -> None:
    every: tuple[Any, ...] = (Agenda, Item, MeetingPlan, Rules, Style, ProtocolData, *EVENT_TYPES.values())
    for cls in every:
        hints = get_type_hints(cls)
        assert field_types(cls) == {f.name: hints[f.name] for f in fields(cls)}, cls
