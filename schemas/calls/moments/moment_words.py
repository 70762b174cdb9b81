"""The words in which people in Norway say a time, and what each of them tells.

A typed text is read from left to right, a piece at a time, in any order: a day, a weekday, a week,
a clock time, a part of the day.  Nothing is passed over: what is no piece is named in a problem.
"""

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from schemas.calls.moments.day_names import (
    CALLED,
    DAYS_OFF,
    FIRST_WORKDAY,
    MONTHS_SAID,
    SHORT_DAYS,
    WEEKDAYS_SAID,
    called,
    date_in_words,
    date_of,
    days_off,
    in_month,
    index,
    named_date,
    workday_after,
    workday_in,
)
from schemas.calls.moments.misspelt import as_meant
from schemas.calls.moments.moment_problems import MomentProblem
from schemas.calls.moments.pieces import (
    After,
    Ahead,
    Clock,
    ClockSeason,
    DayOfMonth,
    Either,
    Heard,
    Loosely,
    OnDate,
    Part,
    Piece,
    ShortDay,
    Span,
    Week,
    Weekday,
)
from schemas.calls.moments.spoken_numbers import (
    HOUR_WORD,
    MINUTE_WORD,
    NUMBER,
    ORDINAL,
    WORD,
    number,
    ordinal,
)
from schemas.calls.moments.stretches import (
    BETWEEN,
    ONE_OR_MORE,
    STRETCHES,
    UNIT,
    VAGUE,
    read_stretches,
    refuse_between,
    refuse_vague,
)

_ABOUT: Final = r"(?:(?:sånn |så )?(?:ca\b\.?|(?:cirka|omtrent|omkring|rundt|ved)\b) ?)"
_KL: Final = rf"(?:{_ABOUT}?(?:kl\b\.? ?|klokk(?:a|en) ){_ABOUT}?)"
_AROUND: Final = r"[- –]?ti(?:den|da)\b"
_AT: Final = rf"(?:{_KL}|{_ABOUT}|(?:i|på) (?=\S+?{_AROUND}))"
_HOURS: Final = rf"(?:[0-9]{{1,2}}(?:[.:][0-9]{{2}})?|(?:{HOUR_WORD})\b)"
_FROM: Final = (
    r"(?P<from>etter|fra|frå|tidligst|tidlegast|ikke før|ikkje før)"
    rf"(?= {_KL}?(?:(?:kvart (?:over|på) )?halv |kvart (?:over|på) )?{_HOURS}"
    rf"(?! (?:{UNIT}|{'|'.join(MONTHS_SAID)})\b)(?:[ ,;!?]|\.?$))"
)
"""Not before a clock time: at that time one may ring."""

_WEEK_WORD: Final = "(?:uke|uken|uka|veke|veka)"


def _dotted(found: re.Match[str]) -> Piece:
    first, second = int(found["first"]), int(found["second"])
    is_date, is_clock = 1 <= first <= 31 and 1 <= second <= 12, first < 24 and second < 60
    if is_date and is_clock:
        return Either(OnDate(first, second), _written_clock(found["first"], second))
    return OnDate(first, second) if is_date else _clock(found[0], found["first"], found["second"])


# ── Clock times ──────────────────────────────────────────────────────────────────────────────────


def _clock(typed: str, hour: str, minute: str = "0") -> Clock:
    if int(hour) > 23 or int(minute) > 59:
        raise MomentProblem("M-CLOCK", ("i dag kl. 14", "i morgen kl. 10.30"), typed=typed)
    return _written_clock(hour, int(minute))


def _written_clock(hour: str, minute: int) -> Clock:
    # 02.30 and 14.30 are on the clock of twenty-four hours; 2.30 and 8.30 may be on that of twelve.
    return Clock(int(hour), minute, exact=hour.startswith("0") or int(hour) > 12)


def _digits(found: re.Match[str]) -> Piece:
    digits = found["digits"]
    if re.fullmatch("20[0-5][0-9]", digits) and not found["kl"]:
        instead = (f"i morgen kl. {digits[:2]}.{digits[2:]}", f"12.3.{digits} kl. 10")
        raise MomentProblem("M-TWO-WAYS", instead, typed=digits)
    return _clock(found[0], digits[:-2], digits[-2:])


def _spoken(found: re.Match[str]) -> Piece:
    """Kvart på to, ti over halv tre, halv elleve."""
    minutes = (15 if found["n"].startswith("kvart") else number(found["n"])) if found["n"] else 0
    offset = (-minutes if found["way"] == "på" else minutes) - (30 if found["halv"] else 0)
    hour = number(found["hour"])
    if hour > 24 or minutes > (14 if found["halv"] else 29):
        raise MomentProblem("M-CLOCK", ("halv to", "kvart over ti"), typed=found[0])
    exact = hour > 12
    total = (hour * 60 + offset) % (24 * 60 if exact else 12 * 60)
    # Half past twelve is 12.30 by day, though it is half an hour into the clock's new round.
    return Clock(total // 60 or (0 if exact else 12), total % 60, exact)


def _hour(found: re.Match[str]) -> Piece:
    return _clock(found[0], found["hour"])


def _hour_word(found: re.Match[str]) -> Piece:
    return _clock(found[0], str(number(found["any"] or found["hour"])))


def _minutes_behind(found: re.Match[str]) -> Piece:
    """«Elleve femten», «ti tretti»; «ti femten» is rather a Tuesday, or it is not."""
    hour, minute = number(found["hour"]), number(found["minute"].replace("null null", "0"))
    if found["hour"] in SHORT_DAYS and not found["kl"] and 0 < minute <= 23:
        day = {"ti": "tirs", "to": "tors"}[found["hour"]]
        instead = (f"kl. {hour}.{minute}", f"{day} kl. {minute}")
        raise MomentProblem("M-TWO-WAYS", instead, typed=found[0])
    return _clock(found[0], str(hour), str(minute))


def _english(found: re.Match[str]) -> Piece:
    """2 pm is 14, and 12 am is midnight."""
    hour = int(found["hour"])
    if not 1 <= hour <= 12:
        raise MomentProblem("M-CLOCK", ("i dag kl. 14", "i morgen kl. 10.30"), typed=found[0])
    later = 12 if found["half"] == "p" else 0
    return Clock(hour % 12 + later, int(found["minute"] or 0))


def _short_day(found: re.Match[str]) -> Piece:
    hour = Clock(number(found["name"]), exact=False)
    return ShortDay(SHORT_DAYS[found["name"]], hour, bool(found["stop"]))


def _minutes_or_hours(found: re.Match[str]) -> Piece:
    instead = (f"om {found['n']} minutter", f"om {found['n']} timer")
    raise MomentProblem("M-TWO-WAYS", instead, typed=found[0])


# ── All pieces ───────────────────────────────────────────────────────────────────────────────────

_Reader: TypeAlias = Callable[[re.Match[str]], Piece | tuple[Piece, ...]]
_PARTS: Final = {
    r"(?:tidlig |om |på )*(?:morgenen|morgonen|morgen|morgon|morran?)": Part.morning,
    "tidlig|tidleg": Part.morning,
    r"f\.? ?m\b\.?": Part.forenoon,
    r"e\.? ?m\b\.?": Part.afternoon,
    "(?:om |på |utpå )?(?:formiddag|føremiddag)(?:en)?": Part.forenoon,
    "(?:rett |like |litt )?før lun(?:sj|ch)": Part.before_lunch,
    "midt på dagen": Part.midday,
    "(?:rett |like |litt )?etter lun(?:sj|ch)": Part.after_lunch,
    "(?:om |på |utpå )?ettermiddag(?:en)?": Part.afternoon,
    "(?:om |på )?kveld(?:en)?": Part.evening,
    "(?:om )?natt(?:en|a)?": Part.night,
}
_BY_HAND: Final[tuple[tuple[str, _Reader], ...]] = (
    (BETWEEN, refuse_between),
    (ONE_OR_MORE, refuse_between),
    (VAGUE, refuse_vague),
    (STRETCHES, read_stretches),
    ("i ?dag", lambda _: Ahead(named=True)),
    ("i ?(?:morgen|morgon|morra|mårra|måra)", lambda _: Ahead(1, named=True)),
    ("(?:i ?)?over ?(?:i ?)?(?:morg[eo]n|morra)", lambda _: Ahead(2, named=True)),
    (r"(?:(?:rett )?over|(?:rett |(?:den )?(?:første|fyrste) (?:arbeids|virke)?dag(?:en)? |dagen )?"
     rf"etter) (?P<off>{'|'.join(DAYS_OFF)})", lambda found: After(days_off(found["off"]))),
    (rf"{FIRST_WORKDAY} i (?P<in>{'|'.join(MONTHS_SAID)})(?!\w)", workday_in),
    (rf"{FIRST_WORKDAY} etter (?:(?P<day>[0-9]{{1,2}})\.? ?(?P<month>{'|'.join(MONTHS_SAID)})(?!\w)"
     rf"|(?P<called>{'|'.join(CALLED)}))", workday_after),
    (rf"(?:den )?(?P<which>{ORDINAL}|siste|[1-4]\.) (?P<name>{'|'.join(WEEKDAYS_SAID)})(?:en)? i "
     rf"(?P<month>{'|'.join(MONTHS_SAID)})(?!\w)", in_month),
    (f"(?:på )?(?P<called>{'|'.join(CALLED)})", lambda found: called(found["called"])),
    (r"om (?P<n>[2-9]|[1-9][0-9])$", lambda found: _minutes_or_hours(found)),
    (f"(?:i |til )?(?:neste|kommende) {_WEEK_WORD}|til (?:uka|uken|veka)",
     lambda _: Week(ahead=1)),
    (f"(?:i )?denne {_WEEK_WORD}", lambda _: Week(ahead=0)),
    (rf"(?:i )?{_WEEK_WORD} (?P<number>[0-9]{{1,2}})", lambda found: Week(int(found["number"]))),
    (r"neste (?:arbeids|virke)dag",
     lambda _: Ahead(workdays=1, named=True)),
    (r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})t?",
     lambda found: date_of(found[0], found["d"], found["m"], found["y"])),
    (rf"(?:den )?(?P<day>[0-9]{{1,2}})\.? ?(?P<month>{'|'.join(MONTHS_SAID)})(?!\w)\.?"
     r"(?: (?P<year>20[0-9]{2})(?![:.]))?", named_date),
    (rf"(?:den )?(?P<day>{ORDINAL}) (?P<month>{'|'.join(MONTHS_SAID)})(?!\w)\.?"
     r"(?: (?P<year>20[0-9]{2})(?![:.]))?", date_in_words),
    (rf"den (?P<day>{ORDINAL})", lambda found: DayOfMonth(ordinal(found["day"]), True)),
    (r"(?:den )?(?![0-9]+\.(?:1[3-9]|[2-9][0-9])-)"  # that is from 10.30 to 11
     r"(?P<d>[0-9]{1,2})(?:\.|/)(?P<m>[0-9]{1,2})(?:\.|/|-)(?P<y>[0-9]{4}|[0-9]{2})",
     lambda found: date_of(found[0], found["d"], found["m"], found["y"])),
    (r"(?:den )?(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})\.?",
     lambda found: date_of(found[0], found["d"], found["m"], None)),
    (r"den (?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.?|"
     r"(?P<d2>[0-9]{1,2})\. ?(?P<m2>[0-9]{1,2})\.(?=[ ,]|$)",
     lambda found: _full_stop(found)),
    (r"(?P<d>[0-9]{1,2})\.(?P<m>[0-9])",
     lambda found: date_of(found[0], found["d"], found["m"], None)),
    (r"(?P<first>[0-9]{1,2})\.(?P<second>[0-9]{2})(?! ?[-–] ?[0-9])", _dotted),
    (r"den (?P<d>[0-9]{1,2})\.?(?= |$)", lambda found: DayOfMonth(int(found["d"]), True)),
    (r"(?P<d>[0-9]{1,2})\.(?= [^0-9]|$)", lambda found: DayOfMonth(int(found["d"]), False)),
    (rf"(?:mellom |fra )?{_KL}?(?P<first>{_HOURS})(?: ?[-–] ?| og | til ){_KL}?(?P<last>{_HOURS})"
     "(?![:.-])", lambda found: Span(found["first"], found["last"])),
    (rf"{_AT}?(?P<hour>[0-9]{{1,2}})(?:[.:](?P<minute>[0-9]{{2}}))? ?(?P<half>[ap])\.?m\b\.?",
     _english),
    (_FROM, lambda found: Loosely(found["from"], "selve klokkeslettet")),
    # "14,15" may be two days; with «kl.», or with these minutes, it is a time.
    (rf"(?:{_KL}(?P<h>[0-9]{{1,2}}),(?P<m>[0-9]{{2}})|(?P<h2>[0-9]{{1,2}}),(?P<m2>00|30|45))",
     lambda found: _clock(found[0], found["h"] or found["h2"], found["m"] or found["m2"])),
    (rf"(?P<kl>{_KL})?(?P<hour>{HOUR_WORD}) (?:og )?(?P<minute>{MINUTE_WORD})", _minutes_behind),
    (rf"{_AT}?(?P<hour>[0-9]{{1,2}})[:](?P<minute>[0-9]{{2}})",
     lambda found: _clock(found[0], found["hour"], found["minute"])),
    (rf"{_AT}(?P<hour>[0-9]{{1,2}})[.](?P<minute>[0-9]{{2}})",
     lambda found: _clock(found[0], found["hour"], found["minute"])),
    # What comes after the hour can be no other hour, and no day of a month that is named.
    (rf"{_AT}?(?P<hour>[0-9]{{1,2}}) (?P<minute>2[4-9]|[3-5][0-9])"
     rf"(?![.:/\w-]| (?:{'|'.join(MONTHS_SAID)})\b)",
     lambda found: _clock(found[0], found["hour"], found["minute"])),
    (rf"(?:(?P<kl>{_KL})|{_ABOUT})?(?P<digits>[0-9]{{3,4}})", _digits),
    (rf"{_AT}?(?P<n>kvart(?:er)?|{NUMBER})(?: minutt(?:er|ar)?| min\b\.?)? (?P<way>over|på) "
     rf"(?P<halv>halv )?(?P<hour>{NUMBER})", _spoken),
    (rf"{_AT}?(?P<n>)(?P<way>)(?P<halv>halv )(?P<hour>{NUMBER})(?:{_AROUND})?", _spoken),
    (rf"{_AT}?(?P<hour>[0-9]{{1,2}})(?:{_AROUND})?", _hour),
    (rf"(?P<name>{'|'.join(SHORT_DAYS)})(?P<stop>\.)?(?!{_AROUND})", _short_day),
    (rf"(?:{_KL}(?P<any>{WORD})|{_AT}?(?P<hour>{HOUR_WORD}))(?:{_AROUND})?", _hour_word),
    ("i ettermiddag", lambda _: (Ahead(named=True), Part.afternoon)),
    ("i (?:formiddag|føremiddag)", lambda _: (Ahead(named=True), Part.forenoon)),
    ("i kveld", lambda _: (Ahead(named=True), Part.evening)),
    ("sommertid|sommartid", lambda _: ClockSeason.sommertid),
    ("vintertid", lambda _: ClockSeason.vintertid),
)  # fmt: skip


def _full_stop(found: re.Match[str]) -> Piece:
    day, month = found["d"] or found["d2"], found["m"] or found["m2"]
    if int(month) > 12 and int(day) < 24 and not found["d"]:
        return _clock(found[0], day, month)  # "14.30." ends a sentence
    return date_of(found[0], day, month, None)


def _weekday(found: re.Match[str]) -> tuple[Piece, ...]:
    day = SHORT_DAYS.get(found["name"]) or Weekday(index(WEEKDAYS_SAID, found["name"]))
    return (day, Week(ahead=1)) if "neste" in (found["next"] or "") else (day,)


def _part(part: Part) -> _Reader:
    return lambda _: part


_NAMED_DAY: Final = (
    r"(?:(?:på|til|nå|no|nå på|no på|denne|kommende|førstkommende|førstkomande) )?(?P<next>neste )?"
    rf"(?P<name>{'|'.join(WEEKDAYS_SAID)})(?:(?<=dag)(?:en|s))?(?!\w)\.?"
    "(?: førstkomm?[ae]nde)?"
)
_PREFIXED_SHORT_DAY: Final = (
    r"(?P<next>(?:(?:på|denne|kommende|førstkommende|førstkomande) |neste )+)"
    rf"(?P<name>{'|'.join(SHORT_DAYS)})(?!\w)\.?"
)
_PIECES: Final = tuple(
    (re.compile(rf"(?:{pattern})(?!\w)"), reader)
    for pattern, reader in (
        *_BY_HAND,
        (_NAMED_DAY, _weekday),
        (_PREFIXED_SHORT_DAY, _weekday),
        *((pattern, _part(part)) for pattern, part in _PARTS.items()),
    )
)
_PAUSE: Final = re.compile(r"(?:[,;.!?–-]+(?= |$)|(?<= )presis\b| )+")
_UNKNOWN: Final = re.compile(r"[^ ]+")


def hear(text: str) -> tuple[Heard, ...]:
    """The pieces of a text in lower case with single spaces; `MomentProblem` names what is none."""
    heard: list[Heard] = []
    unknown: list[str] = []
    at = 0
    while at < len(text):
        found, pieces = _piece_at(text, at)
        heard += (Heard(piece, found[0].strip()) for piece in pieces)
        unknown += () if pieces or _PAUSE.fullmatch(found[0]) else (found[0],)
        at = found.end()
    if unknown:
        code = "M-WORDS" if heard else "M-UNKNOWN"
        rest = " ".join(one.typed for one in heard)
        meant = as_meant(text, unknown)
        raise MomentProblem(code, words=" ".join(unknown), typed=text, rest=rest, meant=meant)
    return tuple(heard)


def _piece_at(text: str, at: int) -> tuple[re.Match[str], tuple[Piece, ...]]:
    for pattern, reader in _PIECES:
        if found := pattern.match(text, at):
            pieces = reader(found)
            return found, pieces if isinstance(pieces, tuple) else (pieces,)
    found = _PAUSE.match(text, at) or _UNKNOWN.match(text, at)
    if found is None:
        raise AssertionError("every character is a space or not")
    return found, ()
