"""Files that earlier versions kept in the data folder, moved to where they are kept now."""

from __future__ import annotations

import errno
import shutil
from os import getpid
from pathlib import Path

from reader.base.paths import Paths

__all__ = ["move_from_old_places"]


def move_from_old_places(paths: Paths) -> None:
    """Moves the session and the cache out of the data folder, once.

    Something that is already in the new place stays as it is, and so does the old file then. Where a file
    cannot be moved it stays in the old place: it is only a convenience.
    """
    for old, new in (
        (paths.data / "session.json", paths.session),
        (paths.data / "cache" / "alignments", paths.alignments),
    ):
        if old != new and old.exists() and not new.exists():
            _move(old, new)


def _move(old: Path, new: Path) -> None:
    try:
        new.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            old.rename(new)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            _move_to_other_disk(old, new)
    except OSError as error:
        from reader.base.log import log_problem

        log_problem(f"{old} was not moved to {new}", error)


def _move_to_other_disk(old: Path, new: Path) -> None:
    """Copies first, under another name, so that an interrupted move leaves the old file as it was."""
    copy = new.with_name(f".{new.name}.{getpid()}.tmp")
    try:
        if old.is_dir():
            shutil.copytree(old, copy)
        else:
            shutil.copy2(old, copy)
        copy.rename(new)
    except OSError:
        shutil.rmtree(copy, ignore_errors=True) if copy.is_dir() else copy.unlink(missing_ok=True)
        raise
    shutil.rmtree(old) if old.is_dir() else old.unlink()
