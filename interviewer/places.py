"""Where things lie on this machine: the database, the log, and who sits at the keyboard."""

import getpass
import os
import platform
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from interviewer.failures import Trouble

if TYPE_CHECKING:
    from db.engine import Database

NAME: Final = "ringerunde"


def data_folder() -> Path:
    """The platform's folder for a program's data; made readable by its owner alone."""
    from platformdirs import user_data_path

    folder = user_data_path(NAME, appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        raise Trouble(
            "S-FOLDER",
            f"Får ikke laget mappen {folder}; gi skrivetilgang, eller velg et annet sted for "
            "databasen med --database.",
        ) from None
    return folder


def default_database() -> Path:
    """The database that is used when no other is named."""
    return data_folder() / f"{NAME}.sqlite"


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


def begin_at(place: str, *, new: bool = False) -> "Database":
    """The database at a path or address; the first time a path is named, it is made there.

    One that has been here before and is gone is not replaced by an empty one: somebody has moved
    it, and its interviews with it.
    """
    from db.engine import open_database

    if "://" in place:
        return open_database(place, create=True)
    known, path = _known(), str(_absolute(place))
    database = open_database(path, create=new or path not in known)
    if path not in known:
        _remember({*known, path})
    return database


def open_at(place: str) -> "Database":
    """The database at a path or address, which must be there."""
    from db.engine import open_database

    return open_database(place if "://" in place else _absolute(place), create=False)


def _absolute(place: str) -> Path:
    return Path(place).expanduser().resolve()


def _known() -> set[str]:
    try:
        return set(_list_of_known().read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError, Trouble):  # a list that helps; nothing depends on it
        return set()


def _remember(paths: set[str]) -> None:
    with suppress(OSError, UnicodeEncodeError, Trouble):
        _list_of_known().write_text("\n".join(sorted(paths)) + "\n", encoding="utf-8")


def _list_of_known() -> Path:
    return data_folder() / "databases.txt"
