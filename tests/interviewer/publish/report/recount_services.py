"""Services, offers and quotations counted once more; the way to the right one, too."""

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from schemas.calls.call_codes import RedirectHow
from tests.interviewer.publish.report.printed import (
    Rows,
    bars,
    by_label,
    left_out,
    per,
    recounts,
    share,
    short,
)
from tests.interviewer.publish.report.raw import Raw
from tests.interviewer.publish.report.recount_findings import grounds

# ── Services ─────────────────────────────────────────────────────────────────────────────────────


@recounts("tjenester: tekst")
def how_many_services(raw: Raw) -> Rows:
    count = raw.one("select count(*) from service")
    return [(f"Dette kapittelet gjelder de {count} intervjuede enhetene i klassen «Tjeneste».",)]


def _numbers(raw: Raw, view: str, path: str) -> list[Fraction]:
    """Every number that was told, in order; those with decimals are kept as text."""
    told = f"json_type(document, '{path}') in ('integer', 'text')"
    rows = raw.ask(f"select json_extract(document, '{path}') from {view} where {told}")
    return sorted(Fraction(number) for (number,) in rows)


def _median(numbers: list[Fraction]) -> Fraction:
    low, high = numbers[(len(numbers) - 1) // 2], numbers[len(numbers) // 2]
    return (low + high) / 2


@recounts("tjenester: tall")
def work(raw: Raw) -> Rows:
    staff = _numbers(raw, "service", "$.organisation.staff")
    fte = _numbers(raw, "service", "$.organisation.fte")
    return [
        ("ansatte til sammen", short(sum(staff, Fraction()))),
        ("årsverk til sammen", short(sum(fte, Fraction()))),
        ("årsverk i en tjeneste, median", short(_median(fte))),
        ("årsverk i en tjeneste, fra og til", f"{short(fte[0])}–{short(fte[-1])}"),
    ]


@recounts("arsverk-fordelt")
def work_by_size(raw: Raw) -> Rows:
    fte = _numbers(raw, "service", "$.organisation.fte")
    bands = {
        "Under 0,5": sum(one < Fraction(1, 2) for one in fte),
        "0,5 til under 1": sum(Fraction(1, 2) <= one < 1 for one in fte),
        "1 til under 2": sum(1 <= one < 2 for one in fte),
        "2 til under 5": sum(2 <= one < 5 for one in fte),
        "5 og flere": sum(one >= 5 for one in fte),
    }
    return bars(
        bands.items(), len(fte), grounds(raw, ("service", "tjenester"), "$.organisation.fte")
    )


@recounts("tilbud: tekst")
def how_many_offers(raw: Raw) -> Rows:
    having, offers = raw.ask("select count(distinct case_id), count(*) from offer")[0]
    return [(f"{having} intervjuer oppga til sammen {offers} tilbud.",)]


@recounts("tilbud: tall")
def volume(raw: Raw) -> Rows:
    held = _numbers(raw, "offer", "$.offer_courses")
    people = _numbers(raw, "offer", "$.offer_participants")
    return [
        ("kurs eller grupper gjennomført i fjor", short(sum(held, Fraction()))),
        ("deltakere til sammen", short(sum(people, Fraction()))),
        ("deltakere per tilbud, median", short(_median(people))),
    ]


# ── Quotations ───────────────────────────────────────────────────────────────────────────────────

SHOWN = 8


@recounts("erfaringer: tekst")
def how_many_quotations(raw: Raw) -> Rows:
    return [(how_many_quoted(len(quotations(raw, one))),) for one in ("challenges", "benefits")]


def how_many_quoted(of: int) -> str:
    """What is said of so many."""
    drawn = f", trukket blant {of} ved loddtrekning" if of > SHOWN else ""
    left_out = "Sitater som nevner personer, nummer, adresser eller steder, er utelatt."
    return f"{min(of, SHOWN)} sitater{drawn}. {left_out}"


def quotations(raw: Raw, question: str) -> set[str]:
    """The different things that were said and name no place, no person and no number."""
    path = f"$.experience.{question}_text"
    said = raw.ask(
        f"select trim(json_extract(document, '{path}')) from finished"
        f" where json_type(document, '{path}') = 'text'"
    )
    persons = {
        word for (name,) in raw.ask("select person from contact_point") for word in name.split()
    }
    hidden = persons | {name.split(" ")[0] for name in raw.name_of.values()}
    return {text for (text,) in said if not _tells(text, hidden)}


def _tells(text: str, hidden: set[str]) -> bool:
    return bool(re.search(r"@|\d{5}", text)) or bool(hidden & set(re.findall(r"\w+", text)))


# ── The way ──────────────────────────────────────────────────────────────────────────────────────


@recounts("veien: tekst")
def what_the_front_line_knew(raw: Raw) -> Rows:
    """Who sent us on, or had nobody to send us to; who was right we know where one was found."""
    right = {case: way[-1] for case, way in _ways(raw)}
    told = Counter[str]()
    for case, point, sent in raw.ask(
        "select r.case_id, from_id, to_id from redirect r join contact_point p on p.id = from_id"
        f" where department in {raw.front_line} and not exists (select 1 from"
        " redirect before where before.from_id = r.from_id and before.at < r.at)"
    ):
        found = right.get(case)
        if found is None and sent:
            told["open"] += 1
        elif point != found:
            told["nowhere" if not sent else "straight" if found == sent else "elsewhere"] += 1
    asked = told.total()
    assert len(told) > 2, told
    front = " og ".join(raw.departments[one].lower() for one in raw.front_line)
    return [
        (
            f"Da vi lette etter rett person, spurte vi {asked} {front}."
            f" Første gang viste {share(told['straight'], asked)} oss direkte til rett person,"
            f" {share(told['elsewhere'], asked)} viste oss til noen andre, og"
            f" {share(told['nowhere'], asked)} visste ikke om noen."
            f" {share(told['open'], asked)} viste oss videre i saker der rett person ikke er funnet"
            " ennå.",
        )
    ]


def _ways(raw: Raw) -> Iterator[tuple[str, list[str]]]:
    """Every finished case, with the contact points from the first one to the right one."""
    for (case,) in raw.ask("select case_id from finished"):
        right = _right_one(raw, case)
        if right:
            yield case, _way_to(raw, right)


def _right_one(raw: Raw, case: str) -> str | None:
    """The latest that turned out to be the one; else who was on the line in the end."""
    known = raw.ask(
        f"select id from contact_point where case_id = '{case}' and knows = 'is_the_one'"
        " order by created_at desc, id desc limit 1"
    )
    line = raw.ask(
        "select coalesce((select to_id from redirect where attempt_id = a.id"
        " and how = 'transferred' order by at desc limit 1), contact_id) from call_attempt a"
        f" where case_id = '{case}' and outcome in ('complete', 'no_service')"
        " order by number desc limit 1"
    )
    return next((id for (id,) in (*known, *line)), None)


def _way_to(raw: Raw, contact: str) -> list[str]:
    """Back along who first pointed to whom, before they had sent us on themselves."""
    way = [contact]
    while pointed := raw.ask(
        f"select from_id from redirect r where to_id = '{way[0]}'"
        f" and not exists (select 1 from redirect b where b.from_id = '{way[0]}' and b.at <= r.at)"
        " order by at limit 1"
    ):
        way.insert(0, pointed[0][0])
    return way


def _departments(raw: Raw) -> dict[str, str]:
    """The departments of the contact points, in words."""
    rows = raw.ask("select id, department from contact_point")
    return {id: raw.departments[slug] for id, slug in rows}


def _ways_note(raw: Raw, count: int) -> str:
    unknown = raw.one("select count(*) from finished") - count
    told = f"Prosent av {count} fullførte saker der vi vet hvor rett person satt."
    return told + left_out((unknown, "fullførte saker der vi ikke vet det"))


@recounts("avdelinger")
def where_it_was(raw: Raw) -> Rows:
    called = _departments(raw)
    where = Counter(called[way[-1]] for _, way in _ways(raw))
    return bars(where.items(), where.total(), _ways_note(raw, where.total()))


@recounts("viderekoblinger")
def how_many_redirects(raw: Raw) -> Rows:
    steps = [len(way) - 1 for _, way in _ways(raw)]
    told = ["Ingen, den første visste", "Én", "To", "Tre"]
    counts = [(words, steps.count(number)) for number, words in enumerate(told)]
    counts.append(("4 eller flere", sum(one >= 4 for one in steps)))
    return bars(counts, len(steps), _ways_note(raw, len(steps)))


@recounts("sendte-videre")
def who_sent_us_on(raw: Raw) -> Rows:
    """A department counts once in a case, however often it sent us on."""
    called, asked, right = _departments(raw), Counter[str](), Counter[str]()
    for case, way in _ways(raw):
        sent = raw.ask(f"select distinct from_id from redirect where case_id = '{case}'")
        asked.update({called[one] for (one,) in sent})
        right.update({called[one] for one in way[:-1]})
    return [("", one, str(n), str(right[one]), per(right[one], n)) for one, n in asked.items()]


@recounts("hvordan")
def how_we_were_sent_on(raw: Raw) -> Rows:
    counts = by_label(RedirectHow, dict(raw.ask("select how, count(*) from redirect group by 1")))
    all_ = sum(count for _, count in counts)
    rows: Rows = [("", label, str(n), per(n, all_)) for label, n in counts]
    return [*rows, ("sum", "Alle", str(all_), "")]
