"""What is said in the same way by several of them."""

from schemas.calls.call_codes import RedirectHow
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.rehearsal import PutOn, Reply, Voice

THANKS = Reply(
    "«Bare hyggelig. Ha det godt!»",
    "",
    "Les takken, og legg på røret. Programmet avslutter oppringningen etterpå.",
)


def switchboard(words: str, to: Office, *, why: str) -> Voice:
    """The first who answers, and puts us through."""
    reply = Reply(words, put_on=PutOn(department=to), why=why)
    return Voice(name="Sentralbordet", department=Office.switchboard, otherwise=reply)


def gives_number(words: str, put_on: PutOn, then: Reply, *, why: str) -> Reply:
    """Somebody tells where to ring instead."""
    assert put_on.how is not RedirectHow.transferred, "whoever puts us through is gone"
    return Reply(words, put_on=put_on, why=why, then=then)
