"""Standard output and standard error, as they really are: of any encoding, full, or closed."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path
from typing import Any, TextIO

from reader.base.sanitizing import printable

__all__ = ["PrintableStream", "discard_output", "is_of_output", "prepare_streams"]

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


class PrintableStream:
    """A stream to which only text that is safe on a terminal gets; otherwise it is the stream itself."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Writes the text in its printable form."""
        return self._stream.write(printable(text))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def prepare_streams() -> None:
    """Makes each character printable, as \\u2019 where the encoding lacks it; a closed stream takes all.

    Names of files, of articles and of whatever else is printed cannot steer the terminal. The app draws on
    the original stream.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  open until the end
            setattr(sys, name, nowhere)
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
            setattr(sys, name, PrintableStream(stream))


def is_of_output(error: OSError) -> bool:
    """Whether an error is that of a disk or device behind standard output: one that names no file."""
    return error.errno in _FULL and error.filename is None


def discard_output() -> None:
    """Lets Python flush its output to nowhere when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
