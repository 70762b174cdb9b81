"""Telephone numbers: as people in Norway write them, as they are stored, as they are shown.

Stored is the international form ("+4722334455"), or the digits of a Norwegian short number: five
("02800"), or the six of a help line ("116117").
Only what cannot be dialled is refused: an unlikely number is still the one the respondent gave.
What is known of foreign numbers is loaded with the first of them: it takes a while, and the first
list on the screen rarely has one.
"""

import re
from typing import Final

from schemas.language.dialling import DIALLED, SHORT, is_date, is_number, keys_of, stored
from schemas.language.messages import FOREIGN_DIGITS, AnswerProblem
from schemas.language.phone_messages import (
    NO_PHONE,
    PHONE_DATE,
    PHONE_FAX,
    PHONE_ONLY,
    PHONE_SIGN,
    PHONE_TWO,
)

_LABEL: Final = re.compile(
    r"(?:(?:tel|tlf|telefon|telefonnummer|telefonnr|mob|mobil|mobiltelefon|mobilnummer|mobilnr"
    r"|sentralbord|sentralbordet|vakttelefon|direkte|nummer|nr)\b|[tm](?=:))[.:]* *",
    re.IGNORECASE,
)


_NORWEGIAN: Final = re.compile(r"\+47([2-9][0-9]{7})")
"""Of the usual length: whatever follows, it can be dialled."""


def read_phone(typed: str) -> str:
    """The number in the form that is stored.

    >>> read_phone("tlf. 22 33 44 55")
    '+4722334455'
    """
    bare = _without_label(typed)
    if is_date(bare):
        raise AnswerProblem(PHONE_DATE)
    keys = keys_of(bare)
    if is_number(keys):
        return stored(keys)
    from schemas.language.phones_within import is_fax, phones_within  # most are one number

    within = phones_within(typed)
    if len(within) > 1:
        raise AnswerProblem(PHONE_TWO)
    if within:
        raise AnswerProblem(PHONE_ONLY, guess=show_phone(stored(within[0])))
    if is_fax(typed):
        raise AnswerProblem(PHONE_FAX)
    if DIALLED.fullmatch(keys):
        return stored(keys)  # and says why it is none
    raise _cannot_be_dialled(keys)


def _without_label(typed: str) -> str:
    while (label := _LABEL.match(typed)) and label.end() < len(typed):
        typed = typed[label.end() :]
    return typed


def _cannot_be_dialled(keys: str) -> AnswerProblem:
    if any(char.isdigit() and not char.isascii() for char in keys):
        return AnswerProblem(FOREIGN_DIGITS)
    if not any(char.isdigit() for char in keys):
        return AnswerProblem(NO_PHONE)
    return AnswerProblem(PHONE_SIGN, sign=_first_odd(keys))


def _first_odd(keys: str) -> str:
    return re.sub(r"^\+?[0-9]*", "", keys)[0]


def is_phone(value: str) -> bool:
    """Whether it is a number in the form in which numbers are stored."""
    # The library looks for a number anywhere in a text; only the bare form is stored.
    if _NORWEGIAN.fullmatch(value) or SHORT.fullmatch(value):
        return True
    return bool(re.fullmatch(r"\+[0-9]{5,17}", value)) and _is_possible(value)


def _is_possible(number: str) -> bool:
    import phonenumbers

    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(number, None))
    except phonenumbers.NumberParseException:
        return False


# ── Showing ──────────────────────────────────────────────────────────────────────────────────────


def show_phone(stored: str) -> str:
    """The number grouped as it is usually read aloud.

    >>> show_phone("+4791822334")
    '918 22 334'
    """
    if found := _NORWEGIAN.fullmatch(stored):
        return _grouped(found[1])
    if SHORT.fullmatch(stored):
        return f"{stored[:3]} {stored[3:]}" if len(stored) == 6 else stored
    import phonenumbers

    try:
        number = phonenumbers.parse(stored, None)
    except phonenumbers.NumberParseException:
        return stored
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _grouped(number: str) -> str:
    if re.match("4|59|8[01]|9", number):  # mobiles, free and shared-cost numbers
        return f"{number[:3]} {number[3:5]} {number[5:]}"
    return " ".join(number[at : at + 2] for at in range(0, 8, 2))
