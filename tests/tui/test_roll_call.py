"""The roll call: the whole room by keys, the sum running, every key an act, and the gavel at its end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agendas.model import Person, with_ids
from sessions import attendance
from sessions.events import ChairTaken, MeetingOpened, PersonAdded, PersonArrived
from sessions.roll import status_of
from sessions.session import Refused
from tests.sessions.table import agenda
from tests.tui.helpers import toasts
from tests.tui.host import SIZES, WORST, Table, running, shown, typed, words
from tui.screens.roll_call import RollCallScreen


def statuses(table: Table) -> dict[str, str]:
    return {p: status_of(table.meeting, p) for p in table.meeting.people}


@pytest.mark.parametrize("size", SIZES)
async def test_one_key_a_person_and_the_cursor_goes_on_by_itself(size):
    table = Table()
    async with running(lambda: RollCallScreen(table), size) as pilot:
        await pilot.press("n", "f", "d", "v", "n")
        assert [*statuses(table).values()][:5] == ["närvarande", "frånvarande", "på distans", "väntas", "närvarande"]
        screen = shown(pilot)
        assert "3 av 5 · beslutför" in screen
        assert "Ordförande: Per Lind (S)" in screen
        assert "● närvarande" in screen
        assert "○ frånvarande" in screen
        assert "◆ på distans" in screen
        assert "… väntas" in screen


async def test_every_key_is_an_act_of_its_own_and_can_be_taken_back():
    table = Table()
    async with running(lambda: RollCallScreen(table)) as pilot:
        await pilot.press("n", "n")
        assert table.log.last_act == 2
        await pilot.press("u")
        assert statuses(table)["lena-ek"] == ""
        assert statuses(table)["per-lind"] == "närvarande"


async def test_a_marks_the_group_and_leaves_what_was_said_before():
    table = Table()
    async with running(lambda: RollCallScreen(table)) as pilot:
        await pilot.press("down", "f", "a")
        assert [*statuses(table).values()] == ["närvarande", "frånvarande", *["närvarande"] * 3, *[""] * 4]
        await pilot.press("a", "e")
        assert "4 av 5" not in shown(pilot)
        assert "5 av 5 · beslutför" in shown(pilot)
        assert attendance.servers(table.meeting)[-1].seat_of == "lena-ek"


async def test_a_again_takes_the_officials_but_not_those_who_come_to_their_own_items():
    planned = agenda()
    table = Table(replace(planned, people=tuple(p for p in planned.people if not p.is_substitute)))
    async with running(lambda: RollCallScreen(table)) as pilot:
        await pilot.pause()
        assert "A alla ledamöter" in shown(pilot)
        await pilot.press("a")
        assert "A alla övriga" in shown(pilot)
        await pilot.press("a")
        await pilot.pause()
        here = statuses(table)
        assert here.pop("ulla-ny") == "", "she presents one item"
        assert set(here.values()) == {"närvarande"}
        assert [t for t in toasts(pilot.app) if "n markerar den som är här hela tiden" in t]


async def test_a_fullmaktige_of_sixty_one_takes_seven_keys_when_two_are_away():
    crowd = tuple(Person(name=f"Namn Nr{n}", party="S", role="ledamot" if n < 61 else "ersättare") for n in range(91))
    table = Table(with_ids(replace(agenda(), people=crowd)))
    async with running(lambda: RollCallScreen(table)) as pilot:
        await pilot.press("f", "f", "a", "a", "e", "f2", "enter")
        await pilot.pause()
        assert pilot.app.result is True
    assert len(attendance.present(table.meeting)) == 61


async def test_e_without_anybody_in_turn_says_what_to_do():
    table = Table()
    async with running(lambda: RollCallScreen(table)) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert "Ingen ersättare är i tur" in shown(pilot)


async def test_t_chooses_for_whom_a_substitute_serves_and_takes_it_back():
    table = Table()
    async with running(lambda: RollCallScreen(table)) as pilot:
        await pilot.press("n", "f", "f", "n", "n", "n")  # Maj Dahl is here, Lena Ek and Karin Berg are not
        await pilot.press("up", "t")
        await typed(pilot, "karin")
        await pilot.press("enter")
        await pilot.pause()
        assert [s.seat_of for s in attendance.servers(table.meeting) if s.person == "maj-dahl"] == ["karin-berg"]
        await pilot.press("t")
        await typed(pilot, "tj")
        await pilot.press("enter")
        await pilot.pause()
        assert "maj-dahl" not in attendance.serving(table.meeting)


async def test_o_gives_the_chair_only_to_somebody_who_serves():
    table = Table()
    async with running(lambda: RollCallScreen(table)) as pilot:
        await pilot.press("n", "o")
        await pilot.pause()
        assert "ska tjänstgöra" in shown(pilot)
        await pilot.press("n", "up", "o")
        assert [e.person for e in table.recorded(ChairTaken)] == ["lena-ek"]
        assert words(pilot, "#roll-chair") == "Ordförande: Lena Ek (C)"


async def test_a_click_changes_the_person_who_was_clicked():
    table = Table()
    async with running(lambda: RollCallScreen(table)) as pilot:
        await pilot.click("#roll", offset=(20, 3))
        assert statuses(table)["lena-ek"] == "närvarande"


async def test_somebody_who_is_not_in_the_list_is_added_as_here():
    table = Table()
    async with running(lambda: RollCallScreen(table)) as pilot:
        await pilot.press("l")
        await pilot.pause()
        await typed(pilot, "Nils Gäst")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert [e.name for e in table.recorded(PersonAdded)] == ["Nils Gäst"]
        assert statuses(table)["nils-gast"] == "närvarande"
        assert table.log.last_act == 1


async def test_the_gavel_falls_at_the_time_that_was_typed():
    table = Table()
    table.hand.forward(2)
    async with running(lambda: RollCallScreen(table)) as pilot:
        await pilot.press("a", "enter")
        await pilot.pause()
        assert "13.02" in shown(pilot)
        await pilot.press("ctrl+j")  # an Enter from before the program had the keyboard
        assert "13.02" in shown(pilot), "it takes nothing away that is selected"
        await pilot.press(*["backspace"] * 5)
        await typed(pilot, "nu")
        await pilot.press("enter")
        assert "Skriv tiden som 13.02." in shown(pilot)
        await pilot.press("x")
        assert "Skriv tiden" not in shown(pilot), "it is being mended"
        await pilot.press("tab", "enter")
        assert "Skriv tiden som 13.02." in shown(pilot)
        await typed(pilot, "1258")  # straight from the button: the wrong time stands selected
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.result is True
    (opened,) = table.recorded(MeetingOpened)
    assert f"{opened.happened:%H.%M}" == "12.58"


async def test_opening_without_a_quorum_is_said_and_recorded():
    table = Table()
    async with running(lambda: RollCallScreen(table)) as pilot:
        await pilot.press("n", "f2")
        await pilot.pause()
        screen = " ".join(shown(pilot).replace("│", " ").split())
        assert "4 ledamöter är inte markerade" in screen
        assert "inte beslutför (R-301)" in screen
        await pilot.press("enter")  # by habit: not yet
        await pilot.pause()
        assert table.meeting.opened is None
        await pilot.press("f2")
        await pilot.pause()
        await pilot.press("shift+tab", "enter")
        await pilot.pause()
    assert table.meeting.opened


async def test_esc_leaves_and_what_was_marked_stays():
    table = Table()
    before = table.changed
    async with running(lambda: RollCallScreen(table)) as pilot:
        await pilot.press("n", "escape")
        await pilot.pause()
        assert pilot.app.result is None
    assert table.recorded(PersonArrived)
    assert table.changed is before


@pytest.mark.parametrize("size", SIZES)
async def test_names_are_shown_letter_for_letter(size):
    people = tuple(Person(name=f"{text} Ek", role="ledamot", party=text[:8]) for text in (*WORST, "o" * 10_000))
    table = Table(with_ids(replace(agenda(), people=people)))
    async with running(lambda: RollCallScreen(table), size) as pilot:
        await pilot.press("a")
        screen = shown(pilot)
        for text in ("[/] Ek", "[x] klart Ek", "[S] Ek", "a [b Ek"):
            assert text in screen
        assert all(len(row) <= size[0] for row in screen.split("\n"))


async def test_what_the_law_objects_to_is_recorded_when_the_secretary_insists(monkeypatch):
    table = Table()
    recorded = table.record

    def objecting(*events, insist=False):
        return recorded(*events) if insist else Refused("Maj Dahl (S) är inte i tur (R-204).", insist=True)

    async with running(lambda: RollCallScreen(table)) as pilot:
        monkeypatch.setattr(table, "record", objecting)
        await pilot.press("n")
        await pilot.pause()
        assert "är inte i tur (R-204)" in shown(pilot)
        await pilot.press("enter")
        assert not table.log.records
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("j")
        assert statuses(table)["per-lind"] == "närvarande"
