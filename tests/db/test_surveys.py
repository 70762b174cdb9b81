"""A database is for one survey: which one it knows itself, and no other may open it."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from db.cases import load_register
from db.histories import histories
from db.open_database import open_database
from db.problems import (
    AlreadyThere,
    BadRegister,
    NewerVersion,
    NoDatabase,
    OtherSurvey,
    Undeclared,
    UnknownSurvey,
)
from schemas.frame.frame import Frame
from schemas.frame.register import register
from schemas.surveys.health_trusts_2016.survey import SURVEY as TRUSTS
from schemas.surveys.municipal_services_2015.survey import SURVEY as MUNICIPAL
from schemas.surveys.versions import today
from tests.db.migrating import connected
from tests.db.test_upgrade import make_version, start_afresh
from tests.support.own_register import design_with


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a database of each kind is to lie, with nothing there yet, and nothing left there."""
    if request.param == "sqlite":
        yield str(tmp_path / "runde.db")
        return
    address: str = request.getfixturevalue("postgresql_address")
    with connected(address) as connection:
        start_afresh(connection)
    yield address
    with connected(address) as connection:
        start_afresh(connection)


@pytest.fixture
def trusts(tmp_path: Path) -> Path:
    """A database of the second survey."""
    file = tmp_path / "foretak.db"
    open_database(file, create=True, survey=TRUSTS).close()
    return file


def spoil(file: Path, statement: str) -> None:
    """Change a file behind the program's back."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement)


class TestANewDatabase:
    def test_is_for_the_first_survey_unless_another_is_named(self, place: str) -> None:
        """With all units of its register, each a case."""
        with closing(open_database(place, create=True)) as db:
            assert load_register(db) == 442
            assert (db.survey, db.frame.units) == (MUNICIPAL, register(MUNICIPAL.frame).units)

    def test_is_for_the_survey_that_is_named(self, place: str) -> None:
        """And knows it when it is opened again: nobody has to say so."""
        open_database(place, create=True, survey=TRUSTS).close()
        with closing(open_database(place, create=False)) as db:
            assert load_register(db) == 25
            assert db.survey is TRUSTS
            assert [case.unit for case in histories(db)] == list(register(TRUSTS.frame))

    def test_may_have_a_sample_of_its_own(self, place: str) -> None:
        """Only those units are called, and an answer can name no others."""
        some = Frame(TRUSTS.frame, register(TRUSTS.frame).units[:3])
        open_database(place, create=True, survey=TRUSTS, sample=some).close()
        with closing(open_database(place, create=False)) as db:
            assert (load_register(db), db.frame.units) == (3, some.units)

    def test_is_not_made_where_there_is_one(self, place: str) -> None:
        """A sample never gets into a database that has units already."""
        open_database(place, create=True).close()
        sample = register(TRUSTS.frame)
        with pytest.raises(AlreadyThere, match="fra før"):
            open_database(place, create=True, survey=TRUSTS, sample=sample)
        with closing(open_database(place, create=False)) as db:
            assert len(db.frame) == 442


class TestASurveyThatCannotBeUsed:
    """Nothing is made for it, not even an empty file: that would be in the way afterwards."""

    def test_for_its_register(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The sentence says which line."""
        register_of = files(TRUSTS.frame.package) / TRUSTS.frame.file
        content = register_of.read_bytes().replace(b"OUS,", b"AHUS,", 1)
        own = replace(TRUSTS, frame=design_with(TRUSTS.frame, content, tmp_path, monkeypatch))
        with pytest.raises(BadRegister, match="Linje 3: AHUS står også på linje 2"):
            open_database(tmp_path / "ny.db", create=True, survey=own)
        assert not list(tmp_path.glob("ny.db*"))

    def test_for_what_nobody_has_declared(self, tmp_path: Path) -> None:
        """Its questionnaire is not the one that was released under this version."""
        kept = {**today(TRUSTS), "fingerprint": "0" * 16}
        (tmp_path / "2016.1.json").write_text(json.dumps(kept), "utf-8")
        with pytest.raises(Undeclared, match="Skjemaet er endret"):
            open_database(
                tmp_path / "ny.db", create=True, survey=replace(TRUSTS, codebooks=tmp_path)
            )
        assert not list(tmp_path.glob("ny.db*"))

    def test_leaves_a_file_that_was_there(self, tmp_path: Path) -> None:
        """An empty one that somebody else has made is theirs."""
        (tmp_path / "2016.1.json").write_text(json.dumps({"fingerprint": ""}), "utf-8")
        (tmp_path / "ny.db").touch()
        with pytest.raises(Undeclared):
            open_database(
                tmp_path / "ny.db", create=True, survey=replace(TRUSTS, codebooks=tmp_path)
            )
        assert (tmp_path / "ny.db").exists()


class TestAnotherSurvey:
    def test_is_refused_by_name(self, place: str) -> None:
        """In a sentence that names both."""
        open_database(place, create=True, survey=TRUSTS).close()
        with pytest.raises(OtherSurvey) as told:
            open_database(place, create=False, survey=MUNICIPAL)
        assert "for undersøkelsen health-trusts-2016, ikke municipal-services" in str(told.value)
        open_database(place, create=False, survey=TRUSTS).close()

    def test_is_refused_before_anything_is_brought_up_to_date(self, place: str) -> None:
        """A database of an earlier version is the first survey's, and stays as it was."""
        with connected(place) as connection:
            make_version(connection, "0004")
        with pytest.raises(OtherSurvey):
            open_database(place, create=True, survey=TRUSTS)
        with connected(place) as connection:
            version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        assert version == "0004"

    def test_that_nobody_knows_is_told(self, trusts: Path, tmp_path: Path) -> None:
        """Somebody else's program has it; nothing is written into the file."""
        spoil(trusts, "UPDATE survey SET name = 'schools-2031'")
        before = shutil.copy(trusts, tmp_path / "before")
        with pytest.raises(UnknownSurvey, match="schools-2031, som denne Ringerunde ikke har"):
            open_database(trusts, create=False)
        assert trusts.read_bytes() == Path(before).read_bytes()

    def test_cannot_be_asked_for_into_being(self, tmp_path: Path) -> None:
        """A mistyped path is a mistyped path, whatever survey is named."""
        with pytest.raises(NoDatabase):
            open_database(tmp_path / "ingen.db", create=False, survey=TRUSTS)


class TestTheUnits:
    def test_are_read_once_and_late(self, trusts: Path) -> None:
        """Not when a database is opened: the first picture does not wait for them."""
        with closing(open_database(trusts, create=False)) as db:
            assert "frame" not in vars(db)
            assert db.frame is db.frame

    def test_in_a_group_that_the_survey_has_not_are_a_newer_program_s(self, trusts: Path) -> None:
        """What is not understood is not shown as something else."""
        spoil(trusts, "UPDATE unit SET group_id = 'oslo' WHERE id = 'OUS'")
        with closing(open_database(trusts, create=False)) as db, pytest.raises(NewerVersion):
            len(db.frame)


def test_a_survey_need_not_lie_among_the_others(place: str) -> None:
    """Whoever has one in hand opens its databases with it: nobody looks for it by name."""
    own = replace(TRUSTS, name="schools-2031")
    open_database(place, create=True, survey=own).close()
    with closing(open_database(place, create=False, survey=own)) as db:
        assert db.survey is own
    with pytest.raises(UnknownSurvey):
        open_database(place, create=False)
