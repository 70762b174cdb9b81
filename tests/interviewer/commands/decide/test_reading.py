"""`ringerunde review list` and `show`: what lies on the desk, and how a unit is named."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.database import Database
from db.review_desk import read_desk
from interviewer.commands.decide.queue_listing import print_list
from schemas.calls.settings import Settings
from schemas.review.finished_interviews import FinishedInterview
from tests.db.desk import accept_all
from tests.interviewer.commands.decide.desk import Refused, Review, interviews
from tests.support.commands import run, said


def test_without_a_command_is_the_screen(path: Path) -> None:
    """Which needs a terminal."""
    assert said(run(path, "review")).endswith("(S-TERMINAL)")


class TestTheList:
    """The interviews to look at, each with its class and why; and what waits for a word."""

    def test_tells_why_each_is_in_it(self, review: Review, db: Database) -> None:
        printed = " ".join(review("list").split())
        for item in filter(lambda one: one.whys, read_desk(db, Settings()).items):
            assert f"{item.interview.unit_id} " in printed
            assert item.why.capitalize() in printed
        assert "12 å se på" in printed
        assert "0 av 12 avgjort" in printed

    def test_has_the_cases_that_are_with_the_coordinator(self, review: Review) -> None:
        """With the reason in words."""
        printed = " ".join(review("list").split())
        assert "Hos koordinator 0716" in printed
        assert "Re (Vestfold): Feil avdeling, vet ikke hvem" in printed
        assert "skal de spørres igjen?" in printed

    def test_leaves_out_what_is_decided(self, review: Review, service: FinishedInterview) -> None:
        """Unless one asks for all."""
        review("accept", service.unit_id)
        assert "1241 Fusa" not in review("list")
        assert "avgjort: godtatt (Berit)" in review("list", "--all")

    def test_has_a_list_of_what_is_open_again(
        self, review: Review, refused: Refused, service: FinishedInterview
    ) -> None:
        """By whom, since when and why; until it is discarded."""
        assert "Ingen intervjuer er sendt tilbake" in review("opened")
        review("return", "1241", "--question", "stage", "--reason", "Er det åpnet?")
        told = " ".join(review("opened").split())
        assert "1241 Fusa (Hordaland): Sendt tilbake av Berit, " in told
        assert "«Er det åpnet?»" in told
        assert told.split(": ", 1)[1] in " ".join(review("list").split())
        assert "Dette er svarene fra før det, og de gjelder." in " ".join(
            review("show", "1241").split()
        )
        assert refused("discard", "1241").endswith("(R-REASON)")
        discarded = review("discard", "1241", "--reason", "Det er klart nok")
        assert discarded.startswith(
            "Fusa (Hordaland): endringene er forkastet (revisjon 1 gjelder)"
        )
        assert "Ingen intervjuer er sendt tilbake" in review("opened")
        assert refused("discard", "1241", "--reason", "x").endswith("(INTERVIEW-NOT-OPEN)")

    def test_says_when_there_is_nothing(self, review: Review, db: Database) -> None:
        accept_all(db)
        assert "Ingenting å se på nå" in review("list")

    def test_says_that_nothing_is_complete_yet(
        self, database: Database, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """And does not lead to a list that is as empty."""
        print_list(database, datetime(2015, 3, 2, 11, 0, tzinfo=UTC), everything=True)
        printed = capsys.readouterr().out
        assert "Ingen intervjuer er fullført ennå." in printed
        assert "--all" not in printed


class TestOneUnit:
    """Everything that one decides on."""

    def test_an_interview(self, review: Review, service: FinishedInterview) -> None:
        """Class and reasons, the way there, and every question by the name one types."""
        printed = " ".join(review("show", "fusa").split())
        assert printed.startswith("1241 Fusa (Hordaland): Tjeneste Revisjon 1")
        for words in (
            *service.because,
            "Derfor i køen: ",
            "Gjenstår: ikke avgjort",
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
        review("override", "1241", "none", "--reason", "Bare livsstilskurs")
        printed = " ".join(review("show", "1241").split())
        assert "1241 Fusa (Hordaland): Ingen tjeneste" in printed
        assert "Klassen som følger av svarene: Tjeneste" in printed
        assert "Berit: Satt til en annen klasse (Ingen tjeneste) – Bare livsstilskurs" in printed

    def test_a_case_without_an_interview(self, review: Review) -> None:
        """Where it is and why, its calls and contact points."""
        printed = " ".join(review("show", "Re").split())
        assert "0716 Re (Vestfold): ikke noe fullført intervju Hos koordinator: " in printed
        assert "Feil avdeling, vet ikke hvem" in printed
        assert "Kontaktpunkter Sentralbord" in printed
        assert "Forskjell" not in printed

    def test_one_that_was_returned(self, review: Review, service: FinishedInterview) -> None:
        """The answers as they were last, and that others are on their way."""
        review("return", "1241", "--question", "stage", "--reason", "Er det åpnet?")
        printed = " ".join(review("show", "1241").split())
        assert "Sendt tilbake av Berit" in printed
        assert "intervjueren – Er det åpnet? (spørsmål: stage)" in printed
        assert "Gjenstår: åpnet igjen, og ikke fullført på nytt" in printed


class TestNamingAUnit:
    """By number or name; never by a guess."""

    def test_one_unit(self, review: Review) -> None:
        for name in ["1241", "Fusa", "FUSA", "Fusa (Hordaland)", "1241 Fusa (Hordaland)"]:
            assert "1241 Fusa (Hordaland)" in review("show", name)

    def test_as_it_is_called(self, review: Review) -> None:
        for name, unit in [
            ("Bø (Telemark)", "0821"),
            ("bjerke", "030109"),
            ("Bydel Bjerke", "030109"),
            ("Kárášjohka", "2021"),
        ]:
            assert review("show", name).startswith(f"{unit} ")

    def test_two_of_one_name(self, refused: Refused) -> None:
        """Both are listed, with their counties."""
        sentence = refused("accept", "Våler")
        assert "0137 Våler (Østfold) eller 0426 Våler (Hedmark)" in sentence
        assert sentence.endswith("(R-UNIT-SEVERAL)")

    def test_nobody(self, refused: Refused) -> None:
        """A guess is offered, and not taken."""
        for name, guess in [
            ("fus", "1241 Fusa (Hordaland)"),
            ("241", ""),
            ("", ""),
            ("\x1b[2J", ""),
        ]:
            sentence = refused("accept", name)
            assert guess in sentence
            assert "\x1b" not in sentence
            assert sentence.endswith("(R-UNIT)")
