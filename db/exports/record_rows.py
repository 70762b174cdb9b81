"""The rows of the tables beside the interviews, as they may be shown.

Without contacts, what somebody wrote freely there has brackets where it named a person, and what
is only asked for the sake of persons has no value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from db.exports.case_table import NONE_AGREED, CaseLine, appointments_of
from db.exports.claim_table import Claimed
from db.exports.paradata import Happened, MayShow, Notes, events, stepped_back
from db.exports.record_sources import CaseGiven, CaseNoted, DecisionMade, DeedUndone, OpeningTold
from db.exports.snapshot import Snapshot
from db.exports.sources import CallRow, Contact, Finished, Referral
from db.exports.stored_text import dashed
from db.stamp import DataStamp
from db.stored_json import load_json
from schemas.questionnaire.questions import Question
from schemas.questionnaire.unreadable import marked
from schemas.review.coding.open_codes import OpenCode
from schemas.review.decisions import UNDECIDED, Decision, DecisionKind
from schemas.review.permission import still_said
from schemas.review.privacy import masked
from schemas.surveys.survey import Survey

NOT_LISTED: Final[dict[str, Any]] = {"contact": None, "phone": None, "email": None, "url": None}


class Rows:
    """What a snapshot has, row by row."""

    def __init__(self, taken: Snapshot, survey: Survey, *, contacts: bool) -> None:
        self._taken, self._survey, self._contacts = taken, survey, contacts

    def cases(self) -> Iterator[CaseLine]:
        """Every unit's case."""
        standings, people = self._taken.standings, self._taken.people
        agreed = appointments_of(self._taken.appointments)
        for followed in self._taken.cases():
            unit = followed.state.unit
            standing = standings.get(unit.id, UNDECIDED)
            made = standing.case or standing.review
            reason = self._shown(unit.id, made.reason) if made else ""
            decider = people.get(made.decided_by) if made else None
            went = agreed.get(unit.id, NONE_AGREED)
            yield CaseLine(unit, followed, standing, made, reason, decider, went)

    def decisions(self) -> Iterator[DecisionMade]:
        """Every decision, with its reason, and what may be listed as long as that stands."""
        for one in self._taken.decisions:
            made = one._replace(reason=self._shown(one.unit_id, one.reason))
            yield made if self._may_list(one) else made._replace(**NOT_LISTED)

    def _may_list(self, made: DecisionMade) -> bool:
        """Whether its contact details are those that stand on the list."""
        return self._contacts or dashed(made.id) in self._consents

    @cached_property
    def _consents(self) -> Set[str]:
        """Those that stand: nobody has said no since, to a coordinator or in an interview."""
        said = ((unit, one.later) for unit, one in self._taken.standings.items())
        later = {unit: one for unit, one in said if one and one.kind is DecisionKind.consented}
        for one in self._taken.finished if later else ():
            if (known := later.get(one.unit_id)) and not self._still_stands(known, one):
                del later[one.unit_id]
        return {str(one.id) for one in later.values()}

    def _still_stands(self, consent: Decision, finished: Finished) -> bool:
        document, _ = marked(self._survey.questionnaire, load_json(finished.document))
        asked, revision = self._survey.parts.publishing, finished.revision or 0
        return still_said(asked, document, consent, revision) is not None

    def claims(self) -> Iterator[Claimed]:
        """Every form of an earlier phase."""
        for one in self._taken.forms:
            comment = self._shown(one.form.unit_id, one.form.comment)
            yield one._replace(form=replace(one.form, comment=comment))

    def codes(self) -> Iterator[OpenCode]:
        """Every code that answers are put under."""
        asked = {code.question for code in self._taken.codes.by_id.values()}
        for question in sorted(asked):
            yield from self._taken.codes.of(question)

    def stamp(self) -> Iterator[DataStamp]:
        """What all of it was made of."""
        yield self._taken.stamp

    def calls(self) -> Iterable[CallRow]:
        """Every call."""
        return self._taken.calls

    def redirects(self) -> Iterator[Referral]:
        """Every redirect, with what was said."""
        for leg in self._taken.redirects:
            yield leg._replace(said=self._shown(leg.unit_id, leg.said)) if leg.said else leg

    def undone(self) -> Iterable[DeedUndone]:
        """Everything that was undone."""
        return self._taken.undone

    def openings(self) -> Iterable[OpeningTold]:
        """Every time that the opening text was read."""
        return self._taken.openings

    def assignments(self) -> Iterable[CaseGiven]:
        """Every time that a case was given to somebody or taken back."""
        return self._taken.assignments

    def notes(self) -> Iterator[CaseNoted]:
        """Every note on a case."""
        for one in self._taken.notes:
            yield one._replace(words=self._shown(one.unit_id, one.words))

    def contacts(self) -> Iterable[Contact]:
        """Every contact point."""
        return self._taken.contacts

    def events(self) -> Iterator[Happened]:
        """Everything that happened in the interviews."""
        taken = self._taken
        steps = stepped_back(taken.steps_back, self._on_the_line)
        notes = Notes(taken.confirmed, taken.revealed, taken.completed, steps)
        shown = MayShow(self._open, self._told)
        return events(self._survey.questionnaire, taken.talks(), notes, shown)

    @cached_property
    def _on_the_line(self) -> Mapping[str, Contact]:
        """Whoever was, when somebody stepped back without an answer."""
        wanted = {one.informant_id for one in self._taken.steps_back}
        if not wanted:
            return {}
        by_id = ((one.id.replace("-", ""), one) for one in self._taken.contacts)
        return {id: one for id, one in by_id if id in wanted}

    # ── What may be shown ──

    def _shown(self, unit_id: str, text: str) -> str:
        return text if self._contacts or not text else masked(text, self._taken.names[unit_id])

    def _told(
        self, unit_id: str, question: str | None, value: str | None, words: str | None
    ) -> tuple[str | None, str | None]:
        """Of an event what is nobody's business: also of what is no question, or is none now."""
        if question in self._hidden:
            return None, None
        if value and question is not None and question not in self._open:
            value = self._shown(unit_id, value)
        if words:
            return value, self._shown(unit_id, words)
        return value, words if question is None else ""

    @cached_property
    def _known(self) -> Set[str]:
        """Every question there is."""
        return self._survey.questionnaire.by_id.keys()

    @cached_property
    def _hidden(self) -> frozenset[str]:
        """The questions whose answers nobody sees here."""
        asked = self._survey.questionnaire.by_id.values()
        return frozenset(one.id for one in asked if one.private or not self._may_show(one))

    @cached_property
    def _open(self) -> frozenset[str]:
        """The questions whose answers are shown as they are: most, and codes or numbers."""
        return frozenset(self._known - self._hidden - self._free)

    @cached_property
    def _free(self) -> frozenset[str]:
        """The questions that are answered in one's own words."""
        asked = self._survey.questionnaire.by_id.values()
        return frozenset(one.id for one in asked if one.type.is_free_text)

    def _may_show(self, question: Question) -> bool:
        """What they agreed to see published stands with the interview, where it may."""
        publishing = self._survey.parts.publishing
        public = publishing.shown if publishing else ()
        return self._contacts or not (question.personal or question.id in public)
