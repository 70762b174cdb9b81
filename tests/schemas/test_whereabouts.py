"""Where the right person usually sits: plain counts, of similar units when there are enough."""

from dataclasses import dataclass

from schemas.calls.whereabouts import ENOUGH, usual
from schemas.frame.units import Unit
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.frame import FRAME as DESIGN
from tests.support.municipalities import FRAME

HALDEN, VARDO = FRAME["0101"], FRAME["2002"]


@dataclass(frozen=True)
class Case:
    """A finished case."""

    department: Office
    unit: Unit = HALDEN
    asked: tuple[Office, ...] = (Office.switchboard,)
    sent_right: tuple[Office, ...] = ()


class TestCounts:
    """How many were found where, most first."""

    def test_nothing_known_yet(self) -> None:
        assert usual([], HALDEN, DESIGN).departments == ()

    def test_most_first(self) -> None:
        cases = [Case(Office.healthy_life_centre)] * 3 + [Case(Office.rehabilitation)]
        known = usual(cases, HALDEN, DESIGN)
        assert known.departments == (
            (Office.healthy_life_centre, 3),
            (Office.rehabilitation, 1),
        )
        assert (known.cases, known.of(Office.culture)) == (4, 0)

    def test_who_sends_people_on_correctly(self) -> None:
        right = Case(Office.rehabilitation, sent_right=(Office.switchboard,))
        wrong = Case(Office.rehabilitation)
        known = usual([right, wrong, wrong], HALDEN, DESIGN)
        assert known.sent_right[Office.switchboard] == (1, 3)


class TestSimilarUnits:
    """Units like this one tell more, if there are enough of them."""

    def test_enough_in_the_county(self) -> None:
        here = [Case(Office.health_house)] * ENOUGH
        elsewhere = [Case(Office.culture, VARDO)] * 50
        known = usual([*here, *elsewhere], HALDEN, DESIGN)
        assert known.departments == ((Office.health_house, ENOUGH),)
        assert "fylket" in str(known.among)

    def test_too_few_anywhere_like_it(self) -> None:
        here = [Case(Office.health_house)] * (ENOUGH - 1)
        elsewhere = [Case(Office.culture, VARDO)] * 5
        known = usual([*here, *elsewhere], HALDEN, DESIGN)
        assert known.cases == ENOUGH + 4
