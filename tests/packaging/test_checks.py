"""One list of checks: before a commit, on the project's own machine, and on GitHub."""

import re
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
CHECKS = ["ruff check", "ruff format --check", "mypy", "pytest"]


def run_by(file: str, pattern: str) -> list[str]:
    """What a file runs by `uv run`, in the order in which it stands there."""
    text = (CHECKOUT / file).read_text(encoding="utf-8")
    return re.findall(rf"^{pattern}python3? -m uv run (.+)$", text, re.MULTILINE)


class TestChecks:
    def test_the_project_s_own(self) -> None:
        """All of them, the suite last, so that its count closes the output."""
        assert run_by(".ci/run", "check ") == CHECKS

    def test_before_a_commit_and_a_push(self) -> None:
        """The same, each with its hook; only the suite waits for a push."""
        assert run_by(".pre-commit-config.yaml", " +entry: ") == CHECKS
        text = (CHECKOUT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
        hooks = text.split("- id: ")[1:]
        assert [hook.split()[0] for hook in hooks if "pre-push" in hook] == ["pytest"]

    def test_hooks_fetch_nothing(self) -> None:
        """They are our own, and run in the environment that is there."""
        text = (CHECKOUT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
        assert re.findall("repo: (.+)", text) == ["local"]
        assert set(re.findall("language: (.+)", text)) == {"system"}
        assert "://" not in text

    def test_on_github(self) -> None:
        """The same, on each Python of each system, and once more with the oldest versions."""
        steps = run_by(".github/workflows/check.yml", " +- run: ")
        bare = [re.sub(r"--(?:python|resolution) (?:\$\{\{.*?\}\}|\S+) ", "", one) for one in steps]
        assert list(dict.fromkeys(sorted(bare, key=CHECKS.index))) == CHECKS
