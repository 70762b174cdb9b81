"""What is compared between interviewers: each measure once, with its words and what it is out of.

A measure of interviews says, of one interview, how much there is of it and out of how much.  One of
calls says of a single call whether it is one to ask about.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum, auto
from fractions import Fraction
from functools import cache
from typing import Final

from schemas.language.dates import local
from schemas.language.text import Text
from schemas.review.classes import Class
from schemas.review.quality.answers import LONG_ENOUGH
from schemas.review.quality.observed import ObservedCall, ObservedInterview
from schemas.review.quality.pace import KNOWN_FROM, PAUSE, WORTH_TIMING

# ── What a measure is ────────────────────────────────────────────────────────────────────────────


class MeasureUnit(Enum):
    """In what it is told."""

    share = auto()  # per cent of what it is out of
    minutes = auto()  # on the average
    times = auto()  # as many times as is usual


@dataclass(frozen=True, slots=True)
class FlagRule:
    """When a measure is worth a word, in words, and who says so."""

    words: Text
    source: str


ENOUGH: Final = 10
"""So many interviews at least on either side, or nothing is compared."""

STANDARD_ERRORS: Final = 3
"""Further from the others than chance brings 3 of 1000."""

HABIT: Final = 2
"""So many interviews at least behind something that there is much of: one alone is a case."""

UNLIKE_THE_OTHERS: Final = FlagRule(
    Text(
        f"Mer enn {STANDARD_ERRORS} standardfeil fra de andre, i intervjuer av samme klasse. Ved "
        f"tilfeldighet skjer det i 3 av 1000. Begge må ha minst {ENOUGH} intervjuer."
    ),
    "Spiegelhalter, D. J. (2005): Funnel plots for comparing institutional performance. "
    "Statistics in Medicine 24. Kontrollgrensene er W. A. Shewharts (1931)",
)
ANY_ONE: Final = FlagRule(
    Text("Hver eneste: det er ikke noe man gjør litt mer av enn andre."),
    "Innovations for Poverty Action: High Frequency Checks (ipacheck)",
)


@dataclass(frozen=True, slots=True)
class InterviewMeasure:
    """Something that interviews are compared by: how much of it, out of what.

    Interviews are compared `within` their class, but where it is the class that is counted.
    """

    name: str
    label: Text
    out_of: Text
    unit: MeasureUnit
    count: Callable[[ObservedInterview], tuple[Fraction | int, int]]
    within: bool = True
    rule: FlagRule = UNLIKE_THE_OTHERS


@dataclass(frozen=True, slots=True)
class CallMeasure:
    """Something that no call should be."""

    name: str
    label: Text
    out_of: Text
    is_so: Callable[[ObservedCall, datetime], bool]
    rule: FlagRule = ANY_ONE


Measure = InterviewMeasure | CallMeasure

# ── Of interviews ────────────────────────────────────────────────────────────────────────────────

_INTERVIEWS: Final = Text("av intervjuene")
_TIMED: Final = f"første svar, median minst {WORTH_TIMING} s, tatt tiden på {KNOWN_FROM} ganger"

MINUTES: Final = Fraction(1, 60)

OF_INTERVIEWS: Final = (
    InterviewMeasure(
        "length",
        Text("Lengde"),
        Text(f"minutter per intervju, uten pauser på over {PAUSE.seconds // 60} minutter"),
        MeasureUnit.minutes,
        lambda one: (one.pace.talked // timedelta(seconds=1) * MINUTES, 1),
    ),
    InterviewMeasure(
        "pace",
        Text("Tidsbruk"),
        Text(f"av medianen for de samme spørsmålene ({_TIMED})"),
        MeasureUnit.times,
        lambda one: (one.pace.spent, one.pace.usual),
    ),
    InterviewMeasure(
        "quick",
        Text("Raske svar"),
        Text(f"av svarene, på under halve medianen for spørsmålet ({_TIMED})"),
        MeasureUnit.share,
        lambda one: (one.pace.quick, one.pace.judged),
    ),
    InterviewMeasure(
        "dont_know",
        Text("«Vet ikke»"),
        Text("av spørsmålene der det er et mulig svar"),
        MeasureUnit.share,
        lambda one: (one.answers.unknown, one.answers.may_be_unknown),
    ),
    InterviewMeasure(
        "refused",
        Text("«Vil ikke svare»"),
        Text("av spørsmålene der det er et mulig svar"),
        MeasureUnit.share,
        lambda one: (one.answers.refused, one.answers.may_be_refused),
    ),
    InterviewMeasure(
        "empty",
        Text("Tomme svar"),
        Text("av spørsmålene som kan stå tomme"),
        MeasureUnit.share,
        lambda one: (one.answers.empty, one.answers.may_be_empty),
    ),
    InterviewMeasure(
        "straight",
        Text("Like svar på rad"),
        Text(f"av rekkene på minst {LONG_ENOUGH} like spørsmål eller oppføringer"),
        MeasureUnit.share,
        lambda one: (one.answers.straight, one.answers.rows),
    ),
    InterviewMeasure(
        "remarks",
        Text("Merknader"),
        Text("av svarene"),
        MeasureUnit.share,
        lambda one: (one.remarks, one.entries),
    ),
    InterviewMeasure(
        "confirmed",
        Text("Bekreftet advarsel"),
        _INTERVIEWS,
        MeasureUnit.share,
        lambda one: (bool(one.confirmed), 1),
    ),
)
"""What is the same in every survey."""


@cache
def of_classes(classes: type[Class]) -> tuple[InterviewMeasure, ...]:
    """The share of each class of the survey that an interview can be of; none where it has one."""
    found = [klass for klass in classes if not klass.is_covered]
    return tuple(map(_of_class, found)) if len(found) > 1 else ()


def _of_class(klass: Class) -> InterviewMeasure:
    name = klass.name
    return InterviewMeasure(
        f"class_{name}",
        Text(f"Klasse: {klass.label}"),
        _INTERVIEWS,
        MeasureUnit.share,
        lambda one: (one.klass == name, 1),
        within=False,
    )


# ── Of calls ─────────────────────────────────────────────────────────────────────────────────────

MORNING, EVENING = time(7), time(21)
"""Between these hours nobody works where we ring."""

CLOCK_IS_OFF: Final = timedelta(minutes=1)
"""Two clocks that count one call differ by less."""


def is_at_night(call: ObservedCall, now: datetime) -> bool:
    """Whether nobody can have been at work where it rang."""
    return not MORNING <= local(call.started_at).time() < EVENING


def is_backdated(call: ObservedCall, now: datetime) -> bool:
    """Whether it cannot have been when it says: before the one before it, or still to come; or the
    clock was set while it lasted.
    """
    if call.started_at > now + CLOCK_IS_OFF:
        return True
    if call.after is not None and call.started_at < call.after:
        return True
    if call.ended_at is None or call.seconds is None:
        return False
    told = call.ended_at - call.started_at
    return abs(told - timedelta(seconds=call.seconds)) > CLOCK_IS_OFF


OF_CALLS: Final = (
    CallMeasure(
        "night",
        Text("Ringt om natten"),
        Text(f"av oppringningene: før kl. {MORNING:%H} eller etter kl. {EVENING:%H}"),
        is_at_night,
    ),
    CallMeasure(
        "backdated",
        Text("Klokken stilt"),
        Text(
            "av oppringningene: før den forrige i samme sak, fram i tid, eller en annen varighet "
            "enn den som ble målt"
        ),
        is_backdated,
    ),
)
