"""Where people are reached.  Which departments there are is the survey's; what they are, is not."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Self

from schemas.language.option_keys import LETTERS
from schemas.language.text import Text
from schemas.questionnaire.answers import Choice


class DepartmentKind(Enum):
    """What a department is in the search for the right person."""

    switchboard = auto()  # where the number leads that everybody knows
    front_line = auto()  # they, too, pick up for everybody, and seldom know who does what
    ordinary = auto()
    unlisted = auto()  # what the list does not name: each such place is one of its own


@dataclass(frozen=True, slots=True)
class DepartmentRow(Text):
    """All that is known of one department: its label, its kind and what people call it.

    `called` are words that such places have in their names, folded (see `frame.search.fold`);
    `broad` ones stand in the names of other departments, too, and are looked for last.
    """

    kind: DepartmentKind = DepartmentKind.ordinary
    called: tuple[str, ...] = ()
    broad: bool = False


class Department(Choice):
    """The types of department: what a redirect leads to, and where a respondent works.

    Each survey has its own, as members of a subclass: one `DepartmentRow` a member, and among them
    one that is the switchboard, and one for what the list does not name.
    """

    @classmethod
    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for kind in (DepartmentKind.switchboard, DepartmentKind.unlisted):
            if len(list(cls._with(kind))) != 1:
                raise TypeError(f"{cls.__name__} needs one department that is {kind.name}")

    @property
    def label(self) -> Text:
        """What it is called on screen and in labelled exports."""
        return Text(self.row.nb, self.row.nn, self.row.en)

    @property
    def row(self) -> DepartmentRow:
        """All that is known of it."""
        known: DepartmentRow = self.value
        return known

    @property
    def own_key(self) -> str:
        """Its key, the same wherever departments can be chosen: digits are for whom one knows."""
        return LETTERS[self.number - 1]

    @property
    def is_front_line(self) -> bool:
        """Whether they pick up for everybody."""
        kind = self.row.kind
        return kind is DepartmentKind.switchboard or kind is DepartmentKind.front_line

    @property
    def is_switchboard(self) -> bool:
        """Whether it is where one rings first."""
        return self.row.kind is DepartmentKind.switchboard

    @property
    def is_unlisted(self) -> bool:
        """Whether it is any place that the list does not name."""
        return self.row.kind is DepartmentKind.unlisted

    @classmethod
    def first_rung(cls) -> Self:
        """The department where one rings first: the switchboard."""
        return next(iter(cls._with(DepartmentKind.switchboard)))

    @classmethod
    def unlisted(cls) -> Self:
        """What the list does not name."""
        return next(iter(cls._with(DepartmentKind.unlisted)))

    @classmethod
    def front_line(cls) -> "frozenset[Self]":
        """All that pick up for everybody."""
        return frozenset(one for one in cls if one.is_front_line)

    @classmethod
    def _with(cls, kind: DepartmentKind) -> "list[Self]":
        return [one for one in cls if one.row.kind is kind]
