"""Imports run interviewer → db → schemas, never back."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]

LOAD_ALL = """
import importlib, json, pkgutil, sys
room = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
    if module.name not in sys.argv[2:]:
        importlib.import_module(module.name)
print(json.dumps(sorted(sys.modules)))
"""

ENTRY = "db.migrations.env"
"""Alembic's entry is left out: importing it runs the migrations; the tests of `db` do that."""

WITH_A_DRIVER = "db.patient_connection"
"""What is loaded where there is a driver for servers, and so can be."""


def left_out() -> tuple[str, ...]:
    """What is not imported with its room here."""
    try:
        import psycopg  # noqa: F401  it is there without the library that it needs, too
    except ImportError:
        return ENTRY, WITH_A_DRIVER
    return (ENTRY,)


def loaded_by(room: str) -> set[str]:
    """Every module that is loaded once the whole room is, in a process of its own."""
    answer = subprocess.run(
        [sys.executable, "-c", LOAD_ALL, room, *left_out()],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return set(json.loads(answer.stdout))


def modules_of(room: str) -> set[str]:
    """The room's modules by their files, so that none escapes for want of an `__init__.py`."""
    files = (CHECKOUT / room).rglob("*.py")
    names = {".".join(file.relative_to(CHECKOUT).with_suffix("").parts) for file in files}
    return {name.removesuffix(".__init__") for name in names.difference(left_out())}


@pytest.mark.slow
class TestTheRooms:
    """Each room is imported whole; what it must not know is not loaded."""

    @pytest.mark.parametrize(
        ("room", "unknown"),
        [
            ("schemas", {"db", "interviewer", "sqlmodel", "sqlalchemy", "alembic", "textual"}),
            ("db", {"interviewer", "textual", "typer"}),
        ],
    )
    def test_imports_never_run_back(self, room: str, unknown: set[str]) -> None:
        """What is asked needs no storage, and what is remembered needs no screen."""
        loaded = loaded_by(room)
        assert modules_of(room) <= loaded
        assert not loaded & unknown
