"""Why an appointment was not kept at its time, and what the calls were spent on."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from uuid import UUID

from schemas.calls.appointments import Appointment
from schemas.calls.outcomes import Outcome
from schemas.language.dates import day_and_clock
from schemas.surveys.municipal_services_2015.departments import Office
from tests.simulation.file import SETTINGS, File, Interviewer
from tests.simulation.season import EARLY, LATE, Season, day_of, hard, in_time, on_duty
from tests.simulation.watch import kept_appointments


class Missed(Enum):
    """Why nobody called at the time, in the words of the table."""

    overtaken = "Saken ble ringt før tiden"
    season_over = "Sesongen sluttet før tiden"
    off_duty = "Ingen som kunne, var på jobb"
    on_the_phone = "Alle som kunne, satt i telefonen"
    other_promise = "Alle som kunne, holdt en annen avtale"
    ours = "Ringelisten valgte en annen sak"


@dataclass(frozen=True, slots=True)
class Around:
    """What there was at the time of an appointment, of those who may keep it.

    `called_before` is whether its case was rung between the agreement and the time; `on_duty`
    whether one of them worked that day; `free` how many asked for a call just then, and `promised`
    how many of those were given another appointment to keep, or had one so soon that nothing new
    may begin.
    """

    called_before: bool = False
    after_the_end: bool = False
    on_duty: bool = True
    free: int = 0
    promised: int = 0


def why(around: Around) -> Missed:
    """The reason that comes first: what nobody could help, and only then the call list."""
    if around.called_before:
        return Missed.overtaken
    if around.after_the_end:
        return Missed.season_over
    if not around.on_duty:
        return Missed.off_duty
    if not around.free:
        return Missed.on_the_phone
    if around.promised == around.free:
        return Missed.other_promise
    return Missed.ours


def missed(season: Season) -> Iterator[tuple[Appointment, Missed]]:
    """Every appointment of a season that was not kept, in the order of their times."""
    kept = kept_appointments(season)
    for one in sorted(season.agreed.values(), key=lambda one: one.due):
        if one.id not in kept:
            yield one, why(_around(season, one))


def not_there(season: Season) -> int:
    """How many of the appointments that we kept the other one did not keep."""
    kept = kept_appointments(season)
    agreed = (one for one in season.agreed.values() if one.id in kept)
    return sum(not season.files[one.case_id].real.keeps(one.due) for one in agreed)


def _around(season: Season, one: Appointment) -> Around:
    calls = season.files[one.case_id].attempts
    working = on_duty(season.seed, day_of(one.due))
    turns = [
        (at, who, choice and choice.file.real.unit.id)
        for at, who, choice in season.asked
        if _is_time(one, at) and one.only_with in {None, who.id}
    ]
    keeping = {
        call.unit
        for call in season.log
        if call.appointment and in_time(one, call.start) and in_time(call.appointment, call.start)
    }
    return Around(
        called_before=any(one.made_at < call.started_at < one.due - EARLY for call in calls),
        after_the_end=one.due > season.ends,
        on_duty=any(one.only_with in {None, who.id} for who in working),
        free=len(turns),
        promised=sum(
            unit in keeping or _is_promised(season, one, at, who) for at, who, unit in turns
        ),
    )


def _is_promised(season: Season, one: Appointment, at: datetime, who: Interviewer) -> bool:
    """Whether somebody else waits for this interviewer's call then, or soon."""
    soon = at + timedelta(minutes=SETTINGS.hold_back_minutes or 0)
    return any(
        other.id != one.id and other.interviewer_id == who.id and at - LATE < other.due <= soon
        for other in season.agreed.values()
        if hard(other) and other.made_at < at
    )


def _is_time(one: Appointment, at: datetime) -> bool:
    """Whether it can be kept then: what is to be tried again is not tried before its time."""
    return in_time(one, at) and (hard(one) or at >= one.due)


# ── What the calls were spent on ─────────────────────────────────────────────────────────────────


class Door(Enum):
    """Whom a call was made to."""

    front = "Sentralbord"
    department = "Avdeling"
    person = "Person"


def spent(files: Iterable[File]) -> Counter[tuple[Outcome, Door]]:
    """How many calls ended how, by whom we dialled."""
    return Counter(
        (call.outcome, _door(file, call.contact_id))
        for file in files
        for call in file.attempts
        if call.outcome
    )


def _door(file: File, contact: UUID) -> Door:
    dialled = next(one for one in file.contacts.values() if one.id == contact)
    if dialled.department in Office.front_line():
        return Door.front
    return Door.person if dialled.person else Door.department


# ── In print ─────────────────────────────────────────────────────────────────────────────────────


def missed_lines(season: Season) -> Iterator[str]:
    """Each appointment that was not kept with its reason, and how often each reason held."""
    all_missed = list(missed(season))
    yield f"Avtaler som ikke ble holdt: {len(all_missed)} av {len(season.agreed)}"
    for one, reason in all_missed:
        place = season.files[one.case_id].real.unit.label
        yield f"  {day_and_clock(one.due):<16}  {place:<28}  {one.kind.label}: {reason.value}"
    counted = Counter(reason for _, reason in all_missed)
    yield from (f"{reason.value:<50}{counted[reason]:>6}" for reason in Missed)
    yield f"{'Holdt, men den andre var ikke der':<50}{not_there(season):>6}"


def spent_lines(season: Season) -> Iterator[str]:
    """What the calls ended with, the most frequent first, and whom they were made to."""
    counts = spent(season.files.values())
    by_outcome: Counter[Outcome] = Counter()
    for (outcome, _), number in counts.items():
        by_outcome[outcome] += number
    yield f"{'Oppringningene endte med':<50}" + "".join(f"{one.value:>12}" for one in Door)
    for outcome, number in by_outcome.most_common():
        doors = "".join(f"{counts[outcome, one]:>12}" for one in Door)
        yield f"{outcome.label!s:<44}{number:>6}{doors}"
