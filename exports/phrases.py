"""The sentences of a protocol as a house style words them, each with the placeholders that it may use.

What Swedish itself decides – genitive, plural, lists – is in `wording.py`; what a municipality likes to say is here.
Every phrase must be given: the style `standard` has them all, and other styles extend it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

BODY = ("body", "Body", "body_genitive", "Body_genitive", "body_name", "receiver", "Receiver")
"""What can be said of the body in every phrase: `{Body}` begins a sentence."""


def template(about: str, *placeholders: str) -> Any:
    """A field for a text with placeholders; an empty one is not printed."""
    return field(metadata={"description": about, "placeholders": placeholders})


def phrase(about: str, *placeholders: str) -> Any:
    """A field for a sentence: its own placeholders and those of the body."""
    return template(about, *placeholders, *BODY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The table `[phrases]`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    # What a sentence calls things
    prepared: str = phrase("Det beredda förslaget, när det är känt vems det är", "proposer")
    prepared_unnamed: str = phrase("Det beredda förslaget, när ingen är nämnd")
    own_motion: str = phrase("Ett yrkande av samma person")
    motion_of: str = phrase("Någon annans yrkande; owner är namnet i genitiv", "owner", "noun")
    on_points: str = phrase("Vilka punkter av ett förslag", "points", "target")
    on_part: str = phrase("En namngiven del av ett förslag", "part", "target")

    # The decision
    decides: str = phrase("Ingress före att-satser")
    proposes: str = phrase("Ingress före att-satser när organet bara föreslår (R-909)")
    chain_first: str = phrase("Rad under rubriken: vem förslaget går till")
    chain_next: str = phrase("Rad under rubriken: vem som sedan beslutar")
    rejected: str = phrase("Avslag", "proposal")
    postponed: str = phrase("Bordläggning (R-611)", "to")
    postponed_to: str = phrase("Vart det bordläggs när inget annat är sagt")
    referred: str = phrase("Återremiss (R-612)", "to", "motive")
    remitted: str = phrase("Remiss", "to", "motive")
    to: str = phrase("Till vem, i de två ovan", "to")
    motive: str = phrase("Motivering, i de två ovan; reason är utan 'att'", "reason")
    withdrawn: str = phrase("Ärendet utgår")
    not_quorate: str = phrase("Inte beslutför (R-307)", "quorate")
    elected: str = phrase("Val", "office", "person")
    elected_votes: str = phrase("En vald person med sitt röstetal", "person", "votes")
    elected_ballot: str = phrase("Valet var slutet (R-702)")
    elected_count: str = phrase("Rösterna i ett slutet val", "votes")
    elected_lot: str = phrase("Lotten avgjorde ett val (R-709)", "person")
    elected_proportionally: str = phrase("Valet var proportionellt (R-714)")
    elected_later: str = phrase("Valet sker vid nästa sammanträde", "office")
    proportional: str = phrase("Några begär proportionellt val (R-714)", "person")
    raised: str = phrase("Ett ärende väcks (R-901)", "person", "title")
    urgent: str = phrase("Ett brådskande beslut anmäls (R-904)", "person", "date", "reference")
    answered: str = phrase("En interpellation eller fråga besvaras (R-1004)", "asker", "answerer", "noun", "nouns")
    answered_in_writing: str = phrase("Svaret är skriftligt", "asker", "answerer", "noun", "nouns")
    answered_later: str = phrase("Svaret kommer senare", "asker", "noun", "nouns")
    reopened: str = phrase("Före ett tidigare beslut, när ärendet har tagits upp på nytt")
    approved_at_once: str = phrase("Omedelbar justering (R-1103)")

    # Who takes part
    recusal: str = phrase("Jäv (R-412)", "person")
    recusal_substitute: str = phrase("Ersättaren vid jäv", "substitute", "member")
    recusal_unfilled: str = phrase("Ingen ersättare vid jäv")
    recusal_questioned: str = phrase("Jäv är ifrågasatt (R-405)", "person")
    recusal_found: str = phrase("Jäv föreligger", "person")
    recusal_not_found: str = phrase("Jäv föreligger inte", "person")
    recusal_disregarded: str = phrase("Från jäv bortses (R-402)", "person")
    recusal_chair: str = phrase("Någon annan leder (R-413)", "person", "paragraph")
    recusal_approver: str = phrase("Någon annan justerar (R-414)", "person", "paragraph")
    abstention: str = phrase("Deltar inte i beslutet (R-505)", "person")
    arrives: str = phrase("Kommer utan att börja tjänstgöra", "person", "time", "paragraph")
    serves: str = phrase("Börjar tjänstgöra (R-206)", "person", "time", "paragraph")
    ceases: str = phrase("Ersättaren lämnar platsen", "person")
    leaves: str = phrase("Lämnar sammanträdet (R-207)", "person", "time", "after")
    leaves_after: str = phrase("Efter vilken paragraf, i den ovan", "paragraph")
    takes_over: str = phrase("Ersättaren tar platsen", "person")
    loses_link: str = phrase("Förbindelsen bryts (R-210)", "person", "time", "after")

    # Motions
    motion: str = phrase("Ett yrkande; clause är vad som yrkas", "person", "clause")
    motion_fallback: str = phrase("I första och i andra hand", "person", "clause", "fallback")
    motion_text: str = phrase("Före ett förslag i flera punkter", "person", "noun", "target")
    motion_amends_text: str = phrase("Före en ändring i flera punkter", "person", "noun", "target")
    motion_promised: str = phrase("Texten lämnas senare", "person", "noun")
    supported: str = phrase("Instämmande", "person", "motion")
    approve: str = phrase("Vad som yrkas: bifall", "target")
    reject: str = phrase("Vad som yrkas: avslag", "target")
    amend: str = phrase("Vad som yrkas: ändring", "target", "text")
    add: str = phrase("Vad som yrkas: tillägg; text är utan 'att'", "text")
    new: str = phrase("Vad som yrkas: nytt förslag; text är utan 'att'", "text")
    postpone: str = phrase("Vad som yrkas: bordläggning", "motive")
    refer: str = phrase("Vad som yrkas: återremiss", "motive")
    remit: str = phrase("Vad som yrkas: remiss", "motive")
    adjourn: str = phrase("Vad som yrkas: ajournering", "motive")
    order: str = phrase("Vad som yrkas: ordningsfråga", "motive")

    # The chair's questions; finding is tom vid votering
    put_formal: str = phrase("Avgöras i dag eller ej (R-615)", "first", "formal", "finding")
    put_formal_first: str = phrase("Ordet 'först', när fler frågor följer")
    put_approval: str = phrase("Bifall mot avslag (R-617)", "finding")
    put_two: str = phrase("Två förslag mot varandra (R-617)", "one", "other", "finding")
    put_each: str = phrase("Tre eller flera, vart för sig (R-618)", "finding")
    put_counter: str = phrase("Motförslag (R-706)", "main", "one", "other", "finding")
    put_counter_to: str = phrase("Till vilket huvudförslag, i den ovan", "main")
    put_addition: str = phrase("Tillägg (R-621)", "motion", "finding")
    put_other: str = phrase("En fråga med egna ord", "question", "finding")
    put_order: str = phrase("Propositionsordningen godkänns (R-620)", "order")
    put_on_points: str = phrase("Före en fråga om några punkter", "Points")
    finding: str = phrase("Efter frågan: vad ordföranden finner", "finding")
    finds_winner: str = phrase("Ett förslag vinner", "winner")
    finds_rejection: str = phrase("Förslaget avslås", "winner")
    finds_counter: str = phrase("Motförslaget är utsett", "winner")
    finds_today: str = phrase("Ärendet avgörs i dag")
    finds_formal: str = phrase("Ärendet bordläggs eller återremitteras", "formal")
    finds_approved: str = phrase("Tillägget bifalls", "winner")
    finds_refused: str = phrase("Tillägget avslås", "winner")
    finds_other: str = phrase("Svaret på en fråga med egna ord", "winner")

    # Votes; samma fynd med verbet först
    voted_winner: str = phrase("Ett förslag vinner", "winner")
    voted_rejection: str = phrase("Förslaget avslås", "winner")
    voted_counter: str = phrase("Motförslaget är utsett", "winner")
    voted_today: str = phrase("Ärendet avgörs i dag")
    voted_formal: str = phrase("Ärendet bordläggs eller återremitteras", "formal")
    voted_approved: str = phrase("Tillägget bifalls", "winner")
    voted_refused: str = phrase("Tillägget avslås", "winner")
    voted_other: str = phrase("Svaret på en fråga med egna ord", "winner")
    vote_requested: str = phrase("Votering begärs (R-701)")
    vote_requested_by: str = phrase("Votering begärs av någon", "person")
    vote_order: str = phrase("Före vad ja och nej betyder (R-703)")
    vote_yes: str = phrase("Vad en ja-röst betyder", "meaning")
    vote_no: str = phrase("Vad en nej-röst betyder", "meaning")
    vote_for: str = phrase("Bifall, i de två ovan", "target")
    vote_against: str = phrase("Avslag, i de två ovan", "target")
    vote_secret: str = phrase("Sluten omröstning (R-702)")
    vote_result: str = phrase("Resultatet", "yes", "no", "abstain", "finding")
    vote_abstain: str = phrase("De som avstår, i den ovan", "abstain")
    vote_tie: str = phrase("Utslagsrösten (R-708)")
    vote_lot: str = phrase("Lottning (R-709)", "winner")
    vote_minority: str = phrase("En tredjedel av de närvarande skjuter upp ärendet (R-613)", "yes", "no", "abstain", "finding")
    vote_majority: str = phrase("Det krävs mer än hälften (R-712)", "majority")
    vote_group: str = phrase("Namnen i en grupp", "choice", "count", "person")
    vote_total: str = phrase("Sista raden i en rösttabell")

    # Afterthoughts
    reservation: str = phrase("Reservation (R-804)", "person", "points", "favour")
    reservation_points: str = phrase("Mot vilka punkter, i den ovan", "points")
    reservation_favour: str = phrase("Till förmån för vad, i den ovan", "motion")
    reservation_appendix: str = phrase("Skriftlig reservation i bilaga", "label")
    note: str = phrase("Protokollsanteckning (R-806)", "person", "capacity")
    special_statement: str = phrase("Särskilt yttrande", "person", "capacity")
    opinion: str = phrase("Mening till protokollet (R-807)", "person", "capacity")
    dissent: str = phrase("Avvikande mening (R-808)", "person", "capacity")
    not_serving: str = phrase("Den som inte tjänstgör, i de fyra ovan")
    in_appendix: str = phrase("Slutet av de fyra när texten är en bilaga", "label")

    # The meeting and its papers
    adjourned: str = phrase("Ajournering (R-609)", "start", "end")
    adjourned_open: str = phrase("Ajournering som inte är slut", "start")
    appendix: str = phrase("En bilaga", "label", "title")
    rectified: str = phrase("Rättelse (R-1105)", "date", "text", "by")
    rectified_by: str = phrase("Av vem, i den ovan", "by")
    draft: str = phrase("Före justeringen")
    approved: str = phrase("Efter justeringen", "date")
    section_approved: str = phrase("En paragraf som är justerad för sig", "date")
    secrecy: str = phrase("Under rubriken till en hemlig paragraf", "ground")
    secret: str = phrase("I stället för en hemlig paragraf (R-1204)", "ground")
    secret_title: str = phrase("I stället för dess rubrik")
    secret_serving: str = phrase("Vilka som tjänstgjorde i den", "person")
