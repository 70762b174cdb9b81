"""The finished interview: made of the answers to it, read as it was stored, taken apart again."""

from collections.abc import Iterable
from typing import Any, TypeVar

from schemas.questionnaire.answers import NOT_ASKED, Items
from schemas.questionnaire.parse import check
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.questionnaire import ConfirmedCheck, Questionnaire
from schemas.questionnaire.sections import Roster, Section
from schemas.questionnaire.walk import (
    Answers,
    Confirmed,
    Firing,
    Key,
    Route,
    RouteView,
    Step,
    open_checks,
    route,
)

Q = TypeVar("Q", bound=Questionnaire)


class Unfinished(Exception):
    """What stands in the way of completing an interview: questions, and checks."""

    def __init__(self, unanswered: tuple[Step, ...], checks: tuple[Firing, ...]) -> None:
        super().__init__([step.key for step in unanswered], [fired.check.id for fired in checks])
        self.unanswered = unanswered
        self.checks = checks


def document(
    questionnaire: type[Questionnaire],
    answers: Answers,
    facts: Preloads,
    confirmed: Iterable[Confirmed] = (),
) -> Questionnaire:
    """The whole interview; raises `Unfinished` when it is not whole."""
    walked = route(questionnaire, answers, facts)
    confirmed = tuple(confirmed)
    unanswered, checks = walked.unanswered, open_checks(walked, confirmed)
    if unanswered or checks:
        raise Unfinished(unanswered, checks)
    content = {name: _content(s, walked.view) for name, s in questionnaire.sections.items()}
    return read_document(
        questionnaire, {"facts": facts, **content, "confirmed": _confirmations(walked, confirmed)}
    )


def _confirmations(walked: Route, confirmed: tuple[Confirmed, ...]) -> list[ConfirmedCheck]:
    reasons = {(one.check, one.item, one.evidence): one.reason for one in confirmed}
    return [
        ConfirmedCheck(
            check=fired.check.id,
            item=fired.step.number,
            reason=reasons[fired.check.id, fired.step.item, fired.evidence],
        )
        for fired in walked.firing
    ]


def _content(section: type[Section], view: RouteView) -> Any:
    if not issubclass(section, Roster):
        return _values(section, view, None)
    return [_values(section, view, item) for item in view.items.get(section, ())]


def _values(section: type[Section], view: RouteView, item: int | None) -> dict[str, Any]:
    keys = {question.id: Key(question.id, item) for question in section.questions}
    return {id: view.answers[key] for id, key in keys.items() if key in view.answers}


class NotWhole(ValueError):
    """A document that no interview could have led to: what is wrong with it, by question."""


def read_document(questionnaire: type[Q], data: Any) -> Q:
    """A finished interview from the values it was stored as.

    Raises pydantic's `ValidationError` where they have not the form of the questionnaire,
    `AnswerProblem` for an answer outside its limits, and `NotWhole`.
    """
    finished = questionnaire.model_validate(data)
    _verify(finished)
    return finished


def _verify(finished: Questionnaire) -> None:
    answers = answers_of(finished)
    walked = route(type(finished), answers, finished.facts)
    confirmed = {(one.check, one.item) for one in finished.confirmed}
    wrong = [f"off the route: {key.question}" for key in walked.aside]
    wrong += [f"unanswered: {step.question.id}" for step in walked.unanswered]
    wrong += [
        f"check: {fired.check.id}"
        for fired in walked.firing
        if fired.check.hard or (fired.check.id, fired.step.item) not in confirmed
    ]
    if wrong:
        raise NotWhole("; ".join(wrong))
    for step in walked.steps:
        check(step.question, walked.answer(step), finished.facts)


def answers_of(finished: Questionnaire) -> dict[Key, Any]:
    """The answers in a finished interview, items numbered 1, 2, 3 …: the way back."""
    answers: dict[Key, Any] = {}
    for name, section in finished.sections.items():
        content = getattr(finished, name)
        if issubclass(section, Roster):
            for item, values in enumerate(content, start=1):
                answers |= _given(section, values, item)
            if content:
                answers[Key(section.more.id)] = Items(tuple(range(1, len(content) + 1)), True)
        else:
            answers |= _given(section, content, None)
    return answers


def route_of(finished: Questionnaire) -> Route:
    """The questions that were asked in a finished interview, with their answers."""
    return route(type(finished), answers_of(finished), finished.facts)


def _given(section: type[Section], values: Section, item: int | None) -> dict[Key, Any]:
    given = {Key(q.id, item): getattr(values, q.id) for q in section.questions}
    return {key: answer for key, answer in given.items() if answer != NOT_ASKED}
