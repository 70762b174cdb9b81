"""The list of licences is that of what is installed, and nothing stands in it unknown."""

import sys
from importlib.metadata import version

import pytest

from tests.packaging.licences import TARGET, listed
from tests.support.pin import PYPROJECT

AS_PINNED = f'"rich=={version("rich")}"' in PYPROJECT.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="other packages belong to Windows")
@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="it is the list for the oldest Python")
@pytest.mark.skipif(not AS_PINNED, reason="it is the list of the pinned versions")
def test_the_list_is_up_to_date() -> None:
    """A package that is new, or another version of one, is written by the command."""
    pytest.importorskip("pyreadstat")
    told = TARGET.read_text(encoding="utf-8")
    assert told == listed()
    assert "| ? |" not in told


def test_what_only_an_extra_of_a_part_brings() -> None:
    """Rich reads Markdown, and Textual asks for more of the same package."""
    assert "\n| linkify-it-py | " in TARGET.read_text(encoding="utf-8")
