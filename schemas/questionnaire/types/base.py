"""What a type of question is: everything that is special to it, and so everything it must have.

A type is a mark on the type of its answers, `Annotated[int, YearType()]`, with its parameters:
limits, lengths, codes.  What is abstract here is what every type has to say for itself; one that
leaves a part out cannot be made, and the error names the part.  Nobody outside this folder asks
which type a question has.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, Final, Self

from annotated_types import Ge, Le, MaxLen
from pydantic import GetCoreSchemaHandler, Strict, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, ErrorDetails

from schemas.frame.frame import Frame
from schemas.language.messages import AnswerProblem
from schemas.language.numerals import DECIMALS, MOST_DECIMALS
from schemas.language.text import Language, Text
from schemas.questionnaire.answers import MISSING_LABELS, Choice, Missing
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.types.answer_messages import (
    AT_LEAST,
    AT_LEAST_IN_FORM,
    AT_MOST,
    AT_MOST_IN_FORM,
    BETWEEN,
    BETWEEN_IN_FORM,
    CONTROL,
    INVALID,
    NO_CODE,
    NO_MISSING,
    TOO_LONG,
)
from schemas.questionnaire.types.descriptions import (
    Between,
    EntryForm,
    FormField,
    Limits,
    Reading,
    Statistic,
)
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.types.spelling import Blanks, Cell, Cells, QuestionColumn, Spelling

Strictly: Final = Strict()  # pydantic's lax mode takes True, "1_000" and nan for numbers


@dataclass(frozen=True)
class QuestionType(ABC):
    """One type of question, with its parameters."""

    name: ClassVar[str]
    """What the codebook calls it."""

    python: ClassVar[Any]
    """The Python type of a value, without its rules."""

    is_words: ClassVar[bool]
    """Whether any words are an answer, and none where nothing is required."""

    is_free_text: ClassVar[bool]
    """Whether people write freely, and may name somebody."""

    statistic: ClassVar[Statistic]
    """What is worked out of everybody's answers."""

    on_paper: ClassVar[str]
    """What stands on paper before every code, or to be filled in."""

    def __post_init__(self) -> None:
        lacking = [part for part in QuestionType.__annotations__ if not hasattr(self, part)]
        if lacking:
            raise TypeError(f"{type(self).__name__} lacks {', '.join(lacking)}")

    # ── What an answer is ──

    @property
    @abstractmethod
    def rules(self) -> tuple[Any, ...]:
        """What pydantic has to check of a value, as marks on its Python type."""

    @property
    def annotation(self) -> Any:
        """The type of a real answer, with its rules."""
        return annotated(self.python, self)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return handler.generate_schema(annotated(source, *self.rules))

    @cached_property
    def adapter(self) -> TypeAdapter[Any]:
        """Checks one real answer; kept, since making one costs a thousand times as much."""
        return TypeAdapter(self.annotation)

    def narrowed(self, annotation: Any) -> Self:
        """With what stands around the mark: limits, codes."""
        return self

    def asked_with(self, between: "Between | None", at_most: int | None) -> Self | None:
        """With the limits that the question itself sets; None where the type has no such."""
        return self if between is None and at_most is None else None

    @cached_property
    def codes(self) -> tuple[Choice, ...]:
        """The codes to choose from, in the instrument's order; none for most types."""
        return ()

    @property
    def surely(self) -> frozenset[str]:
        """Stored values that are answers without a look at any rule; none for most types."""
        return frozenset()

    def limits(self, facts: Preloads) -> tuple[Any, Any]:
        """The lowest and the highest value; None where there is no limit."""
        return None, None

    # ── As data ──

    @property
    def stated(self) -> Limits:
        """Its limits as the codebook states them."""
        return Limits()

    def to_data(self) -> dict[str, Any]:
        """The type with its parameters, in the words of the codebook."""
        limits = None if self.stated == Limits() else asdict(self.stated)
        return {"type": self.name, "limits": limits, "codes": []}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """The type as `to_data` or an entry of a codebook tells of it."""
        return cls()

    # ── Asking ──

    @property
    @abstractmethod
    def entry(self) -> EntryForm:
        """How the answer is given on screen."""

    @property
    def is_answered(self) -> bool:
        """Whether anything is said to it, and it is not only listened to."""
        return self.entry is not EntryForm.read_aloud

    @property
    def takes_several(self) -> bool:
        """Whether one answer may be several codes."""
        return self.entry is EntryForm.some_of

    @abstractmethod
    def hint(self, facts: Preloads) -> str:
        """What is written below the entry: limits, spellings; empty where there is nothing."""

    @abstractmethod
    def wanting(self, or_else: str) -> AnswerProblem:
        """What is said of nothing at all: what is to be written, or how it is chosen."""

    def refusing(self, missing: Missing) -> AnswerProblem:
        """What is said of Vet ikke and Vil ikke svare where they are no answers."""
        is_written = self.entry in {EntryForm.one_line, EntryForm.several_lines}
        then = "skriv svaret" if is_written else "velg det som er nærmest"
        return AnswerProblem(NO_MISSING, label=MISSING_LABELS[missing], then=then)

    @abstractmethod
    def read(self, words: str, reading: Reading) -> Any:
        """The value that is meant by cleaned words; AnswerProblem where that is none."""

    def accept(self, value: Any, facts: Preloads) -> Any:
        """`value` as it is stored; AnswerProblem where it cannot be an answer."""
        try:
            return self.adapter.validator.validate_python(value)
        except ValidationError as error:
            # The chain is cut: pydantic's own message repeats what people answered.
            found = error.errors(include_url=False)[0]
            raise self._explained(value, found, facts) from None

    def unknown(self, value: Any, frame: Frame) -> AnswerProblem | None:
        """What is said of a value that names something which is not in this sample."""
        return None

    def outside(self, low: Any, high: Any) -> AnswerProblem:
        """What is said of a value below `low` or above `high`; None is no limit."""
        if low is None or high is None:
            return AnswerProblem(AT_MOST if low is None else AT_LEAST, low=low, high=high)
        return AnswerProblem(BETWEEN, low=low, high=high)

    def _explained(self, value: Any, error: ErrorDetails, facts: Preloads) -> AnswerProblem:
        """From pydantic's words to ours."""
        kind, context = error["type"], error.get("ctx", {})
        if isinstance(problem := context.get("error"), AnswerProblem):
            return problem
        if kind in {"greater_than_equal", "less_than_equal"}:
            return self.outside(*self.limits(facts))
        if kind in {"too_long", "string_too_long"}:
            return AnswerProblem(TOO_LONG, most=context["max_length"], count=len(value))
        if kind == "decimal_max_places":
            return AnswerProblem(DECIMALS, most=MOST_DECIMALS)
        return AnswerProblem(_OTHERS.get(kind, INVALID))

    # ── Showing and exporting ──

    @abstractmethod
    def show(self, value: Any, language: Language, frame: Frame) -> str:
        """A value as people read it; what was typed, in a form in which it can be typed."""

    def written(self, value: Any) -> str:
        """A value that is the same in every language and sample: a limit, a median."""
        return str(value)

    @cached_property
    def is_data(self) -> bool:
        """Whether the answer tells anything, so that it can be missing, counted and exported."""
        return bool(self.columns)

    @property
    @abstractmethod
    def columns(self) -> tuple[QuestionColumn, ...]:
        """The columns that it becomes in data; none where nothing is known by the answer."""

    @abstractmethod
    def cells(self, spelling: Spelling[Cell], blanks: Blanks) -> Cells[Cell]:
        """What fills its columns with stored answers."""

    @property
    @abstractmethod
    def json_schema(self) -> dict[str, Any]:
        """What a stored value looks like, as JSON Schema."""

    @abstractmethod
    def form_field(self, codes: str) -> FormField:
        """What it is in an XLSForm; `codes` is the name of its list of codes there."""

    def form_constraints(self, missing: Sequence[Missing]) -> Iterator[tuple[str, Text]]:
        """What must be so in an XLSForm besides limits, in XPath, and what is said otherwise."""
        yield from ()

    def outside_in_form(self, low: Any, high: Any) -> Text:
        """What an XLSForm says of a value outside its limits; {low} and {high} stand for them."""
        if low is None or high is None:
            return AT_MOST_IN_FORM if low is None else AT_LEAST_IN_FORM
        return BETWEEN_IN_FORM

    @abstractmethod
    def tabulated(self, values: Sequence[Any]) -> Iterable[tuple[str, Text, int]]:
        """How many of the stored values are what: a code, its label, and the number."""

    # ── Practising ──

    @abstractmethod
    def practise(self, dice: Dice, knows: Practice) -> Any:
        """Something that an invented respondent could plausibly answer."""


_OTHERS: Final = {"is_instance_of": NO_CODE, "literal_error": NO_CODE, "string_unicode": CONTROL}


def annotated(source: Any, *marks: Any) -> Any:
    """A type with marks, made as the program runs."""
    form: Any = Annotated  # to mypy it is no value
    return form[(source, *marks)] if marks else source


ANSWERED: Final = Text("Besvart", nn="Svart på", en="Answered")


def answered_only(values: Sequence[Any]) -> Iterable[tuple[str, Text, int]]:
    """The table of a question whose answers are too many to count: how many there are."""
    return [("answered", ANSWERED, len(values))]


def separated(words: str) -> list[str]:
    """What stands between semicolons, or between commas where there are none."""
    parts = words.split(";" if ";" in words else ",")
    return [part.strip() for part in parts if part.strip()]


def limits_around(annotation: Any) -> tuple[Any, Any, int | None]:
    """The least, the most and the length in a type, the outermost first: they are the nearest."""
    marks = [
        mark
        for outer in reversed(getattr(annotation, "__metadata__", ()))
        for mark in (outer.metadata if isinstance(outer, FieldInfo) else (outer,))
    ]
    return (
        next((mark.ge for mark in marks if isinstance(mark, Ge)), None),
        next((mark.le for mark in marks if isinstance(mark, Le)), None),
        next((mark.max_length for mark in marks if isinstance(mark, MaxLen)), None),
    )
