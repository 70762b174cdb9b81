"""What people do with a case; each can be tried at any time, and may be refused."""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Final, TypeAlias
from uuid import uuid4

from db.appointments import make_appointment
from db.assignments import give
from db.calls import hang_up, log_redirect, merge_contacts, update_contact
from db.case_decisions import decide_case
from db.case_notes import write_note
from db.cases import open_case
from db.coding import code_answer, name_code
from db.coding_desk import read_coding
from db.interviews import confirm_check, keep_place, note_steps, record_answer, reopen
from db.problems import Refused
from db.records import Place, Stored
from db.undoing import undo
from db.withdrawal import withdraw
from schemas.calls.call_codes import RedirectHow
from schemas.calls.outcomes import Outcome
from schemas.review.decisions import DecisionKind
from tests.db.desk import Desk
from tests.db.merge.laptops import agreed
from tests.db.rounds import SERVICE
from tests.db.world import HALDEN

Act: TypeAlias = Callable[[Desk, random.Random], object]


def interview(desk: Desk, _: random.Random) -> None:
    """From the first question to the last."""
    if not open_case(desk.db, HALDEN).interview:
        desk.talked(**SERVICE | {"challenges_text": "For lite penger"})


def ask_again(desk: Desk, _: random.Random) -> None:
    """A finished interview is opened, and more is said."""
    begun = desk.begin()
    reopen(desk.db, desk.lease, begun.id, 1, desk.now())
    record_answer(desk.db, desk.lease, desk.entry(begun, "has_offers", "yes"))


def answer(desk: Desk, chance: random.Random) -> None:
    """What is read or said, with a remark; what is odd, and a step back."""
    begun = desk.begin()
    question = chance.choice((("intro", "read"), ("has_offers", "yes"), ("respondent_name", "Bo")))
    said = replace(desk.entry(begun, *question), remark="nølte")
    record_answer(desk.db, desk.lease, said)
    confirm_check(desk.db, desk.lease, desk.confirmation(begun))
    step: Stored = ["consent", None, desk.now().isoformat(), None, None, desk.aase.id.hex]
    note_steps(desk.db, desk.lease, begun.id, [step])


def type_half_a_word(desk: Desk, chance: random.Random) -> None:
    """It stays where it was typed."""
    place = Place(desk.begin().id, "service_name", None, f"Fri {chance.random()}", desk.now())
    keep_place(desk.db, desk.lease, place)


def agree(desk: Desk, chance: random.Random) -> None:
    """A time to ring again."""
    make_appointment(desk.db, desk.lease, agreed(desk, desk.known(), chance.randrange(90)))


def correct(desk: Desk, chance: random.Random) -> None:
    """Somebody has another name, or the number was wrong."""
    for one in open_case(desk.db, HALDEN).contacts[:1]:
        named, wrong = replace(one, person=f"Kari {chance.random()}"), replace(one, wrong=one.phone)
        update_contact(desk.db, desk.lease, chance.choice((named, wrong)))


def join_two(desk: Desk, chance: random.Random) -> None:
    """Two contact points are the same."""
    known = [one for one in open_case(desk.db, HALDEN).contacts if one.retired_at is None]
    if len(known) > 1:
        kept, other = chance.sample(known, 2)
        merge_contacts(desk.db, desk.lease, kept, other.id, "den samme", desk.now())


def ring(desk: Desk, _: random.Random) -> None:
    """Nobody answers."""
    call = desk.dial(desk.known())
    hang_up(desk.db, desk.lease, call.id, Outcome.no_answer, "", desk.now())


def be_sent_on(desk: Desk, chance: random.Random) -> None:
    """To somebody who does not answer; now and then that is taken back."""
    board, other = desk.known(), desk.contact()
    call = desk.dial(board)
    leg = desk.redirect(call, board, other, RedirectHow.transferred)
    before = len(open_case(desk.db, HALDEN).redirects)
    log_redirect(desk.db, desk.lease, replace(leg, number=before + 1), other)
    hang_up(desk.db, desk.lease, call.id, Outcome.busy, "", desk.now())
    if chance.random() < 0.5:
        undo(desk.db, desk.lease, uuid4(), desk.now(), "Angret")


def note(desk: Desk, chance: random.Random) -> None:
    """For whoever reads the card."""
    write_note(desk.db, desk.sign(), HALDEN, f"Ring først {chance.random()}")


def pass_on(desk: Desk, chance: random.Random) -> None:
    """It is somebody's to ring."""
    give(desk.db, desk.sign(), {chance.choice((desk.aase, desk.turid)).id: [HALDEN]})


def code(desk: Desk, chance: random.Random) -> None:
    """An answer in their own words is put under a new code."""
    for one in read_coding(desk.db).answers[:1]:
        named = desk.sign()
        question = one.answer.key.question
        name_code(desk.db, named, named.id, question, f"Kode {chance.random()}")
        code_answer(desk.db, desk.sign(), one.answer, [named.id])


def judge(desk: Desk, chance: random.Random) -> None:
    """A coordinator decides about a finished interview."""
    kind = chance.choice((DecisionKind.accepted, DecisionKind.excluded))
    desk.decide(desk.begin(), kind, "etter en samtale")


def give_up(desk: Desk, _: random.Random) -> None:
    """A coordinator closes the search."""
    decide_case(desk.db, desk.sign(), HALDEN, DecisionKind.given_up, "ingen svarer")


def take_all_back(desk: Desk, _: random.Random) -> None:
    """Whoever answered withdraws."""
    withdraw(desk.db, desk.sign(), HALDEN)


OF_EVERYBODY: Final[tuple[Act, ...]] = (
    *(interview, ask_again, answer, answer, type_half_a_word, agree, correct, join_two, ring),
    *(be_sent_on, note, pass_on, code),
)
"""What does not end the case."""

ALL: Final[tuple[Act, ...]] = (*OF_EVERYBODY, interview, judge, give_up, take_all_back)


def act(desk: Desk, chance: random.Random, among: tuple[Act, ...] = ALL) -> None:
    """Something that happens to the case; or what is not allowed, and so does not happen."""
    desk.minute += chance.randrange(100)
    desk.lease = desk.take()
    with suppress(Refused):
        chance.choice(among)(desk, chance)
