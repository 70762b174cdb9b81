"""What an interview shows: its class, the answers that decided it, and who must look again.

A pure function of the answers.  It never asks and never stores; a coordinator's decision stands
beside what it says.  The rules stand in `RULES`, in order, and the first that matches wins.

    finished interview, or one under way -> Evidence -> classify() -> Classification

Every condition also says itself in the words of a `Predicate`, so that a form which other programs
fill in can work the class out by the same rules.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

from schemas.language.text import LANGUAGES, Text
from schemas.questionnaire.answers import (
    DONT_KNOW,
    MISSING_LABELS,
    NOT_ASKED,
    REFUSED,
    Choice,
    Missing,
)
from schemas.questionnaire.conditions import Seen
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.surveys.municipal_services_2015.code_lists import Cooperation as Reach
from schemas.surveys.municipal_services_2015.code_lists import (
    Coordination,
    Criterion,
    Fit,
    HasOffers,
    OfferKind,
    Plans,
)


class Class(Choice):
    """What a unit has.  `covered` is never derived: another unit's interview and a coordinator
    say it together."""

    service = Text("Tjeneste", "Teneste", "Service")
    offers_only = Text("Tilbud uten tjeneste", "Tilbod utan teneste", "Offers without a service")
    planning = Text(
        "Godt i gang med å planlegge", "Godt i gang med å planleggje", "Planning well under way"
    )
    borderline = Text("Grenseland", "Grenseland", "Borderland")
    none = Text("Ingen", "Ingen", "None")
    covered = Text("Dekket av en annen enhet", "Dekt av ei anna eining", "Covered by another unit")


@dataclass(frozen=True, slots=True)
class Reason:
    """An answer that helped to decide, and the same in words."""

    question: str
    value: Any
    words: Text

    @property
    def is_vague(self) -> bool:
        """Whether the answer leaves the result open: vet ikke, vil ikke svare, noen av dem."""
        return self.value in (DONT_KNOW, REFUSED, Criterion.some)


@dataclass(frozen=True, slots=True)
class Classification:
    """The class, the answers that decided it in the instrument's order, and whether to look."""

    klass: Class
    reasons: tuple[Reason, ...]
    needs_look: bool
    intermunicipal: bool = False


@dataclass(frozen=True)
class Evidence:
    """The answers on the route, by question id, those about each offer, and the survey year."""

    answers: Mapping[str, Any]
    offer_kinds: tuple[Any, ...]
    year: int

    def __getitem__(self, question: str) -> Any:
        return self.answers.get(question, NOT_ASKED)

    @property
    def counts(self) -> bool:
        """Whether at least one offer is a learning and mastery offer."""
        return OfferKind.lm in self.offer_kinds


def classify(evidence: Evidence) -> Classification:
    """The class of an interview, by the first rule that matches."""
    rule = _first(RULES, evidence)
    reasons = tuple(rule.because(evidence))
    return Classification(
        rule.klass,
        reasons,
        rule.looks(evidence) or any(reason.is_vague for reason in reasons),
        rule.klass is Class.service and evidence["cooperation"] is Reach.intermunicipal,
    )


# ── Conditions ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, eq=False)
class Condition:
    """Something that is true or not of the evidence, with its words.

    No `Predicate`: those look at questions, and where the questions stand the class is asked for.
    """

    holds: Callable[[Evidence], bool]
    words: str

    def __and__(self, also: "Condition") -> "Condition":
        return Condition(
            lambda of: self.holds(of) and also.holds(of), f"{self.words} & {also.words}"
        )

    def __or__(self, instead: "Condition") -> "Condition":
        return Condition(
            lambda of: self.holds(of) or instead.holds(of), f"({self.words} | {instead.words})"
        )


ALWAYS = Condition(lambda evidence: True, "")


def _is(question: str, *values: Choice | Missing) -> Condition:
    """The answer is one of these."""
    names = (one.missing if isinstance(one, Missing) else one.name for one in values)
    return Condition(
        lambda evidence: evidence[question] in values, f"{question} = {{{', '.join(names)}}}"
    )


CRITERIA = (
    "criterion_group",
    "criterion_long_term",
    "criterion_planned",
    "criterion_delivered",
    "criterion_evaluated",
)
ORGANISED = (
    Coordination.centre,
    Coordination.department,
    Coordination.unit,
    Coordination.coordinator,
)

EXPERIENCE = 3
"""So many years of offers make a unit without a service a candidate for the overview."""

HAS_OFFERS = _is("has_offers", HasOffers.yes)
SCATTERED = _is("coordination", Coordination.scattered)
NO_OFFER_COUNTS = Condition(
    lambda evidence: not evidence.counts, f"not (∃ offer_kind ∈ {{{OfferKind.lm.name}}})"
)


def _is_candidate(evidence: Evidence) -> bool:
    since = evidence["offers_since"]
    return isinstance(since, int) and since <= evidence.year - EXPERIENCE


# ── The rules ────────────────────────────────────────────────────────────────────────────────────

Because = Callable[[Evidence], Iterable[Reason]]


@dataclass(frozen=True)
class ClassRule:
    """One rule of the classification."""

    klass: Class
    matches: Condition
    because: Because
    looks: Callable[[Evidence], bool] = lambda evidence: False


def _because(*questions: str) -> Because:
    return lambda evidence: _said(evidence, *questions)


def _because_none_counts(evidence: Evidence) -> Iterable[Reason]:
    yield Reason("offer_kind", evidence.offer_kinds, _NO_OFFER_COUNTS)


def _because_borderline(evidence: Evidence) -> Iterable[Reason]:
    yield from _said(evidence, "has_offers")
    for doubt, because in (*DOUBTS, JUDGED_BORDERLINE):
        if doubt.holds(evidence):
            yield from because(evidence)


def _because_offers(evidence: Evidence) -> Iterable[Reason]:
    yield from _said(evidence, "has_offers", *CRITERIA)
    if SCATTERED.holds(evidence):
        yield from _said(evidence, "offers_since")
    yield from _said(evidence, "coordination")
    yield _reason("offer_kind", OfferKind.lm)
    yield from _said(evidence, "fit")


DOUBTS: tuple[tuple[Condition, Because], ...] = (
    *((_is(id, Criterion.no), _because(id)) for id in CRITERIA),
    (_is("coordination", Coordination.other, DONT_KNOW), _because("coordination")),
    (NO_OFFER_COUNTS, _because_none_counts),
)
"""What puts offers in the borderland."""

JUDGED_BORDERLINE = (_is("fit", Fit.borderline), _because("fit"))
"""And so does the interviewer's judgement, in the end."""


def _any(doubts: Iterable[tuple[Condition, Because]]) -> Condition:
    return reduce(Condition.__or__, (doubt for doubt, _ in doubts))


def _borderline(when: Condition) -> ClassRule:
    return ClassRule(Class.borderline, when, _because_borderline, looks=lambda evidence: True)


SETTLED = (
    ClassRule(Class.service, HAS_OFFERS & _is("coordination", *ORGANISED), _because_offers),
    ClassRule(Class.offers_only, HAS_OFFERS & SCATTERED, _because_offers, looks=_is_candidate),
    ClassRule(
        Class.planning,
        _is("plans", Plans.decided, Plans.well_under_way),
        _because("has_offers", "plans"),
    ),
    ClassRule(Class.none, ALWAYS, _because("has_offers", "plans")),
)
"""Where nothing speaks against the offers, if there are any."""

RULES = (
    ClassRule(Class.none, HAS_OFFERS & _is("fit", Fit.outside), _because("has_offers", "fit")),
    _borderline(HAS_OFFERS & _any((*DOUBTS, JUDGED_BORDERLINE))),
    *SETTLED,
)
SO_FAR = (_borderline(HAS_OFFERS & _any(DOUBTS)), *SETTLED)
"""The same before the interviewer has judged."""

CASES_SO_FAR = tuple((rule.matches.words, rule.klass) for rule in SO_FAR)


def _first(rules: Iterable[ClassRule], evidence: Evidence) -> ClassRule:
    return next(rule for rule in rules if rule.matches.holds(evidence))


# ── Reasons in words ─────────────────────────────────────────────────────────────────────────────

_WORDS = {
    "has_offers": Text("Har tilbud", "Har tilbod", "Has offers"),
    "criterion_group": Text("Gruppebasert", "Gruppebasert", "In groups"),
    "criterion_long_term": Text(
        "For langvarige helseutfordringer",
        "For langvarige helseutfordringar",
        "For long-term health challenges",
    ),
    "criterion_planned": Text(
        "Planlagt med erfarne brukere",
        "Planlagt med erfarne brukarar",
        "Planned with experienced users",
    ),
    "criterion_delivered": Text(
        "Gjennomført med erfarne brukere",
        "Gjennomført med erfarne brukarar",
        "Delivered with experienced users",
    ),
    "criterion_evaluated": Text(
        "Evaluert med erfarne brukere",
        "Evaluert med erfarne brukarar",
        "Evaluated with experienced users",
    ),
    "offers_since": Text("Tilbud siden", "Tilbod sidan", "Offers since"),
    "coordination": Text("Organisering", "Organisering", "Organisation"),
    "offer_kind": Text("Minst ett tilbud er", "Minst eitt tilbod er", "At least one offer is"),
    "plans": Text("Planer", "Planar", "Plans"),
    "fit": Text("Intervjuerens vurdering", "Vurderinga til intervjuaren", "Interviewer's view"),
}
_NO_OFFER_COUNTS = Text(
    "Ingen av tilbudene er lærings- og mestringstilbud",
    "Ingen av tilboda er lærings- og meistringstilbod",
    "None of the offers is a learning and mastery offer",
)


def _said(evidence: Evidence, *questions: str) -> Iterable[Reason]:
    """What was answered to these, leaving out what was not asked."""
    return [_reason(id, evidence[id]) for id in questions if evidence[id] not in (NOT_ASKED, None)]


def _reason(question: str, value: Any) -> Reason:
    said = _label(value)
    words = [f"{_WORDS[question].in_(lang)}: {said.in_(lang)}" for lang in LANGUAGES]
    return Reason(question, value, Text(*words))


def _label(value: Any) -> Text:
    if isinstance(value, Choice):
        return value.label
    return MISSING_LABELS[value] if isinstance(value, Missing) else Text(str(value))


# ── Where the evidence comes from ────────────────────────────────────────────────────────────────

_DECIDING = frozenset({*_WORDS, "cooperation"} - {"offer_kind"})


def class_so_far(questions: Iterable[Question], offer_kind: Any) -> Callable[[Seen], Class]:
    """The provisional class of an interview under way, without the interviewer's judgement."""
    deciding = [question for question in questions if question.id in _DECIDING]

    def of(seen: Seen) -> Class:
        answers = {question.id: seen.value(question) for question in deciding}
        kinds = tuple(seen.every(offer_kind))
        return _first(SO_FAR, Evidence(answers, kinds, seen.facts.year)).klass

    return of


def evidence_in(finished: Questionnaire) -> Evidence:
    """The evidence in a finished interview."""
    answers = {
        question.id: getattr(getattr(finished, name), question.id)
        for name, section in finished.sections.items()
        for question in section.questions
        if question.id in _DECIDING
    }
    kinds = tuple(offer.offer_kind for offer in getattr(finished, "offers", ()))
    return Evidence(answers, kinds, finished.facts.year)


def classify_document(finished: Questionnaire) -> Classification:
    """The class of a finished interview."""
    return classify(evidence_in(finished))


# ── As it is stored ──────────────────────────────────────────────────────────────────────────────


def as_data(classification: Classification) -> dict[str, Any]:
    """The classification as JSON values, to be frozen beside the interview it was made from."""
    return {
        "class": classification.klass.name,
        "reasons": [
            {"question": reason.question, "value": _stored(reason.value), "words": reason.words.nb}
            for reason in classification.reasons
        ],
        "needs_look": classification.needs_look,
        "intermunicipal": classification.intermunicipal,
    }


def _stored(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_stored(part) for part in value]
    if isinstance(value, Missing):
        return {"missing": value.missing}
    return value.name if isinstance(value, Choice) else value
