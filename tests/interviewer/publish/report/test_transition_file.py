"""`ringerunde report transition --out FILE`: every number, per cent and unit, counted once more."""

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.surveys.municipal_services_2015.claims import Explanation
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from tests.interviewer.publish.report.printed import per
from tests.interviewer.publish.report.raw import Raw
from tests.interviewer.publish.report.recount_findings import CLAIMS, FINDINGS
from tests.interviewer.publish.report.recount_method import SERVICE
from tests.support.commands import typed_in

Written = list[list[str]]


@pytest.fixture(scope="module")
def written(played: Path, tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder = tmp_path_factory.mktemp("transition")
    copy, out = shutil.copy(played, folder / "copy.sqlite"), folder / "overgang.csv"
    words = ["--database", str(copy), "report", "transition", "--out", str(out)]
    assert typed_in(*words).exit_code == 0
    text = out.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def numbers(raw: Raw, units: set[str], among: set[str]) -> list[str]:
    """How many, how many per cent, and which: by number, name and county."""
    share = per(len(units), len(among)).removesuffix(" %").strip("–<>")  # a number, in a file
    return [str(len(units)), share, ", ".join(f"{one} {raw.label(one)}" for one in sorted(units))]


def cells(raw: Raw, label: str, among: set[str]) -> Iterator[list[str]]:
    for finding in FINDINGS:
        words = str(Class[finding].label) if finding else "Ikke kjent ennå"
        found = {unit for unit in among if raw.finding.get(unit) == finding}
        yield ["overgang", label, words, *numbers(raw, found, among)]


class TestTheFile:
    def test_claim_by_finding(self, written: Written, raw: Raw) -> None:
        everybody = set(raw.unit_of.values())
        expected: Written = []
        for claim, label in CLAIMS.items():
            among = {unit for unit in everybody if raw.claim.get(unit) == claim}
            expected += cells(raw, label, among)
        expected += cells(raw, "Alle", everybody)
        assert [row for row in written if row[0] == "overgang"] == expected

    def test_how_many_reported_services_were_none(self, written: Written, raw: Raw) -> None:
        checked = {unit for unit in raw.finding if raw.claim.get(unit) == "service"}
        border = {unit for unit in checked if raw.finding[unit] == "borderline"}
        checked -= border
        wrong = {unit for unit in checked if raw.finding[unit] not in SERVICE}
        count, _, which = numbers(raw, border, border)
        assert border
        assert [row for row in written if row[0] == "ikke regnet med"] == [
            ["ikke regnet med", "Har en tjeneste", "Grenseland", count, "", which]
        ]
        assert [row for row in written if row[0] == "avkreftet"] == [
            ["avkreftet", "Har en tjeneste", "", *numbers(raw, wrong, checked)]
        ]

    def test_reasons(self, written: Written, raw: Raw) -> None:
        given = dict(
            raw.ask(
                "select unit_id, reason from claim_reveal r join interview i on i.id = interview_id"
                " join survey_case c on c.id = case_id where reason is not null"
            )
        )
        assert [row for row in written if row[0] == "grunn"] == [
            [
                "grunn", "", str(reason.label),
                *numbers(raw, {one for one in given if given[one] == reason.name}, set(given)),
            ]
            for reason in Explanation
        ]  # fmt: skip

    def test_nothing_else(self, written: Written) -> None:
        assert written[0] == ["tabell", "påstand", "funn", "antall", "prosent", "enheter"]
        *rows, last = written
        assert len(rows) == 1 + 5 * len(FINDINGS) + 2 + len(Explanation)
        assert last[0] == "laget av"
        assert "loggen til og med" in last[1]
