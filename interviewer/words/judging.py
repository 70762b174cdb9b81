"""What is said of the quality of the work: of everybody's, and of one's own."""

from schemas.language.text import Text


class JudgingWords:
    """What is said of the quality of the work."""

    quality_title = Text("Kvalitet")
    quality_own = Text("Mine tall")
    quality_counted = Text("talt {clock}")
    quality_people = Text("Intervjuerne, de det er mest å spørre om, først")
    quality_none = Text("Ingen har ringt eller fullført et intervju ennå.")
    quality_none_own = Text("Du har ikke ringt eller fullført et intervju ennå.")
    quality_no_flags = Text("Ingenting skiller noen fra de andre.")
    quality_too_few = Text("Ennå er det for få intervjuer til å sammenligne noen.")
    quality_measure = Text("Mål")
    quality_value = Text("Tall")
    quality_of = Text("Regnet av")
    quality_others = Text("De andre")
    quality_behind = Text("Bak tallet, det som skiller seg mest ut, først")
    quality_rule = Text("Flagges: {rule}")
    quality_source = Text("Kilde: {source}.")
    key_count = Text("Tell på nytt")
    help_quality = Text("Kvalitet: hva som skiller intervjuernes arbeid, og intervjuene bak.")
    help_quality_open = Text(
        "Åpne den som er merket: personen, det som er bak tallet, eller intervjuet."
    )
    help_own_quality = Text("Mine tall: lengde, «vet ikke», merknader og mer, bare dine egne.")
    help_own_open = Text("Åpne det som er bak tallet, eller saken.")
    help_quality_back = Text("Ett skritt tilbake, og til slutt dit du kom fra.")
    help_count = Text("Tell på nytt: andre ringer mens du ser.")
