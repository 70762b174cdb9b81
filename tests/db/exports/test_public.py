"""The public contact details in every export: only what the service has allowed, and has seen.

yes          they are there
after_check  they are there when a coordinator has released the text of this very revision
no           they were never asked for
"""

import csv
import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from db.database import Database
from db.exports.archive import write_archive
from db.exports.csv import write_csv
from db.exports.json import write_json
from db.exports.parquet import write_parquet
from db.exports.spss import write_sav
from db.exports.stata import write_dta
from db.exports.writing import Options
from db.exports.xlsx import write_xlsx
from db.interviews import reopen
from db.open_database import open_database
from db.records import InterviewRecord
from db.reviews import decide
from schemas.language.phone import read_phone
from schemas.questionnaire.answers import DONT_KNOW
from schemas.review.consents import Consent, ConsentHow
from schemas.review.decisions import DecisionKind
from schemas.review.permission import held_back
from schemas.surveys.municipal_services_2015.parts import PARTS
from tests.db.desk import Desk
from tests.db.rounds import finish
from tests.db.world import NOON
from tests.support.municipalities import FRAME

PUBLIC: dict[str, Any] = {
    "public_contact_name": "Sigrid Sentrum",
    "public_phone": "+4769174501",
    "public_email": "sigrid@halden.example",
    "public_url": "https://halden.example/mestring",
}

Cells = dict[str, Any]
"""The four columns of a row."""

Told = dict[str, Cells]
"""Those of every row, by unit."""


def public(rows: Iterable[Cells]) -> Told:
    return {row["unit_id"]: {name: row[name] for name in PUBLIC} for row in rows}


# ── The formats, each read by somebody else's reader ──


def as_csv(db: Database, out: Path, options: Options) -> Told:
    write_csv(db, out, options=options)
    rows = csv.DictReader(
        (out / "interviews.csv").read_text("utf-8-sig").splitlines(), delimiter=";"
    )
    return {unit: _unguarded(row) for unit, row in public(rows).items()}


def _unguarded(row: Cells) -> Cells:
    """As it was before it was made safe for Excel."""
    shown = {name: value.removeprefix("'") for name, value in row.items()}
    return {**shown, "public_phone": shown["public_phone"] and read_phone(shown["public_phone"])}


def as_xlsx(db: Database, out: Path, options: Options) -> Told:
    import openpyxl  # type: ignore[import-untyped]

    write_xlsx(db, out / "bok.xlsx", options=options)
    header, *rows = openpyxl.load_workbook(out / "bok.xlsx")["interviews"].values
    return public(dict(zip(header, row, strict=True)) for row in rows)


def as_sav(db: Database, out: Path, options: Options) -> Told:
    reader: Any = pytest.importorskip("pyreadstat", reason="the extra spss is not installed")
    write_sav(db, out / "fil.sav", options=options)
    return public(reader.read_sav(str(out / "fil.sav"))[0].to_dict("records"))


def as_dta(db: Database, out: Path, options: Options) -> Told:
    reader: Any = pytest.importorskip("pyreadstat", reason="the extra spss is not installed")
    write_dta(db, out / "fil.dta", options=options)
    return public(reader.read_dta(str(out / "fil.dta"))[0].to_dict("records"))


def as_parquet(db: Database, out: Path, options: Options) -> Told:
    reader: Any = pytest.importorskip("pyarrow.parquet", reason="the extra is not installed")
    write_parquet(db, out, options=options)
    return public(reader.read_table(out / "interviews.parquet").to_pylist())


def as_json(db: Database, out: Path, options: Options) -> Told:
    write_json(db, out, options=options)
    lines = map(json.loads, (out / "interviews.jsonl").read_text("utf-8").splitlines())
    return public({"unit_id": one["unit_id"], **one["answers"]["closing"]} for one in lines)


def in_archive(db: Database, out: Path, options: Options) -> Told:
    pytest.importorskip("pyreadstat", reason="the extra spss is not installed")
    write_archive(db, out, options=options)
    rows = csv.DictReader((out / "interviews.csv").read_text("utf-8").splitlines())
    return {
        unit: {name: value.removeprefix("'") for name, value in row.items()}
        for unit, row in public(rows).items()
    }


FORMATS = (as_csv, as_xlsx, as_sav, as_dta, as_parquet, as_json, in_archive)

SAID_YES, WAITING, RELEASED, CHANGED = FRAME.units[:4]
"""Four services: what each has said about its details, and what has become of them."""


@pytest.fixture(scope="module")
def asked(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database of those four; it is only read."""
    file = shutil.copy(filled_file, tmp_path_factory.mktemp("public") / "runde.db")
    with closing(open_database(file, create=False)) as db:
        desk = Desk(db)
        told(desk, "yes")
        for unit in (WAITING, RELEASED, CHANGED):
            desk.next_case()
            interview = told(desk, "after_check")
            if unit is not WAITING:
                desk.decide(interview, DecisionKind.released)
        reopen(db, desk.lease, interview.id, 1, desk.now())
        desk.complete(interview, finish(publish="after_check", criterion_group="yes", **PUBLIC))
        yield db


def told(desk: Desk, publish: str) -> InterviewRecord:
    return desk.talked(publish=publish, criterion_group="yes", **PUBLIC)


class TestWithoutContacts:
    @pytest.mark.parametrize("export", FORMATS, ids=lambda one: one.__name__)
    def test_only_what_has_been_allowed_and_seen(
        self, asked: Database, tmp_path: Path, export: Callable[..., Told]
    ) -> None:
        """Whoever wants to see it first is not there until it is released.

        Nor when it has been changed since: they have seen another text than stands there now.
        """
        rows = export(asked, tmp_path, Options())
        there = {  # what is not empty, whatever the format calls so
            unit: {name: value for name, value in row.items() if value}
            for unit, row in rows.items()
        }
        assert there == {SAID_YES.id: PUBLIC, WAITING.id: {}, RELEASED.id: PUBLIC, CHANGED.id: {}}

    @pytest.mark.parametrize("kind", [DecisionKind.consented, DecisionKind.declined])
    def test_nothing_of_what_was_taken_back_since(
        self, desk: Desk, tmp_path: Path, kind: DecisionKind
    ) -> None:
        """By a no, or by other details: those that may stand there are told of as decided."""
        interview = told(desk, "yes")
        consent = Consent("Ola Moe", NOON.date(), ConsentHow.phone, phone="+4769174599")
        decide(desk.db, desk.sign(), interview.id, 1, kind, consent=consent)
        (row,) = as_json(desk.db, tmp_path, Options()).values()
        assert not any(row.values())

    def test_nothing_of_a_consent_that_an_interview_has_taken_back(
        self, desk: Desk, tmp_path: Path
    ) -> None:
        """Whoever says no when asked again has consented to nothing any more."""
        interview = told(desk, "yes")
        consent = Consent("Ola Moe", NOON.date(), ConsentHow.phone, "Kari Moe", "+4769174599")
        kind = DecisionKind.consented
        decide(desk.db, desk.sign(), interview.id, 1, kind, consent=consent)
        assert consented(desk.db, tmp_path / "before") == [("Kari Moe", "+4769174599")]
        reopen(desk.db, desk.lease, interview.id, 1, desk.now())
        desk.complete(interview, finish(publish="no", criterion_group="yes"))
        assert consented(desk.db, tmp_path / "after") == [(None, None)]


def consented(db: Database, out: Path) -> list[tuple[Any, Any]]:
    """Whom everybody may call, as decided: the name and the number."""
    write_json(db, out, options=Options())
    lines = map(json.loads, (out / "decisions.jsonl").read_text("utf-8").splitlines())
    return [(one["consent_contact"], one["consent_phone"]) for one in lines]


class TestWithContacts:
    def test_they_are_there_as_they_were_said(self, asked: Database, tmp_path: Path) -> None:
        """Whoever asks for persons gets them."""
        found = as_json(asked, tmp_path, Options(contacts=True))
        assert found[WAITING.id] == PUBLIC


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
