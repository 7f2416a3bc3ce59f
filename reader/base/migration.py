"""Files that earlier versions kept in other places, moved to their current places."""

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
    from reader.base.files import make_private_folder  # rarely needed, and starting must be quick

    with suppress(OSError):  # another process moved it first, or the disk is full or read-only
        make_private_folder(new.parent)
        try:
            old.rename(new)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            _move_to_other_disk(old, new)


def _move_to_other_disk(old: Path, new: Path) -> None:
    """Copies first, under another name, so that an interrupted move leaves the old file as it was.

    Where another process was faster, what it moved, and has perhaps changed since, stays.
    """
    import shutil  # rarely needed, and takes as long to import as all else that starts here

    copy = new.with_name(f".{new.name}.{getpid()}.tmp")
    try:
        if old.is_dir():
            shutil.copytree(old, copy, dirs_exist_ok=True)
        else:
            shutil.copy2(old, copy)
        if not new.exists():
            copy.rename(new)
            _remove(old)
    finally:
        _remove(copy)


def _remove(path: Path) -> None:
    import shutil

    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
