"""The first look into a file sees what opening it would show, or nothing."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from db.call_list import read_list, read_list_and_calls
from db.calls import hang_up
from db.cases import release
from db.database import Database
from db.first_look import FirstLook, first_look
from db.open_database import open_database
from schemas.calls.outcomes import Outcome
from schemas.calls.settings import Settings
from schemas.surveys.registry import survey_called
from tests.db.world import NOON, World

RULES = Settings()


@pytest.fixture
def world(on_file: Database, with_cases: None) -> World:
    """A file in which somebody has called, and let go of the case."""
    world = World(on_file)
    call = world.dial(world.known())
    hang_up(on_file, world.lease, call.id, Outcome.no_answer, "", world.now())
    release(on_file, world.lease)
    return world


def seen(world: World, file: Path, seat: str | None = None) -> FirstLook | None:
    """What whoever sits there would see."""
    return first_look(file, seat or world.aase.seat, RULES)


def test_it_sees_what_opening_shows(world: World, file: Path) -> None:
    """All cases, whom one can reach, the calls of the day, and who sits here."""
    look, opened = seen(world, file), read_list_and_calls(world.db, RULES)
    assert look is not None
    assert look.who == world.aase
    assert list(look.list.cases) == list(opened.cases)
    assert (look.list.end, look.list.contacts) == (opened.end, opened.contacts)
    assert look.list.calls == opened.calls
    assert list(look.frame) == list(world.db.frame)


def test_a_database_goes_on_from_it(world: World, file: Path) -> None:
    """What was seen need not be read again."""
    look = seen(world, file)
    assert look is not None
    world.db.remembered = look.list
    assert read_list(world.db, RULES).cases is look.list.cases


ODD = {
    "another program's": "PRAGMA application_id = 7",
    "an older version": "UPDATE alembic_version SET version_num = '0001'",
    "another survey": "UPDATE survey SET name = 'ukjent'",
    "units without a case": "DELETE FROM case_summary",
    "a group of a newer program": "UPDATE unit SET group_id = 'ukjent' WHERE id = '0101'",
    "what has come of a case": "UPDATE case_summary SET state = '[' WHERE unit_id = '0101'",
    "whose a case is": "UPDATE case_summary SET given_to = 'zz' WHERE unit_id = '0104'",
    "no file of ours": "DROP TABLE survey",
}


def spoil(file: Path, what: str) -> None:
    """Another program has been at the file, while ours has it open."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = TRUNCATE")  # Windows keeps what we have open
        connection.execute(ODD[what])


@pytest.mark.parametrize("what", ODD)
def test_it_sees_nothing_out_of_the_ordinary(world: World, file: Path, what: str) -> None:
    """Opening finds out what it is, and says so."""
    spoil(file, what)
    assert seen(world, file) is None


def test_what_is_summed_up_of_a_case_is_made_anew_where_it_is_gone(
    world: World, file: Path
) -> None:
    """No case is missing from the list because somebody has been at the file."""
    before = list(read_list(world.db, RULES).cases)
    spoil(file, "units without a case")
    with closing(open_database(file, create=False)) as db:
        assert list(read_list(db, RULES).cases) == before


def test_it_sees_nothing_where_nobody_sits(world: World, file: Path) -> None:
    assert seen(world, file, "ingen@sted") is None


def test_it_leaves_a_case_that_was_left_in_the_middle(world: World, file: Path) -> None:
    """Whoever holds one is asked whether to go on."""
    world.take(world.aase, NOON + timedelta(hours=3))
    assert seen(world, file) is None


def test_it_waits_for_nobody(world: World, file: Path) -> None:
    """Somebody else is writing all the time: opening waits longer."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert seen(world, file) is None


def test_it_looks_for_one_survey(world: World, file: Path) -> None:
    other = survey_called("health-trusts-2016")
    assert first_look(file, world.aase.seat, RULES, other) is None
