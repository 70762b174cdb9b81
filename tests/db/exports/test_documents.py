"""What is exported as Parquet, JSON, and a folder for archives, read back by others' readers."""

import csv
import hashlib
import json
import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from db.calls import add_contact
from db.coding import name_code
from db.database import Database
from db.exports.archive import write_archive
from db.exports.csv import write_csv
from db.exports.export_tables import EACH_INTERVIEW
from db.exports.json import write_json
from db.exports.pages import Fieldwork, method_page
from db.exports.parquet import write_parquet
from db.exports.problems import NotInstalled
from db.exports.writing import Options
from db.records import Signed
from schemas.codebook.codebook import codebook
from schemas.review.privacy import PersonFound
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.db import counting
from tests.db.rounds import MANY, SERVICE, Round, finish
from tests.db.test_rows import change
from tests.support.municipalities import FRAME

WITH_CONTACTS = Options(contacts=True)
NOW = datetime(2015, 6, 1, 12, 0, tzinfo=UTC)
TABLES = (
    "interviews", "offers", "remarks", "checks", "codings", "cases", "decisions", "claims",
    "codes", "calls",
    "redirects", "undone", "openings", "assignments", "notes", "paradata", "stamp",
)  # fmt: skip
NAMES = ("Kari", "69174500", "Hemmelig")


@pytest.fixture
def world(on_file: Database, with_cases: None) -> Round:
    return Round(on_file)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "ut"


class TestParquet:
    @pytest.fixture
    def parquet(self) -> Any:
        return pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")

    def test_counts_are_those_of_the_database(self, many: Round, out: Path, parquet: Any) -> None:
        """Against SQL written by hand; missing codes stand among the codes."""
        write_parquet(many.db, out)
        table = parquet.read_table(out / "interviews.parquet")
        missing = {"not_asked": "-7", "dont_know": "-8", "refused": "-9"}
        for name, section in PhaseTwo.sections.items():
            for question in section.questions:
                if question.type.name == "single" and name != "offers":
                    counts = counting.single(Path(many.db.where), name, question.id)
                    want = Counter({missing.get(s, s): n for s, n in counts.items()})
                    assert Counter(table[question.id].to_pylist()) == want

    def test_columns_have_types_and_labels(self, many: Round, out: Path, parquet: Any) -> None:
        """Numbers, moments with their zone, text; what they mean lies beside them."""
        write_parquet(many.db, out)
        table = parquet.read_table(out / "interviews.parquet")
        first = table.slice(0, 1).to_pylist()[0]
        assert (first["unit_id"], first["fte"], first["staff"]) == ("0101", 2.5, 3)
        assert first["completed_at"].tzinfo is not None
        assert first["service_since_month"] is None
        field = table.schema.field("has_offers").metadata
        assert json.loads(field[b"values"])["planned"] == "Nei, men det er planlagt"

    def test_every_table_has_a_file(self, many: Round, out: Path, parquet: Any) -> None:
        """Contacts only when asked for."""
        written = write_parquet(many.db, out, options=WITH_CONTACTS)
        assert {one.path.stem: one.rows for one in written} == {
            path.stem: parquet.read_metadata(path).num_rows for path in out.iterdir()
        }
        assert (out / "contacts.parquet").exists()

    def test_without_the_package(
        self, world: Round, out: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """One sentence says what to install."""
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
        with pytest.raises(NotInstalled, match=r"ringerunde\[parquet\]"):
            write_parquet(world.db, out)


@pytest.fixture(scope="module")
def written(many: Round, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where documents lie; nobody has asked for contacts."""
    write_json(many.db, out := tmp_path_factory.mktemp("json") / "ut")
    return out


@pytest.fixture(scope="module")
def named(many: Round, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where those lie with contacts."""
    write_json(many.db, out := tmp_path_factory.mktemp("json") / "ut", options=WITH_CONTACTS)
    return out


class TestJson:
    """One document per interview, one on each line."""

    def test_documents_follow_their_schema(self, written: Path, named: Path) -> None:
        """With contacts and without, each with a schema of its own."""
        jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
        for out in (written, named):
            schema = json.loads((out / "interviews.schema.json").read_text("utf-8"))
            jsonschema.Draft202012Validator.check_schema(schema)
            validator = jsonschema.Draft202012Validator(schema)
            documents = self._documents(out)
            assert len(documents) == len(MANY)
            for document in documents:
                validator.validate(document)
                document["answers"]["screening"]["has_offers"] = "kanskje"
                assert not validator.is_valid(document)

    def test_answers_are_those_of_the_database(self, many: Round, written: Path) -> None:
        """As they are stored; what is not there was not asked."""
        documents = self._documents(written)
        said = [document["answers"]["future"]["plans"] for document in documents]
        found = Counter(one["missing"] if isinstance(one, dict) else one for one in said)
        assert found == counting.single(Path(many.db.where), "future", "plans")
        assert [len(document["answers"]["offers"]) for document in documents][:2] == [3, 0]

    def test_nobody_is_named_unless_asked_for(self, written: Path, named: Path) -> None:
        """The private note never."""
        text = (written / "interviews.jsonl").read_text("utf-8")
        assert not [word for word in NAMES if word in text]
        text = (named / "interviews.jsonl").read_text("utf-8")
        assert [word for word in NAMES if word in text] == ["Kari", "69174500"]

    def _documents(self, out: Path) -> list[Any]:
        lines = (out / "interviews.jsonl").read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def folder(many: Round, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where an archive lies."""
    pytest.importorskip("pyreadstat", reason="the extra spss is not installed")
    write_archive(many.db, out := tmp_path_factory.mktemp("archive") / "ut", options=WITH_CONTACTS)
    return out


class TestTheArchive:
    """One folder with all that an archive asks for."""

    def test_what_lies_in_it(self, folder: Path) -> None:
        """Data twice, codebook and questionnaire in every language, method, README, checksums."""
        assert {path.name for path in folder.iterdir()} == {
            *(f"{table}.{ending}" for table in TABLES for ending in ("sav", "csv")),
            "figures.py", "figures.R", "codebook-nb.txt", "codebook-nn.txt",
            "codebook-en.txt", "codebook.ddi.xml", "questionnaire-nb.txt", "questionnaire-nn.txt",
            "questionnaire-en.txt", "method.txt", "README.txt", "SHA256SUMS",
        }  # fmt: skip

    def test_the_checksums_are_right(self, folder: Path) -> None:
        """For every file but their own."""
        lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
        summed = {name: digest for digest, name in (line.split("  ") for line in lines)}
        assert summed == {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.iterdir()
            if path.name != "SHA256SUMS"
        }

    def test_the_two_kinds_of_data_say_the_same(self, folder: Path) -> None:
        """SPSS by numbers, CSV by slugs."""
        import pyreadstat

        frame, _ = pyreadstat.read_sav(str(folder / "interviews.sav"), user_missing=True)
        with (folder / "interviews.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        slugs = {str(code.number): code.name for code in PhaseTwo.by_id["plans"].codes}
        numbers = [str(int(number)) for number in frame["plans"]]
        assert [slugs.get(number, number) for number in numbers] == [r["plans"] for r in rows]
        assert list(frame["interview_id"]) == [row["interview_id"] for row in rows]

    def test_the_pages_count_what_is_there(self, folder: Path) -> None:
        """And name every file."""
        read_me = (folder / "README.txt").read_text("utf-8")
        assert all(path.name in read_me for path in folder.iterdir())
        assert f"interviews.csv         {EACH_INTERVIEW} ({len(MANY)} rader)" in read_me
        method = (folder / "method.txt").read_text("utf-8")
        assert f"Fullførte intervjuer: {len(MANY)}" in method
        told = " ".join(method.split())
        assert "Kolonnen decision har klassen som koordinatoren bestemte" in told
        about = " ".join(read_me.split())
        assert "en koordinator har godkjent den. Ellers er de tomme" in about
        assert "Fri tekst i svar, merknader, bekreftede advarsler og koder er søkt" in about
        assert "-9 Vil ikke svare -6 Noe lagret som ikke kan leses (tomt i SPSS)" in about

    def test_the_days_of_the_calls_are_those_of_whoever_called(self) -> None:
        """As in the report: half past midnight it is another day in UTC."""
        late = datetime(2015, 6, 1, 22, 30, tzinfo=UTC)
        work = Fieldwork(0, 2, 0, late, late, Counter())
        told = method_page(codebook(PhaseTwo), FRAME, work).splitlines()
        assert "Første oppringning: 2015-06-02" in told
        assert "Siste oppringning:  2015-06-02" in told

    def test_nobody_is_named(self, folder: Path) -> None:
        """Not even when contacts are asked for, as here."""
        for path in folder.iterdir():
            found = [word for word in NAMES if word.encode() in path.read_bytes()]
            assert found == [], path.name


class TestPersonsInFreeText:
    """What is about to be written without contacts is looked through first, and hits are told."""

    @pytest.fixture
    def told(self, world: Round) -> Round:
        """Whoever answered is a contact point: what she is called is known from there."""
        kari = replace(world.contact(Office.rehabilitation), person="Kari Lie")
        add_contact(world.db, world.lease, kari)
        signed = Signed(uuid4(), world.aase.id, NOW)
        name_code(world.db, signed, uuid4(), "challenges_text", "Som Kari, tlf. 91 82 23 34")
        interview = world.begin()
        world.remark(interview, "has_offers", "Ring Lie på 91 82 23 34")
        said = SERVICE | {"challenges_text": "Skriv til kari@halden.no", "offer_name": ["A", "B"]}
        said |= {"offer_kind": ["lm", "lm"], "offer_targets_other": ["hos Kari", "x"]}
        said |= {"offer_targets": [("other",), ("other",)]}
        said |= {"offer_courses": [1, 1], "offer_participants": [1, 1]}
        world.complete(interview, finish(**said))
        return world

    def _hits(self, world: Round, out: Path, *, contacts: bool = False) -> list[PersonFound]:
        found: list[PersonFound] = []
        write_csv(world.db, out, options=Options(contacts, warn=found.extend))
        return found

    def test_unit_question_and_what(self, told: Round, out: Path) -> None:
        """Answers, answers about an offer, remarks."""
        hits = self._hits(told, out)
        assert [(hit.unit_id, hit.where, hit.item, hit.sign.name, hit.words) for hit in hits] == [
            ("0101", "offer_targets_other", 1, "person", "Kari"),
            ("0101", "challenges_text", None, "email", "kari@halden.no"),
            ("0101", "has_offers", None, "phone", "91 82 23 34"),
            ("0101", "has_offers", None, "person", "Lie"),
            ("", "challenges_text", None, "phone", "91 82 23 34"),
            ("", "challenges_text", None, "person", "Kari"),
        ]

    def test_before_anything_is_in_its_place(self, told: Round, out: Path) -> None:
        """So that there is time to stop."""

        def look(hits: Any) -> None:
            assert not list(out.glob("*.csv"))
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            write_csv(told.db, out, options=Options(warn=look))
        assert not out.exists()

    def test_not_when_contacts_are_wanted(self, told: Round, out: Path) -> None:
        """Then persons are in it anyway."""
        assert self._hits(told, out, contacts=True) == []

    def test_nothing_is_said_when_nothing_is_found(self, world: Round, out: Path) -> None:
        """Public details, which people have agreed to, are nothing to warn of."""
        world.interviewed(respondent_name="Kari Lie", public_contact_name="Kari Lie")
        assert self._hits(world, out) == []

    def test_what_lies_apart_is_looked_through_where_it_is_exported(
        self, world: Round, out: Path
    ) -> None:
        """An answer that was once for the list, and is like any other now, lies where it lay."""
        world.interviewed(challenges_text="A", public_contact_name="Kari Lie")
        said = '{"experience": {"challenges_text": "tlf. 91 82 23 34"}}'
        document = """replace(CAST(document AS text), '"A"', '{"missing": "apart"}')"""
        change(world.db, f"UPDATE revision SET document = {document}".replace(":", "\\:"))
        change(world.db, f"UPDATE person_revision SET public = '{said}'".replace(":", "\\:"))
        assert [hit.words for hit in self._hits(world, out)] == ["91 82 23 34"]
        assert "91 82 23 34" in (out / "interviews.csv").read_text("utf-8-sig")
