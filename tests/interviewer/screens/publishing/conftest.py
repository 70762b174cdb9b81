"""Berit at her figures and files; three interviews have been held, and one names who answered."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db.calls import add_contact
from db.engine import open_database
from schemas.surveys.municipal_services_2015.departments import Office
from tests.db.rounds import Round
from tests.interviewer.screens.publishing.ways import NAMED
from tests.support.keyboard import Keyboard


@pytest.fixture(scope="session")
def once_held(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Round:
    """Three interviews, to be copied."""
    file = shutil.copy(filled_file, tmp_path_factory.mktemp("held") / "runde.sqlite")
    with closing(open_database(file, create=False)) as db:
        here = Round(db)
        kari = replace(here.contact(Office.rehabilitation), person="Kari Lie")
        add_contact(db, here.lease, kari)
        here.interviewed(**NAMED)
        for _ in range(2):
            here.next_case()
            here.interviewed(has_offers="no", plans="no", respondent_name="Grete Hagen")
    return here


@pytest.fixture
def held(once_held: Round, tmp_path: Path) -> Iterator[Round]:
    """The same, to go on with."""
    file = shutil.copy(once_held.db.where, tmp_path / "copy-0.sqlite")
    with closing(open_database(file, create=False)) as db:
        yield once_held.on(db)


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
