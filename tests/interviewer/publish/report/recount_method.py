"""In short, method and rates, counted once more."""

from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from tests.interviewer.publish.report.printed import Rows, half_up, recounts, share, short, whole
from tests.interviewer.publish.report.raw import Raw

MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip

SERVICE = {"service", "covered"}
"""Who has a service, or shares one."""


@recounts("kort: tall")
def short_facts(raw: Raw) -> Rows:
    having = {unit for unit, found in raw.finding.items() if found in SERVICE}
    outside = {unit for case, unit in raw.unit_of.items() if raw.outcome[case] == "out_of_frame"}
    everywhere = raw.municipalities(set(raw.county_of) - outside)
    known, sample = _determined(raw)
    claimed = [one for unit, one in raw.finding.items() if raw.claim.get(unit) == "service"]
    border = claimed.count("borderline")
    claimed = [one for one in claimed if one != "borderline"]
    wrong = sum(one not in SERVICE for one in claimed)
    return [
        (
            f"av {len(everywhere)} kommuner har eller deler en tjeneste",
            f"minst {share(len(raw.municipalities(having)), len(everywhere))}",
        ),
        ("av dem står i oversikten", str(len(raw.municipalities(raw.listed)))),
        (f"av {sample} enheter er avklart", share(known, sample)),
        ("intervjuer er fullført", str(raw.one("select count(*) from finished"))),
        (
            f"av {len(claimed)} oppgitte tjenester viste seg ikke å være tjenester"
            f" ({border} i grenseland er ikke regnet med)",
            share(wrong, len(claimed)),
        ),
    ]


@recounts("metode: tekst")
def method(raw: Raw) -> Rows:
    form = "Telefonintervju om kommunale lærings- og mestringstjenester"
    return how_it_was_done(raw, UNITS, form)


def how_it_was_done(raw: Raw, units: str, form: str) -> Rows:
    """The sentences with numbers in the chapter on the method."""
    version, fingerprint = raw.ask("select distinct version, fingerprint from interview")[0]
    return [
        (
            f"{sample_and_calls(raw, units)} Skjemaet er «{form}», versjon {version}"
            f" (fingeravtrykk {fingerprint}).",
        ),
        (
            "Manglende svar er tre forskjellige ting: Ikke spurt (-7), Vet ikke (-8), Vil ikke"
            " svare (-9). De telles hver for seg og er aldri med i prosentgrunnlaget. Det som er"
            " slettet fordi noen ba om det, telles som ikke spurt. Prosenter er avrundet til hele"
            " tall: Halve rundes opp, og summen blir ikke alltid 100. 0 og 100 står bare der det er"
            " ingen eller alle. Små tall om personer vises ikke.",
        ),
    ]


@recounts("kort: tekst")
def about(raw: Raw) -> Rows:
    return [(f"{sample_and_calls(raw, UNITS)} Mer om metoden",)]


UNITS = "kommuner, og bydeler i Oslo"


def sample_and_calls(raw: Raw, units: str) -> str:
    """Who was to be called, when that was, and how many calls it took."""
    calls, first, last = raw.ask(
        "select count(*), min(started_at), max(started_at) from call_attempt"
    )[0]
    return (
        f"Utvalget er alle {raw.one('select count(*) from survey_case')} enheter:"
        f" {units}. Det ble ringt fra {_day(first)} til {_day(last)},"
        f" {calls} oppringninger i alt."
    )


def _day(stored: str) -> str:
    """By the calendar in Norway; what is stored is UTC."""
    at = datetime.fromisoformat(f"{stored}+00:00").astimezone(ZoneInfo("Europe/Oslo"))
    return told(at.date())


def told(day: date) -> str:
    """A date in words."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


# ── Rates ────────────────────────────────────────────────────────────────────────────────────────


def _determined(raw: Raw) -> tuple[int, int]:
    """What is known, and the sample: all but what was taken out of it."""
    return len(raw.finding), sum(one != "out_of_frame" for one in raw.outcome.values())


@recounts("avklaring")
def determination(raw: Raw) -> Rows:
    known, sample = _determined(raw)
    formula = "kjent / alle enheter i utvalget"
    return [_rate("Avklaring", "Enheter der funnet er kjent", formula, known, Fraction(sample))]


@recounts("intervjurater")
def interview_rates(raw: Raw) -> Rows:
    """The formulas of `calls.md`, letter by letter; its e beside that of the determined units."""
    I, P, R, NC, O, UH, UO, NE = (_in_group(raw, letters) for letters in GROUPS)  # noqa: E741, N806
    known = I + P + R + NC + O
    e = Fraction(I, I + NE)
    everybody, weighed = Fraction(known + UH + UO), known + e * (UH + UO)
    every, weighing = "(I+P+R+NC+O+UH+UO)", "(I+P+R+NC+O+e·(UH+UO))"
    return [
        _rate(
            "e", "Antatt andel i målgruppen blant de uavklarte: andelen blant de avklarte enhetene",
            "I/(I+NE)", I, Fraction(I + NE),
        ),
        _rate(
            "e (AAPOR)", "Til sammenlikning: e etter AAPORs fordeling, der avslag og avtaler "
            "regnes som i målgruppen", "(I+P+R+NC+O)/(I+P+R+NC+O+NE)",
            known, Fraction(known + NE),
        ),
        _rate("RR1", "Hele intervjuer, alle uavklarte med", f"I/{every}", I, everybody),
        _rate(
            "RR2", "Hele og delvise intervjuer, alle uavklarte med", f"(I+P)/{every}",
            I + P, everybody,
        ),
        _rate("RR3", "Hele intervjuer, uavklarte vektet med e", f"I/{weighing}", I, weighed),
        _rate(
            "RR4", "Hele og delvise intervjuer, uavklarte vektet med e", f"(I+P)/{weighing}",
            I + P, weighed,
        ),
        _rate(
            "COOP1", "Hele intervjuer av dem vi fikk tak i", "I/(I+P+R+O)",
            I, Fraction(I + P + R + O),
        ),
        _rate("REF1", "Avslag, alle uavklarte med", f"R/{every}", R, everybody),
        _rate(
            "CON1", "Kontakt, alle uavklarte med", f"(I+P+R+O)/{every}",
            I + P + R + O, everybody,
        ),
    ]  # fmt: skip


def _rate(name: str, says: str, formula: str, part: int, of: Fraction) -> tuple[str, ...]:
    value = f"{half_up(100 * part / of, '0.1')} %" if of else "–"
    return "", name, says, formula, f"{whole(part)} av {short(of)}", value


GROUPS = {
    "I": "Intervju",
    "P": "Delvis intervju",
    "R": "Avslag eller avbrudd",
    "NC": "Ikke nådd",
    "O": "Annet, blant dem avtaler",
    "UH": "Uavklart, ingen kontakt",
    "UO": "Uavklart, annet",
    "NE": "Ikke i målgruppen",
}


@recounts("grupper")
def groups(raw: Raw) -> Rows:
    rows = [("", letters, says, str(_in_group(raw, letters))) for letters, says in GROUPS.items()]
    return [*rows, ("sum", "Alle", "", str(raw.one("select count(*) from survey_case")))]


def _in_group(raw: Raw, letters: str) -> int:
    return sum(one == letters for one in raw.group.values())
