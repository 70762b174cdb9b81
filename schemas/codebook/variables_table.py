"""The variables as a table: one row for each value that has a meaning, one for any other column."""

from collections.abc import Iterator, Sequence
from typing import Final

from schemas.codebook.variables import Variable
from schemas.language.text import Language, Text

HEADING: Final = (
    Text("Tabell", "Tabell", "Table"),
    Text("Kolonne", "Kolonne", "Column"),
    Text("Navn i SPSS og Stata", "Namn i SPSS og Stata", "Name in SPSS and Stata"),
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
        start = (table, variable.name, variable.short, kind, variable.label.in_(language))
        slugs = {code.number: code.name for code in variable.codes}
        end = _versions(variable)
        if not variable.values:
            yield (*start, None, None, None, *end)
        for number, label in variable.values.items():
            yield (*start, number, slugs.get(number), label.in_(language), *end)


def _versions(variable: Variable) -> tuple[str | None, str | None]:
    asked = variable.question
    return (asked.since or None, asked.until or None) if asked else (None, None)
