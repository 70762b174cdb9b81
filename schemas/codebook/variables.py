"""What every column of the data is: name, label, type, codes.  For programs that keep such things.

Pure.  The names are those of `columns`; programs for statistics take 32 characters at most, and
`short` is the name that fits them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from schemas.codebook.columns import Column, columns
from schemas.codebook.described import Described
from schemas.frame.design import FrameDesign
from schemas.language.text import LANGUAGES, Text, capital
from schemas.questionnaire.answers import MISSING_LABELS, Choice, Scale
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster, Section
from schemas.questionnaire.types.spelling import ColumnType
from schemas.review.classes import Class

LONGEST: Final = 28
"""Characters in a name: archives and Stata take 32, and the program that writes Stata's labels
names each set of them after its column and a number of up to four digits."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One column; `may_miss` when missing codes may stand in it."""

    name: str
    short: str
    label: Text
    type: ColumnType
    codes: tuple[Choice, ...] = ()
    may_miss: bool = False
    question: Question | None = None
    code: Choice | None = None
    """The one that the column is about, where every code has one of its own."""

    @property
    def measure(self) -> str:
        """The level of measurement, as SPSS calls it."""
        if self.type in {ColumnType.whole, ColumnType.decimal}:
            return "scale"
        return "ordinal" if isinstance(next(iter(self.codes), None), Scale) else "nominal"

    @property
    def values(self) -> dict[int, Text]:
        """Every number that has a meaning of its own, with what it means."""
        found = {code.number: code.label for code in self.codes}
        if self.type is ColumnType.yes_no:
            found = dict(NO_YES)
        return found | (dict(MISSING) if self.may_miss else {})


NO_YES: Final = {0: Text("Nei", nn="Nei", en="No"), 1: Text("Ja", nn="Ja", en="Yes")}
MISSING: Final = {state.code: label for state, label in MISSING_LABELS.items()}

# ── Questions ────────────────────────────────────────────────────────────────────────────────────


def of_column(column: Column, design: FrameDesign) -> Variable:
    """A column of a question."""
    question = column.question
    return Variable(
        column.name,
        _short(column),
        _label(column, design),
        column.holds.type,
        column.holds.codes,
        may_miss=True,
        question=question,
        code=column.holds.code,
    )


def of_item(column: Column, design: FrameDesign, number: int) -> Variable:
    """A column of a roster where every item has columns of its own: `offer_1_name`."""
    section = column.question.section
    prefix = section.item if issubclass(section, Roster) else ""
    rest = column.name.removeprefix(f"{prefix}_")
    highest = section.at_most if issubclass(section, Roster) else number
    # Named alike for every item, so that programs can go through them by number.
    too_long = len(f"{prefix}_{highest}_{rest}") > LONGEST
    name = f"{prefix}_{number}_{_numbered(column, rest) if too_long else rest}"
    label = _each(_label(column, design), f"{number}: {{}}")
    return replace(of_column(column, design), name=name, short=name, label=label)


def _short(column: Column) -> str:
    """The code by its number, where its slug makes the name too long."""
    return column.name if len(column.name) <= LONGEST else _numbered(column, column.name)


def _numbered(column: Column, name: str) -> str:
    if column.holds.code is None:
        return name
    return f"{name.removesuffix(f'__{column.holds.code.name}')}__{column.holds.code.number}"


def _label(column: Column, design: FrameDesign) -> Text:
    words = design.in_general(column.question.text)
    if column.holds.code is None:
        return words
    # The code first: programs cut labels, and what comes first is what tells columns apart.
    pairs = [f"{column.holds.code.label.in_(lang)} – {words.in_(lang)}" for lang in LANGUAGES]
    return Text(*pairs)


def _each(words: Text, form: str) -> Text:
    """Put into a form, in every language."""
    return Text(*(form.format(words.in_(language)) for language in LANGUAGES))


# ── Columns that are no question's ───────────────────────────────────────────────────────────────


def _key(
    name: str,
    nb: str,
    nn: str,
    en: str,
    type: ColumnType = ColumnType.text,
    codes: tuple[Choice, ...] = (),
) -> Variable:
    return Variable(name, name, Text(nb, nn, en), type, codes)


_KEYS: Final = (
    _key("unit_id", "Enhetens nummer", "Nummeret til eininga", "Unit number"),
    _key("name", "Enhetens navn", "Namnet på eininga", "Name of the unit"),
    _key("interview_id", "Intervjuets id", "Id-en til intervjuet", "Id of the interview"),
    _key("questionnaire", "Skjema og versjon", "Skjema og versjon", "Questionnaire and version"),
    _key(
        "revision", "Revisjon av intervjuet", "Revisjon av intervjuet", "Revision", ColumnType.whole
    ),
    _key("language", "Språk i intervjuet", "Språk i intervjuet", "Language of the interview"),
    _key("completed_at", "Fullført (UTC)", "Fullført (UTC)", "Completed (UTC)", ColumnType.moment),
    _key("interviewer", "Intervjuer", "Intervjuar", "Interviewer"),
    _key(
        "class_needs_look",
        "Koordinatoren må se på klassen",
        "Koordinatoren må sjå på klassen",
        "A coordinator must look at the class",
        ColumnType.yes_no,
    ),
    _key(
        "unreadable",
        "Så mange lagrede svar kan ikke leses",
        "Så mange lagra svar kan ikkje lesast",
        "Stored answers that cannot be read",
        ColumnType.whole,
    ),
    _key(
        "call_no",
        "Oppringningens nummer",
        "Nummeret til oppringinga",
        "Call number",
        ColumnType.whole,
    ),
    _key(
        "seconds",
        "Varighet i sekunder",
        "Varigheit i sekund",
        "Length in seconds",
        ColumnType.whole,
    ),
    _key(
        "redirect_no",
        "Viderekoblingens nummer i saken",
        "Nummeret til vidarekoplinga i saka",
        "Redirect number in the case",
        ColumnType.whole,
    ),
    _key("end_unknown", "Slutten er ukjent", "Slutten er ukjend", "End unknown", ColumnType.yes_no),
    _key("at", "Tidspunkt (UTC)", "Tidspunkt (UTC)", "Time (UTC)", ColumnType.moment),
    _key("started_at", "Begynt (UTC)", "Byrja (UTC)", "Started (UTC)", ColumnType.moment),
    _key("ended_at", "Avsluttet (UTC)", "Avslutta (UTC)", "Ended (UTC)", ColumnType.moment),
    _key("created_at", "Opprettet (UTC)", "Oppretta (UTC)", "Created (UTC)", ColumnType.moment),
)


def key_variables(survey: Described) -> dict[str, Variable]:
    """Those that have a label or are no text; any other column that is no question's is text."""
    own = (*_of_classes(survey.classes), *map(_number_of, survey.questionnaire.rosters.values()))
    return {one.name: one for one in (*_KEYS, *own, _group(survey.frame))}


def _of_classes(classes: type[Class]) -> Iterator[Variable]:
    yield _key("class", "Klasse", "Klasse", "Class", ColumnType.code, tuple(classes))
    yield _key(
        "decision",
        "Klassen som en koordinator har godtatt eller satt",
        "Klassen som ein koordinator har godteke eller sett",
        "The class that a coordinator has accepted or set",
        ColumnType.code,
        tuple(classes),
    )


def _number_of(roster: type[Roster]) -> Variable:
    form = Text("Nummer på {}", nn="Nummer på {}", en="Number of {}")
    pairs = (form.in_(language).format(roster.noun.the.in_(language)) for language in LANGUAGES)
    name = number_column(roster)
    return Variable(name, name, Text(*pairs), ColumnType.whole)


def _group(design: FrameDesign) -> Variable:
    name = design.group_column
    return Variable(name, name, capital(design.group.one), ColumnType.text)


def number_column(roster: type[Roster]) -> str:
    """The column with the number of an item: `offer_no`."""
    return f"{roster.item}_no"


def variables(survey: Described, header: tuple[str, ...]) -> list[Variable]:
    """The variables of a table, in the order of its heading."""
    keys, design = key_variables(survey), survey.frame
    by_name = {
        column.name: column
        for section in survey.questionnaire.sections.values()
        for column in section_columns(section)
    }
    return [
        of_column(by_name[name], design)
        if name in by_name
        else keys.get(name) or _key(name, name, "", "")
        for name in header
    ]


def section_columns(section: type[Section], *, contacts: bool = True) -> Iterator[Column]:
    """The columns of a section; personal ones only with `contacts`."""
    for question in section.questions:
        if contacts or not question.personal:
            yield from columns(question)


def wide_variables(
    rosters: Mapping[str, type[Roster]],
    design: FrameDesign,
    most: Mapping[str, int],
    *,
    contacts: bool,
) -> list[Variable]:
    """The items of rosters beside each other, up to the number that occurs."""
    return [
        of_item(column, design, number)
        for name, section in rosters.items()
        for number in range(1, most.get(name, 0) + 1)
        for column in section_columns(section, contacts=contacts)
    ]
