"""The call list: whom to call now, and why; where every other case is in the meantime.

`state_of` works out of one case's history what its place depends on; `rank` lays all cases out for
one interviewer at one moment.  Nothing of it is stored, and it looks at no clock.
"""

from schemas.ranking.cases import CaseState, History, Holder, Standing, state_of
from schemas.ranking.listing import Line, Ranked, rank
from schemas.ranking.rules import RULES, Place, Rule

__all__ = [
    "RULES",
    "CaseState",
    "History",
    "Holder",
    "Line",
    "Place",
    "Ranked",
    "Rule",
    "Standing",
    "rank",
    "state_of",
]
