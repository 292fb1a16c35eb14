"""Rules of the papers before, under and after the meeting: the summons, the roll call, reports, drafts, secrecy, signatures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from agendas.model import Item
from exports.as_markdown import markdown
from exports.style import load_style
from exports.summons import summons
from exports.swedish import NBSP
from sessions import events as ev
from sessions.findings import findings
from tests.exports.elsewhere import STANDARD, Elsewhere, headings, under

A = Item(title="Ärende A", id="a", proposal="Förslaget A antas.", reference="TN 2026/1")
B = Item(title="Ärende B", id="b", proposal="Förslaget B antas.")


def test_r_102_the_summons_says_body_day_time_place_and_the_items() -> None:
    text = markdown(summons(Elsewhere(A, B).meeting, STANDARD)).replace(NBSP, " ")
    for said in ("Tekniska nämnden", "2026-03-12", "kl. 13.00", "Folkets hus", "Ärende A", "TN 2026/1", "Ärende B"):
        assert said in text


def test_r_106_no_order_is_forced_upon_the_meeting() -> None:
    table = Elsewhere(A, Item(title="Upprop", id="upprop", kind="formalia"))
    table.decide("a")
    table.decide("upprop")
    assert findings(table.meeting) == ()


def test_r_211_who_was_let_in_for_one_paragraph_stands_there_and_on_the_cover() -> None:
    table = Elsewhere(A, B)
    table.do(ev.PersonAdded, person="gast", name="Åke Ryd", role="gäst", title="konsult")
    table.decide("a")
    table.do(ev.PersonArrived, person="gast")
    table.decide("b", text="att Åke Ryd, konsult, får närvara och yttra sig under paragrafen")
    assert "- Åke Ryd, konsult § 49\n" in table.printed()
    assert under(table.section(49), "Beslut") == [
        "Tekniska nämnden beslutar att Åke Ryd, konsult, får närvara och yttra sig under paragrafen."
    ]
    assert "Åke Ryd" not in table.section(48)


def test_r_214_the_roll_call_says_how_many_serve() -> None:
    table = Elsewhere(Item(title="Upprop", id="upprop", kind="formalia"), absent=("klas-hed", "ida-rox"), seats=9)
    table.decide("upprop")
    assert under(table.section(48), "Överläggning") == [
        "Upprop förrättas. Tekniska nämnden konstateras vara beslutför med 7 tjänstgörande av 9."
    ]
    table.do(ev.TextWritten, item="upprop", section="decision", text="Uppropet förrättas.")
    assert headings(table.section(48)) == ["Beslut"]


def test_r_610_a_point_of_order_is_not_in_the_protocol() -> None:
    table = Elsewhere(A)
    table.take("a")
    table.do(ev.MotionMoved, kind="ordningsfråga", by=("eli-sten",), text="att talartiden begränsas")
    table.do(ev.Decided)
    assert headings(table.section(48)) == ["Beslut"]


def test_r_614_what_was_postponed_comes_back_at_the_next_meeting_unless_another_is_said() -> None:
    table = Elsewhere(A, B)
    table.decide("a", outcome="bordläggs")
    table.decide("b", outcome="bordläggs", to="sammanträdet den 14 maj 2026")
    assert under(table.section(48), "Beslut") == ["Ärendet bordläggs till nästa sammanträde."]
    assert under(table.section(49), "Beslut") == ["Ärendet bordläggs till sammanträdet den 14 maj 2026."]


def test_r_715_ballots_are_as_many_as_those_who_vote_and_nobody_is_named() -> None:
    table = Elsewhere(Item(title="Val", id="val", kind="val"))
    table.take("val")
    table.do(ev.VoteOpened, yes="Eva Falk", no="Jon Rask", secret=True)
    table.do(ev.VoteCounted, yes=5, no=3)
    table.do(ev.VoteClosed)
    table.do(ev.Decided, text="Till revisor utses Eva Falk.")
    assert [(f.rule, f.message) for f in findings(table.meeting)] == [("R-711", "§ 48 Val: rösterna är 8, men 9 skulle rösta.")]
    vote = under(table.section(48), "Omröstning")
    assert "Omröstningen är sluten." in vote
    assert not [line for line in vote if line.startswith(("Ja: ", "Nej: "))]


def test_r_903_a_report_without_words_of_its_own_is_noted() -> None:
    table = Elsewhere(Item(title="Delegationsbeslut", id="del", kind="anmälan", subitems=("Avtal om skanning",)))
    table.decide("del")
    section = table.section(48)
    assert under(section, "Beslut") == ["Tekniska nämnden har tagit del av redovisningen och lägger den till handlingarna."]
    assert headings(section) == ["Beslut", "Sammanfattning av ärendet"]  # what was reported is no part of the decision
    assert findings(table.meeting) == ()


def test_r_907_the_opinion_on_a_motion_is_a_proposal_upwards() -> None:
    item = Item(
        title="Motion om solceller", id="motion", kind="motion", proposal="att motionen anses besvarad", decided_by="Kommunfullmäktige"
    )
    table = Elsewhere(item)
    table.take("motion")
    table.do(ev.MotionMoved, kind="nytt förslag", by=("eli-sten",), text="bifall till motionen")
    table.put("förslaget", "motion-1", winner="motion-1")
    table.do(ev.Decided, winner="motion-1")
    section = table.section(48)
    assert "Eli Sten (V) yrkar bifall till motionen." in section
    assert under(section, "Tekniska nämndens förslag till kommunfullmäktige") == [
        "Tekniska nämnden föreslår kommunfullmäktige besluta att bifalla motionen."
    ]


def test_r_1001_r_1106_chair_secretary_and_approvers_sign_or_are_named_when_it_is_done_digitally() -> None:
    table = Elsewhere(A)
    table.decide("a")
    table.do(ev.ApproversChosen, persons=("tor-vik",), place="Digital justering")
    signatures = table.printed().split("## Underskrifter")[1].split("## Anslag")[0]
    for signed in ("**Sekreterare**", "Rolf Penn", "**Ordförande**", "Gun Frid (S)", "**Justerare**", "Tor Vik (M)"):
        assert signed in signatures
    assert "Digital justering" in table.printed()


def test_r_1010_the_protocol_is_a_draft_until_it_is_approved() -> None:
    table = Elsewhere(A)
    table.decide("a")
    table.do(ev.MeetingClosed)
    assert "UTKAST – ej justerat" in table.printed()
    table.do(ev.Approved, date=date(2026, 3, 17))
    assert "UTKAST" not in table.printed()
    assert "Justerat 2026-03-17" in table.printed()


def test_r_1104_an_approved_text_is_never_written_over() -> None:
    table = Elsewhere(A)
    table.decide("a")
    table.do(ev.MeetingClosed)
    table.do(ev.Approved, date=date(2026, 3, 17))
    refused = table.refusal(ev.TextWritten(at=table.now, item="a", section="decision", text="Något annat."))
    assert refused is not None
    assert "rättelse" in refused


def test_r_1205_secrecy_is_marked_with_its_provision() -> None:
    table = Elsewhere(replace(A, secrecy="26 kap. 1 § OSL"))
    table.decide("a")
    assert "Sekretess: 26 kap. 1 § OSL" in table.section(48)


def test_r_1301_one_series_a_year_in_the_notation_of_the_style() -> None:
    style = replace(STANDARD, paragraph="TN § {number}/{year}")
    table = Elsewhere(A, B)
    table.decide("b")
    table.decide("a")
    text = table.printed(style)
    assert text.index("## TN § 48/2026 Ärende B") < text.index("## TN § 49/2026 Ärende A")
    assert "§ 80/2020" in load_style("kungalv").paragraph.format(number=80, year=2020)
