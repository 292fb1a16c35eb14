"""F8 and Ctrl+G: seats that change hands, links that break, who leads, who visits one §, and lines that are put right."""

from __future__ import annotations

from dataclasses import replace

from agendas.model import Person, with_ids
from exports.as_markdown import markdown
from exports.protocol import protocol
from exports.style import load_style
from sessions.attendance import chair, free_substitutes, here, present, quorate, serving, was_there
from sessions.events import (
    ChairTaken,
    DoorsClosed,
    MeetingClosed,
    PersonArrived,
    PersonExcused,
    PersonLeft,
    SubstituteSeated,
    SubstituteUnseated,
)
from sessions.openness import behind_closed_doors
from tests.sessions.table import agenda
from tests.tui.desk import BUDGET, GRANTS, desk
from tests.tui.helpers import until
from tests.tui.host import Table, newest
from tui.dialogs.moment import DoorsDialog


def printed(at: Table) -> str:
    return markdown(protocol(at.ahead, load_style("standard"))).replace("\u00a0", " ")


def seated(at: Table, item: str) -> tuple[str, ...]:
    return serving(at.ahead, at.ahead.items[item])


async def test_r_206_r_207_a_member_gives_up_the_seat_between_two_items_and_may_not_take_it_again():
    at = Table()
    at.everybody()
    at.open("val-av-justerare")
    at.open(GRANTS)
    async with desk(at) as d:
        await d.press("f8", "e", "v", "enter", "s")
        assert "● efter" in d.seen
        assert "◂ § 83 Föreningsbidrag ▸" in d.seen
        await d.press("enter")
        assert d.at_desk
        assert "Eva Sjö (S) är med utan att tjänstgöra" in d.toasts[0]
        await d.press("f5", "enter", "f2")
        assert "eva-sjo" in seated(at, GRANTS)
        assert "maj-dahl" in seated(at, BUDGET)
        assert here(at.ahead, "eva-sjo")
        await d.press("f8", "e", "v", "enter", "t", "enter")
        assert "avbröt sin tjänstgöring" in d.seen
        assert "(R-207)" in d.seen
        await d.press("escape")
        assert "Eva Sjö (S) lämnar sin tjänstgöring kl. 13.00 efter § 83. Maj Dahl (S) tjänstgör därefter." in printed(at)


async def test_r_205_r_206_an_arriving_substitute_of_the_own_party_takes_the_seat_from_the_next_item():
    at = Table()
    at.everybody("eva-sjo", "maj-dahl")
    at.do(SubstituteSeated(at=at.clock(), substitute="olle-dahl", seat_of="eva-sjo"))
    at.open(GRANTS)
    async with desk(at) as d:
        await d.press("f8", "m", "a", "j", "enter")
        assert "● för Eva Sjö (S), Olle Dahl (C) lämnar platsen" in d.seen
        await d.press("enter")
        assert d.at_desk
    at.open(BUDGET)
    assert "olle-dahl" in seated(at, GRANTS)
    assert "maj-dahl" in seated(at, BUDGET)
    assert "olle-dahl" not in seated(at, BUDGET)


async def test_a_free_substitute_is_seated_and_unseated_from_f8():
    at = Table()
    at.everybody("rut-fors")
    async with desk(at) as d:
        await d.press("f8", "o", "l", "enter", "t", "enter")
        assert d.at_desk
        assert at.recorded(SubstituteSeated) == [SubstituteSeated(at=at.clock(), substitute="olle-dahl", seat_of="rut-fors")]
        await d.press("f8", "o", "l", "enter", "s")
        d.pilot.app.screen.query_one("#substitute").focus()
        await d.press("i", "enter")
        assert at.recorded(SubstituteUnseated) == [SubstituteUnseated(at=at.clock(), substitute="olle-dahl")]
        # who will serve from the next § on is not proposed for somebody else meanwhile
        at.open(GRANTS)
        await d.press("f8", "o", "l", "enter", "t", "enter")
        assert free_substitutes(at.ahead) == ("maj-dahl",)
        await d.press("f8", "e", "v", "enter")
        assert "○ Olle Dahl (C)" not in d.seen
        await d.press("escape")


async def test_r_210_r_301_a_broken_link_counts_out_and_a_restored_one_in_again():
    at = Table()
    at.everybody("rut-fors", "karin-berg", "eva-sjo", "maj-dahl", "olle-dahl")
    at.do(PersonArrived(at=at.clock(), person="eva-sjo", remote=True))
    at.open(GRANTS)
    async with desk(at) as d:
        assert "3 av 5 · beslutför" in d.seen
        await d.press("f8", "e", "v", "enter", "b", "enter")
        assert "2 av 5 · ej beslutför" in d.seen
        await d.press("f8", "e", "v", "enter")
        assert "● På distans igen" in d.seen, "not going against R-207: who lost the link has not broken off"
        await d.press("enter")
        assert "3 av 5 · beslutför" in d.seen
    assert quorate(at.ahead)
    assert "Förbindelsen med Eva Sjö (S) bryts kl. 13.00." in printed(at)


async def test_r_304_quorum_is_lost_on_the_screen_by_jav_and_is_back_with_the_next_item():
    at = Table()
    at.everybody("rut-fors", "karin-berg", "maj-dahl", "olle-dahl")
    at.open(GRANTS)
    async with desk(at) as d:
        await d.press("f4", "e", "v", "enter")
        assert "2 av 5 · ej beslutför" in d.seen
        await d.press("f2")
        d.pilot.app.clear_notifications()  # the one that says what was left undecided lies over it for a while
        await d.pilot.pause()
        assert "3 av 5 · beslutför" in d.seen


async def test_r_212_somebody_leads_from_now_on_or_in_one_paragraph():
    at = Table()
    at.everybody()
    at.open(GRANTS)
    async with desk(at) as d:
        await d.press("ctrl+g", "l", "e", "n", "enter", "l", "enter")
        assert chair(at.ahead, at.ahead.items[GRANTS]) == "lena-ek"
        assert chair(at.ahead) == "per-lind"
        await d.press("ctrl+g", "l", "e", "n", "enter")
        assert "Ingenting" not in d.seen
        await d.press("escape", "f2", "ctrl+g", "l", "e", "n", "enter", "l", "tab", "f", "enter")
        assert d.at_desk, d.seen
        assert at.recorded(ChairTaken)[-1].items == ()
        assert chair(at.ahead) == "lena-ek"
        await d.press("f8", "p", "e", "r", "enter", "l", "enter")
        at.open("information")
        assert chair(at.ahead) == "per-lind", "from the next item, as the dialog said"


async def test_a_guest_is_there_in_one_paragraph_only():
    planned = agenda()
    guest = Person(name="Gun Gäst", role="gäst")
    at = Table(with_ids(replace(planned, people=(*planned.people, guest))))
    at.everybody("gun-gast")
    at.open(GRANTS)
    async with desk(at) as d:
        await d.press("f8", "g", "u", "n", "enter", "b")
        assert "◂ § 83" in d.seen or "◂ § 82" in d.seen
        await d.press("enter")
        assert d.at_desk
    at.open(BUDGET)
    assert was_there(at.ahead, "gun-gast", at.ahead.items[GRANTS])
    assert not was_there(at.ahead, "gun-gast", at.ahead.items[BUDGET])
    assert "Gun Gäst" in printed(at)


async def test_what_came_and_went_is_chosen_from_a_list_and_put_right():
    at = Table()
    at.everybody("maj-dahl", "olle-dahl")
    at.open(GRANTS)
    at.hand.forward(60)
    at.do(PersonLeft(at=at.clock(), person="eva-sjo"))
    left = newest(at, PersonLeft)
    async with desk(at) as d:
        await d.press("f8", "ctrl+r")
        assert "avgång Eva Sjö (S)" in d.seen
        await d.press(*"avg", "enter")
        assert "Ändra närvaron" in d.seen
        await d.press("tab", "tab", *["backspace"] * 2, *"40", "enter")
        assert d.at_desk
        assert newest(at, PersonLeft).seq == left.seq
        assert f"{newest(at, PersonLeft).event.happened:%H.%M}" == "14.40" or d.seen
        # the roll call marks a whole group in one act: one of them is put right and the others stay
        await d.press("f8", "ctrl+r", *"rut", "enter")
        assert "Stryk raden" not in d.seen
        await d.press("tab", "f", "ctrl+s")
        assert d.at_desk, d.seen
        assert "rut-fors" in at.ahead.excused
        assert present(at.ahead) == ("per-lind", "lena-ek", "karin-berg")
        # so is the time of the gavel
        await d.press("ctrl+g", "ctrl+r", *"öppn", "enter", *["backspace"] * 2, *"05", "enter")
        assert d.at_desk, d.seen
        assert f"{at.ahead.opened:%H.%M}" == "13.05"
    assert not at.recorded(PersonExcused), "a correction, not a new fact"
    assert not at.recorded(MeetingClosed)


async def test_the_table_says_which_moment_it_shows():
    at = Table()
    at.everybody()
    at.open(GRANTS)
    async with desk(at) as d:
        await d.press("ctrl+g")
        assert "Nu, § 82 Föreningsbidrag" in d.seen
        await d.press("escape", "f5", "enter", "f8", "r", "u", "t", "enter", "tab", "enter", "ctrl+g")
        seen = d.seen
    assert "5 av 5 · ✓ beslutför" in seen
    assert "När § 82 avgjordes, kl. 13.00" in seen


async def test_r_604_the_debate_is_closed_by_a_letter_and_the_line_can_be_struck():
    at = Table()
    at.everybody()
    at.open(GRANTS)
    async with desk(at) as d:
        await d.press("escape")
        await d.alone("ö")
        assert "Överläggningen avslutas · § 82" in d.seen
        await d.press("enter")
        assert "avslutad kl. 13.00, yrkanden låsta" in d.seen
        await d.press("f3", "e", "v", "enter", "enter")
        assert "(R-604)" in d.seen
        await d.press("escape", "escape")
        await d.press("ctrl+p", *"överläggning", "enter")
        assert "avslutades redan kl. 13.00" in d.toasts[-1]


async def test_r_1202_the_doors_are_closed_and_opened_and_the_protocol_says_when():
    at = Table()
    at.everybody()
    at.open(GRANTS)
    async with desk(at) as d:
        await d.press("ctrl+p", *"dörrar", "enter")
        await until(d.pilot, lambda: isinstance(d.pilot.app.screen, DoorsDialog), "the dialog of the doors")
        await d.write("sekretess")
        await d.press("enter")
        assert at.recorded(DoorsClosed)[0].reason == "sekretess"
        assert "stängda kl. 13.00 (sekretess)" in d.seen
        assert behind_closed_doors(at.ahead)
        at.hand.forward(10)
        await d.press("ctrl+p", *"dörrar", "enter")
        await until(d.pilot, lambda: isinstance(d.pilot.app.screen, DoorsDialog), "the dialog of the doors")
        await until(d.pilot, lambda: d.pilot.app.focused is not None and "13.10" in d.seen, "the time is filled in")
        assert "Öppna dörrarna" in d.seen
        await d.press("enter")
        await until(d.pilot, lambda: not behind_closed_doors(at.ahead), "the doors are open")
    text = printed(at)
    assert "Från kl. 13.00 hålls sammanträdet inom stängda dörrar (sekretess)." in text
    assert "Från kl. 13.10 är sammanträdet åter offentligt." in text
