"""What the whole program says: buttons, the frame, faults, settings, keys and help."""

from __future__ import annotations


def some(count: int, one: str, many: str) -> str:
    """`1 timme`, `2 timmar`."""
    return f"{count} {one if count == 1 else many}"


class Common:
    """Words that stand in many places."""

    APP = "Klubban"
    CLOSE = "Stäng"
    CANCEL = "Avbryt"
    SAVE = "Spara"
    YES = "Ja"
    NO = "Nej"
    HELP = "Hjälp"
    NOTHING = "ingenting"
    DRAFT = "UTKAST – ej justerat"


class Framework:
    """What replaces the framework's own English."""

    PALETTE = "Kommandon"
    PALETTE_PLACEHOLDER = "Skriv en del av kommandot …"
    PALETTE_EMPTY = "Inget kommando passar."
    COPY_OR_QUIT = "Ctrl+C avslutar inte. Markera text för att kopiera; Ctrl+Q avslutar."
    QUIT_QUESTION = "Avsluta Klubban?"
    QUIT_DETAIL = "Allt som är antecknat är sparat."
    QUIT_YES = "Avsluta"
    QUIT_NO = "Stanna kvar"
    CLOSE_DIALOG_FIRST = "Stäng dialogen först (Esc)."


class CommandMode:
    """Esc and one letter."""

    PROMPT = "KOMMANDO – tryck bokstav"

    @staticmethod
    def ask(question: str) -> str:
        return f"{question} Enter = ja · Esc = nej"

    @staticmethod
    def unknown(letter: str) -> str:
        return f"”{letter}” är inget kommando och skrevs i texten. F1 visar alla."


class TextBox:
    """Boxes that people write in."""

    MORE = "… skriv fler bokstäver"

    @staticmethod
    def no_name(fragment: str) -> str:
        return f"Inget namn passar på ”{fragment}”. Tab igen går vidare."

    LONG_LINES = "En orimligt lång rad delades i flera. Inget har fallit bort."
    PASTED_LINES = "Flera rader klistrades in på en rad. Inget har fallit bort."


class Picker:
    """Choosing persons and other things by typing."""

    PLACEHOLDER = "Skriv en del av namnet …"
    ITEM_PLACEHOLDER = "Skriv en del av rubriken …"
    EMPTY = "Ingen passar."
    CHOSEN = "Valda:"


class Dialogs:
    """What all dialogs share."""

    THROW_AWAY = "Kasta texten?"
    THROW_AWAY_DETAIL = "Det du har skrivit i dialogen är inte antecknat."
    KEEP = "Skriv vidare"
    THROW = "Kasta"
    NO_HELP = "Enter eller klick väljer. Tab går till nästa fält. Esc går ett steg tillbaka."
    CHOOSE_EMPTY = "Inget passar."


class Status:
    """The status bar."""

    SAVED = "sparat ✓"
    SAVING = "sparar …"
    NOT_SAVED = "⚠ EJ SPARAT"

    @staticmethod
    def findings(count: int) -> str:
        return f"{count} att se" if count else ""

    @staticmethod
    def findings_tooltip(count: int) -> str:
        return f"{some(count, 'sak', 'saker')} att se över. F12 visar dem." if count else "Inget att se över."


class Faults:
    """When the program itself was wrong."""

    TITLE = "Något gick fel i Klubban"

    @staticmethod
    def toast(log: str) -> str:
        return f"Det som är antecknat är sparat och sammanträdet går vidare. Felet står i {log}."

    @staticmethod
    def stopped(log: str) -> str:
        return (
            f"Klubban stannade på grund av ett fel i programmet. Allt som visades som sparat är sparat: "
            f"kör ”klubban fortsätt”. Felet står i {log}."
        )


class Settings:
    """Faults in the small files of settings."""

    @staticmethod
    def unreadable(path: str, why: str) -> str:
        return f"{path}: kunde inte läsas ({why}). Det förvalda gäller."

    @staticmethod
    def syntax(path: str, why: str) -> str:
        return f"{path}: är inte giltig TOML ({why}). Det förvalda gäller."

    @staticmethod
    def unknown(path: str, name: str, nearest: str) -> str:
        hint = f" Menade du ”{nearest}”?" if nearest else ""
        return f"{path}: ”{name}” känns inte igen.{hint}"

    @staticmethod
    def wrong_type(path: str, name: str, wanted: str) -> str:
        return f"{path}: ”{name}” ska vara {wanted}."


class Keys:
    """Faults in the file of keys, and the groups of the help."""

    ITEM = "Ärendet"
    MEETING = "Sammanträdet"
    LOOK = "Se och söka"
    PROGRAM = "Klubban"

    @staticmethod
    def fault(path: str, name: str, why: str) -> str:
        return f"{path}: ”{name}”: {why} Den förvalda tangenten gäller."

    NOT_A_KEY = "tangenten ska skrivas som f2, shift+f2 eller ctrl+g."
    SAME_AS_OTHER = "terminalen kan inte skilja den från Tab, Enter, Backsteg eller radbyte."
    ENTER = "Enter med en annan tangent når inte fram i alla terminaler."
    ALT = "Alt med en bokstav är samma sak som Esc och en bokstav."
    ALTGR = "tecken som kräver AltGr är svåra att nå."
    FULL_SCREEN = "F11 tar terminalen själv för helskärm."
    HANDS = "den tangenten kan händerna redan för något annat."
    TERMINAL = "terminalen tar den själv."
    BAD_LETTER = "bokstaven ska vara ett enda tecken a–ö eller ?."

    @staticmethod
    def taken(key: str, other: str) -> str:
        return f"{key} används redan för {other}."


class Help:
    """The help, and the test of the keys."""

    TITLE = "Hjälp"
    HERE = "Här"
    HOW = "Så går det till"
    HOW_LINES = (
        "F2 öppnar nästa ärende och ger det sin paragraf. Skriv i rutan; allt sparas av sig självt.",
        "F3 yrkande, F4 jäv, F8 närvaro, F7 reservation. F5 visar ordförandens fråga, Enter är klubbslag.",
        "Klubbslaget först, orden sedan: beslutet kan kompletteras ända till justeringen.",
        "Varje rad som är antecknad kan väljas med Enter och rättas. Ctrl+Z tar tillbaka det senaste.",
        "Ctrl+P och ”Historik” visar allt som antecknats, när, och vad som tagits tillbaka.",
        "Når funktionstangenterna inte fram? Tryck Esc och sedan bokstaven. Ctrl+P visar alla kommandon.",
        "En del av ett namn och Tab skriver hela namnet med parti.",
        "F12 listar det som saknas och skriver ut protokollet.",
    )
    FILES = "Var filerna ligger"
    THEME = "Utseende"
    THEMES = (("klubban-mörk", "Mörkt", "m"), ("klubban-ljus", "Ljust", "l"), ("klubban-kontrast", "Hög kontrast", "k"))
    TEST = "Prova tangenterna"
    TEST_PALETTE = "Tangenter: prova vilka som når fram"
    TEST_SEARCH = "funktionstangenter terminal"
    SETTINGS = "Inställningar"
    LOG = "Fellogg"
    SCROLL = "Pilarna bläddrar · m, l, k utseende · t prova tangenterna · Esc stänger"

    TEST_PROMPT = "Här syns vad som kom fram, och vad det gör. Esc två gånger går tillbaka."
    TEST_ESCAPE = "Ett steg tillbaka. Efter Esc i en textruta: en bokstav."
    TEST_MOVES = {
        "enter": ("Enter", "Väljer, sparar, fäller klubban."),
        "tab": ("Tab", "Nästa fält; efter början av ett namn skrivs hela namnet."),
        "shift+tab": ("Skift+Tab", "Föregående fält."),
        "up": ("Pil upp", "Uppåt."),
        "down": ("Pil ned", "Nedåt."),
        "left": ("Pil vänster", "Åt vänster."),
        "right": ("Pil höger", "Åt höger."),
        "pageup": ("Page Up", "En sida upp."),
        "pagedown": ("Page Down", "En sida ned."),
        "home": ("Home", "Till början."),
        "end": ("End", "Till slutet."),
        "backspace": ("Backsteg", "Raderar åt vänster."),
        "delete": ("Delete", "Raderar åt höger; stryker en rad i paragrafen."),
    }
    TEST_NOTHING = "Ingenting i Klubban."
    TEST_TEXT = "Text. I en textruta skrivs den."
    TEST_NONE_YET = "Inget har kommit än. Händer ingenting tar datorn eller terminalen tangenten själv: använd Esc och bokstaven."

    @staticmethod
    def after_escape(what: str) -> str:
        return f"Text. Efter Esc: {what}"

    @staticmethod
    def theme_not_saved(why: str) -> str:
        return f"Utseendet gäller nu, men kunde inte sparas: {why}"


class KeyCheck:
    """The keys that are tried one by one: on the first start, and in `Prova tangenterna`."""

    FIRST = "Når tangenterna fram? Tryck dem i tur och ordning. Esc hoppar över."
    TEST = "Tryck dem i tur och ordning. Händer inget: gå till nästa."
    SIGNS = "✓ nådde fram   ✗ terminalen eller datorn tog den   ▸ nästa"
    ALL = "✓ Alla når fram."

    @staticmethod
    def instead(keys: str, more: bool) -> str:
        return f"✗ I stället: {keys}{' … fler i hjälpen' if more else ''}"


class Lines:
    """The recorded lines of a §, in the panel above the text."""

    SECRET = "Sekretess"
    PROPOSAL = "Förslag"
    RECUSAL = "Jäv"
    ABSTAINS = "Deltar inte"
    AWAY = "Frånvaro"
    SERVES = "Tjänstgör"
    CHAIR = "Ordförande"
    MOTIONS = "Yrkanden"
    QUESTION = "Fråga"
    VOTE = "Votering"
    DECISION = "Beslut"
    PROPOSES = "Föreslår"
    APPROVAL = "Justering"
    IMMEDIATE = "omedelbart justerad"
    ELECTED = "Valda"
    RESIGNED = "Avsägelse"
    RESERVATION = "Reservation"
    APPENDIX = "Bilaga"
    DEBATE = "Överläggn."
    DOORS = "Dörrar"
    PROPORTIONAL = "Proportion."
    UNDECIDED = "ännu inte fattat"
    LEFT = "inget – ärendet lämnades"
    THE_PROPOSAL = "förslaget"
    APPROVED = "bifall till förslaget"
    DECIDED = "klubbat"
    WITHDRAWN = "återtaget"
    REFUSED = "proposition vägrad"
    ANSWERED = "Svar"
    LATER = "besvaras senare"
    URGENT = "Brådskande"
    HANDED_IN_LATER = "text lämnas senare"
    NOT_ANSWERED = "inte besvarad"
    VOTE_OPEN = "pågår"
    STATEMENTS = {
        "protokollsanteckning": "Anteckning",
        "särskilt yttrande": "Yttrande",
        "mening till protokollet": "Mening",
        "avvikande mening": "Avvikande",
    }
    OUTCOMES = {
        "avslag": "avslag",
        "bordläggs": "bordläggs",
        "återremitteras": "återremitteras",
        "remitteras": "remitteras",
        "utgår": "utgår",
        "ej beslutför": "inte beslutför",
    }
    QUESTIONS = {
        "formell": "formell fråga",
        "motförslag": "motförslag",
        "huvudfråga": "huvudfråga",
        "tillägg": "tillägg",
        "jäv": "jäv",
        "annan": "annan fråga",
    }

    @staticmethod
    def proportional(names: str, places: int) -> str:
        return f"val av {places} begärs av {names}"

    @staticmethod
    def debate_closed(time: str) -> str:
        return f"avslutad kl. {time}, yrkanden låsta"

    @staticmethod
    def doors_closed(time: str, reason: str) -> str:
        return f"stängda kl. {time}" + (f" ({reason})" if reason else "")

    @staticmethod
    def doors_opened(time: str) -> str:
        return f"öppnade kl. {time}"

    @staticmethod
    def points(points: list[str]) -> str:
        return points[0] if len(points) == 1 else f"{len(points)} punkter: {points[0]}"

    @staticmethod
    def recusal(disputed: bool, found: bool | None, ground: str) -> str:
        said = "deltar inte" if found or not disputed else "prövas" if found is None else "jäv fanns inte"
        return f"{said} ({ground})" if ground else said

    @staticmethod
    def serves(substitute: str) -> str:
        return f"{substitute} tjänstgör"

    @staticmethod
    def serves_for(substitute: str, member: str) -> str:
        return f"{substitute} för {member}"

    @staticmethod
    def motion(kind: str, target: str, points: tuple[int, ...]) -> str:
        said = {"bifall": "bifall", "nytt förslag": "eget förslag", "ändring": "ändring"}.get(kind, kind)
        link = "till" if kind in {"bifall", "tillägg"} else "av" if kind == "ändring" else "på"
        goal = f" {link} {target}" if target else " till förslaget" if kind == "bifall" else ""
        return said + goal + Lines.on_points(points)

    @staticmethod
    def on_points(points: tuple[int, ...]) -> str:
        return f" (punkt {', '.join(map(str, points))})" if points else ""

    @staticmethod
    def motion_of(owners: str) -> str:
        return f"{owners} yrkande"

    @staticmethod
    def supported(names: str) -> str:
        return f"instämmer: {names}"

    @staticmethod
    def winner(motion: str) -> str:
        return f"enligt {motion}"

    @staticmethod
    def vote(yes: int, no: int, abstain: int, secret: bool) -> str:
        return f"{'sluten, ' if secret else ''}ja {yes} · nej {no} · avstår {abstain}"

    @staticmethod
    def casting(choice: str) -> str:
        return f"utslagsröst {choice}"


class Telling:
    """What acts are called when they are taken back or struck."""

    MOTION = "yrkande"
    DECISION = "beslut"
    PROTOCOL_TEXT = "protokolltext"
    OTHER_TEXT = "text"
    VOTES = "röster"
    SOMETHING = "anteckning"
    SITS_IN = "är med utan att tjänstgöra"
    NAMES = {
        "MeetingOpened": "sammanträdets öppnande",
        "MeetingAdjourned": "ajournering",
        "MeetingResumed": "återupptagande",
        "MeetingClosed": "sammanträdets avslutning",
        "MeetingReopened": "återöppnande",
        "MeetingAmended": "ändring av sammanträdet",
        "PersonArrived": "ankomst",
        "PersonLeft": "avgång",
        "PersonExpected": "väntas",
        "PersonExcused": "frånvaro",
        "PersonAdded": "ny person",
        "PersonAmended": "ändrad person",
        "SubstituteUnseated": "slutar tjänstgöra",
        "ChairTaken": "ordförande",
        "ItemAdded": "nytt ärende",
        "ItemWithdrawn": "ärendet utgår",
        "ItemMoved": "ändrad ordning",
        "ItemAmended": "ändrat ärende",
        "ItemReopened": "ärendet tas upp igen",
        "ItemLeft": "ärendet lämnas",
        "ItemNumbered": "ändrat nummer",
        "DebateClosed": "avslutad överläggning",
        "DoorsClosed": "stängda dörrar",
        "DoorsOpened": "öppnade dörrar",
        "PrivateNoteWritten": "egen minnesanteckning",
        "AppendixAdded": "bilaga",
        "MemberRecused": "jäv",
        "RecusalTried": "prövning av jäv",
        "MemberAbstained": "deltar inte",
        "MemberAway": "frånvaro",
        "MotionSupported": "instämmande",
        "MotionWithdrawn": "återtagande av yrkande",
        "MotionRefused": "vägrad proposition",
        "QuestionPut": "proposition",
        "QuestionAnswered": "svar på proposition",
        "VoteOpened": "votering",
        "VoteCast": "röst",
        "VoteCounted": "rösträkning",
        "VoteClosed": "avslutad votering",
        "ImmediatelyApproved": "omedelbar justering",
        "Elected": "val",
        "Resigned": "avsägelse",
        "ProportionalDemanded": "begäran om proportionellt val",
        "AnswerGiven": "svar på interpellation eller fråga",
        "UrgentDecisionReported": "anmälan av brådskande beslut",
        "ReservationMade": "reservation",
        "LateTextReceived": "inlämnad text",
        "SpeakerQueued": "begär ordet:",
        "SpeakerStarted": "får ordet:",
        "SpeakerStopped": "slutar tala:",
        "SpeakerDropped": "stryks från talarlistan:",
        "ApproversChosen": "justerare",
        "Approved": "justering",
        "NoticePosted": "anslag",
        "Dispatched": "expediering",
        "Rectified": "rättelse",
        "Undone": "ångrat",
        "Corrected": "rättelse av en rad",
    }

    @staticmethod
    def opened(item: str) -> str:
        return f"öppnandet av {item}"

    @staticmethod
    def several(what: str, more: int) -> str:
        """`Ankomst Gun Lindvall (S) och 6 till`: an act of several facts of one kind."""
        return f"{what} och {more} till" if more else what


class Paste:
    """A paste from Word, Outlook or the web."""

    TITLE = "Klistra in som punkter eller tabell?"
    DETAIL = "Så här skulle texten stå:"
    AS_IS = "Klistra som det är"
    READY = "Gör punkter"
    HELP = (
        "Texten ser ut att ha punkter, numrering eller kolumner. ”Gör punkter” skriver dem så att de blir punkter och tabeller i "
        "protokollet. ”Klistra som det är” ändrar ingenting. Inga ord faller bort."
    )
