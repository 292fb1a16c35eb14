"""Herrljunga's timed agenda against a clock that does not keep to it: every figure is worked out by hand beside it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from agendas.examples import example_paths
from agendas.file import read_agenda
from agendas.model import Agenda, Item, MeetingPlan, with_ids
from sessions import events as ev
from sessions.order import open_item
from sessions.timing import elapsed, forecast, local_zone, timetable
from tests.sessions.table import Table

SWEDEN = ZoneInfo("Europe/Stockholm")


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2021, 9, 28, hour, minute, tzinfo=SWEDEN)


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


class Timed(Table):
    """A table at which the forecast can be read as one line."""

    def times(self, hour: int, minute: int) -> str:
        """The start of each coming item, then the end."""
        found = timetable(self.meeting, at(hour, minute))
        coming = [f"{x.forecast:%H.%M}" for x in found.items.values() if x.forecast]
        return " ".join((*coming, f"→ {found.ends:%H.%M}" if found.ends else "→ ?"))


class Herrljunga(Timed):
    """The meeting of 28 September 2021, whose end is not in the agenda: it was set to 15.10 when it opened."""

    def __init__(self) -> None:
        super().__init__(read_agenda(example_paths()["herrljunga"]).agenda)
        self.everybody()
        self.act(ev.MeetingOpened(at=at(13, 15)))
        self.act(ev.MeetingAmended(at=at(13, 15), field="ends", value=time(15, 10)))
        self.ids = [x.id for x in self.log.agenda.items]

    def id(self, start: str) -> str:
        return next(x.id for x in self.meeting.items.values() if x.item.title.startswith(start))

    def open(self, start: str, hour: int, minute: int) -> None:
        self.act(*open_item(self.meeting, self.id(start), at(hour, minute)))

    def decide(self, hour: int, minute: int) -> None:
        self.act(ev.Decided(at=at(hour, minute)))

    def drift(self, hour: int, minute: int) -> int:
        found = timetable(self.meeting, at(hour, minute)).drift
        assert found is not None
        return round(found / minutes(1))


def test_herrljunga_played_with_delays_a_withdrawn_item_an_extra_item_and_an_adjournment():
    # The plan: 13.15 öppnande, upprop, justerare (1, 2 and 2 minutes); 13.20 dagordning; 13.25 förvaltningen informerar; 13.35 skrivelse;
    # 13.50 LSS; 14.10 delårsrapport; 14.25 budget; 14.35 delegering; 14.40 avvikelser; 14.50 utbetalningar; 14.55 återrapport,
    # meddelanden and delegeringsbeslut share what is left to 15.10: 5 minutes each.
    t = Herrljunga()
    assert t.times(13, 15) == "13.15 13.16 13.18 13.20 13.25 13.35 13.50 14.10 14.25 14.35 14.40 14.50 14.55 15.00 15.05 → 15.10"
    assert t.drift(13, 15) == 0

    # Nine minutes for the first three: dagordning opens at 13.24 and has 5 minutes, so all that follows is 4 minutes late …
    t.open("Sammanträdets", 13, 15)
    t.open("Upprop", 13, 17)
    t.open("Val av", 13, 21)
    t.open("Godkännande", 13, 24)
    assert t.times(13, 24) == "13.29 13.39 13.54 14.14 14.29 14.39 14.44 14.54 14.59 15.04 15.09 → 15.14"
    assert t.drift(13, 24) == 4

    # … and is decided after one minute: ready at 13.25, which is promised. Nothing is late.
    t.decide(13, 25)
    assert t.times(13, 25) == "13.25 13.35 13.50 14.10 14.25 14.35 14.40 14.50 14.55 15.00 15.05 → 15.10"
    assert t.drift(13, 25) == 0

    # Förvaltningen (10 minutes) has gone on for 22 at 13.47: skrivelse cannot begin before now, 12 minutes after its 13.35.
    t.open("Socialförvaltningen", 13, 25)
    assert t.times(13, 47) == "13.47 14.02 14.22 14.37 14.47 14.52 15.02 15.07 15.12 15.17 → 15.22"
    assert t.drift(13, 47) == 12
    spoken = timetable(t.meeting, at(13, 47)).items[t.id("Socialförvaltningen")]
    assert (spoken.elapsed, spoken.remaining, spoken.overrun) == (minutes(22), minutes(0), minutes(12))
    assert (spoken.planned, spoken.started) == (at(13, 25), at(13, 25))

    # LSS (20 minutes) is withdrawn: delårsrapport could begin 14.02 but was promised 14.10, and all is well again.
    t.act(ev.ItemWithdrawn(at=at(13, 47), item=t.id("Information om framtida")))
    assert t.times(13, 47) == "13.47 14.10 14.25 14.35 14.40 14.50 14.55 15.00 15.05 → 15.10"

    # An extra item of 15 minutes after skrivelsen: 13.47 + 15 = 14.02, + 15 = 14.17 for delårsrapport, 7 minutes late to the end.
    t.act(
        ev.ItemAdded(at=at(13, 48), title="Extra skyddsrond", minutes=15, after=t.id("Information om skrivelse")),
    )
    assert t.times(13, 47) == "13.47 14.02 14.17 14.32 14.42 14.47 14.57 15.02 15.07 15.12 → 15.17"

    # Skrivelsen opens 13.50 (15 minutes); after 5 of them an adjournment of 20 minutes, to 14.15.
    t.open("Information om skrivelse", 13, 50)
    t.act(ev.MeetingAdjourned(at=at(13, 55), until=at(14, 15)))
    # While it lasts: on again 14.15 with 10 minutes left → extra 14.25, delårsrapport 14.40, 30 minutes late.
    assert t.times(14, 0) == "14.25 14.40 14.55 15.05 15.10 15.20 15.25 15.30 15.35 → 15.40"
    assert t.drift(14, 0) == 30
    t.act(ev.MeetingResumed(at=at(14, 15)))
    item = t.item(t.id("Information om skrivelse"))
    assert elapsed(t.meeting, item, at(14, 15)) == minutes(5), "the adjournment is not handling"
    assert t.times(14, 15) == "14.25 14.40 14.55 15.05 15.10 15.20 15.25 15.30 15.35 → 15.40"

    # It ends after 8 minutes in all, 14.18; the extra item takes the 12 to 14.30 instead of 15.
    t.open("Extra", 14, 18)
    t.decide(14, 30)
    assert t.times(14, 30) == "14.30 14.45 14.55 15.00 15.10 15.15 15.20 15.25 → 15.30"
    assert t.drift(14, 30) == 20

    # Utbetalningar (5 minutes, 14.50) is moved before delårsrapport: it loses its promise; what follows is late by its 5 minutes more.
    t.act(ev.ItemMoved(at=at(14, 30), item=t.id("Jämställda"), before=t.id("Delårsrapport")))
    # 14.30 utbetalningar, 14.35 delår (15), 14.50 budget (10), 15.00 delegering (5), 15.05 avvikelser (10), 15.15, 15.20, 15.25
    assert t.times(14, 30) == "14.30 14.35 14.50 15.00 15.05 15.15 15.20 15.25 → 15.30"
    assert t.drift(14, 30) == 25, "delårsrapport, promised 14.10, comes 14.35"

    # Two items en bloc have the time of both: budget and delegering, 15 minutes from 14.35; delårsrapport (15) was passed over and
    # comes last: 14.50 avvikelser (10), 15.00, 15.05, 15.10, 15.15 delår.
    t.open("Jämställda", 14, 30)
    t.decide(14, 35)
    t.act(ev.ItemOpened(at=at(14, 35), items=(t.id("Budget"), t.id("Revidering"))))
    assert t.times(14, 36) == "15.15 14.50 15.00 15.05 15.10 → 15.30"

    # Closed early: the end is what it was.
    t.act(ev.MeetingClosed(at=at(14, 40)))
    found = timetable(t.meeting, at(16, 0))
    assert (found.ends, found.drift, found.planned_end) == (at(14, 40), None, at(15, 10))


def test_an_agenda_that_does_not_say_when_it_ends_foretells_no_end():
    t = Herrljunga()
    t.act(ev.MeetingAmended(at=at(13, 15), field="ends", value=None))
    assert t.times(13, 15) == "13.15 13.16 13.18 13.20 13.25 13.35 13.50 14.10 14.25 14.35 14.40 14.50 14.55 → ?"


def test_an_undone_withdrawal_is_there_again_at_once():
    t = Herrljunga()
    before = t.times(13, 30)
    entry = t.act(ev.ItemWithdrawn(at=at(13, 30), item=t.id("Information om framtida")))
    assert t.times(13, 30) != before
    t.act(ev.Undone(at=at(13, 31), act=entry.act))
    assert t.times(13, 30) == before


def test_moved_to_the_end_only_the_moved_item_loses_its_promise():
    t = Herrljunga()
    t.act(ev.ItemMoved(at=at(13, 15), item=t.id("Information om skrivelse"), before=""))
    coming = forecast(t.meeting, at(13, 15)).starts
    assert coming[t.id("Information om framtida")] == at(13, 50), "still promised, though 13.35 is free"
    assert coming[t.id("Information om skrivelse")] == at(15, 10), "15 minutes after the last"


def test_changed_places_of_two_make_nobody_wait():
    t = Herrljunga()
    t.act(ev.ItemMoved(at=at(13, 15), item=t.id("Budget"), before=t.id("Delårsrapport")))
    coming = forecast(t.meeting, at(13, 15)).starts
    assert (coming[t.id("Budget")], coming[t.id("Delårsrapport")]) == (at(14, 10), at(14, 20))


# Nights


def _night(day: date, starts: time, ends: time, lengths: tuple[int, ...], zone: object = SWEDEN) -> tuple[Table, list[str]]:
    plan = MeetingPlan(body="Kommunfullmäktige", kind="fullmäktige", date=day, starts=starts, ends=ends)
    items = tuple(Item(title=f"Ärende {n}", minutes=length) for n, length in enumerate(lengths, 1))
    t = Table(with_ids(Agenda(meeting=plan, items=items)))
    opened = datetime.combine(day, starts, tzinfo=zone)  # type: ignore[arg-type]
    t.act(ev.MeetingOpened(at=opened))
    t.act(ev.ItemOpened(at=opened, items=("arende-1",)))
    return t, [x.id for x in t.log.agenda.items]


def test_past_midnight():
    t, ids = _night(date(2026, 2, 10), time(22), time(1), (90, 60, 30))
    found = timetable(t.meeting, datetime(2026, 2, 11, 0, 10, tzinfo=SWEDEN))
    assert found.items[ids[0]].elapsed == minutes(130)
    assert found.items[ids[1]].planned == datetime(2026, 2, 10, 23, 30, tzinfo=SWEDEN)
    assert found.planned_end == datetime(2026, 2, 11, 1, 0, tzinfo=SWEDEN)
    assert found.ends == datetime(2026, 2, 11, 1, 40, tzinfo=SWEDEN)
    assert found.drift == minutes(40)


def test_the_night_when_summer_time_begins():
    """At 02.00 it is 03.00: an item opened 01.30 has gone on for 45 minutes at 03.15, and what follows is told in the new time."""
    t, ids = _night(date(2026, 3, 29), time(1, 30), time(4, 30), (60, 30))
    found = timetable(t.meeting, datetime(2026, 3, 29, 3, 15, tzinfo=SWEDEN))
    assert found.items[ids[0]].elapsed == minutes(45)
    assert f"{found.items[ids[1]].forecast:%H.%M}" == "03.30"
    assert f"{found.ends:%H.%M}" == "04.00"


def test_the_night_when_summer_time_ends_also_for_a_clock_that_knows_only_its_offset():
    """At 03.00 it is 02.00: from 01.30 summer time to 02.30 winter time is two hours. `astimezone()` gives offsets, no rules."""
    summer, winter = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))
    t, ids = _night(date(2026, 10, 25), time(1, 30), time(4), (150, 30), summer)
    before = timetable(t.meeting, datetime(2026, 10, 25, 2, 30, tzinfo=summer))
    assert before.items[ids[0]].elapsed == minutes(60)
    assert f"{before.items[ids[1]].forecast:%H.%M}" == "03.00", "150 minutes after 01.30, on the clock that will hang there then"
    after = timetable(t.meeting, datetime(2026, 10, 25, 2, 30, tzinfo=winter))
    assert after.items[ids[0]].elapsed == minutes(120)
    assert f"{after.items[ids[1]].forecast:%H.%M}" == "03.00"


def test_a_zone_that_is_not_swedish_is_taken_as_it_is():
    assert local_zone(datetime(2026, 7, 1, 12, tzinfo=UTC)) is UTC
    assert local_zone(datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))) == SWEDEN


def test_a_laptop_that_slept_shows_what_has_passed_and_a_clock_set_back_shows_nothing_below_zero():
    t = Herrljunga()
    t.open("Sammanträdets", 13, 15)
    first = t.id("Sammanträdets")
    assert timetable(t.meeting, at(14, 15)).items[first].elapsed == minutes(60)
    assert timetable(t.meeting, at(13, 0)).items[first].elapsed == minutes(0)


def test_an_extra_item_without_a_length_still_lets_the_end_be_told():
    t = Herrljunga()
    t.act(ev.ItemAdded(at=at(13, 15), title="Övrigt"))
    assert t.times(13, 15).endswith("15.05 15.10 → 15.15")


def test_a_lunch_break_is_an_item_of_its_own_and_keeps_its_time():
    plan = MeetingPlan(body="Nämnden", date=date(2021, 9, 28), starts=time(11))
    items = (Item(title="Ett", minutes=30), Item(title="Lunch", kind="paus", at=time(12), minutes=60), Item(title="Två", minutes=20))
    t = Timed(with_ids(Agenda(meeting=plan, items=items)))
    t.act(ev.MeetingOpened(at=at(11)))
    t.act(ev.ItemOpened(at=at(11), items=("ett",)))
    assert t.times(11, 10) == "12.00 13.00 → 13.20"
    t.act(ev.ItemOpened(at=at(12, 5), items=("lunch",)))
    assert elapsed(t.meeting, t.item("ett"), at(12, 45)) == minutes(65), "lunch does not count in the item before it"
    assert t.times(12, 45) == "13.05 → 13.25"


def test_a_meeting_rehearsed_on_another_day_keeps_its_plan_from_when_it_opens():
    t = Timed(read_agenda(example_paths()["herrljunga"]).agenda)
    t.everybody()
    opened = datetime(2026, 11, 22, 2, 15, tzinfo=SWEDEN)
    before = timetable(t.meeting, opened)
    assert before.drift == minutes(0)
    t.act(ev.MeetingOpened(at=opened))
    t.act(ev.ItemOpened(at=opened, items=(t.meeting.order[0],)))
    found = timetable(t.meeting, opened + minutes(9))
    assert found.drift == minutes(8), "the first item had one minute"
    assert found.items[t.meeting.order[3]].planned == opened + minutes(5)
