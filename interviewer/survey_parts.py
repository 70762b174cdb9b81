"""Parts that not every survey has: whoever asks for one that is not there is told so."""

from typing import TYPE_CHECKING

from interviewer.failures import Trouble

if TYPE_CHECKING:
    from schemas.review.earlier_phase import EarlierPhase
    from schemas.review.overview_lines import OverviewParts
    from schemas.surveys.survey import Survey


def earlier_phase(survey: "Survey") -> "EarlierPhase":
    """The earlier phase; Trouble where the survey had none."""
    if survey.earlier is None:
        raise _lacks(survey, "S-NO-EARLIER", "ingen tidligere fase")
    return survey.earlier


def require_shared_services(survey: "Survey") -> None:
    """Trouble where units of the survey share nothing."""
    if survey.sharing is None:
        raise _lacks(survey, "S-NO-SHARING", "ikke noe som enheter deler")


def public_list(survey: "Survey") -> "OverviewParts":
    """What the public list says; Trouble where the survey has none."""
    if survey.overview is None:
        raise _lacks(survey, "S-NO-OVERVIEW", "ingen oversikt som publiseres")
    return survey.overview


def _lacks(survey: "Survey", code: str, what: str) -> Trouble:
    return Trouble(
        code,
        f"Undersøkelsen «{survey.title}» har {what}, så denne kommandoen gjelder den ikke. Velg en"
        " annen database med --database.",
    )
