"""What every test gets: surroundings of its own, and a place for a database."""

import gc
import os
from collections.abc import Generator, Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.support.compiled_modules import compile_modules_once

compile_modules_once()  # before what takes a second to compile, and more to rewrite for pytest

from hypothesis import settings  # noqa: E402

from tests.support.compiled_once import compile_sql_once, tell_codebooks_once  # noqa: E402
from tests.support.no_power_cuts import wait_for_no_disk  # noqa: E402

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

compile_sql_once()
tell_codebooks_once()
wait_for_no_disk()

FROM_THE_END = os.environ.get("PYTEST_XDIST_WORKER", "")[-1:] in {*"13579"}

HOMES = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_RUNTIME_DIR",
    "XDG_STATE_HOME",
)

WINDOWS_FOLDERS = {
    "WIN_PD_OVERRIDE_APPDATA": r"AppData\Roaming",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": r"AppData\Local",
    "WIN_PD_OVERRIDE_PERSONAL": "Documents",
}
"""What platformdirs asks before it asks Windows, which does not look at the environment."""


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Every second process begins at the last file: in a new clone it compiles the one half of all
    that is imported, and the other process the other.
    """
    report = yield
    if FROM_THE_END and isinstance(collector, pytest.Directory):
        report.result.reverse()
    return report


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with tests that take seconds come first: no core waits for the last of them."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: (item.path not in slow, item.path))


def pytest_collection_finish() -> None:
    """What is loaded now stays: looking for garbage in it took an eighth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the next home is to be; `mktemp` would look through all that there are, each time."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def _surroundings_of_its_own(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes what belongs to the person who runs it."""
    home = next(_homes)
    home.mkdir()
    for name in HOMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name, folder in WINDOWS_FOLDERS.items():
        monkeypatch.setenv(name, str(home / folder))
    for name in [name for name in os.environ if name.startswith("RINGERUNDE_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def database_path(tmp_path: Path) -> Path:
    """Where a test's database goes; nothing is there yet."""
    return tmp_path / "ringerunde.sqlite"
