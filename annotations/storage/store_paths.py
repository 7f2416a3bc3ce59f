"""The paths of the files of a store: all beside the TinyDB file, with names that describe them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["StorePaths", "stamp"]


@dataclass(frozen=True, slots=True)
class StorePaths:
    """The files of one store, by the path of its TinyDB file."""

    file: Path

    @classmethod
    def of(cls, path: Path) -> StorePaths:
        """The paths of the store at `path`; where that is a symbolic link, its target is the store."""
        return cls(path.expanduser().resolve())

    @property
    def folder(self) -> Path:
        """The folder that has them all."""
        return self.file.parent

    @property
    def journal(self) -> Path:
        """Every change, one per line."""
        return self._beside("journal")

    @property
    def previous(self) -> Path:
        """The TinyDB file before the last one."""
        return self._beside("prev")

    @property
    def lock(self) -> Path:
        """The lock that one process at a time has while it writes."""
        return self._beside("lock")

    @property
    def backups(self) -> Path:
        """The folder of dated copies."""
        return self._beside("backups")

    def temporary(self, session: str, what: str = "new") -> Path:
        """A file of this session, which will be renamed."""
        return self._beside(f"{session}.{what}.tmp")

    def aside(self, now: datetime, what: str = "corrupt") -> Path:
        """The path to which a damaged file is copied."""
        return self._beside(f"{what}-{stamp(now)}")

    def _beside(self, ending: str) -> Path:
        return self.file.with_name(f"{self.file.name}.{ending}")


def stamp(now: datetime) -> str:
    """A time as a part of a file name; such names sort by time."""
    return now.astimezone(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
