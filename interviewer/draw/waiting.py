"""How long a case has waited, and what waits besides, in words."""

from interviewer import services
from interviewer.controls.on_desk import since
from interviewer.words import WORDS, say
from schemas.calls.ranking.lines import ListedCase
from schemas.language.dates import day_and_clock


def attempts_of(line: ListedCase) -> str:
    """How many calls there were, and since when it waits."""
    at = since(line)
    if at is None:
        return str(WORDS.cases_line_new)
    return say(WORDS.cases_line, count=line.case.attempts, when=day_and_clock(at))


def with_conflicts(counts: str, desk: services.CoordinatorDesk) -> str:
    """What is counted of a desk, and how many cases are in conflict where any is."""
    if not desk.in_conflict:
        return counts
    return f"{counts} · {say(WORDS.conflict_count, count=len(desk.in_conflict))}"
