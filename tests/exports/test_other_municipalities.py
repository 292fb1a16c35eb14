"""What has been seen in other municipalities' protocols, carried by record and standard style: who was there, and in which order."""

from __future__ import annotations

from agendas.model import Item
from sessions import events as ev
from sessions.findings import findings
from tests.exports.elsewhere import Elsewhere, headings, under

FIVE = tuple(
    Item(title=f"Ärende {letter}", id=letter.lower(), number=str(n), proposal=f"Förslaget {letter} antas.")
    for n, letter in enumerate("ABCDEF", 4)
)


def listed_on_cover(table: Elsewhere, name: str) -> str:
    cover = table.printed().split("## Underskrifter")[0]
    return next(line[2:] for line in cover.split("\n") if line.startswith(f"- {name}"))


def test_r_1302_r_1303_agenda_order_handling_order_and_paragraph_are_three_things() -> None:
    table = Elsewhere(*FIVE, numbering="agenda")
    for item in ("c", "a", "f"):
        table.decide(item)
    table.take("d")
    table.do(ev.ItemMoved, item="b", before="f")  # while another runs: no number moves
    table.do(ev.Decided)
    for item in ("e", "b"):
        table.decide(item)
    text = table.printed()
    assert [text.index(f"\n## § {n} Ärende {x}") for n, x in zip(range(48, 54), "ABCDEF", strict=True)] == sorted(
        text.index(f"\n## § {n} Ärende {x}") for n, x in zip(range(48, 54), "ABCDEF", strict=True)
    )
    assert table.item("b").item.number == "5"
    assert table.item("b").paragraph == 49
    assert findings(table.meeting) == ()


def test_r_1302_in_order_of_handling_the_number_follows_the_handling() -> None:
    table = Elsewhere(*FIVE)
    for item in ("c", "a", "b"):
        table.decide(item)
    assert [table.item(x).paragraph for x in "abc"] == [49, 50, 48]
    assert table.printed().index("## § 48 Ärende C") < table.printed().index("## § 49 Ärende A")


def test_a_paragraph_handled_after_later_ones_has_those_who_were_there_then() -> None:
    table = Elsewhere(*FIVE[:3], numbering="agenda")
    table.decide("b")
    table.decide("c")
    table.do(ev.PersonLeft, person="eli-sten")
    table.decide("a")
    assert listed_on_cover(table, "Eli Sten") == "Eli Sten (V) §§ 49–50"
    assert "Eli Sten (V) lämnar sammanträdet" in table.section(48)


def test_r_212_r_413_the_chair_changes_twice_and_each_signs_what_they_led() -> None:
    table = Elsewhere(*FIVE)
    table.decide("a")
    table.do(ev.ChairTaken, person="bror-ax")
    table.decide("b")
    table.decide("c")
    table.do(ev.ChairTaken, person="siri-moe")
    table.decide("d")
    table.do(ev.ChairTaken, person="gun-frid")
    table.decide("e")
    assert listed_on_cover(table, "Bror Ax") == "Bror Ax (M), 1:e vice ordförande, ordförande §§ 49–50"
    assert listed_on_cover(table, "Siri Moe") == "Siri Moe (LPo), 2:e vice ordförande, ordförande § 51"
    signatures = table.printed().split("## Underskrifter")[1].split("## Anslag")[0]
    for signed in ("Gun Frid (S)", "§§ 48, 52", "Bror Ax (M)", "§§ 49–50", "Siri Moe (LPo)", "§ 51"):
        assert signed in signatures


def test_r_204_one_substitute_stands_in_for_several_across_parties_and_for_another_substitute() -> None:
    table = Elsewhere(*FIVE, absent=("klas-hed",))
    table.do(ev.PersonArrived, person="mona-by")
    table.do(ev.PersonArrived, person="ulf-dag")
    table.do(ev.SubstituteSeated, substitute="mona-by", seat_of="klas-hed")
    table.decide("a")
    table.do(ev.MemberRecused, persons=("mona-by",), items=("b",))
    table.do(ev.SubstituteSeated, substitute="ulf-dag", seat_of="mona-by", items=("b",))
    table.decide("b")
    table.do(ev.MemberRecused, persons=("eli-sten",), items=("c",))
    table.do(ev.SubstituteSeated, substitute="ulf-dag", seat_of="eli-sten", items=("c",))
    table.decide("c")
    table.do(ev.PersonLeft, person="tor-vik")
    table.do(ev.SubstituteSeated, substitute="ulf-dag", seat_of="tor-vik")
    table.decide("d")
    assert listed_on_cover(table, "Ulf Dag") == ("Ulf Dag (M), tjg ers. för Mona By (S) § 49, för Eli Sten (V) § 50, för Tor Vik (M) § 51")
    assert listed_on_cover(table, "Mona By") == "Mona By (S), tjg ers. för Klas Hed (S), ej § 49"
    assert "Ulf Dag (M) tjänstgör i stället." in table.section(49)
    assert "Ulf Dag (M) tjänstgör i stället." in table.section(50)


def test_r_412_jav_of_somebody_who_would_not_have_voted_takes_nobody_out() -> None:
    table = Elsewhere(*FIVE[:2])
    table.do(ev.PersonArrived, person="ulf-dag")
    table.take("a")
    table.do(ev.MemberRecused, persons=("ulf-dag",))
    table.do(ev.Decided)
    assert under(table.section(48), "Jäv") == ["Ulf Dag (M) anmäler jäv och deltar inte i handläggningen av eller beslutet i ärendet."]
    assert "Ingen ersättare" not in table.section(48)
    assert findings(table.meeting) == ()


def test_r_1304_ranges_with_gaps_and_with_a_part_of_a_paragraph() -> None:
    table = Elsewhere(*FIVE, Item(title="Ärende G", id="g", proposal="Förslaget G antas."))
    table.do(ev.PersonAdded, person="gast", name="Åke Ryd", role="gäst", title="konsult")
    table.do(ev.PersonArrived, person="gast")
    table.decide("a")
    table.decide("b")
    table.do(ev.MemberAway, person="tor-vik", item="c")
    table.decide("c")
    table.take("d")
    table.do(ev.PersonLeft, person="gast")
    table.do(ev.Decided)
    assert listed_on_cover(table, "Åke Ryd") == "Åke Ryd, konsult §§ 48–del av 51"
    table.do(ev.PersonArrived, person="gast")
    table.decide("e")
    table.do(ev.PersonLeft, person="gast")
    table.decide("f")
    assert listed_on_cover(table, "Tor Vik") == "Tor Vik (M), ej § 50"
    assert listed_on_cover(table, "Åke Ryd") == "Åke Ryd, konsult §§ 48–del av 51, 52"


def test_r_502_r_505_r_506_jav_not_taking_part_and_abstaining_in_one_paragraph() -> None:
    table = Elsewhere(FIVE[0])
    table.take("a")
    table.do(ev.MemberRecused, persons=("ann-ek",))
    table.do(ev.MemberAbstained, person="nils-ro")
    table.do(ev.MotionMoved, kind="avslag", by=("tor-vik",))
    table.put("förslaget", "motion-1", form="bifall eller avslag")
    table.vote("förslaget", "motion-1", (4, 2, 1), "förslaget")
    table.do(ev.Decided)
    section = table.section(48)
    assert under(section, "Jäv")[0].startswith("Ann Ek (BOAlt) anmäler jäv")
    assert under(section, "Deltagande i beslutet") == ["Nils Ro (-) deltar inte i beslutet."]
    assert under(section, "Omröstning")[-4] == (
        "Omröstningsresultat: Med 4 ja-röster mot 2 nej-röster och 1 ledamot som avstår"
        " beslutar tekniska nämnden enligt förslaget till beslut."
    )
    assert "Avstår:" in section.split("Omröstningsresultat")[1]
    assert findings(table.meeting) == ()


def test_r_414_r_1102_approvers_and_signatures_split_by_paragraph() -> None:
    table = Elsewhere(*FIVE[:3])
    table.do(ev.ApproversChosen, persons=("tor-vik",))
    table.decide("a")
    table.do(ev.MemberRecused, persons=("tor-vik",), items=("b",))
    table.do(ev.ApproversChosen, persons=("ann-ek",), items=("b",))
    table.decide("b")
    table.decide("c")
    assert "Ann Ek (BOAlt) utses att justera § 49." in table.section(49)
    signatures = table.printed().split("## Underskrifter")[1].split("## Anslag")[0]
    assert "Tor Vik (M)" in signatures
    assert "§§ 48, 50" in signatures
    assert "Ann Ek (BOAlt)" in signatures
    assert "§ 49" in signatures


def test_several_items_en_bloc_share_the_gavel_and_keep_their_words() -> None:
    table = Elsewhere(*FIVE[:3])
    table.take("a", "b", "c")
    table.do(ev.Decided)
    for number, letter in enumerate("ABC", 48):
        assert under(table.section(number), "Beslut") == [f"Förslaget {letter} antas."]


def test_a_standing_paragraph_of_jav_and_the_paragraph_itself_tell_the_same_entry() -> None:
    table = Elsewhere(Item(title="Anmälan av jäv", id="jav", kind="formalia"), *FIVE[:2])
    table.take("jav")
    table.do(ev.MemberRecused, persons=("ann-ek",), items=("b",))
    table.do(ev.Decided)
    table.decide("a")
    table.decide("b")
    assert "Ann Ek (BOAlt) anmäler jäv" in table.section(48)
    assert "§ 50" in table.section(48)
    assert "Ann Ek (BOAlt) anmäler jäv" in table.section(50)
    assert listed_on_cover(table, "Ann Ek") == "Ann Ek (BOAlt), ej § 50"
    assert findings(table.meeting) == ()


def test_bordlaggning_may_be_the_whole_outcome() -> None:
    table = Elsewhere(FIVE[0])
    table.decide("a", outcome="bordläggs")
    assert under(table.section(48), "Beslut") == ["Ärendet bordläggs till nästa sammanträde."]
    assert headings(table.section(48)) == ["Beslut", "Förslaget till beslut"]


def test_appendices_are_lettered_and_listed_and_one_serves_two_paragraphs() -> None:
    table = Elsewhere(*FIVE[:2])
    table.decide("a")
    table.do(ev.AppendixAdded, title="Närvarolista")
    table.do(ev.ReservationMade, persons=("tor-vik",), appendix="B")
    table.decide("b")
    table.do(ev.AppendixAdded, title="Reservation (M)", items=("a", "b"))
    table.do(ev.ReservationMade, persons=("tor-vik", "bror-ax"), appendix="B")
    listed = [line for line in table.printed().split("\n## Bilagor")[1].split("\n") if line]
    assert listed == ["Bilaga A: Närvarolista (§ 48)", "Bilaga B: Reservation (M) (§§ 48–49)"]
    assert "Mot beslutet reserverar sig Tor Vik (M). Skriftlig reservation, bilaga B." in table.section(48)
    assert "Mot beslutet reserverar sig Tor Vik (M) och Bror Ax (M). Skriftlig reservation, bilaga B." in table.section(49)


def test_parties_of_one_to_five_letters_and_none_are_written_as_they_are() -> None:
    table = Elsewhere(FIVE[0])
    table.take("a")
    for person in ("eli-sten", "siri-moe", "ann-ek", "nils-ro"):
        table.do(ev.MotionMoved, kind="bifall", by=(person,))
    text = "\n".join(under(table.section(48), "Yrkanden"))
    for label in ("Eli Sten (V)", "Siri Moe (LPo)", "Ann Ek (BOAlt)", "Nils Ro (-)"):
        assert f"{label} yrkar bifall" in text
