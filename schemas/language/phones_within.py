"""The telephone numbers within a text, as municipalities' pages and people's signatures have them.

22 33 44 55 el. 918 22 334 · Tlf: 22 33 44 55, mob: 918 22 334 · Telefon … / Faks … · 22 33 44 55/56
"""

import re
from typing import Final

from schemas.language.dialling import is_date, is_number, keys_of

_SPACE: Final = r"[ .\-\u00a0\u2000-\u200a\u202f\u2010-\u2015−]"
_COUNTRY: Final = r"\( *\+? *[0-9]{1,3} *\) *|\+ *"
_RUN: Final = re.compile(
    rf"(?<![0-9+])(?:{_COUNTRY})?[0-9](?:{_SPACE}?(?:\(0\){_SPACE}?)?[0-9])+(?![0-9])"
)
_TWICE: Final = re.compile("((?:[+]?47)?[2-9][0-9]{7})((?:[+]?47)?[2-9][0-9]{7})")
"""Two numbers with nothing but a space between them, or not even that."""

_FAX: Final = re.compile(r"\b(?:(?:tele)?fa(?:ks|x)\w*\b|f(?=:))", re.IGNORECASE)
_FAX_BEFORE: Final = re.compile(rf"(?:{_FAX.pattern})[^0-9+,;/|(]*\(?$", re.IGNORECASE)
_FAX_AFTER: Final = re.compile(r" *\( *(?:tele)?fa(?:ks|x)[^0-9)]*\)", re.IGNORECASE)
_LABEL: Final = re.compile(r"\b(?:tlf|tel|telefon|mobil|mob|nr|nummer)[.: ]*$", re.IGNORECASE)
_AROUND: Final = " ,;:.()/–-"
_AND_ON: Final = re.compile(r"(.*[0-9]) ?[-\u2010-\u2015−] ?[0-9]{2}")
"""«22 33 44 55-56»: the first of a row of numbers."""


def phones_within(text: str) -> tuple[str, ...]:
    """The numbers in `text` as their keys are pressed, in order, without those of fax machines.

    >>> phones_within("Faks 22 33 44 56, tlf. 22 33 44 55 eller 918 22 334")
    ('22334455', '91822334')
    """
    runs = [run for run in _RUN.finditer(text) if not _is_fax(text, run)]
    numbers = (number for run in runs for number in _numbers(run[0]))
    return tuple(dict.fromkeys(numbers))


def phone_within(text: str) -> tuple[str, str] | None:
    """The one number in `text` as it stands there, and the words around it; None where there is
    none, more than one, or no word.

    >>> phone_within("Hilde Ås, tlf. 95 11 22 33")
    ('95 11 22 33', 'Hilde Ås')
    """
    runs = [run for run in _RUN.finditer(text) if _numbers(run[0])]
    if len(runs) != 1:
        return None
    before, after = text[: runs[0].start()], text[runs[0].end() :]
    words = (_LABEL.sub("", before).strip(_AROUND), after.strip(_AROUND))
    rest = " ".join(filter(None, words))
    return (runs[0][0], rest) if any(map(str.isalpha, rest)) else None


def is_fax(text: str) -> bool:
    """Whether a number in `text` is said to be that of a fax machine."""
    return any(_is_fax(text, run) for run in _RUN.finditer(text))


def _is_fax(text: str, run: re.Match[str]) -> bool:
    before = _FAX_BEFORE.search(text, max(0, run.start() - 40), run.start())
    return bool(before or _FAX_AFTER.match(text, run.end()))


def _numbers(run: str) -> tuple[str, ...]:
    if is_date(run):
        return ()
    keys = keys_of(run)
    if is_number(keys):
        return (keys,)
    row = _AND_ON.fullmatch(run)
    if row and is_number(keys_of(row[1])):
        return (keys_of(row[1]),)
    twice = _TWICE.fullmatch(keys)
    return twice.groups() if twice else ()
