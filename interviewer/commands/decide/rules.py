"""`ringerunde review rules`: what the rules of today would change in the interviews there are."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from interviewer.commands.decide.console import Printer
from interviewer.places import command
from schemas.frame.frame import Frame
from schemas.language.numerals import how_many

if TYPE_CHECKING:
    from db.plain_sql import Looked
    from db.reclassified import Reclassified


def print_reclassified(source: "Looked") -> None:
    """Every interview by the rules of today; those that would change, and nothing is stored."""
    from db.finished import finished
    from db.reclassified import reclassified

    with source.look() as reads:
        interviews = finished(reads)
    again = list(reclassified(source.survey, interviews))
    other = [one for one in again if one.is_other]
    tried = how_many(len(again), "fullført intervju", "fullførte intervjuer")
    paper = Printer()
    paper.say(
        f"Reglene slik de er nå, prøvd på {tried}:"
        f" {len(other)} ville fått en annen klasse. Ingenting er endret."
    )
    looked_at = [one for one in again if one.wants_a_look and not one.is_other]
    paper.several("En annen klasse", list(_changed(other, source.frame)))
    paper.several("Samme klasse, men må vurderes", list(_changed(looked_at, source.frame)))
    if other:
        paper.say(
            "Klassen til et intervju endres bare når noen bestemmer det:"
            f" «{command(source, 'review', 'override', 'ENHET', 'KLASSE', '--reason')} …»."
        )


def _changed(some: "list[Reclassified]", frame: Frame) -> Iterator[str]:
    for one in some:
        before = one.interview.derived
        was = str(before.label).lower() if before else "ingen klasse"
        now = str(one.now.klass.label).lower()
        what = f"{was} → {now}" if one.is_other else now
        yield f"{frame[one.interview.unit_id].numbered}: {what}{_decided(one)}"


def _decided(one: "Reclassified") -> str:
    """What a coordinator has said goes before the rules."""
    if one.counts is None:
        return ""
    return f" (koordinatoren har bestemt: {str(one.counts.label).lower()}, og det står)"
