"""Whoever signs for the first time, while somebody of her name does so too."""

from datetime import UTC, datetime

from db.database import Database
from db.people import people
from interviewer.commands.decide.signing import coordinator


def test_a_new_name_is_one_person_whoever_signs_first(db: Database) -> None:
    """Two commands look for her before either has noted her: what both decide is hers."""
    at = datetime(2015, 3, 2, 9, tzinfo=UTC)
    one, other = (coordinator(db, "Anne To", at) for _ in range(2))
    assert one.sign().by == other.sign().by == one.sign().by
    assert [person.name for person in people(db)].count("Anne To") == 1
