"""Who is not listed as a part of a service, though an interview names it."""

from collections.abc import Mapping

from schemas.language.text import Text
from schemas.review.decisions import Standing
from schemas.review.disputes import ELSEWHERE, disputes
from schemas.review.finished_interviews import FinishedInterview
from schemas.review.sharing import Conflict
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.sharing import SHARING
from tests.schemas.review.test_sharing import COVERED_BY_101, interview, says_no


def against(*interviews: FinishedInterview, **decided: Standing) -> dict[str, Mapping[str, Text]]:
    """What speaks against whom; a decision about unit 0104 is `u0104`."""
    standings = {unit.removeprefix("u"): one for unit, one in decided.items()}
    return dict(disputes(SHARING, interviews, standings))


class TestAMember:
    def test_that_nobody_has_asked_is_listed(self) -> None:
        assert against(interview("0101", "0104")) == {}

    def test_that_says_no(self) -> None:
        told = against(interview("0101", "0104", "0105"), says_no("0104"))
        assert told == {"0101": {"0104": Conflict.member_says_no.label}}

    def test_that_points_to_the_service_agrees(self) -> None:
        """It has none of its own, and says where it is."""
        assert against(interview("0101", "0104"), says_no("0104", "0101")) == {}

    def test_that_perhaps_has_one(self) -> None:
        told = against(interview("0101", "0104"), interview("0104", klass=Class.borderline))
        assert told == {"0101": {"0104": Conflict.not_covered.label}}

    def test_that_has_another(self) -> None:
        told = against(interview("0101", "0104"), interview("0104"))
        assert told == {"0101": {"0104": Conflict.not_covered.label}}

    def test_that_speaks_of_the_same_service_agrees(self) -> None:
        assert against(interview("0101", "0104"), interview("0104", "0101")) == {}

    def test_that_a_coordinator_confirmed_is_listed(self) -> None:
        assert against(interview("0101", "0104"), says_no("0104"), u0104=COVERED_BY_101) == {}

    def test_that_two_claim_is_listed_with_neither(self) -> None:
        """Also where the service of one of them was told of twice."""
        told = against(
            interview("0101", "0105", "0104", host="0101"),
            interview("0105", "0101", "0104", host="0101"),
            interview("0106", "0104"),
        )
        both = {"0104": Conflict.two_hosts.label}
        assert told == {"0101": both, "0105": both, "0106": both}

    def test_that_two_claim_is_listed_where_it_was_confirmed(self) -> None:
        told = against(interview("0101", "0104"), interview("0106", "0104"), u0104=COVERED_BY_101)
        assert told == {"0106": {"0104": ELSEWHERE}}
