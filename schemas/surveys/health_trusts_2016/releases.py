"""The versions of the questionnaire that data have been collected with, and what changed."""

from importlib.resources import files
from typing import Final

from schemas.codebook.changes import Release

RELEASES: Final = (Release("2016.1"),)

CODEBOOKS: Final = files(__package__) / "versions"
"""The codebook of each of them."""
