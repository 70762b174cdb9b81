"""A small database of every released version of every survey, as the program of its day left it.

    tests/released/<the survey's folder>/<version>.sqlite.xz

They are never made anew: tests open, review, edit and export them with the program of today.  When
a version is released, and before anything else is changed, this makes the one that it gets:

    python -m tests.released NAME-OF-THE-SURVEY

Only where nobody has been interviewed with a version yet, its file may be deleted and made again.
"""

import lzma
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from schemas.frame.frame import Frame
from schemas.surveys.registry import names, survey_called
from schemas.surveys.survey import Survey

HERE = Path(__file__).parent

INTERVIEWS: Final = 14
"""So many are finished in each, where the survey has units enough."""

DECIDED: Final = ("override", "return", "accept", "accept", "accept")
"""What becomes of the interviews; of the first one, and of those that are left, nothing yet."""


def interviews_among(sample: Frame) -> int:
    """So many are finished of so many units: of two or more, at least one case is under way."""
    return min(INTERVIEWS, len(sample) - 1) or 1


def decided(interviews: int) -> tuple[str, ...]:
    """What was decided where so many were finished."""
    return DECIDED[: interviews - 1]


@dataclass(frozen=True, slots=True)
class Released:
    """A version of a survey's questionnaire that data were collected with."""

    survey: Survey
    version: str

    def __str__(self) -> str:
        return f"{self.survey.name}-{self.version}"

    @property
    def file(self) -> Path:
        """Where its database lies, packed."""
        folder = self.survey.name.replace("-", "_")
        return HERE / folder / f"{self.version}.sqlite.xz"

    @property
    def has_file(self) -> bool:
        """Whether somebody has made it."""
        return self.file.is_file()

    def unpacked(self, path: Path) -> Path:
        """Its database, laid at a path."""
        path.write_bytes(lzma.decompress(self.file.read_bytes()))
        return path

    def pack(self, path: Path) -> None:
        """Keep a database that was made with it."""
        self.file.parent.mkdir(exist_ok=True)
        self.file.write_bytes(lzma.compress(path.read_bytes(), preset=9 | lzma.PRESET_EXTREME))


def released() -> tuple[Released, ...]:
    """Every version of every survey, the oldest of each first."""
    surveys = map(survey_called, names())
    return tuple(Released(one, release.version) for one in surveys for release in one.releases)
