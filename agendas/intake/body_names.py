"""The name of the body that meets, as a line of a kallelse has it: alone, in the genitive, in capitals, behind `Kallelse till`."""

from __future__ import annotations

import re

from agendas.intake.words import BODY, NO_BODIES, squeezed

_TITLED = re.compile(r"^(?:dagordning|kallelse|föredragningslista|ärendelista|inbjudan)(?: (?:för|till|med))?[ :–-]+(?=\S)", re.IGNORECASE)


def as_body(text: str) -> str:
    """The body that a line names and nothing else; empty when it says more."""
    words = _TITLED.sub("", text.strip(" .:"))
    if words.isupper():
        words = words.capitalize()
    found = BODY.fullmatch(words)
    return nominative(words) if found and len(words) < 80 and squeezed(words) not in NO_BODIES else ""


def nominative(name: str) -> str:
    """`Socialnämndens` → `Socialnämnden`; the `s` inside `Kommunstyrelsens arbetsutskott` stays."""
    name = with_capital(_TITLED.sub("", " ".join(name.split()).strip(" .:,")))
    return re.sub(r"(nämnden|styrelsen|utskottet|fullmäktige|beredningen)s$", r"\1", name)


def with_capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
