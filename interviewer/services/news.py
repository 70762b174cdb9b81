"""What a conversation gives to be remembered: what was said, and what it tells of who said it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from db.records import CaseFile
    from schemas.calls.call_codes import Knowledge
    from schemas.calls.calls import ContactPoint, Redirect
    from schemas.questionnaire.walk import Key


@dataclass(frozen=True, slots=True)
class Said:
    """An answer (or that there is none any more), or a remark."""

    key: Key
    value: Any
    remark: str


@dataclass(frozen=True, slots=True)
class Learnt:
    """A contact point as it is known now; with `leg` it is another one than was on the line.

    `before` is what that tells of the one who was.
    """

    contact: ContactPoint
    leg: Redirect | None = None
    is_new: bool = False
    before: Knowledge | None = None

    def noted_in(self, file: CaseFile) -> CaseFile:
        """The case with it."""
        known = {one.id: one for one in file.contacts} | {self.contact.id: self.contact}
        if self.leg is None:
            return replace(file, contacts=tuple(known.values()))
        front = known[self.leg.from_id]
        known[front.id] = replace(front, knows=self.before or front.knows)
        redirects = (*file.redirects, self.leg)
        return replace(file, contacts=tuple(known.values()), redirects=redirects)
