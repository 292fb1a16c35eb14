"""One § as it will be printed: its sections, generated from the record or overridden by hand, under the style's headings.

Every section can be replaced by what the secretary writes in `Redigera paragraf` (`item.texts[section]`, Markdown). The
box Protokolltext (`item.texts["protocol"]`) is printed after the section that the style names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from exports.decisions import own_ruling
from exports.document import Block, Heading, Paragraph, Section, Text, text
from exports.elections import balloted
from exports.pieces import Blocks, joined, paragraphs
from exports.richtext import rich
from exports.rulings import put_said, steps
from exports.section_parts import MADE, ruled, vote_blocks
from exports.style_model import SECTIONS, SectionName, Style
from exports.swedish import filled, filled_line
from exports.words import Words
from sessions.attendance import present
from sessions.meeting import ItemState, Meeting, Vote
from sessions.voting import main_votes

PROTOCOL_TEXT = "protocol"
"""The key of the box Protokolltext among an item's texts."""
TITLE = "title"


def generated(meeting: Meeting, item: ItemState, style: Style) -> dict[SectionName, Blocks]:
    """What the record alone says in each section, in the style's order; empty sections are empty."""
    words = Words(meeting, style)
    order = [*style.sections.order, *(name for name in SECTIONS if name not in style.sections.order)]
    return {name: MADE[name](words, item) for name in order}


def editable(meeting: Meeting, item: ItemState, style: Style) -> dict[SectionName, str]:
    """The sections that the style prints as Markdown, with what was overridden by hand: what `Redigera paragraf` shows."""
    from exports.as_markdown import markdown_blocks

    made = generated(meeting, item, style)
    return {name: item.texts.get(name) or markdown_blocks(made[name]) for name in style.sections.order}


def section(meeting: Meeting, item: ItemState, style: Style, *, public: bool = False, draft: bool = False) -> Section:
    """The whole §. In the public version a secret § is a stub: its number, its ground and who served (R-1204).

    `draft`: the document around it is not approved, so that a § that is says so itself.
    """
    words = Words(meeting, style)
    anchor = anchor_of(item)
    if public and item.item.secret:
        return Section(_stub(words, item, anchor), anchor, "paragraph", style.sections.new_page)
    blocks = [*_head(words, item, anchor), *_approved_alone(words, item, draft=draft), *_body(words, item)]
    return Section(tuple(blocks), anchor, "paragraph", style.sections.new_page)


def title_of(item: ItemState) -> str:
    """The title as printed: the item's own, or what was written over it."""
    return " ".join(item.texts.get(TITLE, "").split()) or item.item.title


def anchor_of(item: ItemState) -> str:
    """What the contents link to. That of a secret item without a number says nothing of its title (R-1204)."""
    if item.paragraph is None and item.item.secret:
        return f"arende-sekretess-{item.episodes[0] if item.episodes else item.last_seq}"
    return f"paragraf-{item.paragraph}" if item.paragraph is not None else f"arende-{item.id}"


# The head and the frame of a §


def _head(words: Words, item: ItemState, anchor: str) -> Blocks:
    style, reference = words.style.head, item.item.reference
    shown = filled(style.reference, {"reference": reference}) if reference else style.reference_empty
    values = {"paragraph": words.paragraph(item), "title": title_of(item), "reference": shown}
    lines = [filled_line(line, values) for line in style.heading.split("\n")]
    blocks: list[Block] = [Heading(2, joined(text(line.strip()) for line in lines if line.strip()), anchor)]
    blocks += [Paragraph(text(line), keep_with_next=True) for template in style.below if (line := filled_line(template, values).strip())]
    if item.item.secret:
        blocks.append(Paragraph(text(words.sentence(words.style.phrases.secrecy, item, ground=item.item.secrecy))))
    return tuple(blocks)


def _stub(words: Words, item: ItemState, anchor: str) -> Blocks:
    phrases = words.style.phrases
    heading = f"{words.paragraph(item)} {words.sentence(phrases.secret_title, item)}".strip()
    served = words.sentence(phrases.secret_serving, item, person=words.people(present(words.meeting, item)))
    lines = [words.sentence(phrases.secret, item, ground=item.item.secrecy), served]
    return (Heading(2, text(heading), anchor), *(Paragraph(text(line)) for line in lines if line))


def _approved_alone(words: Words, item: ItemState, *, draft: bool) -> Blocks:
    """That this § is approved, when the rest is not."""
    if not draft or item.approved is None:
        return ()
    return (Paragraph((Text(words.sentence(words.style.phrases.section_approved, item, date=words.date(item.approved)), strong=True),)),)


def _body(words: Words, item: ItemState) -> list[Block]:
    """The sections in the style's order. Empty ones vanish, neighbours with the same heading share it."""
    style = words.style.sections
    blocks: list[Block] = []
    last_heading = ""
    order = list(style.order)
    if style.protocol_text not in order and item.texts.get(PROTOCOL_TEXT):
        order.append(style.protocol_text)  # what was said at the table is never lost
    for name, content in _in_order(words, item, order):
        if not content and name not in style.always:
            continue
        heading = _heading(words, item, name)
        if name == "decision" and (own := _own_decision(words, item)):
            blocks += [Heading(3, text(words.sentence(words.style.headings.decision, item))), *own]
            content = content[len(own) :]
        if name == "matters" and not heading and last_heading:
            heading = _heading(words, item, "summary")  # else they would stand as a part of what is above them
        if heading and heading != last_heading:
            blocks.append(Heading(3, text(heading)))
        last_heading = heading or last_heading
        blocks += content
    return blocks


def _in_order(words: Words, item: ItemState, order: Sequence[SectionName]) -> Iterable[tuple[SectionName, Blocks]]:
    """Each section with what it holds. Questions and votes are told in turn, when a question came after a vote."""
    votes_first = [isinstance(step, Vote) for step in steps(item)]
    in_turn = True in votes_first and False in votes_first[votes_first.index(True) :] and not {"procedure", "vote"} & set(item.texts)
    for place, name in enumerate(order):
        if in_turn and name == "vote" and place and order[place - 1] == "procedure":
            continue  # told with the questions
        if in_turn and name == "procedure" and order[place + 1 : place + 2] == ["vote"]:
            yield from _turns(words, item)
        else:
            yield name, _content(words, item, name)


def _content(words: Words, item: ItemState, name: SectionName) -> Blocks:
    own = item.texts.get(name, "")
    content = rich(own) if own else MADE[name](words, item)
    if name == words.style.sections.protocol_text:
        content = (*content, *rich(item.texts.get(PROTOCOL_TEXT, "")))
    return content


def _turns(words: Words, item: ItemState) -> Iterable[tuple[SectionName, Blocks]]:
    for step in steps(item):
        if isinstance(step, Vote):
            yield "vote", vote_blocks(words, item, step)
        else:
            told = put_said(words, item, step)
            yield "procedure", (Paragraph(text(told)),) if told else ()
    yield "vote", paragraphs(balloted(words, item))


def _own_decision(words: Words, item: ItemState) -> Blocks:
    """What the body decided for its own part, when that has a heading of its own above the proposal's (R-909)."""
    headings = words.style.headings
    if not item.proposes or not headings.decision or not headings.decision_proposing or item.texts.get("decision"):
        return ()
    return tuple(ruled(words, own_ruling(words, item)))


def _heading(words: Words, item: ItemState, name: SectionName) -> str:
    headings = words.style.headings
    template: str = getattr(headings, name)
    if name == "decision" and item.proposes and headings.decision_proposing:
        template = headings.decision_proposing
    elif name in words.style.singular and _how_many(item, name) == 1:
        template = words.style.singular[name]
    if not template:
        return ""
    receiver = {} if item.item.chain else {"receiver": "beslut", "Receiver": "Beslut"}  # it proposes to nobody named
    return words.sentence(template, item, proposal=words.prepared(item), **receiver)


def _how_many(item: ItemState, name: SectionName) -> int:
    counted_sections: Mapping[str, Sequence[object]] = {
        "motions": item.live_motions,
        "documents": item.item.documents,
        "recipients": item.item.recipients,
        "reservations": item.reservations,
        "statements": item.statements,
        "vote": main_votes(item),
    }
    return len(counted_sections.get(name, ()))
