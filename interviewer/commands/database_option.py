"""What is named before a command: the database it works on, and the survey that it is for."""

from typing import TYPE_CHECKING, Annotated

import typer

from interviewer.before_command import SURVEY_VARIABLE, Named, survey_named
from interviewer.places import NothingThere
from schemas.language.text import INVENTED

if TYPE_CHECKING:
    from db.database import Database
    from schemas.frame.frame import Frame
    from schemas.surveys.survey import Survey

SurveyName = Annotated[
    str | None,
    typer.Option(
        "--survey",
        envvar=SURVEY_VARIABLE,
        metavar="NAVN",
        help="En bestemt undersøkelse. «ringerunde surveys» viser dem.",
        show_default=False,
    ),
]


def named_place(context: typer.Context) -> str:
    """The path or address that was named, or else the usual one of the survey."""
    named: Named = context.obj
    return named.place


def named_survey(context: typer.Context) -> "Survey | None":
    """The survey that was named, if any."""
    named: Named = context.obj
    return named.find_survey()


def chosen_survey(context: typer.Context, name: str | None) -> "Survey":
    """The survey to make a database for: named behind the command or before it, or the first."""
    from schemas.surveys.registry import FIRST

    named: Named = context.obj
    context.obj = Named(named.database, name or named.survey)
    return survey_named(context.obj.survey or FIRST)


def sample_there(context: typer.Context) -> "tuple[Survey, Frame]":
    """The survey and units of the database there; where there is none yet, those of a new one."""
    from db.problems import NoFolder
    from schemas.frame.register import register

    try:
        database = named_database(context)
    except (NothingThere, NoFolder):
        survey = chosen_survey(context, None)
        return survey, register(survey.frame)
    return database.survey, database.frame


def database_to_fill(context: typer.Context, *, trial: bool) -> "Database":
    """The database for what is brought in: where there is none yet, a new one with its register.

    For a `trial`, which stores nothing, the new one is thrown away.
    """
    from db.problems import NoFolder

    try:
        return named_database(context)
    except (NothingThere, NoFolder):
        database = _thrown_away(context) if trial else _made(context)
    context.call_on_close(database.close)
    return database


def _made(context: typer.Context) -> "Database":
    """A database as the first start makes it; one that has been moved away is not replaced."""
    from db.cases import load_register
    from interviewer.places import begin_at, made_folder

    named: Named = context.obj
    if named.database is None:
        made_folder()
    database = begin_at(named.place, named.find_survey())
    load_register(database)
    typer.echo(f"Laget en ny database i {database.where}.", err=True)
    return database


def _thrown_away(context: typer.Context) -> "Database":
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from db.cases import load_register
    from db.open_database import open_database

    folder = context.with_resource(TemporaryDirectory())
    file = str(Path(folder) / "trial.sqlite")
    database = open_database(file, create=True, survey=named_survey(context))
    load_register(database)
    return database


def named_database(context: typer.Context) -> "Database":
    """The database that lies there; closed when the command is done."""
    from db.plain_sql import told_where_spoilt
    from db.waiting import told_of_waiting
    from interviewer.places import open_at

    with told_of_waiting(lambda words: typer.echo(words, err=True)):
        database = open_at(named_place(context), named_survey(context))
    if database.practice:
        typer.echo(str(INVENTED), err=True)
    for warning in database.warnings:
        typer.echo(warning, err=True)
    context.call_on_close(database.close)
    context.with_resource(told_where_spoilt(database.look))
    if context.obj.deciding:
        from interviewer.services.caller import require_coordinator

        require_coordinator(database)
    _tell_who(database)
    return database


def _tell_who(database: "Database") -> None:
    """What a command does is done by whoever sits here, or has logged in: the log names her."""
    from db.seats import who_sits_here
    from interviewer.places import seat

    sitting = who_sits_here(database, database.login.user if database.login else seat())
    if sitting is not None:
        database.trail.who = sitting.id
