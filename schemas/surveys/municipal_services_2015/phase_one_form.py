"""The form of phase one: what the chief executives answered in 2014, and the figures made of it.

The codes are those of the file that the form was exported to.  Percentages are whole numbers of
all who answered, rounded half up.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice
from schemas.review.claim_forms import ClaimBar, ClaimFigure, ClaimFigures, ClaimForm
from schemas.review.earlier_phase import FormDesign, FormOddity
from schemas.review.shares import percent
from schemas.surveys.municipal_services_2015.claims import ExecutiveClaim

# ── What was answered ────────────────────────────────────────────────────────────────────────────


class ClaimedOffers(Choice):
    """Figure 1: does the municipality have offers?"""

    ja = Text("Har tilbud", nn="Har tilbod", en="Has programmes")
    nei = Text("Har ikke tilbud", nn="Har ikkje tilbod", en="Has no programmes")


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

    planer = Text("Har planer om en tjeneste", nn="Har planar om ei teneste", en="Plans one")
    ingen_planer = Text("Foreløpig ingen planer", nn="Førebels ingen planar", en="No plans yet")
    onsker_ikke = Text("Ønsker ikke en tjeneste", nn="Ønskjer ikkje ei teneste", en="Wants none")
    annet = Text("Annet", nn="Anna", en="Other")


COMMON: Final = frozenset({ClaimedOrganisation.koordinator, ClaimedOrganisation.senter})
"""A common organisation: what the article counts as a service."""

APART: Final = frozenset(ClaimedOrganisation) - COMMON

OFFERS: Final = "offers"
ORGANISATION: Final = "organisation"
PLANS: Final = "plans"
"""Under these names the answers are stored."""


def claim_of(answers: Mapping[str, Choice]) -> ExecutiveClaim | None:
    """What a unit said of itself; nothing when it did not say enough to tell."""
    if answers.get(OFFERS) is ClaimedOffers.nei:
        return ExecutiveClaim.none
    organisation = answers.get(ORGANISATION)
    if organisation is None:
        return None
    return ExecutiveClaim.service if organisation in COMMON else ExecutiveClaim.offers_only


def _odd(form: ClaimForm) -> Iterator[FormOddity]:
    """Answers that contradict each other, or that no figure counts."""
    offers, organisation = form.answers.get(OFFERS), form.answers.get(ORGANISATION)
    if offers is ClaimedOffers.nei and organisation:
        why = "raden sier nei til tilbud, men har svart på hvordan tilbudene er organisert"
        yield FormOddity(ORGANISATION, Text(why), wrong=True)
    elif organisation and offers is None:
        yield FormOddity(ORGANISATION, Text("i figur 2 er de som har sagt at de har tilbud"))
    if form.answers.get(PLANS) and not _is_asked_for_plans(form):
        yield FormOddity(PLANS, Text("i figur 3 er de som ikke har noen felles organisering"))


def _is_asked_for_plans(form: ClaimForm) -> bool:
    apart = form.answers.get(ORGANISATION) is ClaimedOrganisation.ikke_felles
    offers = form.answers.get(OFFERS)
    return offers is ClaimedOffers.nei or (offers is ClaimedOffers.ja and apart)


FORM: Final = FormDesign(
    questions={
        OFFERS: ("tilbud", ClaimedOffers),
        ORGANISATION: ("organisering", ClaimedOrganisation),
        PLANS: ("planer", ClaimedPlans),
    },
    years=range(2014, 2016),
    source="svarskjema i fase 1",
    odd=_odd,
    partners="samarbeid_med",
    headings={
        "tilbud": (
            "har tilbud", "har dere tilbud", "har kommunen tilbud", "har kommunen slike tilbud",
            "offers", "programmes", "has programmes",
        ),
        "organisering": (
            "hvordan er tilbudene organisert", "hvordan er det organisert",
            "organisering av tilbudene", "organisation", "how are they organised",
        ),
        "planer": (
            "har dere planer", "har kommunen planer", "planer om en tjeneste", "plans",
        ),
        "samarbeid_med": (
            "samarbeider med", "samarbeid", "hvilke kommuner samarbeider dere med",
            "samarbeidskommuner", "cooperates with", "cooperation with",
        ),
    },
)  # fmt: skip

# ── What came of it ──────────────────────────────────────────────────────────────────────────────

PARTS: Final = ("uten tilbud", "uten felles organisering")
"""Who is asked for plans: the two parts of each bar in figure 3."""

NOT_ANSWERED: Final = Text("Ikke besvart", nn="Ikkje svart på", en="Not answered")
COMMON_LABEL: Final = Text(
    "Felles organisering: en tjeneste",
    nn="Felles organisering: ei teneste",
    en="A common organisation: a service",
)
NOT_COMMON_LABEL: Final = Text(
    "Tilbud, men ingen tjeneste", nn="Tilbod, men inga teneste", en="Programmes, but no service"
)


def figures_of(forms: Collection[ClaimForm], units: int) -> ClaimFigures:
    """Figures 1-3, of all who answered."""
    answered = [form for form in forms if form.is_respondent]
    of = len(answered)
    return ClaimFigures(
        units=units,
        answered=of,
        answered_percent=percent(of, units),
        through_cooperation=len(_known(forms) - {form.unit_id for form in answered}),
        figures=(_figure_1(answered), _figure_2(answered), _figure_3(answered)),
    )


def _known(forms: Iterable[ClaimForm]) -> set[str]:
    """Every unit that has a form, or that somebody works together with."""
    return {unit for form in forms for unit in (form.unit_id, *form.partners)}


def _saying(forms: Iterable[ClaimForm], question: str, *codes: Choice | None) -> list[ClaimForm]:
    """Those who gave one of these answers; None is no answer."""
    return [form for form in forms if form.answers.get(question) in codes]


def _figure_1(answered: list[ClaimForm]) -> ClaimFigure:
    of = len(answered)
    bars = [_bar(code, _saying(answered, OFFERS, code), of) for code in ClaimedOffers]
    title = Text(
        "Lærings- og mestringstilbud",
        nn="Lærings- og meistringstilbod",
        en="Learning and mastery programmes",
    )
    return _figure(1, title, answered, of, bars, _saying(answered, OFFERS, None))


def _figure_2(answered: list[ClaimForm]) -> ClaimFigure:
    of, rows = len(answered), _saying(answered, OFFERS, ClaimedOffers.ja)
    bars = [
        *(_bar(code, _saying(rows, ORGANISATION, code), of) for code in ClaimedOrganisation),
        _sum("felles", COMMON_LABEL, _saying(rows, ORGANISATION, *COMMON), of),
        _sum("ikke_tjeneste", NOT_COMMON_LABEL, _saying(rows, ORGANISATION, *APART), of),
    ]
    title = Text(
        "Organisering i kommuner med tilbud",
        nn="Organisering i kommunar med tilbod",
        en="Organisation where there are programmes",
    )
    return _figure(2, title, rows, of, bars, _saying(rows, ORGANISATION, None))


def _figure_3(answered: list[ClaimForm]) -> ClaimFigure:
    of, having = len(answered), _saying(answered, OFFERS, ClaimedOffers.ja)
    apart = _saying(having, ORGANISATION, ClaimedOrganisation.ikke_felles)
    rows = _saying(answered, OFFERS, ClaimedOffers.nei) + apart
    bars = [_split(code.name, code.label, _saying(rows, PLANS, code), of) for code in ClaimedPlans]
    bars.append(_split("ikke_besvart", NOT_ANSWERED, _saying(rows, PLANS, None), of))
    title = Text(
        "Planer i kommuner uten felles tjeneste",
        nn="Planar i kommunar utan felles teneste",
        en="Plans where there is no common service",
    )
    return ClaimFigure(3, title, len(rows), percent(len(rows), of), tuple(bars), PARTS)


def _figure(
    number: int,
    title: Text,
    rows: list[ClaimForm],
    of: int,
    bars: list[ClaimBar],
    silent: list[ClaimForm],
) -> ClaimFigure:
    """A figure; a bar of those who left the question blank only when somebody did."""
    if silent:
        bars.append(_sum("ikke_besvart", NOT_ANSWERED, silent, of))
    return ClaimFigure(number, title, len(rows), percent(len(rows), of), tuple(bars))


def _bar(code: Choice, rows: list[ClaimForm], of: int) -> ClaimBar:
    return _sum(code.name, code.label, rows, of)


def _sum(code: str, label: Text, rows: list[ClaimForm], of: int) -> ClaimBar:
    return ClaimBar(code, label, len(rows), percent(len(rows), of))


def _split(code: str, label: Text, rows: list[ClaimForm], of: int) -> ClaimBar:
    without = len(_saying(rows, OFFERS, ClaimedOffers.nei))
    return ClaimBar(code, label, len(rows), percent(len(rows), of), without)
