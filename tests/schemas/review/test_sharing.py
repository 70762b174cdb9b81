"""Services that several units share: what one interview would settle, and who disagrees."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import uuid4

from schemas.review.decisions import Decision, DecisionKind, Standing, standing
from schemas.review.finished_interviews import FinishedInterview
from schemas.review.sharing import Conflict, Disagreement, Proposal, Shared, shared
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.parts import PARTS
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from schemas.surveys.municipal_services_2015.sharing import SHARING

NOON = datetime(2015, 3, 2, 11, 0, tzinfo=UTC)


def interview(
    unit: str,
    *partners: str,
    klass: Class = Class.service,
    host: str = "",
    points_to: Sequence[str] = (),
) -> FinishedInterview:
    """A finished interview: with partners it is about an inter-municipal service."""
    organisation = {
        "cooperation": "intermunicipal" if partners else "municipal",
        "partner_units": list(partners),
        "host_unit": [host] if host else None,
        "service_name": "Meistringssenteret",
    }
    return FinishedInterview(
        interview_id=uuid4(),
        case_id=uuid4(),
        unit_id=unit,
        revision=1,
        completed_at=NOON,
        interviewer="Åse",
        rank=1,
        questionnaire=PhaseTwo,
        parts=PARTS,
        classes=Class,
        document={"organisation": organisation, "future": {"covered_by": list(points_to)}},
        classification={"class": klass.name},
    )


def decided(kind: DecisionKind, by_unit: str | None = None) -> Standing:
    """What a coordinator has said about a unit's case."""
    one = Decision(
        id=uuid4(), case_id=uuid4(), kind=kind, at=NOON, decided_by=uuid4(), by_unit=by_unit
    )
    return standing([one])


COVERED_BY_101 = decided(DecisionKind.covered, "0101")
APART_FROM_101 = decided(DecisionKind.not_covered, "0101")
COVERED_BY_104_INSTEAD = APART_FROM_101._replace(case=decided(DecisionKind.covered, "0104").case)


def only(found: Shared) -> Proposal:
    (proposal,) = found.proposals
    return proposal


def says_no(unit: str, *points_to: str) -> FinishedInterview:
    return interview(unit, klass=Class.none, points_to=points_to)


class TestAProposal:
    """«Settles 5 cases, 2 disagree»."""

    def test_settles_the_partners_cases(self) -> None:
        proposal = only(shared(SHARING, [interview("0101", "0104", "0105")], {}))
        assert (proposal.interviewed, proposal.host) == ("0101", "0101")
        assert proposal.name == "Meistringssenteret"
        assert proposal.members == ("0101", "0104", "0105")
        assert proposal.settles == ("0104", "0105")
        assert (proposal.settled, proposal.disagreements) == ((), ())

    def test_also_the_host_s_when_a_partner_was_interviewed(self) -> None:
        proposal = only(shared(SHARING, [interview("0101", "0104", host="0105")], {}))
        assert (proposal.host, proposal.settles) == ("0105", ("0104", "0105"))

    def test_is_not_made_of_a_municipal_service(self) -> None:
        """Nor of one that is not a service after all."""
        assert shared(SHARING, [interview("0101")], {}).proposals == ()
        assert shared(SHARING, [interview("0101", "0104", klass=Class.none)], {}).proposals == ()

    def test_tells_what_is_settled_already(self) -> None:
        found = shared(SHARING, [interview("0101", "0104", "0105")], {"0104": COVERED_BY_101})
        assert (only(found).settled, only(found).settles) == (("0104",), ("0105",))
        assert found.disagreements == ()

    def test_settles_a_case_that_was_given_up(self) -> None:
        """The latest word counts; who is outside the sample or has withdrawn stays there."""
        for kind, may in (
            (DecisionKind.given_up, True),
            (DecisionKind.not_found_after_search, True),
            (DecisionKind.out_of_frame, False),
            (DecisionKind.withdrawn, False),
        ):
            found = shared(SHARING, [interview("0101", "0104")], {"0104": decided(kind)})
            assert bool(only(found).settles) is may

    def test_settles_those_who_point_to_it_themselves(self) -> None:
        """They said that the neighbour may have it, and the neighbour does."""
        proposal = only(shared(SHARING, [interview("0101"), says_no("0104", "0101")], {}))
        assert (proposal.settles, proposal.disagreements) == (("0104",), ())

    def test_leaves_alone_whoever_was_interviewed_about_the_same(self) -> None:
        """Host and partner name each other: neither covers the other."""
        both = [interview("0101", "0104", "0105"), interview("0104", "0105", host="0101")]
        found = shared(SHARING, both, {})
        assert [one.settles for one in found.proposals] == [("0105",), ("0105",)]
        assert found.disagreements == ()

    def test_tells_whom_only_phase_one_counts_in(self) -> None:
        """They are not settled by it: the interview did not name them."""
        claims = [("0105", "0101"), ("0104", "0101")]
        found = shared(SHARING, [interview("0101", "0104")], {}, claims)
        assert (only(found).claimed, only(found).settles) == (("0105",), ("0104",))

    def test_forgets_who_was_kept_apart(self) -> None:
        found = shared(SHARING, [interview("0101", "0104", "0105")], {"0105": APART_FROM_101})
        assert only(found).members == ("0101", "0104")
        assert (only(found).settles, only(found).apart) == (("0104",), ("0105",))

    def test_remembers_whom_alone_was_kept_apart(self) -> None:
        """It can be decided again; not once another unit covers it."""
        alone = interview("0101", "0105")
        assert only(shared(SHARING, [alone], {"0105": APART_FROM_101})).apart == ("0105",)
        assert shared(SHARING, [alone], {"0105": COVERED_BY_104_INSTEAD}).proposals == ()

    def test_settles_nothing_before_it_is_a_service(self) -> None:
        """In the borderland, nobody else's case depends on it."""
        proposal = only(shared(SHARING, [interview("0101", "0104", klass=Class.borderline)], {}))
        assert (proposal.settles, proposal.waiting) == ((), ("0104",))
        assert not proposal.covers


class TestDisagreements:
    """Listed until a coordinator settles them."""

    def test_two_hosts_claim_one_municipality(self) -> None:
        claims = [interview("0101", "0106"), interview("0104", "0106")]
        found = shared(SHARING, claims, {})
        assert found.disagreements == (Disagreement(Conflict.two_hosts, "0106", ("0101", "0104")),)
        assert [one.settles for one in found.proposals] == [(), ()]
        assert found.conflicts == {"0101", "0104", "0106"}

    def test_is_settled_when_one_of_them_covers_it(self) -> None:
        claims = [interview("0101", "0106"), interview("0104", "0106")]
        found = shared(SHARING, claims, {"0106": COVERED_BY_101})
        assert found.disagreements == ()
        assert [one.settled for one in found.proposals] == [("0106",), ()]

    def test_is_settled_when_one_of_them_does_not(self) -> None:
        claims = [interview("0101", "0106"), interview("0104", "0106")]
        found = shared(SHARING, claims, {"0106": APART_FROM_101})
        assert found.disagreements == ()
        assert [(one.settles, one.apart) for one in found.proposals] == [
            ((), ("0106",)),
            (("0106",), ()),
        ]

    def test_host_says_yes_and_member_says_no(self) -> None:
        """What is settled for the others can be confirmed all the same."""
        found = shared(SHARING, [interview("0101", "0104", "0105"), says_no("0104")], {})
        assert found.disagreements == (Disagreement(Conflict.member_says_no, "0104", ("0101",)),)
        assert (only(found).settles, only(found).disagree) == (("0105",), ("0104",))

    def test_is_settled_by_a_word_on_the_member(self) -> None:
        """Either way."""
        sources = [interview("0101", "0104"), says_no("0104")]
        assert shared(SHARING, sources, {"0104": COVERED_BY_101}).disagreements == ()
        assert shared(SHARING, sources, {"0104": APART_FROM_101}).disagreements == ()

    def test_member_says_it_has_its_own(self) -> None:
        found = shared(SHARING, [interview("0101", "0104"), interview("0104")], {})
        assert found.disagreements == (Disagreement(Conflict.not_covered, "0104", ("0101",)),)

    def test_a_neighbour_that_was_pointed_to_has_none(self) -> None:
        found = shared(SHARING, [says_no("0104", "0101"), says_no("0101")], {})
        assert found.disagreements == (Disagreement(Conflict.host_says_no, "0104", ("0101",)),)
        assert shared(SHARING, [says_no("0104", "0101")], {}).disagreements == ()

    def test_whoever_covers_has_no_service_any_more(self) -> None:
        """The interview was corrected, or withdrawn."""
        found = shared(SHARING, [says_no("0101")], {"0104": COVERED_BY_101})
        assert found.disagreements == (Disagreement(Conflict.no_longer, "0104", ("0101",)),)
        assert shared(SHARING, [], {"0104": COVERED_BY_101}).conflicts == {"0101", "0104"}
