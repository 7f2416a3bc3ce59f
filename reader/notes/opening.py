"""The user's notebook for the length of a `with` block, as commands and scripts use it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.base.errors import UserError
from reader.base.paths import paths
from reader.base.sanitizing import sanitize_line
from reader.base.settings import load_settings
from reader.notes.notebook import Notebook

__all__ = ["open_notebook"]


@contextmanager
def open_notebook(data: str | Path | None = None, *, author: str | None = None) -> Iterator[Notebook]:
    """Opens the annotations in the folder `data`, or in the folder that `reader` itself uses.

    `author` signs new annotations; by default, it is the author in the user's settings. When the block ends,
    all changes are on disk, and repairs of the file are told on standard error. Raises UserError if the file
    cannot be used or changes could not be written.
    """
    places = paths(None if data is None else str(data))
    signature = load_settings(places.settings).author if author is None else author
    notebook = Notebook.open(places, signature)
    try:
        yield notebook
    finally:
        notebook.close()
        for notice in notebook.notices:
            print(f"reader: {sanitize_line(notice)}", file=sys.stderr)
    if notebook.unsaved:
        raise UserError(notebook.unsaved)
