"""How work is shared out: evenly, neighbours together, what was promised to whoever promised."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from schemas.calls.distribution import WorkLoad, evenly, open_of, work_loads
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import GivenTo
from tests.schemas.calls.listed_case import IDA, OLA, Case, oslo

KARI = UUID(int=77)
NOW = oslo(2, "10.00")


def owned(nth: int, owner: UUID) -> Case:
    """A case that was given to somebody."""
    return Case(nth).told(given_to=GivenTo(owner, "N.N."))


def test_what_everybody_has() -> None:
    """Open, begun, agreed on and ended; what is nobody's is left to be given."""
    cases = [
        owned(0, KARI),
        owned(1, KARI).call(NOW, Outcome.no_answer),
        owned(2, KARI).agree(NOW),
        owned(3, KARI).call(NOW, Outcome.refusal_hard),
        Case(4),
        Case(5).call(NOW, Outcome.refusal_hard),
    ]
    states = [case.state() for case in cases]
    shared = work_loads(states)
    assert shared.load(KARI) == WorkLoad(open=3, begun=1, agreed=1, ended=1)
    assert shared.load(OLA) == WorkLoad()
    assert [case.case_id for case in shared.rest] == [cases[4].id]
    assert len(open_of(states, KARI)) == 3


def test_what_was_promised_is_hers_who_promised() -> None:
    """Whoever has least."""
    promised = Case(0).agree(NOW, only_with=IDA)
    shares = evenly([promised.state(), Case(1).state()], {IDA: 5, OLA: 0})
    assert shares == {IDA: [promised.id], OLA: [Case(1).id]}


def test_nobody_to_give_to() -> None:
    """Then nothing is given."""
    assert evenly([Case(0).state()], {}) == {}


@given(st.integers(0, 40), st.lists(st.integers(0, 20), min_size=1, max_size=5))
def test_evenly(count: int, loads: list[int]) -> None:
    """Every case once; nobody gets any as long as somebody has two fewer; neighbours together."""
    before = {UUID(int=nth + 1): load for nth, load in enumerate(loads)}
    cases = [Case(nth).state() for nth in range(count)]
    shares = evenly(cases, before)
    given_out = [id for one in shares.values() for id in one]
    assert sorted(given_out) == sorted(case.case_id for case in cases)
    after = {person: load + len(shares.get(person, ())) for person, load in before.items()}
    most = max((after[person] for person in shares), default=0)
    assert all(most - load <= 1 for load in after.values() if shares)
    order = [c.case_id for c in sorted(cases, key=lambda one: (one.unit.group.id, one.unit.id))]
    for one in shares.values():
        first = order.index(one[0])
        assert one == order[first : first + len(one)]
