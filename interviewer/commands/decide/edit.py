"""`ringerunde review edit`: other answers, through the same checks as an interview.

Everything happens in one transaction: an edit that does not lead to a whole interview changes
nothing at all.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid5

from interviewer import services
from interviewer.commands.decide.console import Printer
from interviewer.commands.decide.edit_request import Edited, EditRequest, edited
from interviewer.commands.decide.find import settled_interview
from interviewer.commands.decide.queue_listing import klass_of
from interviewer.commands.decide.show_unit import named
from interviewer.commands.decide.signing import Coordinator
from interviewer.engine.contact_updates import learnt
from interviewer.engine.conversation import Conversation
from interviewer.engine.held_case import HeldCase
from interviewer.engine.stamp import Stamp
from schemas.questionnaire.answers import NOT_ASKED
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.show import show
from schemas.review.classify import classify_document

if TYPE_CHECKING:
    from db.records import Signed
    from db.reviews import ReviewFile
    from schemas.frame.units import Unit


def edit(her: Coordinator, name: str, wanted: EditRequest, revision: int | None) -> None:
    """Change answers of a finished interview: a new revision, or nothing and the reasons."""
    meant = her.unit(name)
    with her.database.together():
        file = settled_interview(her.database, meant, her.who, revision)
        signed = her.sign()
        lease = services.take_as_read(her.database, file, her.who, her.at)
        opened = services.open_again(her.database, lease, file.kept.interview.id, her.at)
        call = HeldCase.taken_up(her.who, opened, her.at)
        changed = edited(call, meant, wanted)
        finished = _store(her, signed, replace(call, talk=changed.talk), changed)
        services.put_back(her.database, lease)
    _tell(her, meant, file, call.talk, changed, finished)


def _store(her: Coordinator, signed: "Signed", call: HeldCase, changed: Edited) -> Questionnaire:
    """Every answer, every confirmed check, and the whole frozen anew."""
    database = her.database
    for place, said in enumerate(changed.said):
        news = learnt(call, said)
        call.records(said, news, Stamp(her.at, uuid5(signed.id, f"answer {place}"))).run(database)
        call = call.knowing(news)
    for place, one in enumerate(changed.confirmed):
        about = uuid5(signed.id, f"check {place}"), one, call.speaking, her.at
        confirmed = services.confirmation_of(call.lease, *about)
        services.confirm(database, call.lease, confirmed)
    call.completes(Stamp(her.at, signed.id)).run(database)
    return call.finished


def _tell(
    her: Coordinator,
    meant: "Unit",
    file: "ReviewFile",
    before: Conversation,
    changed: Edited,
    finished: Questionnaire,
) -> None:
    """What is otherwise now: the revision, the answers, the class."""
    interview, paper = file.item.interview, Printer()
    paper.say(f"{meant.label}: revisjon {interview.revision + 1}. {her.signature}")
    for line in _changes(before, changed):
        paper.say(line, indent=2)
    found = classify_document(her.database.survey.classification, finished).klass
    paper.say(f"Klasse: {klass_of(interview)} → {found.label}")
    if interview.standing.is_reviewed:
        paper.say("Avgjørelsen gjaldt de forrige svarene. Intervjuet er i køen igjen.")


def _changes(before: Conversation, changed: Edited) -> Iterator[str]:
    for said in changed.said:
        question = before.questionnaire.by_id[said.key.question]
        was = show(question, before.answers.get(said.key, NOT_ASKED), before.frame)
        place = changed.talk.walked.places.get(said.key)
        number = None if place is None else changed.talk.walked.steps[place].number
        now = show(question, said.value, before.frame)
        yield f"{named(question.id, number)}: {was} → {now}"
    for one in changed.confirmed:
        yield f"bekreftet: {one.check}: {one.reason}"
    aside = len(changed.talk.walked.aside) - len(before.walked.aside)
    if aside > 0:
        yield f"satt til side, fordi det ikke spørres om det lenger: {aside} svar"
