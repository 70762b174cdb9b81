"""The table of every question, counted once more on the documents themselves."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from typing import Any, Final

from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.interviewer.publish.report.printed import (
    RECOUNTS,
    Recount,
    Rows,
    per,
    recounts,
    short,
    whole,
)
from tests.interviewer.publish.report.raw import Raw
from tests.interviewer.publish.report.recount_method import MONTHS

ABOUT_PERSONS: Final = {
    "consent", "right_person", "respondent_name", "respondent_role",
    "respondent_phone", "respondent_email", "respondent_certainty",
}  # fmt: skip
"""Where numbers under five are not told."""

MISSING: Final = {
    "not_asked": "Ikke spurt",
    "dont_know": "Vet ikke",
    "refused": "Vil ikke svare",
    None: "Ikke noe å notere",
}
NUMBERS: Final = {"integer", "decimal", "year"}


@recounts("sporsmal: tekst")
def what_they_count(raw: Raw) -> Rows:
    return [
        (
            f"Tabellene gjelder {len(raw.documents)} fullførte intervjuer, uansett klasse."
            " Prosenten er av dem som har svart. Manglende svar står for seg. Svar i fri tekst er"
            " talt, og står under koder der noen har kodet dem. Tall om personer vises ikke når de"
            " er under 5: Der står «under 5», og «skjult» der et større tall ville røpe et av dem.",
        )
    ]


def table(raw: Raw, section: str, question: Question) -> Rows:
    """Rows of answers, the sum, and apart from them those who gave none."""
    said = list(answers(raw.documents, section, question))
    given = [one for one in said if one is not None and not isinstance(one, dict)]
    silent = Counter(one and one["missing"] for one in said if one is None or isinstance(one, dict))
    told = list(_counts(question, given))
    apart = [(label, silent[state]) for state, label in MISSING.items() if silent[state]]
    veiled = _veiled(question, [n for _, n in (*told, *apart)])
    several = len(told) > 1
    rows: Rows = [
        ("", label, _told(n, veiled), *([_per(n, len(given), veiled)] * several))
        for label, n in told
    ]
    numbers = _numbers(question, given, raw.tells_ends(section, question.id))
    rows += [("", label, number, *([""] * several)) for label, number in numbers]
    rows += [("apart", label, _told(n, veiled), *([""] * several)) for label, n in apart]
    sums: Rows = [("sum", "Har svart", _told(len(given), veiled), "")]
    return rows + sums * several


def answers(documents: list[Any], section: str, question: Question) -> Iterator[Any]:
    """Everybody's stored answer; of a roster's questions, every item's."""
    absent = {"missing": "not_asked"}
    for document in documents:
        parts = document.get(section, [] if issubclass(question.section, Roster) else {})
        for part in parts if isinstance(parts, list) else [parts]:
            yield part.get(question.id, absent)


def _counts(question: Question, given: list[Any]) -> Iterator[tuple[str, int]]:
    chosen = Counter(code for one in given for code in (one if isinstance(one, list) else [one]))
    if question.codes:
        yield from ((str(code.label), chosen[code.name]) for code in question.codes)
    elif question.type.name == "month":
        yield from ((name, chosen[number]) for number, name in enumerate(MONTHS, start=1))
    else:
        yield "Besvart", len(given)


def _numbers(question: Question, given: list[Any], ends: bool) -> Iterator[tuple[str, str]]:
    """Least, median, most and sum; years are not added up, and have no spaces."""
    if question.type.name not in NUMBERS or not given:
        return
    ordered, year = sorted(map(Fraction, given)), question.type.name == "year"
    half = len(ordered) // 2
    median = (ordered[half] + ordered[-half - 1]) / 2
    for label, one in ("Lavest", ordered[0]), ("Median", median), ("Høyest", ordered[-1]):
        if ends or label == "Median":
            yield label, short(one).replace(" ", "") if year else short(one)
    if not year:
        yield "Sum", short(sum(ordered, Fraction()))


# ── Few persons are not told ─────────────────────────────────────────────────────────────────────


def _veiled(question: Question, numbers: list[int]) -> set[int]:
    """The numbers under five; and the next one, where the sum would give away what they are."""
    if question.id not in ABOUT_PERSONS:
        return set()
    shown = sorted(filter(None, numbers))
    small = [one for one in shown if one < 5]
    beside = shown[len(small) : len(small) + 1] if len(set(small)) == 1 else []
    return {1, 2, 3, 4, *beside}


def _told(number: int, veiled: set[int]) -> str:
    if number in veiled:
        return "under 5" if number < 5 else "skjult"
    return whole(number)


def _per(number: int, of: int, veiled: set[int]) -> str:
    return "–" if number in veiled else per(number, of)


def tables(questionnaire: type[Questionnaire]) -> Iterator[tuple[str, Recount]]:
    """The recounts of all tables of questions, by their id."""
    for name, section in questionnaire.sections.items():
        for one in section.questions:
            if one.type.name != "info" and not one.private:
                yield f"tabell-{one.id}", partial(table, section=name, question=one)


RECOUNTS.update(tables(PhaseTwo))
