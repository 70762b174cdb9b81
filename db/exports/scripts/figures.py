"""The main figures of the report, made again from the CSV files that lie beside this script.

Plain Python, nothing to install:  python3 figures.py [FOLDER]

It reads cases.csv alone: one row for each unit of the sample.  Each line that it writes has the
name of the figure, its numerator, its denominator, and its value; columns are parted by tabs.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from math import floor
from pathlib import Path

Case = dict[str, str]
"""A row, by the names of its columns."""

Line = tuple[str, str, str, str]
"""A figure: its name, its numerator, its denominator, its value."""

ELIGIBLE = ("interview", "partial", "refusal", "non_contact", "other")
"""Categories of AAPOR's formulas, as they stand in the column category: I, P, R, NC and O."""

UNKNOWN = ("unknown_contact", "unknown_other")
"""UH and UO."""

OUT = "out_of_frame"
"""The outcome of a unit that a coordinator has taken out of the sample."""


class CasesRead(list[Case]):
    """The case file, row by row, and the names of its columns."""

    columns: frozenset[str] = frozenset()


def read(folder: Path) -> CasesRead:
    """The case file."""
    with (folder / "cases.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        cases = CasesRead(rows)
        cases.columns = frozenset(rows.fieldnames or ())
    return cases


def per_cent(value: Fraction | None) -> str:
    """With one decimal, rounded half up; never 0 or 100 unless it is nobody or all."""
    if value is None:
        return "–"
    if 0 < value < 1:
        value = min(max(value, Fraction(1, 1000)), Fraction(999, 1000))
    tenths = floor(1000 * value + Fraction(1, 2))
    return f"{tenths // 10},{tenths % 10} %"


def whole_per_cent(count: int, of: int) -> str:
    """In whole per cent, rounded half up; <1 and >99 where it only rounds to nobody or to all."""
    if not of:
        return "–"
    rounded = floor(Fraction(100 * count, of) + Fraction(1, 2))
    if rounded == 0 and count:
        return "<1 %"
    return ">99 %" if rounded == 100 and count < of else f"{rounded} %"


def rate(name: str, part: int, of: int | Fraction | None) -> Line:
    """A rate as a line; of is None where nobody can tell it."""
    value = Fraction(part) / of if of else None
    return name, str(part), "–" if of is None else number(Fraction(of)), per_cent(value)


def number(value: Fraction) -> str:
    """Whole where it is whole, else with one decimal, rounded half up, as the report writes it."""
    if value.denominator == 1:
        return str(value.numerator)
    tenths = floor(10 * value + Fraction(1, 2))
    return f"{tenths // 10},{tenths % 10}"


def determination(cases: CasesRead) -> Line:
    """Of how many of the units in the sample it is known what they have."""
    sample = [case for case in cases if case["outcome"] != OUT]
    return rate("determination", sum(case["class"] != "" for case in sample), len(sample))


def rates(cases: CasesRead) -> Iterator[Line]:
    """AAPOR's rates of the interviews.

    e is the share with what is looked for among the determined units: I/(I+NE).  Of whoever refused
    or agreed to talk later nobody knows it; e_AAPOR, AAPOR's usual one, counts them as having it.
    """
    counted = Counter(case["category"] for case in cases)
    whole, partial, refused = (counted[one] for one in ("interview", "partial", "refusal"))
    known = sum(counted[one] for one in ELIGIBLE)
    unknown = sum(counted[one] for one in UNKNOWN)
    none = counted["not_eligible"]
    talked = whole + partial + refused + counted["other"]
    e = Fraction(whole, whole + none) if whole + none else None
    weighed = known + e * unknown if e is not None else None if unknown else Fraction(known)
    yield rate("e", whole, whole + none)
    yield rate("e_AAPOR", known, known + none)
    yield rate("RR1", whole, known + unknown)
    yield rate("RR2", whole + partial, known + unknown)
    yield rate("RR3", whole, weighed)
    yield rate("RR4", whole + partial, weighed)
    yield rate("COOP1", whole, talked)
    yield rate("REF1", refused, known + unknown)
    yield rate("CON1", talked, known + unknown)
    for category in (*ELIGIBLE, *UNKNOWN, "not_eligible"):
        yield f"category {category}", str(counted[category]), str(len(cases)), ""


def having(cases: CasesRead) -> Iterator[Line]:
    """How many have or share what is looked for; units that are parts of one count as one.

    Nothing where a survey looks for what every unit has.
    """
    if "has" not in cases.columns:
        return
    outside = {case["counts_as"] for case in cases}
    sample = [case for case in cases if case["outcome"] != OUT]
    outside -= {case["counts_as"] for case in sample}
    of = len({case["counts_as"] for case in cases} - outside)
    have = {case["counts_as"] for case in sample if case["has"] == "1"}
    unknown = {case["counts_as"] for case in sample if case["has"] == ""} - have
    yield "have", str(len(have)), str(of), whole_per_cent(len(have), of)
    yield "unknown", str(len(unknown)), str(of), whole_per_cent(len(unknown), of)


def classes(cases: CasesRead) -> Iterator[Line]:
    """How many units there are of each class, of those of which it is known; and of how many of all
    it is not."""
    counted = Counter(case["class"] or "unknown" for case in cases)
    known = len(cases) - counted["unknown"]
    for name in sorted(counted):
        of = len(cases) if name == "unknown" else known
        yield f"class {name}", str(counted[name]), str(of), whole_per_cent(counted[name], of)


def matrix(cases: CasesRead) -> Iterator[Line]:
    """What was claimed in an earlier phase by what was found, per cent of the row."""
    if "claim" not in cases.columns:
        return
    claimed = Counter(case["claim"] or "not_stated" for case in cases)
    cells = Counter((case["claim"] or "not_stated", case["class"] or "unknown") for case in cases)
    for (claim, found), count in sorted(cells.items()):
        share = whole_per_cent(count, claimed[claim])
        yield f"claim {claim} found {found}", str(count), str(claimed[claim]), share
    reasons = Counter(case["difference"] for case in cases if case["difference"])
    told = sum(reasons.values())
    for reason in sorted(reasons):
        share = whole_per_cent(reasons[reason], told)
        yield f"difference {reason}", str(reasons[reason]), str(told), share


def main() -> None:
    """Write every figure."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    cases = read(folder)
    lines = [determination(cases)]
    for part in (rates, having, classes, matrix):
        lines += part(cases)
    told = "".join("\t".join(line) + "\n" for line in lines)
    sys.stdout.buffer.write(told.encode("utf-8"))  # a console of Windows may know no dash


if __name__ == "__main__":
    main()
