"""What was being typed when the program last stopped, brought into the record: nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from agendas.value import Value
from sessions.events import Event, PrivateNoteWritten, TextWritten
from sessions.meeting import ItemState
from sessions.session import Session
from sessions.store import DIALOG, PRIVATE, Draft


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Restored(Value):
    """Where the texts are now: those of a §, and those that an open dialog held, which became own notes."""

    written: tuple[ItemState, ...] = ()
    noted: tuple[ItemState, ...] = ()


def restore(session: Session, drafts: Iterable[Draft], heading: str) -> Restored:
    """Record the drafts that say something new. `heading`: what stands before a text that an open dialog held."""
    written: dict[str, ItemState] = {}
    noted: list[ItemState] = []
    for draft in drafts:
        if draft.section == DIALOG:
            noted += _from_dialog(session, draft, heading)
            continue
        item = session.ahead.items.get(draft.item)
        if item is not None and (event := _event(session, item, draft)) and session.record(event) is None:
            written[item.id] = item
    return Restored(tuple(written.values()), tuple(noted))


def _event(session: Session, item: ItemState, draft: Draft) -> Event | None:
    at, private = session.clock(), draft.section == PRIVATE
    if draft.text == (item.private_note if private else item.texts.get(draft.section, "")):
        return None
    if private:
        return PrivateNoteWritten(at=at, item=item.id, text=draft.text)
    return TextWritten(at=at, item=item.id, section=draft.section, text=draft.text)


def _from_dialog(session: Session, draft: Draft, heading: str) -> list[ItemState]:
    """What was typed in an open dialog becomes an own note: nobody knows any more what it was to be."""
    ahead = session.ahead
    item = ahead.items.get(draft.item) or ahead.current_item or next(reversed(ahead.handled), None)
    if item is None or not draft.text.strip():
        return []
    note = f"{item.private_note}\n\n{heading} {draft.text}".strip()
    if session.record(PrivateNoteWritten(at=session.clock(), item=item.id, text=note)) is not None:
        return []
    session.save_draft(draft.item, DIALOG, "")
    return [item]
