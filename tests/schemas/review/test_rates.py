"""The rates: what a case counts as, the formulas, and that nothing is divided by nothing."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.calls.outcome_rows import Category
from schemas.calls.outcomes import Outcome
from schemas.review.followed import category
from schemas.review.rates import determination, interview_rates, one_decimal, per_cent
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class

NO_SERVICE = {Class.offers_only, Class.planning, Class.none, Class.covered}
"""What settles that there is no service of its own; the borderland does not."""

CHECK = "IIIIIPPPRRNOOUWE"
"""The specification's counts: I=5 P=3 R=2 NC=1 O=2 UH=1 UO=1 NE=1."""

BY_LETTER = dict(zip("IPRNOUWE", Category, strict=True))
COUNTS = st.lists(st.sampled_from(list(Category)), max_size=30)


def several(letters: str) -> list[Category]:
    return [BY_LETTER[letter] for letter in letters]


class TestTheFormulas:
    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("RR1", Fraction(1, 3)),
            ("RR2", Fraction(8, 15)),
            ("RR3", Fraction(5, 14)),
            ("RR4", Fraction(4, 7)),
            ("COOP1", Fraction(5, 12)),
            ("REF1", Fraction(2, 15)),
            ("CON1", Fraction(4, 5)),
        ],
    )
    def test_give_the_check_values(self, name: str, value: Fraction) -> None:
        """Exactly, with e = 0.5."""
        assert interview_rates(several(CHECK), e=Fraction(1, 2))[name].value == value

    def test_e_is_worked_out_from_the_counts(self) -> None:
        """Of the determined ones, 5 have it and one has not; that weighs the others.

        AAPOR's own, which takes whoever refuses for one that has it, stands beside it.
        """
        rates = interview_rates(several(CHECK))
        assert rates.e.value == Fraction(5, 6)
        assert rates["RR3"].value == 5 / (13 + Fraction(5, 6) * 2)
        assert rates.usual_e.value == Fraction(13, 14)

    @pytest.mark.parametrize("name", ["RR1", "RR2", "RR3", "RR4", "COOP1", "REF1", "CON1"])
    def test_an_empty_denominator_is_a_dash(self, name: str) -> None:
        """Before anybody has called, and where nobody is eligible."""
        assert interview_rates([])[name].percent == "–"
        assert interview_rates([Category.not_eligible])[name].percent == "–"

    def test_e_is_a_dash_while_everything_is_unknown(self) -> None:
        """Then nothing can be weighed with it, though the unweighed rates can be told."""
        rates = interview_rates(several("UUU"))
        assert (rates.e.percent, rates["RR3"].percent, rates["RR1"].percent) == ("–", "–", "0,0 %")

    @given(COUNTS)
    def test_every_rate_is_a_share(self, found: list[Category]) -> None:
        """None is below nothing or above everything, and the weighed ones are not the lower."""
        rates = interview_rates(found)
        values = [rate.value for rate in (rates.e, *rates.rates) if rate.value is not None]
        assert all(0 <= value <= 1 for value in values)
        first, third = rates["RR1"].value, rates["RR3"].value
        assert first is None or third is None or first <= third

    @given(COUNTS)
    def test_a_formula_says_what_was_counted(self, found: list[Category]) -> None:
        """The formula that is printed, worked out by itself, gives the number beside it."""
        rates = interview_rates(found)
        known: dict[str, Fraction] = {
            one.letters: Fraction(found.count(one)) for one in Category
        } | {"e": rates.e.value or Fraction(0)}
        for rate in (rates.e, rates.usual_e, *rates.rates):
            part, _, of = rate.formula.partition("/")
            assert rate.part == eval(part, {}, known)
            if rate.of is not None:
                assert rate.of == eval(of.replace("·", "*"), {}, known)


class TestWhatACaseCountsAs:
    @pytest.mark.parametrize(
        ("outcome", "letters"),
        [
            (None, "UH"),
            (Outcome.no_answer, "UH"),
            (Outcome.busy, "UH"),
            (Outcome.long_queue, "UH"),
            (Outcome.voicemail, "NC"),
            (Outcome.message_left, "NC"),
            (Outcome.technical, "UH"),
            (Outcome.number_dead, "UH"),
            (Outcome.redirected, "O"),
            (Outcome.lost_in_transfer, "O"),
            (Outcome.wrong_department, "UO"),
            (Outcome.unavailable, "NC"),
            (Outcome.appointment, "O"),
            (Outcome.asked_in_writing, "O"),
            (Outcome.break_off, "R"),
            (Outcome.refusal_gatekeeper, "R"),
            (Outcome.refusal_soft, "R"),
            (Outcome.refusal_hard, "R"),
            (Outcome.unable, "O"),
            (Outcome.to_coordinator, "O"),
            (Outcome.partial, "P"),
            (Outcome.complete, "I"),
            (Outcome.no_service, "NE"),
            (Outcome.covered, "NE"),
            (Outcome.not_found_after_search, "UO"),
            (Outcome.out_of_frame, "NE"),
            (Outcome.withdrawn, "R"),
            (Outcome.given_up, "UO"),
        ],
    )
    def test_follows_from_its_outcome(self, outcome: Outcome | None, letters: str) -> None:
        assert category(outcome).letters == letters

    def test_every_outcome_has_its_place(self) -> None:
        """A new outcome cannot be forgotten."""
        assert {category(outcome) for outcome in Outcome} <= set(Category)

    @pytest.mark.parametrize("klass", Class)
    def test_an_interview_counts_where_there_may_be_a_service(self, klass: Class) -> None:
        """The unit is the service: whoever turned out to have none is not eligible."""
        expected = Category.not_eligible if klass in NO_SERVICE else Category.interview
        assert category(Outcome.complete, klass) is expected
        assert category(Outcome.no_service, klass) is expected
        assert category(Outcome.refusal_hard, klass) is Category.refusal

    @pytest.mark.parametrize("outcome", [Outcome.refusal_soft, Outcome.break_off])
    def test_an_open_appointment_is_no_refusal(self, outcome: Outcome) -> None:
        """They will talk with us, whatever they said before; but no is no."""
        assert category(outcome, agreed=True) is Category.other
        assert category(Outcome.refusal_hard, agreed=True) is Category.refusal
        assert category(Outcome.partial, agreed=True) is Category.partial


class TestDetermination:
    def test_counts_units(self) -> None:
        """All 442 of them, with the name of what is counted."""
        rate = determination(188, 442)
        assert (rate.name, rate.percent) == ("Avklaring", "42,5 %")
        assert rate.value == Fraction(188, 442)

    def test_an_empty_survey_has_none(self) -> None:
        assert determination(0, 0).percent == "–"


class TestPrinting:
    @pytest.mark.parametrize(
        ("value", "printed"),
        [
            (Fraction(0), "0,0 %"),
            (Fraction(1), "100,0 %"),
            (Fraction(1, 2000), "0,1 %"),
            (Fraction(1, 2001), "0,1 %"),
            (Fraction(4999, 5000), "99,9 %"),
            (Fraction(2, 3), "66,7 %"),
            (None, "–"),
        ],
    )
    def test_rounds_half_up(self, value: Fraction | None, printed: str) -> None:
        assert per_cent(value) == printed

    @given(st.fractions(min_value=0, max_value=10_000))
    def test_is_never_off_by_more_than_half_of_the_last_digit(self, value: Fraction) -> None:
        read = one_decimal(value).replace("\xa0", "").replace(",", ".")
        assert abs(Fraction(read) - value) <= Fraction(1, 20)

    def test_no_name_is_a_bare_response_rate(self) -> None:
        """A share of one thing is never read as a share of the other."""
        rates = interview_rates([])
        for rate in (determination(0, 0), rates.e, *rates.rates):
            assert "svarprosent" not in f"{rate.name} {rate.label}".lower()
            assert rate.formula
