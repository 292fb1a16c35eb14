"""A laptop whose time zone is wrong, then right: the moments are the same, and the order is that of recording."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from exports.protocol import protocol
from exports.style import load_style
from sessions.archive import archive_toml, read_archive
from sessions.events import ItemOpened, MeetingClosed, MeetingOpened, PersonArrived, TextWritten
from sessions.findings import findings
from sessions.log import replay
from sessions.store import Store
from sessions.timing import forecast
from tests.sessions.generated import AGENDA

ONE = datetime(2022, 1, 17, 13, 0, tzinfo=ZoneInfo("Europe/Stockholm"))


def test_what_was_recorded_in_another_time_zone_stands_in_its_place_and_the_moments_are_kept(tmp_path: Path) -> None:
    tokyo, new_york = ONE.astimezone(ZoneInfo("Asia/Tokyo")), ONE.astimezone(ZoneInfo("America/New_York"))
    first, second = AGENDA.items[0].id, AGENDA.items[1].id
    path = tmp_path / "x.klubban"
    with Store.create(path, AGENDA, tokyo) as store:
        last = store.append([PersonArrived(at=tokyo, person=p.id) for p in AGENDA.people], after=0)[-1].seq
        last = store.append([MeetingOpened(at=tokyo)], after=last)[-1].seq
        last = store.append([ItemOpened(at=tokyo + timedelta(minutes=1), items=(first,))], after=last)[-1].seq
    with Store.open(path, new_york) as store:
        last = store.append([TextWritten(at=new_york + timedelta(minutes=2), item=first, section="protocol", text="Ett")], after=last)[
            -1
        ].seq
    with Store.open(path, ONE) as store:
        last = store.append([ItemOpened(at=ONE + timedelta(minutes=5), items=(second,))], after=last)[-1].seq
        store.append([MeetingClosed(at=ONE + timedelta(minutes=9))], after=last)
    with Store.follow(path) as session:
        records = session.since(0)
        meeting = replay(session.agenda, records)
    assert [r.seq for r in records] == sorted(r.seq for r in records)
    assert [r.event.at for r in records] == sorted(r.event.at for r in records), "the same moments, whatever the clock on the wall said"
    assert not meeting.misfits
    assert [x.id for x in meeting.numbered] == [first, second]
    again = read_archive(archive_toml(AGENDA, records), tmp_path)
    assert [r.event.at for r in again.records] == [r.event.at for r in records]
    findings(meeting)
    forecast(meeting, ONE + timedelta(minutes=9))
    protocol(meeting, load_style())
