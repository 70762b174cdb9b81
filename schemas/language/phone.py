"""Telephone numbers: as people in Norway write them, as they are stored, as they are shown.

Stored is the international form ("+4722334455"), or the five digits of a Norwegian short number.
Only what cannot be dialled is refused: an unlikely number is still the one the respondent gave.
What is known of foreign numbers is loaded with the first of them: it takes a while, and the first
list on the screen rarely has one.
"""

import re
from typing import Final

from schemas.language.messages import FOREIGN_DIGITS, AnswerProblem, Message

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
        raise AnswerProblem(PHONE_TWO)
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
        raise AnswerProblem(PHONE_LENGTH, count=len(number))
    if number[0] in "01":
        raise AnswerProblem(PHONE_START)
    return f"+47{number}"


def _foreign(dialled: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(dialled, None)
    except phonenumbers.NumberParseException as error:
        unknown = error.error_type == phonenumbers.NumberParseException.INVALID_COUNTRY_CODE
        raise AnswerProblem(PHONE_COUNTRY if unknown else PHONE_FOREIGN) from None
    if not phonenumbers.is_possible_number(number):
        raise AnswerProblem(PHONE_FOREIGN)
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
        return AnswerProblem(FOREIGN_DIGITS)
    numbers = [within for within in _NUMBER_WITHIN.findall(bare) if _is_number(_dialled(within))]
    if len(numbers) == 1:
        return AnswerProblem(PHONE_ONLY, guess=numbers[0])
    if not any(char.isdigit() for char in dialled):
        return AnswerProblem(NO_PHONE)
    return AnswerProblem(PHONE_SIGN, sign=_first_odd(dialled))


def _first_odd(dialled: str) -> str:
    return re.sub(r"^\+?[0-9]*", "", dialled)[0]


def is_phone(value: str) -> bool:
    """Whether it is a number in the form in which numbers are stored."""
    # The library looks for a number anywhere in a text; only the bare form is stored.
    bare = re.fullmatch(r"\+[0-9]{5,17}", value) and _is_possible(value)
    return bool(bare or _SHORT.fullmatch(value))


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
    if found := re.fullmatch(r"\+47([2-9][0-9]{7})", stored):
        return _grouped(found[1])
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


# ── What is said ─────────────────────────────────────────────────────────────────────────────────

NO_PHONE: Final = Message(
    "A-PHONE",
    "Skriv et telefonnummer, for eksempel 22 33 44 55.",
    "Skriv eit telefonnummer, til dømes 22 33 44 55.",
    "Write a telephone number, for example 22 33 44 55.",
)
PHONE_LENGTH: Final = Message(
    "A-PHONE-LENGTH",
    "Norske numre har 8 sifre, dette har {count}. Utenlandske skrives med + først.",
    "Norske nummer har 8 siffer, dette har {count}. Utanlandske skriv ein med + først.",
    "Norwegian numbers have 8 digits, this has {count}. Begin foreign ones with +.",
)
PHONE_START: Final = Message(
    "A-PHONE-START",
    "Norske numre med 8 sifre begynner med 2–9. Se på det første sifferet.",
    "Norske nummer med 8 siffer byrjar med 2–9. Sjå på det første sifferet.",
    "Norwegian 8-digit numbers begin with 2–9. Look at the first digit.",
)
PHONE_SIGN: Final = Message(
    "A-PHONE-SIGN",
    "Skriv bare sifre; «{sign}» kan ikke slås. Internnummer hører til i merknaden.",
    "Skriv berre siffer; «{sign}» kan ikkje slåast. Internnummer skriv du i merknaden.",
    "Write digits only; “{sign}” cannot be dialled. Extensions go in the remark.",
)
PHONE_ONLY: Final = Message(
    "A-PHONE-ONLY",
    "Skriv bare nummeret: {guess}",
    "Skriv berre nummeret: {guess}",
    "Write the number alone: {guess}",
)
PHONE_TWO: Final = Message(
    "A-PHONE-TWO",
    "Her står det to numre. Skriv ett, og det andre i merknaden (F4).",
    "Her står det to nummer. Skriv eitt, og det andre i merknaden (F4).",
    "There are two numbers. Write one, and the other in the remark (F4).",
)
PHONE_COUNTRY: Final = Message(
    "A-PHONE-COUNTRY",
    "Landkoden finnes ikke. Kontroller sifrene etter +.",
    "Landkoden finst ikkje. Kontroller siffera etter +.",
    "There is no such country code. Check the digits after +.",
)
PHONE_FOREIGN: Final = Message(
    "A-PHONE-FOREIGN",
    "Nummeret er for kort eller for langt for landet. Les det opp og tell sifrene.",
    "Nummeret er for kort eller for langt for landet. Les det opp og tel siffera.",
    "The number is too short or too long for its country. Read it back and count.",
)
