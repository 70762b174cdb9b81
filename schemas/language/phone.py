"""Telephone numbers: as people in Norway write them, as they are stored, as they are shown.

Stored is the international form ("+4722334455"), or the five digits of a Norwegian short number.
Only what cannot be dialled is refused: an unlikely number is still the one the respondent gave.
"""

import re
from typing import Final

import phonenumbers

from schemas.questionnaire.messages import AnswerProblem

_LABEL: Final = re.compile(
    r"(?:tel|tlf|telefon|mob|mobil|mobiltelefon|sentralbord|nummer|nr)\b[.:]* *", re.IGNORECASE
)
_LOOKS: Final = re.compile(r"[ \u00a0\u2000-\u200a\u202f().\-\u2010-\u2015−/]")
_DIALLED: Final = re.compile(r"\+?[0-9]+")
_BETWEEN: Final = re.compile(r"[/,;&|]|\b(?:eller|og|or|and)\b|(?<=[0-9)]) *(?=\+)", re.IGNORECASE)
_NUMBER_WITHIN: Final = re.compile(r"\+?[0-9](?:[ .\-]?[0-9])+")
_SHORT: Final = re.compile("0[1-9][0-9]{3}")  # 00 begins a foreign number


def read_phone(typed: str) -> str:
    """The number in the form that is stored.

    >>> read_phone("tlf. 22 33 44 55")
    '+4722334455'
    """
    bare = _without_label(typed)
    dialled = _dialled(bare)
    if _two_numbers(bare, dialled):
        raise AnswerProblem("A-PHONE-TWO")
    if not _DIALLED.fullmatch(dialled):
        raise _cannot_be_dialled(bare, dialled)
    norwegian = _national(dialled)
    return _foreign(dialled) if norwegian is None else _norwegian(norwegian)


def _without_label(typed: str) -> str:
    while (label := _LABEL.match(typed)) and label.end() < len(typed):
        typed = typed[label.end() :]
    return typed


def _dialled(bare: str) -> str:
    """The number as keys are pressed, with + for the international prefix 00."""
    keys = _LOOKS.sub("", re.sub(r"\( *0 *\)", "", bare))
    return re.sub("^00", "+", keys)


def _national(dialled: str) -> str | None:
    """The Norwegian number in `dialled`; nothing when it is foreign."""
    if dialled.startswith("+"):
        return dialled[3:] if dialled.startswith("+47") else None
    # Switchboards' web pages often have 47 first, without the plus.
    return dialled[2:] if re.fullmatch("47[0-9]{8}", dialled) else dialled


def _norwegian(number: str) -> str:
    if _SHORT.fullmatch(number):
        return number
    if len(number) != 8:
        raise AnswerProblem("A-PHONE-LENGTH", count=len(number))
    if number[0] in "01":
        raise AnswerProblem("A-PHONE-START")
    return f"+47{number}"


def _foreign(dialled: str) -> str:
    try:
        number = phonenumbers.parse(dialled, None)
    except phonenumbers.NumberParseException as error:
        unknown = error.error_type == phonenumbers.NumberParseException.INVALID_COUNTRY_CODE
        raise AnswerProblem("A-PHONE-COUNTRY" if unknown else "A-PHONE-FOREIGN") from None
    if not phonenumbers.is_possible_number(number):
        raise AnswerProblem("A-PHONE-FOREIGN")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _two_numbers(bare: str, dialled: str) -> bool:
    parts = [_dialled(_without_label(part.strip())) for part in _BETWEEN.split(bare)]
    return sum(map(_is_number, parts)) > 1 or bool(re.fullmatch("(?:[2-9][0-9]{7}){2}", dialled))


def _is_number(dialled: str) -> bool:
    try:
        national = _national(dialled) if _DIALLED.fullmatch(dialled) else ""
        return bool(_foreign(dialled) if national is None else _norwegian(national))
    except AnswerProblem:
        return False


def _cannot_be_dialled(bare: str, dialled: str) -> AnswerProblem:
    if any(char.isdigit() and not char.isascii() for char in dialled):
        return AnswerProblem("A-DIGITS")
    numbers = [within for within in _NUMBER_WITHIN.findall(bare) if _is_number(_dialled(within))]
    if len(numbers) == 1:
        return AnswerProblem("A-PHONE-ONLY", guess=numbers[0])
    if not any(char.isdigit() for char in dialled):
        return AnswerProblem("A-PHONE")
    return AnswerProblem("A-PHONE-SIGN", sign=_first_odd(dialled))


def _first_odd(dialled: str) -> str:
    return re.sub(r"^\+?[0-9]*", "", dialled)[0]


# ── Showing ──────────────────────────────────────────────────────────────────────────────────────


def show_phone(stored: str) -> str:
    """The number grouped as it is usually read aloud.

    >>> show_phone("+4791822334")
    '918 22 334'
    """
    if found := re.fullmatch(r"\+47([2-9][0-9]{7})", stored):
        return _grouped(found[1])
    try:
        number = phonenumbers.parse(stored, None)
    except phonenumbers.NumberParseException:
        return stored
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _grouped(number: str) -> str:
    if re.match("4|59|8[01]|9", number):  # mobiles, free and shared-cost numbers
        return f"{number[:3]} {number[3:5]} {number[5:]}"
    return " ".join(number[at : at + 2] for at in range(0, 8, 2))
