"""The whole protocol: what is computed, what is typed over it, what is kept back, and that it is always the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agendas.model import Agenda, Item, Person, with_ids
from exports.as_markdown import markdown
from exports.document import Contents, Document, Heading, Section
from exports.extracts import extract, single
from exports.protocol import editable, generated, protocol
from exports.style import builtin_styles, load_style
from exports.style_model import SECTIONS, Style
from exports.swedish import NBSP
from sessions import events as ev
from tests.exports.reading import read
from tests.exports.scenario import agenda, at, played, vote
from tests.sessions.table import Table

NOW = at(16)
STANDARD = load_style()


def text_of(document: Document) -> str:
    return markdown(document).replace(NBSP, " ")


def full(table: Table, style: Style = STANDARD, *, public: bool = False) -> str:
    return text_of(protocol(table.meeting, style, public=public))


def part(text: str, heading: str) -> str:
    """What stands under a heading, to the next one of the same level or above."""
    level = heading.split(" ")[0]
    lines = text.split("\n")
    start = next(i for i, line in enumerate(lines) if line.startswith(heading))
    ends = (i for i, line in enumerate(lines[start + 1 :], start + 1) if line.startswith("#") and len(line.split(" ")[0]) <= len(level))
    return "\n".join(lines[start : next(ends, len(lines))])


@pytest.fixture(scope="module")
def scenario() -> str:
    return full(played())


# What is computed


@pytest.mark.parametrize(
    "line",
    [
        "Lena Ek (C), 1:e vice ordförande, ej § 84",
        "Anna Holm (S) §§ 82–87",
        "Bo Lund (C) §§ 82–85",
        "Maj Dahl (S), tjg ers. för Ali Noor (S)",
        "Siv Rask (M), tjg ers. för Kurt Varg (SD)",
        "Olle Dahl (C), tjg ers. för Lena Ek (C) § 84, för Bo Lund (C) §§ 86–89",
    ],
)
def test_the_cover_tells_each_person_with_the_paragraphs(scenario: str, line: str) -> None:
    assert f"- {line}\n" in scenario


def test_those_who_never_came_are_not_on_the_cover(scenario: str) -> None:
    assert "- Ali Noor" not in scenario
    assert "Olof Krok" not in scenario


def test_the_cover_tells_the_paragraphs_the_times_and_the_breaks() -> None:
    table = played()
    table.act(ev.MeetingReopened(at=at(15, 50)))
    table.act(ev.MeetingAdjourned(at=at(15, 51), reason="gruppmöte"))
    table.act(ev.MeetingResumed(at=at(16)))
    table.act(ev.MeetingClosed(at=at(16, 10)))
    text = full(table)
    assert "**Paragrafer** §§ 82–89" in text
    assert "- kl. 13.00–16.10\n- ajournering kl. 15.51–16.00" in text


def test_a_section_has_its_parts_in_the_order_of_the_style(scenario: str) -> None:
    section = part(scenario, "## § 84")
    assert [line[4:] for line in section.split("\n") if line.startswith("### ")] == [
        "Beslut",
        "Jäv",
        "Yrkanden",
        "Beslutsgång",
        "Reservation",
        "Beslutet skickas till",
    ]
    assert section.startswith(
        "## § 84 Ansökan om föreningsbidrag 2026\n\nDnr KFN 2026/112\n\n### Beslut\n\nKultur- och fritidsnämnden beslutar"
    )


def test_a_single_point_goes_on_from_its_lead_and_is_a_whole_sentence(scenario: str) -> None:
    assert "Kultur- och fritidsnämnden beslutar att öppettiderna utökas med fyra timmar." in scenario


def test_two_votes_of_a_paragraph_are_told_in_the_order_in_which_they_came(scenario: str) -> None:
    section = part(scenario, "## § 85")
    headings = [line[4:] for line in section.split("\n") if line.startswith("### ")]
    assert headings == ["Beslut", "Yrkanden", "Beslutsgång", "Omröstning", "Beslutsgång", "Omröstning"]
    assert (
        "För att utse motförslag till förvaltningens förslag ställer ordföranden proposition på"
        " Karin Bergs (M) yrkande mot Pia Rös (V) yrkande." in section
    )
    assert (
        "Omröstningsresultat: Med 4 ja-röster mot 1 nej-röst och 6 ledamöter som avstår antas Karin Bergs (M) yrkande som motförslag."
        in section
    )
    assert (
        "Omröstningsresultat: Med 6 ja-röster mot 4 nej-röster och 1 ledamot som avstår"
        " beslutar kultur- och fritidsnämnden enligt förvaltningens förslag." in section
    )
    assert "Ja: Lena Ek (C), Anna Holm (S), Eva Sjö (S), Bo Lund (C), Maj Dahl (S), Per Lind (S)" in section  # the chair last


def test_a_tie_is_told_with_the_casting_vote(scenario: str) -> None:
    section = part(scenario, "## § 88")
    assert "Med 5 ja-röster mot 5 nej-röster" in section
    assert "Vid lika röstetal avgör ordförandens utslagsröst." in section
    assert "Kultur- och fritidsnämnden föreslår kommunfullmäktige besluta att sälja lotter." in section


def test_a_vote_on_today_or_not_says_what_ja_and_nej_mean(scenario: str) -> None:
    section = part(scenario, "## § 86")
    assert "Ja-röst för att ärendet ska avgöras i dag." in section
    assert "Nej-röst för att ärendet ska återremitteras." in section
    assert "Med 7 ja-röster mot 4 nej-röster ska ärendet avgöras i dag." in section


def test_a_vote_may_be_a_table() -> None:
    style = replace(STANDARD, sections=replace(STANDARD.sections, votes="tabell"))
    section = part(full(played(), style), "## § 88")
    assert "| Ledamot | Ja | Nej | Avstår |" in section
    assert "| Karin Berg (M) |  | X |  |" in section
    assert "| Totalt | 5 | 5 | 0 |" in section


def test_a_secret_vote_has_numbers_and_no_names() -> None:
    table = played()
    table.act(ev.MeetingReopened(at=NOW))
    table.act(ev.ItemAdded(at=NOW, item="val", title="Val", kind="val"))
    table.act(ev.ItemOpened(at=NOW, items=("val",)))
    table.act(ev.VoteOpened(at=NOW, yes="Eva Sjö", no="Rut Fors", secret=True))
    table.act(ev.VoteCounted(at=NOW, yes=6, no=3, abstain=0))
    table.act(ev.VoteClosed(at=NOW))
    section = part(full(table), "## § 90")
    assert "Omröstningen är sluten." in section
    assert "Med 6 ja-röster mot 3 nej-röster" in section
    assert "Ja: " not in section


def test_coming_and_going_is_told_where_it_took_effect(scenario: str) -> None:
    assert "Bo Lund (C) lämnar sammanträdet kl. 14.40 efter § 85. Olle Dahl (C) tjänstgör därefter." in part(scenario, "## § 86")
    assert scenario.count("lämnar sammanträdet") == 2


def test_the_one_who_leads_when_the_chair_has_recused_signs_for_it() -> None:
    table = Table(agenda())
    table.everybody()
    table.act(ev.MeetingOpened(at=NOW))
    table.act(ev.ItemOpened(at=NOW, items=("bidrag",)))
    table.act(ev.MemberRecused(at=NOW, persons=("per-lind",)))
    table.act(ev.Decided(at=NOW))
    table.act(ev.ItemOpened(at=NOW, items=("simhall",)))
    table.act(ev.Decided(at=NOW))
    text = full(table)
    assert "Lena Ek (C) leder sammanträdet under § 82." in text
    assert "- Lena Ek (C), 1:e vice ordförande, ordförande § 82" in text
    lines = [line.replace("_", "").replace("  ", " ") for line in text.split("\n") if line.startswith("**Ordförande**")]
    assert lines == ["**Ordförande** Lena Ek (C), § 82", "**Ordförande** Per Lind (S), § 83"]


def test_another_approver_for_one_paragraph_signs_it_alone() -> None:
    table = played()
    table.act(ev.ApproversChosen(at=NOW, persons=("eva-sjo",), items=("bidrag",)))
    text = full(table)
    assert "Eva Sjö (S) utses att justera § 84." in part(text, "## § 84")
    lines = [line.replace("_", "").replace("  ", " ") for line in text.split("\n") if line.startswith("**Justerare** ___")]
    assert lines == ["**Justerare** Karin Berg (M), §§ 82–83, 85–89", "**Justerare** Eva Sjö (S), § 84"]


def test_the_proposal_that_lost_is_in_the_protocol_too() -> None:
    table = played()
    table.act(ev.Corrected(at=NOW, seq=_gavel(table, "simhall"), event=ev.Decided(at=NOW, items=("simhall",), winner="motion-1")))
    section = part(full(table), "## § 85")
    assert "Kultur- och fritidsnämnden beslutar att öppettiderna är oförändrade." in part(section, "### Beslut")
    assert "att öppettiderna utökas med fyra timmar" in part(section, "### Förvaltningens förslag")


def _gavel(table: Table, item: str) -> int:
    decision = table.item(item).decision
    assert decision is not None
    return decision.seq


# What is typed


def test_what_is_typed_over_a_section_stands_in_its_place_and_nothing_else_moves() -> None:
    table = played()
    before = full(table)
    table.act(ev.TextWritten(at=NOW, item="bidrag", section="motions", text="Alla yrkade **olika**."))
    after = full(table)
    assert "### Yrkanden\n\nAlla yrkade **olika**.\n\n### Beslutsgång" in after
    assert "Karin Berg (M) yrkar avslag" not in part(after, "## § 84")
    table.act(ev.TextWritten(at=NOW, item="bidrag", section="motions", text=""))
    assert full(table) == before


def test_every_section_can_be_written_over() -> None:
    for name in SECTIONS:
        table = played()
        table.act(ev.TextWritten(at=NOW, item="bidrag", section=name, text="Här stod det annorlunda."))
        assert ("Här stod det annorlunda." in full(table)) == (name in STANDARD.sections.order), name


def test_a_title_that_is_written_over_stands_in_the_heading_and_in_the_contents() -> None:
    table = played()
    table.act(ev.TextWritten(at=NOW, item="simhall", section="title", text="Simhallen"))
    text = full(table)
    assert "- § 85 Simhallen\n" in text
    assert "## § 85 Simhallen\n" in text


def test_headings_typed_in_a_summary_never_stand_among_those_of_the_protocol() -> None:
    table = played()
    table.act(ev.ItemAmended(at=NOW, item="simhall", field="summary", value="# Stor\n\n## § 99 Falsk\n\nText"))
    document = protocol(table.meeting, STANDARD)
    levels = [b.level for s in document.blocks if isinstance(s, Section) for b in s.blocks if isinstance(b, Heading)]
    assert levels.count(2) == len(table.meeting.numbered)
    assert "#### Stor" in text_of(document)


def test_protocol_text_stands_where_the_style_wants_it_and_is_never_lost() -> None:
    table = played()
    table.act(ev.TextWritten(at=NOW, item="simhall", section="protocol", text="Frågan diskuteras."))
    assert "### Överläggning\n\nFrågan diskuteras." in full(table)
    without = replace(STANDARD, sections=replace(STANDARD.sections, order=("decision",)))
    assert "Frågan diskuteras." in full(table, without)


def test_own_notes_are_in_no_output() -> None:
    table = played()
    table.act(ev.PrivateNoteWritten(at=NOW, item="simhall", text="hemligaste lappen"))
    item = table.item("simhall")
    for style in map(load_style, builtin_styles()):
        for document in (
            protocol(table.meeting, style),
            protocol(table.meeting, style, public=True),
            extract(table.meeting, (item,), style),
            single(table.meeting, item, style),
        ):
            assert "hemligaste" not in text_of(document)


def test_the_editor_of_a_paragraph_gets_what_will_be_printed() -> None:
    table = played()
    item = table.item("bidrag")
    shown = editable(table.meeting, item, STANDARD)
    assert tuple(shown) == STANDARD.sections.order
    assert shown["reservations"] == "Mot beslutet reserverar sig Karin Berg (M) till förmån för eget yrkande."
    assert set(generated(table.meeting, item, STANDARD)) == set(SECTIONS)
    table.act(ev.TextWritten(at=NOW, item="bidrag", section="decision", text=shown["decision"]))
    assert full(table) == full(played())


# What is not there


def test_empty_headings_vanish_unless_the_style_keeps_them(scenario: str) -> None:
    assert [line for line in part(scenario, "## § 83").split("\n") if line.startswith("###")] == ["### Beslut"]
    assert part(full(played(), load_style("norberg")), "## § 83").rstrip().endswith("### Kopia till:")


def test_neighbours_with_the_same_heading_share_it() -> None:
    text = part(full(played(), load_style("ludvika")), "## § 84")
    assert text.count("### Behandling") == 1


def test_a_withdrawn_motion_is_not_printed() -> None:
    table = played()
    table.act(ev.MotionWithdrawn(at=NOW, item="simhall", motion="motion-2"))
    assert "åtta timmar" not in full(table)


def test_a_break_has_no_paragraph_and_no_line() -> None:
    planned = agenda()
    planned = with_ids(replace(planned, items=(Item(title="Lunch", kind="paus"), *planned.items)))
    table = Table(planned)
    table.everybody()
    table.act(ev.MeetingOpened(at=NOW))
    table.act(ev.ItemOpened(at=NOW, items=("lunch",)))
    table.act(ev.TextWritten(at=NOW, item="lunch", section="protocol", text="Soppa."))
    assert "unch" not in full(table)


def test_what_was_said_in_an_item_without_a_number_is_printed_in_its_place() -> None:
    planned = agenda()
    planned = replace(planned, rules=replace(planned.rules, number_formalia=False))
    table = Table(planned)
    table.everybody()
    table.act(ev.MeetingOpened(at=NOW))
    for item in ("bidrag", "dagordning", "simhall"):
        table.act(ev.ItemOpened(at=NOW, items=(item,)))
        table.act(ev.Decided(at=NOW))
    headings = [line for line in full(table).split("\n") if line.startswith("## ")][-3:]
    assert headings == ["## § 82 Ansökan om föreningsbidrag 2026", "## Dagordning", "## § 83 Simhallens öppettider"]


# Draft and approval


def test_a_protocol_is_a_draft_until_it_is_approved() -> None:
    table = played()
    assert protocol(table.meeting, STANDARD).status == "UTKAST – ej justerat"
    assert "Protokollet är justerat" not in full(table)
    table.act(ev.Approved(at=NOW, date=date(2026, 3, 17)))
    document = protocol(table.meeting, STANDARD)
    assert (document.status, document.draft) == ("Justerat 2026-03-17", False)
    assert "Protokollet är justerat 2026-03-17." in text_of(document)


def test_a_paragraph_approved_on_its_own_says_so_and_its_extract_is_no_draft() -> None:
    table = played()
    table.act(ev.Approved(at=NOW, date=date(2026, 3, 13), items=("bidrag",)))
    bidrag, simhall = table.item("bidrag"), table.item("simhall")
    assert "**Justerad 2026-03-13**" in part(full(table), "## § 84")
    assert extract(table.meeting, (bidrag,), STANDARD).status == "Justerat 2026-03-13"
    assert extract(table.meeting, (bidrag, simhall), STANDARD).draft


def test_immediate_approval_is_told_in_the_paragraph_and_makes_its_extract_final() -> None:
    table = played()
    table.act(ev.ImmediatelyApproved(at=at(13, 25), items=("bidrag",)))
    assert "Paragrafen justeras omedelbart." in part(full(table), "## § 84")
    assert extract(table.meeting, (table.item("bidrag"),), STANDARD).status == "Justerat 2026-03-12"


def test_a_correction_after_the_approval_is_visible() -> None:
    table = played()
    table.act(ev.Approved(at=NOW, date=date(2026, 3, 17)))
    table.act(ev.Rectified(at=NOW + timedelta(days=8), item="bidrag", text="Beloppet ska vara 40 000 kronor.", by="sven-skrivare"))
    assert "Rättelse 2026-03-20: Beloppet ska vara 40 000 kronor. (Sven Skrivare)" in part(full(table), "## § 84")


# Papers


def test_an_appendix_of_two_paragraphs_stands_in_both_and_in_the_list() -> None:
    table = played()
    table.act(ev.AppendixAdded(at=NOW, items=("bidrag", "simhall"), title="Skrivelse"))
    text = full(table)
    assert "Bilaga A: Skrivelse" in part(text, "## § 84")
    assert "Bilaga A: Skrivelse" in part(text, "## § 85")
    assert "Bilaga A: Skrivelse (§§ 84–85)" in part(text, "## Bilagor")


def test_an_extract_has_those_who_took_part_in_its_paragraphs_and_is_certified() -> None:
    table = played()
    text = text_of(extract(table.meeting, (table.item("bidrag"),), STANDARD))
    assert text.startswith("# Protokollsutdrag – Kultur- och fritidsnämnden\n\n**UTKAST – ej justerat**")
    assert "- Olle Dahl (C), tjg ers. för Lena Ek (C)\n" in text
    assert "- Bo Lund (C)\n" in text
    assert "## § 84" in text
    assert "## § 85" not in text
    assert text.rstrip().split("\n")[-1].startswith("**Rätt utdraget intygar** ___")


def test_a_single_paragraph_can_be_pasted() -> None:
    table = played()
    document = single(table.meeting, table.item("simhall"), STANDARD)
    assert [type(block).__name__ for block in document.blocks] == ["Section"]
    assert "Beslutande" not in text_of(document)


# The public version

SECRET = "26 kap. 1 § OSL"


def secret_meeting(marks: list[str], style: str) -> Table:
    """A meeting whose second item is secret: every word about it that can be typed is one of the marks."""
    m = iter(marks)
    planned = agenda(style)
    people = (
        *planned.people,
        Person(name=f"{next(m)} {next(m)}", role="gäst", organisation=next(m), title=next(m)),
        Person(name=f"{next(m)} {next(m)}", role="tjänsteperson", title=next(m)),
    )
    presenter = people[-1]
    item = Item(
        title=next(m),
        short_title=next(m),
        id="hemligt",
        reference=next(m),
        proposal=f"1. att {next(m)}\n2. att {next(m)}",
        proposed_by=next(m),
        summary=next(m),
        history=next(m),
        documents=(next(m),),
        recipients=(next(m),),
        presenters=(presenter.name, next(m)),
        subitems=(next(m),),
        secrecy=SECRET,
        exercise_of_authority=True,
    )
    first, second = planned.items[2], planned.items[3]
    table = Table(with_ids(Agenda(meeting=planned.meeting, people=people, rules=planned.rules, items=(first, item, second))))
    t, guest_id = table, table.log.agenda.people[-2].id
    t.everybody("olle-dahl", guest_id, table.log.agenda.people[-1].id)
    t.act(ev.MeetingOpened(at=NOW))
    t.act(ev.ItemOpened(at=NOW, items=("bidrag",)))
    t.act(ev.Decided(at=NOW))
    t.act(ev.PersonArrived(at=NOW, person=guest_id))
    t.act(ev.ItemOpened(at=NOW, items=("hemligt",)))
    t.act(ev.MemberRecused(at=NOW, persons=("per-lind",)))
    t.act(ev.MemberAbstained(at=NOW, person="eva-sjo"))
    t.act(ev.MemberAway(at=NOW, person="rut-fors"))
    t.act(ev.TextWritten(at=NOW, section="protocol", text=next(m)))
    t.act(ev.TextWritten(at=NOW, section="title", text=next(m)))
    t.act(ev.PrivateNoteWritten(at=NOW, text=next(m)))
    t.act(ev.MotionMoved(at=NOW, kind="nytt förslag", by=("lena-ek",), text=f"att {next(m)}"))
    t.act(ev.MotionMoved(at=NOW, kind="bifall", by=("anna-holm",)))
    t.act(ev.QuestionPut(at=NOW, alternatives=("förslaget", "motion-1"), text=next(m)))
    vote(t, NOW, next(m), next(m), {"lena-ek": "ja", "anna-holm": "nej"}, "ja")
    t.act(ev.Decided(at=NOW, text=next(m), to=next(m), reason=next(m)))
    t.act(ev.ReservationMade(at=NOW, persons=("lena-ek",), text=next(m), in_favour_of=next(m)))
    t.act(ev.StatementMade(at=NOW, person="anna-holm", text=next(m)))
    t.act(ev.AppendixAdded(at=NOW, title=next(m), label=next(m)))
    t.act(ev.MeetingAdjourned(at=NOW, reason=next(m)))
    t.act(ev.MeetingResumed(at=NOW))
    t.act(ev.ApproversChosen(at=NOW, persons=("karin-berg",)))
    t.act(ev.ApproversChosen(at=NOW, persons=("jan-strom",), items=("hemligt",)))
    t.act(ev.PersonLeft(at=NOW, person=guest_id))
    t.act(ev.ItemOpened(at=NOW, items=("simhall",)))
    t.act(ev.Decided(at=NOW))
    t.act(ev.MeetingClosed(at=NOW))
    t.act(ev.Approved(at=NOW, date=date(2026, 3, 13)))
    t.act(ev.Rectified(at=NOW, item="hemligt", text=next(m)))
    return table


_MARK = st.text("bcdfghjkvwxz", min_size=12, max_size=16)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(marks=st.lists(_MARK, min_size=45, max_size=45, unique=True), style=st.sampled_from(builtin_styles()))
def test_nothing_of_a_secret_paragraph_is_in_the_public_version(marks: list[str], style: str) -> None:
    table = secret_meeting(marks, style)
    house = load_style(style)
    item = table.item("hemligt")
    whole = full(table, house).casefold()
    assert sum(mark in whole for mark in marks) > 15  # the marks do reach the version that is not public
    for document in (
        protocol(table.meeting, house, public=True),
        extract(table.meeting, (item,), house, public=True),
        single(table.meeting, item, house, public=True),
    ):
        text = text_of(document).casefold()
        assert [mark for mark in marks if mark in text] == []
        for word in ("jäv", "deltog ej", "ej §", "deltar inte", "yrka", "votering", "omröst", "ajourneras", "ordförande §"):
            assert word not in text


def test_a_secret_paragraph_is_a_stub_with_number_ground_and_those_who_served() -> None:
    table = secret_meeting([f"märke{n:03}q" for n in range(45)], "standard")
    text = full(table, public=True)
    stub = part(text, "## § 83")
    assert stub.split("\n\n")[0:2] == [
        "## § 83 Sekretess",
        f"Paragrafen omfattas av sekretess enligt {SECRET} och publiceras inte.",
    ]
    assert "Tjänstgörande: Lena Ek (C), Karin Berg (M)" in stub
    assert "Per Lind" not in stub
    assert "- § 83 Sekretess" in text
    assert "**Sekretess** § 83" in text


def test_a_secret_paragraph_may_be_left_out_but_is_counted_on_the_cover() -> None:
    table = secret_meeting([f"märke{n:03}q" for n in range(45)], "norberg")
    text = full(table, load_style("norberg"), public=True)
    assert "## § 83" not in text
    assert "§§ 82-84, Sekretess: § 83" in text
    contents = [b for s in protocol(table.meeting, load_style("norberg"), public=True).blocks for b in s.blocks if isinstance(b, Contents)]  # type: ignore[union-attr]
    assert len(contents[0].entries) == 2


def test_visitors_are_told_with_the_paragraphs_that_are_not_secret() -> None:
    marks = [f"märke{n:03}q" for n in range(45)]
    table = secret_meeting(marks, "standard")
    seq = next(r.seq for r in table.log.records if isinstance(r.event, ev.PersonLeft))
    guest = table.log.agenda.people[-2].id
    table.act(ev.Corrected(at=NOW, seq=seq, event=ev.PersonLeft(at=NOW, person=guest, after="simhall")))
    lines = [line for line in full(table, public=True).split("\n") if marks[0] in line]
    assert lines == [f"- {marks[0]} {marks[1]}, {marks[3]}, {marks[2]} § 84"]
    lines = [line for line in full(table).split("\n") if marks[0] in line]
    assert lines == [f"- {marks[0]} {marks[1]}, {marks[3]}, {marks[2]} §§ 83–84"]


# Always


NASTY = ("<b>&amp; [x](y) *a* _b_ `c` | # 1. {body}", "[red]§§[/red]", "Å" * 300, "~~x~~ \\ $1")


@pytest.mark.parametrize("nasty", NASTY)
def test_worst_case_texts_are_read_as_they_were_typed(nasty: str) -> None:
    planned = agenda()
    items = tuple(replace(x, title=nasty, documents=(nasty,), recipients=(nasty,), reference=nasty) for x in planned.items[2:3])
    people = tuple(replace(p, name=nasty) if p.role == "ordförande" else p for p in planned.people)
    table = Table(with_ids(replace(planned, items=items, people=people)))
    table.everybody()
    table.act(ev.MeetingOpened(at=NOW))
    table.act(ev.ItemOpened(at=NOW, items=("bidrag",)))
    chair = table.log.agenda.people[0].id
    table.act(ev.MotionMoved(at=NOW, kind="nytt förslag", by=(chair,), text=nasty))
    table.act(ev.Decided(at=NOW, winner="motion-1"))
    for style in map(load_style, builtin_styles()):
        blocks = read(markdown(protocol(table.meeting, style)).replace(NBSP, " "))
        headings = [block[2] for block in blocks if block[0] == "heading"]
        assert any(heading.startswith("§ 82") and heading.endswith(nasty) for heading in headings)
        said = str(blocks).replace("\\\\", "\\")
        assert said.count(nasty) >= 6
        assert "<html" not in said


@pytest.mark.parametrize("name", builtin_styles())
def test_the_same_session_gives_the_same_bytes(name: str) -> None:
    first, second = (markdown(protocol(played(agenda(name)).meeting, load_style(name))) for _ in range(2))
    assert first == second
    assert first.endswith("\n")
    assert not first.endswith("\n\n")


@pytest.mark.parametrize("name", builtin_styles())
def test_there_is_a_protocol_at_every_moment_of_the_meeting(name: str) -> None:
    records = played(agenda(name)).log.records
    for length in range(0, len(records), 7):
        table = Table(agenda(name))
        table.log.extend(records[:length])
        assert "{" not in full(table, load_style(name))


def test_a_vice_chair_who_led_it_all_is_told_so_once() -> None:
    table = Table(agenda())
    table.everybody("per-lind")
    table.act(ev.MeetingOpened(at=NOW))
    for item in ("bidrag", "simhall"):
        table.act(ev.ItemOpened(at=NOW, items=(item,)))
        table.act(ev.Decided(at=NOW))
    assert "- Lena Ek (C), 1:e vice ordförande, tjänstgörande ordförande\n" in full(table)


def test_what_was_decided_before_an_item_was_taken_up_again_is_not_hidden() -> None:
    table = played()
    table.act(ev.MeetingReopened(at=NOW))
    table.act(ev.ItemReopened(at=NOW, item="simhall"))
    table.act(ev.Decided(at=NOW, outcome="bordläggs"))
    section = part(full(table), "## § 85")
    assert "Ärendet bordläggs till nästa sammanträde." in part(section, "### Beslut")
    assert "Tidigare beslut under sammanträdet:\n\nKultur- och fritidsnämnden beslutar att öppettiderna utökas" in section


def test_a_disputed_jav_that_was_found_is_told_with_the_one_who_served_instead() -> None:
    table = Table(agenda())
    table.everybody()
    table.act(ev.MeetingOpened(at=NOW))
    table.act(ev.ItemOpened(at=NOW, items=("bidrag",)))
    table.act(ev.MemberRecused(at=NOW, persons=("rut-fors",), disputed=True))
    table.act(
        ev.RecusalTried(at=NOW, person="rut-fors", found=True),
        ev.SubstituteSeated(at=NOW, substitute="siv-rask", seat_of="rut-fors", items=("bidrag",)),
    )
    table.act(ev.Decided(at=NOW))
    assert part(full(table), "### Jäv").rstrip().split("\n\n")[1:3] == [
        "Fråga uppkommer om Rut Fors (M) är jävig i ärendet.",
        "Kultur- och fritidsnämnden beslutar att jäv föreligger för Rut Fors (M). Siv Rask (M) tjänstgör i stället.",
    ]
