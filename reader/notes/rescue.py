"""Rescue files: all annotations, written elsewhere when their own file cannot be written."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.base.files import make_private_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.base.paths import Paths
    from reader.notes.notebook import Notebook

__all__ = ["write_rescue"]


def write_rescue(notebook: Notebook, paths: Paths) -> Path | None:
    """The path of a new file with everything in the notebook, on disk or not; None where none can be written.

    `reader restore PATH` brings it back. It is in the state folder; where that cannot be written, in the
    user's home or among the temporary files.
    """
    name = f"reader-rescue-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.json"
    for folder in _folders(paths):
        try:
            make_private_folder(folder)
            notebook.store.copy_to(folder / name)
        except OSError:
            continue  # the next folder may be on another disk
        return folder / name
    return None


def _folders(paths: Paths) -> Iterator[Path]:
    yield paths.state
    with suppress(RuntimeError):  # a user without a home
        yield Path.home()
    yield Path(tempfile.gettempdir())
