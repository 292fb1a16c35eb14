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

from agendas.model import Person
from sessions.session import Clock
from tui.commands.output import write_out
from tui.commands.sources import find, read_archived
from tui.commands.stop import FAULTS, USAGE, WELL, Stop, reason, tell

if TYPE_CHECKING:
    from agendas.intake.following import Handled
    from agendas.intake.skeleton import Answers
    from agendas.intake.taken import Doubt
    from sessions.meeting import ItemState, Meeting

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
    return WELL


def new_agenda(args: Namespace, clock: Clock) -> int:
    """An agenda file from an earlier meeting, or a skeleton with comments."""
    if args.till and not args.efter:
        raise Stop("--till behöver --efter: vilket sammanträde föreslog det?", USAGE)
    if args.efter is not None:
        return _after(args)
    from agendas.intake.skeleton import skeleton

    answers = _asked(clock) if sys.stdin.isatty() and sys.stderr.isatty() else None
    _write(skeleton(answers or _today(clock)), args)
    return WELL


def people_of(named: str) -> tuple[Person, ...]:
    """The people of an agenda, an archive, a list of names, a protokoll – or of a meeting on this machine. Raises Stop."""
    path = Path(named)
    if path.suffix.casefold() == ".toml":
        return _people_of_toml(path)
    if not path.is_file():
        return _people_of_meeting(find(named).meeting())
    from agendas.intake import IntakeFaults, take_people

    try:
        return take_people(path)
    except IntakeFaults as faults:
        raise Stop(str(faults), FAULTS) from faults
    except OSError as fault:
        raise Stop(f"Kan inte läsa {path}: {reason(fault)}.") from fault


def _people_of_toml(path: Path) -> tuple[Person, ...]:
    from agendas.file import AgendaFaults, read_agenda

    try:
        return read_agenda(path).agenda.people
    except OSError as fault:
        raise Stop(f"Kan inte läsa {path}: {reason(fault)}.") from fault
    except AgendaFaults as faults:
        if not any(f.key in {"format", "event", "agenda"} for f in faults.faults):
            raise Stop(str(faults), FAULTS) from faults
    return read_archived(path).agenda.people


def _people_of_meeting(meeting: Meeting) -> tuple[Person, ...]:
    return tuple(meeting.people.values())


# --- after an earlier meeting


def _after(args: Namespace) -> int:
    from agendas.intake.following import next_meeting, targets, upward
    from agendas.intake.taken import commented

    source = find(args.efter or None)
    meeting = source.meeting()
    handled = [_handled(meeting, state) for state in meeting.items.values()]
    plan, people = meeting.plan, tuple(meeting.people.values())
    if args.till:
        found = targets(handled)
        target = _full_name(args.till, found)
        made = upward(plan, people, handled, target, people_of(args.personer) if args.personer else ())
        if not made.agenda.items:
            said = f"Det föreslog {', '.join(found)}." if found else "Det föreslog ingenting uppåt."
            raise Stop(f"Sammanträdet föreslog ingenting till {target}. {said}", FAULTS)
        opening = f"Ärenden som {plan.body} {plan.date} föreslog. Se över det som står efter # SE ÖVER."
    else:
        following = max([*meeting.paragraphs, plan.first_paragraph - 1]) + 1
        made = next_meeting(plan, people_of(args.personer) if args.personer else people, meeting.rules, handled, following)
        opening = f"Nästa sammanträde efter {plan.body} {plan.date}. Se över det som står efter # SE ÖVER."
    _write(commented(made.agenda, made.doubts, opening, "SE ÖVER"), args)
    _tell(_lines(made.doubts, source.name))
    tell(f"{len(made.agenda.items)} ärenden, {len(made.agenda.people)} personer, nästa lediga § är {made.agenda.meeting.first_paragraph}.")
    return WELL


def _handled(meeting: Meeting, state: ItemState) -> Handled:
    """What became of an item, in the words of the agenda."""
    from agendas.intake.following import Fate, Handled

    fates: dict[str, Fate] = {
        "bordläggs": "bordlagt",
        "återremitteras": "återremitterat",
        "remitteras": "remitterat",
        "utgår": "utgått",
        "ej beslutför": "bordlagt",
    }
    if state.decision is None:
        fate: Fate = "utgått" if state.phase == "utgått" or state.item.withdrawn else "ej behandlat"
        if state.opened and state.item.kind in {"formalia", "information", "anmälan", "övrigt", "paus"}:
            fate = "avgjort"
        return Handled(state.item, fate, state.paragraph, added=state.added)
    event = state.decision.event
    fate = fates.get(event.outcome) or ("föreslaget" if state.proposes else "avgjort")
    text = _decided(meeting, state) if fate == "föreslaget" else ""
    return Handled(state.item, fate, state.paragraph, text, event.to, event.reason, state.added)


def _decided(meeting: Meeting, state: ItemState) -> str:
    """The proposal upwards, as the protocol says it – but its lead: there the lower body speaks (`AU föreslår …`)."""
    from agendas.model import joined_points
    from exports.decisions import ruling
    from exports.style import load_style
    from exports.words import Words

    found = ruling(Words(meeting, load_style("standard")), state)
    return "\n".join(filter(None, [joined_points(found.points), *found.sentences]))


def _full_name(typed: str, found: Iterable[str]) -> str:
    """The name of the body as the items have it: `KS` and `kommunstyrelsen` are Kommunstyrelsen."""
    from agendas.intake.following import abbreviation
    from agendas.intake.words import CODES
    from agendas.names import folded

    spelled = CODES.get(typed.upper(), typed)
    return next(
        (name for name in found if folded(name) == folded(spelled) or abbreviation(name) == typed.upper()),
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
