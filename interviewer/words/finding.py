"""What stands on the page that Ctrl+F opens: everything that can be done, by its name."""

from schemas.language.text import Text


class FindingWords:
    """Everything that can be done or gone to from here."""

    find_title = Text("Finn")
    find_line = Text("Finn: ")
    find_hint = Text("Skriv litt av navnet: en handling, et svar, et spørsmål eller en sak.")
    find_nothing = Text("Ingenting her heter noe slikt.")
    find_not_on_line = Text("Du er i en samtale. Legg på med F9 før du åpner en annen sak.")
    find_not_resumed = Text("Velg først om du vil fortsette i saken du var i, eller forlate den.")
    find_actions = Text("Handlinger")
    find_options = Text("Valg på skjermen")
    find_questions = Text("Spørsmål")
    find_cases = Text("Saker")
    key_find = Text("Finn")
    key_do = Text("Gjør det")
    help_find = Text("Finn: alt du kan gjøre her, spørsmål og saker, ved navn.")
    help_find_type = Text("Litt av navnet på det du vil gjøre, eller på stedet du vil til.")
    help_do = Text("Gjør det som er merket. Det er det samme som å trykke tasten.")
    help_find_close = Text("Tilbake, uten å gjøre noe.")
