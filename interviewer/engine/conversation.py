"""One interview as a pure state machine: answers in, the next question out.  No screen, no clock.

A `Conversation` is never changed; every step gives a new one.  What has to be remembered of a step
is returned beside it as `Said`, for the caller to store before showing what comes next.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from uuid import UUID

from interviewer.engine.entries.entry import Entry
from interviewer.engine.entries.listed import ItemsOf
from interviewer.engine.entries.opened import entry_for
from interviewer.services.news import Said
from schemas.frame.frame import Frame
from schemas.language.text import LANGUAGE_NAMES, LANGUAGES, Language, Text, capital
from schemas.questionnaire.answers import NOT_ASKED, Items, Missing, Unreadable
from schemas.questionnaire.parse import accept
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Definition
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.show import show
from schemas.questionnaire.types import Reading
from schemas.questionnaire.types.descriptions import EntryForm
from schemas.questionnaire.walk import (
    Confirmed,
    Firing,
    Key,
    Route,
    Step,
    fresh_item,
    items_of,
    open_checks,
    rerouted,
    route,
)


@dataclass(frozen=True)
class Conversation:
    """Everything that has been said in an interview, and which question it is at.

    `at` is None when the end is reached.  `entries` holds what was typed into questions and left
    there without being answered; `unreadable` what is stored of an answer that cannot be read and
    counts as none until it is given anew; `known` what the contact point already tells of the
    person.
    """

    questionnaire: type[Questionnaire]
    facts: Preloads
    frame: Frame
    interview_id: UUID
    answers: Mapping[Key, Any] = field(default_factory=dict)
    unreadable: Mapping[Key, Unreadable] = field(default_factory=dict)
    remarks: Mapping[Key, str] = field(default_factory=dict)
    confirmed: tuple[Confirmed, ...] = ()
    entries: Mapping[Key, Entry] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    language: Language = "nb"
    at: Key | None = None

    @property
    def reading(self) -> Reading:
        """What has to be known to read an answer."""
        return Reading(self.facts, self.frame)

    @cached_property
    def walked(self) -> Route:
        """The route that the answers lead along."""
        return route(self.questionnaire, self.answers, self.facts)

    @property
    def step(self) -> Step | None:
        """The question the interview is at; None at the end."""
        place = self.walked.places.get(self.at) if self.at else None
        return None if place is None else self.walked.steps[place]

    @property
    def step_is_answered(self) -> bool:
        """Whether this question has an answer already."""
        step = self.step
        return step is not None and self.walked.answered(step)

    @cached_property
    def entry(self) -> Entry | None:
        """What has been typed or chosen at this question so far."""
        step = self.step
        return None if step is None else self._left(step) or self._opened(step)

    def _left(self, step: Step) -> Entry | None:
        """The entry as it was left; of a roster's only the mark, for its list goes on changing."""
        left, items = self.entries.get(step.key), self._items(step)
        if items is None or not isinstance(left, ItemsOf) or left.lit is None:
            return left if items is None else items
        return replace(items, lit=min(left.lit, len(items.names) - 1))

    def _opened(self, step: Step) -> Entry:
        answer = self.answers.get(step.key, NOT_ASKED)
        items, likely = self._items(step), self._named_units(step)
        return entry_for(step.question, answer, self.reading, self.known, items, likely)

    def _named_units(self, step: Step) -> tuple[str, ...]:
        """The units that share something by the answers of the section, and this one after them,
        where one is asked for.
        """
        if step.question.type.entry is not EntryForm.one_unit:
            return ()
        asked = step.question.section.questions
        several = (one for one in asked if one.type.entry is EntryForm.some_units)
        told = (self.answers.get(Key(one.id, step.item)) for one in several)
        named = (unit for one in told if isinstance(one, tuple) for unit in one)
        found = tuple(unit for unit in named if unit in self.frame)
        return tuple(dict.fromkeys((*found, self.facts.unit_id))) if found else ()

    def _items(self, step: Step) -> ItemsOf | None:
        roster = step.question.section
        if not issubclass(roster, Roster) or step.question is not roster.more:
            return None
        items = items_of(roster, self.answers)
        names = tuple(self.item_name(roster, item) for item in items.items)
        return ItemsOf(items, names, roster.noun, fresh_item(roster, self.answers), roster.at_most)

    def said(self, words: Text, language: Language | None = None) -> str:
        """A text as it is read aloud: about this unit, in the language of the interview."""
        return self.facts.fill(words.in_(language or self.language), self.frame.design)

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """All there are; those of the question at hand come first."""
        own = self.step.question.definitions if self.step else ()
        return own + tuple(one for one in self.questionnaire.definitions if one not in own)

    def whereabouts(self, step: Step) -> tuple[str, ...]:
        """The section of a question, and the item it is about, by its name once that is known.

        And the language, where it is not that of the rest of the screen.
        """
        section, roster = step.question.section, step.question.roster
        here = [f"{self.questionnaire.letters[section]}. {section.heading.in_(self.language)}"]
        if roster and step.item is not None:
            one = f"{capital(roster.noun.one).in_(self.language)} {step.number}"
            name = self.answers.get(Key(roster.questions[0].id, step.item), NOT_ASKED)
            named = f"{one}: {self.item_name(roster, step.item)}"
            here.append(one if isinstance(name, Missing) else named)
        if self.language != "nb":
            here.append(LANGUAGE_NAMES[self.language])
        return tuple(here)

    def item_name(self, roster: type[Roster], item: int) -> str:
        """What an item is called by its first answer; empty where that is not known."""
        name = roster.questions[0]
        answer = self.answers.get(Key(name.id, item), NOT_ASKED)
        return show(name, answer, self.frame, self.language)

    # ── Moving about ─────────────────────────────────────────────────────────────────────────────

    def typing(self, entry: Entry) -> "Conversation":
        """With something typed or chosen at this question, but no answer yet."""
        return self._elsewhere(entries={**self.entries, self._here: entry})

    def _elsewhere(self, **changes: Any) -> "Conversation":
        """With the same answers: neither route nor checks are worked out anew for every key."""
        return self._but("entry", walked=self.walked, **changes)

    def _but(self, *anew: str, **changes: Any) -> "Conversation":
        """The same but for these; what is to be worked out `anew` is forgotten."""
        after = object.__new__(type(self))
        after.__dict__.update(self.__dict__ | changes)
        for worked_out in anew:
            after.__dict__.pop(worked_out, None)
        return after

    def knowing(self, known: Mapping[str, str]) -> "Conversation":
        """With what the contact point tells by now of the person on the line."""
        return self._elsewhere(known=known)

    @property
    def _here(self) -> Key:
        assert self.at is not None, "there is nothing to type at the end of the interview"
        return self.at

    def jump(self, key: Key | None) -> "Conversation":
        """At another question; at the first open one when `key` is not on the route."""
        if key is not None and key not in self.walked.places:
            return self.to_first_open()
        return self._elsewhere(at=key)

    def to_first_open(self) -> "Conversation":
        """At the first question that wants an answer; at the end when there is none."""
        unanswered = self.walked.unanswered
        return self._elsewhere(at=unanswered[0].key if unanswered else None)

    def back(self) -> "Conversation":
        """One question back on the route; the first one stays."""
        place = self.walked.places.get(self.at, len(self.walked.steps)) if self.at else None
        before = (len(self.walked.steps) if place is None else place) - 1
        return self._elsewhere(at=self.walked.steps[max(before, 0)].key)

    def forward(self) -> "Conversation":
        """One question on without answering; past the last one is the end."""
        if self.at is None:
            return self
        after = self.walked.places[self.at] + 1
        steps = self.walked.steps
        return self._elsewhere(at=steps[after].key if after < len(steps) else None)

    def _onward(self) -> "Conversation":
        """At the next open question below this one, else the first open one, else the end."""
        here = self.walked.places.get(self._here, -1)
        for step in self.walked.steps[here + 1 :]:
            if not self.walked.answered(step):
                return self._elsewhere(at=step.key)
        return self.to_first_open()

    def behind(self, key: Key) -> "Conversation":
        """Where one goes on after having answered this question, be it on the route or not."""
        if key not in self.walked.places:
            return self.to_first_open()
        return self._elsewhere(at=key)._after(self.answers.get(key, NOT_ASKED))

    def found_again(self, said: Said) -> tuple[Key, str] | None:
        """Where one comes back to behind this answer, with what stands typed there by itself.

        None where that is not here.  Where it is, nothing but the answer need be kept.
        """
        behind = self._elsewhere(entries={}).behind(said.key)
        if behind.at is None or behind.at != self.at or behind.entry is None:
            return None
        return behind.at, behind.entry.typed

    def remembering(self, key: Key, draft: str) -> "Conversation":
        """With what was half typed at a question, whether or not it is asked just now."""
        entry = self._fresh(key)
        if not draft or entry is None:
            return self
        return self._elsewhere(entries={**self.entries, key: entry.remembering(draft)})

    def _fresh(self, key: Key) -> Entry | None:
        """What a question of one answer opens with; None for what is no such question."""
        question = self.questionnaire.by_id.get(key.question)
        if question is None or question.type.entry is EntryForm.items:
            return None
        answer = self.answers.get(key, NOT_ASKED)
        return entry_for(question, answer, self.reading, self.known, None)

    @property
    def place(self) -> tuple[Key, str] | None:
        """Where one comes back to, with what is half typed there: here, or where that was left."""
        begun = [(key, one.typed) for key, one in self.entries.items() if self._begun(key, one)]
        if begun and self.at not in dict(begun):
            return begun[-1]
        return (self.at, self.entry.typed if self.entry else "") if self.at else None

    @property
    def drafts(self) -> tuple[tuple[Key, str], ...]:
        """What else is half typed, where it was left."""
        here = self.place
        begun = ((key, one.typed) for key, one in self.entries.items() if self._begun(key, one))
        return tuple(one for one in begun if here is None or one[0] != here[0])

    def _begun(self, key: Key, entry: Entry) -> bool:
        """Whether something has been typed there that is not the answer."""
        fresh = self._fresh(key)
        return bool(entry.typed) and fresh is not None and entry.typed != fresh.typed

    # ── Saying something ─────────────────────────────────────────────────────────────────────────

    def give(self, value: Any) -> tuple["Conversation", Said | None]:
        """The answer to this question, and on to the next; AnswerProblem if it cannot be one.

        Nothing needs remembering when the answer is what it was.
        """
        step = self.step
        assert step is not None, "there is nothing to answer at the end of the interview"
        value = accept(step.question, value, self.reading)
        said = self._said(step.key, value)
        unchanged = self.answers.get(step.key, NOT_ASKED) == value
        entries = {key: entry for key, entry in self.entries.items() if key != step.key}
        told = self._elsewhere(entries=entries).hearing(said)
        return told._after(value), None if unchanged else said

    def _after(self, value: Any) -> "Conversation":
        """Where an answer leads: a new item of a roster starts with its first question."""
        if isinstance(value, Items) and not value.complete:
            return self.into(value.items[-1])
        return self._onward()

    def into(self, item: int) -> "Conversation":
        """At the first question of a roster's item."""
        first = next(step for step in self.walked.steps if step.item == item)
        return self._elsewhere(at=first.key)

    def take_out(self, item: int) -> tuple["Conversation", Said]:
        """Without this item of the roster; what was said of it stays in the history."""
        roster = next(step.question.section for step in self.walked.steps if step.item == item)
        assert issubclass(roster, Roster), "only rosters have items"
        items = items_of(roster, self.answers)
        said = self._said(
            Key(roster.more.id), items.without(item, fresh_item(roster, self.answers))
        )
        told = self.hearing(said)
        left = items_of(roster, told.answers).items[-1]
        alone = left not in items.items
        return (told.into(left) if alone else told._elsewhere(at=said.key)), said

    def note(self, key: Key, remark: str) -> tuple["Conversation", Said]:
        """The interviewer's remark on a question; it needs no answer."""
        said = Said(key, self.answers.get(key, NOT_ASKED), remark)
        return self.hearing(said), said

    def confirm(self, fired: Firing, reason: str) -> tuple["Conversation", Confirmed]:
        """A soft check let stand, with the reason; it holds as long as its answers do."""
        confirmed = Confirmed(fired.check.id, fired.step.item, reason, fired.evidence)
        return self._but("open_checks", confirmed=(*self.confirmed, confirmed)), confirmed

    def new_person(self) -> tuple["Conversation", tuple[Said, ...]]:
        """Somebody else is on the line: what the first section asks is asked of them anew.

        The answers below are set aside until the new person has agreed to go on; what was half
        typed there stays.
        """
        first = next(iter(self.questionnaire.sections.values())).questions
        asked = [key for q in first if self.answers.get(key := Key(q.id), NOT_ASKED) != NOT_ASKED]
        said = tuple(Said(key, NOT_ASKED, self.remarks.get(key, "")) for key in asked)
        told = self
        for one in said:
            told = told.hearing(one)
        about_them = {question.id for question in first}
        left = {key: one for key, one in self.entries.items() if key.question not in about_them}
        return told._elsewhere(at=Key(first[0].id), entries=left), said

    def hearing(self, said: Said) -> "Conversation":
        """With one more thing said: also how a stored history is played back."""
        answers = {**self.answers, said.key: said.value}
        remarks = {**self.remarks, said.key: said.remark}
        bad = self.unreadable
        if said.key in bad and said.value != NOT_ASKED:
            bad = {key: one for key, one in bad.items() if key != said.key}
        said_with = {"answers": answers, "unreadable": bad, "remarks": remarks}
        told = self._but("entry", "open_checks", **said_with)
        if "walked" in self.__dict__:  # else a history is played back, and nobody asks for it yet
            told.__dict__["walked"] = rerouted(self.walked, answers, said.key)
        return told

    def _said(self, key: Key, value: Any) -> Said:
        return Said(key, value, self.remarks.get(key, ""))

    # ── What stands open ─────────────────────────────────────────────────────────────────────────

    @cached_property
    def open_checks(self) -> tuple[Firing, ...]:
        """The checks that want to be resolved or confirmed."""
        return open_checks(self.walked, self.confirmed)

    @property
    def finished(self) -> bool:
        """Whether the interview can be completed."""
        return not self.walked.unanswered and not self.open_checks

    def in_next_language(self) -> "Conversation":
        """The questions in the next language."""
        place = LANGUAGES.index(self.language) + 1
        return replace(self, language=LANGUAGES[place % len(LANGUAGES)])
