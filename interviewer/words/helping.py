"""What F1 says of the keys, screen by screen."""

from schemas.text import Text


class Helping:
    """What F1 says of the keys, screen by screen."""

    help_title = Text("Tastene")
    help_close = Text("↑↓ PgUp PgDn blar, Esc lukker")
    help_open_interview = Text("Åpne intervjuet som er merket: svarene, og det som kan avgjøres.")
    help_progress = Text("Framdriften: hvor sakene er, satsene, og når alt er avgjort.")
    help_cases = Text(
        "Sakene som venter på deg: sendt til koordinator, ingen leid igjen, et avslag som kan "
        "spørres igjen, eller for mange forsøk. Der finner du også en hvilken som helst sak."
    )
    help_shared = Text("Felles tjenester: én samtale kan avgjøre flere saker.")
    help_all = Text("Alle fullførte intervjuer, eller bare de som skal ses på.")
    help_publish = Text("Tabeller, rapport, oversikt, eksport og kodebok.")
    help_rings = Text("Noen ringer: finn saken på sted, person, avdeling eller nummer.")
    help_clear = Text("Tøm søket.")
    help_open_case = Text("Åpne saken som er merket: oppringningene, og det som kan avgjøres.")
    help_view = Text("De som venter på deg, de som mangler nummer, de som er lukket; og om igjen.")
    help_back = Text("Tøm søket; så til køen.")
    help_closes = Text("Esc lukker")
    help_type = Text("skriv")
    help_typing = Text("Søk på sted, person, avdeling eller nummer.")
