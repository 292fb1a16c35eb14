"""Small things of the outputs, each on its own: odd texts, odd styles, odd disks, lists and tables beside the protocol."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from agendas.model import Item, Point
from exports import as_pdf
from exports.as_pdf import CannotPrint, pdf
from exports.changes import told
from exports.dispatch import commissions
from exports.document import Break, Document, Heading, ListBlock, Paragraph, Table, Text, plain, text
from exports.manuscript import manuscript
from exports.output import AlreadyExists, write_new
from exports.pieces import after_lead, points
from exports.richtext import inline, rich
from exports.speaking_times import HEAD, speaking_csv
from exports.style import StyleFaults, load_style, style_text
from exports.summons import forecast_lines, proposal_blocks
from sessions import events as ev
from tests.exports.test_sentences_of_procedure import STYLE, One
from tests.sessions import table as recorded
from tests.sessions.table import START, agenda

# --- texts


def test_a_line_that_somebody_drew_is_kept_as_it_was_typed() -> None:
    assert [plain(b.content) for b in rich("a\n\n***\n\nb") if isinstance(b, Paragraph)] == ["a", "***", "b"]


def test_a_list_sign_with_nothing_or_only_a_table_behind_it_is_an_item() -> None:
    (made,) = rich("- a\n-\n- | x | y |\n  |--|--|\n  | 1 | 2 |")
    assert isinstance(made, ListBlock)
    assert [(plain(i.content), [type(b) for b in i.blocks]) for i in made.items] == [("a", []), ("", []), ("", [Table])]


@pytest.mark.parametrize("typed", ["ord " * 30_000, "- " * 80 + "djupt"], ids=["too long", "too deep"])
def test_a_text_that_nobody_means_as_markdown_is_kept_word_for_word(typed: str) -> None:
    (only,) = rich(typed)
    assert isinstance(only, Paragraph)
    assert plain(only.content) == typed.strip()


def test_a_point_too_long_for_markdown_keeps_its_words_and_lines() -> None:
    made = inline("*x*\n" + "y" * 100_000)
    assert [type(part) for part in made] == [Text, Break, Text]
    assert plain(made[:1]) == "*x*"


@pytest.mark.parametrize(("marks", "kind", "start"), [(("a)", "b)"), "letter", 1), (("3.", "4."), "number", 3), (("-", "-"), "bullet", 1)])
def test_points_as_they_were_written_keep_their_signs(marks: tuple[str, ...], kind: str, start: int) -> None:
    (made,) = points(tuple(Point(text=f"att {m}", mark=m) for m in marks), "som skrivet")
    assert isinstance(made, ListBlock)
    assert (made.marks, made.start) == (kind, start)


def test_one_att_sats_goes_on_from_its_lead_as_a_sentence() -> None:
    assert plain(after_lead("Nämnden beslutar", text("Att anta planen"))) == "Nämnden beslutar att anta planen."
    assert plain(after_lead("Nämnden beslutar", text("att fråga: varför?"))) == "Nämnden beslutar att fråga: varför?"


@pytest.mark.parametrize(
    ("proposal", "printed"),
    [
        ("Nämnden föreslår fullmäktige\natt anta\natt följa upp", ["Nämnden föreslår fullmäktige", "1. att anta", "2. att följa upp"]),
        (
            (Point(text="att anta", sub=("del ett", "del två")), Point(text="att följa upp")),
            ["1. att anta", "– del ett", "– del två", "2. att följa upp"],
        ),
    ],
)
def test_a_proposal_is_printed_with_its_lead_its_points_and_what_stands_below_them(
    proposal: str | tuple[Point, ...], printed: list[str]
) -> None:
    t = One(Item(title="Budget", proposal=proposal))
    assert [plain(b.content) for b in proposal_blocks(t.one) if isinstance(b, Paragraph)] == printed


# --- styles


def style_faults(text: str, folder: Path) -> list[str]:
    path = folder / "var.toml"
    path.write_text(f'name = "Vår"\nextends = "standard"\n{text}', encoding="utf-8")
    with pytest.raises(StyleFaults) as raised:
        load_style(str(path))
    return [fault.message for fault in raised.value.faults]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("headings = 1", '"headings" ska vara en tabell, fick 1.'),
        ('[sections]\norder = "decision"', '"order" ska vara en lista, fick "decision".'),
        ("[people]\nroles = 3", '"roles" ska vara en tabell, fick 3.'),
        ('[people.roles]\n"ordförande" = 3', '"ordförande" ska vara text, fick 3.'),
    ],
)
def test_a_value_of_another_kind_is_told(text: str, said: str, tmp_path: Path) -> None:
    assert style_faults(text, tmp_path) == [said]


def test_an_unknown_role_is_told_with_those_there_are(tmp_path: Path) -> None:
    (said,) = style_faults('[people.roles]\nordforande = "Ordf."', tmp_path)
    assert "ordforande" in said
    assert "ordförande" in said


def test_a_style_that_is_not_built_in_has_no_text_to_copy() -> None:
    with pytest.raises(KeyError, match="finns-inte"):
        style_text("finns-inte")


# --- tables and lists beside the protocol


def test_speaking_times_are_a_table_that_a_swedish_spreadsheet_opens_and_that_tells_no_secret() -> None:
    t = One()
    assert speaking_csv(t.meeting, t.now) == ""
    t.act(ev.SpeakerStarted(at=t.now, person="eva-sjo"))
    t.act(ev.SpeakerStopped(at=t.now + timedelta(seconds=30), person="eva-sjo"))
    t.act(ev.Decided(at=t.now))
    t.act(ev.ItemOpened(at=t.now, items=("individarende",)))
    t.act(ev.SpeakerStarted(at=t.now, person="ulla-ny", kind="replik"))
    lines = speaking_csv(t.meeting, t.now + timedelta(seconds=5)).split("\r\n")
    assert lines == [
        ";".join(HEAD),
        "82;Budget;Eva Sjö;S;anförande;13.03.00;90;1.30",
        "83;Sekretess;Ulla Ny;;replik;13.07.00;65;1.05",
        "",
    ]


def test_a_title_that_a_spreadsheet_would_count_is_text() -> None:
    t = One(Item(title="=SUM(A1)", proposal="x"))
    t.act(ev.SpeakerStarted(at=t.now, person="eva-sjo"))
    assert ";'=SUM(A1);" in speaking_csv(t.meeting, t.now)


def test_an_item_that_is_not_decided_gives_nobody_anything_to_do() -> None:
    t = One(Item(title="Budget", proposal="Förvaltningen får i uppdrag att återkomma den 1 maj 2026."))
    assert commissions(t.meeting, STYLE) == ()
    t.act(ev.Decided(at=t.now))
    assert [(c.item.id, c.by_when) for c in commissions(t.meeting, STYLE)] == [("budget", "2026-05-01")]


def test_the_first_export_tells_no_changes() -> None:
    assert [told(None), told(())] == ["", "Inget är ändrat sedan förra utskriften."]


def test_the_manuscript_begins_with_the_opening_and_leaves_out_what_was_handled() -> None:
    t = One()
    t.act(ev.Decided(at=t.now))
    made = manuscript(t.meeting, STYLE)
    titles = [plain(block.blocks[0].content) for block in made.blocks]  # type: ignore[union-attr]
    assert titles[0] == "Öppnande"
    assert not any("Budget" in title for title in titles)
    assert sum("Föreningsbidrag" in title for title in titles) == 1


def test_in_the_manuscript_a_pause_has_words_and_no_room_for_notes() -> None:
    planned = agenda()
    made = manuscript(recorded.Table(replace(planned, items=(*planned.items, Item(id="fika", title="Fika", kind="paus")))).meeting, STYLE)
    heads = {plain(b.blocks[0].content): [plain(h.content) for h in b.blocks[1:] if isinstance(h, Heading)] for b in made.blocks}  # type: ignore[union-attr]
    assert [head[-1:] for name, head in heads.items() if "Budget" in name] == [["Anteckningar"]]
    assert [head for name, head in heads.items() if "Fika" in name] == [["Säg"]]


def test_the_forecast_names_the_end_and_nothing_secret() -> None:
    t = One(None, ends=(START + timedelta(hours=2)).time())
    lines = forecast_lines(t.meeting, t.now).splitlines()
    assert any("sekretess" in line.casefold() for line in lines)
    assert not any("Individärende" in line for line in lines)
    assert lines[-1].endswith("Slut")


# --- disks and typesetters


def test_on_a_disk_that_knows_no_links_a_new_file_is_written_and_an_old_one_is_somebodys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.EPERM, "inga länkar här")

    monkeypatch.setattr(os, "link", none)
    assert write_new(tmp_path / "p.md", b"ny").read_bytes() == b"ny"
    with pytest.raises(AlreadyExists):
        write_new(tmp_path / "p.md", b"annan")
    assert [p.name for p in tmp_path.iterdir()] == ["p.md"]


class _Typesetter:
    """A typesetter that fails in the ways given, one a call."""

    class TypstError(Exception):
        pass

    def __init__(self, *ways: str) -> None:
        self.ways = list(ways)

    def compile(self, *_: object, **__: object) -> bytes:
        raise self.TypstError(self.ways.pop(0))


def document(day: str = "2026-03-12") -> Document:
    return Document("Protokoll", "KS", day, "", (Paragraph(text("Text.")),))


@pytest.mark.parametrize("ways", [["något annat"], [as_pdf._NO_GLYPH, "något annat"]])
def test_a_fault_of_the_typesetter_that_is_about_no_sign_is_not_called_one(ways: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    fake = _Typesetter(*ways)
    monkeypatch.setitem(__import__("sys").modules, "typst", fake)
    with pytest.raises(_Typesetter.TypstError, match="något annat"):
        pdf(document())
    assert fake.ways == []


def test_a_sign_that_no_typeface_has_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = _Typesetter(as_pdf._NO_GLYPH, f"{as_pdf._NO_GLYPH} `U+1234`")
    monkeypatch.setitem(__import__("sys").modules, "typst", fake)
    with pytest.raises(CannotPrint) as raised:
        pdf(document())
    assert str(raised.value) == (
        "PDF:en kan inte göras: ett tecken finns inte i något typsnitt på den här datorn (U+1234). "
        "Byt ut tecknet, eller välj --format docx."
    )


@pytest.mark.parametrize(("day", "year"), [("2026-03-12", 2026), ("den 12 mars", 2000)])
def test_the_time_in_a_pdf_is_the_day_of_the_meeting(day: str, year: int) -> None:
    assert f"(D:{year}".encode() in pdf(document(day))
