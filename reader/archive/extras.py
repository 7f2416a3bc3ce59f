"""Optional libraries, which come with an extra of the package."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reader.archive.model import ArchiveError

__all__ = ["extra"]


@contextmanager
def extra(name: str) -> Iterator[None]:
    """For imports of libraries that need the extra `name`. Raises ArchiveError if they are not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise ArchiveError(
            f'this needs {error.name}, which is not installed: pip install "synoptic-reader[{name}]"'
        ) from error
