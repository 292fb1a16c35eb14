"""The small readers that the larger ones stand on, and what the process that opens files may answer."""

from __future__ import annotations

import errno
import subprocess
import zipfile
from datetime import date, time
from pathlib import Path
from types import SimpleNamespace

import pytest

from agendas.intake import IntakeFaults, take_text
from agendas.intake.following import Handled, upward
from agendas.intake.hyphens import joined
from agendas.intake.legend import initials
from agendas.intake.limits import MOST_BYTES, SECONDS, kind_of
from agendas.intake.pages import Line, Place, Row, Source
from agendas.intake.patterns import reference_in, same_reference
from agendas.intake.reading import read_source
from agendas.intake.taken import Passage
from agendas.intake.tidy import tidied
from agendas.model import Item, MeetingPlan, Person

# --- words


@pytest.mark.parametrize(
    ("before", "after", "made"),
    [("", "nare", "nare"), ("samord-", "", "samord-"), ("5-", "6", "5- 6"), ("kultur-", "och fritid", "kultur- och fritid")],
)
def test_two_lines_are_joined(before: str, after: str, made: str) -> None:
    assert joined(before, after) == made


def test_a_date_behind_the_label_of_a_dnr_is_no_dnr() -> None:
    assert reference_in("Dnr: 2021-08-31") is None


def test_words_are_nobodys_dnr() -> None:
    assert not same_reference("se pärmen", "SN 1/2025")


@pytest.mark.parametrize(
    ("body", "short"),
    [
        ("Socialnämnden", {"sn"}),
        ("Vård- och omsorgsnämnden", {"von", "voon", "on"}),
        ("Valberedningen", {"v"}),
        ("", set()),
    ],
)
def test_a_body_has_its_initials(body: str, short: set[str]) -> None:
    assert initials(body) == short


def test_a_passage_over_two_pages_names_both() -> None:
    assert str(Passage(Place(3, 1), Place(9, 2), "Till nämnden", 40)) == 'sida 1, rad 3 – sida 2, rad 9 ("Till nämnden", 40 ord)'


# --- pages


def test_a_paragraph_that_a_page_break_cut_is_one() -> None:
    long = "Reglerna har setts över tillsammans med de föreningar och de bolag som"
    source = tidied(
        Source(
            "k.pdf", (Line(long, Place(1, 1), raw=f"**{long}**"), Line("berörs av dem.", Place(1, 2), new_page=True, raw="berörs av dem."))
        )
    )
    assert [(p.text, p.markdown) for p in source.parts if isinstance(p, Line)] == [(f"{long} berörs av dem.", f"**{long}** berörs av dem.")]


def test_a_table_that_goes_on_over_a_page_without_its_head_is_one_table() -> None:
    rows = (
        Row(("Nr", "Ärende"), Place(1, 1), 1),
        Row(("1", "Upprop"), Place(2, 1), 1),
        Row(("2", "Budget"), Place(1, 2), 2, new_page=True),
    )
    assert [(p.cells[0], p.table) for p in tidied(Source("k.pdf", rows)).parts if isinstance(p, Row)] == [("Nr", 1), ("1", 1), ("2", 1)]


# --- what the list has more of


@pytest.mark.parametrize(
    ("title", "column", "kind", "said"),
    [
        ("Återrapport om taxor", "SN", "beslut", ""),
        ("Återrapport om taxor", "", "information", "Antogs vara information: det framgår bara av rubriken"),
        ("Lunch", "INFO", "paus", ""),
        ("Individärende", "", "beslut", "Rubriken tyder på ett ärende om en enskild"),
    ],
)
def test_the_kind_of_an_item_is_what_the_list_says_and_else_what_its_title_does(title: str, column: str, kind: str, said: str) -> None:
    taken = take_text(
        f"Socialnämnden 2025-10-01 kl. 9.00\n\n| Nr | Ärende | Organ |\n|--|--|--|\n| 1 | Upprop | |\n| 2 | {title} | {column} |\n"
    )
    assert taken.agenda.items[1].kind == kind
    assert not said or any(said in line for line in taken.told())


def test_what_was_proposed_but_never_written_out_is_told_and_the_bodys_own_people_are_taken() -> None:
    plan = MeetingPlan(body="Arbetsutskottet", date=date(2022, 1, 17), starts=time(13))
    handled = (Handled(Item(title="Målkort", decided_by="Nämnden", proposal="Målkortet godkänns."), "föreslaget", 5),)
    made = upward(plan, (), handled, "Nämnden", (Person(name="Eva Ask", role="ordförande"),))
    assert [x.proposal for x in made.agenda.items] == ["Målkortet godkänns."]
    said = [d.message for d in made.doubts]
    assert "Vad som föreslogs skrevs aldrig ut: det beredda förslaget togs." in said
    assert not any("Vilka som hör till" in one for one in said)
    assert [p.name for p in made.agenda.people] == ["Eva Ask"]


# --- files and the process that opens them


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("k.zip", b"PK\x05\x06" + bytes(18), "tomt eller skadat arkiv"),
        ("k.txt", MOST_BYTES + 1, "Filen är 100 MB; högst 100 MB kan läsas"),
    ],
)
def test_a_file_that_is_not_opened_at_all(name: str, raw: bytes | int, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(raw) if isinstance(raw, int) else file.write(raw)  # a hole takes no room on the disk
    with pytest.raises(IntakeFaults, match=said):
        kind_of(path)


def test_a_word_file_whose_parts_are_locked_is_told_as_locked(tmp_path: Path) -> None:
    path = tmp_path / "k.docx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    raw = bytearray(path.read_bytes())
    place = raw.index(b"PK\x01\x02")
    raw[place + 8] |= 1  # the first flag of the entry says that it is encrypted
    path.write_bytes(raw)
    with pytest.raises(IntakeFaults, match="lösenordsskyddad"):
        kind_of(path)


def test_a_disk_that_fails_while_a_word_file_is_read_is_no_fault_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "k.docx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")

    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "trasig")

    monkeypatch.setattr(zipfile.ZipFile, "infolist", broken)
    with pytest.raises(OSError, match="trasig"):
        kind_of(path)


@pytest.mark.parametrize(
    ("code", "out", "err", "said"),
    [
        (0, b'{"fault": "Filen \\u00e4r tom."}', b"", "Filen är tom."),
        (1, b"", b"Traceback ... MemoryError", "orimligt mycket minne"),
        (-6, b"", b"std::bad_alloc", "orimligt mycket minne"),
        (-9, b"", b"", "skadad eller ovanlig"),
        (0, b"skrap", b"", "skadad eller ovanlig"),
    ],
)
def test_whatever_ends_the_process_that_reads_is_one_sentence(
    code: int, out: bytes, err: bytes, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "k.pdf").write_bytes(b"%PDF-1.4\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(returncode=code, stdout=out, stderr=err))
    with pytest.raises(IntakeFaults, match=said) as raised:
        read_source(tmp_path / "k.pdf")
    assert "Traceback" not in str(raised.value)


def test_a_file_that_takes_too_long_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "k.pdf").write_bytes(b"%PDF-1.4\n")

    def slow(*_: object, **options: float) -> None:
        raise subprocess.TimeoutExpired("läsaren", options["timeout"])

    monkeypatch.setattr(subprocess, "run", slow)
    with pytest.raises(IntakeFaults, match=f"Filen gick inte att läsa på {SECONDS} sekunder. Importera den utan bilagor"):
        read_source(tmp_path / "k.pdf")
