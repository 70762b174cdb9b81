"""`ringerunde review return`, `close` and `withdraw`."""

import pytest

from db.cases import case_id_of, open_case
from db.database import Database
from schemas.calls.outcomes import Outcome
from schemas.questionnaire.walk import Key
from schemas.review.finished_interviews import FinishedInterview
from tests.db.desk import standings
from tests.interviewer.commands.decide.desk import (
    TWO_OFFERS,
    Refused,
    Review,
    decisions,
    interviews,
    untouched,
)


class TestSendingBack:
    """A question for the interviewer, or a case for whoever rings next."""

    def test_a_question(self, review: Review, db: Database, service: FinishedInterview) -> None:
        printed = review("return", "1241", "--question", "stage", "--reason", "Er det åpnet?")
        assert printed.startswith("Fusa (Hordaland): sendt tilbake til intervjueren (stage).")
        (decision,) = decisions(db, "1241")
        assert (decision.question, decision.reason) == (Key("stage"), "Er det åpnet?")
        case = open_case(db, service.case_id)
        assert case.returned is not None
        assert case.returned.question == "Er det åpnet?"

    def test_about_one_offer(self, review: Review, db: Database) -> None:
        """The number is that of the finished interview, whatever was taken out on the way."""
        review(*TWO_OFFERS)
        review("edit", "1241", "--drop-item", "1")
        review("return", "1241", "--question", "offer_kind", "--item", "1", "--reason", "KiD?")
        assert decisions(db, "1241")[-1].question == Key("offer_kind", 2)

    def test_needs_a_question_that_was_asked(self, refused: Refused) -> None:
        for words, tells in [
            ((), "--question hvilket spørsmål"),
            (("--question", "plans"), "«plans» ble det ikke spurt om"),
            (("--question", "nonsense"), " review show 1241» viser spørsmålene"),
        ]:
            sentence = refused("return", "1241", *words, "--reason", "x")
            assert tells in sentence
            assert sentence.endswith("(R-QUESTION)")

    def test_names_the_offer_where_there_is_one(self, refused: Refused) -> None:
        for words, tells in [
            (("offer_kind",), "Oppgi --item 1–1"),
            (("offer_kind", "--item", "2"), "Oppgi --item 1–1"),
            (("stage", "--item", "1"), "Utelat --item"),
        ]:
            sentence = refused("return", "1241", "--reason", "x", "--question", *words)
            assert tells in sentence
            assert sentence.endswith("(R-ITEM)")

    def test_a_case_without_an_interview(self, review: Review, db: Database) -> None:
        """Off the coordinator's desk, and on the call list with the message."""
        printed = review("return", "0716", "--reason", "Prøv servicetorget")
        assert printed == "Re (Vestfold): tilbake på ringelisten. Signert Berit.\n"
        returned = open_case(db, case_id_of("0716")).returned
        assert returned is not None
        assert returned.question == "Prøv servicetorget"
        assert "0716" not in review("list")


class TestACase:
    """Closed without an interview, or withdrawn."""

    @pytest.mark.parametrize("outcome", ["not_found_after_search", "out_of_frame", "given_up"])
    def test_is_closed(self, review: Review, db: Database, outcome: str) -> None:
        unit = untouched(db)
        review("close", unit, outcome, "--reason", "tre uker")
        assert standings(db)[unit].outcome is Outcome[outcome]
        assert decisions(db, unit)[0].reason == "tre uker"

    def test_in_one_of_three_ways(self, refused: Refused) -> None:
        for outcome in ["complete", "covered", "withdrawn", ""]:
            sentence = refused("close", "0716", outcome, "--reason", "x")
            assert "out_of_frame (utenfor utvalget)" in sentence
            assert sentence.endswith("(R-CLOSE)")

    def test_with_an_interview_is_not_closed(self, refused: Refused) -> None:
        """It would change nothing."""
        assert refused("close", "1241", "given_up", "--reason", "x").endswith("(CASE-SETTLED)")

    @pytest.mark.parametrize("typed", ["Fusa\n", "fusa (hordaland)\n", "1241\n"])
    def test_is_withdrawn_when_its_name_is_typed(
        self, review: Review, db: Database, typed: str
    ) -> None:
        """What was said is gone; that it was, is kept."""
        printed = review("withdraw", "1241", typed=typed)
        assert "slettes for godt" in printed
        assert "respondenten har trukket seg" in printed
        assert standings(db)["1241"].is_withdrawn
        assert all(one.unit_id != "1241" for one in interviews(db))
        assert "Respondenten har trukket seg" in review("show", "1241")

    def test_is_withdrawn_at_once_with_yes(self, review: Review, db: Database) -> None:
        review("withdraw", "1241", "--yes")
        assert standings(db)["1241"].is_withdrawn

    def test_is_left_alone_otherwise(self, refused: Refused) -> None:
        for typed in ["", "\n", "ja\n", "Hol\n"]:
            sentence = refused("withdraw", "1241", typed=typed)
            assert sentence == "Ikke bekreftet. Ingenting er slettet. (R-NOT-CONFIRMED)"

    def test_that_is_withdrawn_is_never_opened_again(
        self, review: Review, refused: Refused
    ) -> None:
        review("withdraw", "1241", "--yes")
        for words in [
            ("return", "1241", "--reason", "x"),
            ("close", "1241", "given_up", "--reason", "x"),
            ("withdraw", "1241", "--yes"),
        ]:
            assert refused(*words).endswith("(CASE-CLOSED)")
