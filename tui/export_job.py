"""Writing the protocol to files: what was chosen, what the files are called, and the work itself, done in a thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from agendas.names import slug
from exports.document import Document
from exports.style import Style
from sessions.meeting import ItemState, Meeting
from sessions.places import exports_dir, session_name
from tui.texts.after import Export as Words

Form = Literal["md", "docx"]
What = Literal["protokoll", "paragrafer"]


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is to be written. `name` is that of the one file; §§ get names of their own in the folder."""

    what: What
    form: Form
    public: bool
    folder: Path
    name: str


def file_name(meeting: Meeting, what: What, form: Form, public: bool, item: ItemState | None = None) -> str:
    """The name that the program proposes: what is not approved says so in its name."""
    approved = item.approved is not None if item else meeting.approved is not None
    parts = [
        "utdrag" if what == "paragrafer" else "protokoll",
        slug(session_name(meeting.plan)),
        f"paragraf-{item.paragraph}" if item else "",
        "offentlig" if public else "",
        "" if approved or (item and item.immediately_approved) else Words.DRAFT,
    ]
    return "-".join(p for p in parts if p) + f".{form}"


def carry_out(meeting: Meeting, style: Style, order: ExportOrder, *, replace: bool = False) -> list[Path]:
    """Write the files and say where they are. Raises `exports.output.AlreadyExists` and `CannotWrite`."""
    from exports.output import write_new

    if order.what == "protokoll":
        from exports.protocol import protocol

        documents = [(order.name, protocol(meeting, style, public=order.public))]
    else:
        from exports.extracts import extract

        documents = [
            (file_name(meeting, "paragrafer", order.form, order.public, item), extract(meeting, (item,), style, public=order.public))
            for item in meeting.numbered
        ]
    folder = order.folder.expanduser()
    return [write_new(folder / name, _bytes(document, order.form), replace=replace, state=exports_dir()) for name, document in documents]


def _bytes(document: Document, form: Form) -> bytes:
    if form == "docx":
        from exports.as_docx import docx  # python-docx: only when somebody wants Word

        return docx(document)
    from exports.as_markdown import markdown

    return markdown(document).encode()
