"""Frozen values are equal, hashed and shown as plain dataclasses are, though `dataclass` writes nothing of it for them."""

from __future__ import annotations

import copy
import importlib
import pickle
import pkgutil
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, dataclass, field, replace
from typing import Any

import pytest

import agendas
import exports
import sessions
import tui
from agendas.value import Value


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Seat(Value):
    party: str
    order: tuple[int, ...] = ()
    note: str = field(default="", compare=False)
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class HighSeat(Seat):
    """A seat with no key of its own."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class One(Value):
    only: Any


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Empty(Value):
    """Nothing."""


@dataclass(frozen=True, slots=True)
class Plain:
    """What `Seat` would be if `dataclass` wrote all of it."""

    party: str
    order: tuple[int, ...] = ()
    note: str = field(default="", compare=False)
    secret: str = field(default="", repr=False)


SEATS = [("S", (1, 2), "x", "y"), ("S", (1, 2), "another note", "y"), ("S", (1, 2), "x", "z"), ("M",), ("S", (1, 2.0), "x", "y")]


def test_values_are_equal_hashed_and_shown_as_dataclass_itself_would_have_it() -> None:
    for mine in SEATS:
        assert repr(Seat(*mine)) == repr(Plain(*mine)).replace("Plain", "Seat")  # type: ignore[arg-type]
        assert hash(Seat(*mine)) == hash(Plain(*mine))  # type: ignore[arg-type]
        for other in SEATS:
            assert (Seat(*mine) == Seat(*other)) is (Plain(*mine) == Plain(*other))  # type: ignore[arg-type]
            assert (Seat(*mine) != Seat(*other)) is (Plain(*mine) != Plain(*other))  # type: ignore[arg-type]


def test_values_of_two_classes_are_never_equal() -> None:
    assert Seat("S") != HighSeat("S")
    assert HighSeat("S") == HighSeat("S")
    assert HighSeat("S") != HighSeat("M")
    assert repr(HighSeat("S")) == "HighSeat(party='S', order=(), note='')"
    assert Seat("S") != ("S", (), "")
    assert (Empty() == Empty(), Empty() == One(()), repr(Empty())) == (True, False, "Empty()")


def test_a_single_key_is_compared_as_one_of_many_is() -> None:
    nan = float("nan")
    assert One(nan) == One(nan)  # the same thing, as in a tuple
    assert hash(One("x")) == hash(("x",))
    with pytest.raises(TypeError, match="unhashable"):
        hash(One([]))


def test_values_cannot_be_changed_and_can_be_copied() -> None:
    seat = Seat("S", (1,))
    with pytest.raises(FrozenInstanceError):
        seat.party = "M"  # type: ignore[misc]
    assert replace(seat, party="M") == Seat("M", (1,))
    assert copy.deepcopy(seat) == seat == pickle.loads(pickle.dumps(seat))


def made_here() -> Iterator[type]:
    for room in (agendas, sessions, exports, tui):
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            for made in vars(importlib.import_module(found.name)).values():
                if isinstance(made, type) and made.__module__ == found.name and "__dataclass_params__" in vars(made):
                    yield made


def test_every_frozen_dataclass_is_a_value_and_only_they_leave_equality_to_it() -> None:
    """One that forgot the base would be equal to itself alone; one that forgot the two words would only be slow to load."""
    params = {made: made.__dataclass_params__ for made in made_here()}  # type: ignore[attr-defined]
    assert len(params) > 200
    for made, told in params.items():
        assert issubclass(made, Value) is told.frozen, made
        assert (told.eq, told.repr) == (not told.frozen, not told.frozen), made
