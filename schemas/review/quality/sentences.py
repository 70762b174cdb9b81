"""What a measure comes to, in words and numbers: for the screen, the command and the files."""

from fractions import Fraction
from typing import Final

from schemas.language.dates import day_and_clock
from schemas.language.numerals import how_many, show_number
from schemas.language.text import Text
from schemas.review.quality.comparing import Deviation, SideBySide
from schemas.review.quality.measures import (
    ENOUGH,
    CallMeasure,
    Measure,
    MeasureUnit,
)
from schemas.review.quality.people import OTHERS_TOLD, BehindMeasure, Measured, PersonQuality
from schemas.review.rates import NOTHING, one_decimal, per_cent

VERDICTS: Final = {
    Deviation.usual: Text("som de andre"),
    Deviation.more: Text("godt over de andre"),
    Deviation.less: Text("godt under de andre"),
    Deviation.too_few: Text("for få intervjuer til å sammenligne"),
    Deviation.nothing: Text("ingenting å regne av"),
    Deviation.untold: Text("sammenlignes ikke"),
}


def in_unit(measure: Measure, value: Fraction | None) -> str:
    """A value as it is told: per cent, minutes, or so many times what is usual."""
    if value is None:
        return NOTHING
    if isinstance(measure, CallMeasure) or measure.unit is MeasureUnit.share:
        return per_cent(value)
    if measure.unit is MeasureUnit.minutes:
        return f"{one_decimal(value)} min"
    return f"{_two_decimals(value)} ×"


def _two_decimals(value: Fraction) -> str:
    hundredths = int(100 * value + Fraction(1, 2))
    return f"{hundredths // 100},{hundredths % 100:02}"


def count_of(one: Measured) -> str:
    """What it was counted from: so many out of so many."""
    measure, found = one.measure, one.found
    if isinstance(measure, CallMeasure) or measure.unit is MeasureUnit.share:
        return _some_of(found)
    if measure.unit is MeasureUnit.minutes:
        return how_many(found.of, "intervju", "intervjuer")
    return f"{_some_of(found)} s"


def _some_of(found: SideBySide) -> str:
    return f"{show_number(int(found.part))} av {show_number(found.of)}"


def reason(one: Measured) -> str:
    """Why it is worth a word, or why nothing can be said."""
    found = one.found
    if isinstance(one.measure, CallMeasure):
        return f"{int(found.part)} av {how_many(found.of, 'oppringning', 'oppringninger')}"
    match found.verdict:
        case Deviation.nothing:
            return str(VERDICTS[Deviation.nothing])
        case Deviation.untold:
            return f"sammenlignes ikke: færre enn {OTHERS_TOLD} andre har intervjuer"
        case Deviation.too_few:
            few = f"{found.shared} mot de andres {found.theirs}, minst {ENOUGH} trengs"
            return f"{VERDICTS[Deviation.too_few]} ({few})"
    others = in_unit(one.measure, found.others)
    like = " i samme klasse" if one.measure.within else ""
    return f"{VERDICTS[found.verdict]}: {others}{like}"


_IN_A_WORD: Final = {
    Deviation.more: Text("over"),
    Deviation.less: Text("under"),
    Deviation.too_few: Text("for få"),
}


def verdict_in_a_word(one: Measured) -> str:
    """The verdict beside the numbers in a table: nothing where it is as usual."""
    if isinstance(one.measure, CallMeasure):
        return ""
    return str(_IN_A_WORD.get(one.found.verdict, ""))


def others_in_unit(one: Measured) -> str:
    """What the others have, in a table; empty where nothing is held against them."""
    is_held = one.found.others is not None and not isinstance(one.measure, CallMeasure)
    return in_unit(one.measure, one.found.others) if is_held else ""


def told(one: Measured) -> str:
    """A flag in one sentence."""
    value = in_unit(one.measure, one.found.value)
    if isinstance(one.measure, CallMeasure):
        return f"{one.measure.label}: {reason(one)}"
    return f"{one.measure.label}: {value} ({count_of(one)}), {reason(one)}"


def behind_words(measure: Measure, one: BehindMeasure) -> str:
    """What an interview or a call brings to a measure."""
    if one.at is not None:
        return day_and_clock(one.at)
    if isinstance(measure, CallMeasure) or measure.unit is MeasureUnit.share:
        yes_or_no = "ja" if one.part else "nei"
        return yes_or_no if one.of == 1 else f"{int(one.part)} av {one.of}"
    return in_unit(measure, one.part / one.of)


def amount(person: PersonQuality) -> str:
    """How much there is to judge by; where that is little, it says so."""
    many = how_many(person.interviews, "intervju", "intervjuer")
    calls = how_many(person.calls, "oppringning", "oppringninger")
    few = ", for få til å sammenligne" if not person.is_enough else ""
    return f"{many}, {calls}{few}"
