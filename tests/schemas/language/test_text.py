"""Sentences: how values are put in, and how they end."""

import pytest

from schemas.language.text import ended, filled


@pytest.mark.parametrize(
    ("last", "said"),
    [
        ("mandag 30.11.", "Saken venter til mandag 30.11."),
        ("Kari L.", "Saken venter til Kari L."),
        ("Hvor mange?", "Saken venter til Hvor mange?"),
        ("i morgen", "Saken venter til i morgen."),
    ],
)
class TestASentenceEndsOnce:
    """Whatever ends it: a date and a name may have a stop of their own."""

    def test_with_something_put_in(self, last: str, said: str) -> None:
        assert filled("Saken venter til {last}.", last=last) == said
        assert filled("Saken venter til {last}. Vent.", last=last) == f"{said} Vent."

    def test_as_it_is(self, last: str, said: str) -> None:
        assert ended(f"Saken venter til {last}") == said


def test_what_is_put_in_is_no_template() -> None:
    assert filled("«{typed}» finnes ikke, {name}.", typed="{name}.", name="Kari") == (
        "«{name}.» finnes ikke, Kari."
    )
