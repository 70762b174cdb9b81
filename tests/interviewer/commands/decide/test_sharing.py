"""`ringerunde review shared`, `cover` and `apart`."""

import pytest

from db.database import Database
from db.review_desk import shared_services
from interviewer.words import WORDS
from schemas.review.finished_interviews import FinishedInterview
from schemas.review.sharing import Proposal
from tests.db.desk import standings
from tests.interviewer.commands.decide.desk import Refused, Review, shared_with


class TestSharedServices:
    """One interview settles several cases, if nobody disagrees."""

    @pytest.fixture
    def fusa(self, review: Review, db: Database) -> Proposal:
        """An interview that would settle three cases; another unit is host."""
        review("edit", "1241", *shared_with("samnanger", "jondal", "tysnes"))
        (found,) = (one for one in shared_services(db).proposals if one.interviewed == "1241")
        assert found.settles == ("1223", "1227", "1242")
        assert found.host == "1242"
        return found

    def test_are_listed(self, review: Review, fusa: Proposal) -> None:
        printed = " ".join(review("shared").split())
        assert ", Samnanger (Hordaland): avgjør 3 saker (intervjuet: 1241 Fus" in printed
        assert "(intervjuet: 1241 Fusa (Hordaland))" in printed
        assert "kan avgjøres: 1227 Jondal (Hordaland)" in printed

    def test_one(self, review: Review, db: Database, fusa: Proposal) -> None:
        """By the unit that was interviewed, or by the host."""
        printed = review("cover", "jondal", "fusa")
        assert printed.startswith("Jondal (Hordaland): dekket av en annen enhet (Fusa")
        review("cover", "tysnes", "samnanger")
        decided = standings(db)
        assert {decided[unit].covered_by for unit in ("1227", "1223")} == {"1241"}
        assert "bekreftet: 1227 Jondal (Hordaland)" in review("shared")

    def test_all(self, review: Review, db: Database, fusa: Proposal) -> None:
        """A line for each."""
        printed = review("cover", "--all", "1241")
        assert printed.count(": dekket av en annen enhet (Fusa (Hordaland))") == 3
        assert {standings(db)[unit].covered_by for unit in fusa.settles} == {"1241"}

    def test_one_that_does_not_belong(self, review: Review, db: Database, fusa: Proposal) -> None:
        """Also after it was confirmed."""
        review("cover", "1227", "1241")
        review("apart", "1227", "1241", "--reason", "De har sin egen")
        standing = standings(db)["1227"]
        assert standing.covered_by is None
        assert standing.apart == {"1241"}

    def test_one_that_belongs_after_all(
        self, review: Review, refused: Refused, db: Database, fusa: Proposal
    ) -> None:
        """With a reason: somebody has said the opposite."""
        review("apart", "1227", "1241", "--reason", "De har sin egen")
        assert "hører ikke til: 1227 Jondal (Hordaland)" in review("shared")
        assert refused("cover", "1227", "1241").endswith("(R-REASON)")
        review("cover", "1227", "1241", "--reason", "Feil enhet")
        assert standings(db)["1227"].covered_by == "1241"
        assert "bekreftet: 1227 Jondal (Hordaland)" in review("shared")

    def test_only_a_service(self, review: Review, refused: Refused, fusa: Proposal) -> None:
        """While its class is in doubt, an interview settles nobody else's case."""
        review("override", "1241", "borderline", "--reason", "Uklart")
        assert "venter på klassen: 1227 Jondal" in " ".join(review("shared").split())
        for words in (("cover", "1227", "1241"), ("cover", "--all", "1241")):
            assert refused(*words).endswith("(R-CLASS-FIRST)")
        by_mail = ("cover", "1231", "1241", "--reason", "E-post fra rådmannen 3. mars")
        assert refused(*by_mail).endswith("(R-CLASS-FIRST)")

    def test_who_disagrees(self, review: Review, db: Database, service: FinishedInterview) -> None:
        """Larvik has been asked itself, and says no: to confirm one by one, or not at all."""
        review("edit", "1241", *shared_with("samnanger", "larvik"))
        printed = " ".join(review("shared").split())
        assert "! 0709 Larvik (Vestfold): uenighet: Enhetens eget intervju sier nei" in printed
        review("cover", "--all", "1241")
        assert "0709" not in standings(db)
        review("cover", "0709", "1241", "--reason", "Rådmannen bekrefter")
        assert standings(db)["0709"].covered_by == "1241"

    def test_what_only_an_e_mail_says(self, review: Review, db: Database) -> None:
        """Whether or not the other one has been interviewed: the reason tells who said so."""
        review("cover", "1231", "halden", "--reason", "E-post fra rådmannen 3. mars")
        assert standings(db)["1231"].covered_by == "0101"

    def test_only_what_is_proposed(self, refused: Refused) -> None:
        for words, tells in [
            (("cover", "1231", "0928"), "Ingen intervjuer sier at Ullensvang (Hordaland)"),
            (("cover", "0928", "0928"), "Birkenes (Aust-Agder) kan ikke være dekket av seg selv"),
            (("cover", "1231", "halden"), "skriv hvordan med --reason"),
            (("apart", "0101", "0928", "--reason", "x"), "Halden (Østfold) er ikke blant dem"),
            (("cover", "--all", "0101"), "foreslår ingen felles tjeneste"),
        ]:
            sentence = refused(*words)
            assert tells in sentence
            assert sentence.endswith("(R-SHARED)")

    def test_all_of_none(self, review: Review, refused: Refused) -> None:
        review("cover", "--all", "0928")
        assert "ingen flere å bekrefte" in refused("cover", "--all", "0928")

    def test_by_whom(self, refused: Refused) -> None:
        for words in [("1227",), ("1227", "1241", "--all")]:
            assert refused("cover", *words).endswith("(R-BY)")

    def test_what_is_decided_already(
        self, review: Review, refused: Refused, fusa: Proposal
    ) -> None:
        """Said in the words of the screen, which asks the same lines."""
        review("cover", "1227", "1241")
        assert str(WORDS.shared_confirmed_already) in refused("cover", "1227", "1241")
        review("apart", "1227", "1241", "--reason", "De har sin egen")
        again = refused("apart", "1227", "1241", "--reason", "De har sin egen")
        assert str(WORDS.shared_apart_already) in again

    def test_a_reason_that_has_no_room(self, refused: Refused, fusa: Proposal) -> None:
        """As on the screen: every export must be able to hold it."""
        assert "(A-LONG)" in refused("apart", "1227", "1241", "--reason", "x" * 4001)
