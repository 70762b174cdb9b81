"""What units said of themselves in an earlier phase of a survey, beside what the interview finds.

Until the section `shown_after` is answered to its end the claim is hidden, so that it does not
colour the conversation; then it is shown once, with the difference named and a reason to choose.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from schemas.questionnaire.preloads import Claim
from schemas.questionnaire.walk import Key, Route


@dataclass(frozen=True, kw_only=True)
class EarlierPhase:
    """The claims of an earlier phase.

    `found` is what the answers so far say, in the words of the claims.  `checks` are those that
    hold answers against the claim: they are explained where it is shown, and nobody asks about
    them on the phone.
    """

    claims: type[Claim]
    shown_after: str
    found: Callable[[Mapping[Key, Any]], Claim]
    checks: frozenset[str]

    def may_be_shown(self, walked: Route) -> bool:
        """Whether the section is answered to its end."""
        section = walked.questionnaire.sections[self.shown_after]
        steps = [step for step in walked.steps if step.question.section is section]
        return bool(steps) and all(map(walked.answered, steps))
