"""The command line: what stands before a command, and where the commands are.

They are declared in `interviewer.commands.declared`.
"""

import re
from functools import cache
from importlib import import_module
from itertools import chain
from typing import Annotated, Any, Final

import typer
from typer.main import get_group

from interviewer.before_command import Named
from interviewer.commands.database_option import SurveyName
from interviewer.commands.declared.options import flag, option
from interviewer.commands.norwegian_cli import Commands, NorwegianGroup
from interviewer.places import DATABASE_VARIABLE

SINGLE: Final = {
    "opening": ("demo", "call", "surveys", "new", "settings"),
    "database": ("backup", "restore", "check", "move", "trail"),
    "laptops": ("hand-out", "merge", "conflicts"),
    "figures": ("status", "rates", "quality", "overview", "codebook"),
    "person.keeping_persons": ("retain",),
}
"""Where commands are declared that belong to no group, in the order in which help lists them."""

GROUPS: Final = {
    "import": "imports",
    "cases": "cases",
    "contacts": "contacts",
    "review": "review",
    "export": "export",
    "report": "figures.report",
    "people": "people",
    "person": "person",
    "server": "server",
}
"""Where the groups are declared, in that order, behind the others."""


class EveryCommand(NorwegianGroup):
    """All commands.  Only the one that is typed is loaded: they would take longer than most do."""

    def list_commands(self, context: Any) -> list[str]:
        """Their names, as help lists them."""
        return [*chain.from_iterable(SINGLE.values()), *GROUPS]

    def get_command(self, context: Any, name: str) -> Any:
        """The one that is called so; None where there is none."""
        return called(name)


@cache
def called(name: str) -> Any:
    """The command or group of that name, put together once; None where there is none."""
    alone = Commands()
    if name in GROUPS:
        alone.add_typer(declared(GROUPS[name]), name=name)
    for place in (place for place, names in SINGLE.items() if name in names):
        alone.add_typer(declared(place))
    return get_group(alone).commands.get(name)


def declared(place: str) -> Commands:
    """The commands that are declared there: in a module, under its name or another one."""
    module, _, name = place.partition(".")
    found: Commands = getattr(
        import_module(f"interviewer.commands.declared.{module}"), name or module
    )
    return found


cli = Commands(
    "Ringerunde: telefonintervjuer fra tastaturet, fra ringeliste til eksport.",
    EveryCommand,
    name="ringerunde",
    epilog="Uten kommando åpnes ringelisten.",
)

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
        from db.marks import VERSION

        typer.echo(VERSION)
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
