"""Another person's store, read without a lock and without repairing or writing anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.storage import journal_entries
from annotations.storage.loading import StoreError, replayed
from annotations.storage.snapshot import SCHEMA, DamagedError, ForeignError, Snapshot, decode
from annotations.storage.store_paths import StorePaths
from reader.base.file_errors import unreadable
from reader.base.sanitizing import sanitize_line

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.storage.files import Files

__all__ = ["read_state"]


def read_state(files: Files, path: Path) -> Snapshot:
    """The state of the store at `path`, with changes that are only in the journal beside it.

    `whole` is False where the checksum is wrong: another program has written the file, or it is damaged.
    Raises StoreError, one line with the path and a way out, where the file cannot be read.
    """
    paths, name = StorePaths.of(path), sanitize_line(str(path))
    try:
        snapshot = decode(files.read(paths.file))
    except OSError as error:
        raise StoreError(unreadable(path, error, "name an annotations file")) from error
    except DamagedError as error:
        raise StoreError(f"{name} is damaged: {error}. Nothing was changed; ask for a new copy") from error
    except ForeignError as error:
        raise StoreError(f"{name} is not an annotations file: {error}. Nothing was changed") from error
    if snapshot.schema > SCHEMA:
        raise StoreError(f"{name} was written by a newer version of reader; update reader to read it")
    if not (snapshot.whole and paths.journal.name in files.names(paths.folder)):
        return snapshot
    return replayed(snapshot, journal_entries.decode(files.read(paths.journal), after=snapshot.last))
