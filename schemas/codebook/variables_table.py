"""The variables as a table: one row for each value that has a meaning, one for any other column."""

from collections.abc import Iterator, Sequence
from typing import Final

from schemas.codebook.variables import CodeOfData, Variable
from schemas.language.text import Language, Text
from schemas.questionnaire.answers import Choice

HEADING: Final = (
    Text("Tabell", "Tabell", "Table"),
    Text("Kolonne", "Kolonne", "Column"),
    Text("Type", "Type", "Type"),
    Text("Spørsmål", "Spørsmål", "Question"),
    Text("Verdi", "Verdi", "Value"),
    Text("Kode", "Kode", "Code"),
    Text("Etikett", "Etikett", "Label"),
    Text("Fra versjon", "Frå versjon", "Since version"),
    Text("Til versjon", "Til versjon", "Until version"),
)


def variable_rows(
    table: str, variables: Sequence[Variable], language: Language
) -> Iterator[tuple[str | int | None, ...]]:
    """The rows of a table's variables, as `HEADING` says."""
    for variable in variables:
        kind = variable.question.type.name if variable.question else variable.type.value
        start = (table, variable.name, kind, variable.label.in_(language))
        codes = {code.number: code for code in variable.codes}
        if not variable.values:
            yield (*start, None, None, None, *_versions(variable, None))
        for number, label in variable.values.items():
            code = codes.get(number)
            slug = code.name if code else None
            yield (*start, number, slug, label.in_(language), *_versions(variable, code))


def _versions(variable: Variable, code: CodeOfData | None) -> tuple[str | None, str | None]:
    """Of a code, where it says so itself, and else of the question."""
    codes = [one for one in (code, variable.code) if isinstance(one, Choice)]
    asked = variable.question
    since = [*(one.first_version for one in codes), asked.since if asked else ""]
    until = [*(one.last_version for one in codes), asked.until if asked else ""]
    return next(filter(None, since), None), next(filter(None, until), None)
