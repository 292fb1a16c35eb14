"""Tjänsteskrivelser behind a list or alone: which item each belongs to, what its sections give, and what is told of it."""

from __future__ import annotations

import pytest

from agendas.intake import Taken, take_text
from agendas.model import Item

LIST = "Socialnämnden 2025-10-01 kl. 9.00\n\nDagordning\n\n1. Upprop\n2. Riktlinjer för stöd i hemmet{dnr}\n3. Taxor 2026\n\n\n\n"


def letter(title: str = "Riktlinjer för stöd i hemmet", *, dnr: str = "SN 2025/12", **sections: str) -> str:
    """A letter in Markdown; the names of the sections have their words with `_`."""
    sections = sections or {"Förslag_till_beslut": "Nämnden antar riktlinjerna."}
    body = "".join(f"## {heading.replace('_', ' ')}\n\n{text}\n\n" for heading, text in sections.items())
    return f"Tjänsteskrivelse\nDatum: 2025-09-01\n{f'Dnr: {dnr}' if dnr else ''}\n\n# {title}\n\n{body}"


def read(*letters: str, dnr: str = "") -> Taken:
    return take_text(LIST.format(dnr=dnr) + "\n\n\n\n".join(letters))


def second(taken: Taken) -> Item:
    return taken.agenda.items[1]


def told(taken: Taken, said: str) -> bool:
    return any(said in line for line in taken.told())


# --- which item


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Riktlinjer för stöd i hemmet", ""),
        ("Riktlinjer för stöd till anhöriga i hemmet", "antogs höra hit: rubrikerna är inte lika"),
    ],
)
def test_a_letter_belongs_to_the_item_whose_title_is_most_like_its_own(title: str, said: str) -> None:
    taken = read(letter(title))
    assert (second(taken).proposal, len(taken.agenda.items)) == ("Nämnden antar riktlinjerna.", 3)
    assert told(taken, "antogs höra hit") == bool(said)


def test_a_letter_that_is_like_no_item_becomes_one_and_that_is_told() -> None:
    taken = read(letter("Köp av en ny brygga"))
    assert [x.title for x in taken.agenda.items] == ["Upprop", "Riktlinjer för stöd i hemmet", "Taxor 2026", "Köp av en ny brygga"]
    assert told(taken, "En tjänsteskrivelse utan motsvarighet i ärendelistan")


def test_an_item_whose_title_is_only_signs_is_like_no_letter() -> None:
    taken = take_text("Socialnämnden 2025-10-01 kl. 9.00\n\nDagordning\n\n1. Upprop\n2. ???\n3. Taxor\n\n\n\n" + letter())
    assert [x.title for x in taken.agenda.items][-1] == "Riktlinjer för stöd i hemmet"


# --- its Dnr


@pytest.mark.parametrize(
    ("listed", "letters", "reference", "said"),
    [
        ("", "SN 2025/12", "SN 2025/12", ""),
        (", Dnr SN 2025/12", "2025-12", "SN 2025/12", ""),
        (", Dnr SN 2025/77", "SN 2025/12", "SN 2025/77", "Tjänsteskrivelsen har SN 2025/12, ärendelistan SN 2025/77"),
        ("", "SN 2025/12\nDnr: KS 2025/9", "SN 2025/12", "Flera diarienummer i tjänsteskrivelsen: SN 2025/12, KS 2025/9"),
        ("", "", "", "Inget diarienummer i tjänsteskrivelsen"),
    ],
)
def test_the_dnr_of_the_list_stands_and_the_letters_own_is_told(listed: str, letters: str, reference: str, said: str) -> None:
    taken = read(letter(dnr=letters), dnr=listed)
    assert second(taken).reference == reference
    assert told(taken, "diarienummer i tjänsteskrivelsen") or told(taken, "ärendelistan") or not said
    assert not said or told(taken, said)


# --- its sections


def test_a_proposal_with_a_table_has_the_table_in_its_summary_and_that_is_told() -> None:
    taken = read(letter(Förslag_till_beslut="Nämnden antar ramen.\n\n| Post | Kr |\n|--|--|\n| A | 1 |"))
    assert (second(taken).proposal, "| Post | Kr |" in second(taken).summary) == ("Nämnden antar ramen.", True)
    assert told(taken, "Förslaget innehåller en tabell, som lades sist i sammanfattningen")


def test_a_proposal_on_the_line_of_its_heading_and_the_rest_below_it() -> None:
    text = letter(Bakgrund="Så är det.").replace(
        "## Bakgrund", "Förslag till beslut: Nämnden beslutar\n- att anta riktlinjerna\n\n## Bakgrund"
    )
    assert second(read(text)).proposal == "Nämnden beslutar\n- att anta riktlinjerna"


def test_a_heading_with_no_proposal_below_it_is_told() -> None:
    taken = read(letter(Förslag_till_beslut="", Sammanfattning="Kort."))
    assert (second(taken).proposal, second(taken).summary) == ("", "Kort.")
    assert told(taken, "Rubriken Förslag till beslut har ingen text under sig")


def test_the_letters_proposal_is_taken_before_the_lists_and_that_is_told() -> None:
    """A list so long that the line in it is not near the headings of a letter."""
    more = "".join(f"\n{n}. Rapport {n}" for n in range(3, 20))
    taken = take_text(LIST.format(dnr="\nFörslag till beslut: Nämnden avslår" + more).replace("3. Taxor", "20. Taxor") + letter())
    assert second(taken).proposal == "Nämnden antar riktlinjerna."
    assert told(taken, "Förslaget i ärendelistan är ett annat än tjänsteskrivelsens: det senare togs")


def test_a_second_proposal_in_a_letter_is_a_part_of_it() -> None:
    taken = read(letter(Förslag_till_beslut="Nämnden antar riktlinjerna.", Förslag_till_beslut_i_nämnden="Nämnden tackar."))
    assert [p.text for p in second(taken).points] == ["Nämnden antar riktlinjerna.", "Nämnden tackar."]


def test_a_letter_on_a_decision_that_was_made_is_an_item_to_report() -> None:
    decision = letter("Ordförandebeslut om vite", Beslut="Ordföranden beslutar om vite.", Sammanfattning="Det brådskade.")
    taken = take_text(LIST.format(dnr="") + letter() + "\n\n\n\n" + decision)
    made = taken.agenda.items[-1]
    assert (made.title, made.kind, made.proposal) == ("Ordförandebeslut om vite", "anmälan", "")
    assert "Ordföranden beslutar om vite." in made.summary
    assert told(taken, "berättar om ett redan fattat beslut")


def test_a_decision_inside_a_letter_is_a_part_of_its_description() -> None:
    summary = second(
        read(letter(Förslag_till_beslut="Nämnden antar riktlinjerna.", Beskrivning="Förr.", Beslut="Det beslutades 2020."))
    ).summary
    assert summary == "Förr.\n\n### Beslut\n\nDet beslutades 2020."


def test_lines_that_follow_each_other_are_one_paragraph_of_the_description() -> None:
    assert second(read(letter(Förslag_till_beslut="Ja.", Sammanfattning="En rad\noch en till"))).summary == "En rad\noch en till"


@pytest.mark.parametrize(
    ("recipients", "found"),
    [
        ("Eva Ask, ordförande", ("Eva Ask, ordförande",)),
        ("Skolorna, Ekonomi", ("Skolorna", "Ekonomi")),
    ],
)
def test_a_name_with_its_post_is_one_receiver(recipients: str, found: tuple[str, ...]) -> None:
    assert second(read(letter(Förslag_till_beslut="Ja.", Beslutet_skickas_till=recipients))).recipients == found


def test_notices_below_a_line_that_groups_them_are_matters_of_their_item() -> None:
    text = LIST.format(dnr="").replace("Taxor 2026", "Anmälan av domar") + letter(
        "Anmälan av domar",
        Förslag_till_beslut="Nämnden tar del av dem.",
        Sammanfattning="Dessa har kommit.\n\nDomar\n\nDnr SN 2025/1 Bifall\n\nDnr SN 2025/2\n\nDnr saknas\n",
    )
    made = take_text(text).agenda.items[2]
    assert [(m.reference, m.title) for m in made.matters] == [("SN 2025/1", "Domar: Bifall"), ("SN 2025/2", "Domar")]
    assert made.summary == "Dessa har kommit.\n\nDnr saknas"


# --- where it begins and ends


def test_a_signature_above_a_letter_belongs_to_the_one_before() -> None:
    first, other = letter() + "Anna Ek\nEkonom\n\n", letter("Taxor 2026", dnr="SN 2025/13").partition("# ")[2]
    taken = read(first + "Taxor 2026\n\n" + other.partition("\n\n")[2])
    assert [x.proposal for x in taken.agenda.items[1:]] == ["Nämnden antar riktlinjerna."] * 2
    assert [(p.name, p.title) for p in taken.agenda.people] == [("Anna Ek", "ekonom")]


def test_a_name_in_the_letterhead_of_a_later_page_is_no_text() -> None:
    text = letter(
        Förslag_till_beslut="Nämnden antar riktlinjerna.",
        Sammanfattning="Kort.\n\n\n\nSocialförvaltningen\nAnna Ek\n2025-09-01\n\nMer text.",
    )
    assert second(read(text)).summary == "Kort.\n\nMer text."


def test_a_letter_goes_on_below_a_signature_when_a_section_follows() -> None:
    text = letter(Förslag_till_beslut="Nämnden antar riktlinjerna.") + "Anna Ek\nEkonom\n\nBarnperspektiv\n\nBarnen berörs.\n"
    assert "Barnen berörs." in second(read(text)).summary


def test_a_table_of_headings_and_texts_is_a_letter() -> None:
    rows = "| Förslag till beslut | Nämnden antar riktlinjerna. |\n| Sammanfattning | Stödet har setts över i år. |\n"
    item = second(read(f"# Riktlinjer för stöd i hemmet\n\n| | |\n|--|--|\n{rows}"))
    assert (item.proposal, item.summary) == ("Nämnden antar riktlinjerna.", "Stödet har setts över i år.")


def test_a_proposal_with_no_title_above_it_is_told_and_not_taken() -> None:
    taken = read("- en punkt\n- en till\n- en tredje\n\n## Förslag till beslut\n\nNämnden antar.\n")
    assert [x.proposal for x in taken.agenda.items] == [""] * 3
    assert told(taken, '"Förslag till beslut" står utan rubrik över sig')


def test_the_day_of_a_letter_alone_may_be_the_day_it_was_written() -> None:
    taken = take_text("Socialnämnden, onsdag 1 oktober 2025\n\n" + letter())
    assert told(taken, "Dagen står i en tjänsteskrivelse och kan vara den då den skrevs")
