"""What is said where nobody can be rung yet, and while a file with whom to ring is brought in."""

from schemas.language.text import Text


class BringingWords:
    """What is said where nobody can be rung yet, and while a file is brought in."""

    # On the call list
    first_none = Text("Ingen av de {count} sakene har et telefonnummer ennå. Gjør ett av dette:")
    first_file = Text("F4 henter inn en fil med kontaktpunkter.")
    first_files = Text("F4 henter inn en fil: svarene fra {phase}, eller kontaktpunkter.")
    first_commands = Text("Det samme fra kommandolinjen:")
    first_type = Text(
        "Eller skriv noen bokstaver av {a_unit}: Enter åpner saken, og Enter igjen spør om "
        "nummeret ({department})."
    )

    # Bringing it in
    bring_in = Text("Hent inn en fil")
    bring_what = Text("Hva er det i filen?")
    bring_claims = Text("Svarene fra {phase}, med kontaktpersonene")
    bring_contacts = Text(
        "Kontaktpunkter: enhet, avdeling, person, stilling, telefon, e-post og kilde"
    )
    bring_where = Text(
        "Hvor ligger filen? Skriv stedet, lim det inn, eller dra filen hit (CSV eller Excel)."
    )
    bring_place_missing = Text("Skriv hvor filen ligger.")
    bring_now = Text("Enter henter det inn. Ingenting er endret ennå.")
    bring_other = Text(
        "Det er noe annet i filen enn det som er valgt over. Tab bytter, og Enter ser i den igjen."
    )
    bring_mend = Text("Ingenting er endret. Rett filen og trykk Enter, eller velg en annen.")

    # The keys
    keys_bringing_in = Text("Når en fil hentes inn")
    key_bring_in = Text("Hent inn")
    key_other_file = Text("Annet innhold")
    help_bring_in = Text("Hent inn en fil med hvem som kan ringes.")
    help_bring_place = Text("Hvor filen ligger.")
    help_bring_on = Text("Se hva filen endrer. Enter igjen henter det inn.")
    help_bring_kind = Text("Svar fra en tidligere fase, eller kontaktpunkter.")
    help_bring_not = Text("Til ringelisten, uten å hente inn noe.")
