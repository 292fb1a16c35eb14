"""The worked meeting of Kultur- och fritidsnämnden, row by row, by keys alone: upprop, jäv, three proposals, a tie, who leaves.

The same rows as in `tests/exports/test_worked_scenario.py`, and the same cover word for word.
"""

from __future__ import annotations

import pytest
from textual import events

from exports.as_markdown import markdown
from exports.attendance_lines import Attendance
from exports.protocol import protocol
from exports.style import load_style
from exports.words import Words
from sessions.attendance import deciding, present, quorate, serving
from sessions.elections import must_be_proportional
from sessions.events import PREPARED, Elected, LateTextReceived, PersonArrived, ReservationMade
from sessions.findings import findings
from sessions.procedure import settlement
from sessions.proposals import DECIDE_TODAY
from sessions.voting import result, roll
from tests.exports.scenario import at
from tests.exports.test_worked_scenario import FORS, LINES, planned
from tests.tui.desk import Desk, desk
from tests.tui.helpers import until
from tests.tui.host import SIZES, Table
from tui.dialogs.recording import RecordingDialog
from tui.screens.after import AfterScreen

ROOM = (*"nnnnfnnnnff", *"nfnnn", "n")
"""Members, substitutes and the secretary, in the order of the list: one key a person."""
BY_KEY = {"ja": "j", "nej": "n", "avstår": "a"}


def clock(d: Desk, hour: int, minute: int = 0) -> None:
    d.session.hand.now = at(hour, minute)


async def sees(d: Desk, text: str) -> None:
    """Wait until a text stands on the terminal."""
    await until(d.pilot, lambda: text in d.seen, text)


async def at_once(d: Desk, *pressed: str) -> None:
    if pressed:
        await d.pilot.press(*pressed)
        await d.pilot.pause()


async def prose(d: Desk, text: str) -> None:
    """What is written, letter by letter, into the box that has the cursor."""
    for character in text:
        d.pilot.app.post_message(events.Key({" ": "space"}.get(character, character), character))
    await d.pilot.pause()


async def press(d: Desk, *pressed: str) -> None:
    """Keys, with a rest where a dialog comes or goes."""
    group: list[str] = []
    for key in pressed:
        group.append(key)
        if len(key) > 1 and key not in {"tab", "space"}:
            await at_once(d, *group)
            group = []
    await at_once(d, *group)


async def keys(d: Desk, *pressed: str) -> None:
    """Keys that end where the secretary writes."""
    await press(d, *pressed)
    assert d.at_desk, d.seen


async def vote(d: Desk, **choices: tuple[str, ...]) -> None:
    """F6, what ja and nej stand for, the roll with one key a person, and the gavel on the vote."""
    await press(d, "f6", "ctrl+s")
    item = d.session.ahead.current_item
    assert item is not None
    assert item.open_vote is not None, d.seen
    said = {p: c for c, persons in choices.items() for p in persons}
    called = roll(d.session.ahead, item)
    assert called[-1] == "per-lind"
    await d.pilot.press(*(BY_KEY[said.get(person, "avstår")] for person in called))
    await keys(d, "enter")


async def call_the_roll(d: Desk) -> None:
    """Upprop (R-204, R-301): the substitutes in turn, 11 serve."""
    await press(d, *ROOM, "e")
    await sees(d, "11 av 11 · beslutför")
    await keys(d, "f2", "enter")
    seats = {s.entry.event.substitute: s.entry.event.seat_of for s in d.session.ahead.seatings}
    assert seats == {"maj-dahl": "ali-noor", "pia-ro": "tim-alm", "siv-rask": "kurt-varg"}


async def formalia(d: Desk) -> None:
    """§§ 82 and 83 (R-1302), and who approves the protocol."""
    clock(d, 13, 5)
    await press(d, "f2", "f5", "enter", "ctrl+p", *"just", "enter", *"karin", "enter", "tab")
    await prose(d, "17/3")
    await keys(d, "enter", "f2", "f5", "enter")
    assert d.paragraphs == {"val-av-justerare": 82, "dagordning": 83}


async def grant(d: Desk) -> None:
    """§ 84: jäv for this § only (R-404, R-406), and a reservation whose text comes later (R-802)."""
    clock(d, 13, 20)
    await keys(d, "f2", "f4", *"lena", "enter", "enter")
    item = d.item("bidrag")
    assert "olle-dahl" in serving(d.session.ahead, item)
    assert "lena-ek" not in present(d.session.ahead, item)
    assert len(present(d.session.ahead, item)) == 11
    await keys(d, "f3", *"karin", "enter", "tab", "a", "ctrl+s")
    await keys(d, "f3", *"per", "enter", "enter")
    await keys(d, "f5", "1", "enter")
    assert "olle-dahl" not in serving(d.session.ahead)
    await press(d, "f7", *"karin", "enter")
    d.pilot.app.screen.query_one("#later").focus()
    await keys(d, "space", "ctrl+s")
    (made,) = d.session.recorded(ReservationMade)
    assert made.to_be_handed_in


async def pool(d: Desk) -> None:
    """§ 85: the counter-proposal, then the main vote (R-706, R-707, R-711). Bo Lund leaves after it (R-207)."""
    clock(d, 14)
    for who, what in (("karin", "att öppettiderna är oförändrade"), ("pia", "att öppettiderna utökas med åtta timmar")):
        if who == "karin":
            await press(d, "f2")
        await press(d, "f3", *who, "enter", "tab", "n")
        await prose(d, what)
        await keys(d, "ctrl+s")
    clock(d, 14, 12)
    await vote(d, ja=FORS, nej=("pia-ro",))
    clock(d, 14, 14)
    await vote(d, ja=("per-lind", "anna-holm", "maj-dahl", "eva-sjo", "lena-ek", "bo-lund"), nej=FORS)
    meeting, item = d.session.ahead, d.item("simhall")
    first, main = (result(meeting, item, v) for v in item.votes)
    assert (first.yes, first.no, first.abstain, first.side) == (4, 1, 6, "ja")
    assert (main.yes, main.no, main.abstain, main.side) == (6, 4, 1, "ja")
    assert main.cast == 11 == len(deciding(meeting, item))
    settled = settlement(item)
    assert settled is not None
    assert settled.winner == PREPARED
    assert item.decision
    clock(d, 14, 40)
    await press(d, "f8", "b", "o", "enter")
    await sees(d, "● Olle Dahl (C)")
    await keys(d, "enter")


async def library(d: Desk) -> None:
    """§ 86: to decide today or to refer (R-612, R-613); Olle Dahl serves for Bo Lund."""
    clock(d, 14, 45)
    await press(d, "f2", "f3", *"karin", "enter", "tab", "å", "tab")
    await prose(d, "att barnperspektivet ska belysas")
    await keys(d, "ctrl+s")
    meeting = d.session.ahead
    assert "bo-lund" in serving(meeting, d.item("simhall"))
    assert "olle-dahl" in serving(meeting, d.item("bibliotek"))
    clock(d, 14, 48)
    await vote(d, ja=("per-lind", "anna-holm", "maj-dahl", "eva-sjo", "lena-ek", "olle-dahl", "pia-ro"), nej=FORS)
    item = d.item("bibliotek")
    counted = result(d.session.ahead, item, item.votes[0])
    assert (counted.yes, counted.no, counted.by) == (7, 4, "röster")
    assert item.questions[0].answer is not None
    assert item.questions[0].answer.event.winner == DECIDE_TODAY
    await keys(d, "f5", "enter")


async def permit(d: Desk) -> None:
    """§ 87: nobody may abstain from the only vote on authority (R-504). Anna Holm leaves; nobody can fill the seat (R-204)."""
    clock(d, 15)
    await press(d, "f2")
    await prose(d, "Sökanden uppfyller kraven.")
    await press(d, "f3", *"karin", "enter", "tab", "a", "ctrl+s", "f6", "ctrl+s")
    called = roll(d.session.ahead, d.item("tillstand"))
    at_pia = called.index("pia-ro")
    say = ["n" if person in FORS else "j" for person in called]
    await press(d, *say[:at_pia], "a")
    await sees(d, "Pia Rö (V) måste rösta för ett av")
    await sees(d, "(R-504)")
    await keys(d, "enter", *say[at_pia:], "enter")
    clock(d, 15, 10)
    await press(d, "f8", *"anna", "enter")
    assert "Ersättare" not in d.seen, "nobody is free"
    await keys(d, "enter")
    await sees(d, "10 av 11 · beslutför")
    assert quorate(d.session.ahead)


async def lottery(d: Desk) -> None:
    """§ 88: five against five, and the chair's side wins (R-708). Bo Lund is back: he may sit in, not serve (R-207)."""
    clock(d, 15, 12)
    await keys(d, "f2", "f3", *"karin", "enter", "tab", "a", "ctrl+s")
    clock(d, 15, 15)
    await vote(d, ja=("per-lind", "maj-dahl", "eva-sjo", "lena-ek", "olle-dahl"), nej=(*FORS, "pia-ro"))
    item = d.item("lotteri")
    counted = result(d.session.ahead, item, item.votes[0])
    assert (counted.yes, counted.no, counted.side, counted.by) == (5, 5, "ja", "utslagsröst")
    clock(d, 15, 20)
    await press(d, "f8", "b", "o", "enter")
    await sees(d, "● Är med, tjänstgör inte")
    await press(d, "t")  # there is nothing to take: only what can be is offered
    await press(d, "k", "tab", "tab", "tab", "t", "ctrl+s")
    await sees(d, "Bo Lund (C) avbröt sin tjänstgöring kl. 14.40")
    await press(d, "enter")  # `Skriv vidare` has the focus: to go against the rule is a choice
    assert not d.at_desk
    d.pilot.app.screen.query_one("#what").focus()
    await keys(d, "m", "enter")
    assert d.session.recorded(PersonArrived)[-1] == PersonArrived(at=at(15, 20), person="bo-lund", serves=False)
    assert "bo-lund" not in serving(d.session.ahead)


async def from_palette(d: Desk, *letters: str) -> None:
    """Ctrl+P, part of the act's name, Enter, and its dialog is there."""
    await press(d, "ctrl+p", *letters, "enter")
    await until(d.pilot, lambda: isinstance(d.pilot.app.screen, RecordingDialog), "the dialog")


async def committee(d: Desk) -> None:
    """§ 89: three of ten demand a proportional election (R-714). The meeting is closed."""
    clock(d, 15, 30)
    await press(d, "f2")
    await from_palette(d, *"proportionellt", "space", *"beg")
    await press(d, "3", "tab", *"karin", "enter", *"jan", "enter")
    await sees(d, "2 av 10 har begärt det; det krävs 3.")
    await keys(d, *"rut", "enter", "enter")
    assert must_be_proportional(d.session.ahead, d.item("utskott"))
    clock(d, 15, 35)
    await from_palette(d, *"valdes")
    await prose(d, "ledamöter i utskottet")
    await press(d, "tab", *"per", "enter", *"sjö", "enter", *"karin", "enter", "tab", "tab", "p", "ctrl+s")
    assert d.at_desk, d.seen
    (elected,) = d.session.recorded(Elected)
    assert (elected.persons, elected.by) == (("per-lind", "eva-sjo", "karin-berg"), "proportionellt val")
    await press(d, "f5", "k", "enter")
    assert d.at_desk, d.seen
    clock(d, 15, 45)
    await keys(d, "f2", "enter")
    await sees(d, "Avslutat kl. 15.45")


async def afterwards(d: Desk) -> None:
    """A reservation mailed after the close is refused, the text of an announced one is not (R-802, R-803)."""
    clock(d, 16, 10)
    await press(d, "f7", *"pia", "enter", "ctrl+s")
    await sees(d, "(R-802)")
    await keys(d, "escape")
    await press(d, "ctrl+p", *"efter", "space", *"samman", "enter")
    await until(d.pilot, lambda: isinstance(d.pilot.app.screen, AfterScreen), "the screen of what is left")
    d.pilot.app.clear_notifications()  # the last ones lie over the list for a while
    await sees(d, "§ 84 reservation, Karin Berg (M): texten har inte kommit")
    await sees(d, "senast 2026-03-26")
    await press(d, "down", "up", "enter")  # an Enter that follows on one that closed a dialog is taken for a slip
    await until(d.pilot, lambda: not isinstance(d.pilot.app.screen, AfterScreen), "the dialog of the late text")
    await prose(d, "Bidraget är för stort.")
    await press(d, "ctrl+s", "escape")
    (late,) = d.session.recorded(LateTextReceived)
    assert (late.item, late.text) == ("bidrag", "Bidraget är för stort.")


ROWS = (call_the_roll, formalia, grant, pool, library, permit, lottery, committee, afterwards)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
async def test_the_worked_scenario_by_keys_ends_in_its_cover_word_for_word(size: tuple[int, int]):
    async with desk(Table(planned()), size=size) as d:
        for row in ROWS:
            await row(d)
        meeting = d.session.meeting
    assert meeting.misfits == ()
    style = load_style("standard")
    items = tuple(x for x in meeting.numbered if x.opened)
    said = Attendance(Words(meeting, style), items).group(("ledamöter", "tjänstgörande ersättare"))
    cover = [text.replace("\u00a0", " ") for text in said]
    assert [line for line in LINES if line not in cover] == []
    text = markdown(protocol(meeting, style)).replace("\u00a0", " ")
    assert "**Paragrafer** §§ 82–89" in text
    assert (
        "Lena Ek (C) anmäler jäv och deltar inte i handläggningen av eller beslutet i ärendet. Olle Dahl (C) tjänstgör i stället." in text
    )
    assert [f for f in findings(meeting) if f.rule == "R-803"] == [], "the promised text has come"
