"""What tells one database from all others, in every file that was made of one."""

from contextlib import closing
from pathlib import Path

from db.engine import open_database
from db.stamp import stamp


def test_stays_what_it_was(filled_file: Path) -> None:
    """Whoever has an older file of the same data finds the same digest in it.

    Of more rows than are read at a time: where one portion ends is part of how it is made.
    """
    with closing(open_database(filled_file, create=False)) as db:
        assert stamp(db).database == "17d6048b6ba19423"
