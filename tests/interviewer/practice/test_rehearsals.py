"""Practising with somebody: the conversations of every survey, played by the advice beside them."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from itertools import dropwhile
from pathlib import Path
from uuid import UUID

import pytest
from rich.text import Text as Styled

from db.cases import load_register
from db.database import Database
from db.open_database import open_database
from interviewer.controls.keys import Press
from interviewer.controls.screen import Screen, Tone
from interviewer.draw.bars import Surroundings
from interviewer.draw.lines import AIR, MORE_BELOW
from interviewer.draw.prompter import Advice, Prompt, Shown, prompted
from interviewer.practice.before import bring_in
from interviewer.practice.rehearsing import Prompter
from interviewer.screens.call.panels.check import CheckPanel
from interviewer.screens.call.panels.claim_comparison import RevealPanel
from interviewer.screens.call.state import Call
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.state import Card
from interviewer.screens.picture import draw
from interviewer.screens.router import press as pressed
from schemas.calls.outcomes import Outcome
from schemas.questionnaire.types.dice import Dice
from schemas.surveys.registry import FIRST, names, survey_called
from schemas.surveys.survey import Survey
from tests.support.keyboard import NOON, Keyboard
from tests.support.made_once import made_once

ANY = UUID(int=1)
SLIPS = (("1",), ("2",), ("3",), ("a",), ("f8",), ("1", "2", "enter"), ("f7", "1"), ("e", "f8"))
STEPS = 400
"""More than there are, in all conversations together."""


@dataclass
class Lesson:
    """Somebody who practises, and whom they practise with."""

    learner: Keyboard
    prompter: Prompter
    database: Database

    @property
    def prompt(self) -> Prompt:
        """What stands beside the screen."""
        prompt = self.prompter(self.learner.screen)
        assert prompt is not None
        return prompt

    @property
    def advice(self) -> Advice:
        """What one is advised to do."""
        assert self.prompt.advice is not None, self.prompt
        return self.prompt.advice

    def follows(self) -> None:
        """Does what one is advised to."""
        self.learner.keys(*self.advice.keys)

    def until(self, words: str) -> None:
        """Follows every advice until this is said."""
        for _ in range(STEPS):
            if words in self.prompt.words:
                return
            self.follows()
        raise AssertionError(f"nobody says {words}")


@contextmanager
def lesson(path: Path, survey: Survey) -> Iterator[Lesson]:
    """At the call list, with whom one practises with in the frame."""
    with closing(open_database(path, create=False, survey=survey)) as database:
        database.practice = True
        prompter = Prompter(survey)
        prompter.meet(database)
        yield Lesson(Keyboard(database).sits_down("Kari Lie"), prompter, database)


def made(path: Path, survey: Survey) -> None:
    """The cases, each with a switchboard."""
    with closing(open_database(path, create=True, survey=survey, durable=False)) as database:
        load_register(database)
        bring_in(database, Dice(1), NOON)


@pytest.fixture
def first(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Iterator[Lesson]:
    """The first survey's conversations, at the call list."""
    survey = survey_called(FIRST)
    ready = made_once(tmp_path_factory, "rehearsed.sqlite", lambda path: made(path, survey))
    with lesson(Path(shutil.copy(ready, tmp_path / "practice.sqlite")), survey) as one:
        yield one


@dataclass(frozen=True)
class Moment:
    """What stood beside which screen, and what of the screen that hid."""

    prompt: Prompt
    screen: Screen
    hidden: list[Shown]
    prompter: Prompter

    @property
    def call(self) -> Call:
        """The call on the screen."""
        assert isinstance(self.screen, Call)
        return self.screen


def at_hand(one: Lesson) -> Moment:
    """What stands beside the screen now."""
    return Moment(one.prompt, one.learner.screen, hidden(one), one.prompter)


Played = Callable[[str], tuple[Moment, ...]]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """All conversations of a survey, played by their advice from the first to the last."""

    @cache
    def play(name: str) -> tuple[Moment, ...]:
        path, survey = tmp_path_factory.mktemp("played") / "practice.sqlite", survey_called(name)
        made(path, survey)
        with lesson(path, survey) as one:
            moments = [at_hand(one)]
            while one.prompt.advice and len(moments) < STEPS:
                one.follows()
                moments.append(at_hand(one))
        return tuple(moments)

    return play


@pytest.mark.parametrize("survey", tuple(names()))
class TestEveryConversation:
    """Of every survey: nobody gets stuck in one."""

    def test_is_played_to_its_end_by_its_advice(self, played: Played, survey: str) -> None:
        """Each in turn, and back to the list; and nothing that is advised is an error."""
        moments = played(survey)
        titles = dict.fromkeys(one.prompt.title for one in moments[:-1])
        assert len(titles) == len(survey_called(survey).practice.rehearsals)
        assert isinstance(moments[-1].screen, CallList)
        assert moments[-1].prompt.words.startswith("Alle øvelsene er gjort.")
        notices = [one.screen.notice for one in moments]
        assert not [one for one in notices if one and one.tone is Tone.error]

    @pytest.mark.parametrize("keys", SLIPS, ids=" ".join)
    def test_goes_on_whatever_is_pressed(
        self, played: Played, survey: str, keys: tuple[str, ...]
    ) -> None:
        """Something else than what was said: there is advice for that, too, at every question."""
        for one in played(survey):
            screen: object = one.screen
            for key in keys:
                if isinstance(screen, Call):
                    screen = pressed(screen, Press.named(key, NOON, ANY, 0.0)).screen
            assert not isinstance(screen, Call) or one.prompter(screen)

    def test_hides_nothing_that_can_be_chosen(self, played: Played, survey: str) -> None:
        """At 80×24, with as much of it as there can be."""
        assert [one.prompt.title for one in played(survey) if one.hidden] == []


def said(moments: Iterable[Moment], words: str) -> list[Moment]:
    """From where this is said on."""
    found = list(dropwhile(lambda one: words not in one.prompt.words, moments))
    assert found, f"nobody says {words}"
    return found


def hidden(one: Lesson) -> list[Shown]:
    """With how much of the prompt some of what can be chosen is out of sight, at 80×24."""
    if not one.prompt.gives_way:
        return []
    return [shown for shown in Shown if MORE_BELOW in drawn(one, replace(one.prompt, shown=shown))]


def drawn(one: Lesson, prompt: Prompt, columns: int = 80, rows: int = 24) -> list[object]:
    around = Surroundings(columns, rows, one.learner.now, practice=True, prompt=prompt)
    lines = draw(one.learner.screen, around)
    assert len(lines) == rows
    assert all(line.cell_len <= columns for line in lines)
    return list(lines)


class TestTheFirstConversation:
    """A switchboard that does not know, a number, an appointment."""

    def test_is_found_in_the_list(self, first: Lesson) -> None:
        assert first.prompt.title == "Øvelse 1 av 7: Sentralbordet vet ikke"
        assert first.advice.words == "skriv «Halden», Enter"

    def test_the_advice_is_there_by_itself(self, first: Lesson, played: Played) -> None:
        """In the first; later it is a key away, and in the first it can be put away."""
        assert first.prompt.as_chosen(None).shown is Shown.advice
        later = said(played(FIRST), "å gå videre fra feil avdeling")[0].prompt
        assert later.as_chosen(None).shown is Shown.words
        assert later.as_chosen(Shown.advice).shown is Shown.advice

    def test_she_says_what_she_says_and_not_which_key(self, first: Lesson) -> None:
        first.until("vet jeg ikke hvem")
        assert first.prompt.who == "Sentralbordet"
        assert first.prompt.words.startswith("«Halden kommune, god dag!")
        assert first.advice.words == "F5, b Servicetorg, 1 Satt over"
        assert "Noter veien" in first.prompt.why

    def test_another_department_than_advised(self, first: Lesson) -> None:
        """Whoever comes next in the conversation answers there, too."""
        first.until("vet jeg ikke hvem")
        first.learner.keys("f5", "i", "1")
        assert first.prompt.who == "Servicetorget"

    def test_another_time_than_was_said(self, first: Lesson) -> None:
        """It is corrected before it is saved; what was typed makes room for it."""
        first.until("neste arbeidsdag klokka ti")
        first.follows()
        first.learner.keys(*"lørdag kl 10", "enter")
        assert first.advice.words == "Esc, for det var et annet tidspunkt"
        first.follows()
        assert first.advice.words == "Ctrl+U, skriv «neste arbeidsdag kl 10», Enter"

    def test_the_advice_follows_what_is_open(self, first: Lesson) -> None:
        first.until("vet jeg ikke hvem")
        first.learner.keys("f5")
        assert first.advice.words == "b Servicetorg"
        first.learner.keys("b")
        assert first.advice.words == "1 Satt over"

    def test_ends_in_an_appointment(self, played: Played) -> None:
        over = said(played(FIRST), "Øvelsen er gjort.")[0].screen
        assert isinstance(over, Card)
        outcomes = [one.outcome for one in over.file.attempts]
        assert outcomes == [Outcome.redirected, Outcome.appointment]
        assert over.file.appointment is not None


class TestWhatElseIsPractised:
    """An earlier claim, a remark, a check, a call back: where somebody gives cause for it."""

    def test_whoever_was_named_is_rung_first(self, played: Played) -> None:
        """In a case of which something was claimed; what was, is shown when it has been asked."""
        named, *_ = said(played(FIRST), "jeg sto visst på det skjemaet")
        assert named.call.on_line is not None
        assert named.prompt.who == named.call.on_line.label
        shown, *_ = said(played(FIRST), "Har rådmannen oppgitt")
        assert isinstance(shown.call.panel, RevealPanel)
        assert advised(shown) == "7 Spørsmålet ble misforstått"

    def test_a_remark_comes_before_the_answer(self, played: Played) -> None:
        before, after, *_ = said(played(FIRST), "men den gikk inn")
        assert advised(before).startswith("F4, skriv «Hadde en gruppe")
        assert "Hadde en gruppe på helsehuset, lagt ned." in after.call.talk.remarks.values()
        assert advised(after) == "2 Nei, men det er planlagt"

    def test_a_mistake_is_corrected_by_whoever_made_it(self, played: Played) -> None:
        """She says something else when the check is read to her."""
        _, check, *_ = said(played(FIRST), "Fire og et halvt årsverk.")
        assert isinstance(check.call.panel, CheckPanel)
        assert check.prompt.words == "«Å, unnskyld! To og et halvt.»"
        assert advised(check) == "1 Rett svaret"

    def test_whoever_rings_back_is_found_by_name(self, played: Played) -> None:
        """From the list; and the case goes on with her."""
        _, listed, *rest = said(played(FIRST), "Telefonen ringer")
        assert advised(listed) == "Ctrl+R, skriv «Siv Latsomdal», Enter"
        answers, *_ = said(rest, "Ja, jeg fikk beskjed om å ringe deg.")
        assert answers.call.on_line is not None
        assert answers.call.on_line.person == "Siv Latsomdal"


def advised(moment: Moment) -> str:
    """What one is advised to do."""
    assert moment.prompt.advice is not None
    return moment.prompt.advice.words


class TestASlip:
    """Something else is chosen than what was said: the advice is to take it back."""

    def test_not_now_after_all(self, first: Lesson) -> None:
        """The time that is asked for then is closed first."""
        first.until("vet jeg ikke hvem")
        first.learner.keys("enter", "2")
        assert first.prompt.words.startswith("«Halden kommune, god dag!")
        assert first.advice.words.startswith("Esc og Ctrl+Z")
        first.follows()
        assert first.learner.at == "consent"

    def test_another_department(self, first: Lesson) -> None:
        """Before how is said, Esc is enough."""
        first.until("vet jeg ikke hvem")
        first.learner.keys("f5", "c")
        assert first.advice.words == "Esc, for det var en annen avdeling"

    def test_hanging_up_too_soon(self, first: Lesson) -> None:
        first.until("vet jeg ikke hvem")
        first.learner.keys("f9")
        assert first.advice.words == "Esc, for samtalen er ikke over"


SHUTS = "Esc, for å lukke det som er åpent"


class TestWhatIsOpen:
    """The advice is what the keys do where one stands, whatever one has opened or typed there."""

    def test_in_the_list(self, first: Lesson) -> None:
        """What is typed as advised leaves the advice as it is; what else stands there, goes."""
        kari = first.learner
        kari.type("Hal")
        assert first.advice.words == "skriv «Halden», Enter"
        assert first.advice.keys == (*"den", "enter")
        kari.keys("ctrl+u", *"Os")
        assert first.advice.words == "Ctrl+U, skriv «Halden», Enter"
        kari.keys("f6")
        assert first.advice.words == SHUTS
        kari.keys("escape", "ctrl+r")
        assert first.advice.words == "Esc, skriv «Halden», Enter"
        first.follows()
        assert kari.card.unit.name == "Halden"

    @pytest.mark.parametrize("opens", [("f8",), ("f5",), ("f12",), ("f12", "1"), ("f1",)])
    def test_on_the_card(self, first: Lesson, opens: tuple[str, ...]) -> None:
        first.follows()
        before = first.advice
        first.learner.keys(*opens)
        assert first.advice.words == SHUTS
        first.follows()
        assert first.advice == before

    def test_in_the_call(self, first: Lesson) -> None:
        """Whom one is put through to is written on nobody else."""
        first.until("vet jeg ikke hvem")
        before = first.advice
        first.learner.keys("f6", *"finnes ikke")
        assert first.advice.words == SHUTS
        first.learner.keys("escape", "f12")
        assert first.advice.words == SHUTS
        first.learner.keys("enter")
        assert first.advice.words == "Esc for å lagre"
        first.follows()
        assert first.advice == before

    def test_on_top_of_all(self, first: Lesson) -> None:
        before = first.advice
        first.learner.keys("ctrl+f")
        assert first.advice.words == SHUTS
        first.learner.keys("escape")
        assert first.advice == before


class TestElsewhere:
    def test_nobody_answers_in_other_cases(self, first: Lesson) -> None:
        first.learner.keys(*"Kristiansand", "enter")
        assert first.prompt.words.endswith("Den neste øvelsen står på ringelisten. Esc går dit.")
        first.learner.keys("enter")
        assert first.prompt.words.endswith("F9 legger på, og så går Esc dit.")

    def test_a_survey_without_conversations_has_nothing_beside_the_screen(
        self, first: Lesson
    ) -> None:
        survey = survey_called(FIRST)
        alone = replace(survey, practice=replace(survey.practice, rehearsals=()))
        assert Prompter(alone)(first.learner.screen) is None


NO = (
    "«Nei, vet du hva. Vi får tre slike undersøkelser i uka. Ikke nå. Du får heller prøve en annen "
    "gang.»"
)


def long_list(around: Surroundings) -> list[Styled]:
    """A screen that takes all lines but two."""
    last = AIR if around.rows >= 22 else MORE_BELOW
    return [AIR] * (around.rows - 1) + [last]


class TestWhereItStands:
    """At the foot of a narrow screen, at the side of a wide one, in a place of its own."""

    def test_at_the_foot(self, first: Lesson) -> None:
        lines = [str(line) for line in drawn(first, first.prompt)]
        assert lines[19].startswith("━━ Øvelse 1 av 7: Sentralbordet vet ikke ━")
        assert lines[20].startswith(" Saken er Halden (Østfold). Du lærer å ")

    def test_at_the_side(self, first: Lesson) -> None:
        lines = [str(line) for line in drawn(first, first.prompt, 120, 40)]
        assert all(line[81] == "┃" for line in lines)

    @pytest.mark.parametrize(
        ("how", "foot"),
        [
            (Shown.words, [f"━━ {NO[:60]} ━ Ctrl+O: råd ━━", f" {NO[61:]}"]),
            (Shown.advice, [f"━━ {NO[:56]}…  Ctrl+O: ta bort ━━", " Råd: g Avslag."]),
        ],
        ids=["words", "advice"],
    )
    def test_where_a_list_leaves_room_for_two_lines(self, how: Shown, foot: list[str]) -> None:
        """What is said begins where the title stood: its beginning decides what to choose."""
        advice = Advice(("g",), "g Avslag")
        prompt = Prompt("Et avslag", NO, "Leif", advice, "Takk.", gives_way=True, shown=how)
        around = Surroundings(80, 24, NOON, practice=True)
        assert [str(line) for line in prompted(prompt, around, long_list)[-2:]] == foot

    def test_put_away(self, first: Lesson) -> None:
        """One line says how it comes back."""
        for columns, rows in ((80, 24), (120, 40)):
            lines = drawn(first, replace(first.prompt, shown=Shown.away), columns, rows)
            assert str(lines[-1]).endswith("Ctrl+O: den andre og råd ━━")
