"""Twenty-five interviews with the margins of the article about the health trusts (2016).

36 centres in 20 health trusts and 5 private hospitals, 178 employees in 105 full-time
equivalents; five units have something for people with a minority-language background, a third
for children and young people, fewer than a fourth for anxiety or depression
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from db.database import Database
from interviewer.practice.case import Case
from interviewer.practice.respondents import HeardSoFar
from interviewer.practice.season import seated
from schemas.frame.frame import Frame
from schemas.questionnaire.answers import Items
from schemas.questionnaire.types.dice import Dice
from schemas.surveys.health_trusts_2016.survey import SURVEY
from schemas.surveys.practice import Asked, Scenario

TWO_CENTRES: Final = 11
"""So many units have two centres; the others have one."""

SMALLER: Final = 2
"""So many centres have four employees; the others have five."""

PART_TIME: Final = 3
"""So many centres have two full-time equivalents; the others have three."""

GROUPS: Final = {
    "diabetes": 20,
    "copd": 17,
    "cancer": 16,
    "cardiovascular": 14,
    "musculoskeletal": 9,
    "pain": 8,
    "children_youth": 8,
    "anxiety_depression": 6,
    "minority_language": 5,
    "rare": 3,
}
"""In how many units there is something for each group."""

DECIDED_BY: Final = {"centre_staff": 16, "clinic_staff": 14, "clinic_leaders": 7, "management": 3}
CHALLENGES: Final = {"positions": 15, "economy": 12, "priority": 11, "recruiting_patients": 4}
MUNICIPALITIES: Final = (0, 5, 8, 9, 9, 11, 14)

QUOTE: Final = (
    "Den ansattes interesse og vilje til gjennomføring er styrende for hvilke pasientgrupper som "
    "får tilbud. Et system som gir et tilfeldig tilbud til brukerne og skaper ulikhet i "
    "tjenestetilbudet."
)


# ── What is said ─────────────────────────────────────────────────────────────────────────────────


def told(frame: Frame) -> Iterator[tuple[str, dict[str, Any]]]:
    """What is said in each unit, by its id; codes by name, a list where it is about each centre."""
    centre = 0
    for number, unit in enumerate(frame):
        count = 2 if number < TWO_CENTRES else 1
        these = range(centre, centre + count)
        centre += count
        yield (
            unit.id,
            {
                "centre": count,
                "centre_name": [f"LMS {letter}" for letter in "AB"[:count]],
                "centre_staff": [4 if one < SMALLER else 5 for one in these],
                "centre_fte": [Decimal(2 if one < PART_TIME else 3) for one in these],
                "led_by_management": _nth(number, ("little", "little", "some", "not", "little")),
                "in_strategy": _nth(number, ("no", "mentioned", "no", "own_goals", "mentioned")),
                "decides_groups": _among(DECIDED_BY, number, len(frame), "regional"),
                "decides_text": QUOTE if number == 0 else None,
                "offer_groups": _among(GROUPS, number, len(frame), "obesity"),
                "offers_last_year": 10 + number,
                "participants_last_year": 120 + 10 * number,
                "municipalities": _nth(number, MUNICIPALITIES),
                "challenges": _among(CHALLENGES, number, len(frame), "none"),
                "future": _nth(number, ("worse", "same", "worse", "better")),
                "future_text": None,
            },
        )


def _nth(number: int, of: tuple[Any, ...]) -> Any:
    return of[number % len(of)]


def _among(numbers: dict[str, int], number: int, of: int, instead: str) -> tuple[str, ...]:
    """The codes that this one says, so that each is said as often as it should be."""
    said = tuple(
        code for at, (code, count) in enumerate(numbers.items()) if (number + 3 * at) % of < count
    )
    return said or (instead,)


# ── Who says it ──────────────────────────────────────────────────────────────────────────────────

SURE: Final = Scenario(
    "what the article tells",
    {
        "consent": ("yes",),
        "right_person": ("yes",),
        "organised": ("centres",),
        "knows_all_centres": ("yes",),
    },
)


class Sure(Dice):
    """Chance that only ever does the likelier thing: nobody slips, or leaves a question open."""

    def apart(self) -> "Sure":
        return Sure(self.getrandbits(64))

    def happens(self, share: float) -> bool:
        return share > 0.5


def play_article(database: Database) -> None:
    """Ring every unit, and ask all of it, with the keys that an interviewer would press."""
    dice, frame = Sure(2016), database.frame
    units = dict(told(frame))
    asked = {question for said in units.values() for question in said}
    script = replace(SURVEY.practice, says={one: _saying(one, units) for one in asked})
    survey, caller = replace(SURVEY, practice=script), seated(database, dice, "Kari", script.begins)
    for unit in frame:
        for wait in Case(caller, dice, survey, frame, unit, SURE, HeardSoFar()).finished():
            caller.player.wait(wait)


def _saying(question: str, units: dict[str, dict[str, Any]]) -> Callable[[Asked], Any]:
    def says(asked: Asked) -> Any:
        said = units[asked.unit.id][question]
        if question == "centre":
            return _centres(asked, said)
        return _coded(question, said[(asked.key.item or 1) - 1] if _is_list(said) else said)

    return says


def _is_list(said: Any) -> bool:
    return isinstance(said, list)


def _centres(asked: Asked, count: int) -> Items:
    """One more, until all are named."""
    known = asked.answers.get(asked.key)
    items = known if isinstance(known, Items) else Items()
    if len(items.items) < count:
        return items.added(max(items.items) + 1)
    return replace(items, complete=True)


def _coded(question: str, said: Any) -> Any:
    codes = {code.name: code for code in SURVEY.questionnaire.by_id[question].codes}
    if isinstance(said, tuple):
        return tuple(code for name, code in codes.items() if name in said)
    return codes.get(said, said) if isinstance(said, str) else said
