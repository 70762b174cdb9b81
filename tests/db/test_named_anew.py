"""Two that are the same become one also where their ids stand within lists and documents."""

from uuid import UUID

from sqlalchemy import JSON, Text, cast, select

from db.calls import merge_contacts
from db.cases import open_case
from db.database import Database
from db.interviews import note_steps
from db.named_anew import WITHIN
from db.people import join
from db.records import Stored
from db.rows import row_of
from db.statements import insert_once, table_of
from db.tables import ConflictRow, ContactRow, InterviewerRow, Row
from tests.db.desk import Desk
from tests.db.everywhere import whole_case
from tests.db.world import HALDEN, NOON, later

ELSEWHERE = {"case_summary.state", "codebook.content"}
"""Summed up anew with the case; and what everybody is asked, in which there is no id."""


def naming(db: Database, id: UUID) -> set[str]:
    """The columns with lists and documents in which an id stands."""
    found = set()
    with db.read() as session:
        for table in Row.metadata.tables.values():
            for column in table.columns:
                if isinstance(column.type, JSON):
                    texts = session.connection().execute(select(cast(column, Text))).scalars().all()
                    if any(id.hex in (text or "").replace("-", "") for text in texts):
                        found.add(f"{table.name}.{column.name}")
    return found


def set_aside(desk: Desk, contact: UUID) -> None:
    """A step back to whoever is on the line, and an interview that a merge has set aside."""
    whole_case(desk)
    file = open_case(desk.db, HALDEN)
    assert file.interview
    step: list[Stored] = ["fte", None, NOON.isoformat(), contact.hex, None, desk.aase.id.hex]
    note_steps(desk.db, desk.lease, file.interview.id, [step])
    told = [{"rows": {"answer_entry": {"1": {"who": desk.aase.id.hex, "with": contact.hex}}}}]
    named = {"case_id": desk.lease.case_id, "kind": "decisions", "content": told, "found_at": NOON}
    with desk.db.write() as session:
        insert_once(session, row_of(desk.db.survey, ConflictRow, **named))


def test_two_contact_points(desk: Desk) -> None:
    kept, other = desk.known(), desk.known()
    set_aside(desk, other.id)
    assert naming(desk.db, other.id) - ELSEWHERE == {str(one) for one in WITHIN}
    merge_contacts(desk.db, desk.lease, kept, other.id, "de er den samme", desk.now())
    assert naming(desk.db, other.id) - ELSEWHERE == set()
    assert naming(desk.db, kept.id) - ELSEWHERE == {str(one) for one in WITHIN}


def test_two_people(desk: Desk) -> None:
    """Whoever steps back or signs is a person, who is gone afterwards: nobody would know her."""
    set_aside(desk, desk.known().id)
    assert naming(desk.db, desk.aase.id) - ELSEWHERE == {str(one) for one in WITHIN}
    join(desk.db, desk.turid.id, desk.aase.id, later(24 * 60))
    assert naming(desk.db, desk.aase.id) - ELSEWHERE == set()
    with desk.db.read() as session:
        left = select(table_of(InterviewerRow).c.id)
        assert desk.aase.id not in session.connection().execute(left).scalars().all()
        there = select(table_of(ContactRow).c.id)
        assert session.connection().execute(there).first()
