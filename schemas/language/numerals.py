"""Numbers, years and months as Norwegians write them, and numbers as they are shown.

Every reader takes a cleaned line and gives a number, or raises `AnswerProblem`.  Only what can be
meant in one way is taken; of everything else the message says what to write, often as a guess.
"""

import re
import unicodedata
from decimal import Decimal
from typing import Final

from schemas.language.dates import MONTHS
from schemas.language.messages import FOREIGN_DIGITS, MEANT, AnswerProblem, Message

MOST_DIGITS: Final = 15
"""No answer needs more, SPSS and Excel keep no more, and Python balks at thousands."""

MOST_DECIMALS: Final = 2

_SPACE: Final = "[ \u00a0\u2000-\u200a\u202f]"
_WHOLE: Final = re.compile(
    rf"([-−]?)([0-9]+|[1-9][0-9]{{0,2}}(?:(?:{_SPACE}[0-9]{{3}})+|(?:\.[0-9]{{3}})+))"
)
_DECIMAL: Final = re.compile(rf"{_WHOLE.pattern}(?:,([0-9]+))?|([-−]?)([0-9]+)\.([0-9]+)")
_TWO_WAYS: Final = re.compile(r"[-−]?[1-9][0-9]{0,2}([.,])[0-9]{3}")
_NUMBER_WITHIN: Final = re.compile(rf"[0-9]+(?:{_SPACE}[0-9]{{3}}|\.[0-9]{{3}})*(?:[.,][0-9]+)?")
_YEAR_WITHIN: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SPELT: Final = {
    "null": 0, "ingen": 0, "inga": 0, "en": 1, "ett": 1, "ei": 1, "ein": 1, "eitt": 1, "to": 2,
    "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9, "ti": 10,
    "elleve": 11, "tolv": 12,
}  # fmt: skip
_IN_LETTERS: Final = (
    "null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti",
)  # fmt: skip


def read_whole(typed: str) -> int:
    """A whole number: 15, 1200, "1 200" or "1.200".

    >>> read_whole("1 200")
    1200
    """
    if found := _WHOLE.fullmatch(typed):
        return int(_number(found[1], found[2]))
    if _DECIMAL.fullmatch(typed) or _fraction(typed):
        raise AnswerProblem(NOT_WHOLE)
    raise _not_a_number(typed, example="12")


def read_decimal(typed: str) -> Decimal:
    """A number with up to two decimals: "2,5" or "2.5".

    >>> read_decimal("1 200,50")
    Decimal('1200.5')
    """
    if found := _TWO_WAYS.fullmatch(typed):
        raise _two_ways(typed, found[1])
    if not (found := _DECIMAL.fullmatch(typed)):
        raise _not_a_number(typed, example="2,5")
    sign, whole, decimals = found[1] or found[4], found[2] or found[5], found[3] or found[6]
    if len(decimals or "") > MOST_DECIMALS:
        raise AnswerProblem(DECIMALS, most=MOST_DECIMALS)
    return _number(sign or "", whole, decimals or "")


def _number(sign: str, whole: str, decimals: str = "") -> Decimal:
    digits = re.sub("[^0-9]", "", whole).lstrip("0") or "0"
    if len(digits) > MOST_DIGITS:
        raise AnswerProblem(NUMBER_LONG)
    # Without the zeros at the end, so that what is stored does not depend on how it was written.
    number = Decimal(".".join(filter(None, (digits, decimals.rstrip("0")))))
    return -number if sign and number else number


def _two_ways(typed: str, separator: str) -> AnswerProblem:
    return AnswerProblem(
        TWO_WAYS,
        typed=typed,
        whole=typed.replace(separator, ""),
        decimal=typed.replace(separator, ",").rstrip("0").rstrip(","),
    )


def _not_a_number(typed: str, example: str) -> AnswerProblem:
    if any(char.isdigit() and not char.isascii() for char in typed):
        return AnswerProblem(FOREIGN_DIGITS)
    if re.search("%|prosent", typed.casefold()):
        return AnswerProblem(PERCENT)
    if guess := _spelt(typed):
        return AnswerProblem(MEANT, guess=guess)
    return _number_within(typed, example)


def _number_within(typed: str, example: str) -> AnswerProblem:
    numbers = _NUMBER_WITHIN.findall(typed)
    if not numbers or numbers[0] == typed:
        return AnswerProblem(NO_NUMBER, typed=typed, example=example)
    if len(numbers) > 1:
        return AnswerProblem(ONE_NUMBER)
    return AnswerProblem(NUMBER_ONLY, guess=numbers[0])


def _spelt(typed: str) -> str | None:
    """The number meant by a word, a fraction or a forgotten nought."""
    if (number := _SPELT.get(typed.casefold())) is not None:
        return str(number)
    if found := re.fullmatch(r"[.,]([0-9]{1,2})", typed):
        return f"0,{found[1]}"
    return _fraction(typed)


def _fraction(typed: str) -> str | None:
    found = re.fullmatch(r"([0-9]{0,3}) ?(?:([1-9])/([1-9])|([¼-¾⅐-⅞]))", typed)
    if not found:
        return None
    part = int(found[2]) / int(found[3]) if found[2] else unicodedata.numeric(found[4])
    return f"{int(found[1] or 0) + part:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def counted(number: int, noun: str) -> str:
    """So many, in letters up to ten.

    >>> counted(8, "forsøk")
    'åtte forsøk'
    """
    return f"{_IN_LETTERS[number] if number < len(_IN_LETTERS) else number} {noun}"


def how_many(number: int, one: str, many: str) -> str:
    """So many, in figures: with the noun for one, or for none or many.

    >>> how_many(1, "sak", "saker"), how_many(1200, "sak", "saker")
    ('1 sak', '1\xa0200 saker')
    """
    return f"{show_number(number)} {one if number == 1 else many}"


# ── Years and months ─────────────────────────────────────────────────────────────────────────────


def read_year(typed: str, this_year: int) -> int:
    """A year of four digits; of two, the message says which year that may be."""
    if re.fullmatch("[0-9]{4}", typed):
        return int(typed)
    if found := re.fullmatch("['’‘´`]?([0-9]{2})", typed):
        raise AnswerProblem(YEAR_SHORT, guess=_nearest(int(found[1]), this_year))
    raise _not_a_year(typed, this_year)


def _nearest(short: int, this_year: int) -> int:
    """The year ending so that lies closest: plans go ten years ahead, memories further back."""
    year = this_year // 100 * 100 + short
    return year - 100 if year > this_year + 10 else year


def _not_a_year(typed: str, this_year: int) -> AnswerProblem:
    if any(char.isdigit() and not char.isascii() for char in typed):
        return AnswerProblem(FOREIGN_DIGITS)
    years = _YEAR_WITHIN.findall(typed)
    if len(years) == 1:
        return AnswerProblem(YEAR_ONLY, guess=years[0])
    return AnswerProblem(ONE_YEAR if years else NO_YEAR, example=this_year)


def read_month(typed: str) -> int:
    """A month by number, or by as much of its name as tells it from the others."""
    if re.fullmatch("0?[1-9]|1[0-2]", typed):
        return int(typed)
    beginning = typed.casefold().removesuffix(".")
    months = [month for month in MONTHS if beginning and month.startswith(beginning)]
    if not months:
        raise AnswerProblem(NO_MONTH)
    if len(months) > 1:
        raise AnswerProblem(MONTH_TWO, typed=typed, months=_either(months))
    return MONTHS.index(months[0]) + 1


def _either(words: list[str]) -> str:
    first, last = ", ".join(words[:-1]), words[-1]
    return f"{first} eller {last}"


# ── Showing ──────────────────────────────────────────────────────────────────────────────────────


def show_number(number: int | Decimal) -> str:
    """A number with a comma, and its digits in threes.

    Språkrådet groups large numbers so, and leaves those of four digits to the writer; here they are
    grouped, too, for in a column they stand among longer ones.  A year is no number.

    >>> show_number(Decimal("2.50")), show_number(1200)
    ('2,5', '1\\xa0200')
    """
    whole, _, decimals = f"{Decimal(number):,f}".partition(".")
    return ",".join(filter(None, (whole.replace(",", "\u00a0"), decimals.rstrip("0"))))


# ── What is said ─────────────────────────────────────────────────────────────────────────────────

NO_NUMBER: Final = Message(
    "A-NUMBER", "«{typed}» er ikke et tall. Skriv det med sifre, for eksempel {example}."
)
NUMBER_ONLY: Final = Message("A-NUMBER-ONLY", "Skriv bare tallet: {guess}")
ONE_NUMBER: Final = Message("A-ONE-NUMBER", "Skriv ett tall, ikke flere. Spør hva som er nærmest.")
PERCENT: Final = Message("A-PERCENT", "Skriv et tall, ikke prosent: 50 % av 1 er 0,5.")
NOT_WHOLE: Final = Message("A-WHOLE", "Skriv et helt tall, uten desimaler.")
DECIMALS: Final = Message("A-DECIMALS", "Skriv høyst {most} desimaler, for eksempel 2,25.")
TWO_WAYS: Final = Message(
    "A-TWO-WAYS", "«{typed}» kan leses på to måter. Skriv {whole} eller {decimal}."
)
NUMBER_LONG: Final = Message("A-NUMBER-LONG", "Tallet er for langt. Skriv det på nytt.")
NO_YEAR: Final = Message("A-YEAR", "Skriv året med fire sifre, for eksempel {example}.")
YEAR_SHORT: Final = Message("A-YEAR-SHORT", "Mente du {guess}? Skriv året med fire sifre.")
YEAR_ONLY: Final = Message("A-YEAR-ONLY", "Skriv bare årstallet: {guess}")
ONE_YEAR: Final = Message("A-ONE-YEAR", "Skriv ett årstall, ikke flere. Spør hva som er nærmest.")
NO_MONTH: Final = Message(
    "A-MONTH", "Skriv måneden som et tall fra 1 til 12, eller med navn, for eksempel mars."
)
MONTH_TWO: Final = Message("A-MONTH-TWO", "«{typed}» kan være {months}. Skriv litt mer av navnet.")
