"""Telling of an error must not itself go wrong."""

import getpass
from pathlib import Path

import pytest

from interviewer.failures import sentence_of
from interviewer.places import seat


def test_no_folder_for_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written there is no log; the person is told all the same."""
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: in_the_way / "data")
    assert sentence_of(ZeroDivisionError("Kari Lie")).endswith("(S-ERROR)")


def test_a_login_without_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container there may be nobody of that number; that is still a seat."""

    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 4242")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert seat().partition("@")[0]
