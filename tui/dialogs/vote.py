"""F6: a vote. First what ja and nej mean, then the roll, the chair last; every vote is recorded as it is called.

Left in the middle, the vote stays open and F6 goes on with it. From its line in the § any vote of the meeting is opened
again: its words, its numbers, and the names, which may come from a list long after the gavel.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, ClassVar, Literal

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static

from sessions import voting
from sessions.events import Choice, Event, VoteCast, VoteCounted, VoteOpened
from sessions.meeting import Vote
from sessions.session import Refused
from tui.dialogs.base import Answer
from tui.dialogs.fields import Choices, Option, Row, Toggle
from tui.dialogs.people import PeoplePicker, people_choices
from tui.dialogs.recording import Missing, RecordingDialog
from tui.dialogs.vote_list import VoteListDialog
from tui.dialogs.vote_outcome import closing, recast
from tui.dialogs.vote_subject import Subject, meaning, side_label, subject_of
from tui.dialogs.vote_tally import Tally
from tui.literal import line, plain
from tui.matching import ranked
from tui.texts.vote import Vote as Words
from tui.widgets.line_box import LineBox
from tui.widgets.vote_roll import Voter, VoteRoll

Stage = Literal["words", "roll", "numbers"]
EARLIER = "earlier"
COUNTS = ("count-yes", "count-no", "count-abstain")
QUALIFIED_KINDS = frozenset({"fullmäktige", "förening"})
"""Where a question may want more than half of the votes: by law only fullmäktige, by their statutes associations (R-712)."""


class VoteDialog(RecordingDialog):
    """F6, Enter, then one key a person."""

    TITLE_TEXT = Words.TITLE
    CHANGE_TEXT = Words.CHANGE
    HELP_TEXT = Words.HELP
    SAVE_TEXT = Words.START
    AUTO_FOCUS = "#yes"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+r", "numbers", Words.NUMBERS, show=False)]

    _stage: Stage = "words"
    _about = ""
    """Whose jäv is voted on."""
    _list_left = ""
    """Lines of a pasted list that could not be read, kept while the dialog is open."""
    _asked = ""
    """What the last Enter was answered with: the same Enter again means it."""
    _again = False

    def buttons(self) -> tuple[Answer, ...]:
        """A vote that is opened again has its names beside its words."""
        more = (Answer("votes", Words.NAMES, "f6"),) if self.entry else ()
        strike, *rest = super().buttons() if self.strike else (None, *super().buttons())
        return tuple(filter(None, (strike, *more, *rest)))

    def more_answers(self) -> tuple[Answer, ...]:
        """The result first, the names later or never; the votes that the item has had already."""
        earlier = (Answer(EARLIER, Words.EARLIER, "ctrl+e"),) if not self.entry and self._earlier else ()
        return (*earlier, Answer("numbers", Words.NUMBERS, "ctrl+r"))

    @property
    def _earlier(self) -> bool:
        return any(v.closed for v in self.state.votes) if self.state else False

    def body(self) -> Iterable[Widget]:
        """What is voted on; the roll; the numbers; the sum."""
        event: VoteOpened | None = self.entry.event if self.entry else None
        disputed = voting.disputed(self.state) if self.state and not self.entry else ()
        self._about = disputed[0] if disputed else ""
        about = [*(Option(p, Words.jav(self.meeting.label(p))) for p in disputed), Option("", Words.THE_ITEM)]
        subject = self.subject
        sides = [Option(p, side_label(self.meeting, self.state, p)) for p in subject.stands] if self.state else []
        yield Row(Words.ABOUT, Choices(about, self._about, id="about"), id="row-about")
        yield Row(Words.YES, Choices(sides, subject.yes, id="side-yes"), id="row-side-yes")
        yield Row(Words.NO, Choices(sides, subject.no, id="side-no"), id="row-side-no")
        yield Row(Words.YES_MEANS, LineBox(event.yes if event else self._meaning(subject.yes), id="yes"), id="row-yes")
        yield Row(Words.NO_MEANS, LineBox(event.no if event else self._meaning(subject.no), id="no"), id="row-no")
        people = people_choices(self.meeting, self.state)
        yield Row(Words.BY, PeoplePicker(people, event.requested_by if event else (), id="by"), id="row-by")
        majorities = [Option(*m) for m in Words.MAJORITIES]
        yield Row(Words.MAJORITY, Choices(majorities, event.majority if event else "", id="majority"), id="row-majority")
        yield Row("", Toggle(Words.SECRET, bool(event and event.secret), id="secret"), id="row-secret")
        with Vertical(id="calling"):
            yield Static("", id="now", markup=False)
            yield Static("", id="then", markup=False)
        yield VoteRoll(id="roll")
        yield Row(Words.FIND, LineBox("", placeholder=Words.FIND_HINT, id="find"), id="row-find")
        for label, name in zip((Words.YES, Words.NO, Words.ABSTAINS), COUNTS, strict=True):
            yield Row(label, LineBox("", id=name, classes="clock"), id=f"row-{name}")
        casting = (Option("", Words.MISSING), Option("ja", Words.YES, "j"), Option("nej", Words.NO, "n"))
        said = self.vote.closed.event.casting_vote if self.vote and self.vote.closed else ""
        yield Row(Words.CASTING, Choices(casting, said, id="casting"), id="row-casting")
        yield Row(Words.LOT, Choices((Option("", Words.MISSING),), "", id="lot"), id="row-lot")
        yield Static("", id="sum", markup=False)
        yield Static("", id="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with what ja and nej mean, or where an open vote was left; a vote whose names are missing, with the names."""
        vote = self.vote
        if self.entry:
            self._stage = "roll" if vote and vote.names_missing else "words"
        else:
            self._stage = "words" if vote is None else self._first_stage(vote)
        self.show_row("row-find", False)
        self._show_stage()

    # What is voted on

    @property
    def subject(self) -> Subject:
        """What a vote that is demanded now is about; nothing for one that exists."""
        return subject_of(self.meeting, self.state, self._about) if self.state and not self.entry else Subject(())

    def _meaning(self, side: str) -> str:
        return meaning(self.meeting, self.state, self.subject, side) if self.state else ""

    @on(Choices.Picked, "#about")
    def _about_picked(self, event: Choices.Picked) -> None:
        self._about = event.value
        subject = self.subject
        for name, side in (("yes", subject.yes), ("no", subject.no)):
            options = [Option(p, side_label(self.meeting, self.state, p)) for p in subject.stands] if self.state else []
            self.query_one(f"#side-{name}", Choices).set_options(options, side)
            self.query_one(f"#{name}", LineBox).show(self._meaning(side))
        self._show_stage(focus=False)

    @on(Choices.Picked, "#side-yes")
    @on(Choices.Picked, "#side-no")
    def _side_picked(self, event: Choices.Picked) -> None:
        name = (event.choices.id or "").removeprefix("side-")
        self.query_one(f"#{name}", LineBox).show(self._meaning(event.value))

    # Stages: the words, the roll or the numbers

    @property
    def vote(self) -> Vote | None:
        """The vote that is going on, or the one that was opened again."""
        if self.state is None:
            return None
        if self.entry:
            seq = self.entry.seq
            return next((v for v in self.state.votes if v.entry.seq == seq), None)
        return self.state.open_vote

    @staticmethod
    def _first_stage(vote: Vote) -> Stage:
        return "numbers" if vote.entry.event.secret or vote.counted else "roll"

    def _show_stage(self, focus: bool = True) -> None:
        vote, stage = self.vote, self._stage
        words, roll, numbers = stage == "words", stage == "roll", stage == "numbers"
        for name in ("yes", "no", "by", "secret"):
            self.show_row(f"row-{name}", words)
        self.show_row("row-about", words and bool(self._choices("about")[1:]))
        kept = vote is not None and bool(vote.entry.event.majority)
        self.show_row("row-majority", words and (kept or self.meeting.plan.kind in QUALIFIED_KINDS))
        for name in ("side-yes", "side-no"):
            self.show_row(f"row-{name}", words and len(self.subject.stands) > 2)
        for name in COUNTS:
            self.show_row(f"row-{name}", numbers)
        for id in ("calling", "roll", "keys"):
            self.query_one(f"#{id}").display = roll
        self.query_one("#sum").display = not words
        self.show_row("row-casting", words and self._casting_stands)
        self.show_row("row-lot", False)
        self._label_buttons()
        if vote is None or words:
            return
        if numbers and vote.counted and not any(self.value(name) for name in COUNTS):
            for name, count in zip(COUNTS, (vote.counted.yes, vote.counted.no, vote.counted.abstain), strict=True):
                self.query_one(f"#{name}", LineBox).show(str(count))
        self._show_votes()
        self.call_after_refresh(self.refresh_preview)
        if focus:
            self.query_one("#count-yes" if numbers else "#roll").focus()

    @property
    def _casting_stands(self) -> bool:
        """Whether a closed vote that was a tie is looked at: then the casting vote can be put right (R-708)."""
        vote = self.vote
        if not self.entry or vote is None or vote.closed is None or self.state is None:
            return False
        return voting.result(self.meeting, self.state, vote).by in {"utslagsröst", "oavgjort"}

    def _choices(self, id: str) -> tuple[Option, ...]:
        return self.query_one(f"#{id}", Choices).options

    def _label_buttons(self) -> None:
        vote, stage = self.vote, self._stage
        secret = vote is not None and vote.entry.event.secret
        save = self.SAVE_TEXT if not self.entry else RecordingDialog.SAVE_TEXT
        if stage == "roll" and self.entry:
            save = Words.READY
        elif stage != "words" and not self.entry:
            save = Words.CLOSE_VOTE
        button = self.query_one("#answer-save", Button)
        button.label = plain(f"{save} (Ctrl+S)")
        button.refresh(layout=True)
        self.query_one("#answer-numbers").display = not (secret and stage != "words") and not (self.entry and stage == "words")
        if self.entry:
            self.query_one("#answer-votes").display = stage == "words" and vote is not None

    @property
    def tally(self) -> Tally | None:
        """What the vote comes to as it stands now, with the numbers that are typed and the side that is said."""
        if self.state is None or self.vote is None:
            return None
        typed = (self.value("count-yes"), self.value("count-no"), self.value("count-abstain")) if self._stage == "numbers" else None
        return Tally(self.meeting, self.state, self.vote, typed, self.choice("casting"))

    def _show_votes(self) -> None:
        """Bring roll, names and sum up to what is recorded."""
        tally = self.tally
        if tally is None:
            return
        people = self.meeting.people
        voters = [Voter(p, self.meeting.label(p), people[p].party if p in people else "") for p in tally.called]
        self.query_one("#roll", VoteRoll).show(voters, tally.vote.cast)
        self._show_sum()

    @on(VoteRoll.Turned)
    def _show_called(self) -> None:
        """The two next names, large; they must be readable at a glance by whoever reads aloud."""
        roll = self.query_one("#roll", VoteRoll)
        called, then = roll.called, roll.following
        done = bool(roll.voters) and not roll.left
        now = f"{Words.NOW} {_spaced(called.label)}" if called and not (done and not self.entry) else Words.ALL_HEARD
        if done and self.entry:
            now = Words.ALL_NAMED if called is None else now
        self.query_one("#now", Static).update(plain(now, "bold"))
        self.query_one("#then", Static).update(line(f"{Words.THEN} {then.label}" if then else "", "bold"))
        self.query_one("#keys", Static).update(roll.keys)

    def _show_sum(self) -> None:
        tally = self.tally
        if tally is not None and self._stage != "words":
            self.query_one("#sum", Static).update(tally.rows)

    def field_changed(self) -> None:
        """The sum follows the numbers; a tie asks for the chair's side, or for the lot's."""
        tally = self.tally
        if tally is not None and self._stage != "words" and not tally.vote.closed:
            found = tally.result
            tied = tally.complete and found.tie
            self.show_row("row-casting", tied and self._stage == "numbers" and found.by in {"oavgjort", "utslagsröst"})
            sides = tally.lot_sides if tied else ()
            named = (Option(s, side_label(tally.meeting, tally.item, s), str(n)) for n, s in enumerate(sides, 1))
            options = (Option("", Words.MISSING), *named)
            if self._choices("lot") != options:
                self.query_one("#lot", Choices).set_options(options)
            self.show_row("row-lot", bool(sides))
        self._show_sum()

    # The roll

    @on(VoteRoll.Answered)
    def _answered(self, event: VoteRoll.Answered) -> None:
        at, vote = self.session.clock(), self.vote
        id = vote.id if vote and vote.closed else ""
        self.record(tuple(VoteCast(at=at, item=self.item, vote=id, person=p, choice=event.choice) for p in event.persons))

    @on(VoteRoll.Asked)
    def _roll_asked(self, event: VoteRoll.Asked) -> None:
        if event.what == "list":
            self._open_list(event.text)
            return
        self.show_row("row-find", True)
        find = self.query_one("#find", LineBox)
        find.show("")
        self.set_focus(find)

    @on(Input.Changed, "#find")
    def _find(self, event: Input.Changed) -> None:
        roll = self.query_one("#roll", VoteRoll)
        found = ranked(event.value, roll.voters, lambda voter: voter.label) if event.value.strip() else []
        if found:
            roll.find(found[0].id)

    @on(Input.Submitted, "#find")
    def _found_name(self, event: Input.Submitted) -> None:
        event.stop()
        event.prevent_default()
        self._close_find()

    def _close_find(self) -> None:
        self.show_row("row-find", False)
        self.set_focus(self.query_one("#roll"))

    @on(OptionList.OptionSelected, "#roll")
    def _enter_on_the_roll(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.save()

    def _open_list(self, text: str) -> None:
        tally, people = self.tally, self.meeting.people
        begun = "\n".join(filter(None, (self._list_left, text)))
        voters = {p: people[p] for p in tally.called if p in people} if tally else {}

        def keep(left: str | None) -> None:
            self._list_left = (left or "").strip()

        self.app.push_screen(VoteListDialog(voters, people, self._fill, begun, self.candidates), keep)

    def _fill(self, cast: Mapping[str, Choice]) -> str:
        """Record what a list said, where it says something new."""
        vote = self.vote
        if vote is None:
            return ""
        at, id = self.session.clock(), vote.id if vote.closed else ""
        made = tuple(VoteCast(at=at, item=self.item, vote=id, person=p, choice=c) for p, c in cast.items() if vote.cast.get(p) != c)
        refused = self.hand_over(made, True) if made else None
        if refused is None:
            self._cast(made)
        return refused.reason if refused else ""

    def action_numbers(self) -> None:
        """The result first: only numbers."""
        if self._stage == "words" and not self.entry:
            self._numbers_first = True
            self.save()
            return
        vote = self.vote
        if vote is not None and self._stage != "words" and not vote.entry.event.secret:
            self._stage = "roll" if self._stage == "numbers" else "numbers"
            self._show_stage()

    _numbers_first = False

    def act(self, id: str) -> None:
        """`Bara siffror`, `Röster och namn`."""
        if id == EARLIER:
            self.dismiss(False)  # the screen lets one be chosen
        elif id == "numbers":
            self.action_numbers()
        elif id == "votes" and (vote := self.vote) is not None:
            self._stage = "numbers" if vote.entry.event.secret else "roll"
            self._show_stage()

    # Recording

    def save(self) -> None:
        """What is only unusual – votes that are missing, a sum that is another – is told once; the same Enter again means it."""
        if self.entry and self._stage == "roll":
            self.dismiss(True)
            return
        self._again = bool(self.error) and self.error == self._asked
        super().save()
        self._again = False
        self._asked = self.error

    def build(self) -> tuple[Event, ...]:
        """The opening of the vote; then its closing, the answer, and the gavel when nothing more is to be asked."""
        vote = self.vote
        if self._stage == "words" and self.entry:
            yes, no = self._meanings()
            majority: Any = self.choice("majority")
            event: VoteOpened = self.entry.event
            new = replace(event, yes=yes, no=no, secret=self.turned("secret"), requested_by=self.picked("by"), majority=majority)
            said: Any = self.choice("casting")
            turned = recast(self.session, self.state, vote, said) if self.state and vote and self._casting_stands and said else ()
            return turned if turned and new == event else (new, *turned)
        tally = self.tally
        if tally is None:
            return self._begun()
        if self._stage == "numbers":
            counted = self._counted(tally)
            return (counted,) if self.entry else (counted, *self._gavel(tally, (counted,)))
        return () if self.entry else self._gavel(tally, ())

    def _meanings(self) -> tuple[str, str]:
        yes, no = self.value("yes"), self.value("no")
        if not yes or not no:
            raise Missing(Words.NO_MEANING, "#no" if yes else "#yes")
        return yes, no

    def _begun(self) -> tuple[Event, ...]:
        yes, no = self._meanings()
        majority: Any = self.choice("majority")
        secret, by = self.turned("secret"), self.picked("by")
        opened = VoteOpened(at=self.session.clock(), item=self.item, yes=yes, no=no, secret=secret, requested_by=by, majority=majority)
        return (*self.subject.question(opened, self.choice("side-yes"), self.choice("side-no")), opened)

    def _counted(self, tally: Tally) -> VoteCounted:
        """The numbers as typed. Raises `Missing`."""
        if not tally.complete:
            raise Missing(Words.NO_NUMBERS, "#count-yes")
        yes, no, abstain = tally.counts
        if yes + no + abstain > tally.entitled and not self._again:
            raise Missing(Words.too_many(yes + no + abstain, tally.entitled), "#count-yes")
        id = tally.vote.id if tally.vote.closed else ""
        return VoteCounted(at=self.session.clock(), item=self.item, vote=id, yes=yes, no=no, abstain=abstain)

    def _gavel(self, tally: Tally, counted: tuple[Event, ...]) -> tuple[Event, ...]:
        """The closing and what follows from it. Raises `Missing`, once, for what is only unusual."""
        if not tally.complete and not self._again:
            raise Missing(Words.missing(tally.unheard), "#roll")
        found = tally.result
        if found.by == "oavgjort" and not self._again:
            raise Missing(Words.CHAIR_MUST, "#casting" if self._stage == "numbers" else "#roll")
        lot = self.choice("lot") if found.by == "lottning" else ""
        if tally.lot_sides and not lot and not self._again:
            raise Missing(Words.LOT_NEEDED, "#lot")
        return closing(self.session, self.item, tally.vote, counted, found.side if found.by == "utslagsröst" else "", lot)

    def hand_over(self, made: tuple[Event, ...], insist: bool) -> Refused | None:
        """Votes and numbers of a vote that is opened again are facts of their own; only its words are corrected in their place."""
        if self.entry and not any(isinstance(e, VoteOpened) for e in made):
            return self.new_fact(made, insist)
        return super().hand_over(made, insist)

    def recorded(self, made: tuple[Event, ...]) -> None:
        """After the opening the roll, after an answer the next name; after the closing the dialog is done."""
        vote = self.vote
        if any(isinstance(e, VoteOpened) for e in made) and not self.entry and vote is not None:
            self._stage = "numbers" if self._numbers_first else self._first_stage(vote)
            self._show_stage()
        elif made and all(isinstance(e, VoteCast) for e in made):
            self._cast(made)
        else:
            super().recorded(made)

    def _cast(self, made: tuple[Event, ...]) -> None:
        self.show_error("")
        self._show_votes()
        self.query_one("#roll", VoteRoll).go_on(tuple(e.person for e in made if isinstance(e, VoteCast)))
        self.field_changed()
        self.refresh_preview()

    # Esc

    @property
    def typed(self) -> bool:
        """Votes are recorded as they are called: nothing of them is lost with Esc. Numbers are, and lines of a list."""
        if self._stage == "words":
            return super().typed
        if self._stage == "numbers":
            return any(self.query_one(f"#{name}", LineBox).changed and self.value(name) for name in COUNTS)
        return bool(self._list_left)

    def action_step_back(self) -> None:
        """The search for a name is left first."""
        if self.query_one("#row-find").display:
            self._close_find()
        else:
            super().action_step_back()


def _spaced(label: str) -> str:
    """A name that stands out: in capitals with air between the letters, the party after it; as it is when it is long."""
    name, bracket, party = label.partition(" (")
    wide = "   ".join(" ".join(word) for word in name.upper().split())
    return f"{wide}   {bracket.strip()}{party}" if len(wide) <= 60 else label
