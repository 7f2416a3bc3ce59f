"""What the user is told of a file system that fails: the reason, and a way out."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["trouble"]


def trouble(error: OSError, path: Path) -> str:
    """Why something could not be done with the store at `path`, and what to do; one line without its end."""
    return f"{error.strerror or error}. {_way_out(error, path)}"


def _way_out(error: OSError, path: Path) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"Make room on the disk of {path.parent}"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"See who may write in {path.parent}, or choose another folder with --data"
        case _ if isinstance(error, TimeoutError):
            return f"Another program holds {path.name}: it is tried again by itself"
        case _:
            return f"See that {path.parent} can be reached; it is tried again by itself"
