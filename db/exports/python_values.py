"""Values as Python has them, for formats that know numbers from text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from schemas.language.text import Language, Text

Value = str | int | float | None
"""A cell.  A missing answer is its code, -7, -8 or -9, whatever else stands in the column."""


@dataclass(frozen=True, slots=True)
class PythonValues:
    """Numbers are numbers, and everything else is text; labels where a language is given."""

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

    def code(self, slug: str, label: Text) -> Value:
        """The slug, or what people call it."""
        return label.in_(self.labels) if self.labels else slug

    def moment(self, at: datetime) -> Value:
        """ISO 8601, in UTC."""
        return f"{at.replace(tzinfo=None).isoformat(timespec='seconds')}Z"

    def nothing(self) -> Value:
        """None."""
        return None


TYPED = PythonValues()
"""With slugs."""
