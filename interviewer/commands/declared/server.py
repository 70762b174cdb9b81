"""`ringerunde server`: what an administrator needs to let a team work on one PostgreSQL."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from interviewer.commands.database_option import database_to_fill, named_database
from interviewer.commands.declared.options import argument, flag, option
from interviewer.commands.norwegian_cli import Commands
from interviewer.failures import Trouble

if TYPE_CHECKING:
    from schemas.surveys.survey import Survey

server = Commands(help="En felles PostgreSQL: roller, rettigheter og hvem som er hvem.")

Role = Literal["interviewer", "coordinator", "reader"]

LOGIN: Final = re.compile(r"[a-z_][a-z0-9_]{0,62}")
"""What a login may be called, so that nobody has to write it in quotes."""


@server.command()
def prepare(
    context: typer.Context,
    run: Annotated[bool, flag("--run", "Kjør det nå, som den databasen tilhører.")] = False,
) -> None:
    """Vis SQL-en som gir rollene rettigheter, eller kjør den.

    Kjør den igjen når noe er endret: den tar bort det som ikke lenger skal gis.
    """
    database = database_to_fill(context, trial=False) if run else named_database(context)
    if database.file is not None:
        raise Trouble(
            "SERVER-FILE", "Databasen er en fil. Oppgi serveren med --database postgresql://…"
        )
    if not run:
        for line in _script(database.survey):
            typer.echo(line)
        return
    from db.server.rights import prepare as prepared
    from interviewer.places import command

    with database.fill() as connection:
        prepared(connection, database.survey)
    typer.echo("Rollene har fått rettighetene sine. Gi noen en rolle:")
    typer.echo(f"  {command(database, 'server', 'person', 'NAVN', '--login', 'BRUKER')}")


def _script(survey: "Survey") -> Iterator[str]:
    from db.server.rights import statements

    yield "BEGIN;"
    for statement in statements(survey):
        yield f"{statement};"
    yield "COMMIT;"


@server.command()
def person(
    name: Annotated[str, argument("NAVN", "Hva hun heter.")],
    login: Annotated[str, option("--login", "BRUKER", "Hva hun logger inn som.")],
    role: Annotated[Role, flag("--role", "Hva hun skal gjøre.")] = "interviewer",
) -> None:
    """Vis SQL-en som gjør en innlogging til en person.

    Passordet setter hun selv, med «\\password» i psql; det står ingen steder her.
    """
    from schemas.language.clean import clean

    if not LOGIN.fullmatch(login):
        raise Trouble("SERVER-LOGIN", "En innlogging har bare små bokstaver a–z, tall og «_».")
    called = " ".join(clean(name, one_line=True).split()).replace("'", "''")
    typer.echo(f"CREATE ROLE {login} LOGIN IN ROLE ringerunde_{role};")
    typer.echo(f"COMMENT ON ROLE {login} IS '{called}';")
