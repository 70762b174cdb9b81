"""The report on another survey: every number on it equals one that was counted independently."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from db.database import Database
from db.open_database import open_database
from db.people import sit_down
from db.records import Signed
from db.review_desk import read_desk
from db.reviews import decide
from interviewer.publish.report import read_material, report_page
from schemas.calls.settings import Settings
from schemas.review.consents import Consent, ConsentHow
from schemas.review.decisions import DecisionKind
from schemas.surveys.health_trusts_2016.departments import TrustDepartment
from schemas.surveys.health_trusts_2016.survey import SURVEY
from tests.interviewer.publish.report.printed import departments_of
from tests.interviewer.publish.report.recount_trusts import TRUSTS, Trusts
from tests.support.pages import Page
from tests.support.seasons import season_of


@pytest.fixture(scope="module")
def autumn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a season: twenty of twenty-five have been interviewed, and some think again."""
    season = season_of(tmp_path_factory, 20, 2016, SURVEY.name)
    path = Path(shutil.copy(season, tmp_path_factory.mktemp("autumn") / season.name))
    with closing(open_database(path, create=False, durable=False)) as database:
        think_again(database)
    return path


def think_again(database: Database) -> None:
    """One says no after the interview, one says yes, and a coordinator leaves one out."""
    at, her = datetime(2016, 11, 9, 10, tzinfo=UTC), uuid4()
    sit_down(database, her, "Bente", "desk", at)
    asked = [item.interview for item in read_desk(database, Settings()).items]
    having = [one for one in asked if one.document.get("centre")]
    agreed = [one for one in having if one.document["closing"]["publish"] == "yes"]
    refused = [one for one in having if one.document["closing"]["publish"] == "no"]
    told = Consent(
        "Kari Lie, direktør", date(2016, 11, 9), ConsentHow.phone, email="post@aal.example"
    )
    for one, kind, consent in (
        (agreed[0], DecisionKind.declined, told),
        (agreed[1], DecisionKind.excluded, None),
        (refused[0], DecisionKind.consented, told),
    ):
        signed = Signed(uuid4(), her, at)
        decide(database, signed, one.interview_id, one.revision, kind, "Sagt.", consent=consent)


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
