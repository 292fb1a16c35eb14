"""House styles as TOML files: read, extended, checked, copied. All faults at once, with file, line and key, in Swedish."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from agendas.clean import clean
from agendas.faults import Faults, Report, shown
from agendas.field_types import field_types
from agendas.lines import KeyPath
from agendas.model import Role
from agendas.tomltext import load_toml, read_text
from exports.style_model import KEYS_OF_TABLES, PeopleStyle, Style

__all__ = [
    "STANDARD",
    "Style",
    "StyleFaults",
    "anchored",
    "builtin_styles",
    "load_style",
    "style_from_data",
    "style_from_table",
    "style_schema",
    "style_text",
    "style_to_data",
]

STANDARD = "standard"
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_LONGEST_CHAIN = 10
_TAKEN_WHOLE = frozenset({"roles", "nouns", "singular"})


class StyleFaults(Faults):
    """A house style that could be opened but not used."""


def builtin_styles() -> tuple[str, ...]:
    """The names of the styles that come with the program, `standard` first."""
    names = sorted(path.stem for path in _folder().glob("*.toml"))
    return (STANDARD, *(name for name in names if name != STANDARD))


def style_text(name: str) -> str:
    """The file of a built-in style: what `klubban stil kopiera` writes. Raises KeyError."""
    if name not in builtin_styles():
        raise KeyError(name)
    return (_folder() / f"{name}.toml").read_text(encoding="utf-8")


def load_style(named: str = STANDARD, folder: Path | str | None = None) -> Style:
    """The style with that built-in name, or in that file; a relative path is looked for in `folder`.

    Raises StyleFaults with all that is wrong; OSError when the file is missing or cannot be read.
    """
    if named in builtin_styles():
        return _builtin(named)
    if not _is_path(named):
        known = builtin_styles()
        near = get_close_matches(named, known, n=1)
        report = Report(named)
        report.fault(
            (), f"Husstilen finns inte{f' – menas {near[0]}?' if near else '.'} Inbyggda: {', '.join(known)}. En egen är en .toml-fil."
        )
        raise StyleFaults(report.told())
    path = Path(folder or ".") / named
    text = read_text(path, error=StyleFaults)
    return style_from_data(load_toml(text, str(path), error=StyleFaults), Report(str(path), text), path.parent)


def anchored(named: str, folder: Path) -> str:
    """A style so that it is found from anywhere: a relative path from `folder`, where it was said; a name as it is."""
    return str(folder.absolute() / named) if _is_path(named) and named not in builtin_styles() else named


def _is_path(named: str) -> bool:
    return "/" in named or "\\" in named or named.endswith(".toml")


def style_from_data(data: Mapping[str, Any], report: Report, folder: Path | None = None) -> Style:
    """The style in data that were read as TOML: a whole file, or the table `style` of an archive (`report.prefix`).

    Raises StyleFaults with all that is wrong.
    """
    merged = _extended(data, report, folder)
    _check(Style, data, (), report, whole=False)  # what this file says, on its own lines
    if not report.faults:
        _check(Style, merged, (), report, whole=True)
    if report.faults:
        raise StyleFaults(report.told())
    if merged.get("word_template"):  # it lies beside the style; an archive on another machine does not have it
        merged["word_template"] = str(folder.absolute() / merged["word_template"]) if folder else ""
    made: Style = _made(Style, merged)
    return made


def style_from_table(table: Mapping[str, Any]) -> Style:
    """The style in the table `style` of an archive. Raises StyleFaults."""
    return style_from_data(table, Report("[style]"))


def style_schema() -> dict[str, Any]:
    """The JSON Schema of a style file. Nothing is required: what is left out is taken from the style that it extends."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(Style).json_schema()
    tables = [schema, *schema.get("$defs", {}).values()]
    for table in tables:
        table.pop("required", None)
        for value in table.get("properties", {}).values():
            value.pop("placeholders", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def style_to_data(style: Style) -> dict[str, Any]:
    """The whole style as TOML values, extending nothing: what an archive keeps of a style that is not built in."""
    data: dict[str, Any] = _plain(style)
    data.pop("word_template", None)  # a file of this machine
    return data


@cache
def _builtin(name: str) -> Style:
    """A style of our own. It is read as it is: the tests have checked it, and every protocol would wait for it to be checked again."""
    made: Style = _made(Style, _extended(_table(name), Report(f"{name}.toml"), None))
    return made


@cache
def _table(name: str) -> Mapping[str, Any]:
    """What the file of a built-in style says, and no more."""
    return tomllib.loads(style_text(name))


def _folder() -> Path:
    return Path(__file__).with_name("styles")


# Extending


def _extended(data: Mapping[str, Any], report: Report, folder: Path | None) -> dict[str, Any]:
    """The data over those of the style that it extends, and so on down to the standard; lists and free tables are taken whole."""
    layers: list[Mapping[str, Any]] = [data]
    while parent := layers[-1].get("extends"):
        if not isinstance(parent, str) or len(layers) > _LONGEST_CHAIN:
            report.fault(("extends",), f'"extends" leder runt i ring eller är ingen text: {shown(parent)}.')
            break
        if parent in builtin_styles():
            layers.append(_table(parent))
        elif folder is not None and parent.endswith(".toml") and (folder / parent).is_file():
            layers.append(load_toml(read_text(folder / parent, error=StyleFaults), str(folder / parent), error=StyleFaults))
        else:
            near = get_close_matches(parent, builtin_styles(), n=1)
            report.fault(("extends",), f'"extends": det finns ingen stil {shown(parent)}{f" – menas {near[0]}?" if near else "."}')
            break
    merged: dict[str, Any] = {}
    for layer in (_table(STANDARD), *reversed(layers)):  # the standard is what all extend in the end
        merged = _merged(merged, layer)
    merged.pop("extends", None)
    return merged


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        under = merged.get(key)
        if isinstance(value, Mapping) and isinstance(under, Mapping) and key not in _TAKEN_WHOLE:
            merged[key] = _merged(under, value)
        else:
            merged[key] = value
    return merged


# Checking


def _check(cls: type[Any], data: Any, path: KeyPath, report: Report, *, whole: bool) -> None:
    """Every fault in the table: unknown keys, wrong kinds, unknown placeholders; with `whole` also what is missing."""
    if not isinstance(data, Mapping):
        report.fault(path, f"{_named(path)} ska vara en tabell, fick {shown(data)}.")
        return
    known = {f.name: f for f in fields(cls)}
    hints = field_types(cls)
    for key, value in data.items():
        if key not in known:
            report.fault((*path, key), _unknown("nyckeln", key, known))
        else:
            _check_value(cls, known[key], hints[key], value, (*path, key), report, whole=whole)
    if whole or (path and isinstance(path[-1], int)):  # a table in a list inherits nothing
        for name, f in known.items():
            if name not in data and f.default is MISSING and f.default_factory is MISSING:
                report.fault((*path, name), f'"{name}" saknas.')


def _check_value(cls: type[Any], f: Field[Any], hint: Any, value: Any, path: KeyPath, report: Report, *, whole: bool) -> None:
    origin = get_origin(hint)
    if is_dataclass(hint):
        _check(hint, value, path, report, whole=whole)  # type: ignore[arg-type]
    elif origin is tuple:
        if not isinstance(value, list | tuple):
            report.fault(path, f"{_named(path)} ska vara en lista, fick {shown(value)}.")
            return
        for place, one in enumerate(value):
            _check_value(cls, f, get_args(hint)[0], one, (*path, place), report, whole=whole)
    elif origin is dict:
        _check_table(cls, f.name, value, path, report)
    elif origin is Literal:
        if value not in get_args(hint):
            report.fault(path, _unknown("värdet", value, get_args(hint), always=True))
    elif hint is bool:
        if not isinstance(value, bool):
            report.fault(path, f"{_named(path)} ska vara true eller false, fick {shown(value)}.")
    elif not isinstance(value, str):
        report.fault(path, f"{_named(path)} ska vara text, fick {shown(value)}.")
    elif (allowed := f.metadata.get("placeholders")) is not None:
        _check_placeholders(value, allowed, path, report)


def _check_table(cls: type[Any], name: str, value: Any, path: KeyPath, report: Report) -> None:
    if not isinstance(value, Mapping):
        report.fault(path, f"{_named(path)} ska vara en tabell, fick {shown(value)}.")
        return
    known = get_args(Role) if (cls, name) == (PeopleStyle, "roles") else KEYS_OF_TABLES[cls, name]
    for key, text in value.items():
        if key not in known:
            report.fault((*path, key), _unknown("nyckeln", key, known, always=True))
        elif not isinstance(text, str):
            report.fault((*path, key), f"{_named((*path, key))} ska vara text, fick {shown(text)}.")


def _check_placeholders(text: str, allowed: tuple[str, ...], path: KeyPath, report: Report) -> None:
    for found in _PLACEHOLDER.findall(text):
        if found not in allowed:
            name = found if len(found) <= 40 else f"{found[:40]}…"
            near = get_close_matches(name, allowed, n=1, cutoff=0.6)
            hint = f" – menas {{{near[0]}}}?" if near else "."
            can = f" Möjliga: {', '.join(f'{{{a}}}' for a in allowed)}." if allowed else " Här kan ingen platshållare stå."
            report.fault(path, f"{_named(path)} har en okänd platshållare {{{name}}}{hint}{can}")
    if re.search(r"[{}]", _PLACEHOLDER.sub("", text)):
        report.fault(path, f"{_named(path)} har en klammer utan sin andra hälft: {shown(text)}.")


def _unknown(what: str, given: Any, known: Iterable[str], *, always: bool = False) -> str:
    names = list(known)
    near = get_close_matches(str(given), names, n=1, cutoff=0.6)
    told = f" – menas {near[0]}?" if near else "."
    return f"Okänt: {what} {shown(given)}{told}" + (f" Möjliga: {', '.join(names)}." if always or not near else "")


def _named(path: KeyPath) -> str:
    return next((f'"{part}"' for part in reversed(path) if isinstance(part, str)), "filen")


# Making


def _made(cls: type[Any], data: Mapping[str, Any]) -> Any:
    hints = field_types(cls)
    return cls(**{key: _value(hints[key], value) for key, value in data.items()})


def _value(hint: Any, value: Any) -> Any:
    if is_dataclass(hint):
        return _made(hint, value)  # type: ignore[arg-type]
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], one) for one in value)
    if isinstance(value, Mapping):
        return {str(key): clean(text) for key, text in value.items()}
    return clean(value) if isinstance(value, str) else value


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value) if f.name != "extends"}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return dict(value) if isinstance(value, Mapping) else value
