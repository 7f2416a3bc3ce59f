"""Standard output and standard error, as they really are: of any encoding, full, or closed."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path

__all__ = ["discard_output", "is_of_output", "prepare_streams"]

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def prepare_streams() -> None:
    """Makes each character printable, as \\u2019 where the encoding lacks it; a closed stream takes all."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  open until the end
            setattr(sys, name, nowhere)
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def is_of_output(error: OSError) -> bool:
    """Whether an error is that of a disk or device behind standard output: one that names no file."""
    return error.errno in _FULL and error.filename is None


def discard_output() -> None:
    """Lets Python flush its output to nowhere when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
