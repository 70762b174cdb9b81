"""Where things lie on this machine: the database, the log, and who sits at the keyboard."""

import getpass
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from interviewer.failures import Trouble
from interviewer.quoting import quoted

if TYPE_CHECKING:
    from db.database import Database
    from db.plain_sql import Looked
    from schemas.frame.frame import Frame
    from schemas.surveys.survey import Survey

NAME: Final = "ringerunde"

DATABASE_VARIABLE: Final = "RINGERUNDE_DATABASE"
"""A variable of the environment: the database, for whoever does not want to name it each time."""

ANY_DRIVE: Final = "RINGERUNDE_ANY_DRIVE"
"""A variable of the environment: set, it insists on a database where none should lie."""


class NothingThere(Trouble):
    """There is no database at the place that was named."""


def data_folder() -> Path:
    """The platform's folder for a program's data; whoever puts something there makes it first."""
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)


def shown_path(path: Path) -> str:
    """A place as one reads it: what lies at home begins with ~."""
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)


def made_folder() -> Path:
    """The same, made, and readable by its owner alone. Raises Trouble."""
    folder = data_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        raise Trouble(
            "S-FOLDER",
            f"Får ikke laget mappen {folder}. Gi skrivetilgang, eller velg et annet sted for "
            "databasen med --database.",
        ) from None
    return folder


def default_database(survey: str | None = None) -> Path:
    """The database that is used when no other is named: the survey's, if one is.

    Else the first survey's, or where that is not there the one that is.  Raises Trouble where
    several are: nobody can know which is meant.
    """
    from schemas.surveys.registry import FIRST, names

    if survey is not None:
        return _database_of(survey)
    first = _database_of(FIRST)
    if first.exists() or str(first) in _known():  # one that is gone is told of, not passed over
        return first
    others = {name: place for name in names() if (place := _database_of(name)).exists()}
    if len(others) > 1:
        raise Trouble(
            "CLI-WHICH",
            f"Her er databaser for {' og '.join(others)}. Velg med --survey eller --database.",
        )
    return next(iter(others.values()), first)


def _database_of(survey: str) -> Path:
    from schemas.surveys.registry import FIRST

    name = NAME if survey == FIRST else f"{NAME}-{survey}"
    return data_folder() / f"{name}.sqlite"


def command(database: "Looked", *words: str) -> str:
    """A command to be typed, in the shell's quotes, on a database that is there."""
    return typed(*naming(database), *words)


def command_at(place: str | None, *words: str) -> str:
    """A command to be typed, at a place that need not be there."""
    return typed(*_naming_place(place), *words)


def typed(*words: str) -> str:
    """The program and the words behind it, in the shell's quotes."""
    return " ".join(quoted(word) for word in (NAME, *words))


def naming(database: "Looked") -> tuple[str, ...]:
    """What names this database in front of a command; nothing where it is the usual one."""
    if database.file is not None:
        return naming_file(str(database.file))
    return _naming_server(database.address)


def naming_file(file: str) -> tuple[str, ...]:
    """What names a file in front of a command; nothing where it is the usual one."""
    return () if _is_usual(file) else ("--database", file)


def _naming_place(place: str | None) -> tuple[str, ...]:
    from db.addresses import address_shown, is_address

    if place is None:
        return ()
    return _naming_server(address_shown(place)) if is_address(place) else naming_file(place)


def _naming_server(address: str) -> tuple[str, ...]:
    """A server by its address, but for the password in it, which is for nobody's eyes.

    Where the environment names it, there may be one in it that is needed, and it is there.
    """
    from db.addresses import address_shown, is_address

    usual = os.environ.get(DATABASE_VARIABLE, "")
    if is_address(usual) and address_shown(usual) == address:
        return ()
    return ("--database", address)


def _is_usual(file: str) -> bool:
    """Whether that is what a command works on where none is named."""
    with suppress(Trouble):
        usual = os.environ.get(DATABASE_VARIABLE) or default_database()
        return os.path.realpath(usual) == os.path.realpath(file)
    return False


def settings_file() -> Path:
    """Where the project's own numbers stand; there need not be any."""
    return data_folder() / "settings.toml"


def seat() -> str:
    """This login on this machine: whoever calls from here is asked for a name only once."""
    try:
        login = getpass.getuser()
    except (KeyError, OSError, ImportError):  # a login without a name, as in containers
        login = str(os.getuid()) if hasattr(os, "getuid") else "ukjent"
    return f"{login}@{platform.node()}"


def begin_at(place: str, survey: "Survey | None" = None, *, new: bool = False) -> "Database":
    """The database at a path or address; the first time a path is named, it is made there.

    It is made for the survey, or for the first one.

    One that has been here before and is gone is not replaced by an empty one: somebody has moved
    it, and its interviews with it.
    """
    from db.addresses import is_address
    from db.open_database import open_database

    if is_address(place):
        return _begun(open_database(place, create=True, survey=survey))
    known, path = _known(), str(_absolute(place))
    with _told_what_helps(Path(path), survey):
        database = open_database(path, create=new or path not in known, survey=survey)
    if path not in known:
        _remember({*known, path})
    return _begun(database)


def known_file(place: str) -> Path | None:
    """The file at a path, if it has been here before, and is; None for an address."""
    if "://" in place:
        return None
    path = Path(os.path.realpath(Path(place).expanduser()))
    return path if str(path) in _known() and path.is_file() else None


def open_at(place: str, survey: "Survey | None" = None) -> "Database":
    """The database at a path or address, which must be there: for the survey, if one is named."""
    from db.addresses import is_address
    from db.open_database import open_database
    from db.problems import NoDatabase

    if is_address(place):
        try:
            return _begun(open_database(place, create=False, survey=survey))
        except NoDatabase as gone:
            raise NothingThere(gone.code, str(gone)) from None
    path = _absolute(place)
    with _told_what_helps(path, survey):
        database = open_database(path, create=False, survey=survey)
    return _begun(database)


def make_at(place: str, survey: "Survey", sample: "Frame") -> "Database":
    """A new database with the units of a sample; `AlreadyThere` where there is one."""
    from db.addresses import is_address
    from db.open_database import open_database

    if is_address(place):
        return open_database(place, create=True, survey=survey, sample=sample)
    path = str(_absolute(place))
    database = open_database(path, create=True, survey=survey, sample=sample)
    _remember({*_known(), path})
    return database


@contextmanager
def _told_what_helps(path: Path, survey: "Survey | None") -> Iterator[None]:
    """Where there is nothing, how one is made; and which backup there is of what was there."""
    from db.problems import Damaged, NoDatabase, NotOurs

    named = () if survey is None else ("--survey", survey.name)
    try:
        yield
    except NoDatabase as gone:
        raise NothingThere(
            gone.code,
            f"Det finnes ingen database i {path}. Kontroller stedet, eller lag en ny med "
            f"«{command_at(str(path), *named, '--new')}».{_way_back(path)}",
        ) from None
    except (Damaged, NotOurs):  # where backups of it lie, it was ours: its beginning is damaged
        if not (back := _way_back(path)):
            raise
        raise Trouble(Damaged.code, f"{Damaged(str(path))}{back}") from None


def _way_back(path: Path) -> str:
    """Which backup is the last good one, and how to put it back; nothing where there is none."""
    from db.backup import last_good
    from schemas.language.dates import date_and_clock

    if (good := last_good(path)) is None:
        return ""
    file, at = good
    put_back = command_at(str(path), "restore", str(file))
    return (
        f" Den siste gode sikkerhetskopien er {file}, fra {date_and_clock(at)}. Det som er gjort "
        f"etter det, er ikke med. Hent den fram med «{put_back}»."
    )


def _begun(database: "Database") -> "Database":
    """With what every start looks after; where that fails, nobody holds on to it."""
    try:
        if database.file is not None:
            _close_our_folder(database, database.file.parent)
            _back_up(database, database.file)
        _tell_of_overdue(database)
    except BaseException:
        database.close()
        raise
    return database


def _back_up(database: "Database", file: Path) -> None:
    """The day's backup, which the first start of a day makes."""
    from db.backup import back_up_daily
    from db.problems import NotBackedUp
    from schemas.language.dates import local

    try:
        back_up_daily(file, local(datetime.now(UTC)).date())
    except NotBackedUp as problem:
        database.warnings += (f"{problem} ({problem.code})",)


def _tell_of_overdue(database: "Database") -> None:
    """A word where persons are kept longer than somebody has said."""
    from db.persons.overdue import overdue
    from schemas.language.dates import local, long_date

    with database.read() as session:
        until = overdue(session, local(datetime.now(UTC)).date())
    if until is not None:
        database.warnings += (
            f"Personer skulle oppbevares til og med {long_date(until)}, og skal slettes nå: "
            f"«{command(database, 'retain', '--erase')}». (DB-OVERDUE)",
        )


def _close_our_folder(database: "Database", folder: Path) -> None:
    """Nobody else looks into the folder that it lies in, where that is ours."""
    from db.permissions import close_folder

    if folder == Path(os.path.realpath(data_folder())):
        database.warnings += close_folder(folder)


def _require_own_disk(path: Path) -> None:
    """A drive or folder that others write to is refused, unless somebody insists on it."""
    from db.drives import unsafe

    why = unsafe(path)
    if why and not os.environ.get(ANY_DRIVE):
        raise Trouble(
            "DB-DRIVE",
            f"{path} er ikke noe trygt sted for en database. {why} Flytt den til en vanlig disk på "
            f"maskinen, bruk PostgreSQL, eller sett {ANY_DRIVE}=1 hvis den må ligge der.",
        )


def _absolute(place: str) -> Path:
    """The path as it is meant, wherever links lead; its folder is there where it is our own.

    Trouble where a database should not lie there.
    """
    path = Path(os.path.realpath(Path(place).expanduser()))
    _require_own_disk(path)
    if path.parent == Path(os.path.realpath(data_folder())):
        made_folder()
    return path


def _known() -> set[str]:
    try:
        return set(_list_of_known().read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError):  # a list that helps; nothing depends on it
        return set()


def _remember(paths: set[str]) -> None:
    with suppress(OSError, UnicodeEncodeError, Trouble):
        made_folder()
        _list_of_known().write_text("\n".join(sorted(paths)) + "\n", encoding="utf-8")


def _list_of_known() -> Path:
    return data_folder() / "databases.txt"
