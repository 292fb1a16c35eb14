"""What a warning is given for before a text is published, and what none is given for (R-1206)."""

from __future__ import annotations

import pytest

from exports.document import Document, Heading, ListBlock, ListItem, Paragraph, Section, text
from exports.privacy import suspects
from exports.protocol import protocol
from exports.style import load_style
from sessions.archive import read_archive
from sessions.examples import archive_paths
from sessions.log import replay


def kinds(words: str) -> list[str]:
    return [s.kind for s in suspects(Document("T", "N", "", "", (Paragraph(text(words)),)))]


@pytest.mark.parametrize(
    "number", ["19121212-1212", "121212-1212", "191212121212", "121212+1212", "121272-1212", "121212 1212", "800101-TF12"]
)
def test_what_looks_like_a_personnummer_is_found(number: str) -> None:
    assert kinds(f"Sökande: {number}.") == ["personnummer"]


@pytest.mark.parametrize("mail", ["eva.sjo@exempel.se", "info@kommunen.exempel.se"])
def test_an_e_mail_address_is_found(mail: str) -> None:
    assert kinds(f"Skriv till {mail}, snarast") == ["e-postadress"]


@pytest.mark.parametrize("number", ["070-123 45 67", "0731234567", "+46 70 123 45 67", "0240-860 00", "08-123 456 78", "+46 (0)8 12 34 56"])
def test_a_telephone_number_is_found(number: str) -> None:
    assert kinds(f"Ring {number}!") == ["telefonnummer"]


@pytest.mark.parametrize(
    "words",
    [
        "40 000 kronor",
        "1 000 000 kronor",
        "Dnr 2021/217",
        "2022-01-17",
        "§§ 82–90",
        "kl. 13.00–15.20",
        "KS 2021/00451",
        "26 kap. 1 § OSL",
        "150 000 000",
        "organisationsnummer saknas",
        "2026-03-12 2026-04-02",
        "0,5 procent av 1 234 567",
        "ISBN 0-00",
    ],
)
def test_ordinary_words_and_numbers_of_a_protocol_are_let_be(words: str) -> None:
    assert kinds(words) == []


def test_it_is_told_in_which_paragraph_it_stands_and_each_only_once() -> None:
    inner = ListBlock((ListItem(text("a@b.se")), ListItem(text("a@b.se"))))
    section = Section((Heading(2, text("§ 6 Bidrag")), inner), kind="paragraph")
    (found,) = suspects(Document("T", "N", "", "", (section,)))
    assert str(found) == "§ 6 Bidrag: ser ut som en e-postadress: a@b.se (R-1206)"


@pytest.mark.parametrize("name", ["ludvika", "kungalv", "norberg"])
def test_the_real_protocols_give_no_false_alarm(name: str) -> None:
    archived = read_archive(archive_paths()[name])
    assert suspects(protocol(replay(archived.agenda, archived.records), load_style(name), public=True)) == ()
