"""Phase one, phase two, claim against finding, and the maps, counted once more."""

from collections import Counter
from collections.abc import Collection
from fractions import Fraction
from functools import partial
from math import ceil

from schemas.questionnaire.answers import Choice
from schemas.surveys.municipal_services_2015 import code_lists as codes
from schemas.surveys.municipal_services_2015.claims import Explanation
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from tests.interviewer.publish.report.printed import (
    RECOUNTS,
    Rows,
    bars,
    by_label,
    left_out,
    per,
    recounts,
    share,
)
from tests.interviewer.publish.report.raw import FORMS, Raw
from tests.interviewer.publish.report.recount_method import SERVICE

# ── Phase one ────────────────────────────────────────────────────────────────────────────────────

COMMON = "organisation in ('koordinator', 'senter')"
ORGANISED = {
    "koordinator": "Koordinator eller kontaktperson",
    "senter": "Senter eller enhet",
    "ikke_felles": "Ikke felles organisering",
    "annen": "Annen organisering",
}
PLANNED = {
    "'planer'": "Har planer om en tjeneste",
    "'ingen_planer'": "Foreløpig ingen planer",
    "'onsker_ikke'": "Ønsker ikke en tjeneste",
    "'annet'": "Annet",
    "null": "Ikke besvart",
}


def _forms(raw: Raw, where: str = "true") -> int:
    """How many chief executives answered so."""
    answered = f"select count(*) from ({FORMS}) where answered_on is not null and ({where})"
    return int(raw.one(answered))


@recounts("fase-en: tekst")
def who_answered(raw: Raw) -> Rows:
    answered, units = _forms(raw), raw.one("select count(*) from survey_case")
    known = raw.one(
        "select count(*) from (select unit_id from claim_form join survey_case on id = case_id"
        " union select value from claim_form, json_each(partners))"
    )
    more = known - answered
    others = f"Ytterligere {more}" if more else "Ingen andre"
    return [
        (
            f"{share(answered, units)} av {units} enheter svarte på skjemaet. {others}"
            f" ble kjent gjennom samarbeid, så {known} var kjent, og {units - known} måtte vi"
            " ringe uten å vite noe på forhånd. Prosentene er regnet av"
            f" {answered} enheter som svarte.",
        )
    ]


def _note(raw: Raw, count: int, more: str = "", others: str = "") -> str:
    """How many, of whom the per cent are, and who is not among them."""
    silent = raw.one("select count(*) from survey_case") - _forms(raw)
    beside = (_forms(raw) - count, others), (silent, "enheter som ikke svarte på skjemaet")
    return f"{count} enheter, {per(count, _forms(raw))} av dem som svarte.{more}{left_out(*beside)}"


@recounts("figur-1")
def figure_1(raw: Raw) -> Rows:
    told = [("Har tilbud", "ja"), ("Har ikke tilbud", "nei")]
    counts = [(label, _forms(raw, f"offers = '{slug}'")) for label, slug in told]
    return bars(counts, _forms(raw), _note(raw, _forms(raw)), whole=True)


@recounts("figur-2")
def figure_2(raw: Raw) -> Rows:
    having = "offers = 'ja'"
    counts = [
        (label, _forms(raw, f"{having} and organisation = '{slug}'"))
        for slug, label in ORGANISED.items()
    ]
    common, apart = _forms(raw, f"{having} and {COMMON}"), _forms(raw, f"{having} and not {COMMON}")
    sums = (
        f" I alt med felles organisering: {common} ({per(common, _forms(raw))})."
        f" I alt uten tjeneste: {apart} ({per(apart, _forms(raw))})."
    )
    note = _note(raw, _forms(raw, having), sums, "enheter som ikke har oppgitt tilbud")
    return bars(counts, _forms(raw), note)


@recounts("figur-3")
def figure_3(raw: Raw) -> Rows:
    """Without offers, and with offers that nothing holds together: two parts of each bar."""
    parts = {"uten tilbud": "offers = 'nei'"}
    parts["uten felles organisering"] = "offers = 'ja' and organisation = 'ikke_felles'"
    counts = {
        label: [_forms(raw, f"{where} and plans is {slug}") for where in parts.values()]
        for slug, label in PLANNED.items()
    }
    longest, all_ = max(map(sum, counts.values())), _forms(raw)
    rows: Rows = [
        (
            label,
            share(sum(both), all_),
            "".join(f", {part} {n}" for part, n in zip(parts, both, strict=True)),
            *(f"{n / longest:.2f}" for n in both),
        )
        for label, both in counts.items()
    ]
    line = " Streken på hver søyle skiller dem uten tilbud fra dem uten felles organisering."
    others = "enheter med felles eller annen organisering, eller uten svar om den"
    return [*rows, ("note", _note(raw, sum(map(sum, counts.values())), line, others))]


# ── Phase two ────────────────────────────────────────────────────────────────────────────────────

MISSING = {"not_asked": "ikke spurt", "dont_know": "vet ikke", "refused": "vil ikke svare"}


def asked(
    raw: Raw,
    among: tuple[str, str],
    path: str,
    choice: type[Choice],
    zeros: bool = True,
) -> Rows:
    """One question of `among` (a view, and what it holds): who chose what, and who said nothing."""
    view, at = among[0], f"json_type(document, '{path}')"
    several = f"select t.value, count(*) from {view}, json_each(document, '{path}') t where {at}"
    said = dict(raw.ask(f"{several} in ('text', 'array') group by 1"))
    base = raw.one(f"select count(*) from {view} where {at} in ('text', 'array')")
    multi = raw.one(f"select count(*) from {view} where {at} = 'array'")
    counts = [one for one in by_label(choice, said) if zeros or one[1]]
    note = grounds(raw, among, path)
    return bars(counts, base, note, whole=not multi and len(counts) <= 6)


def grounds(raw: Raw, among: tuple[str, str], path: str) -> str:
    """Of how many the per cent are, and how many gave no answer, by why."""
    (view, word), at = among, f"json_type(document, '{path}')"
    told = f"select count(*) from {view} where {at}"
    base = raw.one(f"{told} in ('text', 'array', 'integer')")
    several = " Flere svar var mulig." * bool(raw.one(f"{told} = 'array'"))
    silent = ", ".join(_silent(raw, view, path))
    beside = f" Ikke med i prosenten: {silent}." if silent else " Ingen mangler."
    return f"Prosent av {base} {word} med svar.{several}{beside}"


def _silent(raw: Raw, view: str, path: str) -> list[str]:
    """How many gave no answer, by why; a section that was not on the way is not there at all."""
    why = f"json_extract(document, '{path}.missing')"
    absent = f"case when json_type(document, '{path}') is null then 'not_asked' else {why} end"
    counts = dict(raw.ask(f"select {absent}, count(*) from {view} group by 1"))
    return [f"{label} {counts[slug]}" for slug, label in MISSING.items() if slug in counts]


INTERVIEWS = ("finished", "intervjuer")
UNITS = ("finished", "enheter")
HAVING = ("finished", "enheter med tilbud")
SERVICES = ("service", "tjenester")
OFFERS = ("offer", "tilbud")

for block, among, path, choice in (
    ("figur-4", UNITS, "$.screening.has_offers", codes.HasOffers),
    ("figur-5", HAVING, "$.screening.coordination", codes.Coordination),
    ("figur-6", UNITS, "$.future.plans", codes.Plans),
    ("tilknytning", SERVICES, "$.organisation.hosted_in", codes.HostedIn),
    ("eier", SERVICES, "$.organisation.cooperation", codes.Cooperation),
    ("stadium", SERVICES, "$.organisation.stage", codes.Stage),
    ("finansiering", SERVICES, "$.organisation.funding", codes.Funding),
    ("videreforing", SERVICES, "$.organisation.funding_secure", codes.FundingSecure),
    ("malgrupper", OFFERS, "$.offer_targets", codes.OfferTarget),
    ("slag", OFFERS, "$.offer_kind", codes.OfferKind),
    ("bredde", OFFERS, "$.offer_scope", codes.OfferScope),
    ("parorende", OFFERS, "$.offer_relatives", codes.OfferRelatives),
    ("brukere", OFFERS, "$.offer_user_involvement", codes.UserInvolvement),
    ("utfordringer", INTERVIEWS, "$.experience.challenges", codes.Challenge),
    ("gevinster", INTERVIEWS, "$.experience.benefits", codes.Benefit),
):
    RECOUNTS[block] = partial(asked, among=among, path=path, choice=choice)

RECOUNTS["organisering"] = partial(
    asked, among=SERVICES, path="$.screening.coordination", choice=codes.Coordination, zeros=False
)


@recounts("figur-7")
def classes(raw: Raw) -> Rows:
    counts = Counter(raw.finding.values())
    of = len(raw.finding)
    note = f"Prosent av {of} avklarte enheter.{left_out(_open(raw))}"
    return bars(by_label(Class, counts), of, note, whole=True)


def _open(raw: Raw) -> tuple[int, str]:
    return len(raw.unit_of) - len(raw.finding), "enheter som ikke er avklart"


SIZES = {
    "Under 5 000 innbyggere": range(5_000),
    "5 000–19 999 innbyggere": range(5_000, 20_000),
    "20 000 innbyggere og flere": range(20_000, 10**7),
}


@recounts("klasse-storrelse")
def classes_by_size(raw: Raw) -> Rows:
    """Each bar is as long as its share beside the largest share of them all."""
    by_size = {
        label: [one for unit, one in raw.finding.items() if raw.size_of[unit] in size]
        for label, size in SIZES.items()
    }
    assert all(len(here) >= 5 for here in by_size.values()), "none is put together with another"
    largest = max(
        Fraction(n, len(here)) for here in by_size.values() for n in Counter(here).values()
    )
    rows: Rows = [
        (
            f"{size} ({len(here)}): {label}",
            share(n, len(here)),
            "",
            f"{float(Fraction(n, len(here)) / largest):.2f}",
        )
        for size, here in by_size.items()
        for label, n in by_label(Class, Counter(here))
    ]
    note = "Prosent av de avklarte enhetene i hver gruppe. Tallet i parentes er hvor mange de er."
    return [*rows, ("note", note + left_out(_open(raw)))]


# ── Claim against finding ────────────────────────────────────────────────────────────────────────

CLAIMS = {
    "service": "Har en tjeneste",
    "offers_only": "Har tilbud, ingen tjeneste",
    "none": "Har ingen tilbud",
    None: "Ikke svart",
}
FINDINGS: dict[str | None, str] = {one.name: str(one.label) for one in Class}
FINDINGS[None] = "Ikke kjent ennå"


@recounts("overgang: tekst")
def headline(raw: Raw) -> Rows:
    """What is in the borderland is on neither side."""
    found = [one for unit, one in raw.finding.items() if raw.claim.get(unit) == "service"]
    border = found.count("borderline")
    wrong, checked = sum(one not in SERVICE for one in found) - border, len(found) - border
    return [
        (
            f"Av tjenestene som ble oppgitt i fase én og er avklart ({checked}), viste"
            f" {share(wrong, checked)} seg ikke å være tjenester, verken egne eller felles."
            f" {border} i grenseland er ikke regnet med.",
        )
    ]


@recounts("oppgitt-og-funnet")
def side_by_side(raw: Raw) -> Rows:
    """Of the units that answered and are determined; one that is planning has nothing yet."""
    both = [(raw.claim[unit], one) for unit, one in raw.finding.items() if unit in raw.claim]
    of, found = len(both), Counter(one for _, one in both)
    claimed = Counter(claim for claim, _ in both)
    pairs = {
        "Har en tjeneste": (claimed["service"], found["service"] + found["covered"]),
        "Har tilbud, ingen tjeneste": (claimed["offers_only"], found["offers_only"]),
        "Har ingen tilbud": (claimed["none"], found["none"] + found["planning"]),
    }
    rows: Rows = [
        (
            label,
            f"Oppgitt {share(said, of)}, funnet {share(was, of)}",
            *(f"{100 * n / of:.2f}" for n in (said, was)),
        )
        for label, (said, was) in pairs.items()
    ]
    border = found["borderline"]
    rows.append(("Grenseland", f"Funnet {share(border, of)}", f"{100 * border / of:.2f}"))
    said = sum(unit in raw.claim for unit in raw.unit_of.values())
    silent = len(raw.unit_of) - said, "enheter som ikke svarte i fase én"
    waiting = said - of, "enheter som svarte, men ikke er avklart"
    note = (
        f"Prosent av {of} enheter som svarte og er avklart. De som er godt i gang med å planlegge,"
        " er funnet uten tilbud."
    )
    return [*rows, ("note", note + left_out(silent, waiting))]


@recounts("matrise")
def matrix(raw: Raw) -> Rows:
    """A column for each claim, and one for them all."""
    units = raw.unit_of.values()
    columns = [[one for one in units if raw.claim.get(one) == claim] for claim in CLAIMS]
    columns.append(list(units))
    cells = zip(*(_cells(raw, column) for column in columns), strict=True)
    rows: Rows = [("", label, *row) for label, row in zip(FINDINGS.values(), cells, strict=True)]
    return [*rows, ("sum", "Alle", *(str(len(column)) for column in columns))]


def _cells(raw: Raw, units: Collection[str]) -> list[str]:
    found = Counter(raw.finding.get(unit) for unit in units)
    return [share(found[one], len(units)) if found[one] else "0" for one in FINDINGS]


@recounts("grunner")
def reasons(raw: Raw) -> Rows:
    given = dict(raw.ask("select reason, count(*) from claim_reveal group by 1"))
    counts = by_label(Explanation, given)
    all_ = sum(count for _, count in counts)
    rows: Rows = [("", label, str(n), per(n, all_)) for label, n in counts]
    return [*rows, ("sum", "Alle", str(all_), "")]


# ── The map ──────────────────────────────────────────────────────────────────────────────────────

MAP_NOTE = "Andel av {}. Hver flis er et fylke.{}"


@recounts("kart-avklart")
def known_by_county(raw: Raw) -> Rows:
    """All counties, and in each all units but what was taken out of the sample."""
    gone = {raw.unit_of[case] for case, ended in raw.outcome.items() if ended == "out_of_frame"}
    beside = len(gone), "enheter som er tatt ut av utvalget"
    return _map(raw, set(raw.finding), set(raw.county_of) - gone, "enheter", beside)


@recounts("kart-tjenester")
def services_by_county(raw: Raw) -> Rows:
    having = {unit for unit, found in raw.finding.items() if found in SERVICE}
    return _map(raw, having, set(raw.finding), "avklarte enheter", _open(raw))


def _map(raw: Raw, having: set[str], among: set[str], word: str, beside: tuple[int, str]) -> Rows:
    rows: Rows = []
    counted = {}
    for county in dict.fromkeys(raw.county_of.values()):
        here = {unit for unit in among if raw.county_of[unit] == county}
        counted[county] = len(here & having), len(here)
    highest = max((Fraction(100 * have, of) for have, of in counted.values() if of), default=0)
    top = next(top for top in (4, 8, 20, 40, 60, 80, 100) if highest <= top)
    for county, (have, of) in counted.items():
        dark = ceil(Fraction(400 * have, of * top)) if have else 0
        rows.append((county, per(have, of), f"{have} av {of}", str(dark)))
    return [*rows, ("note", MAP_NOTE.format(f"{len(among)} {word}", left_out(beside)))]
