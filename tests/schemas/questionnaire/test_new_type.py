"""A new type of question, made in this file alone, walks from the keyboard to every export.

It is a time of day, `HH:MM`.  What stands here above the tests is all that a newcomer writes; no
other file knows of it.  A type that passes mypy and then dies at the keyboard cannot be made.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Annotated, Any, Final
from uuid import UUID

import pytest

from db.exports.csv import EXCEL, PLAIN, CsvSpelling
from interviewer.controls.keys import Press
from interviewer.draw.page import Page
from interviewer.engine.conversation import Conversation
from interviewer.engine.entries.entry import GivenAnswer
from interviewer.practice.keystrokes import keys_for
from interviewer.screens.call.draw_question import question as draw_question
from interviewer.screens.call.entry_keys import pressed
from schemas.codebook.codebook import codebook
from schemas.codebook.columns import columns, layout
from schemas.codebook.ddi import ddi
from schemas.codebook.json_schema import json_schema
from schemas.codebook.paper_form import form
from schemas.codebook.printed import printed
from schemas.codebook.variables import DataTable, of_column
from schemas.codebook.xlsform import xlsform
from schemas.frame.design import FrameDesign
from schemas.language.messages import AnswerProblem, Message
from schemas.language.text import Text
from schemas.questionnaire.answers import DONT_KNOW, Answer
from schemas.questionnaire.document import document
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import ask, given
from schemas.questionnaire.sections import Section
from schemas.questionnaire.show import show
from schemas.questionnaire.types import Reading, ShortText, from_data
from schemas.questionnaire.types.descriptions import Statistic
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.types.spelling import ColumnType
from schemas.questionnaire.types.word_types import WordsType
from schemas.questionnaire.walk import Key
from schemas.review.classes import Class
from schemas.review.frequencies import frequency
from schemas.surveys.municipal_services_2015.classification import ServiceClass
from schemas.surveys.municipal_services_2015.frame import FRAME as DESIGN
from tests.support.conversations import FACTS
from tests.support.municipalities import FRAME

# ── The type ─────────────────────────────────────────────────────────────────────────────────────


def _clock(value: str) -> str:
    if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
        raise AnswerProblem(NO_CLOCK)
    return value


@dataclass(frozen=True)
class ClockType(WordsType):
    """A time of day."""

    name = "clock"
    is_words = False  # it is wanted, and typed anew rather than mended
    is_free_text = False
    wanted = "et klokkeslett"

    @property
    def forms(self) -> tuple[Callable[[str], str], ...]:
        """Hours and minutes."""
        return (_clock,)

    def hint(self, facts: Preloads) -> str:
        """How it is written."""
        return "TT:MM"

    def read(self, words: str, reading: Reading) -> str:
        """With a point or a colon, and a nought or none before."""
        found = re.fullmatch(r"(?:kl\.? *)?([0-9]{1,2})[.:]([0-9]{2})", words)
        if not found:
            raise AnswerProblem(NO_CLOCK)
        return f"{int(found[1]):02}:{found[2]}"

    def practise(self, dice: Dice, knows: Practice) -> str:
        """Some time in office hours."""
        return f"{dice.between(8, 15):02}:{dice.between(0, 11) * 5:02}"


ClockTime = Annotated[str, ClockType()]

NO_CLOCK: Final = Message("T-CLOCK", "Skriv klokkeslettet med fire sifre, for eksempel 09:30.")

# ── A questionnaire that asks for it ─────────────────────────────────────────────────────────────


class Hours(Section, heading="Åpningstid"):
    """When they open, and when they close."""

    opens: Answer[ClockTime] = ask("Når åpner {kommune}?", must=True)
    closes: Answer[ClockTime] = ask("Når stenger {kommune}?")
    early: Answer[ShortText] = ask("Hvorfor så tidlig?", when=given(opens).is_("06:00"))


class Opening(Questionnaire, name="opening", version="1", heading="Åpningstider"):
    """Two times of day."""

    hours: Hours


class TestAsking:
    """At the keyboard, before anything is stored."""

    @pytest.fixture
    def talk(self) -> Conversation:
        return Conversation(Opening, FACTS, FRAME, UUID(int=1)).to_first_open()

    def test_it_is_asked(self, talk: Conversation) -> None:
        """With a field to write in, and below it how."""
        lines = _drawn(talk)
        assert "Når åpner Halden?" in lines
        assert any("TT:MM" in line for line in lines)

    def test_it_is_typed(self, talk: Conversation) -> None:
        """As people write it; and kept as it is stored."""
        told = _typed(talk, "kl 9.30")
        assert told.answers[Key("opens")] == "09:30"
        assert "Når stenger Halden?" in _drawn(told)

    def test_what_cannot_be_one_is_explained(self, talk: Conversation) -> None:
        with pytest.raises(AnswerProblem) as refused:
            _typed(talk, "25:00")
        assert refused.value.sentence == "Skriv klokkeslettet med fire sifre, for eksempel 09:30."

    def test_nothing_is_explained_too(self, talk: Conversation) -> None:
        with pytest.raises(AnswerProblem) as refused:
            _typed(talk, "")
        assert refused.value.sentence == "Skriv et klokkeslett."

    def test_it_is_shown_where_it_is_corrected(self, talk: Conversation) -> None:
        told = _typed(talk, "9:30").back()
        assert told.entry is not None
        assert told.entry.typed == "09:30"

    def test_a_route_can_depend_on_it(self, talk: Conversation) -> None:
        told, _ = _typed(talk, "6:00").give(DONT_KNOW)
        assert told.step is not None
        assert told.step.question.id == "early"

    def test_it_is_practised(self, talk: Conversation) -> None:
        """An invented respondent answers, and the invented interviewer types it."""
        said = _practised(talk)
        assert talk.entry is not None
        keys = "".join(keys_for(talk.entry, said))
        assert _typed(talk, keys.removesuffix("enter")).answers[Key("opens")] == said


class TestStoring:
    """In an interview, and in what is made of several."""

    FINISHED: Final = document(
        Opening, {Key("opens"): "09:30", Key("closes"): DONT_KNOW}, FACTS
    ).model_dump(mode="json")

    def test_a_finished_interview(self) -> None:
        assert self.FINISHED["hours"]["opens"] == "09:30"
        assert Opening.model_validate(self.FINISHED).hours.opens == "09:30"

    def test_one_answer(self) -> None:
        """Through JSON and back, missing ones too."""
        stored = Opening.by_id["closes"].stored
        for answer in ("16:00", DONT_KNOW):
            assert stored.validate_json(stored.dump_json(answer)) == answer

    def test_it_is_shown(self) -> None:
        assert show(Opening.by_id["opens"], "09:30", FRAME) == "09:30"

    def test_it_is_counted(self) -> None:
        found = frequency(Opening.by_id["opens"], ["09:30", "08:00", {"missing": "refused"}])
        assert (found.base, found.of("refused"), found.summary) == (2, 1, None)
        assert ClockType.statistic is Statistic.none

    def test_nobody_is_looked_for_in_it(self) -> None:
        assert not Opening.by_id["opens"].type.is_free_text


@dataclass(frozen=True)
class _Described:
    """What a survey says of its data."""

    questionnaire: type[Questionnaire] = Opening
    frame: FrameDesign = DESIGN
    classes: type[Class] = ServiceClass


class TestExporting:
    """In every format there is."""

    @pytest.mark.parametrize("profile", [EXCEL, PLAIN])
    def test_csv(self, profile: Any) -> None:
        laid = layout(Hours, CsvSpelling(profile, labels=False, language="nb"), contacts=False)
        assert [one.name for one in laid.columns] == ["opens", "closes", "early"]
        assert laid.cells(TestStoring.FINISHED["hours"]) == ["09:30", "-8", "-7"]

    def test_variables(self) -> None:
        opens = of_column(columns(Hours.questions[0])[0], DESIGN)
        assert (opens.name, opens.type, opens.codes) == ("opens", ColumnType.text, ())

    def test_json_schema(self) -> None:
        jsonschema: Any = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
        schema = json_schema(_Described(), contacts=True)["properties"]["answers"]
        answers = {"hours": TestStoring.FINISHED["hours"]}
        jsonschema.Draft202012Validator(schema).validate(answers)

    def test_xlsform(self) -> None:
        heading, *rows = xlsform(Opening, FRAME)["survey"]
        named = {row[heading.index("name")]: row[heading.index("type")] for row in rows}
        assert named["opens"] == "text"

    def test_codebooks(self) -> None:
        """Printed, on paper, for archives; and as data, from which it can be asked again."""
        book = codebook(Opening)
        assert re.search(r"opens +clock +Når åpner", printed(book))
        assert "_" * 40 in form(book)
        opens = tuple(
            of_column(one, DESIGN) for question in Hours.questions for one in columns(question)
        )
        table = DataTable("interviews", Text("én rad per intervju"), opens)
        assert 'name="opens"' in ddi(_Described(), [table])
        entry = book.as_json()["sections"][0]["questions"][0]
        assert from_data(entry) == Opening.by_id["opens"].type


# ── At the keyboard ──────────────────────────────────────────────────────────────────────────────


NOON: Final = datetime(2015, 3, 2, 11, 0, tzinfo=UTC)


def _drawn(talk: Conversation) -> list[str]:
    page, call = (
        Page(80),
        SimpleNamespace(
            talk=talk,
            defined=None,
            half_written=None,
            read_aloud=lambda asked: talk.said(asked.text),
        ),
    )
    draw_question(call, page, 20)  # type: ignore[arg-type]  # no more of a call is looked at
    return [line.plain.strip() for line in page.lines]


def _typed(talk: Conversation, words: str) -> Conversation:
    for key in (*words, "enter"):
        entry = talk.entry
        assert entry is not None
        led: Any = pressed(entry, Press(NOON, UUID(int=1), key, key if len(key) == 1 else ""))
        if isinstance(led, GivenAnswer):
            return talk.give(led.value)[0]
        talk = talk.typing(led)
    raise AssertionError("no answer was given")


def _practised(talk: Conversation) -> Any:
    knows = Practice(FACTS, "", "", near=(), short=(), long=(), unheard=(), before=None, items=1)
    return Opening.by_id["opens"].type.practise(Dice(1), knows)
