"""What is said before the first call, and on every screen."""

from schemas.language.text import INVENTED, Text


class OpeningWords:
    """What is said before the first call, and on every screen."""

    # Who is calling
    opening = Text("Åpner …")
    tagline = Text("en runde med telefoner")
    who_is_it = Text("Hvem er du?")
    who_calls_help = Text(
        "Skriv navnet ditt slik du presenterer deg i telefonen, og trykk Enter.",
    )
    who_reviews_help = Text("Skriv navnet ditt slik det skal stå ved avgjørelsene, og trykk Enter.")
    who_is_known = Text("Har ringt herfra før – skriv litt av navnet, eller velg med pilene:")
    name_new = Text(
        "«{name}» har ikke ringt herfra før. {known} Enter en gang til gjør deg til ny intervjuer."
    )
    name_mend = Text("Har du det, retter du navnet.")
    name_choose = Text("Har du det, velger du navnet ditt med ↓.")
    practice_about = Text(
        "Her er alt oppdiktet, og ingen telefon ringer. Noen har ringt rundt i noen uker: En del "
        "intervjuer er ferdige, og andre saker er underveis. Åpne en sak, ring og spør som på "
        "ordentlig. "
        "F1 forklarer hvert skjermbilde, og Ctrl+Q avslutter."
    )
    practice_made = Text(
        "Øvelsesdataene lages mens du leser. Ringelisten kommer når de er ferdige."
    )
    practice_soon = Text("Takk. Ringelisten kommer så snart øvelsesdataene er ferdige.")
    name_long = Text("Navnet er {count} tegn. Det er plass til {most}. Skriv det kortere.")
    name_missing = Text("Skriv navnet ditt, så de du ringer, vet hvem du er.")
    resume = Text("Du var midt i en sak:")
    resume_open = Text(
        "Kanskje er den åpen i et annet vindu ennå. Fortsett i så fall der, og avslutt her: "
        "Valgene her tar saken fra det vinduet."
    )
    resume_go_on = Text("Fortsett akkurat der du var")
    resume_to_card = Text("Gå til sakskortet")
    resume_leave = Text("Gå til ringelisten")
    resume_ends = Text("{way} (en åpen oppringning får «slutt ukjent»)")

    # What was typed or decided, and not stored when the program ended
    unsaved = Text("Dette er ikke lagret ennå:")
    unsaved_go_on = Text("Lagre det, og fortsett akkurat der du var")
    unsaved_to_card = Text("Lagre det, og gå til sakskortet")
    unsaved_leave = Text("Lagre det, og gå til listen")
    unsaved_let_lie = Text("La det ligge til neste gang, og gå til listen")
    unsaved_drop = Text("Kast det, og fortsett uten det")
    unsaved_refused = Text("Dette kan ikke lagres nå. Les det, og noter det du trenger:")
    unsaved_keep = Text("La det ligge til neste gang, og fortsett")
    unsaved_typed = Text("Dette ble skrevet, men ikke brukt. Skriv det inn på nytt")
    unsaved_unknown = Text("Noe denne versjonen av Ringerunde ikke kjenner. Det ligger i {place}.")
    unsaved_of_others = Text(
        "Her ligger noe som {name} skrev, og som ikke er lagret. Er {name} ikke i gang med det nå, "
        "tilbys det når {name} starter. (S-UNSAVED)"
    )
    unsaved_of_nobody = Text(
        "Noe som ikke ble lagret, ligger i {place}. Den som skrev det, finnes ikke i databasen. "
        "(S-UNSAVED)"
    )
    unsaved_newer = Text(
        "Noe som ikke ble lagret, ligger i {place}, skrevet av en nyere Ringerunde. Oppdater "
        "programmet. (S-UNSAVED-NEWER)"
    )
    unsaved_spoilt = Text(
        "Noe som ikke ble lagret, ligger i {place}, som ikke kan leses. Filen er ikke rørt. "
        "(S-UNSAVED-FILE)"
    )

    # What it is
    kept_answer = Text("Et svar")
    kept_remark = Text("En merknad")
    kept_remark_is = Text("Merknad til spørsmålet, som F4 fortsetter der: {remark}")
    kept_reason = Text("At et svar skal stå, og hvorfor")
    kept_difference = Text("Hvorfor det er en forskjell fra forrige fase")
    kept_reveal = Text("At det som ble oppgitt i forrige fase, ble vist")
    kept_draft = Text("Halvskrevet tekst")
    kept_steps = Text("Steg tilbake i intervjuet")
    kept_language = Text("Språket i intervjuet")
    kept_complete = Text("At intervjuet er fullført")
    kept_end = Text("Slutten på en oppringning")
    kept_redirect = Text("En viderekobling")
    kept_contact = Text("Et kontaktpunkt")
    kept_marked = Text("Det som er merket på et kontaktpunkt")
    kept_merged = Text("To kontaktpunkter som er ett")
    kept_note = Text("Et notat om saken")
    kept_decision = Text("En avgjørelse")
    kept_accepted = Text("Intervjuer som ble godtatt samlet")
    kept_settled = Text("Hva som gjelder der to filer sier forskjellige ting")
    kept_sharing = Text("En avgjørelse om det som er felles")
    kept_given = Text("Hvem som skal ringe saker")
    kept_coding = Text("Koding av svar")
    kept_code = Text("En kode")

    # On every screen
    practice = INVENTED
    saved = Text("lagret {time}")
    saving = Text("lagrer …")
    not_saved = Text("IKKE LAGRET")
    keys_unused = Text("{count} tastetrykk etter det er ikke brukt.")
    not_saved_more = Text(
        "Svaret er ikke borte. Programmet prøver igjen. {waiting} tastetrykk venter."
    )
    unseen_removed = Text("Tegn som ikke synes, er tatt ut av det du limte inn. Se over teksten.")
    copied = Text("{number} er sendt til utklippstavlen, hvis terminalen tar imot.")
    telephoned = Text("{number} er gitt til telefonprogrammet, hvis maskinen har et.")
    hang_up_first = Text("Du er i en samtale. Legg på med F9 først.")
    quit_set_aside = Text(
        "Det siste du gjorde, og det du har skrevet etter det, er tatt vare på her, og du får det "
        "tilbake neste gang du starter. Ctrl+Q en gang til avslutter."
    )
    quit_unsaved = Text(
        "Avslutter du nå, mister du det siste du gjorde, og {count} tastetrykk etter det. Ctrl+Q "
        "en gang til avslutter uten å lagre."
    )
    quit_on_line = Text("Du er midt i en samtale. Legg på med F9 først, eller trykk Ctrl+Q igjen.")
    too_small = Text("Vinduet er for lite: {columns}×{rows}. Det trengs minst 80×24.")

    # What a key does where it does something else than its name says
    key_open = Text("Åpne")
    key_ring = Text("Ring")
    key_begin = Text("Begynn")
    key_new_contact = Text("Ny kontakt")
    key_interview = Text("Intervjuet")
    key_contact = Text("Kontaktpunkt")
    key_back_to_list = Text("Til listen")
    key_clear = Text("Tøm søket")
    key_to_card = Text("Sakskortet")
