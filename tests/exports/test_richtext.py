"""Markdown that people type is read as they mean it, and never loses a word."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.as_markdown import markdown
from exports.document import Block, Break, Document, Heading, ListBlock, ListItem, Paragraph, Table, Text, plain, text
from exports.richtext import inline, literal_paragraphs, rich


def item(words: str, *blocks: Block) -> ListItem:
    return ListItem(text(words), blocks)


def bullets(*items: ListItem, tight: bool = True) -> ListBlock:
    return ListBlock(items, tight=tight)


def said(blocks: Iterable[Block]) -> str:
    """All words of some blocks."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                found.append(plain(block.content))
            case ListBlock():
                found += [said((Paragraph(item.content), *item.blocks)) for item in block.items]
            case Table():
                found += [plain(cell) for row in (block.header, *block.rows) for cell in row]
    return "\n".join(found)


@pytest.mark.parametrize(
    ("typed", "blocks"),
    [
        ("Ett stycke.\n\nEtt till.", (Paragraph(text("Ett stycke.")), Paragraph(text("Ett till.")))),
        ("rad ett\nrad två", (Paragraph((Text("rad ett"), Break(), Text("rad två"))),)),
        ("rad ett  \nrad två\\\nrad tre", (Paragraph((Text("rad ett"), Break(), Text("rad två"), Break(), Text("rad tre"))),)),
        (
            "**ja** *nej* ~~struket~~ `kod`",
            (
                Paragraph(
                    (
                        Text("ja", strong=True),
                        Text(" "),
                        Text("nej", emphasis=True),
                        Text(" "),
                        Text("struket", strike=True),
                        Text(" "),
                        Text("kod", code=True),
                    )
                ),
            ),
        ),
        ("1. ett\n2. två", (ListBlock((item("ett"), item("två")), "number"),)),
        ("3) tre\n4) fyra", (ListBlock((item("tre"), item("fyra")), "number", 3),)),
        ("- ett\n\n- två", (bullets(item("ett"), item("två"), tight=False),)),
        ("| a | b |\n|---|---|\n| c | d\\|e |", (Table((text("a"), text("b")), ((text("c"), text("d|e")),)),)),
        ("| | |\n|---|---|\n| c | d |", (Table((), ((text("c"), text("d")),)),)),
        ("", ()),
        (" \n\t\n", ()),
    ],
)
def test_markdown_becomes_blocks(typed: str, blocks: tuple[Block, ...]):
    assert rich(typed) == blocks


@pytest.mark.parametrize(
    "typed",
    [
        "<b>fet</b> <!-- dold --> <br>",
        "<div>\ntext\n</div>",
        "[länk](http://x.se) ![bild](b.png) <http://x.se> [1]: http://x.se",
        "&auml; &nbsp; &#8211;",
        "> citerat",
        "13.00 öppnas mötet",
        "ett\n===",
        "§ 6 #bidrag",
    ],
)
def test_what_a_protocol_has_no_use_for_stays_as_typed(typed: str):
    assert said(rich(typed)) == typed
    assert all(isinstance(block, Paragraph) for block in rich(typed))


def test_a_line_drawn_below_text_makes_no_heading_and_stays():
    assert rich("Beslut i korthet\n---\nmer") == tuple(Paragraph(text(words)) for words in ("Beslut i korthet", "---", "mer"))


def test_indented_text_is_no_code():
    assert rich("    fyra steg\n\n\ttabb") == (Paragraph(text("fyra steg")), Paragraph(text("tabb")))


def test_one_space_before_a_list_mark_is_a_level():
    typed = "- Lämnar förslaget\n - senast i maj\n  - eller juni\n - skriftligt\n- Avslår"
    deepest = bullets(item("eller juni"))
    assert rich(typed) == (bullets(item("Lämnar förslaget", bullets(item("senast i maj", deepest), item("skriftligt"))), item("Avslår")),)


def test_lists_that_begin_further_in_lose_nothing():
    assert rich(" - ett\n - två\n- tre") == (bullets(item("ett"), item("två"), item("tre")),)
    assert rich("Text:\n    - ett\n    - två") == (Paragraph(text("Text:")), bullets(item("ett"), item("två")))


def test_numbers_of_two_digits_hold_sub_lists_too():
    blocks = rich("9. nio\n - under nio\n10. tio\n - under tio\n\n   mer om under tio\n\nefter")
    under = ListBlock((ListItem(text("under tio"), (Paragraph(text("mer om under tio")),)),), tight=False)
    assert blocks[0] == ListBlock((item("nio", bullets(item("under nio"))), item("tio", under)), "number", 9)
    assert blocks[1] == Paragraph(text("efter"))


def test_a_paragraph_below_an_item_belongs_to_it_when_it_stands_below_its_text():
    assert rich("- ett\n\n  mer\n\nutanför") == (bullets(item("ett", Paragraph(text("mer"))), tight=False), Paragraph(text("utanför")))


def test_headings_stay_inside_the_section_in_as_many_levels_as_were_used():
    typed = "# Bakgrund\n### Ekonomi\n##### Intäkter\n# Slutsats"
    assert [(block.level, plain(block.content)) for block in rich(typed) if isinstance(block, Heading)] == [
        (4, "Bakgrund"),
        (5, "Ekonomi"),
        (6, "Intäkter"),
        (4, "Slutsats"),
    ]
    assert [block.level for block in rich("## a\n### b", base_level=6) if isinstance(block, Heading)] == [6, 6]


def test_a_heading_in_a_list_is_a_strong_line():
    assert rich("- # Ekonomi\n\n  mer") == (
        ListBlock((ListItem((Text("Ekonomi", strong=True),), (Paragraph(text("mer")),)),), tight=False),
    )


def test_inline_text_never_becomes_a_block():
    assert inline("1. *Bifall* till <b>\n- förslaget") == (
        Text("1. "),
        Text("Bifall", emphasis=True),
        Text(" till <b>"),
        Break(),
        Text("- förslaget"),
    )
    assert inline(" # inget ") == text("# inget")
    assert inline("") == ()


def test_plain_text_keeps_its_lines_and_signs():
    assert literal_paragraphs("\n*ett*\r\n  - två\n \n\n\n# tre\n") == (
        Paragraph((Text("*ett*"), Break(), Text("- två"))),
        Paragraph(text("# tre")),
    )
    assert literal_paragraphs(" \n ") == ()


signs = st.text(st.sampled_from("ab12 .)-*+#|\n\n\t`~_\\&<>[]()=:"), max_size=60)
lines = st.lists(
    st.sampled_from(["- a", " - b", "  - c", "10. d", " 1) e", "text", "  text", "# h", "", "---", "| a | b |", "|--|--|", "> c", "```"]),
    max_size=9,
)


@given(signs | lines.map("\n".join))
def test_every_word_that_was_typed_is_in_the_blocks(typed: str):
    letters = re.findall("[a-z]", typed)
    assert re.findall("[a-z]", said(rich(typed))) == letters
    assert re.findall("[a-z]", plain(inline(typed))) == letters


pieces = ("Anna", "å", "ª", "²", "1", "1. ", "2) ", " ", "  ", "\t", "\n", "\n\n", "\n \n", "\u00a0", "\u2028", "\x0b", "|", "---", "==")
prose = st.lists(
    st.sampled_from([*pieces, *("#", "-", "+", ":", ">", "(", ".", "<b>", "&amp;", "[x](y)", "!", "*", "_", "~~", "\\")]), max_size=12
).map("".join)


@given(prose)
def test_prose_is_read_as_the_parser_reads_it(typed: str):
    """The parser is left out where nothing can be Markdown; a code span below the same words makes it read them."""
    parsed = rich(f"{typed}\n\n`x`")
    if parsed[-1] == Paragraph((Text("x", code=True),)) and all(isinstance(block, Paragraph) for block in rich(typed)):
        assert rich(typed) == parsed[:-1]
    words = typed.strip()
    if words and not words.endswith("\\"):
        assert (*inline(words), Break(), Text("x", code=True)) == inline(f"{words}\n`x`")


@given(lines.map("\n".join))
def test_what_was_written_as_markdown_is_read_as_the_same_again(typed: str):
    blocks = rich(typed)
    written = markdown(Document("", "", "", "", blocks))
    assert said(rich(written)).split() == said(blocks).split()
    assert markdown(Document("", "", "", "", rich(written))) == written


@pytest.mark.parametrize(
    "typed",
    [
        "a" * 10_000,
        "- " * 3_000 + "slut",
        ">" * 5_000 + "slut",
        "".join(f"{' ' * level}- a\n" for level in range(400)),
        "ord och \n" * 60_000,
    ]
    + [sign * 30_000 for sign in ("*", "[", "`", "**a ", "~~a ", "` ", "**a*b_ ", "- a\n", "|a")],
    ids=lambda typed: f"{typed[:8]!r} × {len(typed)}",
)
def test_hostile_text_is_read_in_a_moment_and_whole(typed: str):
    began = time.process_time()  # computing alone: other programs on the machine take as long as they like
    blocks = rich(typed)
    inline(typed)
    markdown(Document("", "", "", "", blocks))
    assert time.process_time() - began < 20
    assert len(re.findall("[a-z]", said(blocks))) == len(re.findall("[a-z]", typed))
