"""One meeting that passes through each of M-1–M-16, said word for word: in the words of a nämnd and of fullmäktige."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

import pytest

from agendas.model import Agenda, Item, MeetingPlan, Person, with_ids
from exports.script import script
from exports.style import load_style
from sessions import events as ev
from tests.exports.scenario import at
from tests.sessions.table import Table

STYLE = load_style()
Said = list[tuple[str, list[str]]]
BODIES = {"nämnd": "Kulturnämnden", "fullmäktige": "Kommunfullmäktige"}
ROSTER = (
    ("Per Lind", "S", "ordförande"),
    ("Lena Ek", "C", "1:e vice ordförande"),
    ("Karin Berg", "M", "2:e vice ordförande"),
    ("Eva Sjö", "S", "ledamot"),
    ("Lars Max", "S", "ledamot"),
    ("Maj Dahl", "C", "ersättare"),
    ("Ulla Ny", "", "tjänsteperson"),
)


def meeting(kind: str) -> Table:
    """Five members and a substitute; a budget with three proposals, a plan, a tax, a loan."""
    proposer = "kommunstyrelsen" if kind == "fullmäktige" else "förvaltningen"
    items = (
        Item(title="Val av justerare", kind="formalia"),
        Item(title="Godkännande av dagordning", kind="formalia"),
        *(
            Item(title=title, proposal=f"att {title.lower()} godkänns", proposed_by=proposer, presenters=("Ulla Ny",))
            for title in ("Plan", "Taxa", "Budget", "Lån", "Bidrag", "Policy")
        ),
    )
    plan = MeetingPlan(body=BODIES[kind], kind=kind, date=date(2026, 3, 12), starts=time(13), first_paragraph=1, seats=5)  # type: ignore[arg-type]
    people = tuple(Person(name=n, party=p, role=r) for n, p, r in ROSTER)  # type: ignore[arg-type]
    return Table(with_ids(Agenda(meeting=plan, people=people, items=items)))


def passed_through(kind: str) -> Said:
    """Every script that is new at each step of the meeting: its code and its lines."""
    t = meeting(kind)
    told: Said = []
    for _ in _steps(t):
        for part in script(t.meeting, STYLE, at(15, 30), reservations=True):
            now = (part.code, str(part).splitlines())
            if now not in told:
                told.append(now)
    return told


def _steps(t: Table) -> Iterator[None]:
    now = at(13)
    yield None  # M-1
    t.everybody()
    t.act(ev.MeetingOpened(at=now))
    yield None  # M-2
    t.act(ev.ItemOpened(at=now, items=("val-av-justerare",)))
    t.act(ev.ApproversChosen(at=now, persons=("karin-berg", "eva-sjo"), date=date(2026, 3, 17), time=time(9)))
    yield None  # M-3
    t.act(ev.Decided(at=now))
    t.act(ev.ItemOpened(at=now, items=("godkannande-av-dagordning",)))
    yield None  # M-4
    t.act(ev.Decided(at=now))
    t.act(ev.ItemOpened(at=now, items=("plan",)))
    yield None  # M-5
    t.act(ev.Decided(at=now))
    # M-6, M-8, M-9 and M-14: two proposals, a vote that ends in a tie, somebody who may want to reserve
    t.act(ev.ItemOpened(at=now, items=("taxa",)))
    t.act(ev.PersonLeft(at=now, person="maj-dahl"))
    t.act(ev.MotionMoved(at=now, kind="avslag", by=("lars-max",)))
    yield None
    t.act(ev.QuestionPut(at=now, form="bifall eller avslag", alternatives=("förslaget", "motion-1")))
    t.act(ev.VoteOpened(at=now, yes="förslaget", no="avslag"))
    yield None
    for person, choice in (("lena-ek", "nej"), ("karin-berg", "ja"), ("eva-sjo", "avstår"), ("lars-max", "nej"), ("per-lind", "ja")):
        t.act(ev.VoteCast(at=now, person=person, choice=choice))  # type: ignore[arg-type]
    yield None
    t.act(
        ev.VoteClosed(at=now, casting_vote="ja"),
        ev.QuestionAnswered(at=now, winner="förslaget", by="votering"),
        ev.Decided(at=now),
    )
    yield None
    # M-7: three proposals, the choice of a rival, the vote; M-12 after it
    t.act(ev.ItemOpened(at=now, items=("budget",)))
    t.act(ev.MotionMoved(at=now, kind="nytt förslag", by=("karin-berg",), text="att skatten sänks"))
    t.act(ev.MotionMoved(at=now, kind="nytt förslag", by=("lena-ek",), text="att skatten höjs"))
    t.act(ev.MotionMoved(at=now, kind="tillägg", by=("eva-sjo",), text="att budgeten följs upp"))
    yield None
    t.act(ev.QuestionPut(at=now, form="var för sig", alternatives=("förslaget", "motion-1", "motion-2")))
    t.act(ev.QuestionAnswered(at=now, winner="förslaget"))
    yield None
    t.act(ev.Decided(at=now))
    # M-10: referral that is moved without its motive, and then with it
    t.act(ev.ItemOpened(at=now, items=("lan",)))
    t.act(ev.MotionMoved(at=now, kind="återremiss", by=("karin-berg",), to_be_handed_in=True))
    yield None
    t.act(ev.LateTextReceived(at=now, of="motion-1", text="att räntan ska utredas"))
    yield None
    t.act(ev.QuestionPut(at=now, kind="formell", form="avgöras i dag", alternatives=("avgörs i dag", "motion-1")))
    t.act(ev.QuestionAnswered(at=now, winner="motion-1"))
    t.act(ev.Decided(at=now, outcome="återremitteras", winner="motion-1"))
    # M-11: jäv, disputed and not; M-13 in the middle of it
    t.act(ev.ItemOpened(at=now, items=("bidrag",)))
    t.act(ev.MemberRecused(at=now, persons=("eva-sjo",), disputed=True))
    yield None
    t.act(ev.RecusalTried(at=now, person="eva-sjo", found=False))
    t.act(ev.MemberRecused(at=now, persons=("lena-ek",)))
    yield None
    t.act(ev.MeetingAdjourned(at=at(14), until=at(14, 20)))
    yield None
    t.act(ev.MeetingResumed(at=at(14, 20)))
    t.act(ev.Decided(at=at(14, 25)))
    yield None
    # M-15 and M-16
    t.act(ev.ItemAmended(at=at(14, 30), item="policy", field="immediate_approval", value=True))
    t.act(ev.ItemOpened(at=at(14, 30), items=("policy",)))
    t.act(ev.Decided(at=at(14, 35)))
    yield None
    t.act(ev.ImmediatelyApproved(at=at(14, 40)))
    yield None


SAID = """\
[M-1]
Härmed förklarar jag sammanträdet öppnat.
⚒
Välkomna.
[M-2]
Sekreteraren förrättar upprop.
…
Vi är 5 tjänstgörande av 5 ledamöter och {organ} är {able}. Uppropet är därmed avslutat.
⚒
[M-3]
Till justerare föreslås Karin Berg (M), med Eva Sjö (S) som ersättare. Kan {organ} utse Karin Berg (M)?
N: Ja.
Svaret är ja.
⚒
Justering sker 2026-03-17 kl. 09.00.
[M-4]
Finns det tillägg eller ändringar?
…
Kan vi fastställa dagordningen?
N: Ja.
Svaret är ja.
⚒
Är det någon som vill anmäla jäv i något ärende?
[M-5]
Vi går till ärende 3, Plan. Ordet till Ulla Ny.
…
Ordet är fritt.
…
Ingen mer begär ordet. Jag förklarar överläggningen avslutad. Är {organ} {ready} att gå till beslut?
N: Ja.
Det finns ett förslag, {whose}. {asks} enligt {whose} förslag?
N: Ja.
Jag finner att {organ} beslutar enligt {whose} förslag.
(paus)
⚒
[M-5]
Ingen mer begär ordet. Jag förklarar överläggningen avslutad. Är {organ} {ready} att gå till beslut?
N: Ja.
[M-6]
Jag har uppfattat två förslag: {whose} förslag och Lars Max (S) yrkande om avslag. Är det rätt uppfattat?
N: Ja.
⚒
Jag ställer förslagen mot varandra. De som bifaller {whose} förslag säger ja.
N: Ja!
De som bifaller Lars Max (S) yrkande säger ja.
N: Ja!
Jag finner att {organ} beslutar enligt …
(paus; votering begärs → M-8)
⚒
[M-8]
Votering är begärd och ska verkställas. Ja-röst för bifall till {whose} förslag, \
nej-röst för avslag på {whose} förslag. Kan omröstningsordningen godkännas?
N: Ja.
⚒
Sekreteraren ropar upp. Svara ja, nej eller avstår.
…
Har alla avgett sin röst? Omröstningen är avslutad.
⚒
[M-8]
Har alla avgett sin röst? Omröstningen är avslutad.
⚒
[M-9]
Röstetalet är lika, 2 mot 2. Jag har röstat ja och min utslagsröst avgör. {Organ} har beslutat enligt {whose} förslag.
⚒
[M-14]
Vill någon reservera sig eller lämna protokollsanteckning?
…
Noteras. Skriftlig motivering lämnas före justeringen.
[M-5]
Vi går till ärende 5, Budget. Ordet till Ulla Ny.
[M-7]
Det finns tre förslag: {whose} förslag, Karin Bergs (M) yrkande och Lena Eks (C) yrkande. \
Jag föreslår att de prövas vart för sig. Kan propositionsordningen godkännas?
N: Ja.
⚒
Bifaller {organ} {whose} förslag? … Karin Bergs (M) yrkande? … Lena Eks (C) yrkande?
Jag finner att {organ} bifaller …
Om votering begärs:
Votering är begärd och ska verkställas. {Whose} förslag är huvudförslag. \
För att utse motförslag ställer jag Karin Bergs (M) yrkande mot Lena Eks (C) yrkande.
Ska Karin Bergs (M) yrkande vara motförslag? … Ska Lena Eks (C) yrkande vara motförslag?
Jag finner att … är motförslag.
(votering kan begäras även här: ja för Karin Bergs (M) yrkande, nej för Lena Eks (C) yrkande)
⚒
[M-7]
Jag finner att {organ} beslutar enligt {whose} förslag.
(paus)
⚒
[M-12]
Då återstår Eva Sjös (S) tilläggsyrkande. Bifaller {organ} tilläggsyrkandet? … Avslår {organ} tilläggsyrkandet?
Jag finner att tilläggsyrkandet …
⚒
[M-10]
Hur lyder motiveringen?
…
Det finns ett yrkande om återremiss. Jag prövar först om ärendet ska avgöras i dag.
Ska ärendet avgöras i dag? … Ska ärendet återremitteras?
Jag finner att ärendet ska avgöras i dag.
⚒
Annars:
Ärendet återremitteras.
⚒
[M-10]
Det finns ett yrkande om återremiss. Jag prövar först om ärendet ska avgöras i dag.
Ska ärendet avgöras i dag? … Ska ärendet återremitteras?
Jag finner att ärendet ska avgöras i dag.
⚒
Annars:
Ärendet återremitteras med motiveringen att räntan ska utredas.
⚒
[M-11]
Fråga har uppkommit om Eva Sjö (S) är jävig.{out_eva} Anser {organ} att jäv föreligger?
…
Jag finner att jäv … föreligger.
⚒
[M-5]
Vi går till ärende 7, Bidrag. Ordet till Ulla Ny.
…
Ordet är fritt.
…
Ingen mer begär ordet. Jag förklarar överläggningen avslutad. Är {organ} {ready} att gå till beslut?
N: Ja.
Det finns ett förslag, {whose}. {asks} enligt {whose} förslag?
N: Ja.
Jag finner att {organ} beslutar enligt {whose} förslag.
(paus)
⚒
[M-11]
Noteras.{out_lena}
[M-13]
Sammanträdet ajourneras till kl. 14.20.
⚒
…
Sammanträdet återupptas. Vi är 4 tjänstgörande.
⚒
{back}[M-5]
Vi går till ärende 8, Policy. Ordet till Ulla Ny.
[M-15]
Kan {organ} besluta att paragrafen justeras omedelbart?
N: Ja.
⚒
Sekreteraren läser den skrivna texten; ordföranden och justeraren skriver under.
[M-16]
Finns det något ytterligare, till exempel en reservation som inte är anmäld?
…
Dagordningen är genomgången. Jag förklarar sammanträdet avslutat kl. 15.30.
⚒
"""
"""Section 15 of the law in brief, with the names and proposals of this meeting."""

WORDS = {
    "nämnd": {
        "organ": "kulturnämnden",
        "Organ": "Kulturnämnden",
        "whose": "förvaltningens",
        "Whose": "Förvaltningens",
        "able": "beslutför",
        "ready": "beredd",
        "asks": "Beslutar kulturnämnden",
        "out_eva": " Eva Sjö (S) lämnar lokalen.",
        "out_lena": " Lena Ek (C) lämnar lokalen.",
        "back": "[M-11]\nLena Ek (C) återinträder.\n",
    },
    "fullmäktige": {  # nobody leaves the room there, and it is asked whether it can (M-5)
        "organ": "kommunfullmäktige",
        "Organ": "Kommunfullmäktige",
        "whose": "kommunstyrelsens",
        "Whose": "Kommunstyrelsens",
        "able": "beslutfört",
        "ready": "berett",
        "asks": "Kan kommunfullmäktige besluta",
        "out_eva": "",
        "out_lena": "",
        "back": "",
    },
}


@pytest.mark.parametrize("kind", BODIES)
def test_every_script_of_a_whole_meeting_is_said_word_for_word(kind: str):
    told = passed_through(kind)
    lines = [line for code, part in told for line in (f"[{code}]", *part)]
    assert lines == SAID.format(**WORDS[kind]).splitlines()
    assert {code for code, _ in told} == {f"M-{number}" for number in range(1, 17)}
