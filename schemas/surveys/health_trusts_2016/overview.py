"""The national overview: the centres of every trust, and whom to ask there."""

from collections.abc import Iterator
from typing import Final

from schemas.language.text import Text
from schemas.review.having import Having
from schemas.review.overview_lines import Overview, OverviewParts, OverviewWords
from schemas.surveys.health_trusts_2016.definitions import CENTRE


def facts(listed: Overview, count: Having) -> Iterator[tuple[str, str]]:
    """How many are listed, with how many centres."""
    yield f"av {count.of} helseforetak og private sykehus", str(len(listed.entries))
    yield "lærings- og mestringssentre", str(sum(len(entry.items) for entry in listed.entries))


OVERVIEW: Final = OverviewParts(
    form=("organised", "organisering"),
    items=(("centre_name", "centre_place"), "sentre"),
    facts=facts,
    words=OverviewWords(
        title=Text("Lærings- og mestringssentre i helseforetakene"),
        intro=(
            CENTRE.text,
            Text(
                "Med i oversikten er også helseforetak og sykehus der en avdeling har ansvaret"
                " for pasient- og pårørendeopplæringen uten et eget senter. Oversikten bygger på"
                " det de ansatte har fortalt i telefonintervjuer."
            ),
        ),
        nothing=Text("Ingen sentre er ført opp ennå."),
        index=Text("Helseforetak og sykehus i oversikten, alfabetisk"),
        absent=Text(
            "Et helseforetak eller sykehus som ikke står her, kan mangle et slikt senter. Det kan"
            " også ha sagt nei til å stå i oversikten, vente på å bli ført opp eller ikke ha vært"
            " intervjuet ennå."
        ),
        given=Text("Opplysningene er gitt av helseforetakene selv, som har sagt ja til å stå her."),
    ),
)
