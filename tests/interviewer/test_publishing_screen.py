"""Figures and files from the coordinator's screen: one key each, and the same as the commands.

Berit sits at her queue; three interviews have been held, and in one of them somebody is named.
"""

import csv
import io
import json
import re
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl  # type: ignore[import-untyped]  # has no types
import pytest

from db.engine import Database
from db.imports.phase_one import read_phase_one
from db.phase_one import apply_phase_one
from db.problems import NotRead
from interviewer.keys import OPTION_KEYS
from interviewer.publish.order import UNWATCHED, Order
from interviewer.publish.products import EXPORTS, PRODUCTS, Product
from interviewer.review.ordering import Ordering, Result
from interviewer.review.publishing import ALL, Publishing
from interviewer.review.queue import Queue
from interviewer.review.transition import TransitionView
from tests.db.rounds import SERVICE, Round
from tests.db.test_exports_files import little_room
from tests.support.hostile import HOSTILE
from tests.support.keyboard import SIZES, Faulty, Keyboard
from tests.support.phase_one_file import article_rows, csv_of

NAMED = SERVICE | {"challenges_text": "Spør Kari, 69 17 45 00", "publish": "yes"}
TITLE = "Telefonintervju om"
BY_NAME = {product.name: product for product in PRODUCTS}


@pytest.fixture
def held(database: Database) -> Round:
    """Three interviews."""
    here = Round(database)
    here.interviewed(**NAMED)
    for _ in range(2):
        here.next_case()
        here.interviewed(has_offers="no", plans="no", respondent_name="Grete Hagen")
    return here


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with a folder for documents."""
    home = tmp_path / "home"
    (home / "Documents").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(home / "Documents"))
    return home


@pytest.fixture
def berit(held: Round, home: Path) -> Keyboard:
    """Berit the coordinator, at the list of figures and files."""
    berit = Keyboard(held.db, seat="berit@pc", seed=7, reviewing=True).sits_down("Berit")
    berit.keys("f9")
    return berit


def orders(berit: Keyboard, name: str, out: Path | str | None = None) -> Ordering:
    """Berit chooses a product and, if it is to be elsewhere, types where."""
    berit.keys(OPTION_KEYS[ALL.index(BY_NAME[name])])
    if out is not None:
        berit.type(str(out))
    assert isinstance(berit.mode, Ordering)
    return berit.mode


def writes(berit: Keyboard, name: str, out: Path | str) -> Result:
    """She has it written, whatever is found in free text."""
    orders(berit, name, out)
    berit.keys("enter")
    if isinstance(berit.mode, Ordering):
        berit.keys("enter")
    assert isinstance(berit.mode, Result), berit.screen()
    return berit.mode


def turns(berit: Keyboard, choice: str) -> None:
    """She gives one of the choices its next value."""
    mode = berit.mode
    assert isinstance(mode, Ordering)
    fields = [one.field for one in mode.product.choices]
    berit.keys(*["tab"] * (fields.index(choice) + 1), " ", *["shift+tab"] * len(fields))


class TestTheList:
    """F9 in the queue."""

    def test_everything_has_a_key(self, berit: Keyboard) -> None:
        screen = berit.screen()
        assert "  1 Påstand mot funn" in screen
        for key, product in zip(OPTION_KEYS, ALL, strict=False):
            assert product is None or f"{key} {product.label}" in screen

    def test_and_back(self, berit: Keyboard) -> None:
        berit.keys("escape")
        assert isinstance(berit.mode, Queue)

    def test_what_is_not_installed_says_so(
        self, held: Round, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """In the list, and what to do about it when it is chosen."""
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        berit = Keyboard(held.db, reviewing=True).sits_down("Berit")
        berit.keys("f9")
        assert "krever pyarrow, som ikke er installert" in berit.screen()
        berit.keys(OPTION_KEYS[ALL.index(BY_NAME["parquet"])])
        assert isinstance(berit.mode, Publishing)
        assert "pip install 'ringerunde[parquet]' (EXPORT-EXTRA)" in berit.screen()


class TestTheMatrix:
    """Claim against finding, to read."""

    def test_from_the_number_to_the_units(self, berit: Keyboard) -> None:
        berit.keys("1")
        assert isinstance(berit.mode, TransitionView)
        read = berit.screen()
        for _ in range(30):
            berit.keys("pagedown")
            read += berit.screen()
        assert "Ingen av tjenestene som ble oppgitt i fase 1, er undersøkt ennå." in read
        assert "Ikke svart → Ingen (2)" in read
        assert "0104 Moss (Østfold), 0105 Sarpsborg (Østfold)" in read
        berit.keys("escape")
        assert isinstance(berit.mode, Publishing)


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
        assert "(S-PLACE)" in berit.screen()

    @pytest.mark.parametrize(
        ("place", "code"),
        [
            ("~ingen-her/bok.txt", "EXPORT-FOLDER"),
            ("{tmp}/fil/bok.txt", "EXPORT-FOLDER"),
            ("{tmp}/" + "x" * 300, "EXPORT-FOLDER"),
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
        assert f"({code})" in " ".join(berit.screen().split())
        assert isinstance(berit.mode, Ordering)
        assert berit.mode.line.text == typed

    @pytest.mark.parametrize("place", HOSTILE)
    def test_whatever_is_pasted(
        self, berit: Keyboard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
    ) -> None:
        """It is written, or there is a sentence; and there is always a picture."""
        monkeypatch.chdir(tmp_path)
        orders(berit, "kodebok.json")
        berit.paste(place)
        berit.keys("enter")
        assert isinstance(berit.mode, Ordering | Result)
        assert isinstance(berit.mode, Result) or berit.mode.notice
        for columns, rows in SIZES:
            berit.screen(columns, rows)

    def test_a_full_disk(self, berit: Keyboard, tmp_path: Path) -> None:
        orders(berit, "ringerunde.xlsx", tmp_path / "ut" / "alt.xlsx")
        berit.keys("enter")
        with little_room(1000):
            berit.keys("enter")
        assert "(EXPORT-FULL)" in berit.screen()
        assert not (tmp_path / "ut").exists()

    def test_a_busy_database(self, held: Round, home: Path, tmp_path: Path) -> None:
        """Told; Enter tries again."""
        faulty = Faulty(held.db)
        berit = Keyboard(faulty, reviewing=True).sits_down("Berit")  # type: ignore[arg-type]
        berit.keys("f9")
        orders(berit, "rapport.html", tmp_path / "rapport.html")
        faulty.problem = NotRead("runde.sqlite")
        berit.keys("enter")
        assert "Enter prøver igjen. (DB-NOT-READ)" in " ".join(berit.screen().split())
        faulty.problem = None
        berit.keys("enter")
        assert isinstance(berit.mode, Result)


class TestWhatIsThereAlready:
    """Nothing is written over without a yes."""

    def test_enter_replaces_and_escape_does_not(self, berit: Keyboard, tmp_path: Path) -> None:
        mine = tmp_path / "bok.txt"
        mine.write_text("mitt")
        orders(berit, "kodebok.txt", mine)
        berit.keys("enter")
        assert f"{mine} finnes fra før." in berit.screen(200)
        berit.keys("escape")
        assert "Ingenting er skrevet." in berit.screen()
        assert mine.read_text() == "mitt"
        berit.keys("enter", "enter")
        assert isinstance(berit.mode, Result)
        assert mine.read_text(encoding="utf-8").startswith(TITLE)

    def test_a_yes_is_for_once(self, berit: Keyboard, tmp_path: Path) -> None:
        """The next time it asks again."""
        for _ in range(2):
            orders(berit, "kodebok.txt", tmp_path / "bok.txt")
            berit.keys("enter")
            if isinstance(berit.mode, Ordering):
                berit.keys("enter")
            berit.keys("escape")
        orders(berit, "kodebok.txt", tmp_path / "bok.txt")
        berit.keys("enter")
        assert isinstance(berit.mode, Ordering)

    def test_nobody_says_yes_to_what_is_not_on_the_screen_yet(
        self, berit: Keyboard, tmp_path: Path
    ) -> None:
        """Enter twice, faster than the question comes: the second one is dropped."""
        mine = tmp_path / "bok.txt"
        mine.write_text("mitt")
        orders(berit, "kodebok.txt", mine)
        berit.burst("enter", "enter", "enter")
        assert mine.read_text() == "mitt"
        assert "finnes fra før." in " ".join(berit.screen().split())

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
        assert "oversikt.json finnes fra før." in berit.screen(200)
        berit.keys("enter")
        assert isinstance(berit.mode, Result)


class TestPersonsInFreeText:
    """They are listed before anything is written."""

    @pytest.mark.parametrize("product", EXPORTS, ids=lambda product: product.name)
    def test_escape_stops_and_nothing_is_written(
        self, berit: Keyboard, tmp_path: Path, product: Product
    ) -> None:
        _importable(product)
        out = tmp_path / "ut"
        orders(berit, product.name, out / product.name)
        berit.keys("enter")
        screen = " ".join(berit.screen(120, 40).split())
        assert "Fri tekst ser ut til å vise til personer 2 steder." in screen
        assert (
            "Halden (Østfold): telefonnummer «69 17 45 00» – Gevinster og utfordringer: Vil"
            in screen
        )
        assert not out.exists()
        berit.keys("pagedown", "escape")
        assert "Ingenting er skrevet." in berit.screen()
        assert not out.exists()

    def test_enter_writes_anyway(self, berit: Keyboard, tmp_path: Path) -> None:
        orders(berit, "csv", tmp_path / "ut")
        berit.keys("enter", "enter")
        assert "interviews.csv: 3 rader" in berit.screen()
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
        assert "22 33 44 55" in berit.screen()
        assert not (tmp_path / "ut").exists()
        berit.keys("enter")
        assert "interviews.csv: 4 rader" in berit.screen()

    def test_over_files_that_exist_it_asks_both(self, berit: Keyboard, tmp_path: Path) -> None:
        writes(berit, "csv", tmp_path / "ut")
        berit.keys("escape")
        orders(berit, "csv", tmp_path / "ut")
        berit.keys("enter")
        assert "finnes fra før" in " ".join(berit.screen().split())
        berit.keys("enter")
        assert "Fri tekst ser ut" in berit.screen()
        berit.keys("enter")
        assert isinstance(berit.mode, Result)


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
        assert "(x) uten" in berit.screen()
        turns(berit, "contacts")
        assert "ikke del dem" in berit.screen()
        berit.keys("enter")
        assert "contacts.csv" in berit.screen()

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
        assert "(x) engelsk" in berit.screen()
        berit.keys("enter")
        assert "Don't know" in (tmp_path / "book.txt").read_text(encoding="utf-8")


class TestTheSameAsTheCommand:
    """What the screen writes is what the command writes, byte for byte."""

    @pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.name)
    def test_every_product(
        self, berit: Keyboard, held: Round, tmp_path: Path, product: Product
    ) -> None:
        _importable(product)
        (tmp_path / "fase1.csv").write_bytes(csv_of(article_rows()))
        read = read_phase_one(tmp_path / "fase1.csv").accepted(skip_bad=False)
        apply_phase_one(held.db, read, berit.now)
        mine, theirs = tmp_path / "a" / product.name, tmp_path / "b" / product.name
        result = writes(berit, product.name, mine)
        order = Order(theirs, at=berit.now)
        told = product.write(held.db, order, UNWATCHED)
        assert result.written.told == told.told
        assert _contents(mine) == _contents(theirs)

    def test_phase_one_before_anything_is_imported(self, berit: Keyboard, tmp_path: Path) -> None:
        """The command's own sentence."""
        orders(berit, "fase-en.csv", tmp_path / "a.csv")
        berit.keys("enter")
        assert "(REPORT-EMPTY)" in " ".join(berit.screen().split())


class TestReadBack:
    """By the programs that others will use."""

    def test_the_workbook(self, berit: Keyboard, tmp_path: Path) -> None:
        writes(berit, "ringerunde.xlsx", tmp_path / "alt.xlsx")
        book = openpyxl.load_workbook(tmp_path / "alt.xlsx")
        assert book["interviews"].max_row == 1 + 3

    @pytest.mark.parametrize("name", ["ringerunde.sav", "ringerunde.dta"])
    def test_statistics(self, berit: Keyboard, tmp_path: Path, name: str) -> None:
        pyreadstat: Any = pytest.importorskip("pyreadstat", reason="spss is not installed")
        writes(berit, name, tmp_path / name)
        read = pyreadstat.read_sav if name.endswith("sav") else pyreadstat.read_dta
        frame, _ = read(str(tmp_path / name))
        assert list(frame["unit_id"]) == ["0101", "0104", "0105"]

    def test_documents(self, berit: Keyboard, tmp_path: Path) -> None:
        writes(berit, "json", tmp_path / "ut")
        lines = (tmp_path / "ut" / "interviews.jsonl").read_text(encoding="utf-8").splitlines()
        assert [json.loads(line)["unit_id"] for line in lines] == ["0101", "0104", "0105"]


class TestWhatIsNew:
    """The overview tells what has changed since the last one."""

    def test_a_second_run(self, berit: Keyboard, held: Round, tmp_path: Path) -> None:
        first = writes(berit, "oversikt", tmp_path / "ut")
        assert not [line for line in first.written.told if line.startswith("Siden")]
        held.next_case()
        held.interviewed(**NAMED)
        berit.keys("enter")
        writes(berit, "oversikt", tmp_path / "ut")
        assert "Siden 2. mars 2015: nye 1, endret 0, ute 0" in berit.screen()


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
            seen.append(berit.screen())

        monkeypatch.setattr(type(mode.meter), "__call__", counted)
        berit.keys("enter", "enter")
        assert any("skriver … 2 av 3" in screen for screen in seen)
        assert "skriver" not in berit.screen()


def _importable(product: Product) -> None:
    for module in {"spss": ["pyreadstat", "pandas"], "parquet": ["pyarrow"]}.get(product.extra, []):
        pytest.importorskip(module, reason=f"{module} is not installed")


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
