"""The overview between two runs: what was on the list the last time.

It lies as JSON beside it: whoever moves the folder moves its memory, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TextIO

from db.exports.files import new_files
from db.exports.problems import ExportProblem
from db.stamp import DataStamp
from schemas.language.dates import local
from schemas.review.classes import Class
from schemas.review.overview_changes import (
    Change,
    News,
    Seal,
    changes,
    from_data,
    to_data,
    unsealed,
)
from schemas.review.overview_lines import OverviewEntry

if TYPE_CHECKING:
    from db.database import Database

NAME: Final = "oversikt"
FILES: Final = tuple(f"{NAME}.{ending}" for ending in ("html", "csv", "xlsx", "json"))
"""What a folder with an overview holds; the last one is the memory."""

MARK: Final = "ringerunde overview 1"
"""What our own memory begins with: another program may have an oversikt.json, too."""


class NotAnOverview(ExportProblem):
    """There is a memory that cannot be read, so nobody can tell what is new."""

    code = "OVERVIEW-MEMORY"
    sentence = (
        "{where} er ikke en oversikt som Ringerunde har laget, eller den er skadet, så ingenting "
        "er skrevet. Velg en annen mappe, eller bruk --force for å begynne på nytt."
    )


class Published(NamedTuple):
    """A list that was written, and what was new in it; None where it was the first.

    `at` is the time of its data, as on its page: the same data are the same files.
    """

    at: datetime
    entries: tuple[OverviewEntry, ...]
    news: News | None = None

    def followed_by(
        self,
        at: datetime,
        entries: tuple[OverviewEntry, ...],
        fresh: Sequence[Change],
        seal: Seal = unsealed,
    ) -> Published:
        """The list that comes after this one, with what is new: `fresh` is what differs.

        What says the same is no other list, and what is of the same day is the day's list once
        more: what is new in that is counted from the day before.
        """
        if not fresh:
            return Published(at, entries, self.news)
        again = local(at).date() == local(self.at).date()
        begins = self.news if again and self.news else News(self.at)
        return Published(at, entries, begins.then(fresh, seal))


def last_published(folder: Path, classes: type[Class]) -> Published | None:
    """The list that lies in a folder; None where there is none, `NotAnOverview` where it is not."""
    file = folder / FILES[-1]
    if not folder.is_dir():  # what is wrong with the place, writing will tell
        return None
    try:
        return _published(json.loads(file.read_text(encoding="utf-8")), classes)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise NotAnOverview(file) from None


def _published(data: dict[str, Any], classes: type[Class]) -> Published:
    if data["made_by"] != MARK:
        raise ValueError(data["made_by"])
    entries, before = _entries(data, classes), data.get("before")
    return Published(datetime.fromisoformat(data["at"]), entries, _news(before, entries, classes))


def _entries(data: Mapping[str, Any], classes: type[Class]) -> tuple[OverviewEntry, ...]:
    return tuple(from_data(one, classes) for one in data["entries"])


def _news(
    before: Mapping[str, Any] | None, entries: tuple[OverviewEntry, ...], classes: type[Class]
) -> News | None:
    if not before:
        return None
    if "entries" in before:  # lists of an earlier day kept all that the one before them had said
        since = datetime.fromisoformat(before["at"])
        return News(since).then(changes(_entries(before, classes), entries))
    news, known = News.from_data(before), {one.unit_id for one in entries}
    if not known >= {*news.added, *news.changed}:
        raise ValueError(before)
    return news


def remember(file: TextIO, published: Published, stamp: DataStamp) -> None:
    """Write down what the next run will compare with, and what this one was made of."""
    content = {
        "made_by": MARK,
        "stamp": stamp.line,
        "at": published.at.isoformat(),
        "entries": [to_data(entry) for entry in published.entries],
        "before": published.news and published.news.to_data(),
    }
    json.dump(content, file, ensure_ascii=False, indent=1)


@contextmanager
def overview_files(db: Database, folder: Path, *, replace: bool) -> Iterator[Sequence[TextIO]]:
    """The files of an overview to write, in the order of `FILES`: all of them, or none.

    Raises ExportProblem.
    """
    targets = [folder / name for name in FILES]
    with new_files(targets, force=replace, database=Path(db.where)) as files:
        yield files
