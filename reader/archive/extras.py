"""Libraries that are installed only where they are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reader.archive.model import ArchiveError

__all__ = ["extra"]


@contextmanager
def extra(name: str) -> Iterator[None]:
    """For the import of what needs an extra of this name. Raises ArchiveError where it is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise ArchiveError(
            f'this needs {error.name}, which is not installed: pip install "synoptic-reader[{name}]"'
        ) from error
