"""The report about the health trusts shows what the article of 2016 told of them."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from db.database import Database
from db.open_database import open_database
from interviewer.publish.report import read_material, report_page
from schemas.review.report.blocks import DotChart, Words
from schemas.surveys.health_trusts_2016.report.centres import TOO_FEW, centres
from schemas.surveys.health_trusts_2016.report.sums import with_centres
from schemas.surveys.health_trusts_2016.survey import SURVEY
from tests.support.pages import Page
from tests.support.trust_article import QUOTE, play_article

AT = datetime(2016, 11, 9, 10, tzinfo=UTC)


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Twenty-five finished interviews, made with the keys of an interviewer."""
    path = tmp_path_factory.mktemp("trusts") / "trusts.sqlite"
    with closing(open_database(path, create=True, survey=SURVEY, durable=False)) as database:
        play_article(database)
        yield database


@pytest.fixture(scope="module")
def page(article: Database) -> Page:
    """The report about them."""
    return Page(report_page(SURVEY.report, read_material(article)))


def facts(page: Page, chapter: str) -> dict[str, str]:
    """The large numbers of a chapter, by what they are."""
    return {what: value for what, value, *_ in page.blocks()[f"{chapter}: tall"]}


@pytest.mark.slow
class TestTheArticle:
    """«Få årsverk og liten grad av styring» (9 November 2016)."""

    def test_centres_employees_and_full_time_equivalents(self, page: Page) -> None:
        told = facts(page, "kort")
        assert told["lærings- og mestringssentre"] == "36"
        assert told["ansatte i sentrene"] == "178"
        assert told["årsverk i sentrene"] == "105"

    def test_who_answered(self, page: Page) -> None:
        told = facts(page, "kort")
        assert (told["helseforetak"], told["private sykehus"]) == ("20", "5")
        assert page.table("svar-etter-rhf") == {
            "Helse Sør-Øst RHF": ["9 av 9", "3 av 3", "12 av 12"],
            "Helse Vest RHF": ["4 av 4", "2 av 2", "6 av 6"],
            "Helse Midt-Norge RHF": ["3 av 3", "–", "3 av 3"],
            "Helse Nord RHF": ["4 av 4", "–", "4 av 4"],
            "Alle": ["20 av 20", "5 av 5", "25 av 25"],
        }

    def test_for_whom_there_are_programmes(self, page: Page) -> None:
        """Five with offers to people with a minority-language background; a third, a fourth."""
        shown = {label: (count, share) for label, count, share in page.bars("pasientgrupper")}
        assert shown["Personer med minoritetsspråklig bakgrunn"] == (5, 20)
        assert shown["Barn og unge"] == (8, 32)
        assert shown["Angst eller depresjon"] == (6, 24)
        assert "Prosent av 25 enheter med senter." in page.says("//*[@id='pasientgrupper']")

    def test_seldom_led_by_the_management(self, page: Page) -> None:
        led = page.figure("ledelsen")
        assert led["I liten grad"] == max(led.values()) == 15
        assert page.figure("strategi")["Nei"] == 10

    def test_the_employees_decide(self, page: Page) -> None:
        """Oftest er det de som jobber i senteret eller ansatte i klinikkene."""
        by = page.bars("avgjor")
        assert by[:2] == [("De ansatte i senteret", 16, 64), ("Ansatte i klinikkene", 14, 56)]

    def test_in_their_own_words(self, page: Page) -> None:
        assert QUOTE in page.says("//section[@aria-labelledby='styring']")

    def test_too_few_positions(self, page: Page) -> None:
        assert page.bars("utfordringer")[0] == ("For få stillinger", 15, 60)


@pytest.mark.slow
class TestTheChapters:
    """What else the report of this survey tells, and what it has no word of."""

    def test_in_order(self, page: Page) -> None:
        headings = [one.text for one in page.all("//main//section/h2")]
        assert headings == [
            "Kort fortalt", "Sentrene", "Tilbudene",
            "Styring og prioritering", "Samhandling med kommunene", "Utfordringer og framtid",
            "Oppringninger og tid", "Veien til rett avdeling", "Hvem som har svart",
            "Metode", "Rater", "Alle spørsmålene",
        ]  # fmt: skip

    def test_every_figure_tells_its_question_its_base_and_who_is_missing(self, page: Page) -> None:
        assert len(page.all("//figure")) > 20
        assert not page.unexplained()

    def test_a_unit_is_named_where_it_may_be_listed(self, page: Page) -> None:
        """With its centres; those that said no, or have not seen the text, are one row together,
        and with them as many as keep from sight what each has.
        """
        rows = page.table("sentre-etter-enhet")
        (others,) = (words for words in rows if words.endswith("til sammen"))
        assert len(rows) - 1 + int(others.split()[0]) == 25
        assert rows["Haraldsplass Diakonale Sykehus"] == ["Helse Vest RHF", "2", "10", "6"]
        assert facts(page, "sentrene")["sentre per enhet, fra og til"] == "1–2"

    def test_the_least_and_the_most_are_told_where_they_stand_there_anyhow(
        self, page: Page
    ) -> None:
        """Each is what one unit has: nothing is told of one that is withheld."""
        told = facts(page, "sentrene")
        shown = {row[-2] for row in page.table("sentre-etter-enhet").values()}
        ends = told.get("ansatte per enhet, fra og til", "")
        assert set(filter(None, ends.split("–"))) <= shown
        assert told["ansatte per enhet, median"]

    def test_nor_do_they_stand_in_the_table_of_the_question(self, page: Page) -> None:
        """Where the largest is of one that may not be named, everybody would know whose it is."""
        ends, kept = {"Lavest", "Høyest"}, {"Besvart", "Median", "Sum"}
        for id in ("centre_staff", "participants_last_year"):
            assert set(page.table(f"tabell-{id}")) - {"Vet ikke", "Vil ikke svare"} == kept
        assert ends <= set(page.table("tabell-municipalities"))  # of units that may be named
        assert facts(page, "samhandling")["fra og til"] == "0–14"

    def test_so_few_that_one_can_be_worked_out_are_told_of_as_such(self, article: Database) -> None:
        """No sum of two hides what one has, and no figure says that nobody has answered."""
        data = read_material(article)
        (named, *_), (unnamed, *_) = (
            [one for one in with_centres(data) if one.may_be_named is may] for may in (True, False)
        )
        told = centres(replace(data, found=(named, unnamed))).blocks
        assert [one.id for one in told if isinstance(one, DotChart)] == []
        assert Words(TOO_FEW, note=True) in told

    def test_units_are_compared_where_they_may_be_named(self, page: Page) -> None:
        """A dot for each, as far along as it has full-time equivalents of the most that any has."""
        *rows, _ = page.blocks("arsverk-enhet")["arsverk-enhet"]
        dots = {label: (number, at) for label, number, at in rows}
        by_unit = {name: row[-1] for name, row in page.table("sentre-etter-enhet").items()}
        assert {name: number for name, (number, _) in dots.items()} == {
            name: fte for name, fte in by_unit.items() if name in dots
        }
        numbers = {name: float(number.replace(",", ".")) for name, (number, _) in dots.items()}
        most = max(numbers.values())
        for name, number in numbers.items():
            assert float(dots[name][1]) == pytest.approx(100 * number / most, abs=0.01)
        assert page.finding("arsverk-enhet").startswith("Fra ")

    def test_groups_of_few_units_are_one(self, page: Page) -> None:
        """Two of the regional authorities have few trusts: no panel is theirs alone."""
        rows = [row[0] for row in page.blocks("rolle-rhf")["rolle-rhf"]]
        panels = {row.split(" (")[0] for row in rows if row != "note"}
        assert panels == {"Helse Sør-Øst RHF", "Helse Vest RHF", "De øvrige"}

    def test_the_municipalities_they_work_with(self, page: Page) -> None:
        told = facts(page, "samhandling")
        assert told["samarbeid med kommuner og bydeler til sammen"] == "190"
        assert sum(page.figure("kommuner").values()) == 25

    def test_what_it_took(self, page: Page) -> None:
        told = facts(page, "innsats")
        assert int(told["oppringninger i alle saker"]) >= 25
        assert sum(page.figure("oppringninger").values()) == 25
        assert sum(page.figure("avdelinger").values()) == 25

    @pytest.mark.parametrize("word", ["rådmann", "fase én", "fylke", "innbygg", "vertskommune"])
    def test_nothing_of_another_survey(self, page: Page, word: str) -> None:
        assert word not in page.source.casefold()
