"""The JSON Schema of the archive file: every event, its keys, and the Swedish words that may stand in them."""

from __future__ import annotations

import types
from dataclasses import MISSING, fields
from datetime import date, datetime, time
from typing import Any, Literal, Union, get_args, get_origin

from agendas.field_types import field_types
from sessions.events import EVENT_TYPES, Event

EVENTS = {
    "MeetingOpened": "Sammanträdet öppnades",
    "MeetingAdjourned": "Sammanträdet ajournerades",
    "MeetingResumed": "Sammanträdet återupptogs",
    "MeetingClosed": "Sammanträdet avslutades",
    "MeetingReopened": "Anteckningarna öppnades igen före justeringen",
    "MeetingAmended": "En uppgift om sammanträdet ändrades",
    "PersonArrived": "Någon kom, till lokalen eller på distans",
    "PersonLeft": "Någon gick, eller förlorade förbindelsen",
    "PersonExpected": "Någon väntas senare",
    "PersonExcused": "Någon är frånvarande och kommer inte",
    "PersonAdded": "Någon som inte stod i listan kom till",
    "PersonAmended": "En uppgift om en person rättades",
    "SubstituteSeated": "En ersättare började tjänstgöra",
    "SubstituteUnseated": "En ersättare slutade tjänstgöra",
    "ChairTaken": "Någon annan tog ordförandeskapet",
    "ItemAdded": "Ett extra ärende lades till",
    "ItemWithdrawn": "Ett ärende utgick innan det togs upp",
    "ItemMoved": "Ett ärende flyttades i listan",
    "ItemAmended": "En uppgift om ett ärende ändrades",
    "ItemOpened": "Ett ärende, eller flera tillsammans, togs upp och fick sin paragraf",
    "ItemReopened": "Organet tog upp ett ärende igen",
    "ItemLeft": "Ett ärende lämnades utan beslut",
    "ItemNumbered": "En paragraf gavs för hand",
    "DebateClosed": "Överläggningen förklarades avslutad",
    "DoorsClosed": "Dörrarna stängdes för allmänheten",
    "DoorsOpened": "Dörrarna öppnades igen",
    "TextWritten": "Text skrevs i ett avsnitt av paragrafen",
    "PrivateNoteWritten": "En egen minnesanteckning: kommer aldrig med i någon utskrift",
    "AppendixAdded": "En bilaga lades till",
    "MemberRecused": "Jäv anmäldes eller påtalades",
    "RecusalTried": "En jävsfråga prövades",
    "MemberAbstained": "Någon deltar inte i beslutet",
    "MemberAway": "Någon var ute ur lokalen under ärendet",
    "MotionMoved": "Ett yrkande framställdes",
    "MotionSupported": "Någon instämde i ett yrkande",
    "MotionWithdrawn": "Ett yrkande togs tillbaka",
    "MotionRefused": "Ordföranden vägrade proposition på ett yrkande, eller fullmäktige beslutade att den ändå ska ställas",
    "QuestionPut": "Ordföranden ställde en proposition",
    "QuestionAnswered": "Vad ordföranden fann, eller vad omröstningen eller lotten gav",
    "VoteOpened": "Votering begärdes och började",
    "VoteCast": "En röst",
    "VoteCounted": "Röstetalen, vid sluten omröstning",
    "VoteClosed": "Omröstningen avslutades",
    "Decided": "Beslutet: klubbslaget",
    "ImmediatelyApproved": "Paragrafen justerades omedelbart",
    "Elected": "Någon valdes till ett uppdrag",
    "Resigned": "Någon befriades från ett uppdrag efter avsägelse",
    "ProportionalDemanded": "Några begärde att ett val ska vara proportionellt",
    "AnswerGiven": "En interpellation eller fråga besvarades",
    "UrgentDecisionReported": "Ett brådskande beslut på organets vägnar anmäldes",
    "ReservationMade": "En reservation",
    "StatementMade": "En protokollsanteckning eller ett särskilt yttrande",
    "LateTextReceived": "En utlovad text kom in",
    "SpeakerQueued": "Någon begärde ordet",
    "SpeakerStarted": "Någon fick ordet",
    "SpeakerStopped": "Anförandet slutade",
    "SpeakerDropped": "Någon avstod från ordet",
    "ApproversChosen": "Justerare utsågs",
    "Approved": "Protokollet, eller några paragrafer, justerades",
    "NoticePosted": "Justeringen anslogs",
    "Dispatched": "Beslutet skickades till en mottagare",
    "Rectified": "En synlig rättelse efter justeringen",
    "Undone": "En åtgärd togs tillbaka; att ta tillbaka en Undone är att göra om",
    "Corrected": "En händelse ersattes på sin plats",
}
"""What each event says, for the person who writes an archive by hand."""

_KEYS = {
    "abstain": "Antal som avstod",
    "act": "Åtgärdens nummer",
    "alternatives": "Yrkandens id, eller förslaget",
    "appendix": "Bilagans beteckning",
    "by": "Av vem eller vilka",
    "casting_vote": "Ordförandens utslagsröst",
    "choice": "Rösten",
    "date": "Dag",
    "decided_by": "Vem som beslutar om organet bara föreslår",
    "event": "Händelsen som den skulle ha varit; id som utelämnas behålls",
    "field": "Uppgiftens namn, som nyckeln i agendafilen",
    "form": "Hur frågan ställdes",
    "found": "Om jäv förelåg",
    "ground": "Jävsgrund",
    "item": "Ärendet: id eller rubrik",
    "items": "Ärendena: id eller rubrik",
    "kind": "Slag",
    "minutes": "Planerad längd i minuter",
    "motion": "Yrkandets id",
    "name": "Förnamn Efternamn",
    "no": "Antal nej, eller vad en nej-röst betyder",
    "note": "Anteckning",
    "of": "Reservationens, anteckningens eller yrkandets id",
    "office": "Uppdraget",
    "organisation": "Varifrån personen kommer",
    "outcome": "Utgången",
    "paragraph": "Paragrafens nummer",
    "party": "Partibeteckning utan parentes",
    "person": "Personen: id eller namn",
    "persons": "Personerna: id eller namn",
    "place": "Plats",
    "points": "Punkternas nummer, från 1",
    "presenters": "Föredragande",
    "proposal": "Förslag till beslut",
    "proposed_by": "Vems förslag",
    "question": "Propositionens id",
    "reason": "Skälet",
    "recipient": "Mottagaren",
    "recipients": "Beslutet skickas till",
    "reference": "Dnr",
    "requested_by": "Vem eller vilka som begärde votering",
    "role": "Uppdrag eller skäl att vara där",
    "seat_of": "Ledamoten som ersätts",
    "secrecy": "Sekretessgrund",
    "secret": "Sluten omröstning",
    "section": "Avsnittet",
    "seq": "Händelsens nummer",
    "substitute": "Ersättaren",
    "summary": "Beskrivning av ärendet",
    "supporters": "Vilka som instämde",
    "text": "Texten",
    "time": "Klockslag",
    "title": "Rubrik eller titel",
    "to_be_handed_in": "Texten lämnas senare",
    "until": "Till och med",
    "value": "Det nya värdet",
    "where": "Var",
    "yes": "Antal ja, eller vad en ja-röst betyder",
}
_SEQ = {"type": "integer", "minimum": 1, "description": "Händelsens eget nummer; utelämnat = nästa"}
_ACT = {"type": "integer", "minimum": 1, "description": "Åtgärdens eget nummer; samma som händelsen före = samma åtgärd; utelämnat = nästa"}
_VERBATIM = {"type": "boolean", "description": "true: inget fylls i och inga namn slås upp"}
_TYPES: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
    time: {"type": "string", "pattern": r"^\d\d:\d\d(:\d\d)?"},
    Any: {},
}


def archive_schema() -> dict[str, Any]:
    """The JSON Schema of the archive file, with a Swedish description of every event and key."""
    from agendas.schema import schema  # loads pydantic

    agenda = schema()
    definitions = agenda.pop("$defs", {})
    agenda.pop("$schema", None)
    definitions["Agenda"] = agenda
    definitions |= {name: _event_schema(name, event_type) for name, event_type in EVENT_TYPES.items()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Arkiverat sammanträde (Klubban)",
        "type": "object",
        "additionalProperties": False,
        "required": ["format", "agenda"],
        "properties": {
            "format": {"const": 1, "description": "Filens form"},
            "agenda": {
                "description": "Dagordningen, eller namnet på en agendafil bredvid arkivet",
                "anyOf": [{"$ref": "#/$defs/Agenda"}, {"type": "string"}],
            },
            "style": {"type": "object", "description": "En husstil som inte är inbyggd"},
            "event": {"type": "array", "description": "Händelserna, i ordning", "items": {"$ref": "#/$defs/AnyEvent"}},
        },
        "$defs": {**definitions, "AnyEvent": {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in EVENT_TYPES]}},
    }


def number_keys(type_name: object) -> tuple[str, str]:
    """The keys of an event's own number and of its act's: `seq` and `act`, unless the event has such a key itself.

    Undone says which act it takes back, and Corrected which event it replaces; their own are `own_seq` and `own_act`.
    """
    return "own_seq" if type_name == "Corrected" else "seq", "own_act" if type_name == "Undone" else "act"


def _event_schema(name: str, event_type: type[Event]) -> dict[str, Any]:
    hints = field_types(event_type)
    seq_key, act_key = number_keys(name)
    properties: dict[str, Any] = {"type": {"const": name}}
    for one in fields(event_type):
        described = one.metadata.get("description") or _KEYS.get(one.name)
        properties[one.name] = {**_type_schema(hints[one.name]), **({"description": described} if described else {})}
    required = [f.name for f in fields(event_type) if f.default is MISSING and f.default_factory is MISSING]
    return {
        "type": "object",
        "description": EVENTS[name],
        "additionalProperties": False,
        "required": ["type", *required],
        "properties": {seq_key: _SEQ, act_key: _ACT, "verbatim": _VERBATIM, **properties},
    }


def _type_schema(hint: Any) -> dict[str, Any]:
    if hint in _TYPES:
        return dict(_TYPES[hint])
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": [word for word in inner if word]}
    if origin is tuple:
        return {"type": "array", "items": _type_schema(inner[0])}
    if origin is Union or origin is types.UnionType:
        kinds = [_type_schema(one) for one in inner if one is not type(None)]
        kinds = [kind for kind in kinds if kind != {"enum": []}]
        return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    if isinstance(hint, type) and issubclass(hint, Event):
        return {"$ref": "#/$defs/AnyEvent"}
    raise TypeError(f"no schema for {hint!r}")  # a new kind of field: teach it here
