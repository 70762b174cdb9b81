"""Answers as they are written on the command line: `has_offers=nei`, `offer_kind.2=lm`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from interviewer.commands.decide.find import as_typed
from interviewer.failures import Trouble
from schemas.frame.fold import fold
from schemas.questionnaire.answers import DONT_KNOW, MISSING_LABELS, REFUSED, Missing
from schemas.questionnaire.parse import accept, parse
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.questionnaire.types import Reading
from schemas.questionnaire.types.coded_types import code_meant


@dataclass(frozen=True, slots=True)
class AnswerArgument:
    """What stands on both sides of the equals sign; `number` is that of the item, from 1."""

    question: Question
    number: int | None
    words: str

    @property
    def name(self) -> str:
        """The question as it was typed."""
        return f"{self.question.id}.{self.number}" if self.number else self.question.id


def pair(typed: str, example: str) -> tuple[str, int | None, str]:
    """A name, the number of an item behind it, and what it is to be."""
    found = re.fullmatch(r"\s*(\w+)(?:\.([0-9]{1,3}))?\s*=(.*)", typed, re.DOTALL)
    if not found:
        raise Trouble("R-EDIT", f"«{as_typed(typed)}» må skrives slik: {example}.")
    name, number, words = found.groups()
    return name, int(number) if number else None, words.strip()


def written(typed: str, asked: type[Questionnaire]) -> AnswerArgument:
    """An answer to a question that there is."""
    name, number, words = pair(typed, "SPØRSMÅL=SVAR")
    question = asked.by_id.get(name)
    if question is None or not question.type.is_data:
        raise Trouble("R-QUESTION", f"Det er ikke noe spørsmål som heter «{name}» å svare på.")
    if (question.roster is not None) != bool(number):
        raise Trouble("R-ITEM", f"«{name}» gjelder {_how_many(question)}.")
    return AnswerArgument(question, number, words)


def _how_many(question: Question) -> str:
    """Whether it is asked once or of each item, and how that is written."""
    if question.roster is None:
        return f"alt. Skriv {question.id}=…"
    return f"{question.roster.noun.a}. Skriv {question.id}.1=… for det første"


# ── From words to a value ────────────────────────────────────────────────────────────────────────

CODES: Final = {str(one.code): one for one in (DONT_KNOW, REFUSED)}
LABELS: Final = {fold(str(MISSING_LABELS[one])): one for one in (DONT_KNOW, REFUSED)}
"""How Vet ikke and Vil ikke svare are written: as their codes, or in words."""


def value_of(one: AnswerArgument, reading: Reading) -> Any:
    """The answer as the question takes it; AnswerProblem where it does not."""
    missing = _missing(one.question, one.words)
    if missing is not None:
        return accept(one.question, missing, reading)
    return parse(one.question, one.words, reading)


def _missing(question: Question, words: str) -> Missing | None:
    """In words only where they cannot be meant as the answer."""
    if question.type.is_words or code_meant(question.codes, words):
        return CODES.get(words)
    return CODES.get(words) or LABELS.get(fold(words))


def choices(question: Question) -> str:
    """What can be typed in answer to a closed question; nothing for the others."""
    return _listed(f"{code.name} ({code.label})" for code in question.codes)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
