"""The public contact details in every export: only what the service has allowed, and has seen.

yes          they are there
after_check  they are there when a coordinator has released the text of this very revision
no           they were never asked for
"""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.engine import Database
from db.exports.archive import write_archive
from db.exports.csv import write_csv
from db.exports.json import write_json
from db.exports.parquet import write_parquet
from db.exports.spss import write_sav
from db.exports.stata import write_dta
from db.exports.writing import Options
from db.exports.xlsx import write_xlsx
from db.interviews import reopen
from db.records import InterviewRecord
from schemas.language.phone import read_phone
from schemas.questionnaire.answers import DONT_KNOW
from schemas.review.decisions import DecisionKind
from schemas.review.permission import held_back
from schemas.surveys.municipal_services_2015.parts import PARTS
from tests.db.desk import Desk
from tests.db.rounds import finish

PUBLIC: dict[str, Any] = {
    "public_contact_name": "Sigrid Sentrum",
    "public_phone": "+4769174501",
    "public_email": "sigrid@halden.example",
    "public_url": "https://halden.example/mestring",
}

Cells = dict[str, Any]
"""The four columns of the only row."""


def public(row: Cells) -> Cells:
    return {name: row[name] for name in PUBLIC}


# ── The formats, each read by somebody else's reader ──


def as_csv(desk: Desk, out: Path, options: Options) -> Cells:
    write_csv(desk.db, out, options=options)
    text = (out / "interviews.csv").read_text("utf-8-sig")
    (row,) = csv.DictReader(text.splitlines(), delimiter=";")
    shown = {name: value.removeprefix("'") for name, value in public(row).items()}
    return {**shown, "public_phone": shown["public_phone"] and read_phone(shown["public_phone"])}


def as_xlsx(desk: Desk, out: Path, options: Options) -> Cells:
    import openpyxl  # type: ignore[import-untyped]

    write_xlsx(desk.db, out / "bok.xlsx", options=options)
    header, row = openpyxl.load_workbook(out / "bok.xlsx")["interviews"].values
    return public(dict(zip(header, row, strict=True)))


def _read(frame: Any) -> Cells:
    (row,) = frame.to_dict("records")
    return public(row)


def as_sav(desk: Desk, out: Path, options: Options) -> Cells:
    reader: Any = pytest.importorskip("pyreadstat", reason="the extra spss is not installed")
    write_sav(desk.db, out / "fil.sav", options=options)
    return _read(reader.read_sav(str(out / "fil.sav"))[0])


def as_dta(desk: Desk, out: Path, options: Options) -> Cells:
    reader: Any = pytest.importorskip("pyreadstat", reason="the extra spss is not installed")
    write_dta(desk.db, out / "fil.dta", options=options)
    return _read(reader.read_dta(str(out / "fil.dta"))[0])


def as_parquet(desk: Desk, out: Path, options: Options) -> Cells:
    reader: Any = pytest.importorskip("pyarrow.parquet", reason="the extra is not installed")
    write_parquet(desk.db, out, options=options)
    (row,) = reader.read_table(out / "interviews.parquet").to_pylist()
    return public(row)


def as_json(desk: Desk, out: Path, options: Options) -> Cells:
    write_json(desk.db, out, options=options)
    return public(json.loads((out / "interviews.jsonl").read_text("utf-8"))["answers"]["closing"])


def in_archive(desk: Desk, out: Path, options: Options) -> Cells:
    pytest.importorskip("pyreadstat", reason="the extra spss is not installed")
    write_archive(desk.db, out, options=options)
    (row,) = csv.DictReader((out / "interviews.csv").read_text("utf-8").splitlines())
    return {name: value.removeprefix("'") for name, value in public(row).items()}


Export = Callable[[], Cells]
FORMATS = (as_csv, as_xlsx, as_sav, as_dta, as_parquet, as_json, in_archive)


@pytest.fixture(params=FORMATS, ids=lambda one: one.__name__)
def export(request: pytest.FixtureRequest, desk: Desk, tmp_path: Path) -> Export:
    def exported() -> Cells:
        """What is not empty, whatever the format calls so."""
        found: Cells = request.param(desk, tmp_path, Options())
        return {name: value for name, value in found.items() if value}

    return exported


@pytest.fixture
def desk(on_file: Database, with_cases: None) -> Desk:
    return Desk(on_file)


def told(desk: Desk, publish: str) -> InterviewRecord:
    return desk.talked(publish=publish, criterion_group="yes", **PUBLIC)


class TestWithoutContacts:
    def test_whoever_said_yes_is_there(self, desk: Desk, export: Export) -> None:
        told(desk, "yes")
        assert export() == PUBLIC

    def test_whoever_wants_to_see_it_first_is_not(self, desk: Desk, export: Export) -> None:
        told(desk, "after_check")
        assert export() == {}

    def test_until_it_is_released(self, desk: Desk, export: Export) -> None:
        desk.decide(told(desk, "after_check"), DecisionKind.released)
        assert export() == PUBLIC

    def test_and_again_when_it_has_been_changed(self, desk: Desk, export: Export) -> None:
        """They have seen another text than the one that stands there now."""
        interview = told(desk, "after_check")
        desk.decide(interview, DecisionKind.released)
        reopen(desk.db, desk.lease, interview.id, 1, desk.now())
        desk.complete(interview, finish(publish="after_check", criterion_group="yes", **PUBLIC))
        assert export() == {}


class TestWithContacts:
    def test_they_are_there_as_they_were_said(self, desk: Desk, tmp_path: Path) -> None:
        """Whoever asks for persons gets them."""
        told(desk, "after_check")
        found = as_json(desk, tmp_path, Options(contacts=True))
        assert found == PUBLIC


class TestWhatIsHeldBack:
    def test_the_details_and_nothing_else(self) -> None:
        """Why somebody did not answer stays: that is nobody's address."""
        closing = {
            "publish": "after_check",
            "thanks": "read",
            **PUBLIC,
            "public_url": {"missing": DONT_KNOW.missing},
        }
        said = {"closing": closing, "future": {"plans": "no"}}
        kept = held_back(PARTS.publishing, said, released=False)
        assert kept == {
            "future": {"plans": "no"},
            "closing": {
                "publish": "after_check",
                "thanks": "read",
                "public_contact_name": None,
                "public_phone": None,
                "public_email": None,
                "public_url": {"missing": "dont_know"},
            },
        }
