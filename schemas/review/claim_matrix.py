"""What units claimed against what the interviews found, unit by unit.

Every number is kept with the units behind it, so that somebody can go and look.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from schemas.language.text import Text
from schemas.review.claims import Claim, Difference
from schemas.review.classes import Class
from schemas.review.shares import percent

Finding: TypeAlias = Class | None
"""What the interviews found; None: not known yet."""

NOT_STATED: Final = Text("Ikke svart")
NOT_KNOWN: Final = Text("Ikke kjent ennå")
EVERYBODY: Final = Text("Alle")


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
        """How many units there are in the cell."""
        return len(self.units)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """What was found where one thing was claimed: a cell for each finding, in their order."""

    label: Text
    total: int
    cells: Mapping[Finding, Cell]

    def __getitem__(self, finding: Finding) -> Cell:
        return self.cells[finding]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table, a row for each claim in their order; `total` is below them.

    `disproved` are the units that made the `tested` claim, have been found out about, and neither
    have nor share what they claimed; `checked` is how many made it and have been found out about.
    `borderland` made it, and what they have is not decided: they are on neither side.
    """

    by_claim: Mapping[Claim | None, MatrixRow]
    total: MatrixRow
    tested: Claim
    disproved: Cell
    checked: int
    borderland: tuple[str, ...]
    reasons: tuple[tuple[Difference, Cell], ...]

    @property
    def rows(self) -> tuple[MatrixRow, ...]:
        """The rows in their order, without the total."""
        return tuple(self.by_claim.values())

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in their order."""
        return tuple(self.total.cells)

    def __getitem__(self, claim: Claim | None) -> MatrixRow:
        return self.by_claim[claim]


def matrix(
    compared: Iterable[Compared],
    claims: type[Claim],
    classes: type[Class],
    differences: type[Difference],
    tested: Claim,
) -> Matrix:
    """Claim by finding; per cent are of the row, rounded half up."""
    everybody, findings = sorted(compared, key=lambda one: one.unit_id), (*classes, None)
    rows = {claim: _claimed(claim, everybody, findings) for claim in (*claims, None)}
    found = [(one, one.finding) for one in everybody if one.claim is tested]
    checked = [one for one, klass in found if klass and not klass.is_undecided]
    return Matrix(
        by_claim=rows,
        total=_row(EVERYBODY, everybody, findings),
        tested=tested,
        disproved=_cell(checked, lambda one: not (one.finding and one.finding.has_any)),
        checked=len(checked),
        borderland=tuple(one.unit_id for one, klass in found if klass and klass.is_undecided),
        reasons=_reasons(everybody, differences),
    )


def _claimed(
    claim: Claim | None, everybody: Iterable[Compared], findings: Iterable[Finding]
) -> MatrixRow:
    label = claim.label if claim else NOT_STATED
    return _row(label, [one for one in everybody if one.claim is claim], findings)


def _row(label: Text, units: Sequence[Compared], findings: Iterable[Finding]) -> MatrixRow:
    return MatrixRow(label, len(units), {one: _found(one, units) for one in findings})


def _found(finding: Finding, units: Sequence[Compared]) -> Cell:
    return _cell(units, lambda one: one.finding is finding)


def _reasons(
    everybody: Iterable[Compared], differences: type[Difference]
) -> tuple[tuple[Difference, Cell], ...]:
    """How often each reason was given, of all that were."""
    told = [one for one in everybody if one.reason]
    return tuple((reason, _given(reason, told)) for reason in differences)


def _given(reason: Difference, told: Sequence[Compared]) -> Cell:
    return _cell(told, lambda one: one.reason is reason)


def _cell(among: Sequence[Compared], belongs: Callable[[Compared], bool]) -> Cell:
    units = tuple(one.unit_id for one in among if belongs(one))
    return Cell(units, percent(len(units), len(among)))
