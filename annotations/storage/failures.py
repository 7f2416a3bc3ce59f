"""The failures of a file system in words: the reason, and a way out."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["explained", "newer"]


def explained(error: OSError, path: Path) -> str:
    """The reason of an error with the store at `path`, and a way out; one line without the final period."""
    reason = "It is locked" if isinstance(error, TimeoutError) else error.strerror or error
    return f"{reason}. {_way_out(error, path)}"


def newer(path: Path) -> str:
    """The reason why a file with a higher schema is only read."""
    return (
        f"{path} was written by a newer version of reader and is read-only here; update reader to change it"
    )


def _way_out(error: OSError, path: Path) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"Free some space on the disk of {path.parent}"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"Check the permissions of {path.parent}, or choose another folder with --data"
        case errno.ENOLCK | errno.EOPNOTSUPP | errno.ENOSYS:
            return (
                f"The disk of {path.parent} cannot lock files, so two programs could overwrite each other. "
                f"Choose a folder on another disk with --data, and bring these annotations there: "
                f"reader merge {path}"
            )
        case _ if isinstance(error, TimeoutError):
            return f"Another program has locked {path.name}; reader keeps trying"
        case _:
            return f"Check that {path.parent} is available; reader keeps trying"
