"""What short signs in a kallelse mean, by its own legend: `SN = slutgiltigt beslut fattas i socialnämnden`, `Ett X markerar …`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from agendas.intake.ledger import Draft, Ledger
from agendas.intake.pages import Line
from agendas.intake.words import CODES, kind_of_title, squeezed
from agendas.names import folded

_ENTRY = re.compile(
    r"(?:ett |en |där |bokstaven )?[\"'”]?(?P<code>[A-ZÅÄÖ]{1,6}|[A-ZÅÄÖ][a-zåäö]{1,5})[\"'”]?\s*"
    r"(?:=|:|–|\s-\s|betyder|markerar|innebär|anger(?: att)?|står för)\s*(?P<meaning>.{3,160}?)\.?$",
    re.IGNORECASE,
)
_ORGAN = r"(?:nämnden|styrelsen|fullmäktige|utskottet|beredningen)(?: för [A-ZÅÄÖ][\wåäö]*(?:(?:,| och| &) [\wåäöÅÄÖ]+)*)?"
_WHO = re.compile(rf"(?:\b(?:i|av|hos)\s+(?P<after>[\wåäöÅÄÖé, &-]{{0,60}}?{_ORGAN})|(?P<word>[\wåäöÅÄÖé-]*{_ORGAN}))", re.IGNORECASE)
_NOT_CODES = {"tid", "plats", "dnr", "obs", "tel", "dag", "till", "datum", "info:"}


@dataclass
class Legend:
    """The signs of one document, and the body whose kallelse it is."""

    body: str = ""
    meanings: dict[str, str] = field(default_factory=dict)

    def handouts(self, sign: str) -> str:
        """`bifogas` or `vid sammanträdet` for a sign that the legend explains; empty when it does not."""
        meaning = folded(self.meanings.get(squeezed(sign), ""))
        if "bifog" in meaning or "finns i kallelsen" in meaning:
            return "bifogas"
        return "vid sammanträdet" if "vid sammantrad" in meaning or "delas ut" in meaning or "muntlig" in meaning else ""

    def decide(self, draft: Draft, sign: str) -> None:
        """Put into the draft what a sign in the column of deciding bodies says; several are the chain upwards."""
        for code in re.split(r"\s*(?:[/,→+]|->|\n|\s-\s)\s*", sign):
            if code:
                self._decide_one(draft, code)

    def _decide_one(self, draft: Draft, code: str) -> None:
        meaning = self.meanings.get(squeezed(code), "") or CODES.get(code.upper().strip("."), "")
        said = folded(meaning or code)
        if said.startswith("info"):
            draft.kind = "information"
            return
        if said.startswith(("diskussion", "overlaggning", "dialog")):
            draft.kind = "information"
            draft.doubt("kind", f'"{code}" är varken beslut eller information i agendan: antogs vara information.')
            return
        if squeezed(said) in {"beslut", "b", "beslutsarende"}:
            draft.decides_itself = True
            return
        who = _WHO.search(meaning or code)
        if who:
            said_name = who["after"] or who["word"]
            name = said_name[:1].upper() + said_name[1:]
            if self._is_own(name):
                draft.decides_itself = True
            elif name not in draft.decided_by:
                draft.decided_by.append(name)
            return
        if kind := kind_of_title(code)[0]:
            draft.kind = kind
            return
        if initials(self.body) and squeezed(code) in initials(self.body):
            draft.decides_itself = True
            return
        draft.decided_by.append(code)
        draft.doubt("decided_by", f'"{code}" förklaras inte i kallelsen: antogs vara det organ som beslutar. Skriv ut namnet.')

    def _is_own(self, name: str) -> bool:
        own, said = squeezed(self.body), squeezed(name)
        return (own.endswith(said) and said in {"namnden", "styrelsen", "utskottet", "fullmaktige", "beredningen"}) or said in {
            squeezed(self.body),
            f"{squeezed(self.body)}n",
            f"{squeezed(self.body)}en",
            f"{squeezed(self.body)}et",
        }


def initials(body: str) -> set[str]:
    """The short signs of a body: `sn` for Socialnämnden, `von` for Vård- och omsorgsnämnden, `bun` for Barn- och utbildningsnämnden."""
    words = folded(body).replace("-", " ").split()
    compound = re.fullmatch(r"(.+?)(namnd|styrelse|utskott|fullmaktige)\w*", words[-1]) if words else None
    if compound is None:
        return {"".join(w[0] for w in words)} if words else set()
    tail = compound[2][0]
    starts = "".join(w[0] for w in words[:-1] if w != "och")
    return {f"{starts}{compound[1][0]}{tail}", "".join(w[0] for w in words[:-1]) + compound[1][0] + tail, f"{compound[1][0]}{tail}"}


def read_legend(ledger: Ledger, end: int) -> Legend:
    """The legend that stands before part `end`."""
    legend = Legend()
    for index, part in enumerate(ledger.parts[:end]):
        if not isinstance(part, Line) or len(part.text) > 200:
            continue
        found = _ENTRY.fullmatch(part.text)
        if found is None or squeezed(found["code"]) in _NOT_CODES or (found["code"].islower() and len(found["code"]) > 2):
            continue
        if not found["code"].isupper() and part.text[found.end("code") :].lstrip("\"'” ")[:1] in {":", "–", "-"}:
            continue  # `Nämnd: Socialnämnden` is a label and its value
        meaning = folded(found["meaning"])
        if not re.search(r"beslut|fattas|information|handling|bifog|sammantrad|namnd|styrelse|fullmaktige|arende", meaning):
            continue
        legend.meanings[squeezed(found["code"])] = found["meaning"]
        ledger.use(index)
        if index and isinstance(before := ledger.parts[index - 1], Line) and squeezed(before.text) in {
            "information", "forklaring", "teckenforklaring", "forklaringar", "forkortningar", "beslutsorgan"
        }:  # fmt: skip
            ledger.use(index - 1)
    return legend
