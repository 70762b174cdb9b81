"""Telling of an error must not itself go wrong."""

import getpass
import os
import subprocess
import sys
from pathlib import Path

import pytest

from db.problems import Busy
from interviewer.failures import Trouble, sentence_of, told
from interviewer.places import seat


def test_no_folder_for_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written there is no log; the person is told all the same."""
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: in_the_way / "data")
    assert sentence_of(ZeroDivisionError("Kari Lie")).endswith("(S-ERROR)")


def test_a_command_tries_only_once() -> None:
    """The screen tries again by itself; whoever gave a command is told to."""
    assert sentence_of(Busy("runde.sqlite")) == (
        "Databasen runde.sqlite er opptatt av et annet program. Prøv igjen om litt. (DB-BUSY)"
    )


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
