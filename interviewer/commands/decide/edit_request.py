"""The changes that an edit names, made to the conversation alone: nothing is stored here."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from interviewer.commands.decide.answer_args import AnswerArgument, choices, pair, value_of, written
from interviewer.commands.decide.edit_checks import require_on_route, require_whole, unchanged
from interviewer.commands.decide.find import as_typed
from interviewer.engine.conversation import Conversation
from interviewer.failures import Trouble
from interviewer.services.news import Said
from schemas.language.messages import AnswerProblem
from schemas.questionnaire.answers import NOT_ASKED, Items
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.walk import Confirmed, Firing, Key, fresh_item, items_of

if TYPE_CHECKING:
    from interviewer.engine.held_case import HeldCase
    from schemas.frame.units import Unit


@dataclass(frozen=True, slots=True)
class EditRequest:
    """What is to be changed: answers, checks to let stand with a reason, items to take out."""

    answers: Sequence[str]
    confirm: Sequence[str] = ()
    drop: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Edited:
    """The interview with the changes, and what has to be remembered of them."""

    talk: Conversation
    said: tuple[Said, ...]
    confirmed: tuple[Confirmed, ...]


def edited(call: "HeldCase", meant: "Unit", wanted: EditRequest) -> Edited:
    """The interview as it is wanted; Trouble unless it is whole then, or where nothing is new."""
    talk, given = _answered(
        call.talk, [written(one, call.talk.questionnaire) for one in wanted.answers]
    )
    talk = _complete_rosters(_taken_out(call.talk, talk, wanted.drop))
    require_on_route(talk, given)
    talk, confirmed = _let_stand(talk, wanted.confirm)
    require_whole(replace(call, talk=talk), meant)
    said = tuple(_said(call.talk, talk))
    if not said and not confirmed:
        raise Trouble("R-SAME", f"Svarene fra {meant.label} er slik fra før. Ingenting er endret.")
    return Edited(talk, said, confirmed)


def _answered(
    talk: Conversation, answers: Sequence[AnswerArgument]
) -> tuple[Conversation, dict[Key, str]]:
    """With the new answers, and where they lie; all that cannot be taken are told at once."""
    problems = [f"{name}: står to ganger. Skriv det ett sted." for name in _twice(answers)]
    given: dict[Key, str] = {}
    for one in answers:
        try:
            value = value_of(one, talk.reading)
        except AnswerProblem as problem:
            codes = choices(one.question)
            problems.append(f"{one.name}: {problem.sentence}{f' ({codes})' if codes else ''}")
            continue
        talk, key = _place(talk, one)
        talk = talk.hearing(Said(key, value, talk.remarks.get(key, "")))
        given[key] = one.name
    if problems:
        raise unchanged("Svar som ikke kan tas imot", problems)
    return talk, given


def _twice(answers: Iterable[AnswerArgument]) -> list[str]:
    """What is answered more than once, and so perhaps differently."""
    return [name for name, times in Counter(one.name for one in answers).items() if times > 1]


def _place(talk: Conversation, one: AnswerArgument) -> tuple[Conversation, Key]:
    """Where the answer belongs; the number after the last item makes a new one."""
    roster = one.question.roster
    if one.number is None or roster is None:
        return talk, Key(one.question.id)
    items = items_of(roster, talk.answers)
    if one.number == len(items.items) + 1:
        items = items.added(fresh_item(roster, talk.answers))
        talk = _with_items(talk, roster, items)
    if one.number > len(items.items):
        there = len(items.items)
        noun = roster.noun.one if there == 1 else roster.noun.many
        raise Trouble("R-ITEM", f"Det er {there} {noun}. Det neste skrives som nummer {there + 1}.")
    return talk, Key(one.question.id, items.items[one.number - 1])


def _with_items(talk: Conversation, roster: type[Roster], items: Items) -> Conversation:
    key = Key(roster.more.id)
    return talk.hearing(Said(key, items, talk.remarks.get(key, "")))


def _taken_out(before: Conversation, talk: Conversation, drop: Sequence[int]) -> Conversation:
    """Without these items, numbered as they were before the edit."""
    if not drop:
        return talk
    roster = _only_roster(talk.questionnaire)
    were = items_of(roster, before.answers).items
    for number in drop:
        if drop.count(number) > 1:
            raise Trouble("R-ITEM", f"Nummer {number} er nevnt to ganger. Nevn det én gang.")
        if not 1 <= number <= len(were):
            raise Trouble("R-ITEM", f"Det finnes ikke {roster.noun.one} nummer {number} å ta ut.")
        left = items_of(roster, talk.answers).without(
            were[number - 1], fresh_item(roster, talk.answers)
        )
        talk = _with_items(talk, roster, left)
    return talk


def _only_roster(asked: type[Questionnaire]) -> type[Roster]:
    """What numbers alone can be about; Trouble where there is no such thing, or several."""
    rosters = [one for one in asked.sections.values() if issubclass(one, Roster)]
    if len(rosters) != 1:
        several = ", ".join(str(one.noun.many) for one in rosters)
        raise Trouble(
            "R-ITEM",
            f"Skjemaet har flere lister ({several}). Ta ut det som er feil, i intervjuet."
            if rosters
            else "Skjemaet har ingenting som det spørres om flere ganger. Utelat --drop-item.",
        )
    return rosters[0]


def _complete_rosters(talk: Conversation) -> Conversation:
    """An edit names all the items there are: nobody is asked for more."""
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
        id, number, words = pair(typed, "ADVARSEL=grunn")
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
