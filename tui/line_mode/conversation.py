"""The conversation: a prompt, a line, its act – until there are no more lines, or the secretary leaves."""

from __future__ import annotations

from sessions.left_texts import restore
from sessions.naming import named
from sessions.store import Draft
from tui.dialogs.missing import Missing
from tui.fault_log import write_fault
from tui.line_mode import in_item
from tui.line_mode.desk import Desk
from tui.line_mode.voice import Dropped, Ended
from tui.line_mode.words import WORDS, Leave, kind_of, meant
from tui.settings import log_path
from tui.texts.line_mode import LineMode as Words
from tui.texts.meeting import MeetingView
from tui.texts.program import Faults


def converse(desk: Desk, drafts: tuple[Draft, ...] = ()) -> None:
    """Hold the meeting. Returns when there are no more lines or the secretary leaves; everything recorded is kept."""
    plan = desk.meeting.plan
    desk.say(f"{plan.body}, {plan.date}.")
    desk.say(Words.WELCOME)
    _restore(desk, drafts)
    desk.voice.offers = lambda: (*(w.name for w in WORDS), *desk.names())
    while True:
        desk.listen()
        try:
            line = desk.voice.ask(desk.place)
            if line:
                _carry_out_or_tell(desk, line)
        except Dropped:
            desk.say(Words.NOTHING)
        except Missing as missing:
            desk.say(f"{missing.reason} {Words.NOTHING}")
        except KeyboardInterrupt:
            desk.say("")
            desk.say(Words.INTERRUPT)
        except (Ended, Leave):
            return


def _carry_out_or_tell(desk: Desk, line: str) -> None:
    """A fault of our own ends what was being typed, not the meeting; as on the screen it is told, and stands in the log."""
    try:
        carry_out(desk, line)
    except (Dropped, Missing, Ended, Leave, BrokenPipeError):
        raise
    except Exception as fault:  # noqa: BLE001 - see above
        path = log_path()
        write_fault(path, fault, desk.now)
        desk.say(f"{Faults.TITLE}. {Faults.toast(str(path))} {Words.LOOK}")


def _restore(desk: Desk, drafts: tuple[Draft, ...]) -> None:
    found = restore(desk.session, drafts, MeetingView.FROM_DIALOG)
    desk.settle()
    if found.written:
        desk.say(MeetingView.restored(", ".join(map(named, found.written))))
    for item in found.noted:
        desk.say(MeetingView.restored_dialog(named(item)))


def carry_out(desk: Desk, line: str) -> None:
    """One line at the prompt: a word, or protocol text. What could be either is asked, never guessed."""
    found, kind = meant(line), kind_of(line)
    if kind == "either":
        answer = desk.voice.ask_for(f"{Words.ONLY_TEXT_OR_WORD} {Words.may_be_word(found.words[0].name)}", ("1", "2"))
        kind = {"1": "word", "2": "text"}.get(answer, "unknown")  # type: ignore[assignment]
    if kind == "text":
        in_item.protocol_text(desk, line)
    elif kind == "word":
        found.words[0].act(desk, found.rest)
    elif kind == "several":
        desk.say(Words.several(line.split()[0], ", ".join(w.name for w in found.words)))
    else:
        desk.say(f"{Words.unknown(line.split()[0])} {Words.UNKNOWN_DETAIL}")
