"""`ringerunde review quality`, and `ringerunde quality`: to read, as JSON, and as CSV."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from db import people
from db.database import Database
from interviewer.places import seat
from tests.interviewer.commands.decide.desk import Review
from tests.support.commands import run, said


def test_everybody_with_how_much_there_is(review: Review) -> None:
    """Of few interviews it says that they are few; and by what rule something is flagged."""
    told = " ".join(review("quality").split())
    assert "oppringninger, for få til å sammenligne" in told
    assert "Ingenting skiller seg ut." in told
    assert "Spiegelhalter" in told


def test_one_of_them(path: Path, review: Review) -> None:
    """By name, however it is written; an unknown one is told who there is."""
    told = review("quality", "--who", "ida øvingstad")
    assert "Ida Øvingstad" in told
    assert "Jens" not in told
    sentence = said(run(path, "review", "quality", "--who", "Nobody"))
    assert "(QUALITY-PERSON)" in sentence
    assert "Ida Øvingstad" in sentence


def test_as_data(path: Path, review: Review, tmp_path: Path) -> None:
    """The same numbers, each with its rule; a file has everybody."""
    found = json.loads(review("quality", "--format", "json"))
    first = found["interviewers"][0]["measures"]
    assert {"measure", "part", "of", "others", "verdict", "rule"} <= first[0].keys()
    out = tmp_path / "kvalitet.csv"
    assert "rader" in review("quality", "--out", str(out))
    rows = out.read_text(encoding="utf-8").splitlines()
    assert len(rows) == 2 + sum(len(one["measures"]) for one in found["interviewers"])
    assert "(QUALITY-OUT)" in said(
        run(path, "review", "quality", "--out", str(out), "--format", "json")
    )


def test_ones_own(path: Path, db: Database) -> None:
    """Whoever sits here, and nobody else; somebody who has done nothing is told so."""
    assert "(QUALITY-WHO)" in said(run(path, "quality"))
    now = datetime.now(UTC)
    people.sit_down(db, uuid4(), "Nina", seat(), now)
    assert "(QUALITY-NONE)" in said(run(path, "quality"))
    people.sit_down(db, uuid4(), "Ida Øvingstad", seat(), now + timedelta(seconds=1))
    told = run(path, "quality").output
    assert "Ida Øvingstad" in told
    assert "Jens" not in told
