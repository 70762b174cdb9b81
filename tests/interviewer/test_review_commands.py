"""`ringerunde review …`: everything a coordinator decides on screen, from the command line.

Each command is typed as people type it, on a copy of a practice database, and what it stored is
looked up in the file.
"""

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from db.cases import case_id_of, open_case, take_case
from db.engine import Database, open_database
from db.interviews import load_interview
from db.people import sit_down
from db.reviews import decisions_about, queue, standings
from db.shared_services import shared_services
from interviewer.call import Call
from interviewer.demo.season import play
from interviewer.places import seat
from interviewer.player import Player
from schemas.classify import Class
from schemas.decisions import Decision, DecisionKind
from schemas.outcomes import Outcome
from schemas.review import FinishedInterview, Why
from schemas.settings import Settings
from schemas.shared import Proposal
from schemas.walk import Key
from tests.support.commands import run, said

Review = Callable[..., str]
Refused = Callable[..., str]

NOW = datetime(2015, 4, 1, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def practised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve finished interviews, one of each story."""
    path = tmp_path_factory.mktemp("practice") / "practice.sqlite"
    with closing(open_database(path, create=True, durable=False)) as database:
        play(database, 12, 2015)
    return path


@pytest.fixture
def path(practised: Path, tmp_path: Path) -> Path:
    """A copy of it, to decide on."""
    return Path(shutil.copy(practised, tmp_path / "practice.sqlite"))


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    """The same file, to look things up in."""
    with closing(open_database(path, create=False)) as database:
        yield database


@pytest.fixture
def review(path: Path) -> Review:
    """A command that is done, signed by Berit where it is a decision; what it prints."""

    def done(command: str, *words: str, by: str = "Berit", typed: str = "") -> str:
        signed = () if command in {"list", "show", "shared"} else ("--by", by)
        result = run(path, "review", command, *words, *signed, typed=typed)
        assert result.exit_code == 0, said(result)
        return result.output

    return done


@pytest.fixture
def refused(path: Path) -> Refused:
    """A command that is refused and has changed nothing in the file; the sentence."""

    def tried(*words: str, typed: str = "") -> str:
        before = content(path)
        result = run(path, "review", *words, "--by", "Berit", typed=typed)
        assert content(path) == before
        return said(result)

    return tried


def content(path: Path) -> list[str]:
    """Everything that is stored, as SQL; but for who has sat down."""
    with closing(sqlite3.connect(path)) as connection:
        return [line for line in connection.iterdump() if '"interviewer"' not in line]


def interviews(db: Database) -> list[FinishedInterview]:
    """All finished interviews."""
    return [item.interview for item in queue(db, Settings(), everything=True)]


def first(db: Database, klass: Class) -> FinishedInterview:
    """The first interview of a class."""
    return next(one for one in interviews(db) if one.derived is klass)


def again(db: Database, one: FinishedInterview) -> FinishedInterview:
    """The same interview as it is now."""
    return next(other for other in interviews(db) if other.unit_id == one.unit_id)


def decisions(db: Database, unit: str) -> list[Decision]:
    """What was decided about a unit, the oldest first."""
    return list(decisions_about(db, case_id_of(unit)))


def untouched(db: Database) -> str:
    """A unit that nobody has called."""
    return next(
        unit
        for unit in ("0101", "0104", "0105", "0106")
        if not open_case(db, case_id_of(unit)).attempts
    )


@pytest.fixture
def service(db: Database) -> FinishedInterview:
    """Hemsedal: a service shared with Hol, with one offer."""
    one = first(db, Class.service)
    assert one.unit_id == "0618"
    return one


class TestTheList:
    """The interviews to look at, each with its class and why; and what waits for a word."""

    def test_tells_why_each_is_in_it(self, review: Review, db: Database) -> None:
        printed = " ".join(review("list").split())
        for item in queue(db, Settings()):
            whys = ", ".join(str(why.label) for why in item.whys)
            assert f"{item.interview.unit_id} " in printed
            assert whys in printed
        assert "12 å se på · 2 saker hos deg · 0 av 12 avgjort" in printed

    def test_has_the_cases_that_are_with_the_coordinator(self, review: Review) -> None:
        """With the reason in words."""
        printed = " ".join(review("list").split())
        assert "Hos koordinator 0513" in printed
        assert "Skjåk (Oppland): Feil avdeling, vet ikke hvem" in printed
        assert "skal de spørres igjen?" in printed

    def test_leaves_out_what_is_decided(self, review: Review, service: FinishedInterview) -> None:
        """Unless one asks for all."""
        review("accept", service.unit_id)
        assert "0618 Hemsedal" not in review("list")
        assert "avgjort: godtatt (Berit)" in review("list", "--all")

    def test_says_when_there_is_nothing(self, review: Review, db: Database) -> None:
        for one in interviews(db):
            review("accept", one.unit_id)
        assert "Ingenting å se på nå" in review("list")


class TestOneUnit:
    """Everything that one decides on."""

    def test_an_interview(self, review: Review, service: FinishedInterview) -> None:
        """Class and reasons, the way there, and every question by the name one types."""
        printed = " ".join(review("show", "hemsedal").split())
        assert printed.startswith("0618 Hemsedal (Buskerud): Tjeneste Revisjon 1")
        for words in (
            *service.because,
            "I køen fordi: ",
            "Åpent: Ikke avgjort",
            "Fase én: ",
            "Veien: Sentralbord → ",
            "Oppringninger 1. ",
            "offer_kind.1: Hva slags opplegg er det? Lærings- og mestringstilbud",
            "respondent_certainty: Hvor sikker virket respondenten?",
        ):
            assert words in printed

    def test_notes_warnings_and_remarks(self, review: Review, db: Database) -> None:
        warned = next(one for one in interviews(db) if one.confirmed and one.private_note)
        printed = " ".join(review("show", warned.unit_id).split())
        assert f"Notat fra intervjueren: {warned.private_note}" in printed
        assert f"Bekreftede advarsler {warned.confirmed[0]['check']}" in printed

    def test_decisions_so_far(self, review: Review, service: FinishedInterview) -> None:
        """And the class that follows from the answers, when another one counts."""
        review("override", "0618", "none", "--reason", "Bare livsstilskurs")
        printed = " ".join(review("show", "0618").split())
        assert "0618 Hemsedal (Buskerud): Ingen" in printed
        assert "Klassen som følger av svarene: Tjeneste" in printed
        assert "Berit: Satt til en annen klasse (Ingen) – Bare livsstilskurs" in printed

    def test_a_case_without_an_interview(self, review: Review) -> None:
        """Where it is and why, its calls and contact points."""
        printed = " ".join(review("show", "Skjåk").split())
        assert "0513 Skjåk (Oppland): ikke noe fullført intervju Hos koordinator: " in printed
        assert "Feil avdeling, vet ikke hvem" in printed
        assert "Kontaktpunkter Sentralbord" in printed
        assert "Forskjell" not in printed

    def test_one_that_was_returned(self, review: Review, service: FinishedInterview) -> None:
        """The answers as they were last, and that others are on their way."""
        review("return", "0618", "--question", "stage", "--reason", "Er det åpnet?")
        printed = " ".join(review("show", "0618").split())
        assert "Intervjuet er åpnet på nytt" in printed
        assert "Venter på svar fra intervjueren" in printed


class TestNamingAUnit:
    """By number or name; never by a guess."""

    @pytest.mark.parametrize(
        "name",
        ["0618", "Hemsedal", "HEMSEDAL", "Hemsedal (Buskerud)", "0618 Hemsedal (Buskerud)"],
    )
    def test_one_unit(self, review: Review, name: str) -> None:
        assert "0618 Hemsedal (Buskerud)" in review("show", name)

    @pytest.mark.parametrize(
        ("name", "unit"),
        [
            ("Bø (Telemark)", "0821"),
            ("bjerke", "030109"),
            ("Bydel Bjerke", "030109"),
            ("Kárášjohka", "2021"),
        ],
    )
    def test_as_it_is_called(self, review: Review, name: str, unit: str) -> None:
        assert review("show", name).startswith(f"{unit} ")

    def test_two_of_one_name(self, refused: Refused) -> None:
        """Both are listed, with their counties."""
        sentence = refused("accept", "Våler")
        assert "0137 Våler (Østfold) eller 0426 Våler (Hedmark)" in sentence
        assert sentence.endswith("(R-UNIT-SEVERAL)")

    @pytest.mark.parametrize(
        ("name", "guess"),
        [("hemseda", "0618 Hemsedal (Buskerud)"), ("618", ""), ("", ""), ("\x1b[2J", "")],
    )
    def test_nobody(self, refused: Refused, name: str, guess: str) -> None:
        """A guess is offered, and not taken."""
        sentence = refused("accept", name)
        assert guess in sentence
        assert "\x1b" not in sentence
        assert sentence.endswith("(R-UNIT)")


class TestSigning:
    """By the name one gives, or by whoever sits at this machine."""

    def test_by_name(self, review: Review, db: Database, service: FinishedInterview) -> None:
        """The same person each time, however the name is written; a new one is noted."""
        assert review("accept", "0618") == (
            "Hemsedal (Buskerud): godtatt (Tjeneste). Signert Berit.\n"
        )
        review("release", "0618", by=" berit ")
        told = decisions(db, "0618")
        assert [one.name for one in told] == ["Berit", "Berit"]
        assert told[0].decided_by == told[1].decided_by

    def test_by_whoever_sits_here(
        self, path: Path, db: Database, service: FinishedInterview
    ) -> None:
        sit_down(db, uuid4(), "Turid", seat(), NOW)
        result = run(path, "review", "accept", "0618")
        assert "Signert Turid." in result.output
        assert decisions(db, "0618")[0].name == "Turid"

    def test_nobody(self, path: Path, db: Database) -> None:
        """It says what to write."""
        sentence = said(run(path, "review", "accept", "0618"))
        assert "--by NAVN" in sentence
        assert sentence.endswith("(R-WHO)")
        assert said(run(path, "review", "accept", "0618", "--by", " ")).endswith("(R-WHO)")

    def test_a_slip_makes_nobody_new(self, path: Path) -> None:
        """Who is named in a command that is refused, is not noted."""
        said(run(path, "review", "accept", "Våler", "--by", "Birte"))
        with closing(sqlite3.connect(path)) as connection:
            names = connection.execute("select name from interviewer").fetchall()
        assert ("Birte",) not in names


class TestAnInterview:
    """Accepted, of another class, in the overview or not; each with its reason."""

    def test_accept(self, review: Review, db: Database, service: FinishedInterview) -> None:
        review("accept", "hemsedal")
        (decision,) = decisions(db, "0618")
        assert (decision.kind, decision.klass) == (DecisionKind.accepted, Class.service)

    def test_override(self, review: Review, db: Database, service: FinishedInterview) -> None:
        printed = review("override", "0618", "offers_only", "--reason", "  Ingen\nkoordinator ")
        assert printed.startswith("Hemsedal (Buskerud): satt til en annen klasse (Tilbud uten")
        (decision,) = decisions(db, "0618")
        assert (decision.klass, decision.reason) == (Class.offers_only, "Ingen koordinator")
        assert again(db, service).klass is Class.offers_only

    @pytest.mark.parametrize("klass", ["covered", "tjeneste", ""])
    def test_only_to_a_class_that_there_is(self, refused: Refused, klass: str) -> None:
        """That a unit is covered is decided in another way."""
        sentence = refused("override", "0618", klass, "--reason", "x")
        assert "offers_only (tilbud uten tjeneste)" in sentence
        assert sentence.endswith("(R-CLASS)")

    def test_the_overview(self, review: Review, db: Database) -> None:
        offers = first(db, Class.offers_only).unit_id
        assert "tatt med i oversikten" in review("include", offers, "--reason", "Ti år")
        assert standings(db)[offers].is_included
        assert "holdt utenfor oversikten" in review("exclude", offers, "--reason", "Lagt ned")
        assert not standings(db)[offers].is_included

    def test_release(self, review: Review, db: Database, service: FinishedInterview) -> None:
        assert "teksten er godkjent" in review("release", "0618")
        assert standings(db)["0618"].is_released

    @pytest.mark.parametrize(
        "words",
        [
            ("override", "0618", "none"),
            ("include", "0618"),
            ("exclude", "0618", "--reason", " \t"),
            ("return", "0618", "--question", "stage"),
            ("return", "0513"),
            ("close", "0513", "given_up", "--reason", "\u200b"),
            ("apart", "0620", "0618"),
        ],
    )
    def test_wants_a_reason(self, refused: Refused, words: tuple[str, ...]) -> None:
        """Where somebody will ask for one later."""
        sentence = refused(*words)
        assert "--reason" in sentence
        assert sentence.endswith("(R-REASON)")

    @pytest.mark.parametrize(
        "words",
        [
            ("accept", "0513"),
            ("override", "0513", "none", "--reason", "x"),
            ("include", "0513", "--reason", "x"),
            ("release", "0513"),
            ("edit", "0513", "stage=1"),
            ("return", "0513", "--question", "stage", "--reason", "x"),
        ],
    )
    def test_must_be_finished(self, refused: Refused, words: tuple[str, ...]) -> None:
        assert refused(*words).endswith("(R-INTERVIEW)")

    @pytest.mark.parametrize("command", ["accept", "release", "edit"])
    def test_is_decided_on_as_it_was_read(
        self, review: Review, refused: Refused, command: str
    ) -> None:
        """Somebody has answered anew since."""
        review("edit", "0618", "respondent_role=leder", "--revision", "1")
        assert refused(command, "0618", "--revision", "1").endswith("(INTERVIEW-CHANGED)")

    @pytest.mark.parametrize(
        "words", [("accept", "0618"), ("return", "0618", "--question", "stage", "--reason", "x")]
    )
    def test_not_while_it_is_answered_again(
        self, review: Review, refused: Refused, words: tuple[str, ...]
    ) -> None:
        review("return", "0618", "--question", "stage", "--reason", "Er det åpnet?")
        assert refused(*words).endswith("(INTERVIEW-CHANGED)")


class TestSendingBack:
    """A question for the interviewer, or a case for whoever rings next."""

    def test_a_question(self, review: Review, db: Database, service: FinishedInterview) -> None:
        printed = review("return", "0618", "--question", "stage", "--reason", "Er det åpnet?")
        assert printed.startswith("Hemsedal (Buskerud): sendt tilbake til intervjueren (stage).")
        (decision,) = decisions(db, "0618")
        assert (decision.question, decision.reason) == (Key("stage"), "Er det åpnet?")
        case = open_case(db, service.case_id)
        assert case.returned is not None
        assert case.returned.question == "Er det åpnet?"

    def test_about_one_offer(self, review: Review, db: Database) -> None:
        """The number is that of the finished interview, whatever was taken out on the way."""
        review(*TWO_OFFERS)
        review("edit", "0618", "--drop-offer", "1")
        review("return", "0618", "--question", "offer_kind", "--offer", "1", "--reason", "KiD?")
        assert decisions(db, "0618")[-1].question == Key("offer_kind", 2)

    @pytest.mark.parametrize(
        ("words", "tells"),
        [
            ((), "--question hvilket spørsmål"),
            (("--question", "plans"), "«plans» ble det ikke spurt om"),
            (("--question", "nonsense"), "ringerunde review show 0618"),
        ],
    )
    def test_needs_a_question_that_was_asked(
        self, refused: Refused, words: tuple[str, ...], tells: str
    ) -> None:
        sentence = refused("return", "0618", *words, "--reason", "x")
        assert tells in sentence
        assert sentence.endswith("(R-QUESTION)")

    @pytest.mark.parametrize(
        ("words", "tells"),
        [
            (("offer_kind",), "oppgi --offer 1–1"),
            (("offer_kind", "--offer", "2"), "oppgi --offer 1–1"),
            (("stage", "--offer", "1"), "utelat --offer"),
        ],
    )
    def test_names_the_offer_where_there_is_one(
        self, refused: Refused, words: tuple[str, ...], tells: str
    ) -> None:
        sentence = refused("return", "0618", "--reason", "x", "--question", *words)
        assert tells in sentence
        assert sentence.endswith("(R-OFFER)")

    def test_a_case_without_an_interview(self, review: Review, db: Database) -> None:
        """Off the coordinator's desk, and on the call list with the message."""
        printed = review("return", "0513", "--reason", "Prøv servicetorget")
        assert printed == "Skjåk (Oppland): tilbake på ringelisten. Signert Berit.\n"
        returned = open_case(db, case_id_of("0513")).returned
        assert returned is not None
        assert returned.question == "Prøv servicetorget"
        assert "0513" not in review("list")


class TestACase:
    """Closed without an interview, or withdrawn."""

    @pytest.mark.parametrize("outcome", ["not_found_after_search", "out_of_frame", "given_up"])
    def test_is_closed(self, review: Review, db: Database, outcome: str) -> None:
        unit = untouched(db)
        review("close", unit, outcome, "--reason", "tre uker")
        assert standings(db)[unit].outcome is Outcome[outcome]
        assert decisions(db, unit)[0].reason == "tre uker"

    @pytest.mark.parametrize("outcome", ["complete", "covered", "withdrawn", ""])
    def test_in_one_of_three_ways(self, refused: Refused, outcome: str) -> None:
        sentence = refused("close", "0513", outcome, "--reason", "x")
        assert "out_of_frame (utenfor utvalget)" in sentence
        assert sentence.endswith("(R-CLOSE)")

    def test_with_an_interview_is_not_closed(self, refused: Refused) -> None:
        """It would change nothing."""
        assert refused("close", "0618", "given_up", "--reason", "x").endswith("(CASE-SETTLED)")

    @pytest.mark.parametrize("typed", ["Hemsedal\n", "hemsedal (buskerud)\n", "0618\n"])
    def test_is_withdrawn_when_its_name_is_typed(
        self, review: Review, db: Database, typed: str
    ) -> None:
        """What was said is gone; that it was, is kept."""
        printed = review("withdraw", "0618", typed=typed)
        assert "slettes for godt" in printed
        assert "trukket av respondenten" in printed
        assert standings(db)["0618"].is_withdrawn
        assert all(one.unit_id != "0618" for one in interviews(db))
        assert "Trukket av respondenten" in review("show", "0618")

    def test_is_withdrawn_at_once_with_yes(self, review: Review, db: Database) -> None:
        review("withdraw", "0618", "--yes")
        assert standings(db)["0618"].is_withdrawn

    @pytest.mark.parametrize("typed", ["", "\n", "ja\n", "Hol\n"])
    def test_is_left_alone_otherwise(self, refused: Refused, typed: str) -> None:
        sentence = refused("withdraw", "0618", typed=typed)
        assert sentence == "Ikke bekreftet; ingenting er slettet. (R-NOT-CONFIRMED)"

    @pytest.mark.parametrize(
        "words",
        [
            ("return", "0618", "--reason", "x"),
            ("close", "0618", "given_up", "--reason", "x"),
            ("withdraw", "0618", "--yes"),
        ],
    )
    def test_that_is_withdrawn_is_never_opened_again(
        self, review: Review, refused: Refused, words: tuple[str, ...]
    ) -> None:
        review("withdraw", "0618", "--yes")
        assert refused(*words).endswith("(CASE-CLOSED)")


class TestSharedServices:
    """One interview settles several cases, if nobody disagrees."""

    @pytest.fixture
    def levanger(self, db: Database) -> Proposal:
        """An interview that would settle three cases; another unit is host."""
        (found,) = (one for one in shared_services(db).proposals if one.interviewed == "1719")
        assert found.settles == ("1718", "1738", "1742")
        assert found.host == "1718"
        return found

    def test_are_listed(self, review: Review, levanger: Proposal) -> None:
        printed = " ".join(review("shared").split())
        assert "(Leksvik (Nord-Trøndelag)): avgjør 3 saker, 0 er uenige" in printed
        assert "(intervjuet: 1719 Levanger (Nord-Trøndelag))" in printed
        assert "kan avgjøres: 1738 Lierne (Nord-Trøndelag)" in printed

    def test_one(self, review: Review, db: Database, levanger: Proposal) -> None:
        """By the unit that was interviewed, or by the host."""
        printed = review("cover", "lierne", "levanger")
        assert printed.startswith("Lierne (Nord-Trøndelag): dekket av en annen enhet (Levanger")
        review("cover", "grong", "leksvik")
        decided = standings(db)
        assert {decided[unit].covered_by for unit in ("1738", "1742")} == {"1719"}
        assert "bekreftet: 1738 Lierne (Nord-Trøndelag)" in review("shared")

    def test_all(self, review: Review, db: Database, levanger: Proposal) -> None:
        """A line for each."""
        printed = review("cover", "--all", "1719")
        assert len(printed.splitlines()) == 3
        assert {standings(db)[unit].covered_by for unit in levanger.settles} == {"1719"}

    def test_one_that_does_not_belong(
        self, review: Review, db: Database, levanger: Proposal
    ) -> None:
        """Also after it was confirmed."""
        review("cover", "1738", "1719")
        review("apart", "1738", "1719", "--reason", "De har sin egen")
        standing = standings(db)["1738"]
        assert standing.covered_by is None
        assert standing.apart == {"1719"}

    def test_who_disagrees(self, review: Review, db: Database, service: FinishedInterview) -> None:
        """Grane has been asked itself, and says no: to confirm one by one, or not at all."""
        review("edit", "0618", "partner_units=hol;grane")
        printed = " ".join(review("shared").split())
        assert "! 1825 Grane (Nordland): uenighet: Enhetens eget intervju sier nei" in printed
        review("cover", "--all", "0618")
        assert "1825" not in standings(db)
        review("cover", "1825", "0618")
        assert standings(db)["1825"].covered_by == "0618"

    @pytest.mark.parametrize(
        ("words", "tells"),
        [
            (("cover", "1738", "0618"), "Lierne (Nord-Trøndelag) er ikke blant dem"),
            (("cover", "1719", "1719"), "Levanger (Nord-Trøndelag) er ikke blant dem"),
            (("cover", "1738", "halden"), "Halden (Østfold) foreslår ingen felles tjeneste"),
            (("apart", "0101", "1719", "--reason", "x"), "Halden (Østfold) er ikke blant dem"),
            (("cover", "--all", "0101"), "foreslår ingen felles tjeneste"),
        ],
    )
    def test_only_what_is_proposed(
        self, refused: Refused, words: tuple[str, ...], tells: str
    ) -> None:
        sentence = refused(*words)
        assert tells in sentence
        assert sentence.endswith("(R-SHARED)")

    def test_all_of_none(self, review: Review, refused: Refused) -> None:
        review("cover", "--all", "0618")
        assert "ingen flere å bekrefte" in refused("cover", "--all", "0618")

    @pytest.mark.parametrize("words", [("1738",), ("1738", "1719", "--all")])
    def test_by_whom(self, refused: Refused, words: tuple[str, ...]) -> None:
        assert refused("cover", *words).endswith("(R-BY)")


TWO_OFFERS = (
    "edit", "0618", "offer_name.2=Kreft og veien videre", "offer_scope.2=one",
    "offer_targets.2=cancer", "offer_relatives.2=3", "offer_kind.2=lm",
    "offer_user_involvement.2=Planlegging;evaluation", "offer_courses.2=2",
    "offer_participants.2=-8",
)  # fmt: skip
"""Hemsedal gets a second offer."""

GROUPLESS = ("edit", "0618", "criterion_group=nei")
CONFIRMED = ("--confirm", "offers_miss_the_definition=Bare enesamtaler")


class TestEditing:
    """Other answers, through the interview's own checks: a new revision, or nothing at all."""

    def test_is_a_new_revision(
        self, review: Review, db: Database, service: FinishedInterview
    ) -> None:
        """Who typed it and what it was before is kept; the case is free, and in the queue."""
        review("accept", "0618")
        printed = review("edit", "0618", "stage=I ordinær drift", "respondent_role=")
        assert "revisjon 2. Signert Berit." in printed
        assert "  stage: I oppstartsfasen → I ordinær drift" in printed
        assert "  respondent_role: konsulent → —" in printed
        assert "Klasse: Tjeneste → Tjeneste" in printed
        assert "i køen igjen" in printed
        after = again(db, service)
        assert (after.revision, after.interviewer) == (2, "Berit")
        assert after.said("organisation", "stage") == "operating"
        assert Why.revised in next(
            item.whys for item in queue(db, Settings()) if item.interview.unit_id == "0618"
        )
        case = open_case(db, service.case_id)
        assert case.holder is None
        assert case.interview is not None
        assert not case.interview.open
        stages = [
            one for one in load_interview(db, case.interview.id).entries if one.question == "stage"
        ]
        assert [one.value for one in stages] == ["starting", "operating"]

    def test_numbers_words_units_and_what_is_missing(
        self, review: Review, db: Database, service: FinishedInterview
    ) -> None:
        """As they are typed in an interview; several with semicolons."""
        review(
            "edit", "0618", "respondent_name=Kari Lie", "respondent_phone=22 33 44 55",
            "respondent_email=-9", "partner_units=Hol;0617", "host_unit=gol", "staff=3",
            "fte=2,5", "service_since_month=mars", "user_recruitment=1,2", "access=vet ikke",
            "challenges_text=Vi er få;\nmen vi er to.",
        )  # fmt: skip
        after = again(db, service).document
        told = {id: value for section in after.values() if isinstance(section, dict)
                for id, value in section.items()}  # fmt: skip
        assert told["respondent_phone"] == "+4722334455"
        assert told["respondent_email"] == {"missing": "refused"}
        assert (told["partner_units"], told["host_unit"]) == (["0620", "0617"], ["0617"])
        assert (told["staff"], told["fte"], told["service_since_month"]) == (3, "2.5", 3)
        assert told["user_recruitment"] == ["organisations", "former_participants"]
        assert told["access"] == {"missing": "dont_know"}
        assert told["challenges_text"] == "Vi er få;\nmen vi er to."

    def test_tells_the_contact_point_who_it_is(
        self, review: Review, db: Database, service: FinishedInterview
    ) -> None:
        """As an answer in an interview does."""
        review("edit", "0618", "respondent_name=Kari Lie", "respondent_role=leder")
        people = [(one.person, one.role) for one in open_case(db, service.case_id).contacts]
        assert ("Kari Lie", "leder") in people

    def test_one_offer_more_and_one_less(
        self, review: Review, db: Database, service: FinishedInterview
    ) -> None:
        review(*TWO_OFFERS)
        offers: Any = again(db, service).document["offers"]
        assert [one["offer_kind"] for one in offers] == ["lm", "lm"]
        assert offers[1]["offer_user_involvement"] == ["planning", "evaluation"]
        review("edit", "0618", "--drop-offer", "1", "offer_name.2=Kreft")
        offers = again(db, service).document["offers"]
        assert [one["offer_name"] for one in offers] == ["Kreft"]

    def test_another_class(self, review: Review, db: Database, service: FinishedInterview) -> None:
        """A warning is let stand with a reason; what is not asked any more is set aside."""
        printed = review(*GROUPLESS, *CONFIRMED)
        assert "Klasse: Tjeneste → Grenseland" in printed
        assert "bekreftet: offers_miss_the_definition: Bare enesamtaler" in printed
        assert "ikke spørres om det lenger: 1 svar" in printed
        after = again(db, service)
        assert after.derived is Class.borderline
        assert after.confirmed[0]["reason"] == "Bare enesamtaler"

    @pytest.mark.parametrize(
        ("words", "tells"),
        [
            (GROUPLESS[2:], "has_offers: Svarene tyder på at tilbudet ikke fyller definisjonen."),
            (GROUPLESS[2:], "--confirm offers_miss_the_definition=GRUNN"),
            (("staff=1", "fte=2"), "fte: Årsverkene kan ikke være flere enn de ansatte."),
            (("coordination=scattered",), "plans=… decided (Ja, det er vedtatt)"),
            (("offer_name.2=Kreft",), "offer_kind.2=… lm (Lærings- og mestringstilbud)"),
            (("plans=no",), "Det spørres ikke om dette, slik svarene nå er:\n  plans"),
            (("consent=no",), "Svarene stopper i innledningen"),
            (("coordination=kanskje", "staff=mange"), "coordination: Det svaret står ikke på"),
            (("coordination=kanskje", "staff=mange"), "staff: «mange» er ikke et tall."),
            (("right_person=-8",), "right_person: «Vet ikke» kan ikke brukes her."),
            (("service_name=",), "service_name: Skriv et svar"),
            (("stage=1", "--drop-offer", "1"), "offer_name.1=… Hva heter tilbudet?"),
        ],
    )
    def test_that_is_not_whole_changes_nothing(
        self, path: Path, words: tuple[str, ...], tells: str
    ) -> None:
        """Each thing in the way is named, with what to type."""
        before = content(path)
        result = run(path, "review", "edit", "0618", *words, "--by", "Berit")
        assert tells in result.stderr
        assert said(result).endswith("(R-EDIT)")
        assert content(path) == before

    def test_a_no_that_nobody_can_vouch_for(self, review: Review, path: Path, db: Database) -> None:
        """What an interview would not take from a switchboard, an edit does not either."""
        unit = next(
            one.unit_id for one in interviews(db) if one.said("screening", "has_offers") == "no"
        )
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(
                "update contact_point set department = 'switchboard', knows = 'unknown'"
            )
            connection.commit()
        result = run(path, "review", "edit", unit, "right_person=proxy", "--by", "Berit")
        assert "Et nei fra sentralbordet holder ikke" in result.stderr

    @pytest.mark.parametrize(
        ("words", "code"),
        [
            ((), "R-SAME"),
            (("coordination=unit",), "R-SAME"),
            (("stage",), "R-EDIT"),
            (("nonsense=1",), "R-QUESTION"),
            (("intro=read",), "R-QUESTION"),
            (("offers=2",), "R-QUESTION"),
            (("offer_kind=lm",), "R-OFFER"),
            (("stage.1=1",), "R-OFFER"),
            (("offer_kind.4=lm",), "R-OFFER"),
            (("--drop-offer", "2"), "R-OFFER"),
            (("partner_units=Våler",), "R-UNIT-SEVERAL"),
            (("partner_units=Langtvekk",), "R-UNIT"),
            (CONFIRMED, "R-CHECK"),
            ((*GROUPLESS[2:], "--confirm", "offers_miss_the_definition="), "R-CHECK"),
            ((*GROUPLESS[2:], "--confirm", "jeg er sikker"), "R-EDIT"),
            (("staff=1", "fte=2", "--confirm", "fte_above_staff=sikker"), "R-CHECK"),
        ],
    )
    def test_is_refused(self, refused: Refused, words: tuple[str, ...], code: str) -> None:
        assert refused("edit", "0618", *words).endswith(f"({code})")

    def test_not_while_it_is_answered_again(self, review: Review, refused: Refused) -> None:
        review("return", "0618", "--question", "stage", "--reason", "Er det åpnet?")
        assert refused("edit", "0618", "stage=2").endswith("(R-OPEN)")

    def test_not_while_somebody_has_the_case(
        self, db: Database, refused: Refused, service: FinishedInterview
    ) -> None:
        kari = sit_down(db, uuid4(), "Kari", "kari@pc", NOW)
        take_case(db, service.case_id, kari.id, datetime.now(UTC))
        assert refused("edit", "0618", "stage=2").endswith("(CASE-HELD)")


class TestTheWholeWay:
    """Overridden, sent back, answered again, looked at again, accepted: every word is kept."""

    def test_from_override_to_acceptance(
        self, review: Review, db: Database, service: FinishedInterview
    ) -> None:
        review("override", "hemsedal", "offers_only", "--reason", "Ingen koordinator?")
        review("return", "hemsedal", "--question", "stage", "--reason", "Er det åpnet nå?")
        self.kari_asks_again(db)
        assert "Endret etter forrige avgjørelse" in " ".join(review("list").split())
        printed = " ".join(review("show", "hemsedal").split())
        assert "stage: Hvor langt er dere kommet? I ordinær drift" in printed
        assert "Revisjon 2" in printed
        review("accept", "hemsedal", "--revision", "2", by="Turid")
        told = decisions(db, "0618")
        assert [(one.kind, one.name, one.revision, one.reason) for one in told] == [
            (DecisionKind.overridden, "Berit", 1, "Ingen koordinator?"),
            (DecisionKind.returned, "Berit", 1, "Er det åpnet nå?"),
            (DecisionKind.accepted, "Turid", 2, ""),
        ]
        assert told[0].at < told[1].at < told[2].at
        assert again(db, service).klass is Class.service

    def kari_asks_again(self, db: Database) -> None:
        """She finds the case with its message, stands at the question, and finishes."""
        dice = random.Random(7)
        tomorrow = datetime.now(UTC) + timedelta(days=1)
        kari = Player(
            db, tomorrow, lambda: UUID(int=dice.getrandbits(128), version=4), seat="kari@pc"
        )
        kari.type("Kari")
        kari.keys("enter")
        kari.type("0618")
        kari.keys("enter", "f6")
        assert isinstance(kari.mode, Call)
        assert kari.mode.file.returned is not None
        assert kari.mode.file.returned.question == "Er det åpnet nå?"
        assert kari.mode.talk.at == Key("stage")
        kari.type("1")
        assert kari.mode.talk.at is None
        kari.keys("enter")
