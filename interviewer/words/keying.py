"""What keys are called in the footer, and what they do, where that is the same on many screens."""

from schemas.language.text import Text


class KeyingWords:
    """What keys are called, and what they do on many screens."""

    # In the footer
    key_help = Text("Hjelp")
    key_define = Text("Definisjon")
    key_remark = Text("Merknad")
    key_redirect = Text("Viderekoble")
    key_jump = Text("Hopp til")
    key_dont_know = Text("Vet ikke")
    key_refuse = Text("Vil ikke")
    key_end_call = Text("Legg på")
    key_who = Text("Hvem")
    key_on = Text("Videre")
    key_back = Text("Tilbake")
    key_close = Text("Lukk")
    key_next_field = Text("Neste felt")
    key_up = Text("Opp")
    key_down = Text("Ned")
    key_copy = Text("Kopier nr.")
    key_telephone = Text("Telefon")
    key_rings = Text("Noen ringer")
    key_person = Text("Bytt person")
    key_quit = Text("Avslutt")

    # Above the keys of each screen in the README
    keys_everywhere = Text("Overalt")
    keys_in_a_text = Text("I en tekst")
    keys_in_interview = Text("I intervjuet")
    keys_on_card = Text("På sakskortet")
    keys_at_start = Text("Først")
    keys_resuming = Text("Når du begynner igjen midt i en sak")
    keys_on_interview = Text("På et fullført intervju")
    keys_on_case = Text("På en sak")
    keys_order = Text("Når du bestiller en fil")
    keys_written = Text("Når filen er skrevet")

    # On every screen
    help_help = Text("Hjelp: hva tastene gjør akkurat her.")
    help_enter = Text("Bekreft og gå videre.")
    help_escape = Text("Lukk det som er åpent.")
    help_tab = Text(
        "Neste felt. I en avtale: fast avtale eller «prøv igjen da». I F6: bare det som mangler."
    )
    help_shift_tab = Text("Forrige felt. I en avtale: bare med deg, eller med hvem som helst.")
    help_mark = Text("I en liste med flere svar: merk linjen, eller ta merket bort.")
    help_zero = Text(
        "Etter F5: blindvei, de vet ikke hvem. Etter F9: ikke ringt, åpnet ved en feil."
    )
    help_delete = Text(
        "Fjern det som er merket, eller den siste enheten. I en tekst: tegnet under markøren."
    )
    help_colours = Text("Farger: mørkt, lyst eller høy kontrast. Det huskes.")
    help_prompt = Text("I øvelsen: råd om hva en god intervjuer gjør nå, eller ta det bort.")
    help_quit = Text("Avslutt. Alle svar er lagret.")
    help_copy = Text("Kopier telefonnummeret til utklippstavlen.")
    help_telephone = Text("Gi nummeret til maskinens eget telefonprogram.")
    help_person = Text("Bytt hvem som ringer.")

    # In the interview
    help_define = Text("Definisjonene, til å lese opp. F2 igjen: den neste.")
    help_remark = Text("Merknad til spørsmålet. Ingen merknad blir borte.")
    key_undo = Text("Angre")
    help_undo = Text(
        "Angre det siste: svaret, merknaden, viderekoblingen, eller utfallet med avtalen."
    )
    help_undo_outcome = Text("Angre utfallet og avtalen: Oppringningen er åpen igjen.")
    help_redirect = Text(
        "Viderekobling: velg en som er kjent (siffer) eller avdelingen (bokstav), og så hvordan."
    )
    help_jump = Text("Hopp til et spørsmål, det som mangler, eller noe som må avklares.")
    help_dont_know = Text("Svaret er «vet ikke».")
    help_refuse = Text("Svaret er «vil ikke svare».")
    help_end_call = Text("Legg på: utfall og notat for oppringningen.")
    help_who = Text("Hvem som er på linjen: rett navn og nummer (Enter), eller velg en annen.")
    help_on = Text("Bekreft og gå videre. Etter det siste spørsmålet: fullfør intervjuet.")
    help_one_back = Text("Ett spørsmål tilbake. Svarene blir stående.")
    help_one_forward = Text("Ett spørsmål fram uten å svare.")
    help_escape_call = Text("Ett spørsmål tilbake, eller lukk definisjonen.")
    help_escape_card = Text("Til sakskortet: Ingen er på linjen.")
    help_language = Text("Spørsmålene på bokmål, nynorsk eller engelsk.")

    # In a text
    help_new_line = Text("Ny linje i et langt svar.")
    help_backspace = Text("Slett tegnet foran markøren. Uten tekst: fjern den siste enheten.")
    help_left = Text("Ett tegn mot venstre.")
    help_right = Text("Ett tegn mot høyre.")
    help_word_left = Text("Ett ord mot venstre i en tekst.")
    help_word_right = Text("Ett ord mot høyre i en tekst.")
    help_start = Text("Til begynnelsen av teksten.")
    help_end = Text("Til slutten av teksten.")
    help_erase_word = Text("Slett ordet foran markøren.")
    help_erase_before = Text("Slett alt foran markøren.")
    help_erase_behind = Text("Slett alt bak markøren.")
