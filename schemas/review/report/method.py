"""How the findings were made, and how far they reach: the rates."""

from collections.abc import Iterator
from fractions import Fraction

from schemas.calls.outcome_rows import Category
from schemas.language.dates import long_date
from schemas.language.numerals import how_many, show_number
from schemas.questionnaire.answers import MISSING_LABELS
from schemas.review.rates import NOTHING, Rate, counted_as_interview, exact
from schemas.review.report.blocks import Block, Chapter, Heading, Table, Words
from schemas.review.report.report_data import ReportData

# ── Method ───────────────────────────────────────────────────────────────────────────────────────


def method(data: ReportData) -> Chapter:
    """Who was asked what, and how the answers became numbers."""
    return Chapter("metode", "Metode", tuple(_method(data)))


def _method(data: ReportData) -> Iterator[Block]:
    asked = data.questionnaire
    yield Words(
        f"{sample_and_calls(data)} Skjemaet er «{asked.title}», versjon {asked.version}"
        f" (fingeravtrykk {data.fingerprint})."
    )
    covered = (
        " En enhet er dekket av en annen når den andres intervju nevner den, og en koordinator har"
        " bekreftet det."
    )
    yield Words(
        "Hver enhet får en klasse av svarene: "
        + ", ".join(str(one.label).lower() for one in data.classes)
        + ". Klassen utledes etter faste regler, og en koordinator kan fastsette en annen, med en"
        f" begrunnelse.{covered if data.classes.covered_class() else ''}"
    )
    if asked.definitions:
        yield Heading("definisjoner", "Definisjoner som ble lest opp")
    yield from (Words(str(one.text)) for one in asked.definitions)
    yield Heading("manglende", "Slik er manglende svar behandlet")
    missing = ", ".join(f"{label} ({state.code})" for state, label in MISSING_LABELS.items())
    yield Words(
        f"Manglende svar er tre forskjellige ting: {missing}. De telles hver for seg og er aldri"
        " med i prosentgrunnlaget. Det som er slettet fordi noen ba om det, telles som ikke"
        " spurt. Prosenter er avrundet til hele tall: Halve rundes opp, og"
        " summen blir ikke alltid 100. 0 og 100 står bare der det er ingen eller alle."
        " Små tall om personer vises ikke."
    )


def sample_and_calls(data: ReportData) -> str:
    """Who was to be asked, when, and with how many calls, in two sentences."""
    universe, units = str(data.frame.design.universe), how_many(len(data.frame), "enhet", "enheter")
    return f"Utvalget er alle {units}: {universe[:1].lower()}{universe[1:]}. {_when(data)}"


def _when(data: ReportData) -> str:
    if data.called is None:
        return "Det er ikke ringt ennå."
    first, last = data.called
    calls = how_many(data.calls, "oppringning", "oppringninger")
    days = long_date(first)
    if last != first:
        days = f"fra {days} til {long_date(last)}"
    return f"Det ble ringt {days}, {calls} i alt."


# ── Rates ────────────────────────────────────────────────────────────────────────────────────────


def rated(data: ReportData) -> Chapter:
    """The two rates, with what each of them counts."""
    return Chapter("rater", "Rater", tuple(_rated(data)))


def _rated(data: ReportData) -> Iterator[Block]:
    sought, is_shared = data.sought, data.classes.covered_class() is not None
    shared = (
        f" {str(sought.a).capitalize()} som flere deler, telles én gang, hos enheten som ble"
        " intervjuet om det."
    )
    counted = f" {counted_as_interview(sought.a)}"
    yield Words(
        "Avklaringsraten viser for hvor mange av enhetene vi vet hva de har. Intervjuratene teller"
        f" {sought.many}, etter AAPORs standard.{shared if is_shared else ''}"
        f"{counted if data.classes.are_told_apart() else ''}"
    )
    heading = ("Rate", "Hva den sier", "Formel", "Tall", "Verdi")
    known, rates = data.determination, data.rates
    yield Table(
        "avklaring", "Avklaring, av alle enheter i utvalget", heading, (_rate(known),), words=3
    )
    rows = tuple(map(_rate, (rates.e, rates.usual_e, *rates.rates)))
    yield Table("intervjurater", f"Intervjurater, av {sought.many} (AAPOR)", heading, rows, words=3)
    groups = tuple((one.letters, str(one.label), str(rates.counts[one])) for one in Category)
    of = sum(rates.counts.values())
    yield Table(
        "grupper",
        "Sakene etter gruppe i formlene",
        ("Gruppe", "Hva den er", "Saker"),
        groups,
        sums=(("Alle", "", show_number(of)),),
        words=2,
    )


def _rate(rate: Rate) -> tuple[str, ...]:
    of = f"{_plain(rate.part)} av {_plain(rate.of)}"
    return rate.name, str(rate.label), rate.formula, of, rate.percent


def _plain(number: Fraction | None) -> str:
    """Only what is weighed with e has decimals."""
    return NOTHING if number is None else exact(number)
