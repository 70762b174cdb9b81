"""Files of CSV, as another program reads them."""

import csv
from pathlib import Path
from typing import Any

from db.exports.csv import write_csv
from db.exports.writing import Options
from tests.db.rounds import Round

Rows = list[dict[str, str]]

CONTACTS = Options(contacts=True)


def read(path: Path, *, plain: bool = False) -> Rows:
    """A file as another program reads it."""
    encoding, separator = ("utf-8", ",") if plain else ("utf-8-sig", ";")
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=separator, strict=True))


def exported(world: Round, out: Path, **options: Any) -> dict[str, Rows]:
    """Every table, by name."""
    written = write_csv(world.db, out, **options)
    tables = {one.path.stem: read(one.path, plain=options.get("plain", False)) for one in written}
    assert [len(rows) for rows in tables.values()] == [one.rows for one in written]
    return tables
