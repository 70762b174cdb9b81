"""A stored value that the questionnaire cannot read: shown, answered anew, and in nobody's way."""

import csv
import json
from importlib.util import find_spec
from itertools import cycle
from pathlib import Path

import pytest
from sqlalchemy import text

from db.database import Database
from db.exports.csv import write_csv
from db.exports.json import write_json
from db.exports.xlsx import write_xlsx
from interviewer.commands.decide.show_unit import print_unit
from interviewer.services import CoordinatorDesk, desk
from tests.support.commands import run
from tests.support.keyboard import NOON, TO_THE_OFFERS, Keyboard

SPOILT = ['"sometimes"', "sometimes", "[[[", "12", '{"missing": "lost"}']
"""What somebody may have written with SQL: another word, no JSON at all, a number."""


def spoil(database: Database, stored: str) -> None:
    """The answer that decides, behind the program's back."""
    with database.write() as session:
        session.connection().execute(
            text("UPDATE answer_entry SET value = :stored WHERE question = 'has_offers'"),
            {"stored": stored},
        )


class TestInACase:
    """An interviewer comes back to it."""

    @pytest.mark.parametrize("stored", SPOILT)
    def test_it_is_shown_and_answered_anew(
        self, on_line: Keyboard, database: Database, stored: str
    ) -> None:
        on_line.keys(*TO_THE_OFFERS, "1")
        spoil(database, stored)
        again = Keyboard(database)
        again.keys("enter")
        assert again.at == "has_offers"
        assert "Svaret som er lagret her, kan ikke leses: «" in again.picture()
        again.keys("1")
        assert (again.entries()[-1].question, again.entries()[-1].value) == ("has_offers", "yes")
        assert "kan ikke leses" not in again.picture()
        assert again.at != "has_offers"

    def test_a_remark_leaves_it_there(self, on_line: Keyboard, database: Database) -> None:
        on_line.keys(*TO_THE_OFFERS, "1")
        spoil(database, '"sometimes"')
        again = Keyboard(database)
        again.keys("enter", "f4", *"rart", "enter")
        assert '«"sometimes"»' in again.picture()


@pytest.fixture
def spoilt(practice: Database) -> Database:
    """Finished interviews, of which each says something else about whether there are offers."""
    with practice.write() as session:
        connection = session.connection()
        rows = connection.execute(text("SELECT id, document FROM revision")).all()
        for id, stored in rows:
            document = json.loads(stored)
            document["screening"]["has_offers"] = "sometimes"
            connection.execute(
                text("UPDATE revision SET document = :document WHERE id = :id"),
                {"document": json.dumps(document), "id": id},
            )
    return practice


class TestInAFinishedInterview:
    def test_a_coordinator_reads_it(
        self, spoilt: Database, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """As it stands, among all other answers, and with a reason to look at it."""
        units = [one.interview.unit_id for one in found(spoilt).items]
        print_unit(spoilt, units[0], NOON)
        told = capsys.readouterr().out
        assert '«"sometimes"» (kan ikke leses)' in told
        assert "et lagret svar kan ikke leses" in told

    def test_on_the_screens(self, spoilt: Database) -> None:
        berit = Keyboard(spoilt, reviewing=True).sits_down("Berit")
        assert "et lagret svar kan ikke leses" in berit.picture()
        berit.keys("enter")
        assert "(kan ikke leses)" in berit.picture(100, 200)

    def test_exports_mark_and_count_it(self, spoilt: Database, tmp_path: Path) -> None:
        write_csv(spoilt, tmp_path / "csv")
        with (tmp_path / "csv" / "interviews.csv").open(encoding="utf-8-sig") as file:
            every = list(csv.DictReader(file, delimiter=";"))
        rows = [row for row in every if row["status"] == "complete"]
        assert {(row["has_offers"], row["unreadable"]) for row in rows} == {("-6", "1")}
        assert {row["consent"] for row in rows} == {"yes"}
        write_json(spoilt, tmp_path / "json")
        write_xlsx(spoilt, tmp_path / "alt.xlsx")


class TestAroundTheAnswers:
    """What is stored beside them can be spoilt as well: the rest is shown and written as it is."""

    def goes_on(self, database: Database, tmp_path: Path) -> None:
        """Everything that reads all of it."""
        file, unit = Path(database.where), found(database).items[0].interview.unit_id
        archive = ("archive",) if find_spec("pyreadstat") else ()  # the extra spss
        for kind in ("csv", "json", *archive):
            assert run(file, "export", kind, "--out", str(tmp_path / kind)).exit_code == 0
        read = [("show", unit), ("list", "--all"), ("rules",), ("quality",), ("codes",)]
        for words in read:
            assert run(file, "review", *words).exit_code == 0, words
        for words in (("status",), ("rates",), ("report", "full", "--out", f"{tmp_path}/r.html")):
            assert run(file, *words).exit_code == 0, words

    def test_which_items_a_roster_has(self, practice: Database, tmp_path: Path) -> None:
        """Nobody knows then which item a remark is about: it stands in the paradata alone."""
        with practice.write() as session:
            order = "UPDATE answer_entry SET value = :stored WHERE question = 'offers'"
            session.connection().execute(text(order), {"stored": '{"items": "lost"}'})
        self.goes_on(practice, tmp_path)

    def test_facts_and_confirmed_checks(self, practice: Database, tmp_path: Path) -> None:
        told: list[dict[str, object]] = [
            {"facts": 12},
            {"facts": None},
            {"confirmed": 12},
            {"confirmed": [{"check": 7}]},
        ]
        change(practice, "document", told)
        self.goes_on(practice, tmp_path)

    def test_the_class(self, practice: Database, tmp_path: Path) -> None:
        told: list[dict[str, object]] = [
            {"class": 12},
            {"reasons": 7},
            {"reasons": [{"words": None}]},
            {"reasons": ["x"]},
        ]
        change(practice, "classification", told)
        self.goes_on(practice, tmp_path)


def change(database: Database, column: str, told: list[dict[str, object]]) -> None:
    """Put something else into what was frozen of every interview, another thing into the next."""
    with database.write() as session:
        connection = session.connection()
        rows = connection.execute(text(f"SELECT id, {column} FROM revision")).all()
        for (id, stored), other in zip(rows, cycle(told), strict=False):
            changed = json.dumps(json.loads(stored) | other)
            order = text(f"UPDATE revision SET {column} = :changed WHERE id = :id")
            connection.execute(order, {"changed": changed, "id": id})


def found(db: Database) -> CoordinatorDesk:
    """The interviews that wait for a coordinator."""
    berit = Keyboard(db, reviewing=True).sits_down("Berit")
    return desk(db, berit.screen.who)  # type: ignore[attr-defined]
