"""What a row in the table of outcomes consists of: every part is asked for, and has a type.

What several rules want to know of an outcome has one answer here, so that they cannot differ.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from schemas.calls.rests import NoRest, Rest
from schemas.language.text import Text
from schemas.questionnaire.answers import Choice


class Category(Choice):
    """What a case counts as in AAPOR's formulas."""

    interview = Text("Intervju", en="Interview")
    partial = Text("Delvis intervju", en="Partial interview")
    refusal = Text("Avslag eller avbrudd", nn="Avslag eller avbrot", en="Refusal or break-off")
    non_contact = Text("Ikke nådd", nn="Ikkje nådd", en="Non-contact")
    other = Text("Annet, blant dem avtaler", nn="Anna, mellom dei avtalar", en="Other")
    unknown_contact = Text(
        "Uavklart, ingen kontakt", nn="Uavklart, ingen kontakt", en="Unknown, no contact"
    )
    unknown_other = Text("Uavklart, annet", nn="Uavklart, anna", en="Unknown, other")
    not_eligible = Text("Ikke i målgruppen", nn="Ikkje i målgruppa", en="Not eligible")

    @property
    def letters(self) -> str:
        """What it is called in the formulas."""
        return _LETTERS[self]


_LETTERS = dict(zip(Category, ("I", "P", "R", "NC", "O", "UH", "UO", "NE"), strict=True))


class OnTheLine(Enum):
    """Who was on the line in the end, and what that tells of whom to ring next."""

    nobody_there = "nobody picked up: try another time of the day"
    not_through = "the number did not lead to anybody"
    wrong_number = "the number belongs to nobody there: it is not dialled again"
    nothing_told = "somebody, who told nothing of where to ask"
    sent_on = "somebody who pointed to somebody else: those are next"
    cut_off = "it fell out while we were put through: whoever was to answer never did"
    turned_away = "somebody who does not let us on: ask elsewhere"
    dead_end = "somebody who does not know who: back to the latest place with a lead left"
    found = "the right place, without the right person"
    reached = "somebody who could answer"
    refused = "somebody who could answer, and will not"
    no_call = "there was no call: a coordinator decided"


class InterviewPart(Enum):
    """How much of the interview there is after the call."""

    none = "nothing"
    begun = "it was broken off"
    core = "what makes it usable"
    whole = "all that is asked on the phone"


class Look(Enum):
    """When a coordinator must look at the case."""

    never = "it goes on by itself"
    at_once = "now"
    without_lead = "unless somebody has pointed to a place that nobody has tried"
    after_rest = "when it has rested"


class WhenAsked(Enum):
    """Whether the next call is agreed on when the call ends."""

    not_at_all = "nobody says when"
    may_be_said = "they may have said when: we try again then"
    must_be_said = "they have said when: that is a promise"
    after_a_letter = "they get the questions in writing, and we try again when the case has rested"


class ComesOf(Enum):
    """What a survey must have for a case to come to it."""

    calling = "nothing: every survey has it"
    having_none = "a survey that names it as what comes of having nothing"
    sharing = "units that share something"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRow:
    """One outcome.

    `key` is what ends a call with it, None where no interviewer chooses it.  `strength` is what it
    counts against a case's other outcomes (the strongest holds; of those with 0, the latest).
    `then` says what happens next, with `{rest}` where the rest says when.  `note` is what the
    call's note should tell.  `comes_of` is what a survey must have: without that, it is none there.
    """

    aapor: str
    category: Category
    label: Text
    key: str | None
    final: bool
    strength: int
    line: OnTheLine
    interview: InterviewPart
    rest: Rest
    coordinator: Look
    then: str
    when: WhenAsked
    note: Text
    comes_of: ComesOf = ComesOf.calling


def call(
    *,
    aapor: str,
    category: Category,
    label: Text,
    key: str,
    line: OnTheLine,
    rest: Rest,
    coordinator: Look,
    then: str,
    when: WhenAsked,
    note: Text,
) -> OutcomeRow:
    """The row of a call that leaves the case open, and nothing of an interview."""
    return OutcomeRow(
        aapor=aapor,
        category=category,
        label=label,
        key=key,
        final=False,
        strength=0,
        line=line,
        interview=InterviewPart.none,
        rest=rest,
        coordinator=coordinator,
        then=then,
        when=when,
        note=note,
    )


def decided(
    label: Text,
    *,
    category: Category,
    strength: int,
    then: str,
    comes_of: ComesOf = ComesOf.calling,
) -> OutcomeRow:
    """The row of an outcome that only a coordinator sets, on a case: it ends the case."""
    return OutcomeRow(
        aapor="",
        category=category,
        label=label,
        key=None,
        final=True,
        strength=strength,
        line=OnTheLine.no_call,
        interview=InterviewPart.none,
        rest=NoRest(),
        coordinator=Look.never,
        then=then,
        when=WhenAsked.not_at_all,
        note=Text(""),
        comes_of=comes_of,
    )


class OutcomeTable(Enum):
    """A table of outcomes, each with its row.  There is one; a test makes another of its own."""

    @property
    def row(self) -> OutcomeRow:
        """Everything that an outcome is, as the table has it."""
        row: OutcomeRow = self._value_  # what `value` is, asked for at every rule of every case
        return row

    @property
    def aapor(self) -> str:
        """The AAPOR code, always text: `2.10` is not 2.1. Empty where the standard has none."""
        return self.row.aapor

    @property
    def label(self) -> Text:
        """What the outcome is called on screen."""
        return self.row.label

    @property
    def number(self) -> int:
        """Its number in SPSS and Stata: its position in the table, from 1."""
        return list(type(self)).index(self) + 1

    @property
    def next_step(self) -> str:
        """What happens to the case then, for the interviewer to read: with the rule's number."""
        return self.row.then.format(rest=self.row.rest.words)

    @property
    def final(self) -> bool:
        """Whether the case ends with it; otherwise somebody calls again."""
        return self.row.final

    @property
    def reached(self) -> bool:
        """Whether it tells that somebody who could answer was on the line."""
        return self.row.line in {OnTheLine.reached, OnTheLine.refused}

    @property
    def is_whole(self) -> bool:
        """Whether everything was asked that is asked on the phone."""
        return self.row.interview is InterviewPart.whole

    @property
    def refuses_for_ever(self) -> bool:
        """Whether nobody may ring again, whatever else is recorded."""
        return self.row.final and self.row.category is Category.refusal

    @property
    def coordinator_only(self) -> bool:
        """Whether only a coordinator sets it, on a case; never an interviewer, on a call."""
        return self.row.line is OnTheLine.no_call


T = TypeVar("T", bound=OutcomeTable)


def by_key(table: Iterable[T]) -> dict[str, T]:
    """The outcomes of a table that an interviewer can choose, in their order, by their keys."""
    return {one.row.key: one for one in table if one.row.key}
