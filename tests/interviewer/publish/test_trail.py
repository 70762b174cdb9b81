"""The log as people read it: a line for every entry, and the same in a file."""

from pathlib import Path

from db.engine import Database
from db.persons.worded import worded_columns
from db.tables import Row
from db.trail.chain import Verb
from interviewer.publish.export_request import Order
from interviewer.publish.trail import TABLES, VERBS, Wanted, trail_lines, write_trail


def test_every_table_and_verb_has_its_word() -> None:
    """Or a line could not be shown; nor what somebody is erased from, such as a draft."""
    followed = {str(one.__tablename__) for one in Row.__subclasses__() if one.followed}
    assert {"", *followed, *worded_columns()} == set(TABLES)
    assert set(VERBS) == set(Verb)


def test_a_line_says_who_did_what_where(practice: Database) -> None:
    """The last lines, of one unit or of all, and where the log ends."""
    told = list(trail_lines(practice, Wanted("0101", 3)))
    assert "sak lagt til  0101 Halden (Østfold)" in " | ".join(
        trail_lines(practice, Wanted("0101"))
    )
    assert len(told) <= 4
    assert told[-1].startswith("Slutten på loggen: ")


def test_all_of_it_in_a_file(practice: Database, tmp_path: Path) -> None:
    """Each entry a row, with what the chain is made of."""
    written = write_trail(practice, Order(tmp_path / "logg.csv"), Wanted())
    lines = (tmp_path / "logg.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].split(";")[:2] == ["nummer", "tidspunkt_utc"]
    assert written.files[0].rows == len(lines) - 1
