"""What is said where there is no screen: line by line, for whoever listens to it.

Apart from `WORDS`, so that the first picture on a screen need not wait for it.
"""

from schemas.language.text import Text


class SPOKEN:
    """What is said where there is no screen."""

    # In the lines
    lit = Text("Merket: ")
    way = Text(", så ")
    chosen = Text("valgt")
    stands = Text("Står der: {text}")
    empty = Text("tomt")
    known = Text("Kjent fra før: {names}.")
    instruction = Text("Les ikke opp: {told}")
    definition = Text("Definisjon: {told}")
    as_before = Text("De samme svarene som sist, {first} til {last}.")
    many = Text("{count} linjer: skriv noe du leter etter, eller ? for å høre alle.")
    saved = Text("Lagret.")
    error = Text("Feil: {text}")
    warning = Text("Obs: {text}")

    # What may be typed
    dont_know = Text("?? er vet ikke")
    refused = Text("! er vil ikke svare")
    picks = Text("Skriv tegnet foran svaret.")
    marks = Text("Skriv tegnene foran alle svarene på én linje, for eksempel 13.")
    writes = Text("Skriv svaret. Tom linje beholder det som står der.")
    lines = Text(
        "Skriv svaret. Slutter linjen med \\, fortsetter det på neste linje. Tom linje beholder "
        "det som står der."
    )
    seeks = Text("Skriv noen bokstaver. Tom linje tar det som er merket.")
    moves = Text("Tom linje tar det som er merket. /ned og /opp flytter merket.")
    reads = Text("Tom linje går videre.")
    listens = Text("Her er det bare å høre. /esc går tilbake.")
    one_key = Text("Skriv bare ett tegn: det som står foran svaret.")
    only_on = Text("Her er det ingenting å skrive: tom linje går videre.")
    only_keys = Text("Her er det ingenting å skrive. Skriv / for å høre hva du kan gjøre.")
    begins = Text(
        "Ringerunde uten skjerm. Hver linje du skriver, er et svar. ? gjentar alt, / sier hva du "
        "kan gjøre her, og /avslutt avslutter. Står det F5 eller Esc, skriver du /f5 eller /esc. "
        "Alt du svarer, blir lagret med en gang."
    )
    key_advice = Text("råd")
    no_advice = Text("Råd finnes bare i øvelsene.")
    help = Text("Skriv / og begynnelsen av ordet, eller navnet på tasten:")
    waits = Text("Linjen venter: Det forrige er ikke lagret ennå.")
    idle = Text("Det gjør ingenting her. Skriv / for å høre hva du kan gjøre.")
    unknown = Text("Det finnes ingen /{typed} her. Skriv / for å høre hva som finnes.")
    several = Text("/{typed} kan være {told}.")
    on_line = Text(
        "Avsluttet midt i en oppringning. Alt som er besvart, er lagret. Start på nytt for å "
        "fortsette der du slapp."
    )
    practised = Text("Øvelsen er avsluttet.")
    put_down = Text("Saken er lagt fra deg. Alt er lagret.")
    over = Text("Avsluttet. Alt er lagret.")
    not_over = Text("Avsluttet. Det siste er IKKE lagret: {problem}")
    aside = Text("Avsluttet. Det siste er ikke lagret ennå. Det tilbys neste gang du starter.")
    trying = Text("IKKE LAGRET: {text} Det prøves igjen til det er lagret.")
