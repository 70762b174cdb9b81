"""What a survey unit is: its name, its kind, the group it lies in.  Nobody changes one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from schemas.language.text import Language, Text

LanguageForm = Literal["nb", "nn", ""]
"""The form of Norwegian that a unit uses; empty where it has chosen none."""

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class Group(NamedTuple):
    """What several units lie in or belong to.

    Its name stands `beside` those of its units where several of them may have one name.
    """

    id: str
    name: str
    beside: bool = True


class UnitKind(NamedTuple):
    """One kind of unit: `label` is what it is called, `called` and `in_full` how a name is put.

    Where all units of the kind are parts of something that counts as one, `part_of` is its id.
    """

    id: str
    label: Text
    called: str = "{name}"
    in_full: str = "{name}"
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """What one case is about.  `id` is text: `0101` is a unit, and `101` is none.

    `size` is None where the survey knows none; `more` are further columns of the register, and
    `around` those of them that tell where it is.
    """

    id: str
    name: str
    kind: UnitKind
    group: Group
    other_names: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    size: int | None = None
    language_form: LanguageForm = ""
    more: Mapping[str, str] = field(default_factory=lambda: _NONE, hash=False)

    @property
    def spoken(self) -> Language:
        """The form of Norwegian that its people write, and bokmål where it has chosen none."""
        return self.language_form or "nb"

    @property
    def called(self) -> str:
        """The name as one says it: with its kind, where that is not plain."""
        return self.kind.called.format(name=self.name)

    @property
    def in_full(self) -> str:
        """The name with what it is, as in a list that is published."""
        return self.kind.in_full.format(name=self.name)

    @property
    def label(self) -> str:
        """The name with the group beside it, where several units may have one name."""
        return f"{self.called} ({self.group.name})" if self.group.beside else self.called

    @property
    def numbered(self) -> str:
        """So that it can be typed and known again: "0101 Halden (Østfold)"."""
        return f"{self.id} {self.label}"

    @property
    def counts_as(self) -> str:
        """The id that it is counted under: its own, or that of the whole it is a part of."""
        return self.kind.part_of or self.id
