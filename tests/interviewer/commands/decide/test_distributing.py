"""`ringerunde cases`: give, share evenly, take back, and notes, as they are typed."""

from pathlib import Path

from db.call_list import states
from db.database import Database
from schemas.calls.settings import Settings
from tests.support.commands import run, said


def done(path: Path, *words: str) -> str:
    """A command by Berit; what it prints."""
    result = run(path, "cases", *words, "--by", "Berit")
    assert result.exit_code == 0, said(result)
    return result.output


def owners(db: Database) -> dict[str, str]:
    """Whose the open cases are, by unit."""
    every = states(db, Settings())
    return {one.unit.id: one.given_to.name for one in every if one.given_to and not one.ended}


def test_by_county_and_by_hand(path: Path, db: Database) -> None:
    """What nobody has there, and what is named; it is hers, and then anybody's again."""
    told = done(path, "give", "--to", "ida øvingstad", "--county", "Finnmark")
    assert told.startswith("Ida Øvingstad har fått ")
    assert set(owners(db).values()) == {"Ida Øvingstad"}
    assert {unit[:2] for unit in owners(db)} == {"20"}
    unit = next(iter(owners(db)))
    assert "har fått 1 sak." in done(path, "give", "--to", "Jens Prøvedal", unit)
    assert owners(db)[unit] == "Jens Prøvedal"
    done(path, "take", "--from", "Ida Øvingstad")
    assert list(owners(db)) == [unit]
    done(path, "take", unit)
    assert owners(db) == {}


def test_evenly(path: Path, db: Database) -> None:
    """Those that nobody has, one more or less each; the table says so."""
    done(path, "give", "--to", "Ida Øvingstad", "--to", "Jens Prøvedal", "--rest")
    shares = sorted(owners(db).values())
    assert abs(2 * shares.count("Ida Øvingstad") - len(shares)) <= 1
    table = run(path, "cases").output
    assert "Ida Øvingstad" in table
    assert "Åpne saker som alle kan ringe: 0" in table


def test_what_cannot_be_given(path: Path) -> None:
    """Nobody, nothing, what is over, and whoever is unknown."""
    by = ("--by", "Berit")
    assert "(CASES-WHO)" in said(run(path, "cases", "give", "halden", *by))
    assert "(CASES-WHICH)" in said(run(path, "cases", "give", "--to", "Ida Øvingstad", *by))
    assert "(CASES-WHICH)" in said(run(path, "cases", "take", *by))
    ended = run(path, "cases", "give", "--to", "Ida Øvingstad", "1241", *by)
    assert "(CASES-ENDED)" in said(ended)
    assert "(PERSON-UNKNOWN)" in said(run(path, "cases", "give", "--to", "Ingen", "0101", *by))
    nowhere = run(path, "cases", "give", "--to", "Ida Øvingstad", "--county", "Sverige", *by)
    assert "(GROUP-UNKNOWN)" in said(nowhere)


def test_notes(path: Path) -> None:
    """Written by one, read by all, with who has had the case."""
    done(path, "give", "--to", "Ida Øvingstad", "--county", "Finnmark")
    done(path, "note", "2002", "Ring etter ferien")
    told = run(path, "cases", "notes", "vardø").output
    assert "Berit: Ring etter ferien" in told
    assert "(CASES-NOTE)" in said(run(path, "cases", "note", "2002", " ", "--by", "Berit"))
