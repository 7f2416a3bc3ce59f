"""The rotating file of the log, which only its owner may read."""

from __future__ import annotations

from io import TextIOWrapper
from logging import Formatter, LogRecord
from logging.handlers import RotatingFileHandler
from pathlib import Path

__all__ = ["PrivateFileHandler"]


class PrivateFileHandler(RotatingFileHandler):
    """Begins a new file at so many bytes and keeps the one before. `failed` after a failed write."""

    def __init__(self, path: Path, most: int) -> None:
        super().__init__(path, maxBytes=most, backupCount=1, encoding="utf-8", delay=True)
        self.setFormatter(Formatter("%(asctime)s process %(process)d, %(message)s"))
        self.failed = False

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).touch(mode=0o600)
        return super()._open()

    def handleError(self, record: LogRecord) -> None:  # noqa: N802  logging calls it by this name
        """Notes the failure; logging itself would print to standard error."""
        self.failed = True
