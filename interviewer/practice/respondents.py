"""Somebody who answers: by a scenario where it decides the way, by plausible chance elsewhere.

Now and then people contradict themselves, so that checks fire; asked again, they get it right.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Final

from interviewer.engine.conversation import Conversation
from schemas.calls.calls import ContactPoint
from schemas.calls.departments import Department
from schemas.frame.frame import Frame
from schemas.frame.units import Unit
from schemas.questionnaire.answers import DONT_KNOW, Choice
from schemas.questionnaire.questions import Question
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.walk import Key, Step
from schemas.surveys.invented_people import email_of, invented_name, website_of
from schemas.surveys.practice import Asked, Scenario
from schemas.surveys.survey import Survey

VAGUE: Final = 0.05
"""How often somebody does not know, or will not say."""

EMPTY: Final = 0.3
"""How often there is nothing to say where nothing need be said."""


class HeardSoFar:
    """What has been said so far by anybody: so that in a season nearly everything is said once."""

    def __init__(self) -> None:
        self._heard: set[tuple[str, Choice]] = set()

    def unheard(self, question: Question) -> list[Choice]:
        """The codes that nobody has chosen yet."""
        return [code for code in question.codes if (question.id, code) not in self._heard]

    def hear(self, question: Question, codes: Sequence[Choice]) -> None:
        """These have been chosen."""
        self._heard.update((question.id, code) for code in codes)


class Respondent:
    """One person on the line.  `answer` gives a value as the questionnaire knows it."""

    def __init__(
        self,
        dice: Dice,
        survey: Survey,
        frame: Frame,
        unit: Unit,
        scenario: Scenario,
        season: HeardSoFar,
    ) -> None:
        self.name = invented_name(dice)
        self._dice, self._survey, self._frame, self._unit = dice.apart(), survey, frame, unit
        self._scenario, self._season = scenario, season
        script = survey.practice
        self._things = dice.some(script.things, dice.between(1, script.most_things))
        self._asked: set[Key] = set()

    def answer(self, step: Step, talk: Conversation, line: ContactPoint | None) -> Any:
        """What is said to a question, in a conversation that has come so far."""
        again = step.key in self._asked
        self._asked.add(step.key)
        question = step.question
        if question.known_as == "department":
            return self._department(question, line)
        if question.id in self._scenario.says:
            return self._as_in_the_scenario(question, self._scenario.says[question.id])
        if question.missing_allowed and not again and self._dice.happens(VAGUE):
            return DONT_KNOW if self._dice.happens(0.7) else question.missing_allowed[-1]
        if question.empty_allowed and not again and self._dice.happens(EMPTY):
            return None
        said = self._says(step, talk, again=again)
        self._season.hear(question, [code for code in question.codes if code in _codes(said)])
        return said

    def _says(self, step: Step, talk: Conversation, *, again: bool) -> Any:
        question, script = step.question, self._survey.practice

        def usual() -> Any:
            return question.type.practise(self._dice, self._knows(step, talk))

        if question.id in self._scenario.of_items:
            kinds = self._scenario.of_items[question.id]
            return self._as_in_the_scenario(question, kinds[0 if step.number == 1 else -1])
        if question.id in self._is_called:
            return self.name
        if question.known_as == "role":
            return script.role(self._dice)
        asked = Asked(
            self._dice, self._unit, self.name, step.key, talk.facts, talk.answers,
            tuple(self._things), script.things, again, usual,
        )  # fmt: skip
        own = script.says.get(question.id)
        return own(asked) if own else usual()

    @cached_property
    def _is_called(self) -> frozenset[str]:
        """The questions to which the answer is their own name."""
        publishing = self._survey.parts.publishing
        asked = self._survey.questionnaire.questions()
        names = {one.id for one in asked if one.known_as == "person"}
        return frozenset(names | ({publishing.contact} if publishing else set()))

    def _knows(self, step: Step, talk: Conversation) -> Practice:
        return Practice(
            talk.facts,
            email_of(self.name, self._unit),
            website_of(self._unit),
            near=[one.id for one in self._neighbours],
            short=self._survey.practice.short,
            long=self._survey.practice.long,
            unheard=self._season.unheard(step.question),
            before=talk.answers.get(step.key),
            items=len(self._things),
        )

    @cached_property
    def _neighbours(self) -> list[Unit]:
        here = self._unit
        return [one for one in self._frame if one.group == here.group and one != here]

    # ── Codes ────────────────────────────────────────────────────────────────────────────────────

    def _as_in_the_scenario(self, question: Question, slugs: Sequence[str]) -> Any:
        slug = self._dice.one(slugs)
        if slug == DONT_KNOW.missing:
            return DONT_KNOW
        code = next(code for code in question.codes if code.name == slug)
        self._season.hear(question, [code])
        return code

    def _department(self, question: Question, line: ContactPoint | None) -> Department:
        other: Department = self._survey.departments.unlisted()
        where = line.department if line else other
        if where.is_front_line and self._dice.happens(0.7):
            return self._survey.practice.manages
        new = other in self._season.unheard(question) and self._dice.happens(0.2)
        said = other if new or self._dice.happens(0.03) else where
        self._season.hear(question, [said])
        return said


def _codes(said: Any) -> tuple[Any, ...]:
    return said if isinstance(said, tuple) else (said,)
