"""With the answers of 2014 the report shows the figures that were printed then."""

from contextlib import closing

import pytest

from db.cases import load_register
from db.import_plans import apply_claim_forms
from db.imports.claim_forms import read_claim_forms
from db.open_database import open_database
from interviewer.publish.report import read_material, report_page
from schemas.surveys.municipal_services_2015.phase_one_form import FORM
from schemas.surveys.municipal_services_2015.survey import SURVEY
from tests.interviewer.publish.report.season import AT
from tests.support.municipalities import FRAME
from tests.support.pages import Page, plain
from tests.support.phase_one_file import article_rows, csv_of


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Page:
    folder = tmp_path_factory.mktemp("article")
    file, path = folder / "fase1.csv", folder / "article.sqlite"
    file.write_bytes(csv_of(article_rows()))
    with closing(open_database(path, create=True, durable=False)) as database:
        load_register(database)
        forms = read_claim_forms(file, FORM, FRAME).accepted(skip_bad=False)
        apply_claim_forms(database, forms, AT)
        return Page(report_page(SURVEY.report, read_material(database)))


class TestTheArticle:
    def test_figure_1(self, article: Page) -> None:
        assert article.bars("figur-1") == [("Har tilbud", 95, 66), ("Har ikke tilbud", 49, 34)]

    def test_figure_2(self, article: Page) -> None:
        shown = {count: share for _, count, share in article.bars("figur-2")}
        assert shown == {18: 13, 46: 32, 24: 17, 7: 5}
        told = plain(article.says("//*[@id='figur-2']"))
        assert "I alt med felles organisering: 64 (44 %). I alt uten tjeneste: 31 (22 %)." in told

    def test_figure_3(self, article: Page) -> None:
        shown = [(count, share) for _, count, share in article.bars("figur-3")]
        assert shown[:4] == [(25, 17), (31, 22), (0, 0), (15, 10)]
        told = plain(article.says("//*[@id='figur-3']"))
        assert "Foreløpig ingen planer 31 (22 %) uten tilbud 18" in told

    def test_who_answered(self, article: Page) -> None:
        told = plain(article.says("//section[@aria-labelledby='fase-en']"))
        assert "144 (33 %) av 442 enheter" in told
        assert "188 var kjent, og 254 måtte vi ringe" in told

    def test_nothing_else_is_known_yet(self, article: Page) -> None:
        """No interview, and still a page: nothing is divided by nothing."""
        assert set(article.figure("figur-4").values()) == {0}
        assert "Det er ikke ringt ennå." in article.says("//section[@aria-labelledby='metode']")
