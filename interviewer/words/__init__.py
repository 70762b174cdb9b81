"""The sentences of the screens, in a file for each part of the program, under one name: `WORDS`.

Bokmål is written; a `Text` takes nynorsk and English beside it.  What belongs to a rule stands with
the rule: what a key does in `keys`, the names of codes and outcomes and the reasons of the call
list in `schemas`, why an answer cannot be taken in `schemas.messages`, why the database says no in
`db.problems`.  Commands have their sentences beside them.
"""

from interviewer.words.calling import Calling
from interviewer.words.deciding import Deciding
from interviewer.words.helping import Helping
from interviewer.words.listing import Listing
from interviewer.words.opening import Opening
from interviewer.words.publishing import Publishing
from interviewer.words.reviewing import Reviewing
from schemas.text import Text


class WORDS(Opening, Listing, Calling, Reviewing, Deciding, Publishing, Helping):
    """The sentences, by where they are met."""


def say(words: Text, **values: object) -> str:
    """`words` with values put in; braces inside a value are left alone."""
    return str(words).format(**values)


def say_count(count: int, one: Text, many: Text, **values: object) -> str:
    """The same with a number in it, for one or for none or many."""
    return say(one if count == 1 else many, count=count, **values)
