"""The scripts that lie in an archive: they make the main figures of the report, without us."""

import shutil
import subprocess
import sys
from collections import Counter
from contextlib import closing
from fractions import Fraction
from importlib import resources
from pathlib import Path

import pytest

from db.exports.csv import write_csv
from db.open_database import open_database
from interviewer.publish.report import read_material
from schemas.review.rates import exact
from schemas.review.report.blocks import BarChart
from schemas.review.report.report_data import ReportData
from schemas.review.shares import in_per_cent
from schemas.surveys.municipal_services_2015.report.findings import findings

SCRIPTS = resources.files("db.exports.scripts")

Figures = dict[str, list[str]]
"""Numerator, denominator and value, by the name of the figure."""


@pytest.fixture(scope="module")
def folder(played: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The season as CSV files, with the scripts beside them."""
    place = tmp_path_factory.mktemp("archive")
    with closing(open_database(played, create=False)) as database:
        write_csv(database, place, plain=True)
    for name in ("figures.py", "figures.R"):
        (place / name).write_bytes(SCRIPTS.joinpath(name).read_bytes())
    return place


@pytest.fixture(scope="module")
def data(played: Path) -> ReportData:
    """What the report counts."""
    with closing(open_database(played, create=False)) as database:
        return read_material(database)


def run(*command: str, cwd: Path) -> Figures:
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=True)
    lines = [line.split("\t") for line in done.stdout.decode("utf-8").splitlines()]
    return {name: numbers for name, *numbers in lines}


@pytest.fixture(scope="module")
def figures(folder: Path) -> Figures:
    """What plain Python makes of the files, with nothing of ours in sight."""
    return run(sys.executable, "-I", "figures.py", cwd=folder)


def test_the_rates_are_the_reports(figures: Figures, data: ReportData) -> None:
    """Numerator, denominator and value, each of them."""
    rates = data.rates
    for rate in (data.determination, rates.e, rates.usual_e, *rates.rates):
        name = {"Avklaring": "determination", "e (AAPOR)": "e_AAPOR"}.get(rate.name, rate.name)
        part, of, value = figures[name]
        assert rate.of is not None
        assert (Fraction(part), of, value) == (rate.part, exact(rate.of), rate.percent), name


def test_those_that_have_it_are_the_reports(figures: Figures, data: ReportData) -> None:
    """And those of whom it is not known."""
    having = data.having
    assert figures["have"][:2] == [str(len(having.have)), str(having.of)]
    share = in_per_cent(len(having.have), having.of).replace("\xa0", " ")
    assert figures["have"][2] == share
    assert figures["unknown"][0] == str(len(having.unknown))


def test_the_classes_are_the_reports(figures: Figures, data: ReportData) -> None:
    """Per cent of the units of which it is known what they have; and beside them, how many are not
    among those."""
    found = Counter(case.finding for case in data.cases)
    known = str(found.total() - found[None])
    charts = {one.id: one for one in findings(data).blocks if isinstance(one, BarChart)}
    told = {
        f"class {klass.name}": [str(bar.count), known, f"{bar.percent} %"]
        for klass, bar in zip(data.classes, charts["figur-7"].bars, strict=True)
        if bar.count
    }
    unknown = figures["class unknown"]
    assert unknown[:2] == [str(found[None]), str(len(data.cases))]
    classes = {name: of for name, of in figures.items() if name.startswith("class ")}
    assert classes == {**told, "class unknown": unknown}


def test_the_matrix_is_the_reports(figures: Figures, data: ReportData) -> None:
    """Every cell with its per cent, and nothing else; and why they differ."""
    assert data.matrix is not None
    told: Figures = {}
    for claim, row in data.matrix.by_claim.items():
        for found, cell in row.cells.items():
            if cell.count:
                words = claim.name if claim else "not_stated", found.name if found else "unknown"
                share = [str(cell.count), str(row.total), f"{cell.percent} %"]
                told["claim {} found {}".format(*words)] = share
    assert {name: of for name, of in figures.items() if name.startswith("claim ")} == told
    for reason, cell in data.matrix.reasons:
        if cell.count:
            assert figures[f"difference {reason.name}"][0] == str(cell.count)


@pytest.mark.skipif(not shutil.which("Rscript"), reason="R is not installed")
def test_r_says_the_same(folder: Path, figures: Figures) -> None:
    """To the digit, weighed denominators too."""
    assert run("Rscript", "figures.R", cwd=folder) == figures
