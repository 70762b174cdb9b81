"""Which questions of a questionnaire play which part in a call and in what is made of it.

The survey declares them; whoever rings, reviews or publishes reads them here and knows no question
by its id.  Questions stand under their ids, since those are what stored answers are known by.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple, TypeAlias

from schemas.calls.outcomes import Outcome
from schemas.questionnaire.answers import Choice


class SomebodyElse(Enum):
    """Not an outcome: we are being sent on."""

    redirect = "redirect"


LeadsTo: TypeAlias = Outcome | SomebodyElse


class Ending(NamedTuple):
    """An answer that leads out of the conversation: to an outcome of the call, or elsewhere."""

    question: str
    code: Choice
    leads_to: LeadsTo


class ReadOn(NamedTuple):
    """An answer to a question with definitions that wants the next one of them read, too."""

    question: str
    code: Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class SaysNone:
    """What counts as "we have none", and what evidence that needs.

    It is confirmed by whoever does not sit at the front line.  So many independent departments,
    the `voices`, confirm it together; None where the front line never can.  `outcome` is that of a
    whole conversation that ends so.
    """

    question: str
    code: Choice
    voices: int | None = None
    outcome: Outcome = Outcome.complete


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishingParts:
    """What they allow to be published, and the questions whose answers are the public contact.

    Whoever says `after_check` wants to see the text first.  The answers of `shown` are nothing
    that could tell on anybody: they are meant to be read.
    """

    question: str
    yes: Choice
    after_check: Choice
    contact: str
    phone: str
    email: str
    url: str

    @property
    def shown(self) -> tuple[str, str, str, str]:
        """The questions whose answers people have agreed to see published."""
        return self.contact, self.phone, self.email, self.url

    @property
    def may_be_listed(self) -> frozenset[str]:
        """The codes, in data, of those who may stand on a public list."""
        return frozenset({self.yes.name, self.after_check.name})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The questions that play a part.

    `consent`        whether it suits them
    `right_person`   whether we have found the one to ask: `the_one` is the answer that says so
    `begins`         the first question of substance: it is asked when the right one has agreed
    `core`           what makes a partial interview usable: those of them that are on the route;
                     of a question in a roster, one answer is enough
    `endings`        the answers that lead out of the conversation
    `says_none`      what counts as having nothing to tell of
    `publishing`     what may be published; None where nobody is asked
    `certainty`      how certain the respondent seemed
    `private_note`   what the interviewer wants a coordinator to know
    `opening`        the text with which a conversation begins: who calls, why, that it is voluntary
    `reads_on`       who is not sure of a definition that was read hears the next one
    `they_rang`      words of the questions, and what is said instead where they have rung us
    `named`          the questions in whose answers a service or place is named: whoever knows them
                     knows who spoke
    `of_one_unit`    numbers of which the least and the most are told only where units that may be
                     named have them: each is of one unit, and the largest is known to everybody
    """

    consent: str
    right_person: str
    the_one: Choice
    begins: str
    core: tuple[str, ...]
    endings: tuple[Ending, ...] = ()
    says_none: SaysNone | None = None
    publishing: PublishingParts | None = None
    certainty: str | None = None
    private_note: str | None = None
    named: tuple[str, ...] = ()
    of_one_unit: tuple[str, ...] = ()
    opening: str | None = None
    reads_on: tuple[ReadOn, ...] = ()
    they_rang: tuple[tuple[str, str], ...] = ()

    def to_whoever_rang(self, words: str) -> str:
        """A question as it is read to somebody who has rung us."""
        for ours, theirs in self.they_rang:
            words = words.replace(ours, theirs)
        return words

    def questions(self) -> Iterator[str]:
        """Every question that plays a part."""
        yield from (self.consent, self.right_person, self.begins, *self.core, *self.named)
        yield from self.of_one_unit
        yield from (one for one in (self.certainty, self.private_note, self.opening) if one)
        yield from (one.question for one in self.endings)
        yield from (one.question for one in self.reads_on)
        if self.says_none:
            yield self.says_none.question
        if self.publishing:
            yield from (self.publishing.question, *self.publishing.shown)

    def codes(self) -> Iterator[tuple[str, Choice]]:
        """Every code that plays a part, with its question."""
        yield self.right_person, self.the_one
        yield from ((one.question, one.code) for one in self.endings)
        yield from ((one.question, one.code) for one in self.reads_on)
        if self.says_none:
            yield self.says_none.question, self.says_none.code
        if self.publishing:
            yield self.publishing.question, self.publishing.yes
            yield self.publishing.question, self.publishing.after_check

    @property
    def about_persons(self) -> frozenset[str]:
        """The questions whose answers say something of who answered, and not of their service."""
        return frozenset(one for one in (self.consent, self.right_person, self.certainty) if one)

    def is_to_read_on(self, question: str, value: Any) -> bool:
        """Whether an answer wants the next definition of its question read."""
        return any(one.question == question and one.code is value for one in self.reads_on)

    def leads_to(self, question: str, value: Any) -> LeadsTo | None:
        """What an answer leads to besides the next question, if anything."""
        found = (one for one in self.endings if one.question == question and one.code is value)
        return next((one.leads_to for one in found), None)


def said(document: Mapping[str, Any], question: str | None) -> Any:
    """A stored answer, wherever in the document it stands outside the rosters.

    None where there is no value, for whatever reason.
    """
    for name, section in document.items():
        if name != "facts" and isinstance(section, dict) and question in section:
            answer = section[question]
            return None if isinstance(answer, dict) else answer
    return None


def said_in_items(document: Mapping[str, Any], question: str) -> list[Any]:
    """The stored answers of all items of a roster, leaving out where there is no value."""
    rosters = (section for section in document.values() if isinstance(section, list | tuple))
    answers = (item.get(question) for section in rosters for item in section)
    return [one for one in answers if one is not None and not isinstance(one, dict)]
