"""Desktops for tests: environments, and programs on the PATH that do as the real ones do."""

from __future__ import annotations

from pathlib import Path

import pytest

NAMES = ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY", "WSL_DISTRO_NAME")


def sit_at(monkeypatch: pytest.MonkeyPatch, **environment: str) -> None:
    """The user sits where these variables, and none of the others, are set."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, script: str) -> None:
    """Puts a shell script on the PATH, in front of all others."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
