"""When? A time as people in Norway type it, read into a moment or into a problem, never a guess.

    i morgen 10:30 · tirs 14 · neste tirsdag 9 · 12.3. kl 9 · 12. mars kl 9 · uke 12 onsdag kl 10
    om 20 min · om en uke · halv to · kvart over ti · etter lunsj · fredag morgen · 14.30

What could be meant in two ways follows these rules, and `answer_back` says what came of it:

- A weekday is the first one from now on: today, if the time is still ahead.  "Neste tirsdag" is
  the one in the next week of the calendar; "mandag om to uker" the one two weeks on.
- A clock time alone is the next such time on a day on which we ring; one outside the hours in
  which we ring is simply the next.
- The hours 1–6 are in the afternoon, unless a part of the day says otherwise or the hour is
  written with two digits (02.30).  "Halv to" is 13.30, "halv åtte" is 07.30.
- A part of the day alone has a time of its own, which a remark tells.  If it has begun, we ask.
- A date or a numbered week without a year is in this year, or in the next if that is within nine
  months; so yesterday's date is refused and not put off for a year.
- «Ti» and «to» are hours, and the weekdays where there is another hour: "ti. kl. 10".  Where both
  can be, as in "to etter lunsj", we ask.
- "20 min" is in twenty minutes, "elleve femten" 11.15; of "ti femten" we ask, and what is misspelt
  is proposed as it may be meant, never taken.
- "Etter helga" and "etter nyttår" are the first working day after; "etter jul" is asked.
- A day with a name ("langfredag", "etter nyttår") is the next of that name within eleven months.
- "Et par" is two, and a remark tells; "ca.", "ved 10-tiden" and "en times tid" are the time itself.
- "Om to dager" is at the same time of day as now, and a remark tells.  A month after the 31st is
  the last day of the next month.
- In the hour that comes twice when the clock is set back, the first is meant (sommertid) if it is
  still ahead, and a remark tells; "02.30 vintertid" is the second.  The hour that is left out when
  the clock is set forward is refused.

Moments are whole minutes, later than now, and three years ahead at most.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, islice
from typing import Final

from schemas.calls.call_window import CallWindow
from schemas.calls.moments.days import SaidTime, days, say_together
from schemas.calls.moments.moment_problems import EXAMPLES, MomentProblem
from schemas.calls.moments.moment_said import distance, written
from schemas.calls.moments.moment_words import hear
from schemas.calls.moments.pieces import HOURS, After, Ahead, Clock, ClockSeason, Later, Part
from schemas.calls.moments.two_ways import said as said_again
from schemas.calls.moments.vague import refuse_vague_times
from schemas.calls.workdays import WEEKDAYS
from schemas.language.clean import clean
from schemas.language.dates import MONTHS, OSLO, hours, local, long_date

LONGEST: Final = 100
"""No time takes more characters; a page pasted by mistake is not read."""

MOST_YEARS: Final = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in UTC, and what to say about how it was read."""

    at: datetime
    remarks: tuple[str, ...] = ()


def read_moment(typed: str, now: datetime, window: CallWindow | None = None) -> Moment:
    """The moment that `typed` means at `now`; `MomentProblem` tells why there is none."""
    text = re.sub(r"\s+", " ", clean(typed, one_line=True)).strip().casefold()
    text = re.sub(r"(?<=[^\W\d_])(\.?)(?=[0-9])", r"\1 ", text)  # "tirs.10" lacks only a space
    if not text:
        raise MomentProblem("M-EMPTY")
    if len(text) > LONGEST:
        raise MomentProblem("M-LONG")
    refuse_vague_times(text)
    main, aside = _without_aside(text)
    try:
        moment = _read(main, now, window or CallWindow())
    except MomentProblem as problem:
        raise _proposing(problem, now, window or CallWindow()) from None
    if aside is not None and aside != distance(moment.at, now):
        raise MomentProblem("M-WORDS", words=f"({aside})")
    return moment


PROPOSED: Final = {"M-UNKNOWN", "M-WORDS", "M-MANY", "M-TWO-WAYS", "M-SPAN"}
"""The problems that propose what was typed, as it would be understood."""


def _proposing(problem: MomentProblem, now: datetime, window: CallWindow) -> MomentProblem:
    if problem.code not in PROPOSED:
        return problem
    meant = [one for one in problem.meant if _problem(one, now, window) is None]
    if meant:
        both = (meant[0], meant[1]) if len(meant) > 1 else _of_rest(meant[0], now, window)
        return problem.proposing(both)
    instead = _of_rest(problem.rest, now, window) if problem.rest else problem.instead
    readable = all(_problem(one, now, window) in {None, "M-PAST", "M-WEEKDAY"} for one in instead)
    return problem.proposing(instead if readable else EXAMPLES)


def _of_rest(rest: str, now: datetime, window: CallWindow) -> tuple[str, str]:
    """What is understood, as it was typed and as it is read; or what it proposes itself."""
    try:
        return rest, written(_read(rest, now, window).at, now)
    except MomentProblem as problem:
        return problem.instead


def _problem(text: str, now: datetime, window: CallWindow) -> str | None:
    try:
        _read(text, now, window)
    except MomentProblem as problem:
        return problem.code
    return None


def _without_aside(text: str) -> tuple[str, str | None]:
    # Our own answer may be typed back: "tirsdag 24. mars kl. 10.30 (om 3 dager)".
    found = re.fullmatch(r"([^()]+) \(([^()]*)\)", text)
    return (found[1], found[2]) if found else (text, None)


def _read(text: str, now: datetime, window: CallWindow) -> Moment:
    if " eller " in text and not text.startswith("om "):
        raise _one_or_the_other(text, now, window)
    said = say_together(hear(text), text, local(now).date())
    if isinstance(said.day, Later):
        moment = Moment(_whole_minute(now + timedelta(minutes=said.day.minutes)))
    else:
        moment = _on_a_day(said, text, now, window)
    loosely = (f"«{one.typed.capitalize()}» er lest som {one.meant}." for one in said.loosely)
    moment = Moment(moment.at, (*moment.remarks, *loosely))
    if moment.at <= now:
        raise _past(moment.at, now)
    if moment.at.year > now.year + MOST_YEARS:
        raise MomentProblem("M-FAR")
    return moment


def _one_or_the_other(text: str, now: datetime, window: CallWindow) -> MomentProblem:
    """ "Kl. 10 eller 11 i morgen": what stands on either side of the word is one of two."""
    before, _, after = text.partition(" eller ")
    left, right = hear(before), hear(after)
    first = said_again((*left, *right[1:]), {})
    second = said_again((*left[:-1], *right), {})
    return MomentProblem(
        "M-SPAN", (_with_time(first, now, window), _with_time(second, now, window)), typed=text
    )


def _with_time(text: str, now: datetime, window: CallWindow) -> str:
    try:
        _read(text, now, window)
    except MomentProblem as problem:
        return problem.instead[0] if problem.code == "M-TIME" else text
    return text


def _whole_minute(at: datetime) -> datetime:
    whole = at.astimezone(UTC).replace(second=0, microsecond=0)
    return whole if whole == at else whole + timedelta(minutes=1)


def _past(at: datetime, now: datetime) -> MomentProblem:
    when = written(at, now)
    return MomentProblem("M-PAST", when=when[0].upper() + when[1:])


# ── A day and a clock time ───────────────────────────────────────────────────────────────────────


def _on_a_day(said: SaidTime, text: str, now: datetime, window: CallWindow) -> Moment:
    clock, remarks = _clock(said, text, now, window)
    possible = list(_days(said, clock, now, window))
    if said.clock is None and said.part and _has_begun(said.part, clock, possible, local(now)):
        raise MomentProblem("M-BEGUN", ("om en halv time", "i morgen kl. 10"), part=said.part.value)
    last: Moment | None = None
    for day in possible:
        last = _moment(day, clock, said.season, now)
        if last.at > now:
            break
    if last is None:
        raise MomentProblem("M-DATE", ("12.3. kl. 9", "12. mars kl. 9"), typed=text)
    return Moment(last.at, (*remarks, *last.remarks))


def _has_begun(part: Part, clock: time, possible: Iterable[date], now: datetime) -> bool:
    return now.date() in possible and now.time() >= clock and now.hour in HOURS[part]


def _days(said: SaidTime, clock: time, now: datetime, window: CallWindow) -> Iterable[date]:
    today = local(now).date()
    if not said.is_bare:
        return days(said, today)
    ahead = (today + timedelta(days=more) for more in count())
    if not window.opens <= clock <= window.closes:
        return islice(ahead, 2)
    return islice(filter(window.is_call_day, ahead), 2)


def _clock(
    said: SaidTime, text: str, now: datetime, window: CallWindow
) -> tuple[time, tuple[str, ...]]:
    if said.clock:
        return _of_the_day(said.clock, said.part), ()
    if said.part and (clock := _OF_PART[said.part](window)):
        return clock, (f"«{said.part.value.capitalize()}» er lest som kl. {hours(clock)}.",)
    if isinstance(said.day, Ahead) and not (said.day.named or said.part or said.weekday):
        clock = local(_whole_minute(now)).time()
        return clock, (f"Samme klokkeslett som nå: {hours(clock)}.",)
    if said.part:
        named = _day_ahead(said, now)
        first, second = (named, named) if named else ("i dag", "i morgen")
        raise MomentProblem("M-TIME", (f"{first} kl. 18", f"{second} kl. 18.30"))
    day = _day_named(said, now) or _bare(text)
    raise MomentProblem("M-TIME", (f"{day} kl. 10", f"{day} etter lunsj"))


def _day_named(said: SaidTime, now: datetime) -> str | None:
    """The day after days off by its name: "etter helga" has many Mondays."""
    return _day_ahead(said, now) if isinstance(said.day, After) else None


def _day_ahead(said: SaidTime, now: datetime) -> str | None:
    today = local(now).date()
    day = next((day for day in days(said, today) if day > today), None)
    if day is None:
        return None
    year = "" if day.year == today.year else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {day.day}. {MONTHS[day.month - 1]}{year}"


def _bare(text: str) -> str:
    return text.rstrip(" ,;!")


_OF_PART: Final[dict[Part, Callable[[CallWindow], time | None]]] = {
    Part.morning: lambda window: window.opens,
    Part.forenoon: lambda window: _forenoon(window),
    Part.before_lunch: lambda window: _between(_forenoon(window), _noon(window)[0]),
    Part.midday: lambda window: _noon(window)[1],
    Part.after_lunch: lambda window: _noon(window)[1],
    Part.afternoon: lambda window: window.afternoon_from,
    Part.evening: lambda _: None,
    Part.night: lambda _: None,
}


def _noon(window: CallWindow) -> tuple[time, time]:
    return window.pause or (time(11), time(12))


def _forenoon(window: CallWindow) -> time:
    return _between(window.opens, _noon(window)[0])


def _between(first: time, last: time) -> time:
    middle = (first.hour * 60 + first.minute + last.hour * 60 + last.minute) // 2
    quarter = middle - middle % 15
    return time(quarter // 60, quarter % 60)


def _of_the_day(clock: Clock, part: Part | None) -> time:
    hour = clock.hour
    if part is None:
        hour += 12 if not clock.exact and 1 <= hour <= 6 else 0
        return time(hour, clock.minute)
    readings = {hour} if clock.exact else {hour, (hour + 12) % 24}
    for reading in readings & set(HOURS[part]):
        return time(reading, clock.minute)
    typed = hours(time(clock.hour, clock.minute))
    raise MomentProblem("M-PART", part=part.value, clock=typed)


# ── Summer and winter ────────────────────────────────────────────────────────────────────────────


def _moment(day: date, clock: time, season: ClockSeason | None, now: datetime) -> Moment:
    first, second = _both(datetime.combine(day, clock))
    if first == second:
        return Moment(_checked(first, season))
    if season:
        return Moment((first, second)[season.value])
    chosen = first if first > now else second
    name = ClockSeason((first, second).index(chosen)).name
    twice = f"{long_date(day)} kommer kl. {hours(clock)} to ganger. Dette er {name}."
    return Moment(chosen, (twice,))


def _both(naive: datetime) -> tuple[datetime, datetime]:
    first, second = (naive.replace(tzinfo=OSLO, fold=fold).astimezone(UTC) for fold in (0, 1))
    # On the clock that is set forward, this time never shows.
    if local(first).replace(tzinfo=None) != naive:
        instead = tuple(f"{naive.day}.{naive.month}. kl. {hour}" for hour in ("01.30", "03.30"))
        when = long_date(naive.date()).capitalize()
        raise MomentProblem("M-GAP", (instead[0], instead[1]), date=when, clock=hours(naive.time()))
    return first, second


def _checked(at: datetime, season: ClockSeason | None) -> datetime:
    is_summer = bool(local(at).dst())
    if season and is_summer is not (season is ClockSeason.sommertid):
        raise MomentProblem("M-SEASON", season=season.name, when=long_date(at))
    return at
