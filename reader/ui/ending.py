"""The end of the app that others want: a signal to terminate, a terminal that was closed."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import stat
from contextlib import suppress
from pathlib import Path
from threading import Timer, current_thread, main_thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

__all__ = ["leave_lost_terminal", "save_open_note", "watch_for_the_end"]

_SIGNALS = ("SIGTERM", "SIGHUP")
_PATIENCE = 10.0
"""Seconds for an orderly end: drawing on a terminal that is gone may wait for ever."""

_EVERY = 3.0  # seconds between two looks at the terminal

_HANGUP = getattr(signal, "SIGHUP", 1)
_FAILED = 128  # shells add the number of the signal to this


def watch_for_the_end(app: App[Any]) -> None:
    """From now on a signal that ends the app saves the open note, and leaves the terminal in order.

    A terminal that is gone ends the app as well: only the session that it controls is sent a signal.
    """
    if current_thread() is not main_thread():
        return  # Python gives signals to the main thread alone
    app.set_interval(_EVERY, lambda: _end(app, _HANGUP) if _is_lost(0) else None)
    for name in _SIGNALS:
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is None or signal.getsignal(number) is signal.SIG_IGN:  # as nohup asks
            continue
        with suppress(NotImplementedError):  # Windows
            asyncio.get_running_loop().add_signal_handler(number, _end, app, number)


def save_open_note(app: App[Any]) -> None:
    """Saves the note that is being written; one below another question stays as a draft."""
    from reader.ui.kit.note_dialog import NoteDialog

    if isinstance(app.screen, NoteDialog):
        app.screen.action_save()


def leave_lost_terminal() -> None:
    """Draws nowhere from now on, where the terminal is gone: nobody would read it, and drawing may wait."""
    descriptors = [each for each in (0, 1, 2) if _is_lost(each)]
    if descriptors:
        _watch_the_clock(_FAILED + _HANGUP)
    for descriptor in descriptors:
        with Path(os.devnull).open("r+b") as nowhere:
            os.dup2(nowhere.fileno(), descriptor)


def _end(app: App[Any], number: int) -> None:
    _watch_the_clock(_FAILED + number)
    leave_lost_terminal()
    save_open_note(app)
    app.call_after_refresh(app.exit, return_code=_FAILED + number)


def _watch_the_clock(status: int) -> None:
    """Ends the program after a while, should an orderly end not come: what is on disk is complete."""
    watchdog = Timer(_PATIENCE, os._exit, [status])
    watchdog.daemon = True
    watchdog.start()


def _is_lost(descriptor: int) -> bool:
    """Whether a terminal was there, which is now gone."""
    try:
        if not stat.S_ISCHR(os.fstat(descriptor).st_mode):  # a file or a pipe
            return False
        os.ttyname(descriptor)
    except OSError as error:
        return error.errno == errno.EIO
    return False
