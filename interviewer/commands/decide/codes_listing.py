"""`ringerunde review codes`: open answers, and the codes that they were put under."""

from typing import TYPE_CHECKING

from interviewer.commands.decide.console import Printer
from interviewer.words import WORDS, say
from schemas.questionnaire.questions import Question
from schemas.review.coding.answers import open_questions

if TYPE_CHECKING:
    from db.plain_sql import Looked
    from schemas.review.coding.coding_desk import CodingDesk
    from schemas.review.coding.open_codes import OpenCode


def print_codes(source: "Looked") -> None:
    """Every question that was answered freely: what is left, and its codes with their answers."""
    from db.coding_desk import read_coding

    desk, paper, survey = read_coding(source), Printer(), source.survey
    if not desk.answers:
        paper.say(str(WORDS.coding_none))
    for question in open_questions(survey.questionnaire, survey.parts):
        if question.id in desk.by_question:
            codes = [_line(desk, one) for one in desk.codes.of(question.id)]
            paper.head(_headline(desk, question))
            paper.say("\n".join(codes) or str(WORDS.coding_no_codes_yet), indent=2)


def _headline(desk: "CodingDesk", question: Question) -> str:
    left, every = desk.left(question.id), len(desk.by_question[question.id])
    done = WORDS.coding_left if left else WORDS.coding_ready
    changed = desk.changed(question.id)
    since = f" · {say(WORDS.coding_changed_since, changed=changed)}" if changed else ""
    return f"{question.id}: {say(done, left=left, all=every)}{since}"


def _line(desk: "CodingDesk", code: "OpenCode") -> str:
    return f"{code.number}  {code.label}  ({desk.count(code)} svar)"
