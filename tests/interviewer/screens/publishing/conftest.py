"""Berit at her figures and files; three interviews have been held, and one names who answered."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db.calls import add_contact
from db.import_plans import apply_claim_forms
from db.imports.claim_forms import read_claim_forms
from db.open_database import open_database
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.phase_one_form import FORM
from tests.db.rounds import Round
from tests.interviewer.screens.publishing.ways import NAMED
from tests.support.keyboard import NOON, Keyboard
from tests.support.municipalities import FRAME
from tests.support.phase_one_file import article_rows, csv_of


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


@pytest.fixture(scope="session")
def once_imported(once_held: Round, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with what was found in phase one, to be copied."""
    folder = tmp_path_factory.mktemp("imported")
    (folder / "fase1.csv").write_bytes(csv_of(article_rows()))
    forms = read_claim_forms(folder / "fase1.csv", FORM, FRAME).accepted(skip_bad=False)
    file = Path(shutil.copy(once_held.db.where, folder / "runde.sqlite"))
    with closing(open_database(file, create=False)) as db:
        apply_claim_forms(db, forms, NOON)
    return file


@pytest.fixture
def phase_one() -> None:
    """Has the test's database begin with what was found in phase one."""


@pytest.fixture
def held(request: pytest.FixtureRequest, once_held: Round, tmp_path: Path) -> Iterator[Round]:
    """The same, to go on with."""
    imported = "phase_one" in request.fixturenames
    ready = request.getfixturevalue("once_imported") if imported else once_held.db.where
    file = shutil.copy(ready, tmp_path / "copy-0.sqlite")
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
