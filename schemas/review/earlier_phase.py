"""What units said of themselves in an earlier phase of a survey, beside what the interview finds.

Until the section `shown_after` is answered to its end the claim is hidden, so that it does not
colour the conversation; then it is shown once, with the difference named and a reason to choose.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice
from schemas.questionnaire.walk import Key, Route
from schemas.review.claim_forms import ClaimFigures, ClaimForm
from schemas.review.claims import Claim, Difference
from schemas.review.classes import Class

if TYPE_CHECKING:
    from schemas.review.claim_matrix import Compared, Matrix

Answers: TypeAlias = Mapping[str, Choice]
"""The answers on a form, by the names of its questions."""


class FormOddity(NamedTuple):
    """What is odd about a form: the question it is about, and why in a sentence without its stop.

    What is `wrong`, answers that contradict each other, keeps the form out until it is corrected;
    else the answer is kept, and is not counted.
    """

    question: str
    why: Text
    wrong: bool = False


@dataclass(frozen=True, kw_only=True)
class FormDesign:
    """The form of the earlier phase, as it lies in a file: one row a unit.

    `questions` are the columns with answers, under the names that the answers go by; `years` are
    those in which it can have been answered.  `source` is what its contacts are said to be from.
    `partners` is the column of the units that one works together with, where that was asked: then
    one of them may cover the other.  `headings` are what tools may call the form's columns, as the
    questions are worded, by the columns.
    """

    questions: Mapping[str, tuple[str, type[Choice]]]
    years: range
    source: str
    odd: Callable[[ClaimForm], Iterator[FormOddity]]
    partners: str | None = None
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ClaimWords:
    """How the earlier phase is spoken of.

    `name` is what it is called, and `later` what the interviews are.  `shown` stands above the
    claim when it is shown, and `said` before it.  `kept` is what is left of it when a respondent
    withdraws, and `disproved` what a share of the tested claims turned out to be.
    """

    name: Text
    later: Text
    shown: Text
    said: Text
    kept: Text
    disproved: Text


@dataclass(frozen=True, kw_only=True)
class EarlierPhase:
    """The claims of an earlier phase, and how they are set beside the findings.

    `command` is what the commands about it are called: `import phase-one`, say.
    `claim_of` is what a form says; `found` what the answers so far say, in the words of the claims.
    `nothing` is the claim to have nothing, and `tested` the one that the findings are counted
    against.  `as_claimed` are the findings that a claim agrees with.  `confirmed` is the reason
    where there is no difference.  `checks` are those that hold answers against the claim: they are
    explained where it is shown, and nobody asks about them on the phone.  `figures` are made of all
    forms and the number of units, `headline` of the matrix, and `left_out` says what is not in it.
    """

    command: str
    claims: type[Claim]
    differences: type[Difference]
    confirmed: Difference
    nothing: Claim
    tested: Claim
    as_claimed: Mapping[Claim, Collection[Class]]
    shown_after: str
    checks: frozenset[str]
    words: ClaimWords
    form: FormDesign
    claim_of: Callable[[Answers], Claim | None]
    found: Callable[[Mapping[Key, Any]], Claim]
    figures: Callable[[Collection[ClaimForm], int], ClaimFigures]
    headline: "Callable[[Matrix], str]"
    left_out: "Callable[[Matrix], str]"

    def may_be_shown(self, walked: Route) -> bool:
        """Whether the section is answered to its end."""
        section = walked.questionnaire.sections[self.shown_after]
        steps = [step for step in walked.steps if step.question.section is section]
        return bool(steps) and all(map(walked.answered, steps))

    def differs(self, claim: Claim | None, klass: Class | None) -> bool:
        """Whether an interview found something else than the unit claimed."""
        return claim is not None and klass is not None and klass not in self.as_claimed[claim]

    def matrix(self, compared: "Collection[Compared]", classes: type[Class]) -> "Matrix":
        """Claim by finding, unit by unit."""
        from schemas.review.claim_matrix import matrix  # few who ask for the claims want that

        return matrix(compared, self.claims, classes, self.differences, self.tested)
