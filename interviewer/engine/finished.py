"""A finished interview as a coordinator reads it: on the screens and on the command line."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from db.records import InterviewFile
from interviewer.words import WORDS, say, say_count
from schemas.frame.frame import Frame
from schemas.language.dates import day_and_clock, long_date
from schemas.language.text import LANGUAGE_NAMES
from schemas.questionnaire.document import answers_of, read_document
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.unreadable import items_of, laid_out
from schemas.questionnaire.walk import Key, Route, Step, route
from schemas.review.decisions import Decision
from schemas.review.earlier_phase import EarlierPhase
from schemas.review.finished_interviews import FinishedInterview, Reopened
from schemas.review.sharing import Proposal
from schemas.surveys.survey import Survey

if TYPE_CHECKING:
    from db.records import CaseFile, OpeningRead


def walked(interview: FinishedInterview) -> Route | None:
    """The questions that were asked, with their answers; None after a withdrawal."""
    if not interview.document and not interview.unreadable:
        return None
    try:
        finished = read_document(interview.questionnaire, interview.document)
    except ValueError:  # what is not whole is shown as it stands
        return _as_stored(interview)
    return route(interview.questionnaire, answers_of(finished), finished.facts)


def _as_stored(interview: FinishedInterview) -> Route:
    asked, document = interview.questionnaire, interview.document
    return laid_out(asked, document, interview.unreadable, interview.facts)


def own_key(kept: InterviewFile, step: Step) -> Key:
    """The question as the interview under way knows it: documents count items from 1."""
    section = step.question.section
    if step.number is None or not issubclass(section, Roster):
        return step.key
    said = (one.value for one in kept.entries if one.question == section.more.id)
    latest = next(reversed(list(said)), None)
    kept_items = dict(enumerate(items_of(section, latest), start=1))
    return Key(step.question.id, kept_items.get(step.number, step.key.item))


def claim_of(earlier: EarlierPhase | None, case: "CaseFile") -> Iterator[str]:
    """What was claimed in an earlier phase, and why the interview differs, if anybody has said.

    Nothing in a survey that had none.
    """
    if earlier is None:
        return
    phase = str(earlier.words.name)
    phase = f"{phase[:1].upper()}{phase[1:]}"
    if case.claim is None:
        yield say(WORDS.review_no_claim, phase=phase)
    elif case.interview is None:
        yield say(WORDS.review_claim_alone, phase=phase, claim=case.claim.label)
    else:
        told = case.reveal.reason if case.reveal else None
        reason = earlier.differences[told].label if told else WORDS.review_not_explained
        yield say(WORDS.review_claim, phase=phase, claim=case.claim.label, reason=reason)


def may_be_covered(case: "CaseFile", survey: Survey, frame: Frame) -> Iterator[str]:
    """Who may cover the unit already, by what was said in an earlier phase."""
    if case.covered_by and survey.earlier:
        places = ", ".join(map(frame.label, case.covered_by))
        yield say(WORDS.covered_by, places=places, phase=survey.earlier.words.name)


def decided(decision: Decision, when: str, frame: Frame) -> str:
    """One decision: when, who, what and why; and the other unit, where it is about two."""
    about = decision.klass.label if decision.klass else ""
    if decision.by_unit:
        about = frame.label(decision.by_unit)
    if decision.consent:
        said = decision.consent
        about = f"{said.given_by}, {long_date(said.given_on)}, {said.how.label}"
    return say(
        WORDS.review_earlier,
        when=when,
        name=decision.name,
        decision=f"{decision.kind.label} ({about})" if about else decision.kind.label,
        reason=f" – {decision.reason}" if decision.reason else "",
    )


def opening_read(one: "OpeningRead") -> str:
    """What was told before anything was asked: which version of it, in which language form."""
    return say(
        WORDS.review_opening,
        when=day_and_clock(one.at),
        name=one.interviewer,
        version=one.version,
        language=LANGUAGE_NAMES[one.language],
    )


def reopened(since: Reopened) -> str:
    """Who sent it back or opened it again, and when; as far as anybody noted that."""
    by = say(WORDS.reopened_by, name=since.by) if since.by else ""
    at = say(WORDS.reopened_at, when=day_and_clock(since.at)) if since.at else ""
    words = WORDS.sent_back if since.sent_back else WORDS.opened_again
    asks = say(WORDS.reopened_asks, asks=since.asks) if since.asks else ""
    return f"{words}{by}{at}{asks}"


def shared_service(proposal: Proposal, frame: Frame) -> str:
    """A shared service in one line: where it is, how many cases it settles, how many disagree."""
    return say(
        WORDS.shared_row,
        name=proposal.name or WORDS.unnamed,
        host=frame.label(proposal.host),
        counts=", ".join(_counts(proposal)),
    )


def _counts(proposal: Proposal) -> Iterator[str]:
    if not proposal.covers:
        yield str(WORDS.shared_waits)
    elif proposal.settles:
        yield say_count(len(proposal.settles), WORDS.shared_settles_one, WORDS.shared_settles)
    elif not proposal.disagree:
        yield str(WORDS.shared_all_settled)
    if proposal.disagree:
        yield say_count(len(proposal.disagree), WORDS.shared_disagree_one, WORDS.shared_disagree)
