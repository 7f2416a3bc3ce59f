"""Packages that only an extra of the installation adds, and the message if one is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reader.base.errors import UserError

__all__ = ["extra", "missing_package"]


def missing_package(package: str, extra: str) -> str:
    """The end of a message about something that needs a package which a plain installation lacks."""
    return f'needs {package}, which is not installed; run pip install "synoptic-reader[{extra}]"'


@contextmanager
def extra(name: str) -> Iterator[None]:
    """For imports of packages that come with the extra `name`. Raises UserError if they are not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise UserError(f"this {missing_package(error.name or name, name)}") from error
