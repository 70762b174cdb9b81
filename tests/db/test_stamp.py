"""What tells one database from all others, in every file that was made of one."""

import shutil
from contextlib import closing
from pathlib import Path

from db.case_notes import write_note
from db.exports.csv import write_csv
from db.exports.writing import Options
from db.health import check
from db.open_database import open_database
from db.stamp import stamp
from tests.db.desk import Desk


def test_is_another_when_a_row_has_changed(desk: Desk) -> None:
    """Whoever has two files with one stamp knows that nothing was stored between them."""
    before = stamp(desk.db)
    with desk.db.write() as session:
        session.connection().exec_driver_sql("UPDATE interviewer SET name = 'En annen'")
    assert stamp(desk.db) != before


def test_is_another_behind_a_note_on_a_case(desk: Desk) -> None:
    """What colleagues tell each other of the work stands in the exports, too."""
    desk.talked(has_offers="no")
    before = stamp(desk.db)
    write_note(desk.db, desk.sign(), desk.lease.case_id, "Ring etter ti.")
    assert stamp(desk.db) != before


def test_is_the_same_when_what_it_stands_in_was_written(desk: Desk, tmp_path: Path) -> None:
    """To give something away changes nothing of it, though the log tells of that."""
    before = stamp(desk.db)
    write_csv(desk.db, tmp_path / "ut", options=Options(contacts=True))
    assert stamp(desk.db) == before


def test_is_the_same_for_every_copy(filled_file: Path, tmp_path: Path) -> None:
    """Wherever it lies, and however it was opened."""
    copy = tmp_path / "kopi.db"
    shutil.copy(filled_file, copy)
    with (
        closing(open_database(filled_file, create=False)) as one,
        closing(open_database(copy, create=False)) as other,
    ):
        assert stamp(one) == stamp(other)


def test_shows_what_was_cut_off_the_log(desk: Desk) -> None:
    """By its head, which `check --head` takes."""
    head = stamp(desk.db).head
    assert head
    found = {one.what: one for one in check(desk.db, desk.now(), head)}
    assert found["Slutten på loggen som er oppgitt"].is_well
