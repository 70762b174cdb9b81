"""Why an appointment was missed: what nobody could help, and only then the call list."""

import pytest

from tests.simulation.missed import Around, Missed, why


class TestWhy:
    """The reasons in their order, each in the least that makes it so."""

    @pytest.mark.parametrize(
        ("around", "reason"),
        [
            (Around(called_before=True, free=3), Missed.overtaken),
            (Around(after_the_end=True, free=3), Missed.season_over),
            (Around(on_duty=False), Missed.off_duty),
            (Around(free=0), Missed.on_the_phone),
            (Around(free=2, promised=2), Missed.other_promise),
            (Around(free=2, promised=1), Missed.ours),
        ],
    )
    def test_each_has_its_own(self, around: Around, reason: Missed) -> None:
        assert why(around) is reason

    def test_only_somebody_free_is_a_fault_of_the_list(self) -> None:
        """Whoever sits in another call, or is not at work, has been given no list to look at."""
        assert why(Around(on_duty=True, free=0)) is not Missed.ours
