"""The words in which people in Norway say a time, and what each of them tells.

A typed text is read from left to right, a piece at a time, in any order: a day, a weekday, a week,
a clock time, a part of the day.  Nothing is passed over: what is no piece is named in a problem.
"""

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from schemas.calls.moments.moment_problems import MomentProblem
from schemas.calls.moments.pieces import (
    Ahead,
    Clock,
    ClockSeason,
    DayOfMonth,
    Either,
    Heard,
    Later,
    OnDate,
    Part,
    Piece,
    Week,
    Weekday,
)
from schemas.language.numerals import MONTHS

# ── Numbers and names ────────────────────────────────────────────────────────────────────────────

_NUMBERS: Final = {
    "en": 1, "ett": 1, "et": 1, "ei": 1, "ein": 1, "eit": 1, "eitt": 1, "to": 2, "tre": 3,
    "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9, "ti": 10,
    "elleve": 11, "tolv": 12, "fjorten": 14, "femten": 15, "tjue": 20, "tretti": 30, "førti": 40,
}  # fmt: skip
_WEEKDAYS: Final = (
    "mandag|måndag|mand|man|mån", "tirsdag|tysdag|tirs|tir|tys", "onsdag|onsd|ons",
    "torsdag|torsd|tors|tor", "fredag|fred|fre", "lørdag|laurdag|lør|lau",
    "søndag|sundag|søn",
)  # fmt: skip
_MONTHS: Final = tuple(f"{name}|{name[:4]}|{name[:3]}" for name in MONTHS)

_WORD: Final = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_N: Final = rf"(?:[0-9]{{1,3}}|(?:{_WORD})\b)"
_KL: Final = r"(?:(?:ca\b\.?|(?:cirka|omtrent|rundt)\b) ?)?(?:kl\b\.? ?|kl(?=[0-9])|klokk(?:a|en) )"
_WEEK_WORD: Final = "(?:uke|uken|uka|veke|veka)"


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _index(names: tuple[str, ...], word: str) -> int:
    return next(at for at, forms in enumerate(names) if word in forms.split("|"))


# ── Durations ────────────────────────────────────────────────────────────────────────────────────

_UNITS: Final = {
    "minutt(?:er|ar)?|min|m": "minute", "kvarter": "quarter", "timer|timar|time|t": "hour",
    "virkedag(?:er|ar)?|virkedøgn|arbeidsdag(?:er|ar)?": "workday", "dag(?:er|ar)?|døgn": "day",
    "uker|uke|veker|veke": "week", "måned(?:er)?|månad(?:er|ar)?": "month",
}  # fmt: skip
_MINUTES: Final = {"minute": 1, "quarter": 15, "hour": 60}
_HALF: Final = "halvannen|halvanna|halvtanna|(?:(?:en|ein|ei|et|eit) )?halv"
_AND_A_HALF: Final = " og (?:(?:en|ein|ei) )?halv|,5|½"
_AMOUNT: Final = rf"(?:(?P<half>{_HALF}) ?|(?P<n>{_N})(?P<more>{_AND_A_HALF})? ?)"
_STRETCH: Final = re.compile(rf"{_AMOUNT}(?P<unit>{'|'.join(_UNITS)})(?!\w)\.?")
_STRETCHES: Final = re.sub(r"\?P<\w+>", "?:", _STRETCH.pattern)


def _ahead(found: re.Match[str]) -> Piece:
    totals: dict[str, float] = {}
    for stretch in _STRETCH.finditer(found[0], len("om ")):
        unit = next(name for form, name in _UNITS.items() if re.fullmatch(form, stretch["unit"]))
        totals[unit] = totals.get(unit, 0) + _amount(stretch)
    if totals.keys() <= _MINUTES.keys():
        return Later(round(sum(_MINUTES[unit] * count for unit, count in totals.items())))
    return _days_ahead(found[0], totals)


def _amount(stretch: re.Match[str]) -> float:
    if half := stretch["half"]:
        return 0.5 if half.endswith("halv") else 1.5
    return _number(stretch["n"]) + (0.5 if stretch["more"] else 0)


def _days_ahead(typed: str, totals: dict[str, float]) -> Ahead:
    if totals.keys() & _MINUTES.keys() or any(count % 1 for count in totals.values()):
        raise MomentProblem("M-WORDS", ("om to dager kl. 10", "om en uke kl. 10"), words=typed)
    days = int(totals.get("day", 0) + 7 * totals.get("week", 0))
    return Ahead(days, int(totals.get("month", 0)), int(totals.get("workday", 0)))


# ── Dates ────────────────────────────────────────────────────────────────────────────────────────


def _named_date(found: re.Match[str]) -> Piece:
    month = _index(_MONTHS, found["month"]) + 1
    return _date(found[0], found["day"], str(month), found["year"])


def _date(typed: str, day: str, month: str, year: str | None) -> OnDate:
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
        raise MomentProblem("M-DATE", ("12.3. kl. 9", "12. mars kl. 9"), typed=typed)
    whole_year = None if year is None else int(year) + (2000 if len(year) == 2 else 0)
    return OnDate(int(day), int(month), whole_year)


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
    minutes = (15 if found["n"] == "kvart" else _number(found["n"])) if found["n"] else 0
    offset = (-minutes if found["way"] == "på" else minutes) - (30 if found["halv"] else 0)
    hour = _number(found["hour"])
    if hour > 24 or minutes > (14 if found["halv"] else 29):
        raise MomentProblem("M-CLOCK", ("halv to", "kvart over ti"), typed=found[0])
    exact = hour > 12
    total = (hour * 60 + offset) % (24 * 60 if exact else 12 * 60)
    # Half past twelve is 12.30 by day, though it is half an hour into the clock's new round.
    return Clock(total // 60 or (0 if exact else 12), total % 60, exact)


def _hour(found: re.Match[str]) -> Piece:
    return _clock(found[0], found["hour"])


def _hour_word(found: re.Match[str]) -> Piece:
    return _clock(found[0], str(_NUMBERS[found["hour"]]))


# ── All pieces ───────────────────────────────────────────────────────────────────────────────────

_Reader: TypeAlias = Callable[[re.Match[str]], Piece | tuple[Piece, ...]]
_PARTS: Final = {
    r"(?:tidlig |om |på )*(?:morgenen|morgonen|morgen|morgon|morran)": Part.morning,
    "tidlig|tidleg": Part.morning,
    "(?:om |på |utpå )?(?:formiddag|føremiddag)(?:en)?": Part.forenoon,
    "(?:rett )?før lunsj": Part.before_lunch,
    "midt på dagen": Part.midday,
    "(?:rett )?etter lunsj": Part.after_lunch,
    "(?:om |på |utpå )?ettermiddag(?:en)?": Part.afternoon,
    "(?:om |på )?kveld(?:en)?": Part.evening,
    "(?:om )?natt(?:en|a)?": Part.night,
}
_BY_HAND: Final[tuple[tuple[str, _Reader], ...]] = (
    (rf"om {_STRETCHES}(?:(?: og|,)? {_STRETCHES})*", _ahead),
    ("i ?dag", lambda _: Ahead(named=True)),
    ("i ?(?:morgen|morgon|morra)", lambda _: Ahead(1, named=True)),
    ("(?:i ?)?overmorg[eo]n", lambda _: Ahead(2, named=True)),
    (f"(?:i )?(?:neste|kommende) {_WEEK_WORD}", lambda _: Week(ahead=1)),
    (f"(?:i )?denne {_WEEK_WORD}", lambda _: Week(ahead=0)),
    (rf"(?:i )?{_WEEK_WORD} (?P<number>[0-9]{{1,2}})", lambda found: Week(int(found["number"]))),
    (r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})",
     lambda found: _date(found[0], found["d"], found["m"], found["y"])),
    (rf"(?:den )?(?P<day>[0-9]{{1,2}})\.? ?(?P<month>{'|'.join(_MONTHS)})(?!\w)\.?"
     r"(?: (?P<year>20[0-9]{2})(?![:.]))?", _named_date),
    (r"(?:den )?(?P<d>[0-9]{1,2})(?:\.|/)(?P<m>[0-9]{1,2})(?:\.|/|-)(?P<y>[0-9]{4}|[0-9]{2})",
     lambda found: _date(found[0], found["d"], found["m"], found["y"])),
    (r"(?:den )?(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})\.?",
     lambda found: _date(found[0], found["d"], found["m"], None)),
    (r"den (?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.?|"
     r"(?P<d2>[0-9]{1,2})\. ?(?P<m2>[0-9]{1,2})\.(?=[ ,]|$)",
     lambda found: _full_stop(found)),
    (r"(?P<d>[0-9]{1,2})\.(?P<m>[0-9])",
     lambda found: _date(found[0], found["d"], found["m"], None)),
    (r"(?P<first>[0-9]{1,2})\.(?P<second>[0-9]{2})", _dotted),
    (r"den (?P<d>[0-9]{1,2})\.?(?= |$)", lambda found: DayOfMonth(int(found["d"]), True)),
    (r"(?P<d>[0-9]{1,2})\.(?= [^0-9]|$)", lambda found: DayOfMonth(int(found["d"]), False)),
    (rf"(?:{_KL})?(?P<hour>[0-9]{{1,2}})[:](?P<minute>[0-9]{{2}})",
     lambda found: _clock(found[0], found["hour"], found["minute"])),
    (rf"{_KL}(?P<hour>[0-9]{{1,2}})[.](?P<minute>[0-9]{{2}})",
     lambda found: _clock(found[0], found["hour"], found["minute"])),
    (rf"(?P<kl>{_KL})?(?P<digits>[0-9]{{3,4}})", _digits),
    (rf"(?:{_KL})?(?P<n>kvart|{_N})(?: minutt(?:er|ar)?| min\b\.?)? (?P<way>over|på) "
     rf"(?P<halv>halv )?(?P<hour>{_N})", _spoken),
    (rf"(?:{_KL})?(?P<n>)(?P<way>)(?P<halv>halv )(?P<hour>{_N})", _spoken),
    (rf"(?:{_KL})?(?P<hour>[0-9]{{1,2}})", _hour),
    (rf"(?:{_KL})?(?P<hour>{_WORD})", _hour_word),
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
    return _date(found[0], day, month, None)


def _weekday(found: re.Match[str]) -> tuple[Piece, ...]:
    day = Weekday(_index(_WEEKDAYS, found["name"]))
    return (day, Week(ahead=1)) if found["next"] else (day,)


def _part(part: Part) -> _Reader:
    return lambda _: part


_NAMED_DAY: Final = (
    r"(?:(?:på|til|nå|no|nå på|no på|denne|kommende|førstkommende|førstkomande) )?(?P<next>neste )?"
    rf"(?P<name>{'|'.join(_WEEKDAYS)})(?!\w)\.?"
)
_PIECES: Final = tuple(
    (re.compile(rf"(?:{pattern})(?!\w)"), reader)
    for pattern, reader in (
        *_BY_HAND,
        (_NAMED_DAY, _weekday),
        *((pattern, _part(part)) for pattern, part in _PARTS.items()),
    )
)
_BETWEEN: Final = re.compile(r"(?:[,;.!]+(?= |$)| )+")
_UNKNOWN: Final = re.compile(r"[^ ]+")


def hear(text: str) -> tuple[Heard, ...]:
    """The pieces of a text in lower case with single spaces; `MomentProblem` names what is none."""
    heard: list[Heard] = []
    unknown: list[str] = []
    at = 0
    while at < len(text):
        found, pieces = _piece_at(text, at)
        heard += (Heard(piece, found[0].strip()) for piece in pieces)
        unknown += () if pieces or _BETWEEN.fullmatch(found[0]) else (found[0],)
        at = found.end()
    if unknown:
        code = "M-WORDS" if heard else "M-UNKNOWN"
        raise MomentProblem(code, words=" ".join(unknown), typed=text)
    return tuple(heard)


def _piece_at(text: str, at: int) -> tuple[re.Match[str], tuple[Piece, ...]]:
    for pattern, reader in _PIECES:
        if found := pattern.match(text, at):
            pieces = reader(found)
            return found, pieces if isinstance(pieces, tuple) else (pieces,)
    found = _BETWEEN.match(text, at) or _UNKNOWN.match(text, at)
    if found is None:
        raise AssertionError("every character is a space or not")
    return found, ()
