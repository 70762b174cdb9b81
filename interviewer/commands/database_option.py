"""What is named before a command: the database it works on, and the survey that it is for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from interviewer.failures import Trouble

if TYPE_CHECKING:
    from db.engine import Database
    from schemas.frame.frame import Frame
    from schemas.surveys.survey import Survey

SurveyName = Annotated[
    str | None,
    typer.Option(
        "--survey",
        envvar="RINGERUNDE_SURVEY",
        metavar="NAVN",
        help="En annen undersøkelse enn den første; «ringerunde surveys» viser dem.",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class Named:
    """What was named before the command: a path or address, and a survey."""

    database: str | None
    survey: str | None


def named_place(context: typer.Context) -> str:
    """The path or address that was named, or else the usual one of the survey."""
    from interviewer.places import default_database

    named: Named = context.obj
    return named.database or str(default_database(named.survey))


def named_survey(context: typer.Context) -> "Survey | None":
    """The survey that was named, if any."""
    named: Named = context.obj
    return survey_named(named.survey) if named.survey else None


def chosen_survey(context: typer.Context, name: str | None) -> "Survey":
    """The survey to make a database for: named behind the command or before it, or the first."""
    from schemas.surveys.registry import FIRST

    named: Named = context.obj
    context.obj = Named(named.database, name or named.survey)
    return survey_named(context.obj.survey or FIRST)


def sample_there(context: typer.Context) -> "tuple[Survey, Frame]":
    """The survey and units of the database there; where there is none yet, those of a new one."""
    from db.problems import NoDatabase, NoFolder
    from schemas.frame.register import register

    try:
        database = named_database(context)
    except (NoDatabase, NoFolder):
        survey = chosen_survey(context, None)
        return survey, register(survey.frame)
    return database.survey, database.frame


def named_database(context: typer.Context) -> "Database":
    """The database that lies there; closed when the command is done."""
    from interviewer.places import open_at

    database = open_at(named_place(context), named_survey(context))
    context.call_on_close(database.close)
    return database


def survey_named(name: str) -> "Survey":
    """The survey of that name; Trouble, with those that there are, where there is none."""
    from schemas.surveys.registry import NoSuchSurvey, survey_called

    try:
        return survey_called(name)
    except NoSuchSurvey as unknown:
        known = " eller ".join(unknown.names)
        raise Trouble(
            "CLI-SURVEY", f"Det er ingen undersøkelse som heter «{name}»; velg {known}."
        ) from None
