"""What a command shows of a file that it need not open: most of its time would go into that."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from interviewer.commands.database_option import named_database, named_place, named_survey
from interviewer.places import data_folder

if TYPE_CHECKING:
    from datetime import date

    from db.database import Database
    from db.plain_sql import Looked
    from schemas.surveys.survey import Survey


def looked_at(context: typer.Context) -> "Looked":
    """What was named before the command, looked into; or the database, where it takes more."""
    place, survey = named_place(context), named_survey(context)
    return look_at(place, survey, partial(named_database, context), context.with_resource)


def look_at(
    place: str,
    survey: "Survey | None",
    opens: "Callable[[], Database]",
    keeps: Callable[[AbstractContextManager[Any]], Any],
) -> "Looked":
    """A file as it is, where there is nothing to do before it is read; else the database, opened.

    `keeps` goes into what has to be left again when all is shown.
    """
    from db.looked_into import LookedInto, looking_into
    from db.plain_sql import told_where_spoilt
    from schemas.language.dates import local

    today = local(datetime.now(UTC)).date()
    file = Path(os.path.realpath(Path(place).expanduser()))
    if "://" in place or not _is_as_it_should_be(file, today):
        return opens()
    try:
        source = LookedInto(file, keeps(looking_into(file, survey)), today, opens)
    except (sqlite3.Error, LookupError):
        return opens()
    keeps(told_where_spoilt(source.look))
    return source


def _is_as_it_should_be(file: Path, today: "date") -> bool:
    """Whether opening would find nothing to do or to tell: no other than its owner reads it, it
    lies where a database should, and has been backed up today.
    """
    from db.backup_places import is_backed_up
    from db.drives import unsafe
    from db.permissions import is_open_to_others, look_at_folder

    if not (os.access(file, os.W_OK) and file.is_file()) or unsafe(file):
        return False
    if is_open_to_others(file) or look_at_folder(file.parent):
        return False
    is_ours = file.parent == Path(os.path.realpath(data_folder()))
    return is_backed_up(file, today) and not (is_ours and is_open_to_others(file.parent))
