"""The XLSForm asks what the program asks, and objects where it objects, whatever is answered."""

from functools import cache
from random import Random
from typing import Any

import pytest

from db.exports.xlsform import write_xlsform
from schemas.questionnaire.answers import DONT_KNOW, Items, Missing
from schemas.questionnaire.condition_values import value
from schemas.questionnaire.conditions import THIS_YEAR
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.walk import Key, Route, items_of, route
from schemas.surveys.municipal_services_2015.classification import CLASS_WITHOUT_FIT
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.support.conversations import FACTS, PLAIN, talk
from tests.support.filled_form import FilledForm, Where
from tests.support.municipalities import FRAME

pyxform: Any = pytest.importorskip("pyxform.xls2xform", reason="pyxform is not installed")

BESIDE = {"unit_id", "interviewer", "unit_name", "class_without_fit", "instanceID"}
"""What a form has beside the questions."""

Said = dict[Key, Any]


@pytest.fixture(scope="module")
def xform(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("form")
    file = write_xlsform(folder / "form.xlsx", PhaseTwo, FRAME, database=folder / "db")
    return str(pyxform.convert(str(file), validate=False).xform)


def invented(dice: Random) -> Said:
    """A conversation in which anything is answered to anything, as far as the route leads."""
    said: Said = {Key("offers"): Items(tuple(range(1, dice.randint(2, 4))), True)}
    while unanswered := route(PhaseTwo, said, FACTS).unanswered:
        step = unanswered[0]
        said[step.key] = _answer(dice, step.question)
    return said


@cache
def conversation(seed: int) -> tuple[Said, Route]:
    """One of those, and the way that it took."""
    said = invented(Random(seed))
    return said, route(PhaseTwo, said, FACTS)


def _answer(dice: Random, question: Question) -> Any:
    missing = list(question.missing_allowed)
    if missing and dice.random() < 0.1:
        return dice.choice(missing)
    if question.type.name == "single":  # the first codes lead on
        return dice.choice([*question.codes[:1] * 6, *question.codes])
    if question.type.name == "multi":
        several = [code for code in question.codes if not code.excludes]
        return tuple(code for code in several if dice.random() < 0.3) or (several[0],)
    if question.type.name in {"integer", "decimal"}:
        return PLAIN[question.type.name] * dice.choice([0, 1, 2, 12, 90])
    if question.type.name == "units":
        one = dice.choice([("0101",), ("0104",), ("0105",)])
        return one if question.at_most == 1 else dice.choice([one, ("0101", "0104")])
    if question.type.name == "year":  # what lies ahead begins this year
        ahead = question.between is not None and question.between[0] is THIS_YEAR
        return FACTS.year if ahead else dice.randint(1995, FACTS.year)
    return PLAIN[question.type.name]


def written(answer: Any) -> str:
    """An answer as it stands in a form: an open one that is missing is left blank."""
    if isinstance(answer, tuple):
        return " ".join(map(written, answer))
    return str(getattr(answer, "name", answer))


def filled(xform: str, said: Said) -> FilledForm:
    offers = items_of(PhaseTwo.sections["offers"], said).items  # type: ignore[arg-type]
    answers: dict[Where, str] = {("unit_id", None): FACTS.unit_id}
    for key, answer in said.items():
        question = PhaseTwo.by_id[key.question]
        if isinstance(answer, Missing):
            answers[key.question, key.item] = answer.missing if question.codes else ""
        elif not isinstance(answer, Items) and answer is not None:
            answers[key.question, key.item] = written(answer)
    return FilledForm(xform, answers, {"offers": len(offers)})


def asked(walked: Route) -> set[Where]:
    """What the program asks; the question for more offers is the form's own."""
    steps = (step for step in walked.steps if step.question.id != "offers")
    return {(step.question.id, step.number) for step in steps}


def objections(walked: Route) -> set[Where]:
    """The soft checks that the program wants a reason for."""
    soft = (one for one in walked.firing if not one.check.hard)
    return {(f"{one.check.id}_reason", one.step.number) for one in soft}


def refusals(walked: Route) -> set[Where]:
    """The answers that a hard check of the program objects to; two that a form does otherwise."""
    hard = (one for one in walked.firing if one.check.hard)
    otherwise = {"offer_named_twice", "nothing_to_publish"}
    return {
        (one.step.question.id, one.step.number) for one in hard if one.check.id not in otherwise
    }


def is_reason(where: Where) -> bool:
    return where[0].endswith("_reason") and where[0] not in PhaseTwo.by_id


def questions(form: FilledForm) -> set[Where]:
    """What the form asks of the questionnaire."""
    return {one for one in form.asked() if not is_reason(one) and one[0] not in BESIDE}


class TestAsksTheSame:
    @pytest.mark.parametrize("seed", range(60))
    def test_in_any_conversation(self, xform: str, seed: int) -> None:
        said, walked = conversation(seed)
        form = filled(xform, said)
        assert questions(form) == asked(walked)
        assert set(filter(is_reason, form.asked())) == objections(walked)
        assert form.refused() == refusals(walked)

    def test_the_conversations_come_to_every_class(self) -> None:
        """And to every soft check that a form knows, or the comparison would not tell much."""
        walks = [conversation(seed)[1] for seed in range(60)]
        assert {value(CLASS_WITHOUT_FIT, one.view) for one in walks} == set(Class) - {Class.covered}
        soft = {f"{check.id}_reason" for check in PhaseTwo.checks() if not check.hard}
        claims = {"claimed_a_service_reason", "claimed_no_offers_reason"}
        assert {id for one in walks for id, _ in objections(one)} == soft - claims
        assert {id for one in walks for id, _ in refusals(one)} == {
            "partner_units", "host_unit", "fte", "offer_participants",
        }  # fmt: skip

    def test_the_judgement_changes_nothing(self, xform: str) -> None:
        """It comes after the question whether to publish."""
        for fit in ("outside", "borderline"):
            shown = filled(xform, talk(coordination="centre", offer_kind="lm", fit=fit)).asked()
            assert ("publish", None) in shown
            assert shown - {("fit_reason", None)} >= asked(route(PhaseTwo, talk(), FACTS))


class TestWhatIsWanting:
    def test_one_of_three_is_enough(self, xform: str) -> None:
        """A hard check on what was left blank: something to publish."""
        unknown: dict[str, Any] = {
            "public_phone": DONT_KNOW,
            "public_email": DONT_KNOW,
            "public_url": DONT_KNOW,
        }
        said = talk(coordination="centre", offer_kind="lm", **unknown)
        assert "nothing_to_publish" in {one.check.id for one in route(PhaseTwo, said, FACTS).firing}
        assert "public_url" in filled(xform, said).wanting()
        said |= {Key("public_phone"): "+4769174500"}
        assert "public_url" not in filled(xform, said).wanting()


class TestWhatIsSetAside:
    def test_counts_for_nothing(self, xform: str) -> None:
        """Offers were told of before it turned out that there are none."""
        said = talk(has_offers="yes", coordination="centre", offer_kind=["kid", "kib"])
        assert ("no_offer_counts_reason", None) in filled(xform, said).asked()
        said |= talk(has_offers="no")
        walked = route(PhaseTwo, said, FACTS)
        form = filled(xform, said)
        assert ("no_offer_counts_reason", None) not in form.asked()
        assert questions(form) == asked(walked)


def test_every_question_of_a_roster_is_in_a_repeat() -> None:
    """The form knows one: how often it is asked is counted here."""
    rosters = [name for name, one in PhaseTwo.sections.items() if issubclass(one, Roster)]
    assert rosters == ["offers"]
