"""What is said while open answers are put under codes."""

from schemas.language.text import Text


class CodingWords:
    """What is said while open answers are put under codes."""

    coding_title = Text("Koding")
    coding_intro = Text(
        "Svar i egne ord legges under koder, så de kan telles. Velg et spørsmål. Det som gjenstår,"
        " står til høyre."
    )
    coding_none = Text("Ingen har svart i egne ord ennå.")
    coding_left = Text("{left} igjen av {all}")
    coding_ready = Text("alle {all} kodet")
    coding_changed_since = Text("endret siden: {changed}")
    coding_codes = Text("koder: {count}")
    coding_progress = Text("svar {place} av {all} · {left} igjen")
    coding_changed = Text("Svaret er endret siden det ble kodet. Koden gjelder ikke lenger.")
    coding_under_none = Text("Passer ikke under noen kode.")
    coding_no_codes = Text("Det er ingen koder ennå. {key} lager den første.")
    coding_no_codes_yet = Text("Ingen koder ennå.")
    coding_suggested = Text("forslag")
    coding_new = Text("Hva skal koden hete? Enter lager den og krysser den av.")
    coding_named_now = Text("Nytt navn på «{label}». Heter en annen kode det, blir de én.")
    coding_which = Text("Hvilken kode skal få nytt navn, eller slås sammen med en annen?")
    coding_joins = Text(
        "«{label}» og «{other}» blir én kode, med alt som ligger under dem, og det kan ikke angres."
        " Enter gjør det. Esc lar det være."
    )
    coding_seek = Text("Vis bare svar med disse bokstavene. Tomt viser alle.")
    coding_sought = Text("med «{letters}»")
    coding_found_none = Text("Ingen svar har «{letters}» i seg.")
    coding_choose = Text("Kryss av minst én kode. {none} er for svar som ikke passer under noen.")
    coding_and_alike = Text("{place} og {more} til som er likt")
    coding_alike = Text("{count} har svart likt, og kodes sammen.")
    coding_stored = Text("{place}: {codes}")
    coding_undone = Text("Angret: {place} står i listen igjen som før.")
    coding_nothing_undone = Text("Det er ikke noe å angre her.")
    coding_finished = Text("Alle svarene er gått gjennom.")
    coding_name_missing = Text("Skriv hva koden skal hete.")
    key_coding_new = Text("Ny kode")
    key_coding_name = Text("Nytt navn")
    key_coding_none = Text("Passer ingen")
    key_coding_take = Text("Ta forslagene")
    key_coding_next = Text("Lagre")
    key_coding_seek = Text("Søk")
    key_coding_questions = Text("Spørsmålene")
    help_coding = Text("Koding: svar i egne ord, lagt under koder som kan telles.")
    help_coding_open = Text("Åpne spørsmålet, med det første svaret som gjenstår.")
    help_coding_next = Text(
        "Lagre kodene som er krysset av, for dette svaret og alle som er likt, og gå til neste."
    )
    help_coding_options = Text("Kryss av en kode, eller ta krysset bort.")
    help_coding_take = Text("Kryss av det som er foreslått fra svar som er kodet før.")
    help_coding_none = Text("Svaret passer ikke under noen kode. Lagre det, og gå videre.")
    help_coding_new = Text("Lag en ny kode, og kryss den av for dette svaret.")
    help_coding_name = Text("Gi en kode et annet navn, eller slå den sammen med en annen.")
    help_coding_seek = Text("Vis bare svar med visse ord i seg.")
    help_coding_undo = Text("Angre det du kodet sist.")
    help_coding_moves = Text("Forrige eller neste svar. Ingenting lagres.")
    help_coding_back = Text("Tilbake til spørsmålene.")
