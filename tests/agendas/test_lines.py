"""Where keys stand in a TOML text."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given

from agendas.file import agenda_toml
from agendas.lines import KeyPath, line_map, line_of
from agendas.model import Agenda
from tests.agendas.strategies import AGENDAS

TEXT = '''\
# "en kommentar" = 1
title = """
[meeting]
"citat" och \\"""
slut"""  # [x]

[meeting]
date = 2022-01-17 # kommentar
'a b' = 1.5
approvers = [
    "Eva", # [ett]

    "Per",
    { text = "x", sub = [
        "y" ] },
]
[[item]]
title = 'C:\\'
[[item]]
"\\u0061t" = 13:00:00
a.b = { c = 1, d = [1, 2] }
[item.extra]
x = 1
[[item]]
'''


def test_every_key_has_its_line() -> None:
    tomllib.loads(TEXT)
    lines = line_map(TEXT)
    expected: dict[KeyPath, int] = {
        ("title",): 2,
        ("meeting",): 7,
        ("meeting", "date"): 8,
        ("meeting", "a b"): 9,
        ("meeting", "approvers"): 10,
        ("meeting", "approvers", 0): 11,
        ("meeting", "approvers", 1): 13,
        ("meeting", "approvers", 2, "text"): 14,
        ("meeting", "approvers", 2, "sub", 0): 15,
        ("item", 0): 17,
        ("item", 0, "title"): 18,
        ("item", 1): 19,
        ("item", 1, "at"): 20,
        ("item", 1, "a", "b", "d", 1): 21,
        ("item", 1, "extra"): 22,
        ("item", 1, "extra", "x"): 23,
        ("item", 2): 24,
    }
    assert {path: lines.get(path) for path in expected} == expected


def test_a_path_that_is_not_written_has_the_line_of_what_is_around_it() -> None:
    lines = line_map(TEXT)
    assert line_of(lines, ("item", 1, "minutes")) == 19
    assert line_of(lines, ("rules", "x")) is None


def test_lines_are_counted_alike_with_windows_line_ends() -> None:
    assert line_map(TEXT.replace("\n", "\r\n")) == line_map(TEXT)


def paths_in(data: Any, path: KeyPath = ()) -> set[KeyPath]:
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return {path}.union(*(paths_in(value, (*path, key)) for key, value in inside))


@given(AGENDAS)
def test_every_path_that_tomllib_finds_has_a_line_of_its_own(agenda: Agenda) -> None:
    text = agenda_toml(agenda)
    assert set(line_map(text)) == paths_in(tomllib.loads(text)) - {()}
