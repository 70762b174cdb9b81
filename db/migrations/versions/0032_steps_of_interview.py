"""Steps back that no answer followed are noted with the interview, in a call or without one."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    """Those of calls move there, each with its call and whoever made it."""
    with op.batch_alter_table("interview") as changed:
        none = sa.Column("steps_back", sa.JSON(), nullable=False, server_default="null")
        changed.add_column(none)
    with op.batch_alter_table("interview") as changed:
        changed.alter_column("steps_back", server_default=None)
    _move()
    with op.batch_alter_table("call_attempt") as changed:
        changed.drop_column("steps_back")


def _move() -> None:
    call = _table("call_attempt", "id", "case_id", "interviewer_id")
    interview, bind = _table("interview", "case_id"), op.get_bind()
    noted: dict[object, list[object]] = {}
    for one in bind.execute(sa.select(call).order_by(call.c.started_at)):
        made = [one.id.hex, one.interviewer_id.hex]
        noted.setdefault(one.case_id, []).extend([*step, *made] for step in one.steps_back or ())
    for case_id, steps in noted.items():
        if steps:
            ours = sa.update(interview).where(interview.c.case_id == case_id)
            bind.execute(ours.values(steps_back=steps))


def _table(name: str, *ids: str) -> sa.TableClause:
    noted = sa.column("steps_back", sa.JSON()), sa.column("started_at", sa.DateTime())
    return sa.table(name, *(sa.column(one, sa.Uuid()) for one in ids), *noted)
