"""Counts by SQL written by hand: what every export must agree with."""

import sqlite3
from collections import Counter
from pathlib import Path

SINGLE = """
SELECT CASE json_type(document, :path)
         WHEN 'object' THEN json_extract(document, :path || '.missing')
         ELSE coalesce(json_extract(document, :path), 'not_asked')
       END, count(*)
  FROM revision GROUP BY 1
"""

CHOSEN = """
SELECT code.value, count(*)
  FROM revision, json_each(document, :path) AS code
 WHERE json_type(document, :path) = 'array'
 GROUP BY 1
"""

OFFERS = """
SELECT CASE json_type(offer.value, :path)
         WHEN 'object' THEN json_extract(offer.value, :path || '.missing')
         ELSE coalesce(json_extract(offer.value, :path), 'not_asked')
       END, count(*)
  FROM revision, json_each(document, '$.offers') AS offer
 GROUP BY 1
"""


def single(file: Path, section: str, question: str) -> Counter[str]:
    """How many interviews have each code, or each of the missing states."""
    return _counted(file, SINGLE, f"$.{section}.{question}")


def chosen(file: Path, section: str, question: str) -> Counter[str]:
    """How many interviews have chosen each code of a question with several."""
    return _counted(file, CHOSEN, f"$.{section}.{question}")


def of_offers(file: Path, question: str) -> Counter[str]:
    """How many offers have each code, or each of the missing states."""
    return _counted(file, OFFERS, f"$.{question}")


def _counted(file: Path, statement: str, path: str) -> Counter[str]:
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        return Counter(dict(connection.execute(statement, {"path": path}).fetchall()))
    finally:
        connection.close()
