"""The list of licences is that of what is installed, and nothing stands in it unknown."""

import sys

import pytest

from tests.packaging.licences import TARGET, listed


@pytest.mark.skipif(sys.platform == "win32", reason="other packages belong to Windows")
@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="it is the list for the oldest Python")
def test_the_list_is_up_to_date() -> None:
    """A package that is new, or another version of one, is written by the command."""
    pytest.importorskip("pyreadstat")
    told = TARGET.read_text(encoding="utf-8")
    assert told == listed()
    assert "| ? |" not in told
