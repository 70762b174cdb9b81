"""The way to the right department: where it was, and how often we were sent on before we came."""

from collections import Counter
from collections.abc import Iterator

from schemas.calls.call_codes import RedirectHow
from schemas.calls.departments import Department
from schemas.calls.front_line import Pointed
from schemas.calls.whereabouts import who_sent_on
from schemas.language.numerals import how_many, show_number
from schemas.review.report.blocks import Block, Chapter, Table, Words
from schemas.review.report.figures import beside, counted, numbered, per, share
from schemas.review.report.report_data import ReportData
from schemas.review.shares import percent

FINISHED = ("fullført sak", "fullførte saker")
NOT_KNOWN = ("fullført sak der vi ikke vet det", "fullførte saker der vi ikke vet det")
MANY = 4
"""From so many redirects on, they are counted together."""


def way(data: ReportData) -> Chapter:
    """The chapter on how the right person was found."""
    return Chapter("veien", "Veien til rett avdeling", tuple(_way(data)))


def _way(data: ReportData) -> Iterator[Block]:
    yield from _front_line(data)
    found = data.found_at
    finished = sum(one.is_finished for one in data.histories)
    note = f"Prosent av {how_many(len(found), *FINISHED)} der vi vet hvor rett person satt."
    note += beside((finished - len(found), *NOT_KNOWN))
    where = Counter(one.department for one in found)
    departments = [(str(one.label), count) for one, count in where.most_common()]
    yield counted(
        "avdelinger",
        "Hvor rett person ble funnet",
        departments,
        note,
        answers="I hvilken avdeling satt den som kunne svare?",
        among=FINISHED,
    )
    steps = Counter(min(len(one.sent_right), MANY) for one in found)
    yield counted(
        "viderekoblinger",
        "Viderekoblinger på veien til rett person",
        [(_times(number), steps[number]) for number in range(MANY + 1)],
        note,
        answers="Hvor mange ganger ble vi sendt videre før vi fant den som kunne svare?",
        among=FINISHED,
    )
    yield _sent(data)
    yield _how(data)


def _front_line(data: ReportData) -> Iterator[Words]:
    """How seldom the first one who picks up knows where to send us."""
    told = data.pointed
    asked = told.total()
    if asked:
        front = (str(one.label).lower() for one in data.departments if one.is_front_line)
        yield Words(
            f"Da vi lette etter rett person, spurte vi {show_number(asked)} {' og '.join(front)}."
            f" Første gang viste {share(told[Pointed.straight], asked)} oss direkte til rett"
            f" person, {share(told[Pointed.elsewhere], asked)} viste oss til noen andre, og"
            f" {share(told[Pointed.nowhere], asked)} visste ikke om noen."
            f" {share(told[Pointed.unknown], asked)} viste oss videre i saker der rett person"
            " ikke er funnet ennå."
        )


def _times(number: int) -> str:
    if number == MANY:
        return f"{number} eller flere"
    return ("Ingen, den første visste", "Én", "To", "Tre")[number]


def _sent(data: ReportData) -> Table:
    """Which departments send people on, and how often towards the right one."""
    sent = who_sent_on(data.found_at)
    return Table(
        "sendte-videre",
        "Avdelinger som sendte oss videre, og hvor ofte det var i riktig retning",
        ("Avdeling", "Sendte oss videre", "I riktig retning", "Prosent"),
        tuple(_line(one, asked, right) for one, (right, asked) in sent.items()),
    )


def _line(department: Department, asked: int, right: int) -> tuple[str, ...]:
    share = per(percent(right, asked))
    return str(department.label), show_number(asked), show_number(right), share


def _how(data: ReportData) -> Table:
    how = Counter(data.ways_on)
    total = sum(how.values())
    return Table(
        "hvordan",
        "Hvordan vi ble sendt videre, i alle saker",
        ("Hvordan", "Ganger", "Prosent"),
        numbered([(str(one.label), how[one]) for one in RedirectHow], total),
        sums=(("Alle", show_number(total), ""),),
    )
