"""Phase one: figures 1-3 of the article, from the answers of the chief executives."""

from collections.abc import Iterator

from interviewer.publish.blocks import Block, Chapter, Figure, Words
from interviewer.publish.report_data import Material
from interviewer.publish.svg import Bar, bars
from schemas.review.phase_one import Figures, PhaseOneFigure
from schemas.review.phase_one import PhaseOneBar as Counted

SUMS = {"felles": "I alt med felles organisering", "ikke_tjeneste": "I alt uten tjeneste"}
"""Bars that are sums of those above them."""

PARTS = ("uten tilbud", "uten felles organisering")


def phase_one(material: Material) -> Chapter:
    """What was claimed."""
    return Chapter("fase-en", "Fase én: det rådmennene svarte", tuple(_blocks(material.phase_one)))


def _blocks(figures: Figures) -> Iterator[Block]:
    if not figures.known:
        yield Words("Svarene fra fase én er ikke lest inn.")
        return
    yield Words(
        f"{figures.answered} ({figures.answered_percent} %) av {figures.units} enheter svarte på"
        f" skjemaet. Ytterligere {figures.through_cooperation} ble kjent gjennom samarbeid, så"
        f" {figures.known} var kjent, og {figures.cold} måtte ringes uten å vite noe."
        f" Prosentene er av de {figures.answered} som svarte."
    )
    for figure in figures.figures:
        yield _drawn(figure)


def _drawn(figure: PhaseOneFigure) -> Figure:
    title = f"Figur {figure.number}. {figure.title}"
    split = any(bar.without_offers is not None for bar in figure.bars)
    shown = [_bar(one) for one in sorted(figure.bars, key=lambda one: one.code in SUMS)]
    share = "–" if figure.percent is None else f"{figure.percent} %"
    note = f"{figure.count} enheter, {share} av dem som svarte."
    if split:
        note += " Streken på hver søyle skiller dem uten tilbud fra dem uten felles organisering."
    id = f"figur-{figure.number}"
    return Figure(id, title, bars(id, title, shown, PARTS if split else ()), note)


def _bar(one: Counted) -> Bar:
    return Bar(SUMS.get(one.code, str(one.label)), one.count, one.percent, one.without_offers)
