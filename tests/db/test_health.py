"""Looking after a database: what is wrong is found, what is well is not complained of."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from uuid import uuid4, uuid5

import pytest
from sqlalchemy import delete, text, update

from db.backup import back_up_daily, backups
from db.call_list import read_list
from db.calls import begin_attempt, hang_up, not_dialled
from db.cases import open_case
from db.coding import code_answer, name_code
from db.coding_desk import read_coding
from db.database import Database
from db.drives import as_on_linux, unsafe
from db.emptied import emptied
from db.health import check
from db.import_plans import apply_claim_forms
from db.interviews import record_answer
from db.open_database import open_database
from db.persons.overdue import kept_until
from db.persons.retention import keep_until
from db.plain_sql import told_where_spoilt
from db.problems import (
    SpoiltContent,
    SpoiltId,
    SpoiltMoment,
    SpoiltReference,
    SpoiltUnit,
    UnknownCode,
)
from db.records import Signed
from db.seats import who_sits_here
from db.statements import execute
from db.tables import CodingRow, OpenCodeRow
from schemas.calls.outcomes import Outcome
from schemas.calls.settings import Settings
from tests.db.everywhere import ANSWERED
from tests.db.rounds import SERVICE, Round
from tests.db.world import NOON, World
from tests.support.platforms import needs_file_modes


@pytest.fixture
def desk(db: Database, with_cases: None) -> Round:
    """A finished interview and a call."""
    desk = Round(db)
    call = desk.dial(desk.known())
    hang_up(db, desk.lease, call.id, Outcome.no_answer, "", desk.now())
    desk.interviewed(**SERVICE)
    return desk


def wrong(db: Database) -> set[str]:
    """What is not well."""
    return {one.what for one in check(db, NOON) if not one.is_well}


SPOILS = {
    "Historikken": "DELETE FROM answer_entry WHERE seq = 1",
    "Sammendraget av sakene": "UPDATE case_summary SET attempts = 7",
    "Klokken": "UPDATE call_attempt SET ended_at = '2015-03-02 10:00:00'",
    "Svar i fullførte intervjuer": (
        "UPDATE revision SET document = replace(CAST(document AS text),"
        ' \'"has_offers":"yes"\', \'"has_offers":"sometimes"\')'
    ),
    "Klasser, regnet ut på nytt": (
        "UPDATE revision SET classification = replace(CAST(classification AS text),"
        ' \'"class":"service"\', \'"class":"none"\')'
    ),
}


class TestIntroductions:
    def test_tell_where_a_call_that_was_none_has_emptied_one(self, desk: Round) -> None:
        """As a wrong key on the card once did; until it is asked again."""
        desk.next_case()
        begun, call = desk.begin(), uuid4()
        desk.remark(begun, "consent", "")
        cleared = replace(desk.entry(begun, "consent", None), id=uuid5(call, "0"))
        begin_attempt(desk.db, desk.lease, call, desk.known().id, "", desk.now())
        record_answer(desk.db, desk.lease, cleared)
        with desk.db.read() as session:
            assert emptied(session) == (), "the call goes on, and it is being asked"
        not_dialled(desk.db, desk.lease, call)
        what = "Innledningen i påbegynte intervjuer"
        (told,) = (one for one in check(desk.db, NOON) if one.what == what)
        assert not told.is_well
        unit = desk.db.frame.units[1]
        assert f": {unit.name} ({unit.group.name}). Spør" in told.found
        desk.remark(begun, "consent", "")
        with desk.db.read() as session:
            assert emptied(session) == ()


class TestCodings:
    def test_tell_of_answers_that_read_otherwise(self, desk: Round) -> None:
        """That is no fault of the database; a code that is not there is."""
        her, code = desk.person("Turid"), uuid4()
        (question, (told, *_)), *_ = read_coding(desk.db).by_question.items()
        name_code(desk.db, Signed(uuid4(), her.id, desk.now()), code, question, "Økonomi")
        code_answer(desk.db, Signed(uuid4(), her.id, desk.now()), told.answer, [code])
        assert found(desk.db, "Kodede svar") == "alle er som da de ble kodet"
        with desk.db.write() as session:
            execute(session, update(CodingRow).values(said="noe annet"))
        assert found(desk.db, "Kodede svar") == "borte: 0, lyder annerledes nå: 1"
        with desk.db.write() as session:
            execute(session, delete(OpenCodeRow))
        assert "Kodene til kodede svar" in wrong(desk.db)


def found(db: Database, what: str) -> str:
    """What is told of one thing."""
    return next(one.found for one in check(db, NOON) if one.what == what)


class TestInside:
    def test_nothing_is_wrong(self, desk: Round) -> None:
        assert wrong(desk.db) <= {"Sikkerhetskopier"}

    @pytest.mark.parametrize("what", SPOILS)
    def test_what_somebody_has_changed(self, desk: Round, what: str) -> None:
        """Behind the program's back: a row taken out, a clock, an answer, a class."""
        desk.next_case()
        begun = desk.begin()
        desk.remark(begun, "consent", "første")
        desk.remark(begun, "consent", "andre")
        statement = SPOILS[what]
        if desk.db.dialect == "postgresql":
            statement = statement.replace("= replace(", "= CAST(replace(")
            statement += " AS json)" if "CAST(replace" in statement else ""
        with desk.db.write() as session:
            session.connection().execute(text(statement))
        assert what in wrong(desk.db)


class TestWhatCannotBeRead:
    """The program has no way around it: it says what it is, and `check` where."""

    @pytest.fixture
    def world(self, on_file: Database, with_cases: None) -> World:
        return World(on_file)

    def changed(self, file: Path, *statements: str) -> None:
        with closing(sqlite3.connect(file)) as other:
            other.execute("PRAGMA journal_mode = TRUNCATE")  # Windows keeps what we have open
            other.execute("PRAGMA ignore_check_constraints = ON")
            for statement in statements:
                other.execute(statement)
            other.commit()

    @pytest.mark.parametrize("moment", ["'i går'", "2015", "0"])
    def test_a_moment(self, file: Path, world: World, moment: str) -> None:
        """Also a number, which SQLite takes for a day."""
        self.changed(file, f"UPDATE interviewer SET seated_at = {moment}")
        with pytest.raises(SpoiltMoment):
            who_sits_here(world.db, world.aase.seat)
        assert found(world.db, "Tidspunkter") == "1 i interviewer.seated_at kan ikke leses"

    @pytest.mark.parametrize("day", ["'i går'", "2015"])
    def test_a_day(self, file: Path, world: World, day: str) -> None:
        """Until which persons are kept, as it is asked for at every start."""
        keep_until(world.db, Signed(uuid4(), world.aase.id, NOON), NOON.date())
        self.changed(file, f"UPDATE retention SET until = {day}")
        with pytest.raises(SpoiltMoment), world.db.read() as session:
            kept_until(session)
        assert found(world.db, "Tidspunkter") == "1 i retention.until kan ikke leses"

    @pytest.mark.parametrize("column", ["id", "case_id", "contact_id"])
    def test_an_id(self, file: Path, world: World, column: str) -> None:
        """Of a row, or of what it points to: said where, before anything is read of it."""
        call = world.dial(world.known())
        hang_up(world.db, world.lease, call.id, Outcome.no_answer, "", world.now())
        self.changed(file, f"UPDATE call_attempt SET {column} = 'zz'")
        assert found(world.db, "Kjennetegn på rader") == f"1 i call_attempt.{column} kan ikke leses"

    @pytest.mark.parametrize("column", ["number", "seconds", "end_unknown"])
    def test_a_number(self, file: Path, world: World, column: str) -> None:
        """Whoever fails over it is told where it is, and not that the program has a fault."""
        call = world.dial(world.known())
        hang_up(world.db, world.lease, call.id, Outcome.no_answer, "", world.now())
        self.changed(file, f"UPDATE call_attempt SET {column} = 'zz'")
        assert found(world.db, "Tall") == f"1 i call_attempt.{column} kan ikke leses"
        with (
            pytest.raises(SpoiltContent, match=f"«call_attempt.{column}»"),
            told_where_spoilt(world.db.look),
        ):
            raise TypeError

    @pytest.mark.parametrize(
        ("column", "spoilt", "what"),
        [
            ("unit.other_names", "'3.5'", "Sammensatt innhold"),
            ("contact_point.role", "x'fffe'", "Tekster"),
            ("contact_point.department", "NULL", "Tekster"),
        ],
    )
    def test_another_kind_of_thing(
        self, file: Path, world: World, column: str, spoilt: str, what: str
    ) -> None:
        """A number where names were, bytes where a text was, and nothing where there is always
        something."""
        world.known()
        table, name = column.split(".")
        self.without_rules(file, table)
        self.changed(file, f"UPDATE {table} SET {name} = {spoilt} WHERE rowid = 1")
        assert found(world.db, what) == f"1 i {column} kan ikke leses"
        with pytest.raises(SpoiltContent, match=column), told_where_spoilt(world.db.look):
            raise AttributeError

    def test_what_is_pointed_to(self, file: Path, world: World) -> None:
        """A unit with another number: its case is there, and points to nothing."""
        self.changed(file, "UPDATE unit SET id = '9999' WHERE id = '0101'")
        told = "1 i case_summary.unit_id, 1 i survey_case.unit_id peker på noe som ikke finnes"
        assert found(world.db, "Henvisninger mellom tabeller") == told
        with (
            pytest.raises(SpoiltReference, match=r"«case_summary\.unit_id»"),
            told_where_spoilt(world.db.look),
        ):
            raise KeyError

    def without_rules(self, file: Path, table: str) -> None:
        """As a disk that writes elsewhere does not ask what may be empty."""
        rule = f"sql = replace(sql, ' NOT NULL', '') WHERE name = '{table}'"
        self.changed(file, "PRAGMA writable_schema = ON", f"UPDATE sqlite_master SET {rule}")

    def test_where_nothing_is_spoilt_it_is_a_fault(self, world: World) -> None:
        """Of the program, and told as one."""
        with pytest.raises(TypeError), told_where_spoilt(world.db.look):
            raise TypeError

    @pytest.mark.parametrize("id", ["zz", "ab", 32 * "z"])
    def test_whose_case_was_summed_up(self, file: Path, world: World, id: str) -> None:
        """The file is opened, so that `check` can be asked; no list is shown without a case."""
        self.changed(file, f"UPDATE case_summary SET case_id = '{id}' WHERE unit_id = '0101'")
        with closing(open_database(file, create=False)) as opened:
            assert any("(DB-ID)" in words for words in opened.warnings)
            with pytest.raises(SpoiltId):
                read_list(opened, Settings())
            found_wrong = found(opened, "Kjennetegn på rader")
        assert found_wrong == "1 i case_summary.case_id kan ikke leses"

    def test_a_lane_that_there_is_not(self, file: Path, world: World) -> None:
        """As any other code of nobody."""
        self.changed(file, "UPDATE case_summary SET lane = 'nonsense'")
        with (
            closing(open_database(file, create=False)) as opened,
            pytest.raises(UnknownCode, match="«nonsense»"),
        ):
            read_list(opened, Settings())

    @pytest.mark.parametrize("spoilt", ["zz", 32 * "z"])
    def test_what_is_read_of_a_row_without_an_id(
        self, file: Path, world: World, spoilt: str
    ) -> None:
        """It is said in our words, by the check itself too; also where it is as long as one."""
        call = world.dial(world.known())
        hang_up(world.db, world.lease, call.id, Outcome.no_answer, "", world.now())
        self.changed(file, f"UPDATE call_attempt SET id = '{spoilt}'")
        with pytest.raises(SpoiltId):
            list(check(world.db, NOON))

    @pytest.mark.parametrize("column", ["answers", "partners"])
    def test_a_claim(self, file: Path, world: World, column: str) -> None:
        """As everything that is stored as JSON: what is no longer any is told of with its table."""
        apply_claim_forms(world.db, [ANSWERED], NOON)
        self.changed(file, f"UPDATE claim_form SET {column} = '{{\"'")
        assert found(world.db, "Sammensatt innhold") == f"1 i claim_form.{column} kan ikke leses"

    @pytest.mark.parametrize("column", ["other_names", "more"])
    @pytest.mark.parametrize("spoilt", ['["Våler', "7"])
    def test_what_is_told_of_a_unit(
        self, file: Path, world: World, column: str, spoilt: str
    ) -> None:
        """Which unit it is, and what to do, is said where the unit is asked for."""
        self.changed(file, f"UPDATE unit SET {column} = '{spoilt}' WHERE id = '0101'")
        with (
            closing(open_database(str(file), create=False)) as later,
            pytest.raises(SpoiltUnit, match="enheten 0101"),
        ):
            later.frame["0101"]

    def test_a_code_of_nobody(self, file: Path, world: World) -> None:
        call = world.dial(world.known())
        hang_up(world.db, world.lease, call.id, Outcome.no_answer, "", world.now())
        self.changed(file, "UPDATE call_attempt SET outcome = 'nonsense'")
        with (
            closing(open_database(str(file), create=False)) as later,
            pytest.raises(UnknownCode, match="«nonsense»"),
        ):
            open_case(later, world.lease.case_id)


class TestAround:
    def test_the_file_and_its_backups(
        self, on_file: Database, file: Path, with_cases: None
    ) -> None:
        assert "Sikkerhetskopier" in wrong(on_file)
        back_up_daily(file, NOON.date())
        assert wrong(on_file) == set()
        made = datetime(2015, 6, 1, 22, 30, tzinfo=UTC).timestamp()
        os.utime(backups(file)[0], (made, made))
        assert found(on_file, "Sikkerhetskopier") == "1, den siste 2.6.2015 kl. 00.30"

    @needs_file_modes
    def test_open_to_others(self, on_file: Database, file: Path, with_cases: None) -> None:
        back_up_daily(file, NOON.date())
        file.chmod(0o644)
        assert wrong(on_file) == {"Tilgang"}

    @pytest.mark.parametrize(
        ("path", "words"),
        [
            ("/home/kari/OneDrive - LHL/runde.sqlite", "synkroniseres"),
            ("/home/kari/Dropbox/runde.sqlite", "synkroniseres"),
            ("/mnt/felles mappe/runde.sqlite", "cifs"),
            ("/net/a/b/runde.sqlite", "nfs4"),
            ("/felles/æ\\ø/runde.sqlite", "nfs"),
            ("/run/user/7/gvfs/smb-share:server=s/runde.sqlite", "gvfsd-fuse"),
            ("/Users/kari/Library/CloudStorage/GoogleDrive-kari@lhl.no/runde.sqlite", "synkron"),
            ("/Users/kari/Library/Mobile Documents/com~apple~CloudDocs/r.sqlite", "synkroniseres"),
            ("/home/kari/Box/runde.sqlite", "synkroniseres"),
            ("/home/kari/Nextcloud/runde.sqlite", "synkroniseres"),
        ],
    )
    def test_where_it_should_not_lie(self, path: str, words: str) -> None:
        """Folders that put back older files, and drives of which the locks are no locks."""
        mounts = (
            "/dev/sda1 / ext4 rw 0 0\n//srv/f /mnt/felles\\040mappe cifs rw 0 0\n"
            "map /net/a autofs rw 0 0\nsrv:/x /net/a nfs4 rw 0 0\n"  # on demand, over its place
            "srv:/y /felles/æ\\134ø nfs rw 0 0\n"
            "gvfsd-fuse /run/user/7/gvfs fuse.gvfsd-fuse rw 0 0\n"
        )
        assert words in (unsafe(PurePosixPath(path), mounts) or "")
        for own in ("/home/kari/runde.sqlite", "/home/kari/Boxes/runde.sqlite"):
            assert unsafe(PurePosixPath(own), mounts) is None

    def test_on_macos(self) -> None:
        """It has no file with what is mounted, and tells it in other words."""
        mounts = as_on_linux(
            "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)\n"
            "map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)\n"
            "//kari@server/felles on /Volumes/Felles disk (1) (smbfs, nodev, nosuid)\n"
        )
        there = PurePosixPath("/Volumes/Felles disk (1)/runde.sqlite")
        assert "smbfs" in (unsafe(there, mounts) or "")
        assert unsafe(PurePosixPath("/Users/kari/runde.sqlite"), mounts) is None
