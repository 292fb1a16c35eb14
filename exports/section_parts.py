"""What the record says in each section of a §, one function a section."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from agendas.model import split_points
from agendas.names import folded
from exports.comings import comings, doors
from exports.decisions import Ruling, own_ruling, ruling
from exports.document import Block, ListBlock, ListItem, Paragraph, Table, Text, text
from exports.elections import balloted, reports
from exports.pieces import Blocks, after_lead, listing, paragraphs, points, said_blocks
from exports.richtext import inline, rich
from exports.rulings import VoteSaid, put_said, steps, vote_said
from exports.style_model import SectionName
from exports.swedish import listed, upper_first
from exports.wording import abstentions, declarations, motions, recusals, reservation_said, roll_called, statement_said
from exports.words import Words
from sessions.attendance import presents
from sessions.events import PREPARED_NAMES, Choice
from sessions.meeting import ItemState, Vote


def _decision(words: Words, item: ItemState) -> Blocks:
    phrases, chain = words.style.phrases, item.item.chain
    found = ruling(words, item)
    blocks: list[Block] = [*ruled(words, own_ruling(words, item))]
    if item.proposes and chain and (found.points or found.sentences):
        lines = [words.sentence(phrases.chain_first, item)]
        lines += [words.sentence(phrases.chain_next, item, receiver=body, Receiver=upper_first(body)) for body in chain[1:]]
        blocks += [Paragraph((Text(line, strong=True),), keep_with_next=True) for line in lines if line]
    blocks += ruled(words, found)
    return tuple(blocks)


def ruled(words: Words, found: Ruling) -> Iterable[Block]:
    """The words of a decision: its lead, its points, its sentences."""
    content = points(found.points, words.style.sections.points, literal=found.literal)
    if found.lead and len(content) == 1 and isinstance(content[0], Paragraph) and "\n" not in found.lead:
        content = (Paragraph(after_lead(found.lead, content[0].content)),)
    elif found.lead:
        yield Paragraph(inline(found.lead), keep_with_next=True)
    yield from content
    yield from paragraphs(found.sentences)


def _recusal(words: Words, item: ItemState) -> Blocks:
    """A vote on somebody's jäv stands with the dispute (R-405)."""
    told: list[Block] = []
    for said in recusals(words, item):
        told += vote_blocks(words, item, said) if isinstance(said, Vote) else paragraphs((said,))
    return tuple(told)


def _abstention(words: Words, item: ItemState) -> Blocks:
    return paragraphs((abstentions(words, item),))


def _attendance(words: Words, item: ItemState) -> Blocks:
    return paragraphs((*comings(words, item), *doors(words, item)))


def _presenters(words: Words, item: ItemState) -> Blocks:
    """Who presented, in items of authority over somebody: the decision must say so (R-1007)."""
    if not item.item.exercise_of_authority:
        return ()
    known = [p for p in words.meeting.people.values() if presents(p, item)]
    called = {folded(name) for p in known for name in (p.id, p.name, p.label, p.title, p.role)}
    named = [", ".join(filter(None, (p.label, p.title))) for p in known]
    named += [name for name in item.item.presenters if folded(name) not in called]
    return paragraphs((listed(named),))


def _summary(words: Words, item: ItemState) -> Blocks:
    return rich(item.item.summary)


def _matters(words: Words, item: ItemState) -> Blocks:
    items = [ListItem(text(", ".join(filter(None, (matter.title, matter.reference)))), rich(matter.text)) for matter in item.item.matters]
    return (ListBlock(tuple(items)),) if items else ()


def _history(words: Words, item: ItemState) -> Blocks:
    history = item.item.history
    return rich(history) if isinstance(history, str) else listing(history, "rader")


def _documents(words: Words, item: ItemState) -> Blocks:
    return listing(item.item.documents, words.style.sections.documents)


def _recipients(words: Words, item: ItemState) -> Blocks:
    return listing(item.item.recipients, words.style.sections.recipients)


def _proposal(words: Words, item: ItemState) -> Blocks:
    """The prepared proposal, when something else was decided: what was proposed must be in the protocol (R-1003)."""
    decision, prepared = item.decision.event if item.decision else None, item.item.points
    if decision is None or not prepared or split_points(decision.text) == prepared:
        return ()
    if decision.outcome == "bifall" and _is_prepared(item, decision.winner):
        return ()
    lead = (Paragraph(inline(item.item.proposal_lead), keep_with_next=True),) if item.item.proposal_lead else ()
    return (*lead, *points(prepared, words.style.sections.points))


def _is_prepared(item: ItemState, winner: str) -> bool:
    motion = item.motion(winner)
    if motion is None:
        return winner in PREPARED_NAMES
    return motion.entry.event.kind == "bifall" and _is_prepared(item, motion.entry.event.target)


def _treatment(words: Words, item: ItemState) -> Blocks:
    """What was decided before the body took the item up again. What was said at the table is typed: the box Protokolltext."""
    blocks: list[Block] = list(paragraphs((*roll_called(words, item), *declarations(words, item), *reports(words, item))))
    for earlier in item.earlier_decisions:
        blocks.append(Paragraph(text(words.sentence(words.style.phrases.reopened, item)), keep_with_next=True))
        blocks += ruled(words, ruling(words, replace(item, decision=earlier, elected=(), resigned=())))
    return tuple(blocks)


def _motions(words: Words, item: ItemState) -> Blocks:
    return said_blocks(motions(words, item))


def _procedure(words: Words, item: ItemState) -> Blocks:
    return paragraphs(put_said(words, item, step) for step in steps(item) if not isinstance(step, Vote))


def _votes(words: Words, item: ItemState) -> Blocks:
    told = tuple(block for step in steps(item) if isinstance(step, Vote) for block in vote_blocks(words, item, step))
    return (*told, *paragraphs(balloted(words, item)))


def vote_blocks(words: Words, item: ItemState, vote: Vote) -> Blocks:
    """A vote as it is printed: what it was about, who voted how as the style has it, and what it gave."""
    said = vote_said(words, item, vote)
    blocks: list[Block] = list(paragraphs(said.before))
    if said.groups and words.style.sections.votes == "tabell":
        blocks.append(_vote_table(words, said))
    elif said.groups:
        blocks += paragraphs(
            words.sentence(words.style.phrases.vote_group, item, choice=upper_first(choice), count=str(len(names)), person=", ".join(names))
            for choice, names in said.groups
        )
    return tuple(blocks)


def _vote_table(words: Words, said: VoteSaid) -> Table:
    choices: tuple[Choice, ...] = ("ja", "nej", "avstår")
    by_name = {name: choice for choice, names in said.groups for name in names}
    rows = [(text(name), *(text("X") if choice == c else () for c in choices)) for name, choice in by_name.items()]
    sums = {choice: len(names) for choice, names in said.groups}
    total = (text(words.style.phrases.vote_total), *(text(str(sums.get(c, 0))) for c in choices))
    return Table((text("Ledamot"), *(text(upper_first(c)) for c in choices)), (*rows, total), "votes")


def _reservations(words: Words, item: ItemState) -> Blocks:
    return said_blocks(reservation_said(words, item, r) for r in item.reservations)


def _statements(words: Words, item: ItemState) -> Blocks:
    return said_blocks(statement_said(words, item, s) for s in item.statements)


def _adjournment(words: Words, item: ItemState) -> Blocks:
    phrases = words.style.phrases
    told = []
    for pause in words.meeting.adjournments:
        if pause.during != item.id:
            continue
        start = words.time(pause.start)
        if pause.end:
            told.append(words.sentence(phrases.adjourned, item, start=start, end=words.time(pause.end)))
        else:
            told.append(words.sentence(phrases.adjourned_open, item, start=start))
    return paragraphs(told)


def _appendices(words: Words, item: ItemState) -> Blocks:
    phrase = words.style.phrases.appendix
    return listing(
        tuple(
            words.say(phrase, item, label=a.event.label, title=a.event.title) for a in words.meeting.appendices if item.id in a.event.items
        ),
        "rader",
    )


def _approval(words: Words, item: ItemState) -> Blocks:
    return paragraphs((words.sentence(words.style.phrases.approved_at_once, item),)) if item.immediately_approved else ()


def _rectifications(words: Words, item: ItemState) -> Blocks:
    """Corrections after the approval: that, what, when and by whom (R-1105)."""
    phrases = words.style.phrases
    told = []
    for entry in item.rectified:
        by = words.say(phrases.rectified_by, item, by=words.meeting.label(entry.event.by)) if entry.event.by else ""
        told.append(words.sentence(phrases.rectified, item, date=words.date(entry.event.happened.date()), text=entry.event.text, by=by))
    return paragraphs(told)


MADE: Mapping[SectionName, Callable[[Words, ItemState], Blocks]] = {
    "decision": _decision,
    "recusal": _recusal,
    "abstention": _abstention,
    "attendance": _attendance,
    "presenters": _presenters,
    "summary": _summary,
    "matters": _matters,
    "history": _history,
    "documents": _documents,
    "proposal": _proposal,
    "treatment": _treatment,
    "motions": _motions,
    "procedure": _procedure,
    "vote": _votes,
    "reservations": _reservations,
    "statements": _statements,
    "adjournment": _adjournment,
    "appendices": _appendices,
    "approval": _approval,
    "rectifications": _rectifications,
    "recipients": _recipients,
}
"""What makes each section."""
