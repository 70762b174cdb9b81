"""What is said of who rings what, and of notes about a case."""

from schemas.language.text import Text


class DistributingWords:
    """What is said of who rings what, and of notes about a case."""

    given_to = Text("Gitt til {name}.")
    note_line = Text("Notat {when} {name}: {note}")
    note_title = Text("Notat om saken: alle som åpner den, ser det.")
    help_note_words = Text("Notatet.")
    help_note_kept = Text("Lagre notatet.")
    help_note_left = Text("Tilbake, uten at notatet er lagret.")
    note_missing = Text("Skriv notatet, eller lukk med Esc.")
    note_not_saved = Text(
        "Notatet er ikke lagret. Enter lagrer det, og Esc en gang til kaster det."
    )
    note_written = Text("Notatet er lagret.")
    key_note = Text("Notat")
    help_note = Text("Skriv et notat om saken, som både intervjuere og koordinatorer ser.")
    give_title = Text("Hvem skal ringe {place}?")
    give_back = Text("Alle: ta den tilbake")
    given_now = Text("{place} er gitt til {name}.")
    taken_now = Text("{place} kan ringes av alle.")
    give_nobody = Text("Ingen har satt seg ved programmet ennå, så det er ingen å gi saker til.")
    key_give = Text("Gi til")
    help_give = Text("Gi saken til en som ringer, eller ta den tilbake.")
    help_give_whom = Text("Gi den til den på linjen.")
    work_title = Text("Fordeling")
    work_counts = Text("{given} åpne saker er gitt til noen · {rest} kan alle ringe")
    work_heads = Text("Åpne")
    work_begun = Text("Påbegynt")
    work_agreed = Text("Avtaler")
    work_ended = Text("Ferdige")
    work_free = Text("Ledige")
    work_hers = Text("Hennes")
    work_people = Text("Hvem som har hva")
    work_groups = Text("{name}: hvor skal hun ha saker?")
    work_share = Text(
        "Enter deler de {count} ledige sakene likt mellom alle andre. Esc lar det være."
    )
    work_take = Text("Enter tar tilbake de {count} åpne sakene til {name}. Esc lar det være.")
    work_gave = Text("{name} har fått: {count}.")
    work_shared = Text("Delt ut: {count}.")
    work_took = Text("Tatt tilbake: {count}.")
    work_none_free = Text("Der er det ingen ledige saker.")
    work_none_taken = Text("Der har {name} ingen åpne saker.")
    key_share = Text("Del likt")
    key_take = Text("Ta tilbake")
    help_work = Text("Fordeling: hvem som ringer hva. Gi saker, del dem likt, ta tilbake.")
    help_work_open = Text("Åpne den som er merket. Der: gi henne de ledige sakene på linjen.")
    help_share = Text("Del de ledige sakene likt mellom alle andre enn deg.")
    help_take = Text("Ta tilbake de åpne sakene til den som er merket, eller dem på linjen.")
