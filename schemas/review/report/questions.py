"""Every question as a table: who gave which answer, and how many gave none, and why."""

from collections.abc import Iterator
from fractions import Fraction

from schemas.language.numerals import how_many, show_number
from schemas.questionnaire.questions import Question
from schemas.questionnaire.types.descriptions import Statistic
from schemas.review.frequencies import FEW, Count, Frequency, Hidden, SectionFrequencies, Told
from schemas.review.rates import exact
from schemas.review.report.blocks import Block, Chapter, Heading, Table, Words
from schemas.review.report.coded import coded
from schemas.review.report.figures import as_asked, per
from schemas.review.report.report_data import ReportData

FINISHED = ("fullført intervju", "fullførte intervjuer")
HIDDEN = {Hidden.few: f"under {FEW}", Hidden.beside: "skjult"}
"""What stands where a number of persons is not told."""


def questions(data: ReportData) -> Chapter:
    """The tables, section by section."""
    return Chapter("sporsmal", "Alle spørsmålene", tuple(_questions(data)))


def _questions(data: ReportData) -> Iterator[Block]:
    yield Words(
        f"Tabellene gjelder {how_many(len(data.found), *FINISHED)}, uansett klasse."
        " Prosenten er av dem som har svart. Manglende svar står for seg. Svar i fri tekst er"
        " talt, og står under koder der noen har kodet dem."
        f" Tall om personer vises ikke når de er under {FEW}: Der står"
        f" «{HIDDEN[Hidden.few]}», og «{HIDDEN[Hidden.beside]}» der et større tall ville røpe et av"
        " dem."
    )
    for name, section in data.everybody.items():
        if section.frequencies:
            yield Heading(f"del-{name}", f"{section.letter}. {section.heading}")
            for one in section.frequencies:
                yield _table(data, section, one)
                yield from coded(data.coding, one.question.id, _title(data, one.question))


def _table(data: ReportData, section: SectionFrequencies, found: Frequency) -> Table:
    """The answers, how many they are of, and below them those who gave none."""
    width = 3 if found.counts[1:] else 2
    apart = ((str(one.label), _n(one.n), "") for one in found.missing if one.n != 0)
    counted = str(section.noun.many).capitalize() if section.noun else "Intervjuer"
    return Table(
        f"tabell-{found.question.id}",
        _title(data, found.question),
        ("Svar", counted, "Prosent")[:width],
        tuple(row[:width] for row in _answers(data, found)),
        apart=tuple(row[:width] for row in apart),
        sums=(("Har svart", _n(found.base), ""),) if found.counts[1:] else (),
        about=found.question.id,
    )


def _title(data: ReportData, question: Question) -> str:
    """The question as it was asked; what «Annet» opens is named after its own question."""
    before = data.questionnaire.by_id.get(question.id.removesuffix("_other"), question)
    asked = as_asked(data.frame, before)
    return asked if before is question else f"{asked} Annet: {question.text}"


def _answers(data: ReportData, found: Frequency) -> Iterator[tuple[str, str, str]]:
    yield from (_row(one, found) for one in found.counts)
    if found.summary:
        named = {"Median": found.summary.median}
        if data.tells_ends(found.question.id, found.summary):
            named = {"Lavest": found.summary.least, **named, "Høyest": found.summary.most}
        if found.question.type.statistic is Statistic.total:
            named["Sum"] = found.summary.total
        yield from ((label, _value(value, found.question), "") for label, value in named.items())


def _row(one: Count, found: Frequency) -> tuple[str, str, str]:
    return str(one.label), _n(one.n), per(one.percent) if found.counts[1:] else ""


def _n(number: Told) -> str:
    return HIDDEN[number] if isinstance(number, Hidden) else show_number(number)


def _value(value: Fraction, question: Question) -> str:
    """As an answer is shown: a year without spaces, also half-way between two of them."""
    if question.type.statistic is Statistic.total:
        return exact(value)
    return question.type.written(int(value)) + (",5" if value.denominator == 2 else "")
