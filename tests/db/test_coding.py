"""Open answers put under codes: on a file and on a server."""

from uuid import UUID, uuid4

import pytest

from db.coding import (
    code_answer,
    code_answers,
    join_codes,
    leave_open,
    name_code,
)
from db.coding_desk import read_coding
from db.database import Database
from db.interviews import reopen
from db.open_codes import codings_in
from db.persons.erasing import erase
from db.problems import AnswerChanged, ForeignCode, NeverAgain, NoSuchCode, NotFound, SameCode
from db.withdrawal import withdraw
from schemas.review.coding.answers import AnswerToCode, CodingState, fingerprint_of
from schemas.review.coding.coding_desk import CodingDesk
from schemas.review.sought import ERASED
from tests.db.desk import Desk
from tests.db.rounds import finish
from tests.db.world import HALDEN, NOON

TOLD = {"challenges_text": "For lite penger, og langt å reise"}


@pytest.fixture
def desk(db: Database, with_cases: None) -> Desk:
    """A desk with one interview, in which something was said freely."""
    found = Desk(db)
    found.talked(**TOLD)
    return found


def about(desk: Desk, question: str = "challenges_text") -> AnswerToCode:
    """The answer to a question."""
    (one,) = [one for one in read(desk).answers if one.answer.key.question == question]
    return one


def read(desk: Desk) -> CodingDesk:
    """All there is."""
    return read_coding(desk.db)


def named(desk: Desk, label: str, question: str = "challenges_text") -> UUID:
    """A new code."""
    id = uuid4()
    name_code(desk.db, desk.sign(), id, question, label)
    return id


class TestAnAnswer:
    def test_is_put_under_codes_and_what_was_said_last_counts(self, desk: Desk) -> None:
        """Under several, under others, and under none."""
        money, way = named(desk, "Økonomi"), named(desk, "Avstand")
        assert about(desk).state is CodingState.open
        for codes in ((money, way), (way,), ()):
            code_answer(desk.db, desk.sign(), about(desk).answer, codes)
            found = read(desk)
            assert about(desk).state is CodingState.coded
            assert tuple(one.id for one in about(desk).codes(found.codes)) == codes

    def test_is_known_by_what_is_left_when_somebody_in_it_is_erased(self, desk: Desk) -> None:
        """It stays coded, and nobody who has the file can try what stood there."""
        money, telling = named(desk, "Økonomi"), "For lite penger, sier Ragnhild Fossum"
        reopen(desk.db, desk.lease, about(desk).answer.key.interview_id, 1, NOON)
        desk.complete(desk.begin(), finish(challenges_text=telling))
        code_answer(desk.db, desk.sign(), about(desk).answer, [money])
        erase(desk.db, desk.sign(), "Ragnhild Fossum")
        assert about(desk).answer.text == f"For lite penger, sier {ERASED}"
        assert about(desk).state is CodingState.coded
        with desk.db.look() as reads:
            kept = {one.said for one in codings_in(reads)}
        assert fingerprint_of(about(desk).answer.key.interview_id, telling) not in kept

    def test_is_coded_with_others_or_none_of_them_is(self, desk: Desk) -> None:
        """One of them reads otherwise by now: the first is not coded either."""
        money, told = named(desk, "Økonomi"), about(desk).answer
        other = told._replace(text="Som det lød før")
        with pytest.raises(AnswerChanged):
            code_answers(desk.db, desk.sign(), [(told, [money]), (other, [money])])
        assert about(desk).state is CodingState.open
        signed = desk.sign()
        for _ in range(2):  # the reply was lost
            assert len(code_answers(desk.db, signed, [(told, [money])])) == 1
        assert about(desk).state is CodingState.coded
        code_answers(desk.db, desk.sign(), [(told, None)])
        assert about(desk).state is CodingState.open

    def test_is_left_open_again(self, desk: Desk) -> None:
        """Whoever pressed the wrong key takes it back."""
        code_answer(desk.db, desk.sign(), about(desk).answer, [named(desk, "Økonomi")])
        leave_open(desk.db, desk.sign(), about(desk).answer.key)
        assert about(desk).state is CodingState.open

    def test_that_reads_otherwise_is_in_the_list_again(self, desk: Desk) -> None:
        """And what was meant for it as it read before is refused."""
        money = named(desk, "Økonomi")
        before = about(desk).answer
        code_answer(desk.db, desk.sign(), before, [money])
        interview = before.key.interview_id
        reopen(desk.db, desk.lease, interview, 1, NOON)
        desk.complete(desk.begin(), finish(challenges_text="Bare avstand"))
        assert about(desk).state is CodingState.changed
        assert about(desk).codes(read(desk).codes) == ()
        with pytest.raises(AnswerChanged):
            code_answer(desk.db, desk.sign(), before, [money])

    def test_of_whoever_withdraws_is_gone_with_its_codes(self, desk: Desk) -> None:
        """Nothing of it is left, and nothing more is stored."""
        money, answer = named(desk, "Økonomi"), about(desk).answer
        code_answer(desk.db, desk.sign(), answer, [money])
        withdraw(desk.db, desk.sign(), HALDEN)
        assert read(desk).answers == ()
        with pytest.raises((NeverAgain, NotFound)):
            code_answer(desk.db, desk.sign(), answer, [money])

    def test_is_put_under_codes_of_its_own_question(self, desk: Desk) -> None:
        """A code of another question is refused, and so is one that never was."""
        other = named(desk, "Annet", "benefits_text")
        for code in (other, uuid4()):
            with pytest.raises(NoSuchCode):
                code_answer(desk.db, desk.sign(), about(desk).answer, [code])
        assert about(desk).state is CodingState.open


class TestACode:
    def test_is_called_otherwise_and_keeps_what_is_under_it(self, desk: Desk) -> None:
        money = named(desk, "Penger")
        code_answer(desk.db, desk.sign(), about(desk).answer, [money])
        name_code(desk.db, desk.sign(), money, "challenges_text", "Økonomi")
        (one,) = about(desk).codes(read(desk).codes)
        assert (one.label, one.number) == ("Økonomi", 1)

    def test_goes_into_another_one_with_all_that_is_under_it(self, desk: Desk) -> None:
        """Both are one from then on, and the answer is under it once."""
        money, grants = named(desk, "Økonomi"), named(desk, "Tilskudd")
        code_answer(desk.db, desk.sign(), about(desk).answer, [money, grants])
        signed = desk.sign()
        for _ in range(2):  # the reply was lost
            join_codes(desk.db, signed, grants, money)
        found = read(desk)
        assert [one.label for one in about(desk).codes(found.codes)] == ["Økonomi"]
        assert [one.label for one in found.codes.of("challenges_text")] == ["Økonomi"]
        with pytest.raises(NoSuchCode):
            join_codes(desk.db, desk.sign(), grants, money)

    def test_has_a_name_of_its_own(self, desk: Desk) -> None:
        """However it is written; in another question it may be called the same."""
        named(desk, "Økonomi")
        with pytest.raises(SameCode):
            named(desk, "  økonomi ")
        named(desk, "Økonomi", "benefits_text")

    def test_is_of_a_question_that_is_answered_freely(self, desk: Desk) -> None:
        for question in ("has_offers", "respondent_name", "private_note", "nothing"):
            with pytest.raises(ForeignCode):
                named(desk, "Økonomi", question)

    def test_is_stored_once_however_often_it_is_sent(self, desk: Desk) -> None:
        signed, id = desk.sign(), uuid4()
        for _ in range(2):
            name_code(desk.db, signed, id, "challenges_text", "Økonomi")
        assert len(read(desk).codes.words) == 1
