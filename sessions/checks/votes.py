"""Questions and votes: what must be in the protocol, and whether it adds up (R-601–R-623, R-701–R-716)."""

from __future__ import annotations

from collections.abc import Iterator

from sessions.checks.finding import Finding, Looked
from sessions.checks.people import moved_outside
from sessions.elections import must_be_proportional, seats_of
from sessions.meeting import Vote
from sessions.proposals import additions, formal_motions, proposals, same
from sessions.voting import alternative, carried_by_minority, kind_of, minority_used, never_voted, question_of, result


def check_procedure(x: Looked) -> Iterator[Finding]:
    """Proposals, the chair's questions and the votes of one §."""
    m, item = x.meeting, x.item
    if item.motions and (outside := moved_outside(x)):
        yield x.finding("R-601", "varning", f"{x.names(outside)} yrkade utan att tjänstgöra.", "Kontrollera vem som yrkade.")
    for motion in item.live_motions:
        if motion.entry.event.to_be_handed_in and not motion.text:
            yield x.finding("R-603", "upplysning", "ett yrkandes text har inte lämnats.", "För in texten på yrkandets rad.")
    yield from _after_the_debate(x)
    if item.decision is not None and not item.questions and len(proposals(item)) + len(formal_motions(item)) + len(additions(item)) > 1:
        yield x.finding("R-1003", "fel", "flera förslag men ingen proposition.", "Anteckna hur ordföranden ställde frågan.")
    for vote in item.votes:
        if vote.closed:
            yield from _vote(x, vote)
    if abstained := set(never_voted(m, item)):
        yield x.finding("R-504", "fel", f"{x.names(abstained)} röstade inte, och ärendet är myndighetsutövning.", "Rätta rösten.")
    if must_be_proportional(m, item) and any(e.event.by not in {"", "proportionellt val"} for e in item.elected):
        yield x.finding("R-714", "fel", "valet skulle ha varit proportionellt.", "Kontrollera hur valet gick till.")
    for elected in item.elected:
        if (shared := seats_of(elected.event)) and shared.tied:
            told = f"{' och '.join(shared.tied)} har lika jämförelsetal, och lottningen saknas."
            yield x.finding("R-714", "fel", told, "Anteckna vilken grupp lotten föll på.")


def _after_the_debate(x: Looked) -> Iterator[Finding]:
    """Motions put or taken back after the chair had locked them (R-604)."""
    closed, newest = x.item.debate_closed, x.item.newest
    if closed is None:
        return
    for name, what in (("MotionMoved", "ett yrkande framställdes"), ("MotionWithdrawn", "ett yrkande togs tillbaka")):
        if newest.get(name, 0) > closed.seq:
            told = f"{what} efter att överläggningen hade avslutats."
            yield x.finding("R-604", "upplysning", told, "Kontrollera att alla var ense, eller rätta tiden.")


def _vote(x: Looked, vote: Vote) -> Iterator[Finding]:
    m, item, event = x.meeting, x.item, vote.entry.event
    if not event.yes.strip() or not event.no.strip():
        yield x.finding("R-703", "fel", "en omröstning säger inte vad ja och nej betyder.", "Skriv det på omröstningens rad.")
    if vote.names_missing:
        yield x.finding("R-716", "varning", "en öppen omröstning saknar namn.", "För in hur var och en röstade.")
    if vote.corrected:
        said = f"rösten för {x.names(set(vote.corrected))} rättades efter att omröstningen hade avslutats."
        yield x.finding("R-710", "upplysning", said, "Stäm av med ordföranden; blev utgången en annan hålls en ny omröstning.")
    yield from _sums(x, vote)
    counted = result(m, item, vote)
    if counted.by == "oavgjort":
        yield x.finding("R-708", "fel", "röstetalet är lika och utslagsrösten saknas.", "Anteckna ordförandens utslagsröst.")
    question = question_of(item, vote)
    won = same(alternative(item, vote, counted.side)) if counted.side else ""
    answer = same(question.answer.event.winner) if question and question.answer else ""
    if carried_by_minority(item, vote) and minority_used(item, before=vote):
        yield x.finding("R-613", "fel", "en minoritet har redan skjutit upp ärendet en gång.", "Kontrollera utgången.")
    elif won and answer and won != answer:
        rule = "R-613" if counted.by == "minoritet" or carried_by_minority(item, vote) else "R-707"
        yield x.finding(rule, "fel", "det som antecknats som utgång är inte vad rösterna ger.", "Rätta svaret eller rösterna.")


def _sums(x: Looked, vote: Vote) -> Iterator[Finding]:
    """Everybody who decides has voted once, and nobody else (R-711). Either the sets at the vote or those at the gavel will do."""
    total = sum(vote.count(c) for c in ("ja", "nej", "avstår"))
    if vote.counted and vote.cast:
        named = {c: sum(1 for cast in vote.cast.values() if cast == c) for c in ("ja", "nej", "avstår")}
        if (named["ja"], named["nej"], named["avstår"]) != (vote.counted.yes, vote.counted.no, vote.counted.abstain):
            yield x.finding("R-711", "fel", "namnen stämmer inte med röstetalen.", "Jämför med listan.")
    expected = set(vote.expected)
    deciding = expected if kind_of(x.item, vote) == "jäv" else x.deciding  # who is tried for jäv may decide the matter itself
    cast = {p for p, choice in vote.cast.items() if choice != "frånvarande"}
    if cast:
        if cast in (expected, deciding):
            return
        if outside := (cast - expected - deciding - set(x.item.recused)) & x.meeting.people.keys():
            yield x.finding("R-711", "fel", f"{x.names(outside)} röstade utan att delta i beslutet.", "Rätta rösten, eller närvaron.")
        if silent := expected & deciding - cast:
            yield x.finding("R-711", "fel", f"{x.names(silent)} saknas i omröstningen.", "För in rösten, eller rätta närvaron.")
    elif total not in {len(expected), len(deciding)}:
        yield x.finding("R-711", "fel", f"rösterna är {total}, men {len(expected)} skulle rösta.", "Kontrollera röstetalen och närvaron.")
