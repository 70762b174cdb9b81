"""Phase two: what was found, set against what had been claimed, and where in the country."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from schemas.calls.outcomes import Outcome
from schemas.language.numerals import how_many, show_number
from schemas.review.claim_matrix import NOT_KNOWN, Cell, Finding, Matrix, MatrixRow
from schemas.review.classes import Class
from schemas.review.report.blocks import (
    Block,
    Chapter,
    DotChart,
    DotRow,
    PanelChart,
    Table,
    Words,
)
from schemas.review.report.compared import Counted, dot_of, panels
from schemas.review.report.figures import answers, beside, counted, numbered, on_the_map, per
from schemas.review.report.report_data import ReportData
from schemas.review.report.sentences import both_say
from schemas.surveys.municipal_services_2015.classification import ORGANISED
from schemas.surveys.municipal_services_2015.code_lists import HasOffers
from schemas.surveys.municipal_services_2015.phase_one import PHASE_ONE, headline

UNITS = ("enhet", "enheter")
DETERMINED = ("avklart enhet", "avklarte enheter")
UNDETERMINED = ("enhet som ikke er avklart", "enheter som ikke er avklart")
HAVING = ("enhet med tilbud", "enheter med tilbud")
HAVE = ((HasOffers.yes,), "har lærings- og mestringstilbud")
BOTH = ("enhet som svarte og er avklart", "enheter som svarte og er avklart")
SILENT = ("enhet som ikke svarte i fase én", "enheter som ikke svarte i fase én")
WAITING = ("enhet som svarte, men ikke er avklart", "enheter som svarte, men ikke er avklart")
CLAIMED_AND_FOUND = ("oppga at de har en tjeneste", "har eller deler en")
TOGETHER = (ORGANISED, "har samlet dem i et senter, en avdeling, en enhet eller hos en koordinator")


def findings(data: ReportData) -> Chapter:
    """The counterparts of phase one's figures, and the classes."""
    return Chapter("fase-to", "Fase to: det intervjuene fant", tuple(_findings(data)))


def _findings(data: ReportData) -> Iterator[Block]:
    screening, future = data.everybody["screening"], data.everybody["future"]
    yield answers(
        data.frame, "figur-4", "Har enheten tilbud?", screening["has_offers"], UNITS, says=HAVE
    )
    yield answers(
        data.frame,
        "figur-5",
        "Hvordan tilbudene er organisert",
        screening["coordination"],
        HAVING,
        says=TOGETHER,
    )
    yield answers(
        data.frame,
        "figur-6",
        "Planer der det ikke er en tjeneste",
        future["plans"],
        UNITS,
        says="svares oftest der det ikke er en tjeneste",
    )
    found = Counter(case.finding for case in data.cases)
    classes = [(str(one.label), found[one]) for one in data.classes]
    yield counted(
        "figur-7",
        "Enhetene etter klasse",
        classes,
        f"Prosent av {how_many(found.total() - found[None], *DETERMINED)}.{_not_determined(data)}",
        answers="Hva har enheten, etter svarene i intervjuet?",
        among=DETERMINED,
        says="er det vi oftest fant",
        whole=True,
    )
    yield from _by_size(data)


def _not_determined(data: ReportData) -> str:
    return beside((sum(case.finding is None for case in data.cases), *UNDETERMINED))


def _by_size(data: ReportData) -> Iterator[PanelChart]:
    """The classes in small and in large units."""
    size = data.frame.design.size
    assert size, "the units of this survey have sizes"
    known = [(data.frame.design.step_of(one.state.unit), one.finding) for one in data.cases]
    groups = (
        _of_size(label, data.classes, [one for at, one in known if at == step and one])
        for step, label in enumerate(size.labels)
    )
    yield from panels(
        "klasse-storrelse",
        f"Enhetene etter klasse og antall {size.counted}",
        tuple(str(one.label) for one in data.classes),
        groups,
        (DETERMINED, "har eller deler en tjeneste"),
        "Prosent av de avklarte enhetene i hver gruppe. Tallet i parentes er hvor mange de er."
        + _not_determined(data),
        answers="Hva har små og store enheter, etter svarene i intervjuet?",
    )


def _of_size(label: str, classes: type[Class], found: list[Class]) -> Counted:
    having = sum(one.has_any for one in found)
    counts = tuple(found.count(one) for one in classes)
    return Counted(label, len(found), len(found), counts, having)


# ── Claim against finding ────────────────────────────────────────────────────────────────────────


def moved(data: ReportData) -> Chapter:
    """The claim matrix."""
    return Chapter("overgang", "Oppgitt i fase én, funnet i fase to", tuple(_moved(data)))


def _moved(data: ReportData) -> Iterator[Block]:
    found = data.matrix
    assert found, "this survey has an earlier phase"
    yield Words(headline(found))
    yield _side_by_side(data, found)
    claims = (*found.rows, found.total)
    yield Table(
        "matrise",
        "Oppgitt i fase én (kolonner) og funnet i fase to (rader): enheter, og prosent av kolonnen",
        ("Funnet", *(str(one.label) for one in claims)),
        tuple(_found(finding, claims) for finding in found.findings),
        sums=(("Alle", *(show_number(one.total) for one in claims)),),
    )
    told = sum(cell.count for _, cell in found.reasons)
    reasons = [(str(reason.label), cell.count) for reason, cell in found.reasons]
    yield Table(
        "grunner",
        "Hvorfor funnet er et annet enn det som ble oppgitt, eller at det stemmer, slik"
        " intervjuerne noterte det",
        ("Grunn", "Enheter", "Prosent"),
        numbered(reasons, told),
        sums=(("Alle", show_number(told), ""),),
    )


def _side_by_side(data: ReportData, found: Matrix) -> DotChart:
    """Claims and findings of the units of which both are known, on one scale."""
    rows = [found[claim] for claim in PHASE_ONE.claims]
    claimed = {claim: row.total - row[None].count for claim, row in found.by_claim.items() if claim}
    silent = found.total.total - sum(row.total for row in rows)
    waiting = sum(row[None].count for row in rows)
    of = sum(claimed.values())

    def counted(classes: Collection[Class]) -> int:
        return sum(row[one].count for row in rows for one in classes)

    as_found = {claim: counted(PHASE_ONE.as_claimed[claim]) for claim in claimed}
    undecided = [one for one in data.classes if one.is_undecided]
    drawn = [
        DotRow(str(claim.label), (dot_of(n, of), dot_of(as_found[claim], of)))
        for claim, n in claimed.items()
    ]
    drawn += [DotRow(str(one.label), (None, dot_of(counted([one]), of))) for one in undecided]
    tested = found.tested
    return DotChart(
        "oppgitt-og-funnet",
        "Oppgitt i fase én og funnet i fase to",
        "Hva enheten har",
        ("Oppgitt", "Funnet"),
        tuple(drawn),
        "100 %",
        f"Prosent av {how_many(of, *BOTH)}. De som er godt i gang med å planlegge, er funnet uten"
        f" tilbud.{beside((silent, *SILENT), (waiting, *WAITING))}",
        both_say(claimed[tested], as_found[tested], of, BOTH, CLAIMED_AND_FOUND),
        answers="Hva oppga enhetene i fase én, og hva fant intervjuene hos de samme enhetene?",
    )


def _found(finding: Finding, claims: Iterable[MatrixRow]) -> tuple[str, ...]:
    label = str(finding.label if finding else NOT_KNOWN)
    return (label, *(_cell(claimed[finding]) for claimed in claims))


def _cell(cell: Cell) -> str:
    return f"{cell.count} ({per(cell.percent)})" if cell.count else "0"


# ── The map ──────────────────────────────────────────────────────────────────────────────────────


def maps(data: ReportData) -> Chapter:
    """Norway by county, twice."""
    return Chapter("kart", "Fylkene", tuple(_maps(data)))


def _maps(data: ReportData) -> Iterator[Block]:
    yield on_the_map(
        "kart-avklart",
        "Avklarte enheter i hvert fylke",
        data.frame,
        data.cases,
        counts=lambda case: case.finding is not None,
        among=lambda case: case.state.outcome is not Outcome.out_of_frame,
        says=(UNITS, "er avklart"),
        others=("enhet som er tatt ut av utvalget", "enheter som er tatt ut av utvalget"),
        answers="Hos hvor stor del av enhetene i fylket vet vi hva de har?",
    )
    yield on_the_map(
        "kart-tjenester",
        "Enheter med egen eller felles tjeneste, av de avklarte",
        data.frame,
        data.cases,
        counts=lambda case: case.finding is not None and case.finding.has_any,
        among=lambda case: case.finding is not None,
        says=(DETERMINED, "har eller deler en tjeneste"),
        others=UNDETERMINED,
        answers="Hvor stor del av de avklarte enhetene i fylket har eller deler en tjeneste?",
    )
