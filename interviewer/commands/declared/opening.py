"""`demo`, `call`, `surveys`, `new` and `settings`: what there is to begin with."""

from pathlib import Path
from typing import Annotated

import typer

from interviewer.commands.database_option import SurveyName, chosen_survey, named_place
from interviewer.commands.declared.options import Column, argument, flag, option
from interviewer.commands.norwegian_cli import Commands

opening = Commands()


@opening.command()
def demo(
    context: typer.Context,
    database: Annotated[
        str | None, option("--database", "STI", "Hvor øvelsesdatabasen skal ligge.")
    ] = None,
    no_ui: Annotated[bool, flag("--no-ui", "Bare lag dataene, uten å åpne ringelisten.")] = False,
    plain: Annotated[bool, flag("--plain", "Øvelsene linje for linje, for skjermlesere.")] = False,
    survey: SurveyName = None,
    interviews: Annotated[
        int | None,
        option(
            "--interviews",
            "TALL",
            "Så mange ferdige intervjuer, ellers 12 der det er så mange enheter.",
            min=0,
        ),
    ] = None,
    seed: Annotated[int, option("--seed", "TALL", "Samme tall gir de samme dataene.")] = 2015,
) -> None:
    """Øv på oppdiktede kontakter, samtaler og intervjuer."""
    from interviewer.commands.practice import practise, practise_plainly

    about = chosen_survey(context, survey)
    if plain:
        raise typer.Exit(practise_plainly(database, about, interviews=interviews, seed=seed))
    raise typer.Exit(practise(database, about, ui=not no_ui, interviews=interviews, seed=seed))


@opening.command()
def call(
    context: typer.Context,
    case: Annotated[str, argument("SAK", "Navnet eller nummeret.")],
    plain: Annotated[bool, flag("--plain", "Linje for linje, uten skjerm og farger.")] = False,
    rings: Annotated[bool, flag("--rings", "De ringer oss, og er på linjen.")] = False,
) -> None:
    """Ring en sak linje for linje, for skjermlesere."""
    from interviewer.commands.call import call_plainly

    raise typer.Exit(call_plainly(context.obj, case, plain=plain, rings=rings))


@opening.command()
def surveys() -> None:
    """Vis undersøkelsene som finnes, og hva de heter."""
    from interviewer.commands.surveys import listed_surveys

    for line in listed_surveys():
        typer.echo(line)


@opening.command("new")
def new_database(
    context: typer.Context,
    units: Annotated[Path, option("--units", "FIL", "Enhetene, som CSV eller Excel (.xlsx).")],
    survey: SurveyName = None,
    column: Column = None,
) -> None:
    """Lag en ny database med et annet utvalg enn det som følger med.

    Kolonnene er de samme som i registeret til undersøkelsen.
    """
    from interviewer.commands.surveys import make_database

    about = chosen_survey(context, survey)
    typer.echo(make_database(named_place(context), about, units, column or ()))


@opening.command()
def settings() -> None:
    """Vis innstillingene, slik de skrives i filen settings.toml."""
    from interviewer.commands.data_out import print_data
    from interviewer.own_settings import read_settings
    from interviewer.places import settings_file

    print_data(f"# {settings_file()}\n{read_settings().to_toml()}\n")
