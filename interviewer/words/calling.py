"""What is said during a call: on the question, and by what opens on top of it."""

from typing import Final

from schemas.calls.outcomes import Outcome
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
    lines_hint = Text("Ctrl+J ny linje · Enter når alt er skrevet")
    read_hint = Text("Enter når det er lest")
    offers_so_far = Text("Tilbudene så langt (↑↓ og Enter: gå inn, Del: fjern)")
    unnamed = Text("(uten navn)")
    more_yes = Text("Ja, et tilbud til")
    more_no = Text("Nei, det var alle")
    item_number = Text("Tilbud {number}")
    remark_is = Text("Merknad: {remark}")
    check_here = Text("Feil: {says}")
    warning_here = Text("Advarsel: {says}")
    answered = Text("{count} svart")
    at_end = Text("Alt er besvart.")
    at_end_open = Text("Noe står åpent før intervjuet kan fullføres:")
    at_end_enter = Text("Enter fullfører intervjuet.")
    at_end_done = Text("Intervjuet er fullført.")
    at_end_correct = Text("F6 finner et spørsmål; et nytt svar åpner intervjuet igjen.")
    not_yet = Text("Før dere legger på: dette mangler svar, eller står åpent.")
    open_again = Text("Intervjuet er åpnet igjen. Svar på nytt, og fullfør det til slutt.")
    asks_back = Text("{by} spør: {question}")
    at_end_jump = Text("Enter viser hva som mangler.")
    at_end_stopped = Text("Intervjuet stopper her. F9 legger på; PgUp retter svaret.")
    completed = Text("{place}: intervjuet er fullført og lagret.")

    # What opens on top of it
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
    contact_refused = Text("Ikke lagret, for det kan ikke stemme: {fields}")
    contact_new = Text("Nytt kontaktpunkt: hvilken avdeling?")
    field_person = Text("Navn")
    field_phone = Text("Telefon")
    field_role = Text("Stilling")
    field_department = Text("Avdelingens navn")
    field_email = Text("E-post")
    jump_title = Text("Oversikt: hopp til …")
    jump_missing_title = Text("Det som mangler: hopp til …")
    jump_nothing = Text("Ingenting her. Tab viser alt, eller bare det som mangler.")
    jump_help = Text("skriv for å søke · ↑↓ Enter · Tab bare det som mangler · Esc lukker")
    jump_open = Text("Åpent")
    jump_set_aside = Text("Satt til side: {count}")
    jump_aside = Text(
        "Svaret er satt til side: spørsmålet stilles ikke slik svarene er nå. Det er ikke "
        "slettet, og kommer tilbake hvis svaret som førte bort fra det, endres."
    )
    jump_missing = Text("mangler")
    reveal_title = Text("Fase én: rådmannens svar i 2014")
    reveal_claim = Text("Rådmannen oppga: {claim}")
    reveal_found = Text("Samtalen viser: {found}")
    reveal_why = Text("Hvorfor er det forskjell?")
    reveal_same = Text("Det stemmer med samtalen. Enter går videre.")
    check_correct = Text("Rett svaret")
    check_confirm = Text("Bekreft at det stemmer, med grunn")
    check_later = Text("Ta det senere")
    key_save = Text("Lagre")
    key_return = Text("Tilbake")
    key_go_there = Text("Gå dit")
    key_keep = Text("Behold")
    check_reason = Text("Hvorfor stemmer det? Enter lagrer.")
    check_reason_missing = Text("Skriv en kort grunn med ord, så koordinator kan se hva du vet.")
    remove_title = Text("Fjerne «{name}»? Det som er svart om tilbudet, går ut av intervjuet.")
    remove_yes = Text("Ja, fjern det")
    remove_no = Text("Nei, behold det")


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
