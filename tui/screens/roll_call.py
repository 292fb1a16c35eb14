"""The roll call: prepared before the gavel, one key a person, every key saved at once."""

from __future__ import annotations

from dataclasses import replace

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from sessions import attendance
from sessions import events as ev
from sessions.meeting import Meeting
from sessions.roll import Status, comes_at_items, status_of, unmarked
from sessions.roll import marked as events_for
from sessions.session import Refused, Session
from sessions.substitutes import empty_seats, proposed_substitutes
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.message import MessageDialog
from tui.dialogs.new_person import NewPersonDialog
from tui.dialogs.open_meeting import OpenMeetingDialog
from tui.keys import DEFAULT_KEYS, Command, KeyTable, binding
from tui.literal import line, plain
from tui.screens.common import saved_word
from tui.screens.keyed import KeyedScreen
from tui.telling import told
from tui.texts.meeting import RollCall as Words
from tui.texts.program import Common
from tui.widgets.footer import KeyFooter
from tui.widgets.guide_strip import GuideStrip
from tui.widgets.name_picker import Choice
from tui.widgets.roll_list import RollList, roll_rows
from tui.widgets.status_bar import StatusBar


def _command(key: str, action: str, word: str, tooltip: str, footer: int) -> Command:
    id = f"roll.{action.partition('(')[0]}.{key}"
    return Command(id=id, action=action, key=key, word=word, title=f"Upprop: {word}", tooltip=tooltip, footer=footer, priority=False)


KEYS = KeyTable(
    (
        _command("f1", "help", "Hjälp", "Visar vad tangenterna gör i uppropet.", 1),
        _command("f2", "open", "Öppna", "Antecknar att sammanträdet öppnas och går till dagordningen.", 2),
        _command("n", "mark('närvarande')", "närvarande", "Personen vid markören är här.", 4),
        _command("f", "mark('frånvarande')", "frånvarande", "Personen vid markören kommer inte.", 5),
        _command("d", "mark('på distans')", "distans", "Personen vid markören deltar på distans.", 6),
        _command("v", "mark('väntas')", "väntas", "Personen vid markören har sagt att hen kommer senare.", 7),
        _command("a", "mark_group", "alla", "Alla omarkerade i gruppen vid markören är här, sedan nästa grupp.", 3),
        _command("e", "seat", "ersättare in", "Ersättarna i tur tjänstgör för dem som är frånvarande.", 8),
        _command("t", "seat_for", "tjänstgör för", "Väljer vem ersättaren vid markören tjänstgör för.", 9),
        _command("o", "chair", "ordförande", "Personen vid markören leder mötet.", 11),
        _command("l", "add", "lägg till", "Lägger till en person som inte står i listan.", 10),
    )
)
"""The keys of the roll call, as bindings and in the footer."""


class RollCallScreen(KeyedScreen[bool]):
    """Who is here? True when the meeting was opened, None when it was left with Esc; what was marked is saved either way.

    `session.changed` is called through to this screen while it is mounted, so that it shows what is committed.
    """

    BINDINGS = [
        *(binding(c) for c in KEYS.commands),
        Binding("enter", "open", KEYS.commands[1].word, show=False),
        Binding("space", "cycle", Words.TITLE, show=False),
        Binding("ctrl+z,u", "undo", "Ångra", show=False),
        Binding("escape", "leave", Common.CLOSE, show=False),
        Binding("question_mark", "help", Common.HELP, show=False),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._before = session.changed

    def compose(self) -> ComposeResult:
        """The sum above, the room, the keys below."""
        yield StatusBar()
        yield Static(id="roll-chair", classes="one-line")
        yield RollList(id="roll")
        yield GuideStrip()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Show what was marked earlier, and follow what is committed."""
        self.query_one(KeyFooter).keys = KEYS
        self.roll.border_title = plain(Words.TITLE)
        self._before = self.session.changed
        self.session.changed = self._changed
        self.show()

    def on_unmount(self) -> None:
        """Somebody else follows the session from here on."""
        self.session.changed = self._before

    @property
    def roll(self) -> RollList:
        """The list of the room."""
        return self.query_one(RollList)

    @property
    def meeting(self) -> Meeting:
        """What is shown: what is committed."""
        return self.session.shown

    def _changed(self) -> None:
        self._before()
        if self.is_mounted:
            self.show()

    def show(self) -> None:
        """Paint the meeting as it stands."""
        m, bar = self.meeting, self.query_one(StatusBar)
        self.roll.show(roll_rows(m))
        able = attendance.quorate(m)
        bar.body = m.plan.body
        bar.presence = Words.presence(len(attendance.present(m)), m.seats, able, m.body.neuter)
        bar.quorate = able
        bar.saved = saved_word(self.session)
        chair = attendance.chair(m)
        self.query_one("#roll-chair", Static).update(line(Words.chair(m.label(chair)) if chair else Words.NO_CHAIR))
        self.show_guide()

    def show_guide(self) -> None:
        """What comes next, in a rehearsal."""
        self.query_one(GuideStrip).follow(self.session.log.records, DEFAULT_KEYS)

    def record(self, *events: ev.Event, insist: bool = False) -> bool:
        """Record one act, or say why not; what the law objects to is recorded when the secretary insists."""
        if not events:
            return True
        refused = self.session.record(*events, insist=insist)
        if refused and refused.insist:
            self._ask_to_insist(refused.reason, events)
        elif refused:
            self.notify(refused.reason, markup=False)
        return not refused

    @work
    async def _ask_to_insist(self, reason: str, events: tuple[ev.Event, ...]) -> None:
        if await self.app.push_screen_wait(ConfirmDialog(Words.INSIST, reason, yes=Words.INSIST_YES, no=Words.INSIST_NO)):
            self.record(*events, insist=True)

    # One person

    def action_mark(self, status: Status) -> None:
        """Mark the person at the cursor and go on to the next."""
        if (person := self.roll.person) is not None and self._mark(person, status):
            self.roll.go_on()

    def _mark(self, person: str, status: Status) -> bool:
        return self.record(*events_for(self.session.ahead, person, status, self.session.clock()))

    def action_cycle(self) -> None:
        """The next status for the person at the cursor, who stays there."""
        if (person := self.roll.person) is not None:
            order: tuple[Status, ...] = ("närvarande", "frånvarande", "på distans", "väntas")
            now = status_of(self.session.ahead, person)
            self._mark(person, order[(order.index(now) + 1) % len(order)] if now in order else order[0])

    @on(RollList.Clicked)
    def _clicked(self) -> None:
        self.action_cycle()

    @on(RollList.OptionHighlighted)
    def _at_person(self) -> None:
        """The footer says whom `a` marks."""
        word = Words.all_of(self.roll.heading)
        keys = KeyTable(tuple(replace(c, word=word) if c.action == "mark_group" else c for c in KEYS.commands))
        for footer in self.query(KeyFooter):  # none when the screen is going
            footer.keys = keys

    def action_mark_group(self) -> None:
        """Everybody in this group who is not marked is here, but for those who come to their own items; on to the next group."""
        m, now = self.session.ahead, self.session.clock()
        if any(status_of(m, p) == "" and comes_at_items(m, p) for p in self.roll.group):
            self.notify(Words.AT_ITEMS_LEFT, markup=False)
        if self.record(*(ev.PersonArrived(at=now, person=p) for p in unmarked(m, self.roll.group))):
            self.roll.next_group()

    # Substitutes and the chair

    def action_seat(self) -> None:
        """The substitutes in turn serve."""
        m, now = self.session.ahead, self.session.clock()
        absent = [p for p in empty_seats(m) if status_of(m, p)]
        found = proposed_substitutes(m, absent)
        if found:
            self.record(*(ev.SubstituteSeated(at=now, substitute=x.substitute, seat_of=x.seat_of) for x in found))
        else:
            self.notify(Words.NO_TURN, markup=False)

    @work
    async def action_seat_for(self) -> None:
        """Choose for whom the substitute at the cursor serves."""
        m, substitute = self.session.ahead, self.roll.person
        if substitute is None or not m.people[substitute].is_substitute:
            self.notify(Words.ONLY_SUBSTITUTES, markup=False)
            return
        if not attendance.here(m, substitute):
            self.notify(Words.HAS_NO_SEAT, markup=False)
            return
        serves = next((s.seat_of for s in attendance.servers(m) if s.person == substitute), "")
        choices = [Choice(p, m.label(p), status_of(m, p)) for p in empty_seats(m)]
        if serves:
            choices.append(Choice("", Words.UNSEAT, Words.serves_for(m.label(serves))))
        if not choices:
            self.notify(Words.NO_EMPTY_SEAT, markup=False)
            return
        seat = await self.app.push_screen_wait(ChooseDialog(Words.seat_for(m.label(substitute)), choices))
        if seat is None:
            return
        now = self.session.clock()
        ends = (ev.SubstituteUnseated(at=now, substitute=substitute),) if serves else ()
        begins = (ev.SubstituteSeated(at=now, substitute=substitute, seat_of=seat),) if seat else ()
        self.record(*ends, *begins)

    def action_chair(self) -> None:
        """The person at the cursor leads the meeting."""
        person = self.roll.person
        if person is None or person == attendance.chair(self.session.ahead):
            return
        if person not in attendance.serving(self.session.ahead):
            self.notify(Words.HERE_FIRST, markup=False)
            return
        self.record(ev.ChairTaken(at=self.session.clock(), person=person))

    @work
    async def action_add(self) -> None:
        """Somebody who is not in the list came."""
        before = {*self.session.ahead.people}

        def submit(events: tuple[ev.Event, ...], insist: bool) -> Refused | None:
            return self.session.record(*events, insist=insist)

        await self.app.push_screen_wait(NewPersonDialog(self.session, "", submit))
        for person in self.session.ahead.people.keys() - before:
            self.roll.go_to(person)

    # The gavel

    @work
    async def action_open(self) -> None:
        """Ask for the time, and open the meeting."""
        m = self.session.ahead
        if m.opened:
            self.dismiss(True)
            return
        missing = sum(1 for p in m.people.values() if p.is_member and status_of(m, p.id) == "")
        quorate = attendance.quorate(m)
        notes = [Words.unmarked(missing), "" if quorate else Words.not_quorate(m.body.neuter)]
        dialog = OpenMeetingDialog(self.session.clock, [n for n in notes if n], doubtful=not quorate)
        when = await self.app.push_screen_wait(dialog)
        if when is not None and self.record(ev.MeetingOpened(at=self.session.clock(), when=when.when), insist=True):
            self.dismiss(True)

    def action_undo(self) -> None:
        """Take back the last mark."""
        meeting = self.session.ahead
        taken = self.session.log.undoable()
        refused = self.session.strike(taken[0].act) if taken else None
        said = Words.undone(told(meeting, taken)) if taken else Words.UNDO_NOTHING
        self.notify(refused.reason if refused else said, markup=False)

    def action_leave(self) -> None:
        """One step back; everything is saved."""
        self.dismiss(None)

    def action_help(self) -> None:
        """What the keys do here."""
        self.app.push_screen(MessageDialog(Words.TITLE, Words.HELP))
