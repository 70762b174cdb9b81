"""`ringerunde review shared`, `cover` and `apart`."""

import pytest

from db.engine import Database
from db.shared_services import shared_services
from schemas.review.finished_interviews import FinishedInterview
from schemas.review.sharing import Proposal
from tests.db.desk import standings
from tests.interviewer.review_commands.desk import Refused, Review


class TestSharedServices:
    """One interview settles several cases, if nobody disagrees."""

    @pytest.fixture
    def levanger(self, review: Review, db: Database) -> Proposal:
        """An interview that would settle three cases; another unit is host."""
        review("override", "1719", "service", "--reason", "Koordinator i Leksvik")
        (found,) = (one for one in shared_services(db).proposals if one.interviewed == "1719")
        assert found.settles == ("1718", "1738", "1742")
        assert found.host == "1718"
        return found

    def test_are_listed(self, review: Review, levanger: Proposal) -> None:
        printed = " ".join(review("shared").split())
        assert ", Leksvik (Nord-Trøndelag): avgjør 3 saker (intervjuet: 1719 Lev" in printed
        assert "(intervjuet: 1719 Levanger (Nord-Trøndelag))" in printed
        assert "kan avgjøres: 1738 Lierne (Nord-Trøndelag)" in printed

    def test_one(self, review: Review, db: Database, levanger: Proposal) -> None:
        """By the unit that was interviewed, or by the host."""
        printed = review("cover", "lierne", "levanger")
        assert printed.startswith("Lierne (Nord-Trøndelag): dekket av en annen enhet (Levanger")
        review("cover", "grong", "leksvik")
        decided = standings(db)
        assert {decided[unit].covered_by for unit in ("1738", "1742")} == {"1719"}
        assert "bekreftet: 1738 Lierne (Nord-Trøndelag)" in review("shared")

    def test_all(self, review: Review, db: Database, levanger: Proposal) -> None:
        """A line for each."""
        printed = review("cover", "--all", "1719")
        assert len(printed.splitlines()) == 3
        assert {standings(db)[unit].covered_by for unit in levanger.settles} == {"1719"}

    def test_one_that_does_not_belong(
        self, review: Review, db: Database, levanger: Proposal
    ) -> None:
        """Also after it was confirmed."""
        review("cover", "1738", "1719")
        review("apart", "1738", "1719", "--reason", "De har sin egen")
        standing = standings(db)["1738"]
        assert standing.covered_by is None
        assert standing.apart == {"1719"}

    def test_one_that_belongs_after_all(
        self, review: Review, refused: Refused, db: Database, levanger: Proposal
    ) -> None:
        """With a reason: somebody has said the opposite."""
        review("apart", "1738", "1719", "--reason", "De har sin egen")
        assert "hører ikke til: 1738 Lierne (Nord-Trøndelag)" in review("shared")
        assert refused("cover", "1738", "1719").endswith("(R-REASON)")
        review("cover", "1738", "1719", "--reason", "Feil enhet")
        assert standings(db)["1738"].covered_by == "1719"
        assert "bekreftet: 1738 Lierne (Nord-Trøndelag)" in review("shared")

    def test_only_a_service(self, review: Review, refused: Refused, levanger: Proposal) -> None:
        """While its class is in doubt, an interview settles nobody else's case."""
        review("override", "1719", "borderline", "--reason", "Uklart")
        assert "venter på klassen: 1738 Lierne" in " ".join(review("shared").split())
        for words in (("cover", "1738", "1719"), ("cover", "--all", "1719")):
            assert refused(*words).endswith("(R-CLASS-FIRST)")

    def test_who_disagrees(self, review: Review, db: Database, service: FinishedInterview) -> None:
        """Grane has been asked itself, and says no: to confirm one by one, or not at all."""
        review("edit", "0618", "partner_units=hol;grane")
        printed = " ".join(review("shared").split())
        assert "! 1825 Grane (Nordland): uenighet: Enhetens eget intervju sier nei" in printed
        review("cover", "--all", "0618")
        assert "1825" not in standings(db)
        review("cover", "1825", "0618", "--reason", "Rådmannen bekrefter")
        assert standings(db)["1825"].covered_by == "0618"

    @pytest.mark.parametrize(
        ("words", "tells"),
        [
            (("cover", "1738", "0618"), "Lierne (Nord-Trøndelag) er ikke blant dem"),
            (("cover", "1719", "1719"), "Levanger (Nord-Trøndelag) er ikke blant dem"),
            (("cover", "1738", "halden"), "Halden (Østfold) foreslår ingen felles tjeneste"),
            (("apart", "0101", "1719", "--reason", "x"), "Halden (Østfold) er ikke blant dem"),
            (("cover", "--all", "0101"), "foreslår ingen felles tjeneste"),
        ],
    )
    def test_only_what_is_proposed(
        self, refused: Refused, words: tuple[str, ...], tells: str
    ) -> None:
        sentence = refused(*words)
        assert tells in sentence
        assert sentence.endswith("(R-SHARED)")

    def test_all_of_none(self, review: Review, refused: Refused) -> None:
        review("cover", "--all", "0618")
        assert "ingen flere å bekrefte" in refused("cover", "--all", "0618")

    @pytest.mark.parametrize("words", [("1738",), ("1738", "1719", "--all")])
    def test_by_whom(self, refused: Refused, words: tuple[str, ...]) -> None:
        assert refused("cover", *words).endswith("(R-BY)")
