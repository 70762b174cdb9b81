"""The call list over a season of eight weeks: nobody forgotten, nobody pestered, fewer calls."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.calls.ranking.rules import ListPlace
from tests.simulation.missed import Missed, missed
from tests.simulation.policies import Ours
from tests.simulation.season import Season, play
from tests.simulation.table import Result, result, saved, seasons, table
from tests.simulation.watch import Watch, faults, kept_appointments
from tests.support.municipalities import FRAME

SEED = 2015
UNITS = FRAME.units[::5]
"""Every fifth municipality: `python -m tests.simulation` plays them all."""


@pytest.fixture(scope="module")
def played() -> tuple[Season, Season, Season]:
    """The season of 2015 by our list, naively, and naively with a memory for names."""
    return seasons(UNITS, SEED)


@pytest.fixture(scope="module")
def results(played: tuple[Season, Season, Season]) -> list[Result]:
    """Its figures."""
    return [result(season) for season in played]


@pytest.mark.slow
class TestTheSeason:
    """Every fifth municipality or district, three interviewers, from 19 January 2015."""

    def test_nothing_was_done_that_must_not_be(self, played: tuple[Season, Season, Season]) -> None:
        """The watch looked at every list; the log shows what was dialled."""
        assert faults(played[0]) == []

    def test_every_case_got_somewhere(self, played: tuple[Season, Season, Season]) -> None:
        """At the end each is settled, closed, or with somebody who has it to do."""
        ours = played[0]
        assert all(file.attempts for file in ours.files.values())
        assert result(ours).settled >= 0.85 * len(UNITS)

    def test_a_third_fewer_calls(self, results: list[Result]) -> None:
        """Than in random order from the switchboard, also if one remembers the names."""
        ours, naive, remembering = results
        assert saved(ours, naive) >= 0.3
        assert saved(ours, remembering) >= 0.3
        assert ours.settled >= max(naive.settled, remembering.settled)

    def test_promises_are_kept(self, played: tuple[Season, Season, Season]) -> None:
        ours = played[0]
        kept = kept_appointments(ours)
        assert len(kept) >= 0.8 * len(ours.agreed)
        assert [one for one, reason in missed(ours) if reason is Missed.ours] == []

    def test_the_table(self, results: list[Result]) -> None:
        rows = table(results).splitlines()
        assert rows[0].split() == ["Ringelisten", "Naiv", "Naiv,", "husker", "navn"]
        assert rows[1].split() == ["Oppringninger", *(str(one.calls) for one in results)]


class TestAnySeason:
    """What holds in the season holds in any, with fewer municipalities and other luck."""

    @settings(max_examples=10)
    @given(st.integers(0, 10_000), st.sets(st.sampled_from(FRAME.units), min_size=1, max_size=25))
    def test_nothing_is_done_that_must_not_be(self, seed: int, some: set[object]) -> None:
        few = [unit for unit in FRAME if unit in some]
        season = play(few, seed, 3, lambda files: Ours(files, Watch()))
        assert faults(season) == []

    @settings(max_examples=5)
    @given(st.integers(0, 10_000))
    def test_the_same_season_twice_is_the_same(self, seed: int) -> None:
        first, second = (
            play(FRAME.units[:15], seed, 1, lambda files: Ours(files, Watch())) for _ in range(2)
        )
        assert first.log == second.log

    def test_one_team_gets_through_a_few_cases(self) -> None:
        """After three weeks nothing is left that could have been called."""
        season = play(FRAME.units[:30], SEED, 3, lambda files: Ours(files, Watch()))
        ours = season.policy
        assert isinstance(ours, Ours)
        assert ours.ranked is not None
        assert not [line for line in ours.ranked.at(ListPlace.callable) if not line.case.attempts]
