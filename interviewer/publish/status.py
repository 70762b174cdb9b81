"""What `ringerunde status` and `ringerunde rates` print."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from schemas.calls.workdays import WEEKDAYS
from schemas.language.dates import clock, local, long_date
from schemas.language.numerals import show_number
from schemas.language.text import capital

if TYPE_CHECKING:
    from db.plain_sql import Looked
    from db.progress import AllCases
    from schemas.calls.settings import Settings
    from schemas.frame.design import FrameDesign
    from schemas.frame.frame import Frame
    from schemas.review.having import Having
    from schemas.review.progress import Progress
    from schemas.review.rates import InterviewRates, Rate
    from schemas.surveys.survey import Survey

NO_OUTCOME: Final = "(ikke noe utfall ennå)"
"""Never called, or the first call is still going on."""


def read(source: "Looked") -> "AllCases":
    """What all the figures are counted from."""
    from db.progress import read_all_cases
    from interviewer.own_settings import read_settings

    return read_all_cases(source, read_settings())


def listing(title: str, *headings: str) -> Table:
    """An empty table: the first columns are words, those marked with `>` are numbers."""
    table = Table(title=Text(title), title_justify="left")
    for heading in headings:
        justify = "right" if heading.startswith(">") else "left"
        table.add_column(Text(heading.removeprefix(">")), justify=justify)  # type: ignore[arg-type]
    return table


# ── Status ───────────────────────────────────────────────────────────────────────────────────────


def print_status(source: "Looked", now: datetime) -> None:
    """Where the cases are, what they cost, the two rates, and when all will be settled."""
    from interviewer.own_settings import read_settings

    known, settings = read(source), read_settings()
    _print(status_parts(source.survey, source.frame, known, now, settings))


def status_parts(
    survey: "Survey",
    frame: "Frame",
    known: "AllCases",
    now: datetime,
    settings: "Settings",
    *,
    with_map: bool = True,
) -> "tuple[RenderableType, ...]":
    """The same, part by part: also what the coordinator's screen shows."""
    from schemas.review.progress import progress
    from schemas.review.rates import interview_rates

    seen = progress(known.cases, known.states, known.appointments, frame.groups, now, settings)
    head = Text(f"Status {_day(local(now).date())} {clock(now)}")
    rates = interview_rates(case.category for case in known.cases)
    rated = _rate_parts(survey, seen.determination, rates)
    groups = _groups(seen, frame.design)
    effort = Group(_effort(seen), Text(_having(survey, known.having)))
    mapped = _map(seen, frame.design) if with_map else ()
    return head, _places(seen), effort, groups, *mapped, *rated


def _print(parts: "Iterable[RenderableType]") -> None:
    console = Console()
    for number, part in enumerate(parts):
        if number:
            console.print()
        console.print(part)


def _places(seen: "Progress") -> Table:
    table = listing(f"Saker: {seen.settled} av {seen.cases} avsluttet", "Sted", "Utfall", ">Saker")
    for place in seen.places:
        table.add_row(Text(str(place.place.label), style="bold"), "", show_number(place.count))
        for outcome, count in place.outcomes:
            words = str(outcome.label) if outcome else NO_OUTCOME
            table.add_row("", Text(words), show_number(count))
    return table


def _effort(seen: "Progress") -> Text:
    return Text("\n".join(_sentences(seen)))


def _sentences(seen: "Progress") -> Iterator[str]:
    effort, agreed = seen.effort, seen.appointments
    yield (
        f"Per avsluttet sak som er ringt: {_number(effort.calls_per_case)} oppringninger,"
        f" {_number(effort.minutes_per_case)} minutter i telefonen."
    )
    if effort.untimed:
        yield f"Oppringninger uten kjent varighet, ikke med i minuttene: {effort.untimed}."
    yield f"Avtaler: åpne {agreed.open}, holdt {agreed.kept}, ikke holdt {agreed.missed}."
    yield _outlook(seen)


def _outlook(seen: "Progress") -> str:
    forecast = seen.forecast
    if not seen.cases:
        return "Ingen saker ennå: De legges inn første gang ringelisten åpnes."
    if not forecast.left:
        return "Alle saker er avsluttet."
    if forecast.pace is None:
        return "Vi kan ikke si når alle er avsluttet, før vi har ringt en hel virkedag."
    pace = f"{_number(forecast.pace)} avsluttede saker per virkedag (regnet av inntil to uker)"
    if forecast.on is None:
        return f"Vi kan ikke si når alle er avsluttet: {pace}, {forecast.left} gjenstår."
    return f"Alle er avsluttet {_day(forecast.on)} i samme tempo: {pace}, {forecast.left} gjenstår."


def _having(survey: "Survey", count: "Having") -> str:
    """How many have what is looked for, and how many of those stand on the public list."""
    on_the_list = f"{len(count.listed)} av {{}} står i oversikten"
    if not survey.classes.are_told_apart():
        return f"{on_the_list.format(count.of)}." if survey.has("overview") else ""
    shares = "har eller deler" if survey.has("sharing") else "har"
    told = f"{count.at_least} av {count.of} {shares} {survey.sought.a}."
    told = f"{told[:1].upper()}{told[1:]}"
    if not survey.has("overview"):
        return told
    waiting = f", {len(count.waiting)} gjør det ikke" if count.waiting else ""
    return f"{told} {on_the_list.format('dem')}{waiting}."


def _groups(seen: "Progress", design: "FrameDesign") -> Table:
    from schemas.review.rates import per_cent

    group = str(design.group.one)
    heading = group[0].upper() + group[1:]
    table = listing(f"Avsluttede saker etter {group}", heading, ">Avsluttet", ">Saker", ">Prosent")
    for one in seen.groups:
        counts = show_number(one.settled), show_number(one.count)
        table.add_row(Text(one.group.name), *counts, per_cent(one.share))
    return table


def _map(seen: "Progress", design: "FrameDesign") -> Iterator[Text]:
    """The same on the survey's map, if it has one."""
    from schemas.review.tilemap import LEGEND, draw, tiles

    if design.map is None:
        return
    shares = {one.group.id: one.share for one in seen.groups}
    drawn = draw(design.map, tiles(design.map, (one.group for one in seen.groups), shares))
    yield Text("\n".join(("Andel avsluttede saker", "", *drawn, "", LEGEND)), no_wrap=True)


def _number(value: Fraction | None) -> str:
    from schemas.review.rates import NOTHING, one_decimal

    return NOTHING if value is None else one_decimal(value)


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {long_date(day)}"


# ── Rates ────────────────────────────────────────────────────────────────────────────────────────


def print_rates(source: "Looked") -> None:
    """The two rates, each with what it counts, its formula and its numbers."""
    from db.progress import read_cases
    from schemas.review.progress import determined
    from schemas.review.rates import interview_rates

    cases = read_cases(source)
    rates = interview_rates(one.category for one in cases)
    _print(_rate_parts(source.survey, determined(cases), rates))


def _rate_parts(
    survey: "Survey", known: "Rate", rates: "InterviewRates"
) -> "tuple[RenderableType, ...]":
    from schemas.review.rates import counted_as_interview

    sought = survey.sought
    of_all = listing("Avklaring: av alle enheter i utvalget", "Rate", ">Verdi", ">Tall", "Hva")
    of_some = listing(f"Intervju: av {sought.many} (AAPOR)", "Rate", ">Verdi", ">Tall", "Hva")
    interviews = _rated(of_some, rates.e, rates.usual_e, *rates.rates)
    told = [counted_as_interview(sought.a)] if survey.classes.are_told_apart() else []
    if survey.has("sharing"):
        told.append(
            f"{capital(sought.a)} som flere deler, telles én gang, hos den som ble intervjuet."
        )
    below = [Text(" ".join(told))] if told else []
    return _rated(of_all, known), _counted(rates), Group(interviews, *below)


def _rated(table: Table, *rates: "Rate") -> Table:
    for rate in rates:
        of = f"{_plain(rate.part)} av {_plain(rate.of)}"
        table.add_row(rate.name, rate.percent, of, Text(f"{rate.label}\n{rate.formula}"))
    return table


def _counted(rates: "InterviewRates") -> Table:
    from schemas.calls.outcome_rows import Category

    table = listing("Intervju: sakene etter gruppe (AAPOR)", "", "Gruppe", ">Saker")
    for one in Category:
        table.add_row(one.letters, Text(str(one.label)), show_number(rates.counts[one]))
    return table


def _plain(number: Fraction | None) -> str:
    """Whole where it is whole: only what is weighed with e has decimals."""
    if number is not None and number.denominator == 1:
        return show_number(int(number))
    return _number(number)
