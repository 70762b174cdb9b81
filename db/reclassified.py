"""The rules of today run over every interview again: what would be of another class by them.

A definition, or a rule of the classification, may have changed since an interview was frozen.
Nothing is stored here: somebody looks at the list before anybody decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from schemas.codebook.changes import carried_over, changes_since
from schemas.questionnaire.answers import NOT_ASKED, Items, Unreadable
from schemas.questionnaire.sections import Roster, Section
from schemas.questionnaire.unreadable import load
from schemas.questionnaire.walk import Key, route
from schemas.review.classes import Class
from schemas.review.classify import Classification, classify
from schemas.review.finished_interviews import FinishedInterview
from schemas.surveys.survey import Survey


@dataclass(frozen=True)
class Reclassified:
    """An interview, and what follows from its answers by the rules of today."""

    interview: FinishedInterview
    now: Classification

    @property
    def is_other(self) -> bool:
        """Whether it would be of another class than it was frozen with."""
        return self.now.klass is not self.interview.derived

    @property
    def wants_a_look(self) -> bool:
        """Whether a coordinator would have to look at its class, and had not to before."""
        before = self.interview.classification.get("needs_look", False)
        return self.now.needs_look and not before

    @property
    def counts(self) -> Class | None:
        """The class that a coordinator has accepted or set: it stands whatever the rules say."""
        return self.interview.standing.klass


def reclassified(survey: Survey, interviews: Iterable[FinishedInterview]) -> Iterator[Reclassified]:
    """Each interview by the rules of today, its answers carried over to today's version."""
    for one in interviews:
        if one.document:
            yield Reclassified(one, _classified(survey, one))


def _classified(survey: Survey, one: FinishedInterview) -> Classification:
    answers = dict(_answers(survey, one))
    return classify(survey.classification, route(survey.questionnaire, answers, one.facts).view)


def _answers(survey: Survey, one: FinishedInterview) -> Iterator[tuple[Key, Any]]:
    """The answers in today's form, items numbered 1, 2, 3 …; without what is left of none."""
    today, changes = survey.questionnaire, changes_since(survey.releases, one.questionnaire.version)
    for key, stored in _stored(one):
        question, value = carried_over(key.question, stored, changes) or ("", None)
        if asked := today.by_id.get(question):
            loaded = load(asked, value)
            if loaded != NOT_ASKED and not isinstance(loaded, Unreadable):
                yield Key(question, key.item), loaded
    for name, roster in today.rosters.items():
        if items := one.document.get(name):
            yield Key(roster.more.id), Items(tuple(range(1, len(items) + 1)), True)


def _stored(one: FinishedInterview) -> Iterator[tuple[Key, Any]]:
    for name, section in one.questionnaire.sections.items():
        for item, answers in _parts(section, one.document.get(name)):
            for question in section.questions:
                if question.id in answers:
                    yield Key(question.id, item), answers[question.id]


def _parts(section: type[Section], content: Any) -> list[tuple[int | None, Mapping[str, Any]]]:
    if issubclass(section, Roster):
        return list(enumerate(content or (), start=1))
    return [(None, content or {})]
