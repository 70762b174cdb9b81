"""From cells to values: each cell of a row is read on its own, so that all faults are told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import Final, TypeVar

from db.imports.dates import read_day, two_days
from db.imports.problems import Finding, sentence
from db.imports.table import FileRow
from schemas.frame.fold import fold
from schemas.language.addresses import has_email, read_email
from schemas.language.clean import clean
from schemas.language.messages import AnswerProblem
from schemas.language.phone import read_phone, show_phone
from schemas.language.phones_within import phones_within
from schemas.language.text import LANGUAGES
from schemas.questionnaire.answers import Choice

C = TypeVar("C", bound=Choice)

SHORT: Final = 200
LONG: Final = 4000
"""As for answers: whatever is read here may be suggested as one."""

BROKEN: Final = re.compile(
    "[ÃÂ][\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"  # UTF-8 taken for Windows-1252
    "|\ufffd"
    "|[^\\W\\d_][¿¾Œ†›][^\\W\\d_]"  # from old Macs and DOS
)
FORMULA: Final = re.compile(r"\s*[=＝]|\s*[+@＋＠][A-Za-z.]+[|(!]")
KEPT_AS_TEXT: Final = re.compile(r'="([^"]*)"')
"""How some programs keep Excel from losing zeros: this formula is its own value."""

DAY_NUMBER: Final = re.compile(r"[34][0-9]{4}(?:[.,][0-9]+)?")
ROUNDED: Final = re.compile(r"[0-9](?:[.,][0-9]+)?E\+?[0-9]+", re.IGNORECASE)
WHOLE: Final = re.compile(r"^(\+?[0-9]{5,14})[.,]0$")
"""A number that a program has taken for an amount: 22334455.0."""

ADDRESS: Final = re.compile(r"[^@\s,;<>\"()\[\]:]+@[\w-]+(?:\.[\w-]+)+")
SPACED_BREAK: Final = re.compile(r"(?:(?<! ) +)?\n[ \n]*")  # a run of spaces from its first only


SYNONYMS: Final = {"yes": "ja", "y": "ja", "no": "nei", "n": "nei"}
"""What tools in English call the codes that most lists have."""


class Cells:
    """One row while it is read: its values, and what was found on the way."""

    def __init__(self, row: FileRow) -> None:
        self.row = row
        self.bad: list[Finding] = []
        self.notices: list[Finding] = []

    def wrong(self, code: str, column: str, **words: object) -> None:
        """Something that must be corrected."""
        self.bad.append(Finding(code, self.row.line, column, sentence(code, **words)))

    def tell(self, code: str, column: str, **words: object) -> None:
        """Note a finding that keeps nothing out."""
        self.notices.append(Finding(code, self.row.line, column, sentence(code, **words)))

    def is_wrong(self, column: str) -> bool:
        """Whether something in the column has been found wrong already."""
        return any(found.column == column for found in self.bad)

    # ── Text ─────────────────────────────────────────────────────────────────────────────────

    def text(self, column: str, most: int = SHORT, *, lines: bool = False) -> str:
        """What stands in a cell, without what cannot be seen."""
        raw = self._plain(column)
        if raw is None:
            return ""
        words = self._cleaned(column, raw, one_line=not lines)
        fault = self._fault(words, most)
        if fault:
            self.wrong(fault, column, cell=words, count=len(words), most=most)
        return "" if fault else words

    def who(self, column: str) -> str:
        """Who somebody is, or where; a number or an address in it is told, for nobody dials it."""
        words = self.text(column)
        if phones_within(words) or has_email(words):
            self.tell("IMPORT-WHO-REACHED", column, cell=words)
        return words

    def _plain(self, column: str) -> str | None:
        """The bare cell; nothing when its spreadsheet has no value for it."""
        odd = self.row.odd.get(column)
        if odd and odd.stops:
            self.wrong(odd.code, column, cell=odd.cell)
            return None
        if odd:
            self.tell(odd.code, column, cell=odd.cell)
        raw = self.row.cells.get(column, "")
        kept = KEPT_AS_TEXT.fullmatch(raw.strip())
        return kept[1] if kept else raw

    def _cleaned(self, column: str, raw: str, *, one_line: bool) -> str:
        words = clean(raw, one_line=one_line).strip()
        if words == _as_it_looks(raw, one_line=one_line):
            return words
        if any(unicodedata.category(char)[0] in "LNPS" for char in words):
            self.tell("IMPORT-CLEANED", column, cell=words)
            return words
        self.tell("IMPORT-UNSEEN", column)
        return ""

    def _fault(self, words: str, most: int) -> str | None:
        if FORMULA.match(words):
            return "IMPORT-FORMULA"
        if BROKEN.search(words):
            return "IMPORT-LETTERS"
        return "IMPORT-CELL-LONG" if len(words) > most else None

    # ── Codes and dates ──────────────────────────────────────────────────────────────────────

    def code(self, column: str, codes: type[C]) -> C | None:
        """One of a list of codes, by its name or in words, with capitals as people like them."""
        words = self.text(column)
        if not words:
            return None
        names = {name: code for code in codes for name in _labels(code)}
        names |= {folded(code.name): code for code in codes}
        meant = names.get(folded(words)) or names.get(SYNONYMS.get(folded(words), ""))
        if meant:
            return meant
        self.wrong("IMPORT-CODE", column, cell=words, codes=either([code.name for code in codes]))
        return None

    def date(self, column: str, years: range) -> date | None:
        """A day; outside `years` it is told."""
        words = self.text(column)
        read = read_day(words)
        if read is None and (both := two_days(words)):
            self.wrong("IMPORT-DATE-TWO", column, cell=words, first=both[0], second=both[-1])
        elif words and read is None:
            fault = "IMPORT-DATE-NUMBER" if DAY_NUMBER.fullmatch(words) else "IMPORT-DATE"
            self.wrong(fault, column, cell=words, year=years[0])
        if read and read.moved:
            self.tell("IMPORT-DATE-ZONE", column, cell=words, day=read.day)
        if read and read.day.year not in years:
            self.tell("IMPORT-DATE-ODD", column, cell=words, years=_span(years))
        return read.day if read else None

    # ── Where people are reached ─────────────────────────────────────────────────────────────

    def phone(self, column: str) -> str:
        """A number that can be dialled; the first when there are several."""
        words = WHOLE.sub(r"\1", self.text(column, LONG).lstrip("'"))
        if ROUNDED.fullmatch(words):
            self.wrong("IMPORT-PHONE-ROUNDED", column, cell=words)
            return ""
        several = {"A-PHONE-TWO", "A-PHONE-ONLY"}
        phone, rest = self._read(column, words, read_phone, several, phones_within, "IMPORT-PHONE")
        if rest:
            self.tell("IMPORT-PHONE-FIRST", column, cell=words, phone=show_phone(phone))
        return phone

    def email(self, column: str) -> str:
        """An address that mail can be sent to; the first when there are several."""
        words = self.text(column, LONG)
        several = {"A-EMAIL-TWO", "A-EMAIL-ONLY"}
        email, rest = self._read(
            column, words, read_email, several, ADDRESS.findall, "IMPORT-EMAIL"
        )
        if rest:
            self.tell("IMPORT-EMAIL-FIRST", column, cell=words, email=email)
        return email

    def _read(
        self,
        column: str,
        words: str,
        read: Callable[[str], str],
        several: set[str],
        within: Callable[[str], Iterable[str]],
        code: str,
    ) -> tuple[str, bool]:
        """What stands there, and whether it is only the first of what does."""
        try:
            return (read(words) if words else ""), False
        except AnswerProblem as problem:
            first = _first(read, within(words)) if problem.code in several else None
            if first is None:
                self.wrong(code, column, cell=words, why=problem.sentence)
            return first or "", first is not None


def _labels(code: Choice) -> Iterator[str]:
    return (folded(code.label.in_(language)) for language in LANGUAGES)


def _first(read: Callable[[str], str], parts: Iterable[str]) -> str | None:
    for part in parts:
        with suppress(AnswerProblem):
            return read(part)
    return None


def _as_it_looks(raw: str, *, one_line: bool) -> str:
    """`raw`, but for differences that nobody sees and nobody needs to be told of."""
    ends = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if one_line:
        ends = SPACED_BREAK.sub(" ", ends)
    return unicodedata.normalize("NFC", ends).strip()


def _span(years: range) -> str:
    """The years in words: «2014–2015», or the only one."""
    return "–".join(dict.fromkeys((str(years[0]), str(years[-1]))))


def folded(words: str) -> str:
    """Words as codes are compared: capitals, accents and spaces do not matter."""
    return fold(words).replace(" ", "")


def either(words: Sequence[str]) -> str:
    """What one may write, in words: "a, b eller c"."""
    return " eller ".join(filter(None, (", ".join(words[:-1]), words[-1])))
