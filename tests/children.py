"""Faults planted in child processes: nothing in this one is replaced."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

__all__ = ["plant"]


def plant(folder: Path, monkeypatch: pytest.MonkeyPatch, module: str, code: str) -> None:
    """Replaces functions of a module in every child process started from now on, as if its file said so."""
    folder.mkdir(exist_ok=True)
    lines = [
        f"import {module} as module",
        f"exec(compile({code!r}, module.__file__, 'exec'), module.__dict__)",
    ]
    (folder / "sitecustomize.py").write_text("\n".join(lines))
    monkeypatch.setattr(sys, "path", [str(folder), *sys.path])
