"""What has been seen in other municipalities' protocols, carried by record and standard style: motions, votes, decisions, reservations."""

from __future__ import annotations

from dataclasses import replace

from agendas.model import BodyKind, Item
from exports.style_model import SectionName
from sessions import events as ev
from sessions.findings import findings
from sessions.procedure import next_question
from sessions.voting import minority_used
from tests.exports.elsewhere import STANDARD, Elsewhere, headings, under

PLAN = Item(
    title="Cykelplan", id="plan", proposal="1. att anta planen\n2. att avsätta 2 mnkr\n3. att följa upp den 2027", proposed_by="kontoret"
)
MILL = Item(title="Kvarnen", id="kvarn", proposal="att sälja Kvarnen", proposed_by="kommunstyrelsen")
POLICY = Item(
    title="Policy", id="policy", proposal="att anta policyn", proposed_by="kontoret", decided_by=("Kommunstyrelsen", "Kommunfullmäktige")
)


def at_plan(item: Item = PLAN, kind: BodyKind = "nämnd", body: str = "Tekniska nämnden") -> Elsewhere:
    table = Elsewhere(item, kind=kind, body=body)
    table.take(item.id)
    return table


# Motions


def test_first_and_second_hand_are_one_motion_and_the_fallback_falls_with_its_success() -> None:
    table = at_plan()
    table.do(ev.MotionMoved, kind="återremiss", by=("tor-vik",), fallback="motion-2", text="att kostnaden ska utredas")
    table.do(ev.MotionMoved, kind="avslag", by=("tor-vik",))
    table.put("avgörs i dag", "motion-1", kind="formell", form="avgöras i dag", winner="motion-1")
    table.do(ev.Decided, outcome="återremitteras", to="kontoret")
    section = table.section(48)
    assert under(section, "Yrkanden") + under(section, "Yrkande") == [
        "Tor Vik (M) yrkar i första hand att ärendet återremitteras med motiveringen att kostnaden ska utredas"
        " och i andra hand avslag på kontorets förslag."
    ]
    assert under(section, "Beslut") == ["Ärendet återremitteras till kontoret med motiveringen att kostnaden ska utredas."]
    assert findings(table.meeting) == ()


def test_r_622_an_amendment_of_one_point_leaves_the_others() -> None:
    table = at_plan()
    table.do(ev.MotionMoved, kind="ändring", by=("ann-ek",), points=(2,), text="att avsätta 3 mnkr")
    table.put("förslaget", "motion-1", points=(2,), winner="motion-1")
    table.do(ev.Decided, winner="motion-1")
    assert "1. att anta planen\n2. att avsätta 3 mnkr\n3. att följa upp den 2027" in "\n".join(under(table.section(48), "Beslut"))
    assert "Ann Ek (BOAlt) yrkar att punkt 2 ändras till: ”att avsätta 3 mnkr”." in table.section(48)


def test_r_622_a_rejection_of_one_point_leaves_the_others_numbered_anew() -> None:
    table = at_plan()
    table.do(ev.MotionMoved, kind="avslag", by=("ann-ek",), points=(2,))
    table.put("förslaget", "motion-1", points=(2,), form="bifall eller avslag", winner="motion-1")
    table.do(ev.Decided, winner="motion-1")
    section = table.section(48)
    assert under(section, "Beslut") == ["Tekniska nämnden beslutar", "1. att anta planen\n2. att följa upp den 2027"]
    assert (
        "Punkt 2: Ordföranden ställer proposition på bifall mot avslag och finner att tekniska nämnden avslår punkt 2 i kontorets förslag."
        in section
    )


def test_r_622_one_point_amended_and_another_rejected() -> None:
    table = at_plan()
    table.do(ev.MotionMoved, kind="ändring", by=("ann-ek",), points=(1,), text="att anta planen för 2026")
    table.do(ev.MotionMoved, kind="avslag", by=("eli-sten",), points=(3,))
    table.put("förslaget", "motion-1", points=(1,), winner="motion-1")
    table.put("förslaget", "motion-2", points=(3,), form="bifall eller avslag", winner="motion-2")
    table.do(ev.Decided)
    assert under(table.section(48), "Beslut")[1] == "1. att anta planen för 2026\n2. att avsätta 2 mnkr"


def test_a_referral_of_one_part_leaves_the_rest_decided() -> None:
    table = at_plan()
    table.do(ev.MotionMoved, kind="återremiss", by=("siri-moe",), part="etapp 2", text="att den ska kostnadsberäknas")
    table.do(ev.MotionMoved, kind="återremiss", by=("eli-sten",), points=(2,))
    table.do(ev.QuestionPut, kind="formell", form="avgöras i dag", alternatives=("avgörs i dag", "motion-1"))
    table.do(ev.QuestionAnswered, winner="motion-1")
    table.do(ev.Decided, text="1. att anta planen utom etapp 2\n2. att återremittera etapp 2 till kontoret")
    section = table.section(48)
    assert (
        "Siri Moe (LPo) yrkar att ärendet i den del som avser etapp 2 återremitteras med motiveringen att den ska kostnadsberäknas."
        in section
    )
    assert "Eli Sten (V) yrkar att punkt 2 återremitteras." in section
    assert "om ärendet i den del som avser etapp 2 ska avgöras i dag eller återremitteras" in section


def test_the_points_that_are_left_are_decided_when_others_are_referred() -> None:
    table = at_plan()
    table.do(ev.MotionMoved, kind="återremiss", by=("eli-sten",), points=(2,), text="att kostnaden ska utredas")
    table.put("avgörs i dag", "motion-1", kind="formell", form="avgöras i dag", winner="motion-1")
    asked = next_question(table.meeting, table.item("plan"))
    assert asked is not None
    assert asked.kind == "huvudfråga"
    table.put("förslaget", winner="förslaget")
    table.do(ev.Decided)
    assert under(table.section(48), "Beslut") == [
        "Tekniska nämnden beslutar",
        "1. att anta planen\n2. att följa upp den 2027",
        "Punkt 2 återremitteras med motiveringen att kostnaden ska utredas.",
    ]
    assert findings(table.meeting) == ()


def test_r_622_rejected_and_referred_points_and_an_addition_each_by_their_number_in_the_prepared_proposal() -> None:
    table = at_plan()
    table.do(ev.MotionMoved, kind="avslag", by=("ann-ek",), points=(1,))
    table.do(ev.MotionMoved, kind="återremiss", by=("tor-vik",), points=(3,), text="att det ska utredas")
    table.do(ev.MotionMoved, kind="tillägg", by=("siri-moe",), text="att informera kommunstyrelsen")
    table.put("avgörs i dag", "motion-2", kind="formell", form="avgöras i dag", winner="motion-2")
    table.put("förslaget", "motion-1", points=(1,), form="bifall eller avslag", winner="motion-1")
    table.put("motion-3", "avslag", kind="tillägg", form="bifall eller avslag", winner="motion-3")
    table.do(ev.Decided, winner="motion-1")
    assert under(table.section(48), "Beslut") == [
        "Tekniska nämnden beslutar",
        "1. att avsätta 2 mnkr\n2. att informera kommunstyrelsen",
        "Punkt 3 återremitteras med motiveringen att det ska utredas.",
    ]


def test_when_every_point_is_rejected_or_referred_none_is_decided() -> None:
    table = at_plan()
    table.do(ev.MotionMoved, kind="avslag", by=("ann-ek",), points=(1, 2))
    table.do(ev.MotionMoved, kind="återremiss", by=("tor-vik",), points=(3,))
    table.put("avgörs i dag", "motion-2", kind="formell", form="avgöras i dag", winner="motion-2")
    table.put("förslaget", "motion-1", points=(1, 2), form="bifall eller avslag", winner="motion-1")
    table.do(ev.Decided, winner="motion-1")
    assert under(table.section(48), "Beslut") == ["Punkt 3 återremitteras."]


# Questions and votes


def test_two_votes_in_one_paragraph_the_first_on_procedure_are_told_in_turn() -> None:
    table = at_plan()
    table.do(ev.MotionMoved, kind="återremiss", by=("tor-vik",), text="att kostnaden ska utredas")
    table.do(ev.MotionMoved, kind="avslag", by=("bror-ax",))
    table.do(ev.QuestionPut, kind="formell", form="avgöras i dag", alternatives=("avgörs i dag", "motion-1"))
    table.vote("avgörs i dag", "motion-1", (5, 4, 0), "avgörs i dag")
    table.put("förslaget", "motion-2", form="bifall eller avslag")
    table.vote("avslag på kontorets förslag", "bifall till kontorets förslag", (3, 6, 0), "förslaget")
    table.do(ev.Decided)
    section = table.section(48)
    assert headings(section) == ["Beslut", "Yrkanden", "Beslutsgång", "Omröstning", "Beslutsgång", "Omröstning"]
    first, second = section.split("\n### Omröstning")[1:]
    assert "Ja-röst för att ärendet ska avgöras i dag.\n\nNej-röst för att ärendet ska återremitteras." in first
    assert "Med 5 ja-röster mot 4 nej-röster ska ärendet avgöras i dag." in first
    assert "Ja-röst för avslag på kontorets förslag.\n\nNej-röst för bifall till kontorets förslag." in second
    assert "Med 3 ja-röster mot 6 nej-röster beslutar tekniska nämnden enligt kontorets förslag." in second


def test_a_vote_on_a_principle_comes_before_the_matter() -> None:
    table = at_plan()
    table.do(ev.MotionMoved, kind="avslag", by=("bror-ax",))
    table.do(
        ev.QuestionPut,
        kind="annan",
        text="Om cykelbanor ska finansieras med avgifter?",
        alternatives=("att cykelbanor finansieras med avgifter", "att cykelbanor inte finansieras med avgifter"),
    )
    table.vote(
        "att cykelbanor finansieras med avgifter",
        "att cykelbanor inte finansieras med avgifter",
        (2, 7, 0),
        "att cykelbanor inte finansieras med avgifter",
    )
    table.put("förslaget", "motion-1", form="bifall eller avslag", winner="förslaget")
    table.do(ev.Decided)
    section = table.section(48)
    assert "Ordföranden ställer proposition på om cykelbanor ska finansieras med avgifter." in section
    assert "Med 2 ja-röster mot 7 nej-röster beslutar tekniska nämnden att cykelbanor inte finansieras med avgifter." in section
    assert section.index("cykelbanor inte finansieras") < section.index("proposition på bifall mot avslag")


def test_r_908_ja_may_mean_that_the_question_may_not_be_put() -> None:
    item = Item(title="Interpellation om badet", id="inter", kind="interpellation")
    table = at_plan(item, kind="fullmäktige", body="Kommunfullmäktige")
    table.do(
        ev.QuestionPut,
        kind="annan",
        text="om interpellationen får ställas",
        alternatives=("att interpellationen inte får ställas", "att interpellationen får ställas"),
    )
    table.vote("att interpellationen inte får ställas", "att interpellationen får ställas", (3, 6, 0), "att interpellationen får ställas")
    table.do(ev.AnswerGiven, asked_by=("nils-ro",), answered_by=("gun-frid",))
    table.do(ev.Decided, text="Interpellationen är besvarad.")
    section = table.section(48)
    assert "Ja-röst för att interpellationen inte får ställas." in section
    assert "Med 3 ja-röster mot 6 nej-röster beslutar kommunfullmäktige att interpellationen får ställas." in section
    assert "Gun Frid (S) besvarar Nils Ros (-) interpellation." in section


def test_r_613_the_smaller_side_wins_and_cannot_win_so_again() -> None:
    table = at_plan(MILL, kind="fullmäktige", body="Kommunfullmäktige")
    for motive in ("att fler köpare ska tillfrågas", "att priset ska prövas"):
        table.do(ev.MotionMoved, kind="återremiss", by=("siri-moe",), text=motive)
    table.do(ev.QuestionPut, kind="formell", form="avgöras i dag", alternatives=("avgörs i dag", "motion-1"))
    table.vote("avgörs i dag", "motion-1", (6, 3, 0), "motion-1")
    table.do(ev.Decided, outcome="återremitteras", to="kommunstyrelsen", winner="motion-1")
    section = table.section(48)
    assert (
        "Med 6 ja-röster mot 3 nej-röster ska ärendet återremitteras, eftersom minst en tredjedel av de närvarande röstar för det."
        in section
    )
    assert under(section, "Beslut") == ["Ärendet återremitteras till kommunstyrelsen med motiveringen att fler köpare ska tillfrågas."]
    assert minority_used(table.item("kvarn"))
    table.do(ev.ItemReopened, item="kvarn")
    table.do(ev.QuestionPut, kind="formell", form="avgöras i dag", alternatives=("avgörs i dag", "motion-2"))
    table.vote("avgörs i dag", "motion-2", (6, 3, 0), "motion-2")
    assert [f.rule for f in findings(table.meeting) if f.severity == "fel"] == ["R-613"]


def test_r_706_r_707_a_plurality_decides_when_many_abstain() -> None:
    table = at_plan()
    table.do(ev.MotionMoved, kind="nytt förslag", by=("tor-vik",), text="att avvakta")
    table.do(ev.MotionMoved, kind="nytt förslag", by=("eli-sten",), text="att bygga dubbelt")
    table.put("förslaget", "motion-1", "motion-2", form="var för sig", winner="förslaget")
    table.do(ev.QuestionPut, kind="motförslag", alternatives=("motion-1", "motion-2"))
    table.vote("motion-1", "motion-2", (2, 1, 6), "motion-1")
    table.do(ev.QuestionPut, alternatives=("förslaget", "motion-1"))
    table.vote("förslaget", "motion-1", (3, 2, 4), "förslaget")
    table.do(ev.Decided)
    section = table.section(48)
    assert "Med 2 ja-röster mot 1 nej-röst och 6 ledamöter som avstår antas Tor Viks (M) yrkande som motförslag." in section
    assert "Med 3 ja-röster mot 2 nej-röster och 4 ledamöter som avstår beslutar tekniska nämnden enligt kontorets förslag." in section
    assert findings(table.meeting) == ()


# Decisions


def test_r_909_an_own_decision_and_a_proposal_upwards_each_numbered_by_itself() -> None:
    table = at_plan(Item(title="Taxa", id="taxa", proposal="1. att anta taxan\n2. att upphäva den gamla", decided_by="Kommunfullmäktige"))
    table.do(ev.Decided, own="1. att ge kontoret i uppdrag att se över avgifterna\n2. att återrapportering sker i maj")
    section = table.section(48)
    assert headings(section) == ["Beslut", "Tekniska nämndens förslag till kommunfullmäktige"]
    assert under(section, "Beslut") == [
        "Tekniska nämnden beslutar för egen del",
        "1. att ge kontoret i uppdrag att se över avgifterna\n2. att återrapportering sker i maj",
    ]
    assert under(section, "Tekniska nämndens förslag till kommunfullmäktige") == [
        "Tekniska nämnden föreslår kommunfullmäktige besluta",
        "1. att anta taxan\n2. att upphäva den gamla",
    ]
    assert findings(table.meeting) == ()


def test_r_909_a_proposal_names_its_receiver_and_one_to_nobody_says_only_what_it_is() -> None:
    table = at_plan(POLICY)
    table.do(ev.Decided)
    assert headings(table.section(48))[0] == "Tekniska nämndens förslag till kommunstyrelsen"
    assert under(table.section(48), headings(table.section(48))[0]) == [
        "Tekniska nämnden föreslår kommunstyrelsen besluta att anta policyn."
    ]
    table = at_plan(MILL)
    table.do(ev.Decided, proposing=True)
    assert headings(table.section(48))[0] == "Tekniska nämndens förslag till beslut"
    assert under(table.section(48), "Tekniska nämndens förslag till beslut") == ["Tekniska nämnden föreslår besluta att sälja Kvarnen."]


def test_r_909_a_body_that_only_proposes_proposes_to_reject() -> None:
    table = at_plan(POLICY)
    table.do(ev.MotionMoved, kind="avslag", by=("bror-ax",))
    table.put("förslaget", "motion-1", form="bifall eller avslag", winner="motion-1")
    table.do(ev.Decided, outcome="avslag", winner="motion-1")
    assert under(table.section(48), headings(table.section(48))[0]) == [
        "Tekniska nämnden föreslår kommunstyrelsen besluta att avslå kontorets förslag."
    ]
    assert "finner att tekniska nämnden föreslår avslag på kontorets förslag" in table.section(48)


def test_sub_points_of_a_decision_keep_their_letters() -> None:
    table = at_plan(
        Item(
            title="Budget",
            id="budget",
            proposal="1. att anta budgeten\n   a) drift 40 mnkr\n   b) investering 5 mnkr\n2. att följa upp den",
        )
    )
    table.do(ev.Decided)
    assert under(table.section(48), "Beslut")[1] == (
        "1. att anta budgeten\n   - a) drift 40 mnkr\n   - b) investering 5 mnkr\n2. att följa upp den"
    )


# Reservations


def test_r_801_r_804_reservations_of_all_the_kinds_seen() -> None:
    table = at_plan()
    table.do(ev.MotionMoved, kind="ändring", by=("ann-ek",), points=(2,), text="att avsätta 3 mnkr")
    table.do(ev.MotionMoved, kind="avslag", by=("bror-ax", "tor-vik"))
    table.put("förslaget", "motion-2", form="bifall eller avslag")
    table.vote("förslaget", "motion-2", (5, 2, 2), "förslaget")
    table.put("förslaget", "motion-1", points=(2,), winner="förslaget")
    table.do(ev.Decided)
    table.do(ev.ReservationMade, persons=("ann-ek",), points=(2,), in_favour_of="motion-1")
    table.do(ev.ReservationMade, persons=("bror-ax", "tor-vik"), in_favour_of="motion-2", appendix="A")
    table.do(ev.ReservationMade, persons=("nils-ro",))  # abstained
    table.do(ev.ReservationMade, persons=("eli-sten",), to_be_handed_in=True)
    assert under(table.section(48), "Reservation") == [
        "Mot beslutet i punkt 2 reserverar sig Ann Ek (BOAlt) till förmån för eget yrkande.",
        "Mot beslutet reserverar sig Bror Ax (M) och Tor Vik (M) till förmån för eget yrkande. Skriftlig reservation, bilaga A.",
        "Mot beslutet reserverar sig Nils Ro (-).",
        "Mot beslutet reserverar sig Eli Sten (V).",
    ]
    assert [(f.rule, f.item) for f in findings(table.meeting)] == [("R-803", "plan")]


# Elections


def test_resignations_and_by_elections_have_sentences_of_their_own() -> None:
    table = at_plan(Item(title="Avsägelser och fyllnadsval", id="val", kind="avsägelse"), kind="fullmäktige", body="Kommunfullmäktige")
    table.do(ev.Resigned, persons=("Åke Alm (S)",), office="ledamot i barnnämnden")
    table.do(ev.Elected, office="ledamot i barnnämnden", in_place_of="Åke Alm (S)", persons=("Lo Nor (S)",), moves_up=True)
    table.do(ev.Elected, office="ersättare i barnnämnden", in_place_of="Lo Nor (S)", persons=("ida-rox",))
    table.do(ev.Resigned, persons=("tor-vik",))
    table.do(ev.Elected, office="revisor", in_place_of="tor-vik", persons=())
    table.do(ev.Decided)
    assert under(table.section(48), "Beslut") == [
        "Åke Alm (S) befrias från uppdraget som ledamot i barnnämnden.",
        "Lo Nor (S) flyttar upp ett steg till ledamot i barnnämnden efter Åke Alm (S).",
        "Till ersättare i barnnämnden efter Lo Nor (S) utses Ida Rox (S).",
        "Tor Vik (M) befrias från sitt uppdrag.",
        "Val av revisor efter Tor Vik (M) sker vid nästa sammanträde.",
    ]
    assert findings(table.meeting) == ()


def test_r_714_a_proportional_election_tells_votes_and_places_of_the_groups() -> None:
    table = at_plan(Item(title="Val av utskott", id="val", kind="val"))
    table.do(ev.ProportionalDemanded, persons=("bror-ax", "tor-vik", "siri-moe"), places=3)
    persons = ("gun-frid", "ida-rox", "bror-ax")
    values = {"office": "ledamöter i utskottet", "persons": persons, "by": "proportionellt val", "groups": ("Mitten", "Höger", "Lokalt")}
    table.do(ev.Elected, **values, group_votes=(5, 3, 1))
    table.do(ev.Decided)
    section = table.section(48)
    assert "Bror Ax (M), Tor Vik (M) och Siri Moe (LPo) begär att valet ska vara proportionellt." in section
    assert under(section, "Omröstning") == [
        "Valet är proportionellt. Rösterna fördelas så: Mitten 5 röster, Höger 3 röster och Lokalt 1 röst."
        " Platserna fördelas så: Mitten 2 platser, Höger 1 plats och Lokalt 0 platser."
    ]
    assert findings(table.meeting) == ()
    table = at_plan(Item(title="Val av utskott", id="val", kind="val"))
    table.do(ev.Elected, **values, group_votes=(4, 4, 1))
    table.do(ev.Decided)
    assert [(f.rule, f.severity) for f in findings(table.meeting)] == [("R-714", "fel")]


# Styles


def test_another_house_style_says_the_same_facts_in_its_own_words() -> None:
    """An order, headings and phrases that none of the built-in styles has, from a style file alone."""
    phrases = replace(
        STANDARD.phrases,
        vote_both="Ja för {yes} och Nej för {no}.",
        vote_group="{choice}: {person} ({count})",
        motion="{person} föreslår {clause}.",
        decides="{Body} beslutar:",
        reservation="{person} reserverar sig mot beslutet{points}{favour}.",
    )
    order: tuple[SectionName, ...] = ("motions", "procedure", "vote", "reservations", "decision", "recipients")
    style = replace(
        STANDARD,
        phrases=phrases,
        headings=replace(STANDARD.headings, motions="Förslag på sammanträdet", procedure="Propositionsordning", vote="Propositionsordning"),
        singular={},
        sections=replace(STANDARD.sections, order=order, points="streck"),
    )
    table = at_plan()
    table.do(ev.MotionMoved, kind="avslag", by=("tor-vik",))
    table.put("förslaget", "motion-1", form="bifall eller avslag")
    table.vote("förslaget", "motion-1", (7, 2, 0), "förslaget")
    table.do(ev.Decided)
    table.do(ev.ReservationMade, persons=("tor-vik",), points=(1,))
    section = table.section(48, style)
    assert headings(section) == ["Förslag på sammanträdet", "Propositionsordning", "Reservation", "Beslut"]
    assert "Tor Vik (M) föreslår avslag på kontorets förslag." in section
    assert "Ja för bifall till kontorets förslag och Nej för avslag på kontorets förslag." in section
    assert "Nej: Nils Ro (-) och" not in section
    assert "(7)" in section
    assert "Tor Vik (M) reserverar sig mot beslutet i punkt 1." in section
    assert under(section, "Beslut") == ["Tekniska nämnden beslutar:", "- att anta planen\n- att avsätta 2 mnkr\n- att följa upp den 2027"]
