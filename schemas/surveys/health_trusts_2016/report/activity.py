"""For whom there are programmes, how many were held, and with which municipalities."""

from collections.abc import Iterator, Sequence

from schemas.language.numerals import how_many
from schemas.review.frequencies import Frequency, Summary
from schemas.review.rates import exact
from schemas.review.report.blocks import Bar, BarChart, Block, Chapter, KeyFigures, Words
from schemas.review.report.figures import answers, as_asked, beside, counted, grounds, is_other
from schemas.review.report.report_data import ReportData
from schemas.review.report.sentences import most_says
from schemas.review.shares import percent
from schemas.surveys.health_trusts_2016.code_lists import (
    AgreementForm,
    OfferGroup,
    OfferPermanence,
    RegionalSupport,
    TrainsMunicipalities,
    YesNo,
)
from schemas.surveys.health_trusts_2016.report.sums import with_centres

ANSWERED = ("enhet", "enheter")
FOR_CHILDREN = ("enhet med tilbud til barn og unge", "enheter med tilbud til barn og unge")
COOPERATING = ("enhet som samarbeider med kommuner", "enheter som samarbeider med kommuner")
AGREED = (AgreementForm.yes_specific, AgreementForm.yes_general)
TRAINING = (TrainsMunicipalities.systematic, TrainsMunicipalities.on_request)
SUPPORTED = (RegionalSupport.regularly, RegionalSupport.sometimes)

# ── Programmes ───────────────────────────────────────────────────────────────────────────────────


def offers(data: ReportData) -> Chapter:
    """For which groups of patients there is something."""
    return Chapter("tilbud", "Tilbudene", tuple(_offers(data)))


def _offers(data: ReportData) -> Iterator[Block]:
    yield _groups(data)
    told = data.everybody["offers"]
    yield answers(
        data.frame,
        "barn",
        "Tilbud til barn og unge",
        told["offer_children"],
        FOR_CHILDREN,
        says=((OfferPermanence.permanent,), "har det fast"),
    )
    yield answers(
        data.frame,
        "brukere",
        "Hva erfarne brukere er med på",
        told["user_involvement"],
        ANSWERED,
        says="er det erfarne brukere oftest er med på",
    )
    yield answers(
        data.frame,
        "uten",
        "Grupper uten tilbud de siste tre årene",
        told["dropped"],
        ANSWERED,
        says=((YesNo.yes,), "har grupper som er blitt uten tilbud"),
    )
    held, people = told["offers_last_year"].summary, told["participants_last_year"].summary
    if held and people:
        yield KeyFigures(tuple(_volume(held, people)))


def _groups(data: ReportData) -> BarChart:
    """The share of all units with a centre, also of those that could not say."""
    having = with_centres(data)
    said = [one.said("offer_groups") or () for one in having]
    asked = data.questionnaire.by_id["offer_groups"]
    numbers = [(group, sum(group.name in one for one in said)) for group in OfferGroup]
    numbers.sort(key=lambda pair: (is_other(asked, pair[0].name), -pair[1]))
    shown = [Bar(str(one.label), n, percent(n, len(having))) for one, n in numbers]
    note = f"Prosent av {how_many(len(having), *ANSWERED)} med senter. Flere svar var mulig."
    silent = said.count(())
    if silent:
        note += f" Av dem kunne {silent} ikke si hvem de har tilbud til."
    note += beside((len(data.found) - len(having), "enhet uten senter", "enheter uten senter"))
    return BarChart(
        "pasientgrupper",
        "Enheter med tilbud til hver gruppe",
        tuple(shown),
        note,
        finding=most_says(
            ((bar.label, bar.count) for bar in shown),
            len(having),
            ANSWERED,
            "er det oftest tilbud til",
        ),
        question=as_asked(data.frame, asked),
    )


def _volume(held: Summary, people: Summary) -> Iterator[tuple[str, str]]:
    yield "kurs og samlinger siste kalenderår", exact(held.total)
    yield "deltakere til sammen", exact(people.total)
    yield "kurs og samlinger i en enhet, median", exact(held.median)
    yield "deltakere i en enhet, median", exact(people.median)


# ── Municipalities ───────────────────────────────────────────────────────────────────────────────


def together(data: ReportData) -> Chapter:
    """With how many municipalities they work, and how."""
    return Chapter("samhandling", "Samhandling med kommunene", tuple(_together(data)))


BANDS: Sequence[tuple[str, int]] = (
    ("Ingen", 1),
    ("1–4", 5),
    ("5–9", 10),
    ("10–19", 20),
    ("20 og flere", 443),
)
"""Numbers of municipalities, each up to a limit that belongs to the next."""


def _together(data: ReportData) -> Iterator[Block]:
    told = data.everybody["collaboration"]
    yield from _municipalities(data, told["municipalities"])
    yield answers(
        data.frame,
        "former",
        "Hva de samarbeider om",
        told["municipal_forms"],
        ANSWERED,
        says="nevnes oftest som noe de samarbeider om",
        sort=True,
    )
    yield answers(
        data.frame,
        "avtale",
        "Om det er avtalefestet",
        told["municipal_agreement"],
        COOPERATING,
        says=(AGREED, "har avtalefestet samarbeidet"),
    )
    yield answers(
        data.frame,
        "kurs",
        "Helsepedagogiske kurs",
        told["trains_municipalities"],
        ANSWERED,
        says=(TRAINING, "holder helsepedagogiske kurs for kommuner"),
    )
    yield answers(
        data.frame,
        "regional",
        "Støtte fra den regionale funksjonen",
        told["regional_support"],
        ANSWERED,
        says=(SUPPORTED, "får støtte fra den regionale funksjonen"),
    )


def _municipalities(data: ReportData, found: Frequency) -> Iterator[Block]:
    if not found.summary:
        yield Words("Ingen har oppgitt hvor mange kommuner de samarbeider med ennå.")
        return
    yield KeyFigures(tuple(_worked_with(data, found.summary)))
    numbers = [n for one in data.found if isinstance(n := one.said("municipalities"), int)]
    yield counted(
        "kommuner",
        "Enhetene etter hvor mange kommuner de samarbeider med",
        _bands(numbers),
        f"{grounds(found, ANSWERED)} En kommune kan samarbeide med flere enheter.",
        question=as_asked(data.frame, found.question),
    )


def _worked_with(data: ReportData, told: Summary) -> Iterator[tuple[str, str]]:
    yield "samarbeid med kommuner og bydeler til sammen", exact(told.total)
    yield "kommuner og bydeler i en enhet, median", exact(told.median)
    if data.tells_ends("municipalities", told):
        yield "fra og til", f"{exact(told.least)}–{exact(told.most)}"


def _bands(numbers: Sequence[int]) -> Iterator[tuple[str, int]]:
    below = 0
    for label, limit in BANDS:
        upto = sum(one < limit for one in numbers)
        yield label, upto - below
        below = upto
