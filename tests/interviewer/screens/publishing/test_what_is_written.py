"""What is written is what the command writes; it is read back, and tells what is new."""

import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from interviewer.publish.catalogue import Product
from interviewer.publish.export_request import UNWATCHED, Order
from tests.db.desk import accept_all
from tests.db.rounds import Round
from tests.interviewer.screens.publishing.ways import NAMED, PRODUCTS, importable, orders, writes
from tests.support.keyboard import Keyboard


class TestTheSameAsTheCommand:
    """What the screen writes is what the command writes, byte for byte.

    That others' programs can read it is shown where it is exported.
    """

    @pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.name)
    def test_every_product(
        self, phase_one: None, berit: Keyboard, held: Round, tmp_path: Path, product: Product
    ) -> None:
        importable(product)
        mine, theirs = tmp_path / "a" / product.name, tmp_path / "b" / product.name
        result = writes(berit, product.name, mine)
        order = Order(theirs, at=berit.now)
        told = product.write(held.db, order, UNWATCHED)
        beside = str(tmp_path / "a"), str(tmp_path / "b")
        assert [one.replace(*beside) for one in result.written.told] == list(told.told)
        assert _contents(mine) == _contents(theirs)

    def test_phase_one_before_anything_is_imported(self, berit: Keyboard, tmp_path: Path) -> None:
        """The command's own sentence."""
        orders(berit, "tidligere-fase.csv", tmp_path / "a.csv")
        berit.keys("enter")
        assert "(REPORT-EMPTY)" in " ".join(berit.picture().split())


class TestWhatIsNew:
    """The overview tells what has changed since the last one."""

    def test_a_second_run(self, berit: Keyboard, held: Round, tmp_path: Path) -> None:
        accept_all(held.db)
        first = writes(berit, "oversikt", tmp_path / "ut")
        assert not [line for line in first.written.told if line.startswith("Siden")]
        held.next_case()
        held.interviewed(**NAMED)
        accept_all(held.db)
        berit.keys("enter")
        writes(berit, "oversikt", tmp_path / "ut")
        assert "Siden 2. mars 2015: nye: 1, endret: 0, tatt ut: 0" in berit.picture()


class TestWhileItIsWritten:
    """The same counts as the command's bar, drawn by the clock of the screen."""

    def test_how_far_it_has_come(
        self, berit: Keyboard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seen: list[str] = []
        mode = orders(berit, "json", tmp_path / "ut")
        count = type(mode.meter).__call__

        def counted(meter: Any, done: int, of: int) -> None:
            count(meter, done, of)
            seen.append(berit.picture())

        monkeypatch.setattr(type(mode.meter), "__call__", counted)
        berit.keys("enter", "enter")
        assert any("skriver … 2 av 3" in screen for screen in seen)
        assert "skriver" not in berit.picture()


def _contents(place: Path) -> dict[str, Any]:
    """Every file, but for the moment that programs write into what they make."""
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    return {file.name: _content(file) for file in files}


def _content(file: Path) -> Any:
    if file.suffix == ".xlsx":
        with ZipFile(file) as book:
            names = set(book.namelist()) - {"docProps/core.xml"}
            return {name: book.read(name) for name in names}
    content = file.read_bytes()
    if file.suffix == ".sav":  # date and time have their places in the heading
        return content[:92] + content[109:]
    if file.suffix == ".dta":
        return re.sub(rb"<timestamp>.*?</timestamp>", b"", content, count=1, flags=re.DOTALL)
    if file.name == "SHA256SUMS":
        return [line for line in content.splitlines() if not line.endswith(b".sav")]
    return content


class TestThePreview:
    """Beside publishing: what would be written, and what waits, before anything is."""

    def test_is_read_and_left_again(self, berit: Keyboard, tmp_path: Path) -> None:
        orders(berit, "oversikt", tmp_path / "ut")
        berit.keys("f2")
        told = " ".join(berit.picture().split())
        assert "I oversikten: 0" in told
        assert "Venter: ikke gjennomgått (1): Halden (Østfold)" in told
        berit.keys("escape", "enter")
        assert (tmp_path / "ut" / "oversikt.html").is_file()

    def test_is_of_what_can_be_published(self, berit: Keyboard, tmp_path: Path) -> None:
        """An export has none."""
        orders(berit, "csv", tmp_path / "ut")
        assert "Forhåndsvisning" not in berit.picture()
