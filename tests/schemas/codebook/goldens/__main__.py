"""Write the goldens again: `python -m tests.schemas.codebook.goldens [--same-version]`."""

import sys

from tests.schemas.codebook.goldens import UndeclaredChange, refresh, surveys

for survey in surveys():
    try:
        refresh(survey, same_version="--same-version" in sys.argv[1:])
    except UndeclaredChange as undeclared:
        sys.exit(str(undeclared))
