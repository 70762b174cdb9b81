"""From what was typed to the value of an answer, or to a sentence that says what to write instead.

`parse` reads what people write; `accept` takes an answer that has its form already, from the keys
of the screen; `check` is for one that was taken before: it asks nothing of the sample.
"""

from typing import Any, Final

from schemas.language.clean import clean
from schemas.language.messages import AnswerProblem
from schemas.questionnaire.answers import Missing
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.questions import Question
from schemas.questionnaire.types import Reading
from schemas.questionnaire.types.answer_messages import TOO_LONG, WAYS_OUT
from schemas.questionnaire.types.descriptions import EntryForm

LONGEST_LINE: Final = 2000
"""No answer on one line may be longer.  A whole document pasted by mistake is not even read."""


def parse(question: Question, typed: str, reading: Reading) -> Any:
    """The answer that `typed` means to a question.

    Nothing typed gives None, where the question may be left empty.  `AnswerProblem` says what is
    wrong with anything that cannot be taken.
    """
    words = _words(question, typed)
    value = question.type.read(words, reading) if words else None
    return accept(question, value, reading)


def _words(question: Question, typed: str) -> str:
    one_line = question.type.entry is not EntryForm.several_lines
    words = clean(typed, one_line=one_line).strip()
    if one_line and len(words) > LONGEST_LINE:
        raise AnswerProblem(TOO_LONG, most=LONGEST_LINE, count=len(words))
    return words


def accept(question: Question, value: Any, reading: Reading) -> Any:
    """`value` as `question` takes it in this sample; `AnswerProblem` where it does not."""
    checked = check(question, value, reading.facts)
    if checked is not None and not isinstance(checked, Missing):
        problem = question.type.unknown(checked, reading.frame)
        if problem:
            raise problem
    return checked


def check(question: Question, value: Any, facts: Preloads) -> Any:
    """`value` as `question` takes it, whatever the sample; `AnswerProblem` where it does not."""
    if value is None or value == ():
        return _empty(question, value)
    if isinstance(value, Missing):
        return _missing(question, value)
    return question.type.accept(value, facts)


def _empty(question: Question, value: Any) -> None:
    if value == () or not question.empty_allowed:
        raise wanting(question)


def wanting(question: Question) -> AnswerProblem:
    """What is said of nothing at all: what is to be written, or how it is chosen."""
    return question.type.wanting(WAYS_OUT[question.missing_allowed])


def _missing(question: Question, value: Missing) -> Missing:
    if value not in question.missing_allowed:
        raise question.type.refusing(value)
    return value
