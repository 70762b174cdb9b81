"""One telephone number as its keys are pressed: whether somebody may have it, how it is stored."""

import re
from typing import Final

from schemas.language.messages import AnswerProblem
from schemas.language.phone_messages import (
    PHONE_COUNTRY,
    PHONE_FOREIGN,
    PHONE_LENGTH,
    PHONE_START,
)

_LOOKS: Final = re.compile(r"[ \u00a0\u2000-\u200a\u202f().\-\u2010-\u2015−/]")
DIALLED: Final = re.compile(r"\+?[0-9]+")
SHORT: Final = re.compile("0[1-9][0-9]{3}|116[0-9]{3}")
"""A company's own (00 begins a foreign number), and the help lines that Europe shares."""


_DATE: Final = re.compile(
    r"(19|20)\d\d-(0\d|1[012])-[0-3]\d(T.*)?|[0-3]?\d\.(0?\d|1[012])\.(19|20)\d\d"
)


def is_date(bare: str) -> bool:
    """Whether it is a day, as a spreadsheet or somebody in Norway writes one: eight digits, too."""
    return bool(_DATE.fullmatch(bare.strip()))


def keys_of(bare: str) -> str:
    """The number as keys are pressed, with + for the international prefix 00."""
    pressed = _LOOKS.sub("", re.sub(r"\( *0 *\)", "", bare))
    return re.sub("^00", "+", pressed)


def _national(keys: str) -> str | None:
    """The Norwegian number in `keys`; nothing when it is foreign."""
    if keys.startswith("+"):
        return keys[3:] if keys.startswith("+47") else None
    # Switchboards' web pages often have 47 first, without the plus.
    return keys[2:] if re.fullmatch("47[0-9]{8}", keys) else keys


def stored(keys: str) -> str:
    """What is pressed in the form in which it is stored; `AnswerProblem` when nobody has it."""
    norwegian = _national(keys)
    return _foreign(keys) if norwegian is None else _norwegian(norwegian)


def is_number(keys: str) -> bool:
    """Whether somebody may have it."""
    try:
        return bool(DIALLED.fullmatch(keys) and stored(keys))
    except AnswerProblem:
        return False


def _norwegian(number: str) -> str:
    if SHORT.fullmatch(number):
        return number
    if len(number) != 8:
        raise AnswerProblem(PHONE_LENGTH, count=len(number))
    if number[0] in "01":
        raise AnswerProblem(PHONE_START)
    return f"+47{number}"


def _foreign(keys: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(keys, None)
    except phonenumbers.NumberParseException as error:
        unknown = error.error_type == phonenumbers.NumberParseException.INVALID_COUNTRY_CODE
        raise AnswerProblem(PHONE_COUNTRY if unknown else PHONE_FOREIGN) from None
    if not phonenumbers.is_possible_number(number):
        raise AnswerProblem(PHONE_FOREIGN)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
