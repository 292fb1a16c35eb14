"""The JSON Schema of the agenda file, for editors that complete and check while one types."""

from __future__ import annotations

from typing import Any

from agendas.shape import LIMITS, NEVER_EMPTY, TABLES, adapter

_DEFINED = {table: model.__name__ for table, model in TABLES.items()}
_SAID = {
    "MeetingPlan": "[meeting]: vilket organ som sammanträder, när och var",
    "Person": "[[person]]: någon som hör till organet eller kommer till sammanträdet",
    "Rules": "[rules]: lokala regler ur reglemente och arbetsordning, med det vanliga som förval",
    "Item": "[[item]]: ett ärende, så som det är berett",
    "Point": "En punkt i ett förslag",
    "SubItem": "En sak under information eller anmälan",
}


def schema() -> dict[str, Any]:
    """The JSON Schema of the agenda file, with a Swedish description of every key."""
    made = _plain(adapter().json_schema())
    made["title"] = "Dagordning (Klubban)"
    definitions = made["$defs"]
    for name, said in _SAID.items():
        definitions[name]["description"] = said
    for (table, key), (least, most) in LIMITS.items():
        definitions[_DEFINED[table]]["properties"][key] |= {"minimum": least, "maximum": most}
    for table, key in NEVER_EMPTY:
        definitions[_DEFINED[table]]["properties"][key]["minLength"] = 1
    return {"$schema": "http://json-schema.org/draft-07/schema#", **made}


def _plain(node: Any) -> Any:
    """The schema without what only confuses: null, which TOML does not have, and titles that repeat the English key.

    The format `time` of JSON Schema wants a time zone, which a time in an agenda never has.
    """
    if isinstance(node, list):
        return [_plain(one) for one in node]
    if not isinstance(node, dict):
        return node
    node = {key: _plain(value) for key, value in node.items() if not (key == "title" and isinstance(value, str))}
    if node.get("format") == "time":
        node["pattern"] = r"^\d{1,2}[.:]\d\d"
        del node["format"]
    if node.get("default", 0) is None:
        del node["default"]
    choices = [one for one in node.get("anyOf", ()) if one != {"type": "null"}]
    if len(choices) == 1:
        del node["anyOf"]
        node |= choices[0]
    return node
