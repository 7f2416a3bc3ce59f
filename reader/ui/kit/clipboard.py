"""The clipboard: the system's where it can be reached, else the terminal's."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable
from contextlib import suppress

from reader.ui.kit.desktop import has_desktop

__all__ = ["copy"]

_PATIENCE = 2.0  # seconds: a display that is gone never answers

_COPY = """
import sys, pyperclip
text = sys.stdin.buffer.read().decode()
pyperclip.copy(text)
sys.exit(pyperclip.paste() != text)
"""
"""The program of a separate process: xclip and its like may write to stderr, which would spoil our screen.
It reads back what it wrote, because pyperclip does not report a failure of theirs."""


async def copy(text: str, by_terminal: Callable[[str], None], patience: float = _PATIENCE) -> str:
    """Copies a text; the result says where to: "clipboard" or "terminal (OSC 52)".

    `by_terminal` (App.copy_to_clipboard) is called where the system's clipboard is out of reach: over ssh, on
    a console, or where it does not answer in `patience` seconds. Never raises. A terminal gives no answer:
    one that knows no OSC 52 copies nothing.
    """
    if has_desktop() and await _by_system(text, patience):
        return "clipboard"
    by_terminal(text)
    return "terminal (OSC 52)"


async def _by_system(text: str, patience: float) -> bool:
    try:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-c", _COPY),  # -P: no module of the folder that reader was started in
            stdin=PIPE,
            stdout=DEVNULL,
            stderr=DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        await asyncio.wait_for(process.communicate(text.encode()), patience)
    except TimeoutError:
        await _end(process)
    return process.returncode == 0


async def _end(process: Process) -> None:
    """Ends a process with all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()
