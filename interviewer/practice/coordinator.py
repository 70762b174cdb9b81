"""An invented coordinator after the season: some decisions, so that there is something to publish.

She leaves a good part undecided: whoever practises is to have something to decide as well.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from db.records import Signed
from db.seats import INVENTED
from schemas.calls.settings import Settings
from schemas.questionnaire.types.dice import Dice
from schemas.review.decisions import DecisionKind

if TYPE_CHECKING:
    from db.database import Database
    from schemas.review.finished_interviews import FinishedInterview

NAME: Final = "Berit Øveland"
REASON: Final = "Har holdt på lenge, og kan vise til fast drift."
WHY_NOT: Final = "Vil vente til neste år."

LOOKED_AT: Final = 0.6
"""How much of what can be accepted she has come to; the first of each class always."""


def decide_some(db: "Database", seed: int) -> None:
    """Accept classes, confirm what is shared, and decide about the public list."""
    _Desk(db, Dice(seed)).decide()


class _Desk:
    """One decision a minute, from an hour after the last interview was finished."""

    def __init__(self, db: "Database", dice: Dice) -> None:
        from db.people import sit_down
        from db.review_desk import read_desk

        self._db, self._dice = db, dice
        self._items = sorted(read_desk(db, Settings()).items, key=lambda one: one.place)
        last = max((one.interview.completed_at for one in self._items), default=None)
        self._now = last and last + timedelta(hours=1)
        if self._now:
            self._her = sit_down(db, self._id(), NAME, f"{INVENTED}koordinator", self._now).id

    def decide(self) -> None:
        """Nothing, where nothing has been finished."""
        if not self._now:
            return
        known = set()
        for one in (item.interview for item in self._items):
            if one.klass not in known or self._dice.happens(LOOKED_AT):
                known.add(one.klass)
                self._accept(one)
        if self._db.survey.sharing:
            self._confirm()

    def _accept(self, one: "FinishedInterview") -> None:
        """The class; and where that asks for it, whether it is listed, or its text was seen."""
        self._say(one, DecisionKind.accepted)
        if self._db.survey.overview is None or one.klass is None:
            return
        if one.klass.needs_decision and one.may_be_listed:
            listed = self._dice.happens(0.7)
            kind = DecisionKind.included if listed else DecisionKind.excluded
            self._say(one, kind, REASON if listed else WHY_NOT)
        if one.klass.is_listed and one.wants_to_see and self._dice.happens(0.5):
            self._say(one, DecisionKind.released)

    def _confirm(self) -> None:
        """The first of what units share, and half of the rest."""
        from db.review_desk import shared_services
        from db.shared_services import confirm_all

        ready = [one for one in shared_services(self._db).proposals if one.settles]
        for number, proposal in enumerate(ready):
            if number == 0 or self._dice.happens(0.5):
                confirm_all(self._db, self._sign(), proposal)

    def _say(self, one: "FinishedInterview", kind: DecisionKind, reason: str = "") -> None:
        from db.reviews import decide

        decide(self._db, self._sign(), one.interview_id, one.revision, kind, reason)

    def _sign(self) -> Signed:
        self._now = self._minute_later()
        return Signed(self._id(), self._her, self._now)

    def _minute_later(self) -> datetime:
        assert self._now, "there is something to decide"
        return self._now + timedelta(minutes=1)

    def _id(self) -> UUID:
        return UUID(int=self._dice.getrandbits(128), version=4)
