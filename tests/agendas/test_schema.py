"""The JSON Schema that editors complete from."""

from __future__ import annotations

from typing import Any

from agendas.schema import schema


def test_the_schema_names_every_table_and_forbids_unknown_keys() -> None:
    made = schema()
    assert set(made["properties"]) == {"meeting", "person", "rules", "item"}
    assert made["additionalProperties"] is False
    assert made["required"] == ["meeting"]
    for name, definition in made["$defs"].items():
        assert definition["additionalProperties"] is False, name


def test_every_key_is_described_in_swedish() -> None:
    definitions = schema()["$defs"]
    assert definitions["Item"]["properties"]["minutes"] == {
        "description": "Planerad längd i minuter",
        "type": "integer",
        "minimum": 0,
        "maximum": 1440,
    }
    for name, definition in definitions.items():
        assert definition["description"].startswith(("[", "En ")), name
        for key, value in definition["properties"].items():
            assert value.get("description"), f"{name}.{key}"
    assert definitions["MeetingPlan"]["required"] == ["body", "date", "starts"]


def test_nothing_in_the_schema_may_be_null() -> None:
    def nodes(node: Any) -> list[dict[str, Any]]:
        inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
        return ([node] if isinstance(node, dict) else []) + [found for one in inside for found in nodes(one)]

    for node in nodes(schema()):
        assert node.get("type") != "null"
        assert node.get("format") != "time", "a TOML time has no zone, as that format wants"
