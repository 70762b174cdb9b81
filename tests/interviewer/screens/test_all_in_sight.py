"""At 80×24 nothing that can be chosen is hidden in any panel or list, with a case full of people.

What is offered is what is drawn as an option; it is in sight with its key, or a sign says that
there is more, and the marked row is seen.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from db.cases import load_register
from db.database import Database
from db.open_database import open_database
from interviewer.draw.bars import Surroundings
from interviewer.draw.columns import Option
from interviewer.draw.lines import MORE_ABOVE, MORE_BELOW
from interviewer.draw.page import Page
from interviewer.draw.prompter import Prompt
from interviewer.screens.call.panels.check import CheckPanel
from interviewer.screens.call.panels.claim_comparison import RevealPanel
from interviewer.screens.picture import draw
from interviewer.screens.queue.state import Queue
from schemas.language.option_keys import OPTION_KEYS
from schemas.surveys.health_trusts_2016.survey import SURVEY as TRUSTS
from tests.interviewer.screens.call.test_claim import claimed as claimed
from tests.interviewer.screens.call.test_claim import screening
from tests.interviewer.screens.call.test_keys_in_panels import TO_A_WARNING
from tests.support.keyboard import TO_THE_NAME, TO_THE_OFFERS, Keyboard

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


IN_A_CHECK: Ways = {
    "the check": (),
    "which answer": ("1",),
    "the reason": ("2", *"delt stilling"),
    "a definition over it": ("f2",),
}
IN_THE_REVEAL: Ways = {
    "what was claimed": (),
    "a definition over it": ("f2",),
}
ON_THE_DESK: Ways = {
    "the queue": (),
    "how far it has come": ("f2",),
    "the cases": ("f4",),
    "one case": ("f4", "enter"),
    "why it is closed": ("f4", "enter", "4"),
    "what is shared": ("f5",),
    "the lists": ("f6",),
    "figures and files": ("f9",),
    "an order": ("f9", "4"),
    "the interview": ("enter",),
    "another class": ("enter", "2"),
    "which question": ("enter", "3"),
    "the message": ("enter", "3", "enter"),
    "the withdrawal": ("enter", "8"),
    "a consent": ("enter", "9"),
    "whatever one looks for": ("enter", "ctrl+f"),
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
        f"{key} {label}" for key, label in offered if not words.issuperset((key, *label.split()))
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


@pytest.mark.parametrize("practice", [False, True])
def test_where_we_are_sent(crowded: Keyboard, practice: bool) -> None:
    """During a transfer nobody has time to look for more: every key is there at once."""
    crowded.keys("1", "f5")
    prompt = Prompt("Øvelse", "Her kan du prøve deg fram.", gives_way=True) if practice else None
    around = Surroundings(80, 24, crowded.now, practice=practice, prompt=prompt)
    seen = [line.plain for line in draw(crowded.screen, around)]
    keys = (*"12345", *"abcdefghijklmnopqrstu", "0")
    assert [key for key in keys if not any(f" {key} " in line for line in seen)] == []
    assert not any(sign.plain in line for line in seen for sign in (MORE_ABOVE, MORE_BELOW))


def test_on_the_card(crowded: Keyboard, offered: Offered) -> None:
    crowded.keys("down")
    assert walked(crowded, offered, ON_THE_CARD) == {}


def test_on_the_list(kari: Keyboard, offered: Offered) -> None:
    assert walked(kari, offered, ON_THE_LIST) == {}


def test_in_a_check(on_line: Keyboard, offered: Offered) -> None:
    on_line.keys(*TO_A_WARNING)
    assert isinstance(on_line.call.panel, CheckPanel)
    assert walked(on_line, offered, IN_A_CHECK) == {}


def test_in_the_reveal(claimed: Keyboard, offered: Offered) -> None:
    """With every reason there is, and a definition above them."""
    screening(claimed, "5")
    assert isinstance(claimed.call.panel, RevealPanel)
    assert walked(claimed, offered, IN_THE_REVEAL) == {}


def test_on_a_coordinators_desk(practice: Database, offered: Offered) -> None:
    berit = Keyboard(practice, reviewing=True).sits_down("Berit")
    assert isinstance(berit.loop.screen, Queue)
    assert walked(berit, offered, ON_THE_DESK) == {}


@pytest.fixture
def trusts(tmp_path: Path) -> Iterator[Keyboard]:
    """The card of the second survey's first case, with a number and many people."""
    path = tmp_path / "trusts.sqlite"
    with closing(open_database(path, create=True, survey=TRUSTS, durable=False)) as database:
        load_register(database)
        kari = Keyboard(database).sits_down()
        kari.keys("enter")
        for name in PEOPLE:
            kari.keys("f5", "e", *name, "enter", *"69287123", "escape")
        yield kari


def test_in_the_second_survey(trusts: Keyboard, offered: Offered) -> None:
    """Its departments, people and panels are others."""
    trusts.keys("down")
    assert walked(trusts, offered, ON_THE_CARD) == {}
    trusts.keys("1", *TO_THE_NAME)
    assert walked(trusts, offered, IN_A_CALL) == {}


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
