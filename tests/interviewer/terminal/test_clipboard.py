"""The clipboard: the platform's own where there is one, the terminal's otherwise."""

import shutil
import subprocess
import sys
from typing import Any

import pytest

from interviewer.terminal.clipboard import commands, copy


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bytes]]:
    """What is handed to which program; all of them are there and take it."""
    told: list[tuple[str, bytes]] = []

    def run(command: tuple[str, ...], **more: Any) -> "subprocess.CompletedProcess[bytes]":
        told.append((command[0], more["input"]))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(subprocess, "run", run)
    return told


class TestWhichProgram:
    """By the platform, and by what the surroundings say."""

    @pytest.mark.parametrize(
        ("platform", "env", "names"),
        [
            ("win32", {}, ["clip.exe"]),
            ("darwin", {}, ["pbcopy"]),
            ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, ["wl-copy"]),
            ("linux", {"DISPLAY": ":0"}, ["xclip", "xsel"]),
            ("linux", {"WSL_DISTRO_NAME": "Debian"}, ["clip.exe"]),
            ("linux", {}, []),
            ("linux", {"TMUX": "/tmp/tmux", "SSH_CONNECTION": "1"}, ["tmux"]),
            ("darwin", {"TMUX": "/tmp/tmux"}, ["pbcopy", "tmux"]),
            ("darwin", {"SSH_CONNECTION": "1"}, []),
            ("win32", {"SSH_CONNECTION": "1"}, []),
        ],
    )
    def test_of_this_computer_only(
        self, platform: str, env: dict[str, str], names: list[str]
    ) -> None:
        """Over ssh the clipboard of the other computer is nobody's."""
        assert [command[0] for command in commands(platform, env)] == names


class TestCopying:
    """The first program that takes it; else through the terminal."""

    def test_norwegian_letters_on_windows(
        self, calls: list[tuple[str, bytes]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """In UTF-16 with its mark, whatever the console's letters are."""
        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.delenv("SSH_CONNECTION", raising=False)
        copy("blå", otherwise=pytest.fail)
        assert calls == [("clip.exe", "blå".encode("utf-16"))]

    def test_no_program(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Then the terminal is asked."""
        asked: list[bool] = []
        monkeypatch.setattr(shutil, "which", lambda _: None)
        copy("+4769174500", otherwise=lambda: asked.append(True))
        assert asked == [True]

    def test_a_program_that_hangs(
        self, calls: list[tuple[str, bytes]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is given up, and the terminal is asked."""

        def hangs(*_: Any, **__: Any) -> None:
            raise subprocess.TimeoutExpired("xclip", 2)

        asked: list[bool] = []
        monkeypatch.setattr(subprocess, "run", hangs)
        monkeypatch.setenv("DISPLAY", ":0")
        copy("+4769174500", otherwise=lambda: asked.append(True))
        assert asked == [True]
