"""Phase one: what the chief executives answered in 2014, and the figures that were made of it.

The codes are those of the file that the form was exported to. Percentages are whole numbers of
all who answered, rounded half up.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from schemas.calls.contact_rows import ContactLine, department_called
from schemas.calls.departments import Department
from schemas.frame.register import units
from schemas.language.text import Text
from schemas.questionnaire.answers import Choice
from schemas.questionnaire.preloads import Claim

SOURCE: Final = "svarskjema i fase 1"
"""Who told us of the contacts in the file."""

# ── What was answered ────────────────────────────────────────────────────────────────────────────


class ClaimedOffers(Choice):
    """Figure 1: does the municipality have offers?"""

    ja = Text("Har tilbud", nn="Har tilbod", en="Has offers")
    nei = Text("Har ikke tilbud", nn="Har ikkje tilbod", en="Has no offers")


class ClaimedOrganisation(Choice):
    """Figure 2: how are they organised?"""

    koordinator = Text("Koordinator eller kontaktperson", en="Coordinator or contact person")
    senter = Text("Senter eller enhet", nn="Senter eller eining", en="Centre or unit")
    ikke_felles = Text(
        "Ikke felles organisering", nn="Ikkje felles organisering", en="No common organisation"
    )
    annen = Text("Annen organisering", nn="Anna organisering", en="Other organisation")


class ClaimedPlans(Choice):
    """Figure 3: does a municipality without a service plan one?"""

    planer = Text("Har planer om en tjeneste", nn="Har planar om ei teneste", en="ClaimedPlans one")
    ingen_planer = Text("Foreløpig ingen planer", nn="Førebels ingen planar", en="No plans yet")
    onsker_ikke = Text("Ønsker ikke en tjeneste", nn="Ønskjer ikkje ei teneste", en="Wants none")
    annet = Text("Annet", nn="Anna", en="Other")


COMMON: Final = frozenset({ClaimedOrganisation.koordinator, ClaimedOrganisation.senter})
"""A common organisation: what the article counts as a service."""


@dataclass(frozen=True, slots=True)
class PhaseOneForm:
    """What is known of one unit from phase one. None: not answered; an empty string: not known.

    Only a unit with `answered_on` answered itself; the others became known through cooperation.
    """

    unit_id: str
    answered_on: date | None = None
    offers: ClaimedOffers | None = None
    organisation: ClaimedOrganisation | None = None
    plans: ClaimedPlans | None = None
    partners: tuple[str, ...] = ()
    contact_person: str = ""
    contact_role: str = ""
    contact_department: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    comment: str = ""

    @property
    def is_respondent(self) -> bool:
        """Whether the unit answered itself."""
        return self.answered_on is not None

    @property
    def claim(self) -> Claim | None:
        """What the unit said of itself; nothing when it did not say enough to tell."""
        if self.offers is ClaimedOffers.nei:
            return Claim.none
        if self.organisation is None:
            return None
        return Claim.service if self.organisation in COMMON else Claim.offers_only

    def contact(self, departments: type[Department]) -> ContactLine | None:
        """Whom phase one said we may call, if it named anybody."""
        department, name = department_called(departments, self.contact_department)
        row = ContactLine(
            unit_id=self.unit_id,
            department=department,
            department_name=name,
            person=self.contact_person,
            role=self.contact_role,
            phone=self.contact_phone,
            email=self.contact_email,
            source=SOURCE,
        )
        return None if row.is_empty else row


# ── What came of it ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class PhaseOneBar:
    """One bar of a figure: a code, how many chose it, and how many of those had no offers.

    `percent` is of all who answered; None when nobody did. `without_offers` is only told where
    the figure joins those without offers and those without a common organisation.
    """

    code: str
    label: Text
    count: int
    percent: int | None
    without_offers: int | None = None


@dataclass(frozen=True, slots=True)
class PhaseOneFigure:
    """A figure of the article: who is in it, and its bars."""

    number: int
    title: Text
    count: int
    percent: int | None
    bars: tuple[PhaseOneBar, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that the article counts."""

    units: int
    answered: int
    answered_percent: int | None
    through_cooperation: int
    figures: tuple[PhaseOneFigure, ...]

    @property
    def known(self) -> int:
        """How many units phase one told us of."""
        return self.answered + self.through_cooperation

    @property
    def cold(self) -> int:
        """How many must be called without knowing anything."""
        return self.units - self.known


def percent(count: int, of: int) -> int | None:
    """A whole number of per cent, rounded half up; None when there is nothing to divide by.

    100 is all of them and 0 is nobody, never nearly so.

    >>> percent(18, 144), percent(31, 144), percent(275, 276), percent(1, 276)
    (13, 22, 99, 1)
    """
    if not of:
        return None
    rounded = (200 * count + of) // (2 * of)
    return min(max(rounded, 1), 99) if 0 < count < of else rounded


def figures_of(rows: Collection[PhaseOneForm]) -> Figures:
    """Figures 1-3, of all who answered."""
    answered = [row for row in rows if row.is_respondent]
    of = len(answered)
    return Figures(
        units=len(units()),
        answered=of,
        answered_percent=percent(of, len(units())),
        through_cooperation=len(_known(rows) - {row.unit_id for row in answered}),
        figures=(_figure_1(answered, of), _figure_2(answered, of), _figure_3(answered, of)),
    )


def _known(rows: Iterable[PhaseOneForm]) -> set[str]:
    """Every unit that has a row, or that somebody works together with."""
    return {unit for row in rows for unit in (row.unit_id, *row.partners)}


NOT_ANSWERED: Final = Text("Ikke besvart", nn="Ikkje svart på", en="Not answered")
COMMON_LABEL: Final = Text(
    "Felles organisering: en tjeneste",
    nn="Felles organisering: ei teneste",
    en="A common organisation: a service",
)
NOT_COMMON_LABEL: Final = Text(
    "Tilbud, men ingen tjeneste", nn="Tilbod, men inga teneste", en="ClaimedOffers, but no service"
)


def _figure_1(answered: list[PhaseOneForm], of: int) -> PhaseOneFigure:
    bars = [
        _bar(code, [row for row in answered if row.offers is code], of) for code in ClaimedOffers
    ]
    silent = [row for row in answered if row.offers is None]
    title = Text(
        "Lærings- og mestringstilbud",
        nn="Lærings- og meistringstilbod",
        en="Learning and mastery offers",
    )
    return _figure(1, title, answered, of, bars, silent)


def _figure_2(answered: list[PhaseOneForm], of: int) -> PhaseOneFigure:
    rows = _with_offers(answered)
    common = [row for row in rows if row.organisation in COMMON]
    apart = [row for row in rows if row.organisation and row.organisation not in COMMON]
    bars = [
        *(
            _bar(code, [r for r in rows if r.organisation is code], of)
            for code in ClaimedOrganisation
        ),
        _sum("felles", COMMON_LABEL, common, of),
        _sum("ikke_tjeneste", NOT_COMMON_LABEL, apart, of),
    ]
    silent = [row for row in rows if row.organisation is None]
    title = Text(
        "Organisering i kommuner med tilbud",
        nn="Organisering i kommunar med tilbod",
        en="ClaimedOrganisation where there are offers",
    )
    return _figure(2, title, rows, of, bars, silent)


def _figure_3(answered: list[PhaseOneForm], of: int) -> PhaseOneFigure:
    apart = [r for r in _with_offers(answered) if r.organisation is ClaimedOrganisation.ikke_felles]
    rows = [row for row in answered if row.offers is ClaimedOffers.nei] + apart
    bars = [
        _split(code.name, code.label, [r for r in rows if r.plans is code], of)
        for code in ClaimedPlans
    ]
    bars.append(_split("ikke_besvart", NOT_ANSWERED, [r for r in rows if r.plans is None], of))
    title = Text(
        "Planer i kommuner uten felles tjeneste",
        nn="Planar i kommunar utan felles teneste",
        en="ClaimedPlans where there is no common service",
    )
    return PhaseOneFigure(3, title, len(rows), percent(len(rows), of), tuple(bars))


def _with_offers(answered: Iterable[PhaseOneForm]) -> list[PhaseOneForm]:
    return [row for row in answered if row.offers is ClaimedOffers.ja]


def _figure(
    number: int,
    title: Text,
    rows: list[PhaseOneForm],
    of: int,
    bars: list[PhaseOneBar],
    silent: list[PhaseOneForm],
) -> PhaseOneFigure:
    """A figure; a bar of those who left the question blank only when somebody did."""
    if silent:
        bars.append(_sum("ikke_besvart", NOT_ANSWERED, silent, of))
    return PhaseOneFigure(number, title, len(rows), percent(len(rows), of), tuple(bars))


def _bar(code: Choice, rows: list[PhaseOneForm], of: int) -> PhaseOneBar:
    return _sum(code.name, code.label, rows, of)


def _sum(code: str, label: Text, rows: list[PhaseOneForm], of: int) -> PhaseOneBar:
    return PhaseOneBar(code, label, len(rows), percent(len(rows), of))


def _split(code: str, label: Text, rows: list[PhaseOneForm], of: int) -> PhaseOneBar:
    without = sum(row.offers is ClaimedOffers.nei for row in rows)
    return PhaseOneBar(code, label, len(rows), percent(len(rows), of), without)
