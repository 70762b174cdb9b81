"""Pin every tested version, transitive ones too, in `pyproject.toml`.

    uv run --no-project python -m tests.support.pin

resolves freshly for every platform and rewrites the two lists of pins under `[tool.uv]`, nothing
else. The pins stand there because `uv.lock` names the hosts it downloaded from and so stays out of
the repository. `--no-project`, and only the standard library here: after a bound has been raised,
the old pins contradict it, and no environment can be built until this module has run.
"""

import os
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"


def all_requirements(project: dict[str, Any]) -> list[str]:
    """Everything anyone may install: the program, its extras, and the developers' tools."""
    extras = project["project"].get("optional-dependencies", {}).values()
    groups = project.get("dependency-groups", {}).values()
    lists = [project["project"]["dependencies"], *extras, *groups]
    return [requirement for each in lists for requirement in each]


def resolve(requirements: list[str], python: str) -> list[str]:
    """One pin for each package these requirements lead to, on any platform from `python` on.

    Resolved outside the project, where the old pins are not found.
    """
    command = [os.environ.get("UV", "uv"), "pip", "compile", "--quiet", "--universal"]
    command += ["--no-header", "--no-annotate", "--no-emit-index-url"]
    answer = subprocess.run(
        [*command, "--python-version", python, "-"],
        input="\n".join(requirements),
        capture_output=True,
        text=True,
        check=False,
        cwd=tempfile.gettempdir(),
    )
    if answer.returncode:
        sys.exit(answer.stderr)
    return answer.stdout.splitlines()


def rewrite(text: str, key: str, pins: list[str]) -> str:
    """`text` with the list called `key` replaced by these pins, and not a byte elsewhere."""
    lines = "".join(f'    "{pin}",\n' for pin in pins)
    block = re.compile(rf"^{re.escape(key)} = \[\n.*?^\]\n", re.MULTILINE | re.DOTALL)
    changed, found = block.subn(lambda _: f"{key} = [\n{lines}]\n", text)
    if found != 1:
        sys.exit(f"{key} = [ … ] stands {found} times in pyproject.toml, not once")
    return changed


def main() -> None:
    """Resolve, and write only when something changed."""
    text = PYPROJECT.read_text(encoding="utf-8")
    project = tomllib.loads(text)
    python = project["project"]["requires-python"].removeprefix(">=")
    pins = resolve(all_requirements(project), python)
    tools = resolve(project["build-system"]["requires"], python)
    changed = rewrite(text, "constraint-dependencies", pins)
    changed = rewrite(changed, "build-constraint-dependencies", tools)
    if changed != text:
        PYPROJECT.write_text(changed, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
