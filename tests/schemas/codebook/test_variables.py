"""What the columns of the data are called, and what they say of themselves."""

import re

from schemas.codebook.columns import LONGEST, columns
from schemas.codebook.variables import of_column, of_item
from schemas.language.text import LANGUAGES
from schemas.questionnaire.types.spelling import ColumnType
from schemas.surveys.municipal_services_2015.frame import FRAME as DESIGN
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from schemas.surveys.municipal_services_2015.sections.offers import Offer

ALL = [
    of_column(column, DESIGN)
    for question in PhaseTwo.by_id.values()
    for column in columns(question)
]
WIDE = [
    of_item(column, DESIGN, number)
    for number in range(1, 31)
    for question in Offer.questions
    for column in columns(question)
]


class TestNames:
    def test_no_name_is_too_long(self) -> None:
        """Not for Stata, nor for what is put behind a name on the way there."""
        assert max(len(one.name) for one in ALL + WIDE) <= LONGEST <= 32

    def test_every_name_is_another(self) -> None:
        """Letter case aside, as in SPSS."""
        plain = [one.name.lower() for one in ALL + WIDE]
        assert len(set(plain)) == len(plain)

    def test_every_program_takes_them(self) -> None:
        """Letters, digits and underscores, a letter first."""
        assert all(re.fullmatch("[a-z][a-z0-9_]*[a-z0-9]", one.name) for one in ALL + WIDE)

    def test_items_are_named_alike(self) -> None:
        """The thirtieth offer as the first: only the number differs."""
        rosters = [one for one in PhaseTwo.by_id.values() if one.roster]
        each = len(WIDE) // 30
        assert each == sum(len(columns(question)) for question in rosters)
        first, last = (
            [re.sub(r"_\d+_", "_N_", one.name, count=1) for one in part]
            for part in (WIDE[:each], WIDE[-each:])
        )
        assert first == last

    def test_a_long_code_goes_by_its_number(self) -> None:
        """The question's name stays whole."""
        assert {"no_service_reason__5", "funding__grant"} <= {one.name for one in ALL}


class TestLabels:
    def test_every_code_has_one_in_every_language(self) -> None:
        """Missing states, too."""
        for one in ALL:
            assert {-7, -8, -9} < set(one.values) or one.type in {
                ColumnType.whole, ColumnType.decimal, ColumnType.text,
            }  # fmt: skip
            assert set(one.values) >= {-7, -8, -9} | {code.number for code in one.codes}
            assert all(label.in_(lang) for label in one.values.values() for lang in LANGUAGES)

    def test_no_gap_is_left_in_a_text(self) -> None:
        """There is a word for the municipality where the interviewer says its name."""
        assert not any("{" in one.label.in_(lang) for one in ALL + WIDE for lang in LANGUAGES)

    def test_codes_of_several_are_told_apart_at_the_start(self) -> None:
        """Where programs cut."""
        label = next(one.label for one in ALL if one.name == "funding__grant")
        assert label.nb.startswith("Tilskudd fra Helsedirektoratet/fylkesmannen – Hvordan er")
