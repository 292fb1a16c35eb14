"""The five published documents, counted by hand: what must come through of each."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from agendas.file import parse_agenda
from agendas.intake import Taken, take, taken_toml
from agendas.intake.reading import read_source
from agendas.intake.roster import people_of
from agendas.model import Item

NAMES = {
    "kungälv": "000_0231378b242c27f7.txt",
    "norberg": "001_aba2478b137aba9e.txt",
    "herrljunga": "002_71a42323f05a3944.txt",
    "kungsbacka": "003_b410e46b45303ca0.txt",
    "ludvika": "004_123806caf54ccba5.txt",
}


def seed(shared: Path, name: str) -> Taken:
    return take(shared / "seeds" / NAMES[name])


def numbered(taken: Taken) -> dict[str, Item]:
    return {x.number: x for x in taken.agenda.items if x.number}


@pytest.mark.parametrize("name", NAMES)
def test_every_seed_gives_a_file_that_reads_as_the_same_agenda_without_warnings(name: str, shared: Path) -> None:
    taken = seed(shared, name)
    loaded = parse_agenda(taken_toml(taken))
    assert loaded.agenda == taken.agenda
    assert loaded.warnings == ()


def test_herrljunga_has_its_head(shared: Path) -> None:
    plan = seed(shared, "herrljunga").agenda.meeting
    assert (plan.municipality, plan.body, plan.kind) == ("Herrljunga kommun", "Socialnämnden", "nämnd")
    assert (plan.date, plan.starts) == (date(2021, 9, 28), time(13, 15))
    assert (plan.place, plan.approvers, plan.approval) == ("Nossan (A-salen), kommunhuset", ("Carina Fredriksen (S)",), "direktjustering")


def test_herrljunga_has_its_ten_numbered_items_with_times_dnr_presenters_and_who_decides(shared: Path) -> None:
    found = numbered(seed(shared, "herrljunga"))
    assert list(found) == [str(n) for n in range(1, 11)]
    clock = ["13.20", "13.25", "13.35", "13.50", "14.10", "14.25", "14.35", "14.40", "14.50", "14.55"]
    assert [f"{x.at:%H.%M}" for x in found.values()] == clock
    references = ["", "", "SN 126/2021", "", "SN 9/2021", "SN 4/2021", "SN 119/2021", "SN 102/2021", "SN 127/2021", ""]
    assert [x.reference for x in found.values()] == references
    assert [x.chain for x in found.values()] == [(), (), (), (), ("Kommunstyrelsen",), ("Kommunfullmäktige",), (), (), (), ()]
    assert [x.kind for x in found.values()] == ["beslut", *["information"] * 3, *["beslut"] * 5, "information"]
    assert found["8"].presenters == ("SAS/kvalitetssamordnare",)
    assert [x.handouts for x in found.values()] == ["", "", "bifogas", "", *["bifogas"] * 5, ""]


def test_herrljunga_has_its_unnumbered_formalia_notices_and_delegated_decisions(shared: Path) -> None:
    agenda = seed(shared, "herrljunga").agenda
    assert [x.title for x in agenda.items[:3]] == ["Sammanträdets öppnande", "Upprop", "Val av justerare och tid för justering"]
    assert not agenda.rules.number_formalia
    notices, delegated = agenda.items[-2:]
    assert [x.kind for x in (notices, delegated)] == ["anmälan", "anmälan"]
    assert [(m.title, m.reference) for m in notices.matters] == [
        ("Domar inkomna under tidsperioden 2021-08-24–2021-09-27", ""),
        ("Protokoll från FSG 2021-09-23", "SN 23/2021"),
    ]
    assert [m.text for m in notices.matters] == ["Handlingarna presenteras vid sammanträdet.", "Handlingarna bifogas."]
    assert len(delegated.matters) == 1


def test_herrljunga_has_its_tjansteskrivelser_at_their_items(shared: Path) -> None:
    found = numbered(seed(shared, "herrljunga"))
    assert [n for n, x in found.items() if x.proposal] == ["5", "6", "7", "8", "9"]
    assert found["5"].proposal == "Socialnämnden godkänner delårsrapporten."
    assert found["5"].documents == ("Tjänsteskrivelse i ärendet daterad 2021-09-16", "Delårsrapport per 2021-08-31")
    assert found["5"].recipients == ("Kommunstyrelsen",)
    assert found["9"].proposed_by == "ordföranden"
    assert found["9"].points[0].text.startswith("Förvaltningen får i uppdrag att inleda ett arbete")
    assert "### Bakgrund" in found["5"].summary
    assert "| Summa kostnader | 204 736 | 199 311 | 288 582 | 307 816 | -19 234 |" in found["5"].summary
    assert "| 15.4 |" in found["7"].summary  # the table goes on over three pages with letterheads
    assert "Växtkraft" not in "".join(x.summary for x in found.values())  # an appendix


def test_herrljunga_tells_what_it_assumed_and_what_it_left_out(shared: Path) -> None:
    taken = seed(shared, "herrljunga")
    told = "\n".join(taken.told())
    for said in ("2021 antogs", "Carina Fredriksen (S) föreslås", "mallens text", "Första lediga §", "sidhuvuden", "Till Socialnämnden"):
        assert said in told
    assert all("\n" not in line for line in taken.told())
    text = taken_toml(taken)
    assert "# TVEKSAMT: Årtalet står inte i datumet" in text.split("date = 2021-09-28")[0].rsplit("\n", 2)[1]


def test_kungsbacka_has_every_tjansteskrivelse_with_dnr_and_proposal(shared: Path) -> None:
    items = seed(shared, "kungsbacka").agenda.items
    assert [(x.reference, len(x.points), len(x.documents), len(x.recipients)) for x in items] == [
        ("VO-2024-00141", 1, 1, 2),
        ("VO 2023-00111", 3, 1, 0),
        ("VO-2024-00161", 2, 2, 0),
        ("VO-2024-00167", 3, 2, 1),
        ("", 1, 2, 1),  # published without a Dnr, as are the two below
        ("", 1, 8, 2),
        ("VO-2023-00148", 1, 2, 0),
        ("VO-2023-00252", 0, 0, 2),  # a decision of the chair, to be reported
        ("VO-2024-00004", 1, 1, 0),
        ("", 1, 1, 0),
    ]
    assert items[3].immediate_approval
    assert [x.kind for x in items[-3:]] == ["anmälan"] * 3
    assert [len(x.matters) for x in items[-2:]] == [15, 19]
    assert "| 2023-08-10 | Särskilt boende/medflytt | Platsbrist |" in items[0].summary
    assert all(x.summary for x in items)


def test_kungsbacka_has_the_body_the_day_and_those_who_signed(shared: Path) -> None:
    agenda = seed(shared, "kungsbacka").agenda
    assert (agenda.meeting.body, agenda.meeting.municipality) == ("Nämnden för Vård & Omsorg", "Kungsbacka kommun")
    assert agenda.meeting.date == date(2024, 5, 14)
    assert (agenda.people[0].label, agenda.people[0].role) == ("Hravn Forsne (M)", "ordförande")
    assert {p.name for p in agenda.people if p.role == "tjänsteperson"} == {
        "Arian Faily", "Pia Berglund", "Annica Sommar", "Annakarin Svennebjerg", "Anna Lena Johnsson",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "members", "substitutes", "secretary", "others", "paragraphs", "references"),
    [
        ("kungälv", 6, 0, "Karin Ek Thorbjörnsson", 6, (80, 11), 0),
        ("norberg", 4, 1, "Cecilia Eriksson", 7, (224, 21), 13),
        ("ludvika", 5, 0, "Åsa Engberg", 4, (1, 14), 14),
    ],
)
def test_a_protokoll_gives_its_roster_its_items_and_their_dnr(
    name: str, members: int, substitutes: int, secretary: str, others: int, paragraphs: tuple[int, int], references: int, shared: Path
) -> None:
    agenda = seed(shared, name).agenda
    assert sum(p.is_member for p in agenda.people) == members
    assert sum(p.is_substitute for p in agenda.people) == substitutes
    assert [p.name for p in agenda.people if p.role == "sekreterare"] == [secretary]
    assert sum(p.role in {"tjänsteperson", "gäst"} for p in agenda.people) == others
    assert (agenda.meeting.first_paragraph, len(agenda.items)) == paragraphs
    assert sum(bool(x.reference) for x in agenda.items) == references
    assert not any(x.proposal for x in agenda.items)


@pytest.mark.parametrize("name", ["kungälv", "norberg", "ludvika"])
def test_a_protokoll_serves_as_a_roster(name: str, shared: Path) -> None:
    source = read_source(shared / "seeds" / NAMES[name])
    assert people_of(source) == tuple(p for p in people_of(source))
    assert any(p.role == "ordförande" for p in people_of(source))


@pytest.mark.parametrize("name", ["kungälv", "norberg", "ludvika"])
def test_the_people_of_a_protokoll_are_those_of_the_complete_agenda(name: str, shared: Path) -> None:
    from agendas.file import read_agenda

    complete = read_agenda(next((shared / "seeds" / "agendas").glob(f"{name.replace('ä', 'a')}-*.toml"))).agenda
    found = {p.name: p for p in seed(shared, name).agenda.people}
    for person in complete.people:
        assert person.name in found
        assert found[person.name].party == person.party
        assert found[person.name].is_member == person.is_member


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        # items, with a number or §, with a time, with a Dnr, with a proposal, points, documents, matters below, presenters, people
        ("herrljunga", (15, 10, 11, 6, 5, 5, 9, 3, 13, 7)),
        ("kungsbacka", (10, 0, 0, 7, 9, 14, 20, 34, 0, 6)),
        ("kungälv", (11, 11, 0, 0, 0, 0, 0, 0, 0, 13)),
        ("norberg", (21, 21, 0, 13, 0, 0, 0, 0, 0, 13)),
        ("ludvika", (14, 14, 0, 14, 0, 0, 0, 0, 0, 10)),
    ],
)
def test_what_came_through_of_each_seed_is_what_a_person_counts_in_it(name: str, counted: tuple[int, ...], shared: Path) -> None:
    taken = seed(shared, name)
    agenda, items = taken.agenda, taken.agenda.items
    paragraphs = agenda.meeting.first_paragraph != 1 or name == "ludvika"
    assert (
        len(items),
        len(items) if paragraphs else sum(bool(x.number) for x in items),
        sum(x.at is not None for x in items),
        sum(bool(x.reference) for x in items),
        sum(bool(x.proposal) for x in items),
        sum(len(x.points) for x in items),
        sum(len(x.documents) for x in items),
        sum(len(x.matters) for x in items),
        sum(bool(x.presenters) for x in items),
        len(agenda.people),
    ) == counted
