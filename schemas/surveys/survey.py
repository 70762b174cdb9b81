"""What a survey consists of.  One object names every part; nothing else knows a survey by name."""

from dataclasses import dataclass

from schemas.language.text import Text
from schemas.questionnaire.questionnaire import Questionnaire


@dataclass(frozen=True, kw_only=True, eq=False)
class Survey:
    """One survey: `name` is what databases, files and the command line call it."""

    name: str
    title: Text
    year: int
    questionnaire: type[Questionnaire]
