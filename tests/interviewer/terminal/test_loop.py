"""The whole program without a terminal: keys that nobody would press, on a real file."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interviewer.controls.keys import OPTION_KEYS, Keycap
from interviewer.screens.call.state import Call
from tests.interviewer.conftest import Copies
from tests.support.hostile import HOSTILE
from tests.support.keyboard import SIZES, TO_THE_NAME, TO_THE_OFFERS, Keyboard, answered

ACTION_KEYS = sorted({name for keycap in Keycap for name in keycap.names} - {"ctrl+q"})
EDIT_KEYS = ["left", "right", "home", "end", "backspace", "ctrl+u", "ctrl+w", "ctrl+j", "tab"]

typed = st.one_of(
    st.sampled_from("1112223456789"),
    st.sampled_from(["enter"] * 4 + ACTION_KEYS),
    st.sampled_from([*OPTION_KEYS, *EDIT_KEYS, " ", "?", "!", "å", "0", "f11", "alt+1"]),
    st.sampled_from(["paste:" + text for text in HOSTILE]),
)
ways_in = st.sampled_from([(), ("enter",), TO_THE_NAME, TO_THE_OFFERS, (*TO_THE_OFFERS, "1")])


class TestAnyKeys:
    """Whatever is pressed, wherever, and pasted in between."""

    @given(ways_in, st.lists(typed, max_size=50))
    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_nothing_breaks(self, copies: Copies, way: tuple[str, ...], keys: list[str]) -> None:
        """No error; every state has a picture; what is shown as answered is in the database.

        And the one who comes in after a crash finds it just so.
        """
        kari = Keyboard(copies()).sits_down()
        kari.keys("enter", *(("enter", "enter", *way) if way else ()))
        for key in keys:
            _, pasting, text = key.partition("paste:")
            if pasting:
                kari.paste(text)
            else:
                kari.keys(key)
            kari.mind()
            _looks_right(kari)
        _is_stored(kari)


def _looks_right(kari: Keyboard) -> None:
    for columns, rows in SIZES:
        kari.picture(columns, rows)


def _is_stored(kari: Keyboard) -> None:
    if not isinstance(kari.screen, Call):
        return
    call = kari.screen
    case = call.file.case_id
    assert kari.stored(case) == answered(call)
    kept = kari.kept(case)
    assert (kept is not None) == call.begun
    assert kari.file(case).attempts == call.file.attempts
    assert kari.file(case).redirects == call.file.redirects
    assert kari.file(case).contacts == call.file.contacts
