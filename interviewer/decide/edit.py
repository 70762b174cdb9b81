"""`ringerunde review edit`: other answers, through the same checks as an interview.

Everything happens in one transaction: an edit that does not lead to a whole interview changes
nothing at all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import uuid5

import typer

from db import leases
from interviewer import work
from interviewer.call import Call
from interviewer.decide.find import as_typed, finished_interview, unit_named
from interviewer.decide.listing import klass_of
from interviewer.decide.paper import Paper
from interviewer.decide.show import named
from interviewer.decide.typed import Written, choices, pair, value_of, written
from interviewer.decide.who import Coordinator
from interviewer.failures import Trouble
from interviewer.playback import call_of
from interviewer.session import Conversation, Said
from interviewer.words import WORDS
from schemas.answers import NOT_ASKED, Items
from schemas.classify import classify_document
from schemas.messages import AnswerProblem
from schemas.questionnaire import Questionnaire, Roster
from schemas.show import show
from schemas.walk import Confirmed, Firing, Key, Step, document, fresh_item, items_of

if TYPE_CHECKING:
    from db.records import Signed
    from db.reviews import ReviewFile
    from schemas.register import Unit


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be changed: answers, checks to let stand with a reason, offers to take out."""

    answers: Sequence[str]
    confirm: Sequence[str] = ()
    drop: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Edited:
    """The interview with the changes, and what has to be remembered of them."""

    talk: Conversation
    said: tuple[Said, ...]
    confirmed: tuple[Confirmed, ...]


def edit(her: Coordinator, name: str, wanted: Wanted, revision: int | None) -> None:
    """Change answers of a finished interview: a new revision, or nothing and the reasons."""
    meant = unit_named(name)
    answers = [written(one) for one in wanted.answers]
    with her.database.together():
        file = finished_interview(her.database, meant, her.who.settings, revision)
        if file.kept.interview.open:
            raise Trouble(
                "R-OPEN",
                f"Intervjuet med {meant.label} er åpnet på nytt; vent til det er fullført igjen.",
            )
        signed = her.sign()
        lease = work.reopen(her.database, file, her.who, her.at)
        call = call_of(her.who, work.read_case(her.database, lease), her.at, None, ())
        edited = _edited(call, meant, answers, wanted)
        finished = _store(her, signed, replace(call, talk=edited.talk), edited)
        leases.release(her.database, lease)
    _tell(her, meant, file, call.talk, edited, finished)


def _edited(call: Call, meant: "Unit", answers: Sequence[Written], wanted: Wanted) -> Edited:
    """The changes, made to the conversation alone; Trouble unless it is whole afterwards."""
    talk, given = _answered(call.talk, answers)
    talk = _complete_rosters(_taken_out(call.talk, talk, wanted.drop))
    _require_on_route(talk, given)
    talk, confirmed = _let_stand(talk, wanted.confirm)
    _require_whole(replace(call, talk=talk), meant)
    said = tuple(_said(call.talk, talk))
    if not said and not confirmed:
        raise Trouble("R-SAME", f"Svarene fra {meant.label} er slik fra før; ingenting er endret.")
    return Edited(talk, said, confirmed)


# ── The changes ──────────────────────────────────────────────────────────────────────────────────


def _answered(
    talk: Conversation, answers: Sequence[Written]
) -> tuple[Conversation, dict[Key, str]]:
    """With the new answers, and where they lie; all that cannot be taken are told at once."""
    problems: list[str] = []
    given: dict[Key, str] = {}
    for one in answers:
        try:
            value = value_of(one, talk.facts)
        except AnswerProblem as problem:
            codes = choices(one.question)
            problems.append(f"{one.name}: {problem.sentence()}{f' ({codes})' if codes else ''}")
            continue
        talk, key = _place(talk, one)
        talk = talk.hearing(Said(key, value, talk.remarks.get(key, "")))
        given[key] = one.name
    if problems:
        _refuse("Svar som ikke kan tas imot", problems)
    return talk, given


def _place(talk: Conversation, one: Written) -> tuple[Conversation, Key]:
    """Where the answer belongs; the number after the last offer makes a new one."""
    roster = one.question.section
    if one.number is None or not issubclass(roster, Roster):
        return talk, Key(one.question.id)
    items = items_of(roster, talk.answers)
    if one.number == len(items.items) + 1:
        items = items.added(fresh_item(roster, talk.answers))
        talk = _with_items(talk, roster, items)
    if one.number > len(items.items):
        raise Trouble(
            "R-OFFER", f"Det er {len(items.items)} tilbud; et nytt skrives som nummer"
            f" {len(items.items) + 1}."
        )  # fmt: skip
    return talk, Key(one.question.id, items.items[one.number - 1])


def _with_items(talk: Conversation, roster: type[Roster], items: Items) -> Conversation:
    key = Key(roster.more.id)
    return talk.hearing(Said(key, items, talk.remarks.get(key, "")))


def _taken_out(before: Conversation, talk: Conversation, drop: Iterable[int]) -> Conversation:
    """Without these offers, numbered as they were before the edit."""
    roster = next(s for s in talk.questionnaire.sections.values() if issubclass(s, Roster))
    were = items_of(roster, before.answers).items
    for number in drop:
        if not 1 <= number <= len(were):
            raise Trouble("R-OFFER", f"Det er ikke noe tilbud nummer {number} å ta ut.")
        left = items_of(roster, talk.answers).without(
            were[number - 1], fresh_item(roster, talk.answers)
        )
        talk = _with_items(talk, roster, left)
    return talk


def _complete_rosters(talk: Conversation) -> Conversation:
    """An edit names all the offers there are: nobody is asked for more."""
    for section in talk.questionnaire.sections.values():
        if issubclass(section, Roster) and Key(section.more.id) in talk.walked.places:
            items = items_of(section, talk.answers)
            if not items.complete:
                talk = _with_items(talk, section, replace(items, complete=True))
    return talk


def _let_stand(
    talk: Conversation, confirm: Iterable[str]
) -> tuple[Conversation, tuple[Confirmed, ...]]:
    """With soft checks confirmed, each with its reason."""
    confirmed: list[Confirmed] = []
    for typed in confirm:
        id, number, words = pair(typed, "KONTROLL=grunn")
        reason = as_typed(words)
        meant = [one for one in talk.open_checks if _is_meant(one, id, number)]
        if not meant or not reason:
            raise Trouble(
                "R-CHECK", f"Det er ingen åpen advarsel «{id}» å bekrefte, eller grunnen mangler."
            )
        for one in meant:
            talk, settled = talk.confirm(one, reason)
            confirmed.append(settled)
    return talk, tuple(confirmed)


def _is_meant(one: Firing, id: str, number: int | None) -> bool:
    return not one.check.hard and one.check.id == id and number in {None, one.step.number}


def _said(before: Conversation, after: Conversation) -> Iterator[Said]:
    """What is another answer than it was."""
    for key, value in after.answers.items():
        if before.answers.get(key, NOT_ASKED) != value:
            yield Said(key, value, after.remarks.get(key, ""))


# ── What stands in the way ───────────────────────────────────────────────────────────────────────


def _require_on_route(talk: Conversation, given: Mapping[Key, str]) -> None:
    """An answer to what is not asked would be set aside: it is not taken silently."""
    off = [name for key, name in given.items() if key not in talk.walked.places]
    if off:
        _refuse("Det spørres ikke om dette, slik svarene nå er", off)


def _require_whole(call: Call, meant: "Unit") -> None:
    """The conditions under which an interview may be completed."""
    talk = call.talk
    hard = [one for one in talk.open_checks if one.check.hard]
    soft = [one for one in talk.open_checks if not one.check.hard]
    missing = [_missing(step) for step in talk.walked.unanswered]
    if not talk.reaches_the_end:
        _refuse("Svarene stopper i innledningen", ["Da er det ikke noe intervju å fullføre."])
    if missing or talk.open_checks:
        wrong = [f"{_on(one)}: {one.check.says}" for one in hard]
        ask = [f"{_on(one)}: {one.check.says} --confirm {_id(one)}=GRUNN" for one in soft]
        _refuse(f"Dette mangler før intervjuet med {meant.label} er helt", missing + wrong + ask)
    if call.lacks_evidence:
        _refuse("Et nei fra sentralbordet holder ikke", ["To avdelinger må si det samme."])


def _missing(step: Step) -> str:
    codes = choices(step.question) or str(step.question.text)
    empty = f" ({WORDS.may_be_empty})" if step.question.empty_allowed else ""
    return f"{named(step.question.id, step.number)}=… {codes}{empty}"


def _on(one: Firing) -> str:
    return named(one.step.question.id, one.step.number)


def _id(one: Firing) -> str:
    return named(one.check.id, one.step.number)


def _refuse(heading: str, lines: list[str]) -> None:
    """All that is wrong, line by line; and that nothing has been changed."""
    typer.echo(f"{heading}:", err=True)
    for line in lines:
        typer.echo(f"  {line}", err=True)
    raise Trouble(
        "R-EDIT",
        "Ingenting er endret; rett dette i samme kommando (-8 er «vet ikke», -9 «vil ikke svare»).",
    )


# ── Storing, and telling ─────────────────────────────────────────────────────────────────────────


def _store(her: Coordinator, signed: "Signed", call: Call, edited: Edited) -> Questionnaire:
    """Every answer, every confirmed check, and the whole frozen anew."""
    database, lease, talk = her.database, call.lease, edited.talk
    for place, said in enumerate(edited.said):
        id, contact = uuid5(signed.id, f"answer {place}"), call.learnt(said)
        work.record(database, lease, id, said, call.speaking, her.at, contact)
        call = replace(call, file=call.file_with(contact)) if contact else call
    for place, one in enumerate(edited.confirmed):
        id = uuid5(signed.id, f"check {place}")
        work.confirm(database, lease, id, one, call.speaking, her.at)
    finished = document(talk.questionnaire, talk.answers, talk.facts, talk.confirmed)
    work.complete(database, lease, signed.id, talk.interview_id, finished, her.at)
    return finished


def _tell(
    her: Coordinator,
    meant: "Unit",
    file: "ReviewFile",
    before: Conversation,
    edited: Edited,
    finished: Questionnaire,
) -> None:
    """What is otherwise now: the revision, the answers, the class."""
    interview, paper = file.item.interview, Paper()
    paper.say(f"{meant.label}: revisjon {interview.revision + 1}. Signert {her.who.name}.")
    for line in _changes(before, edited):
        paper.say(line, indent=2)
    found = classify_document(finished).klass
    paper.say(f"Klasse: {klass_of(interview)} → {found.label}")
    if interview.standing.is_reviewed:
        paper.say("Avgjørelsen gjaldt de forrige svarene; intervjuet er i køen igjen.")


def _changes(before: Conversation, edited: Edited) -> Iterator[str]:
    for said in edited.said:
        question = before.questionnaire.by_id[said.key.question]
        was = show(question, before.answers.get(said.key, NOT_ASKED))
        place = edited.talk.walked.places.get(said.key)
        number = None if place is None else edited.talk.walked.steps[place].number
        yield f"{named(question.id, number)}: {was} → {show(question, said.value)}"
    for one in edited.confirmed:
        yield f"bekreftet: {one.check}: {one.reason}"
    aside = len(edited.talk.walked.aside) - len(before.walked.aside)
    if aside > 0:
        yield f"satt til side, fordi det ikke spørres om det lenger: {aside} svar"
