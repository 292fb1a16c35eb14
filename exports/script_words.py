"""What the chair says while nothing stands against anything: the beginning, one proposal, breaks, the end (M-1–M-5, M-13–M-16)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from agendas.model import Person
from agendas.names import folded
from agendas.value import Value
from exports.rulings import FORMAL_VERBS
from exports.script_model import GAVEL, PAUSE, YES, Cue, Script, find, say
from exports.style_model import Style
from exports.swedish import listed, lower_first, upper_first
from exports.words import Words
from sessions import attendance
from sessions.events import PREPARED
from sessions.meeting import ItemState, Meeting, Motion, Question
from sessions.proposals import DECIDE_TODAY, REJECTION, proposals
from sessions.speaking import floor, queue
from sessions.standing import approvers, chosen_approvers


def formal_verb(motion: Motion | None) -> str:
    """What a formal motion wants to be done with the item: `återremitteras`."""
    kind = motion.entry.event.kind if motion else ""
    return {**FORMAL_VERBS, "ajournering": "ajourneras"}.get(kind, "skjutas upp")


def item_number(meeting: Meeting, item: ItemState) -> str:
    """The number by which the agenda calls an item: its own, or its place; empty for what was added, and where only some have one."""
    if item.item.number:
        return item.item.number
    listed_items = [x for x in meeting.agenda.items if x.kind != "paus"]
    if item.added or item.item.kind == "paus" or any(x.number for x in listed_items):
        return ""
    return str(next(place for place, x in enumerate(listed_items, 1) if x.id == item.id))


@dataclass(frozen=True, repr=False, eq=False)
class Sayings(Value):
    """The words of one moment."""

    meeting: Meeting
    style: Style
    moment: datetime
    reservations: bool

    # Words

    @property
    def words(self) -> Words:
        """How names, motions and times are written in this style."""
        return Words(self.meeting, self.style)

    @property
    def body(self) -> str:
        """`nämnden`, in the middle of a sentence."""
        return self.meeting.body.definite

    @property
    def Body(self) -> str:
        """`Nämnden`, at the beginning of one."""
        return upper_first(self.body)

    def name(self, item: ItemState, proposal: str) -> str:
        """What a proposal is called when it is put: `förvaltningens förslag`, `Karin Bergs (M) yrkande`."""
        return self.words.proposal(item, proposal)

    def _receiver(self, item: ItemState) -> str:
        return lower_first(item.item.chain[0]) if item.proposes and item.item.chain else ""

    def asks(self, item: ItemState, proposal: str) -> str:
        """The question for one proposal, in the words of this body: it decides, it proposes, or it is fullmäktige."""
        if receiver := self._receiver(item):
            return f"Föreslår {self.body} {receiver} besluta enligt {proposal}?"
        if self.meeting.plan.kind == "fullmäktige":
            return f"Kan {self.body} besluta enligt {proposal}?"
        return f"Beslutar {self.body} enligt {proposal}?"

    def finds(self, item: ItemState, winner: str) -> str:
        """What the chair found in the main question; an ellipsis while it is not recorded."""
        receiver = self._receiver(item)
        verb = f"föreslår {receiver} besluta" if receiver else "beslutar"
        if not winner:
            return f"Jag finner att {self.body} {verb} enligt …"
        if _rejects(item, winner):
            rejects = f"föreslår {receiver} avslå" if receiver else "avslår"
            return f"Jag finner att {self.body} {rejects} {self.words.prepared(item)}."
        return f"Jag finner att {self.body} {verb} enligt {self.name(item, winner)}."

    def has_decided(self, item: ItemState, question: Question | None, winner: str) -> str:
        """What a vote came to, as it is told."""
        kind = question.entry.event.kind if question else "huvudfråga"
        receiver = self._receiver(item)
        motion = item.motion(winner)
        if question and (paused := self.on_a_pause(item, question.entry.event.alternatives, winner)):
            return f"{self.Body} har beslutat att {paused}."
        if winner == DECIDE_TODAY:
            return f"{self.Body} har beslutat att ärendet ska avgöras i dag."
        if motion and motion.entry.event.kind in FORMAL_VERBS:
            return f"{self.Body} har beslutat att ärendet ska {FORMAL_VERBS[motion.entry.event.kind]}."
        if kind == "motförslag":
            return f"{self.Body} har utsett {self.name(item, winner)} till motförslag."
        if kind == "tillägg":
            return f"{self.Body} har beslutat att tilläggsyrkandet {'avslås' if winner == REJECTION else 'bifalls'}."
        if _rejects(item, winner):
            refused = self.words.prepared(item)
            return f"{self.Body} {f'föreslår {receiver} avslå' if receiver else 'har beslutat avslå'} {refused}."
        named = self.name(item, PREPARED if winner == "bifall" else winner)
        return f"{self.Body} {f'föreslår {receiver} besluta' if receiver else 'har beslutat'} enligt {named}."

    @staticmethod
    def on_a_pause(item: ItemState, alternatives: Sequence[str], winner: str) -> str:
        """What became of a motion to adjourn (R-609), after which the item is decided today all the same; empty for other questions."""
        asked = next((m for a in alternatives if (m := item.motion(a)) and m.entry.event.kind == "ajournering"), None)
        return f"yrkandet om ajournering {'bifalls' if winner == asked.id else 'avslås'}" if asked else ""

    # M-1–M-4: the beginning

    def m1(self) -> Script:
        """The opening."""
        return Script("M-1", (say("Härmed förklarar jag sammanträdet öppnat."), GAVEL, say("Välkomna.")))

    def m2(self) -> Script:
        """The roll call, and what it came to: how many serve, and whether they are a quorum."""
        seats = self.meeting.seats
        word = self.words.quorate
        quorate = word if attendance.quorate(self.meeting) or not self.meeting.opened else f"inte {word}"
        told = f"Vi är {self._count()} tjänstgörande av {seats} ledamöter och {self.body} är {quorate}. Uppropet är därmed avslutat."
        return Script("M-2", (say("Sekreteraren förrättar upprop."), PAUSE, say(told), GAVEL))

    def _count(self, item: ItemState | None = None) -> str:
        """How many serve, in the item that goes on if there is one; before the opening nobody knows."""
        return str(len(attendance.present(self.meeting, item))) if self.meeting.opened else "…"

    def m3(self) -> Script:
        """Who approves the minutes: those the meeting has chosen, else those of the agenda."""
        named = [*map(self.meeting.label, approvers(self.meeting))]
        count = max(self.meeting.rules.justerare_count, 1)
        main, reserve = listed(named[:count]) or "…", listed(named[count:])
        proposed = f"Till justerare föreslås {main}{f', med {reserve} som ersättare' if reserve else ''}. Kan {self.body} utse {main}?"
        cues = [say(proposed), YES, say("Svaret är ja."), GAVEL]
        chosen = chosen_approvers(self.meeting)
        if chosen is not None and chosen.date:
            at = f" kl. {self.words.time(chosen.time)}" if chosen.time else ""
            cues.append(say(f"Justering sker {self.words.date(chosen.date)}{at}."))
        return Script("M-3", tuple(cues))

    def m4(self) -> Script:
        """The agenda, with the changes that have been made to it; and whether anybody has a conflict of interest."""
        changes = self._agenda_changes()
        added = "" if not changes else " med den ändringen" if changes == 1 else " med de ändringarna"
        return Script(
            "M-4",
            (
                say("Finns det tillägg eller ändringar?"),
                PAUSE,
                say(f"Kan vi fastställa dagordningen{added}?"),
                YES,
                say("Svaret är ja."),
                GAVEL,
                say("Är det någon som vill anmäla jäv i något ärende?"),
            ),
        )

    def _agenda_changes(self) -> int:
        m = self.meeting
        prepared = [x.id for x in m.agenda.items]
        added = sum(1 for x in m.items.values() if x.added)
        gone = sum(1 for x in m.agenda.items if not x.withdrawn and m.items[x.id].phase == "utgått")
        moved = [i for i in m.order if not m.items[i].added] != prepared
        return added + gone + moved

    # M-5: one proposal

    def m5_opening(self, item: ItemState) -> Script:
        """An item is called, and the word goes to whoever presents it."""
        number = item_number(self.meeting, item)
        called = f"ärende {number}, {item.item.short}" if number else f"ärendet {item.item.short}"
        return Script("M-5", (say(" ".join(filter(None, (f"Vi går till {called}.", self._presenters(item))))),))

    def _presenters(self, item: ItemState) -> str:
        if not item.item.presenters:
            return ""
        leads = attendance.chair(self.meeting, item) or ""
        named: list[str] = []
        for text in item.item.presenters:
            found = next((i for i, p in self.meeting.people.items() if _is_presenter(p, text)), "")
            if found and found == leads:
                return "Jag föredrar ärendet."
            named.append(self.meeting.people[found].name if found else lower_first(text))
        return f"Ordet till {listed(named)}."

    def _floor(self, item: ItemState) -> Script | None:
        """The next speaker, when somebody waits and nobody speaks."""
        waiting = queue(self.meeting, item)
        if not waiting or floor(self.meeting, item, self.moment) is not None:
            return None
        kind = "" if waiting[0].kind == "anförande" else f", {waiting[0].kind}"
        return Script("M-5", (say(f"Ordet till {self.meeting.label(waiting[0].person)}{kind}."),))

    def _free(self, item: ItemState) -> tuple[Cue, ...]:
        return (say("Ordet är fritt."), PAUSE)

    def closing(self, item: ItemState) -> tuple[Cue, ...]:
        """The end of the debate."""
        if item.debate_closed:
            return ()
        ready = (
            f" Är {self.body} beredd att gå till beslut?" if not self.meeting.body.neuter else f" Är {self.body} berett att gå till beslut?"
        )
        if self._only_notes(item):
            return (say("Ingen mer begär ordet. Jag förklarar överläggningen avslutad."),)
        return (say(f"Ingen mer begär ordet. Jag förklarar överläggningen avslutad.{ready}"), YES)

    @staticmethod
    def _only_notes(item: ItemState) -> bool:
        return item.item.kind in {"information", "anmälan", "fråga"} and not proposals(item)

    def decision(self, item: ItemState) -> tuple[Cue, ...]:
        """The question for a single proposal, and what follows from a yes."""
        stands = proposals(item)
        if self._only_notes(item):
            asked = {"anmälan": "lägga anmälan till handlingarna", "information": "anteckna informationen"}.get(item.item.kind)
            return (say(f"Kan {self.body} {asked}?"), YES, GAVEL) if asked else ()
        if not stands:
            return ()
        named = self.name(item, stands[0].id)
        whose = f", {named.removesuffix(' förslag')}" if named.endswith(" förslag") else f", {named}" if not stands[0].prepared else ""
        return (
            say(f"Det finns ett förslag{whose}. {self.asks(item, named)}"),
            YES,
            find(self.finds(item, stands[0].id)),
            Cue("paus", "paus"),
            GAVEL,
        )

    # M-13–M-16

    def m13(self, until: datetime | None) -> Script:
        """An adjournment, `until` a time if it is said, and the resuming after it."""
        when = f" till kl. {self.words.time(until.astimezone(self.moment.tzinfo))}" if until else ""
        during = self.meeting.items.get(self.meeting.adjournments[-1].during) if self.meeting.phase == "ajournerat" else None
        again = say(f"Sammanträdet återupptas. Vi är {self._count(during)} tjänstgörande.")
        return Script("M-13", (say(f"Sammanträdet ajourneras{when}."), GAVEL, PAUSE, again, GAVEL))

    def m14(self) -> Script:
        """Whether anybody wants to reserve themselves, after a decision that was disputed."""
        return Script(
            "M-14",
            (
                say("Vill någon reservera sig eller lämna protokollsanteckning?"),
                PAUSE,
                say("Noteras. Skriftlig motivering lämnas före justeringen."),
            ),
        )

    def m15(self) -> Script:
        """Whether the § is to be approved at once."""
        read = Cue("gör", "Sekreteraren läser den skrivna texten; ordföranden och justeraren skriver under.")
        return Script("M-15", (say(f"Kan {self.body} besluta att paragrafen justeras omedelbart?"), YES, GAVEL, read))

    def m16(self) -> Script:
        """The end, at the moment it is said."""
        more = ", till exempel en reservation som inte är anmäld" if self.reservations else ""
        at = self.words.time(self.moment)
        return Script(
            "M-16",
            (
                say(f"Finns det något ytterligare{more}?"),
                PAUSE,
                say(f"Dagordningen är genomgången. Jag förklarar sammanträdet avslutat kl. {at}."),
                GAVEL,
            ),
        )


def formality(item: ItemState) -> str:
    """Which of the formalities an item is: it has a script of its own. Outside `formalia` the title must say no more than that."""
    title = item.item.title.casefold().strip()
    if item.item.kind != "formalia" and not (item.item.kind in {"beslut", "val"} and _PLAINLY_FORMAL.match(title)):
        return ""
    return next((name for name, words in _FORMALITIES.items() if any(word in title for word in words)), "")


_PLAINLY_FORMAL = re.compile(
    r"(val av |utseende av )?(protokolls)?justerare\b|upprop\W*$"
    r"|((godkännande|fastställande) av )?(dagordning|föredragningslista)(en|n)?\W*$"
)
_FORMALITIES = {
    "justerare": ("juster",),
    "dagordning": ("dagordning", "föredragningslista", "ärendelista"),
    "öppnande": ("öppn",),
    "upprop": ("upprop",),
    "avslutning": ("avslut",),
}


def _rejects(item: ItemState, winner: str) -> bool:
    motion = item.motion(winner)
    return winner == REJECTION or (motion is not None and motion.entry.event.kind == "avslag")


def _is_presenter(person: Person, text: str) -> bool:
    return folded(text) in {folded(x) for x in (person.name, person.label, person.title, person.role) if x}
