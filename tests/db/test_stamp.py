"""What tells one database from all others, in every file that was made of one."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db import stamp as stamping
from db.engine import open_database
from db.plain_sql import Reads
from db.stamp import stamp


def test_stays_what_it_was(filled_file: Path) -> None:
    """Whoever has an older file of the same data finds the same digest in it.

    Of more rows than are read at a time: where one portion ends is part of how it is made.
    """
    with closing(open_database(filled_file, create=False)) as db:
        assert stamp(db).database == "17d6048b6ba19423"


def test_keeps_nobody_waiting(
    filled_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is made of a copy, as exports are: nothing of a file is sorted beside it on the disk."""
    file, digest = tmp_path / "a.db", stamping._digest
    shutil.copy(filled_file, file)

    def meanwhile(reads: Reads) -> str:
        with closing(sqlite3.connect(file, timeout=0)) as other:
            other.execute("UPDATE unit SET name = 'Moss'")
            other.commit()
        return digest(reads)

    monkeypatch.setattr(stamping, "_digest", meanwhile)
    with closing(open_database(file, create=False)) as db:
        assert stamp(db).database == "17d6048b6ba19423"
