"""What one question does with keys until there is an answer: one small pure state for each form.

Which form that is, the type of the question says (`EntryForm`); nothing else is known of types.

Whatever somebody does gives the entry after it, or what it led to: `GivenAnswer` (an answer),
`Into` (go into a roster's item), `TakeOut` (ask to take one out).  Something that cannot be an
answer raises `AnswerProblem`, and `after` is the entry that goes on from there: what was typed
stands, and it knows what the next thing typed is to do.  Which key does what, a screen says.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Protocol, Self, TypeAlias, assert_never

from interviewer.engine.text_field import EMPTY, TextField
from schemas.frame.design import Noun
from schemas.frame.frame import Frame
from schemas.frame.search import find_units
from schemas.frame.units import Unit
from schemas.language.clean import clean
from schemas.language.messages import AnswerProblem, Message
from schemas.language.numerals import MOST_DIGITS, read_decimal
from schemas.language.option_keys import option_keys
from schemas.questionnaire.answers import NOT_ASKED, Choice, Items, Missing
from schemas.questionnaire.parse import parse
from schemas.questionnaire.questions import Question
from schemas.questionnaire.show import show
from schemas.questionnaire.types import Reading
from schemas.questionnaire.types.descriptions import EntryForm
from schemas.questionnaire.types.roster import ITEMS_MANY
from schemas.questionnaire.types.units import NO_UNIT

UNITS_SHOWN = 6
"""How many places are offered while somebody types a name: more than anybody reads."""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer, not yet checked."""

    value: Any


@dataclass(frozen=True, slots=True)
class Into:
    """Go into this item of a roster."""

    item: int


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Somebody wants this item of a roster removed: a `noun` of this `name`, if it has any."""

    item: int
    name: str
    noun: Noun


class Entry(Protocol):
    """What has been typed or chosen for one question, and what can be made of it."""

    def done(self) -> "Led":
        """What it comes to as it stands: the answer, or what is marked."""

    def paste(self, text: str) -> "Entry | None":
        """The entry with pasted text; None where there is nowhere to put it."""

    def after(self, problem: AnswerProblem) -> "Entry":
        """The entry that goes on when this problem has been told."""

    @property
    def typed(self) -> str:
        """Text that is not an answer yet and would be lost with the program."""


Led: TypeAlias = Entry | GivenAnswer | Into | TakeOut


def _moved(lit: int | None, by: int, rows: int) -> int | None:
    """Where the mark in a list of `rows` stands one line on, or one back."""
    if not rows:
        return None
    if lit is None:
        return 0 if by > 0 else rows - 1
    return max(0, min(lit + by, rows - 1))


def no_option(count: int) -> AnswerProblem:
    """Something was typed that stands in front of none of the options."""
    return AnswerProblem(ASTRAY, keys=option_keys(count))


def _is_said(answer: Any) -> bool:
    """Whether the answer is Vet ikke or Vil ikke svare, which Enter on nothing keeps."""
    return isinstance(answer, Missing) and answer != NOT_ASKED


class _Untyped:
    """Entries that hold no text."""

    __slots__ = ()
    typed = ""

    def paste(self, text: str) -> None:
        return None

    def after(self, problem: AnswerProblem) -> Self:
        return self


@dataclass(frozen=True, slots=True)
class _Coded(_Untyped):
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
    def count(self) -> int:
        """How many options there are."""
        return len(self.codes)

    def moved(self, by: int) -> Self:
        """With the next line marked, or the one before."""
        return replace(self, lit=_moved(self.lit, by, len(self.codes)), astray=False)

    def not_astray(self) -> None:
        """Say, before anything is taken for answered, that something typed was not."""
        if self.astray:
            raise AnswerProblem(WITH_KEYS, keys=option_keys(len(self.codes)))


@dataclass(frozen=True, slots=True)
class ReadAloud(_Untyped):
    """A text to read; Enter when it has been read."""

    def done(self) -> Led:
        return GivenAnswer("read")


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

    def done(self) -> Led:
        self.not_astray()
        return GivenAnswer(self.answer if self._kept() else self.chosen)

    def choose(self, place: int) -> Led:
        """One of the options, or not any more."""
        return self._toggled(self.codes[place])

    def _kept(self) -> bool:
        return not self.chosen and _is_said(self.answer)

    def _toggled(self, code: Choice) -> "SomeOf":
        if code in self.chosen:
            left = tuple(c for c in self.chosen if c is not code)
            return replace(self, chosen=left, astray=False)
        beside = () if code.excludes else tuple(c for c in self.chosen if not c.excludes)
        return replace(self, chosen=(*beside, code), astray=False)


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

    def done(self) -> Led:
        return GivenAnswer(self._value())

    def having(self, line: TextField) -> "TypedAnswer":
        """With this typed so far."""
        return replace(self, line=line)

    def paste(self, text: str) -> "TypedAnswer":
        cleaned, _ = clean(text, one_line=not self.has_lines)
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
        if not self.line.text.strip() and _is_said(self.answer):
            return self.answer
        return parse(self.question, self.line.text, self.reading)


def _is_above(typed: str, high: Any) -> bool:
    try:
        return high is not None and read_decimal(typed) > high
    except AnswerProblem:
        return False


@dataclass(frozen=True, slots=True)
class UnitsOf:
    """Units: a few letters find some, done takes the marked one; with nothing typed it is done."""

    frame: Frame
    one: bool
    answer: Any = NOT_ASKED
    chosen: tuple[str, ...] = ()
    line: TextField = EMPTY
    lit: int = 0

    @property
    def typed(self) -> str:
        return self.line.text

    @property
    def found(self) -> tuple[Unit, ...]:
        """The units that fit what has been typed, best first."""
        words = self.line.text
        return find_units(words, self.frame, UNITS_SHOWN) if words.strip() else ()

    def done(self) -> Led:
        return self._take() if self.line.text.strip() else GivenAnswer(self._done())

    def moved(self, by: int) -> "UnitsOf":
        """With the next of those found marked, or the one before."""
        return replace(self, lit=_moved(self.lit, by, len(self.found)) or 0)

    def without_last(self) -> "UnitsOf":
        """Without the one that was chosen last."""
        return replace(self, chosen=self.chosen[:-1])

    def having(self, line: TextField) -> "UnitsOf":
        """With this typed so far."""
        return replace(self, line=line, lit=0)

    def paste(self, text: str) -> "UnitsOf":
        return replace(self, line=self.line.insert(clean(text, one_line=True)[0]), lit=0)

    def after(self, problem: AnswerProblem) -> "UnitsOf":
        return self

    def _take(self) -> Led:
        if not self.found:
            raise AnswerProblem(NO_UNIT, unit=self.line.text.strip())
        chosen = (*self.chosen, self.found[min(self.lit, len(self.found) - 1)].id)
        if self.one:
            return GivenAnswer(chosen[-1:])
        return replace(self, chosen=tuple(dict.fromkeys(chosen)), line=TextField(), lit=0)

    def _done(self) -> Any:
        return self.answer if not self.chosen and _is_said(self.answer) else self.chosen

    @property
    def chosen_units(self) -> tuple[Unit, ...]:
        """The units chosen so far."""
        return tuple(self.frame[id] for id in self.chosen)


@dataclass(frozen=True, slots=True)
class ItemsOf(_Untyped):
    """The end of a roster: one more, or that was all; into one, or one out."""

    items: Items
    names: tuple[str, ...]
    noun: Noun
    fresh: int
    at_most: int
    lit: int | None = None

    count = 2

    def moved(self, by: int) -> "ItemsOf":
        """With the next item marked, or the one before."""
        return replace(self, lit=_moved(self.lit, by, len(self.items.items)))

    def take_out(self, place: int) -> Led:
        """Ask whether this item is to be removed."""
        return TakeOut(self.items.items[place], self.names[place], self.noun)

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


def entry_for(
    question: Question,
    answer: Any,
    reading: Reading,
    known: Mapping[str, str],
    items: ItemsOf | None,
) -> Entry:
    """The entry a question opens with: its answer so far, or what is `known` of the person.

    `items` is that of a roster, at its end.
    """
    several = answer if isinstance(answer, tuple) else ()
    match question.type.entry:
        case EntryForm.read_aloud:
            return ReadAloud()
        case EntryForm.one_of:
            return OneOf(question.codes, answer, lit=_known_code(question, answer, known))
        case EntryForm.some_of:
            return SomeOf(question.codes, answer, several)
        case EntryForm.one_line | EntryForm.several_lines:
            return TypedAnswer(question, reading, answer, _line(question, answer, reading, known))
        case EntryForm.one_unit:
            return UnitsOf(reading.frame, True, answer, several)
        case EntryForm.some_units:
            return UnitsOf(reading.frame, False, answer, several)
        case EntryForm.items:
            assert items is not None, "only a roster asks for items"
            return items
        case never:
            assert_never(never)


def _known_code(question: Question, answer: Any, known: Mapping[str, str]) -> int | None:
    suggested = known.get(question.known_as, "") if answer == NOT_ASKED else ""
    names = [code.name for code in question.codes]
    return names.index(suggested) if suggested in names else None


def _line(question: Question, answer: Any, reading: Reading, known: Mapping[str, str]) -> TextField:
    if answer == NOT_ASKED:
        return _suggested(question, reading, known)
    if answer is None or isinstance(answer, Missing):
        return TextField()
    words = show(question, answer, reading.frame)
    return TextField.of(words, fresh=not question.type.is_words)


def _suggested(question: Question, reading: Reading, known: Mapping[str, str]) -> TextField:
    """What is known already: Enter confirms it, typing replaces it."""
    words = known.get(question.known_as, "")
    return TextField.of(show(question, words, reading.frame) if words else "", fresh=True)


# ── What is said ─────────────────────────────────────────────────────────────────────────────────

ASTRAY: Final = Message(
    "A-KEY",
    "Den tasten står ikke foran noe svar. Trykk {keys}.",
    "Den tasten står ikkje framfor noko svar. Trykk {keys}.",
    "That key stands in front of no answer. Press {keys}.",
)
WITH_KEYS: Final = Message(
    "A-KEYS",
    "Det du skrev, ble ikke lagret: her svarer du med {keys}.",
    "Det du skreiv, vart ikkje lagra: her svarer du med {keys}.",
    "What you typed was not stored: here you answer with {keys}.",
)
