"""Blocks of what was counted: numbers with their per cent, and figures of questions."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

from schemas.frame.frame import Frame
from schemas.language.numerals import how_many, show_number
from schemas.language.text import capital
from schemas.questionnaire.answers import Choice
from schemas.questionnaire.questions import Question
from schemas.review.followed import Followed
from schemas.review.frequencies import Frequency, Hidden, Told
from schemas.review.report.blocks import Bar, BarChart, Block, Quotes, TileChart, Words
from schemas.review.report.quotes import Quote
from schemas.review.report.sentences import Among, listed, most_says, part_says
from schemas.review.shares import percent
from schemas.review.tilemap import Tile, scale_of, tiles

# ── Numbers ──────────────────────────────────────────────────────────────────────────────────────


def share(count: int, of: int) -> str:
    """A number, and how many per cent it is of another."""
    part = percent(count, of)
    return show_number(count) if part is None else f"{show_number(count)} ({part}\xa0%)"


def per(value: int | None) -> str:
    """Per cent as they are printed."""
    return "–" if value is None else f"{value}\xa0%"


# ── Figures of what was counted ──────────────────────────────────────────────────────────────────


def counted(
    id: str,
    title: str,
    numbers: Iterable[tuple[str, int]],
    note: str,
    *,
    question: str = "",
    answers: str = "",
    among: Among = ("enhet", "enheter"),
    says: str = "er vanligst",
    whole: bool = False,
) -> BarChart:
    """A figure of numbers; per cent are of their sum.

    `question` is what was asked, or `answers` what was not, but can be told from what was counted.
    As parts of a `whole`, where each is one of them, they are one bar, if they can be told apart.
    """
    known = tuple(numbers)
    of = sum(count for _, count in known)
    shown = (Bar(label, count, percent(count, of)) for label, count in known)
    finding = most_says(known, of, among, says)
    stacked = whole and len(known) <= WHOLE
    return BarChart(
        id,
        title,
        tuple(shown),
        note,
        finding=finding,
        question=question,
        answers=answers,
        parts_of_a_whole=stacked,
    )


WHOLE: Final = 6
"""So many parts of a whole can be told apart in one bar; more are bars of their own."""


def answers(
    frame: Frame,
    id: str,
    title: str,
    found: Frequency,
    among: Among,
    *,
    says: str | tuple[Collection[Choice], str] = "er vanligst",
    sort: bool = False,
    zeros: bool = True,
) -> BarChart:
    """A figure of one question: every answer, and in the note how many gave none, and why.

    `says` is what is told of the commonest answer, or of everybody who gave one of some codes.
    Without `zeros` what nobody answered is left out: where it could not be answered.  To `sort` is
    the commonest first.
    """
    told = [(one, _of_services(one.n)) for one in found.counts]
    if sort:
        told.sort(key=lambda pair: (is_other(found.question, pair[0].code), -pair[1]))
    shown = [Bar(str(one.label), n, one.percent) for one, n in told if zeros or n]
    return BarChart(
        id,
        title,
        tuple(shown),
        grounds(found, among),
        finding=_finding(found, among, says),
        question=as_asked(frame, found.question),
        parts_of_a_whole=not found.question.type.takes_several and len(shown) <= WHOLE,
    )


def is_other(question: Question, code: str) -> bool:
    """Whether a code is for all that the others are not: it stands last, however many chose it."""
    return question.other is not None and question.other.name == code


def as_asked(frame: Frame, question: Question) -> str:
    """The question, without the name of the one that was asked."""
    design = frame.design
    return str(question.text).replace(f"{{{design.placeholder}}}", str(design.unit.the))


def _finding(found: Frequency, among: Among, says: str | tuple[Collection[Choice], str]) -> str:
    base, counts = _of_services(found.base), [(one, _of_services(one.n)) for one in found.counts]
    if isinstance(says, str):
        return most_says(((str(one.label), n) for one, n in counts), base, among, says)
    codes, words = {one.name for one in says[0]}, says[1]
    return part_says(sum(n for one, n in counts if one.code in codes), base, among, words)


def grounds(found: Frequency, among: Among) -> str:
    """Of whom the per cent are, and how many are not among them."""
    silent = ((str(one.label).lower(), _of_services(one.n)) for one in found.missing)
    missing = ", ".join(f"{label}\xa0{n}" for label, n in silent if n)
    several = " Flere svar var mulig." if found.question.type.takes_several else ""
    silent_told = f" Ikke med i prosenten: {missing}." if missing else NOBODY_MISSING
    base = how_many(_of_services(found.base), *among)
    return f"Prosent av {base} med svar.{several}{silent_told}"


NOBODY_MISSING: Final = " Ingen mangler."


def beside(*left_out: tuple[int, str, str]) -> str:
    """How many are not in a figure: the end of its note.  Each with what one and several are.

    >>> beside((1, "enhet uten svar", "enheter uten svar"), (0, "sak", "saker"))
    ' Ikke med: 1 enhet uten svar.'
    >>> beside((0, "sak", "saker"))
    ' Ingen mangler.'
    """
    told = [how_many(count, one, many) for count, one, many in left_out if count]
    return f" Ikke med: {listed(told)}." if told else NOBODY_MISSING


def _of_services(number: Told) -> int:
    """A figure tells everything, so it is never drawn of persons."""
    if isinstance(number, Hidden):
        raise TypeError(number)
    return number


def numbered(rows: Sequence[tuple[str, int]], of: int) -> tuple[tuple[str, str, str], ...]:
    """Rows of a table: what, how many, and per cent."""
    return tuple((label, show_number(count), per(percent(count, of))) for label, count in rows)


def quoted(found: Quote) -> Iterator[Block]:
    """Quotations, and how many there are; nothing where there are none."""
    if not found.quotes:
        return
    yield Quotes(found.quotes)
    drawn = "" if len(found.quotes) == found.of else f", trukket blant {found.of} ved loddtrekning"
    yield Words(
        f"{how_many(len(found.quotes), 'sitat', 'sitater')}{drawn}."
        " Sitater som nevner personer, nummer, adresser eller steder, er utelatt.",
        note=True,
    )


# ── The map ──────────────────────────────────────────────────────────────────────────────────────

Test = Callable[[Followed], bool]


def on_the_map(
    id: str,
    title: str,
    frame: Frame,
    cases: Iterable[Followed],
    counts: Test,
    among: Test,
    says: tuple[Among, str],
    others: Among,
    answers: str,
) -> TileChart:
    """The share of cases in each group that something `counts` for, `among` some of them.

    `others` is what those are that are not among them, and `answers` the question behind it.
    """
    of, have, known = Counter[str](), Counter[str](), tuple(cases)
    for case in filter(among, known):
        of[case.state.unit.group.id] += 1
        have[case.state.unit.group.id] += counts(case)
    assert frame.design.map, "a figure for surveys with a map"
    shares = {one.id: _part(have[one.id], of[one.id]) for one in frame.groups}
    scale = scale_of(shares.values())
    placed = tiles(frame.design.map, frame.groups, shares, scale)
    drawn = (_tile(one, have, of) for one in placed)
    note = (
        f"Andel av {how_many(of.total(), *says[0])}. Hver flis er {frame.design.group.a}."
        f"{beside((len(known) - of.total(), *others))}"
    )
    return TileChart(
        id,
        title,
        frame.design.map,
        scale,
        tuple(drawn),
        str(capital(frame.design.group.one)),
        note,
        part_says(have.total(), of.total(), *says),
        answers=answers,
    )


def _part(have: int, of: int) -> Fraction | None:
    return Fraction(have, of) if of else None


def _tile(tile: Tile, have: Counter[str], of: Counter[str]) -> tuple[Tile, str]:
    return tile, f"{have[tile.group.id]} av {of[tile.group.id]}"
