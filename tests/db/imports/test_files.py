"""Bad files: each is told with a code, a line, a column and what to do, and none is written.

The list of what an import stands up to is `tests/support/bad_files.py`.
"""

import os
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.imports import packed
from db.imports.claim_forms import read_claim_forms
from db.imports.contacts import read_contacts
from db.imports.problems import SENTENCES, BadRows, ImportProblem
from db.imports.table import FileReading
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.phase_one_form import FORM
from tests.support.bad_files import BAD, BARE, GOOD, TYPES, WORKBOOK, Bad, sheet, zipped
from tests.support.municipalities import FRAME
from tests.support.phase_one_file import HEADING, SHEET, changed, csv_of, row_of
from tests.support.platforms import WINDOWS, needs_links_and_pipes

CHECKOUT = Path(__file__).parents[3]


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_a_bad_file(bad: Bad, tmp_path: Path) -> None:
    """It is told with everything that is wrong and where, and gives nothing to write."""
    file = tmp_path / "fase1.csv"
    file.write_bytes(bad.content)
    with pytest.raises(ImportProblem) as told:
        read_claim_forms(file, FORM, FRAME).accepted(skip_bad=False)
    found = [(f.code, f.line, f.column) for f in told.value.findings]
    assert found == list(bad.said)
    assert str(file) in str(told.value)
    assert "Ingenting er importert." in str(told.value)


def test_every_sentence_says_what_to_do_in_a_short_while() -> None:
    """Codes are all alike, and sentences end."""
    for code, words in SENTENCES.items():
        assert code.startswith("IMPORT-")
        assert words[-1] in ".:}" or "{why}" in words or "{cell}" in words
        assert len(words) < 200


class TestSeveralFaults:
    """All of them are told at once, and the good rows can be had on purpose."""

    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        """Three rows: a good one, one with two faults, one with one."""
        rows = [
            GOOD,
            row_of("9999", kontakt_telefon="12", kontakt_epost="x"),
            row_of("0105", tilbud="kanskje"),
        ]
        (tmp_path / "f.csv").write_bytes(csv_of(rows))
        return tmp_path / "f.csv"

    def test_at_once(self, file: Path) -> None:
        """By line, and within a line by column."""
        with pytest.raises(BadRows) as told:
            read_claim_forms(file, FORM, FRAME).accepted(skip_bad=False)
        assert [(f.line, f.column) for f in told.value.findings] == [
            (3, "enhet"),
            (3, "kontakt_telefon"),
            (3, "kontakt_epost"),
            (4, "tilbud"),
        ]
        assert "2 rader må rettes" in str(told.value)
        assert "--skip-bad" in str(told.value)

    def test_skipped_on_purpose(self, file: Path) -> None:
        """Then the good rows are taken, and the bad ones are still told."""
        reading = read_claim_forms(file, FORM, FRAME)
        assert [row.unit_id for row in reading.accepted(skip_bad=True)] == ["0101"]
        assert len(reading.bad) == 4

    def test_nothing_from_cells_in_the_text_of_the_error(self, file: Path) -> None:
        """It may reach a log."""
        with pytest.raises(BadRows) as told:
            read_claim_forms(file, FORM, FRAME).accepted(skip_bad=False)
        assert "kanskje" not in str(told.value)


class TestPlaces:
    """Whatever bears the name of a file: it never hangs, and is told."""

    def code_of(self, path: Path) -> str:
        """What is said of it."""
        with pytest.raises(ImportProblem) as told:
            read_claim_forms(path, FORM, FRAME)
        return told.value.code

    def test_nothing_there(self, tmp_path: Path) -> None:
        """Nor under a file."""
        (tmp_path / "fil").write_bytes(b"x")
        assert self.code_of(tmp_path / "borte.csv") == "IMPORT-MISSING"
        assert self.code_of(tmp_path / "fil" / "borte.csv") == "IMPORT-MISSING"
        (tmp_path / "lenke").symlink_to(tmp_path / "borte.csv")
        assert self.code_of(tmp_path / "lenke") == "IMPORT-MISSING"

    def test_a_folder(self, tmp_path: Path) -> None:
        """People drag those, too."""
        assert self.code_of(tmp_path) == "IMPORT-FOLDER"

    @needs_links_and_pipes
    def test_a_pipe(self, tmp_path: Path) -> None:
        """Nobody will ever write to it."""
        os.mkfifo(tmp_path / "pipe")
        assert self.code_of(tmp_path / "pipe") == "IMPORT-NOT-FILE"

    @needs_links_and_pipes
    @pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
    def test_a_device(self, device: str) -> None:
        """Some never end."""
        assert self.code_of(Path(device)) == "IMPORT-NOT-FILE"

    @needs_links_and_pipes
    def test_a_socket(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """It cannot be opened at all."""
        monkeypatch.chdir(tmp_path)  # the names of sockets are short
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("s")
            assert self.code_of(Path("s")) == "IMPORT-NOT-FILE"

    @needs_links_and_pipes
    def test_a_link_in_a_circle(self, tmp_path: Path) -> None:
        """It leads nowhere."""
        (tmp_path / "a").symlink_to(tmp_path / "b")
        (tmp_path / "b").symlink_to(tmp_path / "a")
        assert self.code_of(tmp_path / "a") == "IMPORT-NOT-FILE"

    def test_names_that_cannot_be(self, tmp_path: Path) -> None:
        """Too long, or with a NUL."""
        too_long = {"IMPORT-NAME", "IMPORT-MISSING"} if WINDOWS else {"IMPORT-NAME"}
        assert self.code_of(tmp_path / ("x" * 300)) in too_long
        assert self.code_of(tmp_path / "a\0b") == "IMPORT-NAME"

    @needs_links_and_pipes
    def test_a_link_to_a_file_is_as_good(self, tmp_path: Path) -> None:
        """Nothing is written to it."""
        (tmp_path / "f.csv").write_bytes(csv_of([GOOD]))
        (tmp_path / "lenke").symlink_to(tmp_path / "f.csv")
        assert read_claim_forms(tmp_path / "lenke", FORM, FRAME).total == 1

    def test_not_readable(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Locked by another program, or not ours."""
        (tmp_path / "f.csv").write_bytes(csv_of([GOOD]))

        def refuse(*_: object) -> int:
            raise PermissionError(13, "no")

        with monkeypatch.context() as disk:
            disk.setattr("db.imports.files.os.open", refuse)
            assert self.code_of(tmp_path / "f.csv") == "IMPORT-PERMISSION"

    def test_a_disk_that_fails(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A network drive that went away."""
        (tmp_path / "f.csv").write_bytes(csv_of([GOOD]))

        def fail(*_: object) -> int:
            raise OSError(5, "no")

        with monkeypatch.context() as disk:
            disk.setattr("db.imports.files.os.open", fail)
            assert self.code_of(tmp_path / "f.csv") == "IMPORT-DISK"

    def test_hostile_names_are_shown_without_what_cannot_be_seen(self, tmp_path: Path) -> None:
        """A file's name reaches the terminal."""
        with pytest.raises(ImportProblem) as told:
            read_claim_forms(tmp_path / "a\x1b]0;x\x07b\x9bc.csv", FORM, FRAME)
        assert str(told.value).isprintable()


class TestTheSizeOfAnExcelFile:
    """It is unpacked within limits, whatever it says of itself."""

    def test_little_memory_is_used_on_a_bomb(self, tmp_path: Path) -> None:
        """A gigabyte of spaces in a few megabytes: told in a process that has no room for it."""
        resource = pytest.importorskip("resource", reason="Windows has no such limits")
        assert resource
        file = tmp_path / "bomb.xlsx"
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
            made.writestr("[Content_Types].xml", TYPES)
            made.writestr("xl/workbook.xml", b"<x/>")
            with made.open(SHEET, "w") as part:
                for _ in range(1000):
                    part.write(b" " * 1_000_000)
        script = (
            "import resource, sys; from pathlib import Path\n"
            "from db.imports.claim_forms import read_claim_forms\n"
            "from schemas.surveys.municipal_services_2015.phase_one_form import FORM\n"
            "from tests.support.municipalities import FRAME\n"
            "from db.imports.problems import ImportProblem\n"
            "resource.setrlimit(resource.RLIMIT_AS, (700_000_000, 700_000_000))\n"
            "try: read_claim_forms(Path(sys.argv[1]), FORM, FRAME)\n"
            "except ImportProblem as told: print(told.code)\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", script, str(file)],
            cwd=CHECKOUT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.stdout.strip() == "IMPORT-BOMB", done.stderr

    def test_a_part_twice(self, tmp_path: Path) -> None:
        """One reader takes the first of them, and another the last."""
        file = tmp_path / "f.xlsx"
        file.write_bytes(sheet())
        with (
            pytest.warns(UserWarning, match="Duplicate name"),
            zipfile.ZipFile(file, "a") as made,
        ):
            made.writestr(SHEET, b"<x/>")
        with pytest.raises(ImportProblem) as told:
            read_claim_forms(file, FORM, FRAME)
        assert told.value.code == "IMPORT-XLSX-UNSAFE"

    def test_very_many_parts(self, tmp_path: Path) -> None:
        """Each of them costs something."""
        parts = {f"xl/{number}.xml": b"" for number in range(packed.MOST_MEMBERS)}
        (tmp_path / "f.xlsx").write_bytes(zipped(BARE | parts))
        with pytest.raises(ImportProblem) as told:
            read_claim_forms(tmp_path / "f.xlsx", FORM, FRAME)
        assert told.value.code == "IMPORT-XLSX-UNSAFE"


BYTES = st.one_of(
    st.binary(max_size=400),
    st.binary(max_size=400).map(lambda rest: csv_of([GOOD]) + rest),
    st.binary(max_size=400).map(lambda rest: b"PK\3\4" + rest),
    st.lists(st.lists(st.text(max_size=12), max_size=len(HEADING)), max_size=4).map(
        lambda rows: "\r\n".join([";".join(HEADING), *map(";".join, rows)]).encode(
            "utf-8", "replace"
        )
    ),
)


READERS: tuple[Callable[[Path], FileReading[Any]], ...] = (
    lambda file: read_claim_forms(file, FORM, FRAME),
    lambda file: read_contacts(file, FRAME, Office),
)

SLOW = {
    "separators": b";" * 9_000_000,
    "spaces": b" " * 9_000_000 + b"x",
    "line ends": b"\n" * 9_000_000,
    "spaces in a cell": csv_of([]) + b'0101;"' + b" " * 130_000 + b'x";ja\r\n',
    "line ends in a cell": csv_of([]) + b'0101;"' + b" \n" * 60_000 + b'x";ja\r\n',
    "escapes in a cell": csv_of([]) + b"0101;" + b"\x1b[" * 60_000 + b"\r\n",
    "digits in a cell": csv_of([]) + b"0101;" + b"1" * 130_000 + b"\r\n",
    "quotes": csv_of([]) + b'0101;"' + b'""' * 60_000 + b'"\r\n',
    "headings": b";".join(b"organisering%d" % number for number in range(199)) + b";enhet\r\n",
    "long headings": b"enhet;" + b";".join([b"o" * 30_000] * 90) + b"\r\n0101\r\n",
    "a unit over and over": csv_of([]) + b"0101\r\n" * 20_000,
    "partners": csv_of([]) + (b"0101;;;;;" + b"0104 " * 790 + b"\r\n") * 400,
    "phones": csv_of([]) + (b"0101" + b";" * 9 + b"69174500/" * 400 + b"\r\n") * 100,
}
"""Shapes for which a careless pattern or list takes time that grows with the square."""


@pytest.mark.parametrize("shape", SLOW)
def test_it_comes_to_an_end(shape: str, tmp_path: Path) -> None:
    """However a big file is made; in processor seconds, because others use the machine, too."""
    (tmp_path / "f.csv").write_bytes(SLOW[shape])
    before = time.process_time()
    for read in READERS:
        with suppress(ImportProblem):
            found = read(tmp_path / "f.csv")
            found.accepted(skip_bad=False)
    assert time.process_time() - before < 15


FLIP = st.tuples(st.integers(0, 9999), st.integers(0, 255))


def flipped(content: bytes, flips: list[tuple[int, int]]) -> bytes:
    """The bytes, some of them others."""
    found = bytearray(content)
    for at, byte in flips:
        found[at % len(found)] = byte
    return bytes(found)


@pytest.fixture(scope="module")
def a_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that is written over and over."""
    return tmp_path_factory.mktemp("bytes") / "fil"


@pytest.fixture(scope="module")
def good() -> bytes:
    """An Excel file with nothing wrong in it, made once for all examples."""
    return sheet()


class TestAnyBytes:
    """Whatever a file holds, it is read or told of: no other error, and an end to it."""

    @settings(deadline=5000, max_examples=100)
    @given(BYTES)
    def test_read_or_told(self, a_file: Path, content: bytes) -> None:
        """As answers and as contacts."""
        a_file.write_bytes(content)
        for read in READERS:
            with suppress(ImportProblem):
                found = read(a_file)
                found.accepted(skip_bad=False)

    @settings(deadline=5000, max_examples=100)
    @given(st.data())
    def test_an_excel_file_with_some_bytes_changed(
        self, a_file: Path, good: bytes, data: st.DataObject
    ) -> None:
        """As a bad disk would do it, in the packed file and in one of its parts."""
        part = data.draw(st.sampled_from(["", SHEET, WORKBOOK, "[Content_Types].xml"]))
        flips = data.draw(st.lists(FLIP, min_size=1, max_size=6))
        a_file.write_bytes(
            changed(good, part, lambda old: flipped(old, flips)) if part else flipped(good, flips)
        )
        with suppress(ImportProblem):
            read_claim_forms(a_file, FORM, FRAME)
