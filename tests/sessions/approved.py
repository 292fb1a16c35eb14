"""An approved meeting with everything that is not to be kept: notes, what was undone, corrected and rewritten, speakers."""

from __future__ import annotations

from datetime import date

from sessions import events as ev
from tests.exports.scenario import at, played
from tests.sessions.table import Table

SECRETS = ("Lappord", "Ångerord", "Felord", "Gammalord", "Utkastord", "Sentfelord")
"""Words that stand only in what is not kept."""


def approved(*, signed: bool = True) -> Table:
    """The worked meeting, gone on with and approved."""
    t = played()
    t.now = at(16)
    t.act(ev.PrivateNoteWritten(at=t.now, item="simhall", text=f"{SECRETS[0]} om Kurt"))
    t.act(ev.StatementMade(at=t.now, item="simhall", person="karin-berg", text=f"{SECRETS[1]} sades"))
    t.act(ev.Undone(at=t.now, act=t.log.last_act))
    t.act(ev.TextWritten(at=t.now, item="simhall", section="protocol", text="Kvarord skrevs."))
    t.act(ev.Undone(at=t.now, act=t.log.last_act))
    t.act(ev.Undone(at=t.now, act=t.log.last_act))  # done again
    t.act(ev.TextWritten(at=t.now, item="bidrag", section="protocol", text=f"{SECRETS[3]} först"))
    t.act(ev.TextWritten(at=t.now, item="bidrag", section="protocol", text="Nyord sedan"))
    noted = t.act(ev.StatementMade(at=t.now, item="bidrag", person="eva-sjo", text=f"{SECRETS[2]} sades")).seq
    t.act(ev.Corrected(at=t.now, seq=noted, event=ev.StatementMade(at=t.now, item="bidrag", person="eva-sjo", text="Rättord sades")))
    late = t.act(ev.ReservationMade(at=t.now, item="bibliotek", persons=("karin-berg",), to_be_handed_in=True)).event
    for text in (SECRETS[5], "Senord"):
        t.act(ev.LateTextReceived(at=t.now, item="bibliotek", of=late.reservation, text=text))  # type: ignore[attr-defined]
    _who_was_not_noted_as_there(t)
    for event in (ev.SpeakerQueued, ev.SpeakerStarted, ev.SpeakerStopped):
        t.act(event(at=t.now, item="simhall", person="eva-sjo"))
    if signed:
        t.act(ev.Approved(at=t.now, date=date(2026, 3, 17)))
    return t


def _who_was_not_noted_as_there(t: Table) -> None:
    """A correction that can only be a correction: Tim Alm's arrival was never noted where he now moved something."""
    motion = next(r for r in t.log.records if isinstance(r.event, ev.MotionMoved) and r.event.item == "simhall")
    new = ev.MotionMoved(at=t.now, item="simhall", kind="nytt förslag", by=("tim-alm",), text="att öppettiderna är oförändrade")
    t.act(ev.Corrected(at=t.now, seq=motion.seq, event=new))
