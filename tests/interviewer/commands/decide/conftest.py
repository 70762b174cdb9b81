"""What the tests of the review commands get: a practice database, and Berit at the keyboard."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.database import Database
from db.open_database import open_database
from schemas.review.finished_interviews import FinishedInterview
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from tests.interviewer.commands.decide.desk import Refused, Review, content, first
from tests.support.commands import run, said


@pytest.fixture
def path(practised: Path, tmp_path: Path) -> Path:
    """A copy of it, to decide on."""
    return Path(shutil.copy(practised, tmp_path / "practice.sqlite"))


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    """The same file, to look things up in."""
    with closing(open_database(path, create=False)) as database:
        yield database


@pytest.fixture
def review(path: Path) -> Review:
    """A command that is done, signed by Berit where it is a decision; what it prints."""

    def done(command: str, *words: str, by: str = "Berit", typed: str = "") -> str:
        signed = () if command in {"list", "opened", "show", "shared", "quality"} else ("--by", by)
        result = run(path, "review", command, *words, *signed, typed=typed)
        assert result.exit_code == 0, said(result)
        return result.output

    return done


@pytest.fixture
def refused(path: Path) -> Refused:
    """A command that is refused and has changed nothing in the file; the sentence."""

    def tried(*words: str, typed: str = "") -> str:
        before = content(path)
        result = run(path, "review", *words, "--by", "Berit", typed=typed)
        assert content(path) == before
        return said(result)

    return tried


@pytest.fixture
def service(db: Database) -> FinishedInterview:
    """Fusa: a service shared with Hol, with one offer."""
    one = first(db, Class.service)
    assert one.unit_id == "1241"
    return one
