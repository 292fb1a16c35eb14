"""Events and agendas as plain JSON values and back: what the database holds.

Strict, since a row that cannot be read back is a lost fact: wrong types, unknown words and unknown keys raise
`CodecFault`. The converters of a class are made once, from its type hints.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from agendas.clean import clean_line
from agendas.faults import shown
from agendas.field_types import field_types
from agendas.model import Agenda, Point, SubItem
from agendas.value import Value
from sessions.events import EVENT_TYPES, Event
from sessions.simple_values import SIMPLE, Decoder, Misfit, one_of, text

Plain = dict[str, Any]
T = TypeVar("T")

LONGEST_NAME = 60
"""Characters of an unknown name that are told."""


class CodecFault(ValueError):
    """A value that is no event or agenda of this version.

    `faults` holds every fault as `(key, message)`, the key dotted from the outermost; the text is Swedish.
    """

    def __init__(self, faults: tuple[tuple[str, str], ...], what: str = "") -> None:
        told = "; ".join(f"{key}: {message}" if key else message for key, message in faults)
        super().__init__(f"{what}: {told}" if what else told)
        self.faults = faults


def to_plain(event: Event, *, native: bool = False) -> Plain:
    """The event as a dict of JSON values, what is at its default left out; the type's name is not in it.

    `native=True` keeps dates and times as they are, for TOML.
    """
    return _object_to_plain(event, native)


def from_plain(type_name: str, payload: Mapping[str, Any]) -> Event:
    """The event with that name and those values, its strings cleaned. Dates and times may be text or native.

    Raises `CodecFault` with all that is wrong: unknown type, unknown or missing key, value of the wrong kind.
    """
    found = EVENT_TYPES.get(type_name)
    if found is None:
        raise CodecFault((("type", unknown("händelse", type_name, EVENT_TYPES)),))
    return _object_from_plain(found, payload, type_name)


def agenda_to_plain(agenda: Agenda, *, native: bool = False) -> Plain:
    """The agenda as a dict of JSON values, what is at its default left out."""
    return _object_to_plain(agenda, native)


def agenda_from_plain(payload: Mapping[str, Any]) -> Agenda:
    """The agenda with those values. Raises `CodecFault`."""
    return _object_from_plain(Agenda, payload, "dagordningen")


def unknown(what: str, given: str, known: Mapping[str, Any] | tuple[str, ...]) -> str:
    """`okänd händelse MotionMovd – menas MotionMoved?`: for a name that is in no list, as far as anybody reads it."""
    given = clean_line(given[:200])
    given = given if len(given) <= LONGEST_NAME else f"{given[:LONGEST_NAME]}…"
    near = get_close_matches(given, list(known), n=1, cutoff=0.6)
    told = "okänt" if what in {"yrkande", "ärende"} else "okänd"
    return f"{told} {what} {given}" + (f" – menas {near[0]}?" if near else "")


def keys_of(cls: type[Any]) -> tuple[str, ...]:
    """The keys that a class of this file's has in files, in order."""
    return _shape(cls).names


# Out


def _object_to_plain(value: Any, native: bool) -> Plain:
    plain: Plain = {}
    for name, default in _shape(type(value)).defaults:
        own = getattr(value, name)
        if own is not default and (own != default or type(own) is not type(default)):
            plain[name] = _value_to_plain(own, native)
    if isinstance(value, Event):
        for name in _shape(type(value)).untyped:
            if name in plain:
                plain[name] = _untyped_to_plain(getattr(value, name), native)
    return plain


def _value_to_plain(value: Any, native: bool) -> Any:
    kind = type(value)
    if kind is str or kind is bool or kind is int or value is None or kind is float:
        return value
    if kind is tuple or kind is list:
        return [_value_to_plain(v, native) for v in value]
    if isinstance(value, (date, time)):
        return value if native else value.isoformat()
    if isinstance(value, Event):
        return {"type": kind.__name__, **_object_to_plain(value, native)}
    if is_dataclass(kind):
        return _object_to_plain(value, native)
    if isinstance(value, Mapping):
        return {str(k): _value_to_plain(v, native) for k, v in value.items()}
    raise CodecFault((("", f"ett värde av slaget {kind.__name__} kan inte sparas"),))


_TEMPORALS: dict[str, type[date] | type[time]] = {"datetime": datetime, "date": date, "time": time}


def _untyped_to_plain(value: Any, native: bool) -> Any:
    """A value whose type no hint tells: in JSON a time says that it is one, else it would come back as text."""
    if isinstance(value, (date, time)) and not native:
        return {type(value).__name__: value.isoformat()}
    if isinstance(value, (tuple, list)):
        return [_untyped_to_plain(v, native) for v in value]
    return _value_to_plain(value, native)


# In


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class _Shape(Value):
    """What is known of a class: its keys, their defaults and how each is read."""

    names: tuple[str, ...]
    defaults: tuple[tuple[str, Any], ...]
    required: frozenset[str]
    untyped: tuple[str, ...]
    decoders: dict[str, Decoder]


_SHAPES: dict[type[Any], _Shape] = {}


def _shape(cls: type[Any]) -> _Shape:
    return _SHAPES.get(cls) or _SHAPES.setdefault(cls, _made_shape(cls))


def _made_shape(cls: type[Any]) -> _Shape:
    hints = field_types(cls)
    found = fields(cls)
    return _Shape(
        names=tuple(f.name for f in found),
        defaults=tuple((f.name, _default(f)) for f in found),
        required=frozenset(f.name for f in found if _default(f) is MISSING),
        untyped=tuple(f.name for f in found if hints[f.name] is Any),
        decoders={f.name: _decoder(hints[f.name]) for f in found},
    )


def _default(of: Field[Any]) -> Any:
    return of.default_factory() if of.default_factory is not MISSING else of.default


def _object_from_plain(cls: type[T], payload: Mapping[str, Any], what: str) -> T:
    decoders = _shape(cls).decoders
    try:
        return cls(**{key: decoders[key](value) for key, value in payload.items()})
    except (Misfit, CodecFault, KeyError, TypeError, AttributeError):
        pass  # the slow way below finds every fault, not only the first
    faults = tuple(_faults(cls, payload))
    raise CodecFault(faults or (("", "kan inte läsas"),), what)


def _faults(cls: type[Any], payload: Any) -> list[tuple[str, str]]:
    if not isinstance(payload, Mapping):
        return [("", f"ska vara en tabell, fick {shown(payload)}")]
    shape = _shape(cls)
    found: list[tuple[str, str]] = []
    for key, value in payload.items():
        if key not in shape.decoders:
            found.append((str(key), unknown("nyckel", str(key), shape.names)))
            continue
        try:
            shape.decoders[key](value)
        except Misfit as misfit:
            found.append((f"{key}{misfit.path}", misfit.message))
        except CodecFault as nested:
            found += [(f"{key}.{inner}" if inner else key, message) for inner, message in nested.faults]
    found += [(name, "saknas") for name in shape.names if name in shape.required and name not in payload]
    return found


def _decoder(hint: Any) -> Decoder:
    """How a value of that type is read. Each decoder raises `Misfit`."""
    origin = get_origin(hint)
    if hint is Any:
        return _untyped
    if hint in SIMPLE:
        return SIMPLE[hint]
    if origin is Literal:
        return one_of(get_args(hint))
    if origin is Union or origin is types.UnionType:
        return _any_of(get_args(hint))
    if origin is tuple:
        return _tuple_of(_decoder(get_args(hint)[0]))
    if origin is dict:
        return _table_of(_decoder(get_args(hint)[1]))
    if isinstance(hint, type) and issubclass(hint, Event):
        return _event
    if isinstance(hint, type) and is_dataclass(hint):
        cls: type[Any] = hint
        return lambda value: _nested(cls, value)
    raise TypeError(f"no way to read {hint!r}")  # a new kind of field: teach it here


def _nested(cls: type[Any], value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise Misfit(f"ska vara en tabell, fick {shown(value)}")
    return _object_from_plain(cls, value, "")


def _event(value: Any) -> Event:
    if not isinstance(value, Mapping) or not isinstance(value.get("type"), str):
        raise Misfit('ska vara en händelse: en tabell med type = "…"')
    inner = dict(value)
    return from_plain(inner.pop("type"), inner)


def _any_of(hints: tuple[Any, ...]) -> Decoder:
    decoders = [_decoder(h) for h in hints]
    if decoders[-1] is SIMPLE[type(None)] and len(decoders) == 2:
        only = decoders[0]
        return lambda value: None if value is None else only(value)

    def read(value: Any) -> Any:
        faults: list[Misfit | CodecFault] = []
        for decode in decoders:
            try:
                return decode(value)
            except (Misfit, CodecFault) as fault:
                faults.append(fault)
        # The one that got furthest into the value knows best what was meant.
        nested = [f for f in faults if isinstance(f, CodecFault) or f.path]
        raise nested[0] if nested else faults[0]

    return read


def _tuple_of(decode: Decoder) -> Decoder:
    def read(value: Any) -> tuple[Any, ...]:
        kind = type(value)
        if kind is not list and kind is not tuple:
            hint = f": skriv [{shown(value)}]" if kind is str else f", fick {shown(value)}"
            raise Misfit(f"ska vara en lista{hint}")
        try:
            return tuple([decode(v) for v in value])
        except (Misfit, CodecFault):
            _point_out(decode, enumerate(value))
            raise

    return read


def _table_of(decode: Decoder) -> Decoder:
    def read(value: Any) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise Misfit(f"ska vara en tabell, fick {shown(value)}")
        try:
            return {text(k): decode(v) for k, v in value.items()}
        except (Misfit, CodecFault):
            _point_out(decode, value.items())
            raise

    return read


def _point_out(decode: Decoder, pairs: Any) -> None:
    """Raise one `CodecFault` for all the elements that do not fit, each with its place (counted from 1) or key."""
    found: list[tuple[str, str]] = []
    for key, value in pairs:
        place = str(key + 1) if isinstance(key, int) else str(key)
        try:
            decode(value)
        except Misfit as misfit:
            found.append((f"{place}{misfit.path}", misfit.message))
        except CodecFault as nested:
            found += [(f"{place}.{inner}" if inner else place, message) for inner, message in nested.faults]
    if found:
        raise CodecFault(tuple(found))


def _untyped(value: Any) -> Any:
    """A value of no stated type: text, numbers, times, lists of them, points and subitems."""
    if isinstance(value, str):
        return text(value)
    if isinstance(value, (list, tuple)):
        return tuple(_untyped(v) for v in value)
    if isinstance(value, Mapping):
        return _untyped_table(value)
    if value is None or isinstance(value, (bool, int, float, date, time)):
        return value
    raise Misfit(f"kan inte vara {shown(value)}")


def _untyped_table(value: Mapping[str, Any]) -> Any:
    keys = set(value)
    if len(keys) == 1 and (kind := _TEMPORALS.get(next(iter(keys)))):
        written = next(iter(value.values()))
        if isinstance(written, str):
            try:
                return kind.fromisoformat(written)
            except ValueError:
                raise Misfit(f"är ingen tid: {shown(written)}") from None
    # A list of points or subitems is the new value of `proposal` or `subitems`: their keys tell them apart.
    for cls in (SubItem, Point):
        if _shape(cls).required <= keys <= set(_shape(cls).names):
            return _object_from_plain(cls, value, "")
    return {text(k): _untyped(v) for k, v in value.items()}
