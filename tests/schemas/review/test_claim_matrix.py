"""ExecutiveClaim against finding: counts, per cent of the row, and the units behind each number."""

from collections import Counter
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from schemas.review.claim_matrix import Compared, Matrix
from schemas.surveys.municipal_services_2015.claims import ExecutiveClaim, Explanation
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.phase_one import PHASE_ONE

CLAIMS = (*ExecutiveClaim, None)
FINDINGS = (*Class, None)
UNITS = st.lists(
    st.builds(
        Compared,
        unit_id=st.from_regex(r"\A[0-9]{4}\Z"),
        claim=st.sampled_from(CLAIMS),
        finding=st.sampled_from(FINDINGS),
        reason=st.sampled_from([None, *Explanation]),
    ),
    unique_by=lambda one: one.unit_id,
    max_size=40,
)


def matrix(units: Iterable[Compared]) -> Matrix:
    """Claim against finding in this survey."""
    return PHASE_ONE.matrix(list(units), Class)


def claimed_a_service(*findings: Class | None) -> Matrix:
    """Units that all claimed a service, numbered from 1, and what was found there."""
    return matrix(
        Compared(f"{nth:04}", ExecutiveClaim.service, finding)
        for nth, finding in enumerate(findings, 1)
    )


class TestTheMatrix:
    @given(UNITS)
    def test_counts_every_unit_once(self, units: list[Compared]) -> None:
        """In the one cell of its claim and finding, and in the row below them all."""
        found = matrix(units)
        counted = Counter((one.claim, one.finding) for one in units)
        for claim in CLAIMS:
            for finding in FINDINGS:
                assert found[claim][finding].count == counted[claim, finding]
        behind = [unit for row in found.rows for cell in row.cells.values() for unit in cell.units]
        assert sorted(behind) == sorted(one.unit_id for one in units)
        assert found.total.total == len(units) == sum(row.total for row in found.rows)

    def test_per_cent_are_of_the_row_rounded_half_up(self) -> None:
        """One of eight is 12.5: 13 per cent; a row without units has none."""
        found = claimed_a_service(Class.service, *[Class.none] * 7)
        assert found[ExecutiveClaim.service][Class.service].percent == 13
        assert found[ExecutiveClaim.service][Class.none].percent == 88
        assert found[ExecutiveClaim.none][Class.none].percent is None

    def test_the_units_stand_in_order(self) -> None:
        """By number, however they came."""
        units = [Compared(id, None, None) for id in ("1902", "0101", "0301")]
        assert matrix(units)[None][None].units == ("0101", "0301", "1902")

    def test_each_row_is_named_as_it_was_asked(self) -> None:
        labels = [str(row.label) for row in matrix([]).rows]
        assert labels == [*(str(claim.label) for claim in ExecutiveClaim), "Ikke svart"]


class TestOverHalfWereNone:
    def test_is_a_share_of_the_reported_services_that_have_been_looked_at(self) -> None:
        """What is not known yet is on neither side."""
        found = claimed_a_service(Class.service, Class.offers_only, Class.none, None, None)
        assert (found.disproved.count, found.checked, found.disproved.percent) == (2, 3, 67)
        assert found.disproved.units == ("0002", "0003")

    def test_a_service_that_is_shared_is_one(self) -> None:
        """Covered by a neighbour."""
        found = claimed_a_service(Class.covered, Class.planning)
        assert found.disproved.units == ("0002",)

    def test_the_borderland_is_on_neither_side(self) -> None:
        """Nobody has decided whether it is a service: it is left out, and told of."""
        found = claimed_a_service(Class.service, Class.none, Class.borderline, Class.borderline)
        assert (found.disproved.count, found.checked, found.disproved.percent) == (1, 2, 50)
        assert found.borderland == ("0003", "0004")

    def test_others_claims_do_not_count(self) -> None:
        found = matrix(
            [Compared("0101", ExecutiveClaim.none, Class.none), Compared("0104", None, None)]
        )
        assert (found.checked, found.disproved.count, found.disproved.percent) == (0, 0, None)


class TestTheReasons:
    @given(UNITS)
    def test_are_counted_among_those_who_gave_one(self, units: list[Compared]) -> None:
        """Every reason has its line, also the one that nobody gave."""
        reasons = matrix(units).reasons
        told = [one.reason for one in units if one.reason]
        assert [reason for reason, _ in reasons] == list(Explanation)
        assert {reason: cell.count for reason, cell in reasons if cell.count} == Counter(told)
