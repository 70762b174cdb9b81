"""Everything there is to code at one moment, and what comes of each thing that is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from schemas.review.coding.answers import AnswerKey, AnswerToCode, Coding, CodingState
from schemas.review.coding.open_codes import Codes, CodeWord, OpenCode
from schemas.review.coding.suggestions import Example, Examples


@dataclass(frozen=True)
class CodingDesk:
    """All open answers of finished interviews, by unit number, and the codes for them."""

    codes: Codes
    answers: tuple[AnswerToCode, ...]

    @cached_property
    def by_key(self) -> Mapping[AnswerKey, AnswerToCode]:
        """Each answer by what it is about."""
        return {one.answer.key: one for one in self.answers}

    @cached_property
    def by_question(self) -> Mapping[str, tuple[AnswerToCode, ...]]:
        """The answers to each question that anybody has answered."""
        found: dict[str, list[AnswerToCode]] = {}
        for one in self.answers:
            found.setdefault(one.answer.key.question, []).append(one)
        return {question: tuple(some) for question, some in found.items()}

    def left(self, question: str) -> int:
        """How many answers to a question are not under codes as they read now."""
        some = self.by_question.get(question, ())
        return sum(one.state is not CodingState.coded for one in some)

    def changed(self, question: str) -> int:
        """How many of them read otherwise than when they were coded."""
        some = self.by_question.get(question, ())
        return sum(one.state is CodingState.changed for one in some)

    def suggested(self, one: AnswerToCode) -> tuple[OpenCode, ...]:
        """The codes that an answer may belong under, the likeliest first."""
        question = one.answer.key.question
        here = {code.id: code for code in self.codes.of(question)}
        found = self._examples(question).suggested(one.answer.text)
        return tuple(here[id] for id in found if id in here)

    def _examples(self, question: str) -> Examples:
        known = self._learnt.get(question)
        if known is None:
            some = self.by_question.get(question, ())
            known = self._learnt[question] = Examples(
                Example(one.answer.text, tuple(code.id for code in one.codes(self.codes)))
                for one in some
                if one.state is CodingState.coded
            )
        return known

    @cached_property
    def _learnt(self) -> dict[str, Examples]:
        return {}

    def count(self, code: OpenCode) -> int:
        """How many answers are under a code."""
        some = self.by_question.get(code.question, ())
        return sum(code in one.codes(self.codes) for one in some)

    def coded(self, coding: Coding) -> CodingDesk:
        """After an answer was put under codes."""
        answers = (
            one._replace(coding=coding) if one.answer.key == coding.key else one
            for one in self.answers
        )
        return CodingDesk(self.codes, tuple(answers))

    def said(self, word: CodeWord) -> CodingDesk:
        """After something was said of a code."""
        return CodingDesk(Codes((*self.codes.words, word)), self.answers)


NOTHING_CODED: Final = CodingDesk(Codes(), ())
"""Nobody has answered in words of their own."""
