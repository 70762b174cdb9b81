"""Options to choose from: codes, and the end of a roster."""

from dataclasses import dataclass, field, replace
from typing import Any, Final, Self

from interviewer.engine.entries.entry import (
    GivenAnswer,
    Into,
    Led,
    TakeOut,
    Untyped,
    is_said,
    moved_mark,
)
from schemas.frame.design import Noun
from schemas.language.messages import AnswerProblem, Message
from schemas.language.option_keys import OPTION_KEYS, said_keys
from schemas.questionnaire.answers import NOT_ASKED, Choice, Items, code_keys
from schemas.questionnaire.types.roster import ITEMS_MANY


def no_option(keys: str) -> AnswerProblem:
    """Something was typed that is none of the keys in front of the options."""
    return AnswerProblem(ASTRAY, keys=said_keys(keys))


@dataclass(frozen=True, slots=True)
class _Coded(Untyped):
    """Codes to choose from.

    While `astray`, somebody has typed characters that stand in front of none: Enter will not pass
    over them, for they may have been meant as an answer.
    """

    codes: tuple[Choice, ...]
    answer: Any = NOT_ASKED
    lit: int | None = field(default=None, kw_only=True)
    astray: bool = field(default=False, kw_only=True)

    def after(self, problem: AnswerProblem) -> Self:
        return replace(self, astray=problem.code == ASTRAY.code)

    @property
    def keys(self) -> str:
        """The key in front of each of them."""
        return code_keys(self.codes)

    def moved(self, by: int) -> Self:
        """With the next line marked, or the one before."""
        return replace(self, lit=moved_mark(self.lit, by, len(self.codes)), astray=False)

    def not_astray(self) -> None:
        """Say, before anything is taken for answered, that something typed was not."""
        if self.astray:
            raise AnswerProblem(WITH_KEYS, keys=said_keys(self.keys))


@dataclass(frozen=True, slots=True)
class OneOf(_Coded):
    """One code: what is chosen is the answer; done takes the marked one, or keeps the answer."""

    def done(self) -> Led:
        self.not_astray()
        return GivenAnswer(self._marked())

    def choose(self, place: int) -> Led:
        """One of the options."""
        return GivenAnswer(self.codes[place])

    def _marked(self) -> Any:
        if self.lit is not None:
            return self.codes[self.lit]
        return None if self.answer == NOT_ASKED else self.answer


@dataclass(frozen=True, slots=True)
class SomeOf(_Coded):
    """Several codes, each chosen or not.  An excluding code stands alone."""

    chosen: tuple[Choice, ...] = ()

    @property
    def typed(self) -> str:
        """The codes that are chosen, by their names; nothing where they are the answer."""
        return "" if self.chosen == self.answer else " ".join(code.name for code in self.chosen)

    def remembering(self, draft: str) -> "SomeOf":
        names = draft.split()
        return replace(self, chosen=tuple(code for code in self.codes if code.name in names))

    def done(self) -> Led:
        self.not_astray()
        return GivenAnswer(self.answer if self._kept() else self.chosen)

    def choose(self, place: int) -> Led:
        """One of the options, or not any more."""
        return self._toggled(self.codes[place])

    def _kept(self) -> bool:
        return not self.chosen and is_said(self.answer)

    def _toggled(self, code: Choice) -> "SomeOf":
        if code in self.chosen:
            left = tuple(c for c in self.chosen if c is not code)
            return replace(self, chosen=left, astray=False)
        beside = () if code.excludes else tuple(c for c in self.chosen if not c.excludes)
        return replace(self, chosen=(*beside, code), astray=False)


@dataclass(frozen=True, slots=True)
class ItemsOf(Untyped):
    """The end of a roster: one more, or that was all; into one, or one out."""

    items: Items
    names: tuple[str, ...]
    noun: Noun
    fresh: int
    at_most: int
    lit: int | None = None

    keys = OPTION_KEYS[:2]

    def moved(self, by: int) -> "ItemsOf":
        """With the next item marked, or the one before."""
        return replace(self, lit=moved_mark(self.lit, by, len(self.items.items)))

    def take_out(self) -> Led:
        """Ask whether the marked item is to be removed; AnswerProblem where none is marked."""
        if self.lit is None:
            raise AnswerProblem(MARK_FIRST)
        return TakeOut(self.items.items[self.lit], self.names[self.lit], self.noun)

    def choose(self, place: int) -> Led:
        """One more, or that was all."""
        return self._more() if place == 0 else GivenAnswer(replace(self.items, complete=True))

    def done(self) -> Led:
        if self.lit is not None:
            return Into(self.items.items[self.lit])
        return GivenAnswer(self.items if self.items.complete else None)

    def _more(self) -> Led:
        if len(self.items.items) >= self.at_most:
            raise AnswerProblem(ITEMS_MANY, most=self.at_most)
        return GivenAnswer(self.items.added(self.fresh))


# ── What is said ─────────────────────────────────────────────────────────────────────────────────

MARK_FIRST: Final = Message("A-MARK", "Merk linjen med ↑↓ først, så fjerner Delete den.")
ASTRAY: Final = Message("A-KEY", "Ingen svar har den tasten. Trykk {keys}.")
WITH_KEYS: Final = Message("A-KEYS", "Det du skrev, ble ikke lagret: Her svarer du med {keys}.")
