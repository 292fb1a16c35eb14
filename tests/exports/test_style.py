"""House styles: those built in, those made by others, and what is said of a faulty one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from exports.style import StyleFaults, builtin_styles, load_style, style_from_table, style_schema, style_text, style_to_data

BUILTIN = ("standard", "herrljunga", "kungalv", "kungsbacka", "ludvika", "norberg")


def faults(text: str, tmp_path: Path) -> list[str]:
    path = tmp_path / "stil.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StyleFaults) as raised:
        load_style(str(path))
    return [str(fault).removeprefix(str(path)) for fault in raised.value.faults]


def test_the_built_in_styles_are_those_of_the_examples_and_the_standard() -> None:
    assert builtin_styles() == BUILTIN


@pytest.mark.parametrize("name", BUILTIN)
def test_a_built_in_style_can_be_copied_and_read_as_a_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / "egen.toml"
    path.write_text(style_text(name), encoding="utf-8")
    assert load_style(str(path)) == load_style(name)


@pytest.mark.parametrize("name", BUILTIN)
def test_a_style_survives_being_kept_in_an_archive(name: str) -> None:
    assert style_from_table(style_to_data(load_style(name))) == load_style(name)


def test_a_style_need_only_say_what_is_different(tmp_path: Path) -> None:
    (tmp_path / "var.toml").write_text('name = "Vår"\nextends = "ludvika"\n[headings]\nrecipients = "Exp."\n', encoding="utf-8")
    own, ludvika = load_style("var.toml", tmp_path), load_style("ludvika")
    assert own.headings.recipients == "Exp."
    assert own.headings.summary == ludvika.headings.summary
    assert own.phrases == ludvika.phrases


def test_a_style_may_extend_one_that_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "kommun.toml").write_text('name = "Kommun"\nparagraph = "§ {number}/{year}"\n', encoding="utf-8")
    (tmp_path / "nämnd.toml").write_text('name = "Nämnd"\nextends = "kommun.toml"\n', encoding="utf-8")
    assert load_style("nämnd.toml", tmp_path).paragraph == "§ {number}/{year}"


def test_all_faults_are_told_at_once_each_with_its_line(tmp_path: Path) -> None:
    text = """name = "Fel"
paragraf = "§ {number}"
[headings]
desicion = "Beslut"
summary = 3
[sections]
order = ["decision", "jäv"]
new_page = "ja"
[phrases]
recusal = "{persn} anmäler jäv."
abstention = "{person deltar inte."
"""
    told = faults(text, tmp_path)
    assert [line.split(":")[0].split(",")[1] for line in told] == [" rad 2", " rad 4", " rad 5", " rad 7", " rad 8", " rad 10", " rad 11"]
    assert "menas paragraph?" in told[0]
    assert "menas decision?" in told[1]
    assert '"summary" ska vara text, fick 3' in told[2]
    assert '"jäv"' in told[3]
    assert '"new_page" ska vara true eller false' in told[4]
    assert "okänd platshållare {persn} – menas {person}?" in told[5]
    assert "klammer" in told[6]


def test_a_placeholder_of_a_megabyte_is_told_by_its_beginning(tmp_path: Path) -> None:
    (told,) = faults(f'[phrases]\nrecusal = "{{m{"-" * 1_000_000}}} anmäler jäv."\n', tmp_path)
    assert f"okänd platshållare {{m{'-' * 39}…}}. Möjliga: {{person}}" in told
    assert len(told) < 400


def test_what_a_terminal_obeys_is_not_told_with_the_placeholder_it_stood_in(tmp_path: Path) -> None:
    (told,) = faults('[phrases]\nrecusal = "{per\x9b2Json} anmäler jäv."\n', tmp_path)
    assert "okänd platshållare {person}" in told
    assert told.isprintable()


def test_a_new_entry_of_a_list_inherits_nothing_and_says_what_it_lacks(tmp_path: Path) -> None:
    told = faults('name = "Fel"\n[signatures]\nlines = [{ who = "sekreterare" }]\n', tmp_path)
    assert [fault.rpartition(": ")[2] for fault in told] == ['"role" saknas.', '"name" saknas.']


def test_an_unknown_style_is_told_with_the_nearest_one() -> None:
    with pytest.raises(StyleFaults, match="menas ludvika"):
        load_style("ludvka")


def test_a_style_that_extends_itself_is_a_fault_and_no_endless_loop(tmp_path: Path) -> None:
    assert "i ring" in faults('name = "A"\nextends = "stil.toml"\n', tmp_path)[0]


def test_a_style_that_extends_an_unknown_one_is_told_with_the_nearest(tmp_path: Path) -> None:
    assert "menas norberg?" in faults('name = "A"\nextends = "norbeg"\n', tmp_path)[0]


def test_a_missing_file_is_an_error_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_style("finns-inte.toml", tmp_path)


def test_control_characters_in_a_style_never_reach_the_protocol(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text('name = "S"\n[headings]\nrecusal = "J\\u001b[31mäv"\n', encoding="utf-8")
    assert load_style("s.toml", tmp_path).headings.recusal == "Jäv"


def test_the_schema_knows_every_key_and_wants_none() -> None:
    schema = style_schema()
    assert set(tomllib.loads(style_text("standard"))) <= set(schema["properties"])
    assert "required" not in schema
    assert schema["$defs"]["Phrases"]["properties"]["recusal"]["description"].startswith("Jäv")
