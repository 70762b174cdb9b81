"""What survey tools and people call the columns that we read, in Norwegian and English.

Nettskjema, SurveyXact, Questback, LimeSurvey and the forms of Microsoft and Google, as they export;
the likelier names first, for a file may have several times or numbers.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from schemas.frame.design import FrameDesign
from schemas.language.text import LANGUAGES, Text

ANSWERED: Final = (
    "submitdate", "date submitted", "dato innsendt", "innsendt dato", "innsendt", "submitted",
    "submitted at", "submission date", "completion time", "fullføringstidspunkt", "completed",
    "completed date", "date completed", "fullført", "fullført dato", "closetime", "besvart",
    "besvart dato", "svardato", "svartidspunkt", "levert", "levert dato", "tidspunkt levert",
    "created", "opprettet", "timestamp", "tidsmerke", "datestamp", "modified",
)  # fmt: skip
PERSON: Final = (
    "kontaktperson", "navn på kontaktperson", "kontaktpersonens navn", "kontakt", "fullt navn",
    "contact person", "contact name", "contact", "full name", "name of contact",
)  # fmt: skip
ROLE: Final = (
    "stilling", "stillingstittel", "tittel", "rolle", "funksjon", "role", "job title", "title",
    "position",
)  # fmt: skip
DEPARTMENT: Final = ("avdeling", "seksjon", "etat", "kontor", "department", "section", "office")
PHONE: Final = (
    "telefon", "telefonnummer", "telefonnr", "tlf", "tlfnr", "phone", "phone number", "telephone",
    "telephone number", "tel", "mobil", "mobiltelefon", "mobilnummer", "mobile", "mobile phone",
)  # fmt: skip
EMAIL: Final = (
    "epost", "e-postadresse", "mail", "mailadresse", "email", "email address", "e-mail address",
)  # fmt: skip
COMMENT: Final = (
    "kommentar", "kommentarer", "merknad", "merknader", "andre kommentarer", "comment", "comments",
    "remarks", "other comments",
)  # fmt: skip
SOURCE: Final = ("kilde", "source")


def names_for(column: str, names: Iterable[str]) -> dict[str, str]:
    """Each of the names for a column."""
    return dict.fromkeys(names, column)


def id_names(design: FrameDesign) -> Iterator[str]:
    """What the id of a unit is called: "kommunenr", "municipality number", "unit"."""
    yield from ("unit", "unit id", "enhetsnr", "enhetsnummer", "enhets id")
    for word in _words(design):
        yield from (f"{word}nr", f"{word}nummer", f"{word}snr", f"{word}snummer", f"{word} id")
        yield from (f"{word} number", f"{word} no", f"{word} code")


def unit_names(design: FrameDesign) -> Iterator[str]:
    """What the name of a unit is called: "kommunenavn", "municipality"."""
    for word in _words(design):
        yield from (
            f"{word}navn",
            f"{word} navn",
            f"{word}snavn",
            f"{word} name",
            f"navn på {word}",
        )
    yield from ("enhetsnavn", "unit name")
    for word in _words(design):
        yield from (word, f"hvilken {word}", f"which {word}")


def group_id_names(design: FrameDesign) -> Iterator[str]:
    """What the id of a group is called: "fylkesnr", "county number"."""
    for word in _each(design.group.one):
        yield from (f"{word}nr", f"{word}nummer", f"{word}snr", f"{word}snummer")
        yield from (f"{word} number", f"{word} no", f"{word} code")


def group_names(design: FrameDesign) -> Iterator[str]:
    """What the name of a group is called: "fylke", "county name"."""
    for word in _each(design.group.one):
        yield from (f"{word}navn", f"{word}snavn", f"{word} name", word)


def size_names(counted: Text) -> Iterator[str]:
    """What the size of a unit is called: "antall innbyggere", "inhabitants"."""
    for word in _each(counted):
        yield from (f"antall {word}", f"tal på {word}", f"number of {word}", word)
    yield from ("folketall", "folketal", "population")


def _words(design: FrameDesign) -> Iterator[str]:
    """What units are called: in general, and each kind of them."""
    for words in (design.unit.one, *(kind.label for kind in design.kinds)):
        yield from _each(words)


def _each(words: Text) -> Iterator[str]:
    yield from dict.fromkeys(words.in_(language) for language in LANGUAGES)
