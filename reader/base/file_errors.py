"""The messages about files and folders that cannot be read or written: each names the path and a way out."""

from __future__ import annotations

import errno
from pathlib import Path

from reader.base.sanitizing import sanitize_line

__all__ = ["already_exists", "missing", "unreadable", "unwritable"]

_REASONS = {
    errno.EACCES: ("permission denied", "change its permissions or copy it"),
    errno.EPERM: ("permission denied", "change its permissions or copy it"),
    errno.ENAMETOOLONG: ("its name is too long", "check the path"),
    errno.ELOOP: ("this link leads to itself", "name the file itself"),
}


def unreadable(path: Path, error: OSError | UnicodeError, way_out: str = "check the file") -> str:
    """One line that says why a file cannot be read; `way_out` is for a reason without its own."""
    code = getattr(error, "errno", None)
    if code in (errno.ENOENT, errno.ENOTDIR):
        return missing(path)
    if code == errno.EISDIR:
        return f"{_name(path)} is a folder; name a file in it"
    if isinstance(error, UnicodeError):
        reason, way_out = "it is not UTF-8 text", way_out
    else:
        reason, way_out = _REASONS.get(code or 0) or (error.strerror or type(error).__name__, way_out)
    return f"{_name(path)}: cannot read this file ({reason}); {way_out}"


def missing(path: Path) -> str:
    """One line that says that there is nothing at a path."""
    return f"{_name(path)} does not exist; check the path"


def unwritable(path: Path, error: OSError, way_out: str = "choose another place") -> str:
    """One line that says why a file or folder cannot be written."""
    return f"{_name(path)}: cannot write here ({error.strerror or type(error).__name__}); {way_out}"


def already_exists(path: Path, or_else: str = "") -> str:
    """One line that refuses to write over a file; `or_else` is another way out, such as "or add --force"."""
    return f"{_name(path)} already exists; choose another name{', ' * bool(or_else)}{or_else}"


def _name(path: Path) -> str:
    return sanitize_line(str(path))
