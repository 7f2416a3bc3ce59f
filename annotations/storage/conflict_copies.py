"""The copies that sync programs leave beside a file which was changed in two places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from annotations.storage.files import Files

__all__ = ["conflict_copies", "notices"]

_MARKS = re.compile(
    r""" \ \(.*\) | \ \d{1,3} | \(\d{1,3}\)          # Dropbox, Nextcloud, Google Drive; iCloud
    | [._\ -]sync-conflict-.* | [._\ -]conflict.*    # Syncthing; Resilio, ownCloud
    | (?-i:-[A-Z0-9][A-Z0-9-]{2,})                  # OneDrive: the name of the computer
    | [._](BACKUP|BASE|LOCAL|REMOTE)([._]\d+)? """,  # git
    re.VERBOSE | re.IGNORECASE,
)
"""The marks between the stem and the suffix of a name."""


def conflict_copies(names: Iterable[str], file: str) -> list[str]:
    """Those of the names that a sync program gives to copies of `file` (`annotations.json`)."""
    stem, dot, suffix = file.rpartition(".")
    return [
        name
        for name in names
        if name != file
        and name.startswith(stem)
        and name.endswith(dot + suffix)
        and _MARKS.fullmatch(name[len(stem) : -len(dot + suffix)])
    ]


def notices(files: Files, file: Path) -> list[str]:
    """One line for each copy beside a file, with what to do."""
    try:
        names = files.names(file.parent)
    except OSError:
        return []  # told when the file itself is read
    return [
        f"{copy} is a copy of your annotations that a sync program has made. Bring it in with "
        f'reader merge "{copy}", then delete it'
        for copy in (file.with_name(name) for name in conflict_copies(names, file.name))
    ]
