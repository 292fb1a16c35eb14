"""The next agenda from an earlier meeting: what is carried over, what stands, what goes upwards."""

from __future__ import annotations

from datetime import date, time

from agendas.file import parse_agenda
from agendas.intake.following import Handled, abbreviation, next_meeting, targets, upward
from agendas.intake.skeleton import Answers, skeleton
from agendas.intake.taken import commented
from agendas.model import Item, MeetingPlan, Person, Rules

PLAN = MeetingPlan(body="Vård- och omsorgsnämndens arbetsutskott", kind="utskott", date=date(2022, 1, 17), starts=time(13), style="ludvika")
PEOPLE = (
    Person(name="Åsa Bergkvist", party="S", role="ordförande"),
    Person(name="Maria Hugg", role="tjänsteperson", title="ekonom"),
    Person(name="Sara Fredin", role="gäst", organisation="Region Västmanland"),
)
HANDLED = (
    Handled(Item(title="Upprop", kind="formalia", at=time(13)), "avgjort", 1),
    Handled(Item(title="Val av justerare", kind="formalia", proposal="Eva Ek (S) utses att justera."), "avgjort", 2),
    Handled(Item(title="Internbudget 2022"), "avgjort", 3),
    Handled(
        Item(title="Målkort", decided_by="Vård- och omsorgsnämnden", proposal="Målkortet godkänns."), "föreslaget", 5, "Målkortet godkänns."
    ),
    Handled(
        Item(title="Riktlinjer", decided_by=("Vård- och omsorgsnämnden", "Kommunfullmäktige"), history="KS 2021-12-01 § 9"),
        "föreslaget",
        6,
        "1. Riktlinjerna antas.\n2. De följs upp 2023.",
    ),
    Handled(Item(title="Taxor", number="7", at=time(14)), "återremitterat", 7, to="förvaltningen", reason="Underlaget är gammalt."),
    Handled(Item(title="Föreningsbidrag"), "bordlagt", 8),
    Handled(Item(title="Bygglov"), "ej behandlat"),
    Handled(Item(title="Remiss"), "remitterat", 9, to="kommunstyrelsen"),
    Handled(Item(title="Information från förvaltningen", kind="information", subitems=("Ny gruppbostad",)), "avgjort", 10),
    Handled(Item(title="Budgetuppföljning november 2021", kind="information"), "avgjort", 11),
    Handled(Item(title="Övriga frågor", kind="övrigt"), "avgjort", 12),
)


def test_standing_items_come_first_then_what_was_left_and_other_questions_last() -> None:
    made = next_meeting(PLAN, PEOPLE, Rules(), HANDLED, 13).agenda
    assert [x.title for x in made.items] == [
        "Upprop", "Val av justerare", "Information från förvaltningen", "Taxor", "Föreningsbidrag", "Bygglov", "Övriga frågor",
    ]  # fmt: skip
    assert made.meeting.first_paragraph == 13
    assert [p.name for p in made.people] == ["Åsa Bergkvist", "Maria Hugg"]


def test_what_belonged_to_that_day_is_gone_from_standing_items() -> None:
    items = {x.title: x for x in next_meeting(PLAN, PEOPLE, Rules(), HANDLED, 13).agenda.items}
    assert items["Upprop"].at is None
    assert items["Val av justerare"].proposal == ""
    assert items["Information från förvaltningen"].subitems == ()


def test_what_was_postponed_or_referred_back_brings_its_history() -> None:
    items = {x.title: x for x in next_meeting(PLAN, PEOPLE, Rules(), HANDLED, 13).agenda.items}
    assert items["Taxor"].history == "AU 2022-01-17 § 7, återremitterat till förvaltningen"
    assert items["Föreningsbidrag"].history == "AU 2022-01-17 § 8, bordlagt"
    assert items["Bygglov"].history == ""
    assert (items["Taxor"].number, items["Taxor"].at) == ("", None)


def test_every_assumption_is_told_and_the_file_reads_back() -> None:
    made = next_meeting(PLAN, PEOPLE, Rules(), HANDLED, 13)
    said = "\n".join(d.message for d in made.doubts)
    for words in ("4 veckor", "Återremitterades 2022-01-17 – Underlaget är gammalt", "§ 9 Remiss remitterades till kommunstyrelsen"):
        assert words in said
    text = commented(made.agenda, made.doubts, "Nästa.", "SE ÖVER")
    assert parse_agenda(text).agenda == made.agenda
    assert "# SE ÖVER: Nästa datum är okänt" in text


def test_the_paragraphs_begin_again_in_a_new_year() -> None:
    from dataclasses import replace

    assert next_meeting(replace(PLAN, date=date(2022, 12, 13)), PEOPLE, Rules(), HANDLED, 90).agenda.meeting.first_paragraph == 1


def test_what_was_proposed_becomes_the_items_of_the_body_above() -> None:
    made = upward(PLAN, PEOPLE, HANDLED, "Vård- och omsorgsnämnden")
    assert (made.agenda.meeting.body, made.agenda.meeting.kind) == ("Vård- och omsorgsnämnden", "nämnd")
    target, guide = made.agenda.items
    assert (target.title, target.proposal, target.proposed_by, target.chain) == ("Målkort", "Målkortet godkänns.", "arbetsutskottet", ())
    assert target.history == "AU 2022-01-17 § 5"
    assert guide.history == ("KS 2021-12-01 § 9", "AU 2022-01-17 § 6")
    assert guide.chain == ("Kommunfullmäktige",)
    assert [p.text for p in guide.points] == ["Riktlinjerna antas.", "De följs upp 2023."]
    assert targets(HANDLED) == ["Vård- och omsorgsnämnden", "Kommunfullmäktige"]


def test_bodies_have_their_common_short_names_and_else_their_full_ones() -> None:
    assert [abbreviation(b) for b in ("Kommunstyrelsen", "Kommunfullmäktige", "Kommunstyrelsens arbetsutskott", "Socialnämnden")] == [
        "KS", "KF", "AU", "Socialnämnden",
    ]  # fmt: skip


def test_the_skeleton_reads_without_faults_and_says_what_was_answered() -> None:
    loaded = parse_agenda(skeleton(Answers(municipality='Ö"vik', body="Kommunstyrelsen", date=date(2025, 3, 4), starts=time(9, 30))))
    assert loaded.warnings == ()
    plan = loaded.agenda.meeting
    assert (plan.municipality, plan.body, plan.kind, plan.date, plan.starts) == (
        'Ö"vik',
        "Kommunstyrelsen",
        "styrelse",
        date(2025, 3, 4),
        time(9, 30),
    )
