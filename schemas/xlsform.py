"""The questionnaire as an XLSForm, which ODK and Kobo turn into a form: three sheets of text.

Pure.  Routes, limits and hard checks come along where XPath can say them; where it cannot, the
question is always asked, and its hint says when it is meant.  Vet ikke and Vil ikke svare are codes
of closed questions; an open one that is not required may be left empty.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from schemas.answers import MISSING_LABELS, Kind
from schemas.codebook import Entry, Group, codebook
from schemas.questionnaire import Check, Question, Questionnaire, Roster, Section
from schemas.register import units
from schemas.text import LANGUAGES, Language, Text
from schemas.xpath import xpath

NAMES: Final[dict[Language, str]] = {
    "nb": "Bokmål (nb)",
    "nn": "Nynorsk (nn)",
    "en": "English (en)",
}
TRANSLATED: Final = ("label", "hint", "constraint_message")
PLAIN: Final = ("type", "name", "required", "relevant", "constraint", "appearance", "calculation")

UNIT: Final = Text("Kommune eller bydel", "Kommune eller bydel", "Municipality or district")
INTERVIEWER: Final = Text("Intervjuer", "Intervjuar", "Interviewer")
WHEN: Final = Text("Stilles bare når", "Blir stilt berre når", "Asked only when")

_TYPES: Final = {
    Kind.info: "note",
    Kind.integer: "integer",
    Kind.year: "integer",
    Kind.month: "integer",
    Kind.decimal: "decimal",
}
_APPEARANCES: Final = {
    Kind.longtext: "multiline",
    Kind.phone: "numbers",
    Kind.units: "autocomplete",
}

Sheets = dict[str, list[list[str]]]
"""Rows by the name of the sheet, the heading first."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the survey sheet."""

    plain: dict[str, str]
    texts: dict[str, Text] = field(default_factory=dict)


def xlsform(questionnaire: type[Questionnaire]) -> Sheets:
    """The sheets `survey`, `choices` and `settings`."""
    return _Form(questionnaire).sheets()


class _Form:
    """One questionnaire on its way to a form."""

    def __init__(self, questionnaire: type[Questionnaire]) -> None:
        self._questionnaire = questionnaire
        self._book = codebook(questionnaire)
        self._known = {q.id for q in questionnaire.questions()}
        self._lists: dict[str, list[tuple[str, Text]]] = {
            "units": [(unit.id, Text(unit.label)) for unit in units()]
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
        }

    def _before(self) -> Iterator[Row]:
        """What the program knows before the first question, and a form must ask."""
        unit = {"type": "select_one units", "name": "unit_id", "appearance": "autocomplete"}
        yield Row(unit | {"required": "yes"}, {"label": UNIT})
        yield Row({"type": "text", "name": "interviewer"}, {"label": INTERVIEWER})
        name = "jr:choice-name(${unit_id}, '${unit_id}')"
        yield Row({"type": "calculate", "name": "unit_name", "calculation": name})

    def _choices(self) -> Iterator[list[str]]:
        yield ["list_name", "name", *(f"label::{NAMES[language]}" for language in LANGUAGES)]
        for name, codes in self._lists.items():
            for code, label in codes:
                yield [name, code, *(label.in_(language) for language in LANGUAGES)]

    # ── Sections and questions ──

    def _sections(self) -> Iterator[Row]:
        for group in self._book.sections:
            section = self._questionnaire.sections[group.name]
            kind = "repeat" if issubclass(section, Roster) else "group"
            start = {"type": f"begin_{kind}", "name": group.name}
            route = self._relevant(section.when.describe())
            yield Row(start | route, {"label": section.heading})
            yield from self._questions(section, group)
            yield Row({"type": f"end_{kind}"})

    def _questions(self, section: type[Section], group: Group) -> Iterator[Row]:
        entries = {entry.id: entry for entry in group.questions}
        for question in section.questions:
            yield self._question(question, entries[question.id])

    def _question(self, question: Question, entry: Entry) -> Row:
        route = self._relevant(entry.route)
        always_right = bool(route) == bool(entry.route)
        plain = {
            "type": self._type(question),
            "name": question.id,
            "required": "yes" if question.must and always_right else "",
            "appearance": _APPEARANCES.get(question.kind, ""),
        }
        plain |= route
        texts = {"label": _filled(question.text)}
        constraints = list(_limits(question, entry))
        for check in self._questionnaire.checks_on.get(question.id, ()):
            if written := self._constraint(check, question):
                constraints.append(written)
                texts["constraint_message"] = check.says
        plain["constraint"] = " and ".join(constraints)
        if hint := self._hint(question, entry):
            texts["hint"] = hint
        return Row(plain, texts)

    def _type(self, question: Question) -> str:
        if question.kind is Kind.units:
            return "select_one units" if question.at_most == 1 else "select_multiple units"
        if question.codes:
            several = "multiple" if question.kind is Kind.multi else "one"
            return f"select_{several} {self._list(question)}"
        return _TYPES.get(question.kind, "text")

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

    # ── Conditions ──

    def _relevant(self, route: str) -> dict[str, str]:
        written = xpath(route, self._known) if route else None
        return {"relevant": written} if written else {}

    def _constraint(self, check: Check, question: Question) -> str | None:
        if not check.hard:
            return None
        written = xpath(check.when.describe(), self._known, own=question.id)
        return f"not({written})" if written else None

    def _hint(self, question: Question, entry: Entry) -> Text | None:
        """The instruction, and the route where XPath cannot say it."""
        parts = [question.instruction] if question.instruction else []
        if entry.route and not self._relevant(entry.route):
            parts.append(Text(*(f"{WHEN.in_(lang)}: {entry.route}" for lang in LANGUAGES)))
        if not parts:
            return None
        return Text(*(" ".join(part.in_(language) for part in parts) for language in LANGUAGES))


_THIS_YEAR: Final = "int(format-date(today(), '%Y'))"


def _limits(question: Question, entry: Entry) -> Iterator[str]:
    """The limits of a value; a code that excludes the others is alone."""
    alone = [code.name for code in question.codes if code.excludes]
    if question.kind is Kind.multi:
        alone += [state.missing for state in question.missing_allowed]
        for code in alone:
            yield f"not(selected(., '{code}') and count-selected(.) > 1)"
    if entry.limits is None:
        return
    if entry.limits.least is not None:
        yield f". >= {_year(entry.limits.least)}"
    if entry.limits.most is not None:
        yield f". <= {_year(entry.limits.most)}"
    if entry.limits.length:
        yield f"string-length(.) <= {entry.limits.length}"


def _year(limit: str) -> str:
    return limit.replace("this_year", _THIS_YEAR).replace(")+", ") + ")


def _filled(words: Text) -> Text:
    """With the form's own names for the unit and whoever asks."""
    return Text(
        *(
            words.in_(language)
            .replace("{kommune}", "${unit_name}")
            .replace("{intervjuer}", "${interviewer}")
            for language in LANGUAGES
        )
    )


def _cells(row: Row) -> list[str]:
    plain = [row.plain.get(name, "") for name in PLAIN]
    texts = [
        row.texts[column].in_(language) if column in row.texts else ""
        for column in TRANSLATED
        for language in LANGUAGES
    ]
    return plain + texts
