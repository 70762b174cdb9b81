"""Whole conversations, from the few answers that a test is about.

What stands alone below is about phase two; `Conversations` does it for any questionnaire.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from schemas.questionnaire.answers import Items
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.questionnaire.types import Reading
from schemas.questionnaire.walk import Key, Route, route
from schemas.surveys.health_trusts_2016.questionnaire import HealthTrusts
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.support.municipalities import FRAME

FACTS = Preloads(unit_id="0101", unit_name="Halden", year=2015, interviewer="Kari")
TRUST_FACTS = Preloads(
    unit_id="AHUS", unit_name="Akershus universitetssykehus HF", year=2016, interviewer="Kari"
)
READING = Reading(FACTS, FRAME)
PLAIN: dict[str, Any] = {
    "info": "read",
    "integer": 1,
    "decimal": Decimal(1),
    "year": 2015,
    "month": 1,
    "text": "Noe",
    "longtext": "Noe langt",
    "phone": "+4722334455",
    "email": "post@halden.no",
    "url": "https://halden.no",
    "units": ("0104",),
    "roster": Items((1,), True),
}


def plain(question: Question) -> Any:
    """The first code of a closed question, or something dull of the right type."""
    if question.type.name == "multi":
        return (question.codes[0],)
    return question.codes[0] if question.codes else PLAIN[question.type.name]


@dataclass(frozen=True)
class Conversations:
    """Conversations with one questionnaire, about one unit unless a test says otherwise."""

    questionnaire: type[Questionnaire]
    facts: Preloads
    held: dict[str, dict[Key, Any]] = field(default_factory=dict)
    """What has been said before: many tests begin with the same conversation."""

    def coded(self, id: str, said: Any) -> Any:
        """A slug, or several, as codes; everything else as it is."""
        by_slug = {code.name: code for code in self.questionnaire.by_id[id].codes}
        if isinstance(said, tuple) and by_slug:
            return tuple(by_slug[slug] for slug in said)
        return by_slug[said] if by_slug and isinstance(said, str) else said

    def talk(self, facts: Preloads | None = None, **said: Any) -> dict[Key, Any]:
        """A whole conversation: what is `said`, and a plain answer to everything else on the route.

        `offer_kind=["kid", "lm"]` says something of each item of a roster.
        """
        known = repr((facts, said))
        if known not in self.held:
            self.held[known] = self._held(facts, said)
        return dict(self.held[known])

    def _held(self, facts: Preloads | None, said: dict[str, Any]) -> dict[Key, Any]:
        answers = dict(self._spoken(said))
        while unanswered := self._route(answers, facts).unanswered:
            step = unanswered[0]
            named = step.item and step.question is step.question.section.questions[0]
            answers[step.key] = f"Nr. {step.item}" if named else plain(step.question)
        return answers

    def walked(self, facts: Preloads | None = None, **said: Any) -> Route:
        """The route of that conversation."""
        return self._route(self.talk(facts, **said), facts)

    def asked_ids(self, facts: Preloads | None = None, **said: Any) -> set[str]:
        """The questions on it."""
        return {step.question.id for step in self.walked(facts, **said).steps}

    def fired(self, facts: Preloads | None = None, **said: Any) -> set[str]:
        """The checks that fire on it."""
        return {one.check.id for one in self.walked(facts, **said).firing}

    def _route(self, answers: dict[Key, Any], facts: Preloads | None) -> Route:
        return route(self.questionnaire, answers, facts or self.facts)

    def _spoken(self, said: dict[str, Any]) -> Iterator[tuple[Key, Any]]:
        for id, value in said.items():
            if not isinstance(value, list):
                yield Key(id), self.coded(id, value)
                continue
            roster: Any = self.questionnaire.by_id[id].section
            items = tuple(range(1, len(value) + 1))
            yield Key(roster.more.id), Items(items, True)
            for item, one in zip(items, value, strict=True):
                yield Key(id, item), self.coded(id, one)


PHASE_TWO = Conversations(PhaseTwo, FACTS)
TRUSTS = Conversations(HealthTrusts, TRUST_FACTS)

coded, talk = PHASE_TWO.coded, PHASE_TWO.talk
walked, asked_ids, fired = PHASE_TWO.walked, PHASE_TWO.asked_ids, PHASE_TWO.fired
