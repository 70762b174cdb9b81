"""The register that a survey ships: its own units, in a file in its folder."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, cast

from schemas.frame.design import FrameDesign
from schemas.frame.frame import Frame
from schemas.frame.units import Group, LanguageForm, Unit

BETWEEN: Final = "; "
"""What stands between several other names in one cell."""


@cache
def register(design: FrameDesign) -> Frame:
    """The survey's own units, read once."""
    table = files(design.package) / design.file
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    return Frame(design, (_unit(design, row) for row in rows))


def _unit(design: FrameDesign, row: Mapping[str, str]) -> Unit:
    columns = design.columns
    more = MappingProxyType({one: row[one] for one in columns.more})
    names = (name for one in columns.other_names for name in row[one].split(BETWEEN))
    return Unit(
        id=row[columns.id],
        name=row[columns.name],
        kind=design.kinds_by_id[row[columns.kind]],
        group=_group(design, row[columns.group]),
        other_names=tuple(filter(None, names)),
        around=design.around(more),
        size=int(row[columns.size]) if columns.size else None,
        language_form=cast(LanguageForm, row[columns.language_form]),
        more=more,
    )


def _group(design: FrameDesign, cell: str) -> Group:
    return next(group for group in design.groups if cell in (group.id, group.name))
