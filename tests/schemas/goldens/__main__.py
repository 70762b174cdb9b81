"""Write the goldens again: `python -m tests.schemas.goldens [--same-version]`."""

import sys

from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.schemas.goldens import is_changed_without_a_new_version, refresh

if is_changed_without_a_new_version() and "--same-version" not in sys.argv[1:]:
    sys.exit(
        f"The instrument has changed, but is still version {PhaseTwo.version}: give it a new one "
        "in the questionnaire. If no interview was ever made with that version, use "
        "--same-version."
    )
refresh()
