"""The codebook as the command gives it: on the screen, or in a file."""

import json
from pathlib import Path

import typer

from interviewer.failures import Trouble
from schemas.text import Language


def print_codebook(
    format: str,
    language: Language,
    *,
    out: Path | None = None,
    force: bool = False,
    database: str | None = None,
) -> None:
    """The instrument for people, for programs, for archives, or as a form; in `out` if named."""
    if format == "xlsform":
        _write_form(out, force, _database(database))
    elif out is None:
        typer.echo(_words(format, language), nl=False)
    else:
        _write(out.expanduser().absolute(), _words(format, language), force, _database(database))


def _words(format: str, language: Language) -> str:
    from schemas.codebook import codebook
    from schemas.ddi import ddi
    from schemas.phase_two import PhaseTwo
    from schemas.printed import printed

    if format == "ddi":
        return ddi(PhaseTwo, language)
    if format == "json":
        return json.dumps(codebook(PhaseTwo).as_json(), ensure_ascii=False, indent=2) + "\n"
    return printed(codebook(PhaseTwo), language)


def _write(out: Path, words: str, force: bool, database: Path) -> None:
    from db.exports.files import new_files

    with new_files([out], encoding="utf-8", force=force, database=database) as (file,):
        file.write(words)
    typer.echo(str(out))


def _write_form(out: Path | None, force: bool, database: Path) -> None:
    from db.exports.xlsform import write_xlsform

    if out is None:
        raise Trouble("CODEBOOK-OUT", "Et skjema er en Excel-fil: si hvilken med --out FIL.")
    typer.echo(str(write_xlsform(out, database=database, force=force)))


def _database(named: str | None) -> Path:
    """The file that must not be written over."""
    from interviewer.places import default_database

    return Path(named or default_database())
