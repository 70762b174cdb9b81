"""The installed program in a real terminal: from the first start to an exported interview.

Nothing here knows how the program is made: keys go in, the screen is read, files come out.
"""

import csv
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tests.support.patience import waited_for
from tests.support.platforms import needs_a_pseudo_terminal
from tests.support.terminal import Terminal

pytestmark = [pytest.mark.usefixtures("any_hour"), pytest.mark.slow, needs_a_pseudo_terminal]

PROGRAM = (sys.executable, "-m", "interviewer")
CHECKOUT = Path(__file__).parents[2]

Start = Callable[[], Terminal]


@pytest.fixture
def there_already(filled_file: Path, tmp_path: Path) -> None:
    """The database that the program has made at its first start, which takes a while."""
    shutil.copy(filled_file, tmp_path / "interviews.sqlite")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program; whatever is still running afterwards is ended."""
    running: list[Terminal] = []

    def started() -> Terminal:
        place = ("--database", str(tmp_path / "interviews.sqlite"))
        terminal = Terminal([*PROGRAM, *place], columns=80, rows=24, cwd=CHECKOUT)
        running.append(terminal)
        return terminal

    yield started
    for terminal in running:
        terminal.close()


def sit_down(terminal: Terminal) -> None:
    """The only question of the first start, answered before it is asked: nothing typed is lost."""
    terminal.type("Kari Lie\r")
    terminal.wait_for("av 442 ferdige")


def ring(terminal: Terminal, place: str) -> None:
    """From the call list to somebody on the line."""
    terminal.type(place)
    terminal.wait_for(f"▸# {place}")
    terminal.type("\r")
    terminal.wait_for("Ingen kontaktpunkter ennå")
    terminal.type("\r")
    terminal.wait_for("Nummer til")
    terminal.type("69 28 91 00\r")
    terminal.wait_for("God dag, jeg heter Kari Lie")


def two_departments_on(terminal: Terminal) -> None:
    """Service desk, then the healthy life centre: three keys each."""
    terminal.press("F5")
    terminal.type("b1")
    terminal.wait_for("Sentralbord ─▸ ● Servicetorg")
    terminal.press("F5")
    terminal.type("e1")
    terminal.wait_for("Sentralbord ─▸ Servicetorg ─▸ ● Frisklivssentral")


def introduce(terminal: Terminal) -> None:
    """Section A, with the person who knows."""
    terminal.type("\r11Anne Berg\rLeder\r")
    terminal.wait_for("Hvilken del av kommunen")
    terminal.type("e69289123\ranne.berg@vaaler.kommune.no\r")
    terminal.wait_for("Er det greit for deg")


def offer(terminal: Terminal, name: str, more: str) -> None:
    """One offer in the roster."""
    terminal.wait_for("Hva heter tilbudet?")
    terminal.type(f"{name}\r15\r3112\r2\r18\r")
    terminal.wait_for("Har dere flere tilbud?")
    terminal.type(more)


def whole_service(terminal: Terminal) -> None:
    """A full-service interview with three offers, from section B to the end."""
    terminal.type("1111111" + "2010\r" + "1")
    terminal.type("Frisk i Våler\r" + "25\r" + "1" + "2012\r\r" + "1" + "3\r2,5\r")
    terminal.wait_for("finansiert")
    terminal.type("1\r112\r1\r")
    offer(terminal, "Leve med kols", "1")
    offer(terminal, "Mestring av smerte", "1")
    offer(terminal, "Kreft og veien videre", "2")
    terminal.type("12\r121\r")  # involvement
    terminal.wait_for("lærings- og mestringssenter i helseforetaket")
    terminal.type("2" + "1" + "7\r")  # collaboration
    terminal.wait_for("største utfordringene")
    terminal.type("13\rVi har få folk.\r1\r\r")  # experience
    terminal.wait_for("nasjonale oversikten")
    terminal.type("1" + "\r" + "69289123\r\r\r" + "1" + "5\r\r")
    terminal.wait_for("Tusen takk")
    terminal.type("\r")
    terminal.wait_for("Ingen på linjen")
    terminal.type("11\r")  # assessment
    terminal.wait_for("Alt er besvart")
    terminal.type("\r")
    terminal.wait_for("Intervjuet er fullført og lagret")


def export(tmp_path: Path) -> dict[str, list[dict[str, str]]]:
    """What the export command writes, read by another reader."""
    place = ("--database", str(tmp_path / "interviews.sqlite"))
    out = tmp_path / "out"
    command = [*PROGRAM, *place, "export", "csv", "--out", str(out)]
    subprocess.run(command, check=True, cwd=CHECKOUT, capture_output=True)
    return {file.stem: rows_of(file) for file in out.glob("*.csv")}


def rows_of(file: Path) -> list[dict[str, str]]:
    """The rows of a file, as Norwegian Excel would see them."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def wait_until_kept(tmp_path: Path, words: str) -> None:
    """Half-typed words are kept once a second."""
    with closing(sqlite3.connect(tmp_path / "interviews.sqlite")) as database:
        drafts = "SELECT draft FROM place"
        assert waited_for(lambda: (words,) in database.execute(drafts).fetchall())


def wait_until_aside(database: Path, words: str) -> None:
    """What waits for its Enter is kept once a second, beside the database."""
    beside = f"{database.name}-unsaved-*[!p]"  # one that ends on .tmp is not whole
    asides = partial(database.parent.glob, beside)
    assert waited_for(lambda: any(words in one.read_text("utf-8") for one in asides()))


class TestTheWholeWay:
    """One command, one case, two departments, an interview, an export."""

    def test_a_full_service_interview(self, start: Start, tmp_path: Path) -> None:
        terminal = start()
        sit_down(terminal)
        ring(terminal, "Våler (Østfold)")
        two_departments_on(terminal)
        introduce(terminal)
        whole_service(terminal)
        terminal.press("Ctrl+Q")
        terminal.wait_for_exit()
        assert terminal.exit_status == 0

        files = export(tmp_path)
        (row,) = files["interviews"]
        assert (row["unit_id"], row["name"], row["county"]) == ("0137", "Våler", "Østfold")
        assert (row["class"], row["coordination"]) == ("service", "centre")
        assert (row["hosted_in__2"], row["hosted_in__gp_office"]) == ("1", "0")
        assert (row["staff"], row["fte"], row["offers_since"]) == ("3", "2,5", "2010")
        assert (row["partner_units"], row["plans"]) == ("-7", "-7")
        assert "respondent_name" not in row
        names = [one["offer_name"] for one in files["offers"]]
        assert names == ["Leve med kols", "Mestring av smerte", "Kreft og veien videre"]
        assert {one["offer_targets__copd"] for one in files["offers"]} == {"1"}
        assert [one["outcome"] for one in files["calls"]] == ["complete"]
        ways = [(one["from_department"], one["to_department"]) for one in files["redirects"]]
        assert ways == [
            ("switchboard", "service_desk"),
            ("service_desk", "healthy_life_centre"),
        ]


@pytest.mark.usefixtures("there_already")
class TestKilled:
    """Whatever stops the program, the next start goes on exactly there."""

    def test_killed_in_the_middle(self, start: Start, tmp_path: Path) -> None:
        """With a remark half typed, which is given back, too."""
        terminal = start()
        sit_down(terminal)
        ring(terminal, "Våler (Østfold)")
        two_departments_on(terminal)
        introduce(terminal)
        terminal.type("11")
        terminal.wait_for("Er tilbudene gruppebaserte?")
        terminal.wait_for("lagret")
        terminal.press("F4")
        terminal.type("Hun nøl")
        wait_until_aside(tmp_path / "interviews.sqlite", "Hun nøl")
        terminal.kill()

        again = start()
        again.wait_for("Du var midt i en sak")
        again.wait_for("Våler (Østfold)")
        again.wait_for("En merknad")
        again.type("1")
        again.wait_for("Er tilbudene gruppebaserte?")
        again.wait_for("Hun nøl")
        again.wait_for("Sentralbord ─▸ Servicetorg ─▸ ● Frisklivssentral (Anne Berg)")

    def test_the_window_is_closed_with_words_half_typed(self, start: Start, tmp_path: Path) -> None:
        terminal = start()
        sit_down(terminal)
        ring(terminal, "Våler (Østfold)")
        terminal.type("\r11Anne Be")
        terminal.wait_for("› Anne Be")
        wait_until_kept(tmp_path, "Anne Be")
        terminal.hang_up()
        terminal.wait_for_exit()

        again = start()
        again.wait_for("Du var midt i en sak")
        again.type("1")
        again.wait_for("› Anne Be")

    def test_the_window_is_closed_while_an_answer_is_on_its_way(
        self, start: Start, tmp_path: Path
    ) -> None:
        """Somebody else writes meanwhile; the answer is offered at the next start."""
        terminal = start()
        sit_down(terminal)
        ring(terminal, "Våler (Østfold)")
        terminal.type("\r11")
        terminal.wait_for("Hva er navnet ditt?")
        with closing(sqlite3.connect(tmp_path / "interviews.sqlite")) as other:
            other.execute("BEGIN IMMEDIATE")
            terminal.type("Anne Berg\r")
            terminal.wait_for("lagrer …")
            terminal.hang_up()
            terminal.wait_for_exit()

        again = start()
        again.wait_for("Dette er ikke lagret ennå")
        again.wait_for("Anne Berg")
        again.type("1")
        again.wait_for("Hvilken stilling har du?")


@pytest.mark.usefixtures("there_already")
class TestKeysThatCannotBeRead:
    """A terminal that speaks Latin-1, or text pasted from a broken file."""

    def test_half_a_letter(self, start: Start) -> None:
        terminal = start()
        sit_down(terminal)
        terminal.send(b"H\xf8yland")
        terminal.wait_for("Søk: H�yland")
        terminal.press("Ctrl+Q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.usefixtures("there_already")
class TestNotSaved:
    """What cannot be stored just now is stored as soon as it can be."""

    def test_a_database_in_use(self, start: Start, tmp_path: Path) -> None:
        terminal = start()
        sit_down(terminal)
        ring(terminal, "Våler (Østfold)")
        with closing(sqlite3.connect(tmp_path / "interviews.sqlite")) as other:
            other.execute("BEGIN EXCLUSIVE")
            terminal.type("\r11Anne Berg\r")
            terminal.wait_for("IKKE LAGRET")
        terminal.wait_for("Hvilken stilling har du?")
        terminal.wait_for("lagret")
        assert "IKKE LAGRET" not in terminal.text


class TestAPlaceToWork:
    """Without a proper terminal: one sentence, and an exit status that says no."""

    def test_a_small_window(self, tmp_path: Path) -> None:
        place = ("--database", str(tmp_path / "interviews.sqlite"))
        with Terminal([*PROGRAM, *place], columns=60, rows=20, cwd=CHECKOUT) as terminal:
            terminal.wait_for("Vinduet er for lite")
            terminal.wait_for_exit()
            assert terminal.exit_status == 1
            assert "Traceback" not in terminal.text

    def test_something_else_lies_there(self, tmp_path: Path) -> None:
        (tmp_path / "letter.odt").write_text("Kjære deg, dette er ingen database." * 99)
        place = ("--database", str(tmp_path / "letter.odt"))
        with Terminal([*PROGRAM, *place], cwd=CHECKOUT) as terminal:
            assert terminal.wait_for_exit() == 1
            assert "DB-FOREIGN" in terminal.text.replace("\n", "")
            assert "Åpner" not in terminal.text

    def test_no_window_at_all(self, tmp_path: Path) -> None:
        done = subprocess.run(
            [*PROGRAM, "--database", str(tmp_path / "x.sqlite")],
            cwd=CHECKOUT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 1
        assert "terminalvindu" in done.stderr
        assert "Traceback" not in done.stderr
