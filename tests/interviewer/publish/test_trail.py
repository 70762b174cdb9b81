"""The log as people read it: a line for every entry, and the same in a file."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from db.cases import case_id_of
from db.coding import name_code
from db.database import Database
from db.people import people
from db.persons.erasing import erase
from db.persons.worded import worded_columns
from db.records import Signed
from db.tables import Row
from db.trail.chain import Verb
from db.trail.trail import note
from interviewer.publish.export_request import Order
from interviewer.publish.trail import TABLES, VERBS, Wanted, trail_lines, write_trail
from tests.db.world import NOON


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


def test_an_erasure_is_told_of_the_unit(practice: Database) -> None:
    """Also to whoever asks for that unit alone."""
    with practice.write() as session:
        note(session, Verb.erasure, str(case_id_of("0101")))
    *_, told, _ = trail_lines(practice, Wanted("0101"))
    assert told.endswith("opplysninger om en person ble slettet  0101 Halden (Østfold)")


def test_who_was_erased_from_no_unit_has_a_line_too(practice: Database) -> None:
    """Where a code for what people answer bore her name: that is of no case."""
    signed = Signed(uuid4(), people(practice)[0].id, NOON)
    name_code(practice, signed, uuid4(), "final_remarks", "Viser til Ragnhild Øverland")
    erase(practice, replace(signed, id=uuid4()), "Ragnhild Øverland")
    *_, told, _ = trail_lines(practice, Wanted())
    assert told.endswith("opplysninger om en person ble slettet")


def test_all_of_it_in_a_file(practice: Database, tmp_path: Path) -> None:
    """Each entry a row, with what the chain is made of."""
    written = write_trail(practice, Order(tmp_path / "logg.csv"), Wanted())
    lines = (tmp_path / "logg.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].split(";")[:2] == ["nummer", "tidspunkt_utc"]
    assert written.files[0].rows == len(lines) - 1
