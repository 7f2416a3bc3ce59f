"""Files that earlier versions kept in other places, moved to where they are kept now."""

from __future__ import annotations

import errno
from contextlib import suppress
from os import getpid
from pathlib import Path

__all__ = ["move_once"]


def move_once(old: Path, new: Path) -> None:
    """Moves a file or folder, unless it was moved before.

    Whatever is already in the new place stays as it is, and so does the old file then. A file that cannot be
    moved stays in its old place too: the program goes on without it.
    """
    if old == new or not old.exists() or new.exists():
        return
    with suppress(OSError):  # another process moved it first, or the disk is full or read-only
        new.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            old.rename(new)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            _move_to_other_disk(old, new)


def _move_to_other_disk(old: Path, new: Path) -> None:
    """Copies first, under another name, so that an interrupted move leaves the old file as it was."""
    import shutil  # rarely needed, and takes as long to import as all else that starts here

    copy = new.with_name(f".{new.name}.{getpid()}.tmp")
    if old.is_dir():
        shutil.copytree(old, copy, dirs_exist_ok=True)
    else:
        shutil.copy2(old, copy)
    copy.rename(new)
    if old.is_dir():
        shutil.rmtree(old)
    else:
        old.unlink()
