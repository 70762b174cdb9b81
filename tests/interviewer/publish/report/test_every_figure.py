"""Every number on the page equals one that was counted independently, and none was forgotten."""

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
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


def figures(page: Page) -> list[str]:
    return [one.get("id") for one in page.all("//figure")]


def folds_alike(page: Page, figure: str) -> bool:
    """Whether the table behind the fold says what is drawn."""
    drawn = [row for row in page.blocks(figure)[figure] if row[0] != "note"]
    if page.all(f"//figure[@id='{figure}']//*[@class='panel' or starts-with(@class, 'dots')]"):
        cells = [cell for _, *cells in page.folded(figure) for cell in cells if cell != "–"]
        return sorted(cells) == sorted(told for row in drawn for told in COUNTS.findall(row[1]))
    behind = [(label, *sorted(cells)) for label, *cells in page.folded(figure)]
    return sorted(map(_in_a_table, drawn)) == sorted(behind)


COUNTS = re.compile(r"\d[\d ]* \([<>]?\d+ %\)|^[\d,]+$")
"""A number with its share, or alone, as figures for comparing print them."""


def _in_a_table(row: tuple[str, ...]) -> tuple[str, ...]:
    """A bar or tile as a row of a table has it: a cell for every number."""
    label, number, parts, *_ = row
    if " av " in parts:  # a tile
        return label, *sorted((number, parts))
    count, share = re.fullmatch(r"([\d ]+)(?: \((.*)\))?", number).groups()  # type: ignore[union-attr]
    return label, *sorted((*re.findall(r"(\d+)(?:,|$)", parts), count, share or "–"))


def finds_rightly(page: Page, figure: str) -> bool:
    """Whether the sentence above a figure is counted from what is drawn below it."""
    finding = page.finding(figure)
    rows = [row for row in page.blocks(figure)[figure] if row[0] != "note"]
    if figure.startswith("kart"):
        of_all = [tuple(map(int, row[2].split(" av "))) for row in rows]
        return finding.startswith(_part(sum(n for n, _ in of_all), sum(n for _, n in of_all)))
    if figure in COMPARED:
        return all(
            number in finding for number in COMPARED[figure]({row[0]: row[1] for row in rows})
        )
    counts = {label: int(number.split(" (")[0].replace(" ", "")) for label, number, *_ in rows}
    counts.pop("Ikke besvart", None)
    if figure in PARTS:
        return finding.startswith(
            _part(sum(counts[one] for one in PARTS[figure]), sum(counts.values()))
        )
    first = [label for label, n in counts.items() if n == max(counts.values())]
    *others, last = (f"«{one}»" for one in first)
    told = f"{', '.join(others)} og {last}" if others else last
    return finding.startswith(told) and f": {max(counts.values())} av " in finding


def _largest_share(rows: dict[str, str]) -> list[str]:
    """Where most have a service of their own or a shared one: so many of so many."""
    having, of = Counter[str](), {}
    for heading, number in rows.items():
        size, of_size, klass = re.fullmatch(r"(.*) \((\d+)\): (.*)", heading).groups()  # type: ignore[union-attr]
        of[size] = int(of_size)
        having[size] += int(number.split(" (")[0]) * (klass in {"Tjeneste", COVERED})
    size = max(of, key=lambda one: Fraction(having[one], of[one]))
    return [f"«{size}»", f": {having[size]} av {of[size]} avklarte enheter ("]


COVERED = "Dekket av en annen enhet"


def _claimed_and_found(rows: dict[str, str]) -> list[str]:
    said, found = re.findall(r"\d+", rows["Har en tjeneste"])[::2]
    return [f"{said} av ", f"og {found} ("]


COMPARED = {"klasse-storrelse": _largest_share, "oppgitt-og-funnet": _claimed_and_found}
"""What must stand in the finding of a figure that compares."""

PARTS = {
    "figur-4": ("Ja",),
    "figur-5": (
        "Et eget senter",
        "En avdeling",
        "En enhet",
        "En ansatt koordinator, leder eller kontaktperson",
    ),
    "eier": ("Interkommunal",),
    "stadium": ("I ordinær drift",),
    "videreforing": ("Ja",),
    "parorende": ("Ja, i et eget tilbud", "Ja, sammen med deltakerne"),
}
"""The figures that tell how many gave one of some answers."""


def _part(count: int, of: int) -> str:
    return f"{count} av {of} "


STAMPED = re.compile(r"^Ringerunde \d.*?\), (.*), loggen til og med \d+:[0-9a-f]{64}\.")


def outside(page: Page) -> list[str]:
    """The numbers that are no findings: of figures and maps, the date, and the stamp."""
    return [STAMPED.sub(r"\1", one) for one in page.loose()]


DATE = recount_method.told(AT.date())
OUTSIDE = [
    f"Rapport fra kartleggingen, {DATE}.",
    f"data til og med {AT:%Y-%m-%d} 10:14:00 UTC Register over kommuner og bydeler:"
    " Statistisk sentralbyrå.",
]


@pytest.mark.slow
class TestEveryFigure:
    """Each figure, table, sentence and large number of the report against its recount."""

    def test_is_right(self, page: Page, recounted: Recounted) -> None:
        """A new chapter has to be counted, too."""
        assert {block: sorted(rows) for block, rows in page.blocks().items()} == recounted

    def test_is_numbered_and_says_what_it_shows(self, page: Page) -> None:
        """In the order of the page: with a sentence above it, and the same numbers in a table."""
        for number, figure in enumerate(figures(page), start=1):
            assert page.says(f"//figure[@id='{figure}']//*[@class='numbered']").startswith(
                f"Figur {number}. "
            )
            assert finds_rightly(page, figure), page.finding(figure)
            assert folds_alike(page, figure), figure

    def test_tells_its_question_its_base_and_who_is_missing(self, page: Page) -> None:
        assert len(figures(page)) > 20
        assert not page.unexplained()

    def test_is_told_in_the_summary_in_the_same_words(self, page: Page) -> None:
        for line in page.all("//ul[@class='findings']/li"):
            figure = line.xpath("./a/@href")[0][1:]
            assert plain(line).startswith(f"{page.finding(figure)}. ")
            assert f"(figur {figures(page).index(figure) + 1})" in plain(line)

    def test_leaves_no_number_outside(self, page: Page) -> None:
        assert outside(page) == OUTSIDE


class TestTheProof:
    """A page with any one number changed would not have passed."""

    def test_notices_it(self, page: Page, recounted: Recounted) -> None:
        """Only the block that a number stands in is read again: the others are as they were."""
        assert self.passes(page, recounted)
        numbers = list(self.numbers(page))
        for text, element, part in Random(2015).sample(numbers, 100):
            setattr(element, part, DIGIT.sub(lambda digit: str((int(digit[0]) + 1) % 10), text, 1))
            assert not self.passes(page, recounted, _block_of(element, part)), text
            setattr(element, part, text)

    def numbers(self, page: Page) -> Iterator[tuple[str, Any, str]]:
        """Every text with a number on the page that is recounted, and where it is."""
        read = (one for one in page.tree.find("body").iter() if one.tag != "script")
        for element in read:
            for part in ("text", "tail"):
                text = getattr(element, part)
                if text and DIGIT.search(text) and not _is_beside(element):
                    yield text, element, part

    def passes(self, page: Page, recounted: Recounted, block: str | None = None) -> bool:
        """Whether all that is claimed above is so, of one block or of the whole page."""
        blocks = {name: sorted(rows) for name, rows in page.blocks(block).items()}
        same = all(folds_alike(page, one) for one in figures(page) if block in {None, one})
        there = blocks == {name: recounted[name] for name in blocks}
        return there and same and (block is not None or outside(page) == OUTSIDE)


def _block_of(element: Any, part: str) -> str | None:
    """The figure or table that a text stands in; None where it stands in none."""
    around = [element, *element.iterancestors()][part == "tail" :]
    inside = (one.get("id") for one in around if one.tag in {"figure", "table"})
    return next(reversed([one for one in inside if one]), None)


def _is_beside(element: Any) -> bool:
    """Whether a text repeats a finding, numbers a figure, or is the stamp: tested apart."""
    around = [element, *element.iterancestors()]
    stamp = element.tag == "p" and STAMPED.match(plain(element))
    return bool(stamp) or any(
        one.tag == "figcaption" or one.get("class") in REPEATED for one in around
    )


REPEATED = {"findings", "asked", "key", "axis"}


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
        """What is none of the others stands last where it was an answer."""
        labels, counts, _ = zip(*page.bars(figure), strict=True)
        assert labels[-1] == "Annet" or figure == "avdelinger"
        known = counts[:-1] if figure != "avdelinger" else counts
        assert list(known) == sorted(known, reverse=True)


class TestQuotations:
    def test_were_said(self, page: Page, raw: Raw) -> None:
        shown = [plain(one) for one in page.all("//blockquote/p")]
        said = quotations(raw, "challenges"), quotations(raw, "benefits")
        assert len(shown) == sum(min(len(one), SHOWN) for one in said)
        assert set(shown) <= {plain(one) for one in said[0] | said[1]}
