"""`backup`, `restore`, `move`, `check` and `trail`: keeping a database, and looking after it."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from interviewer.commands.running import tell
from interviewer.failures import Trouble
from interviewer.places import command
from interviewer.publish.export_request import Order
from schemas.language.numerals import how_many

if TYPE_CHECKING:
    from db.database import Database
    from db.trail.chain import Head


def back_up(database: "Database", target: Path) -> str:
    """A backup of the whole database; what was made."""
    from db.backup import back_up
    from db.problems import NotSaved
    from db.trail.chain import Verb
    from db.trail.trail import note

    path = target.expanduser().absolute()
    back_up(_file_of(database), path)
    with (
        suppress(NotSaved),
        database.write() as session,
    ):  # a full disk is no reason for having none
        note(session, Verb.backup, str(path))
    return f"Sikkerhetskopi: {path}"


def restore(place: str, backup: Path) -> str:
    """A backup in the place of the database; where that lies now."""
    from db.addresses import is_address
    from db.backup import restore

    if is_address(place):
        raise _server()
    path = Path(place).expanduser().absolute()
    aside = restore(path, backup.expanduser().absolute(), datetime.now(UTC))
    before = f" Det som lå der, ligger i {aside}." if aside else ""
    return f"Hentet fram {backup} til {path}.{before}"


def move(database: "Database", to: str) -> Iterator[str]:
    """A database at another place with all that is in this one; what is there, table by table."""
    from db.addresses import is_address
    from db.moving import move as moved
    from interviewer.services.unsaved import lying, place_of

    if lying(place_of(database)):
        raise Trouble(
            "MOVE-UNSAVED",
            "Her ligger det noe som ikke er lagret ennå, og som ikke blir med. Start Ringerunde, "
            "lagre det eller kast det, og flytt så.",
        )
    for one in moved(database, to, datetime.now(UTC)):
        yield f"{one.name}: {how_many(one.rows, 'rad', 'rader')}, {one.checksum[:12]}"
    place = "serveren" if is_address(to) else f"«{to}»"
    yield f"Alt er flyttet og sammenlignet. Bruk {place} fra nå av. Den gamle er ikke endret."


def print_check(database: "Database", head: str | None = None) -> None:
    """Line by line, with the end of the trail as it was written down somewhere, if it was.

    Trouble at the end where something is not well.
    """
    from db.health import check

    wrong, written = 0, None if head is None else _head(database, head)
    for one in check(database, datetime.now(UTC), written):
        typer.echo(f"{'✓' if one.is_well else '✗'} {one.what}: {one.found}")
        wrong += not one.is_well
    if wrong:
        raise Trouble("CHECK", f"Noe bør ses på ({wrong}). Ingenting er endret.")


def _head(database: "Database", words: str) -> "Head":
    from db.trail.chain import Head

    try:
        return Head.read(words)
    except ValueError:
        raise Trouble(
            "TRAIL-HEAD",
            "Slutten på loggen skrives som den sto: et tall, kolon og 64 tegn. "
            f"«{command(database, 'trail')}» viser den.",
        ) from None


def show_log(database: "Database", unit: str | None, last: int | None, to: Order | None) -> None:
    """Who did what when, on the screen, or all of it in a file."""
    from interviewer.commands.decide.find import unit_named
    from interviewer.publish.trail import SHOWN, Wanted, trail_lines, write_trail

    about = None if unit is None else unit_named(unit, database.frame).id
    if to is not None:
        tell(write_trail(database, to, Wanted(about, last)))
        return
    for line in trail_lines(database, Wanted(about, last or SHOWN)):
        typer.echo(line)


def _file_of(database: "Database") -> Path:
    if database.file is None:
        raise _server()
    return database.file


def _server() -> Trouble:
    return Trouble(
        "BACKUP-SERVER", "En PostgreSQL-database sikkerhetskopieres med pg_dump, der den ligger."
    )
