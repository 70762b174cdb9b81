"""A route after one more answer, beside the one that is walked anew from the top."""

from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.questionnaire.answers import DONT_KNOW, NOT_ASKED, Items
from schemas.questionnaire.questions import Question
from schemas.questionnaire.walk import Key, Route, rerouted, route
from schemas.surveys.municipal_services_2015.claims import ExecutiveClaim
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.support.conversations import FACTS, TRUSTS, Conversations, plain

CLAIMED = FACTS.model_copy(update={"claim": ExecutiveClaim.service.name})
SURVEYS = (Conversations(PhaseTwo, CLAIMED), TRUSTS)

ITEMS = (Items((1,), True), Items((1, 2), False), Items((3, 1), True), Items())
EDGES: dict[str, tuple[Any, ...]] = {
    "roster": ITEMS,
    "text": ("A", "a", "Noe annet"),
    "units": (("0101",), ("0104", "0105")),
    "integer": (0, 50),
    "year": (2000, 2010),
    "decimal": (Decimal(0), Decimal(11)),
}


def any_answer(question: Question, dice: Random) -> Any:
    """One of those that it takes, or none any more."""
    closed = [(code,) if question.type.name == "multi" else code for code in question.codes]
    edges = EDGES.get(question.type.name, ())
    return dice.choice([NOT_ASKED, DONT_KNOW, plain(question), *closed, *edges])


@settings(max_examples=40)
@given(st.sampled_from(SURVEYS), st.randoms(use_true_random=False))
def test_is_the_one_from_the_top(talks: Conversations, dice: Random) -> None:
    """Items come and go, answers are taken back, and of the checks only some are asked again."""
    asked, answers = talks.questionnaire, talks.talk()
    now = route(asked, answers, talks.facts)
    for _ in range(30):
        assert isinstance(now.firing, tuple)  # from here on it is known
        step = dice.choice(now.steps)
        answers = {**answers, step.key: any_answer(step.question, dice)}
        now = rerouted(now, answers, step.key)
        assert _seen(now) == _seen(route(asked, answers, talks.facts))


def _seen(one: Route) -> tuple[Any, ...]:
    """All that anybody asks of it; the answers in their order, which is that of evidence."""
    given = list[tuple[Key, Any]](one.view.answers.items())
    return one.steps, given, one.view.items, set(one.aside), one.unanswered, one.firing
