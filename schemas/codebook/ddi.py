"""The codebook as DDI-Codebook 2.5, which data archives read: one XML document, every language.

Pure.  It describes the two tables as they are in SPSS and Stata, and says what a column and a code
are called in the other formats where that differs.
"""

from collections.abc import Sequence
from typing import Final, TypeAlias
from xml.etree import ElementTree as Xml

from schemas.codebook.codebook import codebook
from schemas.codebook.described import Described
from schemas.codebook.variables import (
    MISSING,
    Variable,
    key_variables,
    number_column,
    of_column,
    section_columns,
)
from schemas.language.text import LANGUAGES, Language, Text
from schemas.questionnaire.condition_words import words as in_words
from schemas.questionnaire.conditions import ALWAYS, Condition
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster, Section
from schemas.questionnaire.types.spelling import ColumnType

NAMESPACE: Final = "ddi:codebook:2_5"
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

METHOD: Final = Text("Telefonintervju", "Telefonintervju", "Telephone interview")
INTERVIEWS: Final = Text(
    "Ett fullført intervju per rad",
    "Eitt fullført intervju per rad",
    "One completed interview per row",
)
ITEMS: Final = Text("Én rad per {}", "Éi rad per {}", "One row per {}")
INTERVIEW_KEYS: Final = (
    "interview_id", "questionnaire", "revision", "language", "completed_at", "interviewer",
    "class", "class_needs_look", "decision", "unreadable",
)  # fmt: skip


def ddi(
    survey: Described,
    language: Language = "nb",
    *,
    contacts: bool = False,
) -> str:
    """The whole document; `language` is the one that stands first."""
    return _Document(survey, language, contacts).written()


Groups: TypeAlias = list[tuple[str, list[Variable]]]
"""Variables by section; those that are no question's stand under an empty name."""

Table: TypeAlias = tuple[str, Text, Groups]
"""A table: its name, what a row is, and its variables."""


class _Document:
    """One codebook on its way to XML."""

    def __init__(
        self,
        survey: Described,
        language: Language,
        contacts: bool,
    ) -> None:
        self._survey = survey
        self._questionnaire, self._design = survey.questionnaire, survey.frame
        self._languages = (language, *(other for other in LANGUAGES if other != language))
        self._contacts = contacts
        self._count = 0

    def written(self) -> str:
        """The document as indented text."""
        root = Xml.Element("codeBook", {"xmlns": NAMESPACE, "version": "2.5"})
        root.set(LANG, self._languages[0])
        self._citation(Xml.SubElement(root, "docDscr"))
        self._study(Xml.SubElement(root, "stdyDscr"))
        tables = self._tables()
        for number, (name, words, _) in enumerate(tables, start=1):
            self._file(root, f"F{number}", name, words)
        self._data(Xml.SubElement(root, "dataDscr"), [described for _, _, described in tables])
        Xml.indent(root)
        return DECLARATION + Xml.tostring(root, encoding="unicode") + "\n"

    # ── The study and its files ──

    def _citation(self, parent: Xml.Element) -> None:
        book, title = codebook(self._questionnaire), self._questionnaire.title
        citation = Xml.SubElement(parent, "citation")
        statement = Xml.SubElement(citation, "titlStmt")
        Xml.SubElement(statement, "titl").text = title.in_(self._languages[0])
        for other in self._languages[1:]:
            self._said(statement, "parTitl", title.in_(other), other)
        Xml.SubElement(statement, "IDNo").text = f"{book.name} {book.version} {book.fingerprint}"
        version = Xml.SubElement(Xml.SubElement(citation, "verStmt"), "version")
        version.text = book.version

    def _study(self, study: Xml.Element) -> None:
        self._citation(study)
        summary = Xml.SubElement(Xml.SubElement(study, "stdyInfo"), "sumDscr")
        self._each(summary, "anlyUnit", self._design.universe)
        collected = Xml.SubElement(Xml.SubElement(study, "method"), "dataColl")
        self._each(collected, "collMode", METHOD)

    def _file(self, root: Xml.Element, id: str, name: str, words: Text) -> None:
        text = Xml.SubElement(Xml.SubElement(root, "fileDscr", {"ID": id}), "fileTxt")
        Xml.SubElement(text, "fileName").text = name
        Xml.SubElement(text, "fileCont").text = words.in_(self._languages[0])

    def _tables(self) -> list[Table]:
        """The wide table, then the rosters."""
        rosters: list[Table] = []
        keys, unit = key_variables(self._survey), ("unit_id", "name", self._design.group_column)
        wide: Groups = [("", [keys[name] for name in (*unit, *INTERVIEW_KEYS)])]
        for name, section in self._questionnaire.sections.items():
            described = [
                of_column(one, self._design)
                for one in section_columns(section, contacts=self._contacts)
            ]
            if issubclass(section, Roster):
                own = ("interview_id", number_column(section), "unit_id")
                groups: Groups = [("", [keys[key] for key in own]), (name, described)]
                rosters.append((name, self._row_of(section), groups))
            else:
                wide.append((name, described))
        return [("interviews", INTERVIEWS, wide), *rosters]

    def _row_of(self, roster: type[Roster]) -> Text:
        each = (ITEMS.in_(one).format(roster.noun.one.in_(one)) for one in LANGUAGES)
        return Text(*each)

    # ── Variables ──

    def _data(self, data: Xml.Element, tables: Sequence[Groups]) -> None:
        variables: list[Xml.Element] = []
        for number, groups in enumerate(tables, start=1):
            for name, described in groups:
                made = [self._variable(one, f"F{number}") for one in described]
                if name:
                    self._group(data, self._questionnaire.sections[name], name, made)
                variables += made
        data.extend(variables)

    def _group(
        self,
        data: Xml.Element,
        section: type[Section],
        name: str,
        members: Sequence[Xml.Element],
    ) -> None:
        ids = " ".join(member.get("ID", "") for member in members)
        group = Xml.SubElement(
            data, "varGrp", {"ID": f"G_{name}", "name": name, "type": "section", "var": ids}
        )
        self._each(group, "labl", section.heading)
        if section.when != ALWAYS:
            Xml.SubElement(group, "universe").text = self._when(section.when)

    def _variable(self, variable: Variable, file: str) -> Xml.Element:
        self._count += 1
        scale = variable.measure == "scale"
        made = Xml.Element(
            "var",
            {
                "ID": f"V{self._count}",
                "name": variable.short,
                "files": file,
                "intrvl": "contin" if scale else "discrete",
            },
        )
        self._each(made, "labl", variable.label)
        if variable.question:
            self._question(made, variable.question)
        self._values(made, variable)
        kind = "numeric" if variable.type.is_number else "character"
        Xml.SubElement(made, "varFormat", {"type": kind})
        if variable.name != variable.short:
            Xml.SubElement(made, "notes", {"type": "name"}).text = variable.name
        return made

    def _question(self, made: Xml.Element, question: Question) -> None:
        asked = Xml.SubElement(made, "qstn")
        self._each(asked, "qstnLit", question.text)
        if question.instruction:
            self._each(asked, "ivuInstr", question.instruction)

    def _values(self, made: Xml.Element, variable: Variable) -> None:
        """Limits, missing codes, when it was asked, and the codes: in the order of the standard."""
        self._range(made, variable)
        if variable.may_miss:
            outside = Xml.SubElement(made, "invalrng")
            for number in MISSING:
                Xml.SubElement(outside, "item", {"VALUE": str(number)})
        if variable.question and variable.question.when != ALWAYS:
            Xml.SubElement(made, "universe").text = self._when(variable.question.when)
        slugs = {code.number: code.name for code in variable.codes}
        for number, label in variable.values.items():
            missing = "Y" if variable.may_miss and number in MISSING else "N"
            category = Xml.SubElement(made, "catgry", {"missing": missing})
            Xml.SubElement(category, "catValu").text = str(number)
            self._each(category, "labl", label)
            if number in slugs:
                Xml.SubElement(category, "txt").text = slugs[number]

    def _range(self, made: Xml.Element, variable: Variable) -> None:
        question = variable.question
        limits = _limits(self._questionnaire, question) if question else None
        if variable.measure == "scale" and limits:
            units = "REAL" if variable.type is ColumnType.decimal else "INT"
            inside = Xml.SubElement(made, "valrng")
            Xml.SubElement(inside, "range", {"UNITS": units} | limits)

    # ── Texts ──

    def _when(self, route: Condition) -> str:
        return in_words(route, self._languages[0])

    def _each(self, parent: Xml.Element, name: str, words: Text) -> None:
        for language in self._languages:
            self._said(parent, name, words.in_(language), language)

    def _said(self, parent: Xml.Element, name: str, words: str, language: Language) -> None:
        Xml.SubElement(parent, name, {LANG: language}).text = words


def _limits(questionnaire: type[Questionnaire], question: Question) -> dict[str, str] | None:
    """The ends that are the same every year."""
    entries = (entry for group in codebook(questionnaire).sections for entry in group.questions)
    limits = next(entry.limits for entry in entries if entry.id == question.id)
    if limits is None:
        return None
    ends = {"min": limits.least, "max": limits.most}
    return {word: end for word, end in ends.items() if isinstance(end, str)} or None
