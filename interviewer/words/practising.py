"""What stands beside the screen while one practises, apart from what invented people say.

Apart from `WORDS`: nobody who rings in earnest needs it.
"""

from schemas.language.text import Text


class PRACTISING:
    """What stands beside the screen while one practises."""

    # Above it
    practice = Text("Øvelse")
    numbered = Text("Øvelse {number} av {count}: {title}")
    key_advice = Text("{key}: råd")
    key_away = Text("{key}: ta bort")
    key_back = Text("{key}: den andre og råd")

    # What happens
    welcome = Text(
        "Her står det den andre sier i telefonen, og et råd om hva du kan gjøre. Det er {count} "
        "øvelser, på noen minutter hver."
    )
    welcome_one = Text(
        "Her står det den andre sier i telefonen, og et råd om hva du kan gjøre. Det er én øvelse."
    )
    next_one = Text("Saken er {unit}. Du lærer {learn}")
    why_asked = Text("Ingenting ringer av seg selv: Etter en oppringning blir du alltid spurt.")
    on_card = Text("Du skal ringe {unit}.")
    silent = Text("(Ingen er på linjen.)")
    over = Text("Øvelsen er gjort. Du er ferdig med denne saken for nå.")
    all_over = Text(
        "Alle øvelsene er gjort. Resten av sakene kan du gjøre hva du vil med. Der svarer ingen."
    )
    nobody = Text(
        "I denne saken er det ingen som svarer. Den neste øvelsen står på ringelisten. {leads}"
    )
    leads_from_card = Text("Esc går dit.")
    leads_from_call = Text("F9 legger på, og så går Esc dit.")
    leads_from_nobody = Text("Esc går til sakskortet, og Esc igjen går dit.")

    # Advice
    press = Text("Råd: {keys}.")
    write = Text("skriv «{text}»")
    remark = Text("F4, skriv «{text}», Enter")
    then_save = Text("så Esc")
    enter = Text("Enter")
    enter_keeps = Text("Enter, for det står der allerede")
    empty = Text("Enter på tom linje")
    read = Text("Enter når du har lest")
    to_list = Text("Esc til ringelisten")
    rings = Text("Enter for å ringe")
    begins = Text("Enter, så begynner samtalen")
    rings_all_the_same = Text("1 for å ringe likevel")
    completes = Text("Enter for å fullføre intervjuet")
    closes = Text("1 for å lukke saken")
    saves = Text("Esc for å lagre")
    shuts = Text("Esc, for å lukke det som er åpent")
    first = Text("Esc, {then}")
    goes_there = Text("Enter for å gå til det som mangler")
    whatever_fits = Text("tasten foran det som passer")
    name = Text("skriv navnet ditt, Enter")
    finds_whoever_rings = Text("Ctrl+R, skriv «{name}», Enter")
    redirect = Text("F5, {department}, {how}")
    hang_up = Text("F9, {outcome}")
    suggested = Text("Enter for utfallet som foreslås")
    undoes = Text("Ctrl+Z, for det du trykket, var ikke det som ble sagt")
    closes_and_undoes = Text("Esc og Ctrl+Z, for det du trykket, var ikke det som ble sagt")
    not_sent_on = Text("Esc, for ingen setter deg over")
    elsewhere = Text("Esc, for det var en annen avdeling")
    other_outcome = Text("Esc, for samtalen endte på en annen måte")
    other_time = Text("Esc, for det var et annet tidspunkt")
    not_over = Text("Esc, for samtalen er ikke over")
    keyed = Text("{key} {label}")
    between = Text(" og ")
