"""What must hold at every moment of a season, and of its log when it is over."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from schemas.calls.appointments import Appointment
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import CaseState
from schemas.calls.ranking.lines import ListedCase
from schemas.calls.ranking.listing import Ranked
from tests.simulation.file import SETTINGS, Interviewer
from tests.simulation.season import EARLY, Season, day_of, hard, in_time

PATIENCE = timedelta(days=21)
"""How long a case may stand callable without being called: the first round takes over a week."""


@dataclass(slots=True)
class Watch:
    """Looks at every list, and stops the season where one is wrong."""

    lists: int = 0
    since: dict[UUID, datetime] = field(default_factory=dict)

    def __call__(
        self, ranked: Ranked, states: Mapping[UUID, CaseState], who: Interviewer, now: datetime
    ) -> None:
        """Look at one list."""
        self.lists += 1
        places = [line.case.case_id for line in ranked]
        assert len(places) == len(states), "every case is in exactly one place"
        assert set(places) == states.keys(), "every case is in exactly one place"
        for line in ranked.callable:
            _may_be_called(line, now)
        assert all(line.reason for line in ranked.callable[:3]), "every line says why"
        assert all(line.until and line.until > now for line in ranked.waiting), (
            "waits for something"
        )
        self._starves(ranked, now)

    def _starves(self, ranked: Ranked, now: datetime) -> None:
        for line in ranked.callable:
            ripe = max(filter(None, (line.case.rests_until, line.case.returned_at)), default=None)
            begun = ripe or self.since.setdefault(line.case.case_id, now)
            assert now - begun < PATIENCE, f"{line.case.unit.label} starves: {line.reason}"


def _may_be_called(line: ListedCase, now: datetime) -> None:
    assert line.contact, "there is a number to dial"
    assert line.contact.phone, "there is a number to dial"
    assert line.case.outcome is not Outcome.refusal_hard, "a refusal is final"
    agreed = line.case.appointment is not None and in_time(line.case.appointment, now)
    assert SETTINGS.call_window.is_open(now) or agreed, "inside the window, or agreed upon"


def faults(season: Season) -> list[str]:
    """What is wrong in a season's own log, which no policy has seen."""
    return [*_windows(season), *_numbers(season), *_refusals(season), *_missed(season)]


def _windows(season: Season) -> Iterator[str]:
    for call in season.log:
        agreed = call.appointment is not None and in_time(call.appointment, call.start)
        if not SETTINGS.call_window.is_open(call.start) and not agreed:
            yield f"{call.unit} was called outside the window at {call.start}"


def _numbers(season: Season) -> Iterator[str]:
    often = Counter((call.phone, day_of(call.start)) for call in season.log)
    for (phone, day), times in often.items():
        if times > SETTINGS.calls_a_day_to_number:
            yield f"{phone} was called {times} times on {day}"


def _refusals(season: Season) -> Iterator[str]:
    refused: set[str] = set()
    for call in season.log:
        if call.unit in refused:
            yield f"{call.unit} had refused and was called at {call.start}"
        if call.outcome is Outcome.refusal_hard:
            refused.add(call.unit)


def _missed(season: Season) -> Iterator[str]:
    """Hard appointments that nobody kept although somebody entitled was free to."""
    kept = kept_appointments(season)
    for one in filter(hard, season.agreed.values()):
        if one.id not in kept and _still_stood(season, one):
            yield from (
                f"{who.name} was free at {at}, and {one.due} was missed"
                for at, who, choice in season.asked
                if in_time(one, at)
                and one.only_with in {None, who.id}
                and not (choice and _keeps_another(season, choice.file.real.unit.id, at))
            )


def _still_stood(season: Season, one: Appointment) -> bool:
    """Whether nothing came in between: they may ring back before the time, and that is that."""
    unit = season.files[one.case_id].real.unit.id
    earlier = (call for call in season.log if call.unit == unit and one.made_at < call.start)
    return not any(call.start < one.due - EARLY for call in earlier) and one.due <= season.ends


def _keeps_another(season: Season, unit: str, at: datetime) -> bool:
    return any(
        call.unit == unit
        and call.start == at
        and call.appointment
        and in_time(call.appointment, at)
        for call in season.log
    )


def kept_appointments(season: Season) -> set[UUID]:
    """The appointments at whose time somebody called."""
    return {
        call.appointment.id
        for call in season.log
        if call.appointment and in_time(call.appointment, call.start)
    }
