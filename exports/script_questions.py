"""What the chair says when proposals stand against each other, in votes, at referral, jäv and additions (M-6–M-12)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agendas.model import split_points
from exports.rulings import FORMAL_DONE, FORMAL_VERBS, vote_meaning
from exports.script_model import GAVEL, PAUSE, YES, Cue, Script, find, say
from exports.script_words import Sayings, formal_verb
from exports.swedish import begins_with_att, listed, lower_first, upper_first
from sessions import attendance, voting
from sessions.meeting import ItemState, Motion, Vote
from sessions.procedure import ProposedQuestion, answers, settlement
from sessions.proposals import DECIDE_TODAY, REJECTION, additions, proposals

_NUMBERS = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_LONGEST_ABOUT = 90
"""Characters of a motion that can be said inside a sentence; longer ones stand on the table to be read."""


def number_in_words(number: int) -> str:
    """`två`; figures beyond twelve."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


class Questions(Sayings):
    """The words of one moment in which there is something to choose between."""

    def _found(self, item: ItemState) -> Iterable[Script]:
        """The finding of the main question, or of the formal one that ended the item."""
        settled = settlement(item)
        winner = answers(item).get("huvudfråga", "")
        if settled is not None and (motion := item.motion(settled.winner)) and motion.entry.event.kind in FORMAL_DONE:
            yield Script("M-10", (say(self._sent_away(motion)), GAVEL))
            return
        votes = voting.main_votes(item)  # a vote on somebody's jäv has told its result already
        if votes and votes[-1].closed is not None:
            yield from self._result(item, votes[-1])
        elif winner:
            yield Script(
                "M-6" if len(proposals(item)) == 2 else "M-7" if len(proposals(item)) > 2 else "M-5",
                (say(self.finds(item, winner)), Cue("paus", "paus"), GAVEL),
            )

    def found_out(self, item: ItemState, question: ProposedQuestion, winner: str) -> str:
        """What the chair found in a question that is being put, as it is told before the gavel."""
        motion = item.motion(winner)
        if paused := self.on_a_pause(item, question.alternatives, winner):
            return f"Jag finner att {paused}."
        if winner == DECIDE_TODAY:
            return "Jag finner att ärendet ska avgöras i dag."
        if question.kind == "formell" and motion is not None:
            return f"Jag finner att ärendet ska {formal_verb(motion)}."
        if question.kind == "tillägg":
            return f"Jag finner att tilläggsyrkandet {'avslås' if winner == REJECTION else 'bifalls'}."
        if question.kind == "motförslag":
            return f"Jag finner att {self.name(item, winner)} är motförslag."
        return self.finds(item, winner)

    # M-6, M-7: proposals against each other

    def m6(self, item: ItemState, question: ProposedQuestion) -> Script:
        """Two proposals: what was heard, and one against the other (R-606)."""
        stands = question.alternatives
        described = listed(self._described(item, p) for p in stands)
        where = f"I {self.words.points(question.points)} " if question.points else ""
        heard = f"{where}har jag uppfattat" if where else "Jag har uppfattat"
        cues = [say(f"{heard} {number_in_words(len(stands))} förslag: {described}. Är det rätt uppfattat?"), YES, GAVEL]
        for place, proposal in enumerate(stands):
            asked = f"De som bifaller {self.name(item, proposal)} säger ja."
            cues += [say(f"Jag ställer förslagen mot varandra. {asked}" if place == 0 else asked), Cue("svar", "Ja!")]
        cues += [find(self.finds(item, "")), Cue("paus", "paus; votering begärs → M-8"), GAVEL]
        return Script("M-6", tuple(cues))

    def _described(self, item: ItemState, proposal: str) -> str:
        motion = item.motion(proposal)
        named = self.name(item, proposal)
        about = self._about(motion) if motion else ""
        return f"{named} om {about}" if about and about not in named else named

    def _about(self, motion: Motion) -> str:
        """What a motion is about, as far as it can be said in a breath."""
        event, text = motion.entry.event, motion.text.strip().rstrip(".")
        if event.kind == "avslag":
            return "avslag"
        if event.kind == "ändring":
            return f"ändring av {self.words.points(event.points)}" if event.points else "ändring"
        short = begins_with_att(text) and len(text) <= _LONGEST_ABOUT and "\n" not in text and len(split_points(text)) == 1
        return lower_first(text) if short else ""

    def m7(self, item: ItemState, question: ProposedQuestion) -> Script:
        """Three or more: each for itself in the order that is proposed, until a vote is asked for (R-606)."""
        stands = question.alternatives
        names = [self.name(item, p) for p in stands]
        how_many = number_in_words(len(stands))
        order = "Jag föreslår att de prövas vart för sig. Kan propositionsordningen godkännas?"
        first, *rest = names
        asked = " … ".join([f"Bifaller {self.body} {first}?", *(f"{upper_first(name)}?" for name in rest)])
        return Script(
            "M-7",
            (
                say(f"Det finns {how_many} förslag: {listed(names)}. {order}"),
                YES,
                GAVEL,
                say(asked),
                find(f"Jag finner att {self.body} bifaller …"),
                Cue("gör", "Om votering begärs:"),
                *self.m7_counter(item, stands[1:3], stands[0]).cues,
            ),
        )

    def m7_counter(self, item: ItemState, sides: Sequence[str], main: str) -> Script:
        """The rival of the main proposal: B against C."""
        first, second = (self.name(item, s) for s in sides[:2])
        head = self.name(item, main)
        return Script(
            "M-7",
            (
                say(
                    f"Votering är begärd och ska verkställas. {upper_first(head)} är huvudförslag. "
                    f"För att utse motförslag ställer jag {first} mot {second}."
                ),
                say(f"Ska {first} vara motförslag? … Ska {second} vara motförslag?"),
                find("Jag finner att … är motförslag."),
                Cue("paus", f"votering kan begäras även här: ja för {first}, nej för {second}"),
                GAVEL,
            ),
        )

    # M-8, M-9: votes

    def _vote(self, item: ItemState, vote: Vote) -> Iterable[Script]:
        if vote.counted is None and (not vote.cast or voting.missing(self.meeting, item, vote)):
            event = vote.entry.event
            yes, no = (vote_meaning(self.words, item, side) for side in (event.yes, event.no))
            begin = () if vote.cast else self._order_of_vote(yes, no)
            yield Script("M-8", (*begin, *self._roll(secret=event.secret)))
            return
        yield Script("M-8", self._end_of_vote())
        yield from self._result(item, vote)

    def _order_of_vote(self, yes: str, no: str) -> tuple[Cue, ...]:
        order = f"Ja-röst för {yes}, nej-röst för {no}. Kan omröstningsordningen godkännas?"
        return say(f"Votering är begärd och ska verkställas. {order}"), YES, GAVEL

    def _roll(self, *, secret: bool = False) -> tuple[Cue, ...]:
        how = "Omröstningen är sluten." if secret else "Sekreteraren ropar upp. Svara ja, nej eller avstår."
        return say(how), PAUSE, *self._end_of_vote()

    @staticmethod
    def _end_of_vote() -> tuple[Cue, ...]:
        return say("Har alla avgett sin röst? Omröstningen är avslutad."), GAVEL

    def _result(self, item: ItemState, vote: Vote) -> Iterable[Script]:
        counted = voting.result(self.meeting, item, vote)
        question = voting.question_of(item, vote)
        winner = voting.alternative(item, vote, counted.side) or (vote.entry.event.yes if counted.side == "ja" else vote.entry.event.no)
        if counted.by == "lottning":
            lot = say("Röstetalet är lika. Valet avgörs genom lottning.")
            yield Script("M-9", (lot, Cue("gör", "Sekreteraren drar lotten, bevittnad av justeraren."), GAVEL))
        elif counted.tie and counted.by != "minoritet":
            tie = f"Röstetalet är lika, {counted.yes} mot {counted.no}."
            own = f"Jag har röstat {counted.side}" if counted.side else "Jag röstar …"
            decided = f" {self.has_decided(item, question, winner)}" if counted.side else ""
            yield Script("M-9", (say(f"{tie} {own} och min utslagsröst avgör.{decided}"), GAVEL))
        else:
            told = f"Resultatet är {counted.yes} ja, {counted.no} nej, {counted.abstain} avstår."
            yield Script("M-8", (say(f"{told} {self.has_decided(item, question, winner)}"), GAVEL))

    # M-10–M-12

    def m10(self, item: ItemState, question: ProposedQuestion) -> Script:
        """A formal motion: whether the item is to be decided today at all, before anything else (R-611, R-612)."""
        motion = item.motion(question.motion)
        kind = motion.entry.event.kind if motion else "bordläggning"
        if motion is None or kind not in FORMAL_VERBS:
            asked = f"Bifaller {self.body} yrkandet? … Avslår {self.body} yrkandet?"
            return Script("M-10", (say(f"Det finns ett yrkande om {kind}. {asked}"), find("Jag finner att yrkandet …"), GAVEL))
        motive = () if motion.text.strip() or kind == "bordläggning" else (say("Hur lyder motiveringen?"), PAUSE)
        return Script(
            "M-10",
            (
                *motive,
                say(f"Det finns ett yrkande om {kind}. Jag prövar först om ärendet ska avgöras i dag."),
                say(f"Ska ärendet avgöras i dag? … Ska ärendet {FORMAL_VERBS[kind]}?"),
                find("Jag finner att ärendet ska avgöras i dag."),
                GAVEL,
                Cue("gör", "Annars:"),
                say(self._sent_away(motion)),
                GAVEL,
            ),
        )

    @staticmethod
    def _sent_away(motion: Motion) -> str:
        text = motion.text.strip().rstrip(".")
        reason = f" med motiveringen {lower_first(text)}" if text else ""
        return f"Ärendet {FORMAL_DONE[motion.entry.event.kind]}{reason}."

    def recusals(self, item: ItemState) -> Iterable[Script]:
        """M-11 for those who have declared jäv in an item, and for what is disputed."""
        if pending := voting.disputed(item):
            yield self.m11_disputed(item, pending)
        if out := item.recused and [p for p in item.recused if p not in pending]:
            yield self.m11(item, out)

    def m11(self, item: ItemState, out: Sequence[str]) -> Script:
        """Somebody has declared jäv: who leaves (not said in fullmäktige, R-409), who serves instead, who leads if it is the chair."""
        instead = [s.person for s in attendance.servers(self.meeting, item) if s.seat_of in out]
        leaves = "" if self.meeting.plan.kind == "fullmäktige" else f"{self.words.people(out)} lämnar lokalen"
        serves = f"{self.words.people(instead)} tjänstgör" if instead else ""
        told = ", ".join(filter(None, (leaves, serves)))
        cues = [say(f"Noteras. {told}." if told else "Noteras.")]
        leads = attendance.chair(self.meeting, item)
        if leads is not None and any(self.meeting.people[p].role == "ordförande" for p in out if p in self.meeting.people):
            cues.append(Cue("gör", f"{self.meeting.label(leads)} leder sammanträdet i ärendet."))
        return Script("M-11", tuple(cues))

    def m11_disputed(self, item: ItemState, persons: Sequence[str]) -> Script:
        """Whether there is jäv, put to the others (R-405)."""
        named = self.words.people(persons)
        leaves = "" if self.meeting.plan.kind == "fullmäktige" else f" {named} lämnar lokalen."
        return Script(
            "M-11",
            (
                say(f"Fråga har uppkommit om {named} är jävig.{leaves} Anser {self.body} att jäv föreligger?"),
                PAUSE,
                find("Jag finner att jäv … föreligger."),
                GAVEL,
            ),
        )

    def m12(self, item: ItemState, question: ProposedQuestion) -> Script:
        """A tilläggsyrkande, when the main question has its answer."""
        motion = item.motion(question.motion)
        owners = self.words.owners(motion.entry.event.by) if motion else ""
        left = [m for m in additions(item) if m.id not in answers(item)]
        told = f"Då återstår {owners} tilläggsyrkande." if len(left) == 1 else f"Nu prövas {owners} tilläggsyrkande."
        return Script(
            "M-12",
            (
                say(f"{told} Bifaller {self.body} tilläggsyrkandet? … Avslår {self.body} tilläggsyrkandet?"),
                find("Jag finner att tilläggsyrkandet …"),
                GAVEL,
            ),
        )
