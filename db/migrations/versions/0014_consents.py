"""What was said to being on the public list after the interview, and the answer to a text."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

DECISIONS = (
    "accepted",
    "overridden",
    "returned",
    "discarded",
    "included",
    "excluded",
    "released",
    "consented",
    "declined",
    "covered",
    "not_covered",
    "not_found_after_search",
    "out_of_frame",
    "withdrawn",
    "given_up",
)

HOW = ("phone", "email", "letter", "meeting")


def upgrade() -> None:
    """Nobody has noted any of it before."""
    with op.batch_alter_table("decision") as changed:
        changed.drop_constraint("kind", type_="check")
        changed.create_check_constraint("kind", sa.column("kind").in_(DECISIONS))
        changed.add_column(sa.Column("consent_given_by", sa.Text(), nullable=True))
        changed.add_column(sa.Column("consent_given_on", sa.Date(), nullable=True))
        changed.add_column(sa.Column("consent_how", sa.String(), nullable=True))
        for column in ("contact", "phone", "email", "url"):
            changed.add_column(sa.Column(f"consent_{column}", sa.Text(), nullable=True))
        changed.create_check_constraint("consent_how", sa.column("consent_how").in_(HOW))
