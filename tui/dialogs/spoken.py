"""What the chair says to put a question: the scripts M-5, M-6, M-10 and M-12, with the body's own name."""

from __future__ import annotations

from sessions.meeting import ItemState, Meeting, Motion
from sessions.procedure import ProposedQuestion
from tui.dialogs.preview import proposal_name

_FORMAL = {"återremiss": "återremitteras", "bordläggning": "bordläggas", "remiss": "remitteras", "ajournering": "ajourneras"}


def formal_verb(motion: Motion | None) -> str:
    """What a formal motion wants to be done with the item: `återremitteras`."""
    return _FORMAL.get(motion.entry.event.kind, "skjutas upp") if motion else "skjutas upp"


def spoken(meeting: Meeting, item: ItemState, question: ProposedQuestion, proposing: bool) -> str:
    """The chair's question word for word."""
    body = meeting.body.definite
    names = [proposal_name(meeting, item.id, a) for a in question.alternatives]
    if question.kind == "formell":
        return f"”Ska ärendet avgöras i dag?” … ”Ska ärendet {formal_verb(item.motion(question.motion))}?”"
    if question.kind == "tillägg":
        addition = proposal_name(meeting, item.id, question.motion)
        return f"”Då återstår {addition}. Bifaller {body} tilläggsyrkandet?” … ”Avslår {body} tilläggsyrkandet?”"
    if question.single:
        if proposing and item.item.chain:
            return f"”Föreslår {body} att {item.item.chain[0]} beslutar enligt {names[0]}?”"
        whose = f", {names[0].removesuffix(' förslag')}" if names[0].endswith("s förslag") else ""
        return f"”Det finns ett förslag{whose}. Beslutar {body} enligt {names[0]}?”"
    if question.form == "bifall eller avslag":
        return f"”Bifaller {body} {names[0]}?” … ”Avslår {body} {names[0]}?”"
    if len(names) > 2:
        asked = " … ".join(f"”Bifaller {body} {name}?”" for name in names)
        return f"”Förslagen prövas vart för sig.” {asked}"
    asked = " … ".join(f"”De som bifaller {name} säger ja.”" for name in names)
    return f"”Jag ställer förslagen mot varandra.” {asked}"
