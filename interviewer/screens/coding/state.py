"""Coding: the questions that were answered freely, and the answers to one, one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

from interviewer import services
from interviewer.controls.help import Helped
from interviewer.engine.text_field import EMPTY, TextField
from schemas.questionnaire.questions import Question
from schemas.review.coding.answers import (
    AnswerKey,
    AnswerToCode,
    Coding,
    CodingState,
    frequent_first,
)
from schemas.review.coding.coding_desk import CodingDesk
from schemas.review.coding.open_codes import CodeWord, OpenCode

if TYPE_CHECKING:
    from interviewer.controls.on_desk import OnDesk


@dataclass(frozen=True)
class CodingQuestions(Helped):
    """The questions that anybody has answered in words of their own."""

    queue: OnDesk
    desk: CodingDesk
    lit: int = 0

    @property
    def who(self) -> services.Caller:
        """The coordinator."""
        return self.queue.who

    @property
    def questions(self) -> tuple[Question, ...]:
        """As they are asked."""
        asked = self.who.survey.questionnaire.by_id
        return tuple(one for id, one in asked.items() if id in self.desk.by_question)

    def opened(self, question: Question) -> CodingAnswers:
        """The answers to one: what has changed since, what is left, and what is coded."""
        some = frequent_first(self.desk.by_question[question.id])
        order = tuple(one.answer.key for one in some)
        return CodingAnswers(before=self, desk=self.desk, question=question, every=order).at(0)


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code that is given its first name."""

    line: TextField = EMPTY


@dataclass(frozen=True, slots=True)
class ChoosingCode:
    """Which code is to be called otherwise."""


@dataclass(frozen=True, slots=True)
class OtherName:
    """A code that is called otherwise, or is to go into the `other` that is called so."""

    code: OpenCode
    line: TextField
    other: OpenCode | None = None


@dataclass(frozen=True, slots=True)
class Seeking:
    """Only answers with certain words."""

    line: TextField = EMPTY


CodingPanel: TypeAlias = NewCode | ChoosingCode | OtherName | Seeking


@dataclass(frozen=True)
class CodingAnswers(Helped):
    """One answer of the `order`, and the codes that are `chosen` for it, but not stored yet.

    The order is that of arriving: what is coded stays where it was.  `stored` is what was coded in
    this visit as it stood before, the latest last; answers that are alike were coded together.
    """

    before: CodingQuestions
    desk: CodingDesk
    question: Question
    every: tuple[AnswerKey, ...]
    words: str = ""
    place: int = 0
    chosen: frozenset[UUID] = frozenset()
    panel: CodingPanel | None = None
    stored: tuple[tuple[AnswerToCode, ...], ...] = ()

    @property
    def who(self) -> services.Caller:
        """The coordinator."""
        return self.before.who

    @property
    def order(self) -> tuple[AnswerKey, ...]:
        """The answers that are shown: all, or those with the words."""
        if not self.words:
            return self.every
        sought = self.words.casefold()
        texts = ((key, self.desk.by_key[key].answer.text) for key in self.every)
        return tuple(key for key, text in texts if sought in text.casefold())

    @property
    def one(self) -> AnswerToCode:
        """The answer on the screen."""
        return self.desk.by_key[self.order[self.place]]

    @property
    def alike(self) -> tuple[AnswerToCode, ...]:
        """What one key codes: this answer, and all that are like it and not coded yet."""
        here = self.one
        others = (
            one
            for one in self.desk.by_question[self.question.id]
            if one.state is CodingState.open and one.answer.alike == here.answer.alike
        )
        return (here, *(one for one in others if one.answer.key != here.answer.key))

    @property
    def codes(self) -> tuple[OpenCode, ...]:
        """What it can be put under, each with a key."""
        return self.desk.codes.of(self.question.id)

    @property
    def suggested(self) -> tuple[OpenCode, ...]:
        """What it may belong under; nothing of what is coded already."""
        if self.one.state is CodingState.coded:
            return ()
        return self.desk.suggested(self.one)

    @property
    def where(self) -> str:
        """The unit, and which item of a roster it is about."""
        place = self.who.frame.label(self.one.answer.unit_id)
        item = self.one.answer.key.item
        return f"{place} · {item}" if item else place

    def at(self, place: int) -> CodingAnswers:
        """At an answer, with the codes that it is under."""
        there = replace(self, place=max(0, min(place, len(self.order) - 1)))
        under = there.one.codes(self.desk.codes)
        return replace(there, chosen=frozenset(one.id for one in under))

    def toggled(self, code: OpenCode) -> CodingAnswers:
        """With a code chosen, or not any more."""
        return replace(self, chosen=self.chosen ^ {code.id})

    def taking(self, codes: Iterable[OpenCode]) -> CodingAnswers:
        """With these chosen, too."""
        return replace(self, chosen=self.chosen | {one.id for one in codes})

    def coded(self, codings: Sequence[Coding]) -> CodingAnswers:
        """With what was stored, at the next answer that is not coded by it."""
        before = tuple(self.desk.by_key[one.key] for one in codings)
        keys = {one.key for one in codings}
        behind = range(self.place + 1, len(self.order))
        place = next((at for at in behind if self.order[at] not in keys), self.place + 1)
        desk = reduce(CodingDesk.coded, codings, self.desk)
        return replace(self, desk=desk, stored=(*self.stored, before)).at(place)

    def undone(self, codings: Sequence[Coding]) -> CodingAnswers:
        """With what was stored last as it was before, at the first of those answers."""
        desk = reduce(CodingDesk.coded, codings, self.desk)
        after = replace(self, desk=desk, stored=self.stored[:-1], words="")
        return after.at(after.order.index(codings[0].key))

    def said(self, word: CodeWord, *, choose: bool = False) -> CodingAnswers:
        """With what was said of a code."""
        chosen = self.chosen | {word.code_id} if choose else self.chosen
        if word.joined_to is not None and word.code_id in chosen:
            chosen = (chosen - {word.code_id}) | {word.joined_to}
        return replace(self, desk=self.desk.said(word), chosen=chosen, panel=None)

    @property
    def left(self) -> CodingQuestions:
        """The questions, with what was coded here."""
        return replace(self.before, desk=self.desk, notice=None)
