"""What quality is judged by, as it lies in the database: on both kinds of it."""

from datetime import timedelta

from db.interviews import reopen
from db.leases import release
from db.quality import QualityRead, read_quality
from schemas.review.quality.people import Measured
from tests.db.desk import Desk
from tests.db.rounds import SERVICE, finish


def measured(found: QualityRead, name: str, whose: int = 0) -> Measured:
    """A measure of somebody."""
    return next(one for one in found.work.people[whose].measured if one.measure.name == name)


def test_nobody_has_done_anything(desk: Desk) -> None:
    """A new database has nothing to judge by."""
    assert read_quality(desk.db, desk.now()).work.people == ()


def test_an_interview_is_its_interviewers(desk: Desk) -> None:
    """Also where a coordinator has corrected it: what she typed and completed is not counted."""
    interview = desk.talked(**SERVICE)
    before = read_quality(desk.db, desk.now())
    assert [before.names[one.id] for one in before.work.people] == ["Åse"]
    assert measured(before, "class_service").found.part == 1
    release(desk.db, desk.lease)
    desk.lease = desk.take(desk.turid)
    reopen(desk.db, desk.lease, interview.id, 1, desk.now())
    desk.complete(interview, finish(has_offers="no", plans="no"))
    assert read_quality(desk.db, desk.now()) == before


def test_what_was_typed_is_timed(desk: Desk, queries: list[str]) -> None:
    """Interview by interview; and it takes as many queries for one as for many."""
    desk.talked(**SERVICE)
    read_quality(desk.db, desk.now())
    for_one = len(queries)
    queries.clear()
    desk.next_case()
    desk.talked(has_offers="no", plans="no")
    found = read_quality(desk.db, desk.now())
    assert len(queries) == for_one
    assert measured(found, "length").found.of == 2
    assert found.work.people[0].calls == 2


def test_a_call_that_lies_ahead_is_named(desk: Desk) -> None:
    """With its case behind it."""
    desk.talked(**SERVICE)
    early = read_quality(desk.db, desk.now() - timedelta(days=1))
    assert [one.unit_id for one in measured(early, "backdated").behind] == ["0101"]
