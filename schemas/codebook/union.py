"""Several versions of a questionnaire as one: every question and code that any of them had.

For data that were collected with more than one version: one table holds them all, and what a
version did not ask stands in it as not asked.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from schemas.codebook.changes import Data, Lifetime, code_lifetimes, lifetimes


def united(codebooks: Sequence[Data]) -> Data:
    """The codebook of all, in today's order and words; `codebooks` are JSON, the oldest first.

    What only an older version had stands behind what stood before it there.  A code keeps the
    number that the newest version with it gives it, unless another code has that by now.
    """
    *older, newest = codebooks
    sections = [_copied(section) for section in newest["sections"]]
    for codebook in reversed(older):
        _unite(sections, codebook["sections"])
    spans, first, last = lifetimes(codebooks), codebooks[0]["version"], newest["version"]
    codes = code_lifetimes(codebooks)
    for question in _questions(sections):
        span = spans[question["id"]]
        question["since"] = "" if span.since == first else span.since
        question["until"] = "" if span.until in {None, last} else span.until
        _date_codes(question, span, codes)
    return {**newest, "sections": sections}


def _date_codes(
    question: dict[str, Any], asked: Lifetime, spans: Mapping[tuple[str, str], Lifetime]
) -> None:
    """Say of the codes that some of the versions with the question have not, which have them."""
    dated = []
    for code in question["codes"]:
        span = spans[question["id"], code["code"]]
        since = {"since": span.since} if span.since != asked.since else {}
        until = {"until": span.until} if span.until != asked.until else {}
        dated.append({**code, **since, **until})
    question["codes"] = dated


def _questions(sections: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return (question for section in sections for question in section["questions"])


def _copied(section: Data) -> dict[str, Any]:
    questions = [dict(question) for question in section["questions"]]
    return {**section, "questions": questions, "checks": [*section["checks"]]}


def _unite(sections: list[dict[str, Any]], older: Iterable[Data]) -> None:
    known = {question["id"]: question for question in _questions(sections)}
    checks = {check["id"] for section in sections for check in section["checks"]}
    by_name = {section["name"]: section for section in sections}
    before: str | None = None
    for section in older:
        if section["name"] not in by_name:
            by_name[section["name"]] = {**section, "questions": [], "checks": []}
            _insert(sections, by_name[section["name"]], before, "name")
        _unite_questions(by_name[section["name"]]["questions"], section["questions"], known)
        by_name[section["name"]]["checks"] += [
            check for check in section["checks"] if check["id"] not in checks
        ]
        before = section["name"]


def _unite_questions(
    questions: list[dict[str, Any]], older: Iterable[Data], known: Mapping[str, dict[str, Any]]
) -> None:
    before: str | None = None
    for question in older:
        if (today := known.get(question["id"])) is None:
            _insert(questions, dict(question), before, "id")
        else:
            _unite_codes(today, question)
        before = question["id"]


def _insert(into: list[dict[str, Any]], one: dict[str, Any], before: str | None, key: str) -> None:
    """Behind what stood before it; where that is not there, at the end."""
    names = [other[key] for other in into]
    at = names.index(before) + 1 if before in names else len(names) if before else 0
    into.insert(at, one)


def _unite_codes(today: dict[str, Any], older: Data) -> None:
    codes = [code["code"] for code in today["codes"]]
    gone = [code for code in older["codes"] if code["code"] not in codes]
    numbered = enumerate(gone, start=len(codes) + 1)
    today["codes"] = [*today["codes"], *({**code, "number": n} for n, code in numbered)]
