"""The codebook as DDI-Codebook 2.5, which data archives read: one XML document, every language.

Pure.  It describes the tables as they are in SPSS and Stata, and says what a code is called in the
other formats.
"""

from collections.abc import Sequence
from typing import Final
from xml.etree import ElementTree as Xml

from schemas.codebook.codebook import codebook
from schemas.codebook.described import Described
from schemas.codebook.variables import MISSING, DataTable, Variable
from schemas.language.text import LANGUAGES, Language, Text
from schemas.questionnaire.condition_words import words as in_words
from schemas.questionnaire.conditions import ALWAYS, Condition
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Section
from schemas.questionnaire.types.spelling import ColumnType

NAMESPACE: Final = "ddi:codebook:2_5"
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

METHOD: Final = Text("Telefonintervju", "Telefonintervju", "Telephone interview")


def ddi(survey: Described, tables: Sequence[DataTable], language: Language = "nb") -> str:
    """The whole document about these tables; `language` is the one that stands first."""
    return _Document(survey, tables, language).written()


class _Document:
    """One codebook on its way to XML."""

    def __init__(self, survey: Described, tables: Sequence[DataTable], language: Language) -> None:
        self._questionnaire, self._design = survey.questionnaire, survey.frame
        self._tables = tables
        self._languages = (language, *(other for other in LANGUAGES if other != language))
        self._count = 0

    def written(self) -> str:
        """The document as indented text."""
        root = Xml.Element("codeBook", {"xmlns": NAMESPACE, "version": "2.5"})
        root.set(LANG, self._languages[0])
        self._citation(Xml.SubElement(root, "docDscr"))
        self._study(Xml.SubElement(root, "stdyDscr"))
        for number, table in enumerate(self._tables, start=1):
            self._file(root, f"F{number}", table.name, table.row)
        self._data(Xml.SubElement(root, "dataDscr"))
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

    # ── Variables ──

    def _data(self, data: Xml.Element) -> None:
        """Every column of every table; those of a section are a group."""
        variables: list[Xml.Element] = []
        for number, table in enumerate(self._tables, start=1):
            of_section: dict[type[Section], list[Xml.Element]] = {}
            for one in table.variables:
                variables.append(self._variable(one, f"F{number}"))
                if one.question:
                    of_section.setdefault(one.question.section, []).append(variables[-1])
            for name, section in self._questionnaire.sections.items():
                if section in of_section:
                    self._group(data, section, name, of_section[section])
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
                "name": variable.name,
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
