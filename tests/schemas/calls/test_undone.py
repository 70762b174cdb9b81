"""What was done last, and whether it can be taken back, is told by what is stored alone."""

from uuid import UUID, uuid5

import pytest

from schemas.calls.call_codes import DeedKind
from schemas.calls.undone import (
    Act,
    Barrier,
    Built,
    Deed,
    Happening,
    NotDialled,
    Undoing,
    following,
    last_act,
    restored,
)

KARI, OLA = UUID(int=1), UUID(int=2)
CALL = Built(Barrier.call, UUID(int=10))


def deed(number: int, kind: DeedKind = DeedKind.answer, by: UUID = KARI) -> Deed:
    """Something done, by the number of its id."""
    return Deed(kind, UUID(int=number), by)


def undone(number: int, of: int) -> Undoing:
    """That something was undone."""
    return Undoing(UUID(int=number), UUID(int=of))


def again(undoing: int, of: int) -> Deed:
    """What stood before it, stored again."""
    return Deed(DeedKind.answer, restored(UUID(int=undoing), UUID(int=of)), KARI)


def last(*happened: Happening, by: UUID = KARI) -> Act | Barrier | None:
    return last_act((CALL, *happened), by)


class TestLast:
    def test_the_last_one(self) -> None:
        assert last(deed(100), deed(200)) == Act(deed(200))

    def test_nothing_has_been_done_on_this_call(self) -> None:
        assert last() is Barrier.call

    def test_nothing_at_all(self) -> None:
        assert last_act((), KARI) is None

    def test_what_somebody_else_did_is_theirs_to_undo(self) -> None:
        assert last(deed(100), deed(200, by=OLA)) is None

    def test_one_before_the_other(self) -> None:
        """What was undone is passed over, and so is what stands again for it."""
        assert last(deed(100), deed(200), undone(300, 200), again(300, 200)) == Act(deed(100))
        assert last(deed(100), undone(300, 100), again(300, 100)) is Barrier.call

    def test_a_call_that_was_taken_back(self) -> None:
        """What it cleared, and what stands again for it, nobody has done."""
        call = UUID(int=400)
        cleared = Deed(DeedKind.answer, next(following(call)), KARI)
        back = Deed(DeedKind.answer, restored(call, cleared.id), KARI)
        assert last(deed(100), NotDialled(call), cleared, back) == Act(deed(100))

    def test_something_new_after_it(self) -> None:
        happened = deed(100), undone(200, 100), again(200, 100), deed(300)
        assert last(*happened) == Act(deed(300))

    def test_a_call_that_ended_once_more(self) -> None:
        """Of the first end only that it was undone is left."""
        end = deed(10, DeedKind.outcome)
        assert last(deed(100), undone(200, 10), end) == Act(end)

    @pytest.mark.parametrize("barrier", list(Barrier))
    def test_what_builds_on_it(self, barrier: Barrier) -> None:
        assert last(deed(100), Built(barrier, UUID(int=200))) is barrier


class TestOneKey:
    """All that one key has led to is undone with it."""

    def test_an_answer_that_told_of_a_redirect(self) -> None:
        """Their ids follow from that of the answer."""
        leg = Deed(DeedKind.redirect, uuid5(UUID(int=100), "5"), KARI)
        name = Deed(DeedKind.answer, uuid5(UUID(int=100), "6"), KARI)
        act = last(deed(100), leg, name)
        assert act == Act(deed(100), (leg, name))
        assert isinstance(act, Act)
        assert act.ids(DeedKind.answer) == (UUID(int=100), name.id)

    def test_it_stays_together_when_undone(self) -> None:
        name = Deed(DeedKind.answer, uuid5(UUID(int=100), "6"), KARI)
        both = again(300, 100), Deed(DeedKind.answer, restored(UUID(int=300), name.id), KARI)
        assert last(deed(100), name, undone(300, 100), *both) is Barrier.call

    def test_what_a_call_began_with_is_nothing_done(self) -> None:
        """Whoever comes on the line is asked anew."""
        assert last(Deed(DeedKind.answer, uuid5(CALL.id, "0"), KARI)) is Barrier.call

    def test_the_end_of_a_call_is_undone_by_itself(self) -> None:
        """Also where the last answer has ended it."""
        end = deed(10, DeedKind.outcome)
        assert last(deed(100), end) == Act(end)
        assert last(deed(100), end, undone(200, 10)) == Act(deed(100))
