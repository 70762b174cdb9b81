"""The versions of the questionnaire that data have been collected with, and what changed."""

from importlib.resources import files
from typing import Final

from schemas.codebook.changes import Added, Release, Rerouted

RELEASES: Final = (
    Release("2015.1", fingerprints=("cfebbaeda77ab735",)),
    # The words that people hear changed, too; those need no declaration.
    Release("2015.2", changes=(Added("contact_again"), Rerouted("publish"))),
)

CODEBOOKS: Final = files(__package__) / "versions"
"""The codebook of each of them."""
