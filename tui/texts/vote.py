"""F6: what is voted on, the roll, the numbers, a list that is pasted."""

from __future__ import annotations

from tui.texts.program import some


class Vote:
    """F6."""

    TITLE = "Votering"
    CHANGE = "Omröstningen"
    HELP = (
        "Först vad ja och nej betyder; Enter går vidare. Sedan ropas namnen upp: j ja, n nej, a avstår, mellanslag hoppar över, "
        "Backsteg går tillbaka. Gå till ett namn med pilarna, eller h och några bokstäver, för att rätta bara det. "
        "p tar ett helt parti: koden, sedan j, n eller a. r tar alla som är kvar. Ordföranden röstar sist. "
        "l läser en lista som klistras in, Ctrl+R för in bara siffrorna. Namnen kan föras in långt senare: Enter på omröstningens rad."
    )
    ABOUT = "Gäller"
    THE_ITEM = "ärendet"
    YES_MEANS = "Ja-röst för"
    NO_MEANS = "Nej-röst för"
    BY = "Begärd av"
    SECRET = "Sluten"
    MAJORITY = "Majoritet"
    MAJORITIES = (("", "enkel", "e"), ("två tredjedelar", "två tredjedelar av de närvarande", "t"), ("alla", "alla ense", "a"))
    START = "Börja uppropet"
    NUMBERS = "Bara siffror"
    EARLIER = "Tidigare"
    EARLIER_TITLE = "Tidigare omröstningar i ärendet"
    NAMES = "Röster och namn"
    YES = "Ja"
    NO = "Nej"
    ABSTAINS = "Avstår"
    MISSING = "–"
    CASTING = "Utslagsröst"
    LOT = "Lotten"
    TIE = "Lika röstetal. Ordförandens utslagsröst avgör."
    TIE_LOT = "Lika röstetal. Lottning avgör (R-709)."
    CLOSE_VOTE = "Avsluta omröstningen"
    READY = "Klar"
    NO_MEANING = "Skriv vad ja och nej betyder."
    NO_NUMBERS = "Skriv antalet röster."
    CHAIR_MUST = "Lika röstetal, och ordföranden har avstått: ordföranden ska rösta (R-503)."
    LOT_NEEDED = "Lika röstetal: välj vad lotten föll på (R-709)."
    APPROVAL = "bifall till"
    REJECTION = "avslag"
    DECIDED_TODAY = "att ärendet avgörs i dag"
    RECUSED = "att jäv föreligger"
    NOT_RECUSED = "att jäv inte föreligger"
    CORRECTED = "Rättat efter att omröstningen avslutades: "
    FIND = "Namn"
    FIND_HINT = "några bokstäver, Enter, sedan j, n eller a"
    NOW = "▶"
    THEN = "sedan"
    ALL_HEARD = "Alla har röstat. Enter avslutar omröstningen."
    ALL_NAMED = "Alla namn är införda."
    KEYS = "J ja · N nej · A avstår · ⌫ ett tillbaka · mellanslag hoppa över\nP helt parti · R resten · H hitta namn · L lista"
    PARTY = "Helt parti:"
    PARTY_KEYS = "Skriv koden eller gå med pilarna, sedan J, N eller A. Esc ångrar."
    REST_KEYS = "J ja · N nej · A avstår · Esc ångrar."
    NO_PARTY = "(-)"

    @staticmethod
    def jav(person: str) -> str:
        return f"jäv: {person}"

    @staticmethod
    def that(verb: str) -> str:
        return f"att ärendet ska {verb}"

    @staticmethod
    def tally(yes: int, no: int, abstain: int, total: int) -> str:
        given = yes + no + abstain
        left = " ✓" if given == total else f" · {total - given} kvar" if given < total else f" · ⚠ {given - total} för många"
        return f"{yes} ja · {no} nej · {abstain} avstår · {given} av {total}{left}"

    @staticmethod
    def too_many(given: int, total: int) -> str:
        return f"{given} röster, men {total} får rösta."

    @staticmethod
    def minority(needed: int, there: int) -> str:
        return f"En tredjedel av de {there} närvarande är {needed}: minoriteten skjuter upp ärendet (R-613)."

    @staticmethod
    def missing(count: int) -> str:
        return f"{some(count, 'röst', 'röster')} saknas."

    @staticmethod
    def rest(count: int) -> str:
        return f"Resten, {count} som inte har röstat:"

    @staticmethod
    def differs(yes: int, no: int, abstain: int) -> str:
        return f"⚠ Räknat: {yes} ja, {no} nej, {abstain} avstår. Namnen säger något annat."


class VoteList:
    """A list of names and answers, pasted or typed."""

    TITLE = "Röster från en lista"
    HELP = (
        "Klistra in listan, eller skriv en rad för varje namn: Anna Ek (S) ja. Ja, nej eller avstår kan stå var som helst på raden, "
        "under en rubrik (Ja: Anna Ek, Bo Lund) eller som kryss i en tabell. Ctrl+S för in det som är säkert; rader som inte gick att "
        "tyda står kvar att rätta, med skälet under."
    )
    HINT = "Anna Ek (S) ja"
    SAVE = "För in rösterna"
    NOTHING = "Inget svar går att tyda. Skriv namnet och ja, nej eller avstår på varje rad."

    @staticmethod
    def read(count: int, left: int, unread: int) -> str:
        said = f"{some(count, 'röst', 'röster')} tydda"
        said += f" · {left} saknas" if left else " · alla i uppropet"
        return f"{said} · ⚠ {some(unread, 'rad', 'rader')} gick inte att tyda" if unread else said

    @staticmethod
    def unread(number: int, text: str, reason: str) -> str:
        return f"rad {number}: {text} – {reason}"

    @staticmethod
    def left(count: int) -> str:
        return f"De tydda rösterna är införda. {some(count, 'rad', 'rader')} står kvar att rätta; Esc behåller dem till nästa gång."
