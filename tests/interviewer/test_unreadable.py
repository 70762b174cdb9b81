"""A stored value that the questionnaire cannot read: shown, answered anew, and in nobody's way."""

import csv
import json
from pathlib import Path

import pytest
from sqlalchemy import text

from db.engine import Database
from db.exports.csv import write_csv
from db.exports.json import write_json
from db.exports.xlsx import write_xlsx
from interviewer.commands.decide.show_unit import print_unit
from interviewer.services import CoordinatorDesk, desk
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


def found(db: Database) -> CoordinatorDesk:
    """The interviews that wait for a coordinator."""
    berit = Keyboard(db, reviewing=True).sits_down("Berit")
    return desk(db, berit.screen.who)  # type: ignore[attr-defined]
