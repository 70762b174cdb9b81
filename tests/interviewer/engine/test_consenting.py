"""What somebody said about the public list, read from what a coordinator typed."""

from datetime import date

import pytest

from interviewer.engine.consenting import ConsentProblem, read_consent
from schemas.review.consents import ConsentHow

TODAY = date(2015, 3, 17)


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("telefon", ConsentHow.phone),
        ("e-post", ConsentHow.email),
        ("Epost", ConsentHow.email),
        ("på e-post", ConsentHow.email),
        ("email", ConsentHow.email),
        ("brev", ConsentHow.letter),
        ("møte", ConsentHow.meeting),
    ],
)
def test_every_way_that_is_offered_is_understood(typed: str, how: ConsentHow) -> None:
    """As the refusal names it, and as people write it."""
    said = {"given_by": "Kari Lie", "how": typed, "phone": "69 21 60 00"}
    assert read_consent(said, TODAY, listed=True).how is how


def test_what_is_no_way_is_refused_with_those_there_are() -> None:
    """Each of which is then understood."""
    with pytest.raises(ConsentProblem) as refused:
        read_consent({"given_by": "Kari Lie", "how": "due"}, TODAY, listed=False)
    for way in refused.value.sentence.removeprefix("Skriv hvordan: ").rstrip(".").split(", "):
        said = {"given_by": "Kari Lie", "how": way}
        assert read_consent(said, TODAY, listed=False).how.name
