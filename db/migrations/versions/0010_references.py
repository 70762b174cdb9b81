"""A case is of a unit that is there, and a revision of a version whose codebook is kept."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Two references that were none to the database.

    An older database gets its units and codebooks when all migrations are done.  SQLite does not
    look before that; a server would, at every row that a later migration changes, so there
    `db.references` makes them when all is in its place.
    """
    op.create_index("ix_revision_fingerprint", "revision", ["fingerprint"])
    if op.get_context().dialect.name == "sqlite":
        _refer("survey_case", "unit_id", "unit", "id")
        _refer("revision", "fingerprint", "codebook", "fingerprint")


def _refer(table: str, column: str, other: str, key: str) -> None:
    with op.batch_alter_table(table) as changed:
        changed.create_foreign_key(f"fk_{table}_{column}_{other}", other, [column], [key])
