"""The questionnaire as an XLSForm, which ODK and Kobo turn into a form: a few sheets of text.

Pure.  Routes, limits and checks come along where XPath can say them: a hard check as a constraint,
a soft one as a question for the reason, which is asked only when the check objects.  Where XPath
cannot, the question is always asked, and its hint says when it is meant; the sheet `notes` lists
all that a form does not do.  Vet ikke and Vil ikke svare are codes of closed questions; an open one
that is not required may be left empty.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from schemas.codebook.codebook import CodebookEntry, CodebookSection, codebook
from schemas.codebook.xlsform_rules import Rules, together
from schemas.frame.frame import Frame
from schemas.language.text import LANGUAGES, Language, Text, capital
from schemas.questionnaire.answers import MISSING_LABELS
from schemas.questionnaire.condition_words import words
from schemas.questionnaire.conditions import ALWAYS
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster, Section

NAMES: Final[dict[Language, str]] = {
    "nb": "Bokmål (nb)",
    "nn": "Nynorsk (nn)",
    "en": "English (en)",
}
TRANSLATED: Final = ("label", "hint", "constraint_message", "required_message")
PLAIN: Final = ("type", "name", "required", "relevant", "constraint", "appearance", "calculation")

INTERVIEWER: Final = Text("Intervjuer", "Intervjuar", "Interviewer")
WHEN: Final = Text("Stilles bare når", "Blir stilt berre når", "Asked only when")
WHY: Final = Text(
    "Rett svaret, eller skriv hvorfor det stemmer.",
    "Rett svaret, eller skriv kvifor det stemmer.",
    "Correct the answer, or write why it is right.",
)
"""What is asked for when a soft check objects."""

NOT_IN_A_FORM: Final = Text(
    "Et slikt skjema kan ikke dette. Se over det etterpå.",
    "Eit slikt skjema kan ikkje dette. Sjå over det etterpå.",
    "A form of this kind cannot do this. Check it afterwards.",
)

Sheets = dict[str, list[list[str]]]
"""Rows by the name of the sheet, the heading first."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of the survey sheet."""

    plain: dict[str, str]
    texts: dict[str, Text] = field(default_factory=dict)


def xlsform(questionnaire: type[Questionnaire], frame: Frame) -> Sheets:
    """The sheets `survey`, `choices`, `settings` and `notes`."""
    return _Form(questionnaire, frame).sheets()


class _Form:
    """One questionnaire on its way to a form."""

    def __init__(self, questionnaire: type[Questionnaire], frame: Frame) -> None:
        self._questionnaire, self._design = questionnaire, frame.design
        self._book = codebook(questionnaire)
        self._rules = Rules(questionnaire)
        self._lists: dict[str, list[tuple[str, Text]]] = {
            "units": [(unit.id, Text(unit.label)) for unit in frame]
        }

    def sheets(self) -> Sheets:
        survey = [_cells(row) for row in (*self._before(), *self._sections())]
        titles = [f"{column}::{NAMES[language]}" for column in TRANSLATED for language in LANGUAGES]
        return {
            "survey": [[*PLAIN, *titles], *survey],
            "choices": list(self._choices()),
            "settings": [
                ["form_title", "form_id", "version", "default_language"],
                [str(self._book.title), self._book.name, self._book.version, NAMES["nb"]],
            ],
            "notes": list(self._notes()),
        }

    def _before(self) -> Iterator[FormRow]:
        """What the program knows before the first question, and a form must ask."""
        unit = {"type": "select_one units", "name": "unit_id", "appearance": "autocomplete"}
        yield FormRow(unit | {"required": "yes"}, {"label": capital(self._design.any_kind)})
        yield FormRow({"type": "text", "name": "interviewer"}, {"label": INTERVIEWER})
        name = "jr:choice-name(${unit_id}, '${unit_id}')"
        yield FormRow({"type": "calculate", "name": "unit_name", "calculation": name})
        for name, cases in self._rules.derived.items():
            yield FormRow({"type": "calculate", "name": name, "calculation": cases})

    def _choices(self) -> Iterator[list[str]]:
        yield ["list_name", "name", *(f"label::{NAMES[language]}" for language in LANGUAGES)]
        for name, codes in self._lists.items():
            for code, label in codes:
                yield [name, code, *_in_all(label)]

    # ── Sections and questions ──

    def _sections(self) -> Iterator[FormRow]:
        for group in self._book.sections:
            section = self._questionnaire.sections[group.name]
            kind = "repeat" if issubclass(section, Roster) else "group"
            start = {"type": f"begin_{kind}", "name": group.name}
            route = self._rules.route(section.when)
            yield FormRow(start | {"relevant": route}, {"label": section.heading})
            yield from self._questions(section, group)
            yield FormRow({"type": f"end_{kind}"})
            yield from self._reasons(group.name, route)

    def _questions(self, section: type[Section], group: CodebookSection) -> Iterator[FormRow]:
        entries = {entry.id: entry for entry in group.questions}
        for question in section.questions:
            yield self._question(question, entries[question.id])
            yield from self._reasons(question.id)

    def _reasons(self, last: str, route: str = "") -> Iterator[FormRow]:
        """Why an answer stands that a soft check objects to; `last` is the last it looks at."""
        for check, objects in self._rules.objections(last):
            plain = {
                "type": "text",
                "name": f"{check.id}_reason",
                "required": "yes",
                "relevant": f"({route} and {objects})" if route else objects,
            }
            yield FormRow(plain, {"label": check.says, "hint": WHY})

    def _question(self, question: Question, entry: CodebookEntry) -> FormRow:
        route = self._rules.route(question.when)
        always_right = bool(route) == bool(entry.route)
        field = question.type.form_field(self._list(question) if question.codes else "")
        plain = {
            "type": field.type,
            "name": question.id,
            "required": "yes" if question.must and always_right else "",
            "relevant": route,
            "appearance": field.appearance,
        }
        texts = {"label": _filled(question.text, self._design.placeholder)}
        for check in self._questionnaire.checks_on.get(question.id, ()):
            if needed := self._rules.need(check, question):
                plain["required"], texts["required_message"] = needed, check.says
        if constraints := list(self._rules.constraints(question, entry)):
            plain["constraint"] = " and ".join(written for written, _ in constraints)
            texts["constraint_message"] = together(says for _, says in constraints)
        if hint := self._hint(question, entry):
            texts["hint"] = hint
        return FormRow(plain, texts)

    def _list(self, question: Question) -> str:
        """The name of the list of codes, which is made when it is first needed."""
        missing = question.missing_allowed
        kind = type(question.codes[0]).__name__
        name = "__".join((kind, *(state.missing for state in missing)))
        codes = [(code.name, code.label) for code in question.codes]
        self._lists.setdefault(
            name, codes + [(state.missing, MISSING_LABELS[state]) for state in missing]
        )
        return name

    def _notes(self) -> Iterator[list[str]]:
        """What is left out, under the name of its question and in the words of the codebook."""
        yield ["kind", "name", "rule", *(f"text::{NAMES[language]}" for language in LANGUAGES)]
        for question in self._questionnaire.questions():
            if question.when != ALWAYS and not self._rules.route(question.when):
                yield ["route", question.id, words(question.when), *_in_all(NOT_IN_A_FORM)]
        for check in self._questionnaire.checks():
            if not self._rules.xpath(check.when):
                kind = "hard" if check.hard else "soft"
                yield [kind, check.on.id, words(check.when), *_in_all(check.says)]

    def _hint(self, question: Question, entry: CodebookEntry) -> Text | None:
        """The instruction, and the route where XPath cannot say it."""
        parts = [question.instruction] if question.instruction else []
        if entry.route and not self._rules.route(question.when):
            said = (f"{WHEN.in_(one)}: {entry.route.in_(one)}" for one in LANGUAGES)
            parts.append(Text(*said))
        return together(parts) if parts else None


def _in_all(words: Text) -> list[str]:
    return [words.in_(language) for language in LANGUAGES]


def _filled(words: Text, unit: str) -> Text:
    """With the form's own names for the unit, which the questions call so, and whoever asks."""
    return Text(
        *(
            words.in_(language)
            .replace(f"{{{unit}}}", "${unit_name}")
            .replace("{intervjuer}", "${interviewer}")
            for language in LANGUAGES
        )
    )


def _cells(row: FormRow) -> list[str]:
    plain = [row.plain.get(name, "") for name in PLAIN]
    texts = [
        row.texts[column].in_(language) if column in row.texts else ""
        for column in TRANSLATED
        for language in LANGUAGES
    ]
    return plain + texts
