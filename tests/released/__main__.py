"""Make the database of today's version: `python -m tests.released NAME-OF-THE-SURVEY`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from schemas.surveys.registry import survey_called
from schemas.surveys.versions import released as codebook_of
from tests.released import Released
from tests.released.making import make, sample_of


def main(name: str) -> None:
    """Make the database of a survey, unless its version has one."""
    survey = survey_called(name)
    kept = Released(survey, survey.questionnaire.version)
    if kept.has_file:
        sys.exit(f"{kept.file} is there already, and is never made anew")
    if codebook_of(survey, kept.version) is None:
        sys.exit(
            f"No codebook of {kept} is kept: name the folder of versions as codebooks in its "
            "Survey, and run python -m tests.schemas.codebook.goldens"
        )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.sqlite"
        make(survey, sample_of(survey), path)
        kept.pack(path)
    print(kept.file, f"{kept.file.stat().st_size // 1024} kB")  # noqa: T201


if len(sys.argv) != 2:
    sys.exit(__doc__)
main(sys.argv[1])
