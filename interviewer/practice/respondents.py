"""Somebody who answers: from a story where it decides the way, and by plausible chance elsewhere.

Now and then people contradict themselves, so that checks fire; asked again, they get it right.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from interviewer.calling.session import Conversation
from interviewer.practice import verbatim as words
from interviewer.practice.people import (
    email_of,
    invented_name,
    invented_role,
    website_of,
)
from interviewer.practice.scenarios import Story
from schemas.calls.calls import ContactPoint
from schemas.calls.departments import Department
from schemas.frame.frame import Frame
from schemas.frame.units import Unit
from schemas.questionnaire.answers import DONT_KNOW, Choice
from schemas.questionnaire.questions import Question
from schemas.questionnaire.types.practice import Dice, Practice
from schemas.questionnaire.walk import Key, Step
from schemas.surveys.municipal_services_2015.departments import Office

VAGUE: Final = 0.05
"""How often somebody does not know, or will not say."""

SLIP: Final = 0.07
"""How often somebody says what cannot be, where it can be heard."""

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
        self, dice: Dice, frame: Frame, unit: Unit, story: Story, season: HeardSoFar
    ) -> None:
        self.name = invented_name(dice)
        self._dice, self._frame, self._unit = dice, frame, unit
        self._story, self._season = story, season
        self._offers = dice.some(words.OFFERS, dice.between(1, 5))
        self._asked: set[Key] = set()

    def answer(self, step: Step, talk: Conversation, line: ContactPoint | None) -> Any:
        """What is said to a question, in a conversation that has come so far."""
        again = step.key in self._asked
        self._asked.add(step.key)
        question = step.question
        if question.id == "respondent_unit":
            return self._department(question, line)
        if question.id in self._story.says:
            return self._as_in_the_story(question)
        if question.missing_allowed and not again and self._dice.happens(VAGUE):
            return DONT_KNOW if self._dice.happens(0.7) else question.missing_allowed[-1]
        if question.empty_allowed and not again and self._dice.happens(EMPTY):
            return None
        if own := _OWN.get(question.id):
            return own(self, step, talk, again)
        said = question.type.practise(self._dice, self._knows(step, talk))
        self._season.hear(question, [code for code in question.codes if code in _codes(said)])
        return said

    def _knows(self, step: Step, talk: Conversation) -> Practice:
        return Practice(
            talk.facts,
            email_of(self.name, self._unit),
            website_of(self._unit),
            near=[one.id for one in self._neighbours],
            short=words.SHORT,
            long=words.LONG,
            unheard=self._season.unheard(step.question),
            before=talk.answers.get(step.key),
            items=len(self._offers),
        )

    @cached_property
    def _neighbours(self) -> list[Unit]:
        here = self._unit
        return [one for one in self._frame if one.group == here.group and one != here]

    # ── Codes ────────────────────────────────────────────────────────────────────────────────────

    def _as_in_the_story(self, question: Question) -> Any:
        slug = self._dice.one(self._story.says[question.id])
        if slug == DONT_KNOW.missing:
            return DONT_KNOW
        code = next(code for code in question.codes if code.name == slug)
        self._season.hear(question, [code])
        return code

    def _department(self, question: Question, line: ContactPoint | None) -> Department:
        where = line.department if line else Office.other
        if where.is_front_line and self._dice.happens(0.7):
            return Office.health_and_care
        other: Department = Office.other
        new = other in self._season.unheard(question) and self._dice.happens(0.2)
        said = other if new or self._dice.happens(0.03) else where
        self._season.hear(question, [said])
        return said

    def _offer_kind(self, step: Step, talk: Conversation, again: bool) -> Choice:
        kinds = self._story.kinds[0 if step.number == 1 else -1]
        slug = self._dice.one(kinds)
        return next(code for code in step.question.codes if code.name == slug)

    # ── Numbers ──────────────────────────────────────────────────────────────────────────────────

    def _service_since(self, step: Step, talk: Conversation, again: bool) -> int:
        offers = talk.answers.get(Key("offers_since"))
        known = offers if isinstance(offers, int) and not self._dice.happens(SLIP) else 1998
        return self._dice.between(known, talk.facts.year)

    def _staff(self, step: Step, talk: Conversation, again: bool) -> int:
        return self._dice.between(1, 20 if (self._unit.size or 0) > 20_000 else 6)

    def _fte(self, step: Step, talk: Conversation, again: bool) -> Decimal:
        staff = talk.answers.get(Key("staff"))
        most = staff if isinstance(staff, int) else 3
        if not again and self._dice.happens(SLIP):
            return Decimal(most + 1)
        return Decimal(self._dice.between(0, most * 4)) / 4

    def _courses(self, step: Step, talk: Conversation, again: bool) -> int:
        return self._dice.one((0, 1, 2, 2, 3, 4, 6))

    def _participants(self, step: Step, talk: Conversation, again: bool) -> int:
        held = talk.answers.get(Key("offer_courses", step.item))
        courses = held if isinstance(held, int) else 2
        if not again and self._dice.happens(SLIP):
            return courses * 45 + 5
        return self._dice.between(courses * 4, courses * 14)

    # ── Words ────────────────────────────────────────────────────────────────────────────────────

    def _name(self, step: Step, talk: Conversation, again: bool) -> str:
        return self.name

    def _role(self, step: Step, talk: Conversation, again: bool) -> str:
        return invented_role(self._dice, Office.other)

    def _service(self, step: Step, talk: Conversation, again: bool) -> str:
        return self._dice.one(words.SERVICES).format(unit=self._unit.name)

    def _trust(self, step: Step, talk: Conversation, again: bool) -> str:
        return f"LMS ved {self._unit.more['health_trust'] or 'sykehuset'}"

    def _offer(self, step: Step, talk: Conversation, again: bool) -> str:
        others = {
            name
            for key, name in talk.answers.items()
            if key.question == step.question.id and key.item != step.item
        }
        if not again and self._dice.happens(SLIP):
            return next((name for name in words.OFFERS if name in others), self._offers[0])
        # Whoever came before on the line may have named some of them already.
        return next(name for name in (*self._offers, *words.OFFERS) if name not in others)

    def _borderline(self, step: Step, talk: Conversation, again: bool) -> str:
        return self._dice.one(words.BORDERLINE)

    # ── The rest ─────────────────────────────────────────────────────────────────────────────────

    def _partners(self, step: Step, talk: Conversation, again: bool) -> tuple[str, ...]:
        if not again and self._dice.happens(SLIP):
            return (self._unit.id,)
        partners: tuple[str, ...] = step.question.type.practise(self._dice, self._knows(step, talk))
        return partners

    def _host(self, step: Step, talk: Conversation, again: bool) -> tuple[str, ...]:
        partners = talk.answers.get(Key("partner_units"))
        return (self._dice.one((self._unit.id, *(partners or ()))),)


def _codes(said: Any) -> tuple[Any, ...]:
    return said if isinstance(said, tuple) else (said,)


Says = Callable[[Respondent, Step, Conversation, bool], Any]

_OWN: Final[dict[str, Says]] = {
    "respondent_name": Respondent._name,
    "respondent_role": Respondent._role,
    "public_contact_name": Respondent._name,
    "service_name": Respondent._service,
    "service_since": Respondent._service_since,
    "partner_units": Respondent._partners,
    "host_unit": Respondent._host,
    "staff": Respondent._staff,
    "fte": Respondent._fte,
    "health_trust_name": Respondent._trust,
    "offer_name": Respondent._offer,
    "offer_kind": Respondent._offer_kind,
    "offer_courses": Respondent._courses,
    "offer_participants": Respondent._participants,
    "fit_reason": Respondent._borderline,
}
