"""The database that a command works on."""

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from db.engine import Database


def named_database(context: typer.Context) -> "Database":
    """The database that was named before the command; closed when the command is done."""
    from interviewer.places import default_database, open_at

    database = open_at(context.obj or str(default_database()))
    context.call_on_close(database.close)
    return database
