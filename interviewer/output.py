"""What the commands print and write."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from schemas.text import Language

if TYPE_CHECKING:
    from db.engine import Database

SHOW_PROGRESS_FROM: Final = 200
"""So many interviews take long enough for somebody to wonder."""


def print_codebook(format: str, language: Language) -> None:
    """The instrument as a table for people, or as JSON for programs."""
    from schemas.codebook import codebook
    from schemas.phase_two import PhaseTwo
    from schemas.printed import printed

    book = codebook(PhaseTwo)
    if format == "json":
        typer.echo(json.dumps(book.as_json(), ensure_ascii=False, indent=2))
    else:
        typer.echo(printed(book, language), nl=False)


def export_csv(
    database: "Database",
    folder: Path,
    *,
    labels: bool,
    plain: bool,
    with_contacts: bool,
    force: bool,
    language: Language,
) -> None:
    """Write the files, and say which and how many rows."""
    from db.exports.csv import write_csv

    written = write_csv(
        database,
        folder,
        labels=labels,
        plain=plain,
        with_contacts=with_contacts,
        force=force,
        language=language,
        progress=_progress,
    )
    for file in written:
        typer.echo(f"{file.path}: {file.rows} {'rad' if file.rows == 1 else 'rader'}")


def _progress(done: int, of: int) -> None:
    if of >= SHOW_PROGRESS_FROM:
        typer.echo(f"\r{done} av {of} intervjuer", nl=done == of, err=True)
