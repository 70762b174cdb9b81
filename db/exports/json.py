"""JSON: a document for each interview, one on each line, and the JSON Schema that they follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TextIO

from pydantic_core import to_json

from db.codebooks import of_all_versions
from db.engine import Database
from db.exports.export_tables import AnswerCell, Interview
from db.exports.python_values import TYPED, Value
from db.exports.sheets import Sheets
from db.exports.snapshot import Snapshot
from db.exports.writing import USUAL, Exported, Options, absolute, export
from schemas.codebook.columns import ABSENT
from schemas.codebook.json_schema import exported, json_schema
from schemas.frame.frame import Frame
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.sections import Roster, Section
from schemas.surveys.survey import Survey

DOCUMENTS: Final = "interviews.jsonl"
SCHEMA: Final = "interviews.schema.json"


def write_json(
    db: Database,
    folder: Path,
    *,
    options: Options = USUAL,
) -> list[Exported]:
    """Write documents and schema, or nothing. Raises ExportProblem."""
    paths = [absolute(folder) / name for name in (DOCUMENTS, SCHEMA)]
    with export(db, paths, options) as ((documents, schema), taken):
        rows = fill_json(documents, schema, taken, of_all_versions(db), options)
    return [Exported(paths[0], rows), Exported(paths[1], 0, is_table=False)]


def fill_json(
    documents: TextIO,
    schema: TextIO,
    taken: Snapshot,
    survey: Survey,
    options: Options,
) -> int:
    """Write both; how many documents there are."""
    described = json_schema(survey, contacts=options.contacts)
    schema.write(to_json(described, indent=2).decode() + "\n")
    done = 0
    for document in _documents(taken, survey, options.contacts):
        documents.write(to_json(document).decode() + "\n")
        done += 1
        if options.progress:
            options.progress(done, taken.finished.count)
    return done


def _documents(taken: Snapshot, survey: Survey, contacts: bool) -> Iterator[dict[str, Any]]:
    sheets: Sheets[Value] = Sheets(survey, taken.frame, TYPED, contacts=contacts)
    for one, remarks in sheets.interviews(taken):
        yield {
            **_about(one, taken.frame),
            "answers": dict(_answers(one.document, survey.questionnaire, contacts)),
            "remarks": [_remark(said) for said in remarks],
            "confirmed": [
                {"check": made["check"], "item": made.get("item"), "reason": made["reason"]}
                for made in one.document.get("confirmed", ())
            ],
        }


def _about(one: Interview, frame: Frame) -> dict[str, Any]:
    source, unit = one.source, frame[one.source.unit_id]
    return {
        "unit_id": source.unit_id,
        "name": unit.name,
        frame.design.group_column: unit.group.name,
        "interview_id": str(source.interview_id),
        "questionnaire": source.questionnaire,
        "version": source.version,
        "revision": source.revision,
        "language": source.language,
        "completed_at": TYPED.moment(source.completed_at),
        "interviewer": source.interviewer,
        "classification": one.classification,
        "unreadable": one.unreadable,
    }


def _remark(said: AnswerCell) -> dict[str, Any]:
    remark = said.remark
    return {
        "question": remark.question,
        "item": said.number,
        "remark": remark.text,
        "interviewer": remark.interviewer,
        "at": TYPED.moment(remark.at),
    }


def _answers(
    document: Mapping[str, Any], questionnaire: type[Questionnaire], contacts: bool
) -> Iterator[tuple[str, Any]]:
    for name, section in questionnaire.sections.items():
        if issubclass(section, Roster):
            yield name, [_of(section, item, contacts) for item in document.get(name, ())]
        else:
            yield name, _of(section, document.get(name, {}), contacts)


def _of(section: type[Section], answers: Mapping[str, Any], contacts: bool) -> dict[str, Any]:
    return {
        question.id: answers.get(question.id, ABSENT)
        for question in exported(section, contacts=contacts)
    }
