"""Telling of an error must not itself go wrong."""

import errno
import getpass
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from db.database import Database
from db.exports.writing import absolute
from db.open_database import open_database
from db.problems import Busy
from interviewer.__main__ import open_streams
from interviewer.failure_sentences import sentence_of, told
from interviewer.failures import (
    Trouble,
    require_own_rooms,
    require_plain,
)
from interviewer.own_settings import read_settings
from interviewer.places import begin_at, default_database, open_at, seat
from interviewer.terminal.app import Ringerunde
from schemas.calls.settings import Settings
from tests.interviewer.terminal.test_burst import quiet
from tests.support.commands import run, said
from tests.support.keyboard import Keyboard
from tests.support.platforms import needs_file_modes, needs_long_names_told, needs_unlinking


def test_no_folder_for_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written there is no log; the person is told all the same."""
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: in_the_way / "data")
    assert sentence_of(ZeroDivisionError("Kari Lie")).endswith("(S-ERROR)")


def test_a_command_tries_only_once() -> None:
    """The screen tries again by itself; whoever gave a command is told to."""
    assert sentence_of(Busy("runde.sqlite")) == (
        "Et annet program bruker databasen runde.sqlite. Prøv igjen om litt. (DB-BUSY)"
    )


@needs_long_names_told
@pytest.mark.parametrize(
    "words", [("--database", 300 * "a", "status"), ("move", "--to", 250 * "a")]
)
def test_a_name_that_no_disk_takes(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    """Not even with what is put behind it while it is made: it is told as what it is."""
    monkeypatch.chdir(tmp_path)
    assert said(run(Path(database.where), *words)).endswith("(DB-NAME)")


@needs_unlinking
def test_a_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody has deleted it under whoever stands in it."""
    gone = tmp_path / "borte"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    for named in (Path("ut"), Path("ut") / "mars"):
        with pytest.raises(FileNotFoundError) as raised:
            absolute(named)
        assert sentence_of(raised.value).endswith("(S-CWD)")


def test_streams_that_are_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read, and nobody reads: it was told as a fault of the program."""
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    open_streams()
    with closing(sys.stdin), closing(sys.stdout), closing(sys.stderr):
        sys.stdout.write("Ferdig.")
        assert (sys.stdin.read(), sys.stdin.isatty()) == ("", False)


def test_a_place_where_one_may_not_look() -> None:
    """It was told as a fault of the program."""
    told = sentence_of(PermissionError(errno.EACCES, "nei", "/root/x"))
    assert told == "Du har ikke tilgang til /root/x. Få den, og prøv igjen. (S-PERMISSION)"


def test_a_login_without_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container there may be nobody of that number; that is still a seat."""

    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 4242")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert seat().partition("@")[0]


def test_all_that_is_to_be_put_right(capsys: pytest.CaptureFixture[str]) -> None:
    """Line by line, and then the sentence with its code; nothing of it where results are read."""
    with pytest.raises(SystemExit), told():
        raise Trouble("R-EDIT", "Ingenting er endret.", ("Dette mangler:", "  stage"))
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "Dette mangler:\n  stage\nIngenting er endret. (R-EDIT)\n"


@pytest.mark.parametrize(
    "typed", ["\x1b[31mstatus", "a\x07", "\x9b31m", "\x7f", "\u202aC:\\a", "a\u2066"]
)
def test_what_commands_a_terminal(typed: str) -> None:
    """It would be shown again in a message, and do there what it says."""
    with pytest.raises(Trouble) as trouble:
        require_plain(["status", typed])
    assert trouble.value.code == "CLI-CONTROL"
    require_plain(["review", "--reason=to\nlinjer", "æøå"])


def test_what_others_have_put_into_a_message(capsys: pytest.CaptureFixture[str]) -> None:
    """A name in a folder may hold anything; the message is harmless."""
    with pytest.raises(SystemExit), told():
        raise Trouble("X", "a\x1b[31mb")
    assert capsys.readouterr().err == "a[31mb (X)\n"


def test_no_room_for_what_is_printed() -> None:
    """`ringerunde status > file` on a full disk: it says so."""
    said = sentence_of(OSError(errno.ENOSPC, "No space left on device"))
    assert (
        said
        == "Får ikke skrevet ut svaret: Disken er full. Frigjør plass, og prøv igjen. (S-OUTPUT)"
    )


def test_rooms_of_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder called `db` where somebody works is not run: it is told of."""
    (tmp_path / "db").mkdir()
    (tmp_path / "db" / "__init__.py").write_text("raise SystemExit('foreign')")
    monkeypatch.delitem(sys.modules, "db")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(Trouble) as trouble:
        require_own_rooms()
    assert trouble.value.code == "S-ROOMS"
    assert str(tmp_path) in trouble.value.sentence


class TestWithoutAHome:
    """Where nothing can be written in the home, a database that is named elsewhere can be used."""

    @pytest.fixture(autouse=True)
    def nowhere(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        in_the_way = tmp_path / "file"
        in_the_way.touch()
        monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: in_the_way / "data")

    def test_it_is_opened(self, tmp_path: Path) -> None:
        place = str(tmp_path / "runde.sqlite")
        begin_at(place).close()
        open_at(place).close()
        assert read_settings() == Settings()

    def test_the_usual_place_is_told(self) -> None:
        with pytest.raises(Trouble) as trouble:
            begin_at(str(default_database()))
        assert trouble.value.code == "S-FOLDER"


@pytest.mark.parametrize("alphabet", ["ascii", "cp1252"])
def test_letters_that_the_way_out_lacks(alphabet: str) -> None:
    """Windows writes `ringerunde codebook > file` in its old alphabet, which has no frames."""
    command = [sys.executable, "-m", "interviewer", "codebook"]
    surroundings = {**os.environ, "PYTHONIOENCODING": alphabet}
    done = subprocess.run(
        command, env=surroundings, capture_output=True, check=False, cwd=Path(__file__).parents[2]
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"has_offers" in done.stdout


@needs_file_modes
def test_a_database_that_others_could_read(database: Database) -> None:
    """The first screen says so, whichever it is."""
    place = Path(database.where)
    place.chmod(0o644)
    with closing(open_database(place, create=False)) as opened:
        assert "kunne leses av andre" in " ".join(Keyboard(opened).picture().split())


@pytest.mark.parametrize(("spoilt", "code"), [(True, "DB-CONTENT"), (False, "S-ERROR")])
async def test_a_picture_that_cannot_be_drawn(database: Database, spoilt: bool, code: str) -> None:
    """Where that comes from what somebody has spoilt, that is told, and no fault of ours."""
    app = Ringerunde(lambda: database, "test@pc")
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(app, pilot)
        if spoilt:
            with database.write() as session:
                session.connection().execute(
                    text("UPDATE unit SET size = 'stor' WHERE id = '0101'")
                )
        app.crashed(TypeError())
    app.close()
    assert app.failure is not None
    assert sentence_of(app.failure).endswith(f"({code})")
