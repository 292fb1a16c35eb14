"""The chair's view, speakers, and the plan against the clock."""

from __future__ import annotations

from tui.texts.program import some


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
        ("speakers", "t", "Talare", "En egen talarlista, som bara finns i det här fönstret och aldrig sparas."),
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
        "t öppnar en egen talarlista, n ger ordet till den som står först på den. Den finns bara här och sparas inte. Den börjar "
        "från sekreterarens lista, och visas sedan i stället för den i det ärendet.\n\n"
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

    @staticmethod
    def note_not_written(why: str) -> str:
        return f"Lappen kunde inte lämnas ({why}). Säg det i stället, eller försök igen."

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
    OWN_TITLE = "Egen talarlista, sparas inte"
    OWN_NO_ITEM = "Inget ärende är öppnat, så ingen kan ha ordet."
    OWN_IS_F9 = "Den egna talarlistan finns i ordförandens fönster. Här är det F9 i sammanträdet."
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
