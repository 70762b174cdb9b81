"""What the units of a survey are, whichever sample it is: columns, kinds, groups, and words.

A survey declares it; the units of its own register lie beside it in a file, and a database may
hold another sample of the same design.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from schemas.frame.units import Group, Unit, UnitKind
from schemas.language.numerals import show_number
from schemas.language.text import LANGUAGES, Language, Text

OR: Final = Text(" eller ", en=" or ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """What a thing is called: one of them, with and without its article, many, this one, all."""

    one: Text
    a: Text
    many: Text
    the: Text
    all: Text

    def forms(self, name: str) -> dict[str, Text]:
        """The forms under the names that sentences have for them."""
        return {
            name: self.one,
            f"a_{name}": self.a,
            f"{name}s": self.many,
            f"the_{name}": self.the,
            f"all_{name}s": self.all,
        }


def put_nouns(words: Text, **nouns: Noun) -> Text:
    """`words` with the forms of nouns where they name them, in every language they have."""
    said = ((getattr(words, language), language) for language in LANGUAGES)
    return Text(*(one and _put(one, nouns, language) for one, language in said))


def _put(words: str, nouns: Mapping[str, Noun], language: Language) -> str:
    for name, noun in nouns.items():
        for place, said in noun.forms(name).items():
            words = words.replace(f"{{{place}}}", said.in_(language))
    return words


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterColumns:
    """What the columns of a register are called.

    `group` holds a group's id or its name; `group_name`, where there is one, its name beside that.
    `other_names` are columns a unit is found by, too; `around` those that tell where it is, and
    `shown` those that a caller sees.  `more` are all columns that are kept as they are.
    """

    id: str = "unit_id"
    name: str = "name"
    kind: str = "kind"
    group: str
    group_name: str | None = None
    size: str | None = None
    language_form: str = "language_form"
    other_names: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """What a unit's size counts, and from which sizes on units are organised differently."""

    counted: Text
    steps: tuple[int, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The sizes between the steps, in words, from the smallest."""
        if not self.steps:
            return (f"Alle {self.counted}",)
        first, last = show_number(self.steps[0]), show_number(self.steps[-1])
        between = (
            f"{show_number(low)}–{show_number(high - 1)} {self.counted}"
            for low, high in pairwise(self.steps)
        )
        return f"Under {first} {self.counted}", *between, f"{last} {self.counted} og flere"


@dataclass(frozen=True, slots=True, kw_only=True)
class TileMap:
    """A map with a tile for each group: its column, from the west, and its row, from the north."""

    columns: int
    rows: int
    tiles: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, kw_only=True, eq=False)
class FrameDesign:
    """The units of a survey, as it declares them.

    `package` and `file` say where its own register lies, `universe` what all of its units are, and
    `source` whom to credit for it.  `placeholder` is what questions write, in braces, for the name
    of the unit that is asked, and `group_column` what exports call its group.

    `id_form` is what an id looks like, and `id_words` says so; `instead` tells what to write for an
    id that people take for a unit's.  `around_names` are words that people write beside a name, and
    `also_called` are names of units, by their ids, that the register does not have: former ones,
    and those of what a unit has taken in.
    """

    package: str
    file: str
    universe: Text
    columns: RegisterColumns
    kinds: tuple[UnitKind, ...]
    groups: tuple[Group, ...]
    unit: Noun
    group: Noun
    group_column: str
    placeholder: str
    id_form: re.Pattern[str]
    id_words: Text
    instead: Mapping[str, Text] = field(default_factory=dict)
    around_names: frozenset[str] = frozenset()
    also_called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source: Text | None = None
    size: Size | None = None
    map: TileMap | None = None

    @cached_property
    def kinds_by_id(self) -> Mapping[str, UnitKind]:
        """The kinds of unit under their ids."""
        return MappingProxyType({kind.id: kind for kind in self.kinds})

    @cached_property
    def groups_by_id(self) -> Mapping[str, Group]:
        """The groups under their ids."""
        return MappingProxyType({group.id: group for group in self.groups})

    def around(self, more: Mapping[str, str]) -> tuple[str, ...]:
        """Where a unit is, by its further columns."""
        return tuple(filter(None, map(more.get, self.columns.around)))

    def step_of(self, unit: Unit) -> int:
        """Which of the sizes the unit has, from 0; always the same where no size is known."""
        steps = self.size.steps if self.size else ()
        return sum((unit.size or 0) >= step for step in steps)

    def put(self, words: Text) -> Text:
        """`words` with what units and groups are called, in every language.

        {unit} is one of them, {a_unit} with its article, {units} several, {the_unit} this one,
        {all_units} all of them; the same of {group}.
        """
        return put_nouns(words, unit=self.unit, group=self.group)

    def in_general(self, words: Text) -> Text:
        """The words of a question with "the unit" where the name of a unit belongs."""
        place = f"{{{self.placeholder}}}"
        each = (words.in_(one).replace(place, self.unit.the.in_(one)) for one in LANGUAGES)
        return Text(*each)

    @property
    def any_kind(self) -> Text:
        """What a unit may be: «kommune eller bydel»."""
        either = (OR.in_(one).join(kind.label.in_(one) for kind in self.kinds) for one in LANGUAGES)
        return Text(*either)
