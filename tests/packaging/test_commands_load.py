"""What a command loads before it does anything: counted, so that it cannot creep back.

Most of what a short command costs is the libraries that it brings in.
"""

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db.cases import load_register
from db.open_database import open_database

CHECKOUT = Path(__file__).parents[2]

RUN = """
import json, sys
from interviewer.__main__ import main
out, sys.argv = sys.stdout, ["ringerunde", *sys.argv[1:]]
sys.stdout = sys.stderr
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
out.write(json.dumps(sorted(sys.modules)))
"""

SCREEN = {"textual"}
WRITERS = {"openpyxl", "xlsxwriter", "jinja2", "pyreadstat", "pandas", "pyarrow"}
MIGRATIONS = {"alembic", "mako"}
STORAGE = {"sqlalchemy", "sqlmodel", "pydantic", "sqlite3", "psycopg"}

OURS = {"interviewer", "db", "schemas"}
FEW_TO_EXPORT = 211
"""Modules of our own, of which each takes half a millisecond: the survey that the data are of, what
its interviews and cases come to, and the tables; nothing that ranks cases or draws figures."""


def modules(*typed: str | Path) -> set[str]:
    """What is there when a command is over."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *map(str, typed)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def loaded(*typed: str | Path) -> set[str]:
    """The libraries among it."""
    return {name.split(".")[0] for name in modules(*typed)}


@pytest.mark.slow
class TestACommandLoads:
    def test_for_its_help_neither_storage_nor_settings(self) -> None:
        """Nor what draws tables: help is plain text, and written down.

        That of one command Typer makes, which reads the options before it with pydantic.
        """
        unknown = SCREEN | WRITERS | MIGRATIONS | STORAGE | {"rich", "tomllib", "phonenumbers"}
        assert not loaded("--help") & (unknown | {"typer", "inspect", "dataclasses"})
        assert not loaded("backup", "--help") & (unknown - {"pydantic"})

    @pytest.mark.parametrize("figures", ["rates", "status"])
    def test_for_figures_what_reads_and_prints_them(self, figures: str, tmp_path: Path) -> None:
        """The first time in a day the file is opened, and backed up; and then it is looked into,
        without the libraries that open it.
        """
        place = tmp_path / "new.sqlite"
        with closing(open_database(place, create=True, durable=False)) as database:
            load_register(database)
        unknown = SCREEN | WRITERS | MIGRATIONS | {"phonenumbers"}
        assert not loaded("--database", place, figures) & unknown
        assert not loaded("--database", place, figures) & (unknown | {"sqlalchemy", "sqlmodel"})

    def test_for_an_export_no_more_than_reads_it(self, tmp_path: Path) -> None:
        """From a file that has been backed up today; and no other format's library."""
        place, out = tmp_path / "new.sqlite", tmp_path / "out"
        with closing(open_database(place, create=True, durable=False)) as database:
            load_register(database)
        named = ("--database", place, "export", "csv", "--force", "--out", out)
        loaded(*named)
        there = modules(*named)
        unknown = SCREEN | WRITERS | MIGRATIONS | {"sqlalchemy", "sqlmodel"}
        assert not {name.split(".")[0] for name in there} & unknown
        ours = {name for name in there if name.split(".")[0] in OURS}
        assert len(ours) <= FEW_TO_EXPORT, sorted(ours)
