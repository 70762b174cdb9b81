"""What a command says while files are written: how far it has come, where persons seem to be named,
and at the end what was written.
"""

import sys
from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeVar

import typer

from interviewer.commands.database_option import named_database
from interviewer.commands.looking import looked_at
from interviewer.publish.export_request import Order, Watch, Write, WriteLooking, WrittenFiles

if TYPE_CHECKING:
    from db.plain_sql import Looked
    from schemas.frame.frame import Frame
    from schemas.review.privacy import PersonFound

Source = TypeVar("Source", bound="Looked")

LENGTH: Final = 30
"""Characters of the bar that fills."""

PATIENCE: Final = 0.5
"""Seconds before somebody wonders whether anything happens."""

REDRAW: Final = 0.1
"""Seconds between two pictures of the bar."""


class ProgressBar:
    """A bar that fills, for a person who waits; a file is not interested."""

    def __init__(self, counted: str) -> None:
        self._counted = counted
        self._shown = False
        self._drawn_at = monotonic() + PATIENCE - REDRAW

    def __call__(self, done: int, of: int) -> None:
        """So many are done, of so many."""
        if sys.stderr.isatty() and (now := monotonic()) - self._drawn_at > REDRAW:
            self._drawn_at = now
            full = LENGTH * done // of
            bar = "█" * full + "░" * (LENGTH - full)
            typer.echo(f"\r{bar} {done} av {of} {self._counted}", nl=False, err=True)
            self._shown = True
        if self._shown and done == of:  # rubbed out: what follows are the files
            typer.echo("\r\x1b[K", nl=False, err=True)


def carry_out(
    context: typer.Context, write: Write, order: Order, counted: str = "intervjuer"
) -> None:
    """Write it from the database that was named before the command, and tell what was written."""
    _carry_out(named_database(context), write, order, counted)


def carry_out_looking(context: typer.Context, write: WriteLooking, order: Order) -> None:
    """The same where a file need not be opened for it."""
    _carry_out(looked_at(context), write, order, "intervjuer")


def _carry_out(
    source: "Source", write: "Callable[[Source, Order, Watch], WrittenFiles]", order: Order, of: str
) -> None:
    watch = Watch(ProgressBar(of), lambda hits: warn(hits, source.frame))
    tell(write(source, order, watch))


def warn(hits: "Sequence[PersonFound]", frame: "Frame") -> None:
    """Where free text seems to point to persons, before it is written."""
    where = "en person ett sted" if len(hits) == 1 else f"personer {len(hits)} steder"
    typer.echo(
        f"Fri tekst ser ut til å vise til {where}. Den skrives som den er. Se over før du deler "
        "filene:",
        err=True,
    )
    for hit in hits:
        typer.echo(f"  {hit.told(frame)}", err=True)


def tell(written: WrittenFiles) -> None:
    """The files with their rows, and what is new or should be looked through."""
    for line in written.lines():
        typer.echo(line)
