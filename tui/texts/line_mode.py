"""The line mode: what is asked and answered, one sentence at a time."""

from __future__ import annotations


class LineMode:
    """`klubban rad`."""

    NOT_OPENED = "Ej öppnat"
    OPENED = "Öppnat"
    ADJOURNED = "Ajournerat"
    CLOSED = "Avslutat"
    WELCOME = "Radläge. Skriv hjälp för alla ord, var för läget, sluta för att lämna."
    NOTHING = "Inget antecknades."
    UNKNOWN_DETAIL = "Inget antecknades. Skriv hjälp för alla ord; protokolltext börjar med stor bokstav eller med ordet text."
    NUMBER_OR_NAME = "Nummer eller namn"
    NUMBER = "Nummer"
    INSIST = "Anteckna ändå? j/n"
    MEND = "Anteckna det också? j/n"
    YES_OR_NO = "Svara j eller n; en tom rad avbryter."
    LOOK = "Skriv var för att se läget."
    INTERRUPT = "Avbrutet. Allt som är antecknat är kvar. Skriv sluta för att lämna."
    STILL_SAVING = "Sparas fortfarande. Skriv sparat för att fråga."
    WHO = "Vem"
    NO_ONE = "Skriv ett namn."
    OPEN_FIRST = "Inget ärende är öppnat. Skriv nästa, eller öppna och ärendets nummer."
    TEXT_BEGINS = "Skriv texten rad för rad. En ensam punkt avslutar."
    NOTHING_TO_UNDO = "Det finns inget att ångra."
    NOTHING_TO_REDO = "Det finns inget att göra om."
    NOT_OPENED_HINT = "Sammanträdet är inte öppnat. Skriv upprop för att pricka av, öppna för att öppna."
    ADJOURNED_HINT = "Sammanträdet är ajournerat. Skriv återuppta."
    CLOSED_HINT = "Sammanträdet är avslutat."
    ALL_HANDLED = "Alla ärenden är behandlade. Skriv avsluta när ordföranden avslutar."
    ALREADY_OPEN = "Sammanträdet är redan öppnat. Skriv öppna och ärendets nummer."
    ROLL = "Upprop. n närvarande, f frånvarande, d på distans, v väntas, alla för resten i gruppen, tom rad hoppar över, klar avslutar."
    ROLL_ANSWERS = "Svara n, f, d, v, alla eller klar."
    SEAT_THEM = "Tjänstgör de? j/n"
    ONLY_HERE = "Bara i den här paragrafen? j/n"
    NO_PROPOSAL = "Inget förslag finns. Vad beslutades?"
    ANSWER = "Svar"
    DECISION_TEXT = "Ordalydelse"
    REASON = "Motivering, tom rad för ingen"
    POINTS = "Punkter, tom rad för alla"
    KIND = "Vad yrkas"
    SORT = "Vilket slag"
    TARGET = "Till vilket förslag"
    MOTION_TEXT = "Yrkandets text, eller ordet senare"
    LATER = "senare"
    MORE = "fler"
    STATEMENT_TEXT = "Text, eller ordet senare"
    NOTHING_TO_VOTE = "Det finns inget att rösta om."
    START_VOTE = "Börja uppropet? j ja, s slutet, r bara siffror, n nej"
    BY = "Vem begär votering, tom rad om det inte ska sägas"
    VOTE_HELP = "j ja, n nej, a avstår, h hoppa över, tillbaka, resten ja, siffror, paus. Ordföranden röstar sist."
    VOTE_LEFT = "Omröstningen är öppen. Skriv votering för att fortsätta."
    CLOSE_VOTE = "Avsluta omröstningen? j/n"
    COUNT_YES = "Ja-röster"
    COUNT_NO = "Nej-röster"
    COUNT_ABSTAIN = "Avstår"
    NOT_A_NUMBER = "Skriv ett tal."
    CASTING = "Ordförandens utslagsröst, j eller n"
    LOT = "Vad föll lotten på"
    TITLE = "Rubrik"
    NO_MOTIONS = "Inga yrkanden finns i paragrafen."
    NO_LINES = "Ingenting är antecknat här."
    WHICH_LINE = "Vilken rad"
    KEEP = "Tom rad behåller det som står; ett bindestreck tömmer."
    CHANGE_OR_STRIKE = "r rätta, t ta bort, tom rad avbryter"
    STRIKE = "Ta bort raden? j/n"
    CANNOT_CHANGE = "Den raden kan tas bort här, men inte ändras."
    SAME = "Inget ändrades."
    REASON_NONE = "Skäl, tom rad för inget"
    UNTIL = "Till klockan, tom rad om det inte är sagt"
    LEAVE = "Sammanträdet pågår. Lämna programmet? Allt är sparat. j/n"
    NO_FINDINGS = "Granskningen har inget att säga."
    BAD_TIME = "Skriv klockslaget som 14.40."
    BAD_POINTS = "Skriv punkterna som 1, 3-4."
    NO_ITEM = "Inget ärende heter så."
    ITEM = "Vilket ärende"
    BEFORE = "Före vilket ärende, tom rad för sist"
    ONLY_TEXT_OR_WORD = "Är raden ordet eller protokolltext?"
    BACK = "Du skriver i den pågående paragrafen."
    STAY = "Lämna det utan beslut? j/n"
    GIVE_BACK = "Inget är antecknat i det som nyss öppnades. Ska dess nummer gå till det här ärendet i stället? j/n"
    FORMATS = "Format är md, docx, html eller pdf."
    SAVED_AGAIN = "Allt är sparat igen."
    NO_VOTES_YET = "ingen röst än"
    REOPEN = "Ska organet ta upp ärendet igen? Det behåller sin paragraf. j/n"
    NAME_TAKEN = "Personen finns redan i listan."
    ROLE = "Roll"
    PARTY = "Parti, tom rad för inget"
    WHOSE_VOTE = "Vems röst ändras, tom rad avbryter"
    NEW_VOTE = "Ny röst: j ja, n nej, a avstår"
    FOR_WHOM = "För vem"
    INSTEAD = "Vem tjänstgör i stället"
    LEADS = "Vem leder paragrafen"
    SEAT = "Vilken plats"
    FAVOUR = "Till förmån för"
    NUMBERS = "nummer med komma emellan"
    OWN_WORDS = "Frågans egna ord, tom rad för inga"
    ELECTED_WHO = "Vem, tom rad om valet sker senare"
    IN_PLACE_OF = "Efter vem, tom rad om det inte är fyllnadsval"
    NOT_ELECTED = "Vilka fick röster men valdes inte, tom rad för ingen"
    VOTES = "Röster, de valda först: 7, 5, 3; tom rad om de inte ska skrivas"
    BLANK = "Blanka röster, tom rad för inga"
    PROPORTIONAL_WANTED = "Tillräckligt många har begärt att valet ska vara proportionellt."
    ALSO = "även"
    ANSWERS = "Vem svarar, tom rad om det besvaras senare"
    IN_WRITING = "Lämnades svaret skriftligt? j/n"
    REFERENCE = "Dnr, tom rad för inget"
    REPORTED_BY = "Vem anmäler det, tom rad för ordföranden"
    CANNOT_GO_ALONG = "Det ärendet kan inte gå med i samma klubbslag."
    DOORS_REASON = "Skäl, tom rad för inget"
    DONE = "gjort"
    LEFT = "kvar"
    PARAGRAPHS = "Paragrafer: 3, 5–7"
    WHERE = "Var, tom rad om det inte ska sägas"
    DECIDED_BY = "Beslutad av, tom rad om det inte ska sägas"
    CONFIRM_CLOSE = "Har någon en reservation ska den anmälas nu."

    @staticmethod
    def has_floor(who: str) -> str:
        return f"{who} har ordet."

    @staticmethod
    def spoke(who: str, time: str) -> str:
        return f"{who} talade i {time}."

    @staticmethod
    def as_written(name: str) -> str:
        return f"Ingen i listan heter ”{name}”. Skriva namnet som det står? j/n"

    @staticmethod
    def along(what: str) -> str:
        return f"Samma klubbslag gäller {what}."

    @staticmethod
    def day(what: str, proposed: str) -> str:
        return f"{what}, tom rad för {proposed}" if proposed else f"{what}, dag"

    @staticmethod
    def strike(what: str) -> str:
        return f"Ta bort {what}? j/n"

    @staticmethod
    def struck(what: str) -> str:
        return f"Borttaget: {what}."

    @staticmethod
    def noted(what: str) -> str:
        return f"Antecknat: {what}."

    @staticmethod
    def printed(sentence: str) -> str:
        return f"I protokollet: {sentence}"

    @staticmethod
    def unknown(word: str) -> str:
        return f"Ordet ”{word}” finns inte."

    @staticmethod
    def several(word: str, words: str) -> str:
        return f"”{word}” kan vara {words}. Inget antecknades."

    @staticmethod
    def nobody(name: str) -> str:
        return f"Ingen heter ”{name}”. En tom rad avbryter."

    @staticmethod
    def more_names(count: int) -> str:
        return f"{count} till. Skriv mer av namnet."

    @staticmethod
    def many(name: str) -> str:
        return f"”{name}” kan vara flera."

    @staticmethod
    def not_saved(why: str) -> str:
        return f"INTE SPARAT. {why} Det ligger i minnet och skrivs så snart det går."

    @staticmethod
    def saved(time: str) -> str:
        return f"Allt är sparat kl. {time}."

    @staticmethod
    def text_in(where: str, text: str) -> str:
        return f"Protokolltext i {where}: {text}"

    @staticmethod
    def note_in(where: str) -> str:
        return f"Egen anteckning i {where}. Den kommer inte med i protokollet."

    @staticmethod
    def may_be_word(word: str) -> str:
        return f"1 ordet {word}, 2 protokolltext"

    @staticmethod
    def open_at(time: str) -> str:
        return f"Öppna sammanträdet kl. {time}? j/n"

    @staticmethod
    def close_at(time: str) -> str:
        return f"Avsluta sammanträdet kl. {time}? j/n"

    @staticmethod
    def undecided(what: str) -> str:
        return f"Utan beslut: {what}."

    @staticmethod
    def not_taken_up(what: str) -> str:
        return f"Inte upptagna: {what}."

    @staticmethod
    def left_undecided(what: str) -> str:
        return f"{what} är nyss öppnat och saknar beslut."

    @staticmethod
    def viewing(where: str) -> str:
        return f"Du skriver i {where}. Skriv tillbaka för den pågående."

    @staticmethod
    def vote_of(number: int, of: int, name: str) -> str:
        return f"Röst {number} av {of}, {name}"

    @staticmethod
    def ja_means(yes: str, no: str) -> str:
        return f"Ja-röst för {yes}. Nej-röst för {no}."

    @staticmethod
    def goes_on(id: str) -> str:
        return f"Fortsätt: klubban rad {id}"

    @staticmethod
    def emergency(path: str) -> str:
        return f"Det som inte kunde sparas ligger i {path}. Läs in det med klubban läs-in."

    @staticmethod
    def lost(count: int) -> str:
        return f"INTE SPARAT: {count} anteckningar finns bara i minnet."

    @staticmethod
    def wrote(path: str) -> str:
        return f"Skrev {path}"

    @staticmethod
    def state(where: str, minutes: int, plan: int | None) -> str:
        return f"{where}, {minutes} min" + (f" av planerade {plan}" if plan is not None else "") + "."

    @staticmethod
    def drift(planned: str, ends: str) -> str:
        return f"Planerat slut {planned}, beräknat {ends}."

    @staticmethod
    def substitutes(who: str) -> str:
        return f"I tur: {who}."

    @staticmethod
    def already_here(who: str) -> str:
        return f"{who} är redan här."

    @staticmethod
    def not_here(who: str) -> str:
        return f"{who} är inte här."

    @staticmethod
    def does_not_serve(who: str) -> str:
        return f"Det finns ingen plats som {who} kan ta nu."

    @staticmethod
    def written_by_hand(path: str) -> str:
        return f"{path} har ändrats för hand och är orörd."

    @staticmethod
    def tally(yes: int, no: int, abstain: int, total: int) -> str:
        return f"{yes} ja, {no} nej, {abstain} avstår. {yes + no + abstain} av {total} har röstat."

    @staticmethod
    def no_such(typed: str) -> str:
        return f"”{typed}” finns inte här. En tom rad avbryter."

    @staticmethod
    def all_here(names: str) -> str:
        return f"Närvarande: {names}."

    @staticmethod
    def pair(yes: str, no: str) -> str:
        return f"Röstas det om {yes} mot {no}? j/n, n väljer andra"

    @staticmethod
    def more(count: int) -> str:
        return f"{count} till. Skriv fler för att höra dem."
