"""Opening a database: what is made, what is refused, and in which words."""

import os
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db import sqlite
from db.addresses import parsed
from db.database import Database
from db.histories import histories
from db.open_database import open_database
from db.problems import (
    Damaged,
    DatabaseProblem,
    LinkLoop,
    NewerVersion,
    NoDatabase,
    NoFolder,
    NoPermission,
    NotOurs,
    UnknownAddress,
)
from schemas.surveys.part import BrokenSurvey
from tests.db.processes import heard, keep_as_nobody, make_new, open_as_nobody, start
from tests.support.held import held
from tests.support.no_power_cuts import AS_SHIPPED
from tests.support.own_survey import NAME, folder_beside
from tests.support.platforms import WINDOWS, needs_file_modes, needs_links_and_pipes


def sql(file: Path, *statements: str) -> list[object]:
    """Do something to a file behind the program's back; the last answer."""
    rows: list[object] = []
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            rows = connection.execute(statement).fetchall()
    return rows


def look_into(file: Path) -> int:
    """How many cases there are."""
    with closing(open_database(file, create=False)) as db:
        return len(histories(db))


class TestAFirstStart:
    @needs_file_modes
    def test_makes_a_file_for_its_owner_only(self, file: Path) -> None:
        """Names and numbers of people are nobody else's business, whatever the umask."""
        before = os.umask(0o022)
        open_database(file, create=True).close()
        assert os.umask(before) == 0o022
        assert stat.S_IMODE(file.stat().st_mode) == 0o600

    @needs_file_modes
    def test_takes_over_an_empty_file_for_its_owner_only(self, file: Path) -> None:
        """Whatever made it has let everybody read it: from here on there are people in it."""
        file.touch(mode=0o644)
        open_database(file, create=True).close()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600

    def test_leaves_one_file_at_rest(self, file: Path, on_file: Database) -> None:
        """An emptied journal lies beside what has been written to, nothing to be copied along."""
        with on_file.write() as session:
            session.connection().exec_driver_sql("UPDATE survey SET practice = practice")
        on_file.close()
        journal = file.with_name(f"{file.name}-journal")
        assert {one for one in file.parent.iterdir() if one != file} == {journal}
        assert journal.stat().st_size == 0

    def test_two_at_once_make_one_database(self, file: Path) -> None:
        """Two windows opened on the same morning: both work, nothing is made twice."""
        pipes = [start(make_new, file)[1] for _ in range(4)]
        assert [heard(pipe) for pipe in pipes] == [[0]] * 4

    def test_takes_paths_as_people_write_them(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Spaces, Norwegian letters and signs that mean something in addresses."""
        monkeypatch.chdir(tmp_path)
        question = "hva#.db" if WINDOWS else "hva?#.db"  # a sign that no name has there
        for name in ("runde våren 2015.db", "100%.db", question, "a&b=c.db"):
            open_database(name, create=True).close()
            open_database(f"sqlite:///{tmp_path / 'url.db'}", create=True).close()
            assert (tmp_path / name).stat().st_size > 0
        assert (tmp_path / "url.db").exists()


class TestTheNextStart:
    def test_finds_what_was_there(self, file: Path, on_file: Database, with_cases: None) -> None:
        """Nothing is made anew."""
        on_file.close()
        assert look_into(file) == 442

    def test_does_not_import_the_migrations(self, file: Path, on_file: Database) -> None:
        """They cost a fifth of a second, and an up-to-date database needs none."""
        on_file.close()
        script = (
            "import sys; from db.open_database import open_database; "
            f"open_database({str(file)!r}, create=False).close(); "
            "sys.exit('alembic' in sys.modules or 'textual' in sys.modules)"
        )
        assert subprocess.run([sys.executable, "-c", script]).returncode == 0

    def test_durable_and_strict_on_every_connection(
        self, new_file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """TRUNCATE and FULL: the combination that lost nothing in any power cut."""
        monkeypatch.setattr(sqlite, "PRAGMAS", AS_SHIPPED)
        opened = closing(open_database(new_file, create=False))
        with opened as db, db.read() as session:
            ask = session.connection().exec_driver_sql
            names = ("journal_mode", "synchronous", "foreign_keys")
            found = [ask(f"PRAGMA {name}").scalar() for name in names]
        assert found == ["truncate", 2, 1]


class TestNothingThere:
    def test_a_mistyped_path_is_not_made_a_database(self, file: Path) -> None:
        """Otherwise a whole round would be answered into the wrong file."""
        with pytest.raises(NoDatabase, match=re.escape(str(file))):
            open_database(file, create=False)
        assert not file.exists()

    def test_an_emptied_file_is_no_database_either(self, file: Path) -> None:
        """A cloud folder can leave an empty file of the right name."""
        file.touch()
        with pytest.raises(NoDatabase):
            open_database(file, create=False)

    def test_a_missing_folder(self, tmp_path: Path) -> None:
        """The folder is named, and never made."""
        with pytest.raises(NoFolder, match="borte"):
            open_database(tmp_path / "borte" / "runde.db", create=True)
        assert not (tmp_path / "borte").exists()

    @needs_links_and_pipes
    def test_a_link_to_itself(self, tmp_path: Path) -> None:
        """What it is, not that nothing is there; in the name of a folder too."""
        one, other = tmp_path / "en", tmp_path / "to"
        one.symlink_to(other)
        other.symlink_to(one)
        for place in (one, other / "runde.db"):
            with pytest.raises(LinkLoop, match="tilbake til seg selv"):
                open_database(place, create=True)

    @pytest.mark.parametrize("address", ["mysql://me:hemmelig@x/y", "sqlite://", "http://[", "://"])
    def test_an_address_of_another_kind(self, address: str) -> None:
        """Only files and PostgreSQL; what may be a password is not repeated."""
        with pytest.raises(UnknownAddress) as problem:
            open_database(address, create=True)
        assert "hemmelig" not in str(problem.value)


class TestPasswords:
    """No part of one is ever shown, whatever signs are in it."""

    @pytest.mark.parametrize(
        "password", ["p@ss", "p@ss:w", "he/m@l", "he#m?l@g", "p@s/w@r", "100%@"]
    )
    def test_with_signs_of_an_address(self, password: str) -> None:
        """The last `@` that a host can follow ends it."""
        address = parsed(f"postgresql://kari:{password}@localhost:5432/runde?sslmode=require")
        assert (address.password, address.host, address.port) == (password, "localhost", 5432)

    def test_written_as_addresses_want_it(self) -> None:
        """With per cent signs."""
        assert parsed("postgresql://kari:p%40ss@localhost/runde").password == "p@ss"

    @pytest.mark.parametrize(
        "place",
        ["kari:hemm@lig@host/x", "postgres:/kari:hemmelig@host/x", "postgresql://k:a@b?c=d@host/x"],
    )
    def test_in_an_address_that_lacks_something(self, place: str) -> None:
        """It is not told of as a file that is not there, nor half of it as a host."""
        with pytest.raises(UnknownAddress):
            open_database(place, create=False)


@needs_file_modes
class TestOpenToOthers:
    """A database that others on the machine can read is closed to them, and that is told."""

    def test_a_file_of_ours(self, file: Path, on_file: Database) -> None:
        assert on_file.warnings == ()
        file.chmod(0o644)
        with closing(open_database(file, create=False)) as db:
            (told,) = db.warnings
        assert told.startswith(f"{file} kunne leses av andre på maskinen. Nå er den bare din.")
        assert told.endswith("(DB-OPEN-TO-OTHERS)")
        assert stat.S_IMODE(file.stat().st_mode) == 0o600

    def test_a_file_of_somebody_else(
        self, file: Path, on_file: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is told, and whoever owns it must see to it."""
        file.chmod(0o644)
        monkeypatch.setattr(os, "getuid", lambda: -1)
        with closing(open_database(file, create=False)) as db:
            (told,) = db.warnings
        assert "tilhører en annen bruker" in told

    def test_a_folder_that_everybody_writes_in(self, file: Path, on_file: Database) -> None:
        """There may be other things in it: it is told, and left as it is."""
        file.parent.chmod(0o777)
        with closing(open_database(file, create=False)) as db:
            (told,) = db.warnings
        assert told.startswith(f"Alle på maskinen kan skrive i mappen {file.parent}.")


class TestSomethingElseThere:
    @pytest.mark.parametrize("content", [b"Navn;Telefon\n" * 99, b"\x89PNG\r\n" * 400])
    def test_other_files_are_left_alone(self, file: Path, content: bytes) -> None:
        """A spreadsheet or a picture is refused, and not a byte of it changed."""
        file.write_bytes(content)
        with pytest.raises(NotOurs):
            open_database(file, create=True)
        assert file.read_bytes() == content

    @pytest.mark.parametrize(
        "mark",
        [
            "CREATE TABLE alembic_version (version_num TEXT)",
            "CREATE TABLE cookies (id INTEGER)",
            "PRAGMA application_id = 252006673",
        ],
    )
    def test_other_programs_databases_are_left_alone(self, file: Path, mark: str) -> None:
        """Also one that is marked as another program's, or that alembic looks after."""
        sql(file, mark, "CREATE TABLE theirs (id INTEGER)")
        before = file.read_bytes()
        with pytest.raises(NotOurs):
            open_database(file, create=True)
        assert file.read_bytes() == before

    @needs_links_and_pipes
    def test_a_folder_or_a_device(self, tmp_path: Path) -> None:
        """Neither is opened, so neither can hang."""
        os.mkfifo(tmp_path / "pipe")
        for place in (tmp_path, tmp_path / "pipe", Path("/dev/zero")):
            with pytest.raises((NotOurs, NoPermission)):
                open_database(place, create=True)


class TestOursButNotUsable:
    def test_a_newer_version_says_so(self, file: Path, on_file: Database) -> None:
        """An old program on a colleague's machine must not touch a newer database."""
        on_file.close()
        sql(file, "UPDATE alembic_version SET version_num = '9999'")
        before = file.read_bytes()
        with pytest.raises(NewerVersion, match="nyere Ringerunde"):
            open_database(file, create=True)
        assert file.read_bytes() == before

    def test_a_file_cut_short_is_damaged(
        self, file: Path, on_file: Database, with_cases: None
    ) -> None:
        """Half a file, as after a copy that stopped."""
        on_file.close()
        os.truncate(file, file.stat().st_size // 2)
        with pytest.raises(Damaged, match="skadet"):
            look_into(file)

    def test_a_file_overwritten_in_the_middle_is_damaged(
        self, file: Path, on_file: Database, with_cases: None
    ) -> None:
        """A bad sector shows when its page is read."""
        on_file.close()
        size = file.stat().st_size
        with file.open("r+b") as damaged:
            damaged.seek(8192)
            damaged.write(b"\xa5" * (size - 8192))
        with pytest.raises(Damaged):
            look_into(file)

    def test_of_a_survey_that_cannot_be_read(
        self, file: Path, on_file: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Its folder says something wrong: that is told, and the file is let go of."""
        on_file.close()
        (folder_beside(tmp_path, monkeypatch) / "survey.py").write_text("SURVEY = Schools\n")
        sql(file, f"UPDATE survey SET name = '{NAME}'")
        with pytest.raises(BrokenSurvey, match="linje 1: NameError"):
            open_database(file, create=False)
        assert not list(held(file))


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that everybody may enter, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@needs_file_modes
class TestNoPermission:
    def said_to_nobody(self, file: Path) -> str:
        """What somebody without rights is told: code and sentence."""
        (told,) = heard(start(open_as_nobody, file)[1])
        return str(told)

    def test_a_folder_one_may_not_write(self, public_folder: Path) -> None:
        """SQLite needs the folder too, for its journal."""
        public_folder.chmod(0o555)
        told = self.said_to_nobody(public_folder / "runde.db")
        assert told.startswith("DB-PERMISSION")
        assert str(public_folder) in told

    def test_a_file_one_may_not_write(self, public_folder: Path) -> None:
        """Read-only on purpose, or somebody else's."""
        file = public_folder / "runde.db"
        open_database(file, create=True).close()
        for mode in (0o400, 0o444):
            file.chmod(mode)
            assert self.said_to_nobody(file).startswith("DB-PERMISSION")

    def test_backups_that_one_may_not_look_at(self, public_folder: Path) -> None:
        """Those of a start as root: a word, and no fault of the program; whoever is erased is said
        to stand there.  So is a folder where nothing can be put that nobody may look into."""
        file, closed = public_folder / "runde.db", public_folder / "runde.db-backups"
        open_database(file, create=True).close()
        if os.getuid() == 0:
            for one in (public_folder, *public_folder.iterdir()):
                shutil.chown(one, 65534)
        closed.mkdir(mode=0o000)
        *codes, looked = heard(start(keep_as_nobody, file, closed)[1])
        assert codes == ["DB-BACKUP", "DB-PERMISSION", "EXPORT-PERMISSION", "DB-COPY"]
        assert looked == (False, (closed,), f"får ikke lese {closed}")

    def test_a_folder_one_may_not_enter(self, public_folder: Path) -> None:
        """Not even looking is allowed: said, not crashed."""
        inner = public_folder / "inner"
        inner.mkdir(mode=0o000)
        told = self.said_to_nobody(inner / "deep" / "runde.db")
        assert told.startswith("DB-PERMISSION")


def test_every_problem_is_an_ordinary_sentence(file: Path) -> None:
    """Whatever is wrong, the interviewer reads one sentence that says where."""
    with pytest.raises(DatabaseProblem) as problem:
        open_database(file, create=False)
    assert str(problem.value) == f"Det finnes ingen database i {file}. Kontroller stedet."
