"""The live meeting: the roll call, the agenda, the item that is open, the paragraph as it will be printed."""

from __future__ import annotations

from collections.abc import Sequence

from tui.texts.program import some


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
    REOPEN_MEETING = "Återöppna sammanträdet?"
    REOPEN_MEETING_DETAIL = "Sammanträdet pågår igen, och det som antecknas kommer med. Det avslutas på nytt med ett nytt klockslag."
    REOPEN_MEETING_YES = "Återöppna"
    INSTEAD_YES = "Ge tillbaka numret"
    INSTEAD_NO = "Lämna det öppnat"
    BACK_TO_TEXT = "Tillbaka"
    NOTHING_TO_UNDO = "Det finns inget att ångra."
    NOTHING_TO_REDO = "Det finns inget att göra om."
    UNDO_YES = "Ångra ändå"
    STRIKE_YES = "Stryk"
    STRIKE_NO = "Låt stå"
    NOT_OPENED_TITLE = "Sammanträdet kan inte öppnas"
    FOLLOW_INSTEAD = "Öppna ordförandens vy i stället? Den visar allt som antecknas, och ändrar inget."
    FOLLOW = "Öppna vyn"
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

    UNDECIDED_DETAIL = "Ingenting är antecknat i den än. Stanna kvar med Enter, eller gå vidare; beslutet kan föras in senare."
    STAY = "Stanna"
    GO_ON = "Gå vidare utan beslut"

    @staticmethod
    def undecided(item: str) -> str:
        return f"{item} har inget beslut"

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

    FROM_DIALOG = "Stod i en öppen dialog när programmet stannade:"

    @staticmethod
    def restored_dialog(where: str) -> str:
        return f"Det som stod i en öppen dialog när programmet stannade ligger i egna minnesanteckningar till {where} (Ctrl+L)."

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
    def slept(before: str, now: str) -> str:
        return f"Klockan gick från {before} till {now}: datorn sov, eller så ställdes klockan. Var det en paus? Ctrl+T ajournerar."

    @staticmethod
    def clock_jumped(before: str, now: str) -> str:
        return f"Datorns klocka ställdes från {before} till {now}. Ordningen i det som är antecknat påverkas inte."


class Emergency:
    """The disk refuses, and a copy is written in another place."""

    NOT_SAVED_TITLE = "Det gick inte att spara"
    NOT_SAVED_DETAIL = (
        "Det som står på skärmen finns i minnet men är inte på disken. Skriv gärna vidare: Klubban försöker igen av sig själv och "
        "säger sparat ✓ när det är gjort. Stäng inte av datorn."
    )
    UNSAVED = "Inte på disken:"
    GO_ON = "Skriv vidare"
    COPY = "Nödkopia …"
    COPY_TITLE = "Nödkopia till en annan plats"
    COPY_DETAIL = (
        "Hela sammanträdet, också det som inte är sparat och egna minnesanteckningar, skrivs som en fil. "
        "Välj helst en annan disk, till exempel ett USB-minne."
    )
    FOLDER = "Mapp"
    WRITE = "Skriv nödkopian"
    HELP = (
        "Så länge disken inte tar emot ligger det senaste bara i datorns minne. En nödkopia är en fil med hela sammanträdet, som läses in "
        "med ”klubban läs-in FIL” på den här eller en annan dator. Den går att göra när som helst: Ctrl+P, ”nödkopia”. "
        "Ctrl+S säger vad som inte är sparat."
    )

    @staticmethod
    def rows(unsaved: Sequence[str], most: int) -> list[str]:
        shown = [f"· {what}" for what in unsaved[-most:]]
        more = len(unsaved) - len(shown)
        return [f"  {more} till, före dessa:", *shown] if more else shown

    @staticmethod
    def other_places(folders: Sequence[str]) -> str:
        return "Går också att skriva i: " + ", ".join(folders)

    @staticmethod
    def cannot_write(folder: str, why: str) -> str:
        return f"Det går inte att skriva i {folder} ({why}). Välj en annan mapp."

    @staticmethod
    def written(path: str) -> str:
        return f"Nödkopian ligger i {path}. Den läses in med ”klubban läs-in”."

    @staticmethod
    def newer(path: str, count: int) -> str:
        return (
            f"Det finns en nödkopia med mer än vad som står här ({count} {'händelse' if count == 1 else 'händelser'}): {path}. "
            "Avsluta och läs in den med ”klubban läs-in”, om det inte redan är gjort."
        )

    @staticmethod
    def saved_again(at: str) -> str:
        return f"Disken tar emot igen: allt är sparat kl. {at}."

    QUIT_DETAIL = (
        "Allt är inte på disken än. Klubban skriver det som går; tar disken inte emot skrivs en nödkopia till en annan plats, "
        "och du får veta var den ligger."
    )

    @staticmethod
    def at_the_end(path: str) -> str:
        return f"Allt kunde inte sparas. En nödkopia av hela sammanträdet ligger i {path}. Läs in den med: klubban läs-in {path}"

    NO_PLACE = "Allt kunde inte sparas, och ingen annan plats gick att skriva i. Det som visades som sparat finns kvar: klubban fortsätt."


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


class Palette:
    """The lines of the palette that have no key, each with other words that people may look for."""

    REDO = ("Ångra: gör om", "redo")
    APPROVERS = ("Justerare: välj, dag och plats", "justering")
    REOPEN = ("Ärende: ta upp igen", "återuppta reopen")
    OTHER_QUESTION = ("Proposition: annan fråga än den föreslagna", "bifall avslag mot varandra")
    ELECTION = ("Val: för in vem som valdes", "valda uppdrag avsägelse proportionellt flyttar upp")
    IMMEDIATE = ("Justering: omedelbar, en eller flera paragrafer", "direktjustering")
    ANSWER = ("Svar: interpellation eller fråga besvaras", "interpellant svarar enkel fråga")
    URGENT = ("Anmälan: brådskande beslut", "ordförandebeslut 39 § delegation")
    PROPORTIONAL = ("Val: proportionellt begärs", "proportionell begäran")
    AFTER = ("Efter sammanträdet: justering, anslag, expediering", "rättelse sena texter skickat")
    CLOSE = ("Sammanträde: avsluta", "stäng slut")
    REOPEN_MEETING = ("Sammanträde: återöppna det avslutade", "öppna igen fortsätt")
    ROLL_CALL = ("Sammanträde: upprop", "närvaro")
    EMERGENCY_COPY = ("Nödkopia: hela sammanträdet till en annan disk", "spara säkerhetskopia usb")
    MOVEMENTS = ("Närvaro: rätta ankomster, avgångar och platser", "ändra kom gick klockslag öppnande slut")
    DOORS = ("Dörrar: stäng, öppna", "stängda dörrar lyckta allmänheten offentligt")
    FOLD_AGENDA = ("Dagordning: visa eller dölj", "fäll in lista")
    COPY_TIMES = ("Tider: kopiera nya tider", "kopiera prognos föredragande chatt")
    TIME_BARS = ("Tider: plan och utfall", "staplar diagram granska")
    NEXT_SPEAKER = ("Talarlista: ge ordet till nästa", "talare")
    SPEAKING_TIMES = ("Talarlista: skriv talartider (CSV)", "export excel")
