"""Every version is pinned in pyproject.toml, and one command writes the pins."""

import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.support import pin

TEXT = pin.PYPROJECT.read_text(encoding="utf-8")
PROJECT = tomllib.loads(TEXT)
PINS = [Requirement(each) for each in PROJECT["tool"]["uv"]["constraint-dependencies"]]
DIRECT = [Requirement(each) for each in pin.all_requirements(PROJECT)]


class TestThePins:
    """What is installed today is what the suite was run with."""

    def test_each_names_one_version(self) -> None:
        """Exactly one, so that nothing new comes in by itself."""
        assert all(re.fullmatch(r"==[0-9][^*,]*", str(each.specifier)) for each in PINS)

    def test_every_direct_dependency_is_pinned_within_its_bounds(self) -> None:
        """A bound that was raised without new pins is noticed here."""
        for wanted in DIRECT:
            pinned = [each for each in PINS if _name(each) == _name(wanted)]
            assert pinned, f"{wanted.name} has no pin"
            assert all(_version(each) in wanted.specifier for each in pinned), wanted

    def test_every_direct_dependency_has_a_lower_bound(self) -> None:
        """Otherwise an installer may choose something from another age."""
        floors = {">=", "=="}
        assert all({s.operator for s in each.specifier} & floors for each in DIRECT)

    def test_pip_without_groups_gets_the_same_tools(self) -> None:
        """The extra `test` is the group `dev`."""
        extra = PROJECT["project"]["optional-dependencies"]["test"]
        assert extra == PROJECT["dependency-groups"]["dev"]

    def test_no_host_is_named(self) -> None:
        """Where packages come from is the business of the machine that installs them."""
        assert "://" not in TEXT


class TestTheCommandThatPins:
    """It rewrites its lists and nothing else."""

    def test_only_the_list_changes(self) -> None:
        """The rest of the file, comments too, is left byte for byte."""
        before = 'x = 1  # why\npins = [\n    "a==1",\n]\nother = [\n    "b==1",\n]\n'
        after = 'x = 1  # why\npins = [\n    "a==2",\n    "c==1",\n]\nother = [\n    "b==1",\n]\n'
        assert pin.rewrite(before, "pins", ["a==2", "c==1"]) == after

    def test_the_same_pins_change_nothing(self) -> None:
        """Running it twice is running it once."""
        pins = PROJECT["tool"]["uv"]["constraint-dependencies"]
        assert pin.rewrite(TEXT, "constraint-dependencies", pins) == TEXT

    def test_a_missing_list_is_told(self) -> None:
        """Nothing is guessed about where the pins should go."""
        with pytest.raises(SystemExit, match="0 times"):
            pin.rewrite("", "constraint-dependencies", [])

    def test_it_needs_nothing_installed(self) -> None:
        """It has to run when the old pins contradict a raised bound."""
        source = Path(pin.__file__).read_text(encoding="utf-8")
        imported = set(re.findall(r"^(?:from|import) (\w+)", source, re.MULTILINE))
        assert imported <= sys.stdlib_module_names


def _name(requirement: Requirement) -> str:
    return canonicalize_name(requirement.name)


def _version(pinned: Requirement) -> Version:
    return Version(str(pinned.specifier).removeprefix("=="))
