"""Routes, limits and checks as an XLSForm has them: in XPath, each with what is said.

Pure.  XPath cannot say everything: what it cannot is None here, and the form has it as a hint.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from schemas.codebook.codebook import CodebookEntry, Limits
from schemas.codebook.xpath import xpath
from schemas.language.text import LANGUAGES, Text
from schemas.questionnaire.answers import MISSING_LABELS, Kind
from schemas.questionnaire.checks import Check
from schemas.questionnaire.conditions import Derived
from schemas.questionnaire.messages import MESSAGES, AnswerProblem
from schemas.questionnaire.parse import outside
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster

Constraint = tuple[str, Text]
"""What must be so of an answer, and what is said where it is not."""


class Rules:
    """What a form made of one questionnaire can know, and the rules it can keep."""

    def __init__(self, questionnaire: type[Questionnaire]) -> None:
        self._questionnaire = questionnaire
        self._repeats = _repeats(questionnaire)
        self._single = {"unit_id", *(one.id for one in questionnaire.questions() if _is_one(one))}
        self._known = {"unit_id", *(one.id for one in questionnaire.questions())}
        self.derived = self._calculated()
        self._known |= set(self.derived)
        self._reasons = self._asked_why()

    def xpath(self, condition: str, own: Question | None = None) -> str | None:
        """The condition, where it can be said; `own` is the question that it is a constraint of."""
        name = own.id if own else ""
        return xpath(condition, self._known, own=name, repeats=self._repeats, single=self._single)

    def route(self, route: str) -> str:
        """When something is asked; empty for always, and where it cannot be said."""
        return (self.xpath(route) or "") if route else ""

    def objections(self, last: str) -> list[tuple[Check, str]]:
        """The soft checks that look at nothing after the question `last`, and when they object."""
        return self._reasons.get(last, [])

    def need(self, check: Check, question: Question) -> str | None:
        """When a hard check objects to no answer at all: a constraint is not asked about those."""
        answered, _, rest = check.when.describe().partition(" & ")
        if not check.hard or answered != f"{question.id} ≠ not_asked":
            return None
        return self.xpath(rest, question)

    def constraints(self, question: Question, entry: CodebookEntry) -> Iterator[Constraint]:
        """What must be so of an answer: codes that stand alone, limits, hard checks."""
        yield from _alone(question)
        yield from _within(question, entry.limits)
        for check in self._questionnaire.checks_on.get(question.id, ()):
            written = self.xpath(check.when.describe(), question)
            if check.hard and written and not self.need(check, question):
                yield f"not({written})", check.says

    def _calculated(self) -> dict[str, str]:
        cases = ((one.describe(), self._cases(one)) for one in self._questionnaire.derived)
        return {name: written for name, written in cases if written}

    def _cases(self, one: Derived) -> str | None:
        """The value by the first condition that holds; none where XPath cannot say them all."""
        *cases, (_, last) = one.cases
        written = f"'{last.name}'"
        for condition, value in reversed(cases):
            if (holds := self.xpath(condition)) is None:
                return None
            written = f"if({holds}, '{value.name}', {written})"
        return written

    def _asked_why(self) -> dict[str, list[tuple[Check, str]]]:
        """Soft checks by the last question they look at: only then has all been answered."""
        order = [question.id for question in self._questionnaire.questions()]
        asked: dict[str, list[tuple[Check, str]]] = {}
        for check in self._questionnaire.checks():
            if not check.hard and (written := self.xpath(check.when.describe())):
                last = max((check.on, *check.when.about), key=lambda one: order.index(one.id))
                asked.setdefault(last.id, []).append((check, written))
        return asked


def _repeats(questionnaire: type[Questionnaire]) -> dict[str, str]:
    return {
        question.id: name
        for name, section in questionnaire.sections.items()
        if issubclass(section, Roster)
        for question in section.questions
    }


def _is_one(question: Question) -> bool:
    return question.at_most == 1


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

THIS_YEAR: Final = "int(format-date(today(), '%Y'))"

YEARS: Final = {
    "this_year": Text("i år", "i år", "this year"),
    "this_year+10": Text("om 10 år", "om 10 år", "10 years from now"),
}
"""Limits that move with the calendar, which a form's messages cannot count out."""


def _alone(question: Question) -> Iterator[Constraint]:
    """A code that excludes the others is alone."""
    if question.kind is not Kind.multi:
        return
    codes = {code.name: code.label for code in question.codes if code.excludes}
    codes |= {state.missing: MISSING_LABELS[state] for state in question.missing_allowed}
    if codes:
        chosen = " or ".join(f"selected(., '{code}')" for code in codes)
        yield f"not(({chosen}) and count-selected(.) > 1)", _exclude(codes.values())


def _exclude(labels: Iterable[Text]) -> Text:
    several, message = list(labels), MESSAGES["A-EXCLUDES"]
    names = {lang: " / ".join(one.in_(lang) for one in several) for lang in LANGUAGES}
    return Text(*(message.in_(lang).format(label=names[lang]) for lang in LANGUAGES))


def _within(question: Question, limits: Limits | None) -> Iterator[Constraint]:
    if limits is None:
        return
    ends = ((">=", limits.least), ("<=", limits.most))
    if written := " and ".join(f". {sign} {_year(end)}" for sign, end in ends if end is not None):
        yield written, _outside(question, *(YEARS.get(end or "", end) for _, end in ends))
    if limits.length:
        most = str(limits.length)
        said = (TOO_LONG.in_(language).replace("{most}", most) for language in LANGUAGES)
        yield f"string-length(.) <= {most}", Text(*said)


def _outside(question: Question, low: Text | str | None, high: Text | str | None) -> Text:
    if question.kind is Kind.month:  # here a number: no form reads its name
        return AnswerProblem("A-RANGE", low=low, high=high).text
    return outside(question, low, high).text


def _year(limit: str) -> str:
    return limit.replace("this_year+", f"{THIS_YEAR} + ").replace("this_year", THIS_YEAR)
