"""The report on another survey: every number on it equals one that was counted independently."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.engine import open_database
from interviewer.publish.report import read_material, report_page
from schemas.surveys.health_trusts_2016.departments import TrustDepartment
from schemas.surveys.health_trusts_2016.survey import SURVEY
from tests.interviewer.publish.report.printed import departments_of
from tests.interviewer.publish.report.recount_trusts import TRUSTS, Trusts
from tests.support.pages import Page
from tests.support.seasons import season_of


@pytest.fixture(scope="module")
def autumn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a season: twenty of twenty-five have been interviewed."""
    return season_of(tmp_path_factory, 20, 2016, SURVEY.name)


@pytest.fixture(scope="module")
def page(autumn: Path) -> Page:
    """The report about it."""
    with closing(open_database(autumn, create=False)) as database:
        return Page(report_page(SURVEY.report, read_material(database)))


@pytest.fixture(scope="module")
def raw(autumn: Path) -> Iterator[Trusts]:
    """Its tables."""
    with closing(Trusts(autumn, departments_of(TrustDepartment))) as tables:
        yield tables


class TestEveryFigure:
    def test_is_right(self, page: Page, raw: Trusts) -> None:
        """Each figure, table, sentence and large number, one after the other."""
        printed = page.blocks()
        for block, recount in TRUSTS.items():
            assert sorted(printed[block]) == sorted(recount(raw)), block

    def test_is_counted(self, page: Page) -> None:
        """A new chapter has to be counted, too."""
        assert set(page.blocks()) == set(TRUSTS)

    def test_leaves_nothing_unsaid_below(self, page: Page) -> None:
        """A survey whose register names no source says none."""
        assert page.says("//footer").endswith(".")
