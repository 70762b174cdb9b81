"""What is said: answers, remarks, confirmed checks, the finished interview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from db.records import AnswerEntry, Confirmation, Lease, Place, Reveal, Stored

if TYPE_CHECKING:
    from db.database import Database
    from interviewer.services.news import Learnt, Said
    from schemas.language.text import Language
    from schemas.questionnaire.questionnaire import Questionnaire
    from schemas.questionnaire.walk import Confirmed, Key
    from schemas.review.claims import Claim, Difference


@dataclass(frozen=True, slots=True)
class StepBack:
    """Somebody went back to a question."""

    to: Key
    at: datetime


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who says it, in which call, in which language: what goes with every answer.

    `steps_back` are those since the last thing that was stored: they wait for the next, so that
    nobody who steps back waits for a disk.
    """

    questionnaire: type[Questionnaire]
    interview_id: UUID
    informant_id: UUID | None
    attempt_id: UUID | None
    language: Language
    steps_back: tuple[StepBack, ...] = ()


def record(
    db: Database,
    lease: Lease,
    entry: AnswerEntry,
    learnt: Learnt | None = None,
    begun: bool = True,
) -> None:
    """One answer or remark, the interview's first if it is not `begun`; and what it tells of the
    person on the line."""
    from db import interviews

    if begun and learnt is None:  # most of them: one statement, one trip to a server
        interviews.record_answer(db, lease, entry)
        return
    with db.together():
        if not begun:
            begin(db, lease, entry.interview_id, entry.language, entry.at)
        interviews.record_answer(db, lease, entry)
        if learnt is not None:
            _know(db, lease, learnt, entry.id)


def _know(db: Database, lease: Lease, learnt: Learnt, because: UUID) -> None:
    from db import calls

    if learnt.leg is not None:
        calls.log_redirect(db, lease, learnt.leg, learnt.contact if learnt.is_new else None)
        if learnt.before is not None:
            calls.note_knowledge(db, lease, learnt.leg.from_id, learnt.before, because)
    if not learnt.is_new:
        calls.update_contact(db, lease, learnt.contact, because)


def ask_anew(db: Database, lease: Lease, entries: tuple[AnswerEntry, ...]) -> None:
    """What somebody else has answered is asked of whoever is on the line now."""
    from db import interviews

    for one in entries:
        interviews.record_answer(db, lease, one)


def entry_of(lease: Lease, id: UUID, said: Said, speaking: Speaking, at: datetime) -> AnswerEntry:
    """An answer or remark as it is stored."""
    return AnswerEntry(
        id=id,
        interview_id=speaking.interview_id,
        question=said.key.question,
        item=said.key.item,
        value=stored(speaking.questionnaire, said.key, said.value),
        remark=said.remark,
        informant_id=speaking.informant_id,
        attempt_id=speaking.attempt_id,
        interviewer_id=lease.interviewer_id,
        language=speaking.language,
        at=at,
        steps_back=[_stepped(one) for one in speaking.steps_back] or None,
    )


def entries_of(
    lease: Lease, id: UUID, said: Sequence[Said], speaking: Speaking, at: datetime
) -> tuple[AnswerEntry, ...]:
    """Several at once, under ids of their own; steps back are told with the first."""
    later = replace(speaking, steps_back=())
    return tuple(
        entry_of(lease, uuid5(id, str(place)), one, later if place else speaking, at)
        for place, one in enumerate(said)
    )


def _stepped(one: StepBack) -> list[Stored]:
    return [one.to.question, one.to.item, one.at.isoformat()]


def steps_of(lease: Lease, speaking: Speaking) -> list[Stored]:
    """Steps back as they are stored, each with whoever was on the line, in which call."""
    there = speaking.informant_id, speaking.attempt_id, lease.interviewer_id
    ids = [one.hex if one else None for one in there]
    return [[*_stepped(one), *ids] for one in speaking.steps_back]


def note_steps(db: Database, lease: Lease, interview_id: UUID, steps: list[Stored]) -> None:
    """Steps back that no answer followed."""
    from db import interviews

    interviews.note_steps(db, lease, interview_id, steps)


def stored(questionnaire: type[Questionnaire], key: Key, value: Any) -> Any:
    """An answer as it is stored."""
    return questionnaire.by_id[key.question].stored.dump_python(value, mode="json")


def begin(
    db: Database,
    lease: Lease,
    interview_id: UUID,
    language: Language,
    at: datetime,
) -> None:
    """The case's interview, which has not been begun before."""
    from db import interviews
    from schemas.codebook.codebook import fingerprint

    asked = db.survey.questionnaire
    made_with = asked.name, asked.version, fingerprint(asked)
    interviews.begin_interview(db, lease, interview_id, *made_with, language, at)


def confirm(db: Database, lease: Lease, confirmation: Confirmation) -> None:
    """A soft check let stand, with the reason."""
    from db import interviews

    interviews.confirm_check(db, lease, confirmation)


def confirmation_of(
    lease: Lease, id: UUID, confirmed: Confirmed, speaking: Speaking, at: datetime
) -> Confirmation:
    """That a check is let stand, as it is stored."""
    evidence: Any = [
        [key.question, key.item, stored(speaking.questionnaire, key, value)]
        for key, value in confirmed.evidence
    ]
    return Confirmation(
        id=id,
        interview_id=speaking.interview_id,
        check_id=confirmed.check,
        item=confirmed.item,
        reason=confirmed.reason,
        evidence=evidence,
        interviewer_id=lease.interviewer_id,
        at=at,
    )


def keep_place(db: Database, lease: Lease, place: Place) -> None:
    """Where the interviewer stands, and what is half typed there and elsewhere."""
    from db import interviews

    interviews.keep_place(db, lease, place)


def speak(db: Database, lease: Lease, interview_id: UUID, language: Language) -> None:
    """The interview goes on in this language."""
    from db import interviews

    interviews.change_language(db, lease, interview_id, language)


def complete(
    db: Database, lease: Lease, id: UUID, interview_id: UUID, finished: Questionnaire, at: datetime
) -> None:
    """Freeze a finished interview with its class."""
    from db import interviews
    from schemas.review.classify import classify_document, to_data

    interviews.complete(
        db,
        lease,
        id,
        interview_id,
        finished.model_dump(mode="json", exclude_defaults=True),
        to_data(classify_document(db.survey.classification, finished)),
        at,
    )


def reveal_claim(
    db: Database, lease: Lease, id: UUID, interview_id: UUID, claim: Claim, at: datetime
) -> None:
    """Note that the claim of the earlier phase is shown now."""
    from db import claims

    shown = Reveal(id, interview_id, claim.name, at, lease.interviewer_id)
    claims.reveal_claim(db, lease, shown)


def explain_difference(
    db: Database, lease: Lease, interview_id: UUID, reason: Difference, at: datetime
) -> None:
    """Note why the interview found something else than was claimed."""
    from db import claims

    claims.explain_difference(db, lease, interview_id, reason.name, "", at)
