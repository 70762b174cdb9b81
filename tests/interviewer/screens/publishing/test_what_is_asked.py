"""What one is asked before anything is written: over a file, about persons, what to have in it."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from interviewer.publish.catalogue import EXPORTS, Product
from interviewer.screens.export_order.state import Ordering
from interviewer.screens.written.state import Result
from tests.db.rounds import SERVICE, Round
from tests.interviewer.screens.publishing.ways import (
    NAMED,
    TITLE,
    importable,
    orders,
    turns,
    writes,
)
from tests.support.keyboard import Keyboard


class TestWhatIsThereAlready:
    """Nothing is written over without a yes."""

    def test_enter_replaces_and_escape_does_not(self, berit: Keyboard, tmp_path: Path) -> None:
        mine = tmp_path / "bok.txt"
        mine.write_text("mitt")
        orders(berit, "kodebok.txt", mine)
        berit.keys("enter")
        assert f"{mine} finnes fra før." in berit.picture(200)
        berit.keys("escape")
        assert "Ingenting er skrevet." in berit.picture()
        assert mine.read_text() == "mitt"
        berit.keys("enter", "enter")
        assert isinstance(berit.screen, Result)
        assert mine.read_text(encoding="utf-8").startswith(TITLE)

    def test_a_yes_is_for_once(self, berit: Keyboard, tmp_path: Path) -> None:
        """The next time it asks again."""
        for _ in range(2):
            orders(berit, "kodebok.txt", tmp_path / "bok.txt")
            berit.keys("enter")
            if isinstance(berit.screen, Ordering):
                berit.keys("enter")
            berit.keys("escape")
        orders(berit, "kodebok.txt", tmp_path / "bok.txt")
        berit.keys("enter")
        assert isinstance(berit.screen, Ordering)

    def test_nobody_says_yes_to_what_is_not_on_the_screen_yet(
        self, berit: Keyboard, tmp_path: Path
    ) -> None:
        """Enter twice, faster than the question comes: the second one is dropped."""
        mine = tmp_path / "bok.txt"
        mine.write_text("mitt")
        orders(berit, "kodebok.txt", mine)
        berit.burst("enter", "enter", "enter")
        assert mine.read_text() == "mitt"
        assert "finnes fra før." in " ".join(berit.picture().split())

    def test_but_whoever_wants_to_leave_leaves(self, berit: Keyboard, tmp_path: Path) -> None:
        orders(berit, "kodebok.txt", tmp_path / "bok.txt")
        berit.burst("enter", "ctrl+q")
        assert berit.left

    def test_somebody_else_s_overview(self, berit: Keyboard, tmp_path: Path) -> None:
        folder = tmp_path / "ut"
        folder.mkdir()
        (folder / "oversikt.json").write_text("{}")
        orders(berit, "oversikt", folder)
        berit.keys("enter")
        assert "oversikt.json finnes fra før." in berit.picture(200)
        berit.keys("enter")
        assert isinstance(berit.screen, Result)


class TestPersonsInFreeText:
    """They are listed before anything is written."""

    @pytest.mark.parametrize("product", EXPORTS, ids=lambda product: product.name)
    def test_escape_stops_and_nothing_is_written(
        self, berit: Keyboard, tmp_path: Path, product: Product
    ) -> None:
        importable(product)
        out = tmp_path / "ut"
        orders(berit, product.name, out / product.name)
        berit.keys("enter")
        screen = " ".join(berit.picture(120, 40).split())
        assert "Fri tekst ser ut til å vise til personer 2 steder." in screen
        assert (
            "Halden (Østfold): telefonnummer «69 17 45 00» – Gevinster og utfordringer: Vil"
            in screen
        )
        assert not out.exists()
        berit.keys("pagedown", "escape")
        assert "Ingenting er skrevet." in berit.picture()
        assert not out.exists()

    def test_enter_writes_anyway(self, berit: Keyboard, tmp_path: Path) -> None:
        orders(berit, "csv", tmp_path / "ut")
        berit.keys("enter", "enter")
        assert "interviews.csv: 3 rader" in berit.picture()
        assert "69 17 45 00" in (tmp_path / "ut" / "interviews.csv").read_text("utf-8")

    def test_what_has_come_since_is_asked_about(
        self, berit: Keyboard, held: Round, tmp_path: Path
    ) -> None:
        """A yes is for what was read, not for what somebody has written meanwhile."""
        orders(berit, "csv", tmp_path / "ut")
        berit.keys("enter")
        held.next_case()
        held.interviewed(**(NAMED | {"challenges_text": "Ring 22 33 44 55"}))
        berit.keys("enter")
        assert "22 33 44 55" in berit.picture()
        assert not (tmp_path / "ut").exists()
        berit.keys("enter")
        assert "interviews.csv: 4 rader" in berit.picture()

    def test_over_files_that_exist_it_asks_both(self, berit: Keyboard, tmp_path: Path) -> None:
        writes(berit, "csv", tmp_path / "ut")
        berit.keys("escape")
        orders(berit, "csv", tmp_path / "ut")
        berit.keys("enter")
        assert "finnes fra før" in " ".join(berit.picture().split())
        berit.keys("enter")
        assert "Fri tekst ser ut" in berit.picture()
        berit.keys("enter")
        assert isinstance(berit.screen, Result)


class TestChoices:
    """Tab goes to a choice, the space bar changes it."""

    def test_labels_for_other_programs(self, berit: Keyboard, tmp_path: Path) -> None:
        orders(berit, "csv", tmp_path / "ut")
        turns(berit, "labels")
        turns(berit, "plain")
        berit.keys("enter", "enter")
        text = (tmp_path / "ut" / "interviews.csv").read_text(encoding="utf-8")
        assert next(csv.DictReader(io.StringIO(text)))["has_offers"] == "Ja"

    def test_contacts_are_off_and_say_what_they_mean(self, berit: Keyboard, tmp_path: Path) -> None:
        orders(berit, "csv", tmp_path / "ut")
        assert "(x) uten" in berit.picture()
        turns(berit, "contacts")
        assert "ikke del dem" in berit.picture()
        berit.keys("enter")
        assert (tmp_path / "ut" / "contacts.csv").exists()

    def test_one_offer_per_row(self, berit: Keyboard, tmp_path: Path) -> None:
        pyreadstat: Any = pytest.importorskip("pyreadstat", reason="spss is not installed")
        out = tmp_path / "tilbud.sav"
        orders(berit, "ringerunde.sav", out)
        turns(berit, "table")
        berit.keys("enter", "enter")
        frame, _ = pyreadstat.read_sav(str(out))
        assert len(frame) == len(SERVICE["offer_kind"])

    def test_the_language(self, berit: Keyboard, tmp_path: Path) -> None:
        orders(berit, "kodebok.txt", tmp_path / "book.txt")
        turns(berit, "language")
        turns(berit, "language")
        assert "(x) engelsk" in berit.picture()
        berit.keys("enter")
        assert "Don't know" in (tmp_path / "book.txt").read_text(encoding="utf-8")
