"""What can happen to a file while we write to it: said at once, and nothing is lost or mixed up."""

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from db import sqlite
from db.cases import load_register, open_case
from db.database import Database
from db.interviews import keep_place, load_interview, record_answer
from db.open_database import open_database
from db.problems import (
    Busy,
    DatabaseProblem,
    DiskFull,
    FileOlder,
    FileReplaced,
    NoPermission,
    NotRead,
)
from db.records import InterviewRecord, Place
from db.waiting import told_of_waiting
from tests.db.full_disk import fill
from tests.db.world import HALDEN, World
from tests.support.platforms import WINDOWS, needs_unlinking


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for a lock in a test."""
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)


@pytest.fixture
def on_desk(impatient: None, on_file: Database, with_cases: None) -> World:
    """A round on a file, with an interview begun."""
    return World(on_file)


@pytest.fixture
def interview(on_desk: World) -> InterviewRecord:
    """Halden's interview."""
    return on_desk.interview()


def stored(world: World, interview: InterviewRecord) -> int:
    """How many answers there are."""
    return len(load_interview(world.db, interview.id).entries)


class TestSomebodyElseIsWriting:
    def test_not_saved_yet_and_then_saved_once(
        self, on_desk: World, interview: InterviewRecord, file: Path
    ) -> None:
        """A lock held too long is said, not crashed on; the same call works when it is gone."""
        entry = on_desk.entry(interview)
        with closing(sqlite3.connect(file)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(Busy, match="bruker databasen") as problem:
                record_answer(on_desk.db, on_desk.lease, entry)
        assert problem.value.retryable
        record_answer(on_desk.db, on_desk.lease, entry)
        assert stored(on_desk, interview) == 1

    def test_a_reader_in_the_middle_of_a_select(
        self, on_desk: World, interview: InterviewRecord, file: Path
    ) -> None:
        """It lets us begin and not commit: nothing is half stored."""
        entry = on_desk.entry(interview)
        with closing(sqlite3.connect(file)) as other:
            reading = other.execute("SELECT * FROM survey_case")
            reading.fetchone()
            with pytest.raises(Busy):
                record_answer(on_desk.db, on_desk.lease, entry)
            reading.close()
            assert stored(on_desk, interview) == 0
        record_answer(on_desk.db, on_desk.lease, entry)
        assert stored(on_desk, interview) == 1

    def test_reading_says_so_too(self, on_desk: World, file: Path) -> None:
        """Nothing was at stake: "could not be read", not "not saved"."""
        with closing(sqlite3.connect(file)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(NotRead, match="kan ikke leses"):
                open_case(on_desk.db, HALDEN)
        assert open_case(on_desk.db, HALDEN).unit_id == "0101"

    def test_whoever_opens_it_is_told_that_it_is_waited_for(
        self, on_desk: World, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Soon, and once; and it is opened as soon as the other program lets go of it."""
        assert sqlite.OPENING_SECONDS <= 2
        monkeypatch.setattr(sqlite, "OPENING_SECONDS", 0.02)
        heard = list[str]()
        with closing(sqlite3.connect(file)) as other:
            other.execute("BEGIN EXCLUSIVE")

            def hear(words: str) -> None:
                heard.append(words)
                other.rollback()

            with told_of_waiting(hear), closing(open_database(file, create=False)) as opened:
                assert opened.survey is on_desk.db.survey
        (told,) = heard
        assert told.startswith(f"Et annet program bruker databasen {file}. Venter")


class TestTheDiskIsFull:
    def test_not_saved_and_then_saved(self, on_desk: World, interview: InterviewRecord) -> None:
        """The answers before are there, the one that found no room is stored when there is."""
        with on_desk.db.write() as session:
            ask = session.connection().exec_driver_sql
            ask(f"PRAGMA max_page_count = {ask('PRAGMA page_count').scalar()}")
        entry = on_desk.entry(interview, value="x" * 100_000)
        with pytest.raises(DiskFull, match=r"full\. Frigjør plass"):
            record_answer(on_desk.db, on_desk.lease, entry)
        record_answer(on_desk.db, on_desk.lease, entry)
        assert stored(on_desk, interview) == 1

    def test_on_a_disk_that_really_is_full(self, small_disk: Path) -> None:
        """Until something is deleted; then the same answer is stored."""
        with closing(open_database(small_disk / "runde.db", create=True)) as db:
            load_register(db)
            world = World(db)
            interview = world.interview()
            ballast = small_disk / "ballast"
            fill(ballast)
            entry = world.entry(interview, value="x" * 100_000)
            with pytest.raises(DatabaseProblem) as problem:
                record_answer(db, world.lease, entry)
            assert problem.value.code == "DB-FULL"
            ballast.unlink()
            record_answer(db, world.lease, entry)
            assert stored(world, interview) == 1


class TestTheFileIsTakenAway:
    @needs_unlinking
    def test_deleted(self, on_desk: World, interview: InterviewRecord, file: Path) -> None:
        """Nothing is acknowledged into nothing, and no empty file appears in its place."""
        file.unlink()
        with pytest.raises(FileReplaced, match=re.escape(str(file))):
            record_answer(on_desk.db, on_desk.lease, on_desk.entry(interview))
        with pytest.raises(FileReplaced):
            open_case(on_desk.db, HALDEN)
        assert not file.exists()

    def test_a_new_connection_does_not_make_a_new_file(self, file: Path) -> None:
        """Another thread's first look comes when the file is gone: nothing appears."""
        found = sqlite.prepare(file, create=True)
        file.unlink()
        engine = sqlite.make_engine(found)
        with pytest.raises(OperationalError):
            engine.connect()
        assert not file.exists()

    @needs_unlinking
    def test_replaced_by_a_copy(
        self, on_desk: World, interview: InterviewRecord, file: Path
    ) -> None:
        """What cloud folders do: the same name, another file. The copy is left alone."""
        copy = file.with_name("copy")
        shutil.copy(file, copy)
        before = copy.read_bytes()
        copy.replace(file)
        with pytest.raises(FileReplaced):
            record_answer(on_desk.db, on_desk.lease, on_desk.entry(interview))
        assert file.read_bytes() == before

    @needs_unlinking
    def test_replaced_in_the_middle_of_a_write(self, on_desk: World, file: Path) -> None:
        """Also between looking and storing: committed perhaps, but never acknowledged."""
        copy = file.with_name("copy")
        shutil.copy(file, copy)

        def write() -> None:
            with on_desk.db.write() as session:
                session.connection().exec_driver_sql("UPDATE survey_case SET lease_token = 9")
                copy.replace(file)

        with pytest.raises(DatabaseProblem) as problem:
            write()
        assert problem.value.code in {"DB-REPLACED", "DB-PERMISSION"}

    @needs_unlinking
    def test_put_back(self, on_desk: World, interview: InterviewRecord, file: Path) -> None:
        """The very same file under its name again: the answer can be stored."""
        entry = on_desk.entry(interview)
        file.rename(file.with_name("elsewhere"))
        with pytest.raises(FileReplaced):
            record_answer(on_desk.db, on_desk.lease, entry)
        file.with_name("elsewhere").rename(file)
        record_answer(on_desk.db, on_desk.lease, entry)
        assert stored(on_desk, interview) == 1


class TestTheFileIsWrittenOver:
    """An older copy is written over it, in place: the same file to the system."""

    def test_by_an_older_copy(self, on_desk: World, interview: InterviewRecord, file: Path) -> None:
        """Nothing is acknowledged into it; when the right one is back, the answer is stored."""
        older = kept(file)
        record_answer(on_desk.db, on_desk.lease, on_desk.entry(interview))
        newest, late = kept(file), on_desk.entry(interview)
        write_over(file, older)
        for _ in range(2):
            with pytest.raises(FileOlder) as problem:
                record_answer(on_desk.db, on_desk.lease, late)
        assert problem.value.retryable
        assert kept(file) == older
        write_over(file, newest)
        record_answer(on_desk.db, on_desk.lease, late)
        assert stored(on_desk, interview) == 2

    def test_whatever_is_written_next(
        self, on_desk: World, interview: InterviewRecord, file: Path
    ) -> None:
        """A half-typed text, a contact, several things at once."""
        older = kept(file)
        record_answer(on_desk.db, on_desk.lease, on_desk.entry(interview))
        write_over(file, older)
        place = Place(interview.id, "service_name", None, "F", on_desk.now())
        with pytest.raises(FileOlder):
            keep_place(on_desk.db, on_desk.lease, place)
        with pytest.raises(FileOlder):
            on_desk.known()
        with pytest.raises(FileOlder), on_desk.db.together():
            record_answer(on_desk.db, on_desk.lease, on_desk.entry(interview))

    def test_what_another_program_has_written_counts(
        self, on_desk: World, interview: InterviewRecord, file: Path
    ) -> None:
        """The copy is newer than our answer before, and older than our last."""
        record_answer(on_desk.db, on_desk.lease, on_desk.entry(interview))
        with closing(open_database(file, create=False)) as other:
            for _ in range(5):
                record_answer(other, on_desk.lease, on_desk.entry(interview))
        older = kept(file)
        record_answer(on_desk.db, on_desk.lease, on_desk.entry(interview))
        write_over(file, older)
        with pytest.raises(FileOlder):
            record_answer(on_desk.db, on_desk.lease, on_desk.entry(interview))

    def test_after_all_migrations_the_file_counts(self, on_file: Database) -> None:
        """A migration that makes a table anew loses what counts there; it comes back."""
        with on_file.read() as session:
            found = session.connection().exec_driver_sql(
                "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'"
            )
            assert {row.tbl_name for row in found} == {
                "answer_entry",
                "place",
                "survey_case",
                "trail",
            }

    def test_what_changes_nothing_is_not_counted(self, on_desk: World, file: Path) -> None:
        """Looking whether something must be written costs the disk nothing."""
        before = kept(file)
        load_register(on_desk.db)
        assert kept(file) == before


def kept(file: Path) -> bytes:
    """A copy of what is in it, made by another program."""
    if WINDOWS:  # where no lock is lost by looking
        return file.read_bytes()
    return subprocess.run(["cat", str(file)], capture_output=True, check=True).stdout


def write_over(file: Path, content: bytes) -> None:
    """What `cp older.sqlite ringerunde.sqlite` does: another program, and the same file."""
    if WINDOWS:
        with file.open("rb+") as there:
            there.write(content)
            there.truncate()
        return
    subprocess.run(["dd", f"of={file}", "status=none"], input=content, check=True)


class TestWritingIsForbiddenWhileRunning:
    def test_is_said(self, on_desk: World, interview: InterviewRecord) -> None:
        """A database that refuses to be written is named."""
        with on_desk.db.read() as session:
            session.connection().exec_driver_sql("PRAGMA query_only = ON")
        with pytest.raises(NoPermission):
            record_answer(on_desk.db, on_desk.lease, on_desk.entry(interview))


class TestWhatProblemsKeepToThemselves:
    def test_no_answer_in_a_message_or_its_cause(
        self, on_desk: World, interview: InterviewRecord
    ) -> None:
        """An unforeseen error names its kind; the statement and its values are cut off."""
        entry = on_desk.entry(interview, value="hemmelig svar")
        with pytest.raises(DatabaseProblem) as problem, on_desk.db.write() as session:
            session.connection().exec_driver_sql("INSERT INTO nowhere VALUES (?)", (entry.value,))
        assert problem.value.code == "DB-ERROR"
        assert "hemmelig" not in str(problem.value)
        assert problem.value.__suppress_context__
