"""The rehearsal: what comes next, and why."""

from __future__ import annotations

from collections.abc import Sequence

HIDE_KEY = "ctrl+d"
"""Shows and hides the strip."""


class Rehearsal:
    """The strip above the footer of `klubban exempel`."""

    NAME = "Övning"
    """How the municipality of a rehearsal begins, so that nobody takes it for a real meeting."""
    PALETTE = "Övning: visa eller dölj nästa steg"
    PALETTE_SEARCH = "hjälp guide lär exempel"
    WRITE = "Skriv"
    ASTRAY = "Övningen väntar i sammanträdet. Esc går tillbaka dit."
    ALL_HERE = "alla i gruppen är här; en gång till för nästa grupp"
    OPEN = "öppnar sammanträdet"
    DECIDE = "klubbslag: bifall till förslaget"
    DECIDE_CHOICE = "förslagen ställs mot varandra, och förvaltningens antas"
    CLOSE = "avslutar sammanträdet"
    END = "granska, och skriv protokollet till en fil"
    END_WHY = "Det var allt. Justering, anslag och rättelse: Ctrl+P, efter, Enter."
    WHY_CHOICE = "Med flera förslag är inget förvalt: Enter av vana avgör ingenting."
    WHY = {
        "PersonArrived": ("En person i taget: n närvarande, f frånvarande. Allt sparas genast.",),
        "MeetingOpened": ("Klockslaget antecknas, och det går att ändra. Härifrån gäller närvaron.",),
        "ApproversChosen": ("Ctrl+P visar alla kommandon; en del av namnet räcker.",),
        "ItemOpened": (
            "Det får sin paragraf. Skriv det som sägs i rutan, eller ingenting.",
            "Du sparar aldrig. Uppe till höger står sparat ✓ när allt är på disken.",
            "Listan till vänster visar hur ni ligger till, om ärendena har planerade tider.",
            "Ctrl+R visar hela paragrafen som den skrivs ut, och där kan varje mening ändras.",
            "Ctrl+L byter mellan protokolltext och egna minnesanteckningar, som aldrig skrivs ut.",
            "Nu händer något: en ledamot är jävig och en annan har ett eget förslag.",
            "Ctrl+F söker i alla paragrafer.",
            "Ctrl+G visar vem som beslutar just nu, och för vem.",
            "I en tidigare paragraf skriver du efter Esc, d och Enter. F10: tillbaka.",
            "Ctrl+O visar det som ordföranden ser.",
            "F9 är talarlistan.",
            "Efter det sista ärendet erbjuder samma tangent att avsluta.",
            "Information behöver inget klubbslag: nästa tangent lämnar ärendet.",
            "Ajournering är Ctrl+T.",
        ),
        "Decided": (
            "Bara ett förslag: Enter räcker. Meningarna skriver Klubban.",
            "Blev det fel? Ctrl+Z utanför texten tar tillbaka det senaste, och säger vad.",
            "Skift+Tab går till raderna i paragrafen; Enter på en rad rättar den.",
            "Begärs votering trycker du F6 i stället.",
            "En reservation är F7, också en stund efter beslutet.",
            "",
        ),
        "MemberRecused": ("Han är ute ur bara denna paragraf, och tillbaka vid nästa.",),
        "TextWritten": ("En del av ett namn och Tab ger hela namnet.",),
        "AppendixAdded": ("Esc och en bokstav når det som saknar tangent.",),
        "MotionMoved": (
            "Meningen i protokollet visas medan du väljer.",
            "Ctrl+N i rutan sparar och börjar ett till från samma person.",
            "Två Enter räcker för bifall: det är förvalt.",
        ),
        "PersonLeft": ("Klockslaget följer med till försättsbladet av sig självt.", ""),
        "MeetingClosed": ("Protokollet är redan skrivet; det som saknas visas sedan.",),
    }
    """By the type of what comes next, for the first time, the second time, and so on; the last one stays."""

    @staticmethod
    def next(place: tuple[int, int]) -> str:
        return f"Nästa ({place[0]} av {place[1]}): "

    @staticmethod
    def hide(key: str) -> str:
        return f"{key} döljer"

    @staticmethod
    def then(does: str, keys: str) -> str:
        return f"{does} Sedan {keys}."

    @staticmethod
    def approvers(names: str) -> str:
        return f"{names} ska justera"

    @staticmethod
    def item(paragraph: int | None, title: str) -> str:
        short = f"{title[:60].rstrip()} …" if len(title) > 62 else title
        return f"öppnar § {paragraph} {short}" if paragraph is not None else f"öppnar {short}"

    @staticmethod
    def recusal(names: str) -> str:
        return f"{names} anmäler jäv"

    @staticmethod
    def text(text: str) -> str:
        return f"i rutan: ”{text}”"

    @staticmethod
    def appendix(title: str, part: str) -> str:
        return f"bilaga. Skriv ”{title}”, Tab, Tab, {part}, Enter, Enter"

    @staticmethod
    def motion(names: str, kind: str, text: str, points: Sequence[int], turn: int) -> str:
        """`points` are those of the proposal that it is about; none means the whole. From the second on it is asked which proposal."""
        where = f" av punkt {', '.join(map(str, points))}" if points else ""
        if kind == "bifall" and not points:
            return f"{names} yrkar bifall"
        typed = ",".join(map(str, points))
        if kind == "bifall":
            return f"{names} yrkar bifall till punkt {typed}: Tab, b, {'Tab, ' if turn > 1 else ''}Tab, {typed}, Ctrl+S"
        words = f"{text[:23].rstrip()} …" if len(text) > 25 else text
        return f"{names} yrkar {kind}{where}: Tab, {kind[0]}, skriv ”{words}”, Skift+Tab, {typed}, Ctrl+S"

    @staticmethod
    def left(names: str) -> str:
        return f"{names} går"
