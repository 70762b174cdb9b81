"""The libraries were asked before, in an earlier phase with questions of its own, in this one file.

Its form has other columns than phase one's had, and asks nobody whom they work together with.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from db.cases import case_id_of, load_register, open_case
from db.claim_forms import claim_forms
from db.database import Database
from db.open_database import open_database
from interviewer.commands.imports import import_file
from interviewer.publish.claim_figures import print_claim_figures
from interviewer.publish.claim_matrix import print_claim_matrix
from interviewer.screens.call.panels.claim_comparison import RevealPanel
from interviewer.services.bring_in import FileHolds
from schemas.language.text import Text
from schemas.questionnaire.answers import Choice
from schemas.questionnaire.walk import Key
from schemas.review.claim_forms import ClaimBar, ClaimFigure, ClaimFigures, ClaimForm
from schemas.review.claims import Claim, Difference
from schemas.review.earlier_phase import ClaimWords, EarlierPhase, FormDesign, FormOddity
from schemas.review.shares import percent
from schemas.surveys.survey import EarlierName
from tests.interviewer.test_third_survey import (
    SAMPLE,
    Has,
    Reading,
    is_told_of_a_circle,
    rings_the_childrens_room,
)
from tests.interviewer.test_third_survey import SURVEY as WITHOUT_ONE
from tests.support.keyboard import Keyboard

# ── What was asked in 2012 ───────────────────────────────────────────────────────────────────────


class Met(Choice):
    """How often a circle met."""

    often = Text("Hver uke")
    seldom = Text("Sjeldnere")


class Wished(Choice):
    """Whether they wished for one."""

    yes = Text("Ønsker en")
    no = Text("Ønsker ingen")


class Said(Claim):
    """What a library said of itself."""

    meets = Text("Har en sirkel som møtes")
    wishes = Text("Ønsker en sirkel")


class Why(Difference):
    """Why it is otherwise now."""

    confirmed = Text("Det stemmer")
    stopped = Text("Sirkelen er lagt ned")


def claim_of(answers: Mapping[str, Choice]) -> Said | None:
    """What a form says."""
    if "met" in answers:
        return Said.meets
    return Said.wishes if answers.get("wished") is Wished.yes else None


def found(answers: Mapping[Key, Any]) -> Said:
    """What the conversation says, in the words of the claims."""
    return Said.meets if answers.get(Key("circle")) is Reading.yes else Said.wishes


def odd(form: ClaimForm) -> Iterator[FormOddity]:
    """Whoever has a circle does not wish for one."""
    if {"met", "wished"} <= form.answers.keys():
        yield FormOddity("wished", Text("de som har en sirkel, ønsker seg ingen"), wrong=True)


def figures(forms: Collection[ClaimForm], units: int) -> ClaimFigures:
    """How often the circles met."""
    of = [form for form in forms if form.is_respondent]
    counted = ((code, sum(form.answers.get("met") is code for form in of)) for code in Met)
    bars = tuple(ClaimBar(one.name, one.label, n, percent(n, len(of))) for one, n in counted)
    met = ClaimFigure(1, Text("Møter"), len(of), percent(len(of), len(of)), bars)
    return ClaimFigures(units, len(of), percent(len(of), units), 0, (met,))


NAME: Final = EarlierName("circles-2012", Text("runden i 2012"))
EARLIER: Final = EarlierPhase(
    command=NAME.command,
    claims=Said,
    differences=Why,
    confirmed=Why.confirmed,
    nothing=Said.wishes,
    tested=Said.meets,
    as_claimed={Said.meets: (Has.circle,), Said.wishes: (Has.nothing,)},
    shown_after="circles",
    checks=frozenset(),
    words=ClaimWords(
        name=NAME.phase,
        later=Text("runden i 2015"),
        shown=Text("Runden i 2012"),
        said=Text("Biblioteket sa"),
        kept=Text("det biblioteket svarte i 2012"),
        disproved=Text("av sirklene var borte"),
    ),
    form=FormDesign(
        questions={"met": ("moter", Met), "wished": ("onsker", Wished)},
        years=range(2012, 2013),
        source="skjemaet fra 2012",
        odd=odd,
    ),
    claim_of=claim_of,
    found=found,
    figures=figures,
    headline=lambda matrix: f"{matrix.disproved.count} av {matrix.checked} sirkler er borte.",
    left_out=lambda _: "",
)
SURVEY: Final = replace(WITHOUT_ONE, earlier=EARLIER, earlier_name=NAME)

CONTACT: Final = "kontakt_navn;kontakt_stilling;kontakt_avdeling;kontakt_telefon;kontakt_epost"
HEADING: Final = f"enhet;svart_dato;moter;onsker;{CONTACT}"
SOLVBERGET: Final = "B1;3.10.2012;seldom;;;;;;"
MEIERIET: Final = "B2;4.10.2012;;yes;Pia Lie;;Barneavdelingen;51507100;"

# ── From the file to the matrix ──────────────────────────────────────────────────────────────────


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """A new database for it."""
    path = tmp_path / "libraries.sqlite"
    with closing(
        open_database(path, create=True, survey=SURVEY, sample=SAMPLE, durable=False)
    ) as database:
        load_register(database)
        yield database


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """No sentence is broken in two."""
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def imported(db: Database, tmp_path: Path) -> Database:
    """Two libraries had answered in 2012."""
    import_file(db, FileHolds.claims, file(tmp_path, SOLVBERGET, MEIERIET))
    return db


def file(folder: Path, *rows: str) -> Path:
    """The file with the forms."""
    path = folder / "svar.csv"
    path.write_text("\n".join((HEADING, *rows)), encoding="utf-8")
    return path


class TestAnotherEarlierPhase:
    def test_its_file_is_read(
        self, db: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Its own columns, and nothing of who works together with whom."""
        import_file(db, FileHolds.claims, file(tmp_path, SOLVBERGET, MEIERIET))
        told = capsys.readouterr().out
        assert "Svar fra runden i 2012" in told
        assert "dekket" not in told
        assert [(one.unit_id, dict(one.answers)) for one in claim_forms(db)] == [
            ("B1", {"met": Met.seldom}),
            ("B2", {"wished": Wished.yes}),
        ]

    def test_what_is_odd_about_a_form_it_says_itself(
        self, db: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """In its own words, with its own years."""
        odd_row = MEIERIET.replace(";;yes", ";often;yes").replace("2012", "2014")
        import_file(db, FileHolds.claims, file(tmp_path, SOLVBERGET, odd_row), skip_bad=True)
        told = " ".join("".join(capsys.readouterr()).replace("│", "").split())
        assert "undersøkelsen (2012)" in told
        assert "de som har en sirkel, ønsker seg ingen" in told

    def test_its_claim_is_shown_after_its_section(self, imported: Database) -> None:
        """With what the conversation says beside it, and why it may differ."""
        kari = Keyboard(imported).sits_down()
        rings_the_childrens_room(kari)
        kari.keys("enter", "1", "1", *"Siv Moen", "enter", "2")
        assert isinstance(kari.call.panel, RevealPanel)
        assert "Biblioteket sa: Har en sirkel som møtes" in kari.picture()
        assert "Samtalen viser: Ønsker en sirkel" in kari.picture()
        kari.keys("2")
        reveal = open_case(imported, case_id_of("B1")).reveal
        assert reveal is not None
        assert (reveal.claim, reveal.reason) == ("meets", "stopped")

    def test_its_figures_and_its_matrix_are_printed(
        self, imported: Database, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Claims across, findings down, and the units behind every cell."""
        kari = Keyboard(imported).sits_down()
        rings_the_childrens_room(kari)
        is_told_of_a_circle(kari)
        kari.keys("enter", "enter")
        capsys.readouterr()
        print_claim_figures(imported)
        print_claim_matrix(imported)
        told = " ".join(capsys.readouterr().out.split())
        assert "Figur 1: Møter (2 enheter, 100 %)" in told
        assert "0 av 1 sirkler er borte." in told
        assert "Har en sirkel som møtes → Lesesirkel (1): B1" in told
