"""The database that a command works on."""

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from db.engine import Database
    from schemas.surveys.survey import Survey


def named_place(context: typer.Context) -> str:
    """The path or address that was named before the command, or else the usual one."""
    from interviewer.places import default_database

    return context.obj or str(default_database())


def named_survey(context: typer.Context) -> "Survey":
    """The survey of the database that lies there; where there is none yet, that of a new one."""
    from db.problems import NoDatabase, NoFolder
    from schemas.surveys.registry import FIRST, survey_called

    try:
        return named_database(context).survey
    except (NoDatabase, NoFolder):
        return survey_called(FIRST)


def named_database(context: typer.Context) -> "Database":
    """The database that lies there; closed when the command is done."""
    from interviewer.places import open_at

    database = open_at(named_place(context))
    context.call_on_close(database.close)
    return database
