"""Lines in and lines out: a prompt, an answer, a sentence. No colours, no cursor, nothing that is painted over.

Through a pipe every answer is written after its prompt, so that the output reads as the whole conversation.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from io import TextIOWrapper

from agendas.clean import clean, clean_line

Read = Callable[[str], str]
"""Shows a prompt and gives the line that was typed; `EOFError` when there are no more."""
Write = Callable[[str], None]
"""Writes one line."""


class Ended(Exception):
    """There are no more lines: the end of the file, or Ctrl+D."""


class Dropped(Exception):
    """The act that was being typed was broken off: nothing of it is recorded."""


class Voice:
    """What the conversation is held through."""

    def __init__(self, read: Read, write: Write) -> None:
        self._read = read
        self._write = write
        self.offers: Callable[[], Iterable[str]] = lambda: ()
        """What Tab completes to at the prompt."""

    def say(self, text: str) -> None:
        """Write some lines. Non-breaking spaces become spaces: a screen reader stops at them."""
        for row in clean(text).replace("\u00a0", " ").splitlines():
            self._write(row)

    def ask(self, prompt: str, offers: Iterable[str] | None = None) -> str:
        """One line, cleaned and trimmed. Raises `Ended`, and `KeyboardInterrupt` for Ctrl+C."""
        before, words = self.offers, tuple(offers or ())
        if offers is not None:
            self.offers = lambda: words
        try:
            return clean_line(self._read(f"{clean_line(prompt)}> "))
        except EOFError as end:
            raise Ended from end
        finally:
            self.offers = before

    def ask_for(self, prompt: str, offers: Iterable[str] = ()) -> str:
        """The same inside an act: an empty line drops it. Raises `Dropped` too."""
        answer = self.ask(prompt, offers)
        if not answer:
            raise Dropped
        return answer

    def yes(self, question: str, hint: str) -> bool:
        """Whether the answer is yes. Enter alone is never a yes."""
        while (answer := self.ask(question, ("ja", "nej")).casefold()) not in {"j", "ja"}:
            if answer in {"n", "nej", ""}:
                return False
            self.say(hint)
        return True


def standard_voice() -> Voice:
    """The voice of this process: standard in and out, with completion where the line can be edited."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # one å from a terminal or a file in Latin-1 is no reason to end
    if not sys.stdin.isatty():
        return Voice(_piped, _written)
    voice = Voice(input, _written)
    _with_completion(voice)
    return voice


def _written(row: str) -> None:
    print(row, flush=True)


def _piped(prompt: str) -> str:
    answer = sys.stdin.readline()
    if not answer:
        print(prompt.rstrip(), flush=True)
        raise EOFError
    print(f"{prompt}{clean_line(answer)}", flush=True)
    return answer


def _with_completion(voice: Voice) -> None:
    """Tab completes words and names. The editing writes no escape sequences: the line is that of the plainest terminal."""
    os.environ["TERM"] = "dumb"  # read when the first line is edited
    try:
        import readline
    except ImportError:  # Windows: the console edits the line itself
        return
    for setting in ("enable-bracketed-paste off", "enable-meta-key off", "bell-style none", "completion-query-items 30"):
        readline.parse_and_bind(f"set {setting}")
    readline.parse_and_bind("bind ^I rl_complete" if "libedit" in (readline.__doc__ or "") else "tab: complete")
    readline.set_completer_delims(" ,")
    found: list[str] = []

    def complete(text: str, number: int) -> str | None:
        if number == 0:
            found[:] = completions(readline.get_line_buffer()[: readline.get_endidx()], tuple(voice.offers()))
        return found[number] if number < len(found) else None

    readline.set_completer(complete)


def completions(line: str, offers: Sequence[str]) -> list[str]:
    """What the last word of a line can become; names are found by any of their words."""
    from tui.matching import ranked

    head, _, typed = line.replace(",", " ").rpartition(" ")
    if head:
        offers = [o for o in offers if "(" in o or " " in o] or offers
    return ranked(typed, offers, str) if typed else list(offers)
