"""How protocols differ between municipalities, row by row: each form that was seen, said in a style file and nowhere else."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache

import pytest

from agendas.faults import Report
from exports.as_markdown import markdown
from exports.protocol import protocol
from exports.style import style_from_data
from exports.words import Words
from sessions import events as ev
from sessions.meeting import Meeting
from tests.exports.scenario import at, played


@cache
def meeting() -> Meeting:
    """The worked meeting, with what it has none of said in its § 84 afterwards."""
    table = played()
    table.now = at(16)
    now, item = table.now, "bidrag"
    table.act(ev.MotionMoved(at=now, item=item, motion="senare", kind="återremiss", by=("jan-strom",), text="att kostnaden ska belysas"))
    table.act(ev.MotionMoved(at=now, item=item, motion="forst", kind="bifall", by=("jan-strom",), fallback="senare"))
    table.act(ev.MotionMoved(at=now, item=item, kind="tillägg", by=("rut-fors", "eva-sjo"), text="att bidraget följs upp"))
    table.act(ev.MemberAbstained(at=now, item=item, person="anna-holm"))
    table.act(ev.AppendixAdded(at=now, items=(item, "simhall"), title="Reservation av Moderaterna", label="B"))
    table.act(ev.ReservationMade(at=now, item=item, persons=("jan-strom", "rut-fors"), points=(2,), appendix="B"))
    table.act(ev.Approved(at=now, date=date(2026, 3, 13), items=(item,)))
    return table.meeting


def printed(style: str) -> str:
    """The protocol in a style of one's own, on one line, with plain spaces."""
    made = style_from_data(tomllib.loads(f'name = "Vår"\nextends = "standard"\n{style}'), Report("var.toml"))
    return markdown(protocol(meeting(), made)).replace("\u00a0", " ").replace("\u2011", "-").replace("\\", "")


def section(style: str, number: int) -> str:
    """One § of it."""
    page = printed(style)
    parts = page.split("\n## ")
    return next(part for part in parts if f"§ {number}" in part.partition("\n")[0])


ORDER = "[sections]\norder = [{}]\n"
FORMS: dict[str, tuple[str, int, tuple[str, ...]]] = {
    # Order of sections
    "decision last": (
        ORDER.format('"motions", "procedure", "vote", "decision", "reservations", "recusal", "recipients"'),
        84,
        ("### Yrkanden", "### Beslutsgång", "### Beslut\n", "### Reservation", "### Jäv", "### Beslutet skickas till"),
    ),
    "reservations before the decision": (ORDER.format('"reservations", "decision"'), 84, ("### Reservation", "### Beslut\n")),
    "decision, jäv, reservations, then the rest": (
        ORDER.format('"decision", "recusal", "reservations", "summary", "motions"'),
        84,
        ("### Beslut\n", "### Jäv", "### Reservation", "### Yrkanden"),
    ),
    # Decision heading
    "the organ in the genitive": ('[headings]\ndecision = "{Body_genitive} beslut"', 84, ("### Kultur- och fritidsnämndens beslut",)),
    "a proposal upwards": (
        '[headings]\ndecision_proposing = "{Body_genitive} förslag till {receiver}"',
        88,
        ("### Kultur- och fritidsnämndens förslag till kommunfullmäktige",),
    ),
    # Lead-in
    "no lead-in": ('[phrases]\ndecides = ""', 85, ("### Beslut\n\natt öppettiderna",)),
    "beslutar följande": ('[phrases]\ndecides = "{Body} beslutar följande:"', 84, ("Kultur- och fritidsnämnden beslutar följande:",)),
    "föreslår att … beslutar": (
        '[phrases]\nproposes = "{Body} föreslår att {receiver} beslutar:"',
        88,
        ("Kultur- och fritidsnämnden föreslår att kommunfullmäktige beslutar:",),
    ),
    # Points
    "numbered points": ('[sections]\npoints = "numrerade"', 84, ("1. att bevilja Norra IF", "2. att bidraget")),
    "points with a dash": ('[sections]\npoints = "streck"', 84, ("- att bevilja Norra IF", "- att bidraget")),
    "points as paragraphs": ('[sections]\npoints = "stycken"', 84, ("\natt bevilja Norra IF", "\n\natt bidraget")),
    # Deliberation heading
    "all under Överläggning": (
        '[headings]\nmotions = "Dagens sammanträde"\nprocedure = "Dagens sammanträde"\nvote = "Dagens sammanträde"',
        85,
        ("### Dagens sammanträde",),
    ),
    "the singular when one": (
        '[singular]\nmotions = "Förslag på sammanträdet"\n[headings]\nmotions = "Yrkanden"',
        88,
        ("### Förslag på sammanträdet",),
    ),
    # Verb of a motion
    "föreslår": ('[phrases]\nmotion = "{person} föreslår {clause}."', 84, ("Karin Berg (M) föreslår avslag på förvaltningens förslag.",)),
    # Procedure heading
    "Propositionsordning": ('[headings]\nprocedure = "Propositionsordning"', 84, ("### Propositionsordning",)),
    "no procedure heading": ('[headings]\nprocedure = ""', 84, ("Ordföranden ställer proposition på bifall mot avslag",)),
    # Vote
    "den som önskar": (
        '[phrases]\nvote_yes = "Den som önskar {meaning} röstar ja."\nvote_no = "Den som önskar {meaning} röstar nej."\n'
        'vote_for = "bifalla {target}"',
        85,
        ("Den som önskar bifalla", "röstar ja.", "röstar nej."),
    ),
    "the count after each group": (
        '[phrases]\nvote_group = "{choice}: {person} ({count})"',
        85,
        ("Rut Fors (M), Siv Rask (M) (4)", "Pia Rö (V) (1)"),
    ),
    "a table of votes": ('[sections]\nvotes = "tabell"', 85, ("| Ledamot | Ja | Nej | Avstår |", "| Totalt | 6 | 4 | 1 |")),
    "mot … samt": ('[phrases]\nvote_abstain = " samt {abstain}"', 85, (" samt ",)),
    # Background, papers, receivers
    "receivers in a comma list": (
        '[sections]\nrecipients = "komma"\n[headings]\nrecipients = "Expedieras till"',
        84,
        ("### Expedieras till\n\nNorra IF",),
    ),
    "receivers also when empty": ('[sections]\nalways = ["recipients"]\n[headings]\nrecipients = "Exp"', 85, ("### Exp",)),
    # Jäv
    "jäv in other words": (
        '[phrases]\nrecusal = "På grund av jäv deltar {person} inte i ärendet."',
        84,
        ("På grund av jäv deltar Lena Ek (C) inte i ärendet.",),
    ),
    # Reservation
    "blank words of a reservation": (
        '[phrases]\nreservation = "{person} reserverar sig mot beslutet{points}{favour}."',
        84,
        ("Karin Berg (M) reserverar sig mot beslutet till förmån för eget yrkande.",),
    ),
    "against points, in an appendix": (
        '[phrases]\nreservation_points = " i att-sats {points}"\nreservation_appendix = "Skriftligt, bilaga {label}."',
        84,
        ("Mot beslutet i att-sats", "reserverar sig Jan Ström (M) och Rut Fors (M)", "Skriftligt, bilaga B."),
    ),
    # Not taking part
    "Deltagande i beslut": (
        '[headings]\nabstention = "Deltagande i beslut"\n[phrases]\nabstention = "{person} avstår från att delta i beslutet."',
        84,
        ("### Deltagande i beslut\n\nAnna Holm (S) avstår från att delta i beslutet.",),
    ),
    # First and second hand; several movers
    "in the first and in the second place": (
        '[phrases]\nmotion_fallback = "{person} vill i första hand ha {clause}, i andra hand {fallback}."',
        84,
        ("Jan Ström (M) vill i första hand ha bifall", "i andra hand att ärendet återremitteras"),
    ),
    "several movers": (
        '[phrases]\nmotion = "Yrkande från {person}: {clause}."',
        84,
        ("Yrkande från Rut Fors (M) och Eva Sjö (S): som tillägg att bidraget följs upp.",),
    ),
    # Approval of one § at another time
    "approved by itself": ('[phrases]\nsection_approved = "Digital justering, {date}"', 84, ("Digital justering, 2026-03-13",)),
    # § line
    "the body before the sign": ('paragraph = "KFN § {number}"', 84, ("KFN § 84 Ansökan",)),
    "with the year, Dnr on the line": (
        'paragraph = "§ {number}/{year}"\n[head]\nheading = "{paragraph} {title} {reference}"\nbelow = []\n'
        'reference = "Diarienummer {reference}"',
        84,
        ("§ 84/2026 Ansökan om föreningsbidrag 2026 Diarienummer KFN 2026/112",),
    ),
    "Ärendenummer below": ('[head]\nreference = "Ärendenummer: {reference}"', 84, ("\nÄrendenummer: KFN 2026/112",)),
    "no Dnr": ("[head]\nbelow = []", 84, ("Ansökan om föreningsbidrag 2026\n\n**Justerad",)),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_of_a_paragraph_is_said_in_a_style_file(form: str) -> None:
    style, number, wanted = FORMS[form]
    page = section(style, number)
    last = -1
    for words in wanted:
        assert words in page, page
        assert page.index(words) > last, f"{words} kommer för tidigt"
        last = page.index(words)


COVERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "one list with roles": (
        '[[cover.parts]]\nshow = "personer"\nlabel = "Närvarande"\n'
        'groups = [{ people = ["ledamöter", "tjänstgörande ersättare", "ersättare"] }]\n'
        '[people]\nrole = " – {role}"',
        ("Per Lind (S) – ordförande", "Karin Berg (M) – 2:e vice ordförande"),
    ),
    "three rolls": (
        '[[cover.parts]]\nshow = "personer"\nlabel = "Ledamöter"\ngroups = [{ people = ["ledamöter"] }]\n'
        '[[cover.parts]]\nshow = "personer"\nlabel = "Tjänstgörande ersättare"\ngroups = [{ people = ["tjänstgörande ersättare"] }]\n'
        '[[cover.parts]]\nshow = "personer"\nlabel = "Ej tjänstgörande ersättare"\nalways = true\ngroups = [{ people = ["ersättare"] }]',
        ("**Ledamöter**", "**Tjänstgörande ersättare**", "**Ej tjänstgörande ersättare**"),
    ),
    "ersätter": (
        '[people]\nreplacement = " ersätter {member}{range}"\nreplacement_more = ", {member}{range}"',
        ("Maj Dahl (S) ersätter Ali Noor (S)",),
    ),
    "för": ('[people]\nreplacement = " för {member}{range}"', ("Maj Dahl (S) för Ali Noor (S)",)),
    "istf": ('[people]\nreplacement = " istf {member}{range}"', ("Maj Dahl (S) istf Ali Noor (S)",)),
    "tjänstgör för": ('[people]\nreplacement = " tjänstgör för {member}{range}"', ("Maj Dahl (S) tjänstgör för Ali Noor (S)",)),
    "jäv on the cover": ('[people]\nrecusal = " ej {paragraphs} p.g.a. jäv"', ("Lena Ek (C), 1:e vice ordförande ej § 84 p.g.a. jäv",)),
    "deltog ej": ('[people]\nrecusal = ", deltog ej i beslut {paragraphs}"', ("deltog ej i beslut § 84",)),
    "ranges with a hyphen": ('[formats]\nrange = "{first}-{last}"', ("§§ 82-89", "Anna Holm (S) §§ 82-87")),
    "one § sign": ('[formats]\nseveral = "§ {numbers}"\nseparator = ","', ("§ 82–89",)),
    "times with a colon": ('[formats]\ntime = "{hh}:{min}"', ("kl. 13:00–15:45",)),
    "until and from": (
        '[people]\nrange_until = " t.o.m. {paragraph}"\nrange_from = " fr.o.m. {paragraph}"',
        ("Lena Ek (C), 1:e vice ordförande, ej § 84", "Anna Holm (S) t.o.m. § 87", "för Bo Lund (C) fr.o.m. § 86"),
    ),
    "with clock times": (
        '[people]\nrange = " {paragraphs} (kl. {times})"\n'
        'range_until = " t.o.m. {paragraph} kl. {time}"\nrange_from = " fr.o.m. {paragraph} kl. {time}"',
        ("Anna Holm (S) t.o.m. § 87 kl. 15.10", "för Lena Ek (C) § 84 (kl. ", "för Bo Lund (C) fr.o.m. § 86 kl. 14.40"),
    ),
    "digital approval": (
        '[[cover.parts]]\nlabel = "Digital justering"\nlines = ["{approval_date}", "{approver_names}"]',
        ("**Digital justering**", "2026-03-17", "Karin Berg"),
    ),
}


def test_of_more_than_two_movers_the_first_is_named_where_the_style_says_so() -> None:
    table = played()
    table.now = at(16)
    table.act(
        ev.MotionMoved(at=table.now, item="bidrag", kind="nytt förslag", by=("rut-fors", "eva-sjo", "jan-strom"), text="att avvakta"),
    )
    moved = table.item("bidrag").live_motions[-1]
    for style, said in (
        ("", "Rut Fors (M), Eva Sjö (S) och Jan Ström (M)"),
        ('[formats]\nothers = "{first} m.fl."\nothers_owners = "{first} med fleras"', "Rut Fors (M) m.fl. "),
    ):
        made = style_from_data(tomllib.loads(f'name = "Vår"\nextends = "standard"\n{style}'), Report("var.toml"))
        page = markdown(protocol(table.meeting, made)).replace("\u00a0", " ")
        assert said in page
        owner = Words(table.meeting, made).motion(table.item("bidrag"), moved).replace("\u00a0", " ")
        assert ("med fleras" in owner) == bool(style), owner


@pytest.mark.parametrize("form", COVERS)
def test_a_form_of_the_cover_is_said_in_a_style_file(form: str) -> None:
    style, wanted = COVERS[form]
    page = printed(style)
    for words in wanted:
        assert words in page, page[: page.index("## §")]
