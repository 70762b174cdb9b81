"""Everybody side by side: flags with their reason, what is behind them, and who sees what."""

from datetime import timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.review.quality.comparing import Deviation
from schemas.review.quality.people import Measured, PersonQuality, WorkQuality, work_quality
from schemas.review.quality.sentences import amount, told
from schemas.surveys.registry import survey_called
from tests.schemas.review.quality.invented import (
    ANNE,
    IDA,
    KARI,
    NOON,
    OLA,
    PER,
    call,
    interview,
)

CLASSES = survey_called("municipal-services-2015").classes


def measured(person: PersonQuality | None, name: str) -> Measured:
    """One of her measures."""
    assert person is not None
    return next(one for one in person.measured if one.measure.name == name)


def team(*people: UUID, unknown: int = 0) -> WorkQuality:
    """Some with twenty interviews each, and Kari, whose respondents know so little."""
    theirs = [interview(one, n, unknown=n % 2) for one in people for n in range(20)]
    hers = [interview(KARI, n, unknown=unknown + n % 2) for n in range(20)]
    return work_quality([*hers, *theirs], [], CLASSES, NOON)


class TestFlags:
    """What is said, and what it rests on."""

    def test_much_that_nobody_knew(self) -> None:
        found = measured(team(OLA, IDA, unknown=8).of(KARI), "dont_know")
        assert found.is_flagged is False, "held against two others, it would tell of them"
        all_see = measured(team(OLA, IDA, unknown=8).people[0], "dont_know")
        assert told(all_see) == (
            "«Vet ikke»: 21,3 % (170 av 800), godt over de andre: 1,3 % i samme klasse"
        )
        assert all_see.behind[0].unit_id.endswith("-1")
        assert len(all_see.behind) == 20

    def test_few_interviews_are_told(self) -> None:
        few = work_quality([interview(KARI, 1)], [call(KARI)], CLASSES, NOON)
        assert amount(few.people[0]) == "1 intervju, 1 oppringning, for få til å sammenligne"
        assert measured(few.people[0], "length").found.verdict is Deviation.too_few

    def test_another_share_of_a_class(self) -> None:
        """The classes are those of the survey, but the one that no interview can be of."""
        hers = [interview(KARI, n, klass="none") for n in range(20)]
        theirs = [interview(OLA, n) for n in range(20)]
        found = work_quality([*hers, *theirs], [], CLASSES, NOON)
        names = {flag.measure.name for flag in found.people[0].flags}
        assert names == {"class_service", "class_none"}


class TestCalls:
    """Each single one, however few there are."""

    def test_at_night(self) -> None:
        late = call(KARI, NOON + timedelta(hours=9))
        found = work_quality([], [call(KARI), late], CLASSES, NOON + timedelta(days=1))
        assert [told(flag) for flag in found.people[0].flags] == [
            "Ringt om natten: 1 av 2 oppringninger"
        ]

    def test_before_the_one_before(self) -> None:
        back = call(KARI, NOON, after=NOON + timedelta(hours=1))
        found = work_quality([], [back], CLASSES, NOON + timedelta(days=1))
        assert [flag.measure.name for flag in found.people[0].flags] == ["backdated"]

    def test_still_to_come(self) -> None:
        found = work_quality([], [call(KARI)], CLASSES, NOON - timedelta(days=1))
        assert [flag.measure.name for flag in found.people[0].flags] == ["backdated"]


class TestOneself:
    """One's own, and nobody else's."""

    def test_beside_the_others_where_they_are_nobody(self) -> None:
        own = team(OLA, IDA, ANNE, unknown=8).of(KARI)
        assert measured(own, "dont_know").found.others is not None

    def test_not_beside_two(self) -> None:
        own = team(OLA, IDA, unknown=8).of(KARI)
        assert own is not None
        assert {one.found.others for one in own.measured} == {None}
        assert own.flags == ()

    def test_nothing_of_somebody_without_work(self) -> None:
        assert team(OLA).of(PER) is None


@settings(max_examples=15)
@given(st.permutations([OLA, IDA, ANNE]), st.integers(0, 9))
def test_the_sums_are_those_of_all(others: list[UUID], unknown: int) -> None:
    """What everybody has together is what there is, whoever comes first."""
    found = team(*others, unknown=unknown)
    assert sum(one.interviews for one in found.people) == 80
    parts = [measured(one, "dont_know").found.of for one in found.people]
    assert sum(parts) == 80 * 40
    usual = team(OLA, IDA, ANNE, unknown=unknown)
    flags = [[told(flag) for flag in one.flags] for one in found.people]
    assert flags == [[told(flag) for flag in one.flags] for one in usual.people]
