"""HTML: one file that asks for nothing, with the structure of the document and every word as it was typed."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given

from exports.as_html import html
from exports.document import Block, Contents, Document, Field, Fields, Heading, Paragraph, Section, Signature, Signatures, Table, text
from exports.protocol import protocol
from exports.style import load_style
from tests.exports.reading import expected
from tests.exports.reading_html import parsed, read_html
from tests.exports.scenario import played
from tests.exports.test_as_markdown import blocks

WORST = (
    "<script>alert(1)</script>",
    "</style><b>",
    "&auml; &amp; &#x41;",
    '" onload="x',
    "' onclick='x",
    "<!-- -->",
    "]]>",
    "http://exempel.se/a.png",
    "\\",
    "\u202eabc",
    "</main>",
)


def page(*given: Block, title: str = "Protokoll", body: str = "Nämnden", status: str = "UTKAST – ej justerat") -> str:
    return html(Document(title, body, "2026-03-12", status, given))


def normal(found):
    """The words with their spaces as a browser shows them."""
    if isinstance(found, str):
        return "\n".join(re.sub(r"[^\S\n]+", " ", line).strip() for line in found.split("\n")).strip()
    if isinstance(found, list | tuple):
        return type(found)(normal(one) for one in found)
    return found


def without_empty_headers(found):
    """A table whose headers say nothing has none."""
    for one in found:
        if one[0] == "table" and not any(one[1][0]):
            yield ("table", one[1][1:])
        elif one[0] == "list":
            yield (*one[:3], [list(without_empty_headers(item)) for item in one[3]])
        else:
            yield one


@given(blocks)
def test_the_structure_is_that_of_the_document_and_the_words_are_as_typed(block) -> None:
    assert normal(read_html(page(block))) == normal(list(without_empty_headers(expected((block,)))))


def test_the_worst_that_can_be_typed_is_text_wherever_it_stands() -> None:
    for words in WORST:
        given = (
            Heading(2, text(words), words),
            Paragraph(text(words)),
            Table((text(words),), ((text(words),),)),
            Fields((Field(words, (text(words),)),)),
            Signatures(words, (Signature(words, words, words, words),)),
            Contents(words, ((words, (words,)),)),
            Section((Heading(2, text("b"), words),), words, "paragraph"),
        )
        root = parsed(html(Document(words, words, words, words, given)))
        assert {n.tag for n in root.walk()} <= set(
            re.findall(r"[#\w]+", "#root html head meta title style body a header h1 p strong main h2 div table thead tbody tr th td")
            + re.findall(r"\w+", "dl dt dd ul li span nav ol article")
        )
        assert all(not name.startswith("on") for n in root.walk() for name in n.attributes)
        (main,) = root.find("main")
        assert main.find("p")[0].words == words
        assert main.find("h2")[0].words == words
        assert main.find("dd")[0].words == words
        assert root.find("style")[0].words.count("{") == root.find("style")[0].words.count("}")


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    written = html(protocol(played().meeting, load_style("standard")))
    assert "http:" not in written.replace("http-equiv", "")
    assert "https:" not in written
    assert "url(" not in written
    assert "@import" not in written
    tags = {n.tag for n in parsed(written).walk()}
    assert not tags & {"script", "link", "img", "iframe", "object", "base", "form"}
    assert "default-src 'none'" in written


def test_the_protocol_has_landmarks_one_title_and_headings_without_gaps() -> None:
    root = parsed(html(protocol(played().meeting, load_style("standard"))))
    assert root.find("html")[0].attributes["lang"] == "sv"
    assert [len(root.find(tag)) for tag in ("header", "main", "nav", "h1")] == [1, 1, 1, 1]
    levels = [int(n.tag[1]) for n in root.walk() if re.fullmatch("h[1-6]", n.tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(n.attributes.get("scope") in {"col", "row"} for n in root.find("th"))


def test_every_line_of_the_contents_leads_to_its_paragraph_and_no_id_is_given_twice() -> None:
    root = parsed(html(protocol(played().meeting, load_style("standard"))))
    ids = [n.attributes["id"] for n in root.walk() if "id" in n.attributes]
    assert len(ids) == len(set(ids))
    links = [n.attributes["href"].removeprefix("#") for n in root.find("nav")[0].find("a")]
    assert links[0] == "paragraf-82"
    assert set(links) <= set(ids)
    assert {n.attributes["aria-labelledby"] for n in root.find("article")} <= set(ids)


def test_a_vote_table_has_headers_for_its_columns_and_its_rows() -> None:
    (table,) = parsed(page(Table((text("Ledamot"), text("Ja")), ((text("Eva"), text("X")),), "votes"))).find("table")
    assert [(n.words, n.attributes["scope"]) for n in table.find("th")] == [("Ledamot", "col"), ("Ja", "col"), ("Eva", "row")]


def test_the_draft_says_so_on_the_page_in_the_title_and_on_every_printed_page() -> None:
    root = parsed(page())
    assert "UTKAST" in root.find("title")[0].words
    assert "UTKAST" in root.find("header")[0].words
    assert "UTKAST" in root.find("style")[0].words


def test_the_same_document_gives_the_same_bytes() -> None:
    assert page(Paragraph(text("a"))) == page(Paragraph(text("a")))


def test_a_space_after_a_sign_is_still_there_on_top_of_every_printed_page() -> None:
    assert 'content: "Vård\\00002d  och omsorgsnämnden \\0000b7  2026' in page(body="Vård- och omsorgsnämnden")


def test_the_titles_of_the_contents_take_the_room_and_a_table_can_be_scrolled_by_keyboard() -> None:
    contents = Contents("Innehåll", (("a", ("§ 1", "Budget", "KS 1")), ("b", ("§ 2", "Val av justerare", ""))))
    written = page(contents, Table((text("Namn"), text("Ja")), ((text("Per"), text("X")),)))
    assert '<span>§ 1</span> <span class="rubrik">Budget</span> <span>KS 1</span>' in written
    assert '<span>§ 2</span> <span class="rubrik">Val av justerare</span></a>' in written
    assert '<div class="tabell" role="group" aria-label="Tabell: Namn, Ja" tabindex="0">' in written
