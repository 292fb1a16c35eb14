"""Upprops- och voteringslista: who was called and how they voted, seat by seat, as an appendix to the protocol (R-704, R-716)."""

from __future__ import annotations

from collections.abc import Iterator

from exports.document import Block, Document, Heading, Paragraph, Section, Table, text
from exports.rulings import vote_meaning
from exports.sections import title_of
from exports.style_model import Style
from exports.tables import listing
from exports.words import Words
from sessions.attendance import servers
from sessions.events import Choice
from sessions.meeting import ItemState, Meeting, Vote
from sessions.voting import recusal_tried

_CHOICES: tuple[Choice, ...] = ("ja", "nej", "avstår", "frånvarande")


def vote_list(meeting: Meeting, style: Style, *, public: bool = False) -> Document | None:
    """All votes that were held, a table each; None when there was none. Closed ballots are told in numbers only (R-702)."""
    words = Words(meeting, style)
    held = [
        (x, number, vote)
        for x in meeting.numbered
        if not (public and x.item.secret)
        for number, vote in enumerate((v for v in x.votes if v.closed), 1)
    ]
    if not held:
        return None
    sections = (Section(tuple(_vote(words, x, number, vote)), kind="appendix") for x, number, vote in held)
    return listing(words, "Upprops- och voteringslista", *sections)


def _vote(words: Words, item: ItemState, number: int, vote: Vote) -> Iterator[Block]:
    several = sum(1 for v in item.votes if v.closed) > 1
    yield Heading(2, text(f"{words.paragraph(item)} {title_of(item)}{f', omröstning {number}' if several else ''}".strip()))
    event = vote.entry.event
    for phrase, meaning in ((words.style.phrases.vote_yes, event.yes), (words.style.phrases.vote_no, event.no)):
        yield Paragraph(text(words.sentence(phrase, item, meaning=vote_meaning(words, item, meaning))))
    if event.secret:
        yield Paragraph(text(words.sentence(words.style.phrases.vote_secret, item)))
    counts = [str(vote.count(choice)) for choice in _CHOICES[:3]]
    header = ("Ledamot", "Tjänstgörande ersättare", "Ja", "Nej", "Avstår", "Frånvarande")
    rows = [] if event.secret or not vote.cast else list(_rows(words.meeting, item, vote))
    absent = str(sum(1 for row in rows if row[-1] == "X")) if rows else ""
    total = (words.style.phrases.vote_total or "Totalt", "", *counts, absent)
    yield Table(tuple(text(cell) for cell in header), tuple(tuple(text(cell) for cell in row) for row in (*rows, total)), "votes")
    if vote.closed and vote.closed.event.casting_vote:
        yield Paragraph(text(words.sentence(words.style.phrases.vote_tie, item)))


def _rows(meeting: Meeting, item: ItemState, vote: Vote) -> Iterator[tuple[str, ...]]:
    """A row a seat, in the order of the list; whoever voted without a seat that we know of comes last."""
    stand_in = {s.seat_of: s.person for s in servers(meeting, item) if s.seat_of}
    members = [p for p, known in meeting.people.items() if known.is_member]
    seats = [(member, stand_in.get(member, "")) for member in members]
    placed = {voter for seat in seats for voter in seat if voter}
    seats += [("", voter) for voter in vote.cast if voter not in placed]
    concerned = recusal_tried(item, vote)
    for member, substitute in seats:
        voter = substitute or member
        choice = vote.cast.get(voter, "frånvarande")
        marks = ["X" if choice == c else "" for c in _CHOICES]
        if voter not in vote.cast and voter in (*item.recused, *item.out, concerned):
            marks[-1] = "deltar inte" if voter in item.out else "jäv"  # never merged with being absent
        yield (meeting.label(member) if member else "", meeting.label(substitute) if substitute else "", *marks)
