"""Markdown reads as typed, whatever was typed."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from exports.as_markdown import markdown
from exports.document import (
    Break,
    Contents,
    Document,
    Field,
    Fields,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Section,
    Signature,
    Signatures,
    Table,
    Text,
    text,
)
from tests.exports.reading import expected, read, words

# Signs that mean something somewhere, between words and spaces: most faults need only a few of them.
typed = st.one_of(
    st.text(st.sampled_from("ab1. \u00a0§åé€()[]<>{}*_`~#+-=!|\\&;:/.,'\"$^\n\t"), max_size=12),
    st.lists(
        st.sampled_from(
            [
                "a",
                "1",
                " ",
                "\u00a0",
                "**",
                "*",
                "_",
                "~~",
                "`",
                "|",
                "\\",
                "- ",
                "1. ",
                "1)",
                "# ",
                "#",
                "> ",
                "<b>",
                "&auml;",
                "(V)",
                "[x](y)",
            ]
        ),
        max_size=8,
    ).map("".join),
    st.text(max_size=20),
)
runs = st.builds(Text, typed, st.booleans(), st.booleans(), st.booleans(), st.booleans()) | st.builds(Text, typed) | st.just(Break())
inlines = st.lists(runs, max_size=5).map(tuple) | typed.map(lambda typed: (Text(typed),))
tables = st.builds(
    Table, st.lists(inlines, max_size=3).map(tuple), st.lists(st.lists(inlines, max_size=3).map(tuple), max_size=3).map(tuple)
)
simple_blocks = st.builds(Paragraph, inlines) | st.builds(Heading, st.integers(2, 9), inlines) | tables


def lists_of(blocks):
    item = st.builds(ListItem, inlines, st.lists(blocks, max_size=2).map(tuple))
    items = st.lists(item, min_size=1, max_size=3).map(tuple)
    return st.builds(ListBlock, items, st.sampled_from(["bullet", "number"]), st.sampled_from([1, 1, 2, 9, 99]), st.booleans())


blocks = st.recursive(
    simple_blocks, lambda blocks: lists_of(blocks) | st.lists(blocks, max_size=2).map(lambda b: Section(tuple(b))), max_leaves=8
)


def document(*blocks, title="Protokoll", status="") -> Document:
    return Document(title, "Arbetsutskottet", "2022-01-17", status, blocks)


def body(*blocks) -> str:
    """The Markdown of some blocks, without the title."""
    written = markdown(document(*blocks))
    assert written.startswith("# Protokoll\n")
    return written.removeprefix("# Protokoll\n").lstrip("\n")


@given(st.lists(blocks, max_size=4))
@example([ListBlock((ListItem((), (ListBlock((ListItem((), (ListBlock((ListItem(()),)),)),)),)),))])
def test_what_is_read_back_is_the_document(blocks):
    assert read(body(*blocks)) == expected(blocks)


@given(typed)
@example("12. Mötet avslutas")
@example("- bifall")
@example("    fyra steg in")
@example("Se bilaga [/] och [x] klart, <b>fet</b>, &auml;, *ja*, ~~nej~~, [x](y), ![x](y), http://x.se <http://x.se>")
def test_text_reads_as_typed_wherever_it_stands(typed):
    said = words(text(typed), " ")
    line = text(typed)
    blocks = (
        Heading(2, line),
        Paragraph(line),
        ListBlock((ListItem(line),)),
        Table((line,), ((line,),)),
        Fields((Field("Plats", (line,)),)),
    )
    if not said:
        return
    assert read(body(*blocks)) == [
        ("heading", 2, said),
        ("paragraph", said),
        ("list", "bullet", 1, [[("paragraph", said)]]),
        ("table", [[said], [said]]),
        ("paragraph", words(text(f"Plats {typed}"), " ")),
    ]


@given(inlines)
def test_emphasis_is_read_back_where_markdown_can_say_it(content):
    """Marks are never more than the document has: each character is marked as it was, or not."""
    had = {(word, run.strong, run.emphasis) for run in content if isinstance(run, Text) for word in run.text}
    strong = emphasis = 0
    blocks = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body(Paragraph(content)))
    for token in (token for block in blocks for token in block.children or []):
        strong += token.nesting * (token.type.startswith("strong_"))
        emphasis += token.nesting * (token.type.startswith("em_"))
        for sign in "".join(token.content.split()) if token.type == "text" else "":
            assert any(
                sign == other and bool(strong) <= was_strong and bool(emphasis) <= was_emphasis for other, was_strong, was_emphasis in had
            )


@pytest.mark.parametrize(
    ("content", "written"),
    [
        ((Text("a "), Text("b", strong=True), Text(" c")), "a **b** c"),
        ((Text("a "), Text("b", emphasis=True), Text("c", strong=True)), "a *b***c**"),
        ((Text("a", strong=True), Text("b", strong=True, emphasis=True), Text("c", strong=True)), "**a*b*c**"),
        ((Text(" a ", strong=True), Text("b")), "**a** b"),
        ((Text("Eva (V)", strong=True), Text("s")), "**Eva (V**)s"),
        ((Text("f(x)", code=True), Text("s")), "`f(x)`s"),
        ((Text("a`b", code=True),), "``a`b``"),
        ((Text("nej", strike=True), Text("ja", strong=True)), "~~nej~~**ja**"),
        ((Text("a", strong=True), Text("b", strong=True, emphasis=True), Text("c", emphasis=True)), "**a*b***c"),
    ],
)
def test_emphasis_is_written_the_short_way(content, written):
    assert body(Paragraph(content)) == written + "\n"


@pytest.mark.parametrize(
    "typed",
    [
        "Åsa Bergkvist (S), deltog ej i beslut § 6",
        "kl. 13.00–15.20, 40 000 kronor, -5 grader, 10 % & mer!",
        "2022-01-17 förslag_2.pdf #3 till a_b@c.se",
        "§ 6 – Föreningsbidrag: under 5 < 6 > 4",
    ],
)
def test_everyday_text_gets_no_backslash(typed):
    assert body(Paragraph(text(typed))) == typed + "\n"


def test_a_whole_document():
    cover = Fields(
        (
            Field("Plats och tid", (text("Digitalt, kl. 13.00–15.20"),)),
            Field("Beslutande", (text("Åsa Bergkvist (S)"), text("Lars Handegard (V)"))),
            Field("Ersättare", ()),
        )
    )
    contents = Contents("Ärendelista", (("p1", ("§ 1", "Bokslut", "2020/1")), ("p2", ("§ 2", "Information"))))
    points = ListBlock(
        (
            ListItem(text("Bidrag beviljas."), (ListBlock((ListItem(text("SKPF")), ListItem(text("DHR"))), "letter"),)),
            ListItem(text("Akt")),
        ),
        "number",
    )
    section = Section(
        (Heading(2, text("§ 1 Bokslut"), "p1"), Paragraph((Text("Ett"), Break(), Text("1. två"))), points), "p1", "paragraph", True
    )
    votes = Table((text("Namn"), text("Ja")), ((text("Åsa | Bergkvist"), text("X")),), "votes")
    signatures = Signatures(
        "Underskrifter", (Signature("Sekreterare", "Åsa Engberg"), Signature("Justerare", "", "§§ 1–2"), Signature("", "Eva"))
    )
    written = markdown(
        document(cover, contents, section, votes, Table((), ((text("a"), text("b")),)), signatures, status="UTKAST – ej justerat")
    )
    assert (
        written
        == """\
# Protokoll

**UTKAST – ej justerat**

**Plats och tid** Digitalt, kl. 13.00–15.20

**Beslutande**

- Åsa Bergkvist (S)
- Lars Handegard (V)

**Ersättare**

## Ärendelista

- § 1 Bokslut, 2020/1
- § 2 Information

## § 1 Bokslut

Ett\\
1\\. två

1. Bidrag beviljas.
   - a) SKPF
   - b) DHR
2. Akt

| Namn | Ja |
| --- | --- |
| Åsa \\| Bergkvist | X |

|  |  |
| --- | --- |
| a | b |

## Underskrifter

**Sekreterare** ______________________________ Åsa Engberg

**Justerare** ______________________________ §§ 1–2

**Eva** ______________________________
"""
    )


def test_lists_side_by_side_stay_two():
    one, two = (ListBlock((ListItem(text(word)),), "number") for word in ("ett", "två"))
    written = body(Section((one,)), Section((Paragraph(()), two)))
    assert written == "1. ett\n\n1) två\n"


def test_a_document_without_anything_still_ends_with_one_newline():
    assert markdown(document(title="")) == "\n"
    assert markdown(document(Paragraph(text("x\n\n\n")))).endswith("x\n")


def test_much_text_is_written_in_one_go():
    words = "**bifall** [x] (V) _ja_ " * 20_000
    assert len(body(Paragraph((Text(words), Text("x" * 10_000, strong=True), Text("(" * 50_000, emphasis=True), Text("y"))))) > 500_000
