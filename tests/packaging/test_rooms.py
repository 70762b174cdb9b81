"""Where things lie: three packages, the tests, and nothing else at the top."""

import shutil
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
AT_THE_TOP = {"LICENSE", "README.md", "pyproject.toml", "interviewer", "schemas", "db", "tests"}


@pytest.fixture(scope="module")
def tracked() -> list[str]:
    """Every file in the repository."""
    if not ((CHECKOUT / ".git").exists() and shutil.which("git")):
        pytest.skip("not a clone: only git knows which files belong to the project")
    answer = subprocess.run(
        ["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    return answer.stdout.split("\0")[:-1]


class TestTheLayout:
    """The top level stays small enough to be taken in at a glance."""

    def test_nothing_else_at_the_top(self, tracked: list[str]) -> None:
        """Only the rooms, the tests and what every project has; hidden files are tools'."""
        top = {file.partition("/")[0] for file in tracked}
        assert {name for name in top if not name.startswith(".")} <= AT_THE_TOP

    def test_the_lock_file_stays_out(self, tracked: list[str]) -> None:
        """It names download hosts; the pins in pyproject.toml do its work."""
        assert "uv.lock" not in tracked

    def test_no_case_is_kept_in_the_repository(self, tracked: list[str]) -> None:
        """Databases hold people's names and numbers."""
        kept = {".db", ".sqlite", ".sqlite3"}
        assert not [file for file in tracked if Path(file).suffix in kept]
