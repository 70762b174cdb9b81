"""What the screens say: every sentence is met, in one language; times are written in one way."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pytest

import interviewer
from interviewer.words import WORDS
from schemas.surveys.registry import names, survey_called

SOURCES = tuple(file.read_text("utf-8") for file in Path(interviewer.__file__).parent.rglob("*.py"))
ROOMS = ("schemas", "db", "interviewer")
OURS = re.compile(r"from schemas\.language\.text import [^\n]*\bText\b")
TOLD_IN_THREE = (
    "schemas/surveys/",  # the questions, their codes, and the letters of each survey
    "schemas/questionnaire/",  # what is said of every answer in data
    "schemas/codebook/",
    "schemas/frame/design.py",  # the survey's nouns, put into questions
    "schemas/language/text.py",
    "schemas/calls/letter.py",
    "schemas/calls/call_codes.py",  # codes of the exported tables, here and below
    "schemas/calls/departments.py",
    "schemas/calls/outcome_rows.py",
    "schemas/calls/outcomes.py",
    "schemas/review/classes.py",
    "schemas/review/consents.py",
    "schemas/review/decisions.py",
    "db/exports/",
    "interviewer/publish/overview_letter.py",  # sent to respondents
)
"""Where texts are in three languages: what respondents hear and get, and what data are called."""
SENTENCES = Counter(
    name for part in WORDS.__mro__[1:-1] for name in vars(part) if not name.startswith("_")
)


class TestSentences:
    """They lie in several files and are met under one name."""

    def test_each_is_used(self) -> None:
        used = {
            node.attr
            for source in SOURCES
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == "WORDS"
        }
        assert sorted(SENTENCES.keys() - used) == []

    def test_none_claims_what_no_terminal_tells(self) -> None:
        """Whether a text is on the clipboard, nobody knows; nor that there is one."""
        told = {name: str(getattr(WORDS, name)) for name in SENTENCES}
        reached = re.compile("(sendt|sendes|går) til utklippstavlen|på utklippstavlen")
        sent = {name for name, words in told.items() if reached.search(words)}
        assert sent
        assert all("hvis terminalen tar imot" in told[name] for name in sent)
        assert [name for name, words in told.items() if re.search("(er|blir) kopiert", words)] == []

    def test_no_name_is_taken_twice(self) -> None:
        assert [name for name, times in SENTENCES.items() if times > 1] == []


def _translated(source: str) -> Iterator[int]:
    """The lines at which a text brings more than bokmål."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            named = {word.arg for word in node.keywords} & {"nn", "en"}
            if node.func.id == "Text" and (len(node.args) > 1 or named - {None}):
                yield node.lineno


class TestLanguages:
    """The screens are in bokmål alone; the questions, and what is sent or exported, in three."""

    def test_no_sentence_of_the_screens_is_translated(self) -> None:
        """Nothing would show the translation: one language well is better than three in part."""
        top = Path(interviewer.__file__).parents[1]
        files = (file for room in ROOMS for file in sorted((top / room).rglob("*.py")))
        told = [
            f"{name}:{line}"
            for file in files
            if not (name := file.relative_to(top).as_posix()).startswith(TOLD_IN_THREE)
            and OURS.search(source := file.read_text("utf-8"))
            for line in _translated(source)
        ]
        assert told == []


@dataclass(frozen=True)
class NotSaid:
    """A word that another one was chosen for.

    `but` is what it may be part of, and in `rooms` it means something else.
    """

    word: str
    but: str = ""
    rooms: tuple[str, ...] = ()

    def said(self, words: str) -> bool:
        """Whether it is said here, whatever may be."""
        rest = re.sub(self.but, "", words, flags=re.IGNORECASE) if self.but else words
        return re.search(self.word, rest, re.IGNORECASE) is not None


DATA = ("db/exports/", "schemas/codebook/", "schemas/calls/call_codes.py")
DEVELOPERS = ("schemas/questionnaire/consistency.py", "schemas/questionnaire/declaring.py")
"""What whoever writes a questionnaire is told."""
GLOSSARY: Final = {
    "oppringning": NotSaid(
        r"\b(?:endte|avslutt\w*|ny|neste|siste) samtalen?\b|\bforsøk\b",
        but=r"avslutter samtalen|(?:\}|\d|mange) forsøk|\bforsøk uten intervju|\bnytt forsøk",
    ),
    "spor": NotSaid(r"\bleid(?:en|er|ene)?\b|\ben lead\b"),
    "kontaktpunkt": NotSaid(
        r"\bkontakt(?:en|er|ene)?\b",
        but=r"Ny kontakt|(?:Tar|Tek|i) kontakt|ingen kontakt|^Kontakt, alle|/kontakt|«contacts",
        rooms=("db/imports/headings.py", "db/imports/tool_names.py"),  # of other people's files
    ),
    "viderekobling": NotSaid(r"\boverføring|\bhenvist\b|\bhenvises? videre|\bFalt ut under"),
    "veien": NotSaid(r"\bve[ig]en gjennom (?:spørsmål|skjema)"),
    "rett person": NotSaid(r"\bden rette\b"),
    "den som tok telefonen": NotSaid(r"\bførstelinj"),
    "respondent": NotSaid(r"\bsvareren\b|\bsvarere\b|\ben svarer\b"),
    "avtale": NotSaid(r"\bløs avtale|\bpromised\b"),
    "på ringelisten": NotSaid(r"\bi ringelisten\b"),
    "feil, advarsel": NotSaid(r"\bkontroll(?:en|ene)?\b", rooms=(*DATA, *DEVELOPERS)),
    "besvart": NotSaid(r"(?:\}|\d|\bSist) svart\b"),
    "revisjon": NotSaid(r"\but?gave(?:n|r)?\b"),
    "stikkprøve": NotSaid(r"\btrukket ut\b"),
    "respondenten har trukket seg": NotSaid(
        r"\btrukket\b", but=r"har trukket seg|trukket blant \{\S+ ved loddtrekning"
    ),
    "gitt opp": NotSaid(r"^Oppgitt$", rooms=("schemas/surveys/",)),  # the column of what was stated
    "klasse": NotSaid(r"\bklassifikasjon|\bborderland\b"),
    "programme": NotSaid(
        r"\boffers?\b",
        rooms=("schemas/surveys/municipal_services_2015/claims.py",),  # in codebooks of releases
    ),
    "felles tjeneste": NotSaid(r"\bdelte? tjeneste"),
    "deltakere": NotSaid(
        r"\bbruker(?:e|ne)\b|\bbrukar(?:ar|ane)\b", but=r"erfarne bruk(?:er(?:e|ne)|ar(?:ar|ane))"
    ),
    "experienced service users": NotSaid(r"\bexperienced users\b"),
    "patient education": NotSaid(r"\bhealth pedagogy\b"),
    "user involvement": NotSaid(r"\buser participation\b"),
    "municipal health centre, GP practice": NotSaid(
        r"\bhealth house\b|\bgeneral practice\b|\bGP.s office\b"
    ),
    "hopp til": NotSaid(r"^Oversikt$"),
    "fase én, fase to": NotSaid(
        r"\bfase [12]\b",
        rooms=("schemas/surveys/municipal_services_2015/phase_one_form.py",),  # as files have it
    ),
    "oppgitt, funnet": NotSaid(r"\bpåstand mot|\bpåstand i\b", rooms=DATA),
    "avklaringsraten": NotSaid(r"\bsatsene\b|\bintervjusats"),
    "Delete": NotSaid(r"\bDel (?:fjerner|sier|tar)\b"),
    "once, and in a sentence that says what it means": NotSaid(
        r"\bmed grunn\b|\bhalve dag\b|\bveid med\b|\bbekreft svaret\b|\ber galt?\b"
        r"|\bklassen gal\b|\bom den (?:finnes|gjentar)"
    ),
}
"""By the term that was chosen, what is not said for it: the glossary's last column.

"Samtale" is right of what is said in a call, "svarer" is a verb, too, and "påstanden" names a
column of data: only where they stand for the other word are they looked for.
"""


class TestGlossary:
    """One term for one meaning: the words that another one was chosen for are not used."""

    @pytest.mark.parametrize("term", GLOSSARY)
    def test_no_sentence_has_a_word_of_the_other_column(self, term: str) -> None:
        not_said = GLOSSARY[term]
        told = [
            f"{name}: {words}"
            for name, words in everything_said()
            if not name.startswith(not_said.rooms) and not_said.said(words)
        ]
        assert told == []

    def test_no_class_is_called_none(self) -> None:
        """ "Klasse: Ingen" reads as if there were no class."""
        classes = {str(one.label) for name in names() for one in survey_called(name).classes}
        assert not classes & {"Ingen", "Inga"}

    def test_a_word_is_found(self) -> None:
        """Each of them would be, in a sentence of its own."""
        assert GLOSSARY["spor"].said("Ny leid: Anne")
        assert GLOSSARY["oppringning"].said("Hvordan endte samtalen?")
        assert not GLOSSARY["oppringning"].said("8 forsøk uten intervju: tre {} forsøk")

    def test_a_sentence_ends_with_a_full_stop(self) -> None:
        """One message, one sentence: a semicolon makes two of it that nobody takes a breath in."""
        told = [
            f"{name}: {words}"
            for name, words in everything_said()
            if re.search(r"(?<!\()[\w»\).}]; [\w«{]", words) and not name.startswith(IN_CODE)
        ]
        assert told == []


IN_CODE: Final = (
    "db/server/functions.py",
    "db/trail/",
    "db/write_count.py",
    "db/migrations/",
    "interviewer/terminal/picture.py",
)
"""Where semicolons end statements."""


CODE: Final = re.compile(r"[a-z_0-9]*")
"""What a program calls something, and nobody reads."""


@cache
def everything_said() -> tuple[tuple[str, str], ...]:
    """Every string of the rooms but docstrings and codes, with the file that it stands in."""
    top = Path(interviewer.__file__).parents[1]
    return tuple(
        (file.relative_to(top).as_posix(), words)
        for room in ROOMS
        for file in sorted((top / room).rglob("*.py"))
        for words in _said(file.read_text("utf-8"))
        if not CODE.fullmatch(words)
    )


def _said(source: str) -> Iterator[str]:
    """The strings of a file, with its f-strings whole, and the help of its commands."""
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Constant):
            yield from [node.value] if isinstance(node.value, str) else []
        elif isinstance(node, ast.JoinedStr):
            yield "".join(map(_part, node.values))
        elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            waiting += ast.iter_child_nodes(node)


def _part(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "{}"


class TestTimes:
    """How a day and a time are written is decided in `schemas.calls.workdays` only."""

    def test_nobody_writes_them_in_a_way_of_their_own(self) -> None:
        own_way = re.compile(r"%[HMdm]|\.day\}|ZoneInfo")
        assert [found for source in SOURCES for found in own_way.findall(source)] == []
