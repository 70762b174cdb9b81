"""The season, its report, and its tables; made once."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.open_database import open_database
from interviewer.publish.report import read_material, report_page
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.survey import SURVEY
from tests.interviewer.publish.report import season
from tests.interviewer.publish.report.printed import departments_of
from tests.interviewer.publish.report.raw import Raw
from tests.support.made_once import made_once
from tests.support.pages import Page
from tests.support.seasons import season_of


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an invented season, with what was decided about it."""

    def made(path: Path) -> None:
        shutil.copy(season_of(tmp_path_factory, season.INTERVIEWS, 2017), path)
        season.decided(path)

    return made_once(tmp_path_factory, "decided.sqlite", made)


@pytest.fixture(scope="session")
def page(played: Path) -> Page:
    """The report about it."""
    with closing(open_database(played, create=False)) as database:
        return Page(report_page(SURVEY.report, read_material(database)))


@pytest.fixture(scope="session")
def raw(played: Path) -> Iterator[Raw]:
    """Its tables."""
    with closing(Raw(played, departments_of(Office))) as tables:
        yield tables
