"""The least that a command does: its libraries, and one table read and shown.

python -m tests.benchmarks.floors.loaded DATABASE
"""

import sys

import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy import create_engine
from sqlmodel import Session, select, text


def main(database: str) -> None:
    """How many cases there are."""
    with Session(create_engine(f"sqlite:///{database}")) as session:
        found = session.connection().execute(select(text("count(*) FROM survey_case"))).scalar()
    table = Table("cases")
    table.add_row(str(found))
    Console().print(table)


if __name__ == "__main__":
    typer.run(main)
    sys.exit(0)
