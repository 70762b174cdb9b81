"""A case to work on: everything about it, of one moment."""

from uuid import uuid4

import pytest

from db.cases import open_case
from db.database import Database
from db.interviews import load_interview
from db.opened_cases import read_opened
from db.problems import NotFound
from tests.db.desk import Desk
from tests.db.everywhere import whole_case
from tests.db.listening import told


def test_has_what_its_parts_have(desk: Desk) -> None:
    """The case by itself, and its interview, as each would be read alone."""
    whole_case(desk)
    file, interview, _ = read_opened(desk.db, desk.lease.case_id)
    assert file.interview is not None
    assert file == open_case(desk.db, desk.lease.case_id)
    assert interview == load_interview(desk.db, file.interview.id)


def test_is_read_in_one_transaction(on_file: Database, with_cases: None) -> None:
    """Nobody can change it between two looks."""
    desk = Desk(on_file)
    whole_case(desk)
    with told(on_file, lambda text: text.startswith("BEGIN")) as begun:
        read_opened(on_file, desk.lease.case_id)
    assert begun == ["BEGIN"]


def test_an_unknown_case_is_not_found(db: Database) -> None:
    """A wrong id is said."""
    with pytest.raises(NotFound, match="saken"):
        read_opened(db, uuid4())
