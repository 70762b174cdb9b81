"""What is decided about one unit: its interview, or its case when there is none."""

import sys
from typing import TYPE_CHECKING

import typer

from db.cases import case_id_of
from interviewer import services
from interviewer.commands.data_out import print_data
from interviewer.commands.decide.find import (
    as_typed,
    case_of,
    finished_interview,
    reasoned,
    settled_interview,
)
from interviewer.commands.decide.person import as_interviewer, chosen, tell_copies
from interviewer.commands.decide.show_unit import named
from interviewer.commands.decide.signing import Coordinator
from interviewer.engine.consenting import FIELDS, ConsentProblem, read_consent
from interviewer.engine.finished import own_key, walked
from interviewer.failures import Trouble
from interviewer.places import command
from interviewer.services import persons
from interviewer.survey_parts import public_list
from interviewer.words import WORDS, say
from schemas.frame.names import is_called
from schemas.language.dates import local
from schemas.review.classes import Class
from schemas.review.decisions import CLOSING, CONSENT, DecisionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from db.reviews import ReviewFile
    from schemas.frame.design import FrameDesign
    from schemas.frame.units import Unit
    from schemas.questionnaire.answers import Choice
    from schemas.questionnaire.walk import Step
    from schemas.review.consents import Consent
    from schemas.surveys.survey import Survey


def accept(her: Coordinator, name: str, revision: int | None) -> None:
    """The class that follows from the answers is right."""
    meant = her.unit(name)
    file = _settled(her, meant, revision)
    services.decide(her.database, her.sign(), services.AsRead.of(file), DecisionKind.accepted)
    derived = file.item.interview.derived
    told(her, meant, DecisionKind.accepted, str(derived.label) if derived else "")


def accept_together(her: Coordinator) -> None:
    """The classes of all interviews that there is nothing to look at in are right."""
    items = services.desk(her.database, her.who).items
    ready = tuple(item.interview for item in items if item.may_be_accepted)
    if not ready:
        raise Trouble("R-NOTHING", "Det er ingen intervjuer uten grunn til å se på dem.")
    listed = tuple(one.as_listed for one in ready)
    accepted = services.accept_together(her.database, her.sign(), her.who, listed)
    for one in ready:
        typer.echo(f"{her.label(one.unit_id)}: {one.klass.label if one.klass else '–'}")
    typer.echo(f"Godtatt: {accepted}. {her.signature}")


def discard(her: Coordinator, name: str, reason: str | None, revision: int | None) -> None:
    """What has been changed since an interview was opened again is taken back."""
    meant = her.unit(name)
    file, why = _interview(her, meant, revision), reasoned(reason)
    services.decide(her.database, her.sign(), services.AsRead.of(file), DecisionKind.discarded, why)
    told(her, meant, DecisionKind.discarded, f"revisjon {file.item.interview.revision} gjelder")


def override(
    her: Coordinator, name: str, klass: str, reason: str | None, revision: int | None
) -> None:
    """Another class is right."""
    meant, right = her.unit(name), _class(her.database.survey, klass)
    file, why = _settled(her, meant, revision), reasoned(reason)
    services.decide(
        her.database, her.sign(), services.AsRead.of(file), DecisionKind.overridden, why, right
    )
    told(her, meant, DecisionKind.overridden, str(right.label))


def about_the_overview(
    her: Coordinator, name: str, kind: DecisionKind, reason: str | None, revision: int | None
) -> None:
    """What needs a decision to be listed is listed; or they are not, whatever they have said."""
    meant = her.unit(name)
    file, why = _interview(her, meant, revision), reasoned(reason)
    services.decide(her.database, her.sign(), services.AsRead.of(file), kind, why)
    told(her, meant, kind)


def answered(
    her: Coordinator,
    name: str,
    kind: DecisionKind,
    said: "Mapping[str, str | None]",
    revision: int | None,
) -> None:
    """They have said something about being listed, or about their text: who, when and how.

    To be listed they may agree before there is any interview.
    """
    meant = her.unit(name)
    case, told_by = case_of(her.database, meant), _consent(her, kind, said)
    if told_by and kind in CONSENT and not case.finished and revision is None:
        services.note_consent(her.database, her.sign(), case.as_read, kind, told_by)
    else:
        file = _interview(her, meant, revision)
        services.decide(her.database, her.sign(), services.AsRead.of(file), kind, consent=told_by)
    told(her, meant, kind)


def _consent(
    her: Coordinator, kind: DecisionKind, said: "Mapping[str, str | None]"
) -> "Consent | None":
    """What they said; None where nobody tells who has seen a text."""
    typed = {name: words for name, words in said.items() if words is not None}
    if kind is DecisionKind.released and not typed:
        return None
    try:
        listed = kind is DecisionKind.consented
        return read_consent(typed, local(her.at).date(), listed=listed)
    except ConsentProblem as problem:
        field = FIELDS[problem.field]
        words = say(WORDS.consent_refused, field=field, sentence=problem.sentence)
        raise Trouble(problem.code, words) from None


def print_letter(her: Coordinator, name: str) -> None:
    """The letter that shows what would stand on the public list to those who asked to see it."""
    from db.refused_decisions import listing_refused
    from interviewer.services.publishing import listed_text

    public_list(her.database.survey)
    meant = her.unit(name)
    text = listed_text(her.database, meant.id, her.who.name)
    if text is None:
        raise Trouble("R-NO-TEXT", f"{meant.label} har ingenting som kan stå i oversikten.")
    interview = _interview(her, meant, None).item.interview
    if refused := listing_refused(DecisionKind.released, interview):
        raise refused
    print_data(text.letter)


def _interview(her: Coordinator, meant: "Unit", revision: int | None) -> "ReviewFile":
    return finished_interview(her.database, meant, her.who, revision)


def _settled(her: Coordinator, meant: "Unit", revision: int | None) -> "ReviewFile":
    return settled_interview(her.database, meant, her.who, revision)


def told(her: Coordinator, meant: "Unit", kind: DecisionKind, what: str = "") -> None:
    """What was decided, about which place, by whom."""
    from interviewer.services.publishing import where_listed

    about = f" ({what})" if what else ""
    typer.echo(f"{meant.label}: {str(kind.label).lower()}{about}. {her.signature}")
    listed = where_listed(her.database, meant.id)
    if listed:
        typer.echo(listed)


def _class(survey: "Survey", words: str) -> Class:
    """A class by its code; that a unit is covered is decided in another way."""
    classes, typed = survey.classes.of_interviews(), as_typed(words)
    found: Class | None = next((one for one in classes if one.name == typed.lower()), None)
    if found is None:
        raise Trouble("R-CLASS", f"Ingen klasse heter «{typed}». Velg {_codes(classes)}.")
    return found


def _codes(choices: "Iterable[Choice]") -> str:
    """What can be typed, and what it means."""
    return ", ".join(f"{one.name} ({str(one.label).lower()})" for one in choices)


# ── To be asked again ────────────────────────────────────────────────────────────────────────────

MESSAGE = "Skriv med --reason hva det skal spørres om"


def send_back(
    her: Coordinator,
    name: str,
    question: str | None,
    item: int | None,
    message: str | None,
    revision: int | None,
) -> None:
    """A question to the interviewer; or a case without an interview back to the call list."""
    meant = her.unit(name)
    case, words = case_of(her.database, meant), reasoned(message, MESSAGE)
    if case.finished:
        _ask_again(her, meant, question, item, words, revision)
    else:
        _call_again(her, meant, case, question, words)


def _call_again(
    her: Coordinator, meant: "Unit", case: services.CaseOnDesk, question: str | None, words: str
) -> None:
    if question is not None:
        raise Trouble(
            "R-INTERVIEW",
            f"{meant.label} har ikke noe fullført intervju å spørre om. Send saken tilbake uten"
            " --question.",
        )
    services.decide_case(her.database, her.sign(), case.as_read, DecisionKind.returned, words)
    typer.echo(f"{meant.label}: tilbake på ringelisten. {her.signature}")


def _ask_again(
    her: Coordinator,
    meant: "Unit",
    question: str | None,
    item: int | None,
    words: str,
    revision: int | None,
) -> None:
    file = _settled(her, meant, revision)
    step = _step(her, meant, file, question, item)
    key = own_key(file.kept, step)
    as_read = services.AsRead.of(file)
    services.decide(her.database, her.sign(), as_read, DecisionKind.returned, words, question=key)
    told(her, meant, DecisionKind.returned, named(step.question.id, step.number))


def _step(
    her: Coordinator, meant: "Unit", file: "ReviewFile", question: str | None, item: int | None
) -> "Step":
    """The question as it was asked in the interview."""
    if not question:
        raise Trouble("R-QUESTION", "Oppgi med --question hvilket spørsmål som skal stilles igjen.")
    asked, question = walked(file.item.interview), as_typed(question)
    steps = [one for one in asked.steps if one.question.id == question] if asked else []
    if not steps:
        raise Trouble(
            "R-QUESTION",
            f"«{question}» ble det ikke spurt om i {meant.label}."
            f" «{command(her.database, 'review', 'show', meant.id)}» viser spørsmålene.",
        )
    found = next((one for one in steps if one.number == item), None)
    if found is None:
        most, roster = max(one.number or 0 for one in steps), steps[0].question.roster
        about = f"{roster.noun.a}. Oppgi --item 1–{most}" if roster else "alt. Utelat --item"
        raise Trouble("R-ITEM", f"«{question}» gjelder {about}.")
    return found


# ── Cases ────────────────────────────────────────────────────────────────────────────────────────


def close(her: Coordinator, name: str, outcome: str, reason: str | None) -> None:
    """The search is over, without an interview."""
    meant, kind, why = her.unit(name), _closing(outcome), reasoned(reason)
    case = case_of(her.database, meant)
    services.decide_case(her.database, her.sign(), case.as_read, kind, why)
    told(her, meant, kind)


def _closing(words: str) -> DecisionKind:
    typed = as_typed(words)
    found = next((one for one in CLOSING if one.name == typed.lower()), None)
    if found is None:
        raise Trouble("R-CLOSE", f"En sak lukkes ikke som «{typed}». Velg {_codes(CLOSING)}.")
    return found


def withdraw_case(her: Coordinator, name: str, copies: str | None, *, yes: bool) -> None:
    """Somebody takes back what they said: it is erased, and that it happened is kept.

    Once more, with what is to become of the copies, it reaches those that were kept then.
    """
    meant = her.unit(name)
    case_id, signed = case_id_of(meant.id), her.sign()
    decided = case_of(her.database, meant).decisions
    withdrawn = any(one.kind is DecisionKind.withdrawn for one in decided)
    if not (withdrawn and copies):
        if not yes and not _confirmed(meant, her.database.survey.frame):
            raise Trouble("R-NOT-CONFIRMED", "Ikke bekreftet. Ingenting er slettet.")
        services.withdraw(her.database, signed, case_id)
        told(her, meant, DecisionKind.withdrawn, "svar, navn, numre og notater er slettet")
    files = persons.copies_before_withdrawal(her.database, case_id)
    for line in persons.elsewhere(her.database, frozenset({case_id})):
        typer.echo(line)
    how = chosen(copies, files)
    persons.clear_copies_of_case(her.database, signed, as_interviewer(her), case_id, how)
    tell_copies(files, how)
    if withdrawn and not files:
        typer.echo(f"Ingen av kopiene har noe igjen fra {meant.label}.")


def _confirmed(meant: "Unit", design: "FrameDesign") -> bool:
    """Whether the name of the place is typed, as nobody does by mistake."""
    typer.echo(
        f"Alt {meant.label} har svart, slettes for godt, med navn, numre og notater."
        f" Skriv {meant.name} for å bekrefte: ",
        nl=False,
    )
    return is_called(sys.stdin.readline(), meant, design)
