"""`ringerunde review edit`: through the interview's own checks, all of it or nothing."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from db.cases import open_case, take_case
from db.database import Database
from db.interviews import load_interview
from db.people import sit_down
from db.review_desk import read_desk
from schemas.calls.settings import Settings
from schemas.review.finished_interviews import FinishedInterview, Why
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from tests.interviewer.commands.decide.desk import (
    TWO_OFFERS,
    Refused,
    Review,
    again,
    content,
    interviews,
    shared_with,
)
from tests.support.commands import details, run, said

NOW = datetime(2015, 4, 1, 9, tzinfo=UTC)

GROUPLESS = ("edit", "1241", "criterion_group=nei")
CONFIRMED = ("--confirm", "offers_miss_the_definition=Bare enesamtaler")


class TestEditing:
    """Other answers, through the interview's own checks: a new revision, or nothing at all."""

    def test_is_a_new_revision(
        self, review: Review, db: Database, service: FinishedInterview
    ) -> None:
        """Who typed it and what it was before is kept; the case is free, and in the queue."""
        review("accept", "1241")
        printed = review("edit", "1241", "stage=I oppstartsfasen", "respondent_role=")
        assert "revisjon 2. Signert Berit." in printed
        assert "  stage: I ordinær drift → I oppstartsfasen" in printed
        assert "  respondent_role: rådgiver → —" in printed
        assert "Klasse: Tjeneste → Tjeneste" in printed
        assert "i køen igjen" in printed
        after = again(db, service)
        assert (after.revision, after.interviewer) == (2, "Berit")
        assert after.said("stage") == "starting"
        assert Why.revised in next(
            item.whys
            for item in read_desk(db, Settings()).items
            if item.interview.unit_id == "1241"
        )
        case = open_case(db, service.case_id)
        assert case.holder is None
        assert case.interview is not None
        assert not case.interview.open
        stages = [
            one for one in load_interview(db, case.interview.id).entries if one.question == "stage"
        ]
        assert [one.value for one in stages] == ["operating", "starting"]

    def test_numbers_words_units_and_what_is_missing(
        self, review: Review, db: Database, service: FinishedInterview
    ) -> None:
        """As they are typed in an interview; several with semicolons."""
        review(
            "edit", "1241", *shared_with("gol", "hol"), "respondent_name=Kari Lie",
            "respondent_phone=22 33 44 55", "respondent_email=-9", "staff=3", "fte=2,5",
            "service_since_month=mars", "user_recruitment=1,2", "access=vet ikke",
            "challenges_text=Vi er få;\nmen vi er to.",
        )  # fmt: skip
        after = again(db, service).document
        told = {id: value for section in after.values() if isinstance(section, dict)
                for id, value in section.items()}  # fmt: skip
        assert told["respondent_phone"] == "+4722334455"
        assert told["respondent_email"] == {"missing": "refused"}
        assert (told["partner_units"], told["host_unit"]) == (["0617", "0620"], ["0617"])
        assert (told["staff"], told["fte"], told["service_since_month"]) == (3, "2.5", 3)
        assert told["user_recruitment"] == ["organisations", "former_participants"]
        assert told["access"] == {"missing": "dont_know"}
        assert told["challenges_text"] == "Vi er få;\nmen vi er to."

    def test_tells_the_contact_point_who_it_is(
        self, review: Review, db: Database, service: FinishedInterview
    ) -> None:
        """As an answer in an interview does."""
        review("edit", "1241", "respondent_name=Kari Lie", "respondent_role=leder")
        people = [(one.person, one.role) for one in open_case(db, service.case_id).contacts]
        assert ("Kari Lie", "leder") in people

    def test_one_offer_more_and_one_less(
        self, review: Review, db: Database, service: FinishedInterview
    ) -> None:
        review(*TWO_OFFERS)
        offers: Any = again(db, service).document["offers"]
        assert [one["offer_kind"] for one in offers] == ["lm", "lm"]
        assert offers[1]["offer_user_involvement"] == ["planning", "evaluation"]
        review("edit", "1241", "--drop-item", "1", "offer_name.2=Kreft")
        offers = again(db, service).document["offers"]
        assert [one["offer_name"] for one in offers] == ["Kreft"]

    def test_another_class(self, review: Review, db: Database, service: FinishedInterview) -> None:
        """A warning is let stand with a reason."""
        printed = review(*GROUPLESS, *CONFIRMED)
        assert "Klasse: Tjeneste → Grenseland" in printed
        assert "bekreftet: offers_miss_the_definition: Bare enesamtaler" in printed
        after = again(db, service)
        assert after.derived is Class.borderline
        assert after.confirmed[0]["reason"] == "Bare enesamtaler"

    def test_that_is_not_whole_changes_nothing(self, path: Path) -> None:
        """Each thing in the way is named, with what to type."""
        before = content(path)
        for words, tells in [
            (GROUPLESS[2:], "has_offers: Svarene tyder på at tilbudene ikke kommer inn under"),
            (GROUPLESS[2:], "--confirm offers_miss_the_definition=GRUNN"),
            (("staff=1", "fte=2"), "fte: Årsverkene kan ikke være flere enn de ansatte."),
            (("coordination=scattered",), "plans=… decided (Ja, det er vedtatt)"),
            (("offer_name.2=Kreft",), "offer_kind.2=… lm (Lærings- og mestringstilbud)"),
            (("plans=no",), "Det spørres ikke om dette, slik svarene nå er:\n  plans"),
            (("consent=no",), "Svarene stopper i innledningen"),
            (("coordination=kanskje", "staff=mange"), "coordination: Det svaret står ikke på"),
            (("coordination=kanskje", "staff=mange"), "staff: «mange» er ikke et tall."),
            (("right_person=-8",), "right_person: «Vet ikke» kan ikke brukes her."),
            (("service_name=",), "service_name: Skriv "),
            (("stage=1", "staff=2", "stage=2"), "stage: står to ganger"),
            (("stage=1", "--drop-item", "1"), "offer_name.1=… Hva heter tilbudet?"),
        ]:
            result = run(path, "review", "edit", "1241", *words, "--by", "Berit")
            assert said(result).endswith("(R-EDIT)")
            assert tells in details(result)
            assert content(path) == before

    def test_a_no_that_nobody_can_vouch_for(self, review: Review, path: Path, db: Database) -> None:
        """What an interview would not take from a switchboard, an edit does not either."""
        unit = next(one.unit_id for one in interviews(db) if one.said("has_offers") == "no")
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(
                "update contact_point set department = 'switchboard', knows = 'unknown'"
            )
            connection.commit()
        result = run(path, "review", "edit", unit, "respondent_unit=switchboard", "--by", "Berit")
        assert "Et nei fra sentralbordet holder ikke" in details(result)

    def test_is_refused(self, refused: Refused) -> None:
        table: tuple[tuple[tuple[str, ...], str], ...] = (
            ((), "R-SAME"),
            (("coordination=unit",), "R-SAME"),
            (("stage",), "R-EDIT"),
            (("nonsense=1",), "R-QUESTION"),
            (("intro=read",), "R-QUESTION"),
            (("offers=2",), "R-QUESTION"),
            (("offer_kind=lm",), "R-ITEM"),
            (("stage.1=1",), "R-ITEM"),
            (("offer_kind.4=lm",), "R-ITEM"),
            (("--drop-item", "2"), "R-ITEM"),
            (("--drop-item", "1", "--drop-item", "1"), "R-ITEM"),
            (("partner_units=Våler",), "R-EDIT"),
            (("partner_units=Langtvekk",), "R-EDIT"),
            (CONFIRMED, "R-CHECK"),
            ((*GROUPLESS[2:], "--confirm", "offers_miss_the_definition="), "R-CHECK"),
            ((*GROUPLESS[2:], "--confirm", "jeg er sikker"), "R-EDIT"),
            (("staff=1", "fte=2", "--confirm", "fte_above_staff=sikker"), "R-CHECK"),
        )
        for words, code in table:
            assert refused("edit", "1241", *words).endswith(f"({code})"), words

    def test_not_while_it_is_answered_again(self, review: Review, refused: Refused) -> None:
        review("return", "1241", "--question", "stage", "--reason", "Er det åpnet?")
        assert refused("edit", "1241", "stage=2").endswith("(R-OPEN)")
        review("discard", "1241", "--reason", "Det er klart nok")
        assert "revisjon 2" in review("edit", "1241", "stage=2")

    def test_not_while_somebody_has_the_case(
        self, db: Database, refused: Refused, service: FinishedInterview
    ) -> None:
        kari = sit_down(db, uuid4(), "Kari", "kari@pc", NOW)
        take_case(db, service.case_id, kari.id, datetime.now(UTC))
        assert refused("edit", "1241", "stage=2").endswith("(CASE-HELD)")
