"""Whom one can practise with: units that nobody has rung."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from schemas.calls.ranking.cases import History
from schemas.review.claims import Claim
from schemas.surveys.rehearsal import Rehearsal

if TYPE_CHECKING:
    from db.database import Database

SHORTEST: Final = 4
"""Letters of a name that finds one unit, and not half a dozen."""


@dataclass(frozen=True, slots=True)
class NeverRung:
    """A case that nobody has rung, and what its unit claimed in an earlier phase."""

    case: History
    claim: Claim | None
    claimed: bool

    def fits(self, rehearsal: Rehearsal) -> bool:
        """Whether the conversation can be with this unit: who was named is none of the others."""
        if rehearsal.claim is None:
            return not self.claimed
        elsewhere = rehearsal.calls[0].departments
        named = [one for one in self.case.contacts if one.person]
        return (
            self.claim is rehearsal.claim
            and bool(named)
            and not any(one.department in elsewhere for one in named)
        )


def never_rung(database: "Database") -> list[NeverRung]:
    """Units that nobody has rung, of names that are theirs alone.

    Those in bokmål first: that is what invented people speak.
    """
    from db.claim_forms import claim_forms
    from db.histories import histories

    earlier = database.survey.earlier
    forms = {form.unit_id: form for form in claim_forms(database)}
    claims = {id: earlier.claim_of(form.answers) for id, form in forms.items() if earlier}
    free = [
        NeverRung(case, claims.get(case.unit.id), case.unit.id in forms)
        for case in histories(database)
        if not case.attempts
        and len(case.unit.name) >= SHORTEST
        and not database.frame.same_name(case.unit)
    ]
    return sorted(free, key=lambda one: one.case.unit.language_form == "nn")
