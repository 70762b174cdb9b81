"""What a report consists of: chapters with headings, sentences, figures, tables and quotations.

The templates know how each of them is drawn; what is in them is decided in the chapters.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias

from markupsafe import Markup

from interviewer.publish.svg import Bar, bars
from schemas.language.numerals import show_number
from schemas.review.frequencies import Frequency, Hidden, Told
from schemas.review.phase_one import percent


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a chapter."""

    kind: ClassVar[str] = "heading"
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; `note` is one that explains numbers."""

    kind: ClassVar[str] = "words"
    words: str
    note: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A few numbers, large, each with what it is."""

    kind: ClassVar[str] = "facts"
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with its title, and a note on whom it counts."""

    kind: ClassVar[str] = "figure"
    id: str
    title: str
    svg: Markup
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the first cell of a row is what it is about.

    `apart` are rows that are not part of what the others are counted among, `sums` those below.
    The first columns, as many as `words` says, are words; the others are numbers.
    """

    kind: ClassVar[str] = "table"
    id: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    apart: tuple[tuple[str, ...], ...] = ()
    sums: tuple[tuple[str, ...], ...] = ()
    about: str = ""
    words: int = 1


@dataclass(frozen=True, slots=True)
class Quotes:
    """What people said, in their own words and without their names."""

    kind: ClassVar[str] = "quotes"
    quotes: tuple[str, ...]


Block: TypeAlias = Heading | Words | KeyFigures | Figure | Table | Quotes


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the report."""

    id: str
    title: str
    blocks: tuple[Block, ...] = field(default=())


# ── Numbers ──────────────────────────────────────────────────────────────────────────────────────


def share(count: int, of: int) -> str:
    """A number, and how many per cent it is of another."""
    part = percent(count, of)
    return show_number(count) if part is None else f"{show_number(count)} ({part}\xa0%)"


def per(value: int | None) -> str:
    """Per cent as they are printed."""
    return "–" if value is None else f"{value}\xa0%"


# ── Figures of what was counted ──────────────────────────────────────────────────────────────────


def counted(id: str, title: str, numbers: Iterable[tuple[str, int]], note: str = "") -> Figure:
    """A figure of numbers without a question behind them; per cent are of their sum."""
    known = tuple(numbers)
    of = sum(count for _, count in known)
    shown = [Bar(label, count, percent(count, of)) for label, count in known]
    return Figure(id, title, bars(id, title, shown), note)


def answers(
    id: str, title: str, found: Frequency, among: str, *, sort: bool = False, zeros: bool = True
) -> Figure:
    """A figure of one question: every answer, and in the note how many gave none, and why.

    Without `zeros` what nobody answered is left out: where it could not be answered.
    """
    told = ((one, _of_services(one.n)) for one in found.counts)
    shown = [Bar(str(one.label), n, one.percent) for one, n in told if zeros or n]
    if sort:
        shown.sort(key=lambda bar: -bar.count)
    return Figure(id, title, bars(id, title, shown), grounds(found, among))


def grounds(found: Frequency, among: str) -> str:
    """Of whom the per cent are, and how many are not among them."""
    silent = ((str(one.label).lower(), _of_services(one.n)) for one in found.missing)
    missing = ", ".join(f"{label}\xa0{n}" for label, n in silent if n)
    several = " Flere svar var mulig." if found.question.type.takes_several else ""
    beside = f" Ikke med i prosenten: {missing}." if missing else ""
    return f"Prosent av {show_number(_of_services(found.base))} {among} med svar.{several}{beside}"


def _of_services(number: Told) -> int:
    """A figure tells everything, so it is never drawn of persons."""
    if isinstance(number, Hidden):
        raise TypeError(number)
    return number


def numbered(rows: Sequence[tuple[str, int]], of: int) -> tuple[tuple[str, str, str], ...]:
    """Rows of a table: what, how many, and per cent."""
    return tuple((label, show_number(count), per(percent(count, of))) for label, count in rows)
