"""A number is handed to whatever the platform has for `tel:`, and nothing is ever dialled."""

import os
import subprocess
import sys
from typing import Any

import pytest

from interviewer.terminal.telephone import ring


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the platform is asked to open, and by which program."""
    asked: list[object] = []
    monkeypatch.setattr(os, "startfile", asked.append, raising=False)
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_: asked.append(command))
    return asked


@pytest.mark.parametrize(
    ("platform", "asked"),
    [
        ("win32", "tel:+4769174500"),
        ("darwin", ["open", "tel:+4769174500"]),
        ("linux", ["xdg-open", "tel:+4769174500"]),
    ],
)
def test_by_the_means_of_the_platform(
    opened: list[object], monkeypatch: pytest.MonkeyPatch, platform: str, asked: object
) -> None:
    """Windows opens what is registered there; others have a program that knows."""
    monkeypatch.setattr(sys, "platform", platform)
    ring("+4769174500")
    assert opened == [asked]


@pytest.mark.parametrize("platform", ["win32", "linux"])
def test_where_nothing_answers(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    """Nothing happens: the number is on the screen, too."""

    def nobody(*_: Any, **__: Any) -> None:
        raise OSError(1155, "No application is associated")

    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(os, "startfile", nobody, raising=False)
    monkeypatch.setattr(subprocess, "Popen", nobody)
    ring("+4769174500")
