"""Writes docs/husstilar.md: every key of a house style with its effect, from the descriptions that the program itself has.

`.venv/bin/python docs/husstilar.py` writes it anew; a test says when it is out of date.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import Field, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from exports.phrases import BODY
from exports.style import STANDARD, builtin_styles, style_text
from exports.style_model import KEYS_OF_TABLES, MEETING, Style

PAGE = Path(__file__).with_name("husstilar.md")

INTRODUCTION = """\
# Husstilar

En husstil säger hur en kommuns protokoll ser ut: ordning, rubriker, meningar, försättsblad. Den är en TOML-fil och ingen kod.

```
klubban stil kopiera standard -o var.toml     börja med en inbyggd: {styles}
klubban stil kontrollera var.toml             alla fel på en gång, med rad och nyckel
klubban protokoll SAMMANTRÄDE --stil var.toml
```

Kommunens egen Wordfil blir mall med `word_template = "brev.docx"`, i stilfilens mapp, eller med `--mall brev.docx`: sidan, formaten,
sidhuvudet och sidfoten tas därifrån, texten i den lämnas utanför.

Behåll bara det som är annorlunda hos er: med `extends = "standard"` överst tas allt annat därifrån. I agendan pekar
`style = "var.toml"` ut filen. `klubban schema --stil` skriver ett JSON Schema som hjälper den som skriver i en editor.

**Platshållare** står i klamrar och byts mot det som hände. En rad vars alla platshållare är tomma skrivs inte ut. En tom
rubrik eller mening (`""`) skrivs inte ut. Listor och tabellerna `roles`, `nouns` och `singular` gäller som de står: de läggs
inte ihop med den ärvda stilens.

Två uppsättningar platshållare återkommer:

- **organ**: {body}
- **möte**: {meeting}

Sidan är gjord av `docs/husstilar.py`.
"""


def page() -> str:
    """The whole page."""
    styles = ", ".join(builtin_styles())
    lines = [INTRODUCTION.format(styles=styles, body=_codes(BODY), meeting=_codes(tuple(p for p in MEETING if p not in BODY)))]
    lines += _tables(Style, "", tomllib.loads(style_text(STANDARD)))
    return "\n".join(lines)


def _tables(table: type[Any], path: str, given: Any) -> Iterator[str]:
    """A heading and the keys of one table; then the tables in it."""
    hints = get_type_hints(table)
    inner: list[tuple[str, type[Any], Any]] = []
    yield f"## {f'[{path}]' if path else 'Överst i filen'}\n"
    if path:
        yield f"{_about(path)}\n"
    yield "| Nyckel | Vad den gör | Värde | Platshållare | Standard |"
    yield "| --- | --- | --- | --- | --- |"
    for key in fields(table):
        value = given.get(key.name) if isinstance(given, dict) else None
        nested = _nested(hints[key.name])
        if nested:
            inner.append((f"{path}.{key.name}" if path else key.name, nested, value if is_dataclass(hints[key.name]) else None))
        yield _row(table, key, hints[key.name], value, nested)
    yield ""
    for name, nested, value in inner:
        yield from _tables(nested, name, value)


def _about(path: str) -> str:
    """What a table is, in Swedish: the description of the key that holds it."""
    table, about = Style, ""
    for name in path.split("."):
        key = next(f for f in fields(table) if f.name == name)
        about = str(key.metadata.get("description", ""))
        table = _nested(get_type_hints(table)[name]) or table
    return f"{about}."


def _nested(hint: Any) -> type[Any] | None:
    """The table that a key holds, or a list of which it holds."""
    if get_origin(hint) is tuple:
        hint = get_args(hint)[0]
    return hint if isinstance(hint, type) and is_dataclass(hint) else None


def _row(table: type[Any], key: Field[Any], hint: Any, value: Any, nested: type[Any] | None) -> str:
    about = str(key.metadata.get("description", ""))
    shown = "" if nested or value is None else _cell(_toml(value))
    return f"| `{key.name}` | {_cell(about)} | {_cell(_kind(table, key, hint, nested))} | {_placeholders(key)} | {shown} |"


def _kind(table: type[Any], key: Field[Any], hint: Any, nested: type[Any] | None) -> str:
    if get_origin(hint) is tuple:
        (one, *_) = get_args(hint)
        return "lista av tabeller" if nested else f"lista: {_kind(table, key, one, None)}"
    if nested:
        return "tabell"
    if get_origin(hint) is Literal:
        return " · ".join(f"`{value}`" for value in get_args(hint))
    if get_origin(hint) is dict:
        known = KEYS_OF_TABLES.get((table, key.name), ())
        return "tabell med nycklarna " + " · ".join(f"`{name}`" for name in known) if known else "tabell: uppdrag = ord"
    return "`true` · `false`" if hint is bool else "text"


def _placeholders(key: Field[Any]) -> str:
    given = tuple(key.metadata.get("placeholders", ()))
    named: list[str] = []
    if set(MEETING) <= set(given):
        named, given = ["möte", "organ"], tuple(p for p in given if p not in MEETING)
    elif set(BODY) <= set(given):
        named, given = ["organ"], tuple(p for p in given if p not in BODY)
    return ", ".join(filter(None, (_codes(given), *named)))


def _codes(names: tuple[str, ...]) -> str:
    return " ".join(f"`{{{name}}}`" for name in names)


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, str):
        return f"`{value}`" if value.strip() else "tom"
    if isinstance(value, list):
        return ", ".join(f"`{one}`" for one in value) or "tom"
    return "; ".join(f"{name}: {one}" for name, one in value.items())


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", "\\n")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
