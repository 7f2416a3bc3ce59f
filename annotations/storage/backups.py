"""Dated copies of the TinyDB file: one before the first change of a day, fewer as they age."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from annotations.storage.store_paths import StorePaths, stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from annotations.storage.files import Files

__all__ = ["due", "keep", "newest_first", "to_keep"]

_RECENT = 10
_OF_FUTURE = 3
_KEPT: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (7, datetime.date),
    (5, lambda moment: moment.isocalendar()[:2]),
    (12, lambda moment: (moment.year, moment.month)),
)
"""The numbers of days, weeks and months whose newest copy is kept, besides the most recent copies."""

_FORMAT = "%Y%m%dT%H%M%S.%fZ"


def due(files: Files, paths: StorePaths, now: datetime) -> bool:
    """Whether today (UTC) has no copy yet."""
    past = [copy for copy in newest_first(files, paths) if not _is_of_future(copy, now)]
    return not past or _moment(past[0].name).date() < now.date()


def keep(files: Files, paths: StorePaths, raw: bytes, now: datetime) -> Path:
    """Copies the bytes of a TinyDB file and removes old copies. Raises OSError where that fails."""
    copy = paths.backups / f"{stamp(now)}.json"
    files.make_folder(paths.backups)
    temporary = copy.with_suffix(".tmp")
    files.create(temporary, [raw])
    files.replace(temporary, copy)
    files.sync_folder(paths.backups)
    all_copies = list(newest_first(files, paths))
    for old in set(all_copies) - to_keep(all_copies, now):
        files.remove(old)
    return copy


def newest_first(files: Files, paths: StorePaths) -> list[Path]:
    """The existing copies, newest first."""
    names = [name for name in files.names(paths.backups) if _is_copy(name)]
    return [paths.backups / name for name in reversed(names)]


def to_keep(copies: Iterable[Path], now: datetime) -> set[Path]:
    """The copies to keep, of copies that are listed newest first.

    Those that a clock which was wrong has dated into the future count apart.
    """
    every = list(copies)
    listed = [copy for copy in every if not _is_of_future(copy, now)]
    kept = {*listed[:_RECENT], *[copy for copy in every if _is_of_future(copy, now)][:_OF_FUTURE]}
    for count, period in _KEPT:
        newest: dict[object, Path] = {}
        for copy in listed:
            newest.setdefault(period(_moment(copy.name)), copy)
        kept |= set(list(newest.values())[:count])
    return kept


def _is_of_future(copy: Path, now: datetime) -> bool:
    return _moment(copy.name) > now + timedelta(days=1)


def _moment(name: str) -> datetime:
    return datetime.strptime(name.removesuffix(".json"), _FORMAT).replace(tzinfo=UTC)


def _is_copy(name: str) -> bool:
    try:
        _moment(name)
    except ValueError:
        return False
    return name.endswith(".json")
