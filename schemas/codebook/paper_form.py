"""The questionnaire on paper: what was asked, in the order of the conversation, in any language."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from schemas.codebook.codebook import Code, Codebook, CodebookEntry, CodebookSection
from schemas.codebook.printed import INSTRUCTION, NOT_ALOUD, ONLY, REPEATED, WHEN, WIDTH
from schemas.language.text import Language, Text
from schemas.questionnaire.types import type_called

INDENT: Final = "      "
DEFINITIONS: Final = Text(
    "Definisjoner som leses opp ved behov",
    "Definisjonar som blir lesne opp ved behov",
    "Definitions, read aloud when needed",
)


def form(book: Codebook, language: Language = "nb") -> str:
    """The whole questionnaire as plain text, ending with a line end."""
    return "\n".join(_Paper(book, language).lines()) + "\n"


class _Paper:
    """One questionnaire in one language."""

    def __init__(self, book: Codebook, language: Language) -> None:
        self._book = book
        self._language: Language = language

    def lines(self) -> Iterator[str]:
        """From the title to the definitions."""
        title = self._in(self._book.title)
        yield from (title, "=" * min(len(title), WIDTH), "")
        yield f"{self._book.name} {self._book.version}"
        for group in self._book.sections:
            yield from self._group(group)
        yield from ("", "", self._in(DEFINITIONS), "")
        for term in self._book.definitions:
            yield from (self._in(term.term), *_wrapped(self._in(term.text), INDENT), "")

    def _in(self, words: Text) -> str:
        return words.in_(self._language)

    def _group(self, group: CodebookSection) -> Iterator[str]:
        heading = f"{group.letter}  {self._in(group.heading)}"
        yield from ("", "", heading, "-" * len(heading))
        if group.route:
            yield from _wrapped(f"({self._in(WHEN)}: {self._in(group.route)})", "")
        if group.repeated:
            yield f"({self._in(REPEATED).format(group.repeated)})"
        if not group.aloud:
            yield f"({self._in(NOT_ALOUD)})"
        for number, entry in enumerate(group.questions, start=1):
            yield from ("", *self._entry(f"{group.letter}{number}", entry))

    def _entry(self, number: str, entry: CodebookEntry) -> Iterator[str]:
        lines = list(_wrapped(self._in(entry.text), INDENT))
        yield f"{number:<{len(INDENT)}}{lines[0].strip()}"
        yield from lines[1:]
        if entry.instruction:
            yield from self._note(INSTRUCTION, self._in(entry.instruction))
        if entry.route:
            yield from self._note(WHEN, self._in(entry.route))
        yield from self._answers(entry)

    def _note(self, label: Text, words: str) -> Iterator[str]:
        return _wrapped(f"({self._in(label)}: {words})", INDENT)

    def _answers(self, entry: CodebookEntry) -> Iterator[str]:
        sign = type_called(entry.type).on_paper
        for code in entry.codes:
            yield f"{INDENT}{sign} {self._code(code)}"
        # The first is that it was not asked, which nobody answers.
        for state in self._book.missing[1:]:
            if state.code in entry.missing:
                yield f"{INDENT}( ) {self._in(state.label)}"
        if sign and not entry.codes:
            yield f"{INDENT}{sign}"

    def _code(self, code: Code) -> str:
        alone = f" ({self._in(ONLY)})" if code.only else ""
        return f"{code.number} {self._in(code.label)}{alone}"


def _wrapped(words: str, indent: str) -> Iterator[str]:
    for line in wrap(words, WIDTH - len(indent), break_on_hyphens=False):
        yield indent + line
