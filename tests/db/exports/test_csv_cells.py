"""How CSV is spelt: for Norwegian Excel and for other programs, and text that stays text."""

import csv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.calls import add_contact
from db.database import Database
from db.exports.csv import EXCEL, FORMULA, PLAIN, for_excel, quoted, safe, write_csv
from schemas.language.phone import read_phone
from tests.db.exports.csv_files import CONTACTS, read
from tests.db.rounds import SERVICE, Round, finish

RISKY = ("=", "+", "-", "@", "'", "'=", "\t", "\r", "\n", "＝", " ")


@pytest.fixture
def world(on_file: Database, with_cases: None) -> Round:
    """What is written is the same whatever it was read from: a file is enough."""
    return Round(on_file)


def test_for_norwegian_excel(world: Round, out: Path) -> None:
    """UTF-8 with a mark at its start, semicolons, decimal comma, CRLF."""
    world.interviewed(**SERVICE)
    write_csv(world.db, out)
    raw = (out / "interviews.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfunit_id;name;county;")
    assert raw.endswith(b"\r\n")
    assert read(out / "interviews.csv")[0]["fte"] == "2,5"


def test_plain(world: Round, out: Path) -> None:
    """UTF-8, commas, decimal point, LF."""
    world.interviewed(**SERVICE)
    write_csv(world.db, out, plain=True)
    raw = (out / "interviews.csv").read_bytes()
    assert raw.startswith(b"unit_id,name,county,")
    assert b"\r" not in raw
    assert read(out / "interviews.csv", plain=True)[0]["fte"] == "2.5"


def test_telephone_numbers(world: Round, out: Path) -> None:
    """For Excel a form that is no formula; for other programs the number itself."""
    switchboard = world.contact(phone="+4769174500")
    add_contact(world.db, world.lease, switchboard)
    world.dial(switchboard)
    world.interviewed(**SERVICE)
    write_csv(world.db, out, options=CONTACTS)
    write_csv(world.db, out.with_name("r"), plain=True, options=CONTACTS)
    for table, column in (
        ("interviews", "respondent_phone"), ("calls", "phone"), ("contacts", "phone"),
    ):  # fmt: skip
        in_excel = read(out / f"{table}.csv")[0][column]
        plain = read(out.with_name("r") / f"{table}.csv", plain=True)[0][column]
        assert (in_excel, plain) == ("69 17 45 00", "+4769174500")


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("", ""),
        ("+4791822334", "918 22 334"),
        ("+46850829000", "0046 8 508 290 00"),
        ("02580", "025 80"),
        ("116117", "116 117"),
    ],
)
def test_a_number_in_excel(stored: str, shown: str) -> None:
    """Never what Excel takes for a sum, or for a number without its zero."""
    assert for_excel(stored) == shown
    assert not stored or read_phone(shown) == stored


def test_plain_text_has_no_guard(world: Round, out: Path) -> None:
    """What was typed, and nothing before it."""
    interview = world.begin()
    world.remark(interview, "has_offers", "=SUM(A1)")
    world.complete(interview, finish(**SERVICE))
    write_csv(world.db, out, plain=True)
    assert [row["remark"] for row in read(out / "remarks.csv", plain=True)] == ["=SUM(A1)"]


def unguarded(cell: str) -> str:
    """What was typed, from what stands in the file."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell[1:]) else cell


anything = st.text(st.characters(exclude_categories=["Cs"]))
typed = anything | st.builds(str.__add__, st.sampled_from(RISKY), anything)


class TestText:
    """Whatever somebody types stays text, and stays what it was."""

    @given(st.lists(typed, min_size=1), st.sampled_from([EXCEL, PLAIN]))
    def test_comes_back_as_it_was(self, texts: list[str], profile: Any) -> None:
        """Through another reader, with the guard taken off again."""
        line = profile.separator.join(["1", *(quoted(safe(text)) for text in texts)])
        content = [f"{line}{profile.line_end}"]
        (row,) = csv.reader(content, delimiter=profile.separator, strict=True)
        assert [unguarded(cell) for cell in row[1:]] == texts

    @given(typed)
    def test_is_never_a_formula(self, text: str) -> None:
        """No cell begins with what a spreadsheet would run."""
        assert not safe(text).lstrip(" ").startswith(tuple("=+-@＝＋－＠\t\r\n"))

    def test_cannot_pass_for_a_missing_answer(self) -> None:
        """The codes are numbers, and -8 that somebody typed is text."""
        assert safe("-8") == "'-8"
