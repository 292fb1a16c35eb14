"""The dialogs that record what happened."""

from __future__ import annotations


class Recording:
    """What the dialogs that record something share."""

    SAVE = "Spara"
    STRIKE = "Stryk raden"
    STRIKE_QUESTION = "Stryk raden?"
    STRIKE_DETAIL = "Den försvinner ur protokollet. ”Gör om” (Ctrl+P) tar tillbaka den."
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
    def half_a_name(typed: str) -> str:
        return f"”{typed}” är ingen vald än. Enter väljer den markerade; sudda det annars."

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
    def instead_of(member: str) -> str:
        return f"i stället för {member}; skriv namnet igen för båda"

    @staticmethod
    def serving_for(member: str) -> str:
        return f"tjänstgör för {member}"


class Motion:
    """F3."""

    TITLE = "Yrkande"
    CHANGE = "Ändra yrkandet"
    HELP = (
        "Skriv en del av namnet och Enter; flera går bra. Enter i den tomma rutan sparar. "
        "Tab går till vad som yrkas, där en bokstav väljer. Ctrl+S sparar, Ctrl+N sparar och börjar ett nytt från samma. "
        "Ctrl+E behåller det som yrkandet i första hand och frågar efter det i andra hand; båda sparas tillsammans."
    )
    WHO = "Vem"
    WHAT = "Yrkar"
    TARGET = "Gäller"
    POINTS = "Punkter"
    POINTS_HINT = "alla"
    TEXT = "Text"
    SUPPORTERS = "Instämmer"
    SAME_AGAIN = "Spara + nytt från samma"
    SECOND_HAND = "2:a hand"
    NOW_SECOND_HAND = "skriv nu vad som yrkas i andra hand"
    PART = "En del"
    PART_HINT = "bara om yrkandet gäller en del: ersättningen till …"
    NO_MOVER = "Välj vem som yrkar."
    NO_TEXT = "Skriv vad som yrkas, eller markera att texten lämnas senare."
    BAD_POINTS = "Skriv punkterna som 1, 3–4."
    PREPARED = "det beredda förslaget"
    SAVED = "antecknat, nästa från samma"

    @staticmethod
    def approval(owners: str) -> str:
        return f"{owners} yrkande om bifall"


class Recusal:
    """F4."""

    TITLE = "Jäv · deltar inte · borta i paragrafen"
    HELP = (
        "Skriv en del av namnet och Enter. F4 byter mellan jäv, deltar inte i beslutet och borta i denna paragraf. "
        "Finns en ledig ersättare föreslås den; Enter tar med den. Är det ordföranden frågas vem som leder: pil byter, Enter tar med. "
        "Ifrågasatt jäv prövas av organet: F6 om omröstning begärs, annars F4 och namnet igen."
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
    DISREGARDED = "Bortses från"
    SWITCH = "Byt slag"
    ALSO_IN = "Även i"
    NO_PERSON = "Välj vem det gäller."


class Decision:
    """F5."""

    TITLE = "Beslut"
    CHANGE = "Ändra beslutet"
    HELP = (
        "Ett förslag: Enter är klubbslag. Flera: välj med pil eller siffra vad ordföranden fann, sedan Enter. "
        "o bordlägger, å återremitterar, u utgår, e skriver egen ordalydelse. p byter mellan att besluta och att föreslå, "
        "j justerar omedelbart, m tar flera paragrafer på en gång. g antecknar en propositionsordning som godkändes särskilt, "
        "d skriver vad organet dessutom beslutar för egen del när det föreslår."
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
    GAVEL_ON_ANSWER = "Klubbslag: frågan är besvarad"
    GAVEL_ON_ELECTION = "Klubbslag enligt valen ovan"
    CHOOSE_APPROVERS = "Välj justerare, dag och plats …"
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
    ORDER = "Ordning"
    ORDER_HINT = "propositionsordningen, om den godkändes särskilt"
    OWN_TOO = "För egen del"

    @staticmethod
    def found(what: str) -> str:
        return f"Redan funnet: {what[:1].lower()}{what[1:]}"

    @staticmethod
    def rejects(who: str) -> str:
        return f"Avslag på {who}"

    @staticmethod
    def rejected_by(who: str) -> str:
        return f"Enligt {who}: avslag"

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
        ("var för sig", "Var för sig", "v"),
        ("avgöras i dag", "Avgöras i dag", "d"),
        ("princip", "Fråga med egna ord: ja eller nej", "f"),
    )
    POINTS = "Punkter"
    POINTS_HINT = "alla"
    WORDS = "Egna ord"
    WORDS_HINT = "Ska …?"
    ANSWER = "Fann"
    YES = "Ja"
    NO = "Nej"
    VOTE = "Votering begärs"
    NOW_VOTE = "Frågan är antecknad. F6 för in voteringen."
    NO_WORDS = "Skriv frågan med ordförandens egna ord."
    NO_ALTERNATIVE = "Välj vilket förslag eller yrkande frågan gäller."
    TWO = "Välj minst två förslag att ställa mot varandra."
    NO_ANSWER = "Välj vad ordföranden fann."


class Election:
    """Val."""

    TITLE = "Val"
    CHANGE = "Ändra valet"
    HELP = (
        "Skriv uppdraget, sedan en del av namnet och Enter; flera går bra. Den som inte finns i listan skrivs i rutan Andra, "
        "flera skiljs med semikolon. Lämnas alla tomma sker valet vid nästa sammanträde. Skift+Tab från uppdraget går till "
        "avsägelse och den som flyttar upp ett steg."
    )
    OPEN = "Val: vem som valdes …"
    OFFICE = "Uppdrag"
    OFFICE_HINT = "justerare, ledamot i …"
    WHO = "Vem"
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
    WHAT = "Vad"
    ELECTED = "Väljs"
    MOVES_UP = "Flyttar upp ett steg"
    RESIGNED = "Avsägelse"
    IN_PLACE_OF = "Efter"
    NAME_HINT = "namn, vid fyllnadsval"
    ALSO = "Ej valda"
    VOTES = "Röster"
    VOTES_HINT = "de valda först, sedan de ej valda: 7, 5, 3"
    BLANK = "blanka"
    NO_PERSON = "Välj vem det gäller."
    BAD_VOTES = "Skriv rösterna med siffror: 7, 5, 3."
    GROUPS = "Grupper"
    GROUPS_HINT = "S och V 12, M 8, SD 5"
    BAD_GROUPS = "Skriv varje grupp en gång med sina röster, komma emellan: S och V 12, M 8."
    LOTS = "Lotten"
    LOTS_HINT = "den grupp som lotten föll på"

    @staticmethod
    def seats(seats: dict[str, int]) -> str:
        return "Ger platser: " + ", ".join(f"{group} {count}" for group, count in seats.items())

    @staticmethod
    def tied(groups: list[str]) -> str:
        return f"Lika jämförelsetal: {' och '.join(groups)}. Lotten avgör; skriv vilken grupp den föll på."

    @staticmethod
    def not_a_group(name: str) -> str:
        return f"”{name}” är ingen av grupperna i rutan ovanför."

    @staticmethod
    def votes_wanted(count: int) -> str:
        return f"Skriv ett antal röster för var och en av de {count}, de valda först."

    NO_OFFICE = "Skriv vilket uppdrag det gäller."


class Proportional:
    """Proportionellt val."""

    TITLE = "Proportionellt val begärs"
    HELP = (
        "Skriv hur många som ska väljas, Tab, sedan en del av namnet och Enter för var och en som begär det. Enter i den tomma rutan "
        "sparar. Under står hur många som krävs: de närvarande delat med antalet som ska väljas plus ett (R-714)."
    )
    PLACES = "Ska väljas"
    WHO = "Begärs av"
    NO_PLACES = "Skriv hur många som ska väljas."
    NO_PERSON = "Välj vilka som begär det."

    @staticmethod
    def needed(asked: int, there: int, required: int) -> str:
        return f"{asked} av {there} har begärt det; det krävs {required}."


class Immediate:
    """Omedelbar justering afterwards."""

    TITLE = "Omedelbar justering"
    HELP = (
        "Skriv paragrafens nummer eller en del av rubriken och Enter; flera går bra. Enter i den tomma rutan antecknar att "
        "paragraferna justeras omedelbart. Fråga först efter reservationer (R-805)."
    )
    ITEMS = "Paragrafer"
    NONE = "Välj minst en beslutad paragraf."


class Withdrawal:
    """A motion that is taken back."""

    YES = "Återta"
    NO = "Låt stå"
    DETAIL = "Yrkandet prövas inte och skrivs inte ut. Raden står kvar här som återtagen; Ctrl+Z tar tillbaka det."
    NOT_A_MOTION = "Ställ markören på ett yrkande för att återta det (Å)."
    ONLY_MOTIONS = "Ställ markören på ett yrkande: I för in vilka som instämmer, V att ordföranden vägrar proposition."

    @staticmethod
    def ask(what: str) -> str:
        return f"Återtas {what}?"


class Reporting:
    """Answers and urgent decisions."""

    ANSWER = "Svar på interpellation eller fråga"
    ANSWER_HELP = (
        "Vem som ställde den, Tab, vem som svarar. Lämnas svararen tom besvaras den vid ett senare sammanträde. "
        "Den som inte finns i listan skrivs i rutan Andra."
    )
    ANSWER_OPEN = "Svar: vem som frågar och svarar …"
    ASKED_BY = "Ställd av"
    ANSWERED_BY = "Besvaras av"
    OTHERS = "Andra"
    OTHERS_HINT = "namn som inte finns i listan; flera skiljs med semikolon"
    WRITTEN = "Svaret är skriftligt"
    NO_ASKER = "Välj vem som har ställt frågan."
    URGENT = "Brådskande beslut anmäls"
    URGENT_HELP = "Dagen för beslutet, dnr, och vem som anmäler det om det inte är ordföranden (R-904)."
    URGENT_OPEN = "Brådskande beslut (6 kap. 39 § KL) anmäls …"
    DECIDED = "Beslutsdag"
    REFERENCE = "Dnr"
    BY = "Anmäls av"


class OnMotion:
    """What is said of a motion that stands already."""

    SUPPORT = "Instämmer"
    SUPPORT_HELP = "Skriv en del av namnet och Enter för var och en som instämmer i yrkandet. Enter i den tomma rutan sparar."
    WHO = "Vilka"
    NO_PERSON = "Välj vilka som instämmer."
    REFUSAL = "Proposition vägras"
    REFUSAL_HELP = (
        "Ordföranden i fullmäktige vägrar proposition på yrkandet: det väcker ett nytt ärende, eller strider mot lag (R-607). "
        "Yrkandet står kvar i protokollet men prövas inte. Beslutar fullmäktige att det ändå ska prövas, för in det här på samma sätt."
    )
    REASON = "Skäl"
    REASON_HINT = "det väcker ett nytt ärende"
    OVERRULED = "Fullmäktige beslutar att proposition ändå ska ställas"


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
    ALSO_IN = "Även i"
    POINTS = "Punkter"
    POINTS_HINT = "1, 3–4"
    BAD_POINTS = "Skriv punkternas nummer: 1, 3–4."
    GROUP = "Hela gruppen"
    GROUP_OF_WHOM = "Välj först en person i gruppen; då tas alla med som är av samma parti och deltog i beslutet."
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
        "Tab går till klockslaget och var i dagordningen det hände. Ctrl+R visar det som redan är antecknat, för rättelse. "
        "Ctrl+N lägger till en person.\n\n"
        "Den som är här kan också sluta tjänstgöra (s), tjänstgöra igen eller för någon annan (t) och leda sammanträdet från nu (l). "
        "Platser byts mellan två ärenden: pågår ett, räknas bytet efter det. Den som har avbrutit sin tjänstgöring får vara med "
        "men inte tjänstgöra igen samma dag (R-207), om inte de lokala reglerna säger annat."
    )
    WHO = "Vem"
    WHAT = "Vad"
    ARRIVES = "Kommer"
    REMOTE = "På distans"
    LEAVES = "Går"
    LOST_LINK = "Bruten länk"
    LINK_BACK = "På distans igen"
    INTO_THE_ROOM = "Kommer till salen"
    SITS_IN = "Är med, tjänstgör inte"
    ONLY_HERE = "Bara i en paragraf"
    SERVES = "Tjänstgör"
    STOPS = "Slutar tjänstgöra"
    LEADS = "Leder från nu"
    EARLIER = "Rätta"
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

    NOT_SERVING = "tjänstgör inte"

    @staticmethod
    def displaces(member: str, substitute: str) -> str:
        return f"för {member}, {substitute} lämnar platsen"

    @staticmethod
    def for_member(member: str) -> str:
        return f"för {member}"

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
    HELP = (
        "Visar vem som beslutar i paragrafen. Överst står vilket ögonblick det gäller: nu, eller när klubban föll. "
        "Skriv en del av ett namn och Enter för att ändra något, bara i denna paragraf eller från nu. "
        "Ctrl+R visar det som redan är antecknat, för rättelse."
    )
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
    SCOPE = "Gäller"
    HERE_ONLY = "Bara denna paragraf"
    FROM_NOW = "Från nu"
    NOTHING_FITS = "Ingenting kan ändras för den personen här."
    NO_PERSON = "Välj vem det gäller."

    @staticmethod
    def now(item: str) -> str:
        return f"Nu, {item}" if item else "Nu"

    @staticmethod
    def then(item: str, time: str) -> str:
        return f"När {item} avgjordes" + (f", kl. {time}" if time else "")

    @staticmethod
    def when_left(item: str) -> str:
        return f"När {item} lämnades"

    @staticmethod
    def since(total: str) -> str:
        return f"Nu är det {total}"

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


class Moment:
    """What has only a time."""

    TIME = "Ändra klockslaget"
    HELP = "Skriv klockslaget som 14.40. Enter sparar."
    DEBATE = "Överläggningen avslutas"
    DEBATE_HELP = (
        "Enter antecknar att ordföranden har förklarat överläggningen avslutad. Yrkanden låses: nya, ändrade och återtagna yrkanden "
        "kräver sedan att alla är ense (R-604). Raden går att stryka."
    )
    DOORS_CLOSE = "Stäng dörrarna"
    DOORS_OPEN = "Öppna dörrarna"
    DOORS_HELP = "Enter antecknar att dörrarna stängs för allmänheten, eller öppnas igen. Klockslaget skrivs i paragrafen."
    REASON = "Skäl"


class Movements:
    """What is recorded of the meeting outside its §§, for correction."""

    TITLE = "Rätta närvaro, platser och klockslag"
    DETAIL = "Det senaste står först. Skriv en del av namnet; Enter öppnar raden."
    EMPTY = "Ingenting sådant är antecknat."
    PLACES = {"before": "från och med {item}", "during": "under {item}", "after": "efter {item}"}

    @staticmethod
    def when(time: str, place: str) -> str:
        return f"kl. {time}" + (f" · {place}" if place else "")


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
    OPEN = "Utan beslut:"
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
