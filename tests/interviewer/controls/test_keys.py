"""The keys: one registry, one meaning each, and few of them for a short interview."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.keys import Keys

import interviewer
from interviewer.controls.actions import KeyNote, always
from interviewer.controls.keys import Keycap
from interviewer.screens.call.keys import KEYS
from interviewer.screens.router import SCREENS
from interviewer.screens.shown_screen import ShownScreen
from schemas.calls.outcomes import Outcome
from schemas.questionnaire.types.answer_messages import WAYS_OUT
from tests.support.keyboard import TO_THE_OFFERS, Keyboard
from tests.support.messages import MESSAGES

FORBIDDEN = {
    "f3",
    "f11",
    "ctrl+h",
    "ctrl+i",
    "ctrl+m",
    "ctrl+left_square_bracket",
    "ctrl+space",
    "ctrl+@",
    *(f"alt+{digit}" for digit in range(10)),
}


NAMES = {key.value for key in Keys if len(key.value) > 1} | {
    key for keycap in Keycap for key in keycap.names if len(key) > 1
}
"""What Textual calls the keys that are more than a character."""


def modules() -> Iterator[tuple[Path, str]]:
    """The modules that are given keys, and their text; not the registry, nor what presses keys."""
    home = Path(interviewer.__file__).parent
    for path in sorted(home.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if path not in {home / "controls/keys.py", home / "terminal/player.py"}:
            yield path, text


class TestTheRegistry:
    """What `interviewer.controls.keys` promises."""

    def test_one_meaning(self) -> None:
        """No two keycaps stand for the same key."""
        used = Counter(name for keycap in Keycap for name in keycap.names)
        assert [name for name, times in used.items() if times > 1] == []

    def test_named_nowhere_else(self) -> None:
        """No other module knows what a key is called: it asks which action it stands for."""
        named = [
            (path.name, node.value)
            for path, text in modules()
            if re.search(r"\bPress\b|\bevents\.Key\b", text) and path.name != "keyboard.py"
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Constant) and node.value in NAMES
        ]
        assert named == []

    def test_asked_for_by_action(self) -> None:
        """A key is not compared with a name or a sign, but for the options of a list."""
        asks = re.compile(r"press\.name|\.char (==|!=|in) [\"{]")
        assert [path.name for path, text in modules() if asks.search(text)] == []

    def test_not_used(self) -> None:
        """Keys that terminals keep to themselves, or mix up with others, do nothing."""
        assert not FORBIDDEN & {name for keycap in Keycap for name in keycap.names}

    def test_in_the_help(self, on_line: Keyboard) -> None:
        """F1 shows every key that does something in an interview."""
        on_line.keys("f1")
        words = on_line.picture(120, 60)
        assert [one for one, _ in KEYS.help(on_line.call) if str(one) not in words] == []

    @pytest.mark.parametrize(
        ("key", "keycap", "meaning"),
        [
            ("F4", Keycap.F4, "merknad"),
            ("F7", Keycap.F7, "vet ikke"),
            ("F8", Keycap.F8, "vil ikke"),
        ],
    )
    def test_messages_name_the_right_key(self, key: str, keycap: Keycap, meaning: str) -> None:
        """A key named in a message is the one that does what the message says."""
        (action,) = (one for one in KEYS.actions if one.key is keycap)
        assert key in keycap.shown.split()
        assert meaning in f"{action.word} {action.help}".lower()

    def test_messages_name_no_other(self) -> None:
        """And the messages name no key but these."""
        words = " ".join((*(one.words for one in MESSAGES.values()), *WAYS_OUT.values()))
        assert set(re.findall(r"\bF[0-9]+\b", words)) == {"F4", "F7", "F8"}
        in_brackets = re.compile(r"\((\w+ ?\w*) ?\(?(F[0-9]+)\)?")
        assert all(key == "F4" for _, key in in_brackets.findall(words))


@pytest.mark.parametrize("shown", SCREENS.values(), ids=[one.__name__ for one in SCREENS])
class TestTheTables:
    """What can be done on a screen stands in one table beside it."""

    def test_one_meaning_a_key(self, shown: ShownScreen) -> None:
        """An action has its key alone; two that share one are never there together."""
        everywhere = [one for one in shown.keys.actions if one.there is always]
        used = Counter(key for one in everywhere for key in (one.key, *one.also))
        assert [key for key, times in used.items() if times > 1] == []

    def test_a_word_and_a_sentence(self, shown: ShownScreen) -> None:
        """A word for the footer, if it stands there, and a longer sentence for F1."""
        for one in shown.keys.actions:
            assert str(one.help).endswith((".", "…"))
            assert one.word is None or len(str(one.help)) > len(str(one.word))

    def test_how_to_leave_and_to_ask(self, shown: ShownScreen) -> None:
        """F1 and Ctrl+Q work everywhere, and every table says so."""
        notes = {one.keys for one in shown.keys.rows if isinstance(one, KeyNote)}
        assert {Keycap.F1, Keycap.CTRL_Q} <= notes


class TestTheShortInterview:
    """No offers, no plans: at most 25 keys after consent, free text not counted."""

    def test_few_keys(self, on_line: Keyboard) -> None:
        """From `consent` to the completed interview."""
        on_line.keys("enter", "1")
        pressed = self._answered(on_line)
        assert on_line.kept() is not None
        kept = on_line.kept()
        assert kept is not None
        assert kept.revision is not None
        assert on_line.file().attempts[0].outcome is Outcome.no_service
        assert len(pressed) <= 25, pressed

    def _answered(self, kari: Keyboard) -> list[str]:
        pressed: list[str] = []
        for key in self.KEYS:
            step = getattr(kari.screen, "talk").step  # noqa: B009 - every key here is for a question
            words = step is not None and step.question.type.name in {"text", "longtext"}
            kari.keys(key)
            pressed += [] if words and len(key) == 1 else [key]
        return pressed

    KEYS = (
        "1",  # the right person
        *"Kari Lie",
        "enter",
        *"rådgiver",
        "enter",
        "d",  # health and care
        "f7",  # no direct number
        "f7",  # no e-mail address
        "1",  # the definition will do
        "3",  # no offers
        "5",  # no plans
        "1",  # why
        "enter",
        "3",  # no other department or municipality
        "1",  # we may call again
        "1",  # a newsletter
        "enter",
        "enter",  # nothing to add
        "enter",  # thanks
        "1",  # fits the definition
        "1",  # certain
        "enter",  # no note
        "enter",  # done
    )


class TestKeysThatAnswer:
    """Digits and letters answer where they stand in front of an option, and are text elsewhere."""

    def test_question_mark_and_exclamation_mark(self, on_line: Keyboard) -> None:
        """? and ! are Vet ikke and Vil ikke svare in a list, and themselves in a text."""
        on_line.keys("enter", "1", "1", *"Kari?!")
        assert on_line.call.talk.entry is not None
        assert on_line.call.talk.entry.typed == "Kari?!"
        on_line.keys("enter", "f8", "?")
        assert on_line.entries()[-1].value == {"missing": "dont_know"}
        assert on_line.entries()[-2].value == {"missing": "refused"}

    def test_where_it_is_not_allowed(self, on_line: Keyboard) -> None:
        """A question that must be answered says so, and stays."""
        on_line.keys("enter", "f7")
        assert on_line.at == "consent"
        assert "A-MISSING" in on_line.picture()

    def test_unknown_keys(self, on_line: Keyboard) -> None:
        """Keys that mean nothing do nothing; a character says which keys there are."""
        on_line.keys(*TO_THE_OFFERS)
        before = on_line.call
        on_line.keys(*sorted(FORBIDDEN), "f10", "insert")
        assert on_line.call == before
