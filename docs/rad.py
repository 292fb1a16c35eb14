"""`docs/rad.md` out of the table of words of the line mode: `python docs/rad.py`."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "rad.md"
HEAD = """# Sammanträdet i rader

`klubban rad agenda.toml` är samma sammanträde utan helskärm: en fråga i taget, ord i stället för tangenter, och svar som
hela rader utan färger och flyttad markör. Det är gjort för skärmläsare och punktskriftsskärmar, och för den som hellre
skriver. `klubban rad` fortsätter det senaste sammanträdet, `klubban rad SAMMANTRÄDE` ett annat; samma sammanträde kan
när som helst öppnas med `klubban fortsätt` på en annan dator, eller tvärtom. Det fungerar också genom ett rör:
`klubban rad agenda.toml < rader.txt`.

- Prompten säger var man är: `§ 6>`. Ett ord räcker till sin entydiga början, och å ä ö behövs inte: `yrk`, `jav`, `nasta`.
- En rad av flera ord som börjar med stor bokstav är protokolltext i paragrafen. Kan raden vara båda frågas det.
- Namn skrivs till någon entydig del, minst två bokstäver; `och` eller komma mellan flera. Är det inte entydigt läses namnen
  upp med nummer. Ingenting gissas.
- Långa listor läses tolv rader i taget; `fler` fortsätter.
- Det som inte sägs på raden frågas det efter. En tom rad avbryter, och ingenting avgörs av ett tomt svar.
- Varje svar är en kort mening, och där något trycks följer meningen som kommer att stå i protokollet.
- Det lagen säger emot sägs, och frågan är `Anteckna ändå? j/n`.
- Tab kompletterar ord och namn där terminalen kan det. Ctrl+C avbryter det som skrivs, aldrig det som är antecknat; Ctrl+D
  lämnar programmet.

Det här görs i helskärm: vägrad proposition, rättelse av ett val som är antecknat, och import av kallelser.

Filen görs av `python docs/rad.py` och ändras inte för hand.
"""


def written() -> str:
    """The whole file."""
    sys.path.insert(0, str(ROOT))
    from tui.line_mode.words import GROUPS

    parts = [HEAD]
    for heading, words in GROUPS.items():
        rows = "\n".join(f"| `{w.form}` | {w.help} |" for w in words)
        parts.append(f"## {heading}\n\n| Skriv | |\n| --- | --- |\n{rows}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8", newline="\n")
