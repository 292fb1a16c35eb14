"""Kallelser as text and Markdown: pipes, wide gaps, lists with numbers, § or times, and nothing but lines."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendas.file import parse_agenda
from agendas.intake import IntakeFaults, Taken, take_text, taken_toml
from agendas.intake.hyphens import joined, mended
from agendas.intake.patterns import days_in, hours_in, only_name, only_reference, reference_in, same_reference
from agendas.intake.people import presenters_in
from agendas.intake.words import column_keys, kind_of_title, section_of


def titles(taken: Taken) -> list[str]:
    return [x.title for x in taken.agenda.items]


def test_a_markdown_kallelse_with_several_tables_keeps_its_sections_and_its_roll() -> None:
    taken = take_text("""\
# Kallelse – Miljönämnden

**Tid:** 3 juni 2025, kl. 13:00–16:00
**Plats:** Rum Linden

Ledamöter
Eva Ask (MP), ordförande
Olle Dahl (S), 1:e vice ordförande
Nils Berg (C)

Ersättare
Siv Holm (S)

## Dagordning

### Formalia

| Nr | Ärende | Föredragande | Tid |
|----|--------|--------------|-----|
| 1 | Upprop | | |

### Beslutsärenden

| Nr | Ärende | Föredragande | Tid |
|----|--------|--------------|-----|
| 2 | Tillsynsplan 2026 (Dnr MN 2025/77) | miljöinspektör Åke Ström | 13.15–13.40 |
| 3 | Yttrande över vindkraft *(sekretess 18 kap. 1 § OSL)* | Siri Ö. Hall, miljöchef | 13:40 |
|   | Gruppmöten | | 14.00 |

### Information

| Nr | Ärende | Föredragande | Tid |
|----|--------|--------------|-----|
| 4 | Luftkvalitet | Åke Ström | 15 min |
""")
    agenda = taken.agenda
    assert (agenda.meeting.body, agenda.meeting.date) == ("Miljönämnden", date(2025, 6, 3))
    assert [(p.name, p.role) for p in agenda.people[:4]] == [
        ("Eva Ask", "ordförande"), ("Olle Dahl", "1:e vice ordförande"), ("Nils Berg", "ledamot"), ("Siv Holm", "ersättare"),
    ]  # fmt: skip
    assert [x.kind for x in agenda.items] == ["formalia", "beslut", "beslut", "paus", "information"]
    assert (agenda.items[1].reference, agenda.items[1].at, agenda.items[1].minutes) == ("MN 2025/77", time(13, 15), 25)
    assert agenda.items[2].secrecy == "18 kap. 1 § OSL"
    assert (agenda.items[4].at, agenda.items[4].minutes) == (None, 15)


def test_a_list_with_paragraphs_gives_the_first_one_and_fixed_numbers() -> None:
    taken = take_text("""\
Sammanträde med Valnämnden

Datum: 2025-09-02
Klockan: 17.30
Lokal: Biblioteket

Föredragningslista

§ 12  Upprop
§ 13  Val av protokolljusterare
§ 14  Röstmottagare till valet 2026
      Dnr VN 2025-3
      Föredragande: Tove Alm, valsamordnare
      Förslag till beslut: Valnämnden utser röstmottagare enligt bilaga.
§ 15  Vallokaler (till kommunstyrelsen)
      a) Norra skolan
      b) Gamla posten
§ 16  Övriga frågor

Välkomna!
""")
    agenda = taken.agenda
    assert (agenda.meeting.first_paragraph, agenda.meeting.numbering, agenda.meeting.place) == (12, "agenda", "Biblioteket")
    assert len(agenda.items) == 5
    voters, places = agenda.items[2], agenda.items[3]
    assert (voters.reference, voters.presenters, voters.points[0].text) == (
        "VN 2025-3", ("Tove Alm",), "Valnämnden utser röstmottagare enligt bilaga.",
    )  # fmt: skip
    assert (places.title, places.chain, [m.title for m in places.matters]) == (
        "Vallokaler",
        ("Kommunstyrelsen",),
        ["Norra skolan", "Gamla posten"],
    )
    assert [p.start for p in taken.left_out] == ["Välkomna!"]


def test_columns_made_with_spaces_are_columns_and_a_wrapped_title_is_one() -> None:
    taken = take_text("""\
SOCIALNÄMNDEN

Nämnden sammanträder den 4 nov 2025 klockan 9-12 i Kommunhuset.

Nr   Ärende                                   Dnr             Föredragande
1    Upprop
2    Riktlinjer för ekonomiskt bistånd och    SN 2025/14      Berit Holm
     utbetalning av matkuponger
3    Dom i förvaltningsrätten                 SN 2025/90      Jurist
""")
    assert titles(taken) == ["Upprop", "Riktlinjer för ekonomiskt bistånd och utbetalning av matkuponger", "Dom i förvaltningsrätten"]
    assert [x.presenters for x in taken.agenda.items] == [(), ("Berit Holm",), ("Jurist",)]
    plan = taken.agenda.meeting
    assert (plan.body, plan.starts, plan.ends, plan.place) == ("Socialnämnden", time(9), time(12), "Kommunhuset")


def test_a_list_of_times_is_a_list_of_items() -> None:
    taken = take_text("""\
Kommunfullmäktige
Tid: Måndagen den 16 juni 2025 kl 18.00

Ärenden

18.00 Öppnande och upprop
18.30 Årsredovisning 2024, Dnr KS/2025:41
19.30 Paus
19.45 Motion från Kim Ek (V) om fria bussresor
""")
    assert titles(taken) == ["Öppnande och upprop", "Årsredovisning 2024", "Paus", "Motion från Kim Ek (V) om fria bussresor"]
    assert [x.kind for x in taken.agenda.items] == ["formalia", "beslut", "paus", "motion"]
    assert taken.agenda.items[1].reference == "KS/2025:41"
    assert taken.agenda.meeting.kind == "fullmäktige"


def test_bare_lines_below_the_word_dagordning_are_items_and_that_is_told() -> None:
    taken = take_text("Kommunstyrelsens arbetsutskott 2025-03-11, kl. 08.30\n\nDagordning\n\nUpprop\nBudgetläget\nNästa möte\n")
    assert titles(taken) == ["Upprop", "Budgetläget", "Nästa möte"]
    assert any("inga nummer" in line for line in taken.told())


def test_a_table_without_a_head_is_read_by_what_stands_in_it_and_that_is_told() -> None:
    taken = take_text(
        "Byggnadsnämnden 2025-10-01 kl. 9.00\n\n9.00\t1\tUpprop\t\t\n9.05\t2\tBygglov för garage\tBN 2025/7\tArkitekt\n"
        "9.20\t3\tRivningslov för lada\tBN 2025/9\tArkitekt\n"
    )
    assert [(x.number, x.title, x.reference) for x in taken.agenda.items] == [
        ("", "Upprop", ""), ("", "Bygglov för garage", "BN 2025/7"), ("", "Rivningslov för lada", "BN 2025/9"),
    ]  # fmt: skip
    assert any("ingen rubrikrad" in line for line in taken.told())


def test_what_is_required_and_missing_has_a_placeholder_and_a_comment_at_its_place() -> None:
    taken = take_text("Dagordning\n\n1. Upprop\n2. Budget\n")
    text = taken_toml(taken)
    for key in ("body =", "date =", "starts ="):
        before = text.split(f"\n{key}")[0].rsplit("\n", 1)[1]
        assert before.startswith("# TVEKSAMT")
    assert parse_agenda(text).agenda == taken.agenda


@pytest.mark.parametrize("text", ["hej", "En lång text.\n\nUtan dagordning.\n", "1. bara en punkt"])
def test_a_text_that_is_no_kallelse_is_refused(text: str) -> None:
    with pytest.raises(IntakeFaults, match="Hittade ingen dagordning"):
        take_text(text)


def test_control_characters_never_come_through() -> None:
    taken = take_text("Dagordning\n\n1. Upp\x1b[31mrop\u202e\n2. Bud\x00get\n")
    assert titles(taken) == ["Upprop", "Budget"]


@given(st.text(alphabet=st.sampled_from("aåB 1.§-\n\t|:(),/*#'\"kl"), max_size=300))
def test_no_text_makes_the_reader_fall(text: str) -> None:
    try:
        taken = take_text(f"Dagordning\n\n1. Upprop\n2. Budget\n{text}")
    except IntakeFaults:
        return
    assert parse_agenda(taken_toml(taken)).agenda == taken.agenda


# --- the small readers


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tisdagen den 28 september 2021", (2021, 9, 28)),
        ("fre 3 jan. 2025", (2025, 1, 3)),
        ("2025-06-01", (2025, 6, 1)),
        ("14/5 2024", (2024, 5, 14)),
        ("den 1:e maj 2024", (2024, 5, 1)),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, day: tuple[int, int, int]) -> None:
    found = days_in(text)[0]
    assert (found.year, found.month, found.day) == day


def test_times_are_read_and_dates_are_no_times() -> None:
    assert [(h.starts, h.ends) for h in hours_in("kl. 13.15–15:20")] == [(time(13, 15), time(15, 20))]
    assert [h.starts for h in hours_in("klockan 9")] == [time(9)]
    assert hours_in("2021-08-31 och 12.345") == []


def test_a_diary_number_is_no_date_and_no_span_of_years() -> None:
    assert reference_in("Svar på remiss (Dnr KS 2022/123)")[0] == "KS 2022/123"  # type: ignore[index]
    assert reference_in("Delårsrapport 2021-08-31") is None
    assert reference_in("Budget 2025/2026") is None
    assert reference_in("Budgetbeslut KF §106/2021-06-14") is None
    assert only_reference("2021/217") == "2021/217"
    assert same_reference("SN 9/2021", "2021-9")
    assert same_reference("VO 2023-00111", "VO-2023-00111")
    assert not same_reference("SN 9/2021", "KS 9/2021")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anna Ek och Bo Alm", [("Anna Ek", ""), ("Bo Alm", "")]),
        ("Anna Ek, ekonomichef", [("Anna Ek", "ekonomichef")]),
        ("Ekonomichef Anna Ek", [("Anna Ek", "Ekonomichef")]),
        ("Ekonomi- och kvalitetschef", [("Ekonomi- och kvalitetschef", "")]),
        ("SAS/kvalitetssamordnare", [("SAS/kvalitetssamordnare", "")]),
        ("Verksamhetschef IFO", [("Verksamhetschef IFO", "")]),
        ("Anna Ek\nBo Alm", [("Anna Ek", ""), ("Bo Alm", "")]),
        ("--", []),
    ],
)
def test_presenters_are_parted_where_there_are_several(text: str, found: list[tuple[str, str]]) -> None:
    assert presenters_in(text) == found


def test_a_name_is_a_name() -> None:
    assert only_name("Karin Ek Thorbjörnsson (S)") == ("Karin Ek Thorbjörnsson", "S")
    assert only_name("Makki Al Musawe") == ("Makki Al Musawe", "")
    assert only_name("Herrljunga kommun") is None
    assert only_name("Upprop") is None


def test_parted_words_are_joined_and_compound_beginnings_keep_their_hyphen() -> None:
    assert joined("samord-", "nare") == "samordnare"
    assert joined("kultur-", "och fritid") == "kultur- och fritid"
    assert joined("HR-", "chef") == "HR-chef"
    assert mended("SAS/kvalitets- samordnare") == "SAS/kvalitetssamordnare"
    assert mended("2021-08-24- -2021-09-27") == "2021-08-24–2021-09-27"


def test_headings_and_columns_are_known_by_their_words() -> None:
    assert section_of("Arbetsutskottets förslag till beslut").by == "Arbetsutskottets"  # type: ignore[union-attr]
    assert section_of("Expedieras till: Kommunstyrelsen").rest == "Kommunstyrelsen"  # type: ignore[union-attr]
    assert section_of("Nämnden godkänner förslag till beslut om taxan") is None
    assert column_keys("Föredragande/ Kommentar") == ("presenters", "note")
    assert column_keys("Besluts -organ") == ("organ",)
    assert kind_of_title("Val av ledamot i styrelsen")[0] == "val"
    assert kind_of_title("Lunchrestaurang i skolan")[0] is None


def test_a_text_of_more_lines_than_any_kallelse_is_refused_before_it_is_read() -> None:
    with pytest.raises(IntakeFaults, match="Texten har 500000 rader, och högst 50000 läses"):
        take_text("a\n" * 500_000)


def test_a_paragraph_longer_than_any_in_a_kallelse_is_refused_before_it_is_read_and_one_almost_as_long_is_text() -> None:
    long = "Beslutsären" + "å" * 20_000 + "den"
    with pytest.raises(IntakeFaults, match=r"Ett stycke har 20014 tecken, och högst 20000 läses. .* Det börjar ”Beslutsärenååå"):
        take_text(f"Kallelse\n{long}\n")
    assert take_text("Kallelse till Byggnadsnämnden\r\r1. Bygglov\r2. Taxa\r" + "Ett ord till.\r" * 3_000).agenda.items
    presenter = f"Anton {'§ 1 ' * 4_900}Frisk, bygglovshandläggare"
    taken = take_text(f"Kallelse till Byggnadsnämnden\n\n1. Bygglov\nFöredragande: {presenter}\n2. Taxa\n{long[:19_000]}\n")
    assert next(item.title for item in taken.agenda.items) == "Bygglov"


def test_an_hour_right_behind_its_kl_is_an_hour_and_what_is_none_stays_in_the_title() -> None:
    taken = take_text("Socialutskottet 2026-05-19\n\n1. Ekonomi kl.10.15-10.30\n2. Taxa kl.10.30\n3. Tilläggsbudget 10.15-10.30%\n")
    assert [(x.title, x.at, x.minutes) for x in taken.agenda.items] == [
        ("Ekonomi", time(10, 15), 15), ("Taxa", time(10, 30), None), ("Tilläggsbudget 10.15-10.30%", None, None),
    ]  # fmt: skip
