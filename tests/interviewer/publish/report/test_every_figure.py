"""Every number on the page equals one that was counted independently, and none was forgotten."""

import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from tests.interviewer.publish.report import (  # the recounts register themselves
    recount_findings,
    recount_method,
    recount_questions,
    recount_services,
)
from tests.interviewer.publish.report.printed import RECOUNTS, Rows
from tests.interviewer.publish.report.raw import Raw
from tests.interviewer.publish.report.recount_services import SHOWN, quotations
from tests.interviewer.publish.report.season import AT, FINISHED
from tests.support.pages import DIGIT, Page, plain

COUNTED = (recount_method, recount_findings, recount_services, recount_questions)
Recounted = dict[str, Rows]


@pytest.fixture(scope="module")
def recounted(raw: Raw) -> Recounted:
    return {block: sorted(recount(raw)) for block, recount in RECOUNTS.items()}


def described(page: Page) -> Iterator[tuple[str, str]]:
    """What every figure says to those who do not see it, and what it would say as it is drawn."""
    blocks = page.blocks()
    for figure in (one.get("id") for one in page.all("//figure")):
        drawn = [row for row in blocks[figure] if row[0] != "note"]
        tiles = figure.startswith("kart")
        said = [f"{a}: {b} ({c})." if tiles else f"{a}: {b}{c}." for a, b, c, *_ in drawn]
        yield page.described(figure), " ".join(said)


STAMPED = re.compile(r"^Ringerunde \d.*?\), (.*), databasen [0-9a-f]{16}\.")


def outside(page: Page) -> list[str]:
    """The numbers that are no findings: of figures and maps, the date, and the stamp."""
    numbered = [re.sub(r"(Figur|Kart) (\d)\. \D+$", r"\1 \2", one) for one in page.loose()]
    return [STAMPED.sub(r"\1", one) for one in numbered]


DATE = recount_method.told(AT.date())
NUMBERED = [f"Figur {number}" for number in range(1, 8)] + [f"Kart {number}" for number in (1, 2)]
OUTSIDE = [
    f"Rapport fra kartleggingen, {DATE}.",
    *(one for one in NUMBERED for _ in ("above it", "in it")),
    f"data til og med {AT:%Y-%m-%d} 10:14:00 UTC Register over kommuner og bydeler:"
    " Statistisk sentralbyrå.",
]


class TestEveryFigure:
    """Each figure, table, sentence and large number of the report against its recount."""

    @pytest.mark.parametrize("block", RECOUNTS)
    def test_is_right(self, page: Page, recounted: Recounted, block: str) -> None:
        assert sorted(page.blocks()[block]) == recounted[block]

    def test_is_counted(self, page: Page, recounted: Recounted) -> None:
        """A new chapter has to be counted, too."""
        assert set(page.blocks()) == set(recounted)

    def test_is_said_as_it_is_drawn(self, page: Page) -> None:
        for says, shows in described(page):
            assert says == shows

    def test_leaves_no_number_outside(self, page: Page) -> None:
        assert outside(page) == OUTSIDE


class TestTheProof:
    """A page with any one number changed would not have passed."""

    def test_notices_it(self, page: Page, recounted: Recounted) -> None:
        assert self.passes(page, recounted)
        numbers = list(self.numbers(page))
        for text, element, part in Random(2015).sample(numbers, 100):
            setattr(element, part, DIGIT.sub(lambda digit: str((int(digit[0]) + 1) % 10), text, 1))
            assert not self.passes(page, recounted), text
            setattr(element, part, text)

    def numbers(self, page: Page) -> Iterator[tuple[str, Any, str]]:
        """Every text on the page with a number in it, and where it is."""
        for element in page.tree.find("body").iter():
            for part in ("text", "tail"):
                text = getattr(element, part)
                if text and DIGIT.search(text):
                    yield text, element, part

    def passes(self, page: Page, recounted: Recounted) -> bool:
        """Whether all that is claimed above is so."""
        blocks = {block: sorted(rows) for block, rows in page.blocks().items()}
        same = all(says == shows for says, shows in described(page))
        return blocks == recounted and same and outside(page) == OUTSIDE


class TestTheSeason:
    """It has something of everything, or the comparison would not tell much."""

    def test_has_every_class_and_every_group(self, raw: Raw) -> None:
        assert len(set(raw.finding.values())) == 6
        assert len(set(raw.group.values())) == 8

    def test_has_been_decided_about(self, raw: Raw) -> None:
        assert len(raw.documents) == FINISHED
        assert sorted(set(raw.decided.values())) == [
            "covered", "given_up", "not_found_after_search", "out_of_frame", "withdrawn",
        ]  # fmt: skip
        said = dict(raw.ask("select case_id, class from finished"))
        covered = [case for case, kind in raw.decided.items() if kind == "covered"]
        assert "none" in {said.get(case) for case in covered}


class TestOrder:
    @pytest.mark.parametrize("figure", ["malgrupper", "utfordringer", "gevinster", "avdelinger"])
    def test_the_commonest_comes_first(self, page: Page, figure: str) -> None:
        counts = [count for _, count, _ in page.bars(figure)]
        assert counts == sorted(counts, reverse=True)


class TestQuotations:
    def test_were_said(self, page: Page, raw: Raw) -> None:
        shown = [plain(one) for one in page.all("//blockquote/p")]
        said = quotations(raw, "challenges"), quotations(raw, "benefits")
        assert len(shown) == sum(min(len(one), SHOWN) for one in said)
        assert set(shown) <= {plain(one) for one in said[0] | said[1]}
