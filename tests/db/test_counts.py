"""What an answer costs the database: counted, so that it cannot creep back.

An interviewer waits for each of these: a statement, a trip to a server, a disk that says "stored".
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from db.call_list import read_list
from db.cases import load_register
from db.database import Database
from db.interviews import is_stored, keep_place, load_interview, record_answer
from db.leases import require_case
from db.open_database import open_database
from db.problems import HeldByAnother
from db.records import Place
from schemas.calls.settings import Settings
from tests.db.listening import told
from tests.db.world import NOON, World
from tests.support.commits import commits

CHECKOUT = Path(__file__).parents[2]
ANSWERS = 20

SYNCS = (
    "the journal's pages",
    "the folder that the journal stands in",
    "the journal's head, which makes its pages count",
    "the database",
    "the empty journal, which makes the answer count",
)
"""Why the disk is asked five times for an answer: SQLite's own reasons (TRUNCATE + FULL), of which
none can go without an answer that a power cut may take back.  All of it is one transaction."""


PAGES = (
    "the first, which says that there is something new",
    "the answer",
    "by its id, which a repeated one is known by",
    "by its interview, in order",
    "by its call, which is taken back where nothing was answered in it",
    "its entry in the trail",
    "the count of what was written",
)
"""What of the file an answer changes: each page is written to the journal, and then to the file."""

PAGE = 4096


class TestAnAnswer:
    def test_is_one_statement(self, world: World) -> None:
        """Lease and interview are looked at in the INSERT itself; nothing begins it."""
        entry = world.entry(world.interview())
        with told(world.db) as asked:
            record_answer(world.db, world.lease, entry)
        assert [one.split()[0] for one in asked] == ["INSERT"]

    def test_is_one_commit(self, on_file: Database, with_cases: None) -> None:
        """By the file's own count; the draft, and taking a case, are one each."""
        world = World(on_file)
        interview = world.interview()
        place, entry = Place(interview.id, "consent", None, "", NOON), world.entry(interview)
        for store in (
            lambda: record_answer(on_file, world.lease, entry),
            lambda: keep_place(on_file, world.lease, place),
            world.take,
        ):
            before = commits(on_file.where)
            store()
            assert commits(on_file.where) == before + 1

    def test_that_was_stored_before_is_looked_at(self, world: World) -> None:
        """A repeated one is told from one that may not be stored."""
        entry = world.entry(world.interview())
        record_answer(world.db, world.lease, entry)
        with told(world.db) as asked:
            record_answer(world.db, world.lease, entry)
        assert "SELECT" in {one.split()[0] for one in asked}

    def test_tells_when_only_the_disk_is_waited_for(self, world: World) -> None:
        """Nobody else can read it yet: what it leads to is drawn meanwhile."""
        entry = world.entry(world.interview())
        stored: list[bool] = []
        world.db.before_disk = lambda: stored.append(is_stored(world.db, entry.id))
        record_answer(world.db, world.lease, entry)
        assert stored == [False]
        assert is_stored(world.db, entry.id)

    def test_within_something_larger(self, world: World) -> None:
        """It is part of that: stored with the rest, or not at all."""
        entry = world.entry(world.interview())
        with suppress(KeyError), world.db.together():
            record_answer(world.db, world.lease, entry)
            raise KeyError
        assert load_interview(world.db, entry.interview_id).entries == ()


class TestACase:
    def test_is_taken_by_one_statement(self, world: World) -> None:
        """Whether it is free is looked at in the UPDATE itself, and it tells the new token."""
        with told(world.db) as asked:
            world.take()
        assert [one.split()[0] for one in asked] == ["UPDATE"]

    def test_is_ours_is_one_look(self, world: World) -> None:
        """That nobody has taken it, and that nobody has withdrawn."""
        with world.db.write() as session, told(world.db, lambda one: "decision" in one) as asked:
            require_case(session, world.lease)
        assert ["lease_token" in one for one in asked] == [True]

    def test_somebody_else_has_is_looked_at(self, world: World) -> None:
        """Who it is, is told."""
        ola = world.person("Ola")
        with told(world.db) as asked, pytest.raises(HeldByAnother):
            world.take(ola)
        assert "SELECT" in {one.split()[0] for one in asked}


class TestTheCallList:
    def test_is_read_by_three_queries(self, world: World, queries: list[str]) -> None:
        """Where the trail ends, the cases, and whom one can reach in them."""
        read_list(world.db, Settings())
        assert len(queries) == 3


class TestTheDraft:
    def test_is_one_statement(self, world: World) -> None:
        """However often it is overwritten."""
        place = Place(world.interview().id, "service_name", None, "F", world.now())
        for draft in ("F", "Fr"):
            with told(world.db) as asked:
                keep_place(world.db, world.lease, replace(place, draft=draft))
            assert [one.split()[0] for one in asked] == ["INSERT"]


class TestOnAServer:
    def test_an_answer_is_one_trip(
        self, on_server: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """No BEGIN, no COMMIT, nobody asks whether it is still there."""
        from psycopg import Connection

        load_register(on_server)
        world = World(on_server)
        entry = world.entry(world.interview())
        trips: list[str] = []
        wait = Connection.wait

        def count(self: Any, doing: Any, *args: Any) -> Any:
            return wait(self, _telling(doing, trips), *args)

        record_answer(on_server, world.lease, world.entry(world.interview()))
        monkeypatch.setattr(Connection, "wait", count)
        record_answer(on_server, world.lease, entry)
        assert trips == ["BaseCursor._execute_gen"]


def _telling(doing: Any, trips: list[str]) -> Generator[Any, Any, Any]:
    """The same work; what has to wait for the server is a trip, and the rest is not."""
    try:
        waits_for = next(doing)
        trips.append(doing.__qualname__)
        while True:
            waits_for = doing.send((yield waits_for))
    except StopIteration as done:
        return done.value


class TestPages:
    def test_that_an_answer_changes(self, on_file: Database) -> None:
        """One of each kind; where a page is full, the answer begins another."""
        load_register(on_file)
        world = World(on_file)
        interview, before, changed = world.interview(), _pages(on_file), []
        for _ in range(ANSWERS):
            record_answer(on_file, world.lease, world.entry(interview))
            after = _pages(on_file)
            changed.append(sum(old != new for old, new in zip(before, after, strict=False)))
            before = after
        assert min(changed) == len(PAGES)


def _pages(db: Database) -> list[bytes]:
    found = Path(db.where).read_bytes()
    return [found[start : start + PAGE] for start in range(0, len(found), PAGE)]


@pytest.mark.slow
class TestOnADisk:
    def test_what_is_asked_of_it(self, file: Path, filled_file: Path, tmp_path: Path) -> None:
        """As many syncs as SQLite needs for one transaction, for each answer, and no more."""
        if not shutil.which("strace"):
            pytest.skip("strace is not installed")
        told, none = tmp_path / "syscalls", tmp_path / "none.db"
        for copy in (file, none):
            shutil.copy(filled_file, copy)
        watching = ["strace", "-f", "--seccomp-bpf", "-e", "trace=fsync,fdatasync", "-o", str(told)]
        storing = [sys.executable, "-m", "tests.db.test_counts", str(file)]
        done = subprocess.run([*watching, *storing], cwd=CHECKOUT, capture_output=True, check=False)
        if done.returncode and b"ptrace" in done.stderr:
            pytest.skip("watching a process is not allowed here")
        assert done.returncode == 0, done.stderr
        synced = re.findall(r"f(?:data)?sync\(", told.read_text(encoding="ascii"))
        before = _syncs_without_answers(watching, told, none)
        assert len(synced) - before == len(SYNCS) * ANSWERS


def _syncs_without_answers(watching: list[str], told: Path, file: Path) -> int:
    storing = [sys.executable, "-m", "tests.db.test_counts", str(file), "0"]
    subprocess.run([*watching, *storing], cwd=CHECKOUT, capture_output=True, check=True)
    return len(re.findall(r"f(?:data)?sync\(", told.read_text(encoding="ascii")))


def _store(path: str, count: int = ANSWERS) -> None:
    with closing(open_database(path, create=False)) as db:
        world = World(db)
        interview = world.interview()
        for _ in range(count):
            record_answer(db, world.lease, world.entry(interview))


if __name__ == "__main__":
    _store(sys.argv[1], *map(int, sys.argv[2:]))
