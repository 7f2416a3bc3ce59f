"""The mark of a TinyDB file on disk, read without the rest of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.storage.snapshot import MARK_SIZE, Mark, mark_at_the_end

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.storage.files import Files

__all__ = ["mark_of"]


def mark_of(files: Files, path: Path) -> Mark | None:
    """The mark of a file, which may be damaged elsewhere; None without a file or a mark. Raises OSError."""
    signature = files.signature(path)
    return mark_at_the_end(files.read(path, max(0, signature[1] - MARK_SIZE))) if signature else None
