"""The thin edge between the screens and the database: each function is one piece of work.

They run one after the other on the storing thread.  The verbs are imported when they are first
needed: SQLModel would otherwise hold up the first picture on screen.
"""

from interviewer.work.answers import (
    Speaking,
    ask_anew,
    complete,
    confirm,
    explain_difference,
    keep_place,
    record,
    reveal_claim,
    speak,
)
from interviewer.work.caller import Caller, read_settings
from interviewer.work.calls import (
    dial,
    hang_up,
    keep_letter,
    log_redirect,
    not_dialled,
    save_contact,
)
from interviewer.work.cases import (
    Opened,
    abandon,
    close_cut_off,
    hold_on,
    home_of,
    is_going_on,
    leave_case,
    let_go,
    open_case,
    read_case,
)
from interviewer.work.listing import Hit, Listing, listing
from interviewer.work.people import Start, sit_down, start
from interviewer.work.reviews import (
    CaseOnDesk,
    Desk,
    confirm_all,
    confirm_covered,
    decide,
    decide_case,
    desk,
    keep_apart,
    look_at,
    open_review,
    reopen,
    survey,
)

__all__ = [
    "Caller",
    "CaseOnDesk",
    "Desk",
    "Hit",
    "Listing",
    "Opened",
    "Speaking",
    "Start",
    "abandon",
    "ask_anew",
    "close_cut_off",
    "complete",
    "confirm",
    "confirm_all",
    "confirm_covered",
    "decide",
    "decide_case",
    "desk",
    "dial",
    "explain_difference",
    "hang_up",
    "hold_on",
    "home_of",
    "is_going_on",
    "keep_apart",
    "keep_letter",
    "keep_place",
    "leave_case",
    "let_go",
    "listing",
    "log_redirect",
    "look_at",
    "not_dialled",
    "open_case",
    "open_review",
    "read_case",
    "read_settings",
    "record",
    "reopen",
    "reveal_claim",
    "save_contact",
    "sit_down",
    "speak",
    "start",
    "survey",
]
