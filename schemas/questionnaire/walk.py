"""The way through a questionnaire: from answers to the questions that they lead to.

Pure.  Value, being on the route, and validity of an answer are three different things here:
`route` says which questions the answers lead to and what has fallen off, `open_checks` which of
them do not fit together, and `document` makes the finished interview.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import takewhile
from typing import Any, NamedTuple

from schemas.questionnaire.answers import NOT_ASKED, Items, Missing
from schemas.questionnaire.checks import Check
from schemas.questionnaire.condition_values import about, holds
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster, Section


class Key(NamedTuple):
    """The address of an answer: a question, and in a roster the item's key."""

    question: str
    item: int | None = None


Answers = Mapping[Key, Any]

_key = cache(Key)
"""The address of an answer, made once: at every key some hundred are looked up."""


@dataclass(frozen=True, slots=True)
class Step:
    """One question on the route; `number` is the item's place in its roster, from 1.

    Its answer lies under `key`.
    """

    question: Question
    item: int | None = None
    number: int | None = None
    key: Key = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", Key(self.question.id, self.item))


_step = cache(Step)
"""A question on a route, made once: it is the same on all routes."""


class RouteView:
    """The answers on the route, as conditions see them (`condition_values.Seen`)."""

    def __init__(self, facts: Preloads) -> None:
        self.facts = facts
        self.answers: dict[Key, Any] = {}
        self.items: dict[type[Section], tuple[int, ...]] = {}
        self.item: int | None = None

    def value(self, question: Question) -> Any:
        """The answer on the route, for the item at hand; NOT_ASKED where there is none."""
        item = self.item if question.roster else None
        return self.answers.get(_key(question.id, item), NOT_ASKED)

    def every(self, question: Question) -> list[Any]:
        """The answers of all items, in order."""
        return [self.answers.get(Key(question.id, item), NOT_ASKED) for item in self._of(question)]

    def before(self, question: Question) -> list[Any]:
        """The answers of the items above the one at hand."""
        above = takewhile(lambda item: item != self.item, self._of(question))
        return [self.answers.get(Key(question.id, item), NOT_ASKED) for item in above]

    def _of(self, question: Question) -> tuple[int, ...]:
        return self.items.get(question.section, ())


@dataclass(frozen=True)
class Route:
    """The questions that the answers lead to, in order, and the answers that count.

    `aside` are answers that were given but are off the route now: never exported, counted or
    checked, and back as they were when the route comes back.
    """

    questionnaire: type[Questionnaire]
    steps: tuple[Step, ...]
    view: RouteView
    aside: tuple[Key, ...]

    @cached_property
    def places(self) -> dict[Key, int]:
        """The position of each step."""
        return {step.key: place for place, step in enumerate(self.steps)}

    @cached_property
    def by_question(self) -> Mapping[str, Sequence[Step]]:
        """The steps of each question: in a roster, one for every item."""
        found: dict[str, list[Step]] = {}
        for step in self.steps:
            found.setdefault(step.question.id, []).append(step)
        return found

    def answer(self, step: Step) -> Any:
        """The answer to a step; NOT_ASKED where there is none yet."""
        return self.view.answers.get(step.key, NOT_ASKED)

    def answered(self, step: Step) -> bool:
        """Whether nothing more has to be said to this question."""
        return step.key in self._answered

    @cached_property
    def _answered(self) -> frozenset[Key]:
        answers = self.view.answers.items()
        return frozenset(key for key, one in answers if not isinstance(one, Items) or one.complete)

    @cached_property
    def unanswered(self) -> tuple[Step, ...]:
        """The steps that still want an answer, in order."""
        answered = self._answered
        return tuple([step for step in self.steps if step.key not in answered])

    @cached_property
    def firing(self) -> "tuple[Firing, ...]":
        """The checks that say no, in the instrument's order."""
        return tuple(_firing(self))


def route(questionnaire: type[Questionnaire], answers: Answers, facts: Preloads) -> Route:
    """Walk the questionnaire from the top, question by question, as far as the answers lead.

    Since a condition can only name questions above it, and sees only answers already on the
    route, one pass is enough.
    """
    return _walked(questionnaire, answers, RouteView(facts), [])


def _walked(
    questionnaire: type[Questionnaire], answers: Answers, view: RouteView, steps: list[Step]
) -> Route:
    """The route that goes on where it has come to: behind the last section that was seen."""
    sections = iter(questionnaire.sections.values())
    if steps:
        after = steps[-1].question.section
        for section in sections:
            if section is after:
                break
    for section in sections:
        if not holds(section.when, view):
            continue
        if issubclass(section, Roster):
            steps += _roster(section, answers, view)
        else:
            steps += _questions(section, answers, view)
    return Route(questionnaire, tuple(steps), view, _aside(questionnaire, answers, view))


def rerouted(before: Route, answers: Answers, key: Key) -> Route:
    """The route once the answer under `key` has become another.

    Where nothing depends on it, the questions are the same ones, and none is looked at again; else
    those of the sections above it are.
    """
    asked, view = before.questionnaire, before.view
    if (place := before.places.get(key)) is None:
        return route(asked, answers, view.facts)
    now = RouteView(view.facts)
    if key.question in steering(asked):
        above = list(_above(before.steps, place))
        seen = {step.question.section for step in above}
        now.items = {roster: items for roster, items in view.items.items() if roster in seen}
        now.answers = _same(view.answers, above)
        return _walked(asked, answers, now, above)
    now.items = view.items
    now.answers = _with_answer(before, key, answers.get(key, NOT_ASKED))
    after = replace(before, view=now)
    after.__dict__["places"], after.__dict__["by_question"] = before.places, before.by_question
    if "firing" in before.__dict__:  # else nobody asks for it yet
        after.__dict__["firing"] = _rechecked(before, after, key.question)
    return after


def _with_answer(before: Route, key: Key, answer: Any) -> dict[Key, Any]:
    """The answers on the route with another one; in their order, where it is mostly the last."""
    known, places = before.view.answers, before.places
    last = next(reversed(known), None)
    told = {**known, key: answer}
    stays = key in known or last is None or places[last] < places[key]
    return told if stays and answer != NOT_ASKED else _same(told, before.steps)


def _above(steps: Sequence[Step], place: int) -> Iterator[Step]:
    """The steps of the sections above the one at this place."""
    section = steps[place].question.section
    return takewhile(lambda step: step.question.section is not section, steps)


def _same(known: Answers, steps: Iterable[Step]) -> dict[Key, Any]:
    """The answers to these steps, in their order."""
    return {
        step.key: answer
        for step in steps
        if (answer := known.get(step.key)) is not None or step.key in known
        if not isinstance(answer, Missing) or answer != NOT_ASKED
    }


@cache
def steering(questionnaire: type[Questionnaire]) -> frozenset[str]:
    """The questions on whose answers it depends what is asked."""
    conditions = [section.when for section in questionnaire.sections.values()]
    conditions += [question.when for question in questionnaire.questions()]
    looked_at = {question.id for when in conditions for question in about(when)}
    return frozenset(looked_at | {roster.more.id for roster in questionnaire.rosters.values()})


def _questions(
    section: type[Section], answers: Answers, view: RouteView, number: int | None = None
) -> Iterable[Step]:
    for question in section.questions:
        if holds(question.when, view):
            step = _step(question, view.item, number)
            _see(step.key, answers, view)
            yield step


def _roster(roster: type[Roster], answers: Answers, view: RouteView) -> Iterable[Step]:
    step = _step(roster.more)
    items = view.items[roster] = items_of(roster, answers).items
    for number, item in enumerate(items, start=1):
        view.item = item
        yield from _questions(roster, answers, view, number)
    view.item = None
    _see(step.key, answers, view)
    yield step


def _see(key: Key, answers: Answers, view: RouteView) -> None:
    answer = answers.get(key, NOT_ASKED)
    if answer is not NOT_ASKED and answer != NOT_ASKED:
        view.answers[key] = answer


def _aside(
    questionnaire: type[Questionnaire], answers: Answers, view: RouteView
) -> tuple[Key, ...]:
    return tuple(
        key
        for key, answer in answers.items()
        if key not in view.answers
        and answer != NOT_ASKED
        and not _removed(questionnaire, key, answers)
    )


def _removed(questionnaire: type[Questionnaire], key: Key, answers: Answers) -> bool:
    """Whether the answer belongs to a roster item that has been taken out."""
    roster = questionnaire.by_id[key.question].roster
    return roster is not None and key.item not in items_of(roster, answers).items


def items_of(roster: type[Roster], answers: Answers) -> Items:
    """The items of a roster; a roster that has not been touched has one, empty."""
    items = answers.get(Key(roster.more.id), NOT_ASKED)
    return items if isinstance(items, Items) else Items()


def fresh_item(roster: type[Roster], answers: Answers) -> int:
    """A key that no item of the roster has ever had."""
    ids = {question.id for question in roster.questions}
    used = {key.item or 0 for key in answers if key.question in ids}
    return max(used | set(items_of(roster, answers).items)) + 1


# ── Checks ───────────────────────────────────────────────────────────────────────────────────────


class Firing(NamedTuple):
    """A check that says no, where it is shown, and the answers that made it say so."""

    check: Check
    step: Step
    evidence: tuple[tuple[Key, Any], ...]


def _firing(walked: Route) -> Iterator[Firing]:
    return (
        _fired(check, step, walked)
        for step, check in _checked(walked)
        if _fires(check, step, walked.view)
    )


def _checked(walked: Route) -> Iterator[tuple[Step, Check]]:
    """The checks on the route, each where it is shown."""
    checks_on = walked.questionnaire.checks_on  # few questions have any
    asked = (step for step in walked.steps if step.question.id in checks_on)
    return ((step, check) for step in asked for check in checks_on[step.question.id])


def _rechecked(before: Route, after: Route, question: str) -> tuple[Firing, ...]:
    """What fires once this answer has become another: the checks about it are asked again, and of
    all others it is known."""
    if not (anew := _checks_about(after.questionnaire, question)):
        return before.firing
    known = {(one.step, one.check.id): one for one in before.firing}
    looked_at = (
        (_fired(check, step, after) if _fires(check, step, after.view) else None)
        if check.id in anew
        else known.get((step, check.id))
        for step, check in _checked(after)
    )
    return tuple(one for one in looked_at if one is not None)


@cache
def _checks_about(questionnaire: type[Questionnaire], question: str) -> frozenset[str]:
    """The checks that look at this question's answers."""
    return frozenset(
        check.id
        for check in questionnaire.checks()
        if any(asked.id == question for asked in about(check.when))
    )


def _fired(check: Check, step: Step, walked: Route) -> Firing:
    return Firing(check, step, _evidence(check, step, walked))


def _fires(check: Check, step: Step, view: RouteView) -> bool:
    view.item = step.item
    try:
        return holds(check.when, view)
    finally:
        view.item = None


def _evidence(check: Check, step: Step, walked: Route) -> tuple[tuple[Key, Any], ...]:
    looked_at = {question.id for question in about(check.when)}
    return tuple(
        (key, answer)
        for key, answer in walked.view.answers.items()
        if key.question in looked_at and (step.item is None or key.item in (step.item, None))
    )


class Confirmed(NamedTuple):
    """A soft check that the interviewer confirmed, with the reason and the answers at the time.

    It holds as long as those answers are the same.
    """

    check: str
    item: int | None
    reason: str
    evidence: tuple[tuple[Key, Any], ...]


def open_checks(walked: Route, confirmed: Iterable[Confirmed]) -> tuple[Firing, ...]:
    """The checks that must still be resolved, or (soft ones) confirmed."""
    settled = _settled(confirmed)
    return tuple(
        fired
        for fired in walked.firing
        if fired.check.hard or (fired.check.id, fired.step.item, fired.evidence) not in settled
    )


def _settled(confirmed: Iterable[Confirmed]) -> set[tuple[str, int | None, Any]]:
    """What was confirmed and not taken back, with the answers that it was about."""
    settled: set[tuple[str, int | None, Any]] = set()
    for one in confirmed:
        if one.evidence:
            settled.add((one.check, one.item, one.evidence))
        else:
            settled = {known for known in settled if known[:2] != (one.check, one.item)}
    return settled
