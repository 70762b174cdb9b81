"""`hand-out`, `merge` and `conflicts`: two laptops without a server."""

from pathlib import Path
from typing import Annotated

import typer

from interviewer.commands.database_option import named_database
from interviewer.commands.declared.options import By, argument, flag, option
from interviewer.commands.norwegian_cli import Commands
from interviewer.commands.survey_commands import GroupCommand

laptops = Commands()


@laptops.command("hand-out", cls=GroupCommand)
def hand_out(
    context: typer.Context,
    interviewer: Annotated[str, option("--interviewer", "NAVN", "Hvem som skal ha filen.")],
    out: Annotated[Path, option("--out", "FIL", "Filen som lages.")],
    group: Annotated[
        list[str] | None,
        option(
            "--group",
            "GRUPPE",
            "Bare saker i denne delen av utvalget. Kan gjentas.",
            show_default=False,
        ),
    ] = None,
    days: Annotated[int, option("--days", "TALL", "Så lenge er sakene bare hennes.", min=1)] = 14,
) -> None:
    """Lever ut saker i en fil, til en maskin uten server.

    Filen har bare sakene hun skal ringe, med det som hører til. «merge» slår den sammen igjen.
    """
    from interviewer.commands.two_places import hand_out as given

    for line in given(named_database(context), interviewer, out, group or (), days):
        typer.echo(line)


@laptops.command()
def merge(
    context: typer.Context,
    files: Annotated[list[Path], argument("FIL", "Filer som er levert ut.")],
) -> None:
    """Slå sammen filer som er levert ut, med databasen.

    Rekkefølgen betyr ingenting, og samme fil to ganger endrer ingenting. Filene endres ikke.
    """
    from interviewer.commands.two_places import merge as merged

    for line in merged(named_database(context), files):
        typer.echo(line)


@laptops.command("conflicts")
def show_conflicts(
    context: typer.Context,
    unit: Annotated[str | None, argument("ENHET", "Enheten som er avklart.")] = None,
    settled: Annotated[bool, flag("--settled", "Det som gjelder, er sett på og er rett.")] = False,
    instead: Annotated[
        int, option("--instead", "TALL", "Dette intervjuet gjelder i stedet.", min=0)
    ] = 0,
    by: By = None,
) -> None:
    """Vis saker som to filer er uenige om, og avklar dem."""
    from interviewer.commands.decide.find import unit_named
    from interviewer.commands.two_places import conflict_lines, settle
    from interviewer.services import require_coordinator

    database = named_database(context)
    require_coordinator(database)
    if unit is not None and (settled or instead):
        typer.echo(settle(database, unit, by, instead))
        return
    about = None if unit is None else unit_named(unit, database.frame).id
    for line in conflict_lines(database, about):
        typer.echo(line)
