"""What an answer can be: a value, one of three missing states, or nothing where nothing is fine.

In order: the codes of a closed question, the missing states, and the types of value.  A value of a
type is checked by pydantic and nothing else; how people *type* values is in `parse`.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Final, Literal, Self, TypeAlias, TypeVar

import phonenumbers
from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, Strict
from pydantic_core import PydanticCustomError, core_schema

from schemas.language.text import Text

# ── Codes ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Only(Text):
    """The label of a code that excludes all the others of its question, such as "Nei"."""


class Choice(Enum):
    """A list of codes.  A member's name is the code in data, its value the label on screen.

    >>> class Consent(Choice):
    ...     yes = Text("Ja")
    ...     no = Text("Nei")
    """

    @property
    def label(self) -> Text:
        """What the code is called on screen and in labelled exports."""
        label: Text = self.value
        return label

    @property
    def excludes(self) -> bool:
        """Whether no other code may be chosen beside this one."""
        return isinstance(self.value, Only)

    @property
    def number(self) -> int:
        """The code's number in SPSS and Stata: its position in the list, from 1."""
        return list(type(self)).index(self) + 1

    @classmethod
    def __init_subclass__(cls) -> None:
        # Enum makes two names with equal labels one member: a code would vanish without a word.
        if len(cls) != len(cls.__members__):
            raise TypeError(f"{cls.__name__} has the same label twice")

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Self], handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        slug = core_schema.no_info_after_validator_function(
            cls.__getitem__, core_schema.literal_schema(list(cls.__members__))
        )
        return core_schema.json_or_python_schema(
            json_schema=slug,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), slug]),
            serialization=core_schema.plain_serializer_function_ser_schema(
                _slug, return_schema=core_schema.str_schema()
            ),
        )


def _slug(code: Choice) -> str:
    return code.name


# ── Missing answers ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there is no value.  Tagged, so that no text anybody types can equal it."""

    missing: Literal["not_asked", "dont_know", "refused"]

    @property
    def code(self) -> int:
        """The number that stands for it in every export."""
        return _MISSING_CODES[self.missing]


_MISSING_CODES: Final = {"not_asked": -7, "dont_know": -8, "refused": -9}

NOT_ASKED: Final = Missing("not_asked")
DONT_KNOW: Final = Missing("dont_know")
REFUSED: Final = Missing("refused")
MISSING_LABELS: Final = {
    NOT_ASKED: Text("Ikke spurt", nn="Ikkje spurt", en="Not asked"),
    DONT_KNOW: Text("Vet ikke", nn="Veit ikkje", en="Don't know"),
    REFUSED: Text("Vil ikke svare", nn="Vil ikkje svare", en="Refused"),
}

T = TypeVar("T")

Answer: TypeAlias = T | Missing | None
"""A value, a missing state, or None: asked, allowed to be left empty, and left empty."""

# ── Types of value ───────────────────────────────────────────────────────────────────────────────


class Kind(Enum):
    """The types of question that `questionnaire/phase-two.md` names."""

    info = "info"
    single = "single"
    multi = "multi"
    integer = "integer"
    decimal = "decimal"
    year = "year"
    month = "month"
    text = "text"
    longtext = "longtext"
    phone = "phone"
    email = "email"
    url = "url"
    units = "units"
    roster = "roster"

    @property
    def is_typed(self) -> bool:
        """Whether people answer by writing, not by choosing."""
        return self not in {Kind.info, Kind.single, Kind.multi, Kind.units, Kind.roster}

    @property
    def is_words(self) -> bool:
        """Whether the answer is text, which may be left empty where it is not required."""
        return self in {Kind.text, Kind.longtext, Kind.phone, Kind.email, Kind.url}


def _problem(code: str, **context: Any) -> PydanticCustomError:
    # The sentence that people read is made in `parse`, from the code: here it has no language.
    return PydanticCustomError(code, code, context or None)


def visible(value: str) -> str:
    """`value`, if it has something to see and nothing that harms a terminal or a database."""
    if any(unicodedata.category(char) in _UNWELCOME and char != "\n" for char in value):
        raise _problem("control_characters")
    if not any(unicodedata.category(char)[0] in "LNPS" for char in value):
        raise _problem("nothing_visible")
    return value


_UNWELCOME: Final = {"Cc", "Cs"}  # control characters, lone surrogates


def _one_line(value: str) -> str:
    if "\n" in value:
        raise _problem("several_lines")
    return value


def _possible(number: str) -> bool:
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(number, None))
    except phonenumbers.NumberParseException:
        return False


def phone_number(value: str) -> str:
    """`value`, if it is a number in international form, or a Norwegian one of five digits."""
    # The library looks for a number anywhere in a text; only the bare form is stored.
    bare = re.fullmatch(r"\+[0-9]{5,17}", value) and _possible(value)
    if not bare and not re.fullmatch(r"0[1-9][0-9]{3}", value):
        raise _problem("phone_impossible")
    return value


def email_address(value: str) -> str:
    """`value`, if mail could be sent to it: something, an @, and a domain with a dot."""
    if not re.fullmatch(r"[^@\s,;<>]+@[\w-]+(\.[\w-]+)+", value):
        raise _problem("email_form")
    return value


def web_address(value: str) -> str:
    """`value`, if it is a web address with its scheme."""
    if not re.fullmatch(r"https?://[\w-]+(\.[\w-]+)+(:[0-9]+)?([/?#]\S*)?", value):
        raise _problem("url_form")
    return value


def _plain_number(value: Any) -> Any:
    # Decimals are stored as text, and Decimal("1_000") and Decimal("١٢") are numbers to Python.
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]+)?", value):
        raise _problem("number_form")
    return value


def _several(codes: tuple[Any, ...]) -> tuple[Any, ...]:
    if not codes:
        raise _problem("nothing_chosen")
    excluding = [code for code in codes if code.excludes]
    if excluding and len(set(codes)) > 1:
        raise _problem("excludes_others", label=str(excluding[0].label))
    return tuple(code for code in type(codes[0]) if code in codes)


def _register_unit(unit_id: str) -> str:
    from schemas.frame.register import units_by_id

    if unit_id not in units_by_id():
        raise _problem("unknown_unit", unit=unit_id)
    return unit_id


def _different_units(units: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(units))


Strictly = Strict()  # pydantic's lax mode takes True, "1_000" and nan for numbers

Read = Annotated[Literal["read"], Kind.info]  # the answer to what is only read aloud
ShortText = Annotated[
    str, Kind.text, Strictly, AfterValidator(visible), AfterValidator(_one_line),
    Field(max_length=200),
]  # fmt: skip
LongText = Annotated[str, Kind.longtext, Strictly, AfterValidator(visible), Field(max_length=4000)]
Phone = Annotated[str, Kind.phone, Strictly, AfterValidator(phone_number)]
Email = Annotated[
    str, Kind.email, Strictly, AfterValidator(visible), AfterValidator(email_address),
    Field(max_length=254),
]  # fmt: skip
Url = Annotated[
    str, Kind.url, Strictly, AfterValidator(visible), AfterValidator(web_address),
    Field(max_length=2000),
]  # fmt: skip
Year = Annotated[int, Kind.year, Strictly, Field(ge=1900, le=2100)]
Month = Annotated[int, Kind.month, Strictly, Field(ge=1, le=12)]
Whole = Annotated[int, Kind.integer, Strictly]
Number = Annotated[
    Decimal, Kind.decimal, BeforeValidator(_plain_number),
    Field(allow_inf_nan=False, decimal_places=2),
]  # fmt: skip
Units = Annotated[
    tuple[Annotated[str, AfterValidator(_register_unit)], ...],
    Kind.units, Field(min_length=1), AfterValidator(_different_units),
]  # fmt: skip
Several = Annotated[tuple[T, ...], Kind.multi, AfterValidator(_several)]


@dataclass(frozen=True, slots=True)
class Items:
    """The answer to a roster: which items there are, in order, and whether that is all of them.

    Keys are never used again, so that what was said of a removed item stays its own.
    """

    items: tuple[int, ...] = (1,)
    complete: bool = False

    def added(self, key: int) -> "Items":
        """With one more item, and so not known to be all."""
        return Items((*self.items, key))

    def without(self, key: int, fresh: int) -> "Items":
        """With one item taken out; never empty, so the last one gives way to `fresh`."""
        return Items(tuple(item for item in self.items if item != key) or (fresh,))
