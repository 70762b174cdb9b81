"""The questions to which invented people of municipalities have an answer of their own."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from schemas.surveys.municipal_services_2015.practice import words
from schemas.surveys.practice import Asked, Says

LARGE: Final = 20_000
"""From so many inhabitants on, a service has many employees."""


def _service_since(asked: Asked) -> int:
    offers = asked.said("offers_since")
    # By a slip the service is older than its offers.
    known = offers if isinstance(offers, int) and not asked.slips() else 1998
    return asked.dice.between(known, asked.facts.year)


def _staff(asked: Asked) -> int:
    return asked.dice.between(1, 20 if (asked.unit.size or 0) > LARGE else 6)


def _fte(asked: Asked) -> Decimal:
    staff = asked.said("staff")
    most = staff if isinstance(staff, int) else 3
    if asked.slips():
        return Decimal(most + 1)
    return Decimal(asked.dice.between(0, most * 4)) / 4


def _participants(asked: Asked) -> int:
    held = asked.said_of_it("offer_courses")
    courses = held if isinstance(held, int) else 2
    return courses * 45 + 5 if asked.slips() else asked.dice.between(courses * 4, courses * 14)


def _partners(asked: Asked) -> Any:
    return (asked.unit.id,) if asked.slips() else asked.usual()


def _host(asked: Asked) -> tuple[str, ...]:
    return (asked.dice.one((asked.unit.id, *(asked.said("partner_units") or ()))),)


SAYS: Final[Mapping[str, Says]] = {
    "service_name": lambda asked: asked.dice.one(words.SERVICES).format(unit=asked.unit.name),
    "service_since": _service_since,
    "partner_units": _partners,
    "host_unit": _host,
    "staff": _staff,
    "fte": _fte,
    "health_trust_name": lambda asked: f"LMS ved {asked.unit.more['health_trust'] or 'sykehuset'}",
    "offer_name": Asked.a_name,
    "offer_courses": lambda asked: asked.dice.one((0, 1, 2, 2, 3, 4, 6)),
    "offer_participants": _participants,
    "fit_reason": lambda asked: asked.dice.one(words.BORDERLINE),
}
