"""`ringerunde demo`: an invented season, played through the program, the same for the same seed."""

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Event

import phonenumbers
import pytest

from db.cases import open_case
from db.database import Database
from db.exports.csv import write_csv
from db.finished import finished
from db.histories import histories
from db.interviews import load_interview
from db.open_database import open_database
from db.records import CaseFile, InterviewFile
from interviewer.commands.practice import practise
from interviewer.failures import Trouble
from interviewer.practice.case import Case, Waits
from interviewer.practice.office_hours import OFFICES
from interviewer.practice.practice_interviewer import PracticeInterviewer
from interviewer.practice.respondents import HeardSoFar
from interviewer.practice.season import seated, unfinished_beside
from interviewer.terminal.app import Ringerunde
from schemas.calls.outcomes import Outcome
from schemas.calls.whom_to_dial import dialable
from schemas.calls.workdays import is_working_day
from schemas.language.dates import local
from schemas.language.phone import read_phone
from schemas.language.text import INVENTED
from schemas.questionnaire.document import read_document
from schemas.questionnaire.types.dice import Dice
from schemas.questionnaire.types.phone import invented_phone
from schemas.surveys.invented_people import DOMAIN, email_of
from schemas.surveys.municipal_services_2015.practice.scenarios import SCENARIOS
from schemas.surveys.municipal_services_2015.practice.script import SCRIPT
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from schemas.surveys.municipal_services_2015.survey import SURVEY
from tests.interviewer.terminal.test_burst import quiet
from tests.support.commands import run
from tests.support.municipalities import FRAME
from tests.support.seasons import season_of
from tests.support.stored import stored

MANY = 34


def cases(database: Database) -> list[CaseFile]:
    """The cases that somebody has rung."""
    return [open_case(database, one.case_id) for one in histories(database) if one.attempts]


def talks(database: Database) -> list[InterviewFile]:
    begun = [case.interview for case in cases(database) if case.interview]
    return [load_interview(database, interview.id) for interview in begun]


def everything(path: Path) -> list[str]:
    """Every row of every table, in words; but the log, which tells when it was made."""
    tables = stored(path, {"trail", ""})
    return sorted(f"{name} {row}" for name, rows in tables.items() for row in rows)


def made_by_command(path: Path, *words: str) -> Path:
    """Made in a process of its own, where sets and hashes come in an order of their own."""
    command = [sys.executable, "-m", "interviewer", "demo", "--no-ui", "--database", str(path)]
    subprocess.run(
        [*command, *words],
        env={**os.environ, "PYTHONHASHSEED": "1"},
        check=True,
        capture_output=True,
    )
    return path


@pytest.fixture(scope="module")
def spring(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with closing(open_database(season_of(tmp_path_factory, MANY, 2017), create=False)) as database:
        yield database


@pytest.mark.slow
class TestSameSeed:
    def test_gives_the_same_to_the_last_id_and_second(self, tmp_path: Path) -> None:
        """Another seed gives something else, from the claims that were there before it on."""
        one = made_by_command(tmp_path / "one", "--interviews", "1", "--seed", "7")
        two, three = (str(tmp_path / name) for name in ("two", "three"))
        practise(two, SURVEY, ui=False, interviews=1, seed=7)
        assert everything(one) == everything(Path(two))
        practise(three, SURVEY, ui=False, interviews=0, seed=8)
        assert stored(Path(three))["claim_form"] != stored(one)["claim_form"]


@pytest.mark.slow
class TestAWholeSpring:
    """Thirty-four finished interviews show all that can happen."""

    def test_has_the_interviews_that_were_asked_for(self, spring: Database) -> None:
        finished = [talk for talk in talks(spring) if not talk.interview.open]
        assert len(finished) == MANY
        assert len(cases(spring)) == MANY + unfinished_beside(MANY, 442)

    def test_asks_every_question(self, spring: Database) -> None:
        answered = {entry.question for talk in talks(spring) for entry in talk.entries}
        assert answered == set(PhaseTwo.by_id)

    def test_finds_every_class_that_answers_can_give(self, spring: Database) -> None:
        found = {talk.revision.classification["class"] for talk in talks(spring) if talk.revision}  # type: ignore[index,call-overload]
        assert found == {"service", "offers_only", "planning", "borderline", "none"}

    def test_is_valid_to_the_last_interview(self, spring: Database) -> None:
        with spring.look() as reads:
            for one in finished(reads):
                read_document(PhaseTwo, one.document)

    def test_can_be_exported(self, spring: Database, tmp_path: Path) -> None:
        written = {one.path.stem: one.rows for one in write_csv(spring, tmp_path)}
        partial = [one for one in cases(spring) if one.attempts[-1].outcome is Outcome.partial]
        assert written["interviews"] == MANY + len(partial)
        assert written["checks"] > 3

    def test_leaves_cases_that_are_under_way(self, spring: Database) -> None:
        last = {case.attempts[-1].outcome for case in cases(spring)}
        assert last >= {
            None,  # cut off
            Outcome.no_answer,
            Outcome.appointment,
            Outcome.break_off,
            Outcome.partial,
            Outcome.redirected,
            Outcome.wrong_department,
            Outcome.refusal_gatekeeper,
            Outcome.refusal_soft,
            Outcome.refusal_hard,
        }

    def test_sends_people_on_in_every_way(self, spring: Database) -> None:
        ways = {leg.how.name for case in cases(spring) for leg in case.redirects}
        assert ways == {"transferred", "number_given", "they_call_back", "name_only", "dead_end"}
        assert max(len(case.redirects) for case in cases(spring)) > 2

    def test_has_what_is_odd_in_conversations(self, spring: Database) -> None:
        entries = [entry for talk in talks(spring) for entry in talk.entries]
        values = [entry.value for entry in entries]
        assert {"missing": "dont_know"} in values
        assert {"missing": "refused"} in values
        assert any(entry.remark for entry in entries)
        assert len({one.check_id for talk in talks(spring) for one in talk.confirmations}) > 3
        assert any(len({e.informant_id for e in talk.entries}) > 1 for talk in talks(spring))

    def test_rings_when_people_are_at_work(self, spring: Database) -> None:
        starts = [call.started_at for case in cases(spring) for call in case.attempts]
        assert all(is_working_day(local(start).date()) for start in starts)
        # A search that has begun goes on for a while after three.
        assert {local(start).hour for start in starts} <= set(range(8, 17))

    def test_has_a_switchboard_for_everybody(self, spring: Database) -> None:
        known = histories(spring)
        assert len(known) == len(FRAME.units)
        assert all(dialable(case.contacts, ()) for case in known if not case.attempts)


class TestANo:
    """A "no" from the switchboard is no evidence; invented people do not give it there either."""

    @pytest.mark.parametrize("seed", range(3))
    def test_comes_from_somebody_who_can_know(self, tmp_path: Path, seed: int) -> None:
        dice = Dice(seed)
        scenario = next(one for one in SCENARIOS if one.says["has_offers"] == ("no",))
        with closing(open_database(tmp_path / "no.sqlite", create=True, durable=False)) as database:
            kari = seated(database, dice, "Kari", SCRIPT.begins)
            for unit in dice.some(FRAME.units, 4):
                for _ in Case(kari, dice, SURVEY, FRAME, unit, scenario, HeardSoFar()).finished():
                    kari.player.wait(timedelta(hours=3))
            finished = [one for one in histories(database) if one.interview == "complete"]
        assert len(finished) == 4


class TestInventedPeople:
    def test_have_numbers_that_are_possible_and_nobodys(self) -> None:
        dice = Dice(1)
        for _ in range(200):
            number = phonenumbers.parse(read_phone(invented_phone(dice)))
            assert phonenumbers.is_possible_number(number)
            assert not phonenumbers.is_valid_number(number)

    def test_have_addresses_that_lead_nowhere(self) -> None:
        for unit in FRAME:
            assert email_of("Åse Prøvedal", unit).startswith("ase.provedal@")
            assert email_of("Åse Prøvedal", unit).endswith(f".{DOMAIN}")

    def test_answer_in_the_morning_and_after_lunch(self) -> None:
        first = local(SCRIPT.begins)
        assert OFFICES.next_open(SCRIPT.begins) == first.replace(hour=8, minute=30)
        at_lunch, friday_evening = first.replace(hour=11), first.replace(day=6, hour=18)
        assert OFFICES.next_open(at_lunch) == first.replace(hour=11, minute=45)
        assert OFFICES.next_open(friday_evening) == first.replace(day=9)


class TestThePlace:
    def test_an_existing_file_is_never_mixed_into(self, tmp_path: Path) -> None:
        mine = tmp_path / "mine.sqlite"
        mine.write_text("viktig")
        with pytest.raises(Trouble, match="S-DEMO-EXISTS"):
            practise(str(mine), SURVEY, ui=False, interviews=1, seed=1)
        assert mine.read_text() == "viktig"

    def test_a_server_is_never_mixed_into(self) -> None:
        with pytest.raises(Trouble, match="S-DEMO-FILE"):
            practise("postgresql://localhost/ringerunde", SURVEY, ui=False, interviews=1, seed=1)

    def test_without_a_screen_it_must_be_kept_somewhere(self) -> None:
        with pytest.raises(Trouble, match="S-DEMO-PLACE"):
            practise(None, SURVEY, ui=False, interviews=1, seed=1)

    def test_what_fails_halfway_leaves_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def out_of_luck(*told: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("interviewer.practice.season._take_turns", out_of_luck)
        with pytest.raises(KeyboardInterrupt):
            practise(str(tmp_path / "new.sqlite"), SURVEY, ui=False, interviews=1, seed=1)
        assert list(tmp_path.iterdir()) == []

    def test_says_in_a_line_what_there_is(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert practise(str(tmp_path / "new.sqlite"), SURVEY, ui=False, interviews=0, seed=1) == 0
        said = capsys.readouterr().out.splitlines()[-1]
        assert "fullførte intervjuer 0, saker underveis 0" in said

    async def test_says_so_whoever_opens_it_and_in_all_that_is_made_of_it(
        self, tmp_path: Path
    ) -> None:
        """Invented data are never taken for what somebody has said."""
        file, out = tmp_path / "new.sqlite", tmp_path / "out"
        practise(str(file), SURVEY, ui=False, interviews=0, seed=1)
        for words in (
            ("report", "full", "--out", str(out / "report.html")),
            ("overview", "--out", str(out)),
            ("export", "csv", "--out", str(out)),
        ):
            assert INVENTED.nb in run(file, *words).stderr
        for page in ("report.html", "oversikt.html"):
            assert (out / page).read_text("utf-8").count(INVENTED.nb) == 3  # title, top and stamp
        with (out / "stamp.csv").open(encoding="utf-8-sig", newline="") as written:
            (told,) = csv.DictReader(written, delimiter=";")
        assert told["practice"] == "1"
        app = Ringerunde(partial(open_database, file, create=False), "test@pc")
        async with app.run_test() as pilot:
            await quiet(app, pilot)
            lines = app.picture.render_lines(app.picture.region)
            assert INVENTED.nb in lines[0].text

    def test_is_practice_while_it_is_made(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What an invented call promises, a letter, lies apart from letters to somebody."""
        practised: list[bool] = []

        def taken(cases: list[tuple[PracticeInterviewer, Waits]], leaving: Event) -> None:
            practised.extend(caller.player._database.practice for caller, _ in cases)

        monkeypatch.setattr("interviewer.practice.season._take_turns", taken)
        practise(str(tmp_path / "new.sqlite"), SURVEY, ui=False, interviews=1, seed=1)
        assert practised
        assert all(practised)
