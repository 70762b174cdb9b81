"""What an answer leads to besides the next question: the end of the call, or somebody else."""

from collections.abc import Iterable
from enum import Enum
from typing import Any, Final

from schemas.calls.outcomes import Outcome
from schemas.questionnaire.walk import Firing, Key, Route
from schemas.surveys.municipal_services_2015.code_lists import (
    Consent,
    HasOffers,
    OtherUnit,
    RightPerson,
)


class SomebodyElse(Enum):
    """Not an outcome: we are being sent on."""

    redirect = "redirect"


CONSEQUENCES: Final[dict[tuple[str, Any], Outcome | SomebodyElse]] = {
    ("consent", Consent.later): Outcome.appointment,
    ("consent", Consent.no): Outcome.refusal_soft,
    ("right_person", RightPerson.no): SomebodyElse.redirect,
    ("knows_other_unit", OtherUnit.other_department): SomebodyElse.redirect,
}

CLAIMED: Final = "claimed_"
"""How the checks begin that hold answers against what phase one claimed."""

WHOLE: Final = frozenset({Outcome.complete, Outcome.no_service})
"""The outcomes of a call in which everything was asked that is asked on the phone."""

CORE: Final = (
    "consent",
    "right_person",
    "respondent_unit",
    "has_offers",
    "coordination",
    "service_name",
    "cooperation",
    "publish",
)
"""What makes a partial interview usable (calls.md): those of them that are on the route."""


def consequence(key: Key, value: Any) -> Outcome | SomebodyElse | None:
    """What an answer leads to, if anything."""
    return CONSEQUENCES.get((key.question, value)) if not isinstance(value, tuple) else None


def standing(walked: Route, open_checks: Iterable[Firing] = ()) -> Outcome | None:
    """What the interview makes of a call that ends now; None before the right person has agreed.

    An open check may want another word from whoever is on the line: such a call is not whole.
    """
    if Key("has_offers") not in walked.places:
        return None
    if not _still_to_ask(walked) and not any(map(_is_for_the_phone, open_checks)):
        no_service = walked.view.answers.get(Key("has_offers")) is HasOffers.no
        return Outcome.no_service if no_service else Outcome.complete
    core = [step for step in walked.steps if step.question.id in CORE]
    return Outcome.partial if all(map(walked.answered, core)) else Outcome.break_off


def _is_for_the_phone(fired: Firing) -> bool:
    # What phase one claimed has a screen of its own, and is nothing to ask about.
    return fired.step.question.section.aloud and not fired.check.id.startswith(CLAIMED)


def _still_to_ask(walked: Route) -> bool:
    """Whether anything is left that must be asked on the phone."""
    return any(step.question.section.aloud for step in walked.unanswered)
