"""Everything that can be written to files, with what can be chosen about each.

The functions are those of the commands: what is written from the screen is what a command writes.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from interviewer.publish import exports
from interviewer.publish.claim_figures import write_claim_figures
from interviewer.publish.claim_matrix import write_claim_matrix
from interviewer.publish.codebook import Format, write_codebook
from interviewer.publish.export_request import INTERVIEWS, Order, Watch, Write, WrittenFiles
from interviewer.publish.overview import preview_lines, write_overview
from interviewer.publish.report import write_report
from interviewer.words import WORDS, say
from schemas.language.text import LANGUAGE_NAMES, Text

if TYPE_CHECKING:
    from db.database import Database
    from schemas.surveys.survey import Survey


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Something to choose: a field of an `Order`, and the values it can have, the usual first."""

    field: str
    label: Text
    values: tuple[tuple[Any, Text], ...]

    def is_chosen(self, order: Order, value: Any) -> bool:
        """Whether the order has this value."""
        return bool(getattr(order, self.field) == value)

    def turned(self, order: Order) -> Order:
        """The order with the next value; after the last comes the first."""
        values = [value for value, _ in self.values]
        place = values.index(getattr(order, self.field)) + 1
        return replace(order, **{self.field: values[place % len(values)]})


VALUES: Final = Alternatives(
    "labels", WORDS.order_values, ((False, WORDS.order_codes), (True, WORDS.order_labels))
)
SIGNS: Final = Alternatives(
    "plain", WORDS.order_signs, ((False, WORDS.order_excel), (True, WORDS.order_plain))
)


def _rows(survey: "Survey") -> Alternatives:
    """An interview in each row, or an item of one of the questionnaire's rosters."""
    items = (
        (name, Text(say(WORDS.order_items, an_item=section.noun.a)))
        for name, section in survey.questionnaire.rosters.items()
    )
    return Alternatives("table", WORDS.order_rows, ((INTERVIEWS, WORDS.order_interviews), *items))


CONTACTS: Final = Alternatives(
    "contacts", WORDS.order_contacts, ((False, WORDS.order_without), (True, WORDS.order_with))
)
LANGUAGE: Final = Alternatives(
    "language",
    WORDS.order_language,
    tuple((language, Text(name)) for language, name in LANGUAGE_NAMES.items()),
)


@dataclass(frozen=True, slots=True)
class Product:
    """What it is, what it is called where nobody says otherwise, and how it is written.

    A name with an ending is a file, one without is a folder.  `extra` is what must be installed,
    and `needs` whether a survey has what it is made of.  `by_rows` is whether it is one table, and
    `preview` tells what would be written, where one can look at it first.
    """

    label: Text
    name: str
    write: Write
    choices: tuple[Alternatives, ...] = ()
    extra: str = ""
    dated: bool = True
    needs: Callable[["Survey"], bool] = lambda survey: True
    by_rows: bool = False
    preview: Callable[["Database", Order], tuple[str, ...]] | None = None

    def choices_in(self, survey: "Survey") -> tuple[Alternatives, ...]:
        """What can be chosen in a survey: which rows, where it has others than interviews."""
        rows = _rows(survey)
        return (rows, *self.choices) if self.by_rows and rows.values[1:] else self.choices

    @property
    def is_file(self) -> bool:
        """Whether it is one file."""
        return "." in self.name


def _codebook(format: Format) -> Callable[["Database", Order, Watch], WrittenFiles]:
    return partial(_write_codebook, format)


def _write_codebook(
    format: Format, database: "Database", order: Order, watch: Watch
) -> WrittenFiles:
    return write_codebook(database.survey, database.frame, format, order, Path(database.where))


def _has_earlier(survey: "Survey") -> bool:
    return survey.has("earlier")


DATA: Final = (VALUES, CONTACTS, LANGUAGE)
STATISTICS: Final = (CONTACTS, LANGUAGE)

READ_OR_PUBLISH: Final = (
    # Without a date: written over the last one, it tells what is new.
    Product(
        WORDS.product_overview,
        "oversikt",
        write_overview,
        dated=False,
        needs=lambda survey: survey.has("overview"),
        preview=preview_lines,
    ),
    Product(WORDS.product_report, "rapport.html", write_report),
    Product(
        WORDS.product_claim_matrix, "oppgitt-og-funnet.csv", write_claim_matrix, needs=_has_earlier
    ),
    Product(WORDS.product_claims, "tidligere-fase.csv", write_claim_figures, needs=_has_earlier),
)
EXPORTS: Final = (
    Product(WORDS.product_csv, "csv", exports.export_csv, (VALUES, SIGNS, CONTACTS, LANGUAGE)),
    Product(WORDS.product_xlsx, "ringerunde.xlsx", exports.export_xlsx, DATA),
    Product(
        WORDS.product_sav,
        "ringerunde.sav",
        exports.export_sav,
        STATISTICS,
        "spss",
        by_rows=True,
    ),
    Product(
        WORDS.product_dta,
        "ringerunde.dta",
        exports.export_dta,
        STATISTICS,
        "spss",
        by_rows=True,
    ),
    Product(WORDS.product_parquet, "parquet", exports.export_parquet, DATA, "parquet"),
    Product(WORDS.product_json, "json", exports.export_json, (CONTACTS,)),
    Product(WORDS.product_archive, "arkiv", exports.export_archive, (LANGUAGE,), "spss"),
)
CODEBOOKS: Final = (
    Product(WORDS.product_book, "kodebok.txt", _codebook("text"), (LANGUAGE,)),
    Product(WORDS.product_book_json, "kodebok.json", _codebook("json")),
    Product(WORDS.product_book_ddi, "kodebok.ddi.xml", _codebook("ddi"), (LANGUAGE,)),
    Product(WORDS.product_book_form, "skjema.xlsx", _codebook("xlsform")),
)
