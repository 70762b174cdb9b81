"""What phase one is called."""

from typing import Final

from schemas.language.text import Text
from schemas.surveys.survey import EarlierName

NAME: Final = EarlierName("phase-one", Text("fase én"))
