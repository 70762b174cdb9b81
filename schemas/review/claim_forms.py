"""What units said of themselves in an earlier phase: on a form, and as figures of all forms.

Which questions the form had, and what was made of the answers, is the survey's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice

# ── Forms ────────────────────────────────────────────────────────────────────────────────────────

_NOTHING: Final[Mapping[str, Choice]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ClaimForm:
    """What is known of one unit from an earlier phase.  An empty string is: not known.

    `answers` are by the names of the form's questions, without those that nobody answered.  Only a
    unit with `answered_on` answered itself; the others became known through cooperation.
    """

    unit_id: str
    answered_on: date | None = None
    answers: Mapping[str, Choice] = field(default_factory=lambda: _NOTHING, hash=False)
    partners: tuple[str, ...] = ()
    contact_person: str = ""
    contact_role: str = ""
    contact_department: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    comment: str = ""

    @property
    def is_respondent(self) -> bool:
        """Whether the unit answered itself."""
        return self.answered_on is not None


# ── Figures ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class ClaimBar:
    """One bar of a figure: a code, how many chose it, and how many of those are its first part.

    `percent` is of all who answered; None when nobody did.  `first` is only told in a figure whose
    bars have two parts.
    """

    code: str
    label: Text
    count: int
    percent: int | None
    first: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimFigure:
    """A figure: who is in it, and its bars; `parts` are what the two parts of each are called."""

    number: int
    title: Text
    count: int
    percent: int | None
    bars: tuple[ClaimBar, ...]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimFigures:
    """Everything that was counted of the forms."""

    units: int
    answered: int
    answered_percent: int | None
    through_cooperation: int
    figures: tuple[ClaimFigure, ...]

    @property
    def known(self) -> int:
        """How many units the earlier phase told us of."""
        return self.answered + self.through_cooperation

    @property
    def cold(self) -> int:
        """How many must be called without knowing anything."""
        return self.units - self.known
