"""What the chief executives said in phase one, and why an interview found something else."""

from schemas.language.text import Text
from schemas.review.claims import Claim, Difference


class ExecutiveClaim(Claim):
    """What the chief executive said in phase one (the form of 2014)."""

    service = Text("Har en tjeneste", nn="Har ei teneste", en="Has a service")
    offers_only = Text(
        "Har tilbud, ingen tjeneste", nn="Har tilbod, inga teneste", en="Offers only"
    )
    none = Text("Har ingen tilbud", nn="Har ingen tilbod", en="No offers")


class Explanation(Difference):
    """Why phase two found something else than was claimed in phase one, or that it did not."""

    confirmed = Text("Bekreftet: det stemmer", nn="Stadfesta: det stemmer", en="Confirmed")
    single_offer = Text(
        "Bare et enkelt tilbud", nn="Berre eit enkelt tilbod", en="Only a single programme"
    )
    lifestyle = Text(
        "Livsstilskurs, KiD eller KiB", nn="Livsstilskurs, KiD eller KiB", en="Lifestyle, KiD, KiB"
    )
    no_user_involvement = Text(
        "Mangler brukermedvirkning", nn="Manglar brukarmedverknad", en="User involvement missing"
    )
    planned_only = Text("Bare planlagt", nn="Berre planlagt", en="Planned only")
    moved_or_ended = Text(
        "Flyttet eller avsluttet", nn="Flytta eller avslutta", en="Moved or ended"
    )
    misunderstood = Text(
        "Spørsmålet ble misforstått", nn="Spørsmålet vart misforstått", en="Misunderstood"
    )
    found_after_all = Text(
        "Funnet, selv om det ikke var oppgitt",
        nn="Funne, sjølv om det ikkje var oppgitt",
        en="Found although not reported",
    )
