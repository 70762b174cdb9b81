"""Which verbs are kept aside when they cannot be stored, and why the others need not be."""

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from db.database import Database
from db.records import Lease
from interviewer import services
from interviewer.engine.kept_values import NotKnownHere, Resuming, as_json, from_json
from interviewer.engine.kept_verbs import KEPT
from interviewer.engine.task import in_order, task, together, unless
from interviewer.engine.unsaved_tasks import kept_in
from interviewer.services.caller import Caller
from schemas.review.consents import Consent, ConsentHow
from schemas.surveys.municipal_services_2015.classification import ServiceClass
from tests.support.keyboard import NOON, Keyboard

ROOT = Path(__file__).parents[3]

READS = "It only reads, or takes, holds and puts down a case: what is on the disk stays as it was."

NOT_KEPT = {
    "against_ringing": READS,
    "after_call": "It reads; and the letter is on the clipboard, and written anew from the card.",
    "all_cases": READS,
    "desk": READS,
    "desk_after": READS,
    "hold_on": READS,
    "home_of": READS,
    "known_people": READS,
    "leave_case": READS,
    "let_go": READS,
    "listed_text": READS,
    "listing": READS,
    "look_around": READS,
    "look_around_at": READS,
    "look_at": READS,
    "look_into": READS,
    "open_review": READS,
    "own_quality": READS,
    "quality": READS,
    "preview": READS,
    "read_case": READS,
    "read_coding": READS,
    "read_matrix": READS,
    "shared_work": READS,
    "take_case": READS,
    "take_to_edit": READS,
    "whom_to_give": READS,
    "_look": READS,
    "make": "What is practised is made anew at every start.",
    "abandon": "A case that was left is offered again at every start, until it is put down.",
    "ask_anew": "It goes with a call that never began: nobody has said anything in it.",
    "dial": "Nobody knows whether anybody was rung: whoever resumes sees no call, and rings.",
    "not_dialled": "The call stands as it was, and the same keys take it away.",
    "open_again": "The interview stands finished, and the same key opens it.",
    "undo": "What was to be undone stands, and the same key undoes it: by then it may be another.",
    "begin": "Who sits there is asked again, and nobody has typed more than a name.",
    "bring_in": "The file lies where it lay, and nothing of it has been brought in.",
    "write": "It writes files out of what is stored: nothing was typed but where to.",
    "store_unsaved": "It stores what lies aside, where it lies until it is stored.",
    "drop": "It throws away what lies aside.",
    "one_by_one": "It is made of others.",
    "all_or_nothing": "It is made of others.",
}
"""Why verbs that screens make tasks of are not kept."""


def tasks_made() -> Iterator[Callable[..., Any]]:
    """Every verb that the program makes a task of anywhere."""
    for file in sorted((ROOT / "interviewer").rglob("*.py")):
        name = ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "task":
                yield _meant(name, node.args[0])


def _meant(module: str, named: ast.expr) -> Any:
    """What a name in a module stands for, wherever in it that is imported."""
    there = importlib.import_module(module)
    if isinstance(named, ast.Attribute):
        assert isinstance(named.value, ast.Name)
        return getattr(getattr(there, named.value.id), named.attr)
    assert isinstance(named, ast.Name), ast.dump(named)
    found = getattr(there, named.id, None)
    return found if found is not None else named.id


def called(verb: Any) -> str:
    """What a verb is called in the tables."""
    return verb if isinstance(verb, str) else verb.__name__


class TestEveryVerb:
    """Whoever adds one decides whether it is lost when it cannot be stored."""

    def test_is_kept_or_there_is_a_reason(self) -> None:
        made = {called(verb) for verb in tasks_made()}
        assert made - KEPT.keys() - NOT_KEPT.keys() == set()

    def test_no_reason_is_for_a_verb_that_is_not_there(self) -> None:
        made = {called(verb) for verb in tasks_made()}
        assert NOT_KEPT.keys() - made == set()
        assert KEPT.keys() - made == set()

    def test_what_carries_words_is_kept(self) -> None:
        """A verb with a text among its arguments that somebody has typed."""
        typed = {"words", "reason", "note", "why", "label"}
        for verb in tasks_made():
            if not isinstance(verb, str) and typed & inspect.signature(verb).parameters.keys():
                assert called(verb) in {*KEPT, "undo"}, called(verb)

    def test_is_known_by_its_own_name(self) -> None:
        """No other verb that a task is made of is called so."""
        made = {verb for verb in tasks_made() if not isinstance(verb, str)}
        assert {called(verb) for verb in made if called(verb) in KEPT} <= KEPT.keys()
        assert {verb for verb in made if called(verb) in KEPT} == {
            one.verb for one in KEPT.values()
        }


@pytest.fixture
def who(database: Database) -> Caller:
    """Kari, who resumes."""
    screen: Any = Keyboard(database).sits_down().screen
    found: Caller = screen.who
    return found


class TestWhatIsKept:
    """Of a task that is made of several, what is to be stored, in its order.

    What each verb is given is told and read back wherever a test presses keys: see `Keyboard`.
    """

    def test_what_reads_is_left_out(self, who: Caller) -> None:
        reads, stores = task(services.home_of, who), task(services.speak, LEASE, uuid4(), "nn")
        first = task(services.speak, LEASE, uuid4(), "nb")
        assert list(kept_in(in_order(together([first], stores), reads))) == [first, stores]
        assert list(kept_in(unless(reads, stores))) == [stores]
        assert list(kept_in(reads)) == []


LEASE = Lease(uuid4(), uuid4(), 3, NOON)


class TestValues:
    """As JSON and back."""

    @pytest.mark.parametrize(
        "value",
        [
            None,
            1.5,
            "«{$}»",
            [1, ["a"]],
            {"missing": "not_asked"},
            {"$": "UUID"},
            {uuid4(): (uuid4(),), uuid4(): ()},
            frozenset({NOON}),
            date(2015, 3, 2),
            ServiceClass.service,
            Consent("Anne", date(2015, 3, 2), ConsentHow.email),
            LEASE,
        ],
        ids=lambda value: type(value).__name__,
    )
    def test_read_as_told(self, value: Any, who: Caller) -> None:
        assert from_json(as_json(value), Resuming(who)) == value

    def test_what_is_of_no_class_in_the_tables(self) -> None:
        with pytest.raises(TypeError, match="Path cannot be kept aside"):
            as_json(Path())

    @pytest.mark.parametrize(
        "told", [{"$": "os.system"}, {"$": "Outcome", "is": "new"}, {"$": "Lease"}]
    )
    def test_what_has_no_name_here(self, told: Any, who: Caller) -> None:
        """Nothing is ever looked for elsewhere."""
        with pytest.raises(NotKnownHere):
            from_json(told, Resuming(who))

    def test_the_case_is_held_anew(self, who: Caller) -> None:
        """Whatever proved it before."""
        now = Lease(LEASE.case_id, who.id, 4, NOON)
        assert from_json(as_json((LEASE, who)), Resuming(who, now)) == (now, who)
