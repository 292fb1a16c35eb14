"""The dialogs that record what happened."""

from __future__ import annotations

from tui.texts.program import some


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
