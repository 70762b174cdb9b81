"""Every sentence the screens say, in one place, apart from those that belong to a rule.

Bokmål is written; a `Text` takes nynorsk and English beside it.  What a key does stands in `keys`,
why an answer cannot be taken in `schemas.messages`, why the database says no in `db.problems`.
"""

from typing import Final

from schemas.outcomes import Outcome
from schemas.text import Text


def say(words: Text, **values: object) -> str:
    """`words` with values put in; braces inside a value are left alone."""
    return str(words).format(**values)


class WORDS:
    """The sentences, by where they are met."""

    # Opening, and who is calling
    opening = Text("Åpner …", nn="Opnar …", en="Opening …")
    tagline = Text("en runde med telefoner", nn="ein runde med telefonar", en="a round of calls")
    who_calls = Text("Hvem ringer?", nn="Kven ringjer?", en="Who is calling?")
    who_calls_help = Text(
        "Skriv navnet ditt slik du presenterer deg i telefonen, og trykk Enter.",
        en="Write your name as you say it on the phone, and press Enter.",
    )
    name_missing = Text("Skriv navnet ditt, så vet de du ringer hvem du er.")
    resume = Text("Du var midt i en sak da programmet stoppet:")
    resume_go_on = Text("Fortsett akkurat der det stoppet")
    resume_leave = Text("Gå til ringelisten (en åpen oppringning får «slutt ukjent»)")
    practice = Text("ØVELSE – oppdiktede data", en="PRACTICE – invented data")

    # What a key does where it does something else than its name says
    key_open = Text("Åpne", nn="Opne", en="Open")
    key_ring = Text("Ring", nn="Ring", en="Call")
    key_new_contact = Text("Ny kontakt", nn="Ny kontakt", en="New contact")
    key_interview = Text("Intervjuet", nn="Intervjuet", en="Interview")
    key_contact = Text("Endre kontakt", nn="Endre kontakt", en="Edit contact")
    key_back_to_list = Text("Til listen", nn="Til lista", en="To the list")
    key_clear = Text("Tøm søket", nn="Tøm søket", en="Clear")
    key_to_card = Text("Sakskortet", nn="Sakskortet", en="The case")

    # The call list
    call_list = Text("Ringeliste", nn="Ringjeliste", en="Call list")
    search = Text("Søk", nn="Søk", en="Search")
    search_hint = Text("skriv et sted, et fylke eller et nummer")
    nothing_found = Text("Ingenting passer med «{typed}». Slett noe, eller trykk Esc.")
    held = Text("hos {name}")
    held_by = Text("Saken er i bruk hos {name} til kl. {until}. Velg en annen sak.")
    leads_waiting = Text("{count} ubrukt leid")
    leads_waiting_many = Text("{count} ubrukte leider")
    list_count = Text("{callable} kan ringes nå · {waiting} venter · {finished} ferdige av {all}")
    next_appointment = Text("neste avtale {when} {place}")
    nobody_callable = Text("Ingen saker her akkurat nå. F6 viser de andre.")
    filter_all = Text("Alle")
    filter_today = Text("Avtaler i dag")
    filter_mine = Text("Mine")
    filter_title = Text("Vis …")
    somebody_rings = Text("NOEN RINGER")
    who_rings = Text("Noen ringer: skriv sted, navn, avdeling eller nummer, og trykk Enter.")
    ringing_back = Text("De ringer oss: Enter begynner samtalen (tallene velger hvem).")
    key_filter = Text("Vis", nn="Vis", en="Show")

    # The case card
    same_name = Text("OBS: Det finnes flere med samme navn: {others}")
    population = Text("{count} innbyggere")
    contacts = Text("Kontaktpunkter", nn="Kontaktpunkt", en="Contact points")
    no_contacts = Text(
        "Ingen kontaktpunkter ennå. Enter: ring sentralbordet (du blir bedt om nummeret)."
    )
    ring_next = Text("Enter ringer {whom}")
    number_for = Text("Hvilket nummer ringer du til {whom}? (Enter uten nummer om du ikke vet)")
    history = Text("Oppringninger", nn="Oppringingar", en="Calls")
    no_history = Text("Ikke ringt ennå.")
    the_way = Text("Veien", nn="Vegen", en="The way")
    lead = Text("leid")
    right_one = Text("rett person")
    interview_begun = Text("Intervjuet er påbegynt: {answered} svar. F6 åpner det uten å ringe.")
    interview_done = Text("Intervjuet er fullført {when}. F6 viser det.")
    case_refused = Text(
        "Saken er avsluttet: «{outcome}». Det skal ikke ringes mer i denne saken.",
    )
    remarks = Text("Merknader", nn="Merknader", en="Remarks")
    remark_on = Text("Merknad til «{question}»: {remark}")
    why_here = Text("I ringelisten: {reason}")
    filtered = Text("viser: {filter}")

    # The call
    on_line = Text("På linjen")
    nobody = Text("Ingen på linjen")
    nobody_on_line = Text("Ingen er på linjen. Esc går til sakskortet, der du kan ringe.")
    saved = Text("lagret {time}")
    saving = Text("lagrer …")
    not_saved = Text("IKKE LAGRET")
    keys_unused = Text("{count} tastetrykk etter det er ikke brukt.")
    not_saved_more = Text("Svaret står her. {waiting} tastetrykk venter.")
    call_over = Text("Samtalen er lagt på: «{outcome}». Svar på de siste spørsmålene.")
    instruction = Text("Les ikke opp")
    answer_now = Text("Svaret nå: {answer}. Enter beholder det.")
    set_aside = Text("{count} svar satt til side")
    set_aside_one = Text("1 svar satt til side")
    lacks_evidence = Text(
        "Et «nei» fra sentralbord eller servicetorg er ikke nok: be om å bli satt over (F5), eller "
        "finn to avdelinger som sier det samme."
    )
    fell_aside = Text("Satt til side: {count} svar som ikke hører til lenger. De er ikke slettet.")
    came_back = Text("Tilbake på veien: {count} svar.")
    call_number = Text("oppringning {number}")
    end_unknown = Text("slutt ukjent")
    may_be_empty = Text("kan stå tomt")
    missing_keys = Text("F7 vet ikke · F8 vil ikke svare")
    dont_know_key = Text("F7 vet ikke")
    several_hint = Text("flere svar · Enter når alle er merket")
    single_hint = Text("ett svar")
    units_hint = Text(
        "skriv noen bokstaver, ↑↓ og Enter · Del fjerner den siste · Enter på tom linje: ferdig"
    )
    unit_hint = Text("skriv noen bokstaver, ↑↓ og Enter")
    read_hint = Text("Enter når det er lest")
    decimal_hint = Text("et tall, gjerne med komma")
    range_hint = Text("{low}–{high}")
    month_hint = Text("1–12 eller navnet")
    offers_so_far = Text("Tilbudene så langt (↑↓ og Enter: gå inn, Del: fjern)")
    unnamed = Text("(uten navn)")
    more_yes = Text("Ja, et tilbud til")
    more_no = Text("Nei, det var alle")
    item_number = Text("Tilbud {number}")
    remark_is = Text("Merknad: {remark}")
    check_here = Text("Feil: {says}")
    warning_here = Text("Advarsel: {says}")
    confirmed_here = Text("Bekreftet: {says} – {reason}")
    answered = Text("{count} svart")
    at_end = Text("Alt er besvart.")
    at_end_open = Text("Noe står åpent før intervjuet kan fullføres:")
    at_end_enter = Text("Enter fullfører intervjuet.")
    at_end_jump = Text("Enter viser hva som mangler.")
    at_end_stopped = Text("Intervjuet stopper her. F9 legger på; PgUp retter svaret.")
    completed = Text("{place}: intervjuet er fullført og lagret.")

    # What opens on top of the question
    redirect_to = Text("Viderekobles til …")
    redirect_nowhere = Text("Blindvei: de vet ikke hvem")
    redirect_how = Text("{department}: hvordan?")
    redirected = Text("Viderekoblet til {place}. Ny person: presenter deg.")
    lead_noted = Text("{place} er notert som leid.")
    dead_end_noted = Text("Blindveien er notert. Spør om noen andre vet, eller legg på med F9.")
    hang_up = Text("Legg på: hvordan endte samtalen?")
    hang_up_suggested = Text("Enter: {outcome}")
    not_dialled = Text("Ikke ringt: åpnet ved en feil")
    for_ever = Text(" (endelig)", en=" (final)")
    agreed_when = Text("Når? (for eksempel: i morgen 10:30, tirs 14, 12.3. kl 9, om 20 min)")
    agreed_when_maybe = Text("Når? Enter uten tid om det ikke ble sagt.")
    agreed_kind = Text("Tab: {kind}")
    agreed_with_me = Text("Shift+Tab: bare med meg")
    agreed_with_anybody = Text("Shift+Tab: med hvem som helst")
    in_writing = Text("Spørsmålene legges på utklippstavlen og i mappen «brev».")
    hang_up_note = Text("Notat (kan stå tomt), Enter legger på")
    remark_title = Text("Merknad til {question}")
    remark_help = Text("Enter lagrer. Merknaden følger spørsmålet.")
    contact_title = Text("Hvem er dette?")
    contact_help = Text("Enter: neste felt · Esc: lagre og lukk")
    contact_new = Text("Nytt kontaktpunkt: hvilken avdeling?")
    field_person = Text("Navn")
    field_phone = Text("Telefon")
    field_role = Text("Stilling")
    field_department = Text("Avdelingens navn")
    field_email = Text("E-post")
    jump_title = Text("Oversikt: hopp til …")
    jump_help = Text("skriv for å søke, ↑↓ og Enter · Esc lukker")
    jump_open = Text("Åpent")
    jump_missing = Text("mangler")
    reveal_title = Text("Fase én: rådmannens svar i 2014")
    reveal_claim = Text("Rådmannen oppga: {claim}")
    reveal_found = Text("Samtalen viser: {found}")
    reveal_why = Text("Hvorfor er det forskjell?")
    reveal_same = Text("Det stemmer med samtalen. Enter går videre.")
    review_title = Text("Til gjennomsyn", en="Review")
    review_counts = Text("{open} å se på · {cases} saker hos deg · {decided} av {all} avgjort")
    review_none = Text("Ingenting å se på nå. F6 viser alle fullførte intervjuer.")
    review_decided = Text("avgjort: {decision}")
    review_shared_count = Text("{count} felles tjenester ({conflicts} uenige)")
    review_all = Text("Alle/åpne")
    review_shared = Text("Felles tjenester")
    review_progress = Text("Framdrift")
    review_class = Text("Klasse: {klass}")
    review_why = Text("I køen fordi: {whys}")
    review_open = Text("Åpent: {points}")
    review_claim = Text("Fase én: {claim}. Forskjell: {reason}")
    review_claim_alone = Text("Fase én: {claim}")
    review_no_claim = Text("Fase én: svarte ikke")
    review_not_explained = Text("ikke begrunnet")
    review_note = Text("Notat fra intervjueren: {note}")
    review_earlier = Text("{when} {name}: {decision}{reason}")
    review_accept = Text("Godta klassen")
    review_override = Text("Sett en annen klasse")
    review_return = Text("Send tilbake med et spørsmål")
    review_include = Text("Ta med i oversikten")
    review_exclude = Text("Hold utenfor oversikten")
    review_release = Text("De har godkjent teksten om seg")
    review_edit = Text("Rett svarene (ny revisjon)")
    review_which_class = Text("Hvilken klasse?")
    review_which_question = Text("Hvilket spørsmål skal stilles igjen? (skriv for å søke)")
    review_reason = Text("{decision}: hvorfor? Enter lagrer.")
    review_message = Text("Hva skal intervjueren spørre om? Enter sender tilbake.")
    review_reason_missing = Text("Skriv en kort grunn, så andre kan forstå avgjørelsen.")
    review_done = Text("{place}: {decision}.")
    review_confirmed = Text("Bekreftet advarsel: {says} – {reason}")
    review_revision = Text("Revisjon {revision}, fullført {when} av {name}")
    review_answers = Text("Svarene")
    shared_title = Text("Felles tjenester: én samtale kan avgjøre flere saker")
    shared_none = Text("Ingen interkommunale tjenester er funnet ennå.")
    shared_row = Text("{service} ({host}): avgjør {settles} saker, {disagree} er uenige")
    shared_disagrees = Text("uenighet: {conflict} ({others})")
    shared_done = Text("Lagret.")
    shared_reason = Text("Hvorfor hører {unit} ikke til? Enter lagrer.")
    key_confirm = Text("Bekreft", en="Confirm")
    key_apart = Text("Hører ikke til", en="Not part of it")
    key_queue = Text("Til køen", en="To the queue")

    # The coordinator's cases, and a withdrawal
    cases_title = Text("Saker hos deg", nn="Saker hos deg", en="Cases with you")
    cases_waiting = Text("Venter på deg, de eldste først")
    cases_numberless = Text("Mangler et nummer å ringe")
    cases_closed = Text("Lukket av koordinator, eller trukket")
    cases_found = Text("Funnet")
    cases_none = Text("Ingen saker her. F6 viser de andre; skriv for å finne en sak.")
    cases_count = Text("{waiting} venter på deg · {numberless} mangler nummer · {closed} lukket")
    cases_line = Text("{count} forsøk · siden {when}")
    cases_line_new = Text("ikke ringt")
    case_where = Text("{place} · {attempts}")
    case_closed_by = Text("Lukket: {decision}. 1 åpner saken igjen.")
    case_gone = Text("Respondenten har trukket seg. Ingenting kan avgjøres, og ingen skal ringe.")
    case_held = Text("{name} har saken åpen nå.")
    case_asks = Text("Notatet fra siste oppringning: {note}")
    case_return = Text("Tilbake i ringelisten, med beskjed")
    case_not_found = Text("Ikke funnet etter leting")
    case_out_of_frame = Text("Utenfor utvalget")
    case_give_up = Text("Gi opp saken")
    case_card = Text("Kontakter og numre (sakskortet)")
    case_interview = Text("Se gjennom intervjuet")
    case_message = Text("Hva skal den som ringer, vite eller spørre om? Enter sender saken dit.")
    case_returned = Text("{place} er tilbake i ringelisten.")
    case_closed = Text("{place}: {decision}. Ingen ringer mer i saken.")
    case_decisions = Text("Avgjort så langt")
    withdraw = Text("Respondenten trekker seg: slett alt")
    withdraw_title = Text("{place}: respondenten trekker seg")
    withdraw_erased = Text("Dette slettes for alltid:")
    withdraw_answers = Text("{answers} svar og {remarks} merknader, med alle rettelser")
    withdraw_people = Text("navn, stilling, nummer og e-post: {people}")
    withdraw_notes = Text("notatene fra {calls} oppringninger, og det som er avgjort om svarene")
    withdraw_kept = Text("Dette blir stående:")
    withdraw_kept_calls = Text("når det ble ringt og hvordan det gikk, og sentralbordets nummer")
    withdraw_kept_claim = Text("det rådmannen svarte i fase én")
    withdraw_kept_fact = Text("at respondenten trakk seg, når, og at du noterte det")
    withdraw_files = Text(
        "Filer og sikkerhetskopier som er laget før, endres ikke: slett dem, og lag dem på nytt."
    )
    withdraw_holder = Text("{name} har saken åpen nå, og mister den.")
    withdraw_type = Text("Skriv {name} og trykk Enter for å slette. Esc lar alt stå.")
    withdraw_other_name = Text("Ingenting er slettet. Skriv «{name}», eller trykk Esc.")
    withdrawn = Text("{place}: trukket. Svar, navn og notater er slettet.")
    key_page = Text("Bla", en="Page")
    key_cases = Text("Til sakene", en="To the cases")
    key_other_view = Text("Andre saker", en="Other cases")

    # Checks, removing, help
    check_correct = Text("Rett svaret")
    check_confirm = Text("Bekreft at det stemmer, med grunn")
    check_later = Text("Ta det senere")
    check_reason = Text("Hvorfor stemmer det? Enter lagrer.")
    check_reason_missing = Text("Skriv en kort grunn, så koordinator kan se hva du vet.")
    remove_title = Text("Fjerne «{name}»? Det som er svart om tilbudet, går ut av intervjuet.")
    remove_yes = Text("Ja, fjern det")
    remove_no = Text("Nei, behold det")
    help_title = Text("Tastene")
    help_close = Text("↑↓ PgUp PgDn blar, Esc lukker")
    copied = Text("{number} er kopiert.")
    telephoned = Text("{number} er gitt til telefonprogrammet, hvis maskinen har et.")
    hang_up_first = Text("Du er i en samtale. Legg på med F9 først.")
    appointment_is = Text("Avtale {when} ({kind}) {whom}{note}")
    ask_for = Text("Spør etter {whom}")
    sits = Text("Rett person ble funnet i {departments} (av {cases} {among}).")
    sits_in = Text("{department} {count}")
    sits_here = Text("funnet her i {count} av {cases} {among}")
    covered_by = Text("Kan være dekket av {places} (fase én)")
    returned = Text("Fra koordinator ({by}): {question}")
    source = Text("kilde: {source}")
    quit_on_line = Text("Du er midt i en samtale. Legg på med F9 først, eller trykk Ctrl+Q igjen.")
    too_small = Text("Vinduet er for lite: {columns}×{rows}. Det trengs minst 80×24.")


NOTE_PROMPTS: Final = {
    Outcome.appointment: Text("Med hvem, og noe å huske? (kan stå tomt) Enter lagrer."),
    Outcome.asked_in_writing: Text("E-postadressen de vil ha spørsmålene på"),
    Outcome.refusal_soft: Text("Årsak"),
    Outcome.refusal_hard: Text("Årsak"),
    Outcome.refusal_gatekeeper: Text("Årsak"),
    Outcome.to_coordinator: Text("Hva skal koordinator se på?"),
    Outcome.break_off: Text("Hvorfor ble samtalen avbrutt?"),
}
"""What the note of a call should tell, by outcome; the others have no special question."""
