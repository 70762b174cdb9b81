"""What a document of the export looks like, as JSON Schema: derived from the questionnaire.

Pure.  Answers stand as they are stored: a slug, a list of slugs, a number, text, null where it was
left empty, `{"missing": "not_asked"}`, or `{"missing": "unreadable"}` for what nobody can read.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from schemas.codebook.codebook import codebook
from schemas.codebook.columns import columns
from schemas.codebook.described import Described
from schemas.codebook.variables import DataTable, Variable
from schemas.questionnaire.answers import NOT_ASKED
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster, Section
from schemas.questionnaire.types.spelling import ColumnType
from schemas.questionnaire.unreadable import MARK
from schemas.review.classes import Class

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
TEXT: Final = {"type": "string"}
WHOLE: Final = {"type": "integer"}


def exported(section: type[Section], *, contacts: bool) -> Iterator[Question]:
    """The questions whose answers are exported: those that have columns."""
    for question in section.questions:
        if columns(question) and (contacts or not question.personal):
            yield question


def json_schema(survey: Described, *, contacts: bool) -> dict[str, Any]:
    """The schema of one interview's document."""
    book, design = codebook(survey.questionnaire), survey.frame
    sections = {
        name: _section(section, contacts) for name, section in survey.questionnaire.sections.items()
    }
    return {
        "$schema": DIALECT,
        "title": str(book.title),
        "description": f"{book.name} {book.version}, {book.fingerprint}",
        **_object(
            {
                "unit_id": {"type": "string", "pattern": f"^({design.id_form.pattern})$"},
                "name": TEXT,
                design.group_column: TEXT,
                "interview_id": {"type": "string", "format": "uuid"},
                "status": {"enum": ["complete", "partial"]},
                "questionnaire": {"const": book.name},
                "version": TEXT,
                "revision": _NUMBER_OR_NONE,
                "language": TEXT,
                "completed_at": {"type": ["string", "null"], "format": "date-time"},
                **_interviewer(contacts),
                "classification": _classification(survey.classes),
                "unreadable": {"type": "integer", "minimum": 0},
                "answers": _object(sections),
                "remarks": {"type": "array", "items": _remark(contacts)},
                "confirmed": {"type": "array", "items": _CONFIRMED},
                "codings": {"type": "array", "items": _coding(contacts)},
            }
        ),
    }


def _interviewer(contacts: bool) -> dict[str, Any]:
    """By number; by name too with contacts."""
    return {"interviewer": WHOLE, **({"interviewer_name": TEXT} if contacts else {})}


def _classification(classes: type[Class]) -> dict[str, Any]:
    """Of a partial interview there is none."""
    return {
        "type": "object",
        "properties": {
            "class": {"enum": [one.name for one in classes]},
            "needs_look": {"type": "boolean"},
        },
        "dependentRequired": {"class": ["needs_look"]},
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_NUMBER_OR_NONE: Final = {"type": ["integer", "null"], "minimum": 1}
_CONFIRMED: Final = _object({"check": TEXT, "item": _NUMBER_OR_NONE, "reason": TEXT})


def _remark(contacts: bool) -> dict[str, Any]:
    return _object(
        {
            "question": TEXT,
            "item": _NUMBER_OR_NONE,
            "remark": TEXT,
            **_interviewer(contacts),
            "at": {"type": "string", "format": "date-time"},
        }
    )


def _coding(contacts: bool) -> dict[str, Any]:
    """An answer in somebody's own words under a code; 0 where it fits under none."""
    return _object(
        {
            "question": TEXT,
            "item": _NUMBER_OR_NONE,
            "code": WHOLE,
            "label": {"type": ["string", "null"]},
            "coder": WHOLE,
            **({"coder_name": TEXT} if contacts else {}),
            "at": {"type": "string", "format": "date-time"},
        }
    )


# ── Tables ───────────────────────────────────────────────────────────────────────────────────────

_TYPES: Final[Mapping[ColumnType, dict[str, Any]]] = {
    ColumnType.text: {"type": ["string", "null"]},
    ColumnType.whole: {"type": ["integer", "null"]},
    ColumnType.decimal: {"type": ["number", "null"]},
    ColumnType.yes_no: {"enum": [0, 1, None]},
    ColumnType.moment: {"type": ["string", "null"], "format": "date-time"},
    ColumnType.day: {"type": ["string", "null"], "format": "date"},
}


def table_schema(table: DataTable) -> dict[str, Any]:
    """The schema of a row of a table without questions, as an object."""
    rows = {one.name: {"title": one.label.nb, **_cell(one)} for one in table.variables}
    return {"$schema": DIALECT, "title": table.name, "description": table.row.nb, **_object(rows)}


def _cell(variable: Variable) -> dict[str, Any]:
    if variable.codes:
        return {"enum": [*(code.name for code in variable.codes), None]}
    return dict(_TYPES[variable.type])


# ── Answers ──────────────────────────────────────────────────────────────────────────────────────


def _section(section: type[Section], contacts: bool) -> dict[str, Any]:
    shown = _object({one.id: _answer(one) for one in exported(section, contacts=contacts)})
    if issubclass(section, Roster):
        return {"type": "array", "items": shown, "maxItems": section.at_most}
    return shown


def _answer(question: Question) -> dict[str, Any]:
    states = [NOT_ASKED, *question.missing_allowed]
    named = [state.missing for state in states]
    missing = _object({"missing": {"enum": [*named, MARK["missing"]]}})
    empty: list[dict[str, Any]] = [{"type": "null"}] if question.empty_allowed else []
    return {"title": question.text.nb, "anyOf": [question.type.json_schema, missing, *empty]}
