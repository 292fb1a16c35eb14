"""The worked meeting of Kultur- och fritidsnämnden: eleven seats, jäv, three proposals, a tie, people who come and go."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from agendas.model import Agenda, Item, MeetingPlan, Person, Rules, with_ids
from sessions import events as ev
from tests.sessions.table import Table

SWEDEN = ZoneInfo("Europe/Stockholm")

ROSTER = (
    ("Per Lind", "S", "ordförande"),
    ("Lena Ek", "C", "1:e vice ordförande"),
    ("Karin Berg", "M", "2:e vice ordförande"),
    ("Anna Holm", "S", "ledamot"),
    ("Ali Noor", "S", "ledamot"),
    ("Eva Sjö", "S", "ledamot"),
    ("Bo Lund", "C", "ledamot"),
    ("Jan Ström", "M", "ledamot"),
    ("Rut Fors", "M", "ledamot"),
    ("Tim Alm", "V", "ledamot"),
    ("Kurt Varg", "SD", "ledamot"),
    ("Maj Dahl", "S", "ersättare"),
    ("Olof Krok", "S", "ersättare"),
    ("Olle Dahl", "C", "ersättare"),
    ("Pia Rö", "V", "ersättare"),
    ("Siv Rask", "M", "ersättare"),
    ("Sven Skrivare", "", "sekreterare"),
)
ITEMS = (
    Item(title="Val av justerare", kind="formalia", proposal="Karin Berg (M) utses att tillsammans med ordföranden justera protokollet."),
    Item(title="Dagordning", kind="formalia", proposal="att fastställa dagordningen"),
    Item(
        title="Ansökan om föreningsbidrag 2026",
        id="bidrag",
        reference="KFN 2026/112",
        proposed_by="förvaltningen",
        proposal="1. att bevilja Norra IF 40 000 kronor i föreningsbidrag för 2026,\n2. att bidraget finansieras inom nämndens budgetram.",
        recipients=("Norra IF",),
    ),
    Item(title="Simhallens öppettider", id="simhall", proposed_by="förvaltningen", proposal="att öppettiderna utökas med fyra timmar"),
    Item(title="Biblioteksplan", id="bibliotek", proposed_by="förvaltningen", proposal="att anta planen"),
    Item(title="Tillstånd", id="tillstand", proposal="att bevilja tillstånd", exercise_of_authority=True, presenters=("Sven Skrivare",)),
    Item(title="Lotteri", id="lotteri", proposed_by="förvaltningen", proposal="att sälja lotter", decided_by="Kommunfullmäktige"),
    Item(title="Val av utskott", id="utskott", kind="val"),
)


def agenda(style: str = "standard") -> Agenda:
    """The agenda of the meeting."""
    plan = MeetingPlan(
        body="Kultur- och fritidsnämnden",
        municipality="Exempels kommun",
        date=date(2026, 3, 12),
        starts=time(13),
        place="Stadshuset",
        first_paragraph=82,
        seats=11,
        style=style,
        kept_at="Kansliet",
    )
    people = tuple(Person(name=n, party=p, role=r) for n, p, r in ROSTER)  # type: ignore[arg-type]
    return with_ids(Agenda(meeting=plan, people=people, rules=Rules(), items=ITEMS))


def at(hour: int, minute: int = 0) -> datetime:
    """A time of the day of the meeting."""
    return datetime(2026, 3, 12, hour, minute, tzinfo=SWEDEN)


def played(planned: Agenda | None = None) -> Table:
    """The whole meeting, not yet approved."""
    t = Table(planned or agenda())
    t.everybody("ali-noor", "tim-alm", "kurt-varg", "olof-krok")
    now = at(13)
    t.act(ev.MeetingOpened(at=now))
    for substitute, member in (("maj-dahl", "ali-noor"), ("pia-ro", "tim-alm"), ("siv-rask", "kurt-varg")):
        t.act(ev.SubstituteSeated(at=now, substitute=substitute, seat_of=member))
    for item in ("val-av-justerare", "dagordning"):
        t.act(ev.ItemOpened(at=now, items=(item,)))
        t.act(ev.Decided(at=now))
    t.act(ev.ApproversChosen(at=now, persons=("karin-berg",), date=date(2026, 3, 17), time=time(9), place="Kansliet"))
    _grant(t)
    _pool(t)
    t.act(ev.PersonLeft(at=at(14, 40), person="bo-lund"), ev.SubstituteSeated(at=at(14, 40), substitute="olle-dahl", seat_of="bo-lund"))
    _library(t)
    t.act(ev.ItemOpened(at=at(15), items=("tillstand",)))
    t.act(ev.Decided(at=at(15, 5)))
    t.act(ev.PersonLeft(at=at(15, 10), person="anna-holm"))
    _lottery(t)
    t.act(ev.ItemOpened(at=at(15, 30), items=("utskott",)))
    t.act(ev.Elected(at=at(15, 35), office="ledamöter i utskottet", persons=("per-lind", "eva-sjo", "karin-berg")))
    t.act(ev.Decided(at=at(15, 36)))
    t.act(ev.MeetingClosed(at=at(15, 45)))
    return t


def _grant(t: Table) -> None:
    now = at(13, 20)
    t.act(ev.ItemOpened(at=now, items=("bidrag",)))
    t.act(
        ev.MemberRecused(at=now, persons=("lena-ek",)),
        ev.SubstituteSeated(at=now, substitute="olle-dahl", seat_of="lena-ek", items=("bidrag",)),
    )
    t.act(ev.MotionMoved(at=now, kind="avslag", by=("karin-berg",)))
    t.act(ev.MotionMoved(at=now, kind="bifall", by=("per-lind",)))
    t.act(ev.QuestionPut(at=now, form="bifall eller avslag", alternatives=("förslaget", "motion-1")))
    t.act(ev.QuestionAnswered(at=now, winner="förslaget"))
    t.act(ev.Decided(at=now))
    t.act(ev.ReservationMade(at=now, persons=("karin-berg",), in_favour_of="motion-1"))


def _pool(t: Table) -> None:
    now = at(14)
    t.act(ev.ItemOpened(at=now, items=("simhall",)))
    t.act(ev.MotionMoved(at=now, kind="nytt förslag", by=("karin-berg",), text="att öppettiderna är oförändrade"))
    t.act(ev.MotionMoved(at=now, kind="nytt förslag", by=("pia-ro",), text="att öppettiderna utökas med åtta timmar"))
    t.act(ev.QuestionPut(at=now, form="var för sig", alternatives=("förslaget", "motion-1", "motion-2")))
    t.act(ev.QuestionAnswered(at=now, winner="förslaget"))
    t.act(ev.QuestionPut(at=now, kind="motförslag", alternatives=("motion-1", "motion-2")))
    first = dict.fromkeys(("karin-berg", "jan-strom", "rut-fors", "siv-rask"), "ja") | {"pia-ro": "nej"}
    first |= dict.fromkeys(("anna-holm", "maj-dahl", "eva-sjo", "lena-ek", "bo-lund", "per-lind"), "avstår")
    vote(t, now, "motion-1", "motion-2", first)
    t.act(ev.QuestionAnswered(at=now, winner="motion-1", by="votering"))
    t.act(ev.QuestionPut(at=now, alternatives=("förslaget", "motion-1")))
    second = {p: {"avstår": "ja", "ja": "nej", "nej": "avstår"}[choice] for p, choice in first.items()}
    vote(t, now, "förslaget", "motion-1", second)
    t.act(ev.QuestionAnswered(at=now, winner="förslaget", by="votering"))
    t.act(ev.Decided(at=now))


def _library(t: Table) -> None:
    now = at(14, 45)
    t.act(ev.ItemOpened(at=now, items=("bibliotek",)))
    t.act(ev.MotionMoved(at=now, kind="återremiss", by=("karin-berg",), text="att barnperspektivet ska belysas"))
    t.act(ev.QuestionPut(at=now, kind="formell", form="avgöras i dag", alternatives=("avgörs i dag", "motion-1")))
    votes = dict.fromkeys(("anna-holm", "maj-dahl", "eva-sjo", "lena-ek", "olle-dahl", "pia-ro", "per-lind"), "ja")
    vote(t, now, "avgörs i dag", "motion-1", votes | dict.fromkeys(("karin-berg", "jan-strom", "rut-fors", "siv-rask"), "nej"))
    t.act(ev.QuestionAnswered(at=now, winner="avgörs i dag", by="votering"))
    t.act(ev.Decided(at=now))


def _lottery(t: Table) -> None:
    now = at(15, 20)
    t.act(ev.ItemOpened(at=now, items=("lotteri",)))
    t.act(ev.MotionMoved(at=now, kind="avslag", by=("karin-berg",)))
    t.act(ev.QuestionPut(at=now, form="bifall eller avslag", alternatives=("förslaget", "motion-1")))
    votes = dict.fromkeys(("per-lind", "maj-dahl", "eva-sjo", "lena-ek", "olle-dahl"), "ja")
    no = dict.fromkeys(("karin-berg", "jan-strom", "rut-fors", "siv-rask", "pia-ro"), "nej")
    vote(t, now, "bifall", "avslag", votes | no, casting="ja")
    t.act(ev.QuestionAnswered(at=now, winner="förslaget", by="votering"))
    t.act(ev.Decided(at=now))


def vote(t: Table, now: datetime, yes: str, no: str, votes: dict, casting: str = "") -> None:
    """A whole vote by name."""
    t.act(ev.VoteOpened(at=now, yes=yes, no=no))
    for person, choice in votes.items():
        t.act(ev.VoteCast(at=now, person=person, choice=choice))
    t.act(ev.VoteClosed(at=now, casting_vote=casting))  # type: ignore[arg-type]
