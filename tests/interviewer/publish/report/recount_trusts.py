"""The report on the trusts, counted once more: its own chapters, and what every report has."""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Final

from schemas.questionnaire.questions import Question
from schemas.review.report.withheld import SummedGroups, UnitNumbers, summed
from schemas.surveys.health_trusts_2016.questionnaire import HealthTrusts
from tests.interviewer.publish.report import recount_method as method
from tests.interviewer.publish.report import recount_services as way
from tests.interviewer.publish.report.printed import (
    Rows,
    bars,
    half_up,
    how_many,
    left_out,
    share,
    short,
    whole,
)
from tests.interviewer.publish.report.raw import FINAL, Raw
from tests.interviewer.publish.report.recount_questions import answers, tables, what_they_count

REGISTER: Final = Path(__file__).parents[4] / (
    "schemas/surveys/health_trusts_2016/register/health-trusts-2016.csv"
)
Centre = dict[str, Any]


class Trusts(Raw):
    """The tables of this survey: all that is found is an interview, and other people pick up."""

    front_line = ("switchboard", "patient_service")
    interviewed = frozenset({"centres", "department", "clinics_only", "none", "other"})

    @cached_property
    def units(self) -> dict[str, dict[str, str]]:
        """The register, by unit."""
        with REGISTER.open(encoding="utf-8") as file:
            return {row["unit_id"]: row for row in csv.DictReader(file)}

    @cached_property
    def by_unit(self) -> dict[str, Any]:
        """The finished interviews, by unit."""
        return {
            self.unit_of[case]: json.loads(one)
            for case, one in self.ask("select case_id, document from finished")
        }

    @cached_property
    def centres(self) -> dict[str, list[Centre]]:
        """The centres of the units that have any."""
        return {unit: one["centre"] for unit, one in self.by_unit.items() if one.get("centre")}

    @cached_property
    def all_centres(self) -> list[Centre]:
        """All of them."""
        return [one for some in self.centres.values() for one in some]

    def named(self, unit: str) -> bool:
        """Whether a unit may be named: it said yes, to us or when asked, and nobody says no."""
        said, kinds = self.by_unit[unit]["closing"].get("publish"), self.about_the_list[unit]
        for kind in kinds:
            said = {"consented": "yes", "declined": "no"}.get(kind, said)
        kept = [kind for kind in kinds if kind in {"included", "excluded"}][-1:] != ["excluded"]
        return kept and (said == "yes" or (said == "after_check" and "released" in kinds))

    def tells_ends(self, section: str, question: str) -> bool:
        """Of what one unit has, both must be of units that may be named; years may be anybody's."""
        if question not in OF_ONE_UNIT:
            return True
        documents = {unit: [one] for unit, one in self.by_unit.items()}
        told = {unit: _numbers(some, section, question) for unit, some in documents.items()}
        every = [n for numbers in told.values() for n in numbers]
        named = [n for unit, numbers in told.items() if self.named(unit) for n in numbers]
        return not every or {min(every), max(every)} <= set(named)

    @cached_property
    def summed(self) -> tuple[SummedGroups, ...]:
        """Who is told together, by the rule that is tested by itself."""
        return summed(
            UnitNumbers(unit, self.units[unit]["rhf"], self.named(unit), _sums(some))
            for unit, some in self.centres.items()
        )

    @cached_property
    def alone(self) -> set[str]:
        """The units that are told one by one."""
        return {unit.unit_id for some in self.summed for unit in some.alone}

    @cached_property
    def about_the_list(self) -> defaultdict[str, list[str]]:
        """What was decided about every unit, in order."""
        kinds: defaultdict[str, list[str]] = defaultdict(list)
        for case, kind in self.ask("select case_id, kind from decision order by case_id, number"):
            kinds[self.unit_of[case]].append(kind)
        return kinds


OF_ONE_UNIT: Final = {
    "centre_staff", "centre_fte", "offers_last_year", "participants_last_year", "municipalities",
}  # fmt: skip
"""Numbers by which a unit may be known."""


def _numbers(documents: list[Any], section: str, id: str) -> list[Fraction]:
    told = answers(documents, section, question(id))
    return [Fraction(one) for one in told if one is not None and not isinstance(one, dict)]


def of(centres: list[Centre], question: str) -> list[Fraction]:
    """What is known of centres."""
    told = (one[question] for one in centres)
    return [Fraction(str(one)) for one in told if not isinstance(one, dict | None)]


def _sums(centres: list[Centre]) -> tuple[Fraction | None, ...]:
    told = (of(centres, id) for id in ("centre_staff", "centre_fte"))
    return tuple(sum(one, Fraction()) if one else None for one in told)


def middle(numbers: list[Fraction]) -> str:
    """Their median."""
    ordered, half = sorted(numbers), len(numbers) // 2
    return short((ordered[half] + ordered[-half - 1]) / 2)


# ── Figures of questions ─────────────────────────────────────────────────────────────────────────

UNITS: Final = "enheter"
ASKED: Final = {
    "organisering": ("centres", "organised", UNITS),
    "rolle": ("centre", "centre_role", "sentre"),
    "plassering": ("centre", "centre_belongs", "sentre"),
    "barn": ("offers", "offer_children", "enheter med tilbud til barn og unge"),
    "brukere": ("offers", "user_involvement", UNITS),
    "uten": ("offers", "dropped", UNITS),
    "former": ("collaboration", "municipal_forms", UNITS),
    "avtale": ("collaboration", "municipal_agreement", "enheter som samarbeider med kommuner"),
    "kurs": ("collaboration", "trains_municipalities", UNITS),
    "regional": ("collaboration", "regional_support", UNITS),
    "ledelsen": ("governance", "led_by_management", UNITS),
    "strategi": ("governance", "in_strategy", UNITS),
    "avgjor": ("governance", "decides_groups", UNITS),
    "budsjett": ("governance", "own_budget", UNITS),
    "rapport": ("governance", "reports_activity", UNITS),
    "utfordringer": ("outlook", "challenges", UNITS),
    "framtiden": ("outlook", "future", UNITS),
}
MISSING: Final = {
    "not_asked": "ikke spurt",
    "dont_know": "vet ikke",
    "refused": "vil ikke svare",
    None: "ikke noe å notere",
}


def question(id: str) -> Question:
    """A question of the questionnaire."""
    return HealthTrusts.by_id[id]


def asked(raw: Trusts, section: str, id: str, word: str) -> Rows:
    """Every answer, of those who gave any."""
    given = _given(raw, section, id)
    chosen = Counter(code for one in given for code in (one if isinstance(one, list) else [one]))
    counts = [(str(code.label), chosen[code.name]) for code in question(id).codes]
    stacked = len(counts) <= 6 and not any(isinstance(one, list) for one in given)
    return bars(counts, len(given), _grounds(raw, section, id, word), whole=stacked)


def _given(raw: Trusts, section: str, id: str) -> list[Any]:
    told = answers(raw.documents, section, question(id))
    return [one for one in told if one is not None and not isinstance(one, dict)]


def _grounds(raw: Trusts, section: str, id: str, word: str) -> str:
    told, given = list(answers(raw.documents, section, question(id))), _given(raw, section, id)
    several = " Flere svar var mulig." * any(isinstance(one, list) for one in given)
    why = Counter(one and one["missing"] for one in told if one is None or isinstance(one, dict))
    silent = ", ".join(f"{label} {why[state]}" for state, label in MISSING.items() if why[state])
    beside = f" Ikke med i prosenten: {silent}." if silent else " Ingen mangler."
    return f"Prosent av {how_many(len(given), word)} med svar.{several}{beside}"


# ── Centres ──────────────────────────────────────────────────────────────────────────────────────


def in_short(raw: Trusts) -> Rows:
    """The numbers that people remember."""
    kinds = [raw.units[unit]["kind"] for unit in raw.by_unit]
    centres = raw.all_centres
    return [
        (
            f"av {len(raw.units)} helseforetak og private sykehus har svart",
            share(len(raw.by_unit), len(raw.units)),
        ),
        ("helseforetak", str(kinds.count("trust"))),
        ("private sykehus", str(kinds.count("private"))),
        ("lærings- og mestringssentre", str(len(centres))),
        ("ansatte i sentrene", short(sum(of(centres, "centre_staff"), Fraction()))),
        ("årsverk i sentrene", short(sum(of(centres, "centre_fte"), Fraction()))),
    ]


def size(raw: Trusts) -> Rows:
    """Their sums, and what a unit has."""
    centres = raw.all_centres
    rows: Rows = [
        (f"sentre i {len(raw.centres)} enheter", str(len(centres))),
        ("ansatte til sammen", short(sum(of(centres, "centre_staff"), Fraction()))),
        ("årsverk til sammen", short(sum(of(centres, "centre_fte"), Fraction()))),
    ]
    centres_of = {unit: Fraction(len(some)) for unit, some in raw.centres.items()}
    each = {
        "sentre": (centres_of, set(centres_of)),
        "ansatte": (_each(raw, "centre_staff"), raw.alone),
        "årsverk": (_each(raw, "centre_fte"), raw.alone),
    }
    for words, (numbers, shown) in each.items():
        rows.append((f"{words} per enhet, median", middle(list(numbers.values()))))
        ends = min(numbers.values()), max(numbers.values())
        if all(any(numbers.get(unit) == end for unit in shown) for end in ends):
            rows.append((f"{words} per enhet, fra og til", "–".join(map(short, ends))))
    return rows


def _each(raw: Trusts, id: str) -> dict[str, Fraction]:
    """The sum of every unit of which it is known of all centres."""
    known = ((unit, some, of(some, id)) for unit, some in raw.centres.items())
    return {unit: sum(told, Fraction()) for unit, some, told in known if len(told) == len(some)}


def remarks(raw: Trusts) -> Rows:
    """What the sums lack, and who was put together so that nobody finds out what one has."""
    centres = raw.all_centres
    lack = {
        words: len(centres) - len(of(centres, id))
        for words, id in (("ansatte", "centre_staff"), ("årsverk", "centre_fte"))
    }
    told = " og ".join(f"{words} i {count}" for words, count in lack.items() if count)
    unnamed = sum(not raw.named(unit) for unit in raw.centres)
    hidden = len(raw.centres) - unnamed - len(raw.alone)
    groups = [" og ".join(one.groups) for one in raw.summed if one.groups[1:]]
    together = "".join(f" Også slått sammen: {one}." for one in groups)
    return [
        (f"Ikke med i summene, fordi det ikke er oppgitt: {told} av sentrene.",),
        (
            f"Slått sammen: {unnamed} enheter som ikke kan navngis, og"
            f" {how_many(hidden, 'enheter')} som kan det.{together} Ellers kunne noen regnet seg"
            " fram til hva én enhet har. Det som er igjen av en sum i denne rapporten, er av minst"
            " 3 enheter.",
        ),
    ]


def _line(some: list[list[Centre]]) -> tuple[str, ...]:
    """Centres, employees and full-time equivalents; a stroke where nobody knows any."""
    centres = [one for unit in some for one in unit]
    told = [of(centres, id) for id in ("centre_staff", "centre_fte")]
    known = (short(sum(one, Fraction())) if one or not centres else "–" for one in told)
    return str(len(centres)), *known


def by_group(raw: Trusts) -> Rows:
    """By regional authority, in the order of the register; those together last."""
    rows: Rows = []
    for some in sorted(raw.summed, key=lambda one: len(one.groups)):
        centres = [one for unit, one in raw.centres.items() if unit in some.unit_ids]
        rows.append(("", " og ".join(some.groups), str(len(centres)), *_line(centres)))
    everybody = list(raw.centres.values())
    return [*rows, ("sum", "Alle", str(len(everybody)), *_line(everybody))]


def by_unit(raw: Trusts) -> Rows:
    """Every unit that stands there alone, and the others together."""
    rows: Rows = [
        ("", raw.units[unit]["name"], raw.units[unit]["rhf"], *_line([one]))
        for unit, one in raw.centres.items()
        if unit in raw.alone
    ]
    others = [one for unit, one in raw.centres.items() if unit not in raw.alone]
    return [*rows, ("", f"{len(others)} til sammen", "", *_line(others))]


def work_by_unit(raw: Trusts) -> Rows:
    """A dot for each that stands alone and knows it of all its centres, of the largest."""
    unnamed = sum(not raw.named(unit) for unit in raw.centres)
    named = {unit: some for unit, some in raw.centres.items() if unit in raw.alone}
    known = {
        unit: sum(of(some, "centre_fte"), Fraction())
        for unit, some in named.items()
        if len(of(some, "centre_fte")) == len(some)
    }
    most = max(known.values())
    rows: Rows = [
        (raw.units[unit]["name"], short(fte), f"{float(100 * fte / most):.2f}")
        for unit, fte in known.items()
    ]
    beside = left_out(
        (unnamed, "enheter som ikke kan navngis"),
        (len(raw.centres) - unnamed - len(named), "enheter slått sammen med dem"),
        (len(named) - len(known), "enheter som ikke har oppgitt årsverkene"),
    )
    told = (
        "Med er enhetene som kan navngis, fordi de har sagt ja til å stå i oversikten, og som har"
        " oppgitt årsverkene i alle sentrene sine."
    )
    return [*rows, ("note", f"{told}{beside}")]


FEW: Final = 5


def roles_by_group(raw: Trusts) -> Rows:
    """What the centres of each authority do; of few units, together with the next smallest."""
    groups: dict[str, list[str]] = {}
    for unit in raw.centres:
        groups.setdefault(raw.units[unit]["rhf"], []).append(unit)
    rest: list[str] = []
    for group in sorted(groups, key=lambda one: len(groups[one])):
        if len(groups[group]) < FEW or 0 < len(rest) < FEW:
            rest += groups.pop(group)
    known = groups | ({"De øvrige": rest} if rest else {})
    told = {
        label: [one["centre_role"] for unit in units for one in raw.centres[unit]]
        for label, units in known.items()
    }
    given = {label: [one for one in some if isinstance(one, list)] for label, some in told.items()}
    codes = question("centre_role").codes
    shares = {
        (label, str(code.label)): (sum(code.name in one for one in some), len(some))
        for label, some in given.items()
        for code in codes
    }
    largest = max(Fraction(*one) for one in shares.values())
    rows: Rows = [
        (f"{label} ({of}): {role}", share(n, of), "", f"{float(Fraction(n, of) / largest):.2f}")
        for (label, role), (n, of) in shares.items()
    ]
    silent = len(raw.all_centres) - sum(map(len, given.values()))
    note = (
        "Prosent av sentrene med svar i hvert RHF. Tallet i parentes er hvor mange de er. RHF med"
        f" færre enn {FEW} enheter er slått sammen. Flere svar var mulig."
    )
    return [*rows, ("note", note + left_out((silent, "sentre uten svar")))]


# ── Programmes, municipalities, and who answered ─────────────────────────────────────────────────


def patients(raw: Trusts) -> Rows:
    """Of all units with a centre, also of those that could not say."""
    told = [raw.by_unit[unit]["offers"].get("offer_groups") for unit in raw.centres]
    said = [one if isinstance(one, list) else [] for one in told]
    codes = question("offer_groups").codes
    counts = [(str(code.label), sum(code.name in one for one in said)) for code in codes]
    note = f"Prosent av {len(said)} enheter med senter. Flere svar var mulig."
    if [] in said:
        note += f" Av dem kunne {said.count([])} ikke si hvem de har tilbud til."
    return bars(
        counts, len(said), note + left_out((len(raw.by_unit) - len(said), "enheter uten senter"))
    )


def volume(raw: Trusts) -> Rows:
    """Courses and participants."""
    held = [Fraction(one) for one in _given(raw, "offers", "offers_last_year")]
    people = [Fraction(one) for one in _given(raw, "offers", "participants_last_year")]
    return [
        ("kurs og samlinger siste kalenderår", short(sum(held, Fraction()))),
        ("deltakere til sammen", short(sum(people, Fraction()))),
        ("kurs og samlinger i en enhet, median", middle(held)),
        ("deltakere i en enhet, median", middle(people)),
    ]


def municipalities(raw: Trusts) -> Rows:
    """With how many they work."""
    numbers = [Fraction(one) for one in _given(raw, "collaboration", "municipalities")]
    ends = ("fra og til", f"{short(min(numbers))}–{short(max(numbers))}")
    return [
        ("samarbeid med kommuner og bydeler til sammen", short(sum(numbers, Fraction()))),
        ("kommuner og bydeler i en enhet, median", middle(numbers)),
        *([ends] * raw.tells_ends("collaboration", "municipalities")),
    ]


BANDS: Final = {"Ingen": (0, 1), "1–4": (1, 5), "5–9": (5, 10), "10–19": (10, 20)}


def municipalities_in_bands(raw: Trusts) -> Rows:
    """The units by how many."""
    numbers = _given(raw, "collaboration", "municipalities")
    counts = {
        label: sum(least <= one < end for one in numbers) for label, (least, end) in BANDS.items()
    }
    counts["20 og flere"] = sum(one >= 20 for one in numbers)
    note = _grounds(raw, "collaboration", "municipalities", UNITS)
    return bars(
        counts.items(), len(numbers), f"{note} En kommune kan samarbeide med flere enheter."
    )


def who_answered(raw: Trusts) -> Rows:
    """By regional authority and kind."""
    groups = dict.fromkeys(row["rhf"] for row in raw.units.values())
    rows = [("", group, *_answered(raw, group)) for group in groups]
    return [*rows, ("sum", "Alle", *_answered(raw, ""))]


def _answered(raw: Trusts, group: str) -> Iterator[str]:
    for kind in ("trust", "private", ""):
        here = {
            unit
            for unit, row in raw.units.items()
            if group in {"", row["rhf"]} and kind in {"", row["kind"]}
        }
        yield f"{len(here & set(raw.by_unit))} av {len(here)}" if here else "–"


def quotations(raw: Trusts, section: str, id: str) -> Rows:
    """How many were said, and tell nothing of a person or a place."""
    said = {one.strip() for one in _given(raw, section, id)}
    return [(way.how_many_quoted(len(said)),)]


# ── Calls ────────────────────────────────────────────────────────────────────────────────────────


def _settled(raw: Trusts) -> set[str]:
    """The cases that are over, and have been called."""
    called = {case for (case,) in raw.ask("select distinct case_id from call_attempt")}
    return {case for case, ended in raw.outcome.items() if ended in FINAL} & called


def effort(raw: Trusts) -> Rows:
    """What it took, in calls and minutes."""
    calls = raw.ask("select case_id, seconds from call_attempt")
    settled = _settled(raw)
    theirs = [seconds for case, seconds in calls if case in settled]
    assert None not in theirs
    return [
        ("oppringninger i alle saker", whole(len(calls))),
        ("viderekoblinger i alle saker", whole(raw.one("select count(*) from redirect"))),
        (
            "oppringninger per avsluttet sak som er ringt",
            half_up(Fraction(len(theirs), len(settled)), "0.1"),
        ),
        (
            "minutter i telefonen per avsluttet sak som er ringt",
            half_up(Fraction(sum(theirs), 60 * len(settled)), "0.1"),
        ),
    ]


def calls_to_a_case(raw: Trusts) -> Rows:
    """How many there were in one that is over."""
    settled = _settled(raw)
    calls = Counter(case for (case,) in raw.ask("select case_id from call_attempt"))
    numbers = Counter(min(calls[case], 5) for case in settled)
    counts = [(f"{n} eller flere" if n == 5 else str(n), numbers[n]) for n in range(1, 6)]
    still = len(raw.outcome) - len(settled), "saker som ikke er avsluttet"
    note = f"Prosent av {len(settled)} avsluttede saker som er ringt."
    return bars(counts, len(settled), note + left_out(still))


PLACES: Final = "helseforetak og private sykehus"
FORM: Final = "Telefonintervju om lærings- og mestringsvirksomheten i helseforetakene"

TRUSTS: Final[dict[str, Callable[[Trusts], Rows]]] = {
    "kort: tall": in_short,
    "kort: tekst": lambda raw: [(f"{method.sample_and_calls(raw, PLACES)} Mer om metoden",)],
    "sentrene: tall": size,
    "sentrene: tekst": remarks,
    "sentre-etter-rhf": by_group,
    "sentre-etter-enhet": by_unit,
    "arsverk-enhet": work_by_unit,
    "rolle-rhf": roles_by_group,
    "pasientgrupper": patients,
    "tilbud: tall": volume,
    "samhandling: tall": municipalities,
    "kommuner": municipalities_in_bands,
    "styring: tekst": partial(quotations, section="governance", id="decides_text"),
    "framtid: tekst": partial(quotations, section="outlook", id="future_text"),
    "svar-etter-rhf": who_answered,
    "innsats: tall": effort,
    "oppringninger": calls_to_a_case,
    "veien: tekst": way.what_the_front_line_knew,
    "avdelinger": way.where_it_was,
    "viderekoblinger": way.how_many_redirects,
    "sendte-videre": way.who_sent_us_on,
    "hvordan": way.how_we_were_sent_on,
    "metode: tekst": partial(method.how_it_was_done, units=PLACES, form=FORM),
    "avklaring": method.determination,
    "intervjurater": method.interview_rates,
    "grupper": method.groups,
    "sporsmal: tekst": what_they_count,
    **{id: partial(asked, section=at[0], id=at[1], word=at[2]) for id, at in ASKED.items()},
    **dict(tables(HealthTrusts)),
}
"""What counts every block of the report once more."""
