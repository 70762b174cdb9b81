"""The arguments and options that several commands have, each said once."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from interviewer.publish.export_request import Order

if TYPE_CHECKING:
    from interviewer.commands.decide.signing import Coordinator


def option(name: str, metavar: str, help: str, **more: Any) -> Any:
    """An option with something behind it: what that is called, and what it is for."""
    return typer.Option(name, metavar=metavar, help=help, **more)


def argument(metavar: str, help: str) -> Any:
    """What is written behind a command without an option's name."""
    return typer.Argument(metavar=metavar, help=help)


def flag(name: str, help: str) -> Any:
    """An option that is there or not."""
    return typer.Option(name, help=help)


# ── What it is about ─────────────────────────────────────────────────────────────────────────────

Unit = Annotated[str, argument("ENHET", "Nummer eller navn: 0101, halden, «Bø (Telemark)».")]

# ── Who decides, and how it is signed ────────────────────────────────────────────────────────────

By = Annotated[str | None, option("--by", "NAVN", "Hvem som avgjør, ellers den som sitter her.")]
Reason = Annotated[str | None, option("--reason", "TEKST", "Hvorfor, kort.")]
Revision = Annotated[
    int | None, option("--revision", "TALL", "Bare hvis dette er den siste revisjonen.")
]
Yes = Annotated[bool, flag("--yes", "Ikke spør om å bekrefte.")]
Copies = Annotated[
    Literal["keep", "delete", "rewrite"] | None,
    option(
        "--copies",
        "VALG",
        "Kopiene programmet har laget: la dem ligge (keep), slett dem (delete), eller skriv dem om "
        "(rewrite).",
    ),
]


def coordinator(context: typer.Context, by: str | None) -> "Coordinator":
    """Who decides, in the database that was named before the command."""
    from datetime import UTC, datetime

    from interviewer.commands.database_option import named_database
    from interviewer.commands.decide.signing import coordinator as signing

    return signing(named_database(context), by, datetime.now(UTC))


# ── Files that are written and read ──────────────────────────────────────────────────────────────

Force = Annotated[bool, flag("--force", "Skriv over filer som finnes.")]
Folder = Annotated[Path, option("--out", "MAPPE", "Mappen filene skrives i.")]
Written = Annotated[Path, option("--out", "FIL", "Filen som skrives.")]
Table = Annotated[Path | None, option("--out", "FIL", "Skriv alt til en CSV-fil.")]
Column = Annotated[
    list[str] | None,
    option(
        "--column",
        "VÅR=DERES",
        "Hva en av våre kolonner heter i filen. Kan gjentas.",
        show_default=False,
    ),
]


def order_for(out: Path | None, force: bool) -> Order | None:
    """What is to be written, where a file is named."""
    return None if out is None else Order(out, force)
