"""The codebook: the whole instrument on paper and as data, and the fingerprint that it leaves."""

import json
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import Field

from schemas.codebook.codebook import codebook, fingerprint, fingerprint_of
from schemas.codebook.printed import WIDTH, printed
from schemas.language.text import LANGUAGES, Language, Text
from schemas.questionnaire.answers import Answer, Choice
from schemas.questionnaire.checks import soft
from schemas.questionnaire.conditions import THIS_YEAR
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import ask, given
from schemas.questionnaire.sections import Section
from schemas.questionnaire.types import Whole
from schemas.questionnaire.types.descriptions import Limit
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from schemas.surveys.survey import Survey
from schemas.surveys.versions import check_declared, released, today
from tests.schemas.codebook.goldens import REFRESH, goldens, surveys

BOOK = codebook(PhaseTwo)
ENTRIES = {entry.id: entry for group in BOOK.sections for entry in group.questions}


class TestGoldens:
    """What is committed is what the questionnaires say."""

    @pytest.mark.parametrize(
        ("path", "text"),
        [golden for survey in surveys() for golden in goldens(survey)],
        ids=lambda value: f"{value.parent.name}-{value.name}" if isinstance(value, Path) else "",
    )
    def test_codebooks(self, path: Path, text: str) -> None:
        """Printed in every language and as JSON; look at the difference before it is refreshed."""
        assert text == path.read_text("utf-8"), (
            f"The codebook has changed: `{REFRESH}` writes it again."
        )

    @pytest.mark.parametrize("survey", list(surveys()), ids=lambda survey: str(survey.name))
    def test_a_changed_instrument_is_a_new_version(self, survey: Survey) -> None:
        """Or interviews that are not alike would pass for alike."""
        check_declared(survey)


class TestPrinted:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_fits_the_page(self, language: Language) -> None:
        """A hundred columns, no blanks at the ends of lines."""
        lines = printed(BOOK, language).splitlines()
        assert max(map(len, lines)) <= WIDTH
        assert [line for line in lines if line != line.rstrip()] == []

    def test_has_every_question_check_and_definition(self) -> None:
        """Nothing in the instrument is left out."""
        first_words = {line.split()[0] for line in printed(BOOK).splitlines() if line.strip()}
        assert first_words >= set(PhaseTwo.by_id)
        assert first_words >= {check.id for check in PhaseTwo.checks()}
        assert first_words >= {definition.id for definition in PhaseTwo.definitions}

    def test_an_entry(self) -> None:
        """Id, type, text, when it is asked, its codes with numbers, and what is missing."""
        assert _printed_entry("funding_secure") == [
            "funding_secure            single     Er videreføringen sikret?",
            "  1  yes        Ja",
            "  2  until      Til et bestemt tidspunkt",
            "  3  uncertain  Usikkert",
            "-8 Vet ikke · -9 Vil ikke svare",
        ]
        assert _printed_entry("funding_until") == [
            "funding_until             year       Til hvilket år er videreføringen sikret?",
            'Når: funding_secure er "Til et bestemt tidspunkt"',
            "Grenser: intervjuåret–2100",
            "-8 Vet ikke · -9 Vil ikke svare",
        ]


def _printed_entry(question: str) -> list[str]:
    lines = printed(BOOK).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(f"{question} "))
    end = next(n for n, line in enumerate(lines) if n > start and not line)
    return [lines[start], *(line.removeprefix(" " * 37) for line in lines[start + 1 : end])]


class TestData:
    def test_is_json(self) -> None:
        """All of it comes back from JSON as it was."""
        data = BOOK.as_json()
        assert json.loads(json.dumps(data)) == data
        assert data["fingerprint"] == fingerprint(PhaseTwo)
        assert (data["name"], data["version"]) == (PhaseTwo.name, PhaseTwo.version)

    def test_has_every_text_in_every_language(self) -> None:
        """With the translations, for whoever makes a form of it."""
        (consent,) = [
            question
            for section in BOOK.as_json()["sections"]
            for question in section["questions"]
            if question["id"] == "consent"
        ]
        assert consent["codes"][0] == {
            "number": 1,
            "code": "yes",
            "label": {"nb": "Ja", "nn": "Ja", "en": "Yes"},
            "only": False,
        }

    def test_names_the_missing_states(self) -> None:
        """Not asked always; the others where the question takes them."""
        assert ENTRIES["consent"].missing == ("not_asked",)
        assert ENTRIES["has_offers"].missing == ("not_asked", "dont_know")
        assert ENTRIES["stage"].missing == ("not_asked", "dont_know", "refused")
        assert [state.number for state in BOOK.missing] == [-7, -8, -9]

    @pytest.mark.parametrize(
        ("question", "limits"),
        [
            ("staff", ("0", "200", None, None)),
            ("fte", ("0", "100", None, None)),
            ("offers_since", ("1990", THIS_YEAR, None, None)),
            ("plan_when", (THIS_YEAR, THIS_YEAR + 10, None, None)),
            ("service_since_month", ("1", "12", None, None)),
            ("service_name", (None, None, 200, None)),
            ("host_unit", (None, None, None, 1)),
        ],
    )
    def test_names_the_limits(
        self, question: str, limits: tuple[Limit | None, Limit | None, int | None, int | None]
    ) -> None:
        """Those of the question before those of its type."""
        found = ENTRIES[question].limits
        assert found
        assert (found.least, found.most, found.length, found.units) == limits

    def test_says_who_may_see_what(self) -> None:
        """Personal answers with contacts only, the private note never."""
        personal = {id for id, entry in ENTRIES.items() if entry.personal}
        assert personal == {"respondent_name", "respondent_phone", "respondent_email"}
        assert [id for id, entry in ENTRIES.items() if entry.private] == ["private_note"]


class Colour(Choice):
    """Two codes."""

    red = Text("Rød", "Raud", "Red")
    blue = Text("Blå", "Blå", "Blue")


class Paint(Choice):
    """The same two, one called something else."""

    red = Text("Rød", "Raud", "Red")
    blue = Text("Blått", "Blå", "Blue")


def small(
    words: Text = Text("Farge?"),  # noqa: B008 - frozen
    codes: type[Choice] = Colour,
    most: int = 10,
    code: str = "red",
    limit: int = 5,
    says: str = "Mye.",
    version: str = "1",
) -> type[Questionnaire]:
    """A questionnaire of two questions and a check."""

    class Only(Section, heading="Alt"):
        colour: Answer[codes] = ask(words)  # type: ignore[valid-type]
        coats: Answer[Annotated[Whole, Field(ge=1, le=most)]] = ask(
            "Hvor mange strøk?",
            when=given(colour).is_(codes[code]),  # type: ignore[arg-type]
        )
        checks = (soft("many", on=coats, when=given(coats) > limit, says=says),)

    class Small(Questionnaire, name="small", version=version, heading="Lite"):
        only: Only

    return Small


class TestFingerprint:
    """Two instruments with the same fingerprint ask the same."""

    def test_does_not_depend_on_the_version(self) -> None:
        """A change without a new version must show."""
        assert fingerprint(small()) == fingerprint(small(version="2"))

    @pytest.mark.parametrize("survey", list(surveys()), ids=lambda survey: str(survey.name))
    def test_tells_whether_a_codebook_that_was_kept_is_whole(self, survey: Survey) -> None:
        """Those of all versions are: what was kept leads to the fingerprint that it was given."""
        every = (released(survey, one.version) for one in survey.releases)
        for kept in (today(survey), *(one for one in every if one)):
            assert fingerprint_of(kept) == kept["fingerprint"]
            assert fingerprint_of({**kept, "sections": []}) != kept["fingerprint"]

    @pytest.mark.parametrize(
        "changed",
        [
            {"words": Text("Farge, da?")},
            {"words": Text("Farge?", en="Colour?")},
            {"codes": Paint},
            {"most": 11},
            {"code": "blue"},
            {"limit": 6},
            {"says": "For mye."},
        ],
        ids=lambda changed: next(iter(changed)),
    )
    def test_changes_with(self, changed: dict[str, object]) -> None:
        """A text, a translation, a label, a limit, a route, a rule, what a check says."""
        assert fingerprint(small(**changed)) != fingerprint(small())  # type: ignore[arg-type]
