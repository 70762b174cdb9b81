"""The codebook as a table of plain text, for people to read: 100 columns, in any language."""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final

from schemas.codebook.codebook import (
    Code,
    Codebook,
    CodebookEntry,
    CodebookRule,
    CodebookSection,
    PassingCode,
)
from schemas.language.text import Language, Text
from schemas.questionnaire.condition_words import term_words
from schemas.questionnaire.conditions import YearOfInterview
from schemas.questionnaire.types.descriptions import Limit, Limits

WIDTH: Final = 100
ID: Final = 26
TYPE: Final = 11
INDENT: Final = " " * (ID + TYPE)

MISSING: Final = Text(
    "Manglende svar i data", nn="Manglande svar i data", en="Missing answers in data"
)
DEFINITIONS: Final = Text("Definisjoner", nn="Definisjonar", en="Definitions")
CHECKS: Final = Text("Kontroller", nn="Kontrollar", en="Checks")
FINGERPRINT: Final = Text("fingeravtrykk", en="fingerprint")
SINCE: Final = Text("Fra versjon", nn="Frå versjon", en="Since version")
UNTIL: Final = Text("Til og med versjon", nn="Til og med versjon", en="Until version")
WHEN: Final = Text("Når", en="When")
INSTRUCTION: Final = Text("Instruks", en="Instruction")
DEFINITION: Final = Text("Definisjon", en="Definition")
LIMITS: Final = Text("Grenser", en="Limits")
LENGTH: Final = Text("høyst {} tegn", nn="høgst {} teikn", en="at most {} characters")
UNITS: Final = Text("høyst {} enhet", nn="høgst {} eining", en="at most {} unit")
MUST: Final = Text("Må besvares", nn="Må svarast på", en="Required")
MAY_BE_EMPTY: Final = Text("Kan stå tomt", en="May be left empty")
ONLY: Final = Text("utelukker de andre", nn="utelukkar dei andre", en="excludes the others")
NOT_ALOUD: Final = Text("Leses ikke opp", nn="Blir ikkje lese opp", en="Not read aloud")
REPEATED: Final = Text(
    "Gjentas, høyst {} ganger",
    nn="Blir teke opp att, høgst {} gonger",
    en="Repeated, at most {} times",
)
PERSONAL: Final = Text(
    "Eksporteres bare med kontaktopplysninger",
    nn="Blir eksportert berre med kontaktopplysningar",
    en="Exported only with contact details",
)
PRIVATE: Final = Text("Eksporteres aldri", nn="Blir aldri eksportert", en="Never exported")
HARD: Final = Text("må rettes", nn="må rettast", en="must be resolved")
SOFT: Final = Text(
    "må rettes eller forklares",
    nn="må rettast eller forklarast",
    en="must be resolved or explained",
)


def printed(book: Codebook, language: Language = "nb") -> str:
    """The whole codebook, ending with a line end."""
    return "\n".join(line.rstrip() for line in _Printer(book, language).lines()) + "\n"


class _Printer:
    """One codebook in one language."""

    def __init__(self, book: Codebook, language: Language) -> None:
        self._book = book
        self._language: Language = language

    def lines(self) -> Iterator[str]:
        """From the title to the last check."""
        book = self._book
        yield from _heading(self._in(book.title), "═")
        yield f"{book.name} {book.version} · {self._in(FINGERPRINT)} {book.fingerprint}"
        yield from ("", self._in(MISSING))
        for state in book.missing:
            yield f"  {state.number}  {state.code:<10}  {self._in(state.label)}"
        yield from ("", *_heading(self._in(DEFINITIONS), "─"))
        for term in book.definitions:
            yield f"{term.id:<12}{self._in(term.term)}"
            yield from _beside(" " * 12, self._in(term.text))
        for group in book.sections:
            yield from self._group(group)

    def _in(self, text: Text) -> str:
        return text.in_(self._language)

    def _group(self, group: CodebookSection) -> Iterator[str]:
        title = f"{group.letter}  {self._in(group.heading)} ({group.name})"
        yield from ("", *_heading(title, "─"))
        yield from self._about(group)
        for entry in group.questions:
            yield from ("", *self._entry(entry))
        if group.checks:
            yield from ("", f"{self._in(CHECKS)} {group.letter}")
        for rule in group.checks:
            yield from self._rule(rule)

    def _about(self, group: CodebookSection) -> Iterator[str]:
        if group.route:
            yield from _beside(f"{self._in(WHEN)}: ", self._in(group.route))
        if group.repeated:
            yield self._in(REPEATED).format(group.repeated)
        if not group.aloud:
            yield self._in(NOT_ALOUD)

    # ── One question ──

    def _entry(self, entry: CodebookEntry) -> Iterator[str]:
        yield from _beside(f"{entry.id:<{ID}}{entry.type:<{TYPE}}", self._in(entry.text))
        if entry.instruction:
            yield from self._note(INSTRUCTION, self._in(entry.instruction))
        if entry.route:
            yield from self._note(WHEN, self._in(entry.route))
        if entry.since:
            yield from self._note(SINCE, entry.since)
        if entry.until:
            yield from self._note(UNTIL, entry.until)
        if entry.definitions:
            yield from self._note(DEFINITION, ", ".join(entry.definitions))
        if entry.limits:
            yield from self._note(LIMITS, self._limits(entry.limits))
        for code in entry.codes:
            yield from self._code(code, max(len(c.code) for c in entry.codes))
        if traits := " · ".join(self._traits(entry)):
            yield from _beside(INDENT, traits)

    def _note(self, label: Text, words: str) -> Iterator[str]:
        return _beside(f"{INDENT}{self._in(label)}: ", words)

    def _code(self, code: Code, width: int) -> Iterator[str]:
        notes = [self._in(ONLY)] if code.only else []
        if isinstance(code, PassingCode):
            spans = ((SINCE, code.since), (UNTIL, code.until))
            notes += [f"{self._in(words)}: {version}" for words, version in spans if version]
        label = " ".join((self._in(code.label), *(f"({note})" for note in notes)))
        return _beside(f"{INDENT}{code.number:>3}  {code.code:<{width}}  ", label)

    def _limits(self, limits: Limits) -> str:
        span = f"{self._end(limits.least)}–{self._end(limits.most)}" if limits.least else ""
        length = self._in(LENGTH).format(limits.length) if limits.length else ""
        units = self._in(UNITS).format(limits.units) if limits.units else ""
        return ", ".join(filter(None, (span, length, units)))

    def _end(self, limit: Limit | None) -> str:
        if isinstance(limit, YearOfInterview):
            return term_words(limit, self._language)
        return limit or ""

    def _traits(self, entry: CodebookEntry) -> Iterable[str]:
        # That it may not be asked goes without saying: every question has a route.
        for state in self._book.missing[1:]:
            if state.code in entry.missing:
                yield f"{state.number} {self._in(state.label)}"
        traits = {MUST: entry.must, MAY_BE_EMPTY: entry.empty_allowed}
        traits |= {PERSONAL: entry.personal, PRIVATE: entry.private}
        yield from (self._in(words) for words, holds in traits.items() if holds)

    def _rule(self, rule: CodebookRule) -> Iterator[str]:
        kind = self._in(HARD if rule.hard else SOFT)
        yield f"  {rule.id} ({rule.on}): {kind}"
        yield from _beside("      ", self._in(rule.rule))
        yield from _beside("      ", self._in(rule.text))


# ── Lines ────────────────────────────────────────────────────────────────────────────────────────


def _heading(words: str, line: str) -> tuple[str, str]:
    return words, line * WIDTH


def _beside(start: str, words: str) -> Iterator[str]:
    """`words` after `start`, going on below where they began."""
    lines = wrap(words, WIDTH - len(start), break_on_hyphens=False) or [""]
    yield start + lines[0]
    yield from (" " * len(start) + line for line in lines[1:])
