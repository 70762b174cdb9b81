"""The units of one sample: in order, by id, by group, by name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from schemas.frame.design import FrameDesign
from schemas.frame.units import Group, Unit


class Frame:
    """All units that a survey is about here, by id.  Two are the same only if they are one."""

    def __init__(self, design: FrameDesign, units: Iterable[Unit] = ()) -> None:
        self.design = design
        self._given = tuple(units)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The units, in order."""
        return tuple(sorted(self._given, key=lambda unit: unit.id))

    def __len__(self) -> int:
        return len(self.units)

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.units)

    def __contains__(self, unit_id: object) -> bool:
        return unit_id in self.by_id

    def __getitem__(self, unit_id: str) -> Unit:
        """The unit with this id; a `KeyError` when there is none."""
        return self.by_id[unit_id]

    @cached_property
    def by_id(self) -> Mapping[str, Unit]:
        """The units under their ids."""
        return MappingProxyType({unit.id: unit for unit in self.units})

    def id_of(self, typed: str) -> str | None:
        """The id that is meant: with the zeros that spreadsheets take from it, in any letters."""
        return typed if typed in self.by_id else self._bare_ids.get(typed.casefold())

    @cached_property
    def _bare_ids(self) -> Mapping[str, str]:
        return {unit.id.casefold().lstrip("0"): unit.id for unit in self.units}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups that any unit lies in, in the survey's order."""
        used = {unit.group.id for unit in self.units}
        return tuple(group for group in self.design.groups if group.id in used)

    def label(self, unit_id: str) -> str:
        """A unit's name with its group beside it; the bare id of one that is not here."""
        return self[unit_id].label if unit_id in self else unit_id

    def in_full(self, unit_id: str) -> str:
        """A unit's name with what it is; with its group, too, where others have the name."""
        unit = self[unit_id]
        is_one_of_several = unit.group.beside and self.same_name(unit)
        return f"{unit.in_full} ({unit.group.name})" if is_one_of_several else unit.in_full

    def same_name(self, unit: Unit) -> tuple[Unit, ...]:
        """The other units of the same name, which must not be mistaken for this one."""
        return tuple(one for one in self._by_name[unit.name] if one.id != unit.id)

    @cached_property
    def _by_name(self) -> Mapping[str, list[Unit]]:
        named: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.units:
            named[unit.name].append(unit)
        return named

    @cached_property
    def wholes(self) -> frozenset[str]:
        """What the units count as: fewer, where several are parts of one."""
        return frozenset(unit.counts_as for unit in self.units)
