"""What is decided about an interview from the command line: signed, dated, with a reason."""

import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from db.database import Database
from db.people import sit_down
from interviewer.places import seat
from interviewer.screens.call.state import Call
from interviewer.terminal.player import Player
from schemas.questionnaire.walk import Key
from schemas.review.decisions import DecisionKind
from schemas.review.finished_interviews import FinishedInterview
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from tests.db.desk import standings
from tests.interviewer.commands.decide.desk import (
    Refused,
    Review,
    again,
    decisions,
    first,
    said_to_publishing,
)
from tests.support.commands import run, said

NOW = datetime(2015, 4, 1, 9, tzinfo=UTC)

LISTED = frozenset(one for one in Class if one.is_listed)


class TestSigning:
    """By the name one gives, or by whoever sits at this machine."""

    def test_by_name(self, review: Review, db: Database, service: FinishedInterview) -> None:
        """The same person each time, however the name is written; a new one is noted."""
        assert review("accept", "1241").splitlines() == [
            "Fusa (Hordaland): godtatt (Tjeneste). Signert Berit.",
            "Står ikke i oversikten når den skrives neste gang: vil se teksten først.",
        ]
        review("override", "1241", "service", "--reason", "Se referat", by=" berit ")
        told = decisions(db, "1241")
        assert [one.name for one in told] == ["Berit", "Berit"]
        assert told[0].decided_by == told[1].decided_by

    def test_by_whoever_sits_here(
        self, path: Path, db: Database, service: FinishedInterview
    ) -> None:
        sit_down(db, uuid4(), "Turid", seat(), NOW)
        result = run(path, "review", "accept", "1241")
        assert "Signert Turid." in result.output
        assert decisions(db, "1241")[0].name == "Turid"

    def test_nobody(self, path: Path, db: Database) -> None:
        """It says what to write."""
        sentence = said(run(path, "review", "accept", "1241"))
        assert "--by NAVN" in sentence
        assert sentence.endswith("(R-WHO)")
        assert said(run(path, "review", "accept", "1241", "--by", " ")).endswith("(R-WHO)")

    def test_a_name_that_is_too_long_for_one(self, path: Path) -> None:
        """Somebody has pasted something else there: it is nobody's name."""
        sentence = said(run(path, "review", "accept", "1241", "--by", "Turid " * 20))
        assert sentence == ("Navnet er 119 tegn. Det er plass til 60. Skriv det kortere. (R-WHO)")

    def test_a_slip_makes_nobody_new(self, path: Path) -> None:
        """Who is named in a command that is refused, is not noted."""
        said(run(path, "review", "accept", "Våler", "--by", "Birte"))
        with closing(sqlite3.connect(path)) as connection:
            names = connection.execute("select name from interviewer").fetchall()
        assert ("Birte",) not in names


class TestAnInterview:
    """Accepted, of another class, in the overview or not; each with its reason."""

    def test_accept(self, review: Review, db: Database, service: FinishedInterview) -> None:
        review("accept", "fusa")
        (decision,) = decisions(db, "1241")
        assert (decision.kind, decision.klass) == (DecisionKind.accepted, Class.service)

    def test_override(self, review: Review, db: Database, service: FinishedInterview) -> None:
        printed = review("override", "1241", "offers_only", "--reason", "  Ingen\nkoordinator ")
        assert printed.startswith("Fusa (Hordaland): satt til en annen klasse (Tilbud uten")
        (decision,) = decisions(db, "1241")
        assert (decision.klass, decision.reason) == (Class.offers_only, "Ingen koordinator")
        assert again(db, service).klass is Class.offers_only

    def test_only_to_a_class_that_there_is(self, refused: Refused) -> None:
        """That a unit is covered is decided in another way."""
        for klass in ["covered", "tjeneste", "", "\x1b[2Jnone!"]:
            sentence = refused("override", "1241", klass, "--reason", "x")
            assert "offers_only (tilbud uten tjeneste)" in sentence
            assert "\x1b" not in sentence
            assert sentence.endswith("(R-CLASS)")

    def test_the_overview(self, review: Review, db: Database) -> None:
        offers = first(db, Class.offers_only).unit_id
        assert "skal med i oversikten" in review("include", offers, "--reason", "Ti år")
        assert standings(db)[offers].is_included
        assert "holdt utenfor oversikten" in review("exclude", offers, "--reason", "Lagt ned")
        assert not standings(db)[offers].is_included

    def test_release(self, review: Review, db: Database) -> None:
        unit = said_to_publishing(db, "yes").unit_id
        review("edit", unit, "publish=after_check")
        assert "teksten er godkjent" in review("release", unit)
        assert standings(db)[unit].is_released

    @pytest.mark.parametrize("publish", ["yes", "no", None])
    def test_no_release_that_nobody_waits_for(
        self, db: Database, refused: Refused, publish: str | None
    ) -> None:
        unit = said_to_publishing(db, publish).unit_id
        assert refused("release", unit).endswith("(OVERVIEW-TEXT)")

    def test_nothing_about_the_overview_that_changes_nothing(
        self, db: Database, refused: Refused
    ) -> None:
        """It says why: the class is on the list anyway, never is, or they said no."""
        for command, unit, code in (
            ("include", "1241", "LISTED"),
            ("include", first(db, Class.none).unit_id, "CLASS"),
            ("exclude", first(db, Class.none).unit_id, "CLASS"),
            ("exclude", said_to_publishing(db, "no", LISTED).unit_id, "NOT-ALLOWED"),
        ):
            assert refused(command, unit, "--reason", "x").endswith(f"(OVERVIEW-{code})")

    def test_wants_a_reason(self, refused: Refused) -> None:
        """Where somebody will ask for one later."""
        for words in [
            ("override", "1241", "none"),
            ("include", "1241"),
            ("exclude", "1241", "--reason", " \t"),
            ("return", "1241", "--question", "stage"),
            ("return", "0716"),
            ("close", "0716", "given_up", "--reason", "\u200b"),
            ("apart", "0914", "0928"),
        ]:
            sentence = refused(*words)
            assert "--reason" in sentence
            assert sentence.endswith("(R-REASON)")

    def test_must_be_finished(self, refused: Refused) -> None:
        for words in [
            ("accept", "0716"),
            ("override", "0716", "none", "--reason", "x"),
            ("include", "0716", "--reason", "x"),
            ("release", "0716"),
            ("edit", "0716", "stage=1"),
            ("return", "0716", "--question", "stage", "--reason", "x"),
        ]:
            assert refused(*words).endswith("(R-INTERVIEW)")

    @pytest.mark.parametrize("command", ["accept", "release", "edit"])
    def test_is_decided_on_as_it_was_read(
        self, review: Review, refused: Refused, command: str
    ) -> None:
        """Somebody has answered anew since."""
        review("edit", "1241", "respondent_role=leder", "--revision", "1")
        assert refused(command, "1241", "--revision", "1").endswith("(INTERVIEW-CHANGED)")

    @pytest.mark.parametrize(
        "words",
        [
            ("accept", "1241"),
            ("override", "1241", "none", "--reason", "x"),
            ("return", "1241", "--question", "stage", "--reason", "x"),
        ],
    )
    def test_not_while_it_is_answered_again(
        self, review: Review, refused: Refused, words: tuple[str, ...]
    ) -> None:
        """It says so, and what can be done."""
        review("return", "1241", "--question", "stage", "--reason", "Er det åpnet?")
        assert refused(*words).endswith("(R-OPEN)")


class TestTheWholeWay:
    """Overridden, sent back, answered again, looked at again, accepted: every word is kept."""

    def test_from_override_to_acceptance(
        self, review: Review, db: Database, service: FinishedInterview
    ) -> None:
        review("override", "fusa", "offers_only", "--reason", "Ingen koordinator?")
        review("return", "fusa", "--question", "stage", "--reason", "Er det åpnet nå?")
        self.kari_asks_again(db)
        assert "Endret etter forrige avgjørelse" in " ".join(review("list").split())
        printed = " ".join(review("show", "fusa").split())
        assert "stage: Hvor langt er dere kommet? I ordinær drift" in printed
        assert "Revisjon 2" in printed
        review("accept", "fusa", "--revision", "2", by="Turid")
        told = decisions(db, "1241")
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
        kari.type("1241")
        kari.keys("enter", "f6")
        assert isinstance(kari.screen, Call)
        assert kari.screen.file.returned is not None
        assert kari.screen.file.returned.question == "Er det åpnet nå?"
        assert kari.screen.talk.at == Key("stage")
        kari.type("1")
        assert kari.screen.talk.at is None
        kari.keys("enter")
