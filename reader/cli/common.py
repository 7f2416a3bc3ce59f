"""What the headless commands share: how they fail, print, and report progress."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from reader.base.errors import UserError
from reader.base.file_errors import already_exists, unwritable

__all__ = [
    "CommandError",
    "print_export",
    "print_json",
    "progress_told",
    "refuse_existing",
    "saying",
]


class CommandError(UserError):
    """The command cannot be carried out as it was given."""


@contextmanager
def saying(what: str, *, after: float) -> Iterator[None]:
    """Says on standard error what is going on, if it takes more than `after` seconds."""
    from threading import Timer

    timer = Timer(after, print, [f"reader: {what} …"], {"file": sys.stderr, "flush": True})
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def progress_told(every: float = 2.0) -> Callable[[str, int, int], None]:
    """What tells on standard error how far work is, at most once in so many seconds."""
    next_time = monotonic() + every

    def tell(what: str, done: int, total: int) -> None:
        nonlocal next_time
        if monotonic() >= next_time:
            print(f"reader: {what} … {done:,} of {total:,}", file=sys.stderr, flush=True)
            next_time = monotonic() + every

    return tell


def refuse_existing(path: Path, *, force: bool) -> None:
    """Raises UserError where a file with something in it is there, unless it may be written over."""
    try:
        exists = path.exists() and (not path.is_file() or path.stat().st_size > 0)
    except OSError as error:
        raise CommandError(unwritable(path, error)) from error
    if exists and not force:
        raise CommandError(already_exists(path, "or add --force"))


def print_json(value: object) -> None:
    """Prints a value as JSON, for programs and people."""
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_export(content: str | bytes) -> None:
    """Prints an export, byte for byte: its line ends are part of its format."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content.encode() if isinstance(content, str) else content)
