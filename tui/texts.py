"""All visible Swedish that does not come from the meeting itself, one class for each place on the screen.

Short, calm, without blame: what is so, what it means, what to do. Sentences that go into the protocol are not
here: they belong to `exports/wording.py`.
"""

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
    OPTIONAL = "kan lämnas tomt"
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
    TOO_SMALL = "Fönstret är för litet. Klubban behöver 60 × 20 tecken."


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

    PASTED_LINES = "Flera rader klistrades in på en rad. Inget har fallit bort."


class Picker:
    """Choosing persons and other things by typing."""

    PLACEHOLDER = "Skriv en del av namnet …"
    EMPTY = "Ingen passar."
    CHOSEN = "Valda:"
    NONE_CHOSEN = "Ingen vald"


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


class RollCall:
    """The roll call before the gavel."""

    TITLE = "Upprop"
    MEMBERS = "Ledamöter"
    SUBSTITUTES = "Ersättare"
    OTHERS = "Övriga"
    STATUS = {
        "närvarande": "● närvarande",
        "på distans": "◆ på distans",
        "väntas": "… väntas",
        "frånvarande": "○ frånvarande",
        "": "",
    }
    NOT_MARKED = "–"
    LEADS = "leder mötet"
    AT_ITEMS = "vid sina ärenden"
    AT_ITEMS_LEFT = "De som kommer till sina ärenden är inte markerade. n markerar den som är här hela tiden."
    NO_CHAIR = "Ingen ordförande är närvarande"
    UNDO_NOTHING = "Det finns inget att ta tillbaka."
    NO_TURN = "Ingen ersättare är i tur. Markera vilka som är frånvarande (f) och vilka ersättare som är här (n)."
    UNSEAT = "Tjänstgör inte"
    ONLY_SUBSTITUTES = "Ställ markören på en ersättare för att välja vem hen tjänstgör för."
    HAS_NO_SEAT = "Markera först att ersättaren är närvarande (n)."
    NO_EMPTY_SEAT = "Ingen ledamot är frånvarande, så ingen plats är ledig."
    HERE_FIRST = "Den som leder mötet ska tjänstgöra: markera först att personen är närvarande (n)."
    INSIST = "Anteckna ändå?"
    INSIST_YES = "Anteckna ändå"
    INSIST_NO = "Avbryt"
    OPEN_TITLE = "Sammanträdet öppnas"
    OPEN = "Öppna sammanträdet"
    OPEN_LATER = "Inte än"
    TIME_LABEL = "Klockan"
    BAD_TIME = "Skriv tiden som 13.02."
    HELP = (
        "Pila till en person och tryck en bokstav: n närvarande, f frånvarande, d på distans, v väntas. Markören går vidare av sig själv. "
        "Mellanslag eller ett klick växlar mellan dem.\n\n"
        "a markerar alla omarkerade i gruppen vid markören som närvarande och går till nästa grupp: en gång till tar nästa grupp. "
        "De som bara kommer till sina egna ärenden tas inte med; är de här hela tiden markeras de med n.\n\n"
        "e låter ersättarna i tur tjänstgöra för dem som är frånvarande eller väntas. Ordningen är den lokala inträdesordningen, "
        "annars eget parti först och sedan listans ordning. t på en ersättare väljer någon annan, eller ingen.\n\n"
        "o låter personen vid markören leda mötet. l lägger till någon som inte står i listan.\n\n"
        "Allt sparas genast. F2 eller Enter öppnar sammanträdet; till dess kan uppropet avbrytas med Esc och fortsätta senare."
    )

    @staticmethod
    def all_of(group: str) -> str:
        return f"alla {group.casefold()}".strip()

    @staticmethod
    def serves_for(member: str) -> str:
        return f"tjänstgör för {member}"

    @staticmethod
    def turn_for(member: str) -> str:
        return f"i tur för {member} (e)"

    @staticmethod
    def served_by(substitute: str) -> str:
        return f"{substitute} tjänstgör"

    @staticmethod
    def in_turn(substitute: str) -> str:
        return f"i tur: {substitute} (e)"

    @staticmethod
    def presence(here: int, seats: int, quorate: bool, neuter: bool) -> str:
        word = "beslutfört" if neuter else "beslutför"
        return f"{here} av {seats} · {word if quorate else 'ej ' + word}"

    @staticmethod
    def chair(label: str) -> str:
        return f"Ordförande: {label}"

    @staticmethod
    def unmarked(count: int) -> str:
        said = some(count, "ledamot är inte markerad och räknas", "ledamöter är inte markerade och räknas")
        return f"{said} som frånvarande." if count else ""

    @staticmethod
    def not_quorate(neuter: bool) -> str:
        return f"Organet är inte {'beslutfört' if neuter else 'beslutför'} (R-301). Det antecknas ändå om ni öppnar."

    @staticmethod
    def undone(what: str) -> str:
        return f"Ångrade: {what}"

    @staticmethod
    def seat_for(substitute: str) -> str:
        return f"Vem tjänstgör {substitute} för?"


# The dialogs of the meeting


class Recording:
    """What the dialogs that record something share."""

    SAVE = "Spara"
    STRIKE = "Stryk raden"
    STRIKE_QUESTION = "Stryk raden?"
    STRIKE_DETAIL = "Den försvinner ur protokollet. Ctrl+Z tar tillbaka den."
    WRITE_ON = "Skriv vidare"
    INSIST = "Anteckna ändå"
    MEND = "Anteckna det som saknas och fortsätt"
    TIME = "Kl."
    BAD_TIME = "Skriv klockslaget som 14.40."
    BAD_DATE = "Skriv dagen som 2026-03-12 eller 12/3."
    ITEM = "Gäller"
    NOTHING_TO_SAVE = "Ingenting är ändrat."
    PREVIOUS = "Föregående"
    NEXT = "Nästa"
    TURN = "Byt"
    CHOICES_HELP = "Den understrukna bokstaven väljer. Piltangenterna går till nästa."
    STEPPER_HELP = "Piltangenterna bläddrar. Skriv paragrafens nummer för att gå dit."
    TOGGLE_HELP = "Mellanslag slår på och av."
    LATER = "Texten lämnas senare"

    @staticmethod
    def arrivals(count: int, time: str) -> str:
        return f"Anteckna {'ankomst' if count == 1 else f'{count} ankomster'} kl. {time} och fortsätt"


class People:
    """What is said of a person beside the name."""

    CHAIR = "leder sammanträdet"
    SERVING = "tjänstgör"
    RECUSED = "jäv"
    OUT = "deltar inte"
    AWAY = "borta i paragrafen"
    FREE = "ersättare, ledig"
    REMOTE = "på distans"
    PRESENT = "närvarande"
    ABSENT = "frånvarande"
    EXPECTED = "väntas"

    @staticmethod
    def serving_for(member: str) -> str:
        return f"tjänstgör för {member}"


class Motion:
    """F3."""

    TITLE = "Yrkande"
    CHANGE = "Ändra yrkandet"
    HELP = (
        "Skriv en del av namnet och Enter; flera går bra. Enter i den tomma rutan sparar. "
        "Tab går till vad som yrkas, där en bokstav väljer. Ctrl+S sparar, Ctrl+N sparar och börjar ett nytt från samma."
    )
    WHO = "Vem"
    WHAT = "Yrkar"
    TARGET = "Gäller"
    POINTS = "Punkter"
    POINTS_HINT = "alla"
    TEXT = "Text"
    SUPPORTERS = "Instämmer"
    SAME_AGAIN = "Spara + nytt från samma"
    NO_MOVER = "Välj vem som yrkar."
    NO_TEXT = "Skriv vad som yrkas, eller markera att texten lämnas senare."
    BAD_POINTS = "Skriv punkterna som 1, 3–4."
    PREPARED = "det beredda förslaget"
    SAVED = "antecknat, nästa från samma"

    @staticmethod
    def proposal(by: str) -> str:
        return f"{by} förslag"

    @staticmethod
    def other(number: int, by: str) -> str:
        return f"yrkande {number}, {by}"


class Recusal:
    """F4."""

    TITLE = "Jäv · deltar inte · borta i paragrafen"
    HELP = (
        "Skriv en del av namnet och Enter. F4 byter mellan jäv, deltar inte i beslutet och borta i denna paragraf. "
        "Finns en ledig ersättare föreslås den; Enter tar med den."
    )
    WHO = "Vem"
    KIND = "Vad"
    RECUSED = "Jäv"
    ABSTAINS = "Deltar inte i beslutet"
    AWAY = "Borta i paragrafen"
    SUBSTITUTE = "Ersättare"
    NOBODY = "Ingen ersättare"
    CHAIR = "Leder"
    GROUND = "Grund"
    NO_GROUND = "Sägs inte"
    PART = "Part eller närstående"
    AGENT = "Ställföreträdare"
    SUPERVISION = "Tillsyn"
    DELICACY = "Delikatess"
    DISPUTED = "Jäv är ifrågasatt och prövas"
    FOUND = "Jäv föreligger"
    NOT_FOUND = "Jäv föreligger inte"
    SWITCH = "Byt slag"
    NO_PERSON = "Välj vem det gäller."


class Decision:
    """F5."""

    TITLE = "Beslut"
    CHANGE = "Ändra beslutet"
    HELP = (
        "Ett förslag: Enter är klubbslag. Flera: välj med pil eller siffra vad ordföranden fann, sedan Enter. "
        "o bordlägger, å återremitterar, u utgår, e skriver egen ordalydelse. p byter mellan att besluta och att föreslå, "
        "j justerar omedelbart, m tar flera paragrafer på en gång."
    )
    ASK = "Välj vad ordföranden fann (pil eller siffra), sedan Enter."
    NOTHING_CHOSEN = "Flera förslag: välj vad ordföranden fann innan du trycker Enter."
    POSTPONE = "Bordläggs"
    REFER = "Återremitteras"
    DROPPED = "Utgår"
    OWN_WORDS = "Egen ordalydelse …"
    GAVEL_NOW = "Klubbslag nu, ordalydelsen skrivs senare"
    NOTED = "Informationen antecknas"
    NOTED_TEXT = "Informationen antecknas."
    WITHOUT = "Inget beslut, gå vidare"
    INQUORATE = "Ej beslutför"
    WORDS = "Ordalydelse"
    REASON = "Motivering"
    RECEIVER = "Till"
    DECIDES = "beslutar"
    PROPOSES = "föreslår"
    MODE = "Organet"
    IMMEDIATE = "Omedelbart justerad"
    EN_BLOC = "Även §"
    APPROVED = "Bifalls"
    REJECTED = "Avslås"
    DECIDE_TODAY = "Ärendet ska avgöras i dag"
    NO_WORDS = "Skriv beslutet, eller välj något annat (Esc går tillbaka till listan)."
    WENT_ON = "svaret är antecknat, nästa fråga"
    CHOSEN = "Klubbslag"
    NO_PROPOSAL = "Inget förslag finns. Vad beslutades?"

    @staticmethod
    def according_to(who: str) -> str:
        return f"Enligt {who}"

    @staticmethod
    def formal(verb: str, motion: str) -> str:
        return f"Ärendet ska {verb} ({motion})"


class Vote:
    """F6."""

    TITLE = "Votering"
    CHANGE = "Ändra rösterna"
    HELP = (
        "Först vad ja och nej betyder; Enter går vidare. Sedan ropas namnen upp: j ja, n nej, a avstår, mellanslag hoppar över, "
        "Backsteg går tillbaka. Ordföranden röstar sist. Ctrl+R för in bara siffrorna."
    )
    YES_MEANS = "Ja-röst för"
    NO_MEANS = "Nej-röst för"
    BY = "Begärd av"
    SECRET = "Sluten"
    START = "Börja uppropet"
    NUMBERS = "Bara siffror"
    YES = "Ja"
    NO = "Nej"
    ABSTAINS = "Avstår"
    MISSING = "–"
    CASTING = "Utslagsröst"
    TIE = "Lika röstetal. Ordförandens utslagsröst avgör."
    CLOSE_VOTE = "Avsluta omröstningen"
    NO_MEANING = "Skriv vad ja och nej betyder."
    NO_NUMBERS = "Skriv antalet röster."
    CHAIR_MUST = "Lika röstetal, och ordföranden har avstått: ordföranden ska rösta (R-503)."
    APPROVAL = "bifall till"
    REJECTION = "avslag"
    DECIDED_TODAY = "att ärendet avgörs i dag"

    @staticmethod
    def that(verb: str) -> str:
        return f"att ärendet ska {verb}"

    @staticmethod
    def tally(yes: int, no: int, abstain: int, total: int) -> str:
        return f"{yes} ja · {no} nej · {abstain} avstår · {yes + no + abstain} av {total}"

    @staticmethod
    def too_many(given: int, total: int) -> str:
        return f"{given} röster, men {total} får rösta."

    @staticmethod
    def missing(count: int) -> str:
        return f"{some(count, 'röst', 'röster')} saknas."


class Reservation:
    """F7."""

    TITLE = "Reservation · protokollsanteckning"
    CHANGE = "Ändra reservationen"
    HELP = "Skriv en del av namnet och Enter; flera går bra. Enter i den tomma rutan sparar. Tab går till paragrafen, slaget och texten."
    WHO = "Vem"
    KIND = "Slag"
    RESERVATION = "Reservation"
    NOTE = "Protokollsanteckning"
    STATEMENT = "Särskilt yttrande"
    SENTENCE = "Mening till protokollet"
    DIVERGENT = "Avvikande mening"
    FAVOUR = "Till förmån"
    OWN = "eget yrkande"
    NOTHING = "sägs inte"
    TEXT = "Text"
    APPENDIX = "Bilaga"
    NO_PERSON = "Välj vem det gäller."
    NO_TEXT = "Skriv texten, eller markera att den lämnas senare."


class Attendance:
    """F8."""

    TITLE = "Närvaro"
    CHANGE = "Ändra närvaron"
    HELP = (
        "Skriv en del av namnet och Enter. Sedan en bokstav för vad som hände; Enter antecknar det troligaste. "
        "Tab går till klockslaget och var i dagordningen det hände. Ctrl+N lägger till en person."
    )
    WHO = "Vem"
    WHAT = "Vad"
    ARRIVES = "Kommer"
    REMOTE = "På distans"
    LEAVES = "Går"
    LOST_LINK = "Bruten länk"
    EXPECTED = "Väntas"
    EXCUSED = "Frånvarande"
    PLACE = "Räknas"
    NOW = "nu"
    BEFORE = "från och med"
    DURING = "under"
    AFTER = "efter"
    SUBSTITUTE = "Ersättare"
    NOBODY = "Ingen ersättare"
    SEAT = "Platsen"
    STAYS_SEATED = "ersättaren tjänstgör vidare"
    NEW_PERSON = "Ny person"
    NO_PERSON = "Välj vem det gäller."

    @staticmethod
    def takes_back(member: str, substitute: str) -> str:
        return f"{member} tar sin plats, {substitute} lämnar den"


class NewPerson:
    """A person who was not in the list."""

    TITLE = "Ny person"
    HELP = "Skriv namnet, välj uppdrag med pilarna. Ctrl+S sparar; personen antecknas som närvarande."
    NAME = "Namn"
    PARTY = "Parti"
    ROLE = "Uppdrag"
    PERSON_TITLE = "Titel"
    ORGANISATION = "Från"
    HERE = "Är här nu"
    NO_NAME = "Skriv personens namn."


class Composition:
    """Ctrl+G, and the table beside the § in a wide window."""

    TITLE = "Sammansättning"
    HELP = "Visar vem som beslutar i paragrafen. Skriv en del av ett namn och Enter för att ändra något som gäller bara denna paragraf."
    CHAIR = "leder"
    NO_CHAIR = "⚠ Ingen ordförande"
    DECIDING = "Beslutar"
    RECUSED = "Jäv"
    OUT = "Deltar inte"
    AWAY = "Borta"
    REMOTE = "på distans"
    FREE = "Lediga ersättare"
    EMPTY_SEATS = "Tomma platser"
    WHO = "Ändra för"
    ACT = "I paragrafen"
    GOES_OUT = "Borta här"
    SERVES = "Tjänstgör här"
    STOPS = "Slutar tjänstgöra"
    CHAIRS = "Leder här"
    SEAT_OF = "För"
    NOTHING_FITS = "Ingenting kan ändras för den personen här."
    NO_PERSON = "Välj vem det gäller."

    @staticmethod
    def sum(present: int, seats: int, quorate: bool, neuter: bool) -> str:
        word = "beslutfört" if neuter else "beslutför"
        return f"{present} av {seats} · {'✓ ' if quorate else '⚠ inte '}{word}"

    @staticmethod
    def for_member(member: str) -> str:
        return f"för {member}"


class Approvers:
    """Justerare."""

    TITLE = "Justerare"
    CHANGE = "Ändra justerare"
    HELP = "Skriv en del av namnet och Enter; flera går bra. Tab går till dag, klockslag och plats."
    WHO = "Justerare"
    DATE = "Dag"
    PLACE = "Plats"
    ONLY_THIS = "Bara denna paragraf"
    NO_PERSON = "Välj vem som justerar."


class NewItem:
    """Ctrl+N."""

    TITLE = "Nytt ärende"
    CHANGE = "Ändra det nya ärendet"
    HELP = "Rubriken räcker; Enter sparar. Piltangenterna väljer slag och plats."
    HEADING = "Rubrik"
    KIND = "Slag"
    REFERENCE = "Dnr"
    PROPOSAL = "Förslag"
    BY = "Väckt av"
    AFTER = "Efter"
    LAST = "sist"
    NO_TITLE = "Skriv ärendets rubrik."


class Adjournment:
    """Ctrl+T."""

    ADJOURN = "Ajournera sammanträdet"
    RESUME = "Återuppta sammanträdet"
    HELP = "Enter ajournerar nu. Klockslaget går att ändra; skäl och återkomsttid kan lämnas tomma."
    REASON = "Skäl"
    UNTIL = "Till kl."

    @staticmethod
    def since(time: str) -> str:
        return f"Ajournerat sedan kl. {time}."

    @staticmethod
    def serving(count: int, seats: int) -> str:
        return f"{count} av {seats} tjänstgör."


class Appendix:
    """Bilaga."""

    TITLE = "Bilaga"
    CHANGE = "Ändra bilagan"
    HELP = "Skriv vad bilagan heter; Enter sparar. Beteckningen är nästa lediga bokstav."
    HEADING = "Rubrik"
    LABEL = "Beteckning"
    BY = "Från"
    NEXT_LETTER = "nästa bokstav"
    NO_TITLE = "Skriv vad bilagan heter."


class CloseMeeting:
    """The last gavel."""

    TITLE = "Avsluta sammanträdet"
    HELP = "Enter avslutar på det klockslag som står här. Reservationer ska vara anmälda dessförinnan."
    CLOSE = "Avsluta sammanträdet"
    ASK_RESERVATIONS = "Vill någon reservera sig eller lämna en protokollsanteckning?"
    ALL_HANDLED = "Alla ärenden är behandlade."
    OPEN = "Pågår utan beslut:"
    NOT_TAKEN_UP = "Inte upptagna:"

    @staticmethod
    def more(count: int) -> str:
        return f"… och {count} till"


class ItemFields:
    """What the agenda says of an item, put right."""

    TITLE = "Ärendets uppgifter"
    HELP = "Tab går mellan fälten. Ctrl+S sparar det som är ändrat."
    HEADING = "Rubrik"
    SHORT = "Kort rubrik"
    REFERENCE = "Dnr"
    DECIDED_BY = "Beslutas av"
    DECIDED_BY_HINT = "organet självt; annars Kommunstyrelsen > Kommunfullmäktige"
    PROPOSED_BY = "Förslag av"
    SECRECY = "Sekretess"
    SECRECY_HINT = "ingen; annars 26 kap. 1 § OSL"
    PRESENTERS = "Föredragande"
    RECIPIENTS = "Skickas till"
    PROPOSAL = "Förslag"
    LIST_HINT = "flera skiljs med semikolon"
    EXERCISE = "Myndighetsutövning mot enskild"
    NO_TITLE = "Skriv ärendets rubrik."


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
        "Når funktionstangenterna inte fram? Tryck Esc och sedan bokstaven. Ctrl+P visar alla kommandon.",
        "En del av ett namn och Tab skriver hela namnet med parti.",
        "F12 listar det som saknas och skriver ut protokollet.",
    )
    FILES = "Var filerna ligger"
    THEME = "Utseende"
    THEMES = (("klubban-mörk", "Mörkt", "m"), ("klubban-ljus", "Ljust", "l"), ("klubban-kontrast", "Hög kontrast", "k"))
    TEST = "Prova tangenterna"
    SETTINGS = "Inställningar"
    LOG = "Fellogg"
    SCROLL = "Pilarna bläddrar · m, l, k utseende · t prova tangenterna · Esc stänger"

    TEST_PROMPT = "Tryck en tangent: här syns vad som kom fram och vad den gör i mötet. Inget händer nu."
    TEST_LEAVE = "Esc två gånger går tillbaka."
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
    RESERVATION = "Reservation"
    APPENDIX = "Bilaga"
    UNDECIDED = "ännu inte fattat"
    LEFT = "inget – ärendet lämnades"
    THE_PROPOSAL = "förslaget"
    APPROVED = "bifall till förslaget"
    DECIDED = "klubbat"
    WITHDRAWN = "återtaget"
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
        goal = f" till {target.replace('motion-', 'yrkande ')}" if target else " till förslaget" if kind == "bifall" else ""
        which = f" (punkt {', '.join(map(str, points))})" if points else ""
        return said + goal + which

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
    SOMETHING = "anteckning"
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
        "PrivateNoteWritten": "egen minnesanteckning",
        "AppendixAdded": "bilaga",
        "MemberRecused": "jäv",
        "RecusalTried": "prövning av jäv",
        "MemberAbstained": "deltar inte",
        "MemberAway": "frånvaro",
        "MotionSupported": "instämmande",
        "MotionWithdrawn": "återtagande av yrkande",
        "QuestionPut": "proposition",
        "QuestionAnswered": "svar på proposition",
        "VoteOpened": "votering",
        "VoteCast": "röst",
        "VoteCounted": "rösträkning",
        "VoteClosed": "avslutad votering",
        "ImmediatelyApproved": "omedelbar justering",
        "Elected": "val",
        "ReservationMade": "reservation",
        "LateTextReceived": "inlämnad text",
        "SpeakerQueued": "talare",
        "SpeakerStarted": "talare",
        "SpeakerStopped": "talare",
        "SpeakerDropped": "talare",
        "ApproversChosen": "justerare",
        "Approved": "justering",
        "NoticePosted": "anslag",
        "Dispatched": "expediering",
        "Rectified": "rättelse",
        "Corrected": "rättelse av en rad",
    }

    @staticmethod
    def opened(item: str) -> str:
        return f"öppnandet av {item}"


class MeetingView:
    """The meeting screen and its parts."""

    AGENDA = "Dagordning"
    AGENDA_HELP = (
        "Enter öppnar ärendet vid markören, också utanför ordningen. Enter på ett ärende som redan har behandlats öppnar det för "
        "ändring; sammanträdet står kvar där det är. Delete låter ett ärende utgå, Skift+pil flyttar det. "
        "✓ beslutat · ▶ pågår · ◦ lämnat utan beslut · – utgått. "
        "Tiderna är när ärendena väntas komma i den här takten. Esc går till texten."
    )
    PANEL_HELP = (
        "Allt som är antecknat i paragrafen. Enter öppnar raden för ändring, en siffra yrkandet med det numret, "
        "Delete stryker raden efter en fråga. Esc går till texten."
    )
    EDITOR_HELP = (
        "Protokolltext skrivs ut i protokollet. Egna minnesanteckningar (Ctrl+L) kommer aldrig med. Texten sparas medan du skriver. "
        "Början av ett namn och Tab ger hela namnet; egna förkortningar fylls i på samma sätt. Esc och en bokstav är ett kommando."
    )
    NO_ITEM = "Inget ärende är öppnat"
    NOT_OPENED = "Sammanträdet är inte öppnat. F2 går till uppropet."
    NOTHING_YET = "F2 öppnar det första ärendet."
    OPEN_FIRST = "Öppna ett ärende först (F2, eller Enter i dagordningen)."
    PROTOCOL_TEXT = "Protokolltext"
    PRIVATE_NOTE = "Egna minnesanteckningar – kommer inte med"
    PROTOCOL_HINT = "Det som sägs och ska stå i protokollet …"
    PRIVATE_HINT = "Bara för dig: skrivs aldrig ut."
    APPROVED = "justerad, kan inte ändras"
    WITHDRAWN = "utgår"
    NOTHING_TO_STRIKE = "På den raden är inget antecknat än."
    PRIVATE_SHORT = "Egen lapp"
    SESSION_FILE = "Sammanträdets fil"
    READABLE_DRAFT = "Läsbart utkast, förnyas efter varje klubbslag"
    WITHDRAW_DETAIL = "Ärendet tas av dagordningen och får ingen paragraf. Ctrl+Z tar tillbaka det."
    WITHDRAW_YES = "Utgår"
    OPENED_STAYS = "Ärendet är öppnat och behåller sin plats och sin paragraf."
    SPEAKERS = "Talarlistan"
    CHAIR = "Ordförandevyn"

    COMPOSITION = "Beslutar nu (Ctrl+G)"

    # Going on
    CLOSED_NOW = "Sammanträdet är avslutat. F12 granskar protokollet."
    ADJOURNED = "Sammanträdet är ajournerat. Återuppta det först (Ctrl+T)."
    REOPEN_TITLE = "Ta upp ärendet igen?"
    REOPEN_YES = "Ta upp igen"
    INSTEAD_YES = "Ge tillbaka numret"
    INSTEAD_NO = "Lämna det öppnat"
    BACK_TO_TEXT = "Tillbaka"
    NOTHING_TO_UNDO = "Det finns inget att ångra."
    NOTHING_TO_REDO = "Det finns inget att göra om."
    STRIKE_YES = "Stryk"
    STRIKE_NO = "Låt stå"
    NOT_OPENED_TITLE = "Sammanträdet kan inte öppnas"
    NOT_SAVED_TITLE = "Det gick inte att spara"
    NOT_SAVED_DETAIL = (
        "Det som står på skärmen finns i minnet men är inte på disken. Skriv gärna vidare: Klubban försöker igen av sig själv och "
        "säger sparat ✓ när det är gjort. Stäng inte av datorn."
    )
    SEARCH = "Sök i alla paragrafer"
    MOVE_TEXT = "Flytta texten till …"
    MOVE_NOTHING = "Det finns ingen protokolltext att flytta här."
    NO_OTHER_ITEM = "Inget annat ärende är öppnat."
    CHOOSE_REOPEN = "Vilket ärende tas upp igen?"
    NOTHING_HANDLED = "Inget ärende är behandlat än."
    QUIT_QUESTION = "Avsluta Klubban medan sammanträdet pågår?"
    QUIT_DETAIL = "Allt är sparat och sammanträdet kan fortsättas med ”klubban fortsätt”. Sammanträdet avslutas inte av detta."

    @staticmethod
    def nothing_open(next_item: str) -> str:
        return f"F2 öppnar {next_item}." if next_item else ""

    @staticmethod
    def took(minutes: int, planned: int | None) -> str:
        return f"{minutes} min" + (f" (plan {planned})" if planned is not None else "")

    @staticmethod
    def end(planned: str, forecast: str) -> str:
        if planned and forecast and planned != forecast:
            return f"Slut {planned} → {forecast}"
        return f"Slut {forecast or planned}" if forecast or planned else ""

    @staticmethod
    def withdraw(item: str) -> str:
        return f"Ska ”{item}” utgå?"

    @staticmethod
    def adjourned_since(at: str) -> str:
        return f"Ajournerat sedan kl. {at} – Ctrl+T återupptar"

    @staticmethod
    def closed_at(at: str) -> str:
        return f"Avslutat kl. {at} – F12 granskar och skriver ut"

    @staticmethod
    def editing(item: str, current: str) -> str:
        return f"Du skriver i {item}" + (f" – pågående är {current}" if current else "") + " (F10 tillbaka)"

    @staticmethod
    def left(item: str) -> str:
        return f"{item} lämnades utan beslut."

    @staticmethod
    def words_later(item: str) -> str:
        return f"{item}: beslutet kompletteras senare."

    @staticmethod
    def instead(item: str) -> str:
        return f"{item} öppnades nyss och inget är antecknat. Ge tillbaka numret?"

    @staticmethod
    def instead_detail(other: str) -> str:
        return f"Då blir det ingen lucka i numren, och {other} öppnas i stället."

    @staticmethod
    def close(at: str) -> str:
        return f"Avsluta sammanträdet kl. {at}?"

    @staticmethod
    def noted(what: str) -> str:
        return f"Antecknat: {what}."

    @staticmethod
    def undone(what: str) -> str:
        return f"Ångrade: {what}."

    @staticmethod
    def ask_undo(what: str) -> str:
        return f"Ångra {what}?"

    REDONE = "Gjorde om det som nyss ångrades."

    @staticmethod
    def strike(what: str) -> str:
        return f"Stryka {what}?"

    @staticmethod
    def strike_detail(others: str) -> str:
        return f"I samma steg antecknades också: {others}. Det tas bort samtidigt." if others else "Loggen minns raden."

    @staticmethod
    def saved_at(at: str) -> str:
        return f"Allt är sparat kl. {at}."

    @staticmethod
    def not_saved(why: str) -> str:
        return f"Allt är inte sparat än. {why}".strip()

    @staticmethod
    def restored(where: str) -> str:
        return f"Text som inte hann antecknas när programmet stannade är tillbaka: {where}."

    @staticmethod
    def moved(item: str) -> str:
        return f"Texten står nu i {item}."

    @staticmethod
    def later(what: str) -> str:
        return f"{what} kommer i en senare version av Klubban."

    @staticmethod
    def clock_jumped(before: str, now: str) -> str:
        return f"Datorns klocka ställdes från {before} till {now}. Ordningen i det som är antecknat påverkas inte."


class Start:
    """The first screen."""

    TITLE = "Klubban"
    MOTTO = "För protokoll vid sammanträdet. När klubban faller är utkastet färdigt."
    CONTINUE = "Fortsätt sammanträdet?"
    AGENDAS = "Dagordningar i den här mappen"
    RECENT = "Tidigare sammanträden"
    EXAMPLES = "Öva"
    KEYS = "Prova tangenterna"
    KEYS_DETAIL = "vilka når fram på den här datorn?"
    PREPARE = "Förbered"
    NEW = "Ny dagordning"
    NEW_DETAIL = "sammanträdet, personerna och ärendena i formulär"
    IMPORT = "Importera en kallelse …"
    IMPORT_DETAIL = "Word, PDF eller text"
    NOT_AN_AGENDA = "Ställ markören på en dagordning i listan för att ändra den."
    NOT_A_MEETING = "Ställ markören på ett tidigare sammanträde i listan."
    HELP = "Hjälp"
    HELP_DETAIL = "tangenter, filer, utseende"
    QUIT = "Avsluta"
    QUIT_DETAIL = "allt är sparat"
    NONE = "Inga sammanträden och inga dagordningar i den här mappen. Lägg en dagordning (.toml) här, eller öva på ett exempel."
    FAULTY = "innehåller fel: Enter visar dem"
    UNREADABLE = "kan inte läsas: Enter visar varför"
    CANNOT_OPEN = "Sammanträdet kan inte öppnas"
    FOOTER = (
        ("help", "f1", "Hjälp", "Visar tangenter och råd."),
        ("choose", "enter", "Välj", "Öppnar det som markören står på."),
        ("edit", "e", "Ändra", "Öppnar dagordningen vid markören i formulär."),
        ("after", "f", "Efteråt", "Justering, anslag och expediering för sammanträdet vid markören."),
        ("test_keys", "t", "Prova tangenterna", "Visar vilka tangenter som når fram."),
        ("leave", "escape", "Avsluta", "Frågar och avslutar Klubban."),
    )

    @staticmethod
    def rehearsal(municipality: str) -> str:
        return f"Övning {municipality}".strip()

    @staticmethod
    def last_written(when: str) -> str:
        return f"senast {when}"

    @staticmethod
    def faults(name: str) -> str:
        return f"Dagordningen {name} innehåller fel"

    @staticmethod
    def file_fault(name: str, why: str) -> str:
        return f"{name} kan inte läsas ({why or 'okänt fel'})."


class EditParagraph:
    """The whole § as it will be printed."""

    SECTIONS = {
        "title": "Rubrik",
        "reference": "Dnr",
        "decision": "Beslut",
        "recusal": "Jäv",
        "abstention": "Deltar inte i beslutet",
        "attendance": "Ändringar i närvaron",
        "presenters": "Föredragande",
        "summary": "Beskrivning av ärendet",
        "matters": "Punkter",
        "history": "Tidigare behandling",
        "documents": "Beslutsunderlag",
        "proposal": "Förslag till beslut",
        "treatment": "Behandling vid sammanträdet",
        "motions": "Yrkanden",
        "procedure": "Propositionsordning",
        "vote": "Omröstning",
        "reservations": "Reservation",
        "statements": "Protokollsanteckning",
        "adjournment": "Ajournering",
        "appendices": "Bilagor",
        "approval": "Omedelbar justering",
        "rectifications": "Rättelse",
        "recipients": "Beslutet skickas till",
    }
    STATES = {
        "own": "",
        "generated": "(genererad)",
        "override": "egen text · F5 återställer",
        "stale": "⚠ egen text, skriven innan fakta ändrades · F5 återställer",
        "empty": "",
    }
    FOOTER = (
        ("help", "f1", "Hjälp", "Visar vad som kan göras här."),
        ("next", "f2", "Nästa §", "Sparar och går till nästa paragraf."),
        ("previous", "f3", "Föregående §", "Sparar och går till paragrafen före."),
        ("restore", "f5", "Återställ", "Lägger tillbaka den genererade texten i rutan vid markören."),
        ("add", "ctrl+n", "Fler avsnitt", "Lägger till ett avsnitt som är tomt."),
        ("leave", "escape", "Tillbaka", "Sparar och går tillbaka."),
    )
    HELP = (
        "Här står hela paragrafen så som den skrivs ut. Tab går till nästa ruta. Varje ruta sparas när du lämnar den; "
        "Esc sparar och går tillbaka.\n\n"
        "Text märkt (genererad) gör Klubban av det som är antecknat, och den följer med när fakta ändras. Skriver du om den "
        "gäller din text i stället. F5 lägger tillbaka den genererade; en tömd ruta gör detsamma. Märket ⚠ säger att fakta har "
        "ändrats efter din text.\n\n"
        "Underlag och mottagare skrivs en på varje rad. F2 och F3 går till paragrafen efter och före. "
        "Ctrl+N tar fram ett avsnitt som är tomt."
    )
    NOT_SAVED = "Texten sparades inte"
    STYLE_FAULT = "Husstilen kan inte användas; standard gäller"
    FIRST = "Det här är den första paragrafen."
    LAST = "Det här är den sista paragrafen."
    NOT_GENERATED = "Den här rutan har ingen genererad text."
    NOTHING_GENERATED = "Ingenting genereras här. Töm rutan för att ta bort texten."
    RESTORED = "Den genererade texten gäller igen. Ctrl+Z tar tillbaka din."
    ADD = "Vilket avsnitt?"
    ALL_THERE = "Alla avsnitt finns redan."

    @staticmethod
    def title(name: str, *, approved: bool) -> str:
        return f"Redigera {name}{' – justerad, kan inte ändras' if approved else ''}"

    @staticmethod
    def banner(here: str, current: str) -> str:
        return f"Du skriver i {here} – pågående är {current} (Esc tillbaka)"

    @staticmethod
    def printed_under(heading: str) -> str:
        return f"Protokolltext – skrivs under ”{heading}”"


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
        "F12 skriver protokollet som Markdown eller Word, eller en fil för varje paragraf. En fil som finns skrivs aldrig över utan att "
        "du blir frågad, och en som någon har ändrat för hand får ligga kvar."
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

    @staticmethod
    def written(paths: list[str]) -> str:
        if not paths:
            return "Det finns inga paragrafer att skriva."
        more = f" och {some(len(paths) - 1, 'fil', 'filer')} till" if len(paths) > 1 else ""
        return f"Skrev {paths[0]}{more}"

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
    WHATS = (("protokoll", "hela protokollet", "h"), ("paragrafer", "en fil för varje paragraf", "p"))
    FORM = "Form"
    FORMS = (("md", "Markdown", "m"), ("docx", "Word", "w"))
    VERSION = "Version"
    VERSIONS = (("full", "allt", "a"), ("public", "bara det offentliga", "o"))
    NAME = "Filnamn"
    FOLDER = "Mapp"
    NAMES_OF_PARAGRAPHS = "Filerna får namn efter paragrafen: utdrag-…-paragraf-6-UTKAST.md"
    WRITE = "Skriv"
    BAD_NAME = "Skriv ett filnamn utan snedstreck; mappen står i rutan under."
    HELP = (
        "Bokstav eller pil väljer, Tab går vidare, Ctrl+S eller Enter i en ruta skriver. En fil som finns skrivs inte över utan att "
        "du blir frågad. Det som inte är justerat heter UTKAST."
    )


# The chair


class Chair:
    """The chair's view, the projector, and the line from the secretary."""

    TABLE = "På bordet"
    SCRIPT = "Säg nu"
    LATER = "Sedan"
    PROPOSAL = "Förslag"
    MOTION = "Yrkande"
    DECIDED = "Beslut"
    PROPOSED = "Förslag till beslut"
    BEFORE_GAVEL = "Beslut, före klubban"
    MINORITY = "Minoritet"
    WORDS_LATER = "Klubbat. Orden skrivs senare."
    NOT_OPENED = "Sammanträdet är inte öppnat"
    NOTHING_OPEN = "Inget ärende är öppnat"
    CLOSED = "Sammanträdet är avslutat"
    LAST = "Inget mer ärende på dagordningen"
    NOTHING_ON_TABLE = "Inget förslag."
    NOTHING_TO_SAY = "Inget att säga just nu."
    NOT_NOW = "Manuset visas för det som pågår eller kommer."
    BLACK = "Skärmen är svart. B visar den igen."
    NO_CONTACT = "Ingen kontakt med sammanträdets fil – det här är det senaste som lästes."
    FROM_SECRETARY = "Från sekreteraren"
    QUIT = "Ctrl+Q stänger ordförandevyn."
    DRIFT_HIDDEN = "Tiderna mot planen är dolda. D visar dem."
    RESERVATIONS_ON = "Manuset frågar efter reservationer. R stänger av det."
    RESERVATIONS_OFF = "Manuset frågar inte efter reservationer."
    FOOTER = (
        ("help", "f1", "Hjälp", "Visar vad som kan göras här."),
        ("look(-1)", "left", "Bakåt", "Ser på ärendet före, utan att något ändras."),
        ("look(1)", "right", "Framåt", "Ser på ärendet efter, utan att något ändras."),
        ("look(0)", "home", "Nu", "Tillbaka till det som pågår."),
        ("black", "b", "Svart", "Gör skärmen svart, eller visar den igen."),
        ("drift", "d", "Dölj tid", "Döljer eller visar hur det går mot planen."),
        ("reservations", "r", "Reservation", "Låter manuset fråga efter reservationer, eller inte."),
        ("leave", "escape", "Stäng", "Stänger vyn. Sammanträdet påverkas inte."),
    )
    PROJECTOR_FOOTER = (
        ("black", "b", "Svart", "Gör skärmen svart, eller visar den igen."),
        ("leave", "escape", "Tillbaka", "Tillbaka till sammanträdet."),
    )
    HELP = (
        "Vyn följer det som sekreteraren antecknar och ändrar aldrig något. Höger- och vänsterpil ser på ärendet efter och före, "
        "Home går tillbaka till det som pågår.\n\n"
        "b gör skärmen svart. d döljer tiderna mot planen. r låter manuset fråga efter reservationer. Pil upp och ned bläddrar.\n\n"
        "Manuset är ord att säga högt: ⚒ är klubbslag, N är det som nämnden svarar. Tre punkter står där något inte är avgjort än."
    )
    NOTE_TITLE = "Lapp till ordföranden"
    NOTE_HELP = "En kort rad som visas stort hos ordföranden tills den tas bort. Den antecknas, skrivs ut och projiceras aldrig."
    NOTE_SHOWN = "Lappen visas hos ordföranden."
    NOTE_GONE = "Lappen är borttagen."
    NOTE_NO_FILE = "Sammanträdet har ingen fil, så lappen når inte ordföranden."
    NOTE_SHOW = "Visa"
    NOTE_CLEAR = "Ta bort"
    NOTE_HINT = "Kort rad …"
    COPIED = "Tiderna är kopierade."
    NO_TIMES = "Dagordningen säger inga tider."
    SECRET_ITEM = "Sekretessärende"

    @staticmethod
    def note_not_written(why: str) -> str:
        return f"Lappen kunde inte lämnas ({why})."

    @staticmethod
    def drift(minutes: int) -> str:
        if minutes == 0:
            return "enligt planen"
        return f"{abs(minutes)} min {'efter' if minutes > 0 else 'före'} planen"

    @staticmethod
    def ends(planned: str, forecast: str) -> str:
        if planned and forecast and planned != forecast:
            return f"Slut {planned} → {forecast}"
        return f"Slut {forecast or planned}" if forecast or planned else ""

    @staticmethod
    def spent(minutes: int, planned: int | None) -> str:
        if planned is None:
            return f"{minutes} min"
        over = minutes - planned
        return f"{minutes} min av {planned} · {f'{over} över' if over > 0 else f'{-over} kvar'}"

    @staticmethod
    def will_come(forecast: str, planned: str, minutes: int | None) -> str:
        when = f"kl. {forecast}" + (f" (plan {planned})" if planned and planned != forecast else "") if forecast else ""
        return " · ".join(x for x in (when, f"{minutes} min" if minutes is not None else "") if x)

    @staticmethod
    def floor(name: str, kind: str, time: str, allowed: str) -> str:
        return f"Ordet: {name}{f', {kind}' if kind else ''}  {time}{f' av {allowed}' if allowed else ''}"

    @staticmethod
    def limit(limit: str) -> str:
        return {"snart": "  · snart slut", "över": "  ■ TIDEN ÄR SLUT"}.get(limit, "")

    @staticmethod
    def waiting(names: list[str]) -> str:
        return f"Sedan: {', '.join(names)}" if names else ""

    @staticmethod
    def recused(names: str) -> str:
        return f"Jäv: {names}"

    @staticmethod
    def recused_there(names: str) -> str:
        return f"Jäv i nästa: {names}"

    @staticmethod
    def out(names: str) -> str:
        return f"Deltar inte: {names}"

    @staticmethod
    def leads(name: str) -> str:
        return f"{name} leder"

    @staticmethod
    def minority(needed: int, present: int, used: bool) -> str:
        return f"{needed} av {present} närvarande · {'redan använd i ärendet' if used else 'inte använd tidigare'}"

    @staticmethod
    def coming(item: str, starts: str, presenters: str) -> str:
        return " · ".join(x for x in (f"Nästa: {item}", f"kl. {starts}" if starts else "", presenters) if x)

    @staticmethod
    def looking(item: str, current: str) -> str:
        return f"Du ser på {item}" + (f" – pågående är {current}" if current else "") + " (Home tillbaka)"

    @staticmethod
    def adjourned(until: str) -> str:
        return f"Ajournerat till kl. {until}" if until else "Ajournerat"


class Speakers:
    """F9."""

    TITLE = "Talarlista"
    HELP = (
        "Skriv en del av namnet och Enter: personen sätts upp. F4 byter mellan anförande, replik och ordningsfråga. "
        "F9 ger ordet till nästa, F10 avslutar anförandet, Ctrl+Z tar tillbaka en start som blev fel. "
        "Tab går till listan: Enter ger ordet till den som står vid markören, Delete stryker. Listan kommer inte i protokollet."
    )
    WHO = "Sätt upp"
    KIND = "Som"
    NEXT = "Nästa talare"
    STOP = "Avsluta"
    UNDO = "Ångra start"
    CLOSE = "Stäng"
    NOBODY = "Ingen har ordet"
    EMPTY = "Ingen väntar"
    KIND_WORDS = (("anförande", "Anförande", "a"), ("replik", "Replik", "r"), ("ordningsfråga", "Ordningsfråga", "o"))
    NOTHING_TO_UNDO = "Ingen har fått ordet än."
    NONE_WAITS = "Ingen står på listan."
    NOT_SPEAKING = "Ingen har ordet."
    CSV_NAME = "talartider"
    CSV_NOBODY = "Ingen har talat än, så det finns inga tider att skriva."

    @staticmethod
    def turns(count: int, time: str) -> str:
        return f"talat {some(count, 'gång', 'gånger')}, {time}" if count else ""

    @staticmethod
    def written(path: str) -> str:
        return f"Skrev {path}"


class TimeBars:
    """Planned against actual, in bars."""

    TITLE = "Tid: plan och utfall"
    HELP = (
        "Den övre stapeln är planen och den undre det som hände, i samma skala. Ajourneringar och pauser räknas inte som handläggning. "
        "Under paragraferna står talartiderna, längst först."
    )
    PLAN = "plan"
    ACTUAL = "utfall"
    SPEAKERS = "Talare"
    PAUSES = "Ajourneringar"
    NOTHING = "Inget ärende har behandlats än."
    FOOTER = (
        ("help", "f1", "Hjälp", "Förklarar staplarna."),
        ("leave", "escape", "Tillbaka", "Tillbaka till sammanträdet."),
    )

    @staticmethod
    def minutes(count: int) -> str:
        return f"{count} min"

    @staticmethod
    def sum(planned: int, actual: int, pauses: int) -> str:
        away = f" · ajournerat {pauses} min" if pauses else ""
        return f"Handläggning {actual} min · planerat {planned} min{away}"


# Pasting, the agenda in forms, after the meeting


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
    NOT_DISPATCHED = "Ingen kryssad rad."
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


class AgendaForms:
    """Dagordning: the agenda in forms."""

    NEW_TITLE = "Ny dagordning"
    MEETING = "Sammanträdet"
    PEOPLE = "Personer"
    RULES = "Lokala regler"
    ITEMS = "Ärenden"
    NEW_ITEM = "Nytt ärende"
    NEW_PERSON = "Ny person"
    UNNAMED = "(utan rubrik)"
    NOBODY = "(utan namn)"
    WITHDRAWN = "utgår"
    NO_TIME = "–"
    DELETE_YES = "Ta bort"
    DELETE_NO = "Behåll"
    NOTHING_TO_DELETE = "Den raden hör till dagordningen och kan inte tas bort."
    NOTHING_TO_MOVE = "Bara ärenden och personer kan flyttas."
    LEAVE_TITLE = "Ändringarna är inte sparade"
    LEAVE_DETAIL = "Spara dem, skriv vidare eller lämna dagordningen som den var."
    LEAVE_SAVE = "Spara"
    LEAVE_STAY = "Skriv vidare"
    LEAVE_THROW = "Lämna utan att spara"
    REPLACE_DETAIL = "Någon annan har ändrat filen sedan den lästes. Ersätts den försvinner den ändringen."
    REPLACE = "Ersätt"
    KEEP_BOTH = "Spara under ett nytt namn"
    COMMENTS_TITLE = "Kommentarerna i filen följer inte med"
    COMMENTS_DETAIL = "Någon har skrivit egna kommentarer i filen. När den sparas härifrån försvinner de; allt annat är kvar."
    COMMENTS_SAVE = "Spara ändå"
    NOT_SAVED = "Dagordningen sparades inte"
    NO_DOUBTS = "Ingenting är tveksamt."
    DOUBT_TITLE = "Tveksamt"
    DOUBT_DONE = "Klart"
    DOUBT_LATER = "Senare"
    SOURCE = "I källan"
    FOOTER = (
        ("help", "f1", "Hjälp", "Visar vad som kan göras här."),
        ("open", "enter", "Ändra", "Öppnar raden vid markören."),
        ("add", "ctrl+n", "Nytt", "Lägger till ett ärende, eller en person, efter raden vid markören."),
        ("save", "ctrl+s", "Spara", "Sparar dagordningen i filen."),
        ("delete", "delete", "Ta bort", "Tar bort raden vid markören, efter en fråga."),
        ("next_doubt", "f6", "Tveksamt", "Går till nästa sak som importen var osäker på."),
        ("leave", "escape", "Tillbaka", "Ett steg tillbaka; frågar om något inte är sparat."),
    )
    FORM_FOOTER = (
        ("help", "f1", "Hjälp", "Visar vad som kan göras här."),
        ("go(1)", "f2", "Nästa", "Till nästa ärende eller person."),
        ("go(-1)", "f3", "Föregående", "Till det före."),
        ("doubt_done", "f6", "Klart", "Det tveksamma i rutan är i sin ordning; går till nästa."),
        ("leave", "escape", "Tillbaka", "Tillbaka till listan. Det du har skrivit är kvar."),
    )
    HELP = (
        "Överst står sammanträdets uppgifter, personerna och de lokala reglerna; därunder ärendena med sin planerade tid. "
        "Enter öppnar raden vid markören i ett formulär.\n\n"
        "Ctrl+N lägger till, Delete tar bort efter en fråga, Skift+pil flyttar ett ärende eller en person. "
        "Tiderna räknas om vid varje ändring: ett utlovat klockslag ligger fast, längder fyller tiden mellan dem, "
        "och övriga delar på resten.\n\n"
        "⚠ är något som bör ses över, ✗ något som måste rättas innan dagordningen kan användas, ? något som importen var osäker på (F6). "
        "Ctrl+S sparar."
    )
    FORM_HELP = (
        "Tab går till nästa ruta. Det du skriver är kvar när du går tillbaka med Esc; dagordningen sparas med Ctrl+S i listan. "
        "Fel står under sin ruta.\n\n"
        "Förslag skrivs med en punkt på varje rad: 1., – eller att. Flera föredragande skiljs med semikolon; underlag, mottagare och "
        "delpunkter skrivs en på varje rad. Klockslag som 13.50, längd i minuter. "
        "Beslutas ärendet av andra skrivs kedjan Kommunstyrelsen > Kommunfullmäktige."
    )

    @staticmethod
    def title(name: str, changed: bool) -> str:
        return f"Dagordning · {name}{' · ej sparad' if changed else ''}"

    @staticmethod
    def counted(faults: int, warnings: int, doubts: int) -> str:
        said = [
            f"✗ {faults} att rätta" if faults else "",
            f"⚠ {some(warnings, 'varning', 'varningar')}" if warnings else "",
            f"? {doubts} tveksamt" if doubts else "",
        ]
        return " · ".join(x for x in said if x)

    @staticmethod
    def delete(what: str) -> str:
        return f"Ta bort {what}?"

    @staticmethod
    def delete_detail(held: list[str]) -> str:
        return f"Det som står där försvinner: {', '.join(held)}." if held else "Raden är tom."

    @staticmethod
    def people(members: int, all_: int) -> str:
        return f"{some(members, 'ledamot', 'ledamöter')} och ersättare, {all_} personer i allt"

    @staticmethod
    def rules(count: int) -> str:
        return f"{some(count, 'avvikelse', 'avvikelser')} från det vanliga" if count else "det vanliga gäller"

    @staticmethod
    def saved(path: str) -> str:
        return f"Sparat i {path}."

    @staticmethod
    def must_mend(count: int) -> str:
        return f"{some(count, 'sak', 'saker')} måste rättas innan dagordningen kan sparas. Markören står på den första."

    @staticmethod
    def replace(name: str) -> str:
        return f"Ersätta {name}?"

    @staticmethod
    def not_written(why: str) -> str:
        return f"Filen kunde inte skrivas ({why}). Det du har skrivit är kvar här: prova igen, eller en annan mapp."

    @staticmethod
    def dropped(keys: str) -> str:
        return f"Det här i filen känns inte igen och följer inte med när den sparas: {keys}."

    @staticmethod
    def doubts_left(count: int) -> str:
        return f"{some(count, 'sak', 'saker')} att ta ställning till (F6)."

    # Field labels

    FIELDS_MEETING = {
        "municipality": "Kommun", "body": "Organ", "kind": "Slag", "date": "Datum", "starts": "Börjar", "ends": "Slutar",
        "place": "Plats", "first_paragraph": "Första §", "numbering": "Numrering", "seats": "Antal platser",
        "approvers": "Justerare", "approval": "Justering", "kept_at": "Förvaras hos", "style": "Husstil",
        "body_definite": "Kortform", "body_genitive": "Genitiv", "body_neuter": "Heter",
    }  # fmt: skip
    FIELDS_PERSON = {"name": "Namn", "party": "Parti", "role": "Uppdrag", "title": "Titel", "organisation": "Från"}
    FIELDS_ITEM = {
        "title": "Rubrik", "short_title": "Kort rubrik", "reference": "Dnr", "kind": "Slag", "number": "Eget nummer",
        "at": "Klockslag", "minutes": "Minuter", "presenters": "Föredragande", "decided_by": "Beslutas av",
        "lead": "Ingress", "proposal": "Förslag", "proposed_by": "Förslag av", "summary": "Beskrivning",
        "history": "Tidigare beh.", "documents": "Underlag", "recipients": "Skickas till", "subitems": "Delpunkter",
        "secrecy": "Sekretess", "handouts": "Handlingar", "exercise_of_authority": "Myndighetsutövning mot enskild",
        "immediate_approval": "Ska justeras omedelbart", "withdrawn": "Utgår",
        "postponed_by_minority": "En minoritet har redan återremitterat eller bordlagt ärendet",
    }  # fmt: skip
    FIELDS_RULES = {
        "party_order": "Inträdesordning", "vaxeltjanst": "Växeltjänst", "remote_allowed": "Deltagande på distans är tillåtet",
        "public_allowed": "Offentliga sammanträden är tillåtna", "ers_speak": "Ersättare som inte tjänstgör får yttra sig",
        "ers_note": "Ersättare som inte tjänstgör får en mening antecknad",
        "own_party_displaces": "Ersättare från eget parti går före en som redan tjänstgör",
        "justerare_count": "Antal justerare", "number_formalia": "Upprop, justerare och dagordning får §",
        "chair_votes_last": "Ordföranden röstar sist", "vote_order": "Upprop", "huvudforslag_rule": "Huvudförslag",
        "formal_order": "Formella yrk.", "extra_item_mode": "Nya ärenden", "kallelse_days": "Kallelse, dagar",
        "kallelse_workdays": "Kallelsedagarna är arbetsdagar", "takedown_offset_days": "Nedtagning +",
        "reservation_deadline": "Reservation", "delegation_report": "Delegation", "speaking_minutes": "Anförande, min",
        "reply_minutes": "Replik, min", "first_time_first": "Den som inte talat förut går före i talarlistan",
    }  # fmt: skip
    HINTS = {
        "date": "som 2026-03-12", "starts": "som 13.00", "ends": "som 15.20", "at": "som 13.50", "minutes": "som 10",
        "seats": "antalet ledamöter i listan",
        "party": "S, M …", "presenters": "flera skiljs med semikolon", "approvers": "flera skiljs med semikolon",
        "decided_by": "organet självt; annars Kommunstyrelsen > Kommunfullmäktige", "secrecy": "ingen; annars 26 kap. 1 § OSL",
        "proposed_by": "som förvaltningen", "party_order": "S: S, V, C (ett parti på varje rad)", "approval": "som direktjustering",
        "body_definite": "görs av namnet", "body_genitive": "görs av namnet", "number": "platsen i listan",
        "short_title": "för listor och innehåll", "proposal": "en punkt på varje rad: 1., – eller att",
        "documents": "ett på varje rad", "recipients": "en på varje rad", "subitems": "en på varje rad",
        "formal_order": "ajournering; bordläggning; återremiss",
    }  # fmt: skip
    CHOICES = {
        "handled": "i den ordning de tas upp", "agenda": "enligt listan", "": "inget särskilt", "never_same_day": "aldrig samma dag",
        "if_party_balance_affected": "om partibalansen påverkas", "allowed": "tillåten", "list": "enligt listan",
        "vice_first": "vice ordförande först", "chair_finding": "det ordföranden finner", "beredning": "beredningens förslag",
        "chair": "ordföranden avgör", "majority": "majoriteten avgör", "unanimous": "alla ska vara ense",
    }  # fmt: skip
    NEUTER = (("", "görs av namnet"), ("true", "beslutfört"), ("false", "beslutför"))
    TWO_PEOPLE = "Är det två personer: skilj dem åt i namnet."


class Import:
    """Importera …: a kallelse from a file."""

    TITLE = "Importera en kallelse"
    HELP = (
        "Skriv sökvägen till filen; listan visar det som passar och Tab fyller i. Word, PDF, text och Markdown går bra. "
        "Sedan visas vad som kom med, bredvid källan, och du kan ändra allt i formulär innan något sparas."
    )
    PATH = "Fil"
    READ = "Läs in"
    READING = "Läser …"
    NO_FILE = "Skriv vilken fil."
    NOT_FOUND = "Filen finns inte."
    NOT_READ = "Kallelsen kunde inte läsas"
    PREVIEW = "Det här kom med"
    ON = "Gå vidare till formulären"
    DOUBTS = "Tveksamt:"
    SOURCE = "Källan"

    @staticmethod
    def came(people: int, items: int, doubts: int) -> str:
        return f"{some(people, 'person', 'personer')} och {some(items, 'ärende', 'ärenden')}. {doubts} att ta ställning till."

    @staticmethod
    def fault(name: str, why: str) -> str:
        return f"{name} kan inte läsas ({why or 'okänt fel'})."


class OtherQuestion:
    """Annan fråga än den föreslagna."""

    TITLE = "Annan fråga än den föreslagna"
    OPEN = "Annan fråga än den föreslagna …"
    HELP = (
        "Skriv en del av det som ställs och Enter; flera går bra. Tab går till formen, punkterna, frågans egna ord och svaret. "
        "Ctrl+S antecknar frågan och vad ordföranden fann."
    )
    ABOUT = "Om"
    FORM = "Form"
    FORMS = (
        ("bifall eller avslag", "Bifall eller avslag", "b"),
        ("mot varandra", "Mot varandra", "m"),
        ("avgöras i dag", "Avgöras i dag", "d"),
    )
    POINTS = "Punkter"
    POINTS_HINT = "alla"
    WORDS = "Egna ord"
    ANSWER = "Fann"
    RIGHT = "Ja"
    NO_ALTERNATIVE = "Välj vilket förslag eller yrkande frågan gäller."
    TWO = "Välj minst två förslag att ställa mot varandra."
    NO_ANSWER = "Välj vad ordföranden fann."


class Election:
    """Val."""

    TITLE = "Val"
    CHANGE = "Ändra valet"
    HELP = (
        "Skriv uppdraget, sedan en del av namnet och Enter; flera går bra. Den som inte finns i listan skrivs i rutan Andra, "
        "flera skiljs med semikolon. Lämnas alla tomma sker valet vid nästa sammanträde."
    )
    OPEN = "Val: vem som valdes …"
    OFFICE = "Uppdrag"
    OFFICE_HINT = "justerare, ledamot i …"
    WHO = "Valda"
    OTHERS = "Andra"
    OTHERS_HINT = "namn som inte finns i listan; flera skiljs med semikolon"
    BY = "Hur"
    BYS = (
        ("", "Sägs inte", "s"),
        ("acklamation", "Acklamation", "a"),
        ("sluten omröstning", "Sluten omröstning", "l"),
        ("lottning", "Lottning", "o"),
        ("proportionellt val", "Proportionellt val", "p"),
    )
    NOTED = "valet är antecknat"
    NO_OFFICE = "Skriv vilket uppdrag det gäller."


class Withdrawal:
    """A motion that is taken back."""

    YES = "Återta"
    NO = "Låt stå"
    DETAIL = "Yrkandet prövas inte och skrivs inte ut. Raden står kvar här som återtagen; Ctrl+Z tar tillbaka det."
    NOT_A_MOTION = "Ställ markören på ett yrkande för att återta det (Å)."

    @staticmethod
    def ask(what: str) -> str:
        return f"Återtas {what}?"
