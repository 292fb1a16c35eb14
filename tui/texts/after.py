"""When the gavel has fallen: review, export, approval, notice and rectification."""

from __future__ import annotations

from tui.texts.program import some


class Review:
    """What to look at, and the protocol as it reads."""

    SEVERITIES = {"fel": "✗ fel", "varning": "⚠ varning", "upplysning": "· upplysning"}
    NOTHING = "Inget att se över. F12 skriver protokollet."
    BUILDING = "Gör protokollet …"
    FULL = "Så här blir protokollet"
    PUBLIC = "Så här blir den offentliga versionen"
    WRITING = "Skriver …"
    NOT_WRITTEN = "Protokollet skrevs inte"
    REPLACE = "Skriv över"
    KEEP = "Låt den vara"
    STYLE_FAULT = "Husstilen kan inte användas; standard gäller"
    FOOTER = (
        ("help", "f1", "Hjälp", "Visar vad som kan göras här."),
        ("go_there", "enter", "Gå dit", "Går till paragrafen som saken gäller."),
        ("write", "f12", "Skriv protokollet", "Väljer form och plats, och skriver filen."),
        ("version", "o", "Offentlig/hela", "Växlar mellan hela protokollet och det som är offentligt."),
        ("leave", "escape", "Tillbaka", "Tillbaka till sammanträdet."),
    )
    HELP = (
        "Överst står det som saknas eller ser fel ut, med regeln och vad som kan göras. Enter går till paragrafen. "
        "Inget av det hindrar att protokollet skrivs: det är råd.\n\n"
        "Därunder står protokollet som det blir. Tab går dit, pilarna bläddrar. o växlar mellan hela och den offentliga versionen.\n\n"
        "F12 skriver protokollet som Markdown, Word, webbsida, PDF eller JSON, en fil för varje paragraf, anslaget eller en lista. En fil "
        "som finns skrivs aldrig över utan att du blir frågad, och en som någon har ändrat för hand får ligga kvar. Skrivs protokollet "
        "igen sägs vilka paragrafer som är ändrade sedan sist."
    )

    @staticmethod
    def title(body: str) -> str:
        return f"Granskning · {body}"

    @staticmethod
    def counted(severities: list[str]) -> str:
        counts = (
            ("fel", "fel", "fel"),
            ("varning", "varning", "varningar"),
            ("upplysning", "upplysning", "upplysningar"),
        )
        said = [some(severities.count(kind), one, many) for kind, one, many in counts if kind in severities]
        return " · ".join(said) or "Att se över"

    @staticmethod
    def whole_meeting(remedy: str) -> str:
        return f"Det gäller hela sammanträdet. {remedy}".strip()

    LOOK_BEFORE = "Se efter innan den publiceras"

    @staticmethod
    def written(paths: list[str], kept: list[str], changed: str) -> str:
        if not paths:
            return "Det finns inga paragrafer att skriva."
        more = f" och {some(len(paths) - 1, 'fil', 'filer')} till" if len(paths) > 1 else ""
        return " ".join(filter(None, (f"Skrev {paths[0]}{more}", Review.kept(kept), changed)))

    @staticmethod
    def kept(names: list[str]) -> str:
        if not names:
            return ""
        return f"– {', '.join(names)} är {'ändrad' if len(names) == 1 else 'ändrade'} för hand och orörd{'' if len(names) == 1 else 'a'}."

    @staticmethod
    def not_written(reason: str) -> str:
        return f"{reason} Sammanträdet är sparat. Välj en annan mapp eller ett annat namn (F12)."

    @staticmethod
    def replace(name: str) -> str:
        return f"Skriva över {name}?"

    @staticmethod
    def replace_detail(path: str) -> str:
        return f"{path} finns redan, och Klubban skrev den inte. Det som står i den försvinner."


class Export:
    """What is to be written, and where."""

    TITLE = "Skriv protokollet"
    DRAFT = "UTKAST"
    WHAT = "Vad"
    WHATS = (
        ("protokoll", "hela protokollet", "h"),
        ("paragrafer", "en fil för varje paragraf", "p"),
        ("anslag", "anslag", "s"),
        ("expediering", "expedieringslista", "e"),
        ("uppföljning", "uppföljningslista", "u"),
        ("röstlista", "röstlista", "r"),
        ("omedelbar", "omedelbart justerat", "o"),
    )
    FORM = "Form"
    FORMS = (("md", "Markdown", "m"), ("docx", "Word", "w"), ("html", "webbsida (HTML)", "b"), ("pdf", "PDF", "p"), ("json", "JSON", "j"))
    VERSION = "Version"
    VERSIONS = (("full", "allt", "a"), ("public", "bara det offentliga", "o"))
    TIMES = "Bilaga"
    TIMES_WORDS = (("without", "ingen", "i"), ("with", "tidsåtgång", "t"))
    NAME = "Filnamn"
    FOLDER = "Mapp"
    NAMES_OF_PARAGRAPHS = "Filerna får namn efter paragrafen: utdrag-…-paragraf-6-UTKAST"
    SOURCE_OF_PROTOCOL = "Det som ändras för hand i filen följer inte med till utdrag och anslag: de görs av sammanträdet här."
    SOURCE_OF_OTHERS = "Görs av sammanträdet här, inte av en fil som någon har ändrat för hand."
    JSON_IS_WHOLE = "JSON är hela protokollet. Välj en annan form."
    NOT_APPROVED = "Anslaget görs när protokollet är justerat. Anteckna dagen under Efter sammanträdet."
    NO_VOTES = "Ingen omröstning har hållits."
    NOT_IMMEDIATE = "Ingen paragraf är omedelbart justerad."
    WRITE = "Skriv"
    BAD_NAME = "Skriv ett filnamn utan snedstreck; mappen står i rutan under."
    HELP = (
        "Bokstav eller pil väljer, Tab går vidare, Enter skriver. En fil som finns skrivs inte över utan att du blir frågad, och en som "
        "någon har ändrat för hand får ligga kvar: den nya får då ett namn som slutar på -2. Det som inte är justerat heter UTKAST.\n\n"
        "Utdrag, anslag och listor görs av sammanträdet här. Det som någon ändrar i en Wordfil följer inte med dit: skriv ändringen i "
        "paragrafen (Ctrl+R) och skriv protokollet på nytt. När det skrivs igen sägs vilka paragrafer som är ändrade sedan sist."
    )


class After:
    """Efter sammanträdet."""

    LATE = "Texter som lovats"
    APPROVAL = "Justering"
    NOTICE = "Anslag"
    DISPATCH = "Expediering"
    RECTIFICATION = "Rättelse"
    NO_LATE = "Inga texter är utlovade."
    NO_DISPATCH = "Inga mottagare är antecknade. Skriv dem i paragrafen (Ctrl+R)."
    WHOLE = "Hela protokollet"
    SOME = "Justera några paragrafer …"
    IMMEDIATE = "omedelbart justerad"
    POST = "Sätt upp anslaget"
    COPY = "Rader att kopiera till anslagstavlan …"
    RECTIFY = "Rätta en justerad paragraf …"
    RESERVATION = "reservation"
    MOTION = "yrkande"
    NOT_CLOSED = "Sammanträdet pågår. Det här kommer när det är avslutat."
    NOTHING_TO_STRIKE = "På den raden är inget antecknat."
    STRIKE_YES = "Stryk"
    STRIKE_NO = "Låt stå"
    FOOTER = (
        ("help", "f1", "Hjälp", "Visar vad som kan göras här."),
        ("choose", "enter", "Anteckna", "Öppnar raden vid markören, eller kryssar av den."),
        ("strike", "delete", "Stryk", "Tar bort det som är antecknat på raden, efter en fråga."),
        ("review", "f12", "Granska", "Visar vad som saknas och skriver protokollet."),
        ("leave", "escape", "Tillbaka", "Ett steg tillbaka."),
    )
    HELP = (
        "Uppifrån och ned: texter som lovats, justering, anslag, vem som ska få vilket beslut, rättelse. ✓ är gjort, ○ återstår.\n\n"
        "Enter antecknar. På en mottagare kryssar Enter av beslutet som skickat i dag; Enter igen tar bort krysset. "
        "Delete stryker det som är antecknat på raden.\n\n"
        "Dagarna räknas enligt kommunallagen och lagen om beräkning av lagstadgad tid. Efter justeringen ligger texten fast; "
        "det som måste ändras antecknas som en rättelse, som syns i protokollet."
    )

    @staticmethod
    def title(body: str, date: str) -> str:
        return f"Efter sammanträdet · {body} {date}"

    @staticmethod
    def waiting(what: str, names: str) -> str:
        return f"{what}, {names}: texten har inte kommit"

    @staticmethod
    def received(what: str, names: str) -> str:
        return f"{what}, {names}: texten är lämnad"

    @staticmethod
    def approve_by(day: str) -> str:
        return f"senast {day}"

    @staticmethod
    def approved(day: str) -> str:
        return f"justerat {day}"

    @staticmethod
    def post_by(day: str) -> str:
        return f"senast {day}"

    @staticmethod
    def posted(day: str, until: str) -> str:
        return f"uppsatt {day or '–'}, tas ned {until or '–'}"

    @staticmethod
    def appeal(day: str) -> str:
        return f"Sista dag för överklagande {day}"

    @staticmethod
    def sent(day: str) -> str:
        return f"skickat {day}"

    @staticmethod
    def more(what: str, left: int) -> str:
        return f"{what} ({left} kvar)" if left else what

    @staticmethod
    def strike(what: str) -> str:
        return f"Stryka {what}?"

    STRIKE_DETAIL = "Loggen minns det. Det försvinner ur protokollet och den här listan."


class LateText:
    """A promised text that came in."""

    TITLE = "Inlämnad text"
    HELP = "Skriv eller klistra in texten som den lämnades. Ctrl+S sparar."
    TEXT = "Text"
    NO_TEXT = "Skriv eller klistra in texten."


class Approval:
    """The approval of the protocol."""

    TITLE = "Justering"
    HELP = (
        "Dagen när justeringen blev klar. Tab går till paragraferna: lämnas de tomma gäller justeringen hela protokollet. "
        "Efter justeringen ligger texten fast."
    )
    DATE = "Justerat"
    ITEMS = "Paragrafer"
    ITEMS_HINT = "hela protokollet, annars 3, 5–7"
    BAD_ITEMS = "Skriv paragraferna som 3, 5–7."

    @staticmethod
    def unknown(number: int) -> str:
        return f"§ {number} finns inte i protokollet."


class Posting:
    """The notice."""

    TITLE = "Anslag"
    CHANGE = "Ändra anslaget"
    HELP = (
        "Skriv dagen när anslaget sattes upp. Nedtagningen räknas fram av den: tre veckors överklagandetid från anslaget, "
        "och dagen efter den sista. Den går att ändra."
    )
    DATE = "Sätts upp"
    UNTIL = "Tas ned"
    WHERE = "Var"
    WHERE_HINT = "kommunens webbplats"
    TOO_EARLY = "Anslaget kan inte tas ned innan det sätts upp."
    LINES_TITLE = "Rader till anslagstavlan"
    LINES_DETAIL = "Enter kopierar raden vid markören, k kopierar alla."
    COPY_ALL = "Kopiera alla"
    COPIED = "Kopierat:"
    LABELS = {
        "body": "Organ",
        "date": "Sammanträdesdatum",
        "paragraphs": "Paragrafer",
        "approved": "Protokollet justerat",
        "posted": "Anslaget sätts upp",
        "until": "Anslaget tas ned",
        "appeal": "Sista dag för överklagande",
        "kept_at": "Protokollet förvaras",
        "secretary": "Sekreterare",
    }


class Rectification:
    """A visible correction after approval."""

    TITLE = "Rättelse"
    CHANGE = "Ändra rättelsen"
    HELP = "Skriv vad som stod fel och hur det ska vara. Rättelsen syns i protokollet, den justerade texten ändras inte. Ctrl+S sparar."
    ITEM = "Paragraf"
    TEXT = "Rättelse"
    BY = "Beslutad av"
    NO_TEXT = "Skriv vad som rättas."
    NONE = "Ingen paragraf är justerad än. Ändra texten i paragrafen i stället (Ctrl+R)."
