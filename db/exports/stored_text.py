"""Columns as the text that a file has of them: a row waits as it is written, not as it is meant."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Text, type_coerce
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


def slug(code: Mapped[Any]) -> ColumnElement[str]:
    """A code as it lies there, and not what it means."""
    return type_coerce(code, Text())


class id_text(FunctionElement[str]):  # noqa: N801  # is read as a function of SQL
    """An id with its dashes: what a file has of it, without an object made of it on the way."""

    type = Text()
    inherit_cache = True


@compiles(id_text)
def _cast(element: id_text, compiler: SQLCompiler, **how: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **how)} AS TEXT)"


DASHES = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
"""Where the parts of an id begin, and how long they are."""


@compiles(id_text, "sqlite")
def _with_dashes(element: id_text, compiler: SQLCompiler, **how: Any) -> str:
    """SQLite keeps ids as 32 digits."""
    id = compiler.process(element.clauses, **how)
    return " || '-' || ".join(f"substr({id}, {first}, {length})" for first, length in DASHES)
