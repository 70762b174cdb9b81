"""Why a case is where it is, in words: each rule's own sentence."""

from datetime import datetime

from schemas.calls.outcome_rows import Look, OnTheLine
from schemas.calls.ranking.cases import CaseState
from schemas.calls.ranking.moment import RankingMoment
from schemas.calls.ranking.predicates import due_at, is_now, unanswered
from schemas.calls.ranking.words import from_when, in_part, named, silence, when
from schemas.language.numerals import counted

# ── Appointments ─────────────────────────────────────────────────────────────────────────────────


def agreed(case: CaseState, moment: RankingMoment) -> str:
    return f"Avtale {when(due_at(case, moment), moment.now)} med {named(case.appointment_with)}"


def agreed_with_another(case: CaseState, moment: RankingMoment) -> str:
    return f"{agreed(case, moment)}, bare med en annen intervjuer"


def agreed_now(case: CaseState, moment: RankingMoment) -> str:
    missed = not is_now(case, moment)
    return f"{agreed(case, moment)} (tiden er passert)" if missed else agreed(case, moment)


# ── What has ended, and what others have ─────────────────────────────────────────────────────────


def outcome_of(case: CaseState, moment: RankingMoment) -> str:
    return str(case.outcome.label) if case.outcome else ""


def holder_of(case: CaseState, moment: RankingMoment) -> str:
    holder = case.holder
    return f"Hos {holder.name} til {when(holder.until, moment.now)}" if holder else ""


def owner_of(case: CaseState, moment: RankingMoment) -> str:
    return f"Gitt til {case.given_to.name}" if case.given_to else ""


def whose_number(case: CaseState, moment: RankingMoment) -> str:
    if case.latest and case.latest.row.line is OnTheLine.wrong_number:
        return f"{case.latest.label}, og saken har ikke noe annet"
    if case.goal:
        return f"Mangler nummer til {named(case.goal)}"
    return "Nummeret mangler"


# ── With the coordinator ─────────────────────────────────────────────────────────────────────────


def latest_call(case: CaseState, moment: RankingMoment) -> str:
    last = f"{case.latest.label}" if case.latest else "Oppringningen ble avbrutt"
    return f"{last} ({when(case.latest_at, moment.now)})" if case.latest_at else last


def no_lead(case: CaseState, moment: RankingMoment) -> str:
    return f"{latest_call(case, moment)} – ingen spor igjen"


def may_be_asked(case: CaseState, moment: RankingMoment) -> str:
    return f"{latest_call(case, moment)} – skal de spørres igjen?"


def so_many(case: CaseState, moment: RankingMoment) -> str:
    return f"{counted(case.attempts, 'forsøk')} uten intervju".capitalize()


# ── Not just now ─────────────────────────────────────────────────────────────────────────────────


def resting(case: CaseState, moment: RankingMoment) -> str:
    until = case.rests_until or moment.now
    if unanswered(case):
        return other_part(case, moment, until)
    if case.calls_back:
        return f"{_goal(case)} skal ringe tilbake, ellers ring {from_when(until, moment.now)}"
    again = from_when(until, moment.now)
    if case.latest and case.latest.row.coordinator is Look.after_rest:
        return f"{latest_call(case, moment)} – koordinatoren avgjør {again} om vi skal spørre igjen"
    return f"{latest_call(case, moment)} – prøv igjen {again}"


def other_part(case: CaseState, moment: RankingMoment, at: datetime) -> str:
    window = moment.settings.call_window
    part = in_part(window.part(at), case.tried, lunch=window.pause is not None)
    return f"{silence(case.tried)} – prøv {part}"


def how_often(case: CaseState, moment: RankingMoment) -> str:
    number = moment.settings.calls_a_day_to_number
    return f"Nummeret er ringt {counted(number, 'gang' if number == 1 else 'ganger')} i dag"


def when_open(case: CaseState, moment: RankingMoment) -> str:
    return f"Utenfor ringetiden, som begynner {from_when(moment.opens, moment.now)}"


def like_last_time(case: CaseState, moment: RankingMoment) -> str:
    return f"{silence(case.tried)}, sist omtrent på denne tiden"


def promise(case: CaseState, moment: RankingMoment) -> str:
    first = agreed(moment.promised, moment) if moment.promised else ""
    return f"{first} kommer først, så nye intervjuer venter"


# ── Callable ─────────────────────────────────────────────────────────────────────────────────────


def when_rang(case: CaseState, moment: RankingMoment) -> str:
    at = case.rang_back_at
    return f"Ringte tilbake {when(at, moment.now)}" if at else ""


def when_returned(case: CaseState, moment: RankingMoment) -> str:
    at = case.returned_at
    return f"Tilbake fra koordinatoren {when(at, moment.now)}" if at else ""


def to_be_finished(case: CaseState, moment: RankingMoment) -> str:
    return "Samtalen er ferdig, men ikke intervjuet: F6 på kortet viser hva som mangler"


def where_it_stopped(case: CaseState, moment: RankingMoment) -> str:
    return f"Fortsett intervjuet med {named(case.goal)}"


def new_lead(case: CaseState, moment: RankingMoment) -> str:
    return f"Nytt spor: {whom(case)}"


def _goal(case: CaseState) -> str:
    return case.goal.label if case.goal else ""


def whom(case: CaseState) -> str:
    label = _goal(case)
    through = case.contact and case.goal and case.contact.id != case.goal.id
    return f"{label}, gjennom {case.contact.place}" if through and case.contact else label


def untried_part(case: CaseState, moment: RankingMoment) -> str:
    return other_part(case, moment, moment.now)


def first_call(case: CaseState, moment: RankingMoment) -> str:
    if case.contact and case.contact.person:
        return f"{case.contact.person}, oppgitt som kontaktperson"
    return f"Neste i {case.unit.group.name}"


def waited(case: CaseState, moment: RankingMoment) -> str:
    return f"Spor: {whom(case)}" if case.lead_at else f"{latest_call(case, moment)} – ring igjen"
