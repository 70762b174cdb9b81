"""Backups: whole, of one moment, checked, and never in the way of anything."""

import errno
import os
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from db.backup import (
    KEPT,
    back_up,
    back_up_daily,
    backups,
    check_backup,
    last_good,
    restore,
)
from db.backup_places import draft_of, folder_of
from db.database import Database
from db.interviews import load_interview, record_answer
from db.open_database import open_database
from db.persons.copies import before_withdrawal, delete, rewrite
from db.problems import BackupExists, FileReplaced, NotABackup, NotBackedUp, NotErasedThere
from db.records import InterviewRecord
from db.withdrawal import withdraw
from tests.db.desk import Desk
from tests.db.full_disk import little_room
from tests.db.rounds import SERVICE
from tests.db.world import HALDEN, NOON, World, later
from tests.support.platforms import is_closed_to_others, needs_a_limit_on_files, needs_unlinking

NOW = datetime(2015, 3, 2, 11, tzinfo=UTC)


@pytest.fixture
def world(on_file: Database, with_cases: None) -> World:
    """A round on a file."""
    return World(on_file)


@pytest.fixture
def interview(world: World) -> InterviewRecord:
    """Halden's interview, with one answer."""
    begun = world.interview()
    record_answer(world.db, world.lease, world.entry(begun))
    return begun


@pytest.fixture
def copy(file: Path, tmp_path: Path, interview: InterviewRecord) -> Path:
    """A backup with that answer."""
    target = tmp_path / "kopi.sqlite"
    back_up(file, target)
    return target


def answers(file: Path, interview: InterviewRecord) -> int:
    """How many answers of the interview a database has."""
    with closing(open_database(file, create=False)) as db:
        return len(load_interview(db, interview.id).entries)


class TestABackup:
    def test_is_the_whole_database(self, copy: Path, interview: InterviewRecord) -> None:
        """For the owner's eyes only, and it can be opened as any other."""
        assert is_closed_to_others(copy)
        assert answers(copy, interview) == 1

    def test_is_made_while_somebody_writes(
        self, world: World, file: Path, tmp_path: Path, interview: InterviewRecord
    ) -> None:
        """What is not yet stored is not in it; writing goes on."""
        with world.db.write() as session:
            session.connection().exec_driver_sql("UPDATE survey_case SET lease_token = 9")
            back_up(file, tmp_path / "kopi.sqlite")
        with closing(sqlite3.connect(tmp_path / "kopi.sqlite")) as opened:
            assert opened.execute("SELECT max(lease_token) FROM survey_case").fetchone() == (1,)

    def test_is_written_over_nothing(self, file: Path, copy: Path) -> None:
        before = copy.read_bytes()
        with pytest.raises(BackupExists):
            back_up(file, copy)
        assert copy.read_bytes() == before

    @needs_a_limit_on_files
    def test_leaves_nothing_on_a_full_disk(self, file: Path, world: World, tmp_path: Path) -> None:
        """Neither half a copy nor what SQLite keeps beside one."""
        there = sorted(tmp_path.iterdir())
        with little_room(100_000), pytest.raises(NotBackedUp):
            back_up(file, tmp_path / "kopi.db")
        assert sorted(tmp_path.iterdir()) == there

    def test_of_what_is_damaged_is_none(self, file: Path, world: World, tmp_path: Path) -> None:
        """Nothing half made is left behind."""
        world.db.close()
        os.truncate(file, file.stat().st_size // 2)
        with pytest.raises(NotBackedUp):
            back_up(file, tmp_path / "kopi.sqlite")
        assert not list(tmp_path.glob("*kopi*"))

    @pytest.mark.parametrize("content", [b"", b"Navn;Telefon\n", b"SQLite format 3\0" + b"x" * 99])
    def test_is_not_whatever_lies_there(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "x").write_bytes(content)
        with pytest.raises(NotABackup):
            check_backup(tmp_path / "x")


class TestThoseThatAreKept:
    def test_one_for_a_day(self, file: Path, world: World) -> None:
        for _ in range(2):
            back_up_daily(file, date(2015, 3, 2))
        (kept,) = backups(file)
        assert kept.name == "runde-2015-03-02.db"
        assert is_closed_to_others(folder_of(file))

    def test_two_weeks_of_them(self, file: Path, world: World) -> None:
        """The oldest go; what else lies in the folder stays."""
        back_up_daily(file, date(2015, 3, 2))
        (first,) = backups(file)
        for day in range(1, KEPT + 3):
            other = first.with_name(f"runde-2015-02-{day:02}.db")
            other.write_bytes(first.read_bytes())
            os.utime(other, (day, day))
        (folder_of(file) / "viktig.txt").touch()
        back_up_daily(file, date(2015, 3, 3))
        kept = backups(file)
        assert len(kept) == KEPT
        assert {"runde-2015-03-03.db", "runde-2015-03-02.db"} <= {one.name for one in kept}
        assert (folder_of(file) / "viktig.txt").exists()

    def test_of_a_name_that_means_something_in_patterns(self, file: Path, world: World) -> None:
        """They are found all the same: none is kept for ever, and a damaged file leads to one."""
        odd = Path(shutil.copy(file, file.with_name("runde [1].db")))
        back_up_daily(odd, date(2015, 3, 2))
        assert [one.name for one in backups(odd)] == [f"{odd.stem}-2015-03-02.db"]
        assert last_good(odd) is not None

    def test_the_last_that_is_whole(self, file: Path, world: World) -> None:
        """A damaged one is passed over."""
        back_up_daily(file, date(2015, 3, 2))
        (good,) = backups(file)
        os.utime(good, (1, 1))
        (folder_of(file) / "runde-2015-03-03.db").write_bytes(b"half")
        found = last_good(file)
        assert found is not None
        assert found[0] == good
        assert last_good(file.with_name("another.db")) is None


class TestKilledOverACopy:
    """What lies half made beside it: with whoever stands in the database, and found by nobody."""

    @pytest.fixture
    def left(self, file: Path, world: World) -> list[Path]:
        """Of a backup of the day before, as this program and an older one call it, and of what
        was to be put in its place or was written anew."""
        back_up_daily(file, date(2015, 3, 2))
        kept, aside = folder_of(file), f".{file.stem}-20150302T110000{file.suffix}"
        files = [
            draft_of(kept / "runde-2015-03-01.db"),
            kept / ".runde-2015-03-01.db.tmp",
            kept / ".runde-2015-03-01.db.tmp-journal",
            draft_of(file),
            file.with_name(f"{aside}.ab12.tmp") / "runde.db",
        ]
        for one in files:
            one.parent.mkdir(exist_ok=True)
            one.touch()
        return files

    def test_it_goes_when_somebody_is_erased(
        self, file: Path, world: World, left: list[Path]
    ) -> None:
        """And nothing else: neither the backup nor what is another database's."""
        others = [file.with_name(".andre.db.tmp"), file.with_name(f".{file.name}x.tmp")]
        for one in others:
            one.touch()
        world.db.rewrite_file()
        assert not any(one.exists() for one in left)
        assert all(one.exists() for one in (*others, *backups(file)))

    def test_it_goes_with_the_next_backup(self, file: Path, world: World, left: list[Path]) -> None:
        """Where nobody can be at work on it any more."""
        os.utime(left[0], (0, 0))
        back_up_daily(file, date(2015, 3, 3))
        assert [one.exists() for one in left] == [False, *(True for _ in left[1:])]

    def test_two_at_once(self, file: Path, world: World) -> None:
        """The first start of a day in two windows: neither takes the other's copy away."""
        with ThreadPoolExecutor() as windows:
            list(windows.map(lambda _: back_up_daily(file, date(2015, 3, 2)), range(4)))
        assert [one.name for one in folder_of(file).iterdir()] == ["runde-2015-03-02.db"]


class TestRestoring:
    @pytest.fixture(autouse=True)
    def later(self, world: World, copy: Path, interview: InterviewRecord) -> None:
        """Two more answers since the backup."""
        for _ in range(2):
            record_answer(world.db, world.lease, world.entry(interview))

    def test_puts_it_in_its_place(
        self, world: World, file: Path, copy: Path, interview: InterviewRecord
    ) -> None:
        """What lay there is renamed, and whole."""
        world.db.close()
        aside = restore(file, copy, NOW)
        assert answers(file, interview) == 1
        assert aside is not None
        assert aside.name == "runde-20150302T110000.db"
        assert answers(aside, interview) == 3
        assert answers(copy, interview) == 1

    @needs_unlinking
    def test_is_noticed_by_whoever_works_in_it(
        self, world: World, file: Path, copy: Path, interview: InterviewRecord
    ) -> None:
        """Nothing is acknowledged into the file that has another name now."""
        restore(file, copy, NOW)
        with pytest.raises(FileReplaced):
            record_answer(world.db, world.lease, world.entry(interview))

    def test_takes_the_journal_of_a_damaged_one_along(
        self, world: World, file: Path, copy: Path, interview: InterviewRecord
    ) -> None:
        """SQLite would play it into the wrong file."""
        world.db.close()
        journal = file.with_name(f"{file.name}-journal")
        journal.write_bytes(b"a write that was cut short")
        restore(file, copy, NOW)
        assert not journal.exists()
        assert answers(file, interview) == 1

    @pytest.mark.parametrize("ending", ["", "-journal"])
    def test_whose_place_cannot_be_taken(
        self, world: World, file: Path, copy: Path, monkeypatch: pytest.MonkeyPatch, ending: str
    ) -> None:
        """What lay there lies there as before, with its journal: it was told that nothing is
        changed, and there was no database any more."""
        world.db.close()
        before = file.read_bytes()
        journal = file.with_name(f"{file.name}-journal")
        journal.write_bytes(b"hot")
        replace = Path.replace

        def refused(self: Path, target: Path) -> Path:
            if target == file.with_name(file.name + ending) and self.suffix == ".tmp":
                raise OSError(errno.EIO, "")
            if ending and self == file:
                raise OSError(errno.EIO, "")
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", refused)
        with pytest.raises(NotBackedUp):
            restore(file, copy, NOW)
        assert (file.read_bytes(), journal.read_bytes()) == (before, b"hot")
        assert not list(file.parent.glob("*2015*"))

    def test_what_is_none_changes_nothing(self, file: Path, tmp_path: Path) -> None:
        (tmp_path / "x").write_bytes(b"x")
        before = file.read_bytes()
        with pytest.raises(NotABackup):
            restore(file, tmp_path / "x", NOW)
        assert file.read_bytes() == before

    def test_where_there_is_nothing(self, tmp_path: Path, copy: Path) -> None:
        assert restore(tmp_path / "ny.sqlite", copy, NOW + timedelta(days=1)) is None
        check_backup(tmp_path / "ny.sqlite")


def test_copies_in_which_whoever_withdrew_still_stands(
    on_file: Database, file: Path, with_cases: None
) -> None:
    """Those from before; not one that was made since."""
    desk = Desk(on_file)
    desk.talked(**SERVICE)
    back_up_daily(file, NOON.date())
    (before,) = backups(file)
    withdraw(on_file, desk.sign(), HALDEN)
    back_up_daily(file, later(24 * 60).date())
    assert before_withdrawal(on_file, HALDEN) == (before,)


@needs_a_limit_on_files
def test_a_copy_that_is_left_as_it_was(on_file: Database, file: Path, with_cases: None) -> None:
    """It is told that all is erased but there: that nothing had been changed was not true."""
    back_up_daily(file, NOON.date())
    (copy,) = backups(file)
    before, aase = copy.read_bytes(), World(on_file).aase
    with little_room(100_000), pytest.raises(NotErasedThere, match=f"ikke i kopien {copy},"):
        rewrite(copy, on_file, aase, NOW, lambda _: None)
    assert copy.read_bytes() == before
    assert list(copy.parent.iterdir()) == [copy]
    with pytest.raises(NotErasedThere):
        delete((copy.parent,))
