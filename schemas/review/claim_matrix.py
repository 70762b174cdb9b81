"""What the chief executives claimed against what the interviews found, unit by unit.

Every number is kept with the units behind it, so that somebody can go and look.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from schemas.language.text import Text
from schemas.questionnaire.preloads import Claim
from schemas.review.claim_comparison import Difference
from schemas.review.phase_one import percent
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class

Finding: TypeAlias = Class | None
"""What phase two found; None: not known yet."""

CLAIMS: Final[tuple[Claim | None, ...]] = (*Claim, None)
FINDINGS: Final[tuple[Finding, ...]] = (*Class, None)

NOT_STATED: Final = Text("Ikke svart", nn="Ikkje svart", en="Not answered")
NOT_KNOWN: Final = Text("Ikke kjent ennå", nn="Ikkje kjent enno", en="Not known yet")
EVERYBODY: Final = Text("Alle", nn="Alle", en="All")

HAS_SERVICE: Final = frozenset({Class.service, Class.covered})
"""Who has a service, or shares one: a unit that is covered by its neighbour did not err."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One unit: what was claimed, what was found, and why they differ, if somebody said so."""

    unit_id: str
    claim: Claim | None
    finding: Finding
    reason: Difference | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The units that belong here, and how many per cent of their row they are."""

    units: tuple[str, ...]
    percent: int | None

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.units)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """What was found where one thing was claimed; the cells are in the order of `FINDINGS`."""

    label: Text
    total: int
    cells: tuple[Cell, ...]

    def __getitem__(self, finding: Finding) -> Cell:
        return self.cells[FINDINGS.index(finding)]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table; the rows are in the order of `CLAIMS`, and `total` is below them.

    `disproved` are the units that claimed a service, have been found out about, and neither have
    nor share one; `checked` is how many claimed one and have been found out about.  `borderland`
    claimed one, and what they have is not decided: they are on neither side.
    """

    rows: tuple[MatrixRow, ...]
    total: MatrixRow
    disproved: Cell
    checked: int
    borderland: tuple[str, ...]
    reasons: tuple[tuple[Difference, Cell], ...]

    def __getitem__(self, claim: Claim | None) -> MatrixRow:
        return self.rows[CLAIMS.index(claim)]


def matrix(compared: Iterable[Compared]) -> Matrix:
    """Claim by finding; per cent are of the row, rounded half up."""
    everybody = sorted(compared, key=lambda one: one.unit_id)
    found = [one for one in everybody if one.claim is Claim.service and one.finding]
    checked = [one for one in found if one.finding is not Class.borderline]
    return Matrix(
        rows=tuple(_claimed(claim, everybody) for claim in CLAIMS),
        total=_row(EVERYBODY, everybody),
        disproved=_cell(checked, lambda one: one.finding not in HAS_SERVICE),
        checked=len(checked),
        borderland=tuple(one.unit_id for one in found if one.finding is Class.borderline),
        reasons=_reasons(everybody),
    )


def _claimed(claim: Claim | None, everybody: Iterable[Compared]) -> MatrixRow:
    label = claim.label if claim else NOT_STATED
    return _row(label, [one for one in everybody if one.claim is claim])


def _row(label: Text, units: Sequence[Compared]) -> MatrixRow:
    cells = (_found(finding, units) for finding in FINDINGS)
    return MatrixRow(label, len(units), tuple(cells))


def _found(finding: Finding, units: Sequence[Compared]) -> Cell:
    return _cell(units, lambda one: one.finding is finding)


def _reasons(everybody: Iterable[Compared]) -> tuple[tuple[Difference, Cell], ...]:
    """How often each reason was given, of all that were."""
    told = [one for one in everybody if one.reason]
    return tuple((reason, _given(reason, told)) for reason in Difference)


def _given(reason: Difference, told: Sequence[Compared]) -> Cell:
    return _cell(told, lambda one: one.reason is reason)


def _cell(among: Sequence[Compared], belongs: Callable[[Compared], bool]) -> Cell:
    units = tuple(one.unit_id for one in among if belongs(one))
    return Cell(units, percent(len(units), len(among)))
