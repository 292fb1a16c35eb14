"""Where the time went, as an appendix for those who ask for it: figures worked out by hand, in every format."""

from __future__ import annotations

import io

from docx import Document as read_docx

from exports.document import Document
from exports.formats import written
from exports.protocol import protocol
from exports.style import load_style
from exports.time_appendix import with_times
from sessions import events as ev
from tests.sessions.test_timing import Herrljunga, at

STYLE = load_style("herrljunga")


def played() -> Herrljunga:
    """22 minutes for an item that was to take 10, an adjournment of 20 in the next, and three turns at the floor."""
    t = Herrljunga()
    t.open("Socialförvaltningen", 13, 25)
    item = t.id("Socialförvaltningen")
    for person, start, end in (("eva-larsson", 26, 31), ("mats-ekdal", 31, 33), ("eva-larsson", 33, 34)):
        t.act(ev.SpeakerStarted(at=at(13, start), item=item, person=person))
        t.act(ev.SpeakerStopped(at=at(13, end), item=item, person=person))
    t.open("Information om skrivelse", 13, 47)
    t.act(ev.MeetingAdjourned(at=at(13, 55), until=at(14, 15)))
    t.act(ev.MeetingResumed(at=at(14, 15)))
    t.open("Delårsrapport", 14, 20)
    t.decide(14, 30)
    t.act(ev.MeetingClosed(at=at(14, 31)))
    return t


def made(t: Herrljunga, *, public: bool = False) -> Document:
    return with_times(protocol(t.meeting, STYLE, public=public), t.meeting, STYLE, public=public)


def test_the_protocol_has_no_times_unless_they_are_asked_for():
    t = played()
    plain = protocol(t.meeting, STYLE)
    assert "Tidsåtgång" not in written(plain, "md").decode()
    assert made(t).blocks[:-1] == plain.blocks


def test_plan_and_outcome_and_who_spoke_in_figures_and_bars():
    text = written(made(played()), "md").decode().replace("\xa0", " ").split("Tidsåtgång")[1]
    # 22 for 10; 8 before the adjournment and 5 after it, 13 for 15; 10 for 15: 45 in all, of 40
    assert "Handläggningen tog 45 min; planerat var 40 min. Ajournerat 20 min." in text
    # 22 minutes is the longest: 18 signs. 10 is 18 × 10/22 = 8,2; 15 is 12,3; 13 is 10,6.
    assert f"§ 95 Socialförvaltningen informerar | {'░' * 8} 10 min {'█' * 18} 22 min (+12) |" in text
    assert f"| {'░' * 12} 15 min {'█' * 11} 13 min |" in text
    # Five minutes and one, and two: 6.00 is 18 signs, 2.00 is 6
    assert f"| Eva Larsson (C), 2 gånger | {'█' * 18} 6.00 |" in text
    assert f"| Mats Ekdal (M), 1 gång | {'█' * 6} 2.00 |" in text


def test_it_stands_in_word_html_and_pdf_and_is_the_same_whenever_it_is_made():
    document = made(played())
    tables = read_docx(io.BytesIO(written(document, "docx"))).tables
    assert tables[-1].rows[1].cells[1].text == f"{'█' * 18} 6.00"
    page = written(document, "html").decode()
    assert "Tidsåtgång</h2>" in page
    assert f"{'█' * 18} 22 min (+12)" in page
    assert written(document, "pdf")[:4] == b"%PDF"
    assert made(played()) == document


def test_nothing_secret_is_counted_in_the_public_version_and_an_empty_meeting_has_no_appendix():
    t = played()
    t.act(ev.ItemAmended(at=at(14, 31), item=t.id("Socialförvaltningen"), field="secrecy", value="OSL 26 kap. 1 §"))
    text = written(made(t, public=True), "md").decode().split("Tidsåtgång")[1]
    assert "Socialförvaltningen" not in text
    assert "Eva Larsson" not in text
    assert "Handläggningen tog 23 min" in text
    fresh = Herrljunga()
    assert with_times(protocol(fresh.meeting, STYLE), fresh.meeting, STYLE) == protocol(fresh.meeting, STYLE)
