"""The findings in short, how they were made, and how far that reaches: the rates."""

from collections.abc import Iterator
from fractions import Fraction

from interviewer.publish.blocks import Block, Chapter, Heading, KeyFigures, Table, Words, share
from interviewer.publish.claim_matrix import borderland
from interviewer.publish.report_data import Material
from schemas.calls.outcome_rows import Category
from schemas.codebook.codebook import fingerprint
from schemas.frame.register import units
from schemas.language.dates import long_date
from schemas.language.numerals import show_number
from schemas.questionnaire.answers import MISSING_LABELS
from schemas.review.overview import municipality_count
from schemas.review.rates import NOTHING, Rate, one_decimal
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.definitions import DEFINITIONS
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo


def short(material: Material) -> Chapter:
    """The numbers that people remember."""
    return Chapter("kort", "Kort fortalt", (KeyFigures(tuple(_facts(material))),))


def _facts(material: Material) -> Iterator[tuple[str, str]]:
    have, of = len(material.municipalities), municipality_count()
    known, sample = material.determination.part, material.determination.of or Fraction()
    yield f"av {of} kommuner har eller deler en tjeneste", share(have, of)
    yield f"av {int(sample)} enheter er avklart", share(int(known), int(sample))
    yield "intervjuer er fullført", show_number(len(material.found))
    if material.matrix.checked:
        wrong, checked = material.matrix.disproved.count, material.matrix.checked
        beside = borderland(material.matrix)
        told = f"av {checked} oppgitte tjenester var ingen tjeneste"
        yield f"{told} ({beside})" if beside else told, share(wrong, checked)


# ── Method ───────────────────────────────────────────────────────────────────────────────────────


def method(material: Material) -> Chapter:
    """Who was asked what, and how the answers became numbers."""
    return Chapter("metode", "Metode", tuple(_method(material)))


def _method(material: Material) -> Iterator[Block]:
    yield Words(
        f"Utvalget er alle {len(units())} enheter: kommunene og, i stedet for Oslo, byens bydeler."
        f" {_when(material)} Skjemaet er «{PhaseTwo.title}», versjon {PhaseTwo.version}"
        f" (fingeravtrykk {fingerprint(PhaseTwo)})."
    )
    yield Words(
        "Hver enhet får en klasse av svarene: "
        + ", ".join(str(one.label).lower() for one in Class)
        + ". Klassen utledes etter faste regler, og en koordinator kan fastsette en annen, med en"
        " begrunnelse. En enhet er dekket av en annen når den andres intervju nevner den, og en"
        " koordinator har bekreftet det."
    )
    yield Heading("definisjoner", "Definisjoner som ble lest opp")
    yield from (Words(str(one.text)) for one in DEFINITIONS)
    yield Heading("manglende", "Slik er manglende svar behandlet")
    missing = ", ".join(f"{label} ({state.code})" for state, label in MISSING_LABELS.items())
    yield Words(
        f"Manglende svar er tre forskjellige ting: {missing}. De telles hver for seg og er aldri"
        " med i det som det regnes prosent av. Prosenter er avrundet til hele tall, halve opp,"
        " og behøver ikke bli 100 til sammen; 0 og 100 står bare der det er ingen eller alle."
        " Små tall om personer vises ikke."
    )


def _when(material: Material) -> str:
    if material.called is None:
        return "Det er ikke ringt ennå."
    first, last = material.called
    calls = show_number(material.calls)
    days = f"fra {long_date(first)} til {long_date(last)}"
    return f"Det ble ringt {days}, {calls} oppringninger i alt."


# ── Rates ────────────────────────────────────────────────────────────────────────────────────────


def rated(material: Material) -> Chapter:
    """The two rates, with what each of them counts."""
    return Chapter("rater", "Rater", tuple(_rated(material)))


def _rated(material: Material) -> Iterator[Block]:
    yield Words(
        "Avklaring teller enheter: av hvor mange vi vet hva de har. Intervjuratene teller"
        " tjenester, etter AAPORs standard. En delt tjeneste telles én gang, hos enheten som ble"
        " intervjuet om den."
    )
    heading = ("Rate", "Hva den sier", "Formel", "Tall", "Verdi")
    known, rates = material.determination, material.rates
    yield Table(
        "avklaring", "Avklaring, av alle enheter i utvalget", heading, (_rate(known),), words=3
    )
    rows = tuple(map(_rate, (rates.e, *rates.rates)))
    yield Table("intervjurater", "Intervjurater, av tjenester (AAPOR)", heading, rows, words=3)
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
    """Whole where it is whole: only what is weighed with e has decimals."""
    if number is None:
        return NOTHING
    return show_number(int(number)) if number.denominator == 1 else one_decimal(number)
