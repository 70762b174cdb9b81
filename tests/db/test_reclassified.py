"""The rules of today run over every interview again, before anybody decides."""

from dataclasses import replace

import pytest

from db.database import Database
from db.finished import finished
from db.reclassified import Reclassified, reclassified
from schemas.questionnaire.conditions import NEVER
from schemas.review.decisions import DecisionKind
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.survey import Survey
from tests.db.desk import Desk
from tests.db.rounds import SERVICE, make_many


@pytest.fixture
def desk(on_file: Database, with_cases: None) -> Desk:
    return Desk(on_file)


def run(desk: Desk, survey: Survey | None = None) -> list[Reclassified]:
    with desk.db.look() as reads:
        return list(reclassified(survey or desk.db.survey, finished(reads)))


def without_services(survey: Survey) -> Survey:
    """The same survey, where nothing is a service any more."""
    by = survey.classification
    rules = (
        rule._replace(when=NEVER) if rule.klass is Class.service else rule for rule in by.rules
    )
    return replace(survey, classification=replace(by, rules=tuple(rules)))


def test_the_same_rules_change_nothing(desk: Desk) -> None:
    """Whatever was answered: every sort of answer is read as it was."""
    make_many(desk)
    again = run(desk)
    assert len(again) > 5
    assert not any(one.is_other or one.wants_a_look for one in again)


def test_other_rules_change_the_classes_that_they_are_about(desk: Desk) -> None:
    """A list of what would change; what a coordinator has decided stands beside it."""
    interview = desk.talked(**SERVICE)
    desk.decide(interview, DecisionKind.accepted)
    desk.next_case()
    desk.talked(has_offers="no", plans="no")
    first, second = run(desk, without_services(desk.db.survey))
    assert first.is_other
    assert (first.interview.derived, first.counts) == (Class.service, Class.service)
    assert not second.is_other
