"""The season, its report, and its tables; made once."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.engine import open_database
from interviewer.publish.report import read_material, report_page
from schemas.surveys.municipal_services_2015.survey import SURVEY
from tests.interviewer.publish.report import season
from tests.interviewer.publish.report.raw import Raw
from tests.support.made_once import made_once
from tests.support.pages import Page


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an invented season."""
    return made_once(tmp_path_factory, "season.sqlite", season.make)


@pytest.fixture(scope="session")
def page(played: Path) -> Page:
    """The report about it."""
    with closing(open_database(played, create=False)) as database:
        return Page(report_page(SURVEY.report, read_material(database)))


@pytest.fixture(scope="session")
def raw(played: Path) -> Iterator[Raw]:
    """Its tables."""
    with closing(Raw(played)) as tables:
        yield tables
