"""What F1 says of the keys, screen by screen."""

from schemas.language.text import Text


class HelpingWords:
    """What F1 says of the keys, screen by screen."""

    help_title = Text("Tastene")

    # In most places
    mouse = Text("Mus")
    help_mouse = Text(
        "Et klikk er som å trykke tasten som står der, og hjulet er som pilene. Tekst du drar "
        "over, går til utklippstavlen, hvis terminalen tar imot."
    )
    help_moves = Text("Forrige eller neste linje. Med PgUp og PgDn ti om gangen.")
    help_ends = Text("Første og siste linje, så lenge ingenting er skrevet.")
    help_type = Text("skriv")
    help_typing = Text("Søk på sted, person, avdeling eller nummer.")
    help_rings = Text("Noen ringer: finn saken på sted, person, avdeling eller nummer.")
    help_to_queue = Text("Til køen.")
    help_to_cases = Text("Til sakene.")
    help_to_shelf = Text("Til tall og filer.")

    # Before the first call
    help_name = Text("Navnet ditt, slik du presenterer deg i telefonen.")
    help_named = Text("Gå videre. Er navnet nytt, blir du spurt en gang til.")
    help_known = Text("En av dem som har ringt herfra før.")
    help_not_named = Text("Tilbake til ringelisten, når du kom derfra.")
    help_resume = Text(
        "Det øverste valget: Fortsett der du var. Er det lenge siden, kommer du til "
        "sakskortet, og ringer igjen derfra."
    )
    help_leave = Text("Legg saken fra deg, og gå til listen.")

    # The call list
    help_open_card = Text("Åpne saken som er merket: sakskortet, der du ringer.")
    help_filter = Text("Vis noen av sakene: dagens avtaler, dine egne, {a_group} …")
    help_filter_one = Text("Velg hvilke saker listen viser.")
    help_same_list = Text("Lukk. Listen viser de samme sakene som før.")
    help_clear_list = Text("Tøm søket, og vis alle sakene igjen.")

    # The case card
    help_ring = Text("Ring den som er merket. Er ingen merket, ringer du den øverste på kortet.")
    help_begin = Text("Når de ringer oss: begynn samtalen med den som er merket.")
    help_ring_number = Text("Ring kontaktpunktet på linjen.")
    help_read_card = Text("Les videre ned på kortet, eller opp igjen.")
    help_new_contact = Text("Nytt kontaktpunkt: avdelingen, så navn og nummer.")
    help_interview = Text("Åpne intervjuet uten å ringe.")
    help_edit_contact = Text(
        "Kontaktpunktet som er merket: Rett det, merk nummeret som dødt eller feil, ring det "
        "først, slå det sammen med et annet, eller ta det ut."
    )
    help_what = Text("Velg hva du vil gjøre.")
    help_correct = Text("Rett navn og nummer.")
    help_to_menu = Text("Ett skritt tilbake.")
    help_retire = Text("Ta ut kontaktpunktet, med begrunnelsen.")
    help_ring_now = Text("Ring nummeret. Uten nummer begynner oppringningen likevel.")
    help_ring_all_the_same = Text("Ring likevel.")
    help_not_ring = Text("Til kortet, uten å ringe.")
    help_department = Text("Avdelingen på linjen.")
    help_to_card = Text("Til kortet.")
    help_next_field = Text("Neste felt. Etter det siste feltet lagres alt.")
    help_field = Text("Neste eller forrige felt.")
    help_save_contact = Text("Lagre og lukk.")

    # The queue, and the cases
    help_open_interview = Text("Åpne intervjuet som er merket: svarene, og det som kan avgjøres.")
    help_progress = Text("Framdriften: hvor sakene er, ratene, og når alt er avsluttet.")
    help_cases = Text(
        "Sakene som venter på deg: sendt til koordinatoren, ingen spor igjen, et avslag som kan "
        "spørres igjen, eller for mange forsøk. Der finner du også en hvilken som helst sak."
    )
    help_shared = Text("Felles {soughts}: én samtale kan avgjøre flere saker.")
    help_lists = Text(
        "De som skal ses på, de som er åpnet igjen, de ingen trenger å se på, og alle."
    )
    help_accept_all = Text(
        "Godta klassen i alle intervjuene som ingen trenger å se på, når de står på skjermen."
    )
    help_publish = Text("Tabeller, rapporter, eksport og kodebok.")
    help_clear = Text("Tøm søket.")
    help_open_case = Text("Åpne saken som er merket: oppringningene, og det som kan avgjøres.")
    help_view = Text("De som venter på deg, de som mangler nummer, og de som er lukket.")
    help_back = Text("Tøm søket, og gå deretter til køen.")

    # One interview
    help_accept = Text("Klassen som følger av svarene, er riktig.")
    help_override = Text("Klassen er en annen: Du velger hvilken, og skriver hvorfor.")
    help_return = Text("Intervjueren skal spørre igjen: Du velger hva, og skriver en beskjed.")
    help_discard = Text(
        "Svarene blir igjen som da intervjuet sist var fullført, og det lukkes. Du skriver hvorfor."
    )
    help_include = Text("Enheten skal stå i oversikten. Du skriver hvorfor.")
    help_exclude = Text("Enheten skal ikke stå i oversikten. Du skriver hvorfor.")
    help_release = Text("Respondenten har sett teksten i oversikten, og godkjent den.")
    help_consent = Text(
        "Noe de har sagt etter intervjuet: Du noterer hvem, når og hvordan, og hva som kan stå der."
    )
    help_case_consent = Text(
        "Noe de har sagt før det er noe intervju: Du noterer hvem, når og hvordan, og hva som kan "
        "stå i oversikten."
    )
    help_letter = Text("Kopier brevet som viser dem teksten, klart til å sendes.")
    help_edit = Text("Åpne svarene og rett dem. Det blir en ny revisjon, som skal ses på igjen.")
    help_withdraw = Text(
        "Du får se hva som slettes og hva som blir stående, før du bekrefter med navnet på stedet."
    )
    help_class = Text("Velg klassen på linjen, og skriv så hvorfor.")
    help_find_question = Text("Søk i spørsmålene.")
    help_question = Text("Velg spørsmålet som er merket, og skriv så en beskjed.")

    # One case
    help_case_return = Text("Tilbake på ringelisten, blant de første, med en beskjed fra deg.")
    help_not_found = Text("Lukk saken: Vi har ikke funnet noen som vet. Du skriver hvorfor.")
    help_out_of_frame = Text("Lukk saken: Enheten skulle ikke vært med. Du skriver hvorfor.")
    help_give_up = Text("Lukk saken uten at noe er avklart. Du skriver hvorfor.")
    help_card = Text("Kontaktpunktene med numrene. Rett dem, legg til flere, eller ring selv.")
    help_to_interview = Text("Svarene, og det som kan avgjøres om dem.")
    help_settle = Text("Avklar det to filer ikke er enige om: hva som gjelder.")
    help_settle_which = Text("Det på linjen gjelder.")

    # What is typed before something is decided
    help_reason = Text("Begrunnelsen eller beskjeden.")
    help_decides = Text("Lagre avgjørelsen.")
    help_decides_not = Text("Tilbake, uten at noe er avgjort.")
    help_place = Text("Navnet på stedet.")
    help_erases = Text("Slett for alltid, når navnet er skrevet.")
    help_erases_not = Text("Tilbake: alt blir stående.")

    # Shared services
    help_confirm = Text(
        "På {a_sought}: bekreft alle sakene under. På en sak: bare den. Der noe taler imot, "
        "skriver du hvorfor."
    )
    help_apart = Text("Saken som er merket, hører ikke til {the_sought}. Du skriver hvorfor.")

    # Figures and files
    help_choose = Text("Det som står på linjen: Les det, eller bestill filene.")
    help_where = Text("Hvor filene skal ligge, mens den linjen er merket.")
    help_space = Text("mellomrom")
    help_next_choice = Text("Neste valg på linjen som er merket.")
    help_line = Text("Neste eller forrige linje.")
    help_write = Text(
        "Skriv filene. Finnes de fra før, eller viser fri tekst til personer, blir du spurt først."
    )
    help_preview = Text("Les det som ville blitt skrevet, og hva som venter. Ingenting skrives.")
    help_to_order = Text("Til bestillingen.")
    help_write_not = Text("Til tall og filer, uten å skrive noe.")
    help_yes = Text("Ja, skriv.")
    help_no = Text("Nei, ingenting skal skrives.")
