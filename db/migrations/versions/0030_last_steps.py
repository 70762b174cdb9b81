"""With each call, the steps back that no answer followed; and coded answers are known by a salt."""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    """None was noted until now; what was coded stays coded."""
    with op.batch_alter_table("call_attempt") as changed:
        none = sa.Column("steps_back", sa.JSON(), nullable=False, server_default="null")
        changed.add_column(none)
    with op.batch_alter_table("call_attempt") as changed:
        changed.alter_column("steps_back", server_default=None)
    _salt()


def _salt() -> None:
    """The words alone told too much of an answer that many give."""
    coding = sa.table("coding", *(sa.column(one, sa.Uuid()) for one in ("id", "interview_id")),
                      sa.column("said", sa.Text()))  # fmt: skip
    bind = op.get_bind()
    for id, interview, said in bind.execute(sa.select(coding).where(coding.c.said != "")).all():
        salted = sha256(f"{interview.hex}{said}".encode()).hexdigest()
        bind.execute(sa.update(coding).where(coding.c.id == id).values(said=salted))
