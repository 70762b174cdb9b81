"""Conditions: what holds, what it says in words, and that it comes back from JSON as it was."""

import json
import typing
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given as each
from hypothesis import strategies as st
from pydantic import Field

from schemas.language.text import LANGUAGES, Language, Text
from schemas.questionnaire import conditions as c
from schemas.questionnaire.answers import (
    DONT_KNOW,
    NOT_ASKED,
    REFUSED,
    Answer,
    Choice,
    Items,
    Missing,
)
from schemas.questionnaire.condition_data import Names, from_data, to_data
from schemas.questionnaire.condition_values import about, holds, value
from schemas.questionnaire.condition_words import words
from schemas.questionnaire.conditions import ALWAYS, NEVER, THIS_YEAR, Condition, any_of, preload
from schemas.questionnaire.declaring import DeclarationProblem
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question, ask, given
from schemas.questionnaire.sections import Roster, Section, asked
from schemas.questionnaire.types import Number, Several, ShortText, Units, Whole
from schemas.questionnaire.walk import Key, RouteView
from schemas.surveys.municipal_services_2015.claims import ExecutiveClaim


class Way(Choice):
    """Three codes in three languages."""

    bus = Text("Buss", "Buss", "Bus")
    train = Text("Tog", "Tog", "Train")
    foot = Text("Til fots", "Til fots", "On foot")


class Travel(Section, heading="Reise"):
    way: Answer[Way] = ask("Hvordan?")
    ways: Answer[Several[Way]] = ask("Hvordan ellers?")
    trips: Answer[Whole] = ask("Hvor mange reiser?")
    hours: Answer[Number] = ask("Hvor mange timer?")
    places: Answer[Units] = ask("Hvor?")
    home: Answer[Units] = ask("Hvor bor du?", at_most=1)


class Stop(Roster, heading="Stopp", more="Flere?"):
    name: Answer[ShortText] = ask("Hva heter det?")
    by: Answer[Way] = ask("Hvordan kom du dit?")


class Journey(Questionnaire, name="journey", version="1", heading="Reisen"):
    travel: Travel = Field(default_factory=Travel)
    stops: tuple[Stop, ...] = ()


travel, stop = asked(Travel), asked(Stop)
WAY, WAYS, TRIPS, HOURS = map(given, (travel.way, travel.ways, travel.trips, travel.hours))
PLACES, HOME, NAME, BY = map(given, (travel.places, travel.home, stop.name, stop.by))
MORE: Any = given(Stop.more)
CASES = ((TRIPS > 10, Way.bus), (WAY.is_(Way.foot), Way.foot), (ALWAYS, Way.train))
BUSY = c.Derived("busy", CASES)
NAMES = Names(Journey.by_id, {"claim": ExecutiveClaim}, {"busy": BUSY})

# ── Any condition, any answers ───────────────────────────────────────────────────────────────────

WAYS_AND_MISSING = st.sampled_from([*Way, DONT_KNOW, REFUSED, NOT_ASKED])
VALUES = st.lists(WAYS_AND_MISSING, min_size=1, max_size=3, unique=True).map(tuple)
NUMBERS = st.integers(0, 4)
TERMS = st.recursive(
    st.one_of(
        st.sampled_from([TRIPS, HOURS, THIS_YEAR]),
        NUMBERS.map(c.Constant),
        st.integers(-3, 3).map(c.YearOfInterview),
    ),
    lambda terms: st.builds(c.Multiple, st.integers(2, 3), terms),
    max_leaves=2,
)
ONE = {question.id: st.just(question) for question in Journey.questions()}
LEAVES: st.SearchStrategy[Condition] = st.one_of(
    st.just(ALWAYS),
    st.builds(c.Compare, TERMS, st.sampled_from(["<", ">", "="]), TERMS),
    st.builds(c.IsOneOf, st.sampled_from([WAY, BUSY]), VALUES),
    st.builds(
        c.IsOneOf, st.just(preload("claim")), st.sampled_from([(one,) for one in ExecutiveClaim])
    ),
    st.builds(c.IsOneOf, st.just(HOURS), st.just((Decimal("1.5"),))),
    st.builds(c.IsNoneOf, ONE["way"], VALUES),
    st.builds(c.Includes, ONE["ways"], st.sampled_from([(Way.bus,), (Way.bus, Way.foot)])),
    st.builds(c.Answered, st.sampled_from([*Journey.by_id.values()])),
    st.builds(c.HasValue, st.sampled_from([*Journey.by_id.values()])),
    st.builds(
        c.Within, ONE["places"], st.sampled_from([(HOME,), (HOME, PLACES), (preload("unit_id"),)])
    ),
    st.builds(c.RepeatsAnItem, ONE["name"]),
    st.builds(c.IsComplete, ONE["stops"]),
    st.builds(c.EveryItemIs, ONE["by"], VALUES),
    st.builds(c.SomeItemIs, ONE["by"], VALUES),
)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        parts.map(c.Not),
        st.lists(parts, min_size=2, max_size=3).map(tuple).map(c.All),
        st.lists(parts, min_size=2, max_size=3).map(tuple).map(c.AnyOf),
    ),
    max_leaves=8,
)


def _missing_or(real: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(real, st.sampled_from([DONT_KNOW, REFUSED, NOT_ASKED, None]))


WHERE = st.lists(st.sampled_from(["0101", "0104", "0301"]), min_size=1, unique=True).map(tuple)
ANSWERS = st.fixed_dictionaries(
    {
        "way": _missing_or(st.sampled_from(Way)),
        "ways": _missing_or(st.lists(st.sampled_from(Way), min_size=1, unique=True).map(tuple)),
        "trips": _missing_or(NUMBERS),
        "hours": _missing_or(st.sampled_from([Decimal(0), Decimal("1.5"), Decimal(4)])),
        "places": _missing_or(WHERE),
        "home": _missing_or(WHERE),
        "stops": st.sampled_from([NOT_ASKED, Items((1,)), Items((1,), complete=True)]),
        "name": st.lists(_missing_or(st.sampled_from(["Oslo", " oslo ", "Moss"])), max_size=3),
        "by": st.lists(_missing_or(st.sampled_from(Way)), max_size=3),
    }
)
FACTS = Preloads(unit_id="0101", unit_name="Halden", year=2, claim=ExecutiveClaim.none)


def seen(said: dict[str, Any]) -> RouteView:
    """Those answers on the route, with the last item of the roster at hand."""
    view = RouteView(FACTS)
    count = max(len(said["name"]), len(said["by"]))
    view.items = {Stop: tuple(range(1, count + 1))}
    view.item = count or None
    for id, answer in said.items():
        items = enumerate(answer, start=1) if isinstance(answer, list) else [(None, answer)]
        view.answers |= {Key(id, item): one for item, one in items if one != NOT_ASKED}
    return view


class Naive:
    """The same conditions, read off their JSON as slowly and plainly as can be."""

    def __init__(self, said: dict[str, Any]) -> None:
        self.said = said
        self.count = max(len(said["name"]), len(said["by"]))

    def items(self, id: str) -> list[Any]:
        return [*self.said[id], *[NOT_ASKED] * self.count][: self.count]

    def answer(self, id: str) -> Any:
        if not isinstance(self.said[id], list):
            return self.said[id]
        return self.items(id)[-1] if self.count else NOT_ASKED

    def term(self, data: Any) -> Any:
        if isinstance(data, int):
            return data
        ((kind, of),) = data.items()
        if kind == "answer":
            return self.answer(of)
        if kind == "year":
            return FACTS.year + of
        if kind == "times":
            factor, worth = of[0], self.real(self.term(of[1]))
            return factor * worth[0] if worth else None
        if kind == "derived":
            trips = self.real(self.answer("trips"))
            if trips and trips[0] > 10:
                return Way.bus
            return Way.foot if self.answer("way") is Way.foot else Way.train
        return getattr(FACTS, of)

    @staticmethod
    def real(answer: Any) -> list[Any]:
        """A value as a list of one; an empty list for whatever is none."""
        return [] if answer is None or answer == [] or isinstance(answer, Missing) else [answer]

    @staticmethod
    def is_named(answer: Any, values: list[Any]) -> bool:
        def name(one: Any) -> Any:
            if isinstance(one, Missing):
                return {"missing": one.missing}
            return {"code": one.name} if isinstance(one, Choice) else {"decimal": str(one)}

        return answer is not None and name(answer) in values

    def holds(self, data: Any) -> bool:
        if data == "always":
            return True
        ((kind, of),) = data.items()
        match kind:
            case "all":
                return [self.holds(one) for one in of] == [True] * len(of)
            case "any":
                return True in [self.holds(one) for one in of]
            case "not":
                return self.holds(of) is False
            case "compare":
                left, sign, right = self.real(self.term(of[0])), of[1], self.real(self.term(of[2]))
                if not left or not right:
                    return False
                return {"<": left < right, ">": left > right, "=": left == right}[sign]
            case "is":
                return self.is_named(self.term(of[0]), of[1])
            case "is_not":
                answer = self.answer(of[0])
                return answer != NOT_ASKED and not self.is_named(answer, of[1])
            case "includes":
                chosen = self.real(self.answer(of[0]))
                return any(self.is_named(code, of[1]) for codes in chosen for code in codes)
            case "answered":
                return bool(self.answer(of) != NOT_ASKED)
            case "has_value":
                return self.real(self.answer(of)) != []
            case "within":
                allowed = " ".join(str(self.term(one)) for one in of[1])
                inside = self.real(self.answer(of[0]))
                return inside != [] and all(unit in allowed for unit in inside[0])
            case "repeats":
                texts = [str(one).lower().split() for one in self.items(of)]
                return isinstance(self.answer(of), str) and texts[-1] in texts[:-1]
            case "complete":
                return bool(self.answer(of) == Items((1,), complete=True))
            case "every":
                answers = self.items(of[0])
                return answers != [] and all(self.is_named(one, of[1]) for one in answers)
        return any(self.is_named(one, of[1]) for one in self.items(of[0]))


class TestHolds:
    @each(CONDITIONS, ANSWERS)
    def test_as_read_slowly_and_plainly(self, condition: Condition, said: dict[str, Any]) -> None:
        assert holds(condition, seen(said)) is Naive(said).holds(to_data(condition))

    def test_a_comparison_with_something_unknown_is_false(self) -> None:
        """Both ways round."""
        nothing = RouteView(FACTS)
        for unknown in (TRIPS > 1, TRIPS < 1, TRIPS.equals(1), TRIPS > HOURS):
            assert not holds(unknown, nothing)

    def test_a_derived_value_is_that_of_the_first_case(self) -> None:
        view = RouteView(FACTS)
        assert value(BUSY, view) is Way.train
        view.answers = {Key("way"): Way.foot}
        assert value(BUSY, view) is Way.foot
        view.answers |= {Key("trips"): 11}
        assert value(BUSY, view) is Way.bus

    def test_each_roster_has_its_own_items(self) -> None:
        view = RouteView(FACTS)
        view.items = {Travel: (1, 2)}
        assert view.every(Journey.by_id["by"]) == []


class TestAuthoring:
    """What is written is what stands in the tree, with no more brackets than there must be."""

    def test_what_is_joined_lies_side_by_side(self) -> None:
        a, b, d = WAY.answered, TRIPS.answered, HOURS.answered
        assert a & b & d == c.All((a, b, d))
        assert a | b | d == any_of([a, b, d]) == c.AnyOf((a, b, d))
        assert a & (b | d) == c.All((a, c.AnyOf((b, d))))

    def test_always_adds_nothing(self) -> None:
        assert ALWAYS & WAY.answered == WAY.answered & ALWAYS == WAY.answered
        assert ALWAYS & ALWAYS == ALWAYS
        assert ~ALWAYS == NEVER

    def test_a_preload_that_there_is_not_is_no_term(self) -> None:
        with pytest.raises(NameError, match="no preload called weather"):
            preload("weather")


class TestData:
    @each(CONDITIONS)
    def test_comes_back_as_it_was(self, condition: Condition) -> None:
        """Through JSON, questions by id and codes by name."""
        assert from_data(json.loads(json.dumps(to_data(condition))), NAMES) == condition

    def test_every_node_is_tried(self) -> None:
        """A new node has to be among those that the tests above build."""
        tried = {
            *(type(one) for one in (ALWAYS, WAY.answered, WAY.has_value, TRIPS > 1, ~ALWAYS)),
            *(type(one) for one in (WAY.is_(Way.bus), WAY.is_not(Way.bus), BY.in_some_item_is())),
            *(type(one) for one in (BY.in_every_item_is(), NAME.repeats_an_earlier_item)),
            *(type(one) for one in (MORE.is_complete, PLACES.within(HOME))),
            *(c.All, c.AnyOf, c.Includes),
        }
        assert tried == set(typing.get_args(Condition))

    def test_questions_and_codes_that_there_are_not_are_refused(self) -> None:
        with pytest.raises(DeclarationProblem, match="«weather»"):
            from_data({"answered": "weather"}, NAMES)
        with pytest.raises(DeclarationProblem, match=r"«sledge».*«way».*bus, train"):
            from_data({"is": [{"answer": "way"}, [{"code": "sledge"}]]}, NAMES)


class TestWords:
    """What a coordinator reads: ids of questions, and the labels of codes."""

    @pytest.mark.parametrize(
        ("condition", "nb", "nn", "en"),
        [
            (WAY.is_(Way.bus), 'way er "Buss"', 'way er "Buss"', 'way is "Bus"'),
            (
                WAY.is_(Way.bus, Way.train, DONT_KNOW),
                'way er "Buss", "Tog" eller "Vet ikke"',
                'way er "Buss", "Tog" eller "Veit ikkje"',
                'way is "Bus", "Train" or "Don\'t know"',
            ),
            (
                WAY.is_not(Way.foot) & ~TRIPS.answered,
                'way er besvart med noe annet enn "Til fots" og ikke (trips er besvart)',
                'way er svart på med noko anna enn "Til fots" og ikkje (trips er svart på)',
                'way is answered with something other than "On foot" and not (trips is answered)',
            ),
            (
                (TRIPS > 3 * HOURS) | (TRIPS < THIS_YEAR - 2),
                "trips er større enn 3 ganger hours eller trips er mindre enn intervjuåret - 2",
                "trips er større enn 3 gonger hours eller trips er mindre enn intervjuåret - 2",
                "trips is greater than 3 times hours or trips is less than"
                " the year of the interview - 2",
            ),
            (
                given(travel.ways).includes(Way.bus)
                & (WAY.is_(Way.bus, Way.train) | HOME.has_value),
                'ways omfatter "Buss" og ((way er "Buss" eller "Tog") eller home er oppgitt)',
                'ways omfattar "Buss" og ((way er "Buss" eller "Tog") eller home er oppgitt)',
                'ways includes "Bus" and ((way is "Bus" or "Train") or home has a value)',
            ),
            (
                BY.in_some_item_is(Way.foot) & MORE.is_complete,
                'minst én by er "Til fots" og stops er fullstendig',
                'minst éin by er "Til fots" og stops er fullstendig',
                'at least one by is "On foot" and stops is complete',
            ),
        ],
    )
    def test_in_every_language(self, condition: Condition, nb: str, nn: str, en: str) -> None:
        assert [words(condition, language) for language in LANGUAGES[:3]] == [nb, nn, en]

    @each(CONDITIONS, st.sampled_from(LANGUAGES))
    def test_name_every_question(self, condition: Condition, language: Language) -> None:
        """But those behind a derived value, which has a name of its own."""
        said = words(condition, language)
        hidden = {"trips", "way"} if "busy" in said else set()
        own = [question for question in about(condition) if question.id not in hidden]
        assert all(question.id in said for question in own)


def test_a_question_can_be_told_apart_from_another_with_the_same_words() -> None:
    """Conditions are the same only if they are about the very same question."""
    other = Question(Text("Hvordan?"), id="way")
    assert c.Answered(other) != WAY.answered
