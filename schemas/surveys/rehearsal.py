"""Conversations to practise on: what invented people say, question by question.

A survey declares them beside its questionnaire; `interviewer.practice` shows them beside the
screen.  A reply says what she says, and apart from that what a good interviewer makes of it: which
keys that takes is worked out where the keys are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from schemas.calls.call_codes import RedirectHow
from schemas.calls.departments import Department
from schemas.calls.outcomes import Outcome
from schemas.review.claims import Claim


@dataclass(frozen=True, kw_only=True)
class PutOn:
    """We are sent on: to a department, and what is said of who sits there."""

    department: Department
    how: RedirectHow = RedirectHow.transferred
    person: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class RingsOff:
    """The call is over: with an outcome (None takes the one that is suggested), a time, a note."""

    outcome: Outcome | None = None
    when: str = ""
    note: str = ""


@dataclass(frozen=True)
class Reply:
    """What is said in `words`, and what a good interviewer makes of it, with `why`.

    An `answer` is a code, several, or text to type (nothing, where a text may be left empty); of
    items it is `MORE`, or that there is none.
    Where an answer leads out of the conversation, `put_on` or `rings_off` go on from there; without
    an answer they are what to do.  `then` is said when we have been sent on and are still here,
    and `again` by whoever is asked once more.  A `remark` is noted before the answer.
    In the words {unit} is the unit, {year} and {next_year} are this year and the next.
    """

    words: str
    answer: str | tuple[str, ...] | None = None
    why: str = ""
    put_on: PutOn | None = None
    rings_off: RingsOff | None = None
    then: "Reply | None" = None
    again: "Reply | None" = None
    remark: str = ""


MORE: Final = "more"
"""The answer that there is one more item; whatever else is said, there is none."""

_SILENT: Final[Mapping[str, tuple[Reply, ...]]] = {}


@dataclass(frozen=True, kw_only=True)
class Voice:
    """Somebody on the line, in a department.  What is asked of each item has a reply for each.

    Without a department it is whoever was named in an earlier phase, by the name that was given.
    `otherwise` is said to every question that there is no reply to.
    """

    name: str = ""
    department: Department | None
    says: Mapping[str, tuple[Reply, ...]] = field(default_factory=lambda: _SILENT)
    otherwise: Reply

    def reply(self, question: str, number: int | None) -> Reply:
        """What is said to a question, about the item of this number if there are several."""
        replies = self.says.get(question, (self.otherwise,))
        return replies[min((number or 1) - 1, len(replies) - 1)]


@dataclass(frozen=True, kw_only=True)
class RehearsedCall:
    """Who answers one after the other; with `rings`, `person` rings us and says that."""

    voices: tuple[Voice, ...]
    rings: str = ""
    person: str = ""

    @property
    def departments(self) -> frozenset[Department]:
        """Where they are."""
        return frozenset(one.department for one in self.voices if one.department)


@dataclass(frozen=True, kw_only=True)
class Rehearsal:
    """A case to practise on: what it is called, what one learns, and its calls, one by one.

    It is with a unit that made this `claim` in an earlier phase, or with one that made none; when
    that is shown, and something else was found, `differs` is said, and its answer is the reason.
    `afterwards` is what to make of it when nobody is on the line any more.
    """

    title: str
    learn: str
    calls: tuple[RehearsedCall, ...]
    claim: Claim | None = None
    differs: Reply | None = None
    afterwards: Mapping[str, Reply] = field(default_factory=dict)


def replies(**says: Reply | tuple[Reply, ...]) -> Mapping[str, tuple[Reply, ...]]:
    """Replies by the question they are to."""
    return {id: one if isinstance(one, tuple) else (one,) for id, one in says.items()}
