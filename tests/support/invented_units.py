"""Samples of any size: invented units, spread over the counties as the register's are."""

import csv
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from schemas.frame.frame import Frame
from schemas.frame.register import register
from schemas.frame.units import Unit
from schemas.surveys.registry import FIRST, survey_called

DESIGN: Final = survey_called(FIRST).frame
COLUMNS: Final = ("unit_id", "name", "kind", "county_no", "county", "population_2015")
MOST: Final = 999_999
"""Ids have six digits."""


def _units() -> Iterator[Unit]:
    kinds, known = DESIGN.kinds[0], register(DESIGN)
    for nth, like in zip(range(1, MOST + 1), cycle(known), strict=False):
        id, name = f"{nth:06}", f"{like.name} {nth}"
        yield Unit(id=id, name=name, kind=kinds, group=like.group, size=like.size)


def frame_of(count: int) -> Frame:
    """So many units, where no file is to be read."""
    return Frame(DESIGN, tuple(islice(_units(), count)))


def file_of(count: int, folder: Path) -> Path:
    """A file of so many units."""
    path = folder / f"units-{count}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(COLUMNS)
        for one in islice(_units(), count):
            group = one.group
            sheet.writerow((one.id, one.name, one.kind.id, group.id, group.name, one.size))
    return path
