"""Writing what the meeting becomes to files: what was chosen, what the files are called, and the work itself, done in a thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from agendas.names import slug
from agendas.value import Value
from exports.document import Document
from exports.formats import Form as FileForm
from exports.style import Style
from sessions.meeting import ItemState, Meeting
from sessions.places import exports_dir, session_name
from tui.texts.after import Export as Words

Form = Literal[FileForm, "json"]
What = Literal["protokoll", "paragrafer", "anslag", "expediering", "uppföljning", "röstlista", "omedelbar"]


class NothingToWrite(Exception):
    """What was asked for cannot be made as things stand. The text is Swedish and says what is missing."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ExportOrder(Value):
    """What is to be written. `name` is that of the one file; §§ get names of their own in the folder."""

    what: What
    form: Form
    public: bool
    folder: Path
    name: str
    times: bool = False
    """Whether the protocol gets an appendix with planned and actual times."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Exported(Value):
    """What was written."""

    paths: tuple[Path, ...]
    kept: tuple[Path, ...] = ()
    """Files that somebody has edited: they are as they were, and the new ones lie beside them."""
    changed: str = ""
    """What is different since the last export of the protocol, as a sentence."""
    warnings: tuple[str, ...] = ()
    """What should perhaps not be published (R-1206)."""


def file_name(meeting: Meeting, what: What, form: Form, public: bool, item: ItemState | None = None) -> str:
    """The name that the program proposes: what is not approved says so in its name."""
    approved = item.approved is not None if item else meeting.approved is not None or what in ("anslag", "omedelbar")
    parts = [
        "utdrag" if what == "paragrafer" else slug(what),
        slug(session_name(meeting.plan)),
        f"paragraf-{item.paragraph}" if item else "",
        "offentlig" if public and what != "anslag" else "",
        "" if approved or (item and item.immediately_approved) else Words.DRAFT,
    ]
    return "-".join(p for p in parts if p) + f".{form}"


def carry_out(meeting: Meeting, style: Style, order: ExportOrder, *, replace: bool = False) -> Exported:
    """Write the files and say where they are.

    Raises `NothingToWrite`, `exports.output.AlreadyExists` and `CannotWrite`, `exports.as_pdf.NoTypst` and `CannotPrint`.
    """
    from exports.output import write_new

    if order.what == "protokoll":
        return _protocol(meeting, style, order, replace=replace)
    documents = list(_documents(meeting, style, order))
    folder = order.folder.expanduser()
    made = [(folder / name, _bytes(document, order.form, style)) for name, document in documents]
    written = [(path, write_new(path, data, replace=replace, state=exports_dir())) for path, data in made]
    return Exported(tuple(path for _, path in written), _kept(written), warnings=_warnings(order, *(document for _, document in documents)))


def _protocol(meeting: Meeting, style: Style, order: ExportOrder, *, replace: bool) -> Exported:
    from exports.changes import remember, since_last, told
    from exports.output import write_new
    from exports.protocol import protocol

    document = protocol(meeting, style, public=order.public)
    if order.form == "json":
        from exports.as_json import protocol_json

        data = protocol_json(meeting, style, public=order.public).encode()
    elif order.times:
        from exports.time_appendix import with_times

        data = _bytes(with_times(document, meeting, style, public=order.public), order.form, style)
    else:
        data = _bytes(document, order.form, style)
    wanted = order.folder.expanduser() / order.name
    path = write_new(wanted, data, replace=replace, state=exports_dir())
    changed = told(since_last(exports_dir(), meeting, style, document, public=order.public))
    remember(exports_dir(), meeting, style, document, public=order.public)
    return Exported((path,), _kept([(wanted, path)]), changed, _warnings(order, document))


def _documents(meeting: Meeting, style: Style, order: ExportOrder) -> Iterator[tuple[str, Document]]:
    from exports.dispatch import dispatch, follow_up
    from exports.extracts import extract, immediate
    from exports.notice import notice
    from exports.vote_list import vote_list

    if order.form == "json":
        raise NothingToWrite(Words.JSON_IS_WHOLE)
    if order.what == "paragrafer":
        for item in meeting.numbered:
            name = file_name(meeting, "paragrafer", order.form, order.public, item)
            yield name, extract(meeting, (item,), style, public=order.public)
        return
    document: Document | None
    match order.what:
        case "anslag":
            if meeting.approved is None:
                raise NothingToWrite(Words.NOT_APPROVED)
            posted = meeting.notice.event.date if meeting.notice else None
            document = notice(meeting, style, meeting.approved.event.date, posted)
        case "expediering":
            document = dispatch(meeting, style, public=order.public)
        case "uppföljning":
            document = follow_up(meeting, style, public=order.public)
        case "röstlista":
            document = vote_list(meeting, style, public=order.public)
        case _:
            document = immediate(meeting, style, public=order.public)
    if document is None:
        raise NothingToWrite(Words.NO_VOTES if order.what == "röstlista" else Words.NOT_IMMEDIATE)
    yield order.name, document


def _bytes(document: Document, form: Form, style: Style) -> bytes:
    from exports.formats import written

    if form != "docx":
        return written(document, form)
    from exports.docx_template import BadTemplate  # loads python-docx

    try:
        return written(document, form, template=style.word_template)
    except BadTemplate as bad:
        raise NothingToWrite(str(bad)) from bad


def _kept(written: list[tuple[Path, Path]]) -> tuple[Path, ...]:
    return tuple(wanted for wanted, path in written if wanted.name != path.name)


def _warnings(order: ExportOrder, *documents: Document) -> tuple[str, ...]:
    if not order.public and order.what != "anslag":
        return ()
    from exports.privacy import suspects

    return tuple(dict.fromkeys(str(found) for document in documents for found in suspects(document)))
