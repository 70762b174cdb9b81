"""Open answers and their codes as a file: to code in a spreadsheet, and read back."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from interviewer.publish.export_request import Order, Watch, WrittenFiles

if TYPE_CHECKING:
    from db.plain_sql import Looked
    from schemas.frame.frame import Frame
    from schemas.review.coding.answers import AnswerToCode
    from schemas.review.coding.coding_desk import CodingDesk
    from schemas.review.coding.open_codes import Codes, OpenCode

HEADING: Final = ("intervju", "enhet", "navn", "spørsmål", "nummer", "svar", "koder")


def write_codings(source: "Looked", order: Order, watch: Watch) -> WrittenFiles:
    """Every open answer in a row, with the codes that it is under as it reads now."""
    from db.coding_desk import read_coding
    from db.exports.csv import write_rows

    desk = read_coding(source)
    rows = _rows(desk, source.frame)
    return WrittenFiles((write_rows(source, order.out, (HEADING, *rows), force=order.force),))


def _rows(desk: "CodingDesk", frame: "Frame") -> Iterator[tuple[str, ...]]:
    for one in desk.answers:
        key, unit = one.answer.key, frame[one.answer.unit_id]
        item = "" if key.item is None else str(key.item)
        codes = codes_told(desk, one)
        yield str(key.interview_id), unit.id, unit.name, key.question, item, one.answer.text, codes


def codes_told(desk: "CodingDesk", one: "AnswerToCode") -> str:
    """The codes that an answer is under, as the file has them; empty where it is not coded."""
    from db.imports.codings import BETWEEN, NONE_FITS
    from schemas.review.coding.answers import CodingState

    if one.state is not CodingState.coded:
        return ""
    written = (_written(desk.codes, code) for code in one.codes(desk.codes))
    return f" {BETWEEN} ".join(written) or NONE_FITS


def _written(codes: "Codes", code: "OpenCode") -> str:
    """A code by its name; by its number where the name would be read as something else.

    Two that were made apart, in files that were merged, may have one name.
    """
    from db.exports.csv import FORMULA
    from db.imports.codings import BETWEEN

    label, named = code.label, codes.called(code.question, code.label)
    others = label.isdecimal() or BETWEEN in label or FORMULA.match(label) or named != code
    return str(code.number) if others else label
