"""What the interview makes of a call that ends now."""

from collections.abc import Collection, Iterable

from schemas.calls.core import has_core, is_begun
from schemas.calls.outcomes import Outcome
from schemas.questionnaire.walk import Firing, Key, Route
from schemas.surveys.survey import Survey


def standing(survey: Survey, walked: Route, open_checks: Iterable[Firing] = ()) -> Outcome | None:
    """What the interview makes of a call that ends now; None before the right person has agreed."""
    if not is_begun(walked, survey.parts):
        return None
    part = Outcome.partial if has_core(walked, survey.parts) else Outcome.break_off
    return whole(survey, walked, open_checks) or part


def whole(survey: Survey, walked: Route, open_checks: Iterable[Firing]) -> Outcome | None:
    """What a conversation has come to in which everything was asked; None where it was not.

    An open check may want another word from whoever is on the line.
    """
    asking = any(is_for_the_phone(one, survey.explained) for one in open_checks)
    if not is_begun(walked, survey.parts) or asking or _still_to_ask(walked):
        return None
    none = survey.parts.says_none
    says_none = none and walked.view.answers.get(Key(none.question)) is none.code
    return none.outcome if none and says_none else Outcome.complete


def is_for_the_phone(fired: Firing, explained: Collection[str]) -> bool:
    """Whether an open check is something to ask whoever is on the line."""
    # What an earlier phase claimed has a screen of its own, and is nothing to ask about.
    return fired.step.question.section.aloud and fired.check.id not in explained


def _still_to_ask(walked: Route) -> bool:
    """Whether anything is left that must be asked on the phone."""
    return any(step.question.section.aloud for step in walked.unanswered)
