"""Write the goldens again: `python -m tests.schemas.goldens [--same-version]`."""

import sys

from schemas.phase_two import PhaseTwo
from tests.schemas.goldens import is_changed_without_a_new_version, refresh

if is_changed_without_a_new_version() and "--same-version" not in sys.argv[1:]:
    sys.exit(
        f"The instrument has changed, but is still version {PhaseTwo.version}: give it a new one "
        "in schemas/phase_two.py. If no interview was ever made with that version, use "
        "--same-version."
    )
refresh()
