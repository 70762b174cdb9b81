"""How a questionnaire changed from one version to the next: declared beside it, and held to that.

    CHANGES in the survey's folder -> what is not declared -> the program says so, and stops
                                   -> an answer of an older version, as today's version has it

Words may change with a version and need no declaration: the codebook of each version keeps its own.
What must be declared is what changes which answers there are, and who was asked for them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from schemas.language import Explained

Data: TypeAlias = Mapping[str, Any]
"""A codebook, or a part of one, as JSON values."""


# ── What can be declared ─────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Added:
    """A question that earlier versions did not ask."""

    question: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A question that is not asked any more."""

    question: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """A question whose id is another one now; its answers go with it."""

    before: str
    question: str


@dataclass(frozen=True, slots=True)
class Rerouted:
    """A question that is asked of others than before."""

    question: str


@dataclass(frozen=True, slots=True)
class CodesAdded:
    """Codes that could not be chosen before."""

    question: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodesRemoved:
    """Codes that cannot be chosen any more: whoever had chosen one is asked again."""

    question: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodesMerged:
    """Codes that are one code now; a code that is only renamed is one that is merged alone."""

    question: str
    before: tuple[str, ...]
    code: str


Change: TypeAlias = Added | Removed | Renamed | Rerouted | CodesAdded | CodesRemoved | CodesMerged


class Release(NamedTuple):
    """A version of a questionnaire, and what is new in it since the version before.

    `fingerprints` are those by which older databases know it, where today's program would give its
    codebook another one.
    """

    version: str
    changes: tuple[Change, ...] = ()
    fingerprints: tuple[str, ...] = ()


# ── What was not declared ────────────────────────────────────────────────────────────────────────


class UndeclaredChange(Explained):
    """A questionnaire differs from its last version in a way that nobody has declared.

    `sentences` say in Norwegian what was found, one for each difference.
    """

    code = "V-UNDECLARED"

    def __init__(self, name: str, version: str, sentences: Sequence[str]) -> None:
        super().__init__(f"{name} {version}: {' '.join(sentences)}")
        self.sentences = tuple(sentences)


def undeclared(before: Data, now: Data, changes: Iterable[Change]) -> tuple[str, ...]:
    """A sentence for every difference that is not declared, and for what is declared and is not so.

    `before` and `now` are codebooks as JSON.  No sentence means that answers of `before` can be
    carried over.
    """
    return tuple(_Comparison(before, now, tuple(changes)).sentences())


class _Entry(NamedTuple):
    """What matters of a question: its section, type, of whom it is `asked`, its codes."""

    id: str
    section: str
    type: str
    asked: list[Any]
    codes: tuple[str, ...]


class _Comparison:
    """Two versions side by side."""

    def __init__(self, before: Data, now: Data, changes: tuple[Change, ...]) -> None:
        self._old, self._new = _entries(before), _entries(now)
        self._changes = changes
        self._names = {one.before: one.question for one in changes if isinstance(one, Renamed)}

    def sentences(self) -> Iterator[str]:
        yield from self._gone()
        yield from self._come()
        for id, entry in self._old.items():
            if (now := self._new.get(self._names.get(id, id))) is not None:
                yield from self._same_question(entry, now)
        yield from self._not_so()

    def _gone(self) -> Iterator[str]:
        removed = {one.question for one in self._changes if isinstance(one, Removed)}
        for id in self._old.keys() - self._new.keys() - removed - self._names.keys():
            yield f"Spørsmålet {id} er borte: Meld Removed eller Renamed."

    def _come(self) -> Iterator[str]:
        added = {one.question for one in self._changes if isinstance(one, Added)}
        for id in self._new.keys() - self._old.keys() - added - {*self._names.values()}:
            yield f"Spørsmålet {id} er nytt: Meld Added."

    def _same_question(self, before: _Entry, now: _Entry) -> Iterator[str]:
        if before.type != now.type:
            yield (
                f"Spørsmålet {now.id} var {before.type} og er {now.type}: "
                "et spørsmål av en annen type må ha en annen id."
            )
        if before.section != now.section:
            yield (
                f"Spørsmålet {now.id} sto i {before.section} og står i {now.section}: "
                "så lenge det har samme id, blir det i sin del."
            )
        if self._renamed(before.asked) != now.asked and Rerouted(now.id) not in self._changes:
            yield f"Spørsmålet {now.id} stilles i andre tilfeller enn før: Meld Rerouted."
        yield from self._codes(now.id, before.codes, now.codes)

    def _renamed(self, condition: Any) -> Any:
        """A condition in which questions go by their names of today."""
        match condition:
            case str():
                return self._names.get(condition, condition)
            case dict():
                return {key: self._renamed(value) for key, value in condition.items()}
            case list() | tuple():
                return [self._renamed(value) for value in condition]
        return condition

    def _codes(self, id: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[str]:
        told = [one for one in self._changes if getattr(one, "question", "") == id]
        merged = [one for one in told if isinstance(one, CodesMerged)]
        gone = {c for one in told if isinstance(one, CodesRemoved) for c in one.codes}
        gone |= {code for one in merged for code in one.before}
        come = {c for one in told if isinstance(one, CodesAdded) for c in one.codes}
        come |= {one.code for one in merged}
        for code in old:
            if code not in new and code not in gone:
                yield f"Koden {code} i {id} er borte: Meld CodesRemoved eller CodesMerged."
        for code in new:
            if code not in old and code not in come:
                yield f"Koden {code} i {id} er ny: Meld CodesAdded."

    def _not_so(self) -> Iterator[str]:
        """What is declared about questions and codes that there never were, or still are."""
        for change in self._changes:
            if not self._is_so(change):
                yield f"{change} er meldt, men stemmer ikke med skjemaet."

    def _is_so(self, change: Change) -> bool:
        old, new = self._old, self._new
        match change:
            case Added(question):
                return question in new and question not in old
            case Removed(question):
                return question in old and question not in new
            case Renamed(before, question):
                return before in old and before not in new and question in new
            case Rerouted(question):
                return question in new
            case CodesAdded(question, codes):
                return question in new and set(codes) <= {*new[question].codes}
            case CodesRemoved(question, codes):
                return question in new and not set(codes) & {*new[question].codes}
            case CodesMerged(question, _, code):
                return question in new and code in new[question].codes


def _entries(codebook: Data) -> dict[str, _Entry]:
    return {
        entry["id"]: _Entry(
            entry["id"],
            section["name"],
            entry["type"],
            [section["when"], entry["when"]],
            tuple(code["code"] for code in entry["codes"]),
        )
        for section in codebook["sections"]
        for entry in section["questions"]
    }


# ── Carrying over ────────────────────────────────────────────────────────────────────────────────

_NOTHING: Final = object()


def changes_since(releases: Sequence[Release], version: str) -> tuple[Change, ...]:
    """All that has changed since `version`, in the order in which it did.

    Raises `KeyError` for a version that is none of the releases.
    """
    versions = [release.version for release in releases]
    if version not in versions:
        raise KeyError(version)
    later = releases[versions.index(version) + 1 :]
    return tuple(change for release in later for change in release.changes)


def carried_over(question: str, value: Any, changes: Iterable[Change]) -> tuple[str, Any] | None:
    """A stored answer of an older version as today's has it; None where there is nothing left.

    `value` is what lies in the database: the slug of a code, a list of slugs, a number, a text, or
    the mark of a missing answer.
    """
    for change in changes:
        match change:
            case Removed(gone) if gone == question:
                return None
            case Renamed(before, now) if before == question:
                question = now
            case CodesRemoved(of, codes) if of == question:
                value = _without(value, dict.fromkeys(codes, _NOTHING))
            case CodesMerged(of, before, code) if of == question:
                value = _without(value, dict.fromkeys(before, code))
        if value is _NOTHING:
            return None
    return question, value


def _without(value: Any, instead: Mapping[str, Any]) -> Any:
    """A code, or each of a list, as it is now."""
    if isinstance(value, list):
        now = dict.fromkeys(instead.get(code, code) for code in value)
        return [code for code in now if code is not _NOTHING] or _NOTHING
    return instead.get(value, value) if isinstance(value, str) else value


# ── Since when, until when ───────────────────────────────────────────────────────────────────────


class Lifetime(NamedTuple):
    """The first and the last version with a question; `until` is None while it is asked."""

    since: str
    until: str | None = None


def lifetimes(books: Sequence[Data]) -> dict[str, Lifetime]:
    """Of every question in any of the versions, the oldest first: since when and until when."""
    return _lifetimes((book["version"], _entries(book)) for book in books)


def code_lifetimes(books: Sequence[Data]) -> dict[tuple[str, str], Lifetime]:
    """The same of every code, by its question and its name."""
    return _lifetimes((book["version"], _coded(book)) for book in books)


Key = TypeVar("Key")


def _lifetimes(versions: Iterable[tuple[str, Iterable[Key]]]) -> dict[Key, Lifetime]:
    first: dict[Key, str] = {}
    last: dict[Key, str] = {}
    newest = ""
    for newest, keys in versions:
        for key in keys:
            first.setdefault(key, newest)
            last[key] = newest
    return {
        key: Lifetime(since, None if last[key] == newest else last[key])
        for key, since in first.items()
    }


def _coded(book: Data) -> Iterator[tuple[str, str]]:
    return ((entry.id, code) for entry in _entries(book).values() for code in entry.codes)
