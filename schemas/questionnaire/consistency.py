"""Whether a questionnaire can be asked: its routes lead somewhere, its names and codes are its own.

Looked at when its class is made, before anybody rings.
"""

from collections.abc import Collection, Mapping

from schemas.questionnaire.answers import NOT_ASKED, Choice, Missing
from schemas.questionnaire.checks import Check
from schemas.questionnaire.condition_values import looks_for
from schemas.questionnaire.conditions import Condition, Value
from schemas.questionnaire.declaring import DeclarationProblem
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Section

Sections = Mapping[str, type[Section]]


def verify(sections: Sections) -> None:
    """Raises `DeclarationProblem` at the first contradiction, in the instrument's order."""
    questions = _questions(sections)
    asked: set[Question] = set()
    for name, section in sections.items():
        _look(section.when, f"Delen «{name}»", asked, questions)
        for question in section.all_questions():
            _look(question.when, f"«{question.id}»", asked, questions)
            asked.add(question)
    _verify_checks([check for section in sections.values() for check in section.checks], questions)


def _questions(sections: Sections) -> set[Question]:
    homes: dict[str, str] = {}
    for name, section in sections.items():
        for question in section.all_questions():
            if question.id in homes:
                first = homes[question.id]
                raise DeclarationProblem("Q-ID", question=question.id, first=first, second=name)
            homes[question.id] = name
    return {question for section in sections.values() for question in section.all_questions()}


def _verify_checks(checks: Collection[Check], questions: Collection[Question]) -> None:
    ids = [check.id for check in checks]
    for check in checks:
        if ids.count(check.id) > 1:
            raise DeclarationProblem("Q-CHECK-ID", check=check.id)
        if check.on not in questions:
            raise DeclarationProblem("Q-CHECK", check=check.id, question=check.on.id)
        _look(check.when, f"Kontrollen «{check.id}»", questions, questions)


def _look(
    condition: Condition,
    where: str,
    asked: Collection[Question],
    questions: Collection[Question],
) -> None:
    for question, values in looks_for(condition):
        if question not in asked:
            code = "Q-LATER" if question in questions else "Q-UNKNOWN"
            raise DeclarationProblem(code, where=where, question=question.id)
        for value in values:
            _verify_value(question, value, where)


def _verify_value(question: Question, value: Value, where: str) -> None:
    possible: tuple[Choice | Missing, ...] = (*question.codes, *question.missing_allowed, NOT_ASKED)
    if isinstance(value, Choice | Missing) and value not in possible:
        codes = ", ".join(map(_name, possible))
        raise DeclarationProblem(
            "Q-CODE", where=where, question=question.id, code=_name(value), codes=codes
        )


def _name(value: Choice | Missing) -> str:
    return value.name if isinstance(value, Choice) else value.missing
