"""What the invented municipalities are like: a scenario for each way through the questionnaire."""

from typing import Final

from schemas.surveys.practice import Scenario

ORGANISED: Final = ("centre", "department", "unit", "coordinator")
CRITERIA: Final = (
    "criterion_group",
    "criterion_long_term",
    "criterion_planned",
    "criterion_delivered",
    "criterion_evaluated",
)
ANY_KIND: Final = ("lm", "lm", "lm", "lm", "kid", "kib", "lifestyle", "other")
DO_NOT_COUNT: Final = ("kid", "kib", "lifestyle")
COUNT: Final = {"offer_kind": (("lm",), ANY_KIND)}
COUNT_NOT: Final = {"offer_kind": (DO_NOT_COUNT, DO_NOT_COUNT)}

_WILLING: Final[dict[str, tuple[str, ...]]] = {
    "consent": ("yes",),
    "right_person": ("yes", "yes", "yes", "proxy"),
}
_FITS: Final[dict[str, tuple[str, ...]]] = {
    **_WILLING,
    "has_offers": ("yes",),
    "fit": ("clear",),
    **dict.fromkeys(CRITERIA, ("yes", "yes", "yes", "some")),
}
_HAS_NONE: Final[dict[str, tuple[str, ...]]] = {
    **_WILLING,
    "fit": ("not_relevant",),
    "knows_other_unit": ("no", "no", "other_department"),
}

_MUNICIPAL: Final = Scenario(
    "a municipal service",
    {**_FITS, "coordination": ORGANISED, "cooperation": ("municipal",)},
    COUNT,
)
_SHARED: Final = Scenario(
    "an inter-municipal service",
    {**_FITS, "coordination": ORGANISED, "cooperation": ("intermunicipal",)},
    COUNT,
)
_SCATTERED: Final = Scenario(
    "programmes without a service", {**_FITS, "coordination": ("scattered",)}, COUNT
)
_PLANNED: Final = Scenario(
    "a service is planned",
    {**_HAS_NONE, "has_offers": ("planned",), "plans": ("decided", "well_under_way")},
)
_NOTHING: Final = Scenario(
    "no programmes, no plans",
    {
        **_HAS_NONE,
        "has_offers": ("no",),
        "plans": ("no", "no", "not_wanted", "considering", "other", "dont_know"),
    },
)
_UNKNOWN: Final = Scenario(
    "nobody knows",
    {
        **_HAS_NONE,
        "has_offers": ("dont_know",),
        "plans": ("dont_know", "considering"),
        "respondent_certainty": ("uncertain",),
    },
)
_ELSEWHERE: Final = Scenario(
    "a neighbour has it",
    {
        **_HAS_NONE,
        "has_offers": ("no",),
        "plans": ("no", "not_wanted"),
        "knows_other_unit": ("other_municipality",),
    },
)
_ONLY_COURSES: Final = Scenario(
    "only courses that do not count",
    {**_FITS, "coordination": (*ORGANISED, "scattered"), "fit": ("clear", "borderline")},
    COUNT_NOT,
)
_NO_USERS: Final = Scenario(
    "no experienced service users take part",
    {
        **_FITS,
        "coordination": (*ORGANISED, "scattered"),
        "criterion_planned": ("no", "some"),
        "criterion_delivered": ("no",),
        "criterion_evaluated": ("no", "some"),
        "fit": ("borderline",),
    },
    COUNT,
)
_UNCLEAR: Final = Scenario(
    "nobody can say how it is organised",
    {**_FITS, "coordination": ("other", "dont_know"), "cooperation": ("municipal",)},
    COUNT,
)
_OUTSIDE: Final = Scenario(
    "something else altogether",
    {
        **_FITS,
        "coordination": ORGANISED,
        "criterion_group": ("no", "some"),
        "criterion_long_term": ("no", "some"),
        "fit": ("outside",),
    },
    COUNT,
)

SCENARIOS: Final = (
    _MUNICIPAL,
    _NOTHING,
    _SHARED,
    _SCATTERED,
    _ONLY_COURSES,
    _PLANNED,
    _UNCLEAR,
    _UNKNOWN,
    _NO_USERS,
    _NOTHING,
    _OUTSIDE,
    _ELSEWHERE,
)
"""They come round in this order, so that a dozen interviews show all of them."""
