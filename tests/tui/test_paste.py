"""Pasting from Word, Outlook and the web: lists and tables as Markdown, never a word less."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from tests.tui.host import SIZES, WORST, running, shown
from tui.dialogs.paste_preview import PastePreviewDialog
from tui.paste import as_markdown, in_lines
from tui.widgets.text_box import TextBox

UNTOUCHED = (
    "",
    "En mening.",
    "Två stycken.\n\nHär är det andra.",
    "– Ja, sade ordföranden.",
    "o nej",
    "att bevilja bidrag",
    "- redan\n- en lista",
    "1. redan\n2. numrerad",
    "Kl. 14.30 öppnas mötet",
    "A\tB",
    "\tEtt indraget stycke",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
)


@pytest.mark.parametrize("text", UNTOUCHED)
def test_a_plain_paste_is_untouched(text: str) -> None:
    assert as_markdown(text) == text


@given(st.text(alphabet="ab \nå", max_size=120), st.integers(min_value=1, max_value=12))
def test_an_unreasonably_long_line_is_divided_and_loses_no_letter(text: str, longest: int) -> None:
    made, divided = in_lines(text, longest)
    assert max(map(len, made.split("\n"))) <= longest
    assert divided == (made != text)
    assert made.replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")
    if not divided:
        assert made == text
    assert len(made.replace("\n", "")) + made.count("\n") >= len(text), "at most a space became a line break"


def test_a_long_line_is_divided_between_words_where_there_are_any() -> None:
    assert in_lines("ett två tre fyra", 8) == ("ett två\ntre fyra", True)
    assert in_lines("a" * 10, 4) == ("aaaa\naaaa\naa", True)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("•\tEtt\n•\tTvå", "- Ett\n- Två"),
        ("• Ett", "- Ett"),
        ("·\tEtt\no\tUnder\n·\tTvå", "- Ett\n   - Under\n- Två"),
        ("\uf0b7\tEtt\n\uf0a7\tUnder", "- Ett\n   - Under"),
        ("– Ett\n– Två", "- Ett\n- Två"),
        ("1.\tEtt\n2.\tTvå", "1. Ett\n2. Två"),
        ("1) Ett\n2) Två", "1. Ett\n2. Två"),
        ("att bevilja bidrag\natt ta medlen", "- att bevilja bidrag\n- att ta medlen"),
        ("Nämnden beslutar\natt bevilja\natt avslå", "Nämnden beslutar\n- att bevilja\n- att avslå"),
        ("• Ett\n\n• Två\n\nSedan", "- Ett\n\n- Två\n\nSedan"),
        ("Parti\tRöster\nS\t5\nM\t4", "| Parti | Röster |\n| --- | --- |\n| S | 5 |\n| M | 4 |"),
        ("Så här:\nA|B\tC\nD\t\nslut", "Så här:\n\n| A\\|B | C |\n| --- | --- |\n| D |  |\n\nslut"),
    ],
)
def test_lists_and_tables_become_markdown(text: str, made: str) -> None:
    assert as_markdown(text) == made


WORDS = st.text(alphabet="abåäö|*[]/ ", min_size=1, max_size=12)
LINES = st.one_of(
    WORDS,
    st.just(""),
    st.builds(
        lambda indent, sign, gap, text: f"{indent}{sign}{gap}{text}",
        st.sampled_from(["", " ", "\t", "    "]),
        st.sampled_from(["•", "–", "·", "o", "1.", "2)", "att", "-", "*", "\uf0b7"]),
        st.sampled_from([" ", "\t", "   "]),
        WORDS,
    ),
    st.lists(WORDS, min_size=2, max_size=4).map("\t".join),
)


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_no_word_is_lost(text: str) -> None:
    def words(of: str) -> list[str]:
        kept = re.sub(r"(?m)^[ \t]*o(?=[ \t])|(?m:^[ \t]*(\d+)[.)])", r"\1 ", of)  # the bullet "o" is no word
        return re.findall(r"\w+", kept)

    assert words(as_markdown(text)) == words(text)


@given(st.text(max_size=200))
def test_whatever_is_pasted_its_letters_come_through(text: str) -> None:
    def letters(of: str) -> list[str]:
        return [w for w in re.findall(r"[^\W_]{2,}", of)]

    from agendas.clean import clean

    assert letters(as_markdown(text)) == letters(clean(text))


class Page(Screen[None]):
    """A box to paste into."""

    def compose(self) -> ComposeResult:
        yield TextBox("före", id="box")


async def paste(pilot, text: str) -> None:
    await pilot.pause()
    pilot.app.screen.query_one("#box", TextBox).focus()
    await pilot.press("ctrl+end")
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_a_list_is_shown_first_and_the_safe_answer_changes_nothing(size: tuple[int, int]) -> None:
    async with running(Page, size) as pilot:
        box = pilot.app.screen.query_one("#box", TextBox)
        await paste(pilot, "• Ett\n• Två")
        assert isinstance(pilot.app.screen, PastePreviewDialog)
        assert "- Två" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert box.text == "före• Ett\n• Två"


async def test_points_are_made_when_asked_for_and_undone_in_one_step() -> None:
    async with running(Page) as pilot:
        box = pilot.app.screen.query_one("#box", TextBox)
        await paste(pilot, "\n• Ett\n• Två")
        await pilot.press("g")
        await pilot.pause()
        assert box.text == "före\n- Ett\n- Två"
        assert box.has_focus
        await pilot.press("ctrl+z")
        assert box.text == "före"


async def test_a_plain_paste_asks_nothing() -> None:
    async with running(Page) as pilot:
        await paste(pilot, " och efter\nrad två")
        assert pilot.app.screen.query_one("#box", TextBox).text == "före och efter\nrad två"


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_and_odd_paste_is_whole_and_literal(size: tuple[int, int]) -> None:
    async with running(Page, size) as pilot:
        await paste(pilot, "\n".join(f"• {word}" for word in (*WORST, *("rad" for _ in range(80)))))
        screen = shown(pilot)
        assert "- [@click=app.quit]x[/]" in screen
        assert "Klistra som det är" in screen
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen.query_one("#box", TextBox).text == "före"
