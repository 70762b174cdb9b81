"""What holds for every page that is shown to others: readable by all, complete, and quiet."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from urllib.parse import unquote

import pytest

from interviewer.publish.overview import overview_page
from schemas.review.having import having
from schemas.review.overview import overview
from schemas.surveys.municipal_services_2015.overview import OVERVIEW
from schemas.surveys.municipal_services_2015.survey import SURVEY
from tests.interviewer.publish.pages.conftest import LIST, NASTY, STAMP
from tests.support.municipalities import FRAME
from tests.support.pages import Page, words


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
        """And nothing else is a stop on the way through the page."""
        for one in page.all("//*[@class='scroll']"):
            assert (one.get("tabindex"), one.get("role")) == ("0", "group")
            assert one.get("aria-label") or one.get("aria-labelledby")
        stops = [one for one in page.all("//*[@tabindex='0']") if one.getparent().tag != "details"]
        assert all(len(one.findall("table/thead/tr/th")) > 3 for one in stops)

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
