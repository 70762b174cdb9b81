"""The sentences of the screens, in a file for each part of the program, under one name: `WORDS`.

The screens are in bokmål; only what is read aloud has more languages. What belongs to a rule
stands with the rule: the names of codes and outcomes and the reasons
of the call list in `schemas`, why an answer cannot be taken in `schemas.questionnaire.types`, why
the database says no in `db.problems`. Commands have their sentences beside them.
"""

from collections.abc import Iterable

from interviewer.words.bringing import BringingWords
from interviewer.words.calling import CallingWords
from interviewer.words.coding import CodingWords
from interviewer.words.deciding import DecidingWords
from interviewer.words.distributing import DistributingWords
from interviewer.words.finding import FindingWords
from interviewer.words.helping import HelpingWords
from interviewer.words.judging import JudgingWords
from interviewer.words.keying import KeyingWords
from interviewer.words.listing import ListingWords
from interviewer.words.opening import OpeningWords
from interviewer.words.panels import PanelWords
from interviewer.words.publishing import PublishingWords
from interviewer.words.reviewing import ReviewingWords
from schemas.language.text import Text, filled


class WORDS(
    OpeningWords,
    ListingWords,
    BringingWords,
    CallingWords,
    PanelWords,
    ReviewingWords,
    DecidingWords,
    CodingWords,
    JudgingWords,
    DistributingWords,
    PublishingWords,
    FindingWords,
    HelpingWords,
    KeyingWords,
):
    """The sentences, by where they are met."""


def say(words: Text, **values: object) -> str:
    """`words` with values put in; braces inside a value are left alone."""
    return filled(str(words), **values)


def say_count(count: int, one: Text, many: Text, **values: object) -> str:
    """The same with a number in it, for one or for none or many."""
    return say(one if count == 1 else many, count=count, **values)


def cut(words: str, room: int) -> str:
    """`words` as far as they fit in `room` characters, with a sign where there would be more."""
    return words if len(words) <= room else words[: room - 1] + "…"


def known_again(question: str) -> str:
    """So much of a question that one knows it again: two lines of the smallest screen have room."""
    return cut(question, 100)


def room_for(names: Iterable[str], least: int, most: int) -> int:
    """How many characters a column of names takes: the longest whole, unless it is over `most`."""
    return max(least, min(most, max(map(len, names), default=0)))
