"""Drafts: texts that are being written, kept on disk until they are saved or discarded."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from reader.base.files import make_private_folder, write_whole
from reader.base.paths import Paths
from reader.base.sanitizing import sanitize, sanitize_line

__all__ = ["Draft", "LeftDraft", "drafts_left"]

_SUFFIX = ".draft.json"


@dataclass(frozen=True, slots=True)
class LeftDraft:
    """A text that was not saved, and the time of its last change for people to read (UTC)."""

    text: str
    at: str


class Draft:
    """The draft of one text. `subject` names the text: the id of its annotation, or the passage."""

    def __init__(self, paths: Paths, subject: str) -> None:
        self._path = paths.drafts / f"{sha256(subject.encode('utf-8', 'replace')).hexdigest()[:32]}{_SUFFIX}"

    def left(self) -> LeftDraft | None:
        """The draft that was left when reader ended; None where there is none that can be read."""
        try:
            fields = json.loads(self._path.read_bytes())
            return LeftDraft(sanitize(fields["text"]), sanitize_line(fields["at"]))
        except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
            return None  # the note itself is in the annotations file

    def keep(self, text: str) -> None:
        """Writes the draft, for the eyes of the user alone. Raises OSError."""
        at = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
        make_private_folder(self._path.parent)
        write_whole(self._path, json.dumps({"text": text, "at": at}).encode(), mode=0o600)

    def forget(self) -> None:
        """Removes the draft, when its text was saved or discarded."""
        with suppress(OSError):  # it is offered once more, which loses nothing
            self._path.unlink(missing_ok=True)


def drafts_left(paths: Paths) -> int:
    """The number of drafts."""
    try:
        return sum(path.name.endswith(_SUFFIX) for path in paths.drafts.iterdir())
    except OSError:
        return 0  # no draft was ever kept, or none can be read
