"""What is said to a coordinator of cases, and of a withdrawal."""

from schemas.language.text import Text


class DecidingWords:
    """What is said to a coordinator of cases, and of a withdrawal."""

    cases_title = Text("Saker hos deg")
    cases_waiting = Text("Venter på deg, de eldste først")
    cases_numberless = Text("Mangler et nummer å ringe")
    cases_closed = Text("Lukket av koordinatoren, eller respondenten har trukket seg")
    cases_found = Text("Funnet")
    cases_none = Text("Ingen saker her. F6 viser de andre. Skriv for å finne en sak.")
    cases_count = Text("{waiting} venter på deg · {numberless} mangler nummer · {closed} lukket")
    cases_line = Text("{count} forsøk · siden {when}")
    cases_line_new = Text("ikke ringt")
    case_where = Text("{place} · {attempts}")
    case_closed_by = Text("Lukket: {decision}. {key} åpner saken igjen.")
    case_gone = Text("Respondenten har trukket seg. Ingenting kan avgjøres, og ingen skal ringe.")
    case_held = Text("{name} har saken åpen nå.")
    case_interview_open = Text(
        "Intervjuet er ikke fullført ({answered} svar). Trykk {card} og så {key} for å fortsette "
        "det."
    )
    case_asks = Text("Notatet fra siste oppringning: {note}")
    case_return = Text("Tilbake på ringelisten, med beskjed")
    case_not_found = Text("Ikke funnet etter leting")
    case_out_of_frame = Text("Utenfor utvalget")
    case_give_up = Text("Gi opp saken")
    case_card = Text("Kontaktpunkter og numre (sakskortet)")
    case_interview = Text("Se gjennom intervjuet")
    case_consent = Text("Ja eller nei til oversikten")
    case_consented = Text("{decision}. Det gjelder når det er et intervju å føre opp.")
    case_message = Text(
        "Hva skal den som ringer, vite eller spørre om? Enter sender saken til ringelisten."
    )
    case_returning = Text(
        "Saken kommer blant de første på ringelisten, og beskjeden står på kortet."
    )
    case_closing = Text("Saken lukkes uten intervju. Du kan sende den tilbake senere.")
    case_returned = Text("{place} er tilbake på ringelisten.")
    case_closed = Text("{place}: {decision}. Ingen ringer mer i saken.")
    case_decisions = Text("Avgjort så langt")
    cases_conflict = Text("Motstrid: to filer som er slått sammen, sier ikke det samme")
    conflict_count = Text("motstrid: {count}")
    conflict_and = Text(" og ")
    conflict_interviews = Text("intervjuet to ganger")
    conflict_one_interview = Text("ett intervju, endret eller avgjort to steder")
    conflict_handed_out = Text("levert ut to ganger: {names}")
    conflict_decisions = Text("avgjort forskjellig: {made}, og den siste gjelder")
    conflict_aside = Text("{number}: intervju satt til side, {many}")
    conflict_answer = Text("ett annet svar (det som gjelder | det som er satt til side)")
    conflict_answers = Text("{count} andre svar (det som gjelder | det som er satt til side)")
    conflict_same = Text("samme svar")
    conflict_key = Text("Motstrid: {told}. {key} avklarer.")
    conflict_settle = Text("{place}: hva gjelder?")
    conflict_stands = Text("Det som gjelder, er sett på og er rett")
    conflict_instead = Text("Intervju {number} gjelder i stedet, og det andre settes til side")
    conflict_settled = Text("{place}: motstriden er avklart.")
    key_settle = Text("Avklar")
    withdraw = Text("Respondenten trekker seg: slett alt")
    withdraw_title = Text("{place}: respondenten trekker seg")
    withdraw_erased = Text("Dette slettes for alltid:")
    withdraw_answers = Text("alle svar ({answers}) og merknader ({remarks}), også de som er rettet")
    withdraw_people = Text("navn, stilling, nummer og e-post: {people}")
    withdraw_notes = Text("notatene om oppringningene ({calls}), og det som er avgjort om svarene")
    withdraw_kept = Text("Dette blir stående:")
    withdraw_kept_calls = Text("når det ble ringt og hvordan det gikk, og sentralbordets nummer")
    withdraw_kept_fact = Text("at respondenten trakk seg, når, og at du noterte det")
    withdraw_files = Text(
        "Filer og sikkerhetskopier som er laget før, endres ikke. Slett dem, og lag dem på nytt."
    )
    withdraw_holder = Text("{name} har saken åpen nå, og mister den.")
    withdraw_type = Text("Skriv {name} og trykk Enter for å slette. Esc lar alt stå.")
    withdraw_other_name = Text("Ingenting er slettet. Skriv «{name}», eller trykk Esc.")
    withdrawn = Text("{place}: Respondenten har trukket seg. Svar, navn og notater er slettet.")
    key_send = Text("Send")
    key_erase = Text("Slett")
    key_page = Text("Bla")
    key_cases = Text("Til sakene")
    key_other_view = Text("Andre saker")
