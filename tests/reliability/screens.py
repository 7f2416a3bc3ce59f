"""The real reader in a pseudo-terminal: keys go in, and what stands on the screen comes out."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
import time
from pathlib import Path

import pyte

__all__ = ["Terminal"]

ROWS, COLUMNS = 30, 100
PATIENCE = 60.0  # seconds until a program that shows nothing is given up


def _take_the_terminal() -> None:
    """Makes standard input the terminal of the new session, whose end the system then tells."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


_LITTLE = 512
"""Bytes that are taken up at a time, so that a process that comes late sees what was shown for a while."""


class Terminal:
    """A terminal with a reader in it, which is killed when the block is left. `drawn` is all it wrote."""

    def __init__(self, data: Path, *articles: Path, controls: bool = True) -> None:
        """Starts a reader. The terminal `controls` its session, unless a program hides it, as some do."""
        command = [sys.executable, "-m", "reader", "--data", str(data), *map(str, articles)]
        environment = os.environ | {
            "TERM": "xterm-256color",
            "LINES": str(ROWS),
            "COLUMNS": str(COLUMNS),
            "XDG_CONFIG_HOME": str(data),  # where there are no settings
        }
        self._ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (ROWS, COLUMNS))
        self._process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
            preexec_fn=_take_the_terminal if controls else None,
        )
        os.close(theirs)
        self.drawn = b""
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        if self._ours >= 0:
            os.close(self._ours)

    def send(self, number: int) -> None:
        """Sends the program a signal."""
        self._process.send_signal(number)

    def hang_up(self) -> None:
        """Closes the terminal, as a window that is closed and a connection that drops do."""
        os.close(self._ours)
        self._ours = -1

    def ends(self) -> int:
        """The exit status, when the program has ended; what it drew last was taken up."""
        deadline = time.monotonic() + PATIENCE
        while self._ours >= 0 and self.look(deadline):
            pass
        return self._process.wait(PATIENCE)

    def press(self, keys: str) -> None:
        """Types keys, as the bytes that a terminal sends for them."""
        os.write(self._ours, keys.encode())

    @property
    def text(self) -> str:
        """The screen, row by row."""
        return "\n".join(self._screen.display)

    def shows(self, text: str) -> bool:
        """Whether a text stands on the screen, on one line."""
        return any(text in line for line in self._screen.display)

    def shows_until(self, text: str, deadline: float) -> bool:
        """Waits until a text stands on the screen; False where the moment `deadline` comes before."""
        while not self.shows(text):
            if not self.look(deadline):
                return False
        return True

    def settles_until(self, deadline: float) -> bool:
        """Waits until nothing is drawn for a tenth of a second; False where `deadline` comes before."""
        while self.look(min(deadline, time.monotonic() + 0.1)):
            pass
        return time.monotonic() < deadline

    def look(self, deadline: float) -> bool:
        """Takes up what the program draws next; False where it draws nothing before the moment `deadline`."""
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([self._ours], [], [], left)[0]:
            return False
        try:
            data = os.read(self._ours, _LITTLE)
        except OSError:  # the program has ended, and with it the other end of the terminal
            return False
        self.drawn += data
        self._stream.feed(data)
        return True

    def wait_for(self, text: str) -> None:
        """Waits until a text stands on the screen. Raises AssertionError where it never does."""
        assert self.shows_until(text, time.monotonic() + PATIENCE), self.text
