"""Answers as they are written on the command line: `has_offers=nei`, `offer_kind.2=lm`."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from interviewer.commands.decide.find import as_typed, unit_named
from interviewer.failures import Trouble
from schemas.frame.search import fold
from schemas.questionnaire.answers import DONT_KNOW, MISSING_LABELS, REFUSED, Choice, Kind, Missing
from schemas.questionnaire.messages import AnswerProblem
from schemas.questionnaire.parse import check, parse
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster


@dataclass(frozen=True, slots=True)
class AnswerArgument:
    """What stands on both sides of the equals sign; `number` is that of the offer, from 1."""

    question: Question
    number: int | None
    words: str

    @property
    def name(self) -> str:
        """The question as it was typed."""
        return f"{self.question.id}.{self.number}" if self.number else self.question.id


def pair(typed: str, example: str) -> tuple[str, int | None, str]:
    """A name, the number of an offer behind it, and what it is to be."""
    found = re.fullmatch(r"\s*(\w+)(?:\.([0-9]{1,3}))?\s*=(.*)", typed, re.DOTALL)
    if not found:
        raise Trouble("R-EDIT", f"«{as_typed(typed)}» må skrives slik: {example}.")
    name, number, words = found.groups()
    return name, int(number) if number else None, words.strip()


def written(typed: str, asked: type[Questionnaire]) -> AnswerArgument:
    """An answer to a question that there is."""
    name, number, words = pair(typed, "SPØRSMÅL=SVAR")
    question = asked.by_id.get(name)
    if question is None or question.kind in {Kind.info, Kind.roster}:
        raise Trouble("R-QUESTION", f"Det er ikke noe spørsmål som heter «{name}» å svare på.")
    if issubclass(question.section, Roster) != bool(number):
        about = f"ett av tilbudene; skriv {name}.1=… for det første"
        raise Trouble(
            "R-OFFER", f"«{name}» gjelder {f'alle; skriv {name}=…' if number else about}."
        )
    return AnswerArgument(question, number, words)


# ── From words to a value ────────────────────────────────────────────────────────────────────────

CODES: Final = {str(one.code): one for one in (DONT_KNOW, REFUSED)}
LABELS: Final = {fold(str(MISSING_LABELS[one])): one for one in (DONT_KNOW, REFUSED)}
"""How Vet ikke and Vil ikke svare are written: as their codes, or in words."""


def value_of(one: AnswerArgument, facts: Preloads) -> Any:
    """The answer as the question takes it; AnswerProblem where it does not."""
    question, words = one.question, one.words
    missing = _missing(question, words)
    if missing is not None:
        return check(question, missing, facts)
    if question.kind.is_typed:
        return parse(question, words, facts)
    return check(question, _chosen(question, words) if words else None, facts)


def _missing(question: Question, words: str) -> Missing | None:
    """In words only where they cannot be meant as the answer."""
    if question.kind.is_words or _found(question, words):
        return CODES.get(words)
    return CODES.get(words) or LABELS.get(fold(words))


def _chosen(question: Question, words: str) -> Any:
    if question.kind is Kind.single:
        return _code(question, words)
    if question.kind is Kind.units:
        return tuple(unit_named(part).id for part in _parts(words, lambda _: False))
    parts = _parts(words, lambda whole: _found(question, whole) is not None)
    return tuple(_code(question, part) for part in parts)


def _parts(words: str, is_one: Callable[[str], bool]) -> Sequence[str]:
    """What stands between semicolons; between commas, where they are in no label."""
    if is_one(words):
        return [words]
    parts = words.split(";" if ";" in words else ",")
    return [part.strip() for part in parts if part.strip()]


def _code(question: Question, words: str) -> Choice:
    found = _found(question, words)
    if found is None:
        raise AnswerProblem("A-CODE")
    return found


def _found(question: Question, words: str) -> Choice | None:
    """A code by its name, its label, or its number on the screen."""
    for code in question.codes:
        if fold(words) in {fold(code.name), fold(str(code.label)), str(code.number)}:
            return code
    return None


def choices(question: Question) -> str:
    """What can be typed in answer to a closed question; nothing for the others."""
    return _listed(f"{code.name} ({code.label})" for code in question.codes)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
