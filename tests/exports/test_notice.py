"""The notice and its days, and the §§ that were approved at once."""

from __future__ import annotations

from datetime import date

import pytest

from exports.as_markdown import markdown
from exports.extracts import immediate
from exports.notice import notice, too_late
from exports.style import builtin_styles, load_style
from sessions import events as ev
from tests.exports.scenario import at, played

STANDARD = load_style("standard")


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("posted", "last", "down"),
    [
        ("2026-03-12", "2026-04-02", "2026-04-03"),
        ("2026-03-13", "2026-04-07", "2026-04-08"),
        ("2026-05-29", "2026-06-22", "2026-06-23"),
        ("2026-12-03", "2026-12-28", "2026-12-29"),
        ("2026-12-11", "2027-01-04", "2027-01-05"),
    ],
)
@pytest.mark.parametrize("style", builtin_styles())
def test_r_1110_the_notice_says_its_days_in_every_style(style: str, posted: str, last: str, down: str) -> None:
    text = markdown(notice(played().meeting, load_style(style), day("2026-03-12"), day(posted)))
    for wanted in (posted, last, down):
        assert wanted in text.replace("\u00a0", " ")


def test_r_1111_the_notice_says_what_was_approved_where_it_is_kept_and_leaves_a_line_to_sign() -> None:
    text = markdown(notice(played().meeting, STANDARD, day("2026-03-17"), day("2026-03-18"))).replace("\u00a0", " ")
    for words in (
        "Anslag/bevis",
        "Protokollet är justerat 2026-03-17. Justeringen har tillkännagivits på kommunens anslagstavla.",
        "**Organ** Kultur- och fritidsnämnden",
        "**Sammanträdesdatum** 2026-03-12",
        "**Paragrafer** §§ 82–89",
        "**Anslaget sätts upp** 2026-03-18",
        "**Protokollet finns tillgängligt** Kansliet",
        "**Underskrift**",
        "**Justerat 2026-03-17**",
    ):
        assert words in text
    assert text.count("Anslag/bevis") == 1
    assert "UTKAST" not in text


def test_without_a_day_it_is_posted_when_the_protocol_is_approved() -> None:
    meeting = played().meeting
    assert notice(meeting, STANDARD, day("2026-03-17")) == notice(meeting, STANDARD, day("2026-03-17"), day("2026-03-17"))


def test_the_notice_changes_nothing_in_the_meeting() -> None:
    table = played()
    notice(table.meeting, STANDARD, day("2026-03-17"))
    assert table.meeting.approved is None


def test_r_1101_r_1107_days_that_come_too_late_are_told() -> None:
    meeting = played().meeting
    assert too_late(meeting, day("2026-03-17"), day("2026-03-19")) == ()
    (only,) = too_late(meeting, day("2026-03-17"), day("2026-03-20"))
    assert "2026-03-19 (R-1107)" in only
    assert [line[-8:] for line in too_late(meeting, day("2026-03-30"))] == ["R-1101).", "R-1107)."]


def test_r_1103_what_was_approved_at_once_is_a_document_with_signatures_and_a_notice_of_its_own() -> None:
    table = played()
    assert immediate(table.meeting, STANDARD) is None
    table.act(ev.ImmediatelyApproved(at=at(15, 50), items=("bidrag",)))
    document = immediate(table.meeting, STANDARD)
    assert document is not None
    text = markdown(document).replace("\u00a0", " ")
    assert "## § 84 Ansökan om föreningsbidrag 2026" in text
    assert "§ 85" not in text
    assert "**Justerat 2026-03-12**" in text
    assert "## Underskrifter" in text
    assert "**Sista dag för överklagande** 2026-04-02" in text
    assert "**Paragrafer** § 84" in text
    assert not document.draft
