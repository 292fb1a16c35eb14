"""`importera` and `ny`: an agenda file from a kallelse, from an earlier meeting, or to fill in."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from datetime import date as Date
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sessions.session import Clock
from tui.commands.output import write_out
from tui.commands.sources import find
from tui.commands.stop import FAULTS, USAGE, WELL, Stop, reason, tell
from tui.rosters import people_of

if TYPE_CHECKING:
    from agendas.intake.skeleton import Answers
    from agendas.intake.taken import Doubt

T = TypeVar("T")
_MOST_TOLD = 200


def import_agenda(args: Namespace) -> int:
    """A kallelse as an agenda file; each doubt is a line on stderr and a comment in the file. 0 with doubts too."""
    from agendas.intake import IntakeFaults, take, taken_toml

    source = Path(args.kallelse)
    people = people_of(args.personer) if args.personer else ()
    try:
        taken = take(source, people)
    except IntakeFaults as faults:
        raise Stop(str(faults), FAULTS) from faults
    except OSError as fault:
        raise Stop(f"Kan inte läsa {source}: {reason(fault)}.") from fault
    _write(taken_toml(taken), args)
    _tell(taken.told())
    items = len(taken.agenda.items)
    tell(f"{items} ärenden, {len(taken.agenda.people)} personer, {len(taken.doubts)} saker att se över.")
    if not people and sum(p.is_member for p in taken.agenda.people) < 3:
        tell("Personer kan hämtas med --personer FIL: en lista, ett protokoll, en annan dagordning eller ett tidigare sammanträde.")
    return WELL


def new_agenda(args: Namespace, clock: Clock) -> int:
    """An agenda file from an earlier meeting, or a skeleton with comments."""
    if args.till and args.efter is None:
        raise Stop("--till behöver --efter: vilket sammanträde föreslog det?", USAGE)
    if args.efter is not None:
        return _after(args)
    from agendas.intake.skeleton import skeleton

    answers = _asked(clock) if sys.stdin.isatty() and sys.stderr.isatty() else None
    _write(skeleton(answers or _today(clock)), args)
    return WELL


# --- after an earlier meeting


def _after(args: Namespace) -> int:
    from agendas.intake.following import targets
    from agendas.intake.taken import commented
    from tui.following import handled_in, next_after, upwards

    source = find(args.efter or None)
    meeting = source.meeting()
    plan, roster = meeting.plan, people_of(args.personer) if args.personer else ()
    if args.till:
        found = targets(handled_in(meeting))
        target = _full_name(args.till, found)
        made = upwards(meeting, target, roster)
        if not made.agenda.items:
            said = f"Det föreslog {', '.join(found)}." if found else "Det föreslog ingenting uppåt."
            raise Stop(f"Sammanträdet föreslog ingenting till {target}. {said}", FAULTS)
        opening = f"Ärenden som {plan.body} {plan.date} föreslog. Se över det som står efter # SE ÖVER."
    else:
        made = next_after(meeting, roster)
        opening = f"Nästa sammanträde efter {plan.body} {plan.date}. Se över det som står efter # SE ÖVER."
    _write(commented(made.agenda, made.doubts, opening, "SE ÖVER"), args)
    _tell(_lines(made.doubts, source.name))
    tell(f"{len(made.agenda.items)} ärenden, {len(made.agenda.people)} personer, nästa lediga § är {made.agenda.meeting.first_paragraph}.")
    return WELL


def _full_name(typed: str, found: Iterable[str]) -> str:
    """The name of the body as the items have it: `KS` and `kommunstyrelsen` are Kommunstyrelsen."""
    from agendas.intake.following import abbreviation
    from agendas.intake.legend import initials
    from agendas.intake.words import CODES
    from agendas.names import folded

    spelled = CODES.get(typed.upper(), typed)
    return next(
        (
            name
            for name in found
            if folded(name) == folded(spelled) or abbreviation(name) == typed.upper() or typed.casefold() in initials(name)
        ),
        spelled[:1].upper() + spelled[1:],
    )


# --- a skeleton


def _today(clock: Clock) -> Answers:
    from agendas.intake.skeleton import Answers

    return Answers(date=clock().date())


def _asked(clock: Clock) -> Answers:
    """The answers of somebody at the terminal; Enter takes what stands in brackets."""
    from agendas.intake.skeleton import Answers

    start = _today(clock)
    tell("Enter tar det som står inom klamrar.")
    return Answers(
        municipality=_ask("Kommun", start.municipality, str),
        body=_ask("Organ", start.body, str),
        date=_ask("Datum (ÅÅÅÅ-MM-DD)", start.date, Date.fromisoformat),
        starts=_ask("Börjar (HH.MM)", start.starts, lambda text: time.fromisoformat(text.replace(".", ":"))),
        place=_ask("Plats", start.place, str),
    )


def _ask(question: str, default: T, read: Callable[[str], T]) -> T:
    shown = default.strftime("%H.%M") if isinstance(default, time) else str(default)
    while True:
        print(f"{question} [{shown}]: ", end="", file=sys.stderr, flush=True)
        typed = sys.stdin.readline()
        if not typed.strip():
            return default
        try:
            return read(typed.strip())
        except ValueError:
            tell("Det gick inte att läsa. Försök igen.")


# --- out


def _write(text: str, args: Namespace) -> None:
    path = None if args.o in {None, "-"} else Path(args.o)
    write_out(text.encode(), path, replace=args.ersätt)
    if path is not None:
        _put_schema(path)


def _put_schema(beside: Path) -> None:
    """The JSON Schema that the file's first line points to, unless it is there. An editor completes from it; nothing else needs it."""
    from agendas.disk import replace_text
    from agendas.file import SCHEMA_NAME
    from agendas.schema import schema

    target = beside.resolve().with_name(SCHEMA_NAME)
    if target.exists():
        return
    try:
        replace_text(target, json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")
    except OSError as fault:
        tell(f"Kunde inte skriva {target.name} bredvid: {reason(fault)}. Dagordningen fungerar ändå.")


def _lines(doubts: Iterable[Doubt], name: str) -> list[str]:
    return [doubt.told(name) for doubt in doubts]


def _tell(lines: list[str]) -> None:
    tell(*lines[:_MOST_TOLD])
    if len(lines) > _MOST_TOLD:
        tell(f"… och {len(lines) - _MOST_TOLD} till, som står i filen.")
