"""Small rules and readers of the meeting, each on its own: who is proposed, who displaces whom, what stands against an act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from sessions import events as ev
from sessions.findings import findings
from sessions.objections import objection
from sessions.pages import _varint
from sessions.replacing import replace as replace_quickly
from sessions.service import wrong_substitute
from sessions.speaking import Floor
from sessions.standing import declared_ahead, proposed_approvers
from sessions.substitutes import displaced_by
from sessions.time_spent import last_moment
from tests.sessions.table import START, Table, agenda


def table(*but: str, rules: dict[str, Any] | None = None, **plan: Any) -> Table:
    """The meeting opened with everybody but these, and the budget taken up."""
    planned = agenda(**plan)
    made = Table(replace(planned, rules=replace(planned.rules, **(rules or {}))))
    made.everybody(*but)
    made.act(ev.MeetingOpened(at=made.now))
    made.act(ev.ItemOpened(at=made.now, items=("budget",)))
    return made


def warned(t: Table, event: ev.Event) -> str:
    return str(objection(t.meeting, event) or "")


# --- who


def test_whom_the_agenda_proposes_to_approve_is_found_by_name_label_or_id_until_somebody_is_chosen() -> None:
    t = table(approvers=("karin berg", "Eva Sjö (S)", "rut-fors", "Okänd"))
    assert proposed_approvers(t.meeting) == ("karin-berg", "eva-sjo", "rut-fors")
    t.act(ev.ApproversChosen(at=t.now, persons=("lena-ek",)))
    assert proposed_approvers(t.meeting) == ()


def test_r_205_a_substitute_of_the_members_own_party_takes_the_seat_from_one_of_another() -> None:
    t = table("eva-sjo", "maj-dahl", rules={"own_party_displaces": True})
    t.act(ev.SubstituteSeated(at=t.now, substitute="olle-dahl", seat_of="eva-sjo"))
    t.act(ev.PersonArrived(at=t.now, person="maj-dahl"))
    found = displaced_by(t.meeting, "maj-dahl")
    assert found is not None
    assert (found.substitute, found.seat_of) == ("maj-dahl", "eva-sjo")
    assert displaced_by(t.meeting, "olle-dahl") is None  # serves already
    assert displaced_by(t.meeting, "ulla-ny") is None  # of no party


def test_r_205_nobody_is_displaced_when_all_seats_are_held_by_their_own() -> None:
    t = table(rules={"own_party_displaces": True})
    assert displaced_by(t.meeting, "maj-dahl") is None


def test_r_403_only_jav_declared_before_the_item_was_taken_up_was_declared_ahead() -> None:
    t = table()
    t.act(ev.MemberRecused(at=t.now, persons=("eva-sjo",), items=("foreningsbidrag",)))
    t.act(ev.MemberRecused(at=t.now, persons=("rut-fors",), items=("budget",)))
    t.act(ev.MemberRecused(at=t.now, persons=("lena-ek",), items=("individarende",)))  # secret: only its own § may tell
    assert [(persons, [x.id for x in items]) for persons, items in declared_ahead(t.meeting)] == [(("eva-sjo",), ["foreningsbidrag"])]


def test_who_is_not_in_the_list_is_nobodys_wrong_substitute() -> None:
    assert wrong_substitute(table().meeting, "okänd", "eva-sjo") is None


# --- what stands against an act


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (
            ev.SubstituteSeated(at=START, substitute="maj-dahl", seat_of="eva-sjo", items=("budget",)),
            "Maj Dahl (S) har anmält jäv i § 82 Budget (R-404)",
        ),
        (ev.SubstituteSeated(at=START, substitute="okänd", seat_of="eva-sjo"), ""),
        (ev.ChairTaken(at=START, person="okänd"), ""),
        (ev.TextWritten(at=START, item="okänt", section="protocol", text="x"), ""),
        (ev.ReservationMade(at=START, persons=("rut-fors",)), "Rut Fors (M) deltog inte i beslutet och får inte reservera sig (R-507)"),
    ],
)
def test_the_law_is_told_and_what_cannot_be_is_left_to_the_refusals(event: ev.Event, said: str) -> None:
    t = table()
    t.act(ev.MemberRecused(at=t.now, persons=("maj-dahl",), items=("budget",)))
    t.act(ev.MemberAbstained(at=t.now, person="rut-fors"))
    t.act(ev.Decided(at=t.now))
    found = warned(t, event)
    assert found.startswith(said)
    assert bool(found) == bool(said)


def test_r_803_a_reservations_text_after_its_paragraph_was_approved_is_too_late() -> None:
    t = table()
    t.act(ev.Decided(at=t.now))
    made = t.act(ev.ReservationMade(at=t.now, persons=("rut-fors",), to_be_handed_in=True)).event
    late = ev.LateTextReceived(at=t.now, item="budget", of=made.reservation, text="Skäl.")  # type: ignore[attr-defined]
    assert warned(t, late) == ""
    t.act(ev.ImmediatelyApproved(at=t.now, items=("budget",)))
    assert warned(t, late) == "§ 82 Budget är justerad; texten skulle ha lämnats dessförinnan (R-803)."


def test_a_person_who_is_there_already_is_not_added_again() -> None:
    assert table().refusal(ev.PersonAdded(at=START, person="eva-sjo", name="Eva Sjö")) == "Eva Sjö (S) finns redan i listan."


def test_r_1107_a_notice_is_not_put_up_before_the_approval() -> None:
    t = table()
    t.act(ev.Decided(at=t.now))
    t.act(ev.MeetingClosed(at=t.now))
    t.act(ev.Approved(at=t.now, date=date(2026, 3, 20)))
    t.act(ev.NoticePosted(at=t.now, date=date(2026, 3, 19), until=date(2026, 4, 13)))
    assert "Anslaget sattes upp 2026-03-19, före justeringen 2026-03-20." in [f.message for f in findings(t.meeting)]


# --- small readers


def test_the_last_moment_is_that_of_an_item_a_pause_or_a_speech() -> None:
    t = table()
    assert last_moment(Table().meeting) is None
    moments = [last_moment(t.meeting)]
    acts: list[ev.Event] = [
        ev.SpeakerStarted(at=START, person="eva-sjo"),
        ev.SpeakerStopped(at=START, person="eva-sjo"),
        ev.MeetingAdjourned(at=START),
        ev.MeetingResumed(at=START),
    ]
    for event in acts:
        t.act(replace(event, at=t.now))
        moments.append(last_moment(t.meeting))
    assert [m for m in moments if m] == sorted({m for m in moments if m})


def test_an_id_that_somebody_has_taken_is_passed_over() -> None:
    t = table()
    t.act(ev.MotionMoved(at=t.now, motion="motion-2", kind="avslag", by=("eva-sjo",)))
    t.act(ev.MotionMoved(at=t.now, kind="bifall", by=("rut-fors",)))
    assert [m.id for m in t.item("budget").motions] == ["motion-2", "motion-3"]


def test_a_speech_without_an_allowed_time_has_no_limit() -> None:
    assert Floor("eva-sjo", "anförande", timedelta(hours=2)).limit == ""


def test_a_field_that_a_value_does_not_have_is_no_field_to_replace() -> None:
    item = table().item("budget")
    with pytest.raises(TypeError, match="ItemState has no field färg"):
        replace_quickly(item, färg="röd")
    assert replace_quickly(item, private_note="x").private_note == "x"


@pytest.mark.parametrize("value", [0, 127, 128, 2**31, 2**62])
def test_a_number_of_many_bytes_is_read_as_sqlite_writes_it(value: int) -> None:
    """Eight bytes of seven bits, and a ninth of eight."""
    bits = [value >> shift & 0x7F for shift in range(49, -1, -7)] if value < 2**56 else []
    if bits:
        while len(bits) > 1 and bits[0] == 0:
            bits.pop(0)
        data = bytes([*(b | 0x80 for b in bits[:-1]), bits[-1]])
    else:
        data = bytes([*((value >> 8 + shift & 0x7F) | 0x80 for shift in range(49, -1, -7)), value & 0xFF])
    assert _varint(data + b"\xff", 0) == (value, len(data))
