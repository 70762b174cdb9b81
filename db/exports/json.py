"""JSON: a document for each interview, one on each line, and the JSON Schema that they follow.

The tables beside the interviews are files of objects, each with its schema.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TextIO

from pydantic_core import to_json

from db.exports.coding_tables import CodedRow, codings_of
from db.exports.export_tables import AnswerCell, Interview
from db.exports.interview_rows import Interviews
from db.exports.python_values import TYPED, Value
from db.exports.sheets import Sheets
from db.exports.snapshot import Snapshot
from db.exports.stored_text import dashed
from db.exports.writing import USUAL, Exported, Options, absolute, export
from db.plain_sql import Looked
from db.versions import of_all_versions
from schemas.codebook.columns import ABSENT
from schemas.codebook.json_schema import exported, json_schema, table_schema
from schemas.frame.frame import Frame
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.sections import Roster, Section
from schemas.surveys.survey import Survey

DOCUMENTS: Final = "interviews.jsonl"
SCHEMA: Final = "interviews.schema.json"


def write_json(
    db: Looked,
    folder: Path,
    *,
    options: Options = USUAL,
) -> list[Exported]:
    """Write documents, the tables beside them, and their schemas; or nothing.

    Raises ExportProblem.
    """
    survey, place = of_all_versions(db), absolute(folder)
    sheets: Sheets[Value] = Sheets(survey, db.frame, TYPED, contacts=options.contacts)
    tables = [(one.name, one.described) for one in sheets.recorded]
    named = [(f"{name}.jsonl", f"{name}.schema.json") for name, _ in tables]
    paths = [place / name for pair in ((DOCUMENTS, SCHEMA), *named) for name in pair]
    with export(db, paths, options) as (files, taken):
        rows = Counter({"interviews": fill_json(files[0], files[1], taken, survey, options)})
        lines = dict(zip((name for name, _ in tables), files[2::2], strict=True))
        for (_, table), schema in zip(tables, files[3::2], strict=True):
            schema.write(_pretty(table_schema(table)))
        rows += _fill_tables(sheets, lines, taken)
    return [_exported(path, rows) for path in paths]


def _exported(path: Path, rows: Counter[str]) -> Exported:
    is_table = path.suffix == ".jsonl"
    return Exported(path, rows[path.stem] if is_table else 0, is_table=is_table)


def _pretty(schema: dict[str, Any]) -> str:
    return to_json(schema, indent=2).decode() + "\n"


def _fill_tables(
    sheets: Sheets[Value], lines: Mapping[str, TextIO], taken: Snapshot
) -> Counter[str]:
    """The tables beside the interviews: an object for each row."""
    headers = {table.name: table.header for table in sheets.recorded}
    rows: Counter[str] = Counter()
    for name, some in sheets.portions(taken, headers):
        for cells in some:
            row = dict(zip(headers[name], cells, strict=True))
            lines[name].write(to_json(row).decode() + "\n")
        rows[name] += len(some)
    return rows


def fill_json(
    documents: TextIO,
    schema: TextIO,
    taken: Snapshot,
    survey: Survey,
    options: Options,
) -> int:
    """Write both; how many documents there are."""
    schema.write(_pretty(json_schema(survey, contacts=options.contacts)))
    done = 0
    for document in _documents(taken, survey, options.contacts):
        documents.write(to_json(document).decode() + "\n")
        done += 1
        if options.progress and done <= taken.finished.count:
            options.progress(done, taken.finished.count)
    return done


def _documents(taken: Snapshot, survey: Survey, contacts: bool) -> Iterator[dict[str, Any]]:
    for one, remarks in Interviews(taken, survey, contacts=contacts).with_remarks():
        yield {
            **_about(one, taken.frame, contacts),
            "answers": dict(_answers(one.document, survey.questionnaire, contacts)),
            "remarks": [_remark(said, contacts) for said in remarks],
            "confirmed": [
                {"check": made["check"], "item": made.get("item"), "reason": made["reason"]}
                for made in one.document.get("confirmed", ())
            ],
            "codings": [_coding(coded, contacts) for coded in codings_of(one)],
        }


def _about(one: Interview, frame: Frame, contacts: bool) -> dict[str, Any]:
    source, unit = one.source, frame[one.source.unit_id]
    return {
        "unit_id": source.unit_id,
        "name": unit.name,
        frame.design.group_column: unit.group.name,
        "interview_id": dashed(source.interview_id),
        "status": one.status.name,
        "questionnaire": source.questionnaire,
        "version": source.version,
        "revision": source.revision,
        "language": source.language,
        "completed_at": source.completed_at and TYPED.moment(source.completed_at),
        "interviewer": source.interviewer,
        **({"interviewer_name": source.interviewer_name} if contacts else {}),
        "classification": one.classification,
        "unreadable": one.unreadable,
    }


def _remark(said: AnswerCell, contacts: bool) -> dict[str, Any]:
    remark = said.remark
    return {
        "question": remark.question,
        "item": said.number,
        "remark": remark.text,
        "interviewer": remark.interviewer,
        **({"interviewer_name": remark.interviewer_name} if contacts else {}),
        "at": TYPED.stored_moment(remark.at),
    }


def _coding(coded: CodedRow, contacts: bool) -> dict[str, Any]:
    answer, code = coded.answer, coded.code
    return {
        "question": coded.question,
        "item": coded.item,
        "code": code.number if code else 0,
        "label": code.label if code else None,
        "coder": answer.coder,
        **({"coder_name": answer.coder_name} if contacts else {}),
        "at": TYPED.moment(answer.at),
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
