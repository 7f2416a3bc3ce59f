"""Where the parts of a store lie: all beside the TinyDB file, each with a name that says what it is."""

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
        """The places of the store at `path`; a symbolic link stays one, its target is the store."""
        return cls(path.expanduser().resolve())

    @property
    def folder(self) -> Path:
        """What holds them all."""
        return self.file.parent

    @property
    def journal(self) -> Path:
        """Every change, one a line."""
        return self._beside("journal")

    @property
    def previous(self) -> Path:
        """The TinyDB file before the last one."""
        return self._beside("prev")

    @property
    def lock(self) -> Path:
        """What one process at a time holds while it writes."""
        return self._beside("lock")

    @property
    def backups(self) -> Path:
        """The folder of dated copies."""
        return self._beside("backups")

    def temporary(self, session: str, what: str = "new") -> Path:
        """A file of this session's own, on its way to another name."""
        return self._beside(f"{session}.{what}.tmp")

    def aside(self, now: datetime, what: str = "corrupt") -> Path:
        """Where a damaged file is copied to."""
        return self._beside(f"{what}-{stamp(now)}")

    def _beside(self, ending: str) -> Path:
        return self.file.with_name(f"{self.file.name}.{ending}")


def stamp(now: datetime) -> str:
    """A moment as a part of a file name: names sort by time."""
    return now.astimezone(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
