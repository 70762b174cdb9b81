"""Every question counted: how many gave each answer, of how many, and who gave none, and why.

Pure; answers come in stored form.  Per cent are of those who gave an answer, rounded half up; the
missing states are counted apart and are never part of what one divides by.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from fractions import Fraction
from typing import Any, Final, TypeAlias

from schemas.codebook.columns import ABSENT
from schemas.frame.design import Noun
from schemas.language import Explained
from schemas.language.text import Text
from schemas.questionnaire.answers import DONT_KNOW, MISSING_LABELS, NOT_ASKED, REFUSED
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster, Section
from schemas.questionnaire.types.descriptions import Statistic
from schemas.review.shares import percent

# ── What is counted ──────────────────────────────────────────────────────────────────────────────


class Hidden(Enum):
    """Why a number of persons is not told."""

    few = auto()  # somebody could be recognised
    beside = auto()  # it would give away a small one, taken from the sum


Told: TypeAlias = int | Hidden


@dataclass(frozen=True, slots=True)
class Count:
    """How many gave one answer."""

    code: str
    label: Text
    n: Told
    percent: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """The sum of numbers, the least, the median and the greatest of them."""

    total: Fraction
    least: Fraction
    median: Fraction
    most: Fraction

    @classmethod
    def of(cls, numbers: Iterable[Fraction]) -> "Summary | None":
        """The summary of numbers; None when there are none."""
        ordered = sorted(numbers)
        if not ordered:
            return None
        half, rest = divmod(len(ordered), 2)
        middle = ordered[half] if rest else (ordered[half - 1] + ordered[half]) / 2
        return cls(sum(ordered, Fraction()), ordered[0], middle, ordered[-1])


@dataclass(frozen=True, slots=True)
class Frequency:
    """One question: `base` gave an answer; `missing` are the states without one, in order.

    `summary` is for questions that are answered with numbers.
    """

    question: Question
    base: Told
    counts: tuple[Count, ...]
    missing: tuple[Count, ...]
    summary: Summary | None = None

    def of(self, code: str) -> Told:
        """How many chose a code, or are missing for a reason."""
        return next(one.n for one in (*self.counts, *self.missing) if one.code == code)


class NotCounted(Explained, LookupError):
    """A chapter of a report is about a question that no version at hand has asked."""

    code = "REPORT-QUESTION"

    def __init__(self, question: str) -> None:
        super().__init__(
            f"Rapporten teller {question}, som ikke er spurt i noen av intervjuene: Rett kapitlet "
            "i undersøkelsens mappe (report)."
        )


@dataclass(frozen=True, slots=True)
class SectionFrequencies:
    """A section.  In a roster its items are counted, and `noun` is what those are called.

    A question's are found by its id; raises NotCounted.
    """

    letter: str
    heading: Text
    noun: Noun | None
    count: int
    frequencies: tuple[Frequency, ...]

    def __getitem__(self, question: str) -> Frequency:
        for one in self.frequencies:
            if one.question.id == question:
                return one
        raise NotCounted(question)


EMPTY: Final = "empty"
EMPTY_LABEL: Final = Text("Ikke noe å notere")

# ── All of it ────────────────────────────────────────────────────────────────────────────────────


def frequencies(
    questionnaire: type[Questionnaire],
    documents: Sequence[Mapping[str, Any]],
    of_persons: Collection[str] = (),
) -> dict[str, SectionFrequencies]:
    """Every question of a questionnaire, by section; what was only read or is private is not.

    The questions `of_persons` tell of those who answered: small numbers are hidden there, too.
    """
    return {
        name: _section(questionnaire.letters[section], name, section, documents, of_persons)
        for name, section in questionnaire.sections.items()
    }


def _section(
    letter: str,
    name: str,
    section: type[Section],
    documents: Sequence[Mapping[str, Any]],
    of_persons: Collection[str],
) -> SectionFrequencies:
    is_roster = issubclass(section, Roster)
    if is_roster:
        answered = [item for document in documents for item in document.get(name, ())]
    else:
        answered = [document.get(name, {}) for document in documents]
    asked = (one for one in section.questions if one.type.is_data and not one.private)
    counted = (
        frequency(one, [said.get(one.id, ABSENT) for said in answered], of_persons) for one in asked
    )
    noun = section.noun if issubclass(section, Roster) else None
    return SectionFrequencies(letter, section.heading, noun, len(answered), tuple(counted))


def frequency(
    question: Question, answers: Iterable[Any], of_persons: Collection[str] = ()
) -> Frequency:
    """One question, from the stored answers of everybody."""
    given = list(answers)
    values = [value for value in given if value is not None and not isinstance(value, dict)]
    of = len(values)
    found = Frequency(
        question,
        of,
        tuple(_count(code, label, n, of) for code, label, n in question.type.tabulated(values)),
        tuple(_missing(given)),
        _summary(question, values),
    )
    return veiled(found) if is_about_persons(question, of_persons) else found


def _count(code: str, label: Text, n: int, of: int) -> Count:
    return Count(code, label, n, percent(n, of))


def _missing(given: Sequence[Any]) -> Iterable[Count]:
    """The states without an answer; nothing is divided by them, so they have no per cent."""
    states = Counter(value["missing"] for value in given if isinstance(value, dict))
    for state in (NOT_ASKED, DONT_KNOW, REFUSED):
        yield Count(state.missing, MISSING_LABELS[state], states[state.missing], None)
    yield Count(EMPTY, EMPTY_LABEL, sum(value is None for value in given), None)


def _summary(question: Question, values: Iterable[Any]) -> Summary | None:
    if question.type.statistic is Statistic.none:
        return None
    return Summary.of(Fraction(value) for value in values)


# ── Few persons are not told ─────────────────────────────────────────────────────────────────────

FEW: Final = 5
"""Fewer persons than this could be recognised; of public services everything is public."""


def is_about_persons(question: Question, of_persons: Collection[str]) -> bool:
    """Whether the answers say something of those who answered, and not of their service.

    Where they work is nobody: where it was found is told anyway.
    """
    theirs = question.known_as not in {"", "department"}
    return question.personal or theirs or question.id in of_persons


def veiled(found: Frequency) -> Frequency:
    """The frequency without small numbers; and without one more, where the sum would tell it."""
    hidden = _hidden([one.n for one in (*found.counts, *found.missing)])
    is_small = isinstance(found.base, int) and 0 < found.base < FEW
    return replace(
        found,
        base=Hidden.few if is_small else hidden.get(found.base, found.base),
        counts=tuple(_veil(one, hidden) for one in found.counts),
        missing=tuple(_veil(one, hidden) for one in found.missing),
    )


def _hidden(numbers: Iterable[Told]) -> Mapping[Told, Hidden]:
    """Which numbers are hidden: the small ones, and the next where their sum would tell them, as
    where there is only one, or all are alike.
    """
    shown = sorted(number for number in numbers if isinstance(number, int) and number)
    small = [number for number in shown if number < FEW]
    hide = shown[: len(small) + 1] if len({*small}) == 1 else small
    return {number: Hidden.few if number < FEW else Hidden.beside for number in hide}


def _veil(one: Count, hidden: Mapping[Told, Hidden]) -> Count:
    return replace(one, n=hidden[one.n], percent=None) if one.n in hidden else one
