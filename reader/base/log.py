"""The log: a private file of reader's own faults, for those who fix them. It contains no article text.

Nothing here stops the program, not even a log that cannot be written.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["BYTES", "log_file", "write_log"]

BYTES = 500_000
"""Size at which a new file is begun; one older file is kept."""


def log_file() -> Path | None:
    """The path of the log; None where READER_DATA is not a path."""
    from reader.base.errors import UserError
    from reader.base.paths import paths

    try:
        return paths().log
    except UserError:
        return None


def write_log(message: str) -> bool:
    """Appends a message with the time and the versions; whether that was possible."""
    path = log_file()
    try:
        return path is not None and _append(path, message)
    except OSError:
        return False


def _append(path: Path, message: str) -> bool:
    """Opens the file for this message alone: another process may have begun a new one."""
    import logging  # faults are rare, and starting must be quick

    from reader.base.files import make_private_folder
    from reader.base.log_handler import PrivateFileHandler

    make_private_folder(path.parent)
    handler = PrivateFileHandler(path, BYTES)
    handler.handle(logging.makeLogRecord({"msg": f"{_versions()} {message}"}))
    handler.close()
    return not handler.failed


def _versions() -> str:
    import sys

    from reader.base.version import __version__

    return f"reader {__version__}, Python {sys.version.split()[0]}, {sys.platform}:"
