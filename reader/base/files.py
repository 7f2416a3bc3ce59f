"""Files that the program writes: under safe names, completely or not at all.

The storage of annotations has its own way of writing, with a journal.
"""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

from reader.base.errors import UserError
from reader.base.file_errors import already_exists, unwritable

__all__ = ["SLUG", "make_private_folder", "slug", "write_file", "write_new_file", "write_whole"]

SLUG = 60
"""Characters of a title that become part of a file's name."""


def slug(title: str, otherwise: str = "article") -> str:
    """The title as part of a file's name: letters and digits of ASCII, and hyphens; else `otherwise`."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:SLUG].strip("-") or otherwise


def make_private_folder(folder: Path) -> None:
    """Creates a folder that only the user can read, and so each missing parent. Raises OSError.

    An existing folder keeps its permissions.
    """
    for each in (*reversed(folder.parents), folder):
        each.mkdir(mode=0o700, exist_ok=True)


def write_whole(path: Path, data: bytes, *, mode: int | None = None) -> None:
    """Writes the file at `path` in one step: whoever reads it sees the old content or the new, never a part.

    The file keeps its permissions; a new one gets `mode`, else those of the umask. A link stays a link.
    A device, such as /dev/stdout, is written directly. Raises OSError, and then keeps the old content.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    temporary = path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp")
    try:
        _write_through(temporary, data)
        if (permissions := _mode(path) or mode) is not None:
            temporary.chmod(permissions)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def write_file(path: Path, content: str | bytes) -> None:
    """Writes a file completely or not at all. Raises UserError where it cannot be written."""
    try:
        write_whole(path, content.encode() if isinstance(content, str) else content)
    except OSError as error:
        raise UserError(unwritable(path, error)) from error


def write_new_file(path: Path, content: str | bytes) -> None:
    """Writes a new file. Raises UserError where the path already exists or cannot be written."""
    try:
        exists = path.exists()
    except OSError as error:
        raise UserError(unwritable(path, error)) from error
    if exists:
        raise UserError(already_exists(path))
    write_file(path, content)


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _mode(path: Path) -> int | None:
    return path.stat().st_mode & 0o777 if path.exists() else None
