"""What F1 says of what is open on top of a question, and why a key does nothing there."""

from schemas.language.text import Text


class PanelWords:
    """What F1 says of what is open on top of a question, and why a key does nothing there."""

    # Why a key does nothing
    key_idle = Text("{key} gjør ingenting her. F1 viser tastene.")
    key_on_question = Text("{key} gjelder spørsmålet. Lukk det som er åpent med Esc først.")
    key_in_list = Text("{key} virker på ringelisten.")
    key_not_told = Text("Velg hvorfor, med tasten foran. Svarene kan rettes etterpå (F6).")
    no_number_here = Text("Nummeret er ikke kjent.")
    no_question_here = Text("Her er det ikke noe spørsmål å skrive en merknad til.")
    remark_waits = Text("F4 fortsetter merknaden til «{question}»")

    # In the footer
    key_missing = Text("Mangler")
    key_everything = Text("Alt")
    key_save_and_close = Text("Lagre og lukk")
    key_read_on = Text("Les videre")

    # What the keys do
    panel_pick = Text("Velg det som står på linjen.")
    panel_close = Text("Lukk, og gå tilbake til spørsmålet.")
    panel_back = Text("Ett skritt tilbake.")
    panel_define = Text("Definisjonene, til å lese opp. F2 igjen: den neste.")
    panel_edit = Text("Flytt markøren, eller slett, som i enhver tekst.")
    panel_write = Text("Det du vil ha sagt.")
    panel_remark = Text("Lagre merknaden, og gå tilbake til spørsmålet.")
    panel_later = Text("Ta det senere. F6 viser det som må avklares.")
    panel_reason = Text("Lagre begrunnelsen. Svaret blir stående.")
    panel_keep = Text("Behold: ingenting tas ut.")
    panel_go = Text("Gå til linjen som er merket.")
    panel_missing = Text("Bare det som mangler, eller alt igjen.")
    panel_same = Text("Det stemmer: gå videre.")
    panel_why = Text("Velg hvorfor det er forskjell.")
    panel_outcome = Text("Velg hvordan oppringningen endte.")
    panel_suggested = Text("Ta det som er merket.")
    panel_mistake = Text("Ikke ringt, åpnet ved en feil: oppringningen tas bort.")
    panel_stay = Text("Lukk, uten å legge på.")
    panel_time = Text("Les tiden. Den blir sagt tilbake før noe lagres.")
    panel_say_time = Text("Tiden, slik man sier den: i morgen 10:30, tirs 14, om 20 min.")
    panel_firm = Text("Fast avtale, eller «prøv igjen da».")
    panel_mine = Text("Bare med deg, eller med hvem som helst.")
    panel_end = Text("Legg på: oppringningen lagres.")
    panel_whom = Text("Velg en som er kjent i saken. Du blir ikke spurt om navnet igjen.")
    panel_where = Text("Velg avdelingen du settes over til.")
    panel_dead_end = Text("Blindvei: De vet ikke hvem.")
    panel_how = Text("Velg hvordan, og lagre.")
    panel_put_through = Text("Du settes over nå: lagre.")
    panel_field = Text("Neste felt. Etter det siste feltet lagres alt.")
    panel_fields = Text("Neste eller forrige felt.")
    panel_contact = Text("Lagre, og lukk.")
    panel_correct = Text("Rett navn og nummer på den som er på linjen.")
    panel_shut = Text("Lukk hjelpen.")

    # What is told of them in the README
    keys_redirect = Text("Viderekobling (F5 i intervjuet)")
    keys_hang_up = Text("Legg på (F9 i intervjuet)")
    keys_who = Text("Hvem som er på linjen (F12 i intervjuet)")
    keys_remark = Text("Merknad (F4 i intervjuet)")
    keys_jump = Text("Hopp til et spørsmål (F6 i intervjuet)")
    keys_check = Text("En feil eller advarsel i intervjuet")
    keys_contact = Text("Hvem et kontaktpunkt er: feltene")
    keys_remove = Text("Ta ut noe som er nevnt i intervjuet")
    keys_of_contact = Text("Kontaktpunktet som er merket (F12 på sakskortet)")
    keys_new_contact = Text("Nytt kontaktpunkt (F5 på sakskortet)")
    keys_ringing = Text("Når noe taler mot å ringe")

    # In every panel
    panel_to_remark = Text("Merknad til spørsmålet.")
    panel_to_redirect = Text("Viderekoblet. Det du holder på med, kommer tilbake etterpå.")
    panel_to_jump = Text("Hopp til et spørsmål.")
    panel_to_end = Text("Legg på.")
    panel_to_contact = Text(
        "Hvem som er på linjen: rett navn og nummer, eller si at det er en annen."
    )
