"""The import commands, where a respondent has withdrawn: nobody comes back, and it is said."""

from pathlib import Path

import pytest

from db.cases import open_case
from db.database import Database
from db.withdrawal import withdraw
from tests.db.desk import Desk
from tests.db.world import HALDEN
from tests.interviewer.conftest import Copies
from tests.support.commands import typed_in
from tests.support.phase_one_file import csv_of, row_of

PERSON = {"kontakt_navn": "Kari Lie", "kontakt_telefon": "69 17 45 00"}
FORMS = csv_of(
    [
        row_of("0101", svart_dato="2014-11-03", tilbud="ja", organisering="senter", **PERSON),
        row_of("0104", svart_dato="2014-11-03", tilbud="nei", kontakt_navn="Ola Moe"),
    ]
)
CONTACTS = (
    b"enhet;avdeling;person;telefon\n"
    b"0101;Frisklivssentral;Kari Lie;69 17 45 00\n"
    b"0101;Sentralbord;;69 17 45 45\n"
    b"0104;Frisklivssentral;Ola Moe;69 17 45 01\n"
)


@pytest.fixture
def database(copies: Copies) -> Database:
    """Somebody in Halden has withdrawn."""
    made = copies()
    withdraw(made, Desk(made).sign(), HALDEN)
    return made


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal in which nothing is broken over lines."""
    monkeypatch.setenv("COLUMNS", "250")


@pytest.mark.parametrize(
    ("command", "content", "rows"),
    [("phase-one", FORMS, "1 rad"), ("contacts", CONTACTS, "2 rader")],
)
class TestWithdrawn:
    def told(self, database: Database, command: str, content: bytes, *options: str) -> str:
        """What the command prints about a file."""
        file = Path(database.where).with_name("fil.csv")
        file.write_bytes(content)
        words = ["--database", database.where, "import", command, str(file), *options]
        result = typed_in(*words)
        assert result.exit_code == 0
        return result.output

    @pytest.mark.parametrize("options", [(), ("--dry-run",)])
    def test_how_many_rows_and_where_is_said(
        self, database: Database, command: str, content: bytes, rows: str, options: tuple[str, ...]
    ) -> None:
        told = self.told(database, command, content, *options)
        assert (
            f"Fra {rows} er navn, nummer, e-post og kommentar utelatt: "
            "Respondenten har trukket seg i Halden (Østfold)." in told
        )
        assert "Kari" not in told

    def test_only_the_others_are_stored(
        self, database: Database, command: str, content: bytes, rows: str
    ) -> None:
        """And a second time there is nothing to store, and no failure either."""
        assert "1 kontakt." in self.told(database, command, content)
        assert open_case(database, HALDEN).contacts == ()
        again = self.told(database, command, content)
        assert rows in again
        assert "Resten av filen er kjent fra før. Ingenting er endret." in again
