"""A person who was not in the agenda's list came to the meeting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from textual.widget import Widget

from agendas.model import Role
from agendas.names import unique_slug
from sessions.events import Event, PersonAdded, PersonArrived
from sessions.session import Session
from tui.dialogs.fields import Option, Row, Stepper, Toggle
from tui.dialogs.recording import Missing, RecordingDialog, Submit
from tui.texts.dialogs import NewPerson as Words
from tui.widgets.line_box import LineBox


class NewPersonDialog(RecordingDialog):
    """The name is enough; the person is here, if nothing else is said."""

    TITLE_TEXT = Words.TITLE
    HELP_TEXT = Words.HELP
    NAMES_ITEM = False
    AUTO_FOCUS = "#name"

    def __init__(self, session: Session, item: str, submit: Submit, *, name: str = "") -> None:
        super().__init__(session, item, submit)
        self._named = name

    def body(self) -> Iterable[Widget]:
        """Name, role, party, title, from where."""
        yield Row(Words.NAME, LineBox(self._named, id="name"))
        yield Row(Words.ROLE, Stepper([Option(r, r) for r in get_args(Role)], "tjänsteperson", id="role"))
        yield Row(Words.PARTY, LineBox("", id="party", classes="short"))
        yield Row(Words.PERSON_TITLE, LineBox("", id="title"))
        yield Row(Words.ORGANISATION, LineBox("", id="organisation"))
        yield Row("", Toggle(Words.HERE, True, id="here"))

    def build(self) -> tuple[Event, ...]:
        """The person, and that they came."""
        name = self.value("name")
        if not name:
            raise Missing(Words.NO_NAME, "#name")
        at, person = self.session.clock(), unique_slug(name, self.meeting.people)
        role: Any = self.choice("role")
        added = PersonAdded(
            at=at,
            person=person,
            name=name,
            role=role,
            party=self.value("party"),
            title=self.value("title"),
            organisation=self.value("organisation"),
        )
        return (added, PersonArrived(at=at, person=person)) if self.turned("here") else (added,)
