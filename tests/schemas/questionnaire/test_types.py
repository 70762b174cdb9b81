"""Types of question: each has every part, and nobody outside their folder asks which it is."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Final

import pytest
from pydantic import Field

from db.exports.csv import PLAIN, CsvSpelling
from schemas.codebook.columns import cells, columns
from schemas.language.text import Text
from schemas.questionnaire.answers import Answer, Choice, Items, Only
from schemas.questionnaire.conditions import THIS_YEAR
from schemas.questionnaire.declaring import DeclarationProblem
from schemas.questionnaire.parse import accept, parse
from schemas.questionnaire.questions import Question, ask
from schemas.questionnaire.sections import Roster, Section
from schemas.questionnaire.show import show
from schemas.questionnaire.types import (
    Email,
    LongText,
    Month,
    Number,
    Phone,
    QuestionType,
    Read,
    Reading,
    Several,
    ShortText,
    Units,
    Url,
    Whole,
    Year,
    every_type,
    from_data,
    type_of,
)
from schemas.questionnaire.types.descriptions import EntryForm
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.types.whole_types import WholeNumbersType
from schemas.questionnaire.types.word_types import WordsType
from tests.support.conversations import FACTS, READING
from tests.support.municipalities import FRAME

CHECKOUT = Path(__file__).parents[3]


class Colours(Choice):
    """Codes where one excludes the others, and one has no translation."""

    red = Text("Rød", nn="Raud", en="Red")
    blue = Text("Blå")
    none = Only("Ingen", nn="Ingen", en="None")


class OfEach(Section):
    """A question of each type that stands in a section, with all the limits that it takes."""

    info: Answer[Read] = ask("Les opp.")
    single: Answer[Colours] = ask("Hvilken farge?")
    multi: Answer[Several[Colours]] = ask("Hvilke farger?")
    integer: Answer[Annotated[Whole, Field(ge=2, le=9)]] = ask("Hvor mange?")
    decimal: Answer[Annotated[Number, Field(ge=Decimal("0.5"), le=Decimal(9))]] = ask("Hvor mye?")
    year: Answer[Year] = ask("Hvilket år?", between=(1990, THIS_YEAR + 10))
    month: Answer[Month] = ask("Hvilken måned?")
    text: Answer[Annotated[ShortText, Field(max_length=20)]] = ask("Hva?")
    longtext: Answer[LongText] = ask("Hva mer?")
    phone: Answer[Phone] = ask("Hvilket nummer?")
    email: Answer[Email] = ask("Hvilken e-postadresse?")
    url: Answer[Url] = ask("Hvilken nettside?")
    units: Answer[Units] = ask("Hvilke kommuner?", at_most=2)


class Things(Roster, more="Flere?", at_most=3):
    """The type that stands at the end of a roster."""

    thing: Answer[ShortText] = ask("Hva heter tingen?")


EACH: Final = {one.type.name: one for one in (*OfEach.questions, Things.more)}
each = pytest.mark.parametrize("question", EACH.values(), ids=EACH.keys())


class TestEveryType:
    """What the types have in common."""

    def test_is_among_those_above(self) -> None:
        """A type that is added is added here, too: then everything below is tried on it."""
        ours = {one.name for one in every_type() if one.__module__.startswith("schemas.")}
        assert set(EACH) == ours

    def test_has_a_module_of_its_own_name(self) -> None:
        for name, question in EACH.items():
            assert type(question.type).__module__ == f"schemas.questionnaire.types.{name}"

    @each
    def test_can_be_told_and_told_back(self, question: Question) -> None:
        """With its limits and its codes, through JSON: so an old codebook can be asked again."""
        told = question.type.to_data()
        again = from_data(json.loads(json.dumps(told)))
        assert again.to_data() == told
        assert again.limits(FACTS) == question.type.limits(FACTS)
        assert again.json_schema == question.type.json_schema
        assert [(one.name, one.value) for one in again.codes] == [
            (one.name, one.value) for one in question.type.codes
        ]

    @each
    def test_tells_of_every_parameter(self, question: Question) -> None:
        """A parameter that `to_data` forgets would be another one in an old version."""
        again = from_data(question.type.to_data())
        for one in fields(question.type):
            if one.name != "list_of":  # made anew, so another class
                assert getattr(again, one.name) == getattr(question.type, one.name)

    @each
    def test_is_found_again_in_the_type_of_its_answers(self, question: Question) -> None:
        assert type_of(question.type.annotation) == question.type

    @each
    def test_practises_what_it_takes(self, question: Question) -> None:
        """An invented answer is one, can be shown, and where it is written, be typed again."""
        for seed in range(40):
            knows = Practice(
                FACTS, "kari@halden.example", "https://halden.example", near=("0104", "0105"),
                short=("Noen ord",), long=("Mange ord",), unheard=question.codes[-1:],
                before=None, items=2,
            )  # fmt: skip
            said = question.type.practise(Dice(seed), knows)
            assert accept(question, said, READING) == said
            shown = show(question, said, FRAME)
            if question.type.entry in {EntryForm.one_line, EntryForm.several_lines}:
                assert parse(question, shown, READING) == said

    @each
    def test_says_what_is_wanted_of_no_answer(self, question: Question) -> None:
        assert question.type.wanting(".").sentence

    @each
    def test_its_cells_are_as_many_as_its_columns(self, question: Question) -> None:
        write = cells(question, CsvSpelling(PLAIN, labels=False, language="nb"))
        for without_value in ({"missing": "dont_know"}, None):
            assert len(write(without_value)) == len(columns(question))


class TestWhatAQuestionSays:
    """Limits that the question sets belong to the type, which must know what they mean."""

    def test_a_limit_that_means_nothing_is_refused(self) -> None:
        """When the class is made, and with the name of the question."""
        with pytest.raises(DeclarationProblem, match=r"«name».* text,.*\nQ-LIMIT"):

            class _Named(Section):
                name: Answer[ShortText] = ask("Hva?", between=(1, 2))

    def test_an_answer_of_no_type_is_refused(self) -> None:
        with pytest.raises(DeclarationProblem, match=r"«weight».*float.*\nQ-TYPE"):

            class _Weighed(Section):
                weight: Answer[float] = ask("Hvor tung?")

    def test_units_are_held_against_the_sample(self) -> None:
        """What is typed must be there; an old answer is read whatever the sample is now."""
        assert OfEach.questions[-1].type.adapter.validate_python(("9999",)) == ("9999",)
        assert show(EACH["units"], ("0101", "9999"), FRAME) == "Halden (Østfold), 9999"

    def test_items_are_as_many_as_the_roster_has_room_for(self) -> None:
        assert accept(EACH["roster"], Items((1, 2, 3)), READING) == Items((1, 2, 3))


class TestAPartThatIsMissing:
    """A type that lacks something cannot even be made, and the error names what."""

    def test_a_part_that_is_worked_out(self) -> None:
        """Here: how it is read, and how it is practised."""

        class Halved(WordsType):
            name = "halved"
            on_paper = ""
            is_free_text = False
            wanted = "halvparten"

        made: Any = Halved
        with pytest.raises(TypeError, match=r"practise.*read"):
            made()

    def test_a_part_that_is_said(self) -> None:
        """Here: what is worked out of everybody's answers."""

        class Speed(WholeNumbersType):
            name = "speed"
            wanted = "en fart"

            def read(self, words: str, reading: Reading) -> int:
                return int(words)

            def practise(self, dice: Dice, knows: Practice) -> int:
                return 80

        with pytest.raises(TypeError, match="Speed lacks statistic"):
            Speed()


class TestNobodyAsks:
    """Outside the folder of the types, only what a type says of itself is looked at."""

    ASKED: Final = re.compile(
        r"\.type(?:\.name)?\)? *(?:==|!=|\bis\b|\bin\b|\bnot in\b)(?! \{?ColumnType| \w+\.type\b)"
        r"|\bmatch [^\n]*\.type(?:\.name)?:|\b(?:isinstance|issubclass)\([^)\n]*\.type\b"
        r"(?!, (?:UTCDateTime|Uuid|SurveyCode|PlainText|kinds)\b)"  # columns have types, too
    )

    @pytest.mark.parametrize("room", ["schemas", "db", "interviewer"])
    def test_which_type_it_is(self, room: str) -> None:
        told = [
            f"{file.relative_to(CHECKOUT)}:{number}: {line.strip()}"
            for file, text in _outside(room)
            for number, line in enumerate(text.splitlines(), start=1)
            if self.ASKED.search(line)
        ]
        assert not told

    @pytest.mark.parametrize("room", ["schemas", "db", "interviewer"])
    def test_nor_knows_one_by_name(self, room: str) -> None:
        """The answers of a type (`ShortText`) are declared everywhere; the types themselves not."""
        classes = {one.__name__ for one in _families()} - {"QuestionType"}
        known = re.compile(rf"\b(?:{'|'.join(sorted(classes))})\b")
        told = [
            f"{file.relative_to(CHECKOUT)}: {found[0]}"
            for file, text in _outside(room)
            for imported in IMPORTED.findall(text)
            if (found := known.search(imported))
        ]
        assert not told


IMPORTED: Final = re.compile(r"from schemas\.questionnaire\.types[\w.]* import (\([^)]*\)|[^\n]*)")


def _outside(room: str) -> Iterator[tuple[Path, str]]:
    types = CHECKOUT / "schemas" / "questionnaire" / "types"
    for file in (CHECKOUT / room).rglob("*.py"):
        if types not in file.parents:
            yield file, file.read_text(encoding="utf-8")


def _families() -> Iterator[type]:
    """Every class of the folder that a type may be made of."""
    for one in every_type():
        if one.__module__.startswith("schemas."):
            yield from (each for each in one.__mro__ if issubclass(each, QuestionType))
