"""Codes that the program fixes are checked by the database, too."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

LANGUAGE = ("nb", "nn", "en")

CODES: dict[str, dict[str, tuple[str, ...]]] = {
    "contact_point": {
        "knows": ("unknown", "does_not_know", "says_none", "knows_who", "is_the_one"),
    },
    "call_attempt": {
        "outcome": (
            "no_answer",
            "busy",
            "long_queue",
            "voicemail",
            "message_left",
            "technical",
            "number_dead",
            "redirected",
            "lost_in_transfer",
            "wrong_department",
            "unavailable",
            "appointment",
            "asked_in_writing",
            "break_off",
            "refusal_gatekeeper",
            "refusal_soft",
            "refusal_hard",
            "unable",
            "to_coordinator",
            "partial",
            "complete",
            "no_service",
            "covered",
            "not_found_after_search",
            "out_of_frame",
            "withdrawn",
            "given_up",
        ),
    },
    "redirect": {
        "how": ("transferred", "number_given", "they_call_back", "name_only", "dead_end"),
    },
    "unit": {"language_form": ("nb", "nn", "")},
    "interview": {"language": LANGUAGE},
    "answer_entry": {"language": LANGUAGE},
    "appointment": {
        "kind": ("hard", "soft"),
        "closed_how": ("kept", "moved", "cancelled"),
    },
    "decision": {
        "kind": (
            "accepted",
            "overridden",
            "returned",
            "included",
            "excluded",
            "released",
            "covered",
            "not_covered",
            "not_found_after_search",
            "out_of_frame",
            "withdrawn",
            "given_up",
        ),
    },
}


def upgrade() -> None:
    """Every column of codes takes those there are; what was stored by the program is of them."""
    for table, columns in CODES.items():
        with op.batch_alter_table(table) as changed:
            for column, codes in columns.items():
                changed.alter_column(column, existing_type=sa.Text(), type_=sa.String())
                changed.create_check_constraint(column, sa.column(column).in_(codes))
