"""What the report of a survey consists of, as the survey declares it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from schemas.language.text import Text
from schemas.review.report.blocks import Chapter
from schemas.review.report.report_data import ReportData

MakesChapter: TypeAlias = Callable[[ReportData], Chapter]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDesign:
    """The report: its title, and its chapters in order, each made of the data.

    `quoted` are the open questions whose answers are quoted: whoever writes the report is told how
    many quotations there are, and reads them before anybody else does.  `in_short` are
    the figures whose findings the summary tells.
    """

    title: Text
    chapters: tuple[MakesChapter, ...]
    quoted: tuple[str, ...] = ()
    in_short: tuple[str, ...] = ()
