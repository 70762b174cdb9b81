"""Phase one beside phase two: what the chief executives claimed, and what the interviews find."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from schemas.language.text import Text
from schemas.questionnaire.walk import Key
from schemas.review.earlier_phase import ClaimWords, EarlierPhase
from schemas.surveys.municipal_services_2015.claims import ExecutiveClaim, Explanation
from schemas.surveys.municipal_services_2015.classification import ORGANISED, ServiceClass
from schemas.surveys.municipal_services_2015.code_lists import HasOffers
from schemas.surveys.municipal_services_2015.phase_name import NAME
from schemas.surveys.municipal_services_2015.phase_one_form import FORM, claim_of, figures_of

if TYPE_CHECKING:
    from schemas.review.claim_matrix import Matrix


def found_so_far(answers: Mapping[Key, Any]) -> ExecutiveClaim:
    """What section B says, in the words of phase one."""
    if answers.get(Key("has_offers")) is not HasOffers.yes:
        return ExecutiveClaim.none
    organised = answers.get(Key("coordination")) in ORGANISED
    return ExecutiveClaim.service if organised else ExecutiveClaim.offers_only


def headline(found: "Matrix") -> str:
    """How many of the services that were reported in phase one were none."""
    cell, beside = found.disproved, borderland(found)
    if not found.checked:
        none = "Ingen av tjenestene som ble oppgitt i fase én, er avklart ennå"
        return f"{none}. {beside}." if beside else f"{none}."
    told = (
        f"Av tjenestene som ble oppgitt i fase én og er avklart ({found.checked}), viste"
        f" {cell.count} ({cell.percent} %) seg ikke å være tjenester, verken egne eller felles."
    )
    return f"{told} {beside[0].upper()}{beside[1:]}." if beside else told


def borderland(found: "Matrix") -> str:
    """What is left out of that number; empty where nothing is."""
    number = len(found.borderland)
    return f"{number} i grenseland er ikke regnet med" if number else ""


PHASE_ONE: Final = EarlierPhase(
    command=NAME.command,
    claims=ExecutiveClaim,
    differences=Explanation,
    confirmed=Explanation.confirmed,
    nothing=ExecutiveClaim.none,
    tested=ExecutiveClaim.service,
    as_claimed={
        ExecutiveClaim.service: (ServiceClass.service, ServiceClass.covered),
        ExecutiveClaim.offers_only: (ServiceClass.offers_only,),
        ExecutiveClaim.none: (ServiceClass.none, ServiceClass.planning),
    },
    shown_after="screening",
    checks=frozenset({"claimed_a_service", "claimed_no_offers"}),
    words=ClaimWords(
        name=NAME.phase,
        later=Text("fase to"),
        shown=Text("Fase én: rådmannens svar i 2014"),
        said=Text("Rådmannen oppga"),
        kept=Text("det rådmannen svarte i fase én"),
        disproved=Text("av de oppgitte tjenestene viste seg ikke å være tjenester"),
    ),
    form=FORM,
    claim_of=claim_of,
    found=found_so_far,
    figures=figures_of,
    headline=headline,
    left_out=borderland,
)
