"""A whole database goes from a file to a server, or back, and nothing is lost on the way."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from db.database import Database
from db.health import check
from db.merge.handing_out import hand_out
from db.merge.merging import merge
from db.moving import move
from db.open_database import open_database
from db.people import sit_down
from db.problems import AlreadyThere, InUse, NoDatabase
from db.review_desk import read_desk
from db.tables import Row
from db.trail.trail import entries, examine
from interviewer.services.persons import elsewhere
from schemas.calls.settings import Settings
from tests.db.rounds import SERVICE, Round
from tests.db.world import HALDEN, NOON, later


@pytest.fixture
def filled(on_file: Database, with_cases: None) -> Database:
    """A finished interview on a file, and nobody at work any more."""
    Round(on_file).interviewed(**SERVICE)
    return on_file


LATER = later(600)
"""When every case that was held is free again."""


class TestToAServerAndBack:
    def test_every_row_arrives(self, filled: Database, empty_server: str, tmp_path: Path) -> None:
        """There and back again: the same counts and checksums, and the same interview."""
        there = move(filled, empty_server, LATER)
        with closing(open_database(empty_server, create=False)) as on_server:
            back = move(on_server, str(tmp_path / "igjen.db"), LATER)
        assert there == back
        assert {one.name for one in there} == set(Row.metadata.tables) - {"trail"}
        with closing(open_database(tmp_path / "igjen.db", create=False)) as again:
            mine, theirs = (read_desk(db, Settings()).items for db in (filled, again))
            assert [one.interview for one in mine] == [one.interview for one in theirs]

    def test_what_was_changed_beside_the_program_is_still_found(
        self, filled: Database, empty_server: str
    ) -> None:
        """It is not sealed there as if it had always been so."""
        assert filled.file
        with closing(sqlite3.connect(filled.file)) as shell, shell:
            shell.execute("UPDATE unit SET name = 'Moss' WHERE id = '0101'")
        move(filled, empty_server, LATER)
        with closing(open_database(empty_server, create=False)) as db, db.read() as session:
            assert examine(session).changed == (("unit", "0101"),)

    def test_what_was_handed_out_stays_so(self, filled: Database, tmp_path: Path) -> None:
        """It is nobody's to open here; the file comes back to where the others lie then."""
        place, laptop = tmp_path / "annen.db", tmp_path / "reise.db"
        åse = sit_down(filled, uuid4(), "Åse", "reise", LATER)
        hand_out(filled, åse, laptop, Settings(), LATER, until=later(20_000))
        move(filled, str(place), LATER)
        with closing(open_database(place, create=False)) as there:
            assert not merge(there, laptop, LATER).conflicts

    def test_the_trail_comes_along(self, filled: Database, empty_server: str) -> None:
        """All that was done before is told, then that it was moved; and it is followed there."""
        with filled.read() as session:
            before = list(entries(session))
        move(filled, empty_server, LATER)
        with closing(open_database(empty_server, create=False)) as db:
            Round(db)
            with db.read() as session:
                told, found = list(entries(session)), examine(session)
        assert told[: len(before)] == before
        assert told[len(before)].detail == "flyttet fra sqlite til postgresql"
        assert (found.broken, found.changed, found.vanished) == (None, (), ())
        assert told[-1].verb == "login" or told[-1].table

    def test_whoever_is_erased_there_may_stand_where_it_was(
        self, filled: Database, tmp_path: Path
    ) -> None:
        """The old database is as it was: that is told."""
        move(filled, str(tmp_path / "ny.db"), LATER)
        with closing(open_database(tmp_path / "ny.db", create=False)) as db:
            (told,) = elsewhere(db, frozenset({HALDEN}))
        assert told.startswith("Kan stå i databasen som alt ble flyttet fra sqlite")


class TestGoesWrong:
    def test_nothing_is_left_on_the_server(
        self, filled: Database, empty_server: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nobody starts to work in an empty database that a failed move has left; the next one
        goes well.
        """
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr("db.moving.keep_trail", _power_cut)
            with pytest.raises(KeyboardInterrupt):
                move(filled, empty_server, LATER)
        with pytest.raises(NoDatabase):
            open_database(empty_server, create=False)
        assert move(filled, empty_server, LATER)

    def test_an_empty_database_that_was_left_there_is_filled(
        self, filled: Database, empty_server: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As by a move that was killed, and could not take anything back."""
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr("db.moving.keep_trail", _power_cut)
            meanwhile.setattr("db.moving.drop_all", lambda _: None)
            with pytest.raises(KeyboardInterrupt):
                move(filled, empty_server, LATER)
        assert move(filled, empty_server, LATER)
        with pytest.raises(AlreadyThere):
            move(filled, empty_server, LATER)

    def test_no_file_is_left(
        self, filled: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("db.moving.keep_trail", _power_cut)
        with pytest.raises(KeyboardInterrupt):
            move(filled, str(tmp_path / "annen.db"), LATER)
        assert not list(tmp_path.glob("*annen.db*"))

    def test_a_file_gets_its_name_when_all_is_in_it(
        self, filled: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where it is killed, nobody finds an empty database there; the next try goes well."""
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr("db.moving.keep_trail", _power_cut)
            meanwhile.setattr("db.moving._take_back", lambda _: None)
            with pytest.raises(KeyboardInterrupt):
                move(filled, str(tmp_path / "annen.db"), LATER)
        assert not (tmp_path / "annen.db").exists()
        assert move(filled, str(tmp_path / "annen.db"), LATER)
        assert not list(tmp_path.glob(".annen.db*"))


def _power_cut(*_: object) -> None:
    raise KeyboardInterrupt


class TestRefused:
    def test_somebody_is_at_work(self, filled: Database, tmp_path: Path) -> None:
        """A case that is open would go on in the old place."""
        with pytest.raises(InUse):
            move(filled, str(tmp_path / "annen.db"), NOON)
        assert not (tmp_path / "annen.db").exists()

    def test_something_lies_there(self, filled: Database, tmp_path: Path, new_file: Path) -> None:
        """It stays as it is."""
        other = Path(shutil.copy(new_file, tmp_path / "annen.db"))
        before = other.read_bytes()
        with pytest.raises(AlreadyThere):
            move(filled, str(other), LATER)
        assert other.read_bytes() == before


def test_what_was_moved_is_well(filled: Database, tmp_path: Path) -> None:
    """From a file to a file, too: a copy under the newest tables."""
    move(filled, str(tmp_path / "annen.db"), LATER)
    with closing(open_database(tmp_path / "annen.db", create=False)) as db:
        assert {one.what for one in check(db, LATER) if not one.is_well} == {"Sikkerhetskopier"}
