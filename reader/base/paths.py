"""The files and folders that reader uses on the user's disk."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from reader.base.errors import UserError
from reader.base.migration import move_once

__all__ = ["Paths", "paths", "user_path"]


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders: `data` holds the user's work, `settings` is a TOML file that reader only reads.

    Where `cache_home` and `state_home` are not given, cache and state are inside `data`, which then holds
    everything that reader writes.
    """

    data: Path
    settings: Path
    cache_home: Path | None = None
    state_home: Path | None = None

    @property
    def annotations(self) -> Path:
        """The TinyDB file of all annotations."""
        return self.data / "annotations.json"

    @property
    def shelf(self) -> Path:
        """The folder of the articles that reader keeps for the user."""
        return self.data / "library"

    @property
    def indexes(self) -> Path:
        """The folder of the indexes of archives for which the user named no place."""
        return self.data / "corpora"

    @property
    def cache(self) -> Path:
        """The folder of what can be computed again: it may be deleted at any time."""
        return self.cache_home or self.data / "cache"

    @property
    def alignments(self) -> Path:
        """The folder of the alignments computed so far."""
        return self.cache / "alignments"

    @property
    def state(self) -> Path:
        """The folder of what reader remembers for convenience: none of it is the user's work."""
        return self.state_home or self.data / "state"

    @property
    def session(self) -> Path:
        """The JSON file that remembers what was open last."""
        return self.state / "session.json"

    @property
    def drafts(self) -> Path:
        """The folder of notes that were being written when reader ended."""
        return self.state / "drafts"

    @property
    def log(self) -> Path:
        """The file of reader's own faults; it holds no article text."""
        return self.state / "log" / "reader.log"


def paths(data: str | None = None) -> Paths:
    """The folders to use: all inside `data` or READER_DATA where given, else by the XDG Base Directories.

    Files that earlier versions kept elsewhere are moved first. Raises UserError for a bad path.
    """
    folder = data or os.environ.get("READER_DATA")
    places = _of_user()
    if folder:
        places = Paths(user_path(folder).absolute(), places.settings)
    move_once(places.data / "session.json", places.session)
    move_once(places.data / "cache" / "alignments", places.alignments)
    return places


def user_path(text: str) -> Path:
    """A path as people write it, `~` for their home. Raises UserError for an unknown user's home."""
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise UserError(f"{text}: unknown home folder; write the whole path") from error


def _of_user() -> Paths:
    """The folders that the XDG specification gives a user, on macOS too.

    platformdirs would use ~/Library there, but readers on macOS have their annotations in ~/.local/share.
    """
    from platformdirs.unix import Unix

    user = Unix("reader")
    return Paths(
        user.user_data_path,
        user.user_config_path / "settings.toml",
        user.user_cache_path,
        user.user_state_path,
    )
