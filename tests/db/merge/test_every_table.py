"""Every table is handed out and merged, or it is said here why not: also one that is new."""

from datetime import date
from pathlib import Path
from typing import Final
from uuid import uuid4

from sqlalchemy import delete

from db.assignments import give as give_cases
from db.calls import add_contact, merge_contacts
from db.coding import name_code
from db.database import Database
from db.interviews import load_interview, note_steps, record_answer
from db.merge.conflicts import conflicts, settle
from db.merge.merging import merge
from db.merge.sides import merged_tables, read_side
from db.people import join, people
from db.persons.erasing import erase
from db.persons.retention import keep_until, retention
from db.records import Stored
from db.statements import execute
from db.tables import ConflictRow
from schemas.review.decisions import DecisionKind
from tests.db.desk import Desk
from tests.db.everywhere import NAME, whole_case
from tests.db.merge.laptops import HOME, at, free, give, laptop
from tests.db.rounds import SERVICE, finish
from tests.db.world import HALDEN, NOON

NOT_HANDED_OUT: Final = {
    "conflict": "what two files say differently is for coordinators",
    "coding": "answers are put under codes by coordinators",
    "open_code": "and so are these codes made",
}

NOT_BROUGHT: Final = {
    "unit": "the register, which is the same in both, or the file is refused",
    "conflict": "made by the merging itself, of what it cannot do",
    "hand_out": "made where the cases come from",
    "handed_case": "the same",
}


def work(desk: Desk) -> None:
    """All that can be done with a case: there is something in every table then."""
    whole_case(desk)
    with desk.db.write() as session:
        execute(session, delete(ConflictRow))
    one, other = desk.contact(), desk.contact()
    for contact in (one, other):
        add_contact(desk.db, desk.lease, contact)
    merge_contacts(desk.db, desk.lease, one, other.id, "samme nummer", NOON)
    give_cases(desk.db, desk.sign(), {desk.turid.id: [HALDEN]})
    name_code(desk.db, desk.sign(), uuid4(), "challenges_text", "Penger")
    keep_until(desk.db, desk.sign(), date(2017, 12, 31))


def filled(db: Database) -> set[str]:
    """The tables in which there is anything."""
    with db.read() as session:
        return {name for name, rows in read_side(session).rows.items() if rows}


def tables() -> set[str]:
    """All of them that are merged."""
    return {one.name for one in merged_tables()}


def test_what_is_handed_out(whole: Database, tmp_path: Path) -> None:
    """All that there is of a case, and what holds in every case."""
    work(at_home := Desk(whole))
    erase(whole, at_home.sign(), NAME)
    give_cases(whole, at_home.sign(), {at_home.aase.id: [HALDEN]})
    free(whole)
    give(whole, tmp_path / "åse.db")
    assert tables() - filled(whole) == {"conflict"}
    with at(tmp_path / "åse.db") as hers:
        assert tables() - filled(hers) == NOT_HANDED_OUT.keys()
        assert retention(hers) == retention(whole)


def test_what_is_merged(whole: Database, tmp_path: Path) -> None:
    """All that can be done with a file comes in with it."""
    give(whole, tmp_path / "åse.db")
    with laptop(tmp_path / "åse.db") as hers:
        work(hers)
        erase(hers.db, hers.sign(), NAME)
    report = merge(whole, tmp_path / "åse.db", HOME)
    assert tables() - {*report.new, *report.changed} == NOT_BROUGHT.keys()


def test_whoever_only_went_back(whole: Database, tmp_path: Path) -> None:
    """A step back that no answer has followed is signed within a list: she goes along, too."""
    office = Desk(whole)
    begun = office.begin()
    record_answer(whole, office.lease, office.entry(begun, "intro", "read"))
    eva = office.person("Eva")
    step: Stored = ["intro", None, NOON.isoformat(), None, None, eva.id.hex]
    note_steps(whole, office.lease, begun.id, [step])
    free(whole)
    give(whole, tmp_path / "åse.db")
    with at(tmp_path / "åse.db") as hers:
        assert "Eva" in names(hers)


def test_whoever_was_made_one_with_another(whole: Database, tmp_path: Path) -> None:
    """She comes again where there is more of hers, also if that is set aside: it can be chosen."""
    give(whole, tmp_path / "åse.db")
    with laptop(tmp_path / "åse.db") as hers:
        eva = hers.person("Eva")
    merge(whole, tmp_path / "åse.db", HOME)
    join(whole, Desk(whole).aase.id, eva.id, HOME)
    with laptop(tmp_path / "åse.db") as hers:
        free(hers.db)
        hers.lease = hers.take(eva)
        hers.complete(hers.begin(), finish(**SERVICE))
    at_home = Desk(whole)
    here = at_home.talked(has_offers="no", plans="no", no_service_reason=("economy",))
    at_home.decide(here, DecisionKind.accepted)
    merge(whole, tmp_path / "åse.db", HOME)
    settle(whole, conflicts(whole), at_home.sign(), instead=1)
    assert "Eva" in names(whole)


def test_what_was_set_aside_is_signed_anew(whole: Database, tmp_path: Path) -> None:
    """When two people are made one: it can still be chosen, and is hers who is left."""
    give(whole, tmp_path / "åse.db")
    with laptop(tmp_path / "åse.db") as hers:
        free(hers.db)
        hers.lease = hers.take(eva := hers.person("Eva"))
        hers.complete(hers.begin(), finish(**SERVICE))
    at_home = Desk(whole)
    here = at_home.talked(has_offers="no", plans="no", no_service_reason=("economy",))
    at_home.decide(here, DecisionKind.accepted)
    merge(whole, tmp_path / "åse.db", HOME)
    join(whole, at_home.aase.id, eva.id, HOME)
    (found,) = conflicts(whole)
    settle(whole, [found], at_home.sign(), instead=1)
    assert load_interview(whole, found.others[0]).interview.started_by == at_home.aase.id


def names(db: Database) -> set[str]:
    """Everybody who is known."""
    return {one.name for one in people(db)}
