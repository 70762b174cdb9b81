"""Where a switchboard or a service desk pointed us, and whether that was right."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from schemas.calls.call_codes import RedirectHow
from schemas.calls.calls import ContactPoint, Redirect
from schemas.calls.front_line import Pointed, pointed
from schemas.surveys.municipal_services_2015.departments import Office

CASE, AT = UUID(int=1), datetime(2015, 2, 3, 9, tzinfo=UTC)

BOARD, DESK, HEALTH, KARI = range(4)
WHERE = (
    Office.switchboard,
    Office.service_desk,
    Office.health_and_care,
    Office.healthy_life_centre,
)


def key(point: int) -> UUID:
    return UUID(int=100 + point)


CONTACTS = [
    ContactPoint.named(key(point), CASE, department, "", AT)
    for point, department in enumerate(WHERE)
]


def told(*legs: tuple[int, int | None], right: int | None = KARI) -> list[Pointed]:
    """Who sent us to whom, in order; None is to nobody."""
    redirects = [_leg(nth, from_, to) for nth, (from_, to) in enumerate(legs)]
    return list(pointed(CONTACTS, redirects, None if right is None else key(right)))


def _leg(nth: int, from_: int, to: int | None) -> Redirect:
    how = RedirectHow.dead_end if to is None else RedirectHow.transferred
    to_id = None if to is None else key(to)
    at = AT + timedelta(minutes=nth)
    return Redirect(UUID(int=nth), CASE, nth, UUID(int=0), key(from_), to_id, how, "", at)


class TestThoseWhoPickUp:
    def test_who_sent_us_straight_to_the_right_one(self) -> None:
        assert told((BOARD, KARI)) == [Pointed.straight]

    def test_who_sent_us_round_did_not_know(self) -> None:
        """However well it ended."""
        assert told((BOARD, HEALTH), (HEALTH, KARI)) == [Pointed.elsewhere]

    def test_who_knew_nobody(self) -> None:
        assert told((BOARD, None), (DESK, KARI)) == [Pointed.nowhere, Pointed.straight]

    def test_while_nobody_is_found(self) -> None:
        """Whether they knew, we do not know; that they knew nobody, we do."""
        assert told((BOARD, HEALTH), right=None) == [Pointed.unknown]
        assert told((BOARD, None), right=None) == [Pointed.nowhere]

    def test_who_was_asked_twice(self) -> None:
        """What counts is the first time, which is the earliest, wherever it stands."""
        assert told((BOARD, None), (BOARD, KARI)) == [Pointed.nowhere]
        assert told((BOARD, HEALTH), (BOARD, KARI)) == [Pointed.elsewhere]
        legs = [_leg(nth, BOARD, to) for nth, to in enumerate((HEALTH, KARI))]
        (board,) = CONTACTS[:1]
        assert list(pointed([board], legs[::-1], key(KARI))) == [Pointed.elsewhere]

    def test_other_departments_are_no_front_line(self) -> None:
        assert told((HEALTH, None), (HEALTH, KARI)) == []

    def test_the_right_one_was_not_asked_for_the_way(self) -> None:
        assert told((DESK, HEALTH), right=DESK) == []

    def test_who_has_not_sent_us_on_yet(self) -> None:
        assert told() == []
