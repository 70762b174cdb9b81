"""The codebook for archives, and the questionnaire for other programs and on paper."""

from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from db.exports.sheets import data_tables
from schemas.codebook.codebook import codebook
from schemas.codebook.columns import columns
from schemas.codebook.ddi import NAMESPACE, ddi
from schemas.codebook.paper_form import form
from schemas.codebook.variables import of_column
from schemas.codebook.xlsform import NAMES, xlsform
from schemas.codebook.xpath import THIS_YEAR as YEAR
from schemas.codebook.xpath import Form
from schemas.language.text import LANGUAGES, Language, Text
from schemas.questionnaire.answers import DONT_KNOW, Answer, Choice
from schemas.questionnaire.conditions import ALWAYS, THIS_YEAR, Condition, Derived, preload
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import ask, given
from schemas.questionnaire.sections import Roster, Section, asked
from schemas.questionnaire.types import (
    Several,
    ShortText,
    Units,
    Whole,
)
from schemas.surveys.municipal_services_2015.frame import FRAME as DESIGN
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from schemas.surveys.municipal_services_2015.survey import SURVEY
from schemas.surveys.registry import names, survey_called
from tests.support.municipalities import FRAME

CHECKOUT = Path(__file__).parents[3]
XSD = CHECKOUT.parent / "shared" / "ddi" / "schemas" / "codebook.xsd"


class TestDdi:
    @pytest.fixture
    def tree(self) -> Any:
        """The document, as another program reads it."""
        etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
        return etree.fromstring(ddi(SURVEY, data_tables(SURVEY)).encode())

    @pytest.mark.parametrize("name", tuple(names()))
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_it_is_valid(self, language: Language, name: str) -> None:
        """DDI-Codebook 2.5, by its own schema, with contacts and without; of every survey."""
        etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
        if not XSD.exists():
            pytest.skip("the schema of DDI-Codebook 2.5 does not lie beside the checkout")
        schema = etree.XMLSchema(etree.parse(str(XSD)))
        for contacts in (False, True):
            survey = survey_called(name)
            written = ddi(survey, data_tables(survey, contacts=contacts), language)
            schema.assertValid(etree.fromstring(written.encode()))

    def test_every_column_that_is_exported(self, tree: Any) -> None:
        """Under the name that it has in every format; no person, no note."""
        names = {one.get("name") for one in tree.iter(f"{{{NAMESPACE}}}var")}
        for section in PhaseTwo.sections.values():
            asked = (one for one in section.questions if not one.personal)
            for column in chain.from_iterable(map(columns, asked)):
                assert of_column(column, DESIGN).name in names
        assert {"unit_id", "class", "offer_no", "decision_reason", "from_knew", "event"} <= names
        assert not names & {"respondent_name", "private_note"}
        files = [one.text for one in tree.iter(f"{{{NAMESPACE}}}fileName")]
        assert files == [
            "interviews", "offers", "remarks", "checks", "codings", "cases", "decisions", "claims",
            "codes", "calls", "redirects", "undone", "openings", "assignments", "notes",
            "paradata", "stamp",
        ]  # fmt: skip

    def test_every_code_and_what_is_missing(self, tree: Any) -> None:
        """In the instrument's order, the missing states marked as such, in every language."""
        (plans,) = tree.xpath("//d:var[@name='plans']", namespaces={"d": NAMESPACE})
        codes = [
            (code.findtext(f"{{{NAMESPACE}}}catValu"), code.get("missing"))
            for code in plans.findall(f"{{{NAMESPACE}}}catgry")
        ]
        assert codes == [
            *((str(n), "N") for n in range(1, 7)),
            *((f"-{n}", "Y") for n in (7, 8, 9)),
        ]
        labels = plans.findall(f"{{{NAMESPACE}}}catgry")[0].findall(f"{{{NAMESPACE}}}labl")
        assert [label.text for label in labels] == [
            "Ja, det er vedtatt", "Ja, det er vedteke", "Yes, it is decided",
        ]  # fmt: skip


class YesNo(Choice):
    yes = Text("Ja")
    no = Text("Nei")


class Asked(Section, heading="Spurt"):
    a: Answer[YesNo] = ask("?")
    b: Answer[YesNo] = ask("?")
    several: Answer[Several[YesNo]] = ask("?")
    staff: Answer[Whole] = ask("?")
    fte: Answer[Whole] = ask("?")
    units: Answer[Units] = ask("?")
    host: Answer[Units] = ask("?", at_most=1)


class Item(Roster, heading="Ting", more="Flere?"):
    name: Answer[ShortText] = ask("?")
    kind: Answer[YesNo] = ask("?")


class Small(Questionnaire, name="small", version="1", heading="Lite"):
    asked: Asked
    items: tuple[Item, ...] = ()


A, B = given(asked(Asked).a), given(asked(Asked).b)
STAFF, FTE = given(asked(Asked).staff), given(asked(Asked).fte)
UNITS, HOST, KIND = given(asked(Asked).units), given(asked(Asked).host), given(asked(Item).kind)
CLASS = Derived("klass", ((A.is_(YesNo.yes), YesNo.yes), (ALWAYS, YesNo.no)))
IS_YES, IS_NO = A.is_(YesNo.yes), B.is_(YesNo.no)
FORM = Form(preloads={"unit_id"})


class TestRoutesAsXPath:
    """What a form can keep to, and what it cannot."""

    @pytest.mark.parametrize(
        ("condition", "written"),
        [
            (IS_YES, "${a} = 'yes'"),
            (A.is_(YesNo.yes, DONT_KNOW), "(${a} = 'yes' or ${a} = 'dont_know')"),
            (A.is_not(YesNo.yes), "(${a} != '' and ${a} != 'yes')"),
            (A.answered, "(${a} != '')"),
            (A.has_value, "(${a} != '' and ${a} != 'dont_know' and ${a} != 'refused')"),
            (given(asked(Asked).several).includes(YesNo.no), "selected(${several}, 'no')"),
            (
                IS_YES & (IS_NO | ~A.answered),
                "(${a} = 'yes' and (${b} = 'no' or not((${a} != ''))))",
            ),
            (FTE > STAFF, "(. != '' and ${staff} != '' and . > ${staff})"),
            (STAFF > 40 * HOST, "(${staff} != '' and ${host} != '' and ${staff} > 40 * ${host})"),
            (STAFF < THIS_YEAR - 2, f"(${{staff}} != '' and ${{staff}} < {YEAR} - 2)"),
            (given(Item.more).is_complete, "count(${items}) > 0"),
            (KIND.in_some_item_is(YesNo.yes), "count(${items}[kind = 'yes']) > 0"),
            (
                KIND.in_every_item_is(YesNo.yes, YesNo.no),
                "(count(${items}) > 0 and count(${items}[not((kind = 'yes' or kind = 'no'))]) = 0)",
            ),
            (
                HOST.within(preload("unit_id"), UNITS),
                "(${host} != '' and"
                " (selected(${unit_id}, ${host}) or selected(${units}, ${host})))",
            ),
            (UNITS.within(HOST), "(${units} != '' and selected(${host}, ${units}))"),
        ],
    )
    def test_what_can_be_said(self, condition: Condition, written: str) -> None:
        assert FORM.xpath(condition, own=Small.by_id["fte"]) == written

    @pytest.mark.parametrize(
        "condition",
        [
            CLASS.is_(YesNo.yes),
            preload("claim").is_(YesNo.yes),
            UNITS.within(UNITS),
            given(asked(Item).name).repeats_an_earlier_item,
        ],
    )
    def test_what_cannot(self, condition: Condition) -> None:
        """A form does not know it; nor can it say what is joined with it."""
        assert FORM.xpath(condition) is None
        assert FORM.xpath(condition & IS_YES) is None

    def test_what_follows_from_the_answers(self) -> None:
        """The form works it out where all its cases can be said."""
        assert FORM.cases(CLASS) == "if(${a} = 'yes', 'yes', 'no')"
        with_class = replace(FORM, derived={"klass"})
        assert with_class.xpath(CLASS.is_(YesNo.no)) == "${klass} = 'no'"


class TestXlsForm:
    """The sheets that ODK and Kobo read."""

    def rows(self, sheet: str) -> list[dict[str, str]]:
        header, *rows = xlsform(PhaseTwo, FRAME)[sheet]
        return [dict(zip(header, row, strict=True)) for row in rows]

    def test_every_question_in_order(self) -> None:
        """With three rows before the first, for what the program knows by itself."""
        names = [row["name"] for row in self.rows("survey")]
        ids = [q.id for q in PhaseTwo.questions() if q.id != "offers"]
        assert [name for name in names if name in ids] == ids
        assert names[:3] == ["unit_id", "interviewer", "unit_name"]

    def test_sections_open_and_close(self) -> None:
        """The offers are asked again and again."""
        kinds = [row["type"] for row in self.rows("survey") if "_" in row["type"].split()[0]]
        opened = [kind for kind in kinds if kind.startswith("begin")]
        assert len(opened) == len([k for k in kinds if k.startswith("end")]) == 10
        assert opened.count("begin_repeat") == 1

    def test_every_list_has_its_codes(self) -> None:
        """Vet ikke and Vil ikke svare where the question takes them."""
        choices = self.rows("choices")
        lists = {row["list_name"] for row in choices}
        used = {row["type"].split()[1] for row in self.rows("survey") if " " in row["type"]}
        assert used == lists
        plans = [row["name"] for row in choices if row["list_name"] == "Plans__dont_know"]
        assert plans == [code.name for code in PhaseTwo.by_id["plans"].codes] + ["dont_know"]

    def row(self, name: str) -> dict[str, str]:
        (found,) = [row for row in self.rows("survey") if row["name"] == name]
        return found

    def test_limits_and_hard_checks(self) -> None:
        """All that must be so, and all that is said: a form has one message for both."""
        fte = self.row("fte")
        assert fte["constraint"].startswith(". >= 0 and . <= 100 and not(")
        assert fte["constraint_message::Bokmål (nb)"] == (
            "Skriv et tall fra 0 til 100. Årsverkene kan ikke være flere enn de ansatte."
        )

    @pytest.mark.parametrize(
        ("question", "said"),
        [
            ("staff", "Skriv et tall fra 0 til 200."),
            ("service_since", "Skriv et årstall fra 1900 til i år."),
            ("plan_when", "Skriv et årstall fra i år til om 10 år."),
            ("service_since_month", "Skriv et tall fra 1 til 12."),
            ("service_name", "Det er plass til 200 tegn."),
            (
                "plan_anchored",
                "«Nei / Vet ikke / Vil ikke svare» utelukker andre svar",
            ),
        ],
    )
    def test_every_limit_says_what_it_wants(self, question: str, said: str) -> None:
        assert self.row(question)["constraint_message::Bokmål (nb)"].startswith(said)

    def test_nothing_is_refused_without_a_word(self) -> None:
        """In any language; and where nothing is refused, nothing is said."""
        for row in self.rows("survey"):
            for language in NAMES.values():
                assert bool(row["constraint"]) == bool(row[f"constraint_message::{language}"])

    def test_a_hard_check_on_what_is_left_blank(self) -> None:
        """A form tries no constraint there: so the answer is required as long as it is needed."""
        url = self.row("public_url")
        assert url["required"].startswith("not(((${public_phone} != ''")
        assert url["required_message::Bokmål (nb)"].startswith("Oppgi minst ett")

    def test_a_soft_check_asks_why(self) -> None:
        """In its own words, behind the last answer that it looks at, and only when it objects."""
        names = [row["name"] for row in self.rows("survey")]
        why = self.row("fte_above_ten_reason")
        assert names.index("fte") < names.index("fte_above_ten_reason") < names.index("funding")
        assert (why["required"], why["relevant"]) == ("yes", "(${fte} != '' and ${fte} > 10)")
        says = "More than 10 full-time equivalents is unusual. Is the answer right?"
        assert why["label::English (en)"] == says
        assert why["hint::Bokmål (nb)"] == "Rett svaret, eller skriv hvorfor det stemmer."

    def test_who_is_asked_to_publish_follows_from_the_class(self) -> None:
        """Which the form works out by the rules of the classification."""
        assert self.row("class_without_fit")["calculation"].startswith("if((${has_offers} = 'yes'")
        assert "${class_without_fit} = 'planning'" in self.row("publish")["relevant"]
        assert self.row("publish")["required"] == "yes"

    def test_what_is_left_out_is_listed(self) -> None:
        """Phase one's claim is not known to a form; every route comes along."""
        assert [(row["kind"], row["name"]) for row in self.rows("notes")] == [
            ("soft", "has_offers"),
            ("soft", "offers_since"),
            ("hard", "offer_name"),
        ]
        assert self.rows("notes")[-1]["text::English (en)"].startswith("Two programmes")


class TestOnPaper:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_question_and_code(self, language: Language) -> None:
        """In words that somebody can read."""
        words = " ".join(form(codebook(PhaseTwo), language).split())
        for question in PhaseTwo.questions():
            assert " ".join(question.text.in_(language).split()) in words
            for code in question.codes:
                assert code.label.in_(language) in words

    def test_lines_are_short(self) -> None:
        """A page can hold them."""
        lines = form(codebook(PhaseTwo)).splitlines()
        assert max(map(len, lines)) <= 110
