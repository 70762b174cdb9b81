"""Phase one: what a row says of a unit, and the figures that the article printed."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.imports.claim_forms import read_claim_forms
from schemas.calls.contact_rows import ContactLine, department_called
from schemas.review.claim_contacts import contact_on
from schemas.review.claim_forms import ClaimFigures, ClaimForm
from schemas.review.shares import percent
from schemas.surveys.municipal_services_2015.claims import ExecutiveClaim
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.phase_one_form import (
    FORM,
    ClaimedOffers,
    ClaimedOrganisation,
    ClaimedPlans,
    claim_of,
    figures_of,
)
from tests.support.claim_forms import claim_form
from tests.support.municipalities import FRAME
from tests.support.phase_one_file import article_rows, csv_of

DAY = date(2014, 11, 3)


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> ClaimFigures:
    """The figures of a file with the article's margins."""
    file = tmp_path_factory.mktemp("fase1") / "fase1.csv"
    file.write_bytes(csv_of(article_rows()))
    return figures_of(read_claim_forms(file, FORM, FRAME).accepted(skip_bad=False), 442)


def bars(figures: ClaimFigures, number: int) -> dict[str, tuple[int, int | None]]:
    """Counts and per cent of a figure, by code."""
    found = figures.figures[number - 1]
    return {bar.code: (bar.count, bar.percent) for bar in found.bars}


class TestTheFiguresOfTheArticle:
    """A file with the margins of the article gives exactly its figures."""

    def test_who_answered(self, article: ClaimFigures) -> None:
        """144 of 442 answered (33 %); 44 more are known through them, and 254 are not known."""
        assert (article.units, article.answered, article.answered_percent) == (442, 144, 33)
        assert (article.through_cooperation, article.known, article.cold) == (44, 188, 254)

    def test_figure_1(self, article: ClaimFigures) -> None:
        """95 (66 %) have offers, 49 (34 %) have not."""
        assert bars(article, 1) == {"ja": (95, 66), "nei": (49, 34)}

    def test_figure_2(self, article: ClaimFigures) -> None:
        """18 + 46 = 64 (44 %) have a common organisation; 24 + 7 = 31 (22 %) have none."""
        assert article.figures[1].count == 95
        assert bars(article, 2) == {
            "koordinator": (18, 13),
            "senter": (46, 32),
            "ikke_felles": (24, 17),
            "annen": (7, 5),
            "felles": (64, 44),
            "ikke_tjeneste": (31, 22),
        }

    def test_figure_3(self, article: ClaimFigures) -> None:
        """Of 73: 25 (17 %) plan one, 31 (22 %) do not, 15 other, nobody says no, 2 blank."""
        assert article.figures[2].count == 73
        assert bars(article, 3) == {
            "planer": (25, 17),
            "ingen_planer": (31, 22),
            "onsker_ikke": (0, 0),
            "annet": (15, 10),
            "ikke_besvart": (2, 1),
        }

    def test_neither_offers_nor_plans(self, article: ClaimFigures) -> None:
        """18 of the 49 without offers (13 % of 144) have no plans either."""
        without = {bar.code: bar.first for bar in article.figures[2].bars}
        assert without["ingen_planer"] == 18
        assert sum(count or 0 for count in without.values()) == 49
        assert percent(18, article.answered) == 13


class TestCounting:
    """Whole per cent of all who answered, rounded half up; nobody is counted twice."""

    @pytest.mark.parametrize(
        ("count", "of", "shown"),
        [
            (18, 144, 13),
            (31, 144, 22),
            (1, 200, 1),
            (3, 200, 2),
            (0, 5, 0),
            (5, 5, 100),
        ],
    )
    def test_half_is_rounded_up(self, count: int, of: int, shown: int) -> None:
        """Also where Python's own rounding goes to the even number."""
        assert percent(count, of) == shown

    @pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, 1), (275, 99), (276, 100)])
    def test_all_and_nobody_are_exact(self, count: int, shown: int) -> None:
        """275 of 276 is 99.6, but one is missing: it is not printed as 100."""
        assert percent(count, 276) == shown

    def test_nothing_is_no_per_cent_of_nothing(self) -> None:
        """Without answers there are counts, and no percentages."""
        empty = figures_of([], 442)
        assert (empty.answered, empty.cold, empty.answered_percent) == (0, 442, 0)
        assert {bar.percent for figure in empty.figures for bar in figure.bars} == {None}

    def test_only_those_who_answered_themselves(self) -> None:
        """A row without a date is known through cooperation, and in no figure."""
        figures = figures_of([claim_form("0101", offers=ClaimedOffers.ja)], 442)
        assert (figures.answered, figures.through_cooperation) == (0, 1)
        assert bars(figures, 1)["ja"][0] == 0

    def test_a_partner_that_answered_is_a_respondent(self) -> None:
        """And is not known through cooperation besides."""
        rows = [
            claim_form("0101", DAY, ClaimedOffers.ja, partners=("0104", "0105")),
            claim_form("0104", DAY, ClaimedOffers.nei),
        ]
        figures = figures_of(rows, 442)
        assert (figures.answered, figures.through_cooperation, figures.known) == (2, 1, 3)

    def test_other_organisation_is_not_asked_for_plans(self) -> None:
        """Figure 3 has those without offers and those without a common organisation."""
        row = claim_form(
            "0101", DAY, ClaimedOffers.ja, ClaimedOrganisation.annen, ClaimedPlans.planer
        )
        assert figures_of([row], 442).figures[2].count == 0

    def test_blank_answers_are_shown_when_there_are_any(self) -> None:
        """Or the bars would not add up to those who answered."""
        forms = [claim_form("0101", DAY), claim_form("0104", DAY, ClaimedOffers.ja)]
        figures = figures_of(forms, 442)
        assert bars(figures, 1)["ikke_besvart"] == (1, 50)
        assert bars(figures, 2)["ikke_besvart"] == (1, 50)

    @given(
        st.lists(
            st.builds(
                claim_form,
                st.sampled_from([unit.id for unit in FRAME]),
                st.none() | st.just(DAY),
                st.none() | st.sampled_from(list(ClaimedOffers)),
                st.none() | st.sampled_from(list(ClaimedOrganisation)),
                st.none() | st.sampled_from(list(ClaimedPlans)),
            ),
            unique_by=lambda row: row.unit_id,
        )
    )
    def test_the_bars_add_up(self, rows: list[ClaimForm]) -> None:
        """Whatever was answered: each figure's own bars are all of those in it."""
        figures = figures_of(rows, 442)
        sums = {"felles", "ikke_tjeneste"}
        for figure in figures.figures:
            assert sum(bar.count for bar in figure.bars if bar.code not in sums) == figure.count
        assert figures.known + figures.cold == figures.units


class TestTheClaim:
    """What the unit said of itself, in the words that are set against the interview."""

    @pytest.mark.parametrize(
        ("organisation", "claim"),
        [
            (ClaimedOrganisation.koordinator, ExecutiveClaim.service),
            (ClaimedOrganisation.senter, ExecutiveClaim.service),
            (ClaimedOrganisation.ikke_felles, ExecutiveClaim.offers_only),
            (ClaimedOrganisation.annen, ExecutiveClaim.offers_only),
            (None, None),
        ],
    )
    def test_offers(
        self, organisation: ClaimedOrganisation | None, claim: ExecutiveClaim | None
    ) -> None:
        """A common organisation is a service; without an answer nothing is claimed."""
        form = claim_form("0101", DAY, ClaimedOffers.ja, organisation)
        assert claim_of(form.answers) is claim

    def test_no_offers(self) -> None:
        """Whatever else was ticked."""
        for organisation, plans in product([None, *ClaimedOrganisation], [None, *ClaimedPlans]):
            row = claim_form("0101", DAY, ClaimedOffers.nei, organisation, plans)
            assert claim_of(row.answers) is ExecutiveClaim.none

    def test_known_through_cooperation(self) -> None:
        """Such a unit has claimed nothing."""
        assert claim_of(claim_form("0101").answers) is None


class TestTheContact:
    """Whom phase one says we may call."""

    def test_it_becomes_a_contact_point(self) -> None:
        """With the department's type, if its name tells it."""
        row = claim_form(
            "0101",
            contact_person="Kari Lie",
            contact_department="Frisklivssentralen på Os",
            contact_phone="+4769174500",
        )
        department = Office.healthy_life_centre
        named = "Frisklivssentralen på Os"
        phone, source = "+4769174500", FORM.source
        contact = ContactLine("0101", department, named, "Kari Lie", "", phone, "", source)
        assert contact_on(row, Office, FORM.source) == contact

    def test_nobody_named(self) -> None:
        """No contact point is made of nothing, or of a position alone."""
        assert contact_on(claim_form("0101"), Office, FORM.source) is None
        assert contact_on(claim_form("0101", contact_role="leder"), Office, FORM.source) is None

    def test_a_department_alone_is_somebody_to_ask_for(self) -> None:
        """A switchboard can put us through to it."""
        contact = contact_on(
            claim_form("0101", contact_department="Sentralbord"), Office, FORM.source
        )
        assert contact
        assert contact.department is Office.switchboard


class TestDepartments:
    """Departments are recognised by what municipalities call them."""

    @pytest.mark.parametrize(
        ("words", "department", "name"),
        [
            ("", Office.other, ""),
            ("switchboard", Office.switchboard, ""),
            ("SENTRALBORD", Office.switchboard, ""),
            ("Helse og omsorg", Office.health_and_care, ""),
            ("Helse- og omsorg (ledelse)", Office.health_and_care, ""),
            ("Heimetenesta", Office.home_care, ""),
            ("Innbyggertorget", Office.service_desk, "Innbyggertorget"),
            ("Frisklivssentralen i Os", Office.healthy_life_centre, "Frisklivssentralen i Os"),
            ("Rustjenesten", Office.mental_health, "Rustjenesten"),
            ("NAV Moss", Office.social_services, "NAV Moss"),
            ("Navnløs", Office.other, "Navnløs"),
            ("Brannvesenet", Office.other, "Brannvesenet"),
        ],
    )
    def test_called(self, words: str, department: Office, name: str) -> None:
        """By code, label or usual name; a name of its own is kept."""
        assert department_called(Office, words) == (department, name)

    def test_every_code_and_label(self) -> None:
        """Also the Norwegian ones with what is in parentheses."""
        for department in Office:
            for words in (department.name, str(department.label)):
                assert department_called(Office, words) == (department, "")


def test_the_file_has_the_margins(tmp_path: Path) -> None:
    """The generated file itself: 144 dated rows, and some that are not."""
    rows = article_rows()
    assert sum(bool(row["svart_dato"]) for row in rows) == 144
    assert len(rows) == 166
