"""What an answer can be: a value, one of three missing states, or nothing where nothing is fine.

In order: the codes of a closed question, the missing states, and the items of a roster.  What else
a value may be, each type of question says for itself: see `types`.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self, TypeAlias, TypeVar

from schemas.language.clean import clean
from schemas.language.option_keys import OPTION_KEYS
from schemas.language.text import Text
from schemas.questionnaire.declaring import DeclarationProblem

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import core_schema

# ── Codes ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class CodeLabel(Text):
    """The label of a code: `since` and `until` are the first and last version with it.

    They are empty where every version with its question has the code.
    """

    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Only(CodeLabel):
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
    def own_key(self) -> str:
        """The key that stands in front of it in every list; empty where it has none of its own."""
        return ""

    @property
    def excludes(self) -> bool:
        """Whether no other code may be chosen beside this one."""
        return isinstance(self.value, Only)

    @property
    def first_version(self) -> str:
        """The first version with the code, where that is not the first one with its question."""
        return self.value.since if isinstance(self.value, CodeLabel) else ""

    @property
    def last_version(self) -> str:
        """The last version with the code, where that is not the last one with its question."""
        return self.value.until if isinstance(self.value, CodeLabel) else ""

    @property
    def number(self) -> int:
        """The code's number in SPSS and Stata: its position in the list, from 1."""
        return list(type(self).__members__).index(self.name) + 1

    @classmethod
    def __init_subclass__(cls) -> None:
        # Enum makes two names with equal labels one member: a code would vanish without a word.
        # A code of an older version may be called what one of today is called: it was renamed.
        labels = [(str(code.label), code.last_version) for code in cls.__members__.values()]
        for label, until in labels:
            if labels.count((label, until)) > 1:
                raise DeclarationProblem("Q-LABEL", codes=cls.__name__, label=label)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Self], handler: "GetCoreSchemaHandler"
    ) -> "core_schema.CoreSchema":
        from pydantic_core import core_schema  # the first list has codes, and validates none

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


def code_keys(codes: Sequence[Choice]) -> str:
    """The key in front of each of these codes, one character each."""
    return "".join(code.own_key or OPTION_KEYS[place] for place, code in enumerate(codes))


class Scale(Choice):
    """A list whose codes go from most to least, with nothing beside that order."""


def _slug(code: Choice) -> str:
    return code.name


def code_list(
    name: str, codes: Iterable[Mapping[str, Any]], *, ordered: bool = False
) -> type[Choice]:
    """A list of codes from a codebook's JSON: `code`, `label` in every language, `only`.

    In a codebook of several versions a code may have `since` and `until` besides.
    """
    labels = {one["code"]: _label(one) for one in codes}
    without_members: Any = Scale if ordered else Choice  # called, it makes a list of codes
    made: type[Choice] = without_members(name, labels)
    return made


def _label(code: Mapping[str, Any]) -> Text:
    span = {name: code[name] for name in ("since", "until") if name in code}
    if code["only"]:
        return Only(**code["label"], **span)
    return CodeLabel(**code["label"], **span) if span else Text(**code["label"])


# ── Missing answers ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there is no value.  Tagged, so that no text anybody types can equal it."""

    missing: Literal["not_asked", "dont_know", "refused"]

    @property
    def code(self) -> int:
        """The number that stands for it in every export."""
        return _MISSING_CODES[self.missing]

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Self], handler: "GetCoreSchemaHandler"
    ) -> "core_schema.CoreSchema":
        # What pydantic finds out by itself, for each question anew: a third of what that takes.
        from pydantic_core import core_schema

        states = core_schema.literal_schema(list(_MISSING_CODES))
        field = core_schema.dataclass_field("missing", states)
        fields = core_schema.dataclass_args_schema(cls.__name__, [field])
        return core_schema.dataclass_schema(cls, fields, ["missing"], slots=True)


_MISSING_CODES: Final = {"not_asked": -7, "dont_know": -8, "refused": -9}

NOT_ASKED: Final = Missing("not_asked")
DONT_KNOW: Final = Missing("dont_know")
REFUSED: Final = Missing("refused")
MISSING_LABELS: Final = {
    NOT_ASKED: Text("Ikke spurt", nn="Ikkje spurt", en="Not asked"),
    DONT_KNOW: Text("Vet ikke", nn="Veit ikkje", en="Don't know"),
    REFUSED: Text("Vil ikke svare", nn="Vil ikkje svare", en="Refused"),
}


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What is stored where an answer should be, and is none that the questionnaire can read."""

    stored: Any

    CODE: ClassVar = -6
    """The number that stands for it in exports, beside those of missing answers."""

    LABEL: ClassVar = Text("kan ikke leses", nn="kan ikkje lesast", en="cannot be read")

    @property
    def words(self) -> str:
        """It as it stands, on one line; of a long one only the beginning."""
        told = clean(_as_json(self.stored), one_line=True)
        return told if len(told) <= LONGEST_SHOWN else f"{told[:LONGEST_SHOWN]}…"


LONGEST_SHOWN: Final = 80
"""So much of what cannot be read is shown."""


def _as_json(stored: Any) -> str:
    try:
        return json.dumps(stored, ensure_ascii=False, default=str)
    except (RecursionError, ValueError):
        return "[[[…]]]"


T = TypeVar("T")

Answer: TypeAlias = T | Missing | None
"""A value, a missing state, or None: asked, allowed to be left empty, and left empty."""

# ── Rosters ──────────────────────────────────────────────────────────────────────────────────────


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
