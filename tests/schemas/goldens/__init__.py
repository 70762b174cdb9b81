"""The printed codebook in every language, as committed, and the fingerprint of every version.

After a change of the instrument:

    python -m tests.schemas.goldens

writes them again, unless the version in `the questionnaire` is still the old one.  Where no
interview has ever been made with that version, `--same-version` gives it the new fingerprint.

A version that data was collected with is kept whole, as data, in a file that bears its number:
never written again.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from schemas.codebook.codebook import codebook, fingerprint
from schemas.codebook.printed import printed
from schemas.language.text import LANGUAGES
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo

HERE = Path(__file__).parent
VERSIONS = HERE / "versions.json"
REFRESH = "python -m tests.schemas.goldens"


def goldens() -> Iterator[tuple[Path, str]]:
    """Each golden file, and what belongs in it now."""
    for language in LANGUAGES:
        yield HERE / f"codebook.{language}.txt", printed(codebook(PhaseTwo), language)


def versions() -> dict[str, str]:
    """The fingerprint of every version there has been."""
    known: dict[str, str] = json.loads(VERSIONS.read_text("utf-8")) if VERSIONS.exists() else {}
    return known


def released() -> Iterator[Path]:
    """The codebooks, as data, of the versions that data was collected with."""
    return (path for path in sorted(HERE.glob("*.json")) if path != VERSIONS)


def is_changed_without_a_new_version() -> bool:
    """Whether the instrument differs from what its version stands for."""
    return versions().get(PhaseTwo.version, fingerprint(PhaseTwo)) != fingerprint(PhaseTwo)


def refresh() -> None:
    """Write all of them."""
    for path, text in goldens():
        path.write_text(text, "utf-8", newline="\n")
    known = versions() | {PhaseTwo.version: fingerprint(PhaseTwo)}
    VERSIONS.write_text(json.dumps(known, indent=2) + "\n", "utf-8", newline="\n")
