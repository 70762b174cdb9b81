"""Berit at her figures and files; three interviews have been held, and one names somebody."""

from pathlib import Path

import pytest

from db.engine import Database
from tests.db.rounds import Round
from tests.interviewer.screens.publishing.ways import NAMED
from tests.support.keyboard import Keyboard


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
    for name in ("XDG_DOCUMENTS_DIR", "WIN_PD_OVERRIDE_PERSONAL"):
        monkeypatch.setenv(name, str(home / "Documents"))
    return home


@pytest.fixture
def berit(held: Round, home: Path) -> Keyboard:
    """Berit the coordinator, at the list of figures and files."""
    berit = Keyboard(held.db, seat="berit@pc", seed=7, reviewing=True).sits_down("Berit")
    berit.keys("f9")
    return berit
