"""What is said of cases: in the call list, and on the card of one."""

from schemas.language.text import Text


class ListingWords:
    """What is said of cases: in the call list, and on the card of one."""

    # The call list
    call_list = Text("Ringeliste")
    search = Text("Søk")
    search_hint = Text("skriv et sted, {a_group} eller et nummer")
    nothing_found = Text("Ingenting passer med «{typed}». Slett noe, eller trykk Esc.")
    held_by = Text("Saken er i bruk hos {name} til {until}. Velg en annen sak.")
    folded = Text("{count} saker")
    list_count = Text("{callable} kan ringes nå · {waiting} venter · {finished} av {all} ferdige")
    list_no_number = Text("{count} mangler nummer")
    list_signs = Text("Tegnene i listen")
    next_appointment = Text("neste avtale {when} {place}")
    day_calls = Text("I dag: {calls}")
    day_on_phone = Text("{time} i telefonen")
    day_left = Text("{count} avtaler igjen")
    day_left_one = Text("1 avtale igjen")
    day_left_none = Text("ingen flere avtaler")
    day_break = Text("Du har ringt i {time} uten pause. Reis deg og ta en pause.")
    nobody_callable = Text("Ingen saker her akkurat nå. F6 viser de andre.")
    filter_all = Text("Alle")
    filter_today = Text("Avtaler i dag")
    filter_mine = Text("Mine")
    filter_title = Text("Vis …")
    somebody_rings = Text("NOEN RINGER")
    who_rings = Text("Noen ringer: skriv sted, navn, avdeling eller nummer, og trykk Enter.")
    ringing_back = Text(
        "De ringer oss. Trykk tallet foran den som ringer, så begynner samtalen. Er det "
        "{whom}, holder det med Enter."
    )
    key_filter = Text("Vis")

    # The case card
    same_name = Text("OBS: Det finnes flere med samme navn: {others}")
    contacts = Text("Kontaktpunkter")
    no_contacts = Text(
        "Ingen kontaktpunkter ennå. Enter ringer sentralbordet, og du blir spurt om nummeret."
    )
    ring_begins = Text("Enter begynner samtalen med {whom}")
    ring_next = Text("Enter ringer {whom}")
    ring_next_unknown = Text("Enter spør etter nummeret til {whom}")
    ring_anyway = Text("Ringe {whom} nå?")
    ring_yes = Text("Ja, ring nå")
    ring_no = Text("Nei, legg saken fra deg")
    rung_just_now = Text("Oppringningen er lagret: {outcome}. {then} {lies}")
    number_for = Text("Nummer til {whom}? (Bare Enter hvis du ikke vet det)")
    history = Text("Oppringninger")
    no_history = Text("Ikke ringt ennå.")
    the_way = Text("Veien")
    last_here = Text("Sist")
    no_number_yet = Text("Ingen å ringe ennå: Enter åpner saken, der nummeret skrives inn.")
    lead = Text("spor")
    interview_begun = Text("Intervjuet er påbegynt: {answered} svar. F6 åpner det uten å ringe.")
    interview_done = Text("Intervjuet er fullført {when}. F6 viser det.")
    case_refused = Text(
        "Saken er avsluttet: «{outcome}». Ingen skal ringe mer i denne saken.",
    )
    remarks = Text("Merknader")
    remark_on = Text("Merknad til «{question}»: {remark}")
    why_here = Text("På ringelisten: {reason}")
    filtered = Text("viser: {filter}")
    appointment_is = Text("{kind}: {when}, {whom}{note}")
    ask_for = Text("Spør etter {whom}")
    sits = Text("Her satt rett person: {departments} (av {cases} {among}).")
    sits_in = Text("{department} {count}")
    covered_by = Text("Kan være dekket av {places} ({phase})")
    returned = Text("Fra koordinatoren ({by}): {question}")
    source = Text("kilde: {source}")
