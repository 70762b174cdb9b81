"""`ringerunde review shared`: the services that several units share, as interviews have them."""

from typing import TYPE_CHECKING

from interviewer.commands.decide.console import Printer
from interviewer.engine.finished import shared_service
from interviewer.survey_parts import require_shared_services
from interviewer.words import WORDS, say
from schemas.frame.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from db.plain_sql import Looked
    from schemas.review.sharing import Disagreement, Proposal, Shared


def print_shared(source: "Looked") -> None:
    """Each shared service, what it settles and who disagrees; and what else is in conflict."""
    from db.review_desk import shared_services

    require_shared_services(source.survey)
    known, paper = shared_services(source), Printer()
    put = source.survey.put
    paper.say(str(put(WORDS.shared_title if known.proposals else WORDS.shared_none)))
    for one in known.proposals:
        paper.several(_headline(one, source.frame), list(_units(one, source)))
    others = [_disagreement(one, source.frame) for one in _others(known)]
    paper.several("Andre uenigheter", others)


def _headline(one: "Proposal", frame: Frame) -> str:
    return f"{shared_service(one, frame)} (intervjuet: {frame[one.interviewed].numbered})"


def _units(one: "Proposal", source: "Looked") -> "Iterator[str]":
    frame, earlier = source.frame, source.survey.earlier
    yield from (f"kan avgjøres: {frame[id].numbered}" for id in one.settles)
    yield from (_disagreement(each, frame) for each in one.disagreements)
    yield from (f"venter på klassen: {frame[id].numbered}" for id in one.waiting)
    yield from (f"bekreftet: {frame[id].numbered}" for id in one.settled)
    yield from (f"hører ikke til: {frame[id].numbered}" for id in one.apart)
    if earlier:
        said = f"bare oppgitt i {earlier.words.name}"
        yield from (f"{said}: {frame[id].numbered}" for id in one.claimed)


def _disagreement(one: "Disagreement", frame: Frame) -> str:
    others = ", ".join(frame[id].numbered for id in one.others)
    conflict = one.conflict.label
    words = say(WORDS.shared_disagrees, conflict=conflict, others=others)
    return f"! {frame[one.unit].numbered}: {words}"


def _others(known: "Shared") -> "Iterable[Disagreement]":
    """The disagreements that stand below no proposal."""
    shown = [one for proposal in known.proposals for one in proposal.disagreements]
    return (one for one in known.disagreements if one not in shown)
