"""Answers in people's own words, counted under the codes that they were put under."""

from collections import Counter
from collections.abc import Iterator

from schemas.language.numerals import show_number
from schemas.review.coding.answers import CodingState
from schemas.review.coding.coding_desk import CodingDesk
from schemas.review.report.blocks import Table
from schemas.review.report.figures import per
from schemas.review.shares import percent

NOTE = "Et svar kan stå under flere koder. Prosenten er av svarene som er kodet."


def coded(desk: CodingDesk, question: str, title: str) -> Iterator[Table]:
    """The answers to one question under its codes; nothing where none was coded."""
    answers = desk.by_question.get(question, ())
    done = [one for one in answers if one.state is CodingState.coded]
    if not done:
        return
    under = [one.codes(desk.codes) for one in done]
    counts = Counter(code for codes in under for code in codes)
    rows = tuple(
        (code.label, show_number(count), per(percent(count, len(done))))
        for code, count in sorted(counts.items(), key=lambda one: (-one[1], one[0].number))
    )
    none = sum(not codes for codes in under)
    left = len(answers) - len(done)
    apart = (("Passer ikke under noen kode", none), ("Ikke kodet ennå", left))
    yield Table(
        f"koder-{question}",
        f"{title} Svarene lagt under koder. {NOTE}",
        ("Kode", "Svar", "Prosent"),
        rows,
        apart=tuple((label, show_number(count), "") for label, count in apart if count),
        sums=(("Kodet", show_number(len(done)), ""),),
        about=question,
    )
