"""What is said to a coordinator of finished interviews."""

from schemas.language.text import Text


class ReviewingWords:
    """What is said to a coordinator of finished interviews."""

    review_title = Text("Til gjennomsyn")
    review_counts = Text("{open} å se på · saker hos deg: {cases} · {decided} av {all} avgjort")
    review_reopened_count = Text("åpnet igjen: {count}")
    review_to_look_at = Text("Å se på, det som har ventet lengst, først")
    review_open_again = Text("Sendt tilbake eller åpnet igjen: de gamle svarene gjelder")
    review_unremarkable = Text("Ingen grunn til å se på dem: kan godtas samlet med {key}")
    review_everything = Text("Alle fullførte intervjuer")
    review_found = Text("Funnet")
    review_none = Text("Ingen intervjuer her nå. F6 viser de andre listene.")
    review_accept_all = Text("Enter godtar klassen i {interviews} som står her. Esc lar det være.")
    review_accepted_all = Text("Godtatt: {count}.")
    key_accept_all = Text("Godta alle")
    key_other_list = Text("Andre lister")
    review_decided = Text("avgjort: {decision}")
    review_shared_count = Text("felles: {count}")
    review_conflicts = Text("(uenighet om {count})")
    review_shared = Text("Felles {soughts}")
    review_progress = Text("Framdrift")
    review_class = Text("Klasse: {klass}")
    review_why = Text("Derfor i køen: {whys}")
    review_open = Text("Gjenstår: {points}")
    review_claim = Text("{phase}: {claim}. Forskjell: {reason}")
    review_claim_alone = Text("{phase}: {claim}")
    review_no_claim = Text("{phase}: svarte ikke")
    review_not_explained = Text("ikke begrunnet")
    review_note = Text("Notat fra intervjueren: {note}")
    review_opening = Text("Åpningsteksten ble lest {when} av {name}: versjon {version}, {language}")
    review_earlier = Text("{when} {name}: {decision}{reason}")
    review_accept = Text("Godta klassen")
    review_override = Text("Sett en annen klasse")
    review_return = Text("Send tilbake med et spørsmål")
    review_include = Text("Ta med i oversikten")
    review_exclude = Text("Hold utenfor oversikten")
    review_release = Text("Respondenten har godkjent teksten")
    review_edit = Text("Rett svarene (ny revisjon)")
    review_which_class = Text("Hvilken klasse?")
    review_which_question = Text("Hvilket spørsmål skal stilles igjen? (skriv for å søke)")
    review_reason = Text("Hvorfor «{decision}»? Enter lagrer.")
    review_message = Text("Hva skal intervjueren spørre om? Enter sender tilbake.")
    review_releasing = Text(
        "Har de sett dette og godkjent det? Enter lagrer, og det blir med i oversikten."
    )
    review_reason_missing = Text("Skriv kort hvorfor, så andre forstår avgjørelsen.")
    review_done = Text("{place}: {decision}. {listed}")
    review_confirmed = Text("Bekreftet advarsel: {says} – {reason}")
    review_discard = Text("Forkast det som er endret")
    review_reopened = Text(
        "Svarene her er de gamle, og de gjelder til det er fullført på nytt. {key} fortsetter, "
        "{discard} forkaster det som er endret."
    )
    sent_back = Text("Sendt tilbake")
    opened_again = Text("Åpnet igjen")
    reopened_by = Text(" av {name}")
    reopened_at = Text(", {when}")
    reopened_asks = Text(": «{asks}»")
    review_revision = Text("Revisjon {revision}, fullført {when} av {name}")
    review_consent = Text("Ja eller nei til oversikten etterpå")
    consent_answer = Text("Ja eller nei")
    consent_yes_or_no = Text("Skriv ja eller nei.")
    consent_given_by = Text("Hvem sa det")
    consent_given_on = Text("Dato")
    consent_how = Text("Hvordan")
    consent_contact = Text("Kontaktperson")
    consent_phone = Text("Telefon")
    consent_email = Text("E-post")
    consent_url = Text("Nettsted")
    consent_title = Text(
        "Hva har de sagt om å stå i oversikten? Kontaktopplysningene her erstatter svarene."
    )
    consent_hint = Text(
        "Tab: neste linje. Enter på den siste lagrer. Er svaret nei, trengs bare de fire første."
    )
    consent_reach = Text("Oppgi minst ett av disse: telefon, e-post eller nettsted.")
    consent_who_missing = Text("Skriv hvem som sa det, med navn eller stilling.")
    consent_day = Text("Skriv datoen slik: {example}.")
    consent_day_to_come = Text("Datoen har ikke vært ennå.")
    consent_how_unknown = Text("Skriv hvordan: {ways}.")
    consent_refused = Text("{field}: {sentence}")
    review_letter_copied = Text(
        "Brevet med teksten er sendt til utklippstavlen, hvis terminalen tar imot. Lim det inn i "
        "en e-post."
    )
    key_letter = Text("Kopier brev")
    shared_title = Text("Felles {soughts}: én samtale kan avgjøre flere saker")
    shared_none = Text("Ingen felles {soughts} er funnet ennå.")
    shared_one = Text("felles {sought}")
    shared_row = Text("{name}, {host}: {counts}")
    shared_settles = Text("avgjør {count} saker")
    shared_settles_one = Text("avgjør 1 sak")
    shared_all_settled = Text("ingen flere å avgjøre")
    shared_disagree = Text("{count} er uenige")
    shared_disagree_one = Text("1 er uenig")
    shared_disagrees = Text("uenighet: {conflict} ({others})")
    shared_done = Text("Lagret.")
    shared_reason = Text("Hvorfor hører {unit} ikke til? Enter lagrer.")
    shared_reason_belongs = Text("Hvorfor hører {unit} til likevel? Enter lagrer.")
    shared_waits = Text("klassen må avgjøres først")
    shared_open = Text("{unit}")
    shared_waiting = Text("{unit}: venter på klassen")
    shared_confirmed = Text("{unit}: bekreftet")
    shared_apart = Text("{unit}: hører ikke til")
    shared_class_first = Text(
        "Intervjuet har ikke en klasse som dekker andre. Avgjør klassen i køen først."
    )
    shared_nothing_left = Text("Det er ingen flere å bekrefte her.")
    shared_confirmed_already = Text(
        "Den er allerede bekreftet. Trykk Delete hvis den ikke hører til."
    )
    shared_apart_already = Text(
        "Den er allerede holdt utenfor. Trykk Enter hvis den hører til likevel."
    )
    key_confirm = Text("Bekreft")
    key_apart = Text("Hører ikke til")
    key_queue = Text("Til køen")
