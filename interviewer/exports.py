"""What the export commands do: write, tell how far it has come, warn of persons, list the files."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

import typer

from schemas.text import Language

if TYPE_CHECKING:
    from db.engine import Database
    from db.exports.running import Exported, Options
    from schemas.privacy import Hit

BAR: Final = 30
"""Characters of the bar that fills."""

PATIENCE: Final = 0.5
"""Seconds before somebody wonders whether anything happens."""

REDRAW: Final = 0.1
"""Seconds between two pictures of the bar."""


@dataclass(slots=True)
class Asked:
    """What was asked for on the command line, whatever the format."""

    database: "Database"
    out: Path
    contacts: bool = False
    force: bool = False
    language: Language = "nb"
    shown: bool = False
    drawn_at: float = field(default_factory=lambda: monotonic() + PATIENCE - REDRAW)

    @property
    def options(self) -> "Options":
        """The same, as an export takes it."""
        from db.exports.running import Options

        return Options(self.contacts, self.force, warn, self._progress)

    def _progress(self, done: int, of: int) -> None:
        """A bar that fills, for a person who waits; a file is not interested."""
        if sys.stderr.isatty() and (now := monotonic()) - self.drawn_at > REDRAW:
            self.drawn_at = now
            full = BAR * done // of
            bar = "█" * full + "░" * (BAR - full)
            typer.echo(f"\r{bar} {done} av {of} intervjuer", nl=False, err=True)
            self.shown = True
        if self.shown and done == of:  # rubbed out: what follows are the files
            typer.echo("\r\x1b[K", nl=False, err=True)


def warn(hits: "Sequence[Hit]") -> None:
    """Where free text seems to point to persons, before it is written."""
    typer.echo(
        f"Fri tekst ser ut til å vise til personer {len(hits)} steder. Den skrives som den er; "
        "se over før du deler filene:",
        err=True,
    )
    for hit in hits:
        typer.echo(f"  {hit}", err=True)


def listed(written: "Sequence[Exported]") -> None:
    """The files, and how many rows they have."""
    for one in written:
        name = f"{one.path} ({one.sheet})" if one.sheet else str(one.path)
        rows = f": {one.rows} {'rad' if one.rows == 1 else 'rader'}" if one.is_table else ""
        typer.echo(f"{name}{rows}")


# ── One function for each command ────────────────────────────────────────────────────────────────


def export_csv(asked: Asked, *, labels: bool, plain: bool) -> None:
    """A folder of CSV files."""
    from db.exports.csv import write_csv

    options = asked.options
    listed(
        write_csv(
            asked.database,
            asked.out,
            labels=labels,
            plain=plain,
            with_contacts=asked.contacts,
            force=asked.force,
            language=asked.language,
            progress=options.progress,
            warn=options.warn,
        )
    )


def export_xlsx(asked: Asked, *, labels: bool) -> None:
    """A workbook."""
    from db.exports.xlsx import write_xlsx

    _write(write_xlsx, asked, labels=labels, language=asked.language)


def export_sav(asked: Asked, *, table: str) -> None:
    """A file for SPSS."""
    from db.exports.spss import write_sav

    _write(write_sav, asked, table=table, language=asked.language)


def export_dta(asked: Asked, *, table: str) -> None:
    """A file for Stata."""
    from db.exports.stata import write_dta

    _write(write_dta, asked, table=table, language=asked.language)


def export_parquet(asked: Asked, *, labels: bool) -> None:
    """A folder of Parquet files."""
    from db.exports.parquet import write_parquet

    _write(write_parquet, asked, labels=labels, language=asked.language)


def export_json(asked: Asked) -> None:
    """A folder with documents and their schema."""
    from db.exports.json import write_json

    _write(write_json, asked)


def export_archive(asked: Asked) -> None:
    """A folder for an archive."""
    from db.exports.archive import write_archive

    _write(write_archive, asked, at=datetime.now(UTC), language=asked.language)


def _write(write: Callable[..., "list[Exported]"], asked: Asked, **how: Any) -> None:
    listed(write(asked.database, asked.out, options=asked.options, **how))
