"""What another person's store holds, read without a lock and without mending, moving or writing anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.storage import journal
from annotations.storage.loading import StoreError, replayed
from annotations.storage.snapshot import SCHEMA, DamagedError, ForeignError, Snapshot, decode
from annotations.storage.store_paths import StorePaths
from reader.base.sanitizing import sanitize_line

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.storage.files import Files

__all__ = ["read_state"]


def read_state(files: Files, path: Path) -> Snapshot:
    """The state of the store at `path`; changes that are only in a journal beside it belong to it.

    `whole` is False where the checksum is wrong: another program has written the file, or it is damaged.
    Raises StoreError, one line with the path and a way out, where there is nothing to be read.
    """
    places, name = StorePaths.of(path), sanitize_line(str(path))
    try:
        found = decode(files.read(places.file))
    except OSError as error:
        raise StoreError(f"{name} cannot be read: {error.strerror}. Name an annotations file") from error
    except DamagedError as error:
        raise StoreError(f"{name} is damaged: {error}. Nothing was changed: ask for a new copy") from error
    except ForeignError as error:
        raise StoreError(f"{name} is no file of annotations: {error}. Nothing was changed") from error
    if found.schema > SCHEMA:
        raise StoreError(f"{name} was written by a newer version of this program: update this one to read it")
    if not (found.whole and places.journal.name in files.names(places.folder)):
        return found
    return replayed(found, journal.decode(files.read(places.journal), after=found.last))
