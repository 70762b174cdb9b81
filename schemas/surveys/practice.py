"""What the invented people of a survey are like, and what they say, for practice.

A survey declares it beside its questionnaire; `interviewer.practice` plays it.  What is not said
here is up to the type of the question, and to chance.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final, TypeAlias

from schemas.calls.departments import Department
from schemas.frame.units import Unit
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.types.dice import Dice
from schemas.questionnaire.walk import Key
from schemas.review.claim_forms import ClaimForm
from schemas.surveys.rehearsal import Rehearsal

SLIP: Final = 0.07
"""How often somebody says what cannot be, where it can be heard."""

_NOTHING: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {}


@dataclass(frozen=True)
class Scenario:
    """What is said where it decides the way; one of the codes, and all else is up to chance.

    `of_items` says it of what is asked of each item: of the first one, and of those after it.
    """

    name: str
    says: Mapping[str, tuple[str, ...]]
    of_items: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=lambda: _NOTHING)

    def but(self, **says: str) -> "Scenario":
        """The scenario with something else said to some questions."""
        return replace(self, says={**self.says, **{id: (slug,) for id, slug in says.items()}})


@dataclass(frozen=True)
class Asked:
    """A question as somebody hears it who is called `person` and belongs to `unit`.

    `key` is the question's, with the item that is asked about; `answers` is all that has been said
    so far; `things` are what this person could name, all of them in `all_things`; `again` is true
    where the same person has been asked before.  `usual` answers as anybody would.
    """

    dice: Dice
    unit: Unit
    person: str
    key: Key
    facts: Preloads
    answers: Mapping[Key, Any]
    things: tuple[str, ...]
    all_things: tuple[str, ...]
    again: bool
    usual: Callable[[], Any]

    def said(self, question: str) -> Any:
        """What was said to a question that is asked once; None where nothing was."""
        return self.answers.get(Key(question))

    def said_of_it(self, question: str) -> Any:
        """What was said to another question about the same item; None where nothing was."""
        return self.answers.get(Key(question, self.key.item))

    def slips(self) -> bool:
        """Whether they say what cannot be: only the first time."""
        return not self.again and self.dice.happens(SLIP)

    def a_name(self) -> str:
        """A name for one thing more; by a slip, one that has been named."""
        others = {
            name
            for key, name in self.answers.items()
            if key.question == self.key.question and key.item != self.key.item
        }
        if self.slips():
            return next((name for name in self.all_things if name in others), self.things[0])
        # Whoever came before on the line may have named some of them already.
        return next(name for name in (*self.things, *self.all_things) if name not in others)


Says: TypeAlias = Callable[[Asked], Any]
"""An answer to one question."""


@dataclass(frozen=True, kw_only=True, eq=False)
class PracticeScript:
    """The invented people of a survey.

    `begins`        when the first call of the season is made
    `scenarios`       what units are like, in turn: so that a dozen interviews show all of them
    `sent_to`       where switchboards send people on to, the likeliest first
    `manages`       where somebody works who is asked at the front line and answers nevertheless
    `roles`         what people are, by department; elsewhere they are one of `any_role`
    `things`        what can be named of what is asked item by item; somebody knows of `most_things`
    `short`, `long` what people say in their own words
    `remarks`       what interviewers note about an answer, and `reasons` why they let it stand
    `at_once`       questions at which somebody has to go before anything has been said, `halfway`
                    those at which somebody else may go on, and `at_the_end` where all that matters
                    has been said
    `says`          the questions that have an answer of their own
    `claims`        what a unit answered in an earlier phase, if it did; None where there was none
    `rehearsals`    conversations to practise on, the easiest first
    """

    begins: datetime
    scenarios: tuple[Scenario, ...]
    sent_to: tuple[Department, ...]
    manages: Department
    roles: Mapping[Department, str]
    any_role: tuple[str, ...]
    things: tuple[str, ...]
    most_things: int
    short: tuple[str, ...]
    long: tuple[str, ...]
    remarks: tuple[str, ...]
    reasons: tuple[str, ...]
    at_once: tuple[str, ...]
    halfway: tuple[str, ...]
    at_the_end: str
    says: Mapping[str, Says]
    claims: "Callable[[PracticeScript, Dice, Unit], ClaimForm | None] | None" = None
    rehearsals: tuple[Rehearsal, ...] = ()

    def role(self, dice: Dice, department: Department | None = None) -> str:
        """What somebody in this department is; somebody of no department is anything."""
        known = self.roles.get(department) if department else None
        return known or dice.one(self.any_role)
