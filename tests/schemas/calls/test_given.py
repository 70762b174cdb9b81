"""Cases that are given to somebody: the list of everybody else obeys, and a promise is kept."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.calls.appointments import AppointmentKind
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import GivenTo
from schemas.calls.ranking.listing import against, rank
from schemas.calls.ranking.moment import NOBODY
from schemas.calls.ranking.rules import ListPlace
from schemas.calls.settings import Settings
from tests.schemas.calls.listed_case import IDA, OLA, Case, oslo, place, ranked

KARI = UUID(int=77)
HERS = GivenTo(KARI, "Kari Lie")
NOW = oslo(2, "10.00")


def hers(case: Case | None = None) -> Case:
    """A case that can be rung, and is Kari's."""
    case = case or Case()
    return case.told(given_to=HERS)


class TestWhose:
    """Hers, and nobody else's."""

    def test_it_is_hers_to_ring(self) -> None:
        assert place(hers(), NOW, KARI)[0] is ListPlace.callable

    def test_others_see_whose_it_is(self) -> None:
        assert place(hers(), NOW) == (ListPlace.given, "Gitt til Kari Lie")

    def test_whoever_looks_at_everybodys_sees_where_it_would_be(self) -> None:
        """The figures of progress are of the cases, not of whoever counts them."""
        assert place(hers(), NOW, NOBODY)[0] is ListPlace.callable

    def test_ringing_it_all_the_same_is_warned_against(self) -> None:
        case = hers().state()
        assert case.contact is not None
        told = against([case], case.case_id, case.contact, NOW, IDA, Settings())
        assert told == ("Gitt til en annen: Gitt til Kari Lie",)


class TestWhatIsUrgent:
    """What is promised to somebody goes before how the work is shared out."""

    def test_an_appointment_is_hers_as_long_as_she_may_keep_it(self) -> None:
        case = hers().agree(NOW)
        assert place(case, NOW)[0] is ListPlace.given
        assert place(case, NOW + timedelta(minutes=10))[0] is ListPlace.given

    def test_one_that_she_has_not_kept_is_anybodys(self) -> None:
        """When it stands on top no more: late is better than never."""
        case = hers().agree(NOW)
        assert place(case, NOW + timedelta(minutes=11))[0] is ListPlace.callable

    def test_a_time_to_try_again_can_wait_for_her(self) -> None:
        case = hers().agree(NOW, AppointmentKind.soft)
        assert place(case, NOW + timedelta(hours=2))[0] is ListPlace.given

    def test_what_was_promised_with_me_is_mine(self) -> None:
        case = hers().agree(NOW, only_with=IDA)
        assert place(case, NOW)[0] is ListPlace.callable
        assert place(case, NOW, OLA)[0] is ListPlace.given

    def test_whoever_rang_back_is_answered(self) -> None:
        assert place(hers().told(rang_back_at=NOW), NOW)[0] is ListPlace.callable

    def test_the_work_lists_are_everybodys(self) -> None:
        """A coordinator's, and that of missing numbers."""
        asked = hers().call(oslo(2, "09.00"), Outcome.to_coordinator)
        assert place(asked, NOW)[0] is ListPlace.with_coordinator
        numberless = Case()
        numberless.contacts.clear()
        assert place(hers(numberless), NOW)[0] is ListPlace.needs_number

    def test_what_a_coordinator_returned_is_hers(self) -> None:
        back = (
            hers().call(oslo(2, "08.45"), Outcome.to_coordinator).told(returned_at=oslo(2, "09.00"))
        )
        assert place(back, NOW)[0] is ListPlace.given
        assert place(back, NOW, KARI)[0] is ListPlace.callable


@pytest.mark.parametrize("outcome", [Outcome.refusal_hard, Outcome.complete])
def test_what_has_ended_is_where_it_is_for_all(outcome: Outcome) -> None:
    case = hers().call(oslo(2, "09.00"), outcome)
    assert place(case, NOW)[0] is place(case, NOW, KARI)[0]


@given(st.lists(st.sampled_from([None, KARI, OLA, IDA]), min_size=1, max_size=6))
def test_every_case_is_in_one_place_for_each(owners: list[UUID | None]) -> None:
    """And callable for exactly those whose it is, or for all where it is nobody's."""
    cases = [
        Case(nth).told(given_to=GivenTo(owner, "N.N.") if owner else None)
        for nth, owner in enumerate(owners)
    ]
    for who in (KARI, OLA, IDA):
        found = ranked(cases, NOW, who)
        assert len(list(found)) == len(cases)
        mine = {line.case.case_id for line in found.callable}
        theirs = {c.id for c, owner in zip(cases, owners, strict=True) if owner in {None, who}}
        assert mine == theirs
    assert len(rank([one.state() for one in cases], NOW, NOBODY, Settings()).given) == 0
