"""What is said about the public list after each decision, and what the list then has.

A consent that was given later, the letter with the text, and the preview beside publishing.
"""

from pathlib import Path

import pytest

from db.database import Database
from db.public_list import read_overview
from interviewer.publish.export_request import UNWATCHED, Order
from interviewer.publish.exports import export_csv
from schemas.review.decisions import OF_INTERVIEW, DecisionKind
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from tests.interviewer.commands.decide.desk import (
    Refused,
    Review,
    decisions,
    first,
    shared_with,
    untouched,
)
from tests.support.commands import run, said

SAID = ("--who", "Kari Lie, leder", "--on", "2.2.2015", "--how", "telefon")
PHONE = ("--phone", "69 17 45 00")
STEPS: dict[DecisionKind, tuple[tuple[str, ...], ...]] = {
    DecisionKind.accepted: (("accept",),),
    DecisionKind.overridden: (
        ("override", "offers_only", "--reason", "Spredt"),
        ("override", "service", "--reason", "Samlet"),
        ("override", "borderline", "--reason", "Uklart"),
    ),
    DecisionKind.included: (("include", "--reason", "Ti år"),),
    DecisionKind.excluded: (("exclude", "--reason", "Legges ned"), ("include", "--reason", "Nei")),
    DecisionKind.declined: (("decline", *SAID),),
    DecisionKind.consented: (("allow", *SAID, *PHONE), ("include", "--reason", "Ti år")),
    DecisionKind.returned: (("return", "--question", "has_offers", "--reason", "Sikkert?"),),
    DecisionKind.discarded: (("discard", "--reason", "Sikkert nok"),),
    DecisionKind.released: (("release", *SAID),),
}
"""Every decision about an interview, as it is typed; the unit comes behind the command."""


def is_listed(db: Database, unit: str) -> bool:
    """Whether the overview that would be written now has a line of the unit."""
    listed = read_overview(db)
    assert listed is not None
    return any(unit in entry.members for entry in listed.entries)


WHY = ("--reason", "Slått sammen")
OF_CASES: dict[DecisionKind, tuple[tuple[str, ...], ...]] = {
    DecisionKind.covered: (("cover", "1241"),),
    DecisionKind.not_covered: (("apart", "1241", *WHY),),
    DecisionKind.not_found_after_search: (("close", "not_found_after_search", *WHY),),
    DecisionKind.out_of_frame: (("close", "out_of_frame", *WHY),),
    DecisionKind.given_up: (("cover", "1241", *WHY), ("close", "given_up", *WHY)),
    DecisionKind.withdrawn: (("withdraw", "--yes"),),
}
"""Every decision about a case without an interview of its own: Hol shares the service of Fusa."""


@pytest.mark.slow
class TestEveryDecision:
    def test_none_is_left_out(self) -> None:
        """A new decision is walked here, too."""
        assert set(STEPS) == OF_INTERVIEW
        assert {*STEPS, *OF_CASES} == set(DecisionKind)

    @pytest.mark.parametrize(
        ("klass", "publish"),
        [
            (Class.service, "yes"),
            (Class.service, "after_check"),
            (Class.service, "no"),
            (Class.borderline, "yes"),
            (Class.offers_only, "yes"),
        ],
    )
    def test_says_what_the_list_then_has(
        self, path: Path, db: Database, review: Review, klass: Class, publish: str
    ) -> None:
        """Whatever it was and whatever they said: after each word, done or refused.

        Every one of them comes to be of each class on the way.
        What is said anew stands on the interview's page, too.
        """
        unit = first(db, klass).unit_id
        review("edit", unit, f"publish={publish}", *(PUBLIC if publish != "no" else ()))
        seen, shown = set(), set[str]()
        for command, *words in (step for steps in STEPS.values() for step in steps):
            result = run(path, "review", command, unit, *words, "--by", "Berit")
            listed = is_listed(db, unit)
            seen.add(listed)
            if result.exit_code:
                assert "(OVERVIEW-" in said(result)
                continue
            told = result.output.splitlines()[-1]
            assert told.startswith("Står i oversikten" if listed else NOT_LISTED)
            if told not in shown:
                assert told in " ".join(review("show", unit).split())
                shown.add(told)
        assert seen == {True, False}

    def test_about_a_case_says_so_too(self, path: Path, db: Database, review: Review) -> None:
        """Samnanger stands there with Fusa, or not at all, as it was just said."""
        shares(review)
        seen = []
        for command, *words in (step for steps in OF_CASES.values() for step in steps):
            result = run(path, "review", command, "1242", *words, "--by", "Berit")
            assert result.exit_code == 0, said(result)
            listed = is_listed(db, "1242")
            told = next(one for one in result.output.splitlines() if one.startswith("Står "))
            assert told.startswith(f"{TOGETHER} Fusa (Hordaland) når" if listed else NOT_LISTED)
            seen.append(listed)
        assert set(seen) == {True, False}

    def test_what_is_gone_is_told_with_its_reason(
        self, path: Path, review: Review, tmp_path: Path
    ) -> None:
        """Published, decided, published again: the program itself explains the difference."""
        shares(review)
        out = ("overview", "--out", str(tmp_path / "out"))
        assert "I oversikten: 1" in run(path, *out).output
        gone = "  Tatt ut: Fusa (Hordaland): Læring og mestring Fusa ({})"
        for words, why in (
            (("override", "1241", "none", *WHY), "klassen er «Ingen tjeneste»"),
            (("override", "1241", "service", *WHY), None),
            (("decline", "1241", *SAID), "har sagt nei"),
            (("allow", "1241", *SAID, *PHONE), None),
            (("withdraw", "1241", "--yes"), "respondenten har trukket seg"),
        ):
            review(*words)
            told = run(path, *out).output
            assert ([gone.format(why)] if why else []) == [
                one for one in told.splitlines() if "Tatt ut" in one
            ]
            assert ("tatt ut: 1" if why else "ingen endringer") in told  # put back, nothing is new

    def test_of_a_host_reaches_those_who_share(self, db: Database, review: Review) -> None:
        """When it withdraws, nobody stands there by its word."""
        shares(review)
        assert NOT_LISTED in " ".join(review("show", "1242").split())
        assert TOGETHER in review("cover", "1242", "1241")
        assert is_listed(db, "1242")
        assert NOT_LISTED in review("withdraw", "1241", "--yes")
        assert not is_listed(db, "1242")
        assert not is_listed(db, "1241")


def shares(review: Review) -> None:
    """Fusa may be listed, and says that Samnanger has a part in its service."""
    review("edit", "1241", "publish=yes", *PUBLIC, *shared_with("fusa", "samnanger"))
    review("accept", "1241")


TOGETHER = "Står i oversikten sammen med"
NOT_LISTED = "Står ikke i oversikten når den skrives neste gang: "

PUBLIC = ("public_phone=69174500", "public_email=-8", "public_url=-8", "public_contact_name=-8")


class TestAConsentGivenLater:
    """The coordinator records it: who, when, how, and which contact details may stand there."""

    def test_lists_a_borderline_case_that_was_never_asked(
        self, review: Review, db: Database
    ) -> None:
        """As it was in 2015.1: made a service, consented, and there it is with those details."""
        unit = first(db, Class.borderline).unit_id
        review("edit", unit, "publish=no")
        assert "har sagt nei" in review("override", unit, "service", "--reason", "Egen leder")
        told = review("allow", unit, *SAID, "--contact", "Kari Lie", *PHONE)
        assert "Står i oversikten når den skrives neste gang." in told
        listed = read_overview(db)
        assert listed is not None
        (entry,) = (one for one in listed.entries if one.unit_id == unit)
        assert (entry.contact, entry.phone, entry.email) == ("Kari Lie", "+4769174500", "")
        consent = decisions(db, unit)[-1].consent
        assert consent is not None
        assert (consent.given_by, str(consent.given_on)) == ("Kari Lie, leder", "2015-02-02")
        shown = " ".join(review("show", unit).split())
        assert (
            "Samtykke gitt utenom intervjuet (Kari Lie, leder, 2. februar 2015, på telefon)"
            in shown
        )

    def test_is_taken_back_by_a_no(self, review: Review, db: Database, tmp_path: Path) -> None:
        """At once, and in what is exported, too."""
        unit = first(db, Class.service).unit_id
        review("edit", unit, "publish=yes", *PUBLIC)
        review("accept", unit)
        assert is_listed(db, unit)
        assert "Står ikke i oversikten når den skrives neste gang: har sagt nei." in review(
            "decline", unit, *SAID
        )
        export_csv(db, Order(tmp_path / "out"), UNWATCHED)
        rows = (tmp_path / "out" / "interviews.csv").read_text("utf-8-sig")
        assert "69 17 45 00" not in next(one for one in rows.splitlines() if unit in one)

    def test_says_what_is_missing(self, refused: Refused, db: Database) -> None:
        unit = first(db, Class.service).unit_id
        for words, says in [
            ((*SAID,), "Telefon: Oppgi minst ett av disse"),
            ((*SAID[2:], *PHONE), "Hvem sa det: Skriv hvem"),
            ((*SAID[:4], *PHONE), "Hvordan: Skriv hvordan: telefon, e-post, brev, møte."),
            ((*SAID[:2], "--on", "1.1.2999", *SAID[4:], *PHONE), "Dato: Datoen har ikke vært ennå"),
            ((*SAID[:2], "--on", "i fjor", *SAID[4:], *PHONE), "Dato: Skriv datoen slik"),
            ((*SAID, "--phone", "12"), "Telefon: "),
        ]:
            assert says in refused("allow", unit, *words)

    def test_is_noted_of_a_case_without_an_interview(
        self, path: Path, review: Review, db: Database
    ) -> None:
        """Whom they may be reached through stands ready; nothing is said to be on the list."""
        unit = untouched(db)
        for command, *words in (("allow", *SAID, *PHONE), ("decline", *SAID)):
            told = review(command, unit, *words)
            assert f"{NOT_LISTED}har ingenting som føres opp der." in told
            assert not is_listed(db, unit)
        yes, no = decisions(db, unit)
        assert yes.consent is not None
        assert (yes.kind, yes.interview_id, yes.revision) == (DecisionKind.consented, None, None)
        assert (yes.consent.given_by, yes.consent.phone) == ("Kari Lie, leder", "+4769174500")
        assert (no.kind, no.reason) == (DecisionKind.declined, "")
        result = run(path, "review", "release", unit, *SAID, "--by", "Berit")
        assert "har ikke noe fullført intervju" in said(result)

    def test_is_for_what_can_be_listed(self, refused: Refused, db: Database) -> None:
        unit = first(db, Class.none).unit_id
        assert refused("allow", unit, *SAID, *PHONE).endswith("(OVERVIEW-CLASS)")


class TestTheLetter:
    def test_has_exactly_what_would_stand_there(self, review: Review, db: Database) -> None:
        """And their answer is noted."""
        unit = first(db, Class.service).unit_id
        review("edit", unit, "publish=after_check", *PUBLIC)
        assert "vil se teksten først" in review("accept", unit)
        letter = review("letter", unit)
        assert letter.startswith("Hei!")
        assert "69 17 45 00" in letter
        assert letter.rstrip().endswith("(NK LMH)")
        review("release", unit, *SAID)
        listed = read_overview(db)
        assert listed is not None
        (entry,) = (one for one in listed.entries if one.unit_id == unit)
        assert entry.title in letter
        consent = decisions(db, unit)[-1].consent
        assert consent is not None
        assert consent.given_by == "Kari Lie, leder"

    def test_is_for_those_who_asked_to_see_it(
        self, review: Review, refused: Refused, db: Database
    ) -> None:
        """It says that they did, and that nothing is published before they have answered."""
        unit = first(db, Class.service).unit_id
        for answer in ("yes", "no"):
            review("edit", unit, f"publish={answer}", *(PUBLIC if answer == "yes" else ()))
            assert refused("letter", unit).endswith("(OVERVIEW-TEXT)")


class TestThePreview:
    def test_shows_every_line_and_writes_nothing(
        self, path: Path, review: Review, db: Database, tmp_path: Path
    ) -> None:
        unit = first(db, Class.service).unit_id
        review("edit", unit, "publish=yes", *PUBLIC)
        review("accept", unit)
        result = run(path, "overview", "--out", str(tmp_path / "out"), "--preview")
        assert "  Telefon: 69 17 45 00" in result.output.splitlines()
        assert "I oversikten: 1" in result.output
        assert "Venter: ikke gjennomgått" in result.output
        assert "Obs: ingen adresse å melde feil til." in result.output
        assert not (tmp_path / "out").exists()
