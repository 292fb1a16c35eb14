"""Nothing that stands only in secret §§ is in anything public: no format, no list, no file name, no metadata (R-1204)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from io import BytesIO
from typing import get_args
from zipfile import ZipFile

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from agendas.model import Agenda, Item, MeetingPlan, Person, SubItem, with_ids
from exports.as_docx import docx
from exports.as_html import html
from exports.as_json import protocol_json
from exports.as_markdown import markdown
from exports.as_pdf import typst_source
from exports.changes import fingerprint
from exports.dispatch import dispatch, follow_up
from exports.document import Document
from exports.extracts import extract, immediate, single
from exports.front_matter import front_matter
from exports.notice import notice
from exports.privacy import suspects
from exports.protocol import protocol
from exports.style import builtin_styles, load_style
from exports.summons import forecast_lines, summons
from exports.time_appendix import with_times
from exports.vote_list import vote_list
from sessions import events as ev
from sessions.meeting import Meeting
from tests.sessions.table import ROSTER, Table
from tui.export_job import Form, What, file_name

SYLLABLES = ("vyx", "quor", "zab", "wyrm", "kvist", "zlonk", "pjaw", "xerr")
WORDS = tuple(f"{a}{b}" for a in SYLLABLES for b in SYLLABLES if a != b)
"""Words that no phrase, name or heading has in it."""

some = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
several = st.lists(some, max_size=2).map(tuple)
GROUND = "26 kap. 1 § OSL"


def items() -> st.SearchStrategy[Item]:
    return st.builds(
        Item,
        title=some,
        short_title=st.just("") | some,
        reference=some,
        kind=st.sampled_from(["beslut", "information", "anmälan", "val", "formalia"]),
        decided_by=st.just("") | some,
        presenters=several,
        proposal=some | st.builds(lambda a, b: f"1. att {a}\n2. att uppdra åt {b} senast 2026-06-01", some, some),
        proposed_by=some,
        summary=some | st.builds(lambda a, b: f"# {a}\n\n| {b} | x |\n|---|---|\n| {a} | {b} |", some, some),
        history=some,
        documents=several,
        recipients=several,
        subitems=st.lists(st.builds(SubItem, title=some, reference=some, text=some), max_size=1).map(tuple),
        exercise_of_authority=st.booleans(),
    )


def acts(item: str, n: int) -> st.SearchStrategy[tuple[ev.Event, ...]]:
    """What may happen in an item, each act possible by itself or not done. No guest is called what a presenter is called:
    whoever presents in a public § is named there, with the title that the list of people has."""
    now = {"at": Table().now, "item": item}
    member = st.sampled_from(["per-lind", "lena-ek", "karin-berg", "eva-sjo", "rut-fors"])
    one = st.one_of(
        st.builds(
            ev.MotionMoved,
            **{k: st.just(v) for k, v in now.items()},
            kind=st.sampled_from(["nytt förslag", "tillägg", "återremiss"]),
            by=member.map(lambda p: (p,)),
            text=some,
        ),
        st.builds(
            ev.TextWritten,
            **{k: st.just(v) for k, v in now.items()},
            section=st.sampled_from(["protocol", "decision", "summary", "title"]),
            text=some,
        ),
        st.builds(ev.PrivateNoteWritten, **{k: st.just(v) for k, v in now.items()}, text=some),
        st.builds(ev.AppendixAdded, at=st.just(now["at"]), items=st.just((item,)), title=some),
        st.builds(ev.StatementMade, **{k: st.just(v) for k, v in now.items()}, person=member, text=some),
        st.builds(
            ev.ReservationMade, **{k: st.just(v) for k, v in now.items()}, persons=member.map(lambda p: (p,)), in_favour_of=some, text=some
        ),
        st.builds(ev.MemberRecused, at=st.just(now["at"]), items=st.just((item,)), persons=st.just(("rut-fors",))),
        st.builds(
            ev.PersonAdded,
            at=st.just(now["at"]),
            person=st.just(f"gast-{n}"),
            name=some.map("Gäst {}".format),
            title=some.map("titel {}".format),
            organisation=some,
        ),
        st.builds(ev.PersonArrived, at=st.just(now["at"]), person=st.just(f"gast-{n}"), during=st.just(item)),
        st.builds(ev.MeetingAdjourned, at=st.just(now["at"]), reason=some),
        st.builds(ev.MeetingResumed, at=st.just(now["at"])),
        st.builds(
            ev.QuestionPut, **{k: st.just(v) for k, v in now.items()}, kind=st.just("annan"), text=some, alternatives=st.tuples(some, some)
        ),
        st.builds(ev.Elected, **{k: st.just(v) for k, v in now.items()}, office=some, persons=some.map(lambda p: (p,))),
        st.builds(ev.UrgentDecisionReported, **{k: st.just(v) for k, v in now.items()}, decided=st.just(date(2026, 3, 1)), reference=some),
        st.builds(ev.VoteOpened, **{k: st.just(v) for k, v in now.items()}, yes=some, no=some),
        st.builds(ev.VoteCast, **{k: st.just(v) for k, v in now.items()}, person=member, choice=st.sampled_from(["ja", "nej"])),
        st.builds(ev.VoteClosed, **{k: st.just(v) for k, v in now.items()}),
    )
    return st.lists(one, max_size=6).map(tuple)


@st.composite
def meetings(draw: st.DrawFn) -> tuple[Meeting, frozenset[str]]:
    """A meeting some of whose items are secret, and the words that stand in those alone."""
    planned = draw(st.lists(items(), min_size=2, max_size=4))
    secret = draw(st.lists(st.booleans(), min_size=len(planned), max_size=len(planned)).filter(any))
    marked = tuple(
        replace(x, id=f"arende-{n}", secrecy=GROUND if hidden else "") for n, (x, hidden) in enumerate(zip(planned, secret, strict=True))
    )
    plan = MeetingPlan(body="Kultur- och fritidsnämnden", date=date(2026, 3, 12), starts=time(13), first_paragraph=82)
    people = tuple(Person(name=n, party=p, role=r) for n, p, r in ROSTER)  # type: ignore[arg-type]
    table = Table(with_ids(Agenda(meeting=plan, people=people, items=marked)))
    table.everybody()
    table.act(ev.MeetingOpened(at=table.now))
    said: dict[bool, set[str]] = {True: set(), False: set()}
    for n, item in enumerate(marked):
        said[item.secret] |= _words(item)
        _try(table, ev.ItemOpened(at=table.now, items=(item.id,)))
        for event in draw(acts(item.id, n)):
            event = replace(event, at=table.now)
            if _try(table, event):
                said[item.secret] |= _words(event)
        _try(table, ev.MeetingResumed(at=table.now))
        _try(table, ev.VoteClosed(at=table.now, item=item.id))
        words = draw(some)
        if _try(table, ev.Decided(at=table.now, items=(item.id,), text=words)):
            said[item.secret] |= _words(words)
        _try(table, ev.PersonLeft(at=table.now, person=f"gast-{n}", after=item.id))  # whoever stays was there in the next § too
        if draw(st.booleans()):
            _try(table, ev.ImmediatelyApproved(at=table.now, items=(item.id,)))
    return table.meeting, frozenset(said[True] - said[False])


def _try(table: Table, event: ev.Event) -> bool:
    """Record what is possible and leave out the rest."""
    if table.log.tried((event,)).reason is not None:
        return False
    table.act(event)
    return True


def _words(said: object) -> set[str]:
    return set(re.findall("|".join(sorted(WORDS, key=len, reverse=True)), repr(said)))


def public_outputs(meeting: Meeting, named: str) -> Iterator[tuple[str, str]]:
    """Everything that can be made for the public, as text."""
    style = load_style(named)
    whole = protocol(meeting, style, public=True)
    documents: dict[str, Document | None] = {
        "protocol": whole,
        "extract": extract(meeting, meeting.numbered, style, public=True),
        "notice": notice(meeting, style, date(2026, 3, 17)),
        "dispatch": dispatch(meeting, style, public=True),
        "follow-up": follow_up(meeting, style, public=True),
        "votes": vote_list(meeting, style, public=True),
        "immediate": immediate(meeting, style, public=True),
        **{f"single {x.id}": single(meeting, x, style, public=True) for x in meeting.numbered},
    }
    for name, document in documents.items():
        if document is not None:
            yield f"{name} md", markdown(document)
            yield f"{name} html", html(document)
            yield f"{name} typst", typst_source(document)
            yield f"{name} warnings", repr(suspects(document))
    yield "docx", "\n".join(_parts(docx(whole)))
    yield "docx of the extract", "\n".join(_parts(docx(extract(meeting, meeting.numbered, style, public=True))))
    yield "what is kept of the export", repr(fingerprint(whole))
    kallelse = summons(meeting, style, public=True)
    yield "summons", markdown(kallelse) + html(kallelse) + typst_source(kallelse)
    yield "time appendix", markdown(with_times(whole, meeting, style, public=True))
    yield "times", forecast_lines(meeting, Table().now)
    yield "json", protocol_json(meeting, style, public=True)
    yield "metadata", front_matter(whole, meeting, style, public=True)
    for form in get_args(Form):
        for what in get_args(What):
            yield "file names", file_name(meeting, what, form, True)
        for item in meeting.numbered:
            yield "file names", file_name(meeting, "paragrafer", form, True, item)


def _parts(data: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            yield name
            yield re.sub("<[^>]*>", " ", package.read(name).decode("utf-8", "replace")) if name.endswith("document.xml") else ""
            yield package.read(name).decode("utf-8", "replace")


@settings(max_examples=15, phases=(Phase.explicit, Phase.reuse, Phase.generate))  # a whole meeting shrinks for minutes, and says no more
@given(meetings(), st.sampled_from(builtin_styles()))
def test_no_word_that_stands_only_in_secret_paragraphs_is_in_anything_public(made: tuple[Meeting, frozenset[str]], style: str) -> None:
    meeting, hidden = made
    for name, text in public_outputs(meeting, style):
        lowered = text.casefold()
        leaked = [
            lowered[max(0, lowered.index(word) - 60) : lowered.index(word) + 40] for word in hidden & set(re.findall("[a-z]+", lowered))
        ]
        assert not leaked, f"{name}: {leaked}"


def test_the_words_do_stand_in_what_is_not_public() -> None:
    plan = MeetingPlan(body="Nämnden", date=date(2026, 3, 12), starts=time(13))
    people = tuple(Person(name=n, party=p, role=r) for n, p, r in ROSTER)  # type: ignore[arg-type]
    table = Table(with_ids(Agenda(meeting=plan, people=people, items=(Item(title="Vyxquor", id="a", secrecy=GROUND),))))
    table.everybody()
    table.act(ev.MeetingOpened(at=table.now))
    table.act(ev.ItemOpened(at=table.now, items=("a",)))
    table.act(ev.Decided(at=table.now, text="Zabwyrm"))
    style = load_style("standard")
    for text in (markdown(protocol(table.meeting, style)), protocol_json(table.meeting, style), html(protocol(table.meeting, style))):
        assert "Vyxquor" in text
        assert "Zabwyrm" in text


@pytest.mark.parametrize("style", builtin_styles())
def test_a_secret_item_without_a_number_has_an_anchor_that_says_nothing(style: str) -> None:
    plan = MeetingPlan(body="Nämnden", date=date(2026, 3, 12), starts=time(13))
    people = tuple(Person(name=n, party=p, role=r) for n, p, r in ROSTER)  # type: ignore[arg-type]
    from agendas.model import Rules

    given = (Item(title="Vyxquor", kind="formalia", secrecy=GROUND, proposal="Zabwyrm"), Item(title="Annat"))
    table = Table(with_ids(Agenda(meeting=plan, people=people, rules=Rules(number_formalia=False), items=given)))
    table.everybody()
    table.act(ev.MeetingOpened(at=table.now))
    table.act(ev.ItemOpened(at=table.now, items=("vyxquor",)))
    table.act(ev.Decided(at=table.now))
    for name, text in public_outputs(table.meeting, style):
        assert "vyxquor" not in text.casefold(), name


def test_nothing_secret_is_in_the_bytes_of_a_public_pdf_nor_in_its_metadata() -> None:
    pytest.importorskip("typst")
    import pypdfium2

    from exports.as_pdf import pdf

    plan = MeetingPlan(body="Nämnden", date=date(2026, 3, 12), starts=time(13))
    people = tuple(Person(name=n, party=p, role=r) for n, p, r in ROSTER)  # type: ignore[arg-type]
    given = (Item(title="Vyxquor", id="a", reference="Zlonkpjaw", secrecy=GROUND), Item(title="Annat", id="b"))
    table = Table(with_ids(Agenda(meeting=plan, people=people, items=given)))
    table.everybody()
    table.act(ev.MeetingOpened(at=table.now))
    for item in ("a", "b"):
        table.act(ev.ItemOpened(at=table.now, items=(item,)))
        table.act(ev.Decided(at=table.now, text="Zabwyrm" if item == "a" else "Öppet"))

    def said(*, public: bool) -> str:
        data = pdf(protocol(table.meeting, load_style("standard"), public=public))
        document = pypdfium2.PdfDocument(data)
        bookmarks = [mark.get_title() for mark in document.get_toc()]
        pages = [page.get_textpage().get_text_bounded() for page in document]
        return " ".join((*pages, *bookmarks, repr(document.get_metadata_dict()), data.decode("latin-1"))).casefold()

    assert {"vyxquor", "zlonkpjaw", "zabwyrm"} <= set(re.findall("[a-z]+", said(public=False)))
    public = said(public=True)
    assert not [word for word in ("vyxquor", "zlonkpjaw", "zabwyrm") if word in public]
    assert "öppet" in public
