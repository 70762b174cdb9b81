"""The 442 survey units of 2014 and the 19 counties, as they lie in `schemas/data`.

Source: Statistics Norway (classification of municipalities, population statistics).
A unit's id is text: `0101` is Halden, and `101` is nobody.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast

UnitKind = Literal["municipality", "district"]
LanguageForm = Literal["nb", "nn", ""]


@dataclass(frozen=True, slots=True)
class County:
    """A county, and where it stands on the tile map (column 0 is west, row 0 is north)."""

    no: str
    name: str
    rhf: str
    tile_col: int
    tile_row: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A municipality, or one of Oslo's districts: what one case is about."""

    id: str
    name: str
    alt_name: str
    kind: UnitKind
    county_no: str
    county: str
    population: int
    language_form: LanguageForm
    health_trust: str
    rhf: str

    @property
    def label(self) -> str:
        """The name with the county beside it, because six names occur twice."""
        district = "Bydel " if self.kind == "district" else ""
        return f"{district}{self.name} ({self.county})"

    @property
    def alt_names(self) -> tuple[str, ...]:
        """The unit's names in Sámi and Kven."""
        return tuple(self.alt_name.split("; ")) if self.alt_name else ()


@cache
def counties() -> tuple[County, ...]:
    """The counties, by number."""
    return tuple(
        County(
            row["county_no"], row["name"], row["rhf"], int(row["tile_col"]), int(row["tile_row"])
        )
        for row in _rows("counties-2014.csv")
    )


@cache
def units() -> tuple[Unit, ...]:
    """The survey units, by id."""
    return tuple(map(_unit, _rows("register-2014.csv")))


@cache
def units_by_id() -> Mapping[str, Unit]:
    """The survey units under their ids."""
    return MappingProxyType({unit.id: unit for unit in units()})


def unit(unit_id: str) -> Unit:
    """The unit with this id; a `KeyError` when there is none."""
    return units_by_id()[unit_id]


def same_name(unit: Unit) -> tuple[Unit, ...]:
    """The other units of the same name, which must not be mistaken for this one."""
    return tuple(other for other in units() if other.name == unit.name and other.id != unit.id)


def _unit(row: Mapping[str, str]) -> Unit:
    return Unit(
        id=row["unit_id"],
        name=row["name"],
        alt_name=row["alt_name"],
        kind=cast(UnitKind, row["kind"]),
        county_no=row["county_no"],
        county=row["county"],
        population=int(row["population_2015"]),
        language_form=cast(LanguageForm, row["language_form"]),
        health_trust=row["health_trust"],
        rhf=row["rhf"],
    )


def _rows(name: str) -> list[dict[str, str]]:
    table = files("schemas") / "data" / name
    return list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
