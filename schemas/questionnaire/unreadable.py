"""Stored answers that the questionnaire cannot read: shown as they stand, and they stop nothing.

Somebody has written them into the database behind the program's back, or a disk has.  They count as
not answered: nothing follows from them, and they can be answered anew.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any, Final, TypeAlias

from pydantic import ValidationError

from schemas.questionnaire.answers import NOT_ASKED, Items, Unreadable
from schemas.questionnaire.apart import APART
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster, Section
from schemas.questionnaire.walk import Key, Route, RouteView, Step

Stored: TypeAlias = Mapping[str, Any]
"""A document, or a section of one, as JSON has it."""

MARK: Final = {"missing": "unreadable"}
"""What stands in a document that is exported, for an answer that cannot be read."""

_STATES: Final = (*({"missing": one} for one in ("not_asked", "dont_know", "refused")), APART)


_NO_ANSWER: Final = (ValidationError, RecursionError)
"""What is raised for what was stored as an answer, and is none."""


def load(question: Question, stored: Any) -> Any:
    """The answer that was stored as this; `Unreadable` where that is none to the question."""
    try:
        return question.stored.validator.validate_python(stored)
    except _NO_ANSWER:
        return Unreadable(stored)


def items_of(roster: type[Roster], stored: Any) -> tuple[int, ...]:
    """The items that a roster's stored answer names, in order; none where it cannot be read."""
    found = load(roster.more, stored)
    return found.items if isinstance(found, Items) else ()


def readable(
    questionnaire: type[Questionnaire], document: Any
) -> tuple[Stored, dict[Key, Unreadable]]:
    """The document without the answers that cannot be read, and those."""
    bad = dict(_bad(questionnaire, document))
    if not bad and all(map(_is_confirmation, _confirmed(document))):
        return document, bad
    content = dict(document) if isinstance(document, dict) else {}
    if "confirmed" in content:
        content["confirmed"] = list(filter(_is_confirmation, _confirmed(content)))
    for name, section in questionnaire.sections.items():
        if name in content:
            content[name] = _without(section, content[name], bad)
    return content, bad


def marked(questionnaire: type[Questionnaire], document: Any) -> tuple[dict[str, Any], int]:
    """The document as it is exported: a mark for each answer that cannot be read, and how many.

    What stands empty where a section should be is no section.
    """
    read, bad = readable(questionnaire, document)
    content = {name: section for name, section in read.items() if section is not None}
    for key in bad:
        question = questionnaire.by_id[key.question]
        name = next(name for name, one in questionnaire.sections.items() if one is question.section)
        content[name] = _with_mark(content.get(name), key, question.section)
    return content, len(bad)


def _with_mark(answers: Any, key: Key, section: type[Section]) -> Any:
    """A section with the mark in it; a roster that cannot be read at all has one item with it."""
    if not issubclass(section, Roster):
        return {**(answers or {}), key.question: MARK}
    items = list(answers or ())
    if key.item is None:
        return [{key.question: MARK}]
    items[key.item - 1] = {**items[key.item - 1], key.question: MARK}
    return items


def laid_out(
    questionnaire: type[Questionnaire],
    document: Stored,
    bad: Mapping[Key, Unreadable],
    facts: Preloads,
) -> Route:
    """What was asked and answered, in order, with what cannot be read in its place.

    No route leads here: whether a question was asked is seen by its answer.
    """
    view, steps = RouteView(facts), []
    for name, section in questionnaire.sections.items():
        for item, answers in _parts(section, document.get(name)):
            for question in section.questions:
                key = Key(question.id, item)
                answer = bad.get(key, load(question, answers.get(question.id, _STATES[0])))
                if answer != NOT_ASKED:
                    view.answers[key] = answer
                    steps.append(Step(question, item, item))
    return Route(questionnaire, tuple(steps), view, ())


# ── Looking for them ─────────────────────────────────────────────────────────────────────────────


def _bad(questionnaire: type[Questionnaire], document: Any) -> Iterator[tuple[Key, Unreadable]]:
    if not isinstance(document, dict) or not document.keys() <= questionnaire.model_fields.keys():
        yield Key(next(iter(questionnaire.by_id))), Unreadable(document)
        return
    for name, section in questionnaire.sections.items():
        if (content := document.get(name)) is None:
            continue
        asked = _asked(section)
        if not asked.fits(content):
            yield Key(section.questions[0].id), Unreadable(content)
            continue
        for item, answers in asked.parts(content):
            for id in asked.refused(answers):
                yield Key(id, item), Unreadable(answers[id])


def _confirmed(document: Any) -> Iterable[Any]:
    """What stands where the confirmed checks are."""
    there = document.get("confirmed", ()) if isinstance(document, dict) else ()
    return there if isinstance(there, list | tuple) else (there,)


def _is_confirmation(stored: Any) -> bool:
    words = (stored.get("check"), stored.get("reason")) if isinstance(stored, dict) else (None,)
    return all(isinstance(one, str) for one in words)


def _parts(section: type[Section], content: Any) -> Iterable[tuple[int | None, Stored]]:
    """The answers of a section; of a roster's, item by item from 1."""
    asked = _asked(section)
    return asked.parts(content) if content and asked.fits(content) else ()


def _without(section: type[Section], content: Any, bad: Mapping[Key, Unreadable]) -> Any:
    parts = [
        {id: answer for id, answer in answers.items() if Key(id, item) not in bad}
        for item, answers in _parts(section, content)
    ]
    return parts if issubclass(section, Roster) else next(iter(parts), {})


class _SectionAsked:
    """A section, with what its questions have taken before: every answer is looked at here."""

    def __init__(self, section: type[Section]) -> None:
        self._is_roster = issubclass(section, Roster)
        self._known = {question.id: _Known(question) for question in section.questions}
        self._taken = {id: known.taken for id, known in self._known.items()}

    def fits(self, content: Any) -> bool:
        """Whether it has the form in which such a section is stored."""
        ids = self._known.keys()
        if self._is_roster:
            items = content if isinstance(content, list) else [None]
            return all(isinstance(item, dict) and item.keys() <= ids for item in items)
        return isinstance(content, dict) and content.keys() <= ids

    def parts(self, content: Any) -> Iterable[tuple[int | None, Stored]]:
        """The answers of one that fits; of a roster's, item by item from 1."""
        return enumerate(content, start=1) if self._is_roster else ((None, content),)

    def refused(self, answers: Stored) -> Collection[str]:
        """The questions that the answers are none to, in their order."""
        known, taken = self._known, self._taken
        bad = {
            id
            for id, said in answers.items()
            if not (
                said in taken[id] if type(said) is str else type(said) is dict and said in _STATES
            )
            and not known[id].accepts(said)
        }
        return [id for id in known if id in bad] if bad else ()


class _Known:
    """What one question has taken before: most answers are one of few, and asked about often.

    That there may be no answer, for one of the reasons there are, is nothing to ask about.
    """

    def __init__(self, question: Question) -> None:
        self._question = question
        self._is_free_text = question.type.is_free_text
        self.taken: set[Any] = set(question.type.surely)

    def accepts(self, stored: Any) -> bool:
        if type(stored) is dict or self._is_free_text:  # hardly two are alike
            return self._can_be_read(stored)
        try:
            if (known := _as_known(stored)) in self.taken:
                return True
        except TypeError:  # a list of lists, or of tables: nothing that is answered often
            return self._can_be_read(stored)
        good = self._can_be_read(stored)
        if good:
            self.taken.add(known)
        return good

    def _can_be_read(self, stored: Any) -> bool:
        try:
            self._read(stored)
        except _NO_ANSWER:
            return False
        return True

    @cached_property
    def _read(self) -> Callable[[Any], Any]:
        """It takes long to make, and for most questions it is never needed."""
        return self._question.stored.validator.validate_python


def _as_known(stored: Any) -> Hashable:
    """A text as it is, a list so that it can be kept, and a number with its type: True is no 1."""
    if type(stored) is str:
        return stored
    return tuple(stored) if type(stored) is list else (type(stored), stored)


@cache
def _asked(section: type[Section]) -> _SectionAsked:
    return _SectionAsked(section)
