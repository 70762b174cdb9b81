"""`ringerunde review code`, and `review codes` read back: open answers under codes."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from interviewer.commands.decide.console import Printer
from interviewer.commands.decide.find import as_typed
from interviewer.commands.decide.signing import Coordinator
from interviewer.engine.long_text import too_long
from interviewer.failures import Trouble
from interviewer.services import coding as services
from interviewer.words import WORDS
from schemas.language.text import ended
from schemas.questionnaire.questions import Question
from schemas.review.coding.answers import CodingState, open_questions

if TYPE_CHECKING:
    from db.database import Database
    from db.imports.codings import CodedLine
    from schemas.review.coding.coding_desk import CodingDesk
    from schemas.review.coding.open_codes import OpenCode


def _questions(database: "Database") -> tuple[Question, ...]:
    survey = database.survey
    return open_questions(survey.questionnaire, survey.parts)


def change_code(
    her: Coordinator, question: str, label: str, rename: str | None, into: str | None
) -> None:
    """Make a code; or call it otherwise, or have it go into another one."""
    names = [one.id for one in _questions(her.database)]
    if question not in names:
        told = f"«{question}» er ikke noe spørsmål med svar å kode. Velg et av: {', '.join(names)}."
        raise Trouble("R-CODE-QUESTION", told)
    if rename and into:
        raise Trouble("R-CODE-BOTH", "Velg enten --rename eller --into.")
    desk, paper = services.read_coding(her.database), Printer()
    if rename is None and into is None:
        word = services.name_code(her.database, her.sign(), uuid4(), question, _name(label))
        paper.say(f"Ny kode: {word.label}")
        return
    code = _named(desk, question, label)
    if rename is not None:
        services.name_code(her.database, her.sign(), code.id, question, _name(rename))
        paper.say(f"«{code.label}» heter nå «{_name(rename)}».")
    else:
        other = _named(desk, question, into or "")
        services.join_codes(her.database, her.sign(), code.id, other.id)
        paper.say(f"«{code.label}» er slått sammen med «{other.label}».")


def _name(typed: str) -> str:
    name = " ".join(as_typed(typed).split())
    if not name:
        raise Trouble("R-CODE-NAME", str(WORDS.coding_name_missing))
    if problem := too_long(name):
        raise Trouble(problem.code, problem.sentence)
    return name


def _named(desk: "CodingDesk", question: str, typed: str) -> "OpenCode":
    known = desk.codes
    one = known.meant(question, typed)
    if one is None:
        here = ", ".join(f"{code.number} {code.label}" for code in known.of(question)) or "ingen"
        raise Trouble("R-CODE", f"{question} har ingen kode «{typed}». {ended(f'Det har: {here}')}")
    return one


def read_back(her: Coordinator, file: Path, *, new: bool) -> None:
    """The codes of a file, all of them or none."""
    from db.imports.codings import read_codings
    from db.imports.problems import BadRows
    from interviewer.commands.imports import show_faults

    desk = services.read_coding(her.database)
    reading = read_codings(file, desk, new=new)
    if reading.bad:
        problem = BadRows(file, reading.bad, "IMPORT-CODING-ROWS")
        show_faults(problem)
        raise problem
    lines = [line for line in reading.rows if not _is_so_already(desk, line)]
    with her.database.together():
        for line in lines:
            ids = [_id_of(her, line.answer.key.question, code) for code in line.codes]
            services.code_answer(her.database, her.sign(), line.answer, ids)
    as_before = len(reading.rows) - len(lines)
    more = f" Som før: {as_before}." if as_before else ""
    Printer().say(f"Kodet: {len(lines)} svar.{more}")


def _is_so_already(desk: "CodingDesk", line: "CodedLine") -> bool:
    """Whether an answer is under those codes: a file that is read twice codes nothing twice."""
    one = desk.by_key[line.answer.key]
    return one.state is CodingState.coded and set(one.codes(desk.codes)) == set(line.codes)


def _id_of(her: Coordinator, question: str, code: "OpenCode | str") -> UUID:
    """Of one that is new: the row before may have made it."""
    if not isinstance(code, str):
        return code.id
    known = services.codes_of(her.database).called(question, code)
    if known is not None:
        return known.id
    return services.name_code(her.database, her.sign(), uuid4(), question, code).code_id
