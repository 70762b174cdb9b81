"""The form of an earlier phase keeps its answers by their names: which there are, a survey says."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

ANSWERS = ("offers", "organisation", "plans")


def upgrade() -> None:
    """All forms move into the new table, with who may be covered because of them."""
    forms = op.create_table(
        "claim_form",
        sa.Column("case_id", sa.Uuid(), sa.ForeignKey("survey_case.id"), primary_key=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("partners", sa.JSON(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
    )
    _move_forms(forms)
    op.drop_table("phase_one")
    op.execute("UPDATE covered_proposal SET source = 'claim_form' WHERE source = 'phase_one'")


def _move_forms(forms: sa.Table) -> None:
    same = [column for column in forms.c if column.name != "answers"]
    plain = (sa.column(column.name, column.type) for column in same)
    was = sa.table("phase_one", *plain, *map(sa.column, ANSWERS))
    rows = [
        {column.name: getattr(row, column.name) for column in same}
        | {"answers": {name: getattr(row, name) for name in ANSWERS if getattr(row, name)}}
        for row in op.get_bind().execute(sa.select(was)).all()
    ]
    op.bulk_insert(forms, rows)
