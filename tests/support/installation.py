"""Build the wheel and install it somewhere else, with uv where there is one and pip where not."""

import os
import shutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
BIN = "Scripts" if os.name == "nt" else "bin"
UV = os.environ.get("UV") or shutil.which("uv")


def run(*command: str | Path, cwd: Path) -> str:
    """What the command printed; fails with everything it said when it fails."""
    # What is installed keeps what it compiles where it lies, and goes with it.
    around = {name: value for name, value in os.environ.items() if name != "PYTHONPYCACHEPREFIX"}
    answer = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=around,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert answer.returncode == 0, f"{command}\n{answer.stdout}\n{answer.stderr}"
    return answer.stdout


def build_wheel(folder: Path) -> Path:
    """The one wheel of this project, built into `folder`; skips where nothing can build it."""
    if not (UV or find_spec("pip")):
        pytest.skip("there is neither uv nor pip to build and install with")
    if UV:
        run(UV, "build", "--wheel", "--out-dir", folder, cwd=CHECKOUT)
    else:
        run(sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", folder, ".", cwd=CHECKOUT)
    (wheel,) = folder.glob("*.whl")
    return wheel


def install(wheel: Path, folder: Path) -> Path:
    """Install the wheel with the pinned versions in a new environment; where its commands lie."""
    pins = folder / "pins.txt"
    pins.write_text("\n".join(_pins()), encoding="utf-8")
    environment = folder / "environment"
    python = environment / BIN / "python"
    if UV:
        run(UV, "venv", "--python", sys.executable, environment, cwd=folder)
        run(UV, "pip", "install", "--python", python, "-c", pins, wheel, cwd=folder)
    else:
        run(sys.executable, "-m", "venv", environment, cwd=folder)
        run(python, "-m", "pip", "install", "-c", pins, wheel, cwd=folder)
    return environment / BIN


def _pins() -> list[str]:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    pins: list[str] = project["tool"]["uv"]["constraint-dependencies"]
    return pins
