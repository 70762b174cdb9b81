"""What is said during a call: on the question, and by what opens on top of it."""

from schemas.language.text import Text


class CallingWords:
    """What is said during a call: on the question, and by what opens on top of it."""

    # On the question
    on_line = Text("På linjen")
    nobody = Text("Ingen på linjen")
    others_here = Text("Andre i saken")
    appointment_here = Text("Avtale")
    remarks_here = Text("Merknader")
    said_here = Text("Siste svar")
    agreed_soon = Text("⏰ {clock} {place} om {minutes}")
    agreed_now = Text("⏰ NÅ: avtale {clock} med {place}")
    nobody_on_line = Text("Ingen er på linjen. Esc går til sakskortet, der du kan ringe.")
    answer_now = Text("Svaret nå: {answer}. Enter beholder det.")
    set_aside = Text("{count} svar satt til side")
    set_aside_one = Text("1 svar satt til side")
    until_agreed = Text("{aside} til noen sier ja til å svare")
    lacks_evidence = Text("Et «nei» fra {front_line} er ikke nok: Be om å bli satt over (F5).")
    lacks_voices = Text(
        "Et «nei» fra {front_line} er ikke nok: Be om å bli satt over (F5), eller finn {voices} "
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
    at_end_correct = Text("F6 finner et spørsmål. Et nytt svar åpner intervjuet igjen.")
    before_leaving = Text(
        "Før du avslutter samtalen: Noe mangler svar eller må avklares. Esc går videre likevel."
    )
    not_yet = Text("Før du legger på: Noe mangler svar eller må avklares.")
    open_again = Text("Intervjuet er åpnet igjen. Svar på nytt, og fullfør det til slutt.")
    goes_on = Text("Fortsetter: Si hvem du er, og at intervjuet stanset {when}.")
    asks_back = Text("{by} spør: {question}")
    at_end_jump = Text("Enter viser hva som mangler.")
    at_end_stopped_silent = Text("Intervjuet stopper her. PgUp går tilbake til svaret.")
    at_end_stopped = Text("Intervjuet stopper her. F9 legger på, og PgUp går tilbake til svaret.")
    completed = Text("{place}: Intervjuet er fullført og lagret. F6 på kortet retter det.")

    # What opens on top of it
    hung_up = Text("Samtalen er over, og oppringningen er lagret: {outcome}.")
    redirect_to = Text("Hvem blir du sendt videre til?")
    sent_where = Text("Hvem ble du sendt videre til? Esc hvis de ikke sa det.")
    undo_explained = Text("Velg på nytt hvorfor det er forskjell.")
    undone_answer = Text("Angret svaret på «{question}». Det står nå: {answer}.")
    undone_removed = Text("Angret: «{name}» er med igjen, med svarene om {the_item}.")
    undone_added = Text("Angret {the_item} som ble lagt til.")
    undone_check = Text("Angret: Advarselen står åpen igjen.")
    undone_none = Text("ikke besvart")
    undone_remark = Text("Angret merknaden til «{question}».")
    undone_transfer = Text("Angret viderekoblingen til {place}. På linjen er {whom}.")
    undone_lead = Text("Angret sporet til {place}.")
    undone_dead_end = Text("Angret blindveien.")
    undone_why = Text("Angret")
    undone_outcome = Text(
        "Angret utfallet «{outcome}»{agreed}. Oppringningen er åpen igjen: F9 velger et utfall."
    )
    undone_agreed = Text(" og avtalen {when}")
    undone_noted = Text(" Notatet følger med: «{note}»")
    undo_nothing = Text("Det er ingenting å angre her.")
    undo_never = Text("Dette utfallet kan ikke angres: Ingen ringer hit igjen.")
    undo_completed = Text("Kan ikke angres: Intervjuet er fullført. F6 på kortet retter det.")
    undo_decided = Text("Kan ikke angres: Koordinatoren har avgjort noe i saken siden.")
    undo_close_first = Text("Lukk det som er åpent (Esc), så kan du angre.")
    for_ever_asked = Text("Dette kan ikke angres.")
    for_ever_yes = Text("Ja, lukk saken for alltid")
    for_ever_no = Text("Nei, velg et annet utfall")
    doubted_asked = Text(
        "Noen har svart på spørsmål i denne oppringningen. Endte den likevel slik?"
    )
    doubted_yes = Text("Ja, det stemmer")
    doubted_no = Text("Nei, velg et annet utfall")
    check_which = Text("Hvilket svar skal rettes?")
    redirect_known = Text("{whom}, kjent")
    redirect_every = Text("Alle som er kjent i saken …")
    redirect_nowhere = Text("Blindvei: De vet ikke hvem")
    redirect_how = Text("{department}: Hvordan?")
    redirected = Text("Viderekoblet til {place}. Ny person: presenter deg.")
    now_another = Text("Ny person på linjen: {place}. Innledningen leses på nytt.")
    now_on_line = Text("På linjen er nå {whom}. Innledningen leses på nytt.")
    remark_kept = Text("Merknaden er tatt vare på: F4 fortsetter den.")
    lead_noted = Text("{place} er notert som spor.")
    lead_stored = Text("Lagret som spor: {whom}.")
    dead_end_noted = Text("Blindveien er notert. Spør om noen andre vet, eller legg på med F9.")
    hang_up = Text("Legg på: Hvordan endte oppringningen?")
    hang_up_suggested = Text("Enter: {outcome}")
    not_dialled = Text("Ikke ringt: åpnet ved en feil")
    not_undialled = Text(
        "Det er lagret noe i oppringningen, så den kan ikke tas bort. Velg et utfall."
    )
    mistake_asked = Text("Oppringningen blir tatt bort. Det kan ikke angres.")
    mistake_yes = Text("Ja, ta den bort")
    mistake_no = Text("Nei, velg et utfall")
    for_ever = Text(" (endelig)")
    agreed_when = Text("Når? (for eksempel: i morgen 10:30, tirs 14, 12.3. kl 9, om 20 min)")
    agreed_when_maybe = Text("Når? Bare Enter hvis ingen tid ble nevnt.")
    agreed_kind = Text("{kind} (Tab bytter)")
    agreed_with_me = Text("bare med meg (Shift+Tab bytter)")
    agreed_with_anybody = Text("med hvem som helst (Shift+Tab bytter)")
    in_writing = Text(
        "Spørsmålene legges i mappen «brev», og på utklippstavlen hvis terminalen tar imot."
    )
    letter_kept = Text(
        "Brevet med spørsmålene er skrevet: {path}. Det er også sendt til utklippstavlen, hvis "
        "terminalen tar imot."
    )
    letter_not_kept = Text(
        "Brevet kunne ikke skrives i mappen «brev», bare sendes til utklippstavlen, hvis "
        "terminalen tar imot: Lim det inn i e-posten nå."
    )
    remark_title = Text("Merknad til «{question}»")
    remark_help = Text("Enter lagrer. Merknaden følger spørsmålet.")
    contact_title = Text("Hvem er dette?")
    contact_what = Text("{whom}: Hva vil du gjøre?")
    contact_correct = Text("Rett navn og nummer")
    contact_dead = Text("Nummeret er dødt: ikke i bruk")
    contact_wrong = Text("Feil nummer: en privatperson, et annet sted")
    contact_works = Text("Nummeret er riktig likevel")
    contact_first = Text("Ring denne først")
    contact_as_before = Text("Ring i vanlig rekkefølge igjen")
    contact_merge = Text("Slå sammen med en annen, som er den samme")
    contact_retire = Text("Ta ut: Ingen skal ringe dit mer")
    contact_corrected_told = Text("{whom} er rettet.")
    contact_dead_told = Text("{number} er merket som dødt. {then}")
    contact_wrong_told = Text("{number} er merket som feil nummer. {then}")
    number_elsewhere = Text("Det samme nummeret står også i {places}.")
    contact_works_told = Text("{number} kan ringes igjen.")
    contact_first_told = Text("{whom} ringes først.")
    contact_as_before_told = Text("{whom} ringes i vanlig rekkefølge.")
    contact_merge_which = Text("Hvem er den samme som {whom}?")
    contact_merge_asked = Text(
        "{other} tas ut, og alt som er gjort der, føres på {whom}. Det kan ikke angres."
    )
    contact_merge_yes = Text("Ja, slå sammen")
    contact_merge_no = Text("Nei, behold begge")
    contact_same_why = Text("Den samme som {whom}")
    contact_merged_told = Text("{other} er nå {whom}. Oppringningene følger med.")
    contact_retire_why = Text("Hvorfor skal ingen ringe {whom} mer? Det kan ikke angres.")
    contact_retired_told = Text("{whom} er tatt ut. Det som er gjort, blir stående.")
    contact_is_first = Text("ringes først")
    contacts_retired = Text("Tatt ut")

    # Who is on the line
    who_title = Text("Hvem er på linjen?")
    who_correct = Text("{whom}: rett navn og nummer")
    who_new = Text("En annen på samme sted: ny person")
    contact_stored = Text("Lagret: {whom}.")
    contact_help = Text("Enter: neste felt · Esc: lagre og lukk")
    contact_known_already = Text(
        "{whom} er kjent i saken fra før, og er ikke laget på nytt. Det du skrev, står der nå."
    )
    contact_refusing = Text(
        "{fields} kan ikke stemme. Rett det, eller Esc igjen for å utelate det."
    )
    contact_elsewhere = Text(
        "«{typed}» ser ut som {what}. Enter flytter det til «{field}», Tab lar det stå her."
    )
    looks_like_name = Text("et navn")
    looks_like_number = Text("et telefonnummer")
    looks_like_address = Text("en e-postadresse")
    contact_refused = Text("Utelatt, for det kan ikke stemme: {fields}. Resten er lagret.")
    contact_new = Text("Nytt kontaktpunkt: Hvilken avdeling?")
    field_person = Text("Navn")
    field_phone = Text("Telefon")
    field_role = Text("Stilling")
    field_department = Text("Avdelingens navn")
    field_email = Text("E-post")
    jump_title = Text("Hopp til spørsmål …")
    jump_missing_title = Text("Hopp til noe som mangler …")
    jump_nothing = Text("Ingenting her. Tab viser alt, eller bare det som mangler.")
    jump_help = Text("skriv for å søke · ↑↓ Enter · Tab bare det som mangler · Esc lukker")
    jump_help_missing = Text("skriv for å søke · ↑↓ Enter · Tab viser alt · Esc lukker")
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
    key_correct = Text("Rett navn og nummer")
    key_hang_up = Text("Legg på")
    key_return = Text("Tilbake")
    key_go_there = Text("Gå dit")
    key_keep = Text("Behold")
    check_reason = Text("Hvorfor stemmer det? Enter lagrer.")
    check_reason_missing = Text("Skriv kort hvorfor, så koordinatoren forstår svaret.")
    remove_title = Text("Fjerne «{name}»? Svarene om {the_item} blir tatt ut av intervjuet.")
    remove_yes = Text("Ja, fjern det")
    remove_no = Text("Nei, behold det")
