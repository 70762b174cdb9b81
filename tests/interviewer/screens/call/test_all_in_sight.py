"""At 80×24 nothing that can be chosen is hidden: every question of every survey, walked."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db.cases import load_register
from db.open_database import open_database
from interviewer.draw.bars import Surroundings
from interviewer.engine.entries.listed import OneOf, SomeOf
from interviewer.screens.call.draw_question import hint
from interviewer.screens.call.state import Call
from interviewer.screens.picture import draw
from schemas.language.text import LANGUAGES, Language
from schemas.questionnaire.answers import DONT_KNOW, MISSING_LABELS, REFUSED, Missing
from schemas.questionnaire.questions import Question
from schemas.questionnaire.walk import Route, Step
from schemas.surveys.registry import names, survey_called
from tests.support.keyboard import NOON, Keyboard

SIZE = Surroundings(80, 24, NOON)


@pytest.fixture(scope="module", params=names())
def call(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Call]:
    """The first case of a survey, with somebody on the line."""
    path: Path = tmp_path_factory.mktemp("walked") / "new.sqlite"
    survey = survey_called(request.param)
    with closing(open_database(path, create=True, survey=survey, durable=False)) as database:
        load_register(database)
        kari = Keyboard(database).sits_down()
        kari.keys("enter", "enter", "enter")
        yield kari.call


def at(call: Call, question: Question, language: Language) -> Call:
    """The call at a question, whatever has to be answered before one gets there."""
    step = Step(question, 1, 1) if question.roster else Step(question)
    talk = replace(call.talk, at=step.key, language=language)
    talk.__dict__["walked"] = Route(talk.questionnaire, (step,), call.talk.walked.view, ())
    return replace(call, talk=talk)


def picture(call: Call) -> str:
    """What is seen, on the smallest screen."""
    return "\n".join(line.plain for line in draw(call, SIZE))


def hidden(call: Call, language: Language) -> list[str]:
    """What can be chosen at the question, and what is said of how, as far as it is not in sight."""
    seen, step, entry = picture(call), call.talk.step, call.talk.entry
    assert step is not None
    wanted = [hint(call, step)]
    wanted += [MISSING_LABELS[one].in_(language) for one in _listed_missing(step.question)]
    if isinstance(entry, OneOf | SomeOf):
        keys = zip(entry.keys, entry.codes, strict=True)
        wanted += [f"{key} {code.label.in_(language)}" for key, code in keys]
    words = set(seen.replace("( )", " ").replace("[ ]", " ").split())
    return [one for one in wanted if not all(_is_seen(word, words) for word in one.split())]


def _is_seen(word: str, seen: set[str]) -> bool:
    """Whether it stands there; a very long one may be broken in a narrow column."""
    return word in seen or any(len(one) > 12 and word.startswith(one) for one in seen)


def _listed_missing(asked: Question) -> Iterator[Missing]:
    if asked.codes:
        yield from (one for one in (DONT_KNOW, REFUSED) if one in asked.missing_allowed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_every_question(call: Call, language: Language) -> None:
    """Every option, the hint, and the keys for what is no answer."""
    short = {
        question.id: lost
        for question in call.talk.questionnaire.by_id.values()
        if (lost := hidden(at(call, question, language), language))
    }
    assert short == {}


def test_beside_a_definition(call: Call) -> None:
    """Also while the longest definition is being read; or a sign says that there is more."""
    every = call.talk.questionnaire.definitions
    longest = max(range(len(every)), key=lambda which: len(str(every[which].text)))
    every_one = call.talk.questionnaire.by_id.values()
    beside = [replace(at(call, question, "nb"), definition=longest) for question in every_one]
    assert [one.talk.at for one in beside if hidden(one, "nb") and " ↓ …" not in picture(one)] == []


def test_of_what_is_lit(call: Call) -> None:
    """Wherever the mark stands in a list, it is on the picture, also beside a definition."""
    for question in call.talk.questionnaire.by_id.values():
        there = replace(at(call, question, "nb"), definition=0)
        entry = there.talk.entry
        if isinstance(entry, OneOf | SomeOf):
            for place in range(len(entry.codes)):
                assert "▸" in picture(there.typing(replace(entry, lit=place))), question.id
