"""The services and their offers: how they are organised, for whom, with how much, and how it is."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from schemas.language.numerals import how_many, show_number
from schemas.review.frequencies import SectionFrequencies, Summary
from schemas.review.rates import exact
from schemas.review.report.blocks import Block, Chapter, Heading, KeyFigures, Words
from schemas.review.report.figures import answers, as_asked, counted, grounds, quoted
from schemas.review.report.quotes import said
from schemas.review.report.report_data import ReportData
from schemas.surveys.municipal_services_2015 import code_lists as codes
from schemas.surveys.municipal_services_2015.classification import ServiceClass

SERVICES = ("tjeneste", "tjenester")
OFFERS = ("tilbud", "tilbud")
WITH_RELATIVES = (codes.OfferRelatives.own, codes.OfferRelatives.together)
INTERVIEWED = ("intervjuet enhet", "intervjuede enheter")
INTERVIEWS = ("intervju", "intervjuer")


def services(data: ReportData) -> Chapter:
    """Forms of organisation, and full-time equivalents."""
    return Chapter("tjenester", "Tjenestene", tuple(_services(data)))


def _services(data: ReportData) -> Iterator[Block]:
    interviewed = data.of_class(ServiceClass.service)
    told, count = data.counted(interviewed), len(interviewed)
    known, organised = told["screening"], told["organisation"]
    whom = f"de {count} intervjuede enhetene" if count > 1 else how_many(count, *INTERVIEWED)
    yield Words(f"Dette kapittelet gjelder {whom} i klassen «Tjeneste».")
    yield answers(
        data.frame,
        "organisering",
        "Organisasjonsform",
        known["coordination"],
        SERVICES,
        says="er oftest organisasjonsformen",
        zeros=False,
    )
    yield answers(
        data.frame,
        "tilknytning",
        "Del av, eller knyttet til",
        organised["hosted_in"],
        SERVICES,
        says="er oftest det tjenesten er del av eller knyttet til",
    )
    yield answers(
        data.frame,
        "eier",
        "Kommunal eller interkommunal",
        organised["cooperation"],
        SERVICES,
        says=((codes.Cooperation.intermunicipal,), "er et samarbeid mellom kommuner"),
    )
    yield answers(
        data.frame,
        "stadium",
        "Hvor langt de er kommet",
        organised["stage"],
        SERVICES,
        says=((codes.Stage.operating,), "er i ordinær drift"),
    )
    yield answers(
        data.frame,
        "finansiering",
        "Finansiering",
        organised["funding"],
        SERVICES,
        says="nevnes oftest som finansiering",
    )
    yield answers(
        data.frame,
        "videreforing",
        "Om videreføringen er sikret",
        organised["funding_secure"],
        SERVICES,
        says=((codes.FundingSecure.yes,), "er sikret videre drift"),
    )
    yield Heading("arsverk", "Ansatte og årsverk")
    yield from _work(data, organised)


BANDS: Sequence[tuple[str, Fraction]] = (
    ("Under 0,5", Fraction(1, 2)),
    ("0,5 til under 1", Fraction(1)),
    ("1 til under 2", Fraction(2)),
    ("2 til under 5", Fraction(5)),
    ("5 og flere", Fraction(10**6)),
)
"""Full-time equivalents, each up to a limit that belongs to the next."""


def _work(data: ReportData, organised: SectionFrequencies) -> Iterator[Block]:
    staff, work = organised["staff"].summary, organised["fte"].summary
    if not staff or not work:
        yield Words("Ingen har oppgitt årsverk ennå.")
        return
    yield KeyFigures(
        (
            ("ansatte til sammen", exact(staff.total)),
            ("årsverk til sammen", exact(work.total)),
            ("årsverk i en tjeneste, median", exact(work.median)),
            ("årsverk i en tjeneste, fra og til", f"{exact(work.least)}–{exact(work.most)}"),
        )
    )
    told = [one.said("fte") for one in data.of_class(ServiceClass.service)]
    numbers = [Fraction(one) for one in told if one is not None]
    yield counted(
        "arsverk-fordelt",
        "Tjenestene etter årsverk",
        _bands(numbers),
        grounds(organised["fte"], SERVICES),
        question=as_asked(data.frame, organised["fte"].question),
        among=SERVICES,
    )


def _bands(numbers: Sequence[Fraction]) -> Iterator[tuple[str, int]]:
    below = 0
    for label, limit in BANDS:
        upto = sum(one < limit for one in numbers)
        yield label, upto - below
        below = upto


# ── Offers ───────────────────────────────────────────────────────────────────────────────────────


def offers(data: ReportData) -> Chapter:
    """For whom the offers are."""
    return Chapter("tilbud", "Tilbudene og målgruppene", tuple(_offers(data)))


def _offers(data: ReportData) -> Iterator[Block]:
    told = data.everybody["offers"]
    having = sum(bool(one.document.get("offers")) for one in data.found)
    yield Words(
        f"{how_many(having, *INTERVIEWS)} oppga til sammen {show_number(told.count)} tilbud."
    )
    yield answers(
        data.frame,
        "malgrupper",
        "Målgrupper",
        told["offer_targets"],
        OFFERS,
        says="nevnes oftest som målgruppe",
        sort=True,
    )
    yield answers(data.frame, "slag", "Hva slags opplegg", told["offer_kind"], OFFERS)
    yield answers(data.frame, "bredde", "Én diagnose eller på tvers", told["offer_scope"], OFFERS)
    yield answers(
        data.frame,
        "parorende",
        "Om pårørende er med",
        told["offer_relatives"],
        OFFERS,
        says=(WITH_RELATIVES, "er for pårørende, alene eller sammen med deltakerne"),
    )
    yield answers(
        data.frame,
        "brukere",
        "Hva erfarne brukere er med på",
        told["offer_user_involvement"],
        OFFERS,
        says="er det erfarne brukere oftest er med på",
    )
    held, people = told["offer_courses"].summary, told["offer_participants"].summary
    if held and people:
        yield KeyFigures(tuple(_volume(held, people)))


def _volume(held: Summary, people: Summary) -> Iterator[tuple[str, str]]:
    yield "kurs eller grupper gjennomført i fjor", exact(held.total)
    yield "deltakere til sammen", exact(people.total)
    yield "deltakere per tilbud, median", exact(people.median)


# ── Challenges and gains ─────────────────────────────────────────────────────────────────────────


def experience(data: ReportData) -> Chapter:
    """What is hard and what is gained, with their own words."""
    return Chapter("erfaringer", "Utfordringer og gevinster", tuple(_experience(data)))


def _experience(data: ReportData) -> Iterator[Block]:
    told = data.everybody["experience"]
    for id, title, question, named in (
        ("utfordringer", "De største utfordringene", "challenges", "utfordring"),
        ("gevinster", "Gevinstene de ser", "benefits", "gevinst"),
    ):
        says = f"nevnes oftest som {named}"
        yield answers(data.frame, id, title, told[question], INTERVIEWS, says=says, sort=True)
        yield from quoted(said(data, f"{question}_text"))
