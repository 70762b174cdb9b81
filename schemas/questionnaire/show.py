"""Any answer as people read it.  What is typed is shown in the form in which it can be typed."""

from decimal import Decimal
from typing import Any, Final

from schemas.frame.register import units_by_id
from schemas.language.numerals import MONTHS
from schemas.language.phone import show_phone
from schemas.language.text import Language, Text
from schemas.questionnaire.answers import MISSING_LABELS, Choice, Items, Kind, Missing
from schemas.questionnaire.questions import Question

EMPTY: Final = "—"
GROUPED_FROM: Final = 10_000  # four digits are read at a glance, and may be a year
_READ: Final = Text("Lest opp", nn="Lese opp", en="Read aloud")
_ALL: Final = Text("{count} i alt", nn="{count} i alt", en="{count} in all")
_SO_FAR: Final = Text("{count} så langt", nn="{count} så langt", en="{count} so far")


def show(question: Question, value: Any, language: Language = "nb") -> str:
    """The answer `value` to `question`, in words."""
    if value is None:
        return EMPTY
    if isinstance(value, Missing):
        return f"({MISSING_LABELS[value].in_(language).lower()})"
    if isinstance(value, Choice):
        return value.label.in_(language)
    if isinstance(value, Items):
        return _show_items(value, language)
    return _show_value(question.kind, value, language)


def _show_items(value: Items, language: Language) -> str:
    words = _ALL if value.complete else _SO_FAR
    return words.in_(language).format(count=len(value.items))


def _show_value(kind: Kind, value: Any, language: Language) -> str:
    match kind:
        case Kind.info:
            return _READ.in_(language)
        case Kind.multi:
            return ", ".join(code.label.in_(language) for code in value)
        case Kind.units:
            return ", ".join(map(_show_unit, value))
        case Kind.month:
            return MONTHS[value - 1]
        case Kind.phone:
            return show_phone(value)
        case Kind.integer | Kind.decimal:
            return show_number(value)
    return str(value)


def _show_unit(unit_id: str) -> str:
    unit = units_by_id().get(unit_id)
    return unit.label if unit else unit_id


def show_number(number: int | Decimal) -> str:
    """A number with a comma, and with spaces from ten thousand on.

    >>> show_number(Decimal("2.50")), show_number(12000)
    ('2,5', '12\\xa0000')
    """
    exact = Decimal(number)
    grouped = f"{exact:,f}" if abs(exact) >= GROUPED_FROM else f"{exact:f}"
    whole, _, decimals = grouped.partition(".")
    return ",".join(filter(None, (whole.replace(",", "\u00a0"), decimals.rstrip("0"))))
