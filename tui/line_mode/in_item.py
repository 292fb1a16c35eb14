"""What is recorded in a §: texts, jäv, motions, reservations, papers."""

from __future__ import annotations

import re
from typing import Any

from sessions import events as ev
from sessions.events import PREPARED
from sessions.naming import named
from sessions.openness import behind_closed_doors
from sessions.order import handled_last
from sessions.store import PRIVATE
from tui.dialogs.excluding import ABSTAINS, AWAY, RECUSED, TRIED, Exclusion, is_disputed
from tui.dialogs.moving import KINDS, TO_A_PROPOSAL, WITH_TEXT
from tui.dialogs.numbers import read_numbers
from tui.dialogs.reserving import KINDS as STATEMENTS
from tui.dialogs.reserving import RESERVATION, favours, made, usual_favour
from tui.line_mode.desk import Desk
from tui.line_mode.voice import Dropped, Ended
from tui.lines import motion_text
from tui.naming import motion_label, targets
from tui.texts.line_mode import LineMode as Words

_POINTS = re.compile(r"^punkt(?:en|erna)?\s+((?:\d[\d\s,–-]*|och\s+)+):?\s*", re.IGNORECASE)

# Texts


def protocol_text(desk: Desk, rest: str) -> None:
    """`text …`, or a line of its own: added to the protocol text of the §."""
    item = desk.item
    text = rest or _lines(desk, "protocol")
    before = desk.meeting.items[item.id].texts.get("protocol", "")
    event = ev.TextWritten(at=desk.now, item=item.id, section="protocol", text=f"{before}\n\n{text}".strip())
    if desk.record(event, quiet=True):
        desk.say(Words.text_in(named(item), text))


def own_note(desk: Desk, rest: str) -> None:
    """`egen …`: the secretary's own note, which is never printed."""
    item = desk.item
    text = rest or _lines(desk, PRIVATE)
    before = desk.meeting.items[item.id].private_note
    if desk.record(ev.PrivateNoteWritten(at=desk.now, item=item.id, text=f"{before}\n{text}".strip()), quiet=True):
        desk.say(Words.note_in(named(item)))


def decision_text(desk: Desk, rest: str) -> None:
    """`ordalydelse …`: the words of the decision, when the gavel fell before they were found."""
    item = desk.item
    text = rest or _lines(desk, "decision")
    if desk.record(ev.TextWritten(at=desk.now, item=item.id, section="decision", text=text), quiet=True):
        desk.say(f"Beslutets ordalydelse i {named(item)}: {text}")


def _lines(desk: Desk, section: str) -> str:
    """Several lines until a lone full stop. Ctrl+C and the end of the lines keep what was typed; a kill too (draft)."""
    item = desk.item
    before = {"protocol": item.texts.get("protocol", ""), PRIVATE: item.private_note}.get(section, "")
    desk.say(Words.TEXT_BEGINS)
    rows: list[str] = []
    while True:
        try:
            row = desk.voice.ask("text", desk.names())
        except (Ended, KeyboardInterrupt):
            break
        if row == ".":
            break
        rows.append(row)
        desk.session.save_draft(item.id, section, f"{before}\n\n{chr(10).join(rows)}".strip())
    text = "\n".join(rows).strip()
    if not text:
        raise Dropped
    return text


# Out of the §


def recusal(desk: Desk, rest: str) -> None:
    """`jäv NAMN`: out of this § only; the substitute and the chair are asked for."""
    persons = desk.persons(rest)
    item = desk.item
    if len(persons) == 1 and is_disputed(item, persons[0]):
        kind = desk.choose(Words.ANSWER, [(o.value, o.label) for o in TRIED])
        _exclude(desk, Exclusion(desk.now, item.id, persons, kind))
    else:
        _exclude(desk, Exclusion(desk.now, item.id, persons, RECUSED))


def disputed_recusal(desk: Desk, rest: str) -> None:
    """`ifrågasatt jäv NAMN`: to be tried by the body (R-405)."""
    _exclude(desk, Exclusion(desk.now, desk.item.id, desk.persons(rest), RECUSED, disputed=True))


def abstains(desk: Desk, rest: str) -> None:
    """`deltar inte NAMN`."""
    _exclude(desk, Exclusion(desk.now, desk.item.id, desk.persons(rest), ABSTAINS))


def away(desk: Desk, rest: str) -> None:
    """`borta NAMN`: out of the room in this § only."""
    _exclude(desk, Exclusion(desk.now, desk.item.id, desk.persons(rest), AWAY))


def _exclude(desk: Desk, out: Exclusion) -> None:
    substitute = leads = ""
    if options := out.stand_ins(desk.meeting):
        substitute = desk.choose(Words.INSTEAD, [(o.value, o.label) for o in options])
    if options := out.chairs(desk.meeting):
        leads = desk.choose(Words.LEADS, [(o.value, o.label) for o in options])
    desk.record(*out.recorded(desk.meeting, substitute, leads))


# Motions


def motion(desk: Desk, rest: str) -> None:
    """`yrkande NAMN SORT [punkt 1] [text]`; what is not said is asked for."""
    item = desk.item
    who, kind, text = _split(rest)
    by = desk.persons(who)
    kind = kind or desk.choose(Words.KIND, [(k.value, k.label) for k in KINDS])
    text, points = _points_of(desk, text, asks=not rest and kind in TO_A_PROPOSAL and len(item.item.points) > 1)
    target = ""
    options = [(o.value, o.label) for o in targets(desk.meeting, item)]
    named_target = re.match(r"(?:till|på)\s+", text) if kind in {"bifall", "avslag"} else None
    if named_target:
        target, text = desk.choose(Words.TARGET, options, text[named_target.end() :].rstrip(".")), ""
    elif kind in TO_A_PROPOSAL and len(options) > 1 and not points:
        target = desk.choose(Words.TARGET, options)
    later = False
    if not text and kind in WITH_TEXT:
        text = desk.voice.ask_for(Words.MOTION_TEXT, (Words.LATER,))
        later = text.casefold() == Words.LATER
    elif not text and kind not in TO_A_PROPOSAL and kind not in {"ajournering", "ordningsfråga"}:
        text = desk.voice.ask(Words.REASON)
    said: Any = kind
    desk.record(
        ev.MotionMoved(
            at=desk.now,
            item=item.id,
            kind=said,
            by=by,
            target="" if target == PREPARED else target,
            points=points if kind in TO_A_PROPOSAL else (),
            text="" if later else text,
            to_be_handed_in=later,
        )
    )


def _split(rest: str) -> tuple[str, str, str]:
    """Who, what, in which words: the first word that is a kind of motion parts them."""
    kinds = {k.value: k.value for k in KINDS} | {"eget förslag": "nytt förslag", "nytt": "nytt förslag"}
    for kind in sorted(kinds, key=len, reverse=True):
        found = re.search(rf"(?:^|\s){re.escape(kind)}(?:\s|:|$)", rest, re.IGNORECASE)
        if found:
            return rest[: found.start()].strip(), kinds[kind], rest[found.end() :].strip()
    return rest, "", ""


def _points_of(desk: Desk, text: str, *, asks: bool) -> tuple[str, tuple[int, ...]]:
    """The points that a motion is about, taken from the beginning of its words, or asked for."""
    found = _POINTS.match(text)
    typed = found[1] if found else desk.voice.ask(Words.POINTS) if asks else ""
    points = read_numbers(typed)
    if points is None:
        desk.say(Words.BAD_POINTS)
        raise Dropped
    return text[found.end() :] if found else text, points


def _which_motion(desk: Desk, typed: str = "") -> str:
    live = desk.item.live_motions
    if not live:
        desk.say(Words.NO_MOTIONS)
        raise Dropped
    if len(live) == 1:
        return live[0].id
    return desk.choose(Words.TARGET, [(m.id, motion_label(desk.meeting, desk.item, m)) for m in live], typed)


def support(desk: Desk, rest: str) -> None:
    """`stöd NAMN`: joins a motion."""
    persons = desk.persons(rest)
    desk.record(ev.MotionSupported(at=desk.now, item=desk.item.id, motion=_which_motion(desk), persons=persons))


def withdraw_motion(desk: Desk, rest: str) -> None:
    """`återta`: a motion is taken back (R-605)."""
    item, chosen = desk.item, _which_motion(desk, rest)
    if (found := item.motion(chosen)) and desk.voice.yes(f"Återta {motion_text(desk.meeting, found)}? j/n", Words.YES_OR_NO):
        desk.record(ev.MotionWithdrawn(at=desk.now, item=item.id, motion=chosen))


def close_debate(desk: Desk, rest: str) -> None:
    """`streck`: the chair closes the debate (R-604)."""
    desk.record(ev.DebateClosed(at=desk.now, item=desk.item.id))


def doors(desk: Desk, rest: str) -> None:
    """`dörrar [SKÄL]`: they are closed to the public, or opened again: which of the two follows from the meeting (R-1202)."""
    item = desk.item
    if behind_closed_doors(desk.meeting):
        desk.record(ev.DoorsOpened(at=desk.now, item=item.id))
    else:
        reason = rest or desk.voice.ask(Words.DOORS_REASON)
        desk.record(ev.DoorsClosed(at=desk.now, item=item.id, reason=reason))


# Afterthoughts


def reservation(desk: Desk, rest: str) -> None:
    """`reservation NAMN [text]`: about the § that is written in if it is decided, else the one decided last."""
    who, text = _name_and_text(rest)
    persons = desk.persons(who)
    item = _decided(desk)
    options = favours(desk.meeting, item)
    usual = usual_favour(item, persons)
    favour = usual or (desk.choose(Words.FAVOUR, [(o.value, o.label) for o in options]) if len(options) > 2 else "")
    desk.record(*made(desk.now, item.id, persons, RESERVATION, favour=favour, text=text))


def statement(desk: Desk, rest: str) -> None:
    """`anteckning NAMN [text]`: a note or a statement to the protocol."""
    who, text = _name_and_text(rest)
    persons = desk.persons(who)
    kind = desk.choose(Words.SORT, [(o.value, o.label) for o in STATEMENTS[1:]])
    text = text or desk.voice.ask_for(Words.STATEMENT_TEXT, (Words.LATER,))
    later = text.casefold() == Words.LATER
    desk.record(*made(desk.now, desk.item.id, persons, kind, text="" if later else text, later=later))


def _name_and_text(rest: str) -> tuple[str, str]:
    """A colon parts the name from the words."""
    who, _, text = rest.partition(":")
    return who.strip(), text.strip()


def _decided(desk: Desk) -> Any:
    here = desk.item
    found = here if here.decision or desk.viewed else handled_last(desk.meeting) or here
    if found.id != here.id:
        desk.say(f"Gäller {named(found)}.")
    return found


def appendix(desk: Desk, rest: str) -> None:
    """`bilaga RUBRIK`."""
    title = rest or desk.voice.ask_for(Words.TITLE)
    desk.record(ev.AppendixAdded(at=desk.now, items=(desk.item.id,), title=title))


def approve_at_once(desk: Desk, rest: str) -> None:
    """`omedelbar`: the § is approved at once (R-1103)."""
    item = _decided(desk)
    if desk.voice.yes(f"Justera {named(item)} omedelbart? j/n", Words.YES_OR_NO):
        desk.record(ev.ImmediatelyApproved(at=desk.now, items=(item.id,)))
