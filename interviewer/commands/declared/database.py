"""`backup`, `restore`, `check`, `move` and `trail`: to keep a database, and to look after it."""

from pathlib import Path
from typing import Annotated

import typer

from interviewer.commands.database_option import named_database, named_place
from interviewer.commands.declared.options import Force, Table, argument, option, order_for
from interviewer.commands.norwegian_cli import Commands

database = Commands()


@database.command()
def backup(
    context: typer.Context,
    file: Annotated[Path, argument("FIL", "Filen som lages.")],
) -> None:
    """Lag en sikkerhetskopi av hele databasen.

    Det går også mens noen bruker den.
    """
    from interviewer.commands.keeping import back_up

    typer.echo(back_up(named_database(context), file))


@database.command()
def restore(
    context: typer.Context,
    file: Annotated[Path, argument("FIL", "Sikkerhetskopien.")],
) -> None:
    """Hent fram en sikkerhetskopi.

    Databasen som ligger der, får et annet navn; ingenting slettes.
    """
    from interviewer.commands.keeping import restore as put_back

    typer.echo(put_back(named_place(context), file))


@database.command()
def check(
    context: typer.Context,
    head: Annotated[
        str | None,
        option("--head", "SLUTT", "Slutten på loggen, slik den sto i en eksport eller rapport."),
    ] = None,
) -> None:
    """Se etter at databasen er hel og ligger trygt.

    Ingenting endres.
    """
    from interviewer.commands.keeping import print_check

    print_check(named_database(context), head)


@database.command()
def move(
    context: typer.Context,
    to: Annotated[str, option("--to", "STI-eller-ADRESSE", "Hvor den nye skal ligge.")],
) -> None:
    """Flytt hele databasen fra fil til PostgreSQL, eller tilbake.

    Alt sammenlignes rad for rad. Den gamle blir liggende som den er.
    """
    from interviewer.commands.keeping import move as moved

    for line in moved(named_database(context), to):
        typer.echo(line)


@database.command("trail")
def show_trail(
    context: typer.Context,
    unit: Annotated[str | None, argument("ENHET", "Bare det som gjelder én enhet.")] = None,
    last: Annotated[
        int | None, option("--last", "TALL", "Så mange linjer, ellers de siste 50.", min=1)
    ] = None,
    out: Table = None,
    force: Force = False,
) -> None:
    """Vis loggen: hvem som gjorde hva, og når.

    Den kan bare vokse. «ringerunde check» ser etter at ingen linje er endret eller borte.
    """
    from interviewer.commands.keeping import show_log

    show_log(named_database(context), unit, last, order_for(out, force))
