"""The versions of a survey's questionnaire: kept as they were released, and changed only aloud."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as typed
from hypothesis import strategies as st

from db.exports.csv import PLAIN, CsvSpelling
from interviewer.failures import Trouble
from interviewer.publish.codebook import require_declared
from schemas.codebook.changes import Added, Release, Removed, UndeclaredChange
from schemas.codebook.codebook import codebook
from schemas.codebook.columns import in_versions, layout
from schemas.codebook.rebuilt import rebuilt
from schemas.codebook.union import united
from schemas.questionnaire.answers import Choice
from schemas.surveys.registry import survey_called
from schemas.surveys.survey import Survey
from schemas.surveys.versions import check_declared, released, today

MUNICIPAL = survey_called("municipal-services-2015")


def without(data: Any, *gone: str) -> Any:
    """A codebook without some questions."""
    kept: Any = json.loads(json.dumps(data))
    for section in kept["sections"]:
        section["questions"] = [one for one in section["questions"] if one["id"] not in gone]
    return kept


def renamed(code: str, before: str, version: str) -> Any:
    """A codebook of a version in which a code of `follow_up` went by another name."""
    kept: Any = json.loads(json.dumps({**today(MUNICIPAL), "version": version}))
    for section in kept["sections"]:
        for question in section["questions"]:
            if question["id"] == "follow_up":
                (old,) = (one for one in question["codes"] if one["code"] == code)
                old["code"] = before
    return kept


def codes_of(data: Any) -> Sequence[Choice]:
    """The codes of `follow_up` in a codebook."""
    return rebuilt(data, MUNICIPAL.preloads).by_id["follow_up"].codes


@pytest.fixture
def survey(tmp_path: Path) -> Survey:
    """The municipal survey, with codebooks of its own: so far there are none."""
    return replace(MUNICIPAL, codebooks=tmp_path)


def keep(survey: Survey, data: Any) -> None:
    """Put a codebook among those that were released."""
    assert isinstance(survey.codebooks, Path)
    (survey.codebooks / f"{data['version']}.json").write_text(json.dumps(data), "utf-8")


class TestDeclared:
    def test_what_is_released_fits(self) -> None:
        """The surveys as they are."""
        check_declared(MUNICIPAL)

    def test_a_change_without_a_new_version(self, survey: Survey) -> None:
        """Is refused: data of two instruments would pass for data of one."""
        keep(survey, {**today(survey), "fingerprint": "another"})
        with pytest.raises(UndeclaredChange, match="heter fortsatt versjon"):
            check_declared(survey)

    def test_a_new_version_that_does_not_say_what_is_new(self, survey: Survey) -> None:
        """Is refused, with a sentence for each difference."""
        now = survey.questionnaire.version
        keep(survey, without({**today(survey), "version": "0"}, "task_division"))
        new = replace(survey, releases=(Release("0"), Release(now)))
        with pytest.raises(UndeclaredChange, match="Spørsmålet task_division er nytt"):
            check_declared(new)
        check_declared(
            replace(new, releases=(Release("0"), Release(now, (Added("task_division"),))))
        )

    def test_nobody_is_given_a_codebook_of_it(self, survey: Survey) -> None:
        """It would describe data that the program refuses to collect."""
        keep(survey, {**today(survey), "fingerprint": "another"})
        with pytest.raises(Trouble) as told:
            require_declared(survey)
        assert told.value.code == "V-UNDECLARED"

    def test_a_release_whose_codebook_is_lost(self, survey: Survey) -> None:
        """Nobody can say any more what has changed."""
        now = survey.questionnaire.version
        lost = replace(survey, releases=(Release("0"), Release(now, (Removed("gone"),))))
        with pytest.raises(UndeclaredChange, match="Kodeboken til versjon 0 mangler"):
            check_declared(lost)


class TestReleased:
    @pytest.mark.parametrize("version", [release.version for release in MUNICIPAL.releases])
    def test_each_can_be_rebuilt(self, version: str) -> None:
        """Whatever data were collected with can be read."""
        kept = released(MUNICIPAL, version)
        assert kept is not None
        again = codebook(rebuilt(kept, MUNICIPAL.preloads)).as_json()
        assert json.loads(json.dumps(again)) == kept


class TestUnited:
    """Several versions as one, for data that were collected with more than one."""

    IDS = sorted(MUNICIPAL.questionnaire.by_id)

    @typed(st.lists(st.sampled_from(IDS), max_size=6), st.lists(st.sampled_from(IDS), max_size=6))
    def test_has_every_question_of_each(self, now: list[str], then: list[str]) -> None:
        """In today's order; and what was asked before stands behind what it stood behind."""
        data = today(MUNICIPAL)
        both = united([without(data, *now), without(data, *then)])
        asked = [one["id"] for section in both["sections"] for one in section["questions"]]
        assert set(asked) == {*self.IDS} - ({*now} & {*then})
        assert len(asked) == len(set(asked))

    def test_codes_of_an_older_version_keep_their_labels(self) -> None:
        """Behind today's, so that today's numbers stay."""
        data = json.loads(json.dumps(today(MUNICIPAL)))
        newer = json.loads(json.dumps(data))
        (asked,) = (
            one for sec in newer["sections"] for one in sec["questions"] if one["id"] == "stage"
        )
        gone = asked["codes"].pop(0)
        for number, code in enumerate(asked["codes"], start=1):
            code["number"] = number
        codes = rebuilt(united([data, newer]), MUNICIPAL.preloads).by_id["stage"].codes
        assert [code.name for code in codes][-1] == gone["code"]
        assert codes[-1].label.nb == gone["label"]["nb"]

    def test_a_renamed_code_stands_beside_the_new_one(self) -> None:
        """Under the same label: each says with which versions it was."""
        codes = codes_of(united([renamed("guidance", "help", "1"), today(MUNICIPAL)]))
        told = {one.name: (one.label.nb, one.first_version, one.last_version) for one in codes}
        assert told["help"] == ("Veiledning", "", "1")
        assert told["guidance"] == ("Veiledning", MUNICIPAL.questionnaire.version, "")
        assert told["course"][1:] == ("", "")

    def test_a_code_that_a_version_had_not_was_not_asked_there(self) -> None:
        """Its column says so, where that of a code that nobody chose says 0."""
        before = renamed("guidance", "help", "1")
        now = MUNICIPAL.questionnaire.version
        both = rebuilt(united([before, today(MUNICIPAL)]), MUNICIPAL.preloads)
        spelling = CsvSpelling(PLAIN, labels=False, language="nb")
        laid = layout(both.sections["closing"], spelling, contacts=False)
        names = [column.name for column in laid.columns]
        of = in_versions(laid, (Release("1"), Release(now)))
        then = dict(zip(names, of("1").cells({"follow_up": ["help"]}), strict=True))
        later = dict(zip(names, of(now).cells({"follow_up": ["guidance"]}), strict=True))
        assert (then["follow_up__help"], then["follow_up__guidance"]) == ("1", "-7")
        assert (later["follow_up__help"], later["follow_up__guidance"]) == ("-7", "1")
        refused = of("1").cells({"follow_up": {"missing": "refused"}})
        assert dict(zip(names, refused, strict=True))["follow_up__guidance"] == "-9"
        assert then["follow_up__course"] == later["follow_up__course"] == "0"

    def test_can_be_made_into_a_questionnaire(self) -> None:
        """So that everything that exports one exports several."""
        data = today(MUNICIPAL)
        both = rebuilt(united([data, without(data, "task_division")]), MUNICIPAL.preloads)
        assert "task_division" in both.by_id
