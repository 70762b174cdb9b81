"""The commands `ringerunde cases …`: who rings what, and notes about a case."""

from typing import Annotated

import typer

from interviewer.commands.database_option import named_database
from interviewer.commands.declared.options import By, Unit, argument, coordinator, flag, option
from interviewer.commands.norwegian_cli import Commands
from interviewer.commands.survey_commands import GroupCommand

cases = Commands(
    help="Hvem som ringer hvilke saker, og notater om dem.",
    epilog="Uten kommando vises hva alle har.",
)

Units = Annotated[list[str] | None, argument("ENHET", "Nummer eller navn, én eller flere.")]
Groups = Annotated[
    list[str] | None,
    option("--group", "NAVN", "Alle åpne saker her, som ingen annen har."),
]


@cases.callback(invoke_without_command=True)
def shown(context: typer.Context) -> None:
    """Vis hva alle har: åpne saker, påbegynte, avtaler og ferdige."""
    if context.invoked_subcommand is None:
        load(context)


@cases.command()
def load(context: typer.Context) -> None:
    """Vis hva alle har: åpne saker, påbegynte, avtaler og ferdige."""
    from interviewer.commands.decide.distributing import print_load

    print_load(named_database(context))


@cases.command(cls=GroupCommand)
def give(
    context: typer.Context,
    to: Annotated[
        list[str] | None,
        option("--to", "HVEM", "Hvem som får dem, en eller flere."),
    ] = None,
    units: Units = None,
    group: Groups = None,
    rest: Annotated[bool, flag("--rest", "Alle åpne saker som ingen har.")] = False,
    by: By = None,
) -> None:
    """Gi saker til en som ringer, eller del dem likt mellom flere.

    De andre ser dem ikke blant sakene de kan ringe. En fast avtale som ingen holder i tide, kan
    likevel alle ringe, og den som ringer oss, får svar.
    """
    from interviewer.commands.decide.distributing import given

    given(coordinator(context, by), to or (), units or (), group or (), rest=rest)


@cases.command(cls=GroupCommand)
def take(
    context: typer.Context,
    units: Units = None,
    group: Annotated[list[str] | None, option("--group", "NAVN", "Alle åpne saker her.")] = None,
    of: Annotated[
        list[str] | None,
        option("--from", "HVEM", "Alle åpne saker som hun har."),
    ] = None,
    by: By = None,
) -> None:
    """Ta saker tilbake, så alle kan ringe dem."""
    from interviewer.commands.decide.distributing import taken_back

    taken_back(coordinator(context, by), units or (), group or (), of or ())


@cases.command()
def note(
    context: typer.Context,
    unit: Unit,
    words: Annotated[str, argument("TEKST", "Det de andre skal vite.")],
    by: By = None,
) -> None:
    """Skriv et notat om en sak, som alle ser."""
    from interviewer.commands.decide.distributing import noted

    noted(coordinator(context, by), unit, words)


@cases.command()
def notes(context: typer.Context, unit: Unit) -> None:
    """Vis notatene om en sak, og hvem som har hatt den."""
    from interviewer.commands.decide.distributing import print_notes

    print_notes(named_database(context), unit)
