"""What can be taken out: figures to read, files for others; each with a key of its own."""

from dataclasses import dataclass

from interviewer import services
from interviewer.controls.help import Helped
from interviewer.controls.screen import Screen
from interviewer.publish.catalogue import CODEBOOKS, EXPORTS, READ_OR_PUBLISH, Product
from interviewer.services.publishing import Machine
from interviewer.words import WORDS
from schemas.language.text import Text
from schemas.surveys.survey import Survey

Shelf = tuple[Text, tuple[Product | None, ...]]


def shelves(survey: Survey) -> tuple[Shelf, ...]:
    """Everything there is in a survey, in the order of the keys.

    None is the claim matrix, which is read.
    """
    read = tuple(product for product in READ_OR_PUBLISH if product.needs(survey))
    return (
        (WORDS.publish_read, (None, *read) if survey.earlier else read),
        (WORDS.publish_data, EXPORTS),
        (WORDS.publish_form, CODEBOOKS),
    )


def all_products(survey: Survey) -> tuple[Product | None, ...]:
    """The same in one row."""
    return tuple(product for _, shelf in shelves(survey) for product in shelf)


@dataclass(frozen=True)
class Publishing(Helped):
    """The list of what there is; `machine` is what this machine has for it."""

    who: services.Caller
    machine: Machine
    queue: Screen
