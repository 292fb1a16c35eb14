"""`protokoll`, `utdrag`, `anslag` and `handling`: what the meeting becomes on paper, and on the web."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from exports.document import Document
from exports.formats import TEXT_FORMS
from exports.style_model import Style
from sessions.meeting import Meeting
from tui.commands.output import write_out
from tui.commands.sources import Source, find
from tui.commands.stop import FAULTS, USAGE, WELL, Stop, tell

FROM_THE_MEETING = "Görs av sammanträdet i Klubban, inte av en fil som någon har ändrat för hand."
NOT_FROM_THE_FILE = "Det som ändras för hand i filen följer inte med till utdrag och anslag: de görs av sammanträdet i Klubban."


def protocol(args: Namespace) -> int:
    """The protocol in any format, whole or public."""
    from exports.protocol import protocol as build

    if args.metadata and args.format != "md":
        raise Stop("--metadata hör till --format md: Word, HTML och PDF har sina uppgifter i filen.", USAGE)
    source, meeting, style = _sources(args)
    if args.tidsbilaga and args.format == "json":
        raise Stop("--tidsbilaga hör till de format som läses av människor: md, docx, html och pdf.", USAGE)
    document = build(meeting, style, public=args.offentlig)
    if args.tidsbilaga:
        from exports.time_appendix import with_times

        document = with_times(document, meeting, style, public=args.offentlig)
    _warn(document, args)
    name = f"protokoll-{source.name}{'-offentlig' if args.offentlig else ''}"
    if args.format == "json":
        from exports.as_json import protocol_json

        data = protocol_json(meeting, style, public=args.offentlig).encode()
    else:
        data = _bytes(document, args, style)
    if args.metadata:
        from exports.front_matter import front_matter

        data = front_matter(document, meeting, style, public=args.offentlig).encode() + data
    _write_bytes(data, args, name, draft=document.draft)
    _tell_changes(document, meeting, style, args)
    return WELL


def _tell_changes(document: Document, meeting: Meeting, style: Style, args: Namespace) -> None:
    """What is different since the last export. What is only looked at in a terminal is no export."""
    to_file = args.o not in (None, "-") or args.format not in TEXT_FORMS
    if not to_file and sys.stdout.isatty():
        return
    from exports.changes import remember, since_last, told
    from sessions.places import exports_dir

    found = since_last(exports_dir(), meeting, style, document, public=args.offentlig)
    remember(exports_dir(), meeting, style, document, public=args.offentlig)
    if found or (to_file and found is not None):
        tell(told(found))
    if args.format == "docx":
        tell(NOT_FROM_THE_FILE)


def extract(args: Namespace) -> int:
    """Extracts of some §§: one document, or one file each when the target is a folder."""
    from exports.extracts import extract as build

    source, meeting, style = _sources(args)
    tell(FROM_THE_MEETING)
    by_number = {x.paragraph: x for x in meeting.numbered}
    if missing := [n for n in args.paragraf if n not in by_number]:
        known = f"§§ {meeting.paragraphs[0]}–{meeting.paragraphs[-1]}" if meeting.paragraphs else "inga paragrafer"
        raise Stop(f"§ {missing[0]} finns inte i sammanträdet, som har {known}.", USAGE)
    items = [by_number[n] for n in args.paragraf]
    if args.o and Path(args.o).is_dir():
        for item in items:
            document = build(meeting, (item,), style, public=args.offentlig)
            name = f"utdrag-{source.name}-paragraf-{item.paragraph}{'-UTKAST' if document.draft else ''}.{args.format}"
            _warn(document, args)
            write_out(_bytes(document, args, style), Path(args.o) / name, replace=args.ersätt)
        return WELL
    _write(build(meeting, tuple(items), style, public=args.offentlig), args, style, f"utdrag-{source.name}")
    return WELL


def notice(args: Namespace) -> int:
    """Anslag/bevis with its days (R-1107–R-1111); what they break is told on stderr."""
    from exports.notice import notice as build
    from exports.notice import too_late
    from sessions.dates import last_appeal_day, takedown_day

    source, meeting, style = _sources(args)
    approved, posted = args.justerat, args.anslås or args.justerat
    if approved < meeting.plan.date:
        raise Stop(f"Protokollet kan inte vara justerat {approved}, före sammanträdet {meeting.plan.date}.", USAGE)
    if posted < approved:
        raise Stop(f"Anslaget kan inte sättas upp {posted}, innan protokollet är justerat {approved}.", USAGE)
    args.offentlig = True  # a notice is there to be read by everybody
    tell(FROM_THE_MEETING)
    _write(build(meeting, style, approved, posted), args, style, f"anslag-{source.name}")
    takedown = takedown_day(posted, meeting.rules.takedown_offset_days)
    tell(*(f"Varning: {line}" for line in too_late(meeting, approved, posted)))
    tell(f"Anslås {posted}, sista dag för överklagande {last_appeal_day(posted)}, tas ned {takedown}.")
    return WELL


def paper(args: Namespace) -> int:
    """The lists that the kansli works by, and the §§ that were approved at once."""
    from exports.dispatch import dispatch, follow_up
    from exports.extracts import immediate
    from exports.vote_list import vote_list

    source, meeting, style = _sources(args)
    makers: dict[str, Callable[[], Document | None]] = {
        "röstlista": lambda: vote_list(meeting, style, public=args.offentlig),
        "expediering": lambda: dispatch(meeting, style, public=args.offentlig),
        "uppföljning": lambda: follow_up(meeting, style, public=args.offentlig),
        "omedelbar": lambda: immediate(meeting, style, public=args.offentlig),
    }
    document = makers[args.vilken]()
    if document is None:
        missing = "Ingen omröstning har hållits." if args.vilken == "röstlista" else "Ingen paragraf är omedelbart justerad."
        raise Stop(missing, FAULTS)
    tell(FROM_THE_MEETING)
    _write(document, args, style, f"{args.vilken}-{source.name}{'-offentlig' if args.offentlig else ''}")
    return WELL


def _sources(args: Namespace) -> tuple[Source, Meeting, Style]:
    from exports.style import StyleFaults, load_style, style_from_table

    source = find(args.sammanträde, Path(args.agenda) if args.agenda else None)
    meeting = source.meeting()
    try:
        if args.stil is None and source.style is not None:
            return source, meeting, style_from_table(source.style)
        return source, meeting, load_style(args.stil or meeting.plan.style, folder=None if args.stil else source.folder)
    except StyleFaults as faults:
        raise Stop(str(faults), FAULTS) from faults


def _warn(document: Document, args: Namespace) -> None:
    """What should perhaps not be published (R-1206)."""
    if args.offentlig:
        from exports.privacy import suspects

        tell(*(f"Varning: {found}" for found in suspects(document)))


def _bytes(document: Document, args: Namespace, style: Style) -> bytes:
    from exports.as_pdf import CannotPrint, NoTypst
    from exports.formats import written

    if args.mall and args.format != "docx":
        raise Stop("--mall är en Wordmall och hör till --format docx.", USAGE)
    try:
        if args.format != "docx":
            return written(document, args.format)
        from exports.docx_template import BadTemplate  # loads python-docx

        try:
            return written(document, "docx", template=args.mall or style.word_template)
        except BadTemplate as bad:
            raise Stop(str(bad)) from bad
    except (NoTypst, CannotPrint) as missing:
        raise Stop(str(missing)) from missing


def _write(document: Document, args: Namespace, style: Style, name: str) -> None:
    _warn(document, args)
    _write_bytes(_bytes(document, args, style), args, name, draft=document.draft)


def _write_bytes(data: bytes, args: Namespace, name: str, *, draft: bool) -> None:
    """To where `-o` says; text without it to stdout, Word and PDF to a file of our own naming."""
    if args.o == "-" or (args.o is None and args.format in TEXT_FORMS):
        write_out(data, None, replace=False)
        return
    path = Path(args.o) if args.o else Path(f"{name}{'-UTKAST' if draft else ''}.{args.format}")
    write_out(data, path, replace=args.ersätt)
