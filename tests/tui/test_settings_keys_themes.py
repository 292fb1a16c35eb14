"""The small files of settings, the key table, the themes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.color import Color

from tui.keys import COMMANDS, DEFAULT_KEYS, display, load_keys, why_not_key
from tui.settings import Settings, load_abbreviations, load_settings, save_settings
from tui.themes import READ, THEMES, VARIABLES

HOME = Path(__file__).parents[2]


# Keys


def test_ids_keys_and_letters_are_unique_and_none_is_forbidden() -> None:
    ids = [c.id for c in COMMANDS]
    keys = [c.key for c in COMMANDS if c.key]
    letters = [letter for c in COMMANDS for letter in c.letters]
    for values in (ids, keys, letters):
        assert len(values) == len(set(values))
    assert [k for k in keys if why_not_key(k)] == []


def test_the_table_holds_the_contract() -> None:
    """More may be added; what is promised stays."""
    table = {c.key or c.letters[0]: "".join(c.letters) for c in COMMANDS if c.id.startswith("meeting.")}
    contract = {
        "f1": "?", "f2": "n", "f3": "y", "f4": "j", "f5": "b", "f6": "v", "f7": "r", "f8": "p", "f9": "t", "f12": "g",
        "ctrl+o": "o", "ctrl+n": "", "ctrl+t": "a", "ctrl+r": "e", "ctrl+g": "s", "ctrl+l": "l", "ctrl+f": "", "i": "i",
        "ctrl+z": "uå", "ctrl+s": "",
    }  # fmt: skip
    assert contract.items() <= table.items()


def test_every_command_is_described_in_a_word_a_title_and_a_sentence() -> None:
    for command in COMMANDS:
        assert command.word
        assert re.match(r"[A-ZÅÄÖ][^:]+: .+", command.title), command.id
        assert command.tooltip.endswith(".")
        assert command.group


def test_what_changes_something_asks_when_reached_by_letter() -> None:
    assert {c.letter for c in COMMANDS if c.question} == {"n", "u"}


def test_bindings_have_ids_and_hold_in_text_boxes() -> None:
    bindings = {b.id: b for b in DEFAULT_KEYS.bindings() if isinstance(b, Binding) and b.id}
    assert bindings["meeting.decision"].priority
    assert not bindings["meeting.undo"].priority
    assert "app.quit" not in bindings


@pytest.mark.parametrize(
    "key",
    [
        "ctrl+i",
        "ctrl+j",
        "ctrl+m",
        "ctrl+h",
        "ctrl+enter",
        "alt+enter",
        "alt+j",
        "ctrl+@",
        "[",
        "{",
        "f11",
        "ctrl+c",
        "x",
        "",
        "f13",
        "ctrl+alt+e",
    ],
)
def test_forbidden_keys_are_refused_with_a_reason(key: str) -> None:
    assert why_not_key(key)


def test_own_keys_take_effect_and_the_footer_follows(tmp_path: Path) -> None:
    file = tmp_path / "tangenter.toml"
    file.write_text(
        '[tangenter]\nbeslut = "F6"\n"votering" = "f5"\nmeeting.speakers = "shift+f9"\n[bokstaver]\njav = "k"\n', encoding="utf-8"
    )
    table, faults = load_keys(file)
    assert faults == []
    assert table.by_id["meeting.decision"].key == "f6"
    assert table.by_id["meeting.vote"].key == "f5"
    assert table.keymap()["meeting.speakers"] == "shift+f9"
    assert table.by_letter["k"].id == "meeting.recusal"
    assert "j" not in table.by_letter
    assert [c.shown_key for c in table.footer if c.id == "meeting.decision"] == ["F6"]


def test_faults_in_own_keys_are_told_in_swedish_and_the_rest_holds(tmp_path: Path) -> None:
    file = tmp_path / "tangenter.toml"
    file.write_text(
        '[tangenter]\nbeslutt = "f6"\njav = "ctrl+m"\nyrkande = "f5"\nnarvaro = 8\ntalarlista = "ctrl+e"\n'
        '[bokstaver]\nbilaga = "j"\n[annat]\n',
        encoding="utf-8",
    )
    table, faults = load_keys(file)
    assert table.by_id["meeting.speakers"].key == "ctrl+e"
    assert table.by_id["meeting.motion"].key == "f3"
    assert table.by_letter["i"].id == "meeting.appendix"
    told = "\n".join(faults)
    assert len(faults) == 6
    for words in ("”beslut”", "Tab, Enter", "F5 används redan för Beslut", "f2, shift+f2", "J används redan för Jäv", "annat"):
        assert words in told


def test_a_file_that_is_no_toml_leaves_the_default(tmp_path: Path) -> None:
    file = tmp_path / "tangenter.toml"
    file.write_bytes(b"\xff\xfe")
    assert load_keys(file)[0].commands == COMMANDS
    file.write_text("[tangenter\n", encoding="utf-8")
    table, faults = load_keys(file)
    assert table.commands == COMMANDS
    assert "inte giltig TOML" in faults[0]
    assert load_keys(tmp_path / "saknas.toml")[1] == []


@pytest.mark.parametrize(
    ("key", "shown"), [("f5", "F5"), ("ctrl+o", "Ctrl+O"), ("shift+f2", "Shift+F2"), ("question_mark", "?"), ("j", "J")]
)
def test_how_keys_are_shown(key: str, shown: str) -> None:
    assert display(key) == shown


# Settings


def test_settings_are_written_and_read(own_home: Path) -> None:
    settings = Settings(theme="klubban-ljus", agenda_folded=True)
    save_settings(settings)
    assert load_settings() == (settings, [])
    assert settings.keys_path == own_home / "tangenter.toml"


def test_faults_in_settings_are_told_and_the_rest_holds(own_home: Path) -> None:
    assert load_settings() == (Settings(), [])
    own_home.mkdir(exist_ok=True)
    (own_home / "installningar.toml").write_text('\ufefftema = 3\n"dagordning_infälld" = true\nteman = "x"\n', encoding="utf-8")
    settings, faults = load_settings()
    assert settings == Settings(agenda_folded=True)
    assert faults == [
        "installningar.toml: ”tema” ska vara en text inom citattecken.",
        "installningar.toml: ”teman” känns inte igen. Menade du ”tema”?",
    ]


def test_abbreviations_are_read_and_cleaned(own_home: Path) -> None:
    own_home.mkdir(exist_ok=True)
    (own_home / "forkortningar.toml").write_text('FNT = "Föredragning av …\\u001b[2J"\nx = 1\n', encoding="utf-8")
    found, faults = load_abbreviations()
    assert found == {"fnt": "Föredragning av …"}
    assert len(faults) == 1


# Themes


def luminance(color: Color) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(text: str, ground: str) -> float:
    light, dark = sorted((luminance(Color.parse(text)), luminance(Color.parse(ground))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_all_text_that_must_be_read_has_contrast(theme) -> None:
    colors = theme.to_color_system().generate() | theme.variables  # as the app puts them together
    least = 7.0 if theme.name.endswith("kontrast") else 4.5
    poor = {(text, ground): round(found, 2) for text, ground in READ if (found := contrast(colors[text], colors[ground])) < least}
    assert poor == {}


def test_every_theme_has_our_own_variables() -> None:
    for theme in THEMES:
        assert VARIABLES.keys() <= theme.variables.keys()


def test_the_stylesheet_names_no_colour_itself() -> None:
    sheet = (HOME / "tui" / "klubban.tcss").read_text(encoding="utf-8")
    assert re.findall(r":[^;{]*(#[0-9a-fA-F]{3,8}|rgb\(|\b(?:red|green|blue|white|black|yellow)\b)[^;]*;", sheet) == []
