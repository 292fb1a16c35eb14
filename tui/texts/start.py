"""Before the meeting: the list of meetings, what is brought in, the agenda in forms."""

from __future__ import annotations

from tui.texts.program import some


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
    UNSAVED = "osparad, som den stod när programmet slutade"
    UNSAVED_NONE = "Dagordning utan namn"
    UNSAVED_FAULT = "Det osparade går inte att läsa: filen är skadad. Sparade dagordningar är orörda; börja om från en av dem."
    NEXT_AFTER = "Nästa sammanträde"
    NOT_AN_AGENDA = "Ställ markören på en dagordning i listan för att ändra den."
    NOT_A_MEETING = "Ställ markören på ett tidigare sammanträde i listan."
    HELP = "Hjälp"
    HELP_DETAIL = "tangenter, filer, utseende"
    QUIT = "Avsluta"
    QUIT_DETAIL = "allt är sparat"
    NONE = "Här finns inget sammanträde än. Gör en dagordning, importera en kallelse, eller öva på ett exempel."
    FAULTY = "innehåller fel: Enter visar dem"
    UNREADABLE = "kan inte läsas: Enter visar varför"
    CANNOT_OPEN = "Sammanträdet kan inte öppnas"
    FOOTER = (
        ("help", "f1", "Hjälp", "Visar tangenter och råd."),
        ("choose", "enter", "Välj", "Öppnar det som markören står på."),
        ("edit", "e", "Ändra", "Öppnar dagordningen vid markören i formulär."),
        ("next_meeting", "n", "Nästa", "Gör dagordningen till nästa sammanträde efter det vid markören."),
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


class Import:
    """Importera …: a kallelse from a file."""

    TITLE = "Importera en kallelse"
    HELP = (
        "Skriv sökvägen till filen; listan visar det som passar och Tab fyller i. Word, PDF, text och Markdown går bra. "
        "Sedan visas vad som kom med, bredvid källan, och du kan ändra allt i formulär innan något sparas."
    )
    PREVIEW_HELP = (
        "Till vänster det som kom med och det som är tveksamt, till höger källan. Står ledamöterna inte i kallelsen: P hämtar dem "
        "ur en lista, ett protokoll, en annan dagordning eller ett tidigare sammanträde. G går vidare till formulären; "
        "ingenting är sparat ännu."
    )
    PEOPLE = "Hämta personer"
    READ = "Läs in"
    READING = "Läser …"
    NO_FILE = "Skriv vilken fil."
    NOT_FOUND = "Filen finns inte. Se över sökvägen; Tab fyller i den, och listan visar det som passar."
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


class Rosters:
    """People from elsewhere."""

    TITLE = "Hämta personer"
    DETAIL = "Ur ett tidigare sammanträde, en annan dagordning, en lista eller ett protokoll i mappen. Skriv en del av namnet."
    NONE = "Här finns inget tidigare sammanträde, ingen dagordning och ingen lista att hämta personer ur."
    NOT_READ = "Personerna kunde inte hämtas"
    NOBODY_NEW = "Alla som står där finns redan i dagordningen."

    @staticmethod
    def added(count: int) -> str:
        return f"{some(count, 'person', 'personer')} lades till."


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
    NO_PEOPLE = "Här är ingen än. Ctrl+N lägger till en person; F4 hämtar många ur en lista, ett protokoll eller ett tidigare sammanträde."
    NO_ITEMS = "Inga ärenden än: Ctrl+N lägger till ett."
    WITHDRAWN = "utgår"
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
        ("roster", "f4", "Hämta personer", "Hämtar personer ur en lista, ett protokoll eller ett tidigare sammanträde."),
        ("leave", "escape", "Tillbaka", "Ett steg tillbaka; frågar om något inte är sparat."),
    )
    FORM_FOOTER = (
        ("help", "f1", "Hjälp", "Visar vad som kan göras här."),
        ("go(1)", "f2", "Nästa", "Till nästa ärende eller person."),
        ("go(-1)", "f3", "Föregående", "Till det före."),
        ("add", "ctrl+n", "En till", "Lägger till en person eller ett ärende efter den här."),
        ("doubt_done", "f6", "Stämmer", "Det tveksamma i rutan är i sin ordning; går till nästa."),
        ("leave", "escape", "Tillbaka", "Tillbaka till listan. Det du har skrivit är kvar."),
        ("save", "ctrl+s", "Spara", "Tillbaka till listan, och skriver dagordningen till sin fil."),
    )
    HELP = (
        "Överst står sammanträdets uppgifter, personerna och de lokala reglerna; därunder ärendena med sin planerade tid. "
        "Enter öppnar raden vid markören i ett formulär.\n\n"
        "Ctrl+N lägger till, Delete tar bort efter en fråga, Skift+pil flyttar ett ärende eller en person. "
        "Tiderna räknas om vid varje ändring: ett utlovat klockslag ligger fast, längder fyller tiden mellan dem, "
        "och övriga delar på resten. F4 hämtar personer ur en lista, ett protokoll, en annan dagordning eller ett tidigare sammanträde.\n\n"
        "⚠ är något som bör ses över, ✗ något som måste rättas innan dagordningen kan användas, ? något som importen var osäker på (F6). "
        "Ctrl+S sparar."
    )
    FORM_HELP = (
        "Tab går till nästa ruta, F2 och F3 till grannarna, Ctrl+N till en ny efter den här. "
        "Det du skriver är kvar när du går tillbaka med Esc; Ctrl+S sparar dagordningen. "
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
        return f"Sparat i {path}. Esc går till startskärmen; Enter på dagordningen där öppnar sammanträdet."

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
    def not_kept(why: str) -> str:
        return f"Det du skriver kan inte hållas undan för ett strömavbrott ({why or 'okänt fel'}). Spara ofta med Ctrl+S."

    @staticmethod
    def doubts_left(count: int) -> str:
        return f"{some(count, 'sak', 'saker')} att ta ställning till (F6)."

    # Field labels

    FIELDS_MEETING = {
        "municipality": "Kommun", "body": "Organ", "kind": "Slag", "date": "Datum", "starts": "Börjar", "ends": "Slutar",
        "place": "Plats", "first_paragraph": "Första §", "numbering": "Numrering", "seats": "Antal platser",
        "approvers": "Justerare", "approval": "Justering", "urgent_decisions": "Brådskande beslut",
        "kept_at": "Förvaras hos", "style": "Husstil",
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
        "urgent_decisions": "att anmäla: Dnr eller dag; flera skiljs med semikolon",
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
