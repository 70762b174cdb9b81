"""`ringerunde --survey health-trusts-2016 demo`: a season of another survey, by the same keys."""

import pytest

from db.cases import open_case
from db.database import Database
from db.finished import finished
from db.histories import histories
from db.interviews import load_interview
from schemas.questionnaire.document import read_document
from schemas.surveys.health_trusts_2016.classification import TrustClass
from schemas.surveys.health_trusts_2016.departments import TrustDepartment
from schemas.surveys.health_trusts_2016.questionnaire import HealthTrusts
from tests.interviewer.health_trusts.conftest import INTERVIEWS


@pytest.mark.slow
class TestTheSeason:
    """From the switchboard to the end of the interview, in every trust."""

    def test_the_file_knows_its_survey(self, trusts: Database) -> None:
        assert trusts.survey.name == "health-trusts-2016"
        assert len(trusts.frame) == 25

    def test_has_the_interviews_that_were_asked_for(self, trusts: Database) -> None:
        finished = [case for case in histories(trusts) if case.interview == "complete"]
        assert len(finished) == INTERVIEWS

    def test_every_interview_is_valid_to_the_last(self, trusts: Database) -> None:
        with trusts.look() as reads:
            for one in finished(reads):
                assert isinstance(read_document(HealthTrusts, one.document), HealthTrusts)

    def test_finds_every_class(self, trusts: Database) -> None:
        found = set()
        for case in histories(trusts):
            kept = open_case(trusts, case.case_id).interview
            revision = load_interview(trusts, kept.id).revision if kept else None
            if revision and isinstance(revision.classification, dict):
                found.add(revision.classification["class"])
        assert found == {one.name for one in TrustClass}

    def test_is_sent_through_departments_of_hospitals(self, trusts: Database) -> None:
        places = {one.department for case in histories(trusts) for one in case.contacts}
        assert places <= set(TrustDepartment)
        assert TrustDepartment.switchboard in places
        assert len(places) > 5
