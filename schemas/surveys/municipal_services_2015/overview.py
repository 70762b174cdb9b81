"""The national overview: what a line of it says, and what the page says of the whole."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from schemas.language.text import Text
from schemas.review.overview_lines import Overview, OverviewParts, OverviewWords
from schemas.review.shares import percent
from schemas.surveys.municipal_services_2015.classification import ServiceClass
from schemas.surveys.municipal_services_2015.definitions import SERVICE


def facts(listed: Overview) -> Iterator[tuple[str, str]]:
    """How many have a service, and of how many."""
    have, of = len(listed.wholes), len(listed.frame.wholes)
    counted = Counter(entry.klass for entry in listed.entries)
    yield (
        f"av {of} kommuner har eller deler en tjeneste i denne oversikten",
        f"{have} ({percent(have, of)} %)",
    )
    yield "tjenester", str(counted[ServiceClass.service])
    yield "godt i gang med å planlegge", str(counted[ServiceClass.planning])
    if counted[ServiceClass.offers_only]:
        yield "med tilbud uten egen tjeneste", str(counted[ServiceClass.offers_only])


OVERVIEW: Final = OverviewParts(
    name=("service_name", "tjeneste"),
    form=("coordination", "organisering"),
    facts=facts,
    words=OverviewWords(
        title=Text("Lærings- og mestringstjenester i kommunene"),
        intro=(
            Text(
                f"{SERVICE.text} Med i oversikten er også kommuner som er godt i"
                " gang med å planlegge en tjeneste, og noen som har lærings- og mestringstilbud"
                " uten en egen tjeneste. Noen av dem kan befinne seg i grenselandet for hva som"
                " regnes som en slik tjeneste. Oversikten bygger på det de ansatte i kommunene har"
                " fortalt i telefonintervjuer."
            ),
        ),
        nothing=Text("Ingen tjenester er ført opp ennå."),
        waits=Text(
            "Venter på godkjenning: kontaktopplysningene vises når tjenesten har sett teksten"
        ),
        index=Text("Kommuner og bydeler i oversikten, alfabetisk"),
        given=Text("Opplysningene er gitt av kommunene selv, som har sagt ja til å stå her."),
    ),
)
