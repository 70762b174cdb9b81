"""A third survey, of eight questions, in this one file: nothing outside it knows that there is one.

Made as somebody would who has read the README: a questionnaire, the units, the departments, which
questions play which part, the classes, a report, a letter, and somebody to practise with.
"""

import csv
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import Field

from db.cases import load_register
from db.database import Database
from db.exports.csv import write_csv
from db.finished import finished
from db.open_database import open_database
from interviewer.practice.season import play
from interviewer.screens.call_list.state import CallList
from schemas.calls.departments import Department, DepartmentKind, DepartmentRow
from schemas.calls.letter import LetterDesign
from schemas.calls.outcomes import Outcome
from schemas.calls.parts import Ending, Parts, SaysNone, SomebodyElse
from schemas.codebook.changes import Release
from schemas.frame.design import FrameDesign, Noun, RegisterColumns
from schemas.frame.frame import Frame
from schemas.frame.units import Group, Unit, UnitKind
from schemas.language.text import Text
from schemas.questionnaire.answers import Answer, Choice
from schemas.questionnaire.conditions import ALWAYS
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import ask, given
from schemas.questionnaire.sections import Section, asked
from schemas.questionnaire.types import Read, ShortText, Whole
from schemas.review.classes import Class, ClassRow, Holds
from schemas.review.classify import ClassRule, ClassRules, because
from schemas.review.report.design import ReportDesign
from schemas.review.report.questions import questions
from schemas.surveys.practice import PracticeScript, Scenario
from schemas.surveys.survey import Survey
from tests.released.making import make
from tests.support.keyboard import Keyboard

# ── The questionnaire ────────────────────────────────────────────────────────────────────────────


class Suits(Choice):
    """Whether it suits them."""

    yes = Text("Ja")
    no = Text("Nei")


class Right(Choice):
    """Whether this is the one to ask."""

    yes = Text("Ja")
    no = Text("Nei, en annen")


class Reading(Choice):
    """Whether there is a reading circle."""

    yes = Text("Ja, vi har en")
    no = Text("Nei, ingen")


class Room(Department):
    """Where in a library people are reached."""

    switchboard = DepartmentRow("Sentralbord", kind=DepartmentKind.switchboard)
    children = DepartmentRow("Barneavdelingen")
    other = DepartmentRow("Annet", kind=DepartmentKind.unlisted)


class Opening(Section, heading="Innledning"):
    """Who calls, and whether this is the one."""

    intro: Answer[Read] = ask("God dag, jeg heter {intervjuer} og ringer om lesesirkler.")
    suits: Answer[Suits] = ask("Passer det nå?", must=True)
    right: Answer[Right] = ask(
        "Er det du som kjenner lesesirklene i {bibliotek}?",
        must=True,
        when=given(suits).is_(Suits.yes),
    )


AGREED = given(asked(Opening).right).is_(Right.yes)


class Circles(Section, heading="Lesesirkler", when=AGREED):
    """What there is."""

    name: Answer[ShortText] = ask("Hva heter du?", must=True, personal=True, known_as="person")
    circle: Answer[Reading] = ask("Har dere en lesesirkel?", must=True)
    members: Answer[Whole] = ask("Hvor mange er med?", when=given(circle).is_(Reading.yes))
    book: Answer[ShortText] = ask("Hva leser dere nå?", when=given(circle).is_(Reading.yes))


class Goodbye(Section, heading="Avslutning", when=AGREED):
    """Thanks."""

    thanks: Answer[Read] = ask("Takk for praten!")


class Libraries(Questionnaire, name="libraries", version="1", heading="Lesesirkler"):
    """Eight questions."""

    opening: Opening
    circles: Circles = Field(default_factory=Circles)
    goodbye: Goodbye = Field(default_factory=Goodbye)


# ── Its other parts ──────────────────────────────────────────────────────────────────────────────


class Has(Class):
    """What a library has."""

    circle = ClassRow("Lesesirkel", holds=Holds.own)
    nothing = ClassRow("Ingen")


def noun(one: str, the: str, many: str, all: str) -> Noun:
    """What something is called, in bokmål."""
    return Noun(one=Text(one), a=Text(f"et {one}"), many=Text(many), the=Text(the), all=Text(all))


FRAME = FrameDesign(
    package=__package__,
    file="none.csv",
    universe=Text("Bibliotek"),
    columns=RegisterColumns(group="region"),
    kinds=(UnitKind("library", Text("bibliotek")),),
    groups=(Group("east", "Øst", beside=False), Group("west", "Vest", beside=False)),
    unit=noun("bibliotek", "biblioteket", "bibliotek", "bibliotekene"),
    group=noun("område", "området", "områder", "områdene"),
    group_column="region",
    placeholder="bibliotek",
    id_form=re.compile("B[0-9]"),
    id_words=Text("B og et tall"),
)
SAMPLE = Frame(
    FRAME,
    [
        Unit(f"B{number}", name, FRAME.kinds[0], FRAME.groups[number % 2])
        for number, name in enumerate(("Deichman", "Sølvberget", "Meieriet"))
    ],
)

WHY = (because(asked(Circles).circle, Text("Lesesirkel")),)

SURVEY = Survey(
    name="libraries",
    title=Text("Lesesirkler i bibliotekene"),
    year=2015,
    frame=FRAME,
    questionnaire=Libraries,
    parts=Parts(
        consent="suits",
        right_person="right",
        the_one=Right.yes,
        begins="name",
        core=("circle",),
        endings=(
            Ending("suits", Suits.no, Outcome.refusal_soft),
            Ending("right", Right.no, SomebodyElse.redirect),
        ),
        says_none=SaysNone(question="circle", code=Reading.no),
    ),
    departments=Room,
    classification=ClassRules(
        Has,
        rules=(
            ClassRule(Has.circle, given(asked(Circles).circle).is_(Reading.yes), WHY),
            ClassRule(Has.nothing, ALWAYS, WHY),
        ),
    ),
    releases=(Release("1"),),
    practice=PracticeScript(
        begins=datetime(2015, 3, 2, 8, tzinfo=UTC),
        scenarios=(
            Scenario("a circle", {"suits": ("yes",), "right": ("yes",), "circle": ("yes",)}),
        ),
        sent_to=(Room.children,),
        manages=Room.children,
        roles={},
        any_role=("bibliotekar",),
        things=("Onsdagssirkelen",),
        most_things=1,
        short=("Vet ikke",),
        long=("Vi leser mest krim.",),
        remarks=("Nølte litt.",),
        reasons=("Spurte på nytt.",),
        at_once=("circle",),
        halfway=("circle",),
        at_the_end="book",
        says={},
    ),
    letter=LetterDesign(asks=("circle",), more=Text("Det tar to minutter."), sender=Text("Oss")),
    sought=noun("lesesirkel", "lesesirkelen", "lesesirkler", "lesesirklene"),
    report=ReportDesign(title=Text("Lesesirkler"), chapters=(questions,)),
)

# ── From the call list to the export ─────────────────────────────────────────────────────────────


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """A new database for it."""
    path = tmp_path / "libraries.sqlite"
    with closing(
        open_database(path, create=True, survey=SURVEY, sample=SAMPLE, durable=False)
    ) as database:
        load_register(database)
        yield database


@pytest.fixture
def kari(db: Database) -> Keyboard:
    """Kari at the call list."""
    return Keyboard(db).sits_down()


def rings_the_childrens_room(kari: Keyboard) -> None:
    """Through the switchboard, to whoever knows."""
    kari.keys(*"sølv", "enter", "enter", *"22334455", "enter")
    kari.keys("f5", "b", "1")


def is_told_of_a_circle(kari: Keyboard) -> None:
    """Every question, from "God dag" to the thanks."""
    kari.keys("enter", "1", "1", *"Siv Moen", "enter", "1", *"12", "enter", *"Vi", "enter", "enter")


class TestFromTheCallListToTheExport:
    def test_the_list_has_its_units(self, kari: Keyboard) -> None:
        """By their names."""
        shown = kari.picture()
        assert all(unit.name in shown for unit in SAMPLE)

    def test_the_call_goes_through_its_departments(self, kari: Keyboard) -> None:
        """The switchboard puts us through."""
        rings_the_childrens_room(kari)
        assert "Sentralbord ─▸ ● Barneavdelingen" in kari.picture()
        kari.keys("enter", "1")
        assert "Er det du som kjenner lesesirklene i Sølvberget?" in " ".join(
            kari.picture().split()
        )

    def test_the_interview_is_completed_and_has_its_class(
        self, kari: Keyboard, db: Database
    ) -> None:
        """And one is back at the list."""
        rings_the_childrens_room(kari)
        is_told_of_a_circle(kari)
        kari.keys("enter")
        assert isinstance(kari.screen, CallList)
        with db.look() as reads:
            (interview,) = finished(reads)
        assert (interview.unit_id, interview.klass) == ("B1", Has.circle)

    def test_it_is_exported(self, kari: Keyboard, db: Database, tmp_path: Path) -> None:
        """Its questions are the columns."""
        rings_the_childrens_room(kari)
        is_told_of_a_circle(kari)
        kari.keys("enter")
        write_csv(db, tmp_path / "csv")
        with (tmp_path / "csv" / "interviews.csv").open(encoding="utf-8-sig", newline="") as file:
            (row,) = csv.DictReader(file, delimiter=";")
        assert (row["region"], row["class"], row["members"], row["book"]) == (
            "Vest",
            "circle",
            "12",
            "Vi",
        )


@pytest.mark.parametrize("seed", [2015, 53])
def test_it_is_practised(db: Database, seed: int) -> None:
    """Also where switchboards send to one place only, whoever is there sends on, and no answer
    leads to an appointment: they ask for one all the same.
    """
    played = play(db, 2, seed=seed)
    assert (played.finished, played.unfinished) == (2, 1)


@pytest.mark.parametrize(("units", "kept"), [(1, (1, None)), (2, (1, "Halvferd"))])
def test_its_release_is_kept_also_where_it_has_few_units(
    units: int, kept: tuple[int, str | None], tmp_path: Path
) -> None:
    """One is finished, and in the next one, if there is one, somebody stopped within a word."""
    path = tmp_path / "made.sqlite"
    make(SURVEY, Frame(FRAME, SAMPLE.units[:units]), path)
    with closing(sqlite3.connect(path)) as made:
        (found,) = made.execute(
            "SELECT count(*), (SELECT draft FROM place WHERE draft <> '') FROM revision"
        )
    assert found == kept
