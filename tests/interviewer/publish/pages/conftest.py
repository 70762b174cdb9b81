"""The pages: of a small season, and of an autumn among other units; each made once."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from db.open_database import open_database
from db.public_list import read_overview
from db.stamp import DataStamp
from db.trail.chain import NOTHING
from interviewer.publish.overview import overview_page
from interviewer.publish.report import read_material, report_page
from interviewer.publish.status import read
from schemas.review.having import having
from schemas.review.overview import overview
from schemas.review.overview_changes import News, changes
from schemas.review.reviewed_interview import ReviewedInterview
from schemas.surveys.health_trusts_2016.survey import SURVEY as HEALTH_TRUSTS
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.overview import OVERVIEW
from schemas.surveys.municipal_services_2015.parts import PARTS
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from schemas.surveys.municipal_services_2015.sharing import SHARING
from schemas.surveys.municipal_services_2015.survey import SURVEY
from tests.db.desk import accept_all
from tests.support import browser
from tests.support.made_once import made_once
from tests.support.municipalities import FRAME
from tests.support.pages import Page
from tests.support.seasons import season_of

ERRORS_TO = "feil@eksempel.no"
AT = datetime(2015, 5, 19, 10, tzinfo=UTC)
STAMP = DataStamp("1.0", SURVEY.name, "skjema 1", "abcd", AT, NOTHING)
NASTY = "<script>alert('/helse')</script> & «[/b]» {{ 7 * 7 }}"


def found(unit: str, klass: Class, publish: str, **closing: str) -> ReviewedInterview:
    organisation = {"service_name": NASTY, "partner_units": ["0104", "030110"]}
    document: dict[str, Any] = {
        "screening": {"coordination": "coordinator"},
        "organisation": organisation if klass is Class.service else {},
        "closing": {"publish": publish, **closing},
    }
    return ReviewedInterview(
        unit,
        document,
        klass,
        PhaseTwo,
        PARTS,
        SHARING,
        reviewed=True,
        released=True,
        covered=frozenset({"0104", "030110"}),
        on=date(2015, 2, 4),
    )


CONTACT = {
    "public_contact_name": NASTY,
    "public_phone": "+4769174500",
    "public_email": "post@halden.example",
    "public_url": "https://www.halden.example/mestring/",
}
LIST = (
    found("0101", Class.service, "yes", **CONTACT),
    found("1805", Class.service, "after_check", **CONTACT),
    found("1850", Class.planning, "yes", **CONTACT),
)


@pytest.fixture(scope="module")
def public() -> Page:
    """An overview with everything that can be on one."""
    listed = overview(LIST, OVERVIEW, FRAME)
    before = overview(LIST[1:], OVERVIEW, FRAME).entries
    news = News(AT).then(changes(before, listed.entries))
    count = having(FRAME, (), listed.wholes)
    return Page(overview_page(SURVEY, listed, count, STAMP, news, ERRORS_TO))


@pytest.fixture(scope="module")
def report(practised: Path) -> Page:
    """The report on a small season."""
    with closing(open_database(practised, create=False)) as database:
        return Page(report_page(SURVEY.report, read_material(database)))


@pytest.fixture(scope="session")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty interviews with trusts, of which a coordinator has accepted every class."""

    def made(path: Path) -> None:
        shutil.copy(season_of(tmp_path_factory, 20, 2016, HEALTH_TRUSTS.name), path)
        with closing(open_database(path, create=False)) as database:
            accept_all(database)

    return made_once(tmp_path_factory, "accepted-trusts.sqlite", made)


@pytest.fixture(scope="module")
def trusts_pages(accepted: Path) -> tuple[Page, Page]:
    """The report and the public list of another survey, with what was found."""
    with closing(open_database(accepted, create=False)) as database:
        report = report_page(HEALTH_TRUSTS.report, read_material(database))
        listed, count = read_overview(database), read(database).having
    assert listed is not None
    assert listed.entries
    listing = overview_page(HEALTH_TRUSTS, listed, count, STAMP, errors_to=ERRORS_TO)
    return Page(report), Page(listing)


@pytest.fixture(scope="module")
def trusts(trusts_pages: tuple[Page, Page]) -> Page:
    return trusts_pages[0]


@pytest.fixture(scope="module")
def trusts_public(trusts_pages: tuple[Page, Page]) -> Page:
    return trusts_pages[1]


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[browser.Tab]:
    """One browser for all looks."""
    with browser.open_tab(tmp_path_factory.mktemp("browser")) as opened:
        yield opened
