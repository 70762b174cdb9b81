"""The line at the top of a call: where, how long, what time it is, and the next appointment."""

from datetime import datetime, timedelta
from typing import Final

from rich.cells import cell_len
from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.bars import Surroundings
from interviewer.draw.ink import inked
from interviewer.draw.lines import shown
from interviewer.screens.call.state import Call
from interviewer.words import WORDS, say
from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.calls import LONGEST, CallAttempt
from schemas.calls.settings import minutes
from schemas.language.dates import clock, running_clock

AHEAD: Final = timedelta(minutes=10)
"""So long before an appointment it is in sight."""

LEAST_NAME: Final = 14
"""So much of the place is always there."""


def call_bar(call: Call, around: Surroundings) -> Styled:
    """What matters least gives way to the name of the place: who sits here, then which call it is.

    What has been promised gives way to nothing, and its time is told in the colour of a warning.
    """
    soon = promised_soon(call, around.now)
    ink = theme.WARNING if soon and soon[0].due <= around.now else theme.BAR
    agreed = inked("  " if soon else "", ink)
    agreed.append(agreed_words(call, soon, around.now), theme.WARNING)
    took, tail = _fitting(call, around, around.columns - agreed.cell_len)
    place = inked(shown(f" {call.unit.label}"), ink)
    room = around.columns - agreed.cell_len - cell_len(took + tail)
    place.truncate(max(room, LEAST_NAME), overflow="ellipsis")
    left = place + inked(took, ink)
    right = agreed + inked(shown(tail), ink)
    gap = inked(" " * max(around.columns - left.cell_len - right.cell_len, 0), ink)
    line = left + gap + right
    line.truncate(around.columns, overflow="ellipsis")
    return line


def _fitting(call: Call, around: Surroundings, room: int) -> tuple[str, str]:
    """What stands behind the place and at the right edge, as much as leaves room for the place."""
    number, took = _clocks(call, around)
    saved, practice = _saved(call, around), str(WORDS.practice) if around.practice else ""
    now = clock(around.now)
    ways = (
        ((number, took), (now, saved, call.who.name, practice)),
        ((number, took), (now, saved, practice)),
        ((took,), (now, saved, practice)),
        ((took,), (now, practice)),
        ((), (practice,)),
    )
    for left, right in ways:
        behind = "".join(f" · {one}" for one in left if one)
        tail = f"  {' · '.join(filter(None, right))} "
        if cell_len(f" {call.unit.label}{behind}{tail}") <= room:
            break
    return behind, tail


def promised_soon(call: Call, now: datetime) -> tuple[Appointment, str] | None:
    """What I have promised for the next minutes, or for one that has come during this call."""
    begun = call.attempt.started_at if call.attempt else now
    promised = (
        (one, unit)
        for one, unit in call.agenda
        if one.interviewer_id == call.who.id
        and one.kind is AppointmentKind.hard
        and one.case_id != call.file.case_id
        and begun < one.due <= now + AHEAD
    )
    return next(promised, None)


def agreed_words(call: Call, soon: tuple[Appointment, str] | None, now: datetime) -> str:
    """How soon it is, or that its minute has come; empty where there is none."""
    if soon is None:
        return ""
    one, unit = soon
    place, when = call.who.frame.label(unit), clock(one.due)
    if one.due <= now:
        return say(WORDS.agreed_now, clock=when, place=place)
    left = -(-(one.due - now) // timedelta(minutes=1))
    name = call.who.frame[unit].name
    return say(WORDS.agreed_soon, clock=when, place=name, minutes=minutes(left))


def _clocks(call: Call, around: Surroundings) -> tuple[str, str]:
    """Which call, and how long it has taken; nothing where nobody is on the line."""
    if call.attempt is None:
        return "", ""
    seconds = _so_far(call.attempt, call.line_since, around)
    number = say(WORDS.call_number, number=call.attempt.number)
    return number, "" if seconds is None else f"{seconds // 60:02}:{seconds % 60:02}"


def _so_far(attempt: CallAttempt, line_since: float | None, around: Surroundings) -> int | None:
    """The seconds of the call; by the wall's clock where the program was started anew in it.

    None where it was over long ago, and is only given another outcome.
    """
    if line_since is not None:
        return int(around.ran - line_since)
    took = around.now - attempt.started_at
    return None if took > LONGEST else max(int(took.total_seconds()), 0)


def _saved(call: Call, around: Surroundings) -> str:
    if around.failing:
        return str(WORDS.not_saved)
    if around.saving:
        return str(WORDS.saving)
    return say(WORDS.saved, time=running_clock(call.saved_at)) if call.saved_at else ""
