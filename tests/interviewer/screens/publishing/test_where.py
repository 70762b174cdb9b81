"""The list, the matrix, and the place where a file is to lie."""

import sys
from pathlib import Path

import pytest

from db.problems import NotRead
from interviewer.controls.keys import OPTION_KEYS
from interviewer.screens.claim_matrix.state import ClaimMatrixView
from interviewer.screens.export_order.state import Ordering
from interviewer.screens.publishing.state import Publishing, all_products
from interviewer.screens.queue.state import Queue
from interviewer.screens.written.state import Result
from schemas.surveys.municipal_services_2015.survey import SURVEY
from tests.db.full_disk import little_room
from tests.db.rounds import Round
from tests.interviewer.screens.publishing.ways import BY_NAME, TITLE, orders, writes
from tests.support.hostile import HOSTILE
from tests.support.keyboard import SIZES, Faulty, Keyboard
from tests.support.platforms import needs_a_limit_on_files, needs_links_and_pipes


class TestTheList:
    """F9 in the queue."""

    def test_everything_has_a_key(self, berit: Keyboard) -> None:
        screen = berit.picture()
        assert "  1 Oppgitt og funnet" in screen
        for key, product in zip(OPTION_KEYS, all_products(SURVEY), strict=False):
            assert product is None or f"{key} {product.label}" in screen

    def test_and_back(self, berit: Keyboard) -> None:
        berit.keys("escape")
        assert isinstance(berit.screen, Queue)

    def test_what_is_not_installed_says_so(
        self, held: Round, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """In the list, and what to do about it when it is chosen."""
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        berit = Keyboard(held.db, reviewing=True).sits_down("Berit")
        berit.keys("f9")
        assert "krever pyarrow, som ikke er installert" in berit.picture()
        berit.keys(OPTION_KEYS[all_products(SURVEY).index(BY_NAME["parquet"])])
        assert isinstance(berit.screen, Publishing)
        assert "pip install 'ringerunde[parquet]' (EXPORT-EXTRA)" in berit.picture()


class TestTheMatrix:
    """Claim against finding, to read."""

    def test_from_the_number_to_the_units(self, berit: Keyboard) -> None:
        berit.keys("1")
        assert isinstance(berit.screen, ClaimMatrixView)
        read = berit.picture()
        for _ in range(30):
            berit.keys("pagedown")
            read += berit.picture()
        assert "Ingen av tjenestene som ble oppgitt i fase én, er avklart ennå." in read
        assert "Ikke svart → Ingen tjeneste (2)" in read
        assert "0104 Moss (Østfold), 0105 Sarpsborg (Østfold)" in read
        berit.keys("escape")
        assert isinstance(berit.screen, Publishing)


class TestWhere:
    """A place that makes sense, and any other one."""

    def test_in_the_documents_with_the_day(self, berit: Keyboard) -> None:
        """The overview has no day: over the last one, it says what is new."""
        assert orders(berit, "csv").line.text == str(Path("~/Documents/ringerunde/2015-03-02/csv"))
        berit.keys("escape")
        assert orders(berit, "oversikt").line.text == str(Path("~/Documents/ringerunde/oversikt"))

    def test_at_home_where_there_are_no_documents(self, held: Round, home: Path) -> None:
        (home / "Documents").rmdir()
        berit = Keyboard(held.db, reviewing=True).sits_down("Berit")
        berit.keys("f9")
        assert orders(berit, "rapport.html").line.text.startswith(str(Path("~/ringerunde")))

    def test_the_tilde_is_home(self, berit: Keyboard, home: Path) -> None:
        writes(berit, "kodebok.txt", "~/mine/bok.txt")
        assert (home / "mine" / "bok.txt").read_text(encoding="utf-8").startswith(TITLE)

    def test_a_pasted_place(self, berit: Keyboard, tmp_path: Path) -> None:
        orders(berit, "kodebok.txt")
        berit.paste(f"{tmp_path / 'bok.txt'}\n")
        berit.keys("enter")
        assert (tmp_path / "bok.txt").exists()

    def test_nowhere(self, berit: Keyboard) -> None:
        orders(berit, "kodebok.txt")
        berit.keys("ctrl+u", "enter")
        assert "(S-PLACE)" in berit.picture()

    @needs_links_and_pipes
    @pytest.mark.parametrize(
        ("place", "code"),
        [
            ("~ingen-her/bok.txt", "EXPORT-FOLDER"),
            ("{tmp}/fil/bok.txt", "EXPORT-FOLDER"),
            ("{tmp}/" + "x" * 300, "EXPORT-NAME"),
            ("{tmp}", "EXPORT-NOT-FILE"),
            ("{tmp}/lenke.txt", "EXPORT-LINK"),
            ("{database}", "EXPORT-DATABASE"),
        ],
    )
    def test_where_nothing_can_be_written(
        self, berit: Keyboard, held: Round, tmp_path: Path, place: str, code: str
    ) -> None:
        """One sentence; what was typed stays, to be corrected."""
        (tmp_path / "fil").touch()
        (tmp_path / "lenke.txt").symlink_to(tmp_path / "fil")
        typed = place.format(tmp=tmp_path, database=held.db.where)
        orders(berit, "kodebok.txt", typed)
        berit.keys("enter")
        assert f"({code})" in " ".join(berit.picture().split())
        assert isinstance(berit.screen, Ordering)
        assert berit.screen.line.text == typed

    @pytest.mark.parametrize("place", HOSTILE)
    def test_whatever_is_pasted(
        self, berit: Keyboard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
    ) -> None:
        """It is written, or there is a sentence; and there is always a picture."""
        monkeypatch.chdir(tmp_path)
        orders(berit, "kodebok.json")
        berit.paste(place)
        berit.keys("enter")
        assert isinstance(berit.screen, Ordering | Result)
        assert isinstance(berit.screen, Result) or berit.screen.notice
        for columns, rows in SIZES:
            berit.picture(columns, rows)

    @needs_a_limit_on_files
    def test_a_full_disk(self, berit: Keyboard, tmp_path: Path) -> None:
        orders(berit, "ringerunde.xlsx", tmp_path / "ut" / "alt.xlsx")
        berit.keys("enter")
        with little_room(1000):
            berit.keys("enter")
        assert "(EXPORT-FULL)" in berit.picture()
        assert not (tmp_path / "ut").exists()

    def test_a_busy_database(self, held: Round, home: Path, tmp_path: Path) -> None:
        """Told; Enter tries again."""
        faulty = Faulty(held.db)
        berit = Keyboard(faulty, reviewing=True).sits_down("Berit")  # type: ignore[arg-type]
        berit.keys("f9")
        orders(berit, "rapport.html", tmp_path / "rapport.html")
        faulty.problem = NotRead("runde.sqlite")
        berit.keys("enter")
        assert "Enter prøver igjen. (DB-NOT-READ)" in " ".join(berit.picture().split())
        faulty.problem = None
        berit.keys("enter")
        assert isinstance(berit.screen, Result)
