"""A register of a test's own, in a package that lies where the test wants it."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from schemas.frame.design import FrameDesign


def design_with(
    design: FrameDesign, content: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> FrameDesign:
    """The same design, with a register that holds `content`."""
    package = folder / f"register_{uuid4().hex}"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "units.csv").write_bytes(content)
    monkeypatch.syspath_prepend(folder)
    return replace(design, package=package.name, file="units.csv")
