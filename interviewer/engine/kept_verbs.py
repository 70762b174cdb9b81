"""Which verbs are kept aside when they cannot be stored, by name: what each is called, and which of
the words in it somebody will want to read again.

What only reads is not kept, nor what comes of one key that is as easily pressed again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from db.records import AnswerEntry, Confirmation, Place
from interviewer import services
from interviewer.engine.restore import NOT_ANSWERED
from interviewer.services import coding, distribution
from interviewer.words import WORDS, say
from schemas.calls.appointments import Appointment
from schemas.calls.calls import ContactPoint, Redirect
from schemas.calls.moments.moment_said import answer_back
from schemas.language.phone import show_phone
from schemas.language.text import Text
from schemas.questionnaire.answers import NOT_ASKED, Choice
from schemas.questionnaire.show import show
from schemas.questionnaire.types.descriptions import EntryForm
from schemas.questionnaire.unreadable import load
from schemas.review.consents import Consent

if TYPE_CHECKING:
    from interviewer.services.caller import Caller
    from interviewer.services.calls import CallEnd

Words = Callable[["Caller", tuple[Any, ...]], Iterator[str]]
"""The words in the arguments of a verb, as they were typed or chosen."""


@dataclass(frozen=True, slots=True)
class KeptVerb:
    """What a verb does, in a few words, and which words of it somebody will want to read again."""

    verb: Callable[..., Any]
    what: Text
    words: Words

    def called(self, args: tuple[Any, ...]) -> Text:
        """What it does with these arguments: a remark may stand where nothing is answered."""
        entry = args[1] if self.verb is services.record else None
        alone = entry and entry.remark and entry.value == NOT_ANSWERED
        return WORDS.kept_remark if alone else self.what


def _decided(_: Caller, args: tuple[Any, ...]) -> Iterator[str]:
    """What was typed is what is text; a code is told by its label."""
    for one in args:
        if isinstance(one, str):
            yield one
        elif isinstance(one, Choice):
            yield str(one.label)
        elif isinstance(one, Consent):
            yield from (one.given_by, *one.shown)


def _shared(who: Caller, args: tuple[Any, ...]) -> Iterator[str]:
    yield from (who.frame[unit].label for unit in args[1:3])
    yield from args[3:]


def _code(_: Caller, args: tuple[Any, ...]) -> Iterator[str]:
    yield args[3]


def _nothing(_: Caller, args: tuple[Any, ...]) -> Iterator[str]:
    yield from ()


def _answer(who: Caller, args: tuple[Any, ...]) -> Iterator[str]:
    entry: AnswerEntry = args[1]
    question = who.survey.questionnaire.by_id.get(entry.question)
    if question is None:
        yield entry.question
    else:
        yield str(question.text)
        value = load(question, entry.value)
        yield "" if value == NOT_ASKED else show(question, value, who.frame)
    yield say(WORDS.kept_remark_is, remark=entry.remark) if entry.remark else ""


def _reason(_: Caller, args: tuple[Any, ...]) -> Iterator[str]:
    confirmed: Confirmation = args[1]
    yield confirmed.reason


def _draft(who: Caller, args: tuple[Any, ...]) -> Iterator[str]:
    place: Place = args[1]
    yield _in_words(who, place.question, place.draft)
    yield from (_in_words(who, question, text) for question, _, text in place.others)


def _in_words(who: Caller, asked: str, draft: str) -> str:
    """What is half typed, or crossed off, at a question."""
    question = who.survey.questionnaire.by_id.get(asked)
    entry = question.type.entry if question else None
    if question is not None and entry is EntryForm.some_of:
        names = draft.split()
        return ", ".join(str(code.label) for code in question.codes if code.name in names)
    if entry is EntryForm.some_units:
        above, _, text = draft.rpartition("\n")
        units = (who.frame[one].label for one in above.split() if one in who.frame)
        return ", ".join(filter(None, (*units, text)))
    return draft


def _end(who: Caller, args: tuple[Any, ...]) -> Iterator[str]:
    end: CallEnd = args[3]
    yield str(end.outcome.label)
    yield end.note
    agreed: Appointment | None = args[4]
    if agreed is not None:
        yield answer_back(agreed.due, end.at)


def _redirect(who: Caller, args: tuple[Any, ...]) -> Iterator[str]:
    leg: Redirect = args[1]
    yield str(leg.how.label)
    if args[2] is not None:
        yield from _of_contact(args[2])
    yield leg.said


def _contact(_: Caller, args: tuple[Any, ...]) -> Iterator[str]:
    contacts = args[1] if isinstance(args[1], tuple) else (args[1],)
    for one in contacts:
        yield from _of_contact(one)


def _of_contact(one: ContactPoint) -> Iterator[str]:
    yield one.label
    yield one.role
    yield show_phone(one.phone) if one.phone else ""
    yield one.email
    yield one.retired_why


def _two(_: Caller, args: tuple[Any, ...]) -> Iterator[str]:
    yield from (args[1].label, args[2].label)


KEPT: Final[Mapping[str, KeptVerb]] = {
    one.verb.__name__: one
    for one in (
        KeptVerb(services.record, WORDS.kept_answer, _answer),
        KeptVerb(services.confirm, WORDS.kept_reason, _reason),
        KeptVerb(services.explain_difference, WORDS.kept_difference, _decided),
        KeptVerb(services.reveal_claim, WORDS.kept_reveal, _nothing),
        KeptVerb(services.keep_place, WORDS.kept_draft, _draft),
        KeptVerb(services.note_steps, WORDS.kept_steps, _nothing),
        KeptVerb(services.speak, WORDS.kept_language, _nothing),
        KeptVerb(services.complete, WORDS.kept_complete, _nothing),
        KeptVerb(services.hang_up, WORDS.kept_end, _end),
        KeptVerb(services.log_redirect, WORDS.kept_redirect, _redirect),
        KeptVerb(services.save_contact, WORDS.kept_contact, _contact),
        KeptVerb(services.mark, WORDS.kept_marked, _contact),
        KeptVerb(services.merge_contacts, WORDS.kept_merged, _two),
        KeptVerb(distribution.write_note, WORDS.kept_note, _decided),
        KeptVerb(services.decide, WORDS.kept_decision, _decided),
        KeptVerb(services.decide_case, WORDS.kept_decision, _decided),
        KeptVerb(services.note_consent, WORDS.kept_decision, _decided),
        KeptVerb(services.accept_together, WORDS.kept_accepted, _nothing),
        KeptVerb(services.settle, WORDS.kept_settled, _nothing),
        KeptVerb(services.confirm_covered, WORDS.kept_sharing, _shared),
        KeptVerb(services.confirm_all, WORDS.kept_sharing, _nothing),
        KeptVerb(services.keep_apart, WORDS.kept_sharing, _shared),
        KeptVerb(distribution.give_cases, WORDS.kept_given, _nothing),
        KeptVerb(distribution.take_back_cases, WORDS.kept_given, _nothing),
        KeptVerb(coding.code_answers, WORDS.kept_coding, _nothing),
        KeptVerb(coding.name_code, WORDS.kept_code, _code),
        KeptVerb(coding.join_codes, WORDS.kept_code, _nothing),
    )
}
"""What lies aside until it is stored, by the name that it has there."""
