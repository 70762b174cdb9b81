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
    _bring_in(context, "claims", file, dry_run, skip_bad, column)


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
    _bring_in(context, "contacts", file, dry_run, skip_bad, column)


def _bring_in(
    context: typer.Context,
    holds: str,
    file: Path,
    dry_run: bool,
    skip_bad: bool,
    column: list[str] | None,
) -> None:
    from interviewer.commands.imports import import_file
    from interviewer.services.bring_in import FileHolds

    database, column = database_to_fill(context, trial=dry_run), column or []
    what = FileHolds[holds]
    import_file(database, what, file, dry_run=dry_run, skip_bad=skip_bad, column=column)
