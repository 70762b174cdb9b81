"""Coding from the command line: the list, codes by name, and a file that is read back."""

import csv
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import update

from db.coding_desk import read_coding
from db.database import Database
from db.imports.problems import BadRows
from db.statements import execute
from db.tables import OpenCodeRow
from schemas.review.coding.answers import CodingState
from tests.interviewer.commands.decide.desk import content
from tests.support.commands import run, said

QUESTION = "challenges_text"


def codes(path: Path, *words: str) -> str:
    """What a command prints that is done."""
    result = run(path, "review", *words)
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


def made(path: Path, *labels: str) -> None:
    """New codes."""
    for label in labels:
        codes(path, "code", QUESTION, label, "--by", "Berit")


def rows_of(file: Path) -> list[dict[str, str]]:
    """The file as it was written."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def filled(file: Path, rows: list[dict[str, str]]) -> Path:
    """The file as somebody has filled it in."""
    with file.open("w", encoding="utf-8-sig", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return file


class TestCodes:
    def test_are_made_renamed_and_joined(self, path: Path) -> None:
        """By name or by number; the list tells what there is, and what is left."""
        made(path, "Penger", "Avstand", "Tilskudd")
        assert "1 Penger (0 svar)" in codes(path, "codes")
        told = codes(path, "code", QUESTION, "1", "--rename", "Økonomi", "--by", "Berit")
        assert told == "«Penger» heter nå «Økonomi»."
        told = codes(path, "code", QUESTION, "tilskudd", "--into", "økonomi", "--by", "Berit")
        assert told == "«Tilskudd» er slått sammen med «Økonomi»."
        listed = codes(path, "codes")
        assert f"{QUESTION}: " in listed
        assert "1 Økonomi (0 svar) 2 Avstand (0 svar)" in listed

    def test_what_cannot_be_is_said(self, path: Path) -> None:
        made(path, "Penger")
        before = content(path)
        for words, code in [
            ((QUESTION, "Penger"), "CODE-NAME"),
            (("has_offers", "Penger"), "R-CODE-QUESTION"),
            ((QUESTION, "Finnes ikke", "--rename", "X"), "R-CODE"),
            ((QUESTION, "9", "--into", "1"), "R-CODE"),
            ((QUESTION, "1", "--into", "1"), "CODE-UNKNOWN"),
            ((QUESTION, "1", "--rename", "X", "--into", "1"), "R-CODE-BOTH"),
            ((QUESTION, " "), "R-CODE-NAME"),
            ((QUESTION, "\u200b"), "R-CODE-NAME"),
            ((QUESTION, "1", "--rename", "\u200b\u00ad"), "R-CODE-NAME"),
            ((QUESTION, "A" * 4001), "A-LONG"),
        ]:
            assert said(run(path, "review", "code", *words, "--by", "Berit")).endswith(f"({code})")
            assert content(path) == before


class TestAFile:
    def test_is_written_filled_in_and_read_back(self, path: Path, db: Database) -> None:
        """Several codes with | between, 0 for none; what is empty is left alone."""
        made(path, "Økonomi")
        file = path.with_name("koder.csv")
        codes(path, "codes", "--out", str(file))
        rows = rows_of(file)
        mine = [row for row in rows if row["spørsmål"] == QUESTION]
        mine[0]["koder"], mine[1]["koder"] = "økonomi | Avstand", "0"
        told = codes(path, "codes", "--file", str(filled(file, rows)), "--new", "--by", "Berit")
        assert told == "Kodet: 2 svar."
        told = codes(path, "codes", "--file", str(file), "--by", "Berit")
        assert told == "Kodet: 0 svar. Som før: 2."
        desk = read_coding(db)
        done = [one for one in desk.by_question[QUESTION] if one.state is CodingState.coded]
        found = [[code.label for code in one.codes(desk.codes)] for one in done]
        assert found == [["Økonomi", "Avstand"], []]
        codes(path, "codes", "--out", str(file), "--force")
        again = [row["koder"] for row in rows_of(file) if row["spørsmål"] == QUESTION]
        assert again[:2] == ["Økonomi | Avstand", "0"]

    @pytest.mark.parametrize("label", ["2015", "0", "Angst | uro", "=1+1", "-2", "@hjem"])
    def test_brings_back_a_code_however_it_is_called(
        self, path: Path, db: Database, label: str
    ) -> None:
        """What would be read as a number, as several codes or as a formula is that code still."""
        made(path, "Økonomi")
        codes(path, "code", QUESTION, "1", "--rename", "Angst", "--by", "Berit")
        codes(path, "code", QUESTION, "Angst", "--rename", label, "--by", "Berit")
        made(path, "Annet")
        file = path.with_name("koder.csv")
        codes(path, "codes", "--out", str(file))
        rows = rows_of(file)
        mine = next(row for row in rows if row["spørsmål"] == QUESTION)
        mine["koder"] = "1"
        codes(path, "codes", "--file", str(filled(file, rows)), "--by", "Berit")
        codes(path, "codes", "--out", str(file), "--force")
        told = codes(path, "codes", "--file", str(file), "--by", "Berit")
        assert told == "Kodet: 0 svar. Som før: 1."
        desk = read_coding(db)
        (one,) = (one for one in desk.answers if one.state is CodingState.coded)
        assert [code.label for code in one.codes(desk.codes)] == [label]
        told = codes(path, "code", QUESTION, "2", "--into", "1", "--by", "Berit")
        assert told == f"«Annet» er slått sammen med «{label}»."

    def test_tells_two_codes_of_one_name_apart(self, path: Path, db: Database) -> None:
        """They were made in two files that have been merged, and are told by their numbers."""
        made(path, "Økonomi", "Penger")
        with db.write() as session:
            execute(session, update(OpenCodeRow).values(label="Økonomi"))
        file = path.with_name("koder.csv")
        codes(path, "codes", "--out", str(file))
        for filled_in, written in (("2", "2"), ("1", "Økonomi"), ("1 | 2", "Økonomi | 2")):
            rows = rows_of(file)
            mine = next(row for row in rows if row["spørsmål"] == QUESTION)
            mine["koder"] = filled_in
            codes(path, "codes", "--file", str(filled(file, rows)), "--by", "Berit")
            codes(path, "codes", "--out", str(file), "--force")
            assert [row["koder"] for row in rows_of(file) if row["koder"]] == [written]
            told = codes(path, "codes", "--file", str(file), "--by", "Berit")
            assert told == "Kodet: 0 svar. Som før: 1."

    def test_a_row_without_codes_must_be_about_an_answer_too(self, path: Path) -> None:
        """It says nothing; but a file of another database is not taken for this one's."""
        made(path, "Økonomi")
        file = path.with_name("koder.csv")
        codes(path, "codes", "--out", str(file))
        rows = rows_of(file)
        rows[0] |= {"intervju": str(UUID(int=0)), "koder": ""}
        result = run(path, "review", "codes", "--file", str(filled(file, rows)), "--by", "Berit")
        assert said(result).endswith("(IMPORT-CODING-ROWS)")

    @pytest.mark.parametrize(
        ("column", "cell", "sentence"),
        [
            ("koder", "Ukjent", "ingen kode «Ukjent»"),
            ("intervju", "00000000-0000-0000-0000-000000000000", "ikke noe slikt svar"),
            ("svar", "Noe helt annet", "et annet enn i intervjuet nå"),
            ("nummer", "7", "ikke noe slikt svar"),
        ],
    )
    def test_with_one_bad_row_nothing_is_stored(
        self, path: Path, column: str, cell: str, sentence: str
    ) -> None:
        """It says which row and why."""
        made(path, "Økonomi")
        file = path.with_name("koder.csv")
        codes(path, "codes", "--out", str(file))
        rows = [row | {"koder": "Økonomi"} for row in rows_of(file) if row["spørsmål"] == QUESTION]
        rows[1][column] = cell
        before = content(path)
        result = run(path, "review", "codes", "--file", str(filled(file, rows)), "--by", "Berit")
        assert said(result).endswith("(IMPORT-CODING-ROWS)")
        assert isinstance(result.exception, BadRows)
        assert [one.line for one in result.exception.findings] == [3]
        assert sentence in result.exception.findings[0].sentence
        assert content(path) == before
