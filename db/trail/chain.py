"""The chain: every entry of the trail holds a hash of itself and of the one before.

An entry that is changed, taken out or put in breaks it; a cut-off end is seen by whoever has a
later head (a backup, an export).  What a row held is in it as a digest with a salt: where somebody
withdraws, the salt goes, and nobody can find out any more by guessing what it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

BETWEEN: Final = "\x1f"
"""What no field of an entry has in it."""


class Verb(StrEnum):
    """What was done: to a row, or with the whole database."""

    insert = "insert"
    update = "update"
    delete = "delete"
    sealed = "sealed"
    """As a row was found by a program that had just brought the tables up to date."""
    login = "login"
    export = "export"
    backup = "backup"
    """A copy that somebody asked for; the detail is where it was put."""
    erasure = "erasure"
    migration = "migration"
    rewritten = "rewritten"
    """A backup, since somebody was erased in it; the detail is the end that its trail had."""
    hand_out = "hand_out"
    merge = "merge"


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One entry; its moment in UTC, as text.

    `login` is the server's word for who it was, and `who` the interviewer's id.  `row` is the key
    of the row in the `table`, and both are empty where it was done with the database.
    """

    number: int
    at: str
    login: str
    who: str
    verb: str
    table: str
    row: str
    case: str
    detail: str
    salt: str | None
    digest: str
    hash: str


class Head(NamedTuple):
    """The end of a trail at some moment; written down elsewhere, it shows what was cut off."""

    number: int
    hash: str

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"

    @classmethod
    def read(cls, text: str) -> Head:
        """A head as it was written down; ValueError where it is none.

        It may end a sentence, and what is copied from a narrow column is broken in the middle.
        """
        number, _, hash = "".join(text.split()).removesuffix(".").partition(":")
        if len(hash) != len(digest_of("", "")):
            raise ValueError("no head of a trail")
        return cls(int(number), hash.lower())


NOTHING: Final = Head(0, "")
"""The head of a trail without entries."""


def digest_of(salt: str, content: str) -> str:
    """What stands for the content of a row."""
    return hashlib.sha256((salt + content).encode()).hexdigest()


def link(previous: str, *fields: object) -> str:
    """The hash of an entry that follows another."""
    return hashlib.sha256(BETWEEN.join([previous, *map(str, fields)]).encode()).hexdigest()


def hash_of(previous: str, one: TrailEntry) -> str:
    """What the hash of an entry has to be."""
    return link(
        previous,
        one.number,
        one.at,
        one.login,
        one.who,
        one.verb,
        one.table,
        one.row,
        one.case,
        one.detail,
        one.digest,
    )


def first_broken(entries: Iterable[TrailEntry]) -> int | None:
    """The number at which the chain is broken, of all the entries in order."""
    previous = NOTHING
    for one in entries:
        if one.number != previous.number + 1 or one.hash != hash_of(previous.hash, one):
            return previous.number + 1
        previous = Head(one.number, one.hash)
    return None
