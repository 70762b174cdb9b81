"""Who did what when: nothing is changed without an entry, and no entry without a trace."""

import sqlite3
from contextlib import closing
from dataclasses import astuple
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Uuid, text

from db.backup import back_up_daily, last_head
from db.column_types import UTCDateTime
from db.database import Database
from db.health import check
from db.open_database import open_database
from db.people import people, sit_down
from db.problems import Unexpected
from db.records import Signed
from db.tables import Row
from db.trail.chain import Head, TrailEntry, Verb
from db.trail.recorded import recorded
from db.trail.trail import entries, examine, head, holds
from db.withdrawal import withdraw
from interviewer import services
from tests.db.rounds import SERVICE, Round
from tests.db.world import NOON


def trail_of(db: Database) -> list[TrailEntry]:
    """All entries."""
    with db.read() as session:
        return list(entries(session))


def test_what_is_followed_is_told_as_the_tables_are_declared() -> None:
    """For a look into a file they are told once more, without what they take to load."""
    declared = [
        (
            str(model.__tablename__),
            tuple(one.name for one in table.primary_key),
            tuple(one.name for one in table.columns if one.name not in model.passing),
            frozenset(one.name for one in table.columns if isinstance(one.type, Uuid)),
            tuple(sorted(model.passing)),
            tuple(one.name for one in table.columns if isinstance(one.type, UTCDateTime)),
        )
        for model in sorted(Row.__subclasses__(), key=lambda one: str(one.__tablename__))
        if model.followed and (table := Row.metadata.tables[str(model.__tablename__)]) is not None
    ]
    assert [astuple(one) for one in recorded()] == declared


@pytest.fixture
def desk(db: Database, with_cases: None) -> Round:
    """A finished interview and another one under way."""
    desk = Round(db)
    desk.interviewed(**SERVICE)
    desk.next_case()
    desk.remark(desk.begin(), "consent", "først")
    return desk


class TestWritten:
    def test_all_that_was_done_is_told(self, desk: Round) -> None:
        """Every row that there is has its entry, and the chain is whole."""
        with desk.db.read() as session:
            found = examine(session)
        assert (found.broken, found.changed, found.vanished) == (None, (), ())
        told = {one.table for one in trail_of(desk.db)}
        assert {"survey_case", "interviewer", "answer_entry", "revision", "interview"} <= told

    def test_who_it_was_and_in_which_case(self, db: Database, with_cases: None) -> None:
        """An answer is signed by whoever works at the database, and belongs to a case."""
        desk = Round(db)
        db.trail.who = desk.aase.id
        desk.remark(desk.begin(), "consent", "først")
        last = [one for one in trail_of(db) if one.table == "answer_entry"][-1]
        assert last.verb == Verb.insert
        assert last.who == desk.aase.id.hex
        assert last.case.replace("-", "") == desk.lease.case_id.hex

    def test_sitting_down_is_told(self, db: Database) -> None:
        """Who came when, by a word of its own."""
        one = sit_down(db, uuid4(), "Åse", "pc", NOON)
        assert [e.detail for e in trail_of(db) if e.verb == Verb.login][-1] == one.id.hex

    def test_so_is_every_start_of_whoever_sits_there_already(self, db: Database) -> None:
        """The program asks her for no name, and the log tells that she came."""
        one = sit_down(db, uuid4(), "Åse", "pc", NOON)
        for _ in range(2):
            services.start(db, "pc")
        told = [(e.who, e.detail) for e in trail_of(db) if e.verb == Verb.login]
        assert told[1:] == [(one.id.hex, one.id.hex)] * 2

    def test_every_table_is_followed_or_says_why_not(self) -> None:
        """Drafts, the trail itself, and what is summed up or merged, are not; whatever is new is,
        unless its model says so.
        """
        followed = {table.name for table in recorded()}
        assert set(Row.metadata.tables) - followed == {
            *("case_summary", "merged_row", "place", "trail")
        }

    def test_a_repeated_write_is_told_once(self, desk: Round) -> None:
        """What stored nothing has nothing to tell."""
        before = len(trail_of(desk.db))
        desk.take()
        sit = [one.number for one in trail_of(desk.db)]
        assert sit == list(range(1, len(sit) + 1))
        assert len(sit) <= before + 2


SPOILS = {
    "answer_entry": "UPDATE answer_entry SET remark = 'noe annet' WHERE remark = 'først'",
    "revision": "DELETE FROM revision",
    "interviewer": "UPDATE interviewer SET name = 'En annen'",
}


def another_program(file: Path | None) -> sqlite3.Connection:
    """SQLite's own shell; its journal stays, for Windows deletes none that we have open."""
    shell = sqlite3.connect(str(file))
    shell.execute("PRAGMA journal_mode = TRUNCATE")
    return shell


class TestFound:
    @pytest.mark.parametrize("table", SPOILS)
    def test_what_another_program_has_changed(
        self, on_file: Database, table: str, with_cases: None
    ) -> None:
        """Edited or taken out with SQLite's own shell: the row is named by its table."""
        desk = Round(on_file)
        desk.interviewed(**SERVICE)
        desk.next_case()
        desk.remark(desk.begin(), "consent", "først")
        with closing(another_program(on_file.file)) as shell, shell:
            shell.execute(SPOILS[table])
        with on_file.read() as session:
            found = examine(session)
        assert {name for name, _ in (*found.changed, *found.vanished)} == {table}
        assert any("utenom" in one.what and not one.is_well for one in check(on_file, NOON))

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE trail SET who = 'en annen' WHERE number = 7",
            "DELETE FROM trail WHERE number = 7",
            "UPDATE trail SET at = '2015-01-01', hash = 'x' WHERE number = 7",
        ],
    )
    def test_a_changed_entry(self, on_file: Database, statement: str, with_cases: None) -> None:
        """The file refuses it; and who takes that away breaks the chain at that number."""
        with closing(another_program(on_file.file)) as shell:
            if "who" not in statement:
                with pytest.raises(sqlite3.IntegrityError):
                    shell.execute(statement)
            for name in ("trail_is_kept", "trail_is_fixed"):
                shell.execute(f"DROP TRIGGER {name}")
            shell.execute(statement)
            shell.commit()
        with on_file.read() as session:
            assert examine(session).broken == 7

    def test_by_no_more_than_a_few_rows_at_a_time(
        self, desk: Round, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """However long the trail is: what was found of all of it is found of its portions."""
        monkeypatch.setattr("db.trail.trail.AT_ONCE", 3)
        desk.interviewed(**SERVICE)
        with desk.db.read() as session:
            told, found = list(entries(session)), examine(session)
        assert [one.number for one in told] == list(range(1, len(told) + 1))
        assert (found.broken, found.changed, found.vanished) == (None, (), ())

    def test_a_cut_off_end(self, on_file: Database, file: Path, with_cases: None) -> None:
        """The last backup knows how long the trail was."""
        Round(on_file).interviewed(**SERVICE)
        back_up_daily(file, NOON.date())
        end = head(on_file)
        assert last_head(file) == end
        with on_file.read() as session:
            assert holds(session, end)
        with closing(another_program(file)) as shell, shell:
            shell.execute("DROP TRIGGER trail_is_kept")
            shell.execute("DELETE FROM trail WHERE number > 100")
        with on_file.read() as session:
            assert not holds(session, end)

    def test_a_head_that_was_written_down(self) -> None:
        """As an export or a report shows it."""
        one = Head(12, "ab" * 32)
        assert Head.read(str(one)) == one
        broken = f"{str(one)[:22]}\n{str(one)[22:]}."  # as in the notes of a file for SPSS
        assert Head.read(broken) == one
        with pytest.raises(ValueError, match="no head"):
            Head.read("12:ab")


class TestForgotten:
    def test_what_was_said_cannot_be_guessed(self, desk: Round) -> None:
        """The fact stays, the content goes: without its salt a digest says nothing."""
        case = desk.lease.case_id
        withdraw(desk.db, Signed(uuid4(), desk.aase.id, NOON), case)
        told = [one for one in trail_of(desk.db) if one.case == case.hex]
        answers = [one for one in told if one.table == "answer_entry"]
        assert [one.verb for one in answers] == [Verb.insert, Verb.delete]
        assert all(one.salt is None for one in answers)
        with desk.db.read() as session:
            found = examine(session)
        assert (found.broken, found.changed, found.vanished) == (None, (), ())
        assert [one.detail for one in trail_of(desk.db) if one.verb == Verb.erasure] == [str(case)]


class TestOnAServer:
    def test_only_the_owner_could_change_it(self, on_server: Database, with_cases: None) -> None:
        """The server says no to an edit, whoever asks."""
        with pytest.raises(Unexpected), on_server.write() as session:
            session.connection().execute(text("UPDATE trail SET who = 'x' WHERE number = 3"))
        with on_server.read() as session:
            assert examine(session).broken is None


def test_an_older_database_is_sealed_as_it_is(file: Path) -> None:
    """Brought up to date, all that lay in it has an entry that says so."""
    with closing(open_database(file, create=True)) as db:
        told = trail_of(db)
        assert told[0].verb == Verb.migration
        assert {one.verb for one in told[1:]} == {Verb.sealed}
        assert not people(db)
