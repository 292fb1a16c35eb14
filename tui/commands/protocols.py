"""`protokoll` and `utdrag`: what the meeting becomes on paper."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from exports.document import Document
from sessions.meeting import Meeting
from tui.commands.output import write_out
from tui.commands.sources import Source, find
from tui.commands.stop import FAULTS, USAGE, WELL, Stop


def protocol(args: Namespace) -> int:
    """The protocol as Markdown or Word, whole or public."""
    from exports.protocol import protocol as build

    source = find(args.sammanträde, Path(args.agenda) if args.agenda else None)
    meeting = source.meeting()
    document = build(meeting, _style(source, meeting, args.stil), public=args.offentlig)
    _write(document, args, f"protokoll-{source.name}{'-offentlig' if args.offentlig else ''}")
    return WELL


def extract(args: Namespace) -> int:
    """Extracts of some §§: one document, or one file each when the target is a folder."""
    from exports.extracts import extract as build

    source = find(args.sammanträde, Path(args.agenda) if args.agenda else None)
    meeting = source.meeting()
    style = _style(source, meeting, args.stil)
    by_number = {x.paragraph: x for x in meeting.numbered}
    if missing := [n for n in args.paragraf if n not in by_number]:
        known = f"§§ {meeting.paragraphs[0]}–{meeting.paragraphs[-1]}" if meeting.paragraphs else "inga paragrafer"
        raise Stop(f"§ {missing[0]} finns inte i sammanträdet, som har {known}.", USAGE)
    items = [by_number[n] for n in args.paragraf]
    if args.o and Path(args.o).is_dir():
        for item in items:
            name = f"utdrag-{source.name}-paragraf-{item.paragraph}{'' if item.approved else '-UTKAST'}.{args.format}"
            write_out(_bytes(build(meeting, (item,), style, public=args.offentlig), args.format), Path(args.o) / name, replace=args.ersätt)
        return WELL
    _write(build(meeting, tuple(items), style, public=args.offentlig), args, f"utdrag-{source.name}")
    return WELL


def _style(source: Source, meeting: Meeting, named: str | None):  # type: ignore[no-untyped-def]
    from exports.style import StyleFaults, load_style, style_from_table

    try:
        if named is None and source.style is not None:
            return style_from_table(source.style)
        return load_style(named or meeting.plan.style, folder=None if named else source.folder)
    except StyleFaults as faults:
        raise Stop(str(faults), FAULTS) from faults


def _bytes(document: Document, form: str) -> bytes:
    if form == "docx":
        from exports.as_docx import docx

        return docx(document)
    from exports.as_markdown import markdown

    return markdown(document).encode()


def _write(document: Document, args: Namespace, name: str) -> None:
    data = _bytes(document, args.format)
    if args.o == "-" or (args.o is None and args.format == "md"):
        write_out(data, None, replace=False)
        return
    path = Path(args.o) if args.o else Path(f"{name}{'-UTKAST' if document.draft else ''}.{args.format}")
    write_out(data, path, replace=args.ersätt)
