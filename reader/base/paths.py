"""Where reader keeps what it keeps."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Paths", "paths", "user_path"]


@dataclass(frozen=True, slots=True)
class Paths:
    """The places on disk: `data` holds the user's work, `settings` is a TOML file that reader only reads."""

    data: Path
    settings: Path

    @property
    def annotations(self) -> Path:
        """The TinyDB file of all annotations."""
        return self.data / "annotations.json"

    @property
    def alignments(self) -> Path:
        """The folder of the alignments that were made before: it may be deleted at any time."""
        return self.data / "cache" / "alignments"

    @property
    def indexes(self) -> Path:
        """The folder of the indexes of archives that have no place of their own."""
        return self.data / "corpora"

    @property
    def session(self) -> Path:
        """The TinyDB file that remembers what was open last."""
        return self.data / "session.json"


def paths(data: str | None = None) -> Paths:
    """The places to use: `data` if given, else READER_DATA, else the user's XDG data directory."""
    chosen = data or os.environ.get("READER_DATA")
    return Paths(user_path(chosen).absolute() if chosen else _user_data(), _user_settings())


def user_path(text: str) -> Path:
    """A path as people write it, `~` for their home. Raises UserError for the home of nobody."""
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        from reader.base.errors import UserError

        raise UserError(f"{text}: there is no such home folder; write the path out") from error


def _user_data() -> Path:
    return _base("XDG_DATA_HOME", ".local/share") / "reader"


def _user_settings() -> Path:
    return _base("XDG_CONFIG_HOME", ".config") / "reader" / "settings.toml"


def _base(variable: str, default: str) -> Path:
    """A folder by the XDG Base Directory Specification 0.8: a relative path in the variable is no path."""
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else Path.home() / default
