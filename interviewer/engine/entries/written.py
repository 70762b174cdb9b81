"""Lines to type in: words and numbers, and units that a few letters find."""

from dataclasses import dataclass, replace
from typing import Any, Final

from interviewer.engine.entries.entry import GivenAnswer, Led, is_said, moved_mark
from interviewer.engine.text_field import EMPTY, TextField
from schemas.frame.frame import Frame
from schemas.frame.search import find_units
from schemas.frame.units import Unit
from schemas.language.clean import clean
from schemas.language.messages import AnswerProblem, Message
from schemas.language.numerals import MOST_DIGITS, read_decimal
from schemas.questionnaire.answers import NOT_ASKED
from schemas.questionnaire.parse import parse
from schemas.questionnaire.questions import Question
from schemas.questionnaire.types import Reading
from schemas.questionnaire.types.descriptions import EntryForm

UNITS_SHOWN = 6
"""How many places are offered while somebody types a name: more than anybody reads."""


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """Words or a number."""

    question: Question
    reading: Reading
    answer: Any = NOT_ASKED
    line: TextField = EMPTY

    @property
    def typed(self) -> str:
        return self.line.text

    def remembering(self, draft: str) -> "TypedAnswer":
        return self.having(TextField.of(draft))

    def done(self) -> Led:
        return GivenAnswer(self._value())

    def having(self, line: TextField) -> "TypedAnswer":
        """With this typed so far; at every key, where `replace` would take twice as long."""
        return TypedAnswer(self.question, self.reading, self.answer, line)

    def paste(self, text: str) -> "TypedAnswer":
        cleaned = clean(text, one_line=not self.has_lines)
        return replace(self, line=self.line.insert(cleaned))

    @property
    def has_lines(self) -> bool:
        """Whether it may be several lines long."""
        return self.question.type.entry is EntryForm.several_lines

    def after(self, problem: AnswerProblem) -> "TypedAnswer":
        """What is typed next goes on behind a number that can still become right.

        Where it cannot, it takes its place.
        """
        hopeless = not self.question.type.is_words and not self._may_grow()
        return replace(self, line=replace(self.line, fresh=hopeless))

    def _may_grow(self) -> bool:
        """Whether more digits can make a number of this that is within the limits."""
        low, high = self.question.type.limits(self.reading.facts)
        typed = self.line.text.strip()
        if low is None or high is None or not typed.isdecimal():
            return not _is_above(typed, high)
        number, most = int(typed[:MOST_DIGITS]), MOST_DIGITS - len(typed)
        tens = (10**more for more in range(1, most + 1))
        return any(number * ten <= high and (number + 1) * ten > low for ten in tens)

    def _value(self) -> Any:
        if not self.line.text.strip() and is_said(self.answer):
            return self.answer
        return parse(self.question, self.line.text, self.reading)


def _is_above(typed: str, high: Any) -> bool:
    try:
        return high is not None and read_decimal(typed) > high
    except AnswerProblem:
        return False


@dataclass(frozen=True, slots=True)
class UnitsOf:
    """Units: a few letters find some, done takes the marked one; with nothing typed it is done.

    The `likely` ones stand first, and are offered before anything is typed.
    """

    frame: Frame
    one: bool
    answer: Any = NOT_ASKED
    chosen: tuple[str, ...] = ()
    line: TextField = EMPTY
    lit: int | None = None
    likely: tuple[str, ...] = ()

    @property
    def typed(self) -> str:
        """The text, and in a line above it the units that are chosen and not the answer."""
        above = "" if self.chosen in (self.answer, ()) else f"{' '.join(self.chosen)}\n"
        return f"{above}{self.line.text}"

    def remembering(self, draft: str) -> "UnitsOf":
        above, _, text = draft.rpartition("\n")
        chosen = tuple(one for one in above.split() if one in self.frame)
        return replace(self, line=TextField.of(text), chosen=chosen or self.chosen)

    @property
    def found(self) -> tuple[Unit, ...]:
        """The units that fit what has been typed, best first; the likely ones before the others."""
        words = self.line.text
        if not words.strip():
            return tuple(self.frame[one] for one in self.likely[:UNITS_SHOWN])
        hits = find_units(words, self.frame, len(self.frame) if self.likely else UNITS_SHOWN)
        return tuple(sorted(hits, key=lambda one: one.id not in self.likely))[:UNITS_SHOWN]

    def done(self) -> Led:
        chosen = self.line.text.strip() or self.lit is not None
        return self._take() if chosen else GivenAnswer(self._done())

    def moved(self, by: int) -> "UnitsOf":
        """With the next of those found marked, or the one before."""
        return replace(self, lit=moved_mark(self.lit, by, len(self.found)))

    def without_last(self) -> "UnitsOf":
        """Without the one that was chosen last."""
        return replace(self, chosen=self.chosen[:-1])

    def having(self, line: TextField) -> "UnitsOf":
        """With this typed so far."""
        return replace(self, line=line, lit=0 if line.text.strip() else None)

    def paste(self, text: str) -> "UnitsOf":
        return self.having(self.line.paste(text))

    def after(self, problem: AnswerProblem) -> "UnitsOf":
        return self

    def _take(self) -> Led:
        if not self.found:
            raise AnswerProblem(NOT_HERE, typed=self.line.text.strip())
        chosen = (*self.chosen, self.found[min(self.lit or 0, len(self.found) - 1)].id)
        if self.one:
            return GivenAnswer(chosen[-1:])
        return replace(self, chosen=tuple(dict.fromkeys(chosen)), line=TextField(), lit=None)

    def _done(self) -> Any:
        return self.answer if not self.chosen and is_said(self.answer) else self.chosen

    @property
    def chosen_units(self) -> tuple[Unit, ...]:
        """The units chosen so far."""
        return tuple(self.frame[id] for id in self.chosen)


# ── What is said ─────────────────────────────────────────────────────────────────────────────────

NOT_HERE: Final = Message(
    "A-UNIT-OUT", "«{typed}» er ikke i registeret. Søk på navnet, eller skriv en merknad (F4)."
)
"""Where a survey is made of a part of the country, a partner may be outside of it."""
