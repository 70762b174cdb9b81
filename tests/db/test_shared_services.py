"""Shared services as they are stored: proposals, conflicts, and a coordinator's word on each."""

from contextlib import closing
from csv import DictReader
from pathlib import Path
from uuid import uuid4

import pytest

from db.cases import load_register
from db.database import Database
from db.exports.csv import write_csv
from db.import_plans import apply_claim_forms
from db.open_database import open_database
from db.people import sit_down
from db.problems import CaseChanged, ForeignCode, NotFound
from db.progress import read_all_cases
from db.records import Signed
from db.review_desk import read_desk, shared_services
from db.reviews import decide
from db.shared_services import confirm_all, confirm_covered, keep_apart
from schemas.calls.outcomes import Outcome
from schemas.review.decisions import DecisionKind
from schemas.review.finished_interviews import Why
from schemas.review.sharing import Conflict, Disagreement, Proposal
from schemas.surveys.health_trusts_2016.survey import SURVEY as TRUSTS
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.phase_one_form import (
    ClaimedOffers,
    ClaimedOrganisation,
)
from tests.db.desk import RULES, Desk, standings
from tests.db.world import NOON
from tests.support.claim_forms import claim_form

SHARED = {
    "cooperation": "intermunicipal",
    "coordination": "centre",
    "partner_units": ("0105", "0106"),
    "host_unit": ("0101",),
}
NO_SERVICE = {"has_offers": "no", "plans": "no", "knows_other_unit": "no"}


@pytest.fixture
def desk(db: Database, with_cases: None) -> Desk:
    """Halden has a service with Sarpsborg and Fredrikstad."""
    desk = Desk(db)
    desk.talked(**SHARED)
    return desk


def sarpsborg(desk: Desk, **said: object) -> None:
    """Somebody talks with Sarpsborg, too."""
    for _ in range(2):
        desk.next_case()
    desk.talked(**said)


def override(desk: Desk, klass: Class, reason: str) -> None:
    """Halden is of another class than its interview says."""
    items = (one.interview for one in read_desk(desk.db, RULES).items)
    halden = next(one.interview_id for one in items if one.unit_id == "0101")
    decide(desk.db, desk.sign(), halden, 1, DecisionKind.overridden, reason, klass=klass)


def proposal(desk: Desk) -> Proposal:
    (found,) = shared_services(desk.db).proposals
    return found


class TestProposals:
    def test_settle_the_partners_cases(self, desk: Desk) -> None:
        assert proposal(desk).settles == ("0105", "0106")
        assert shared_services(desk.db).disagreements == ()

    def test_know_what_phase_one_claimed(self, desk: Desk) -> None:
        form = claim_form(
            "0101", answered_on=NOON.date(), offers=ClaimedOffers.ja,
            organisation=ClaimedOrganisation.senter, partners=("0104", "0105"),
        )  # fmt: skip
        apply_claim_forms(desk.db, [form], NOON)
        assert proposal(desk).claimed == ("0104",)

    def test_are_found_in_a_fixed_number_of_queries(self, desk: Desk, queries: list[str]) -> None:
        asked = []
        for _ in range(2):
            queries.clear()
            shared_services(desk.db)
            asked.append(len(queries))
            sarpsborg(desk, **NO_SERVICE)
        assert asked == [6, 6]


class TestConfirming:
    def test_one(self, desk: Desk) -> None:
        """Its case is settled, by whom is known, and nobody calls it."""
        confirm_covered(desk.db, desk.sign(), "0105", "0101")
        assert standings(desk.db)["0105"].covered_by == "0101"
        assert (desk.state("0105").outcome, desk.state("0105").ended) == (Outcome.covered, True)
        assert (proposal(desk).settled, proposal(desk).settles) == (("0105",), ("0106",))

    def test_all_at_once(self, desk: Desk) -> None:
        """Sent twice, it is stored once."""
        told, signed = proposal(desk), desk.sign()
        for _ in range(2):
            confirm_all(desk.db, signed, told)
        assert proposal(desk).settled == ("0105", "0106")
        assert standings(desk.db).keys() == {"0105", "0106"}

    def test_all_or_none(self, desk: Desk) -> None:
        """What cannot be stored for one is stored for nobody."""
        told = proposal(desk)
        stranger = Signed(uuid4(), desk.turid.id, NOON)
        broken = Proposal(
            told.interviewed, told.host, told.name, told.members, ("0105", "9999"), (), (), ()
        )
        with pytest.raises(NotFound, match="saken"):
            confirm_all(desk.db, stranger, broken)
        assert standings(desk.db) == {}

    def test_is_with_a_unit_that_is_there(self, desk: Desk) -> None:
        """Or nothing is decided: nobody could tell later whose service it was."""
        with pytest.raises(NotFound, match="saken"):
            confirm_covered(desk.db, desk.sign(), "0105", "9999")
        assert standings(desk.db) == {}

    def test_is_for_surveys_that_know_of_such(self, tmp_path: Path) -> None:
        """Elsewhere no case is settled by another unit's."""
        with closing(open_database(tmp_path / "helse.db", create=True, survey=TRUSTS)) as db:
            load_register(db)
            one, other, *_ = db.frame
            signed = Signed(uuid4(), sit_down(db, uuid4(), "Åse", "aase@pc", NOON).id, NOON)
            with pytest.raises(ForeignCode, match="covered"):
                confirm_covered(db, signed, one.id, other.id)

    def test_counts_as_covered(self, desk: Desk) -> None:
        """In the figures: a unit that shares a service has one."""
        confirm_covered(desk.db, desk.sign(), "0105", "0101")
        found = {one.state.unit.id: one.finding for one in read_all_cases(desk.db, RULES).cases}
        assert (found["0101"], found["0105"], found["0106"]) == (Class.service, Class.covered, None)

    def test_nobody_covers_itself(self, desk: Desk) -> None:
        with pytest.raises(ValueError, match="by itself"):
            confirm_covered(desk.db, desk.sign(), "0101", "0101")


class TestConflicts:
    def test_host_says_yes_and_member_says_no(self, desk: Desk) -> None:
        """Both interviews come to the queue for it."""
        sarpsborg(desk, **NO_SERVICE)
        (found,) = shared_services(desk.db).disagreements
        assert found == Disagreement(Conflict.member_says_no, "0105", ("0101",))
        for item in read_desk(desk.db, RULES).items:
            assert Why.shared_conflict in item.whys
        assert proposal(desk).disagree == ("0105",)
        assert proposal(desk).settles == ("0106",)

    def test_are_settled_by_keeping_them_apart(self, desk: Desk) -> None:
        sarpsborg(desk, **NO_SERVICE)
        keep_apart(desk.db, desk.sign(), "0105", "0101", "avtalen er sagt opp")
        assert shared_services(desk.db).disagreements == ()
        assert proposal(desk).members == ("0101", "0106")

    def test_are_settled_by_covering_the_member(self, desk: Desk) -> None:
        sarpsborg(desk, **NO_SERVICE)
        confirm_covered(desk.db, desk.sign(), "0105", "0101", "rådmannen bekrefter")
        assert shared_services(desk.db).disagreements == ()

    def test_are_settled_by_another_class(self, desk: Desk) -> None:
        """There is no service after all: nothing to share."""
        sarpsborg(desk, **NO_SERVICE)
        override(desk, Class.none, "lagt ned i vår")
        assert shared_services(desk.db).disagreements == ()
        assert shared_services(desk.db).proposals == ()

    def test_come_up_when_what_covers_is_gone(self, desk: Desk) -> None:
        confirm_all(desk.db, desk.sign(), proposal(desk))
        override(desk, Class.none, "lagt ned i vår")
        found = shared_services(desk.db).disagreements
        assert {one.conflict for one in found} == {Conflict.no_longer}
        assert [one.unit for one in found] == ["0105", "0106"]


class TestTheExport:
    def test_tells_the_class_that_was_decided(self, desk: Desk, tmp_path: Path) -> None:
        """Blank until then; what was derived stands beside it."""
        override(desk, Class.planning, "åpner til høsten")
        sarpsborg(desk, **NO_SERVICE)
        table = next(iter(write_csv(desk.db, tmp_path / "ut", plain=True))).path
        with table.open(encoding="utf-8", newline="") as file:
            told = {row["unit_id"]: (row["class"], row["decision"]) for row in DictReader(file)}
        assert told == {"0101": ("service", "planning"), "0105": ("none", "")}


class TestTwoCoordinators:
    def test_nobody_confirms_what_a_colleague_has_settled_otherwise(self, desk: Desk) -> None:
        """Whoever has read less is told; with a reason she has looked at it."""
        confirm_covered(desk.db, desk.sign(), "0104", "0101")
        with pytest.raises(CaseChanged):
            confirm_covered(desk.db, desk.sign(), "0104", "0105")
        keep_apart(desk.db, desk.sign(), "0104", "0101", "Egen avtale")
        with pytest.raises(CaseChanged):
            confirm_covered(desk.db, desk.sign(), "0104", "0101")
        confirm_covered(desk.db, desk.sign(), "0104", "0101", "Avtalen gjelder likevel")
        assert standings(desk.db)["0104"].covered_by == "0101"
