"""A question other than the proposed one, in words: its form, what it is about, what the chair found."""

from __future__ import annotations

from collections.abc import Iterable

from sessions.events import QuestionAnswered
from tui.dialogs.asking import ONE, PRINCIPLE, answers_to, asked, check_alternatives
from tui.dialogs.numbers import read_numbers
from tui.line_mode.desk import Desk
from tui.line_mode.voice import Dropped
from tui.naming import targets
from tui.texts.dialogs import OtherQuestion as QuestionWords
from tui.texts.line_mode import LineMode as Words


def other_question(desk: Desk) -> bool:
    """Record the question and its answer. Whether it waits for a vote."""
    item = desk.item
    form = desk.choose(QuestionWords.FORM, [(value, label) for value, label, _ in QuestionWords.FORMS])
    about: tuple[str, ...] = ()
    points: tuple[int, ...] = ()
    if form != PRINCIPLE:
        about = _several(desk, QuestionWords.ABOUT, [(o.value, o.label) for o in targets(desk.meeting, item)], one=form == ONE)
        check_alternatives(form, about, "")
        points = _points(desk) if len(item.item.points) > 1 else ()
    words = desk.voice.ask_for(QuestionWords.WORDS) if form == PRINCIPLE else desk.voice.ask(Words.OWN_WORDS)
    found = desk.choose(QuestionWords.ANSWER, [(o.value, o.label) for o in answers_to(desk.meeting, item, form, about)])
    made = asked(desk.now, item.id, form, about, found, points=points, words=words)
    desk.record(*made)
    return not any(isinstance(e, QuestionAnswered) for e in made)


def _several(desk: Desk, prompt: str, options: Iterable[tuple[str, str]], *, one: bool) -> tuple[str, ...]:
    """Some of the alternatives by their numbers. The only one there is, is meant."""
    options = list(options)
    if len(options) == 1:
        desk.say(options[0][1])
        return (options[0][0],)
    if one:
        return (desk.choose(prompt, options),)
    for number, (_, label) in enumerate(options, 1):
        desk.say(f"{number} {label}")
    while True:
        numbers = read_numbers(desk.voice.ask_for(f"{prompt}, {Words.NUMBERS}")) or ()
        if numbers and all(1 <= n <= len(options) for n in numbers):
            return tuple(options[n - 1][0] for n in numbers)
        desk.say(Words.BAD_POINTS)


def _points(desk: Desk) -> tuple[int, ...]:
    found = read_numbers(desk.voice.ask(Words.POINTS))
    if found is None:
        desk.say(Words.BAD_POINTS)
        raise Dropped
    return found
