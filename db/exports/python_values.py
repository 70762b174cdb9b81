"""Values as Python has them, for formats that know numbers from text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from db.plain_sql import moment
from schemas.language.text import Language, Text

Value = str | int | float | datetime | date | None
"""A cell.  A missing answer is its code, -7, -8 or -9, whatever else stands in the column."""


@dataclass(frozen=True, slots=True)
class PythonValues:
    """Numbers are numbers, moments are moments, and all else is text; labels with a language."""

    labels: Language | None = None

    def words(self, text: str) -> Value:
        """The text itself."""
        return text

    def phone(self, stored: str) -> Value:
        """As it is stored: text."""
        return stored

    def number(self, number: int) -> Value:
        """A whole number stays one."""
        return number

    def decimal(self, number: str) -> Value:
        """With two decimals at most, a float has all of it."""
        return float(number)

    def figure(self, number: str) -> Value:
        """As the text around it."""
        return number

    def code(self, slug: str, label: Text) -> Value:
        """The slug, or what people call it."""
        return label.in_(self.labels) if self.labels else slug

    def moment(self, at: datetime) -> Value:
        """To the second, in UTC."""
        return at.replace(microsecond=0) if at.microsecond else at

    def stored_moment(self, at: str | None) -> Value:
        """The same."""
        return self.moment(moment(at)) if at else self.nothing()

    def day(self, on: date) -> Value:
        """The day itself."""
        return on

    def nothing(self) -> Value:
        """None."""
        return None


TYPED = PythonValues()
"""With slugs."""
