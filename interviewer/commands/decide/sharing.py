"""`ringerunde review cover` and `apart`: one interview settles several cases."""

from typing import TYPE_CHECKING

from interviewer import services
from interviewer.commands.decide.find import as_typed, interview_of, reasoned
from interviewer.commands.decide.signing import Coordinator
from interviewer.commands.decide.verdicts import told
from interviewer.engine.sharing_lines import Hindrance, SharingLine, sharing_lines
from interviewer.failures import Trouble
from interviewer.places import command
from interviewer.survey_parts import require_shared_services
from interviewer.words import WORDS
from schemas.frame.units import Unit
from schemas.review.decisions import DecisionKind

if TYPE_CHECKING:
    from schemas.review.sharing import Proposal


def cover(her: Coordinator, name: str, by: str | None, reason: str | None) -> None:
    """A unit is part of another one's service.

    With a reason where something speaks against it, or no interview says so: an e-mail may.
    """
    if by is None:
        raise Trouble("R-BY", "Oppgi også hvem som dekker enheten, eller bruk --all.")
    meant, host = her.unit(name), her.unit(by)
    proposal = _proposed(her, host)
    line = _line_of(meant, proposal) if proposal else None
    if proposal is None or line is None:
        _cover_by_word(her, meant, host, reason)
        return
    _require(line.hinders_confirming)
    why = reasoned(reason) if line.wants_a_reason else as_typed(reason)
    services.confirm_covered(her.database, her.sign(), meant.id, proposal.interviewed, why)
    told(her, meant, DecisionKind.covered, her.label(proposal.interviewed))


def _cover_by_word(her: Coordinator, meant: Unit, host: Unit, reason: str | None) -> None:
    """No interview says so: then the reason tells who does."""
    if meant.id == host.id:
        raise Trouble("R-SHARED", f"{meant.label} kan ikke være dekket av seg selv.")
    if not as_typed(reason):
        raise Trouble(
            "R-SHARED",
            f"Ingen intervjuer sier at {meant.label} er dekket av {host.label}."
            " Vet du det på annen måte, skriv hvordan med --reason.",
        )
    _require_no_other_word(her, host)
    services.confirm_covered(her.database, her.sign(), meant.id, host.id, reasoned(reason))
    told(her, meant, DecisionKind.covered, host.label)


def _require_no_other_word(her: Coordinator, host: Unit) -> None:
    """The host's own interview may say that it has nothing that others could have a part in."""
    file = interview_of(her.database, host, her.who)
    klass = file.item.interview.klass if file else None
    if klass is not None and not klass.is_own:
        raise Trouble(
            "R-CLASS-FIRST",
            f"Intervjuet med {host.label} har klassen «{klass.label}», og den dekker ikke andre. "
            "Avgjør klassen først, eller send intervjuet tilbake.",
        )


def cover_all(her: Coordinator, by: str, further: str | None = None) -> None:
    """All that one interview proposes and nobody disagrees on."""
    if further is not None:
        raise Trouble("R-BY", "Med --all oppgis bare enheten som ble intervjuet.")
    proposal = _proposal(her, her.unit(by))
    _require(SharingLine(proposal).hinders_confirming)
    services.confirm_all(her.database, her.sign(), proposal)
    for id in proposal.settles:
        told(her, her.who.frame[id], DecisionKind.covered, her.label(proposal.interviewed))


def apart(her: Coordinator, name: str, by: str, reason: str | None) -> None:
    """A unit is not part of another one's service, whoever says so."""
    meant, proposal = her.unit(name), _proposal(her, her.unit(by))
    _require(_line(her, meant, proposal).hinders_keeping_apart)
    why = reasoned(reason)
    services.keep_apart(her.database, her.sign(), meant.id, proposal.interviewed, why)
    told(her, meant, DecisionKind.not_covered, her.label(proposal.interviewed))


def _proposal(her: Coordinator, by: Unit) -> "Proposal":
    """What the interview with a unit proposes, or the one about the service it is host of.

    Trouble where nothing is proposed.
    """
    found = _proposed(her, by)
    if found is None:
        shared = her.database.survey.put(WORDS.shared_one)
        raise Trouble(
            "R-SHARED",
            f"Intervjuet med {by.label} foreslår ingen {shared}."
            f" «{command(her.database, 'review', 'shared')}» viser dem som finnes.",
        )
    return found


def _proposed(her: Coordinator, by: Unit) -> "Proposal | None":
    require_shared_services(her.database.survey)
    proposals = services.shared_services(her.database).proposals
    found = [one for one in proposals if one.interviewed == by.id]
    found += [one for one in proposals if one.host == by.id]
    return next(iter(found), None)


def _require(hindrance: Hindrance | None) -> None:
    if hindrance:
        raise Trouble(f"R-{hindrance.code}", str(hindrance.words))


def _line(her: Coordinator, meant: Unit, proposal: "Proposal") -> SharingLine:
    """The unit's line in a proposal; Trouble where it has none."""
    line = _line_of(meant, proposal)
    if line is None:
        raise Trouble(
            "R-SHARED",
            f"{meant.label} er ikke blant dem det kan avgjøres for i"
            f" {her.label(proposal.interviewed)}."
            f" «{command(her.database, 'review', 'shared')}» viser dem.",
        )
    return line


def _line_of(meant: Unit, proposal: "Proposal") -> SharingLine | None:
    return next((one for one in sharing_lines(proposal) if one.unit == meant.id), None)
