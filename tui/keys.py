"""The keys of the meeting as data: bindings, footer, help, palette and the file of own keys all come from here.

A key acts on the meeting screen, also while somebody writes (priority), but never in a dialog: bindings sit on the
screen, not on the app. Laptops swallow function keys, so nearly every act has a letter that comes after Esc.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from textual.binding import Binding, BindingType

from agendas.names import folded
from agendas.value import Value
from tui.settings import nearest, read_toml
from tui.texts.program import Keys as Words
from tui.texts.program import Settings as SettingsWords


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Command(Value):
    """One act that has a key, a letter after Esc, or both."""

    id: str
    """Unique: `meeting.decision`. What the file of keys and Textual's keymap call it."""
    action: str
    """The method of the screen without `action_`."""
    key: str = ""
    """As Textual spells it: `f5`, `ctrl+o`; empty when there is only a letter."""
    letters: tuple[str, ...] = ()
    """After Esc; the first one is shown."""
    word: str
    """In the footer, and a name for the file of keys."""
    title: str
    """In the palette: `Område: gör`."""
    tooltip: str
    """A whole sentence."""
    group: str = Words.ITEM
    """The heading in the help."""
    footer: int = 0
    """The place in the footer, 0 = not there. Where there is little room the highest numbers go first."""
    question: str = ""
    """Asked before it acts when it was reached by letter: it changes something and a letter is easily typed."""
    priority: bool = True
    """False for a key that the text box must have first."""

    @property
    def shown_key(self) -> str:
        """`F5`, `Ctrl+O`."""
        return display(self.key)

    @property
    def letter(self) -> str:
        """The letter that is shown, or nothing."""
        return self.letters[0] if self.letters else ""


def display(key: str) -> str:
    """A key as it is printed on the keyboard: `ctrl+o` → `Ctrl+O`."""
    names = {"question_mark": "?", "escape": "Esc", "enter": "Enter", "tab": "Tab", "space": "Mellanslag", "left": "←", "right": "→"}
    return "+".join(
        names.get(part, part.upper() if len(part) == 1 or re.fullmatch(r"f\d+", part) else part.capitalize()) for part in key.split("+")
    )


COMMANDS: tuple[Command, ...] = (
    Command(
        id="meeting.help", action="help", key="f1", letters=("?",), word="Hjälp", title="Hjälp: visa tangenter och råd",
        tooltip="Visar alla tangenter och hjälp om rutan där markören står.", group=Words.PROGRAM, footer=1,
    ),
    Command(
        id="meeting.next", action="next_item", key="f2", letters=("n",), word="Nästa", title="Ärende: öppna nästa",
        tooltip="Öppnar nästa ärende på dagordningen och ger det sin paragraf.", footer=2, question="Öppna nästa ärende?",
    ),
    Command(
        id="meeting.motion", action="motion", key="f3", letters=("y",), word="Yrkande", title="Yrkande: för in",
        tooltip="För in ett yrkande: vem, vad och till vilket förslag.", footer=4,
    ),
    Command(
        id="meeting.recusal", action="recusal", key="f4", letters=("j",), word="Jäv", title="Jäv: anmäl, deltar inte, frånvarande",
        tooltip="Antecknar jäv, den som inte deltar i beslutet eller är borta i denna paragraf.", footer=5,
    ),
    Command(
        id="meeting.decision", action="decision", key="f5", letters=("b",), word="Beslut", title="Beslut: för in",
        tooltip="Visar ordförandens nästa fråga och för in svaret; Enter är klubbslag.", footer=3,
    ),
    Command(
        id="meeting.vote", action="vote", key="f6", letters=("v",), word="Votering", title="Votering: begärs",
        tooltip="Öppnar en omröstning när votering har begärts.",
    ),
    Command(
        id="meeting.reservation", action="reservation", key="f7", letters=("r",), word="Reservation",
        title="Reservation: för in, protokollsanteckning",
        tooltip="För in en reservation, en protokollsanteckning eller ett särskilt yttrande.",
    ),
    Command(
        id="meeting.attendance", action="attendance", key="f8", letters=("p",), word="Närvaro", title="Närvaro: kommer, går, byter",
        tooltip="Antecknar vem som kommer, går eller byter plats, med klockslag.", group=Words.MEETING, footer=6,
    ),
    Command(
        id="meeting.speakers", action="speakers", key="f9", letters=("t",), word="Talarlista", title="Talarlista: begär ordet, ge ordet",
        tooltip="Visar talarlistan: vem som har ordet och vilka som väntar.",
    ),
    Command(
        id="meeting.review", action="review", key="f12", letters=("g",), word="Granska", title="Granska: se vad som saknas, exportera",
        tooltip="Listar det som saknas eller ser fel ut och skriver ut protokollet.", group=Words.LOOK, footer=7,
    ),
    Command(
        id="meeting.chair", action="chair_view", key="ctrl+o", letters=("o",), word="Ordförande", title="Ordförande: visa ordförandens vy",
        tooltip="Visar ordförandens vy: tider, talare och vad som ska sägas.", group=Words.LOOK,
    ),
    Command(
        id="meeting.projector", action="projector", key="ctrl+k", letters=("x",), word="Projektor", title="Projektorläge: visa för salen",
        tooltip="Visar bara paragraf, rubrik, yrkanden och beslut. B gör skärmen svart, Esc går tillbaka.", group=Words.LOOK,
    ),
    Command(
        id="meeting.chair_note", action="chair_note", letters=("m",), word="Till ordföranden", title="Ordförande: visa en lapp",
        tooltip="Visar en kort rad stort hos ordföranden tills den tas bort. Den antecknas aldrig.", group=Words.LOOK,
    ),
    Command(
        id="meeting.new_item", action="new_item", key="ctrl+n", word="Nytt ärende", title="Ärende: lägg till nytt",
        tooltip="Lägger till ett ärende som väcks under sammanträdet.",
    ),
    Command(
        id="meeting.adjourn", action="adjourn", key="ctrl+t", letters=("a",), word="Ajournera", title="Sammanträde: ajournera, återuppta",
        tooltip="Ajournerar sammanträdet, eller återupptar det.", group=Words.MEETING,
    ),
    Command(
        id="meeting.edit", action="edit_paragraph", key="ctrl+r", letters=("e",), word="Redigera §", title="Paragraf: redigera",
        tooltip="Visar paragrafens alla avsnitt så som de skrivs ut, för ändring.",
    ),
    Command(
        id="meeting.composition", action="composition", key="ctrl+g", letters=("s",), word="Sammansättning",
        title="Sammansättning: vem beslutar nu",
        tooltip="Visar vilka som beslutar i denna paragraf och för vem.", group=Words.MEETING,
    ),
    Command(
        id="meeting.private", action="toggle_private", key="ctrl+l", letters=("l",), word="Egen lapp",
        title="Text: egna minnesanteckningar eller protokolltext",
        tooltip="Växlar mellan protokolltexten och egna minnesanteckningar som inte kommer med.",
    ),
    Command(
        id="meeting.search", action="search", key="ctrl+f", word="Sök", title="Sök: i alla paragrafer",
        tooltip="Söker i alla paragrafer.", group=Words.LOOK,
    ),
    Command(
        id="meeting.appendix", action="appendix", letters=("i",), word="Bilaga", title="Bilaga: lägg till",
        tooltip="Lägger en bilaga till protokollet.",
    ),
    Command(
        id="meeting.debate", action="debate", letters=("ö",), word="Överläggning", title="Överläggning: avsluta",
        tooltip="Antecknar att överläggningen är avslutad; yrkandena låses.",
    ),
    Command(
        id="meeting.undo", action="undo", key="ctrl+z", letters=("u", "å"), word="Ångra", title="Ångra: ta tillbaka det senaste",
        tooltip="Tar tillbaka det senaste som antecknades, efter att ha sagt vad. I en textruta ångras bara text.",
        group=Words.MEETING, question="Ångra det senaste?", priority=False,
    ),
    Command(
        id="meeting.back", action="back", key="f10", letters=("h",), word="Tillbaka", title="Text: tillbaka till det som pågår",
        tooltip="Lämnar en tidigare paragraf och går till texten i den som pågår.",
    ),
    Command(
        id="meeting.move_text", action="move_text", letters=("f",), word="Flytta text", title="Text: flytta till en annan paragraf",
        tooltip="Flyttar protokolltexten, eller det som är markerat, till en annan paragraf.",
    ),
    Command(
        id="meeting.agenda", action="focus_agenda", letters=("d",), word="Dagordning", title="Dagordning: gå till listan",
        tooltip="Går till dagordningen; Enter öppnar ett ärende eller skriver i ett tidigare.", group=Words.LOOK,
    ),
    Command(
        id="app.palette", action="command_palette", key="ctrl+p", word="Kommandon", title="Kommandon: visa alla",
        tooltip="Visar alla kommandon; skriv en del av namnet.", group=Words.PROGRAM,
    ),
    Command(
        id="meeting.saved", action="saved", key="ctrl+s", word="Sparat", title="Klubban: är allt sparat?",
        tooltip="Svarar när allt senast sparades. Klubban sparar av sig själv.", group=Words.PROGRAM,
    ),
    Command(
        id="app.quit", action="quit", key="ctrl+q", word="Avsluta", title="Klubban: avsluta programmet",
        tooltip="Frågar och avslutar Klubban. Sammanträdet är sparat.", group=Words.PROGRAM,
    ),
)  # fmt: skip
"""The contract's table (design, section 9), and the reflexes Ctrl+S and Ctrl+Q."""


@dataclass(frozen=True, repr=False, eq=False)
class KeyTable(Value):
    """The commands with the keys that hold for this person."""

    commands: tuple[Command, ...] = COMMANDS

    @cached_property
    def by_id(self) -> Mapping[str, Command]:
        """Each command by its id."""
        return {c.id: c for c in self.commands}

    @cached_property
    def by_letter(self) -> Mapping[str, Command]:
        """What a letter does after Esc."""
        return {letter: c for c in self.commands for letter in c.letters}

    @cached_property
    def footer(self) -> tuple[Command, ...]:
        """The commands of the footer, the most needed first."""
        return tuple(sorted((c for c in self.commands if c.footer), key=lambda c: c.footer))

    def groups(self) -> dict[str, list[Command]]:
        """The commands under their headings, for the help and `klubban tangenter`."""
        found: dict[str, list[Command]] = {}
        for command in self.commands:
            found.setdefault(command.group, []).append(command)
        return found

    def keymap(self) -> dict[str, str]:
        """What `App.set_keymap` takes: the keys by id."""
        return {c.id: c.key for c in self.commands if c.key}

    def bindings(self) -> list[BindingType]:
        """The bindings of the meeting screen. Own keys come later, through `App.set_keymap(table.keymap())`.

        The letters are not here: `CommandMode` takes them, Esc and letter as one `alt+letter` included, because
        only it can tell a command from a burst. `?` acts where no text box takes it.
        """
        held: list[BindingType] = [binding(c) for c in self.commands if c.key and c.id.startswith("meeting.")]
        return [*held, Binding("question_mark", "help", self.by_id["meeting.help"].word, show=False)]


def binding(command: Command) -> Binding:
    """One command as Textual wants it."""
    return Binding(
        command.key,
        command.action,
        command.word,
        show=False,  # our own footer shows what is to be shown
        key_display=command.shown_key,
        priority=command.priority,
        tooltip=command.tooltip,
        id=command.id,
    )


DEFAULT_KEYS = KeyTable()
"""The table of the contract, unchanged."""

_GOOD_KEY = re.compile(r"(?:(?:shift|ctrl)\+)?f(?:[1-9]|1[0-2])|ctrl\+[a-z]")
_GOOD_LETTER = re.compile(r"[a-zåäö?]")
_ALTGR = frozenset("@£$€{[]}\\~|")
_HANDS = {"ctrl+a", "ctrl+c", "ctrl+v", "ctrl+x", "ctrl+y", "ctrl+w"}


def why_not_key(key: str) -> str:
    """Why a key cannot be bound to an act, or nothing."""
    parts = key.split("+") if key != "+" else [key]
    if "alt" in parts:
        return Words.ALT
    if "enter" in parts or "return" in parts:
        return Words.ENTER
    if key in {"ctrl+i", "ctrl+j", "ctrl+m", "ctrl+h"}:
        return Words.SAME_AS_OTHER
    if parts[-1] in _ALTGR:
        return Words.ALTGR
    if parts[-1] == "f11":
        return Words.FULL_SCREEN
    if key == "ctrl+b":
        return Words.TERMINAL  # tmux; the terminal's own way in for many who sit behind ssh
    if key in _HANDS:
        return Words.HANDS
    return "" if _GOOD_KEY.fullmatch(key) else Words.NOT_A_KEY


def load_keys(path: Path) -> tuple[KeyTable, list[str]]:
    """The table with the person's own keys, and what was wrong in the file.

    `[tangenter]` and `[bokstaver]`; an act is named by its footer word (`beslut`, `jav`) or its id:

        [tangenter]
        beslut = "f6"
        votering = "f5"
    """
    table, faults = read_toml(path)
    names = {folded(c.word): c.id for c in COMMANDS} | {c.id: c.id for c in COMMANDS}
    sections = {"tangenter": "key", "bokstaver": "letters"}
    chosen: dict[str, dict[str, str]] = {"key": {}, "letters": {}}
    for section, entries in table.items():
        if folded(section) not in sections or not isinstance(entries, dict):
            faults.append(SettingsWords.unknown(path.name, section, nearest(folded(section), sections)))
            continue
        what = sections[folded(section)]
        for name, value in _flat(entries):
            if (command_id := names.get(name) or names.get(folded(name))) is None:
                faults.append(SettingsWords.unknown(path.name, name, nearest(folded(name), names)))
                continue
            key = value.strip().casefold().replace(" ", "") if isinstance(value, str) else ""
            if what == "key":
                why = why_not_key(key)
            else:
                why = "" if _GOOD_LETTER.fullmatch(key) else Words.BAD_LETTER
            if why:
                faults.append(Words.fault(path.name, name, why))
            else:
                chosen[what][command_id] = key
    commands = {c.id: c for c in COMMANDS}
    for what, wishes in chosen.items():
        commands = _apply(commands, what, wishes, path.name, faults)
    return KeyTable(tuple(commands.values())), faults


def _flat(table: Mapping[str, object], before: str = "") -> list[tuple[str, object]]:
    """The entries of a table; `meeting.decision` without quotes is a table in a table."""
    found: list[tuple[str, object]] = []
    for name, value in table.items():
        found += _flat(value, f"{before}{name}.") if isinstance(value, dict) else [(before + name, value)]
    return found


def _apply(commands: dict[str, Command], what: str, wishes: dict[str, str], file: str, faults: list[str]) -> dict[str, Command]:
    """The commands with their new keys. A wish for a key that another act keeps is told and left out."""
    wishes = dict(wishes)
    while True:
        changed = {i: _with(c, what, wishes[i]) if i in wishes else c for i, c in commands.items()}
        owners: dict[str, str] = {}
        for command_id, command in changed.items():
            for key in (command.key,) if what == "key" else command.letters:
                other = owners.setdefault(key, command_id) if key else command_id
                if other != command_id:
                    loser, keeper = (command_id, other) if command_id in wishes else (other, command_id)
                    faults.append(Words.fault(file, changed[loser].word, Words.taken(display(key), changed[keeper].word)))
                    wishes.pop(loser)
                    break
            else:
                continue
            break
        else:
            return changed


def _with(command: Command, what: str, value: str) -> Command:
    return replace(command, key=value) if what == "key" else replace(command, letters=(value,))
