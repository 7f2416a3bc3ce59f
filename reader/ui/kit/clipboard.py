"""The clipboard: the system's where it can be reached, else tmux's buffer, else the terminal's."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress

from reader.ui.kit.desktop import has_desktop

__all__ = ["TMUX", "copy"]

_PATIENCE = 2.0  # seconds: a display that is gone never answers

TMUX = "tmux buffer; the prefix key and ] paste it"

_COPY = """
import sys, pyperclip
text = sys.stdin.buffer.read().decode()
pyperclip.copy(text)
sys.exit(pyperclip.paste() != text)
"""
"""The program of a separate process: xclip and its like may write to stderr, which would spoil our screen.
It reads back what it wrote, because pyperclip does not report a failure of theirs."""


async def copy(text: str, by_terminal: Callable[[str], None], patience: float = _PATIENCE) -> str:
    """Copies a text; the result says where to: "clipboard", TMUX or "terminal (OSC 52)".

    The system's clipboard is out of reach over ssh, on a console, and where it does not answer in `patience`
    seconds. Then tmux takes the text; its option -w passes it on to the terminal. tmux ignores what a program
    sends to the clipboard by OSC 52 unless its option set-clipboard is "on". Outside of tmux, `by_terminal`
    (App.copy_to_clipboard) is called. Never raises. A terminal gives no answer: without OSC 52, it copies
    nothing.
    """
    system = (sys.executable, "-P", "-c", _COPY)  # -P: no module of the folder that reader was started in
    if has_desktop() and await _piped(system, text, patience):
        return "clipboard"
    if os.environ.get("TMUX") and await _piped(("tmux", "load-buffer", "-w", "-"), text, patience):
        return TMUX
    by_terminal(text)
    return "terminal (OSC 52)"


async def _piped(command: Sequence[str], text: str, patience: float) -> bool:
    """Whether a program has taken the text on its standard input and ended well."""
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
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
