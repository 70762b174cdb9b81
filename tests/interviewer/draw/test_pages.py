"""What holds for every page that is shown to others: readable by all, complete, and quiet."""

import re
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from db.engine import open_database
from db.stamp import DataStamp
from interviewer.publish.overview import overview_page
from interviewer.publish.report import read_material, report_page
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
from tests.support import browser
from tests.support.municipalities import FRAME
from tests.support.pages import Page, words

AT = datetime(2015, 5, 19, 10, tzinfo=UTC)
STAMP = DataStamp("1.0", SURVEY.name, "skjema 1", "abcd", AT, "0123")
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
    return Page(overview_page(SURVEY, listed, count, STAMP, news, "feil@eksempel.no"))


@pytest.fixture(scope="module")
def report(practised: Path) -> Page:
    """The report on a small season."""
    with closing(open_database(practised, create=False)) as database:
        return Page(report_page(SURVEY.report, read_material(database)))


@pytest.fixture(params=["public", "report"])
def page(request: pytest.FixtureRequest) -> Page:
    chosen: Page = request.getfixturevalue(request.param)
    return chosen


class TestAPageForAll:
    """WCAG 2.1 AA, as far as a machine can tell."""

    def test_says_its_language_and_its_title(self, page: Page) -> None:
        assert page.tree.get("lang") == "nb"
        assert len(page.says("//head/title")) > 20

    def test_headings_come_in_order(self, page: Page) -> None:
        """One of the first level, and none is jumped over."""
        headings = page.tree.iter("h1", "h2", "h3", "h4", "h5", "h6")
        levels = [int(one.tag[1]) for one in headings]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(now - before <= 1 for before, now in pairwise(levels))

    def test_has_landmarks_and_a_way_past_them(self, page: Page) -> None:
        assert [len(page.all(f"//{name}")) for name in ("header", "main", "footer")] == [1, 1, 1]
        first = page.all("//body//a")[0]
        assert first.get("href") == f"#{page.all('//main')[0].get('id')}"

    def test_every_id_is_there_once_and_every_way_within_leads_somewhere(self, page: Page) -> None:
        ids = [one.get("id") for one in page.all("//*[@id]")]
        assert len(ids) == len(set(ids))
        named = [one.get("href")[1:] for one in page.all("//a[starts-with(@href, '#')]")]
        for attribute in ("aria-labelledby", "aria-describedby"):
            named += [one.get(attribute) for one in page.all(f"//*[@{attribute}]")]
        assert set(named) <= set(ids)

    def test_tables_say_what_their_cells_are(self, report: Page) -> None:
        tables = report.all("//table")
        assert len(tables) > 90
        for table in tables:
            assert words(table.find("caption"))
            assert {one.get("scope") for one in table.findall("thead/tr/th")} == {"col"}
            width = len(table.findall("thead/tr/th"))
            for row in table.findall("tbody/tr"):
                assert [one.tag for one in row] == ["th"] + ["td"] * (width - 1)
                assert row[0].get("scope") == "row"

    def test_figures_say_what_they_show_and_tell_all_their_numbers(self, report: Page) -> None:
        """All of it as text; what is drawn beside it is left out when a page is read aloud."""
        figures = report.all("//figure")
        assert len(figures) > 20
        for figure in figures:
            assert figure.get("aria-labelledby") == figure.find("figcaption").get("id")
            assert words(figure.find("figcaption/strong"))
            assert figure.find("details/summary") is not None
            assert all(one.get("aria-hidden") for one in figure.iter("svg"))

    def test_nothing_is_told_by_colour_alone(self, report: Page) -> None:
        """Every bar has its number beside it, every tile its share in it."""
        for figure in report.all("//figure"):
            rows = figure.xpath(".//li/*[starts-with(@class, 'number')]")
            assert rows or len(figure.xpath(".//*[@class='share']")) == 19

    def test_whatever_can_be_rolled_can_be_reached_and_has_a_name(self, page: Page) -> None:
        for one in page.all("//*[@class='scroll']"):
            assert (one.get("tabindex"), one.get("role")) == ("0", "group")
            assert one.get("aria-label") or one.get("aria-labelledby")

    @pytest.mark.parametrize("paper", ["paper", "plain", "field"])
    @pytest.mark.parametrize("ink", ["ink", "muted", "link"])
    def test_text_stands_out(self, public: Page, ink: str, paper: str) -> None:
        assert public.contrast(ink, paper) >= 4.5

    @pytest.mark.parametrize(
        ("one", "other", "least"),
        [
            ("mark", "mark-field", 4.5),
            ("ink", "level0", 4.5), ("ink", "level1", 4.5), ("ink", "level2", 4.5),
            ("plain", "level3", 4.5), ("plain", "level4", 4.5),
            ("bar", "paper", 3), ("bar", "plain", 3), ("edge", "paper", 3),
        ],
    )  # fmt: skip
    def test_figures_stand_out(self, public: Page, one: str, other: str, least: float) -> None:
        assert public.contrast(one, other) >= least

    def test_works_on_paper(self, page: Page) -> None:
        assert "@media print" in page.style


class TestAQuietPage:
    def test_asks_nobody_for_anything(self, page: Page) -> None:
        """Nothing from elsewhere, and no script but the search, known by its mark."""
        assert not page.all("//img | //iframe | //object | //embed | //form[@action]")
        marks = [b64encode(sha256(one.text.encode()).digest()) for one in page.all("//script")]
        policy = page.all("//meta[@http-equiv]")[0].get("content")
        assert all(f"'sha256-{mark.decode()}'" in policy for mark in marks)
        assert "unsafe-inline" not in policy.partition("script-src")[2]
        assert not page.all("//@*[starts-with(name(), 'on')] | //@src | //@style")
        assert [one.get("href") for one in page.all("//link")] == ["data:,"]
        assert not re.search(r"url\(|@import", page.style)
        assert "default-src 'none'" in page.all("//meta[@http-equiv]")[0].get("content")

    def test_the_report_names_no_other_place(self, report: Page) -> None:
        assert "://" not in report.source

    def test_the_overview_names_only_what_the_services_gave(self, public: Page) -> None:
        links = {one.get("href") for one in public.all("//a[not(starts-with(@href, '#'))]")}
        links -= {one for one in links if one.startswith("mailto:feil@eksempel.no?subject=")}
        assert links == {
            "tel:+4769174500", "mailto:post@halden.example", "https://www.halden.example/mestring/",
            "oversikt.csv", "oversikt.xlsx",
        }  # fmt: skip

    def test_what_people_wrote_is_only_text(self, public: Page) -> None:
        assert NASTY in public.says("//article[@id='enhet-0101']")


class TestThePublicList:
    def test_is_by_county_and_municipality(self, public: Page) -> None:
        assert [words(one) for one in public.all("//h2")] == [
            "Fylker", "Østfold", "Nordland", "Kommuner og bydeler i oversikten, alfabetisk",
        ]  # fmt: skip
        places = [words(one) for one in public.all("//article/h3")]
        assert places == ["Halden kommune", "Narvik kommune", "Tysfjord kommune"]

    def test_has_the_members_of_a_shared_service(self, public: Page) -> None:
        told = public.says("//article[@id='enhet-0101']")
        assert "Felles for Bydel Grorud (Oslo), Halden (Østfold) og Moss (Østfold)." in told

    def test_marks_what_is_new(self, public: Page) -> None:
        assert "Ny" in public.says("//article[@id='enhet-0101']")
        assert "Endret siden 19. mai 2015: nye: 1, endret: 0, tatt ut: 0." in words(public.tree)

    def test_says_what_is_planned(self, public: Page) -> None:
        assert "Godt i gang med å planlegge" in public.says("//article[@id='enhet-1850']")

    def test_says_when_each_was_told_and_what_absence_means(self, public: Page) -> None:
        assert "Opplyst 4. februar 2015." in public.says("//article[@id='enhet-0101']")
        assert "En kommune som ikke står her, kan mangle" in public.says("//main")

    def test_tells_where_to_write_of_a_fault_with_the_entry_filled_in(self, public: Page) -> None:
        """Without an address in the settings, there is no such link."""
        link = public.all("//article[@id='enhet-1850']//a[.='Meld feil']")[0].get("href")
        address, about = link.split("?subject=")
        assert address == "mailto:feil@eksempel.no"
        assert unquote(about) == "Feil i oversikten: Tysfjord kommune"
        listed = overview(LIST, OVERVIEW, FRAME)
        assert "Meld feil" not in overview_page(SURVEY, listed, having(FRAME, ()), STAMP)

    def test_can_be_searched_by_group_and_kind(self, public: Page) -> None:
        """The form is hidden until its script runs: without it everything is shown."""
        assert public.one("let").get("hidden") is not None
        entries = {one.get("data-kind") for one in public.all("//article")}
        assert {one.get("value") for one in public.all("//select[@id='slag']/option")} == {
            "",
            *entries,
        }
        groups = {one.get("data-group") for one in public.all("//article")}
        assert {one.get("value") for one in public.all("//select[@id='gruppe']/option")} == {
            "",
            *groups,
        }

    def test_may_be_empty(self) -> None:
        nothing = overview([], OVERVIEW, FRAME)
        assert "Ingen tjenester er ført opp ennå." in overview_page(
            SURVEY, nothing, having(FRAME, ()), STAMP
        )


LOOKS = (
    *(browser.Look(width, dark) for width in (390, 800, 1280) for dark in (False, True)),
    browser.Look(320),
    browser.Look(1280, zoom=2),
)


@pytest.fixture(scope="module")
def trusts_pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Page, Page]:
    """The report and the public list of another survey, before anybody has been called."""
    path, parts = tmp_path_factory.mktemp("trusts") / "t.sqlite", HEALTH_TRUSTS.overview
    assert parts
    with closing(open_database(path, create=True, survey=HEALTH_TRUSTS, durable=False)) as database:
        report = report_page(HEALTH_TRUSTS.report, read_material(database))
        listed, count = overview([], parts, database.frame), having(database.frame, ())
    return Page(report), Page(overview_page(HEALTH_TRUSTS, listed, count, STAMP))


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


@pytest.mark.slow
class TestInABrowser:
    """As a real one shows it, without a network; skipped where there is none."""

    @pytest.mark.parametrize("name", ["public", "report", "trusts", "trusts_public"])
    def test_it_is_shown_whole_to_everybody(
        self, request: pytest.FixtureRequest, tab: browser.Tab, name: str
    ) -> None:
        """No wider than the window, all of it visible, readable, and without a fault by WCAG.

        At every width, in light and dark, and at 200 per cent.  The contrast of every text is
        measured by ourselves: the checker takes ten times as long for it.
        """
        page: Page = request.getfixturevalue(name)
        tab.show(page.source)
        for look in LOOKS:
            tab.look(look)
            seen = tab.measure()
            assert seen["title"] == page.says("//head/title")
            assert seen["wide"] <= look.width // look.zoom, look
            assert seen["contrast"] >= 4.5, look
            assert seen["figures"] == len(page.all("//figure"))
            assert seen["tables"] == len(page.all("//table[not(ancestor::details)]"))
            assert not tab.faults("color-contrast"), look

    def test_it_can_be_printed(self, page: Page, tmp_path: Path) -> None:
        shown, paper = tmp_path / "page.html", tmp_path / "page.pdf"
        shown.write_text(page.source, encoding="utf-8")
        browser.run(tmp_path, shown, f"--print-to-pdf={paper}")
        assert paper.read_bytes().startswith(b"%PDF")
