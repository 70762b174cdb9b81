"""Routes, limits and checks as an XLSForm has them: in XPath, each with what is said.

Pure.  XPath cannot say everything: what it cannot is None here, and the form has it as a hint.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from schemas.codebook.codebook import CodebookEntry
from schemas.codebook.xpath import Form, year
from schemas.language.text import LANGUAGES, Text
from schemas.questionnaire.checks import Check
from schemas.questionnaire.condition_values import about
from schemas.questionnaire.conditions import ALWAYS, All, Answered, Condition, YearOfInterview
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.questionnaire.types.descriptions import Limit, Limits

Constraint = tuple[str, Text]
"""What must be so of an answer, and what is said where it is not."""


class Rules:
    """What a form made of one questionnaire can know, and the rules it can keep.

    `derived` are the values that it works out, each with its XPath.
    """

    def __init__(self, questionnaire: type[Questionnaire]) -> None:
        self._questionnaire = questionnaire
        plain = Form(preloads={"unit_id"})
        cases = ((one.name, plain.cases(one)) for one in questionnaire.derived)
        self.derived = {name: written for name, written in cases if written}
        self._form = replace(plain, derived=self.derived)
        self._reasons = self._asked_why()

    def xpath(self, condition: Condition, own: Question | None = None) -> str | None:
        """The condition, where it can be said; `own` is the question that it is a constraint of."""
        return self._form.xpath(condition, own)

    def route(self, route: Condition) -> str:
        """When something is asked; empty for always, and where it cannot be said."""
        return "" if route == ALWAYS else self.xpath(route) or ""

    def objections(self, last: str) -> list[tuple[Check, str]]:
        """The soft checks that look at nothing after the question `last`, and when they object."""
        return self._reasons.get(last, [])

    def need(self, check: Check, question: Question) -> str | None:
        """When a hard check objects to no answer at all: a constraint is not asked about those."""
        match check.when:
            case All((Answered(answered), *rest)) if check.hard and answered is question:
                return self._form.without(question, All(tuple(rest)))
        return None

    def constraints(self, question: Question, entry: CodebookEntry) -> Iterator[Constraint]:
        """What must be so of an answer: codes that stand alone, limits, hard checks."""
        yield from question.type.form_constraints(question.missing_allowed)
        yield from _within(question, entry.limits)
        for check in self._questionnaire.checks_on.get(question.id, ()):
            written = self.xpath(check.when, question)
            if check.hard and written and not self.need(check, question):
                yield f"not({written})", check.says

    def _asked_why(self) -> dict[str, list[tuple[Check, str]]]:
        """Soft checks by the last question they look at: only then has all been answered."""
        order = [question.id for question in self._questionnaire.questions()]
        asked: dict[str, list[tuple[Check, str]]] = {}
        for check in self._questionnaire.checks():
            if not check.hard and (written := self.xpath(check.when)):
                last = max((check.on, *about(check.when)), key=lambda one: order.index(one.id))
                asked.setdefault(last.id, []).append((check, written))
        return asked


def together(sentences: Iterable[Text]) -> Text:
    """Several sentences as one text."""
    several = list(sentences)
    return Text(*(" ".join(one.in_(language) for one in several) for language in LANGUAGES))


# ── Limits ───────────────────────────────────────────────────────────────────────────────────────

TOO_LONG: Final = Text(
    "Det er plass til {most} tegn. Kort ned teksten.",
    "Det er plass til {most} teikn. Kort ned teksten.",
    "There is room for {most} characters. Shorten the text.",
)
"""As the message A-LONG, without the count: a form does not know it."""

THIS_YEAR: Final = Text("i år", "i år", "this year")
YEARS_AHEAD: Final = Text("om {} år", "om {} år", "{} years from now")
"""Limits that move with the calendar, which a form's messages cannot count out."""


def _within(question: Question, limits: Limits | None) -> Iterator[Constraint]:
    if limits is None:
        return
    ends = ((">=", limits.least), ("<=", limits.most))
    if written := " and ".join(f". {sign} {_end(end)}" for sign, end in ends if end is not None):
        yield written, _outside(question, limits)
    if limits.length:
        most = str(limits.length)
        said = (TOO_LONG.in_(language).replace("{most}", most) for language in LANGUAGES)
        yield f"string-length(.) <= {most}", Text(*said)


def _outside(question: Question, limits: Limits) -> Text:
    low, high = _said(limits.least), _said(limits.most)
    words = question.type.outside_in_form(limits.least, limits.most)
    return Text(*(words.in_(one).format(low=low.in_(one), high=high.in_(one)) for one in LANGUAGES))


def _end(end: Limit) -> str:
    return year(end) if isinstance(end, YearOfInterview) else end


def _said(end: Limit | None) -> Text:
    if not isinstance(end, YearOfInterview):
        return Text(str(end))
    if not end.plus:
        return THIS_YEAR
    return Text(*(YEARS_AHEAD.in_(language).format(end.plus) for language in LANGUAGES))
