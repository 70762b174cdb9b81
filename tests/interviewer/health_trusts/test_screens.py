"""What the screens say of health trusts, and what they have no key, line or word for."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.database import Database
from db.open_database import open_database
from tests.support.keyboard import SIZES, Keyboard

ELSEWHERE = ("tilbud ", "kommune", "fylke", "innbygg", "fase én", "rådmann", "felles tjeneste")
"""Words of the other survey: here they stand nowhere but in questions."""


@pytest.fixture
def kari(new_trusts: Path, tmp_path: Path) -> Iterator[Keyboard]:
    """Kari at the call list of a new database."""
    path = Path(shutil.copy(new_trusts, tmp_path / "new.sqlite"))
    with closing(open_database(path, create=False)) as database:
        yield Keyboard(database).sits_down()


def on_line(kari: Keyboard) -> Keyboard:
    """At «God dag» with the switchboard of Ahus."""
    kari.keys(*"ahus", "enter", "enter", *"22334455", "enter")
    return kari


def to_the_centres(kari: Keyboard) -> Keyboard:
    """At how it is organised, with the right one on the line."""
    on_line(kari).keys("f5", "c", "1", "enter", "1", "1", *"Siv Moen", "enter", "f7", "c")
    kari.keys("f7", "f7")
    return kari


def test_a_section_with_items_in_it_has_one_place_on_the_line(kari: Keyboard) -> None:
    """Centres lie in the middle of section B."""
    to_the_centres(kari)
    (line,) = (one for one in kari.picture().splitlines() if one.startswith("  A "))
    assert line.split("  ")[1:4] == ["A ✓", "B ● " + "─" * 8, "C –"]
    beside = [one.split("│")[-1] for one in kari.picture(120, 40).splitlines() if "│" in one]
    letters = [one[3] for one in beside if one[4:6] == "  " and one[6:7].strip()]
    assert letters == list("ABCDEFGH")


class TestTheCallList:
    """Twenty-five cases, by the names that people know them by."""

    def test_counts_the_sample(self, kari: Keyboard) -> None:
        assert "0 av 25 ferdige" in kari.picture()

    def test_a_name_stands_alone(self, kari: Keyboard) -> None:
        """No two trusts have one name, so no group stands beside it."""
        kari.type("bergen")
        assert "Helse Bergen HF" in kari.picture()
        assert "Helse Bergen HF (" not in kari.picture()

    def test_is_searched_by_short_name_and_region(self, kari: Keyboard) -> None:
        assert "et RHF eller et nummer" in kari.picture()
        kari.type("unn")
        assert "Universitetssykehuset Nord" in kari.picture()

    def test_is_shown_by_region(self, kari: Keyboard) -> None:
        kari.keys("f6")
        assert "Helse Midt-Norge RHF" in kari.picture()


class TestTheCall:
    """Through the departments of a hospital to whoever knows."""

    def test_the_card_says_where_it_is(self, kari: Keyboard) -> None:
        kari.keys(*"ahus", "enter")
        assert "AHUS · Helse Sør-Øst RHF · Lørenskog" in kari.picture()

    def test_is_put_through(self, kari: Keyboard) -> None:
        on_line(kari).keys("f5")
        shown = kari.picture()
        assert "b Pasientservice" in shown
        assert "c Lærings- og mestringssenter" in shown
        kari.keys("c", "1")
        assert "Sentralbord ─▸ ● Lærings- og mestringssenter" in kari.picture()

    def test_the_name_of_the_trust_is_filled_in(self, kari: Keyboard) -> None:
        assert "organisert i Akershus" in " ".join(to_the_centres(kari).picture().split())

    def test_centres_are_asked_for_one_by_one(self, kari: Keyboard) -> None:
        to_the_centres(kari).keys("1")
        assert "B. Sentrene · Senter 1" in kari.picture()
        kari.keys(*"LMS Ahus", "enter", "f7", "f7", "4", "enter", *"2,5", "enter", "1", "enter")
        kari.keys("1")
        shown = kari.picture()
        assert "Har dere flere sentre?" in shown
        assert "Ja, et senter til" in shown
        assert "Sentrene så langt" in shown
        kari.keys("down", "delete")
        assert "Svarene om senteret blir tatt ut" in " ".join(kari.picture().split())

    def test_more_positions_than_people_is_an_error(self, kari: Keyboard) -> None:
        to_the_centres(kari).keys("1", *"LMS", "enter", "f7", "f7", "2", "enter", "3", "enter")
        assert "Årsverkene kan ikke være flere enn de ansatte." in kari.picture()


class TestNothingOrganised:
    """«We have nothing» is believed of anybody but those who pick up for everybody."""

    def test_the_front_line_is_not_believed(self, kari: Keyboard) -> None:
        on_line(kari).keys("enter", "1", "2", *"Ola", "enter", "f7", "a", "f7", "f7", "4")
        shown = " ".join(kari.picture().split())
        assert "Et «nei» fra sentralbord eller pasientservice er ikke nok" in shown
        assert "avdelinger som sier det samme" not in shown
        kari.keys("8", "enter", "f7", "f7", "5", "enter", "enter", "enter", "1", "1", "enter")
        assert "Alt er besvart" in kari.picture()
        kari.keys("enter")
        assert "(S-EVIDENCE)" in kari.picture()

    def test_anybody_else_is(self, kari: Keyboard) -> None:
        to_the_centres(kari).keys("4")
        assert "S-EVIDENCE" not in kari.picture()
        kari.keys("8", "enter", "f7", "f7", "5", "enter", "enter", "enter", "1", "1", "enter")
        kari.keys("enter")
        assert "Intervjuet er fullført og lagret" in kari.picture()


@pytest.mark.slow
class TestTheCoordinator:
    """The same desk, without what this survey does not have."""

    @pytest.fixture
    def berit(self, trusts: Database) -> Keyboard:
        """Berit at the queue."""
        return Keyboard(trusts, reviewing=True).sits_down("Berit")

    def test_no_key_for_shared_services(self, berit: Keyboard) -> None:
        assert "F5" not in berit.picture()
        berit.keys("f5")
        assert "Til gjennomsyn" in berit.picture()
        berit.keys("f1")
        assert "F5" not in berit.picture()

    def test_nothing_of_an_earlier_phase_to_write(self, berit: Keyboard) -> None:
        berit.keys("f9")
        shown = berit.picture()
        assert "Oversikten som publiseres" in shown
        assert "Hele rapporten" in shown
        assert "tidligere fase" not in shown
        assert "fase" not in shown

    def test_classes_to_choose_among(self, berit: Keyboard) -> None:
        berit.keys("enter", "2")
        shown = berit.picture()
        assert [line.split(" ", 1)[1] for line in map(str.strip, shown.splitlines())
                if line[:1].isdigit() and line[1:2] == " "] == [
            "Egne sentre", "En avdeling", "Bare i klinikkene", "Ikke organisert", "Annerledes",
        ]  # fmt: skip

    def test_progress_by_region_without_a_map(self, berit: Keyboard) -> None:
        berit.keys("f2")
        shown = "".join(_pages(berit))
        assert "Avsluttede saker etter RHF" in shown
        assert "Andel avsluttede saker" not in shown
        assert "Intervju: av helseforetak og sykehus" in shown

    @pytest.mark.parametrize("word", ELSEWHERE)
    def test_no_word_of_the_other_survey(self, berit: Keyboard, word: str) -> None:
        for key in ("f1", "f2", "f4", "f9"):
            berit.keys(key)
            assert word not in berit.picture().casefold(), key
            berit.keys("escape")


def _pages(berit: Keyboard) -> Iterator[str]:
    """All of a long page, screen by screen."""
    for _ in range(4):
        yield berit.picture(*SIZES[1])
        berit.keys("pagedown")
