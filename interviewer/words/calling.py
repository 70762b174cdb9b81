"""What is said during a call: on the question, and by what opens on top of it."""

from schemas.language.text import Text


class CallingWords:
    """What is said during a call: on the question, and by what opens on top of it."""

    # On the question
    on_line = Text("På linjen")
    nobody = Text("Ingen på linjen")
    nobody_on_line = Text("Ingen er på linjen. Esc går til sakskortet, der du kan ringe.")
    answer_now = Text("Svaret nå: {answer}. Enter beholder det.")
    set_aside = Text("{count} svar satt til side")
    set_aside_one = Text("1 svar satt til side")
    lacks_evidence = Text("Et «nei» fra {front_line} er ikke nok: be om å bli satt over (F5).")
    lacks_voices = Text(
        "Et «nei» fra {front_line} er ikke nok: be om å bli satt over (F5), eller finn {voices} "
        "avdelinger som sier det samme."
    )
    fell_aside = Text("Satt til side: {count} svar som ikke hører til lenger. De er ikke slettet.")
    came_back = Text("Tatt fram igjen: {count} svar.")
    call_number = Text("oppringning {number}")
    end_unknown = Text("slutt ukjent")
    may_be_empty = Text("kan stå tomt")
    missing_keys = Text("F7 vet ikke · F8 vil ikke svare")
    dont_know_key = Text("F7 vet ikke")
    several_hint = Text("flere svar · Enter når alle er merket")
    single_hint = Text("ett svar")
    units_hint = Text(
        "skriv noen bokstaver, ↑↓ og Enter · Delete fjerner den siste · Enter på tom linje: ferdig"
    )
    unit_hint = Text("skriv noen bokstaver, ↑↓ og Enter")
    lines_hint = Text("Ctrl+J ny linje · Enter når alt er skrevet")
    read_hint = Text("Enter når det er lest")
    items_so_far = Text("{items} så langt (↑↓ og Enter: gå inn, Delete: fjern)")
    unnamed = Text("(uten navn)")
    more_yes = Text("Ja, {an_item} til")
    more_no = Text("Nei, det var alle")
    unreadable_here = Text("Svaret som er lagret her, kan ikke leses: «{answer}». Spør på nytt.")
    remark_is = Text("Merknad: {remark}")
    check_here = Text("Feil: {says}")
    warning_here = Text("Advarsel: {says}")
    answered = Text("{count} av {of} besvart")
    at_end = Text("Alt er besvart.")
    at_end_open = Text("Dette gjenstår før intervjuet kan fullføres:")
    at_end_enter = Text("Enter fullfører intervjuet.")
    at_end_done = Text("Intervjuet er fullført.")
    at_end_correct = Text("F6 finner et spørsmål; et nytt svar åpner intervjuet igjen.")
    before_leaving = Text(
        "Før du avslutter samtalen: Noe mangler svar eller må avklares. Esc går videre likevel."
    )
    not_yet = Text("Før du legger på: Noe mangler svar eller må avklares.")
    open_again = Text("Intervjuet er åpnet igjen. Svar på nytt, og fullfør det til slutt.")
    asks_back = Text("{by} spør: {question}")
    at_end_jump = Text("Enter viser hva som mangler.")
    at_end_stopped = Text("Intervjuet stopper her. F9 legger på; PgUp retter svaret.")
    completed = Text("{place}: intervjuet er fullført og lagret.")

    # What opens on top of it
    redirect_to = Text("Viderekobles til …")
    sent_where = Text("Hvem ble du sendt videre til? Esc hvis de ikke sa det.")
    redirect_nowhere = Text("Blindvei: de vet ikke hvem")
    redirect_how = Text("{department}: hvordan?")
    redirected = Text("Viderekoblet til {place}. Ny person: presenter deg.")
    lead_noted = Text("{place} er notert som spor.")
    dead_end_noted = Text("Blindveien er notert. Spør om noen andre vet, eller legg på med F9.")
    hang_up = Text("Legg på: hvordan endte samtalen?")
    hang_up_suggested = Text("Enter: {outcome}")
    not_dialled = Text("Ikke ringt: åpnet ved en feil")
    for_ever = Text(" (endelig)")
    agreed_when = Text("Når? (for eksempel: i morgen 10:30, tirs 14, 12.3. kl 9, om 20 min)")
    agreed_when_maybe = Text("Når? Bare Enter hvis ingen tid ble nevnt.")
    agreed_kind = Text("{kind} (Tab bytter)")
    agreed_with_me = Text("bare med meg (Shift+Tab bytter)")
    agreed_with_anybody = Text("med hvem som helst (Shift+Tab bytter)")
    in_writing = Text(
        "Spørsmålene legges i mappen «brev», og på utklippstavlen hvis terminalen tar imot."
    )
    remark_title = Text("Merknad til {question}")
    remark_help = Text("Enter lagrer. Merknaden følger spørsmålet.")
    contact_title = Text("Hvem er dette?")
    contact_help = Text("Enter: neste felt · Esc: lagre og lukk")
    contact_refused = Text("Ikke lagret, for det kan ikke stemme: {fields}")
    contact_new = Text("Nytt kontaktpunkt: hvilken avdeling?")
    field_person = Text("Navn")
    field_phone = Text("Telefon")
    field_role = Text("Stilling")
    field_department = Text("Avdelingens navn")
    field_email = Text("E-post")
    jump_title = Text("Hopp til spørsmål …")
    jump_missing_title = Text("Det som mangler: hopp til …")
    jump_nothing = Text("Ingenting her. Tab viser alt, eller bare det som mangler.")
    jump_help = Text("skriv for å søke · ↑↓ Enter · Tab bare det som mangler · Esc lukker")
    jump_open = Text("Åpent")
    jump_set_aside = Text("Satt til side: {count}")
    jump_aside = Text(
        "Svaret er satt til side fordi spørsmålet ikke stilles lenger. Det er ikke slettet, og "
        "kommer tilbake hvis spørsmålet stilles igjen."
    )
    jump_missing = Text("mangler")
    reveal_claim = Text("{said}: {claim}")
    reveal_found = Text("Samtalen viser: {found}")
    reveal_why = Text("Hvorfor er det forskjell?")
    reveal_same = Text("Det stemmer med samtalen. Enter går videre.")
    check_correct = Text("Rett svaret")
    check_confirm = Text("Svaret stemmer: skriv hvorfor")
    check_later = Text("Ta det senere")
    key_save = Text("Lagre")
    key_hang_up = Text("Legg på")
    key_return = Text("Tilbake")
    key_go_there = Text("Gå dit")
    key_keep = Text("Behold")
    check_reason = Text("Hvorfor stemmer det? Enter lagrer.")
    check_reason_missing = Text("Skriv kort hvorfor, så koordinatoren forstår svaret.")
    remove_title = Text("Fjerne «{name}»? Svarene om {the_item} blir tatt ut av intervjuet.")
    remove_yes = Text("Ja, fjern det")
    remove_no = Text("Nei, behold det")
