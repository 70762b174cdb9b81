"""A case is of a unit that is there, and a revision of a version whose codebook is kept."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Two references that were none to the database.

    An older database gets its units and codebooks when all migrations are done, so none of them
    looks at what is there: `db.references` does.
    """
    _refer("survey_case", "unit_id", "unit", "id")
    _refer("revision", "fingerprint", "codebook", "fingerprint")
    op.create_index("ix_revision_fingerprint", "revision", ["fingerprint"])


def _refer(table: str, column: str, other: str, key: str) -> None:
    name = f"fk_{table}_{column}_{other}"
    with op.batch_alter_table(table) as changed:
        changed.create_foreign_key(name, other, [column], [key], postgresql_not_valid=True)
