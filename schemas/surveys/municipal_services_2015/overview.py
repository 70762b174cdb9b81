"""The national overview: what a line of it says, and what the page says of the whole."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from schemas.language.text import Text
from schemas.review.having import Having
from schemas.review.overview_lines import Overview, OverviewParts, OverviewWords
from schemas.review.shares import in_per_cent
from schemas.surveys.municipal_services_2015.classification import ServiceClass
from schemas.surveys.municipal_services_2015.definitions import SERVICE


def facts(listed: Overview, count: Having) -> Iterator[tuple[str, str]]:
    """How many have a service, and of how many."""
    have = len(count.listed)
    counted = Counter(entry.klass for entry in listed.entries)
    yield (
        f"av {count.of} kommuner har eller deler en tjeneste i denne oversikten",
        f"{have} ({in_per_cent(have, count.of)})",
    )
    yield "tjenester", str(counted[ServiceClass.service])
    yield "godt i gang med å planlegge", str(counted[ServiceClass.planning])
    for words, klass in (
        ("med tilbud uten egen tjeneste", ServiceClass.offers_only),
        ("i grenselandet", ServiceClass.borderline),
    ):
        if counted[klass]:
            yield words, str(counted[klass])


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
        index=Text("Kommuner og bydeler i oversikten, alfabetisk"),
        absent=Text(
            "En kommune som ikke står her, kan mangle en slik tjeneste. Den kan også ha sagt nei"
            " til å stå i oversikten, vente på å bli ført opp eller ikke ha vært intervjuet ennå."
        ),
        given=Text("Opplysningene er gitt av kommunene selv, som har sagt ja til å stå her."),
    ),
)
