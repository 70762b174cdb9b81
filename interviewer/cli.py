"""The command line: what stands before a command, and where the commands are.

They are declared in `interviewer.commands.declared`.
"""

import re
from typing import Annotated

import typer

from interviewer.before_command import Named
from interviewer.commands.database_option import SurveyName
from interviewer.commands.declared.cases import cases
from interviewer.commands.declared.contacts import contacts
from interviewer.commands.declared.database import database
from interviewer.commands.declared.export import export
from interviewer.commands.declared.figures import figures, report
from interviewer.commands.declared.imports import imports
from interviewer.commands.declared.laptops import laptops
from interviewer.commands.declared.opening import opening
from interviewer.commands.declared.options import flag, option
from interviewer.commands.declared.people import people
from interviewer.commands.declared.person import keeping_persons, person
from interviewer.commands.declared.review import review
from interviewer.commands.declared.server import server
from interviewer.commands.norwegian_cli import Commands
from interviewer.places import DATABASE_VARIABLE

cli = Commands(
    "Ringerunde: telefonintervjuer fra tastaturet, fra ringeliste til eksport.",
    name="ringerunde",
    epilog="Uten kommando åpnes ringelisten.",
)
for unnamed in (opening, database, laptops, figures, keeping_persons):
    cli.add_typer(unnamed)
cli.add_typer(imports, name="import")
cli.add_typer(cases, name="cases")
cli.add_typer(contacts, name="contacts")
cli.add_typer(review, name="review")
cli.add_typer(export, name="export")
cli.add_typer(report, name="report")
cli.add_typer(people, name="people")
cli.add_typer(person, name="person")
cli.add_typer(server, name="server")

Place = Annotated[
    str | None,
    option(
        "--database",
        "STI-eller-ADRESSE",
        "En annen database enn den vanlige: en fil, eller postgresql://…",
        envvar=DATABASE_VARIABLE,
        show_default=False,
    ),
]


@cli.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    database: Place = None,
    survey: SurveyName = None,
    new: Annotated[
        bool, flag("--new", "Lag en ny, tom database der det har ligget en før.")
    ] = False,
    version: Annotated[bool, flag("--version", "Vis versjonen.")] = False,
) -> None:
    """The call list, where no command is named."""
    if version:
        from importlib.metadata import version as installed

        typer.echo(installed("ringerunde"))
        raise typer.Exit
    _refuse_shown_password(context, database)
    context.obj = Named(database, survey)
    context.obj.find_survey()  # a name that nothing has is told of, whatever is asked for
    if new and context.invoked_subcommand:
        from interviewer.failures import Trouble
        from interviewer.places import command_at

        typed = command_at(database, "--new")
        raise Trouble("CLI-NEW", f"--new er for ringelisten. Start den med «{typed}».")
    if context.invoked_subcommand is None:
        from interviewer.terminal.run import show_call_list

        raise typer.Exit(show_call_list(context.obj, new=new))


def _refuse_shown_password(context: typer.Context, database: str | None) -> None:
    """What stands on the command line, others on the machine can read while it runs."""
    source = context.get_parameter_source("database")
    typed = source is not None and source.name == "COMMANDLINE"
    if typed and re.search(r"//[^/@]*:.*@|[?&]password=", database or ""):
        from interviewer.failures import Trouble

        raise Trouble(
            "CLI-PASSWORD",
            "Et passord på kommandolinjen kan leses av andre på maskinen: ta det bort, og legg det "
            "i ~/.pgpass, i PGPASSWORD eller i nøkkelringen.",
        )
