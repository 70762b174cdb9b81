"""Phase one: figures 1-3 of the article, from the answers of the chief executives."""

from collections.abc import Iterator

from schemas.language.numerals import how_many
from schemas.review.claim_forms import ClaimBar, ClaimFigure, ClaimFigures
from schemas.review.report.blocks import Bar, BarChart, Block, Chapter, Words
from schemas.review.report.figures import beside, per, share
from schemas.review.report.report_data import ReportData
from schemas.review.report.sentences import most_says

NOT_ANSWERED = "ikke_besvart"
ANSWERED = ("enhet som svarte", "enheter som svarte")
SILENT = ("enhet som ikke svarte på skjemaet", "enheter som ikke svarte på skjemaet")
OTHERS = (
    ("enhet uten svar", "enheter uten svar"),
    ("enhet som ikke har oppgitt tilbud", "enheter som ikke har oppgitt tilbud"),
    (
        "enhet med felles eller annen organisering, eller uten svar om den",
        "enheter med felles eller annen organisering, eller uten svar om den",
    ),
)
"""Those who answered the form, and are not in figure 1, 2 and 3."""

ASKED = (
    "Tilbyr kommunen lærings- og mestringstilbud?",
    "Hvordan har kommunen organisert lærings- og mestringstjenesten?",
    "Hvilke planer har kommunen for å etablere en lærings- og mestringstjeneste?",
)
"""The questions of the form, behind figure 1, 2 and 3."""

SUMS = {"felles": "I alt med felles organisering", "ikke_tjeneste": "I alt uten tjeneste"}
"""Sums of bars."""


def phase_one(data: ReportData) -> Chapter:
    """What was claimed."""
    return Chapter("fase-en", "Fase én: det rådmennene svarte", tuple(_blocks(data.claims)))


def _blocks(figures: ClaimFigures | None) -> Iterator[Block]:
    if figures is None or not figures.known:
        yield Words("Svarene fra fase én er ikke lest inn.")
        return
    yield Words(
        f"{share(figures.answered, figures.units)} av {figures.units} enheter svarte på"
        f" skjemaet. {_known(figures)}, og {figures.cold} måtte vi ringe uten å vite noe på"
        f" forhånd. Prosentene er regnet av {how_many(figures.answered, 'enhet', 'enheter')} som"
        " svarte."
    )
    for figure in figures.figures:
        yield _drawn(figure, figures)


def _known(figures: ClaimFigures) -> str:
    more = figures.through_cooperation
    if more:
        return f"Ytterligere {more} ble kjent gjennom samarbeid, så {figures.known} var kjent"
    return f"Ingen andre ble kjent gjennom samarbeid, så {figures.known} var kjent"


def _drawn(figure: ClaimFigure, all_: ClaimFigures) -> BarChart:
    shown = [one for one in figure.bars if one.code not in SUMS]
    given = [(str(one.label), one.count) for one in shown if one.code != NOT_ANSWERED]
    note = f"{how_many(figure.count, 'enhet', 'enheter')}, {per(figure.percent)} av dem som svarte."
    if figure.parts:
        first, second = figure.parts
        note += f" Streken på hver søyle skiller dem {first} fra dem {second}."
    note += "".join(_sum(one) for one in figure.bars if one.code in SUMS)
    note += beside(
        (all_.answered - figure.count, *OTHERS[figure.number - 1]),
        (all_.units - all_.answered, *SILENT),
    )
    return BarChart(
        f"figur-{figure.number}",
        str(figure.title),
        tuple(Bar(str(one.label), one.count, one.percent, one.first) for one in shown),
        note,
        figure.parts,
        most_says(given, all_.answered, ANSWERED),
        ASKED[figure.number - 1],
        parts_of_a_whole=figure.count == all_.answered and not figure.parts,
    )


def _sum(one: ClaimBar) -> str:
    """What several bars come to together: words, for no bar stands beside its own parts."""
    return f" {SUMS[one.code]}: {one.count} ({per(one.percent)})."
