"""`backup`, `restore` and `check`: keeping a database, and looking after it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from interviewer.failures import Trouble

if TYPE_CHECKING:
    from db.engine import Database


def back_up(database: "Database", target: Path) -> str:
    """A backup of the whole database; what was made."""
    from db.backup import back_up

    path = target.expanduser().absolute()
    back_up(_file_of(database), path)
    return f"Sikkerhetskopi: {path}"


def restore(place: str, backup: Path) -> str:
    """A backup in the place of the database; where that lies now."""
    from db.backup import restore
    from db.engine import is_address

    if is_address(place):
        raise _server()
    path = Path(place).expanduser().absolute()
    aside = restore(path, backup.expanduser().absolute(), datetime.now(UTC))
    before = f" Det som lå der, ligger i {aside}." if aside else ""
    return f"Hentet fram {backup} til {path}.{before}"


def print_check(database: "Database") -> None:
    """Line by line; Trouble at the end where something is not well."""
    from db.health import check

    wrong = 0
    for one in check(database, datetime.now(UTC)):
        typer.echo(f"{'✓' if one.is_well else '✗'} {one.what}: {one.found}")
        wrong += not one.is_well
    if wrong:
        raise Trouble("CHECK", f"Noe bør ses på ({wrong}); ingenting er endret.")


def _file_of(database: "Database") -> Path:
    if database.file is None:
        raise _server()
    return database.file


def _server() -> Trouble:
    return Trouble(
        "BACKUP-SERVER", "En PostgreSQL-database sikkerhetskopieres med pg_dump, der den ligger."
    )
