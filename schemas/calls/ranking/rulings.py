"""What the rules say of a case, kept for as long as they would say the same.

A case stands where it stands for hours, and the rules are many.  So they look at one anew only when
something has happened to it, or when a moment has come at which they may think otherwise.  Whatever
else they look at is the same for all cases: the `Background` that they decide against.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from schemas.calls.ranking.cases import CaseState
from schemas.calls.ranking.lines import ListedCase, Order, Standing, line_of, order_of
from schemas.calls.ranking.moment import RankingMoment
from schemas.calls.ranking.predicates import opens
from schemas.calls.ranking.roll import Roll
from schemas.calls.ranking.rules import RankingRule
from schemas.calls.settings import Settings
from schemas.calls.workdays import PartOfDay
from schemas.language.dates import local

EVER: Final = datetime.max.replace(tzinfo=UTC)


class Ruling(NamedTuple):
    """What was said of a case: the rule that decides, until when it waits, and what it stands by.

    It is so from the moment `since` on, and the same at least `till` another.
    """

    case: CaseState
    rule: RankingRule
    until: datetime | None
    order: Order
    since: datetime
    till: datetime

    def holds(self, case: CaseState, here: RankingMoment) -> bool:
        """Whether the rules would say the same of the case now."""
        if self.case is not case or case.avoid in here.alike:
            return False
        return self.since <= here.now < self.till


class Background(NamedTuple):
    """What the rules look at beside a case and the clock; `opens` is None while we may ring."""

    interviewer: UUID
    settings: Settings
    day: date
    part: PartOfDay
    opens: datetime | None
    promised: CaseState | None
    rung_enough: frozenset[str]

    @classmethod
    def of(cls, here: RankingMoment) -> "Background":
        """That of a moment."""
        return cls(
            here.interviewer,
            here.settings,
            local(here.now).date(),
            here.part,
            None if here.is_open else here.opens,
            here.promised,
            here.rung_enough,
        )


def standing(roll: Roll, here: RankingMoment) -> Iterator[Standing]:
    """The lines of the cases that the rules must look at, each behind what it stands by."""
    said: dict[int, Ruling] = roll.worked_out.against(Background.of(here))
    for place, case in roll.live.items():
        ruling = said.get(place)
        if ruling is None or not ruling.holds(case, here):
            ruling = said[place] = _ruling(case, place, here)
        yield ruling.order, ListedCase(case, ruling.rule, here, ruling.until)


def _ruling(case: CaseState, place: int, here: RankingMoment) -> Ruling:
    line = line_of(case, here)
    order, till = order_of(line, place), _till(case, here)
    return Ruling(case, line.rule, line.until, order, here.now, till)


def _till(case: CaseState, here: RankingMoment) -> datetime:
    """The first moment from now on at which the rules may say something else of a case.

    Of one that nobody has called, any may be it, as others are called; and of one that waits for
    another time of the day, as that is looked for from now on.
    """
    if case.latest_at is None or case.avoid in here.alike:
        return here.now
    return min((at for at in _turns(case, here) if at > here.now), default=EVER)


def _turns(case: CaseState, here: RankingMoment) -> Iterator[datetime]:
    """The moments at which what is true of the case itself becomes otherwise."""
    if case.rests_until:
        yield case.rests_until
    if case.holder:
        yield case.holder.until
    if one := case.appointment:
        late = timedelta(minutes=here.settings.appointment_late_minutes)
        # It is kept in time at that very moment, too.
        yield from (opens(one, here), one.due, one.due + late + datetime.resolution)
