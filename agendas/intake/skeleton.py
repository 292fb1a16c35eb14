"""An agenda file to fill in: every usual key with a comment, and a few items as examples."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from datetime import time

from agendas.clean import clean_line
from agendas.file import SCHEMA_NAME
from agendas.intake.words import kind_of_body
from agendas.value import Value


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Answers(Value):
    """What is filled in from the start."""

    municipality: str = "Exempel kommun"
    body: str = "Socialnämnden"
    date: Date = Date(2025, 1, 1)
    starts: time = time(13, 0)
    place: str = ""


def skeleton(answers: Answers) -> str:
    """The file as text. It can be read as it is."""
    body = clean_line(answers.body) or "Socialnämnden"
    return f"""\
#:schema {SCHEMA_NAME}
# Dagordning för Klubban. Rader som börjar med # är förklaringar; ta bort # framför en rad för att använda den.
# `klubban kontrollera` säger om något är fel, och på vilken rad.

# Sammanträdet.
[meeting]
municipality = {_quoted(answers.municipality)}
body = {_quoted(body)}
kind = "{kind_of_body(body)}"  # fullmäktige, styrelse, nämnd, utskott, beredning eller förening
date = {answers.date.isoformat()}
starts = {answers.starts.isoformat()}
# ends = 16:00:00  # planerat slut
place = {_quoted(answers.place)}
first_paragraph = 1  # nästa lediga § i årets serie
# approvers = ["Förnamn Efternamn"]  # föreslagna justerare
# approval = "direktjustering"  # när och hur protokollet justeras
# kept_at = "Kommunkansliet"  # var protokollet förvaras, för anslaget

# Organets ledamöter och ersättare i invalsordning, sedan sekreterare, tjänstepersoner och gäster: en [[person]] för var och en.
# role: ordförande, 1:e vice ordförande, 2:e vice ordförande, ledamot, ersättare, sekreterare, tjänsteperson, gäst …
[[person]]
name = "Förnamn Ordförande"
party = "S"
role = "ordförande"

[[person]]
name = "Förnamn Ledamot"
party = "M"
role = "ledamot"

[[person]]
name = "Förnamn Ersättare"
party = "S"
role = "ersättare"

[[person]]
name = "Förnamn Sekreterare"
role = "sekreterare"

# Lokala regler, bara det som avviker från det vanliga.
# [rules]
# number_formalia = false  # upprop, justerare och dagordning får ingen §
# [rules.party_order]  # inträdesordning: partiet, sedan de partier vars ersättare träder in
# S = ["S", "V"]

# Ärendena i den ordning de tas upp: ett [[item]] för varje.
# kind: formalia, beslut, information, anmälan, val, avsägelse, initiativ, motion, medborgarförslag, interpellation, fråga, övrigt, paus
[[item]]
title = "Upprop"
kind = "formalia"

[[item]]
title = "Val av justerare"
kind = "formalia"

[[item]]
title = "Godkännande av dagordningen"
kind = "formalia"
proposal = "Dagordningen godkänns."

[[item]]
title = "Rubriken på ett beslutsärende"
# reference = "SN 2025/1"  # Dnr
# at = 13:30:00  # en utlovad tid, eller:
# minutes = 10  # planerad längd
# presenters = ["Ekonomichef"]  # namn, titel eller fri text
# decided_by = "Kommunfullmäktige"  # om organet bara föreslår
proposal = \"\"\"
1. Första punkten i förslaget.
2. Andra punkten i förslaget.\"\"\"
proposed_by = "förvaltningen"
# summary = \"\"\"Beskrivning av ärendet.\"\"\"
# documents = ["Tjänsteskrivelse daterad 2025-01-01"]
# recipients = ["Ekonomienheten", "Akt"]
# secrecy = "26 kap. 1 § OSL"  # finns raden är paragrafen hemlig

[[item]]
title = "Information från förvaltningen"
kind = "information"
# subitems = ["Första saken", "Andra saken"]

[[item]]
title = "Meddelanden"
kind = "anmälan"
"""


def _quoted(text: str) -> str:
    return '"' + clean_line(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
