"""Several codes of a list."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from types import GenericAlias
from typing import Annotated, Any, ClassVar, Final, Self, TypeVar, get_args

from pydantic import AfterValidator, Field

from schemas.frame.frame import Frame
from schemas.language.messages import AnswerProblem, Message
from schemas.language.text import LANGUAGES, Language, Text
from schemas.questionnaire.answers import MISSING_LABELS, Choice, Missing
from schemas.questionnaire.types.base import annotated, separated
from schemas.questionnaire.types.coded_types import CodedType, code_meant, new_ones
from schemas.questionnaire.types.descriptions import EntryForm, FormField, Reading
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.types.spelling import (
    Blanks,
    Cell,
    Cells,
    ColumnType,
    QuestionColumn,
    Row,
    Spelling,
    cells_of_list,
)

T = TypeVar("T")


def _several(codes: tuple[Any, ...]) -> tuple[Any, ...]:
    """Each once, in the instrument's order; one that excludes the others stands alone."""
    excluding = [code for code in codes if code.excludes]
    if excluding and len(set(codes)) > 1:
        raise AnswerProblem(EXCLUDES, label=excluding[0].label)
    return tuple(code for code in type(codes[0]) if code in codes)


class MultiType(CodedType):
    """Several of a list of codes: `Answer[Several[Funding]]`."""

    name = "multi"
    python: ClassVar[Any] = tuple
    on_paper = "[ ]"
    entry = EntryForm.some_of
    rules = (Field(min_length=1), AfterValidator(_several))
    how = "Merk med {keys}, og trykk Enter"

    @property
    def annotation(self) -> Any:
        """A tuple of codes of the list."""
        return annotated(GenericAlias(tuple, (self.list_of, ...)), self)

    def narrowed(self, annotation: Any) -> Self:
        """With the list of codes that the tuple is of."""
        return replace(self, list_of=get_args(get_args(annotation)[0])[0])

    def read(self, words: str, reading: Reading) -> tuple[Choice, ...]:
        """By name, label or number, with commas or semicolons between them."""
        alone = code_meant(self.codes, words)  # labels have commas, too
        return (alone,) if alone else tuple(self.meant(part) for part in separated(words))

    def show(self, value: tuple[Choice, ...], language: Language, frame: Frame) -> str:
        """The labels of the codes, with commas between them."""
        return ", ".join(code.label.in_(language) for code in value)

    @property
    def columns(self) -> tuple[QuestionColumn, ...]:
        """One for each code: whether it was chosen."""
        return tuple(QuestionColumn(ColumnType.yes_no, code=code) for code in self.codes)

    def cells(self, spelling: Spelling[Cell], blanks: Blanks) -> Cells[Cell]:
        """1 where a code was chosen, and 0 elsewhere."""
        slugs = tuple(code.name for code in self.codes)
        yes, no = spelling.number(1), spelling.number(0)

        @lru_cache(4096)
        def written(chosen: tuple[str, ...]) -> Row[Cell]:
            return tuple(yes if slug in chosen else no for slug in slugs)

        return cells_of_list(written, blanks)

    @property
    def json_schema(self) -> dict[str, Any]:
        """A list of slugs of the codes."""
        codes = {"enum": [code.name for code in self.codes]}
        return {"type": "array", "items": codes, "minItems": 1, "uniqueItems": True}

    def form_field(self, codes: str) -> FormField:
        """The type `select_multiple` of XLSForm."""
        return FormField(f"select_multiple {codes}")

    def form_constraints(self, missing: Sequence[Missing]) -> Iterator[tuple[str, Text]]:
        """What excludes the others is alone."""
        alone = {code.name: code.label for code in self.codes if code.excludes}
        alone |= {state.missing: MISSING_LABELS[state] for state in missing}
        if alone:
            chosen = " or ".join(f"selected(., '{slug}')" for slug in alone)
            said = Text(*(_all_exclude(alone.values(), language) for language in LANGUAGES))
            yield f"not(({chosen}) and count-selected(.) > 1)", said

    def slugs(self, stored: Any) -> Sequence[str]:
        """All slugs in a stored value."""
        return tuple(stored)

    def practise(self, dice: Dice, knows: Practice) -> tuple[Choice, ...]:
        """A few, and the last one of the list only when it is new."""
        beside = [code for code in self.codes if not code.excludes]
        new = list(new_ones(dice, knows))[:1]
        some = dice.some(beside[:-1], dice.between(1, 3))
        codes = new if new and new[0].excludes else [*new, *some]
        return tuple(code for code in self.codes if code in codes)


def _all_exclude(labels: Iterable[Text], language: Language) -> str:
    names = " / ".join(one.in_(language) for one in labels)
    return _EXCLUDES.in_(language).format(label=names)


Several = Annotated[tuple[T, ...], MultiType()]

_EXCLUDES: Final = Text(
    "«{label}» utelukker andre svar. Velg enten det eller de andre.",
    nn="«{label}» utelukkar andre svar. Vel anten det eller dei andre.",
    en="“{label}” cannot be combined with other answers. Choose one.",
)
EXCLUDES: Final = Message("A-EXCLUDES", _EXCLUDES.nb)
