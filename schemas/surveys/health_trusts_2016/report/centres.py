"""The centres: how many there are, with how many people, what they do, and where they belong."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from fractions import Fraction

from schemas.language.numerals import how_many, show_number
from schemas.review.frequencies import FEW, Summary
from schemas.review.overview_lines import by_name
from schemas.review.rates import exact
from schemas.review.report.blocks import (
    Block,
    Chapter,
    DotChart,
    Heading,
    KeyFigures,
    PanelChart,
    Table,
    Words,
)
from schemas.review.report.compared import Counted, panels, ranked
from schemas.review.report.figures import answers, as_asked, beside
from schemas.review.report.report_data import ReportData
from schemas.review.report.sentences import listed
from schemas.review.report.withheld import TOGETHER, SummedGroups, UnitNumbers, summed
from schemas.review.reviewed_interview import ReviewedInterview
from schemas.surveys.health_trusts_2016.code_lists import CentreRole, Organised
from schemas.surveys.health_trusts_2016.report.sums import (
    Sums,
    centres_of,
    of_centres,
    with_centres,
)

UNITS = ("enhet", "enheter")
CENTRES = ("senter", "sentre")
UNNAMED = ("enhet som ikke kan navngis", "enheter som ikke kan navngis")
WITHOUT_THE_NUMBER = (
    "enhet som ikke har oppgitt årsverkene",
    "enheter som ikke har oppgitt årsverkene",
)
BESIDE_THEM = ("enhet slått sammen med dem", "enheter slått sammen med dem")
NOT_NAMED = "som ikke kan navngis"
TOO_FEW = "Så få enheter er med at noen kan regne seg fram til hva én av dem har."
NAMED = ("enhet som kan navngis", "enheter som kan navngis")


def centres(data: ReportData) -> Chapter:
    """Organisation, and centres with their employees and full-time equivalents."""
    return Chapter("sentrene", "Sentrene", tuple(_centres(data)))


def _centres(data: ReportData) -> Iterator[Block]:
    organised = data.everybody["centres"]["organised"]
    says = ((Organised.centres,), "har ett eller flere lærings- og mestringssentre")
    about = "Hvordan opplæringen er organisert"
    yield answers(data.frame, "organisering", about, organised, UNITS, says=says)
    having = with_centres(data)
    if not having:
        yield Words("Ingen har oppgitt noe senter ennå.")
        return
    yield Heading("arsverk", "Ansatte og årsverk")
    yield KeyFigures(tuple(_size(having, _alone(data))))
    yield from _unknown(of_centres(having))
    yield _by_group(data)
    yield from _work_by_unit(data)
    yield from _by_unit(data)
    told = data.everybody["centre"]
    yield Heading("oppgaver", "Oppgaver og plassering")
    yield answers(
        data.frame,
        "rolle",
        "Hva sentrene gjør",
        told["centre_role"],
        CENTRES,
        says="er det sentrene oftest gjør",
        sort=True,
    )
    yield from _role_by_group(data)
    yield answers(
        data.frame,
        "plassering",
        "Hvor i organisasjonen sentrene ligger",
        told["centre_belongs"],
        CENTRES,
        says="er der sentrene oftest ligger",
    )


def _size(known: Sequence[ReviewedInterview], alone: Set[str]) -> Iterator[tuple[str, str]]:
    """How much there is of all; and how many centres each has, which is no secret."""
    everyone = {one.unit_id for one in known}
    sums = of_centres(known)
    yield f"sentre i {how_many(len(known), *UNITS)}", show_number(sums.centres)
    yield "ansatte til sammen", exact(sums.staff)
    yield "årsverk til sammen", exact(sums.fte)
    yield from _per_unit("sentre per enhet", known, lambda one: Fraction(one.centres), everyone)
    yield from _per_unit("ansatte per enhet", known, _staff, alone)
    yield from _per_unit("årsverk per enhet", known, _fte, alone)


def _staff(unit: Sums) -> Fraction | None:
    """How many employees a unit has, where it is known of all its centres."""
    return None if unit.staff_unknown else unit.staff


def _fte(unit: Sums) -> Fraction | None:
    """How many full-time equivalents a unit has, where it is known of all its centres."""
    return None if unit.fte_unknown else unit.fte


def _per_unit(
    words: str,
    having: Iterable[ReviewedInterview],
    of: Callable[[Sums], Fraction | None],
    shown: Set[str],
) -> Iterator[tuple[str, str]]:
    """The least and the most are figures of one unit each: such as are `shown` anyhow."""
    counted = {one.unit_id: of(of_centres([one])) for one in having}
    summary = Summary.of(one for one in counted.values() if one is not None)
    if summary:
        yield f"{words}, median", exact(summary.median)
        if {summary.least, summary.most} <= {counted[id] for id in shown}:
            yield f"{words}, fra og til", f"{exact(summary.least)}–{exact(summary.most)}"


def _unknown(sums: Sums) -> Iterator[Block]:
    told = {"ansatte": sums.staff_unknown, "årsverk": sums.fte_unknown}
    missing = " og ".join(f"{words} i {count}" for words, count in told.items() if count)
    if missing:
        yield Words(
            f"Ikke med i summene, fordi det ikke er oppgitt: {missing} av sentrene.", note=True
        )


HEAD = ("Sentre", "Ansatte", "Årsverk")


def _summed(data: ReportData) -> tuple[SummedGroups, ...]:
    """The units with a centre: of which there is a sum, and which of them stand there alone.

    Of employees and full-time equivalents, that is.  How many centres there are is told of all of
    them: that a hospital has one is no secret.
    """
    group_of = {one.id: one.group.name for one in data.frame}
    return summed(
        UnitNumbers(one.unit_id, group_of[one.unit_id], one.may_be_named, _known(one))
        for one in with_centres(data)
    )


def _known(one: ReviewedInterview) -> tuple[Fraction | None, ...]:
    """The sums of a unit, as far as anybody knows them."""
    sums = of_centres([one])
    numbers = (sums.staff, sums.staff_unknown), (sums.fte, sums.fte_unknown)
    return tuple(None if unknown == sums.centres else sum_ for sum_, unknown in numbers)


def _alone(data: ReportData) -> frozenset[str]:
    """The units whose figures are told one by one."""
    return frozenset(unit.unit_id for one in _summed(data) for unit in one.alone)


def _hidden(data: ReportData) -> int:
    """How many may be named, and are not told alone for the sake of others."""
    return sum(unit.may_be_named for one in _summed(data) for unit in one.rest)


def _by_group(data: ReportData) -> Table:
    having, groups = with_centres(data), _summed(data)
    alone = {one.groups[0]: one.unit_ids for one in groups if not one.groups[1:]}
    together = {listed(one.groups): one.unit_ids for one in groups if one.groups[1:]}
    within = {name for one in groups if one.groups[1:] for name in one.groups}
    names = (group.name for group in data.frame.groups if group.name not in within)
    sums = {name: alone.get(name, frozenset()) for name in names} | together
    rows = ((name, [one for one in having if one.unit_id in units]) for name, units in sums.items())
    return Table(
        "sentre-etter-rhf",
        "Sentre, ansatte og årsverk etter RHF",
        ("RHF", "Enheter", *HEAD),
        tuple((name, show_number(len(some)), *_row(some)) for name, some in rows),
        sums=(("Alle", show_number(len(having)), *_row(having)),),
    )


def _by_unit(data: ReportData) -> Iterator[Block]:
    """Every unit that may be named in public, by name, and the others in one row.

    The specification has figures per unit, and no leave but that of the public list: only a unit
    that may be named there is named here, as things stand now.
    """
    having, alone = with_centres(data), _alone(data)
    told = {one.unit_id: one for one in having if one.unit_id in alone}
    rows = [
        (unit.name, unit.group.name, *_row([told[unit.id]]))
        for group in data.frame.groups
        for unit in by_name(one for one in data.frame if one.group.id == group.id)
        if unit.id in told
    ]
    others = [one for one in having if one.unit_id not in told]
    hidden = _hidden(data)
    if others:
        together = f"{len(others)} til sammen" if hidden else f"{len(others)} {NOT_NAMED}"
        rows.append((together, "", *_row(others)))
    yield Table(
        "sentre-etter-enhet",
        "Sentre, ansatte og årsverk i hver enhet",
        ("Enhet", "RHF", *HEAD),
        tuple(rows),
        words=2,
    )
    yield from _why_together(data, len(others) - hidden)


def _why_together(data: ReportData, unnamed: int) -> Iterator[Words]:
    """What was put together to keep from sight what one of the unnamed has; nothing, if nothing.

    Of fewer than can hide one of them, it is told that they do not.
    """
    sums = _summed(data)
    hidden, groups = _hidden(data), [one.groups for one in sums if one.groups[1:]]
    if not all(one.is_safe for one in sums):
        yield Words(TOO_FEW, note=True)
    elif hidden or groups:
        stand = f", og {how_many(hidden, *UNITS)} som kan det" if hidden else ""
        together = "".join(f" Også slått sammen: {listed(one)}." for one in groups)
        yield Words(
            f"Slått sammen: {how_many(unnamed, *UNNAMED)}{stand}.{together} Ellers kunne noen"
            " regnet seg fram til hva én enhet har. Det som er igjen av en sum i denne rapporten,"
            f" er av minst {TOGETHER} enheter.",
            note=True,
        )


def _work_by_unit(data: ReportData) -> Iterator[DotChart]:
    """The full-time equivalents of every unit that is told alone, where they are known of all;
    nothing where no unit is.
    """
    having, alone, hidden = with_centres(data), _alone(data), _hidden(data)
    units = {one.unit_id: _fte(of_centres([one])) for one in having if one.unit_id in alone}
    known = [(data.frame[id], fte) for id, fte in units.items() if fte is not None]
    if not known:
        return
    yield ranked(
        "arsverk-enhet",
        "Årsverk i sentrene, enhet for enhet",
        ("Enhet", "Årsverk"),
        [(unit.name, unit.group.name, fte) for unit, fte in known],
        (NAMED, "årsverk i sentrene"),
        "Med er enhetene som kan navngis, fordi de har sagt ja til å stå i oversikten, og som har"
        " oppgitt årsverkene i alle sentrene sine."
        + beside(
            (len(having) - len(units) - hidden, *UNNAMED),
            (hidden, *BESIDE_THEM),
            (len(units) - len(known), *WITHOUT_THE_NUMBER),
        ),
        as_asked(data.frame, data.questionnaire.by_id["centre_fte"]),
    )


def _role_by_group(data: ReportData) -> Iterator[PanelChart]:
    """What the centres do, by regional health authority."""
    having, frame = with_centres(data), data.frame
    by_group = {
        group: [one for one in having if frame[one.unit_id].group.id == group.id]
        for group in frame.groups
    }
    groups = [_roles(group.name, some) for group, some in by_group.items()]
    silent = sum(len(centres_of(one)) for one in having) - sum(one.of for one in groups)
    yield from panels(
        "rolle-rhf",
        "Hva sentrene gjør, i hvert RHF",
        tuple(str(one.label) for one in CentreRole),
        groups,
        (CENTRES, "bistår klinikkene med deres tilbud"),
        "Prosent av sentrene med svar i hvert RHF. Tallet i parentes er hvor mange de er. RHF med"
        f" færre enn {FEW} enheter er slått sammen. Flere svar var mulig."
        + beside((silent, "senter uten svar", "sentre uten svar")),
        question=as_asked(frame, data.questionnaire.by_id["centre_role"]),
    )


def _roles(name: str, some: Sequence[ReviewedInterview]) -> Counted:
    told = [centre.get("centre_role") for one in some for centre in centres_of(one)]
    answered = [one for one in told if isinstance(one, list | tuple)]
    counts = tuple(sum(role.name in one for one in answered) for role in CentreRole)
    found = sum(CentreRole.assists.name in one for one in answered)
    return Counted(name, len(some), len(answered), counts, found)


def _row(some: Iterable[ReviewedInterview]) -> tuple[str, str, str]:
    sums = of_centres(some)
    return (
        show_number(sums.centres),
        _told(sums.staff, sums.staff_unknown, sums.centres),
        _told(sums.fte, sums.fte_unknown, sums.centres),
    )


def _told(sum_: Fraction, unknown: int, of: int) -> str:
    """The sum of what is known; a stroke where nothing is."""
    return "–" if unknown == of and of else exact(sum_)
