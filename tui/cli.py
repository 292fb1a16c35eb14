"""The command line: which command is run, the one clock, and the exit code. Textual is imported last, and only for a screen."""

from __future__ import annotations

import errno
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from tui.collector import held_back
from tui.commands.arguments import parser
from tui.commands.parser import Parser, speak_swedish
from tui.commands.stop import UNREADABLE, WELL, Stop, tell

if "asyncio" not in sys.modules:
    # It would load OpenSSL for connections that Klubban never makes: 4 of the 58 MB of a meeting. It is written to do without.
    sys.modules["ssl"] = None  # type: ignore[assignment]
# Both are read when Textual is imported.
os.environ.setdefault("ESCDELAY", "25")  # milliseconds: else a lone Esc waits 100
os.environ.setdefault("TEXTUAL_FPS", "250")  # else what follows a picture waits up to 33 ms for the next (bench/RESULTS.md)

ALIASES = {"fortsatt": "fortsätt", "läsin": "läs-in", "lasin": "läs-in", "radda": "rädda", "ordforande": "ordförande"}
"""Other spellings of the commands, for keyboards and shells without å ä ö."""


def clock() -> datetime:
    """The one clock of the program: the aware local time."""
    return datetime.now().astimezone()


def run(args: Namespace) -> int:
    """Carry out one command. Raises Stop when it cannot."""
    # Each command loads what it needs: all of them together cost as much as the smallest takes (bench/RESULTS.md).
    match args.kommando:
        case "kontrollera" | "schema":
            from tui.commands import agendas

            return agendas.check(args) if args.kommando == "kontrollera" else agendas.schema(args)
        case "importera" | "ny":
            from tui.commands import intake

            return intake.import_agenda(args) if args.kommando == "importera" else intake.new_agenda(args, clock)
        case "lista" | "granska" | "arkivera" | "läs-in":
            return _of_meetings(args)
        case "protokoll" | "utdrag" | "anslag" | "handling":
            return _of_protocols(args)
        case "gallra":
            from tui.commands.purge import purge

            return purge(args, clock)
        case "rädda":
            from tui.commands.rescue import rescue

            return rescue(args)
        case "stil":
            from tui.commands import styles

            return styles.copy(args) if args.stilkommando == "kopiera" else styles.check(args)
        case "manus" | "kallelse":
            from tui.commands import papers

            return papers.manuscript(args) if args.kommando == "manus" else papers.summons(args, clock)
        case "rad":
            from tui.commands.lines import hold

            return hold(args.sammanträde, clock)
        case "komplettering":
            from tui.commands.completion import print_completion

            return print_completion(args.skal, parser())
        case "tangenter":
            from tui.commands.keys import print_keys, try_keys

            return try_keys() if args.prova else print_keys()
    from tui.commands import face

    match args.kommando:
        case "starta":
            return face.start(Path(args.agenda), clock)
        case "fortsätt":
            return face.go_on(args.sammanträde, clock)
        case "exempel":
            return face.rehearse(clock)
        case "ordförande":
            from tui.commands.chair import follow

            return follow(args.sammanträde, clock, public=args.offentlig)
    return face.open_start_screen(clock)


def _of_meetings(args: Namespace) -> int:
    from tui.commands import meetings

    match args.kommando:
        case "lista":
            return meetings.list_meetings()
        case "granska":
            return meetings.review(args)
        case "arkivera":
            return meetings.archive(args)
    return meetings.read_in(args, clock)


def _of_protocols(args: Namespace) -> int:
    from tui.commands import protocols

    match args.kommando:
        case "protokoll":
            return protocols.protocol(args)
        case "utdrag":
            return protocols.extract(args)
        case "anslag":
            return protocols.notice(args)
    return protocols.paper(args)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code. No traceback reaches the user."""
    _open_streams()
    speak_swedish()
    words = list(sys.argv[1:] if argv is None else argv)
    if words:
        words[0] = ALIASES.get(words[0], words[0])
    top = parser()
    args = top.parse_args(words)
    if "formats" in args and args.format is None:
        args.format = _format_of(args.o, args.formats, top)
    try:
        with held_back():  # until there is a screen, or the end
            return run(args)
    except Stop as stop:
        tell(str(stop))
        return stop.code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `klubban protokoll | head`: the reader has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WELL
    except Exception as fault:  # noqa: BLE001 - the last place where a fault of our own can be told calmly
        tell(_told(fault))
        return UNREADABLE
    finally:
        _let_go()


def _let_go() -> None:
    """What is left for a terminal that has gone away goes nowhere, and is no fault: else Python would end with 120. A full disk is one."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as fault:
            if fault.errno == errno.EIO:
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _format_of(target: str | None, formats: Sequence[str], top: Parser) -> str:
    """The format that a file name asks for by its ending; the first one where no file is named. Ends with 2 for an unknown ending."""
    suffix = Path(target or "").suffix.removeprefix(".").lower()
    if suffix and suffix not in formats and not Path(target or "").is_dir():
        top.error(f"{target}: filformatet ”{suffix}” finns inte; välj bland {', '.join(formats)} eller ange --format")
    return suffix if suffix in formats else formats[0]


def _open_streams() -> None:
    """UTF-8 on both streams; a stream that was closed before we came leads nowhere, so that nothing else need ask."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - it lives as long as the program
        getattr(sys, name).reconfigure(encoding="utf-8", errors="replace")
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115


def _told(fault: Exception) -> str:
    """A fault of our own: written to the log, and one calm sentence about where."""
    from tui.fault_log import write_fault
    from tui.settings import log_path

    sentence = "Ett fel i Klubban avbröt kommandot. Det som är antecknat i sammanträden är orört."
    path = log_path()
    return f"{sentence} Felet står i {path}" if write_fault(path, fault, clock()) else sentence


if __name__ == "__main__":
    sys.exit(main())
