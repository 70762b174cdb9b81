"""Where the right person usually sits: plain counts, of similar units when there are enough."""

from dataclasses import dataclass

from schemas.calls.departments import Department
from schemas.calls.whereabouts import ENOUGH, usual
from schemas.frame.register import unit

HALDEN = unit("0101")


@dataclass(frozen=True)
class Case:
    """A finished case."""

    department: Department
    county_no: str = "01"
    population: int = 30_000
    asked: tuple[Department, ...] = (Department.switchboard,)
    sent_right: tuple[Department, ...] = ()


class TestCounts:
    """How many were found where, most first."""

    def test_nothing_known_yet(self) -> None:
        assert usual([], HALDEN).departments == ()

    def test_most_first(self) -> None:
        cases = [Case(Department.healthy_life_centre)] * 3 + [Case(Department.rehabilitation)]
        known = usual(cases, HALDEN)
        assert known.departments == (
            (Department.healthy_life_centre, 3),
            (Department.rehabilitation, 1),
        )
        assert (known.cases, known.of(Department.culture)) == (4, 0)

    def test_who_sends_people_on_correctly(self) -> None:
        right = Case(Department.rehabilitation, sent_right=(Department.switchboard,))
        wrong = Case(Department.rehabilitation)
        assert usual([right, wrong, wrong], HALDEN).sent_right[Department.switchboard] == (1, 3)


class TestSimilarUnits:
    """Units like this one tell more, if there are enough of them."""

    def test_enough_in_the_county(self) -> None:
        here = [Case(Department.health_house)] * ENOUGH
        elsewhere = [Case(Department.culture, county_no="20", population=900)] * 50
        known = usual([*here, *elsewhere], HALDEN)
        assert known.departments == ((Department.health_house, ENOUGH),)
        assert "fylket" in str(known.among)

    def test_too_few_anywhere_like_it(self) -> None:
        here = [Case(Department.health_house)] * (ENOUGH - 1)
        elsewhere = [Case(Department.culture, county_no="20", population=900)] * 5
        known = usual([*here, *elsewhere], HALDEN)
        assert known.cases == ENOUGH + 4
