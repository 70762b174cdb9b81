"""Typing an answer: what Norwegians write is understood, and anything else is explained."""

import string
import unicodedata
from decimal import Decimal
from typing import Annotated, Any, ClassVar

import phonenumbers
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from pydantic import Field

from schemas.language.clean import clean, is_seen
from schemas.language.messages import AnswerProblem
from schemas.language.phone import show_phone
from schemas.language.text import Text
from schemas.questionnaire.answers import (
    DONT_KNOW,
    NOT_ASKED,
    REFUSED,
    Answer,
    Choice,
    Items,
    Missing,
    Only,
)
from schemas.questionnaire.conditions import THIS_YEAR
from schemas.questionnaire.parse import accept, check, parse
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.questions import Question, ask
from schemas.questionnaire.sections import Roster, Section
from schemas.questionnaire.show import EMPTY, show
from schemas.questionnaire.types import (
    Email,
    LongText,
    Month,
    Number,
    Phone,
    Read,
    Reading,
    Several,
    ShortText,
    Units,
    Url,
    Whole,
    Year,
)
from schemas.questionnaire.types.answer_messages import WAYS_OUT
from schemas.questionnaire.types.descriptions import EntryForm
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.support.messages import MESSAGES
from tests.support.municipalities import FRAME

FACTS = Preloads(unit_id="0301", unit_name="Oslo", year=2015)
READING = Reading(FACTS, FRAME)


class Sources(Choice):
    """Codes where one excludes the others."""

    post = Text("Post", nn="Post", en="Mail")
    phone = Text("Telefon", nn="Telefon", en="Phone")
    none = Only("Ingen", nn="Ingen", en="None")


class Everything(Section):
    """One question of every type, each with Vet ikke and Vil ikke svare."""

    read: Answer[Read] = ask("Les opp.")
    single: Answer[Sources] = ask("Hvilken?")
    multi: Answer[Several[Sources]] = ask("Hvilke?")
    integer: Answer[Annotated[Whole, Field(ge=0, le=50_000)]] = ask("Hvor mange?")
    decimal: Answer[Annotated[Number, Field(ge=Decimal(0), le=Decimal(100_000))]] = ask("Hvor mye?")
    year: Answer[Year] = ask("Hvilket år?", between=(1990, THIS_YEAR))
    month: Answer[Month] = ask("Hvilken måned?")
    text: Answer[ShortText] = ask("Hva?")
    longtext: Answer[LongText] = ask("Hva mer?")
    phone: Answer[Phone] = ask("Hvilket nummer?")
    email: Answer[Email] = ask("Hvilken e-postadresse?")
    url: Answer[Url] = ask("Hvilken nettside?")
    units: Answer[Units] = ask("Hvilke kommuner?", at_most=2)
    at_least: Answer[Annotated[Whole, Field(ge=3)]] = ask("Minst tre?")
    at_most: Answer[Annotated[Whole, Field(le=3)]] = ask("Høyst tre?")
    name: Answer[ShortText] = ask("Hva heter du?", must=True)
    must: Answer[Sources] = ask("Hva må til?", must=True, may_not_know=True)


class Things(Roster, more="Flere?", at_most=3):
    """A roster of three things at most."""

    thing: Answer[ShortText] = ask("Hva heter tingen?")


QUESTIONS = {question.id: question for question in Everything.questions} | {"items": Things.more}
WRITTEN = {EntryForm.one_line, EntryForm.several_lines}
TYPED = ("integer", "decimal", "year", "month", "text", "longtext", "phone", "email", "url")


AT_THE_KEYS = {"A-KEY", "A-KEYS", "A-MARK", "A-UNIT-OUT"}
"""Said of keys, before there is anything to parse: `tests/interviewer/controls/test_keys.py`."""


def answer(kind: str, typed: str) -> Any:
    """What `typed` means to the question of this kind."""
    return parse(QUESTIONS[kind], typed, READING)


def problem(kind: str, typed: str) -> AnswerProblem:
    """What is said when `typed` cannot be taken."""
    with pytest.raises(AnswerProblem) as caught:
        answer(kind, typed)
    return caught.value


def refusal(kind: str, value: Any) -> AnswerProblem:
    """What is said when `value` cannot be taken."""
    with pytest.raises(AnswerProblem) as caught:
        accept(QUESTIONS[kind], value, READING)
    return caught.value


TAKEN: list[tuple[str, str, Any]] = [
    ("integer", "15", 15),
    ("integer", " 15 ", 15),
    ("integer", "007", 7),
    ("integer", "1 200", 1200),
    ("integer", "1\u00a0200", 1200),
    ("integer", "1\u2009200", 1200),
    ("integer", "1\u202f200", 1200),
    ("integer", "1.200", 1200),
    ("decimal", "2,5", Decimal("2.5")),
    ("decimal", "2.5", Decimal("2.5")),
    ("decimal", "2,50", Decimal("2.5")),
    ("decimal", "3", Decimal(3)),
    ("decimal", "1 200,5", Decimal("1200.5")),
    ("decimal", "1.200,5", Decimal("1200.5")),
    ("decimal", "-0", Decimal(0)),
    ("year", "2012", 2012),
    ("month", "1", 1),
    ("month", "01", 1),
    ("month", "12", 12),
    ("month", "mars", 3),
    ("month", "MARS", 3),
    ("month", "jan", 1),
    ("month", "jan.", 1),
    ("month", "d", 12),
    ("text", "  Kari Lie ", "Kari Lie"),
    ("text", "Frisklivs\nsentralen", "Frisklivs sentralen"),
    ("text", "[/helse] {0} %s", "[/helse] {0} %s"),
    ("longtext", "En linje\r\nog en til\n", "En linje\nog en til"),
    ("phone", "22 33 44 55", "+4722334455"),
    ("phone", "22334455", "+4722334455"),
    ("phone", "918 22 334", "+4791822334"),
    ("phone", "22.33.44.55", "+4722334455"),
    ("phone", "22-33-44-55", "+4722334455"),
    ("phone", "+47 22 33 44 55", "+4722334455"),
    ("phone", "0047 22 33 44 55", "+4722334455"),
    ("phone", "(+47) 22 33 44 55", "+4722334455"),
    ("phone", "+47 (0) 22 33 44 55", "+4722334455"),
    ("phone", "47 22 33 44 55", "+4722334455"),
    ("phone", "tlf 22334455", "+4722334455"),
    ("phone", "Tlf.: 22 33 44 55", "+4722334455"),
    ("phone", "telefon nr. 22334455", "+4722334455"),
    ("phone", "mob. 918 22 334", "+4791822334"),
    ("phone", "tel:+4722334455", "+4722334455"),
    ("phone", "02800", "02800"),
    ("phone", "+47 02800", "02800"),
    ("phone", "800 33 344", "+4780033344"),
    ("phone", "81549300", "+4781549300"),
    ("phone", "+46 8 123 456 78", "+46812345678"),
    ("phone", "0046 8 123 456 78", "+46812345678"),
    ("phone", "+49 7071/123456", "+497071123456"),
    ("email", " kari.lie@x.no ", "kari.lie@x.no"),
    ("email", "kari.lie@x.no.", "kari.lie@x.no"),
    ("email", "kari.lie@x.no,", "kari.lie@x.no"),
    ("email", "<kari.lie@x.no>", "kari.lie@x.no"),
    ("email", "mailto:kari@x.no", "kari@x.no"),
    ("email", "Mailto:kari@x.no?subject=Hei", "kari@x.no"),
    ("email", "kåre@bærum.kommune.no", "kåre@bærum.kommune.no"),
    ("url", "www.x.no/y", "https://www.x.no/y"),
    ("url", "x.no", "https://x.no"),
    ("url", "http://x.no", "http://x.no"),
    ("url", "HTTP://x.no", "http://x.no"),
    ("url", "www.bærum.no/mestring.", "https://www.bærum.no/mestring"),
    ("url", "x.no:8080/a?b=c#d", "https://x.no:8080/a?b=c#d"),
]

REFUSED_TYPING: list[tuple[str, str, str]] = [
    ("integer", "", "A-REQUIRED"),
    ("integer", " \u200b", "A-REQUIRED"),
    ("integer", "tolv-tretten", "A-NUMBER"),
    ("integer", "1 200.300", "A-NUMBER"),
    ("integer", "nan", "A-NUMBER"),
    ("integer", "{typed} {", "A-NUMBER"),
    ("integer", "tre", "A-MEANT"),
    ("integer", "3 stk", "A-NUMBER-ONLY"),
    ("integer", "ca 15", "A-NUMBER-ONLY"),
    ("integer", "~15", "A-NUMBER-ONLY"),
    ("integer", "10–12", "A-ONE-NUMBER"),
    ("integer", "1_000", "A-ONE-NUMBER"),
    ("integer", "12 34", "A-ONE-NUMBER"),
    ("integer", "12 %", "A-PERCENT"),
    ("integer", "١٢", "A-DIGITS"),
    ("integer", "１２", "A-DIGITS"),
    ("integer", "2,0", "A-WHOLE"),
    ("integer", "2.5", "A-WHOLE"),
    ("integer", "½", "A-WHOLE"),
    ("integer", "9" * 1500, "A-NUMBER-LONG"),
    ("integer", "-1", "A-RANGE"),
    ("integer", "50001", "A-RANGE"),
    ("decimal", "½", "A-MEANT"),
    ("decimal", ",5", "A-MEANT"),
    ("decimal", "50 prosent", "A-PERCENT"),
    ("decimal", "0,125", "A-DECIMALS"),
    ("decimal", "0.125", "A-DECIMALS"),
    ("decimal", "1.200", "A-TWO-WAYS"),
    ("decimal", "1,200", "A-TWO-WAYS"),
    ("decimal", "2,5 årsverk", "A-NUMBER-ONLY"),
    ("decimal", "1e5", "A-ONE-NUMBER"),
    ("decimal", "-2,5", "A-RANGE"),
    ("year", "12", "A-YEAR-SHORT"),
    ("year", "'12", "A-YEAR-SHORT"),
    ("year", "i 2012", "A-YEAR-ONLY"),
    ("year", "2010-2012", "A-ONE-YEAR"),
    ("year", "2 012", "A-YEAR"),
    ("year", "201", "A-YEAR"),
    ("year", "٢٠١٢", "A-DIGITS"),
    ("year", "1989", "A-YEAR-RANGE"),
    ("year", "2016", "A-YEAR-RANGE"),
    ("month", "0", "A-MONTH"),
    ("month", "13", "A-MONTH"),
    ("month", "mars 2012", "A-MONTH"),
    ("month", ".", "A-MONTH"),
    ("month", "ju", "A-MONTH-TWO"),
    ("text", "x" * 201, "A-LONG"),
    ("text", "\u0301", "A-INVISIBLE"),
    ("phone", "1 " * 50_000, "A-LONG"),
    ("phone", "hei", "A-PHONE"),
    ("phone", "2233445", "A-PHONE-LENGTH"),
    ("phone", "22334", "A-PHONE-LENGTH"),
    ("phone", "46812345678", "A-PHONE-LENGTH"),
    ("phone", "+47 223344", "A-PHONE-LENGTH"),
    ("phone", "02233445", "A-PHONE-START"),
    ("phone", "22a33445", "A-PHONE-SIGN"),
    ("phone", "Kari Lie 22334455", "A-PHONE-ONLY"),
    ("phone", "22 33 44 55 linje 12", "A-PHONE-ONLY"),
    ("phone", "22334455 / 91822334", "A-PHONE-TWO"),
    ("phone", "22334455 eller 91822334", "A-PHONE-TWO"),
    ("phone", "2233445591822334", "A-PHONE-TWO"),
    ("phone", "+4722334455 +4791822334", "A-PHONE-TWO"),
    ("phone", "Faks 22 33 44 55", "A-PHONE-FAX"),
    ("phone", "22.03.2015", "A-PHONE-DATE"),
    ("phone", "+999 123456", "A-PHONE-COUNTRY"),
    ("phone", "+46 8", "A-PHONE-FOREIGN"),
    ("phone", "٢٢٣٣٤٤٥٥", "A-DIGITS"),
    ("email", "kari", "A-EMAIL-AT"),
    ("email", "kari@kommune", "A-EMAIL-DOT"),
    ("email", "kari lie@x.no", "A-EMAIL-SPACE"),
    ("email", "kari@@x.no", "A-EMAIL"),
    ("email", "Kari Lie <kari@x.no>", "A-EMAIL-ONLY"),
    ("email", "a@x.no; b@x.no", "A-EMAIL-TWO"),
    ("email", "kari.lie(at)x.no", "A-MEANT"),
    ("url", "x", "A-URL"),
    ("url", "javascript:alert(1)", "A-URL"),
    ("url", "x.no og y.no", "A-URL-SPACE"),
    ("url", "kari@x.no", "A-URL-EMAIL"),
    ("name", "", "A-REQUIRED"),
    ("units", "Våler", "A-UNITS-ALIKE"),
    ("units", "Langtvekk", "A-UNIT"),
    ("units", "Halde", "A-MEANT"),
    ("at_least", "2", "A-MIN"),
    ("at_most", "4", "A-MAX"),
]

REFUSED_VALUES: list[tuple[str, Any, str]] = [
    ("single", "fax", "A-CODE"),
    ("single", None, "A-CHOOSE"),
    ("multi", (), "A-CHOOSE"),
    ("multi", (Sources.none, Sources.post), "A-EXCLUDES"),
    ("units", (), "A-CHOOSE"),
    ("units", ("9999",), "A-UNIT"),
    ("units", ("0101", "0104", "0105"), "A-UNITS-MANY"),
    ("items", Items(()), "A-INVALID"),
    ("items", Items((1, 1)), "A-INVALID"),
    ("items", Items((1, 2, 3, 4)), "A-ITEMS-MANY"),
    ("items", DONT_KNOW, "A-MISSING"),
    ("read", DONT_KNOW, "A-READ"),
    ("must", REFUSED, "A-MISSING"),
    ("text", NOT_ASKED, "A-MISSING"),
    ("text", "to\nlinjer", "A-LINES"),
    ("text", "\x1b[2J", "A-CONTROL"),
    ("text", "\ud800", "A-CONTROL"),
    ("text", 5, "A-INVALID"),
    ("email", "\x00@x.no", "A-CONTROL"),
    ("url", "https://x.no/\x1b", "A-CONTROL"),
    ("phone", "ring +4722334455", "A-PHONE"),
    ("decimal", "1_000", "A-INVALID"),
    ("decimal", "١٢", "A-INVALID"),
    ("decimal", Decimal("0.125"), "A-DECIMALS"),
    ("decimal", True, "A-INVALID"),
    ("integer", 2.0, "A-INVALID"),
    ("month", 13, "A-MONTH"),
    ("year", 2016, "A-YEAR-RANGE"),
]


class TestWhatIsTaken:
    """An answer may be written in every way that has one meaning."""

    def test_it_is_understood(self) -> None:
        assert [(kind, typed, answer(kind, typed)) for kind, typed, _ in TAKEN] == TAKEN

    def test_a_decimal_is_stored_alike_however_it_is_written(self) -> None:
        assert {str(answer("decimal", typed)) for typed in ("2,5", "2.5", "2,50")} == {"2.5"}

    def test_words_may_be_left_out_where_they_are_not_required(self) -> None:
        assert answer("text", "") is None
        assert answer("longtext", "  \n ") is None


class TestWhatIsRefused:
    """Everything else is refused with a stable code, and the sentence says what to write."""

    def test_typing(self) -> None:
        told = [(kind, typed, problem(kind, typed).code) for kind, typed, _ in REFUSED_TYPING]
        assert told == REFUSED_TYPING

    def test_a_value(self) -> None:
        told = [(kind, value, refusal(kind, value).code) for kind, value, _ in REFUSED_VALUES]
        assert told == REFUSED_VALUES

    def test_the_sentence_names_the_way_on(self) -> None:
        table = [
            ("decimal", "½", "Mente du 0,5? Skriv det slik."),
            ("decimal", "1½", "Mente du 1,5? Skriv det slik."),
            ("decimal", "1 1/2", "Mente du 1,5? Skriv det slik."),
            ("decimal", "1.200", "«1.200» kan leses på to måter. Skriv 1200 eller 1,2."),
            ("integer", "ca. 1.200", "Skriv bare tallet: 1.200"),
            ("integer", "{x}", "«{x}» er ikke et tall. Skriv det med sifre, for eksempel 12."),
            ("integer", "Ingen", "Mente du 0? Skriv det slik."),
            ("year", "'12", "Mente du 2012? Skriv året med fire sifre."),
            ("year", "98", "Mente du 1998? Skriv året med fire sifre."),
            ("year", "25", "Mente du 2025? Skriv året med fire sifre."),
            ("year", "1814", "Skriv et årstall fra 1990 til 2015."),
            ("month", "j", "«j» kan være januar, juni eller juli. Skriv litt mer av navnet."),
            ("phone", "Kari: 918 22 334", "Skriv bare nummeret: 918 22 334"),
            ("email", "kari.lie (at) x.no", "Mente du kari.lie@x.no? Skriv det slik."),
            ("email", "kari krøllalfa x punktum no", "Mente du kari@x.no? Skriv det slik."),
            ("name", "", "Skriv svaret med ord."),
            ("year", "", "Skriv et årstall, eller trykk F7 (vet ikke) / F8 (vil ikke svare)."),
        ]
        assert [(kind, typed, problem(kind, typed).sentence) for kind, typed, _ in table] == table

    def test_vet_ikke_is_offered_only_where_it_is_an_answer(self) -> None:
        assert refusal("must", None).sentence == "Trykk 1–3, eller trykk F7 (vet ikke)."

    def test_how_one_chooses_is_told_with_its_keys(self) -> None:
        assert refusal("multi", ()).sentence.startswith("Merk med 1–3, og trykk Enter, eller")
        assert refusal("units", ()).sentence.startswith("Skriv litt av navnet, eller")
        assert refusal("items", None).sentence == "Trykk 1 eller 2."

    def test_what_is_only_read_out_has_nothing_to_be_known(self) -> None:
        assert "bare leses opp" in refusal("read", DONT_KNOW).sentence

    def test_nothing_of_what_was_answered_gets_into_a_log(self) -> None:
        said = problem("text", "Kari " * 50)
        assert str(said) == "A-LONG"
        assert said.__cause__ is None
        assert said.__suppress_context__


class TestMissingStates:
    """Vet ikke and Vil ikke svare are answers where the question takes them."""

    def test_they_are_answers_to_most_questions(self) -> None:
        for kind in TYPED:
            assert check(QUESTIONS[kind], DONT_KNOW, FACTS) is DONT_KNOW, kind
            assert check(QUESTIONS[kind], REFUSED, FACTS) is REFUSED, kind

    def test_a_required_question_takes_vet_ikke_only_where_it_says_so(self) -> None:
        assert check(QUESTIONS["must"], DONT_KNOW, FACTS) is DONT_KNOW
        assert refusal("name", DONT_KNOW).code == "A-MISSING"


class TestLimits:
    """Limits move with the year of the interview; the screen may ask what they are."""

    def test_a_year_limit_follows_the_calendar(self) -> None:
        later = Reading(FACTS.model_copy(update={"year": 2020}), FRAME)
        assert parse(QUESTIONS["year"], "2016", later) == 2016

    def test_limits_come_from_the_question_or_its_type(self) -> None:
        assert QUESTIONS["year"].type.limits(FACTS) == (1990, 2015)
        assert QUESTIONS["integer"].type.limits(FACTS) == (0, 50_000)
        assert QUESTIONS["at_least"].type.limits(FACTS) == (3, None)
        assert QUESTIONS["text"].type.limits(FACTS) == (None, None)


class TestMessages:
    """Every sentence fits on a line, and is used."""

    LONGEST: ClassVar[dict[str, object]] = {
        "or_else": WAYS_OUT[(DONT_KNOW, REFUSED)],
        "label": "Vil ikke svare",
        "unit": "0301",
        "typed": "ca. 1.200",
        "example": "2,5",
        "guess": "fornavn.etternavn@eksempel.no",
        "most": "4000",
        "count": "4001",
        "whole": "1200",
        "decimal": "1,2",
        "low": "0",
        "high": "5000",
        "months": "januar, juni eller juli",
        "what": "et telefonnummer",
        "then": "velg det som er nærmest",
        "how": "Trykk 1–9 a–f og Enter",
        "keys": "1–9 eller a–f",
        "sign": "x",
    }

    def test_a_usual_sentence_fits_on_a_line(self) -> None:
        told = [AnswerProblem(one, **self.LONGEST).sentence for one in MESSAGES.values()]
        assert [one for one in told if len(one) > 78] == []

    def test_every_code_is_in_the_tables_above(self) -> None:
        here = {row[2] for row in REFUSED_TYPING + REFUSED_VALUES}
        assert here | AT_THE_KEYS == set(MESSAGES)

    def test_a_long_text_is_not_repeated_in_full(self) -> None:
        assert len(problem("integer", "x" * 4000).sentence) < 100


def _names(template: str) -> frozenset[str]:
    return frozenset(name for _, name, *_ in string.Formatter().parse(template) if name)


class TestAnythingAtAll:
    """Whatever is typed, there is a value or a sentence: nothing else is ever raised."""

    @given(kind=st.sampled_from(TYPED), typed=st.text())
    def test_any_text(self, kind: str, typed: str) -> None:
        _value_or_problem(QUESTIONS[kind], typed)

    @given(
        kind=st.sampled_from(TYPED),
        typed=st.text("0123456789 +-–.,/()½@:ajx\u00a0'\x1b[٣", max_size=20),
    )
    def test_text_that_looks_like_an_answer(self, kind: str, typed: str) -> None:
        _value_or_problem(QUESTIONS[kind], typed)

    @given(
        question=st.sampled_from([q for q in PhaseTwo.questions() if q.type.entry in WRITTEN]),
        typed=st.text(),
    )
    def test_the_questionnaire_itself(self, question: Question, typed: str) -> None:
        _value_or_problem(question, typed)

    @given(
        kind=st.sampled_from(sorted(QUESTIONS)),
        value=st.one_of(
            st.text(), st.integers(), st.decimals(), st.floats(), st.booleans(), st.binary(),
            st.lists(st.text()).map(tuple), st.just(Text("x")), st.just(Sources.post),
            st.lists(st.integers()).map(lambda keys: Items(tuple(keys))),
        ),
    )  # fmt: skip
    @example(kind="units", value=("",))  # which is no unit
    def test_any_value(self, kind: str, value: Any) -> None:
        try:
            checked = check(QUESTIONS[kind], value, FACTS)
        except AnswerProblem:
            return
        assert check(QUESTIONS[kind], checked, FACTS) == checked
        assert show(QUESTIONS[kind], checked, FRAME)


def _value_or_problem(question: Question, typed: str) -> None:
    try:
        value = parse(question, typed, READING)
    except AnswerProblem:
        return
    assert accept(question, value, READING) == value
    if value is not None:
        assert parse(question, show(question, value, FRAME), READING) == value


class TestShowing:
    """An answer is shown as people read it."""

    def test_in_words(self) -> None:
        table: list[tuple[str, Any, str]] = [
            ("single", Sources.phone, "Telefon"),
            ("multi", (Sources.post, Sources.phone), "Post, Telefon"),
            ("read", "read", "Lest opp"),
            ("integer", 1200, "1\xa0200"),
            ("integer", 12000, "12\u00a0000"),
            ("decimal", Decimal("2.5"), "2,5"),
            ("decimal", Decimal("2.50"), "2,5"),
            ("decimal", Decimal("1E+2"), "100"),
            ("year", 2012, "2012"),
            ("month", 3, "mars"),
            ("text", "[/helse]", "[/helse]"),
            ("longtext", "a\nb", "a\nb"),
            ("phone", "+4722334455", "22 33 44 55"),
            ("phone", "+4791822334", "918 22 334"),
            ("phone", "+4780033344", "800 33 344"),
            ("phone", "02800", "02800"),
            ("phone", "+46812345678", "+46 8 123 456 78"),
            ("email", "kari@x.no", "kari@x.no"),
            ("url", "https://x.no", "https://x.no"),
            ("units", ("0137", "0426"), "Våler (Østfold), Våler (Hedmark)"),
            ("items", Items((1, 2)), "2 så langt"),
            ("items", Items((1, 2), complete=True), "2 i alt"),
            ("text", DONT_KNOW, "(vet ikke)"),
            ("text", REFUSED, "(vil ikke svare)"),
            ("text", NOT_ASKED, "(ikke spurt)"),
            ("text", None, EMPTY),
        ]
        shown = [(kind, value, show(QUESTIONS[kind], value, FRAME)) for kind, value, _ in table]
        assert shown == table

    def test_in_the_language_of_the_interview(self) -> None:
        assert show(QUESTIONS["single"], Sources.post, FRAME, "en") == "Mail"
        assert show(QUESTIONS["text"], DONT_KNOW, FRAME, "nn") == "(veit ikkje)"

    @given(st.integers(0, 50_000))
    def test_what_is_shown_of_a_whole_number_can_be_typed(self, value: int) -> None:
        assert answer("integer", show(QUESTIONS["integer"], value, FRAME)) == value

    @given(st.decimals(0, 100_000, places=2))
    def test_what_is_shown_of_a_decimal_can_be_typed(self, value: Decimal) -> None:
        assert answer("decimal", show(QUESTIONS["decimal"], value, FRAME)) == value

    def test_what_is_shown_of_a_month_can_be_typed(self) -> None:
        months = list(range(1, 13))
        assert [answer("month", show(QUESTIONS["month"], one, FRAME)) for one in months] == months

    @given(st.from_regex(r"[2-9][0-9]{7}|0[1-9][0-9]{3}", fullmatch=True))
    def test_every_norwegian_number_can_be_typed_as_shown(self, digits: str) -> None:
        stored = answer("phone", digits)
        assert answer("phone", show_phone(stored)) == stored

    def test_numbers_of_every_country_can_be_typed_as_shown(self) -> None:
        for region in sorted(phonenumbers.SUPPORTED_REGIONS):
            number = phonenumbers.example_number(region)
            assert number is not None, region
            stored = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            assert answer("phone", show_phone(stored)) == stored, region

    def test_a_number_from_elsewhere_that_is_none_is_shown_as_it_is(self) -> None:
        assert show_phone("ring Kari") == "ring Kari"


class TestCleaning:
    """What cannot be seen goes, what can be seen stays."""

    def test_one_by_one(self) -> None:
        table = {
            "Kari": "Kari",
            "Bodø ": "Bodø ",
            "A\u030as": "Ås",
            "a\tb": "a b",
            "a\r\nb\rc\u2028d": "a\nb\nc\nd",
            "a\x00b\x07c\x85": "abc\n",
            "\x1b[31mrød\x1b[0m": "rød",
            "\x1b]0;tittel\x07tekst": "tekst",
            "\x1b]8;;http://x.no\x1b\\lenke\x1b]8;;\x1b\\": "lenke",
            "\x1b]0;ikke lukket": "]0;ikke lukket",
            "\x9b31m": "31m",
            "\ud800x\udfff": "x",
            "a\u202eb\u2066c": "abc",
            "22\u200b33\ufeff": "2233",
            "\u200b\u200d\u2060": "",
            "\u3164\u2800": "  ",
            "📞👨\u200d👩\u200d👧": "📞👨\u200d👩\u200d👧",
            "می\u200cخواهم": "می\u200cخواهم",
            "[/helse]": "[/helse]",
        }
        assert {raw: clean(raw) for raw in table} == table

    def test_a_line_has_no_line_breaks(self) -> None:
        assert clean("Kari\r\n\r\n Lie\n", one_line=True) == "Kari Lie "

    @given(st.text(st.characters(exclude_categories=())), st.booleans())
    @example("\x1b\x1b[0m[0m", False)
    @example("a\n\u200d\nb", True)
    @example("a\u200b\u030a", False)
    def test_twice_is_as_once(self, raw: str, one_line: bool) -> None:
        once = clean(raw, one_line=one_line)
        assert clean(once, one_line=one_line) == once

    @given(st.text())
    def test_nothing_that_is_seen_is_lost(self, raw: str) -> None:
        assume("\x1b" not in raw)
        assert _seen(clean(raw)) == _seen(raw)

    @given(st.text(st.characters(exclude_categories=())))
    def test_no_control_characters_or_surrogates_are_left(self, raw: str) -> None:
        left = {unicodedata.category(char) for char in clean(raw) if char != "\n"}
        assert not left & {"Cc", "Cs", "Zl", "Zp"}


LOOK_EMPTY = "\u115f\u1160\u3164\uffa0\u2800"


def _seen(text: str) -> str:
    seen = "".join(char for char in text if is_seen(char) and char not in LOOK_EMPTY)
    return unicodedata.normalize("NFC", seen)


def test_a_missing_state_is_never_typed() -> None:
    """No text is mistaken for a missing state, whatever it says."""
    for typed in ("-8", "(vet ikke)", "dont_know", str(DONT_KNOW)):
        assert not isinstance(answer("text", typed), Missing)
