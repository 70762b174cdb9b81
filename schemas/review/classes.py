"""The classes that a survey puts its units in.  Which there are is the survey's; what they mean for
figures, decisions and the public list, each of them says itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Self

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice


class Holds(Enum):
    """Whether a unit of a class has what the survey looks for."""

    own = auto()
    another_s = auto()  # a part in another unit's: no interview shows that, a coordinator says it
    none = auto()
    undecided = auto()  # nobody can tell before a coordinator has looked


class Listed(Enum):
    """Whether units of a class stand on the public list, where they have allowed it."""

    always = auto()
    by_decision = auto()  # only where a coordinator says so
    never = auto()


@dataclass(frozen=True, slots=True)
class ClassRow(Text):
    """All that is known of one class: its label, what a unit of it has, and whether it is listed.

    `unnamed` is what its line on the public list is called where it has no name of its own.
    """

    holds: Holds = Holds.none
    listed: Listed = Listed.never
    unnamed: Text | None = None


class Class(Choice):
    """What a unit has, or is taken to have.

    Each survey has its own, as members of a subclass: one `ClassRow` a member, in the order in
    which they are shown.
    """

    @property
    def label(self) -> Text:
        """What it is called on screen and in labelled exports."""
        return Text(self.row.nb, self.row.nn, self.row.en)

    @property
    def row(self) -> ClassRow:
        """All that is known of it."""
        known: ClassRow = self.value
        return known

    @property
    def is_own(self) -> bool:
        """Whether the unit has what is looked for itself."""
        return self.row.holds is Holds.own

    @property
    def is_covered(self) -> bool:
        """Whether the unit has a part in another's: no interview is ever of such a class."""
        return self.row.holds is Holds.another_s

    @property
    def is_undecided(self) -> bool:
        """Whether a coordinator must say what the unit has."""
        return self.row.holds is Holds.undecided

    @property
    def has_any(self) -> bool:
        """Whether the unit has what is looked for, itself or with another."""
        return self.is_own or self.is_covered

    @property
    def may_have(self) -> bool:
        """Whether the unit has what is looked for itself, or perhaps."""
        return self.is_own or self.is_undecided

    @property
    def is_listed(self) -> bool:
        """Whether it can stand on the public list, be it by a coordinator's word."""
        return self.row.listed is not Listed.never

    @property
    def needs_decision(self) -> bool:
        """Whether it is listed only where a coordinator says so."""
        return self.row.listed is Listed.by_decision

    @classmethod
    def of_interviews(cls) -> tuple[Self, ...]:
        """The classes that an interview can be of."""
        return tuple(one for one in cls if not one.is_covered)

    @classmethod
    def are_told_apart(cls) -> bool:
        """Whether some have what is looked for and others have not: else every unit counts."""
        return any(one.row.holds is Holds.none for one in cls)

    @classmethod
    def covered_class(cls) -> Self | None:
        """The class of units that have a part in another's; None where there is no such thing."""
        return next(cls._covered(), None)

    @classmethod
    def _covered(cls) -> Iterator[Self]:
        return (one for one in cls if one.is_covered)
