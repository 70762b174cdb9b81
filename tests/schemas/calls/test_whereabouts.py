"""Where the right person usually sits: plain counts, of similar units when there are enough."""

from uuid import uuid4

from schemas.calls.whereabouts import ENOUGH, FoundAt, usual, who_sent_on
from schemas.frame.units import Unit
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.frame import FRAME as DESIGN
from tests.support.municipalities import FRAME

HALDEN, VARDO = FRAME["0101"], FRAME["2002"]


def found(department: Office, unit: Unit = HALDEN, sent_right: tuple[Office, ...] = ()) -> FoundAt:
    """A finished case, on whose way the switchboard was asked."""
    return FoundAt(unit, uuid4(), department, (Office.switchboard,), sent_right)


class TestCounts:
    """How many were found where, most first."""

    def test_nothing_known_yet(self) -> None:
        assert usual([], HALDEN, DESIGN).departments == ()

    def test_most_first(self) -> None:
        cases = [found(Office.healthy_life_centre)] * 3 + [found(Office.rehabilitation)]
        known = usual(cases, HALDEN, DESIGN)
        assert known.departments == (
            (Office.healthy_life_centre, 3),
            (Office.rehabilitation, 1),
        )
        assert (known.cases, known.of(Office.culture)) == (4, 0)

    def test_of_one_case(self) -> None:
        """One reads: «(av 1 sak)»."""
        known = usual([found(Office.health_house)], HALDEN, DESIGN)
        assert (known.cases, str(known.among)) == (1, "sak")

    def test_who_sends_people_on_correctly(self) -> None:
        right = found(Office.rehabilitation, sent_right=(Office.switchboard,))
        wrong = found(Office.rehabilitation)
        known = usual([right, wrong, wrong], HALDEN, DESIGN)
        assert known.sent_right[Office.switchboard] == (1, 3)

    def test_who_sends_on_comes_in_the_order_in_which_they_were_asked(self) -> None:
        """As often as one likes: the report of the same data is the same to the byte."""
        asked = tuple(Office)
        once = FoundAt(HALDEN, uuid4(), Office.culture, (*asked, asked[0]), asked[:2])
        again = FoundAt(HALDEN, uuid4(), Office.culture, asked[-1:], ())
        told = who_sent_on([once, again])
        assert list(told) == [asked[-1], *asked[:-1]]
        assert (told[asked[0]], told[asked[-1]]) == ((1, 1), (0, 2))


class TestSimilarUnits:
    """Units like this one tell more, if there are enough of them."""

    def test_enough_in_the_county(self) -> None:
        here = [found(Office.health_house)] * ENOUGH
        elsewhere = [found(Office.culture, VARDO)] * 50
        known = usual([*here, *elsewhere], HALDEN, DESIGN)
        assert known.departments == ((Office.health_house, ENOUGH),)
        assert "fylket" in str(known.among)

    def test_too_few_anywhere_like_it(self) -> None:
        here = [found(Office.health_house)] * (ENOUGH - 1)
        elsewhere = [found(Office.culture, VARDO)] * 5
        known = usual([*here, *elsewhere], HALDEN, DESIGN)
        assert known.cases == ENOUGH + 4
