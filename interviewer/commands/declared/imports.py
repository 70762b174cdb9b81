"""The commands `ringerunde import …`."""

from pathlib import Path
from typing import Annotated

import typer

from interviewer.commands.database_option import database_to_fill
from interviewer.commands.declared.options import Column, argument, flag
from interviewer.commands.norwegian_cli import Commands
from interviewer.commands.survey_commands import EARLIER, SurveyGroup

imports = Commands("Les inn fra filer.", SurveyGroup, no_args_is_help=True)

File = Annotated[Path, argument("FIL", "CSV eller Excel (.xlsx).")]
DryRun = Annotated[bool, flag("--dry-run", "Vis hva som ville bli endret, uten å skrive noe.")]
SkipBad = Annotated[bool, flag("--skip-bad", "Les resten når noen rader har feil.")]


@imports.command("claims", cls=EARLIER)
def import_claims(
    context: typer.Context,
    file: File,
    dry_run: DryRun = False,
    skip_bad: SkipBad = False,
    column: Column = None,
) -> None:
    """Les svarene fra en tidligere fase, med kontaktene."""
    from interviewer.commands.imports import import_claim_forms as read

    database = database_to_fill(context, trial=dry_run)
    read(database, file, dry_run=dry_run, skip_bad=skip_bad, column=column or ())


@imports.command("contacts")
def import_contacts(
    context: typer.Context,
    file: File,
    dry_run: DryRun = False,
    skip_bad: SkipBad = False,
    column: Column = None,
) -> None:
    """Les kontaktpunkter: hvor det kan ringes, og til hvem.

    Kolonnene er enhet, avdeling, person, stilling, telefon, epost og kilde.
    """
    from interviewer.commands.imports import import_contacts as read

    database = database_to_fill(context, trial=dry_run)
    read(database, file, dry_run=dry_run, skip_bad=skip_bad, column=column or ())
