"""At 80×24 nothing that can be chosen is hidden in any panel or list, with a case full of people.

What is offered is what is drawn as an option; it is in sight with its key, or a sign says that
there is more, and the marked row is seen.
"""

from collections.abc import Mapping, Sequence

import pytest

from interviewer.draw.columns import Option
from interviewer.draw.lines import MORE_ABOVE, MORE_BELOW
from interviewer.draw.page import Page
from schemas.language.option_keys import OPTION_KEYS
from tests.support.keyboard import TO_THE_OFFERS, Keyboard

PEOPLE = ("Anne Nordgård-Berg", "Berit", "Carl", "Dag", "Eva", "Finn", "Gro", "Hans")

Ways = Mapping[str, tuple[str, ...]]
"""Where the keys lead to."""

IN_A_CALL: Ways = {
    "the question": (),
    "help": ("f1",),
    "the definition": ("f2",),
    "the remark": ("f4",),
    "where we are sent": ("f5",),
    "how": ("f5", "e"),
    "where to jump": ("f6",),
    "the outcomes": ("f9",),
    "when": ("f9", "c"),
    "closing for ever": ("f9", "h", "enter"),
    "who is on the line": ("f12",),
    "the contact point": ("f12", "1"),
    "whatever one looks for": ("ctrl+f",),
}
ON_THE_CARD: Ways = {
    "the card": (),
    "a new contact point": ("f5",),
    "what can be done": ("f12",),
    "which is the same": ("f12", "4"),
    "two become one": ("f12", "4", "1"),
    "why it is taken out": ("f12", "5"),
    "whatever one looks for": ("ctrl+f",),
    "the interview": ("f6",),
}
ON_THE_LIST: Ways = {
    "the list": (),
    "which are shown": ("f6",),
    "what is brought in": ("f4",),
    "who sits here": ("ctrl+p",),
    "whatever one looks for": ("ctrl+f",),
}


Offered = list[tuple[str, str]]
"""Keys, and what they lead to."""


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> Offered:
    """Every option that a picture has, with its key, as it is drawn."""
    found: Offered = []
    draws = Page.options

    def options(
        page: Page,
        options: Sequence[Option],
        room: int | None = None,
        keys: Sequence[str] = OPTION_KEYS,
        indent: int = 1,
    ) -> Page:
        found.extend((key, one.label) for key, one in zip(keys, options, strict=False))
        return draws(page, options, room, keys, indent)

    monkeypatch.setattr(Page, "options", options)
    return found


def hidden(kari: Keyboard, offered: Offered) -> list[str]:
    """What can be chosen and is not in sight, where no sign says that there is more."""
    offered.clear()
    seen = kari.picture()
    if any(sign.plain in seen for sign in (MORE_ABOVE, MORE_BELOW)):
        return []
    words = set(seen.replace("▸", " ").split())
    return [
        f"{key} {label}"
        for key, label in offered
        if not words.issuperset((key, *label.split()[:2]))
    ]


def walked(kari: Keyboard, offered: Offered, ways: Ways) -> dict[str, list[str]]:
    """What is hidden behind each of the ways, each gone from where one stands; and the keys."""
    lost, here = {}, kari.loop.screen
    for name, keys in ways.items():
        kari.keys(*keys)
        if gone := hidden(kari, offered):
            lost[name] = gone
        kari.loop.screen = here
    return lost


@pytest.fixture
def crowded(kari: Keyboard) -> Keyboard:
    """The card of Halden, with a number, and more people than anybody has."""
    kari.keys("enter")
    for name in PEOPLE:
        kari.keys("f5", "e", *name, "enter", *"69287123", "escape")
    return kari


def test_in_a_call(crowded: Keyboard, offered: Offered) -> None:
    crowded.keys("1", *TO_THE_OFFERS)
    assert walked(crowded, offered, IN_A_CALL) == {}


def test_on_the_card(crowded: Keyboard, offered: Offered) -> None:
    crowded.keys("down")
    assert walked(crowded, offered, ON_THE_CARD) == {}


def test_on_the_list(kari: Keyboard, offered: Offered) -> None:
    assert walked(kari, offered, ON_THE_LIST) == {}


@pytest.mark.parametrize("far", [0, 5, 30, 441])
def test_the_lit_line_of_a_long_list(kari: Keyboard, far: int) -> None:
    """Four hundred units are more than there is room for."""
    kari.keys(*["down"] * far)
    assert sum("▸" in line for line in kari.picture().splitlines()) == 1


@pytest.mark.parametrize("panel", [("f5",), ("f9",), ("f6",)])
def test_the_lit_line_of_a_panel(crowded: Keyboard, panel: tuple[str, ...]) -> None:
    """Wherever the arrows lead to, if there is a mark."""
    crowded.keys("1", *TO_THE_OFFERS, *panel)
    marked = "▸" in crowded.picture()
    for _ in range(12):
        crowded.keys("down")
        assert ("▸" in crowded.picture()) is marked
