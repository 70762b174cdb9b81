"""What SQLAlchemy and the drivers raise, as a problem of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, StatementError

from db import postgresql, sqlite
from db.problems import (
    ConnectionLost,
    DatabaseProblem,
    NotSaved,
    SpoiltId,
    Unexpected,
    UnknownCode,
    Unstorable,
)


@contextmanager
def in_our_words(
    where: str, instead_of_not_saved: type[DatabaseProblem] | None = None
) -> Iterator[None]:
    """Every error as one of ours. The chain is cut: the driver's texts can hold answers."""
    try:
        yield
    except (StatementError, UnicodeEncodeError) as error:
        problem = problem_of(error, where)
        if isinstance(problem, NotSaved) and instead_of_not_saved:
            problem = instead_of_not_saved(where)
        raise problem from None
    except LookupError as error:
        if type(error) is not LookupError:  # those of Python itself are of some kind
            raise
        raise UnknownCode(_code_in(error)) from None
    except ValueError as error:
        if not _NO_ID.match(str(error)):
            raise
        raise SpoiltId() from None


def problem_of(error: StatementError | UnicodeEncodeError, where: str) -> DatabaseProblem:
    """An error of SQLAlchemy as one of ours."""
    cause = error.orig if isinstance(error, StatementError) else error
    if isinstance(cause, ValueError):  # not plain text, or half a surrogate pair
        return Unstorable()
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return ConnectionLost(where)
    kind = cause and (sqlite.problem_of(cause) or postgresql.problem_of(cause))
    return kind(where) if kind else Unexpected(_name_of(cause or error))


_NO_ID: Final = re.compile(r"badly formed hexadecimal UUID string|invalid literal .* base 16")
"""What Python says of a text that is no id: the only error of its kind that is a row's fault."""


def _code_in(error: LookupError) -> str:
    """The code of which SQLAlchemy says that it is none of those that a column may have."""
    found = re.match(r"'(.*)' is not among the defined enum values", str(error))
    return found[1] if found else ""


def _name_of(error: BaseException) -> str:
    """What kind of error it is, without its text."""
    kind = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None)
    return f"{type(error).__name__} {kind}" if kind else type(error).__name__
