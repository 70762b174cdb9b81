"""Files of units, as a coordinator would write them for a sample of their own."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from schemas.frame.design import FrameDesign
from schemas.frame.units import Unit


def heading_of(design: FrameDesign) -> list[str]:
    """The columns of a survey's register."""
    columns = design.columns
    maybe = (columns.group_name, columns.size)
    first = [columns.id, columns.name, columns.kind, columns.group, *filter(None, maybe)]
    return [*first, columns.language_form, *dict.fromkeys((*columns.other_names, *columns.more))]


def row_of_unit(unit: Unit, design: FrameDesign) -> dict[str, str]:
    """A unit as its row."""
    columns = design.columns
    row = {name: unit.more.get(name, "") for name in heading_of(design)}
    row |= {columns.id: unit.id, columns.name: unit.name, columns.kind: unit.kind.id}
    row |= {columns.group: unit.group.id, columns.language_form: unit.language_form}
    if columns.size:
        row[columns.size] = str(unit.size)
    if columns.group_name:
        row[columns.group_name] = unit.group.name
    if columns.other_names and columns.other_names[0] not in columns.more:
        row[columns.other_names[0]] = "; ".join(unit.other_names)
    return row


def csv_of_units(
    rows: Iterable[Mapping[str, str]], heading: Sequence[str], separator: str = ";"
) -> bytes:
    """The rows as a CSV file."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=separator)
    writer.writerow(heading)
    writer.writerows([row[name] for name in heading] for row in rows)
    return file.getvalue().encode()
