"""What was recorded when, and what was taken back."""

from __future__ import annotations


class History:
    """The history view."""

    TITLE = "Historik"
    PALETTE = "Historik: vad som antecknats och tagits tillbaka"
    PALETTE_SEARCH = "logg ångrat struket rättat när"
    NOTHING = "Inget är antecknat än."
    NOTHING_TAKEN = "Inget är återtaget eller rättat."
    WHOLE_MEETING = "Det gäller hela sammanträdet, inte en paragraf."
    NOT_HANDLED = "Ärendet är inte behandlat än, så det finns ingen paragraf att gå till."
    TAKEN_BACK = "Det är återtaget och syns inte längre i paragrafen."
    NO_PARAGRAPH = "Ställ markören på en rad som gäller en paragraf."
    BROUGHT_BACK = "återtaget, gäller igen"
    HELP = (
        "Varje rad är något som antecknades, i den ordning det skedde. Det som är återtaget är överstruket, med klockslaget då det togs "
        "tillbaka; det som är rättat säger när. Inget raderas: här syns också det som inte kommer i protokollet.\n\n"
        "p visar bara paragrafen vid markören, å bara det som är återtaget eller rättat; samma tangent visar allt igen. Enter går till "
        "paragrafen. Esc går tillbaka."
    )
    FOOTER = (
        ("help", "f1", "Hjälp", "Förklarar historiken."),
        ("go_there", "enter", "Gå dit", "Till paragrafen som raden gäller."),
        ("paragraph", "p", "Bara denna §", "Visar bara det som gäller paragrafen vid markören, eller allt igen."),
        ("taken", "å", "Återtaget", "Visar bara det som är återtaget eller rättat, eller allt igen."),
        ("leave", "escape", "Tillbaka", "Tillbaka till sammanträdet."),
    )

    @staticmethod
    def title(where: str, taken: bool, count: int) -> str:
        parts = (History.TITLE, where, "återtaget och rättat" if taken else "", f"{count} {'rad' if count == 1 else 'rader'}")
        return " · ".join(p for p in parts if p)

    @staticmethod
    def earlier(count: int) -> str:
        return f"{count} tidigare rader – Enter visar dem"

    @staticmethod
    def undo(what: str) -> str:
        return f"Tog tillbaka: {what}"

    @staticmethod
    def redo(what: str) -> str:
        return f"Gjorde om: {what}"

    @staticmethod
    def correction(before: str, after: str) -> str:
        return f"Rättade: {before} → {after}" if before != after else f"Rättade: {after}"

    @staticmethod
    def taken_back(time: str) -> str:
        return f"återtaget {time}"

    @staticmethod
    def corrected(time: str) -> str:
        return f"rättat {time}"

    @staticmethod
    def happened(time: str) -> str:
        return f"Hände {time}."

    @staticmethod
    def together(others: str) -> str:
        return f"I samma steg: {others}."
